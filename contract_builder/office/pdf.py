"""A Word document as a tagged PDF (PDF/UA), by LibreOffice."""

import json
import tempfile
from pathlib import Path

from contract_builder.errors import UsageError
from contract_builder.office.blanks import with_looks
from contract_builder.office.bounded import run_bounded
from contract_builder.office.described import described
from contract_builder.office.find import soffice
from contract_builder.office.links import without_external

SECONDS = 180.0
"""A contract takes about three; a machine that is busy may take far longer."""
MEMORY = 6_000_000_000
"""Bytes of address space, of which LibreOffice uses a small part."""
_OPTIONS = {
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportFormFields": {"type": "boolean", "value": "false"},
}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""A profile of its own: no macro runs, no link is followed, and nothing of the user's own LibreOffice is touched."""


def pdf_of(document: bytes, seconds: float = SECONDS, program: str = "") -> bytes:
    """`document`, the bytes of a .docx file, as a tagged PDF.

    What it refers to outside itself is taken out first. Raises UsageError if LibreOffice is not there, takes longer than
    `seconds`, or makes no PDF. `program` is its path; it is looked for if there is none.
    """
    office = program or soffice()
    with tempfile.TemporaryDirectory(prefix="contract-builder-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = folder / "contract.docx"
        source.write_bytes(with_looks(without_external(document)))
        command = [
            office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", "--nodefault",
            "--convert-to", f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}", "--outdir", str(folder), str(source),
        ]  # fmt: skip
        run_bounded(command, seconds, MEMORY, str(folder))
        made = folder / "contract.pdf"
        if not made.is_file() or not (pdf := made.read_bytes()).startswith(b"%PDF-"):
            raise UsageError("LibreOffice made no PDF.", "Save the Word document as PDF in Word.")
        return described(pdf, document)
