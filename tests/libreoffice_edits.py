"""Edits made by LibreOffice through its own interface, and saved by it as .docx.

A Basic macro carries out the orders of `tests.edit_corpus`; one start of the program serves any
number of documents. No other package than libreoffice-writer-nogui is needed.
"""

import subprocess
from pathlib import Path

from tests.libreoffice_changes import with_macro
from tests.tools import CONVERSION_SECONDS

SECONDS_A_DOCUMENT = 10
MACRO = r"""
Dim document As Object

Function Found(words As String) As Object
    search = document.createSearchDescriptor()
    ' Each blank and each hyphen may be one at which no line breaks.
    asked = Join(Split(words, "-"), "\E[-" & Chr(8209) & "]\Q")
    asked = Join(Split(asked, " "), "\E[ " & Chr(160) & "]\Q")
    search.SearchString = "\Q" & asked & "\E"
    search.SearchRegularExpression = True
    search.SearchCaseSensitive = True
    Found = document.findFirst(search)
End Function

Function Behind(words As String) As Object
    place = Found(words)
    cursor = place.Text.createTextCursorByRange(place)
    cursor.gotoEndOfParagraph(False)
    Behind = cursor
End Function

Sub PutBehind(cursor As Object, words As String)
    paragraphBreak = com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
    cursor.Text.insertControlCharacter(cursor, paragraphBreak, False)
    cursor.Text.insertString(cursor, words, False)
End Sub

Sub TakeOut(words As String)
    place = Found(words)
    cursor = place.Text.createTextCursorByRange(place)
    cursor.gotoStartOfParagraph(False)
    If cursor.gotoNextParagraph(True) Then
        cursor.String = ""
    Else
        cursor.gotoEndOfParagraph(True)
        cursor.String = ""
        cursor.goLeft(1, True)
        cursor.String = ""
    End If
End Sub

Function RowOf(place As Object) As Long
    RowOf = CLng(Mid(place.Cell.CellName, 2)) - 1
End Function

Sub NewRow(place As Object, number As Long, told)
    table = place.TextTable
    table.Rows.insertByIndex(number, 1)
    For at = 2 To UBound(told)
        table.getCellByName(Chr(63 + at) & (number + 1)).String = told(at)
    Next
End Sub

Sub MoveRow(place As Object, below As Object)
    table = place.TextTable
    source = RowOf(place)
    target = RowOf(below) + 1
    table.Rows.insertByIndex(target, 1)
    For column = 65 To 64 + table.Columns.Count
        said = table.getCellByName(Chr(column) & (source + 1)).String
        table.getCellByName(Chr(column) & (target + 1)).String = said
    Next
    table.Rows.removeByIndex(source, 1)
End Sub

Sub Carry(told)
    Select Case told(0)
    Case "replace"
        place = Found(told(1))
        place.String = told(2)
    Case "emphasize"
        place = Found(told(1))
        If told(2) = "i" Then
            place.CharPosture = com.sun.star.awt.FontSlant.ITALIC
        Else
            place.CharWeight = com.sun.star.awt.FontWeight.BOLD
        End If
    Case "insert"
        PutBehind(Behind(told(1)), told(2))
    Case "delete"
        TakeOut(told(1))
    Case "move"
        TakeOut(told(1))
        PutBehind(Behind(told(2)), told(1))
    Case "split"
        place = Found(told(1))
        PutBehind(place.Text.createTextCursorByRange(place.End), told(2))
    Case "join"
        cursor = Behind(told(1))
        cursor.goRight(3, True)
        cursor.String = " "
    Case "restyle"
        place = Found(told(1))
        place.CharFontName = "Arial"
        place.CharHeight = 15
        place.CharColor = 16711680
    Case "break"
        place = Found(told(1))
        cursor = place.Text.createTextCursorByRange(place.Start)
        cursor.goRight(InStr(told(1), " ") - 1, False)
        cursor.goRight(1, True)
        cursor.String = ""
        lineBreak = com.sun.star.text.ControlCharacter.LINE_BREAK
        cursor.Text.insertControlCharacter(cursor, lineBreak, False)
    Case "cell"
        place = Found(told(1))
        square = Chr(65 + CLng(told(2))) & Mid(place.Cell.CellName, 2)
        place.TextTable.getCellByName(square).String = told(3)
    Case "delete_row"
        place = Found(told(1))
        place.TextTable.Rows.removeByIndex(RowOf(place), 1)
    Case "copy_row"
        place = Found(told(1))
        NewRow(place, RowOf(place) + 1, told)
    Case "copy_row_above"
        place = Found(told(1))
        NewRow(place, RowOf(place), told)
    Case "move_row"
        MoveRow(Found(told(1)), Found(told(2)))
    Case "merge"
        place = Found(told(1))
        column = Chr(65 + CLng(told(2)))
        row = RowOf(place) + 1
        place.TextTable.getCellByName(column & (row + 1)).String = ""
        cursor = place.TextTable.createCursorByCellName(column & row)
        cursor.gotoCellByName(column & (row + 1), True)
        cursor.mergeRange()
        cell = place.TextTable.getCellByName(column & row)
        last = cell.createTextCursor()
        last.gotoEnd(False)
        If last.goLeft(1, True) And last.String <> "" Then
            If Asc(last.String) <= 13 Then last.String = ""
        End If
    Case "unmerge"
        place = Found(told(1))
        cursor = place.TextTable.createCursorByCellName(place.Cell.CellName)
        cursor.splitRange(1, True)
    Case "insert_like"
        cursor = Behind(told(1))
        style = Found(told(2)).ParaStyleName
        PutBehind(cursor, told(3))
        cursor.ParaStyleName = style
    Case "replace_all"
        search = document.createReplaceDescriptor()
        search.SearchString = told(1)
        search.ReplaceString = told(2)
        search.SearchCaseSensitive = True
        document.replaceAll(search)
    End Select
End Sub

Sub Sit(orders As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    Dim word(0) As New com.sun.star.beans.PropertyValue
    word(0).Name = "FilterName"
    word(0).Value = "MS Word 2007 XML"
    opener = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    reader = createUnoService("com.sun.star.io.TextInputStream")
    reader.setInputStream(opener.openFileRead(orders))
    reader.setEncoding("UTF-8")
    Do
        told = Split(reader.readLine(), Chr(9))
        If UBound(told) > 0 Then
            If told(0) = "open" Then
                document = StarDesktop.loadComponentFromURL(told(1), "_blank", 0, hidden())
                document.RecordChanges = (told(2) = "tracked")
            ElseIf told(0) = "save" Then
                document.storeToURL(told(1), word())
                document.close(True)
            Else
                On Error Resume Next
                Carry(told)
                On Error Goto 0
            End If
        End If
    Loop Until told(0) = "end"
    reader.closeInput()
    StarDesktop.terminate()
End Sub
"""


def sittings(soffice: str, folder: Path, orders) -> list[Path]:
    """Each (document, tracked, orders) edited and saved, in one start of LibreOffice."""
    start = with_macro(soffice, folder, MACRO)
    lines, written = [], []
    for number, (document, tracked, own) in enumerate(orders):
        target = folder / f"saved-{number}.docx"
        lines.append(f"open\t{document.as_uri()}\t{'tracked' if tracked else 'typed'}")
        lines += ["\t".join(map(str, order)) for order in own]
        lines.append(f"save\t{target.as_uri()}")
        written.append(target)
    lines += ["end\t", *["\t"] * 99]  # what is left of a stream may count as its end
    told = folder / "orders.txt"
    told.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    seconds = CONVERSION_SECONDS + len(written) * SECONDS_A_DOCUMENT
    run = subprocess.run(
        [*start, f'macro:///Standard.Changes.Sit({told.as_uri()})'],
        capture_output=True, text=True, check=False, timeout=seconds,
    )  # fmt: skip
    for target in written:
        assert target.is_file(), f"LibreOffice made no {target.name}: {run.stdout}{run.stderr}"
    return written
