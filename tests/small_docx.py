"""A .docx of a few elements, with only what a reader asks for."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
FOLDERS = {"theme1": "theme/"}


def relations(*pairs):
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{TYPE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f"<Relationships {RELATIONSHIPS}>{inside}</Relationships>"


def docx(body, **parts):
    """A .docx with only what the reader asks for; `header1="…"` adds a part and its relation."""
    kinds = [(name.rstrip("0123456789"), f"{FOLDERS.get(name, '')}{name}.xml") for name in parts]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        package.writestr("word/_rels/document.xml.rels", relations(*kinds))
        package.writestr(
            "word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"
        )
        for name, xml in parts.items():
            package.writestr(f"word/{FOLDERS.get(name, '')}{name}.xml", f"<w:x {W} {A}>{xml}</w:x>")
    return target.getvalue()


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*texts, mark=""):
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(texts)}</w:p>"
