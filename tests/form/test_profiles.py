"""Force, level and name of a body give its letterhead, its symbol and who signs."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from in_rows import in_rows
from kinds.made import WHOLE, errors, text

from briefing import Report, load

SOURCE = files("briefing.kinds").joinpath("bodies.toml").read_text(encoding="utf-8")
BODIES = tomllib.loads(SOURCE)
PROFILES = {
    (force, level): profile
    for force, body in BODIES.items()
    for level, profile in body.get("levels", {}).items()
    if level != "any"
}
UNITS = {"province": "tỉnh Hòa Bình", "district": "huyện Đà Bắc", "commune": "xã Cao Sơn"}
# Who signs for a province's or a district's Party committee is not known from its name.
UNSIGNED = {("party_committee", "province"), ("party_committee", "district")}
COMPLETE = sorted(set(PROFILES) - UNSIGNED)
LETTERHEADS = {
    ("people_committee", "commune"): ["ỦY BAN NHÂN DÂN", "XÃ CAO SƠN", "TM. ỦY BAN NHÂN DÂN"],
    ("police", "commune"): ["CÔNG AN TỈNH HÒA BÌNH", "CÔNG AN XÃ CAO SƠN", "TRƯỞNG CÔNG AN"],
    ("military", "commune"): ["UBND XÃ CAO SƠN", "BAN CHỈ HUY QUÂN SỰ", "CHỈ HUY TRƯỞNG"],
    ("border_guard", "province"): ["BỘ TƯ LỆNH BỘ ĐỘI BIÊN PHÒNG", "BỘ CHỈ HUY"],
    ("steering_committee", "commune"): ["BAN CHỈ ĐẠO 138", "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"],
    ("party_committee", "commune"): ["ĐẢNG BỘ TỈNH HÒA BÌNH", "ĐẢNG ỦY XÃ CAO SƠN", "BÍ THƯ"],
}
# How the same body is called where its locality is another thing, or on another day.
CALLED = [
    ("police", "province", "thành phố Huế", "2026-01-05", ["CÔNG AN THÀNH PHỐ HUẾ", "CATP"]),
    ("police", "province", "tỉnh Phú Thọ", "2026-01-05", ["CÔNG AN TỈNH PHÚ THỌ", "CAT"]),
    ("police", "commune", "phường Tân Hòa", "2026-01-05", ["CÔNG AN PHƯỜNG TÂN HÒA", "CAP"]),
    ("police", "commune", "đặc khu Phú Quốc", "2026-01-05", ["CÔNG AN ĐẶC KHU PHÚ QUỐC", "CAĐK"]),
    ("police", "district", "huyện Đà Bắc", "2025-02-28", ["CÔNG AN HUYỆN ĐÀ BẮC", "CAH"]),
    ("border_guard", "province", "tỉnh An Giang", "2026-01-05", ["BỘ CHQS TỈNH AN GIANG", "BĐBP"]),
    ("border_post", "commune", "Cảng Mỹ Thới", "2025-06-30", ["BĐBP TỈNH HÒA BÌNH", "ĐBP"]),
    (
        "border_post",
        "commune",
        "Cảng Mỹ Thới",
        "2026-01-05",
        ["BAN CHỈ HUY BĐBP TỈNH HÒA BÌNH", "ĐBP"],
    ),
    ("party_committee", "province", "tỉnh Hòa Bình", "2024-12-10", ["TỈNH ỦY HÒA BÌNH", "TU"]),
    ("party_committee", "province", "thành phố Huế", "2026-01-05", ["THÀNH ỦY HUẾ", "TU"]),
    ("party_committee", "district", "quận Thủ Đức", "2024-12-10", ["QUẬN ỦY THỦ ĐỨC", "QU"]),
]


def loaded(folder: Path, issuer: dict[str, Any], **facts: Any) -> Report:
    """Return a whole report whose issuer is given so, read from a file."""
    date = {"period": {"year": 2024}, "date": "2024-12-10", "conference": None}
    data = {**WHOLE, **date, "issuer": issuer, **facts}
    if "signature" not in facts:
        del data["signature"]
    file = folder / "mới.yaml"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return load(file)


def chosen(force: str, level: str) -> dict[str, Any]:
    """Return an issuer that names force, level and unit and nothing else."""
    names = {"unit_name": UNITS[level], "under": "tỉnh Hòa Bình"}
    return {"force": force, "level": level, **names}


@pytest.mark.parametrize(("force", "level"), COMPLETE)
def test_force_level_and_unit_are_enough(tmp_path: Path, force: str, level: str) -> None:
    made = loaded(tmp_path, chosen(force, level))
    profile = PROFILES[force, level]
    lines = text(made).splitlines()

    assert not errors(made)
    assert profile["signature"]["post"].upper() in lines
    assert any(line.startswith("Số") for line in lines)
    assert not any("{" in line for line in lines)


@pytest.mark.parametrize(("body", "printed"), LETTERHEADS.items())
def test_the_letterhead_of_a_body(
    tmp_path: Path, body: tuple[str, str], printed: list[str]
) -> None:
    assert set(printed) <= set(text(loaded(tmp_path, chosen(*body))).splitlines())


@pytest.mark.parametrize(("force", "level", "unit", "day", "printed"), CALLED)
def test_a_body_is_called_by_what_its_locality_is_and_when(
    tmp_path: Path, force: str, level: str, unit: str, day: str, printed: list[str]
) -> None:
    issuer = {**chosen(force, level), "unit_name": unit}
    made = loaded(tmp_path, issuer, date=day)
    upper, symbol = printed

    assert made.issuer.symbol == symbol
    assert upper in text(made, draft=True).splitlines()


def test_a_locality_whose_kind_is_not_known_gives_no_half_a_name(tmp_path: Path) -> None:
    made = loaded(tmp_path, {**chosen("party_committee", "province"), "unit_name": "Hòa Bình"})

    assert made.issuer.name is None
    assert {"issuer.name", "issuer.lines"} <= {found.path for found in errors(made)}


@pytest.mark.parametrize("level", ["province", "district"])
def test_no_post_is_guessed_for_a_party_committee_above_the_commune(
    tmp_path: Path, level: str
) -> None:
    made = loaded(tmp_path, chosen("party_committee", level))

    assert made.signature.collective == "Ban Thường vụ"
    assert "signature.post|signature.head" in {found.path for found in errors(made)} or any(
        found.path.startswith("signature.post") for found in errors(made)
    )


@pytest.mark.parametrize(("day", "wrong"), [("2025-02-28", False), ("2025-03-01", True)])
def test_there_are_no_police_of_districts_from_march_2025(
    tmp_path: Path, day: str, wrong: bool
) -> None:
    made = loaded(tmp_path, chosen("police", "district"), date=day, period={"year": 2024})

    assert ("form/district-issuer" in {found.rule for found in errors(made)}) is wrong


@pytest.mark.parametrize(("force", "level"), COMPLETE)
def test_what_the_input_says_itself_wins(tmp_path: Path, force: str, level: str) -> None:
    own = {"symbol": "XYZ", "lines": ["Tên riêng"], "parent": ["Cấp trên riêng"]}
    signature = {"post": "Chức vụ riêng"}
    made = loaded(tmp_path, {**chosen(force, level), **own}, signature=signature)

    assert made.issuer.symbol == "XYZ"
    assert made.issuer.lines == ["Tên riêng"]
    assert made.issuer.parent == ["Cấp trên riêng"]
    assert made.signature.post == "Chức vụ riêng"
    assert made.signature.collective is None


@pytest.mark.parametrize(
    "issuer",
    [
        {"force": "police", "level": "commune"},
        {"force": "border_guard", "level": "commune", "unit_name": "xã Cao Sơn"},
        {"force": "joint", "level": "commune", "unit_name": "xã Cao Sơn"},
        {"unit_name": "xã Cao Sơn"},
    ],
)
def test_a_body_without_a_profile_is_asked_for_everything(
    tmp_path: Path, issuer: dict[str, Any]
) -> None:
    lacking = {found.path for found in errors(loaded(tmp_path, issuer))}

    assert {"issuer.name", "issuer.symbol", "issuer.lines", "signature.post"} <= lacking


@pytest.mark.parametrize(("force", "level"), COMPLETE)
def test_a_superior_that_is_not_named_is_not_half_printed(
    tmp_path: Path, force: str, level: str
) -> None:
    issuer = {key: value for key, value in chosen(force, level).items() if key != "under"}
    lines = text(loaded(tmp_path, issuer), draft=True).splitlines()

    for half in ("CÔNG AN", "BỘ CHQS", "ĐẢNG BỘ"):
        assert half not in [line.strip() for line in lines]


@in_rows("force", sorted(BODIES))
def test_a_body_says_what_its_profiles_rest_on(force: str) -> None:
    from_memory = {"police", "military", "border_guard", "border_post", "steering_committee"}

    assert (BODIES[force]["evidence"] == "memory") == (force in from_memory)
