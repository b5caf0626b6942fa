"""LibreOffice accepts or rejects the tracked changes of documents, without a window.

It runs a Basic macro that is put into a profile of its own; `macro:///` calls it. No other
package than libreoffice-writer-nogui is needed.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.tools import CONVERSION_SECONDS

ACCEPT, REJECT, NOTHING = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges", ""

MACRO = """
Sub Settle(orders As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    Dim word(0) As New com.sun.star.beans.PropertyValue
    word(0).Name = "FilterName"
    word(0).Value = "MS Word 2007 XML"
    Dim order As String
    Open orders For Input As #1
    Do While Not EOF(1)
        Line Input #1, order
        told = Split(order, " ")
        document = StarDesktop.loadComponentFromURL(told(1), "_blank", 0, hidden())
        If told(0) <> "" Then
            dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
            dispatcher.executeDispatch(document.CurrentController.Frame, told(0), "", 0, Array())
        End If
        document.storeToURL(told(2), word())
        document.close(True)
    Loop
    Close #1
    StarDesktop.terminate()
End Sub
"""

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" \
library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>
"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" \
script:name="Changes" script:language="StarBasic">{macro}</script:module>
"""


def with_macro(soffice: str, folder: Path, macro: str) -> list[str]:
    """LibreOffice's command line, with a profile in `folder` that holds the macro."""
    profile = folder / "profile"
    start = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # The first start fills a profile, and would write over a macro that is there already.
    subprocess.run(
        [*start, "--terminate_after_init"],
        capture_output=True, check=False, timeout=CONVERSION_SECONDS,
    )  # fmt: skip
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (library / "Changes.xba").write_text(MODULE.format(macro=escape(macro)), encoding="utf-8")
    return start


def settle(soffice: str, folder: Path, orders: Sequence[tuple[str, Path]]) -> list[Path]:
    """Each document after its order (ACCEPT, REJECT, NOTHING), as LibreOffice writes it anew."""
    start = with_macro(soffice, folder, MACRO)
    written = [folder / f"{number}.docx" for number in range(len(orders))]
    lines = (
        f"{command} {document.as_uri()} {target.as_uri()}\n"
        for (command, document), target in zip(orders, written, strict=True)
    )
    told = folder / "orders.txt"
    told.write_text("".join(lines), encoding="utf-8")
    run = subprocess.run(
        [*start, f"macro:///Standard.Changes.Settle({told})"],
        capture_output=True, text=True, check=False, timeout=CONVERSION_SECONDS,
    )  # fmt: skip
    for target in written:
        assert target.is_file(), f"LibreOffice made no {target.name}: {run.stdout}{run.stderr}"
    return written
