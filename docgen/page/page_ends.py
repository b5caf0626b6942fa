"""Where the pages of a plan end, and the long rows and merged cells of its tables parted there.

Lines are set as Word sets them, in whole words, from the top of the first page down; of a text
without tables nothing is asked. Lengths are twips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.docx.read import NotADocx
from docgen.page.flow import Flow
from docgen.page.parts import Maker
from docgen.page.rows_on_pages import SPARE, with_parts
from docgen.page.sheet import Sheet, sheet, turned
from docgen.render.template import Template
from docgen.view.appendix import AppendixView
from docgen.view.body import Block
from docgen.view.plan import View

SPARE_BELOW_TEXT = 800  # two lines of the text and some, where pages of it are reckoned above

EMPTY_LINE = 322  # LibreOffice begins with it where there are footnotes and a table comes first


def on_pages(view: View, template: Template) -> View:
    """The view as the pages of a template part it; as it is where that names no paper."""
    try:
        looks = sheet(template.path, template.form)
    except (NotADocx, OSError, ValueError):
        return view
    return parted(view, looks)


def parted(view: View, looks: Sheet) -> View:
    """The view with its tables parted where pages end."""
    maker = Maker(looks)
    appendices = tuple(_appendix(each, maker) for each in view.appendices)
    return replace(view, body=_text(view, maker), appendices=appendices)


def _text(view: View, maker: Maker) -> tuple[Block, ...]:
    if not any(block.table for block in view.body):
        return view.body
    flow = Flow(maker, maker.sheet["body"], SPARE_BELOW_TEXT)
    flow.down = EMPTY_LINE if view.footnotes else 0
    for part in maker.head(view):
        flow.put(part)
    return _blocks(view.body, flow)


def _appendix(appendix: AppendixView, maker: Maker) -> AppendixView:
    if not any(block.table for block in appendix.body):
        return appendix
    flow = Flow(maker, turned(maker.sheet["appendix"], appendix.orientation), SPARE)
    for part in maker.appendix_head(appendix, flow.width):
        flow.put(part)
    return replace(appendix, body=_blocks(appendix.body, flow))


def _blocks(blocks: Sequence[Block], flow: Flow) -> tuple[Block, ...]:
    made = []
    for block in blocks:
        if block.table:
            made.append(replace(block, table=with_parts(block.table, flow)))
        else:
            made.append(block)
            for part in flow.maker.blocks([block], flow.width):
                flow.put(part)
    return tuple(made)
