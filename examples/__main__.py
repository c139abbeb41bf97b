"""Build everything in this folder from ``inputs/``: ``python -m examples``, or of the inputs named.

The Word file and the Markdown come from the library; the page pictures show what LibreOffice
makes of the Word file (LibreOffice and pdftoppm are needed for them). An input whose source leaves
a required fact open is built as a draft, which marks the gap.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import briefing
from briefing.pdf import to_pdf

HERE = Path(__file__).parent
INPUTS = sorted((HERE.parent / "inputs").glob("*.yaml"))
DRAFTS = {"cong-van-792-2022": "the source names neither the province nor the signer's post"}
RESOLUTION = "80"


def main() -> None:
    """Write the document, the preview and the page pictures of every input, or of those named."""
    named = sys.argv[1:]
    for source in INPUTS:
        if named and source.stem not in named:
            continue
        report, draft = briefing.load(source), source.stem in DRAFTS
        document = HERE / f"{source.stem}.docx"
        content = briefing.build(report, draft=draft)
        document.write_bytes(content)
        preview = briefing.preview(report, draft=draft)
        document.with_suffix(".md").write_text(preview, encoding="utf-8")
        _picture(document, to_pdf(content))
        print(document.relative_to(HERE.parent))


def _picture(document: Path, pdf: bytes) -> None:
    for old in HERE.glob(f"{document.stem}-[0-9]*.png"):
        old.unlink()
    pdftoppm = shutil.which("pdftoppm")
    if not pdftoppm:
        raise SystemExit("pdftoppm (poppler-utils) is needed")
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "pages.pdf")
        pages.write_bytes(pdf)
        picture = HERE / document.stem
        subprocess.run([pdftoppm, "-r", RESOLUTION, "-png", pages, picture], check=True)


if __name__ == "__main__":
    main()
