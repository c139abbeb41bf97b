"""Build everything in this folder from ``inputs/``: ``python -m examples``.

The Word file and the Markdown come from the library; the page pictures show what LibreOffice
makes of the Word file (soffice and pdftoppm are needed for them).
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import briefing

HERE = Path(__file__).parent
INPUTS = sorted((HERE.parent / "inputs").glob("*.yaml"))
RESOLUTION = "80"


def main() -> None:
    """Write the document, the preview and the page pictures of every input."""
    for source in INPUTS:
        report = briefing.load(source)
        document = HERE / f"{source.stem}.docx"
        document.write_bytes(briefing.build(report))
        document.with_suffix(".md").write_text(briefing.preview(report), encoding="utf-8")
        _picture(document)
        print(document.relative_to(HERE.parent))


def _picture(document: Path) -> None:
    for old in HERE.glob(f"{document.stem}-[0-9].png"):
        old.unlink()
    soffice, pdftoppm = shutil.which("soffice"), shutil.which("pdftoppm")
    if not soffice or not pdftoppm:
        raise SystemExit("soffice (LibreOffice Writer) and pdftoppm (poppler-utils) are needed")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", folder, str(document)]
        subprocess.run([soffice, profile, *convert], check=True, capture_output=True, timeout=120)
        pages = Path(folder, f"{document.stem}.pdf")
        picture = HERE / document.stem
        subprocess.run([pdftoppm, "-r", RESOLUTION, "-png", pages, picture], check=True)


if __name__ == "__main__":
    main()
