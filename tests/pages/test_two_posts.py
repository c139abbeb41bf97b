"""Who signs with a post elsewhere, and whose deputy signs by order: mục II.7.b, II.7.c, II.7.đ."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import briefing
from briefing import InputError

from .measure import TOLERANCE, Line, Page, mm, read_pages
from .reports import LARGE, PROFILES, ToPdf
from .test_state_letter import load

STEERING: dict[str, Any] = {
    "issuer": {
        "name": "Ban Chỉ đạo 138 tỉnh Hà Tĩnh",
        "force": "steering_committee",
        "level": "province",
        "symbol": "BCĐ138",
        "parent": ["UBND tỉnh Hà Tĩnh"],
        "lines": ["Ban Chỉ đạo 138"],
    },
    "signature": {
        "collective": "Ban Chỉ đạo",
        "authority": "KT",
        "head": "Trưởng ban",
        "post": "Phó Trưởng ban",
        "other_post": "Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh",
        "name": "Lê Văn An",
    },
}
BY_ORDER: dict[str, Any] = {
    "signature": {
        "authority": "TL",
        "head": "Chủ tịch",
        "unit_head": "Chánh Văn phòng",
        "post": "Phó Chánh Văn phòng",
        "name": "Lê Văn An",
    }
}
CASES = {"steering": STEERING, "by order": BY_ORDER}
SHOWN = {
    "steering": [
        "TM. BAN CHỈ ĐẠO",
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN",
        "TỈNH HÀ TĨNH",
        "Lê Văn An",
    ],
    "by order": ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Lê Văn An"],
}
ABOVE = {"steering": 3, "by order": 3}
"""How many lines stand above the room for the signature."""


@pytest.fixture(scope="module")
def prints(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> dict:
    folder, files = tmp_path_factory.mktemp("posts"), {}
    for name, facts in CASES.items():
        for profile in PROFILES:
            more = {**facts, "size_profile": profile}
            report = load(folder, "ky-anh-2023", lambda data, m=more: data.update(m), "2023-12-20")
            files[f"{name} {profile}"] = briefing.build(report)
    return {name: read_pages(pdf) for name, pdf in to_pdf(files).items()}


def signature(pages: tuple[Page, ...]) -> list[Line]:
    (page,) = (page for page in pages if page.has("Nơi nhận:"))
    low = page.find("Nơi nhận:").top - 6
    return [line for line in page.lines if line.top > low and line.x0 > mm(100)]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", CASES)
def test_signature_is_in_lines_as_the_decree_has_them(
    name: str, profile: str, prints: dict
) -> None:
    lines = signature(prints[f"{name} {profile}"])
    assert [line.text for line in lines] == SHOWN[name]
    for line in lines:
        assert (line.sizes, line.faces) == ({LARGE[profile]}, {"bold"})
        assert line.centre == pytest.approx(lines[0].centre, abs=TOLERANCE)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", CASES)
def test_room_for_the_signature_is_under_the_post_and_nowhere_else(
    name: str, profile: str, prints: dict
) -> None:
    lines = signature(prints[f"{name} {profile}"])
    gaps = [low.top - high.bottom for high, low in pairwise(lines)]
    assert gaps.pop(ABOVE[name] - 1) >= mm(20)
    assert max(gaps) < 3


def test_head_of_a_unit_without_an_order_is_refused(tmp_path: Path) -> None:
    def edit(data: Any) -> None:
        data["signature"] = {**BY_ORDER["signature"], "authority": "KT"}

    with pytest.raises(InputError) as refused:
        load(tmp_path, "ky-anh-2023", edit, "2023-12-20")
    (found,) = refused.value.findings
    assert found.rule == "input/unit-head-without-order"
