"""Documents of two and of three bodies: names above one another, signatures side by side.

The decree does not speak of them. The body that leads stands first in the letterhead and at the
right of the signatures, the recipients below.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from exploring import places

import briefing
from briefing import InputError

from .measure import TOLERANCE, Line, Page, mm, read_pages
from .reports import LARGE, PROFILES, ToPdf, with_tasks
from .test_state_letter import load

POLICE = {
    "lines": ["Công an huyện Kỳ Anh"],
    "symbol": "CAH",
    "signature": {"post": "Trưởng Công an", "rank": "Thượng tá", "name": "Lê Văn An"},
}
MILITARY = {
    "lines": ["Ban Chỉ huy Quân sự", "huyện Kỳ Anh"],
    "symbol": "BCHQS",
    "signature": {"authority": "KT", "head": "Chỉ huy trưởng", "post": "Phó Chỉ huy trưởng"},
}
PARTNERS = {2: [POLICE], 3: [POLICE, MILITARY]}
CASES = [(count, profile) for count in PARTNERS for profile in PROFILES]
EVERY = pytest.mark.parametrize(("count", "profile"), CASES)
FILLS = places(range(23, -1, -1))

NAMES = {
    2: ["ỦY BAN NHÂN DÂN", "HUYỆN KỲ ANH -", "CÔNG AN HUYỆN KỲ ANH"],
    3: [
        *("ỦY BAN NHÂN DÂN", "HUYỆN KỲ ANH -", "CÔNG AN HUYỆN KỲ ANH -"),
        *("BAN CHỈ HUY QUÂN SỰ", "HUYỆN KỲ ANH"),
    ],
}
ABOVE = {
    2: [["TRƯỞNG CÔNG AN"], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]],
    3: [
        ["KT. CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG"],
        ["TRƯỞNG CÔNG AN"],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    ],
}
TIGHT = [*ABOVE[3][:2], ["TM. ỦY BAN", "NHÂN DÂN", "CHỦ TỊCH"]]
"""Three of size 14: as few lines break as possible, and none after ``TM.``."""

OTHERS = [
    {
        "lines": ["Viện kiểm sát nhân dân"],
        "symbol": "VKS",
        "signature": {"authority": "KT", "head": "Viện trưởng", "post": "Phó Viện trưởng"},
    },
    {
        "lines": ["Ban Thường trực Ủy ban", "Mặt trận Tổ quốc Việt Nam"],
        "symbol": "MTTQ",
        "signature": {
            "collective": "Ban Thường trực",
            "authority": "KT",
            "head": "Chủ tịch",
            "post": "Phó Chủ tịch Thường trực",
        },
    },
]


def joint(
    folder: Path,
    count: int,
    profile: str,
    *,
    number: int | None = 5,
    partners: list[dict[str, Any]] | None = None,
) -> briefing.Report:
    def edit(facts: Any) -> None:
        facts |= {"partners": partners or PARTNERS[count], "size_profile": profile}
        facts |= {"number": number} if number else {}
        own = {"collective": "Ủy ban nhân dân", "post": "Chủ tịch", "name": "Họ Và Tên"}
        facts["signature"] = own

    return load(folder, "ky-anh-2023", edit, "2023-12-20")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("joint")
    reports = {f"{count} {size}": joint(folder, count, size) for count, size in CASES}
    reports["blank number"] = joint(folder, 3, "P14", number=None)
    reports["others"] = joint(folder, 3, "P14", partners=OTHERS)
    reports |= {
        f"filled {lines}": with_tasks(reports["3 P14"], ["Giữ vững an ninh, trật tự"] * lines)
        for lines in FILLS
    }
    return {name: briefing.build(report) for name, report in reports.items()}


@pytest.fixture(scope="module")
def prints(files: dict[str, bytes], to_pdf: ToPdf) -> dict[str, tuple[Page, ...]]:
    return {name: read_pages(pdf) for name, pdf in to_pdf(files).items()}


def closing(pages: tuple[Page, ...]) -> tuple[Page, Line, list[Line]]:
    """Return the page of the signatures, the label of the recipients, what is signed above it."""
    (page,) = (page for page in pages if page.has("Nơi nhận:"))
    label = page.find("Nơi nhận:")
    (end,) = (line for line in page.lines if line.text.endswith("./."))
    return page, label, [line for line in page.lines if end.baseline < line.baseline < label.top]


@EVERY
def test_names_stand_one_below_another_the_leading_body_first(
    count: int, profile: str, prints: dict
) -> None:
    page = prints[f"{count} {profile}"][0]
    number = page.find("Số:")
    names = [line for line in page.lines if line.baseline < number.baseline and line.x1 < mm(97)]
    assert [line.text for line in names] == NAMES[count]
    for line in (*names, number):
        assert line.centre == pytest.approx(names[0].centre, abs=TOLERANCE)
    assert number.text == "Số: 05/BC-UBND-CAH" + "-BCHQS" * (count == 3)
    assert number.baseline == pytest.approx(page.find("Kỳ Anh, ngày").baseline, abs=0.5)


def test_a_long_number_that_is_left_blank_stays_on_its_line(prints: dict) -> None:
    page = prints["blank number"][0]
    number, nation = page.find("Số:"), page.find("CỘNG HÒA")
    assert number.text == "Số: /BC-UBND-CAH-BCHQS"
    assert number.x1 + 9 <= nation.x0
    slash = next(char for char in number.chars if char["text"] == "/")
    colon = next(char for char in number.chars if char["text"] == ":")
    assert slash["x0"] - colon["x1"] >= 12


@EVERY
def test_signatures_stand_side_by_side_the_leading_body_at_the_right(
    count: int, profile: str, prints: dict
) -> None:
    page, _label, lines = closing(prints[f"{count} {profile}"])
    lead = next(line for line in lines if line.text.endswith("CHỦ TỊCH"))
    police = next(line for line in lines if line.text == "TRƯỞNG CÔNG AN")
    names = [line for line in lines if line.text in ("Họ Và Tên", "Thượng tá Lê Văn An")]
    assert [line.text for line in names] == ["Thượng tá Lê Văn An", "Họ Và Tên"]
    assert len({line.baseline for line in names}) == 1
    assert names[0].centre == pytest.approx(police.centre, abs=TOLERANCE)
    assert names[1].centre == pytest.approx(lead.centre, abs=TOLERANCE)
    assert lead.centre > police.centre
    first = min(line.baseline for line in lines)
    heads = [line for line in lines if line.baseline == pytest.approx(first, abs=0.5)]
    assert len(heads) == count
    for one, other in pairwise(heads):
        assert one.x1 + 9 <= other.x0
    above = [line for line in lines if line not in names]
    assert names[0].top - max(line.bottom for line in above) >= mm(20)
    for line in lines:
        assert (line.sizes, line.faces) == ({LARGE[profile]}, {"bold"})
        assert mm(30) - 1 <= line.x0
        assert line.x1 <= page.width - mm(15) + 1
    if count == 3:
        military = next(line for line in lines if line.text.startswith("PHÓ CHỈ HUY"))
        assert military.centre < police.centre


def columns(pages: tuple[Page, ...]) -> list[list[str]]:
    """Return what stands above the room for each signature, from left to right."""
    lines = closing(pages)[2]
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.centre):
        if found and line.centre == pytest.approx(found[-1][0].centre, abs=2 * TOLERANCE):
            found[-1].append(line)
        else:
            found.append([line])
    ordered = [sorted(column, key=lambda line: line.baseline) for column in found]
    return [[line.text for line in column if line.text.isupper()] for column in ordered]


@EVERY
def test_names_above_the_signatures_break_where_a_clerk_breaks_them(
    count: int, profile: str, prints: dict
) -> None:
    tight = (count, profile) == (3, "P14")
    assert columns(prints[f"{count} {profile}"]) == (TIGHT if tight else ABOVE[count])


def test_wider_signatures_break_where_it_costs_no_line_of_their_own(prints: dict) -> None:
    found = columns(prints["others"])
    assert all(line.count(" ") for column in found for line in column if line != "CHỦ TỊCH")
    assert [line for column in found for line in column if line.endswith((".", " -"))] == []


@pytest.mark.parametrize("lines", FILLS)
def test_no_page_end_splits_signatures_recipients_and_the_end_of_the_text(
    lines: int, prints: dict
) -> None:
    page, label, signed = closing(prints[f"filled {lines}"])
    assert any("CHỦ TỊCH" in line.text for line in signed)
    assert page.find("- Lưu:").top > label.top


def test_some_of_these_texts_end_near_the_foot_of_a_page(prints: dict) -> None:
    # Guards the rule above: one line more takes the block to the next page.
    pages = [
        next(place for place, page in enumerate(prints[f"filled {lines}"]) if page.has("Nơi nhận:"))
        for lines in FILLS
    ]
    assert len(set(pages)) > 1


@EVERY
def test_annexes_name_all_bodies(count: int, profile: str, prints: dict) -> None:
    pages = prints[f"{count} {profile}"]
    page = next(page for page in pages if page.has("Phụ lục I"))
    text = " ".join(line.text for line in page.lines)
    partners = [" ".join(partner["lines"]) for partner in PARTNERS[count]]
    *others, last = ["Ủy ban nhân dân huyện Kỳ Anh", *partners]
    assert f"của {', '.join(others)} và {last})" in text


def test_page_in_a_browser_says_the_same(tmp_path: Path) -> None:
    page = briefing.page(joint(tmp_path, 3, "P14")).replace("\u00a0", " ")
    places = [page.index(words) for words in ("PHÓ CHỈ HUY", "TRƯỞNG CÔNG AN", ">CHỦ TỊCH<")]
    assert places == sorted(places)
    signatures = page.partition('class="columns closing keep"')[2].partition("</table>")[0]
    above, below = signatures.split("<tr>")[1:]
    assert (above.count("<td>"), below.count("<td>")) == (3, 3)
    assert below.index("Lê Văn An") < below.index("Họ Và Tên")


def test_preview_says_the_same(tmp_path: Path) -> None:
    rows = briefing.preview(joint(tmp_path, 3, "P14")).splitlines()
    above, below, recipients = (
        next(place for place, row in enumerate(rows) if words in row)
        for words in ("**KT. CHỈ HUY TRƯỞNG**", "**Họ Và Tên**", "***Nơi nhận:***")
    )
    assert above < below < recipients
    heads = "| **KT. CHỈ HUY TRƯỞNG** | **TRƯỞNG CÔNG AN** | **TM. ỦY BAN NHÂN DÂN** |"
    assert rows[above] == heads
    assert rows[below] == "|  | **Thượng tá Lê Văn An** | **Họ Và Tên** |"


def test_partner_without_the_post_of_its_signer_is_refused(tmp_path: Path) -> None:
    def edit(facts: Any) -> None:
        facts["partners"] = [{**POLICE, "signature": {"rank": "Thượng tá"}}]

    with pytest.raises(InputError) as refused:
        load(tmp_path, "ky-anh-2023", edit, "2023-12-20")
    (found,) = refused.value.findings
    assert found.rule == "input/partner-without-post"


def test_all_of_them_are_valid(
    files: dict[str, bytes], docx_errors: Callable[[bytes], list[Any]]
) -> None:
    for name in map("{0[0]} {0[1]}".format, places(CASES)):
        assert docx_errors(files[name]) == []
