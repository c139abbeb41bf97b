"""A file that LibreOffice has written is read letter by letter as LibreOffice prints it."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pdfplumber
from conftest import ToPdf, missing_tool

from briefing.ooxml import shown
from ooxml.packages import paragraph, run, word

REVISION = 'w:id="{}" w:author="A" w:date="2023-01-01T00:00:00Z"'
RAISED = '<w:vertAlign w:val="superscript"/>'


def call(kind: str) -> str:
    return f'<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Reference w:id="1"/></w:r>'


def note(kind: str, text: str) -> str:
    mark = f"<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="1">{paragraph(mark, text)}</w:{kind}>'


def table(*rows: tuple[str, ...]) -> str:
    def cell(text: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="2500" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'

    grid = '<w:gridCol w:w="2500"/>' * len(rows[0])
    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def table_in_table(before: str, inside: tuple[str, ...]) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{paragraph(before)}'
    body = f"<w:tr>{cell}{table(inside)}{paragraph('')}</w:tc></w:tr>"
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>{body}</w:tbl>'


def moved(text: str, number: int) -> tuple[str, str]:
    """Return where a text was moved from, and where to."""
    ends = [
        f'<w:move{way}RangeStart {REVISION.format(number)} w:name="m{number}"/>{{}}'
        f'<w:move{way}RangeEnd w:id="{number}"/>'
        for way in ("From", "To")
    ]
    marks = REVISION.format(number + 1)
    there = f"<w:moveFrom {marks}>{run(text)}</w:moveFrom>"
    here = f"<w:moveTo {marks}>{run(text)}</w:moveTo>"
    return ends[0].format(there), ends[1].format(here)


def box(text: str) -> str:
    size = '<a:off x="0" y="0"/><a:ext cx="3000000" cy="600000"/>'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm>{size}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>9</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>6000000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="3000000" cy="600000"/><wp:wrapNone/><wp:docPr id="1" name="K"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def document() -> bytes:
    size = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>'
        f'{size} w:left="1701" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
    )
    source, target = moved("22", 7)
    body = [
        paragraph("Khám phá 771", call("footnote"), " vụ trong 778 vụ", run("ẩn", "<w:vanish/>")),
        paragraph(
            "Mỗi xã đạt ", "<w:r><w:t>15</w:t><w:noBreakHyphen/><w:t>16</w:t></w:r>", " tiêu chí"
        ),
        paragraph("Rộng 20 m", box("Trong khung 12 vụ"), " đất"),
        paragraph(
            "Xảy ra ",
            f"<w:del {REVISION.format(5)}><w:r><w:delText>99</w:delText></w:r></w:del>",
            f"<w:ins {REVISION.format(6)}>{run('88')}</w:ins>",
            " vụ",
        ),
        paragraph("Trước ", source, " hết"),
        paragraph("Sau ", target, " đó"),
        table(("Huyện", "Số vụ"), ("Bắc", "17")),
        paragraph("Giữa hai bảng"),
        table_in_table("Ngoài 18", ("Trong", "19")),
        paragraph(unicodedata.normalize("NFD", "Tỷ lệ giải quyết 77 tố giác")),
        paragraph("Hết", call("endnote")),
        section,
    ]
    return word(
        "".join(body),
        footnotes=note("footnote", "Chú thích 33 vụ"),
        endnotes=note("endnote", "Cuối 44 vụ"),
        header1=paragraph("Đầu trang 55"),
        footer1=paragraph("Chân trang 66"),
        settings='<w:revisionView w:markup="0" w:insDel="0"/>',
    )


def written_by_office(content: bytes, folder: Path) -> bytes:
    office = shutil.which("soffice")
    if office is None:
        missing_tool("no soffice: apt-get install libreoffice-writer-nogui fonts-liberation2")
    (folder / "written.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "out"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", target]
    subprocess.run(
        [*command, folder / "written.docx"], check=True, capture_output=True, timeout=120
    )
    return (target / "written.docx").read_bytes()


def printed(file: Path) -> Counter[str]:
    """Return the words on the pages, without marks above the line."""
    words: Counter[str] = Counter()
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            on_line = page.filter(lambda one: one["object_type"] != "char" or one["size"] > 9)
            words.update(unicodedata.normalize("NFC", on_line.extract_text() or "").split())
    return words


def test_what_is_read_is_what_is_printed(to_pdf: ToPdf, tmp_path: Path) -> None:
    content = written_by_office(document(), tmp_path)

    text = " ".join(one.text for one in shown(content).passages)
    read = Counter(unicodedata.normalize("NFC", text).split())

    assert read == printed(to_pdf({"page": content})["page"])
    assert {"771", "15-16", "12", "88", "17", "18", "19", "77", "33", "44", "55", "66"} <= set(read)
    assert not {"99", "ẩn"} & set(read)
    assert read["22"] == 1
