"""Workbooks edited by LibreOffice Calc through its own interface, as somebody types in it.

A Basic macro carries out orders in one start of the program, in any locale: `locale vi-VN`,
`open`, `type` (what is typed into a cell, read as that locale reads it), `delete`, `insert`,
`sort`, `save`, `probe` (how `1,48` and `1.48` are read, into a file).
"""

import subprocess
from pathlib import Path

from tests.libreoffice_changes import with_macro
from tests.tools import CONVERSION_SECONDS

MACRO = r"""
Dim document As Object

Function Named(key As String, content) As Object
    Dim one As New com.sun.star.beans.PropertyValue
    one.Name = key
    one.Value = content
    Named = one
End Function

Sub TakeLocale(locale As String)
    settings = createUnoService("com.sun.star.configuration.ConfigurationProvider")
    where = Array(Named("nodepath", "/org.openoffice.Setup/L10N"))
    wanted = "com.sun.star.configuration.ConfigurationUpdateAccess"
    node = settings.createInstanceWithArguments(wanted, where)
    node.setPropertyValue("ooSetupSystemLocale", locale)
    node.commitChanges()
End Sub

Function Probed() As String
    scratch = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, Hidden())
    sheet = scratch.Sheets.getByIndex(0)
    said = ""
    For Each typed In Array("1,48", "1.48", "2.4.1")
        sheet.getCellByPosition(0, 0).FormulaLocal = typed
        said = said & sheet.getCellByPosition(0, 0).Formula & " "
        sheet.getCellByPosition(0, 0).clearContents(1023)
    Next
    scratch.close(True)
    Probed = said
End Function

Function Hidden()
    Hidden = Array(Named("Hidden", True))
End Function

Function Downwards(column As Long)
    Dim one(0) As New com.sun.star.table.TableSortField
    one(0).Field = column
    one(0).IsAscending = False
    Downwards = Array(Named("SortFields", one()), Named("ContainsHeader", False))
End Function

Sub Carry(told)
    sheet = document.Sheets.getByName(told(1))
    Select Case told(0)
    Case "type"
        cell = sheet.getCellRangeByName(told(2))
        cell.FormulaLocal = Join(Split(told(3), "\n"), Chr(10))
    Case "clear"
        sheet.getCellRangeByName(told(2)).clearContents(23)
    Case "delete"
        sheet.Rows.removeByIndex(CLng(told(2)) - 1, 1)
    Case "insert"
        sheet.Rows.insertByIndex(CLng(told(2)), 1)
    Case "sort"
        sheet.getCellRangeByName(told(2)).sort(Downwards(CLng(told(3))))
    End Select
End Sub

Sub Sit(orders As String)
    opener = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    reader = createUnoService("com.sun.star.io.TextInputStream")
    reader.setInputStream(opener.openFileRead(orders))
    reader.setEncoding("UTF-8")
    writer = createUnoService("com.sun.star.io.TextOutputStream")
    writer.setOutputStream(opener.openFileWrite(orders & ".said"))
    Do
        told = Split(reader.readLine(), Chr(9))
        If UBound(told) > 0 Then
            If told(0) = "open" Then
                document = StarDesktop.loadComponentFromURL(told(1), "_blank", 0, Hidden())
            ElseIf told(0) = "locale" Then
                TakeLocale(told(1))
            ElseIf told(0) = "probe" Then
                writer.writeString(told(1) & ": " & Probed() & Chr(10))
            ElseIf told(0) = "save" Then
                document.calculateAll()
                document.storeToURL(told(1), Array(Named("FilterName", "Calc MS Excel 2007 XML")))
                document.close(True)
            Else
                Err = 0
                On Error Resume Next
                Carry(told)
                If Err <> 0 Then writer.writeString("fault at " & Join(told, " ") & Chr(10))
                On Error Goto 0
            End If
        End If
    Loop Until told(0) = "end"
    reader.closeInput()
    writer.closeOutput()
    StarDesktop.terminate()
End Sub
"""


def sitting(soffice: str, folder: Path, orders) -> list[str]:
    """The orders carried out in one start of LibreOffice; what it said of probes and faults."""
    start = with_macro(soffice, folder, MACRO)
    told = folder / "orders.txt"
    lines = ["\t".join(map(str, order)) for order in orders]
    lines += ["end\t", *["\t"] * 99]  # what is left of a stream may count as its end
    told.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    said = told.with_name("orders.txt.said")
    run = subprocess.run(
        [*start, f"macro:///Standard.Changes.Sit({told.as_uri()})"],
        capture_output=True, text=True, check=False, timeout=CONVERSION_SECONDS,
    )  # fmt: skip
    assert said.is_file(), f"{run.stdout}{run.stderr}"
    return said.read_text(encoding="utf-8").splitlines()
