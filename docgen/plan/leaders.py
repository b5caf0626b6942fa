"""Blanks that run to a stop, as the content writes them.

`Họ và tên: […]` goes to the end of the line, or, of several in a paragraph, each to its share of
it; `[… 80 mm]` to 80 mm from the edge of the text; `[___]` draws a line instead of dots. Dots that
are typed without brackets are printed as they are typed.
"""

IN_CONTENT = r"\[ ?(?:…+|\.{3,}|_{3,})(?: ?\d{1,3} ?mm)? ?\]"
EVERY_OPENING = r"\[(?= ?(?:…|\.\.\.|___))"
