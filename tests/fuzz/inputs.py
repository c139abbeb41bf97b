"""An input from bytes to pages: read, checked, built as a draft, previewed, shown as a page."""

from __future__ import annotations

from pathlib import Path

import briefing
from fuzz.expected import REPOSITORY, told, users_faults

SMALL = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2023, type: year}
date: 2023-12-20
issuer: {force: police, level: commune, unit_name: xã Cao Sơn, under: tỉnh Hòa Bình}
subject: công tác bảo đảm an ninh, trật tự
figures:
  vu: {label: số vụ, value: 771, out_of: 778, rate: 92.2, previous: 800, unit: vụ, qualifier: gần}
  so: {label: số người, value: 5, unit: người, share_of: vu, change: {direction: tăng, percent: 1}}
results:
  - area: phong_chong_toi_pham
    statements: ["Xảy ra {vu}, {vu.change}; {so.words}", "Khám phá 771/778 vụ (đạt 92,2%)"]
limitations: [Quân số còn thiếu]
causes: {general: [Địa bàn rộng]}
tasks: [Tiếp tục tuần tra]
abbreviations: {ANTT: {long: an ninh trật tự, variants: [an-ninh]}}
people: {a: {name: Nguyễn A, rank: Thượng tá, posts: [Trưởng Công an]}}
"""

_SCHEMA = """
schema kind locality period year type quarter first_year starts ends issuer name unit_name under
symbol level force parent lines place number date standard size_profile subject title opening
legal_references text situation results area heading statements parts models figures label value
out_of rate previous change direction amount percent base qualifier unit nature share_of share
beside criteria items target accepted stated computed reason exact approximate zero figures_annex
figure_style previous_report limitations causes general lessons tasks proposals closing conference
awards people recipients signer signature abbreviations long variants introduce source inferred
fact basis bao-cao-tong-ket tin-hoi-nghi cong-van-chi-dao hoa-binh police quarter years
"""
TOKENS = (
    *_SCHEMA.split(),
    *(
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "|\n",
        ">-\n",
        "&a ",
        "*a",
        "? ",
        "<<: ",
        "!!int ",
        "!!binary ",
    ),
    *("!!timestamp ", "!!set ", "!!omap ", "!<x> ", "%YAML 1.1\n", "%TAG ! x\n", "---\n", "...\n"),
    *(
        "\\U00110000",
        "\\uD800",
        "\\x00",
        "\\u0000",
        "0x1F",
        "0o17",
        "1e9",
        ".inf",
        ".nan",
        "~",
        "null",
    ),
    *("92.20", "-0", "1_000", "9" * 40, "2023-02-30", "2023-12-20T00:00:00Z", '"', "'", "#", "\t"),
    *(
        "{vu}",
        "{vu.rate}",
        "{{",
        "}}",
        "771/778 vụ (đạt 92,2%)",
        "\ufdd0",
        "\u200b",
        "\x85",
        "\u2028",
    ),
)


def through(file: Path) -> None:
    """Take a file along the whole road."""
    with users_faults():
        report = briefing.load(file)
        with users_faults():
            told(briefing.check(report))
        with users_faults():
            briefing.build(report, draft=True)
        with users_faults():
            briefing.preview(report)
        with users_faults():
            briefing.page(report, draft=True)


def cases(ending: str) -> list[bytes]:
    """Return the inputs with an ending among the bad inputs of the tests, faults and all."""
    folder = REPOSITORY / "tests" / "bad_inputs" / "cases"
    return [file.read_bytes() for file in sorted(folder.glob(f"*/input.{ending}"))]
