"""The head of a body that works as a collective signs ``TM.`` it, also where only a post is given.

Nghị định 30/2020/NĐ-CP, Điều 13 khoản 2 and Phụ lục I, phần I, mục II.7.b.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kinds.made import text

from briefing import InputError
from form.test_profiles import UNITS, loaded

COMMITTEE = {"name": "Ủy ban nhân dân xã Cao Sơn", "symbol": "UBND", "level": "commune"}
DEPUTY = {"authority": "KT", "head": "Chủ tịch", "post": "Phó Chủ tịch"}


def issuer(force: str, level: str) -> dict[str, Any]:
    return {"force": force, "level": level, "unit_name": UNITS[level], "under": "tỉnh Hòa Bình"}


@pytest.mark.parametrize(
    ("given", "signature", "collective"),
    [
        (issuer("people_committee", "commune"), {"post": "Chủ tịch"}, "Ủy ban nhân dân"),
        (issuer("people_committee", "district"), {"post": "CHỦ TỊCH"}, "Ủy ban nhân dân"),
        ({**COMMITTEE, "lines": ["UBND xã"]}, {"post": "Chủ tịch"}, "Ủy ban nhân dân"),
        (issuer("people_committee", "province"), DEPUTY, "Ủy ban nhân dân"),
        (issuer("steering_committee", "commune"), {"post": "Trưởng ban"}, "Ban Chỉ đạo"),
        (COMMITTEE, {"collective": "Thường trực UBND", "post": "Chủ tịch"}, "Thường trực UBND"),
        (COMMITTEE, {"authority": "TL", "head": "Chủ tịch", "post": "Chánh Văn phòng"}, None),
        (COMMITTEE, {"authority": "Q", "head": "Chủ tịch", "post": "Chủ tịch"}, "Ủy ban nhân dân"),
        (COMMITTEE, {"post": "Chánh Văn phòng"}, None),
        ({**COMMITTEE, "name": "Hội Nông dân xã Cao Sơn"}, {"post": "Chủ tịch"}, None),
        ({**COMMITTEE, "name": "Hội đồng nhân dân xã Cao Sơn"}, {"post": "Chủ tịch"}, None),
        (issuer("police", "commune"), {"post": "Trưởng Công an"}, None),
        (issuer("party_committee", "commune"), {"post": "Bí thư"}, None),
    ],
)
def test_whoever_heads_a_collective_signs_on_its_behalf(
    tmp_path: Path, given: dict[str, Any], signature: dict[str, str], collective: str | None
) -> None:
    report = loaded(tmp_path, given, signature=signature)

    assert report.signature.collective == collective
    assert report.signature.post == signature["post"]


@pytest.mark.parametrize("signature", [{"post": "Chủ tịch"}, DEPUTY])
def test_the_collective_stands_above_the_post(tmp_path: Path, signature: dict[str, str]) -> None:
    said = text(loaded(tmp_path, issuer("people_committee", "commune"), signature=signature))

    assert "TM. ỦY BAN NHÂN DÂN" in said
    assert said.index("TM. ỦY BAN NHÂN DÂN") < said.index("CHỦ TỊCH", said.index("TM. ỦY"))


def test_what_is_not_rightly_written_is_told_as_before(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        loaded(tmp_path, {**COMMITTEE, "lines": "UBND"}, signature={"post": ["Chủ tịch"]})
    assert {one.path for one in refused.value.findings} == {"issuer.lines", "signature.post"}
