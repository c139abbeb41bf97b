"""A year's report with as many rows of indicators as wanted: ``python -m benchmarks.indicators``.

The rows lie in a CSV beside the input, twenty under each heading, and each heading is a section
whose sentences say its rows; the table of targets has all of them. Every number is drawn, and the
same number of rows gives the same numbers.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

import briefing
from benchmarks.tool import forget_texts

COUNTS = (110, 440, 1760)
ROUNDS = 9
_GROUP = 20
_UNITS = ("ha", "tấn", "tỷ đồng", "người", "hộ", "%", "vụ", "cơ sở")
_THINGS = ("lúa", "ngô", "rau", "chè", "cà phê", "cao su", "quế", "hồi", "cam", "bưởi", "nhãn")
_SAID = ("Diện tích gieo trồng", "Sản lượng thu hoạch", "Giá trị sản xuất", "Số hộ tham gia trồng")
_WHERE = ("", " vùng cao", " vùng thấp", " ven sông", " khu trung tâm", " các thôn phía bắc")
_HEAD = "TT;Chỉ tiêu;Tên gọi;ĐVT;TH năm 2025;Kế hoạch 2026;Ước thực hiện 2026;KH 2027"
_INPUT = """\
schema: 1
kind: bao-cao-kinh-te-xa-hoi
period: {{year: 2026}}
date: 2026-12
place: …
issuer:
  name: Ủy ban nhân dân xã …
  symbol: UBND
  level: commune
  force: people_committee
  lines: [Ủy ban nhân dân, xã …]
subject: nhiệm vụ phát triển kinh tế - xã hội
indicators: {table}
figures_annex: true
figure_style: {{change: percent, against: năm}}
sections:
  - title: Kết quả thực hiện nhiệm vụ năm {{year}}
    sections:
{sections}
recipients: {{copies: [Các phòng, ban của xã]}}
signature: {{collective: Ủy ban nhân dân, post: Chủ tịch}}
"""


def write_rows(folder: Path, count: int) -> Path:
    """Write an input with so many rows of indicators into a folder, and return its path."""
    draw = random.Random(count)
    lines, sections = [_HEAD], []
    for number in range(count):
        if number % _GROUP == 0:
            heading = f"Nhóm chỉ tiêu {chr(97 + number // _GROUP % 26)}{number // _GROUP // 26}"
            lines.append(f";{heading};;;;;;")
            sections.append(f"      - {{title: {heading}, indicators: {heading}}}")
        lines.append(_row(number, draw))
    table = folder / f"rows-{count}.csv"
    table.write_text("\n".join([*lines, ""]), encoding="utf-8")
    text = _INPUT.format(table=table.name, sections="\n".join(sections))
    path = table.with_suffix(".yaml")
    path.write_text(text, encoding="utf-8")
    return path


def _row(number: int, draw: random.Random) -> str:
    said, rest = _SAID[number % len(_SAID)], number // len(_SAID)
    thing, rest = _THINGS[rest % len(_THINGS)], rest // len(_THINGS)
    label = f"{said} {thing}{_WHERE[rest % len(_WHERE)]}{' bổ sung' * (rest // len(_WHERE))}"
    unit = _UNITS[number % len(_UNITS)]
    rate = unit == "%"
    about = draw.uniform(45, 90) if rate else draw.uniform(100, 9000)
    numbers = [_written(about * draw.uniform(0.9, 1.1), decimal=rate) for _ in range(4)]
    return ";".join([str(number + 1), label, f"ct_{number + 1}", unit, *numbers])


def _written(value: float, *, decimal: bool) -> str:
    return f"{value:.1f}".replace(".", ",") if decimal else f"{value:,.0f}".replace(",", ".")


def main() -> None:
    """Print the milliseconds of processor time of loading and building, many times each."""
    print("Rows of indicators, from the files to the bytes")
    with tempfile.TemporaryDirectory() as name:
        for path in [write_rows(Path(name), count) for count in COUNTS]:
            taken = [_once(path) for _ in range(ROUNDS + 1)][1:]
            load, build = (median(times) for times in zip(*taken, strict=True))
            rows = int(path.stem.partition("-")[2])
            each = (load + build) / rows
            print(f"  {rows:>5} rows: load {load:7.1f} ms, build {build:7.1f} ms, {each:.3f} a row")


def _once(path: Path) -> tuple[float, float]:
    forget_texts()
    begun = process_time()
    report = briefing.load(path)
    loaded = process_time()
    briefing.build(report)
    return (loaded - begun) * 1000, (process_time() - loaded) * 1000


if __name__ == "__main__":
    main()
