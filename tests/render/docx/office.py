"""LibreOffice, as the second opinion on what a document says."""

import subprocess
from pathlib import Path

from tests.needs import require_program

HINT = "Install it with `apt install libreoffice-writer poppler-utils`."
SECONDS = 240


def convert(documents: dict[str, bytes], to: str, place: Path) -> dict[str, bytes]:
    """`documents` by name, opened and written again as `to` ("docx" or "pdf") in one run of LibreOffice."""
    soffice = require_program("soffice", HINT)
    source, target = place / "in", place / "out"
    source.mkdir(parents=True)
    for name, data in documents.items():
        (source / f"{name}.docx").write_bytes(data)
    kind = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}[to]
    subprocess.run(
        [soffice, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--convert-to", kind,
         "--outdir", str(target), *(str(source / f"{name}.docx") for name in documents)],
        check=True, capture_output=True, timeout=SECONDS,
    )  # fmt: skip
    return {name: (target / f"{name}.{to}").read_bytes() for name in documents}


def pdf_text(pdf: bytes, place: Path) -> str:
    """The words of a PDF file, laid out as on the page."""
    pdftotext = require_program("pdftotext", HINT)
    file = place / "document.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [pdftotext, "-layout", "-enc", "UTF-8", str(file), "-"],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return done.stdout.decode()
