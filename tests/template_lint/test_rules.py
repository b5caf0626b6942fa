import re
import zipfile
from functools import partial

import docx
import pytest

from docgen.docx import named_styles
from docgen.docx.plain_text import plain_text
from docgen.docx.read import read
from docgen.finding import Severity
from docgen.load.folder import load
from docgen.paper import check_paper
from docgen.render.document import render
from docgen.render.template import open_template
from docgen.template_lint import RULES, lint, with_comments
from docgen.view.plan import build_view
from tests.paper_damage import Change, damaged, style, words
from tests.tools import REPOSITORY, sampled

TEMPLATE = REPOSITORY / "templates" / "KH_template.docx"


def linted(path):
    return lint(path, "mau.docx")


@pytest.fixture
def spoilt(tmp_path):
    """A copy of the template with changes made."""

    def copy(*changes):
        path = tmp_path / "mau.docx"
        path.write_bytes(damaged(TEMPLATE.read_bytes(), *changes))
        return path

    return copy


def test_nothing_is_wrong_with_the_template_of_the_office():
    assert linted(TEMPLATE) == []


def in_two_runs(parts, look):
    """The tag `{{ place }}` cut in two, the second half with a look of its own."""
    run = words(PLACE).find(parts).find("{*}r")
    text = run.find("{*}t")
    first, second = text.text.split("place }}")
    other = run.makeelement(run.tag)
    other.append(other.makeelement(text.tag))
    text.text, other[0].text = first, "place }}" + second
    if look:
        other.insert(0, other.makeelement(text.tag.replace("}t", "}rPr")))
        other[0].append(other.makeelement(text.tag.replace("}t", f"}}{look}")))
    run.addnext(other)


def into_next_cell(parts):
    """The end of the loop over the issuer moved into the cell beside it."""
    end = words("{%p endfor %}", 1).find(parts)
    end.getparent().getnext().append(end)


