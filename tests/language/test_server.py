"""`docgen lsp` over its pipes, as an editor uses it, on a copy of the real plan."""

import shutil
import unicodedata

import pytest

from tests.language.editor import Editor, covered, edited, place_of

PLAN, TASKS, TABLE, AGENCIES = (
    f"content/{name}.yaml"
    for name in ("2024/plan", "2024/assignments", "2024/appendix", "agencies")
)


@pytest.fixture(scope="module")
def editor(short_plan, tmp_path_factory):
    root = tmp_path_factory.mktemp("kế hoạch")
    shutil.copytree(short_plan / "content", root / "content")
    editor = Editor(root)
    for name in (PLAN, TASKS, TABLE, AGENCIES):
        editor.open(name)
    yield editor
    assert editor.close() == 0


@pytest.fixture
def text(editor):
    """The texts of the files, which each test finds as they are on the disk."""
    texts = {
        name: (editor.root / name).read_text("utf-8") for name in (PLAN, TASKS, TABLE, AGENCIES)
    }
    for name, words in texts.items():
        editor.type(name, words)
    return texts


def type_instead(editor, text, name, old, new):
    """Types other words over some; gives the new text and what is then told of the file."""
    assert old in text[name]
    after = text[name].replace(old, new, 1)
    editor.type(name, after)
    return after, editor.findings(name)


def test_a_slip_is_told_at_its_place_while_it_is_typed_and_mended_by_its_action(editor, text):
    after, found = type_instead(
        editor, text, TABLE, "Một số nhiệm vụ công khai", "Một số  nhiệm vụ công khai"
    )
    finding = next(each for each in found if covered(after, each["range"]).isspace())
    assert (finding["source"], finding["severity"]) == ("docgen", 2)
    assert finding["code"].startswith("KH4")
    message, hint = finding["message"].split("\n")[:2]
    assert "dấu cách" in message
    assert hint.startswith("→ ")
    action = editor.actions(TABLE, finding["range"])["Sửa dấu cách"]
    assert edited(after, action["edit"]["changes"][editor.uri(TABLE)]) == text[TABLE]


def test_a_wrong_code_is_an_error_and_gone_once_it_is_right_again(editor, text):
    after, found = type_instead(editor, text, TASKS, "agency: so-noi-vu", "agency: so-noi-vuu")
    wrong = [each for each in found if covered(after, each["range"]) == "so-noi-vuu"]
    assert [each["severity"] for each in wrong] == [1]
    editor.type(TASKS, text[TASKS])
    assert not [each for each in editor.findings(TASKS) if each["severity"] == 1]


def test_places_count_utf16_units_of_decomposed_letters(editor, text):
    line = "  - Sở Nội vụ 😀 chủ  trì việc này"
    written = unicodedata.normalize("NFD", text[PLAN])
    mark = unicodedata.normalize("NFD", "closing:\n")
    after = written.replace(mark, mark + unicodedata.normalize("NFD", line) + "\n", 1)
    editor.type(PLAN, after)
    double = [each for each in editor.findings(PLAN) if covered(after, each["range"]) == "  "]
    assert [each["range"]["start"] for each in double] == [
        place_of(after, unicodedata.normalize("NFD", "chủ  trì"), len("chủ") + 1)
    ]
    actions = editor.actions(PLAN, double[0]["range"])
    whole = actions["Đưa cả tệp về chữ dựng sẵn (NFC)"]["edit"]["changes"][editor.uri(PLAN)]
    assert edited(after, whole) == unicodedata.normalize("NFC", after)


def test_letting_a_finding_stand_begins_the_comment_and_asks_for_the_reason(editor, text):
    after, found = type_instead(editor, text, TASKS, "Chủ trì tiếp tục", "Chủ trì  tiếp tục")
    finding = next(each for each in found if covered(after, each["range"]) == "  ")
    title = f"Bỏ qua {finding['code']} ở đây, ghi lý do"
    edits = editor.actions(TASKS, finding["range"])[title]["edit"]["changes"][editor.uri(TASKS)]
    begun = edited(after, edits)
    comment = f"# docgen: bỏ qua {finding['code']} – "
    assert f"{comment}\n      - Chủ trì  tiếp" in begun
    editor.type(TASKS, begun)
    codes = [each["code"] for each in editor.findings(TASKS)]
    assert "KH091" in codes
    assert finding["code"] in codes
    editor.type(TASKS, begun.replace(comment, f"{comment}chép đúng bản quét"))
    codes = [each["code"] for each in editor.findings(TASKS)]
    assert finding["code"] not in codes
    assert "KH091" not in codes


