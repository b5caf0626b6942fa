"""Silences: `# docgen: bỏ qua KH205 – lý do`. All findings here are made up."""

from docgen.finding import Rule, Severity
from docgen.plan.source import Source
from docgen.rules.silence import apply


def silence(yaml_text: str, *codes_by_line: tuple[str, int]):
    """What happens to findings (code, line) on this file: kept, let stand, about the silences."""
    source = Source("content/2030/plan.yaml", yaml_text)
    starts = [0, *(at + 1 for at, character in enumerate(yaml_text) if character == "\n")]
    findings = [
        Rule(code, Severity.ERROR, "…", "…").at(source.where(starts[line - 1]), "…")
        for code, line in codes_by_line
    ]
    kept, silenced, findings = apply(findings, [source])
    return (
        [(finding.code, finding.where.line) for finding in kept],
        [(each.finding.code, each.finding.where.line, each.reason) for each in silenced],
        [(finding.code, finding.where.line) for finding in findings],
    )


def test_a_silence_at_the_end_of_the_line_lets_its_code_stand_there_and_nowhere_else():
    text = "a: 1  # docgen: bỏ qua KH205 – số của Bộ\nb: 2\n"
    assert silence(text, ("KH205", 1), ("KH205", 2)) == (
        [("KH205", 2)],
        [("KH205", 1, "số của Bộ")],
        [],
    )


def test_a_silence_above_the_line_speaks_of_the_next_line_of_content():
    text = "rows:\n  # docgen: bỏ qua KH601 - bản gốc để trống\n  # một chú thích khác\n  - a: 1\n"
    assert silence(text, ("KH601", 4)) == ([], [("KH601", 4, "bản gốc để trống")], [])


def test_a_silence_does_not_reach_over_a_blank_line():
    text = "# docgen: bỏ qua KH601 – lý do\n\na: 1\n"
    kept, _, findings = silence(text, ("KH601", 3))
    assert kept == [("KH601", 3)]
    assert findings == [("KH090", 1)]


def test_a_text_over_several_lines_is_silenced_as_a_whole_from_above_and_from_its_end():
    above = '# docgen: bỏ qua KH401 – lý do\n- "một câu\n  dài\n  ba dòng"\n- câu khác\n'
    assert silence(above, ("KH401", 4), ("KH401", 5))[0] == [("KH401", 5)]
    behind = '- "một câu\n  dài\n  ba dòng"  # docgen: bỏ qua KH401 – lý do\n- câu khác\n'
    assert silence(behind, ("KH401", 1), ("KH401", 4))[0] == [("KH401", 4)]


def test_one_silence_may_name_several_codes_each_of_which_must_be_needed():
    text = "a: 1  # docgen: bỏ qua KH205, KH301 – lý do\n"
    assert silence(text, ("KH205", 1), ("KH301", 1))[::2] == ([], [])
    assert silence(text, ("KH205", 1))[2] == [("KH090", 1)]


def test_another_code_on_the_same_line_stays():
    text = "a: 1  # docgen: bỏ qua KH205 – lý do\n"
    assert silence(text, ("KH206", 1)) == ([("KH206", 1)], [], [("KH090", 1)])


def test_a_silence_without_a_reason_silences_nothing_and_is_said():
    for comment in ("bỏ qua KH205", "bỏ qua KH205 –"):
        text = f"a: 1  # docgen: {comment}\n"
        assert silence(text, ("KH205", 1)) == ([("KH205", 1)], [], [("KH091", 1)])


def test_what_does_not_fit_the_pattern_is_said():
    for comment in ("bo qua KH205 – lý do", "bỏ qua KH2 – lý do", "xin bỏ KH205 – lý do"):
        text = f"a: 1  # docgen: {comment}\n"
        assert silence(text, ("KH205", 1)) == ([("KH205", 1)], [], [("KH092", 1)])


def test_faults_of_the_files_and_of_the_paper_cannot_be_silenced():
    for code in ("KH011", "KH090", "KH701"):
        text = f"a: 1  # docgen: bỏ qua {code} – lý do\n"
        assert silence(text, (code, 1)) == ([(code, 1)], [], [("KH092", 1)])
        (finding,) = apply([], [Source("content/2030/plan.yaml", text)])[2]
        assert code in finding.message
        assert finding.hint == "Sửa chỗ bị báo."
        assert finding.line_text == text.rstrip()


def test_the_same_words_inside_a_text_and_other_comments_are_no_silence():
    quoted = 'a: "viết # docgen: bỏ qua KH205 – lý do"\n'
    assert silence(quoted, ("KH205", 1)) == ([("KH205", 1)], [], [])
    comment = "a: 1  # docgen tự in dấu chấm\n"
    assert silence(comment, ("KH205", 1)) == ([("KH205", 1)], [], [])


def test_a_file_that_cannot_be_read_to_its_end_is_still_served_line_by_line():
    text = 'a: 1  # docgen: bỏ qua KH205 – lý do\nb: "mở mà không đóng\n'
    assert silence(text, ("KH205", 1)) == ([], [("KH205", 1, "lý do")], [])
