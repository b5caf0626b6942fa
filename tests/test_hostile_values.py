"""Values that would break XML, YAML or Jinja stand on the paper as they were written.

Or they are a finding at their place: never lost text, never a broken file, never an exception.
"""

import re
from itertools import count

import pytest

from tests.plan_files import lines, printed, tiny_project

VALUES = (
    "Sở Kế hoạch & Đầu tư",
    "chọn <select> rồi <b",
    "kết thúc </w:t></w:r></w:p> giữa câu",
    "]]> <!-- chú thích",
    "&amp; &#38; &lt;",
    "{_{ tên }_} và {_%",
    "{ một ngoặc } và } {",
    "%} và # }",
    "ngoặc \"kép\" và 'đơn'",
    "đường dẫn \\\\may-chu\\ke-hoach",
    "$1 \\1 \\g<0> %s {0}",
    "a\u00a0b\u200bc\u2011d\u202fe",
    "chữ 𝟙 ngoài BMP 🏛",
)

EVERYWHERE = """\
year: 2030
issuer: {superior: [V], name: [V], short: V}
symbol: V
place: V
number: V
issue: paper
date: 05/6/2030
subject: V
indices:
  index: {name: V, score: 5}
bases: [V]
addressees: [V]
preamble: [V, "{{ index.name }}", "{{ issuer.short }}", "{{ issuer.name }}{{ place }}{{ symbol }}"]
sections:
  - title: V
    text: [V]
    items:
      - V
      - {text: [V, V], items: [V, {text: V, items: [V]}]}
      - {plain: V}
      - {title: V, marker: letter, items: [V]}
      - {title: V, marker: number, items: [V]}
      - table:
          columns: [{key: a, title: V, width: 80}, {key: b, title: V, above: V, width: 80}]
          rows:
            - {a: V, b: [V, V]}
            - across: V
              rows:
                - shared: {a: V}
                  rows: [{b: V}, {b: V}]
            - a: V
              rows: [{a: V}]
          total: {label: V, column: a}
  - title: V
    assignments:
      - {agency: so, text: V, tasks: [V, {text: V, items: [V]}]}
      - {title: V, agency: so, tasks: [V]}
closing: [V]
recipients: [V, V]
signature: {lines: [V, V], name: V}
appendices:
  - title: [V, V]
    text: [V]
    table:
      columns: [{key: a, title: V, width: 100}]
      rows: [{a: V}]
    notes: [V]
"""


def quoted(value: str) -> str:
    """The value as YAML between single quotes."""
    return "'" + value.replace("'", "''") + "'"


@pytest.mark.parametrize("value", VALUES)
def test_a_value_stands_unharmed_in_every_kind_of_place(value, tmp_path, check_ooxml):
    numbers = count(1)
    values: list[str] = []

    def one_more(_: object) -> str:
        values.append(f"V{next(numbers)} {value} V")
        return quoted(values[-1])

    plan = re.sub(r"\bV\b", one_more, EVERYWHERE)
    root = tiny_project(tmp_path / "project", plan)
    agencies = re.sub(r"\bV\b", one_more, "so: {name: V}\n")
    (root / "content" / "agencies.yaml").write_text(agencies, encoding="utf-8")
    document = tmp_path / "KH.docx"
    document.write_bytes(printed(root))
    paper = "\n".join(lines(document))
    assert [each for each in values if each not in paper] == []
    unsound = [each for each in check_ooxml(document) if "left-over template tag" not in each]
    assert unsound == []  # what looks like a tag here is meant