@pytest.mark.parametrize(
    ("name", "words", "into", "said"),
    [
        (
            PLAN,
            "thứ {{ par_index.rank }}",
            9,
            ["{{ par_index.rank }} in ra: 41", "In ra: Trên cơ sở"],
        ),
        (PLAN, "number:", 2, ["Số văn bản", "Bỏ trống khi chưa ban hành."]),
        (TASKS, "agency: so-noi-vu", 10, ["Sở Nội vụ", "Mã: so-noi-vu"]),
        (TASKS, "agency: so-noi-vu", 2, ["Cơ quan", "Mã hoặc tên trong agencies.yaml"]),
        (TABLE, "score: 1,4741", 2, ["“Điểm thẩm định” (score:)", "(loss:) = -0,0259"]),
        (TABLE, "max: 9,5", 6, ["(score:) = 8,4239", "(loss:) = -1,0761"]),
    ],
)
def test_hover_says_what_prints_what_is_computed_and_who_is_meant(
    name, words, into, said, editor, text
):
    shown = editor.at(name, place_of(text[name], words, into), "hover")["contents"]["value"]
    assert [each for each in said if each not in shown] == [], shown


def test_completion_offers_agencies_with_their_names(editor, text):
    after = text[TASKS].replace("- agency: so-noi-vu", "- agency: ", 1)
    editor.type(TASKS, after)
    offered = editor.labels(TASKS, place_of(after, "- agency: \n", len("- agency: ")))
    assert len(offered) == sum(
        line[:1].isalpha() and line.endswith(":") for line in text[AGENCIES].splitlines()
    )
    assert offered["so-noi-vu"]["detail"] == "Sở Nội vụ"
    written = edited(after, [offered["so-noi-vu"]["textEdit"]])
    assert written == text[TASKS]


def test_completion_offers_the_columns_of_a_row_with_their_titles(editor, text):
    after = text[TABLE].replace("          score: 1,4741\n", "          sc\n", 1)
    editor.type(TABLE, after)
    offered = editor.labels(TABLE, place_of(after, "          sc\n", len("          sc")))
    assert offered["score"]["detail"] == "Điểm thẩm định"
    assert {"code", "name", "max", "remedy", "rows", "shared"} <= set(offered)
    written = edited(after, [offered["score"]["textEdit"]])
    assert "\n          score: \n" in written


@pytest.mark.parametrize(
    ("name", "old", "typed", "offered"),
    [
        (TABLE, "      kind: decimal", "      kind: ", {"text", "decimal", "integer", "order"}),
        (AGENCIES, "  group: yes", "  group: ", {"yes", "no"}),
        (PLAN, "    rank: 41", "    ra", {"name", "score", "rank", "of", "row", "previous_rank",
                                          "previous_score"}),
        (PLAN, "recipients:\n", "recipients:\n  - Sở ", set()),
    ],
)  # fmt: skip
def test_completion_offers_the_keys_and_choices_of_a_place_and_nothing_in_a_sentence(
    name, old, typed, offered, editor, text
):
    after = text[name].replace(old, typed, 1)
    editor.type(name, after)
    assert set(editor.labels(name, place_of(after, typed, len(typed)))) == offered


def test_completion_offers_the_names_within_braces_with_their_values(editor, text):
    after = text[PLAN].replace("{{ par_index.rank }}", "{{ par_index.", 1)
    editor.type(PLAN, after)
    offered = editor.labels(PLAN, place_of(after, "thứ {{ par_index.", len("thứ {{ par_index.")))
    assert offered["score"]["detail"] == "86,25"
    assert "move" in offered
    after = text[PLAN].replace("{{ par_index.rank }}", "{{ ", 1)
    editor.type(PLAN, after)
    offered = editor.labels(PLAN, place_of(after, "thứ {{ ", len("thứ {{ ")))
    assert {"year", "par_index", "sipas", "issuer", "place"} <= set(offered)


@pytest.mark.parametrize(
    ("called", "into", "said"),
    [
        ((TASKS, "agency: so-noi-vu"), 10, (AGENCIES, "\nso-noi-vu:", 1)),
        ((TASKS, "{{ year }}"), 4, (PLAN, "\nyear:", 1)),
        ((PLAN, "thứ {{ papi.rank }}"), 9, (PLAN, "  papi:", 2)),
        ((PLAN, "thứ {{ papi.rank }}"), 13, (PLAN, "    rank: 26", 4)),
        ((PLAN, "{{ papi.move }}"), 9, (PLAN, "    rank: 26", 4)),
        ((TABLE, "score: 1,4741"), 2, (TABLE, "key: score", 5)),
        ((PLAN, "- assignments.yaml"), 4, (TASKS, "", 0)),
    ],
)
def test_definition_leads_to_where_it_is_said(called, into, said, editor, text):
    name, words = called
    file, there, behind = said
    place = editor.at(name, place_of(text[name], words, into), "definition")
    assert place["uri"] == editor.uri(file)
    assert place["range"]["start"] == place_of(text[file], there, behind)


