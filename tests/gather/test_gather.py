"""What many people sent back in one list: at its place, the same once, contradictions told."""

import pytest

from docgen.gather.collect import gather
from docgen.gather.copy import copy_of
from docgen.gather.forms.words import remark
from docgen.load.folder import load
from docgen.report.sheet import _Sheet
from tests.gather.conftest import YEAR
from tests.libreoffice_edits import sittings
from tests.plan_files import ROOTS
from tests.tools import program, sampled
from tests.word_remarks import Remarks

REPOSITORY = ROOTS["2024"]
TOP = "tỷ lệ điểm tối đa"
MINDSET = "Đổi mới tư duy"
OBSTACLES = "những vướng mắc, khó khăn"
ROW = "Thực hiện kế hoạch CCHC"
AN, BINH, CHI = "Nguyễn Thị An", "Trần Văn Bình", "Lê Thị Chi"


def told(gathered):
    return told_of(*gathered.opinions)


def told_of(*opinions):
    return [(each.kind, [voice.name for voice in each.voices]) for each in opinions]


def line_of(opinion):
    """The line of the content that an opinion points at."""
    lines = (REPOSITORY / opinion.where.file).read_text("utf-8").splitlines()
    return lines[opinion.where.line - 1]


def test_an_edit_stands_at_its_line_and_at_its_place_on_paper_with_who_and_when(sent):
    found = sent(gop_y_so_tai_chinh=(lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất"), AN))
    (only,) = found.opinions
    assert (only.place, only.address) == (
        "I. MỤC ĐÍCH, YÊU CẦU › 1. Mục đích › gạch đầu dòng 1", "content/2024/purposes.yaml:10",
    )  # fmt: skip
    assert [(each.sign, each.words) for each in only.pieces if each.sign] == [
        ("out", "tối đa"), ("in", "cao nhất"),
    ]  # fmt: skip
    (voice,) = only.voices
    assert (voice.name, voice.date, voice.office, voice.tracked) == (
        AN, "2024-06-05T08:00:00Z", "Sở Tài chính", True,
    )  # fmt: skip


def test_an_edit_far_down_in_a_folded_text_points_at_the_line_of_its_words(sent):
    found = sent(a=(lambda w: w.replace("tôn trọng người dân", "phục vụ người dân"), AN))
    assert "tôn trọng người dân" in line_of(found.opinions[0])


def test_a_cell_is_named_by_part_row_and_column(sent):
    (only,) = sent(a=(lambda w: w.type_in_cell(ROW, 3, "1,4000"), AN)).opinions
    assert only.place == f"Phụ lục › dòng 1.1 {ROW} › Điểm thẩm định"
    assert (only.kind, only.address) == ("number", "content/2024/appendix.yaml:59")


def test_the_same_edit_of_several_is_counted_once_with_all_names(sent):
    found = sent(
        a=(lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất"), AN),
        b=(lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất").replace("đưa ra", "đề ra"), BINH),
        c=(lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất").noise(), ""),
    )
    shared, other = found.opinions
    assert [voice.name or voice.office for voice in shared.voices] == [AN, BINH, "c"]
    assert [voice.name for voice in other.voices] == [BINH]
    assert (shared.against, shared.beside) == ((), (other.number,))


def test_two_authors_in_one_paragraph_of_one_copy_are_told_apart(sent):
    def edit(word):
        word.replace(TOP, "tỷ lệ điểm cao nhất")
        word.author = BINH
        word.replace("đưa ra các giải pháp", "đề ra các giải pháp")

    assert told(sent(a=(edit, AN))) == [("words", [AN]), ("words", [BINH])]


@pytest.mark.parametrize("before", [False, True])
def test_who_took_a_paragraph_out_and_who_put_another_beside_it_are_told_apart(sent, before):
    """Each stands where it stood: with the old one kept, the new one is where it was put."""

    def edit(word):
        word.author = BINH
        word.insert(MINDSET, "- Bố trí đủ kinh phí cho các nhiệm vụ năm 2024.", before=before)
        word.author = AN
        word.delete(MINDSET)

    out, new = sent(a=(edit, AN)).opinions[:: -1 if before else 1]
    assert told_of(out, new) == [("out", [AN]), ("in", [BINH])]
    assert new.note.startswith("đặt sau “- Đổi mới tư duy") is not before


def test_who_had_a_look_tracked_is_named(sent):
    (only,) = sent(a=(lambda w: w.emphasize(TOP, "b"), AN)).opinions
    assert (only.kind, told_of(only), only.voices[0].tracked) == ("look", [("look", [AN])], True)


def test_words_of_which_some_came_back_are_one_edit_of_one_author(sent):
    """The words that both have stay on paper; who took them out and put them in again is known."""
    (only,) = sent(a=(lambda w: w.replace(OBSTACLES, "khó khăn, vướng mắc"), AN)).opinions
    assert told_of(only) == [("words", [AN])]
    assert all(each.tracked for each in only.voices)


def test_of_several_that_have_an_edit_those_without_tracking_are_named(sent):
    edits = {"so_tai_chinh": AN, "UBND_xa_A": ""}
    (only,) = sent(**{name: (lambda w: w.replace(TOP, "cao nhất"), author)
                      for name, author in edits.items()}).opinions  # fmt: skip
    assert remark(only).endswith("sửa không đánh dấu: UBND xa A")


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("03_UBND huyện Hải Lăng", "UBND huyện Hải Lăng"),
        ("12. Góp ý của phường Một", "phường Một"),
        ("y kien cua phuong Mot", "phuong Mot"),
        ("Phường Hai góp ý", "Phường Hai"),
        ("VP UBND tinh gop y", "Văn phòng UBND tỉnh"),
        ("2024", "2024"),
        ("UBND xã B/KH_2024", "UBND xã B"),
        ("gop-y/KH_2024", "KH_2024"),
        ("ý kiến xã C/KH_2024 (1)", "xã C"),
        ("góp ý", "góp ý"),
    ],
)
def test_a_copy_is_its_offices_whatever_its_file_is_called(built, name, office):
    root, data = built
    plan, _ = load(root / "content" / YEAR, root)
    assert copy_of(data, f"thu/{name}.docx", plan.agencies).office == office


@pytest.mark.slow
def test_a_copy_that_went_round_does_not_count_its_first_author_twice(sent):
    def second(word):
        word.replace(TOP, "tỷ lệ điểm cao nhất")
        word.author = BINH
        word.replace(MINDSET, "Thay đổi tư duy")

    first = (lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất"), AN)
    assert told(sent(a=first, b=(second, AN))) == [("words", [AN]), ("words", [BINH])]


CONTRADICTIONS = {
    "words": (
        lambda w: w.replace(TOP, "tỷ lệ điểm cao nhất"),
        lambda w: w.replace(TOP, "điểm rất cao"),
    ),
    "out and words": (
        lambda w: w.delete(MINDSET),
        lambda w: w.replace(MINDSET, "Thay đổi tư duy"),
    ),
    "numbers": (
        lambda w: w.type_in_cell(ROW, 3, "1,4000"),
        lambda w: w.type_in_cell(ROW, 3, "2,4741"),
    ),
    "number and row": (lambda w: w.type_in_cell(ROW, 3, "1,4000"), lambda w: w.delete_row(ROW)),
    "two drafts of one": (
        lambda w: w.insert(MINDSET, "- Tăng cường kiểm tra công vụ đột xuất ở cơ sở."),
        lambda w: w.insert(MINDSET, "- Tăng cường kiểm tra công vụ đột xuất ở huyện."),
    ),
}


@pytest.mark.parametrize("name", sampled(CONTRADICTIONS, every=3))
def test_different_edits_at_one_place_contradict(sent, name):
    one, other = CONTRADICTIONS[name]
    ((first, second),) = sent(a=(one, AN), b=(other, BINH)).contradictions
    assert (first.against, second.against) == ((second.number,), (first.number,))


def test_copies_of_one_file_name_are_called_by_their_folders(built):
    root, data = built
    names = ["thu/xa-Mot/bản sửa.docx", "thu/UBND xã Hai/bản sửa.docx", "thu/c/phường Ba.docx"]
    found = gather([(name, data) for name in names], root / "content" / YEAR, root).gathered
    assert [each.office for each in found.copies] == ["xa Mot", "UBND xã Hai", "phường Ba"]


@pytest.mark.slow
def test_edits_of_different_words_and_different_new_paragraphs_do_not_contradict(sent):
    found = sent(
        a=(lambda w: w.replace("tối đa", "cao nhất").insert(MINDSET, "- Một là bàn."), AN),
        b=(lambda w: w.replace("đưa ra", "đề ra").insert(MINDSET, "- Rồi đến làm ngay."), BINH),
    )
    assert len(found.opinions) == 4
    assert found.contradictions == []


def test_form_alone_is_no_opinion(sent):
    found = sent(a=(lambda w: w.noise(), ""))
    assert found.opinions == ()
    assert [each.note for each in found.copies] == ["không có ý kiến"]


def test_who_took_a_paragraph_or_a_row_out_is_known_though_it_is_gone(sent):
    found = sent(a=(lambda w: w.delete(MINDSET).delete_row(ROW), AN))
    assert told(found) == [("out", [AN]), ("row out", [AN])]


def test_a_moved_paragraph_is_one_opinion(sent):
    (only,) = sent(a=(lambda w: w.move(MINDSET, "Xác định cụ thể nội dung"), AN)).opinions
    assert (only.kind, only.note[:9]) == ("move", "đặt sau “")


# -------------------------------------------------------------------------------------- remarks


def test_a_comment_says_its_words_its_line_its_replies_and_that_it_is_settled(sent):
    def edit(word):
        remarks = Remarks(word, CHI)
        remarks.of("tăng 11 bậc", "Kiểm tra số bậc.", resolved=True, answers=[(AN, "Đã kiểm tra.")])
        return remarks.saved()

    (only,) = sent(a=(edit, "")).opinions
    assert "{{ par_index.move }}" in line_of(only)
    assert (only.kind, only.quote, only.said, only.resolved) == (
        "comment", "tăng 11 bậc", "Kiểm tra số bậc.", True,
    )  # fmt: skip
    assert [(each.voice.name, each.said) for each in only.answers] == [(AN, "Đã kiểm tra.")]
    assert remark(only) == "đã giải quyết trong Word"


def test_comments_stand_in_cells_empty_cells_headings_and_over_paragraphs(sent):
    def edit(word):
        remarks = Remarks(word, CHI)
        remarks.of("Một số nhiệm vụ công khai, cập nhật", "Ghi rõ nhiệm vụ nào.")
        remarks.in_cell("Công tác chỉ đạo, điều hành CCHC", 5, "Bổ sung lý do.")
        remarks.of("Mục đích", "Gộp với Yêu cầu.")
        remarks.over(TOP, "Nâng cao chất lượng hiệu quả", "Rút gọn hai ý.")
        return remarks.saved()

    found = {each.said: each for each in sent(a=(edit, "")).opinions}
    assert {said: each.place for said, each in found.items()} == {
        "Ghi rõ nhiệm vụ nào.": f"Phụ lục › dòng 1.1 {ROW} › Lý do bị trừ điểm",
        "Bổ sung lý do.": "Phụ lục › dòng 1 Công tác chỉ đạo, điều hành CCHC › Lý do bị trừ điểm",
        "Gộp với Yêu cầu.": "I. MỤC ĐÍCH, YÊU CẦU › 1. Mục đích",
        "Rút gọn hai ý.": "I. MỤC ĐÍCH, YÊU CẦU › 1. Mục đích › gạch đầu dòng 1",
    }
    assert "\n" in found["Rút gọn hai ý."].quote
    assert all(each.where for each in found.values())


def test_a_comment_on_words_that_were_taken_out_stands_where_they_stood(sent):
    def edit(word):
        return Remarks(word.delete(MINDSET), CHI).of_deleted(MINDSET, "Bỏ vì trùng mục 1.").saved()

    comment, gone = sorted(sent(a=(edit, AN)).opinions, key=lambda each: each.kind)
    assert comment.quote.startswith(f"- {MINDSET}")
    assert (comment.said, comment.place) == ("Bỏ vì trùng mục 1.", gone.place)


@pytest.mark.slow
def test_the_same_comment_of_two_is_counted_once(sent):
    def edit(author):
        return lambda word: Remarks(word, author).of(TOP, "Đề nghị ghi tỷ lệ cụ thể.").saved()

    assert told(sent(a=(edit(AN), ""), b=(edit(BINH), ""))) == [("comment", [AN, BINH])]


# ----------------------------------------------------------------------------------- bad files


def test_a_broken_file_and_a_foreign_one_are_named_and_the_others_go_on(sent, copies):
    foreign = _Sheet()
    foreign.line("Bịa: công văn về việc khác.")
    ((_, good),) = copies(a=(lambda w: w.replace(TOP, "điểm cao nhất"), AN))
    found = sent(
        hong=(lambda _: b"PK\x03\x04 hong", ""),
        khac=(lambda _: foreign.data(), ""),
        a=(lambda _: good, ""),
        a_lan_hai=(lambda _: good, ""),
    )
    assert [bool(each.refused) for each in found.copies] == [True, True, False, True]
    assert "không phải bản của dự thảo này" in found.copies[1].refused
    assert told(found) == [("words", [AN])]


@pytest.mark.slow
def test_a_copy_that_libreoffice_edited_and_saved_says_the_same(built, sent, tmp_path):
    root, data = built
    document = tmp_path / "gop_y_so_y_te.docx"
    document.write_bytes(data)
    orders = [("replace", TOP, "tỷ lệ điểm cao nhất"), ("delete", MINDSET),
              ("cell", ROW, 3, "1,4000")]  # fmt: skip
    soffice = program("soffice", package="libreoffice-writer-nogui")
    typed, tracked = sittings(
        soffice, tmp_path, [(document, each, orders) for each in (False, True)]
    )
    files = [("typed.docx", typed.read_bytes()), ("tracked.docx", tracked.read_bytes())]
    found = gather(files, root / "content" / YEAR, root).gathered
    by_word = sent(a=(lambda w: w.do(*orders[:1]).delete(MINDSET).do(orders[2]), AN))
    assert [(each.kind, each.place) for each in found.opinions] == [
        (each.kind, each.place) for each in by_word.opinions
    ]
    assert all({voice.tracked for voice in each.voices} == {False, True} for each in found.opinions)


def test_words_that_somebody_only_struck_out_are_an_opinion(sent):
    found = sent(a=(lambda w: w.emphasize(TOP, "strike"), AN))
    (only,) = found.opinions
    assert (only.kind, only.address) == ("comment", "content/2024/purposes.yaml:10")
    assert "gạch ngang" in only.said
    assert only.quote == TOP