PLACE, BODY, DASH = "{{ place }}", "{%p for b in body %}", '"dash"'
INLINE = "{{ b.mark }} {{r b.text }}"
LINES = "{{p rules.issuer }}"
# What is spoilt, the codes that must speak, words of the message, how it is spoilt.
DAMAGES: list[tuple[str, set[str], str, Change]] = [
    ("an insertion", {"KH801"}, PLACE, words(PLACE).put("ins/r")),
    ("a deletion", {"KH801"}, "KẾ HOẠCH", words("KẾ HOẠCH").put("del/r")),
    ("a deleted paragraph mark", {"KH801"}, "KẾ HOẠCH", words("KẾ HOẠCH").put("pPr/rPr/del")),
    ("curly quotes", {"KH802"}, "““”", words("heading1").reword('"heading1"', "“heading1”")),
    ("a dash", {"KH802", "KH807"}, "“–”", words("addressees[0]").reword("[0]", "[1–1]")),
    ("text beside {%p", {"KH803"}, BODY, words(BODY).reword("{%p", "Nội dung {%p")),
    ("text beside {{p", {"KH803"}, LINES, words(LINES).reword("{{p", "- {{p")),
    ("text beside {%tr", {"KH803", "KH808"}, "{%tr",
     words("{%p for line in superior").reword("{%p", "{%tr")),
    ("a plain for", {"KH804", "KH808"}, "{% for b in body %}", words(BODY).reword("{%p", "{%")),
    ("half a tag bold", {"KH805"}, "{{ place }}", partial(in_two_runs, look="b")),
    ("a bookmark in a loop", {"KH806"}, "dấu trang",
     words(INLINE).put("bookmarkStart", name="x")),
    ("an open tag", {"KH807"}, "{{", words(PLACE).reword("place }}", "place }")),
    ("a broken tag", {"KH807"}, "{{ place place }}",
     words(PLACE).reword("place }}", "place place }}")),
    ("a tag of another kind", {"KH807"}, "{% set", words(PLACE).reword(PLACE, "{% set x = 1 %}")),
    ("a for without end", {"KH808"}, "endfor", words("{%p endfor %}", -1).drop()),
    ("an end without for", {"KH808"}, "{%p endfor %}", words("{%p endfor %}").copy_after()),
    ("an else outside", {"KH808"}, "{%p else %}",
     words("KẾ HOẠCH").reword("KẾ HOẠCH", "{%p else %}")),
    ("an end in another cell", {"KH808"}, "không cùng ô", into_next_cell),
    ("a name misspelt", {"KH809"}, "“plase”", words(PLACE).reword("place", "plase")),
    ("a name behind the dot", {"KH809"}, "“mak”", words(INLINE).reword("b.mark", "b.mak")),
    ("a name after its loop", {"KH809"}, "“line”",
     words("KẾ HOẠCH").reword("KẾ HOẠCH", "{{ line }}")),
    ("a name out of its loop", {"KH809"}, "“b”", words(BODY).reword("for b in", "for c in")),
    ("a kind of block", {"KH809"}, "“dahs”", words(DASH).reword("dash", "dahs")),
    ("a filter", {"KH809"}, "“lenght”", words("length").reword("length", "lenght")),
    ("the signer left out", {"KH810"}, "signature.name", words("signature.name").drop()),
    ("appendices left empty", {"KH810"}, "a.body",
     words("{%p for b in a.body").reword("a.body", "body")),
    ("a text without r", {"KH811"}, "{{r b.text }}", words(INLINE).reword("{{r", "{{")),
    ("r on plain words", {"KH811"}, PLACE, words(PLACE).reword("{{ place", "{{r place")),
    ("a line without p", {"KH811"}, LINES, words(LINES).reword("{{p", "{{")),
    ("no style of lines", {"KH812"}, "KHLine", style("KHLine").drop()),
    ("no style of tables", {"KH812"}, "KHTable", style("KHTable").drop()),
    ("no style of signers", {"KH813"}, "Họ tên người ký", style("KHSigner").drop()),
    ("a bold text tag", {"KH814"}, "{{r subject }}", words("{{r subject }}").put("r/rPr/b")),
    ("a column tag", {"KH815"}, "{% vm %}", words(PLACE).reword("{{", "{% vm %}{{")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("named", "said", "change"),
    [
        pytest.param(*damage[1:], id=damage[0], marks=pytest.mark.slow if number % 3 else ())
        for number, damage in enumerate(DAMAGES)
    ],
)
def test_a_damage_is_named_at_its_paragraph_and_nothing_else(spoilt, named, said, change):
    findings = linted(spoilt(change))
    assert {finding.code for finding in findings} == named
    assert any(said in finding.message + finding.hint for finding in findings)
    assert {finding.where.file for finding in findings} == {"mau.docx"}


def test_every_rule_of_the_template_has_a_damage():
    assert set.union(*(damage[1] for damage in DAMAGES)) == {
        rule.code for rule in RULES if rule.code not in ("KH800", "KH816")
    }


def test_what_was_meant_is_said(spoilt):
    (finding,) = linted(spoilt(words(INLINE).reword("b.mark", "b.mak")))
    assert "“mark”" in finding.hint


# What Word does by itself, or the office may do: no rule may speak.
ALLOWED = {
    "a tag cut into runs of one look": partial(in_two_runs, look=""),
    "a tag cut where spelling is not checked": partial(in_two_runs, look="noProof"),
    "a bookmark outside loops": words("KẾ HOẠCH").put("bookmarkStart", name="x"),
    "a bookmark in a line that is a tag": words(DASH).put("bookmarkStart", name="x"),
    "Word's mark of the last place": words(INLINE).put("bookmarkStart", name="_GoBack"),
    "a bold number before a text": words(INLINE).put("r/rPr/b"),
    "a condition inside a line": words(PLACE).reword(PLACE, "{% if place %}{{ place }}{% endif %}"),
    "other words": words("KẾ HOẠCH").reword("KẾ HOẠCH", "Kế hoạch"),
}


@pytest.mark.parametrize("change", sampled(ALLOWED.values(), every=3), ids=ALLOWED)
def test_what_does_no_harm_is_let_be(spoilt, change):
    assert linted(spoilt(change)) == []


def test_a_file_without_core_properties_is_named(tmp_path):
    path = tmp_path / "mau.docx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name != "docProps/core.xml":
                new.writestr(name, old.read(name))
    assert [finding.code for finding in linted(path)] == ["KH816"]


@pytest.mark.parametrize("content", [b"", b"van ban", None], ids=["empty", "no zip", "no file"])
def test_what_is_no_docx_is_a_finding(tmp_path, content):
    path = tmp_path / "mau.docx"
    if content is not None:
        path.write_bytes(content)
    (finding,) = linted(path)
    assert (finding.code, finding.severity) == ("KH800", Severity.ERROR)


def test_the_findings_stand_in_a_copy_as_comments_at_their_paragraphs(spoilt, tmp_path):
    path = spoilt(words(PLACE).reword("place", "plase"), words("{{r subject }}").put("r/rPr/b"))
    findings = linted(path)
    before = path.read_bytes()
    target = tmp_path / "nhan-xet" / "mau.docx"
    target.parent.mkdir()
    target.write_bytes(with_comments(path, findings))
    assert path.read_bytes() == before
    comments = {comment.comment_id: comment.text for comment in docx.Document(str(target)).comments}
    assert len(comments) == len(findings) == 2
    body = docx.Document(str(target)).element.xml
    for code, quote in (("KH809", "{{ plase }}"), ("KH814", "{{r subject }}")):
        (number,) = (each for each, text in comments.items() if text.startswith(code))
        marked = body.split(f'<w:commentRangeStart w:id="{number}"/>')[1]
        marked = marked.split(f'<w:commentRangeEnd w:id="{number}"/>')[0]
        assert quote in "".join(re.findall(r"<w:t[^>]*>([^<]*)", marked))


def test_the_copy_with_comments_is_a_sound_docx(spoilt, tmp_path, check_ooxml):
    path = spoilt(words(PLACE).reword("place", "plase"))
    target = tmp_path / "nhan-xet.docx"
    target.write_bytes(with_comments(path, linted(path)))
    assert [each for each in check_ooxml(target) if "template tag" not in each] == []


def renamed(parts):
    """The ids that LibreOffice makes of the names when it saves."""
    for number, style_id in enumerate(named_styles.PARAGRAPH_STYLES):
        for root in parts.values():
            for each in root.iter("{*}style", "{*}pStyle", "{*}basedOn", "{*}next"):
                for name, value in each.attrib.items():
                    if value == style_id:
                        each.set(name, f"KH{number}")


@pytest.mark.slow
def test_a_template_whose_style_ids_were_remade_is_as_good_as_before(spoilt):
    path = spoilt(renamed)
    assert linted(path) == []
    plan, _ = load(REPOSITORY / "content" / "2024", REPOSITORY)
    view, _ = build_view(plan)
    built = [render(open_template(each, "")[0], view)[0] for each in (TEMPLATE, path)]
    assert check_paper(built[1], "") == []
    assert plain_text(read(built[0])) == plain_text(read(built[1]))


def test_the_named_styles_are_those_of_the_template():
    styles = {each.style_id: each.name for each in docx.Document(str(TEMPLATE)).styles}
    wanted = {**named_styles.PARAGRAPH_STYLES, **named_styles.TABLE_STYLES}
    assert {style: styles.get(style) for style in wanted} == wanted
