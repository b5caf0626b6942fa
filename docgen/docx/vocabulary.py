"""The words of WordprocessingML that a plan's document may hold: an allow-list.

Known is what docgen and its template write, what the rules of the paper judge, and what Word and
LibreOffice add out of habit and no reader sees. What stands in no list is told by its name
(decision 017). ECMA-376 Part 1, 17.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from docgen.docx.model import W

ANY: Collection[str] = ()  # every value will do


def _w(names: str) -> frozenset[str]:
    return frozenset(W + name for name in names.split())


# What is judged by rules of its own: tracked changes, comments.
TRACKED = _w(
    "ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
    "rPrChange pPrChange tblPrChange tblGridChange tblPrExChange trPrChange tcPrChange "
    "sectPrChange numberingChange cellIns cellDel cellMerge delText delInstrText "
    "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
)
REMARKS = _w("commentRangeStart commentRangeEnd commentReference annotationRef")

# Elements of the text; those that hold properties are looked into by their own lists.
CONTENT = TRACKED | REMARKS | _w(
    "document body hdr ftr footnotes endnotes footnote endnote p r t tbl tblGrid tr tc "
    "noBreakHyphen footnoteReference endnoteReference footnoteRef endnoteRef separator "
    "continuationSeparator bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak hyperlink "
    "smartTag smartTagPr sdt sdtContent sdtEndPr fldSimple fldChar instrText"
)  # fmt: skip
HOLDERS = _w("pPr rPr tblPr tblPrEx trPr tcPr sectPr sdtPr tblGrid sdtEndPr smartTagPr")

# Typographic niceties of later Words: ligatures, forms of digits.
NICETIES = tuple(
    "{http://schemas.microsoft.com/office/word/2010/wordml}" + name
    for name in ("ligatures", "numForm", "numSpacing", "stylisticSets", "cntxtAlts")
)
# Properties by the values that they may have.
RUN: Mapping[str, Collection[str]] = dict.fromkeys(NICETIES, ANY) | {
    W + name: values
    for names, values in (
        ("rStyle rFonts b bCs i iCs caps sz szCs color lang noProof snapToGrid kern", ANY),
        ("strike dstrike vanish webHidden specVanish", ANY),  # rules of their own
        ("vertAlign", ("baseline", "superscript", "subscript")),
        ("u effect em bdr highlight", ("none", "nil")),
        ("shd", ("clear", "nil")),
        ("cs oMath", ("0",)),
        ("ins del moveFrom moveTo rPrChange", ANY),
    )
    for name in names.split()
}
# These count from a limit on: twips, per cent, half-points.
RUN_LIMITS = {W + "spacing": (-20, 20), W + "w": (80, 120), W + "position": (-12, 12)}
PARAGRAPH: Mapping[str, Collection[str]] = {
    W + name: values
    for names, values in (
        ("pStyle keepNext keepLines widowControl suppressLineNumbers tabs", ANY),
        ("suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE", ANY),
        ("autoSpaceDN adjustRightInd snapToGrid spacing ind contextualSpacing jc", ANY),
        ("mirrorIndents suppressOverlap textAlignment textboxTightWrap outlineLvl divId", ANY),
        ("cnfStyle rPr sectPr pPrChange numPr", ANY),
        ("textDirection", ("lrTb", "tb")),
        ("shd", ("clear", "nil")),
        ("pBdr", ANY),
    )
    for name in names.split()
}
SECTION = _w(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgNumType cols "
    "formProt noEndnote titlePg textDirection docGrid printerSettings sectPrChange vAlign"
)
TABLE = _w(
    "tblStyle tblOverlap tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders shd "
    "tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
)
ROW = _w("cnfStyle divId cantSplit trHeight tblHeader jc hidden ins del trPrChange")
CELL = _w(
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar vAlign hideMark cellIns "
    "cellDel cellMerge tcPrChange"
)
# Attributes of those that hold a number or a length.
MEASURED: Mapping[str, Collection[str]] = {
    W + element: tuple(W + name for name in attributes.split())
    for element, attributes in (
        ("gridSpan", "val"), ("tcW", "w"), ("tblW", "w"), ("tblInd", "w"), ("trHeight", "val"),
        ("pgSz", "w h"), ("pgMar", "top right bottom left header footer gutter"),
    )
}  # fmt: skip
CONTROL = _w("id docPartObj rPr alias tag lock placeholder")
# Where only one value is known.
ONLY = {W + "textDirection": "lrTb", W + "vAlign": "top"}

SETTINGS = _w(
    "zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries proofState "
    "hideSpellingErrors hideGrammaticalErrors activeWritingStyle attachedTemplate "
    "stylePaneFormatFilter stylePaneSortMethod defaultTabStop autoHyphenation "
    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders "
    "drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin "
    "characterSpacingControl noPunctuationKerning strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveSubsetFonts "
    "ignoreMixedContent alwaysShowPlaceholderText doNotTrackMoves doNotTrackFormatting "
    "hdrShapeDefaults footnotePr endnotePr compat rsids mathPr themeFontLang clrSchemeMapping "
    "doNotIncludeSubdocsInStats shapeDefaults decimalSymbol listSeparator view defaultTableStyle "
    "docVars uiCompat97To2003 clickAndTypeStyle alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter doNotAutoCompressPictures captions showEnvelope summaryLength"
) | frozenset(("{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",))
# Settings of later Words carry no form: numbers of the document, who opened it.
SETTING_NAMESPACES = (
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
)
# Parts by the kind of the relationship that leads to them.
RELATIONS = (
    *("officeDocument", "extended-properties", "core-properties", "custom-properties"),
    *("thumbnail", "styles", "stylesWithEffects", "numbering", "settings", "webSettings"),
    *("fontTable", "theme", "header", "footer", "footnotes", "endnotes", "hyperlink"),
    *("customXml", "customXmlProps", "attachedTemplate", "printerSettings", "people"),
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible"),
    *("glossaryDocument", "classificationlabels"),
)

NAMES = {
    "sym": "ký hiệu chèn bằng Insert, Symbol", "pict": "hình vẽ hoặc WordArt",
    "drawing": "hình ảnh, hình vẽ hoặc khung chữ", "AlternateContent": "hình vẽ hoặc khung chữ",
    "object": "đối tượng nhúng", "oMath": "công thức", "oMathPara": "công thức",
    "ruby": "chữ chú âm", "altChunk": "văn bản chèn từ tệp khác", "subDoc": "văn bản con",
    "tab": "dấu Tab giữa chữ", "ptab": "dấu Tab giữa chữ", "br": "ngắt dòng giữa chữ",
    "cr": "ngắt dòng giữa chữ", "softHyphen": "gạch nối mềm", "permStart": "vùng được phép sửa",
    "permEnd": "vùng được phép sửa", "background": "màu nền trang", "u": "gạch chân",
    "highlight": "tô màu chữ", "shd": "tô nền", "bdr": "viền quanh chữ", "pBdr": "đường viền",
    "framePr": "đoạn đặt trong khung", "bidi": "viết từ phải sang trái",
    "rtl": "viết từ phải sang trái", "cs": "chữ phức tạp", "smallCaps": "chữ hoa nhỏ",
    "outline": "chữ viền", "shadow": "chữ bóng", "emboss": "chữ nổi", "imprint": "chữ chìm",
    "effect": "chữ động", "em": "dấu nhấn", "fitText": "chữ ép vừa khung",
    "spacing": "giãn hoặc co khoảng cách chữ", "w": "co giãn bề ngang chữ",
    "position": "nâng hoặc hạ chữ", "vertAlign": "chỉ số trên, dưới",
    "pageBreakBefore": "ngắt trang trước đoạn", "textDirection": "hướng chữ",
    "pgBorders": "viền trang", "lnNumType": "đánh số dòng", "cols": "chia cột",
    "gridSpan": "số cột của ô", "tcW": "bề ngang ô", "tblW": "bề ngang bảng",
    "tblInd": "lề của bảng", "trHeight": "chiều cao hàng", "pgSz": "khổ giấy", "pgMar": "lề trang",
    "bidiVisual": "bảng từ phải sang trái", "tblpPr": "bảng trôi tự do",
    "tblCellSpacing": "khoảng hở giữa các ô", "gridBefore": "hàng bắt đầu lệch cột",
    "gridAfter": "hàng kết thúc lệch cột", "tcFitText": "chữ ép vừa ô", "vAlign": "canh dọc trang",
    "documentProtection": "khóa sửa văn bản", "writeProtection": "khóa ghi văn bản",
    "trackRevisions": "đang bật Track Changes", "mailMerge": "trộn thư (Mail Merge)",
    "displayBackgroundShape": "in màu nền trang", "mirrorMargins": "lề đối xứng",
    "linkStyles": "tự lấy lại kiểu từ tệp mẫu khác", "aFChunk": "văn bản chèn từ tệp khác",
    "image": "hình ảnh", "oleObject": "đối tượng nhúng", "package": "đối tượng nhúng",
    "font": "phông chữ nhúng", "vbaProject": "macro", "dataBinding": "chữ lấy từ nguồn ngoài",
}  # fmt: skip


def shown(name: str) -> str:
    """How an officer knows an element, a property or a part; its own name where nobody does."""
    known = NAMES.get(name)
    return f"{known} ({name})" if known else f"“{name}”"
