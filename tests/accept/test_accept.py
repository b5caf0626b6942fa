"""Edits made in Word come home: what is taken prints the Word file, the rest is asked.

The paper test shares nothing with `accept`: the content is built again and its lines, read with
plain lxml, must be those of the Word file with its changes accepted.
"""

import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from docgen.accept import texts
from docgen.accept.look import answer, look
from docgen.accept.terminal import as_text
from docgen.cli import main
from docgen.edit import edits
from docgen.edit.apply import apply
from docgen.edit.write import finish
from tests.plan_files import ROOTS, W, copy_project, printed, whole, words
from tests.tracked_settling import settled
from tests.word_edits import Word

pytestmark = pytest.mark.slow

YEAR = "2024"
TOP = "Duy trì kết quả các tiêu chí"
GAP = "\u00a0" * 6
SIGNER = "Lê Đức Tiên"
QUALITY = "Nâng cao chất lượng hiệu quả hoạt động"


def paper(data):
    """The lines of a document with its changes accepted, form set aside."""
    body = settled(whole(data).find(W + "body"), accept=True)
    said = (re.sub(r"\s+", " ", words(each)).strip() for each in body.iter(W + "p"))
    return [unicodedata.normalize("NFC", each) for each in said if each]


def content(root):
    return {path.name: path.read_text("utf-8") for path in (root / "content").rglob("*.yaml")}


def taken(project, edit, *, tracked=False):
    """What `accept` finds in an edited file and the paper of the content with it; both papers."""
    root, data = project
    word = Word(data, tracked=tracked)
    edit(word)
    saved = word.saved()
    found = look(saved, root / "content" / YEAR, root)
    assert found.known
    if found.edits:
        result = apply(found.edits, root)
        assert result.findings == []
    return found, paper(printed(root, YEAR)), paper(saved)


def test_a_whole_section_that_went_is_called_no_more_and_its_file_stays(project):
    def edit(word):
        every = [each for each in word.root.iter(W + "p") if word.text(each).strip()]
        said = [word.text(each) for each in every]
        first = next(at for at, each in enumerate(said) if each.startswith("II. "))
        last = next(at for at, each in enumerate(said) if each.startswith("III. "))
        for paragraph in every[first:last]:
            paragraph.getparent().remove(paragraph)

    root, _ = project
    before = sorted(content(root))
    found, built, wanted = taken(project, edit)
    assert verdicts(found) == [("out", "applied")]
    assert [re.sub(r"^[IVX]+\. ", "", each) for each in built] == [
        re.sub(r"^[IVX]+\. ", "", each) for each in wanted
    ]
    assert sorted(content(root)) == before


def test_a_heading_moves_with_all_that_stands_below_it(project):
    block = ("16. UBND các huyện", "- Tăng cường tuyên truyền và tổ chức tập", "- Chỉ đạo các cơ")

    def edit(word):
        anchor = word.text(word.paragraph("15. ").getprevious())
        for said in reversed(block):
            word.move(said, anchor)

    found, built, wanted = taken(project, edit)
    assert verdicts(found) == [("move", "applied")]
    assert [line.partition(". ")[2] or line for line in built] == [
        line.partition(". ")[2] or line for line in wanted
    ]


def test_a_day_written_without_zeros_is_that_day(project):
    def edit(word):
        word.replace("ngày" + GAP + "tháng" + GAP, "ngày 5 tháng 6 ")

    found, built, _ = taken(project, edit)
    assert verdicts(found) == [("date", "applied")]
    assert "Quảng Trị, ngày 05 tháng 6 năm 2024" in built


def verdicts(found):
    return [(change.kind, change.verdict) for change in found.changes]


