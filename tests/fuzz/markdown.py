"""The Markdown that templates print, into documents and pages."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

from briefing.document import Document, Frame, Properties, Run, read_content
from briefing.markdown import write_markdown
from briefing.standards import load_standard
from briefing.word import PLAIN, write_docx
from fuzz.expected import REPOSITORY, users_faults

FRAME = Frame(
    parent=(),
    issuer=((Run("CÔNG AN XÃ CAO SƠN"),),),
    number=(Run("Số: 01/BC-CAX"),),
    place_date=(Run("Cao Sơn, ngày 20 tháng 12 năm 2023"),),
    addressees=(),
    authority=(),
    signer=(),
    recipients=(),
    citation=(),
    properties=Properties("Báo cáo", "", "", date(2023, 12, 20)),
)
TOKENS = (
    *(
        "# ",
        "## ",
        "### ",
        "#### ",
        "##### ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "9) ",
        "    ",
        "\t",
        "| ",
        " |",
    ),
    *(
        "|---|:-:|--:|\n",
        "| --- | :---: |\n",
        "**",
        "*",
        "_",
        "__",
        "[",
        "](",
        "](<gap:",
        ">)",
        "&amp;",
    ),
    *(
        "&#0;",
        "&#x110000;",
        "&#xD800;",
        "\\",
        "\\\\",
        "`",
        "~~",
        "> ",
        "---\n",
        "===\n",
        "\n\n",
        "\r",
        "\0",
    ),
    *(
        "\ufdd0",
        "\ufdd1",
        "\ufdd2",
        "\u00a0",
        "\u2028",
        "<b>",
        "<!--",
        "![",
        "http://",
        "[a]: b",
        "\x0c",
    ),
)


def one(data: bytes) -> None:
    """Read one text, then write it as a Word file and as Markdown."""
    text = data.decode("utf-8", "replace")
    with users_faults():
        document = Document(FRAME, read_content(text))
        standard = load_standard("nd30-2020")
        content = write_docx(document, standard, PLAIN)
        assert zipfile.ZipFile(BytesIO(content)).testzip() is None
        write_markdown(document, standard)


def seeds() -> list[bytes]:
    """Return the previews of the repository and small pieces."""
    previews = [file.read_bytes() for file in sorted((REPOSITORY / "examples").glob("*.md"))]
    small = b"# A\n\nb **c** *d*\n\n## I\n\n- e\n- f\n\n1. g\n   - h\n\n"
    small += b"| a | b |\n|---|---|\n| 1 | 2 |\n"
    return [small, b"[x](<gap:figures.a>)\n", *previews]
