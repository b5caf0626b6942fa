"""Tracked changes with who and when, comments with their words, marks that Word sets itself."""

from docgen.docx.numbering import marks
from docgen.docx.read import read
from docgen.docx.reviewing import comments, revisions
from tests.small_docx import docx, paragraph, run

AN = 'w:id="1" w:author="An" w:date="2024-06-05T08:00:00Z"'
BINH = 'w:id="2" w:author="Bình"'


def gone(text, who=BINH):
    return f"<w:del {who}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def came(text, who=AN):
    return f"<w:ins {who}>{run(text)}</w:ins>"


def told(body, **how):
    return [
        [(each.kind, each.author, each.start, each.end, each.words) for each in revisions(one)]
        for one in read(docx(body), **how).paragraphs
    ]


def test_tracked_words_say_who_wrote_them_and_where_they_stand():
    body = paragraph(run("một "), came("hai"), gone("ba"), run(" bốn"))
    assert told(body) == [[("in", "An", 4, 7, "hai"), ("out", "Bình", 7, 7, "ba")]]
    assert told(body, revised=False) == [[("in", "An", 4, 4, "hai"), ("out", "Bình", 4, 6, "ba")]]


def test_a_date_is_told_where_the_file_has_one():
    (only,) = read(docx(paragraph(came("x"), gone("y")))).paragraphs
    assert [each.date for each in revisions(only)] == ["2024-06-05T08:00:00Z", ""]


def test_words_put_in_by_one_and_taken_out_by_another_are_the_others():
    nested = f"<w:ins {AN}>{gone('x')}</w:ins>"
    assert told(paragraph(run("một"), nested)) == [[("out", "Bình", 3, 3, "x")]]


def test_moved_words_and_joined_paragraphs_are_changes_too():
    moved = f"<w:moveFrom {AN}>{run('đi')}</w:moveFrom><w:moveTo {AN}>{run('đến')}</w:moveTo>"
    assert told(paragraph(moved)) == [[("out", "An", 0, 0, "đi"), ("in", "An", 0, 3, "đến")]]
    joined = paragraph(run("một "), mark=f"<w:del {BINH}/>") + paragraph(run("hai"))
    assert told(joined) == [[("out", "Bình", 4, 4, "")]]


def test_a_comment_says_whose_it_is_and_on_which_words():
    said = f"<w:comment {AN}><w:p>{run('vì sao?')}</w:p><w:p>{run('xem lại')}</w:p></w:comment>"
    body = paragraph(run("bỏ")) + paragraph(
        run("một "),
        '<w:commentRangeStart w:id="1"/>',
        run("hai"),
        came(" ba", BINH),
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        run(" bốn"),
    )
    document = read(docx(body, comments=said))
    (only,) = comments(document)
    assert (only.author, only.text, only.start, only.quote) == (
        "An", "vì sao?\nxem lại", 4, "hai ba",
    )  # fmt: skip
    assert only.paragraph is document.paragraphs[1]


def test_a_comment_over_two_paragraphs_and_one_without_its_place():
    said = f"<w:comment {AN}>{paragraph(run('a'))}</w:comment>"
    said += f"<w:comment {BINH}>{paragraph(run('b'))}</w:comment>"
    body = paragraph('<w:commentRangeStart w:id="1"/>', run("một"))
    body += paragraph(run("hai"), '<w:commentRangeEnd w:id="1"/>')
    first, second = comments(read(docx(body, comments=said)))
    assert (first.quote, second.paragraph) == ("một\nhai", None)


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def test_replies_stand_with_the_comment_that_they_answer_and_say_whether_it_is_settled():
    def said(who, text, name):
        own = paragraph(run(text)).replace("<w:p>", f'<w:p xmlns:w14="{W14}" w14:paraId="{name}">')
        return f"<w:comment {who}>{own}</w:comment>"

    threads = "".join(
        f'<w15:commentEx xmlns:w15="{W15}" w15:paraId="{name}" w15:done="{done}"{parent}/>'
        for name, done, parent in (
            ("AA", 1, ""), ("BB", 1, ' w15:paraIdParent="AA"'), ("CC", 0, ""),
        )
    )  # fmt: skip
    body = paragraph('<w:commentRangeStart w:id="1"/>', run("một"), '<w:commentRangeEnd w:id="1"/>')
    own = said(AN, "vì sao?", "AA") + said(BINH, "đã sửa", "BB")
    own += said(BINH.replace('"2"', '"3"'), "còn đây?", "CC")
    first, second = comments(read(docx(body, comments=own, commentsExtended=threads)))
    assert [(each.author, each.text) for each in first.answers] == [("Bình", "đã sửa")]
    assert (first.quote, first.resolved, second.text, second.resolved) == (
        "một", True, "còn đây?", False,
    )  # fmt: skip


def in_list(number, level, text):
    properties = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def level(at, kind, text, start=1):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def test_the_marks_that_word_counts_are_counted_as_word_counts_them():
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "decimal", "%2.%3.")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
        + level(0, "bullet", "\uf02d")
        + level(1, "lowerLetter", "%2)", start=2)
        + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    )
    wanted = [
        (7, 0, "I."), (7, 1, "1."), (7, 2, "1.1."), (7, 2, "1.2."), (7, 1, "2."), (8, 0, "-"),
        (7, 2, "2.1."), (7, 0, "II."), (0, 0, None), (7, 1, "1."), (8, 1, "b)"), (8, 1, "c)"),
        (9, 0, "IV."),
    ]  # fmt: skip
    body = "".join(in_list(number, at, "x") for number, at, _ in wanted)
    document = read(docx(body, numbering=numbering))
    found = marks(document)
    assert [found.get(each.xml) for each in document.paragraphs] == [mark for *_, mark in wanted]


def test_a_style_can_number_its_paragraphs():
    styles = (
        '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1)")}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>{run("x")}</w:p>{paragraph(run("y"))}'
    document = read(docx(body, styles=styles, numbering=numbering))
    assert list(marks(document).values()) == ["1)"]