APPLIED = {
    "a word": (lambda w: w.replace("tỷ lệ điểm tối đa", "tỷ lệ điểm cao nhất"), ["words"]),
    "words beside a value": (
        lambda w: w.replace("Phấn đấu năm 2024 chỉ", "Quyết tâm năm 2024 các chỉ"),
        ["words"],
    ),
    "two places of one sentence": (
        lambda w: w.replace("tối đa", "rất cao").replace("giải pháp cụ thể", "giải pháp mới"),
        ["words"],
    ),
    "a paragraph before the closing": (
        lambda w: w.insert("UBND tỉnh yêu cầu các cơ quan", "Kế hoạch này là căn cứ.", before=True),
        ["in"],
    ),
    "a sentence behind the closing": (
        lambda w: w.replace("báo cáo UBND tỉnh theo quy định", "báo cáo UBND tỉnh. Mỗi quý"),
        ["words"],
    ),
    "a third line of the title of an appendix": (
        lambda w: w.insert("CỦA CHỈ SỐ CẢI CÁCH", "VÀ CÁC CƠ QUAN CHỦ TRÌ"), ["in"],
    ),
    "signs that are marks elsewhere": (
        lambda w: w.replace("tối đa", "tối đa của CO~2~, m^2^ và [___]"), ["words"],
    ),
    "a word in italics": (
        lambda w: w.replace("bản triển khai của", "bản hướng dẫn của"), ["words"],
    ),
    "a heading": (lambda w: w.replace("Mục đích", "Mục tiêu"), ["words"]),
    "the subject": (lambda w: w.replace("Khắc phục tồn tại, hạn chế năm", "Khắc phục hạn chế năm"),
                    ["words"]),
    "words with a colon, stars and quotes": (
        lambda w: w.replace("điểm tối đa", 'điểm: *tối đa* "100%" # x'), ["words"],
    ),
    "a sentence with its value": (
        lambda w: w.replace(" khi có yêu cầu của Bộ Nội vụ", ", định kỳ hàng quý"), ["words"],
    ),
    "a bullet in": (lambda w: w.insert(QUALITY, "- Tăng cường kiểm tra công vụ."), ["in"]),
    "a bullet in first": (
        lambda w: w.insert(TOP, "- Giữ vững thứ hạng: không để tụt bậc.", before=True), ["in"],
    ),
    "two bullets in": (
        lambda w: w.insert(QUALITY, "- Hai là làm.").insert(QUALITY, "- Một là bàn."), ["in", "in"],
    ),
    "a bullet out": (lambda w: w.delete("Đổi mới tư duy"), ["out"]),
    "all bullets of a heading but one out": (
        lambda w: w.delete("Đổi mới tư duy").delete("Thực hiện đầy đủ và có chất lượng"),
        ["out", "out"],
    ),
    "a bullet moved": (lambda w: w.move("Đổi mới tư duy", "Xác định cụ thể nội dung"), ["move"]),
    "a recipient in": (lambda w: w.insert("- Báo Quảng Trị", "- Đài PTTH Quảng Trị;"), ["in"]),
    "a recipient out": (lambda w: w.delete("- Báo Quảng Trị"), ["out"]),
    "a recipient changed": (
        lambda w: w.replace("- Báo Quảng Trị", "- Báo và Đài Quảng Trị"), ["words"],
    ),
    "a paragraph of the preamble out": (lambda w: w.delete("Nhằm tiếp tục phát huy"), ["out"]),
    "the signer": (lambda w: w.replace(SIGNER, "Nguyễn Văn Mẫu"), ["words"]),
    "the number": (lambda w: w.replace("Số: " + GAP + "/", "Số: 128/"), ["number"]),
    "the day": (
        lambda w: w.replace("ngày" + GAP + "tháng" + GAP, "ngày 05 tháng 6 "), ["date"],
    ),
    "words that look like a place to fill in": (
        lambda w: w.replace("tối đa", "tối đa {ten} // xem sau"), ["words"],
    ),
    "the first plus below a dash": (
        lambda w: w.insert("Đổi mới tư duy", "+ Hai.").insert("Đổi mới tư duy", "+ Một."),
        ["in"],
    ),
    "a dash split into a dash and a plus": (lambda w: w.split("Đổi mới tư duy", "+ "), ["in"]),
    "a paragraph without a mark among dashes": (
        lambda w: w.insert_like("Đổi mới tư duy", "Nhằm tiếp tục phát huy", "Còn việc khác."),
        ["in"],
    ),
    "a score": (lambda w: w.type_in_cell("Thực hiện kế hoạch CCHC", 3, "1,4000"), ["number"]),
    "words of a cell": (
        lambda w: w.type_in_cell("Thực hiện kế hoạch CCHC", 8, "Quý IV"), ["words"],
    ),
    "a cell filled": (
        lambda w: w.type_in_cell("Thực hiện quy định về sử dụng các nguồn tài chính", 8, "Quý III"),
        ["cell"],
    ),
    "words of a merged cell": (
        lambda w: w.replace("Sở Tư pháp và các sở, ban, ngành, UBND cấp huyện, cấp xã.",
                            "Sở Tư pháp và UBND các cấp."),
        ["words"],
    ),
    "italics set": (lambda w: w.emphasize("giải pháp cụ thể"), ["look"]),
    "bold set on a value": (lambda w: w.emphasize("năm 2024 chỉ", "b"), ["look"]),
    "bold and a word": (
        lambda w: w.replace("tối đa", "cao nhất").emphasize("giải pháp cụ thể", "b"), ["words"],
    ),
    "a word put before others in italics": (
        lambda w: w.replace("văn bản triển khai của", "các văn bản của"), ["words"],
    ),
    "a row out": (lambda w: w.delete_row("Thực hiện nhiệm vụ được Chính phủ"), ["row out"]),
    "a row in": (
        lambda w: w.copy_row(
            "Thực hiện nhiệm vụ được Chính phủ", "1.8", "Thông tin, tuyên truyền: đổi mới", "1",
            "0,5", "-0,5", "Chưa đủ bài", "Tăng bài viết", "Sở Nội vụ", "Quý IV", "Bài viết",
        ),
        ["row in"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("tracked", [False, True], ids=["typed", "tracked"])
@pytest.mark.parametrize("name", APPLIED)
def test_an_edit_that_has_one_answer_is_taken(project, name, tracked):
    edit, kinds = APPLIED[name]
    before = content(project[0])
    found, built, word = taken(project, edit, tracked=tracked)
    assert verdicts(found) == [(kind, "applied") for kind in kinds], found
    follows = {" ".join(change.old.split()) for change in found.follows}
    rest = [line for line in built if line not in word and line not in follows]
    assert rest == []
    if not found.follows:
        assert built == word
    after = content(project[0])
    gone = [n for n in before if before[n].count("#") > after[n].count("#")]
    assert gone == [], "comments stay"


ASKED = {
    "a value overtyped": (lambda w: w.replace("hạn chế năm 2023, duy", "hạn chế năm 2022, duy"),
                          ("value", "asked")),
    "a computed figure": (lambda w: w.replace("-0,0259", "-0,0300"), ("computed", "asked")),
    "an agency's name": (lambda w: w.replace("Sở Tư pháp", "Sở Pháp chế"), ("agency", "asked")),
    "a number not Vietnamese": (
        lambda w: w.type_in_cell("Thực hiện kế hoạch CCHC", 3, "1.48"), ("number", "asked"),
    ),
    "a word of the template": (
        lambda w: w.replace("Độc lập - Tự do", "Độc lập – Tự do"), ("template", "refused"),
    ),
    "a mark retyped": (lambda w: w.replace("2. Yêu cầu", "3. Yêu cầu"), ("mark", "refused")),
    "a heading alone out": (lambda w: w.delete("2. Yêu cầu"), ("out", "asked")),
    "a new heading": (lambda w: w.insert("2. Yêu cầu", "3. Nguyên tắc"), ("in", "asked")),
    "a group row out": (lambda w: w.delete_row("Cải cách thể chế"), ("row out", "asked")),
    "italics set on a name of the letterhead": (
        lambda w: w.emphasize("TỈNH QUẢNG TRỊ"), ("look", "refused"),
    ),
    "italics inside a word": (lambda w: w.emphasize("iải phá"), ("look", "refused")),
    "a letter of nobody's alphabet": (
        lambda w: w.replace("điểm tối đa", "điểm \uf0e0 cao"), ("words", "asked"),
    ),
    "a picture": (lambda w: w.picture("Xác định cụ thể nội dung"), ("picture", "refused")),
    "a column out": (
        lambda w: w.delete_column("Thực hiện kế hoạch CCHC", 9), ("column", "refused"),
    ),
    "a cell no longer merged": (
        lambda w: w.unmerge("Sở Tài chính và các Sở, Ban, Ngành; UBND"), ("merge", "asked"),
    ),
    "braces typed": (lambda w: w.replace("điểm tối đa", "điểm {{ tối đa }}"), ("words", "asked")),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_an_edit_that_has_no_one_answer_is_asked_or_refused_with_its_reason(project, name):
    edit, verdict = ASKED[name]
    before = content(project[0])
    found, _, _ = taken(project, edit)
    assert verdict in verdicts(found), found
    assert found.edits == []
    assert all(change.why for change in found.changes)
    assert content(project[0]) == before


def test_long_dashes_that_word_makes_of_marks_change_nothing(project):
    def edit(word):
        for text in word.root.iter(W + "t"):
            if (text.text or "").startswith("- "):
                text.text = f"– {text.text[2:]}"

    found, built, _ = taken(project, edit)
    assert found.changes == ()
    assert built == paper(project[1])


@pytest.mark.parametrize("year", ROOTS)
def test_a_file_that_was_only_saved_changes_nothing(year, tmp_path):
    project = copy_project(tmp_path, ROOTS[year])
    data = printed(project, year)
    for saved in (data, Word(data).noise().saved()):
        found = look(saved, project / "content" / year, project)
        assert found.known
        assert found.changes == ()
        assert found.follows == ()


def test_certain_edits_are_taken_and_the_others_asked(project):
    def edit(word):
        word.replace("tỷ lệ điểm tối đa", "tỷ lệ điểm cao nhất")
        word.replace("hạn chế năm 2023, duy", "hạn chế năm 2022, duy")
        word.insert(QUALITY, "- Tăng cường kiểm tra công vụ.")
        word.replace("Sở Tư pháp", "Sở Pháp chế")

    found, built, _ = taken(project, edit, tracked=True)
    assert sorted(verdicts(found)) == [
        ("agency", "asked"), ("in", "applied"), ("value", "asked"), ("words", "applied"),
    ]  # fmt: skip
    assert {author for change in found.changes for author in change.authors} == {"Lê Văn Sửa"}
    assert any("tỷ lệ điểm cao nhất" in line for line in built)


def test_a_certain_edit_beside_a_value_that_was_overtyped_is_taken(project):
    def edit(word):
        word.replace("năm 2024 chỉ số PAR", "năm 2025 chỉ số PAR").replace("tối đa", "cao nhất")

    found, built, _ = taken(project, edit)
    assert sorted(verdicts(found)) == [("value", "asked"), ("words", "applied")]
    assert any("điểm cao nhất" in line and "năm 2024 chỉ số PAR" in line for line in built)


NOTED = "2035-2039"
NOTES = {
    "words before it": (
        lambda w: w.replace("Luật Lâm nghiệp", "Bộ luật Lâm nghiệp"), "words",
        "Bộ luật Lâm nghiệp^[Trong Kế hoạch này, rừng phòng hộ",
    ),
    "words behind it": (
        lambda w: w.replace(" hiện hành", " năm 2017"), "words",
        "Luật Lâm nghiệp^[Trong Kế hoạch này, rừng phòng hộ hiểu theo Luật Lâm nghiệp.] năm 2017",
    ),
    "its words": (
        lambda w: w.rewrite_note("lim xanh", "lim vàng"), "note",
        "cây bản địa^[Ưu tiên lim vàng, giổi xanh và sến mật.]",
    ),
    "words of one with a value": (
        lambda w: w.rewrite_note("số liệu kiểm kê", "kết quả kiểm kê"), "note",
        "năm {{ year - 1 }}; không tính *cây trồng phân tán*.]",
    ),
    "it went": (lambda w: w.delete_note("lim xanh"), "note", "giống cây bản địa phù hợp"),
    "it went from a cell": (lambda w: w.delete_note("lòng hồ"), "note", "Đầu nguồn sông Bạc"),
    "it came": (
        lambda w: w.add_note("Trồng đủ diện tích", "Tính cả rừng trồng lại."), "note",
        "Trồng đủ diện tích^[Tính cả rừng trồng lại.] theo bảng",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTES)
def test_footnotes_come_home_with_the_sentence_that_calls_them(name, tmp_path):
    edit, kind, said = NOTES[name]
    root = copy_project(tmp_path, ROOTS[NOTED])
    word = Word(printed(root, NOTED))
    edit(word)
    found = look(word.saved(), root / "content" / NOTED, root)
    assert verdicts(found) == [(kind, "applied")]
    assert apply(found.edits, root).findings == []
    plan = (root / "content" / NOTED / "plan.yaml").read_text("utf-8")
    assert said in re.sub(r"\s+", " ", plan)


def test_figures_that_follow_from_a_score_are_told(project):
    found, _, _ = taken(project, APPLIED["a score"][0])
    assert {change.kind for change in found.follows} == {"computed"}
    assert len(found.follows) >= 3


def test_comments_stand_at_the_line_on_whose_words_they_are(project):
    root, data = project
    word = Word(data).comment("tỷ lệ điểm tối đa", "Có chắc không?")
    found = look(word.saved(), root / "content" / YEAR, root)
    assert found.changes == ()
    remark = found.remarks[0]
    assert (remark.comment.author, remark.comment.quote) == ("Trần Thị Xem", "tỷ lệ điểm tối đa")
    assert remark.where.file == "content/2024/purposes.yaml"
    shown = as_text(found, answer(found, {}), {})
    assert "Trần Thị Xem, 07/06/2024 “tỷ lệ điểm tối đa”" in shown
    assert "Có chắc không?" in shown


def test_who_tracked_a_change_and_when_is_told(project):
    root, data = project
    word = Word(data, tracked=True).replace("tỷ lệ điểm tối đa", "tỷ lệ điểm cao nhất")
    found = look(word.saved(), root / "content" / YEAR, root)
    assert "(Lê Văn Sửa, 05/06/2024)" in as_text(found, answer(found, {}), {})


def edits_of_two_files(word):
    word.replace("tỷ lệ điểm tối đa", "tỷ lệ điểm cao nhất").replace(SIGNER, "Nguyễn Văn Mẫu")


def test_a_content_file_saved_meanwhile_stops_the_whole_lot(project):
    root, data = project
    word = Word(data)
    edits_of_two_files(word)
    found = look(word.saved(), root / "content" / YEAR, root)
    plan = root / "content" / YEAR / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "# vừa sửa\n", "utf-8")
    before = content(root)
    assert [each.code for each in apply(found.edits, root).findings] == ["KH050"]
    assert content(root) == before


@pytest.mark.parametrize("moment", range(4))
def test_killed_at_any_moment_the_content_is_old_or_new(project, monkeypatch, moment):
    root, data = project
    word = Word(data)
    edits_of_two_files(word)
    found = look(word.saved(), root / "content" / YEAR, root)
    old = content(root)
    there = root.with_name("there")
    shutil.copytree(root, there)
    again = look(word.saved(), there / "content" / YEAR, there)
    assert apply(again.edits, there).findings == []
    new = content(there)
    assert sum(old[name] != new[name] for name in old) == 2
    replace, calls = Path.replace, []

    def killed(path, target):
        calls.append(path)
        if len(calls) > moment:
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", killed)
    if moment < 3:
        with pytest.raises(KeyboardInterrupt):
            apply(found.edits, root)
    else:
        apply(found.edits, root)
    monkeypatch.undo()
    assert finish(root) == []
    assert content(root) in (old, new)


def test_a_build_over_an_edited_document_says_what_was_edited(project, capsys):
    root, _ = project
    assert main(["-C", str(root), "build", YEAR]) == 0
    document = root / "output" / f"KH_{YEAR}.docx"
    document.write_bytes(Word(document.read_bytes()).replace("điểm tối đa", "điểm cao").saved())
    capsys.readouterr()
    plan = root / "content" / YEAR / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Báo Quảng Trị", "Báo tỉnh"), "utf-8")
    assert main(["-C", str(root), "build", YEAR]) == 1
    said = capsys.readouterr().out
    assert "KH040" in said
    assert "docgen accept" in said
    assert "{+cao;+}" in said
    assert main(["-C", str(root), "accept", str(document), "--write"]) == 0
    assert main(["-C", str(root), "build", YEAR]) == 0


def test_an_accepted_file_with_comments_stays_beside_the_document_built_over_it(project, capsys):
    root, _ = project
    assert main(["-C", str(root), "build", YEAR]) == 0
    document = root / "output" / f"KH_{YEAR}.docx"
    word = Word(document.read_bytes()).replace("điểm tối đa", "điểm cao")
    edited = word.comment("Đổi mới tư duy", "Nên nói rõ hơn").saved()
    document.write_bytes(edited)
    capsys.readouterr()
    assert main(["-C", str(root), "accept", str(document), "--write"]) == 0
    assert "docgen build sẽ giữ tệp Word này bên cạnh" in capsys.readouterr().out
    assert main(["-C", str(root), "build", YEAR]) == 0
    kept = [each for each in document.parent.glob("*.docx") if each != document]
    assert [each.read_bytes() for each in kept] == [edited]
    assert "điểm cao" in "".join(paper(document.read_bytes()))


def test_what_a_rebuild_does_not_bear_out_is_asked_and_the_rest_is_taken(project, monkeypatch):
    def lying(text, value):
        return edits.reword(text, value.replace("cao nhất", "thấp nhất"))

    monkeypatch.setattr(texts, "reword", lying)
    root, data = project
    word = Word(data)
    edits_of_two_files(word)
    found = look(word.saved(), root / "content" / YEAR, root)
    assert sorted(verdicts(found)) == [("unproved", "asked"), ("words", "applied")]
    assert [edit.new for edit in found.edits] == ["Nguyễn Văn Mẫu"]
