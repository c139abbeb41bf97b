"""Force, level and name of a body give its letterhead, its symbol and who signs."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from kinds.made import WHOLE, errors, text

from briefing import Report, load

SOURCE = files("briefing.localities").joinpath("profiles.toml").read_text(encoding="utf-8")
PROFILES = {
    (force, level): profile
    for force, levels in tomllib.loads(SOURCE).items()
    for level, profile in levels.items()
}
UNITS = {"province": "tỉnh Hòa Bình", "district": "huyện Đà Bắc", "commune": "xã Cao Sơn"}
# unit_name alone gives no name of a provincial Party committee ("Tỉnh ủy Hòa Bình").
COMPLETE = sorted(set(PROFILES) - {("party_committee", "province")})
LETTERHEADS = {
    ("people_committee", "commune"): ["ỦY BAN NHÂN DÂN", "XÃ CAO SƠN", "TM. ỦY BAN NHÂN DÂN"],
    ("police", "commune"): ["CÔNG AN TỈNH HÒA BÌNH", "CÔNG AN XÃ CAO SƠN", "TRƯỞNG CÔNG AN"],
    ("military", "commune"): ["UBND XÃ CAO SƠN", "BAN CHỈ HUY QUÂN SỰ", "CHỈ HUY TRƯỞNG"],
    ("border_guard", "province"): ["BỘ CHQS TỈNH HÒA BÌNH", "BỘ ĐỘI BIÊN PHÒNG"],
    ("steering_committee", "commune"): ["BAN CHỈ ĐẠO 138", "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"],
    ("party_committee", "commune"): ["ĐẢNG ỦY XÃ CAO SƠN", "T/M ĐẢNG ỦY", "BÍ THƯ"],
}


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
    names = {"unit": UNITS[level], "under": "tỉnh Hòa Bình"}
    for line in (*profile["issuer"].get("parent", []), *profile["issuer"]["lines"]):
        assert line.format(**names).upper() in lines
    assert profile["signature"]["post"].upper() in lines
    assert any(line.startswith("Số") and profile["issuer"]["symbol"] in line for line in lines)
    assert not any("{" in line for line in lines)


@pytest.mark.parametrize(("body", "printed"), LETTERHEADS.items())
def test_the_letterhead_of_a_body(
    tmp_path: Path, body: tuple[str, str], printed: list[str]
) -> None:
    assert set(printed) <= set(text(loaded(tmp_path, chosen(*body))).splitlines())


def test_a_provincial_party_committee_is_not_given_a_name_that_nobody_said(tmp_path: Path) -> None:
    made = loaded(tmp_path, chosen("party_committee", "province"))

    assert (made.issuer.symbol, made.signature.collective) == ("TU", "Ban Thường vụ")
    assert {"issuer.name", "issuer.lines"} <= {found.path for found in errors(made)}


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


@pytest.mark.parametrize(("force", "level"), sorted(PROFILES))
def test_a_profile_says_what_it_rests_on(force: str, level: str) -> None:
    from_memory = {"police", "military", "border_guard", "steering_committee"}
    evidence = PROFILES[force, level]["evidence"]

    assert (evidence == "memory") == (force in from_memory)