def test_an_agency_gets_another_code_in_all_files_of_all_years(editor, text):
    other = editor.root / "content" / "2023"
    other.mkdir()
    lines = "year: 2023\nsections:\n  - title: A\n    assignments:\n      - agency: 'so-noi-vu'\n"
    (other / "plan.yaml").write_text(lines, "utf-8")
    start = place_of(text[TASKS], "agency: so-noi-vu", 12)
    try:
        ready = editor.at(TASKS, start, "prepareRename")
        assert ready["placeholder"] == covered(text[TASKS], ready["range"]) == "so-noi-vu"
        edit = editor.at(TASKS, start, "rename", newName="so-noi-vu-moi")["changes"]
        used = editor.at(TASKS, start, "references", context={"includeDeclaration": True})
        name = "content/2023/plan.yaml"
        assert edited(lines, edit[editor.uri(name)]) == lines.replace("so-noi-vu", "so-noi-vu-moi")
    finally:
        shutil.rmtree(other)
    assert len(used) == sum(map(len, edit.values()))
    after = {each: edited(text[each], edit[editor.uri(each)]) for each in (TASKS, AGENCIES)}
    assert editor.uri(TABLE) not in edit
    assert "so-noi-vu-moi:\n  name: Sở Nội vụ" in after[AGENCIES]
    assert "- agency: so-noi-vu-moi\n" in after[TASKS]
    for name, words in after.items():
        editor.type(name, words)
    errors = [each for name in after for each in editor.findings(name) if each["severity"] == 1]
    assert errors == []


@pytest.mark.parametrize(
    ("new", "why"), [("so-tu-phap", "đã có cơ quan"), ("Sở Nội vụ", "không làm mã được")]
)
def test_a_code_that_is_taken_or_none_is_refused_with_the_reason(new, why, editor, text):
    place = place_of(text[TASKS], "agency: so-noi-vu", 12)
    assert editor.at(TASKS, place, "rename", newName=new) is None
    assert why in editor.shown[-1]


def test_nothing_is_renamed_while_a_file_is_no_yaml(editor, text):
    editor.type(TASKS, text[TASKS] + '  - agency: "so-noi-vu\n')
    place = place_of(text[TASKS], "agency: so-noi-vu", 12)
    assert editor.at(TASKS, place, "rename", newName="so-noi-vu-moi") is None
    assert TASKS in editor.shown[-1]


def test_a_column_that_is_called_like_a_key_calls_no_agency(editor, text):
    words = "          agencies: Các sở, ban, ngành"
    after = text[TABLE].replace(words, "          agencies: so-noi-vu # Các sở, ban, ngành", 1)
    assert after != text[TABLE]
    editor.type(TABLE, after)
    place = place_of(after, "agencies: so-noi-vu", len("agencies: so-noi-vu"))
    assert editor.labels(TABLE, place) == {}
    assert editor.at(TABLE, place, "rename", newName="so-noi-vu-moi") is None


@pytest.mark.parametrize("name", [PLAN, TABLE])
def test_no_place_of_a_text_however_broken_leaves_a_question_without_answer(name, editor, text):
    half = text[name][: len(text[name]) // 2]
    for broken in ("", f"{half}{{{{ par_", f'{half}\n  "x: [', text[name].replace("\n", "\r\n")):
        editor.type(name, broken)
        for line in range(0, broken.count("\n") + 2, 23):
            place = {"line": line, "character": line % 90}
            for what in ("hover", "completion", "definition", "prepareRename"):
                editor.at(name, place, what)  # an answer that is an error fails
            editor.actions(name, {"start": place, "end": place})


def test_a_file_that_is_closed_is_told_clean_and_one_that_is_no_content_is_left_alone(editor, text):
    type_instead(editor, text, TASKS, "Chủ trì tiếp tục", "Chủ trì  tiếp tục")
    source = "content/2024/SOURCE.md"
    editor.open(source)
    assert editor.at(source, {"line": 0, "character": 0}, "hover") is None
    for name in (TASKS, TABLE, PLAN, AGENCIES):
        editor.say("textDocument/didClose", textDocument={"uri": editor.uri(name)})
    editor.versions[TASKS] = None
    assert editor.findings(TASKS) == []
    for name in (PLAN, TASKS, TABLE, AGENCIES):
        editor.open(name)
    editor.findings(TASKS)
