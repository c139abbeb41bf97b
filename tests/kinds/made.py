"""A whole year of one body, from which a test takes the kind of document that it is about."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from templating.printed import docx_text

from briefing import Finding, Report, build, check, load
from briefing.library import in_kind

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
SHIPPED = sorted(file.stem for file in INPUTS.glob("*.yaml"))

WHOLE: dict[str, Any] = {
    "schema": 1,
    "kind": "bao-cao-tong-ket",
    "period": {"year": 2026},
    "date": "2026-12-14",
    "place": "Cao Sơn",
    "issuer": {
        "name": "Ủy ban nhân dân xã Cao Sơn",
        "symbol": "UBND",
        "level": "commune",
        "lines": ["Ủy ban nhân dân", "xã Cao Sơn"],
    },
    "subject": "công tác bảo đảm an ninh, trật tự",
    "figures": {
        "vu": {
            "label": "số vụ phạm tội",
            "value": 45,
            "unit": "vụ",
            "area": "phong_chong_toi_pham",
        },
    },
    "figures_annex": True,
    "results": [
        {
            "area": "phong_chong_toi_pham",
            "statements": ["Đã khám phá {vu}", "Ý thứ hai của lĩnh vực tội phạm"],
        },
        {
            "area": "phong_trao",
            "statements": ["Phong trào được giữ vững", "Ý thứ hai của lĩnh vực phong trào"],
        },
    ],
    "limitations": ["Quân số còn thiếu"],
    "causes": {"general": ["Địa bàn rộng"]},
    "tasks": ["Tiếp tục tuần tra khép kín địa bàn"],
    "conference": {"date": "2026-12-12", "chair": "an"},
    "people": {"an": {"name": "Nguyễn Văn An", "posts": ["Chủ tịch UBND xã"]}},
    "awards": [{"giver": "Ủy ban nhân dân xã", "form": "Giấy khen", "collectives": 4}],
    "recipients": {"copies": ["Các thôn"]},
    "signature": {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"},
}
LETTER: dict[str, Any] = {
    "about": "tăng cường bảo đảm an ninh, trật tự",
    "opening": ["Tình hình cơ bản ổn định"],
    "orders": [
        {"to": "Công an xã", "points": ["Tuần tra ban đêm", "Nắm chắc địa bàn"]},
        {"to": "Các thôn", "verb": "đề nghị", "points": ["Vận động nhân dân"]},
    ],
}
LETTER_FACTS: dict[str, Any] = {
    "kind": "cong-van-chi-dao",
    "letter": LETTER,
    "recipients": {"addressees": ["Công an xã", "Các thôn"]},
}
PARTY: dict[str, Any] = {
    "issuer": {
        "name": "Đảng ủy xã Cao Sơn",
        "symbol": "ĐU",
        "level": "commune",
        "force": "party_committee",
        "lines": ["Đảng bộ tỉnh Phú Thọ", "Đảng ủy xã Cao Sơn"],
    },
    "signature": {"collective": "Đảng ủy", "post": "Bí thư"},
}


def report(**facts: Any) -> Report:
    """Return the whole year with other facts laid over it."""
    return Report.model_validate({**WHOLE, **facts})


def without(*names: str, **facts: Any) -> Report:
    """Return the whole year without some of its facts."""
    kept = {key: value for key, value in WHOLE.items() if key not in names}
    return Report.model_validate({**kept, **facts})


def text(made: Report, *, draft: bool = False) -> str:
    """Return the text of the Word file of a report, one paragraph a line."""
    return docx_text(build(made, draft=draft))


def told(made: Report) -> dict[str, Finding]:
    """Return the findings of a report by rule, the last of each."""
    return {found.rule: found for found in check(made)}


def errors(made: Report) -> list[Finding]:
    """Return the findings that stop a final document."""
    return [found for found in check(made) if found.severity.name == "ERROR"]


@cache
def shipped(name: str) -> Report:
    """Return a shipped input."""
    return load(INPUTS / f"{name}.yaml")


@cache
def shipped_text(name: str, kind: str) -> str:
    """Return the text of a shipped input as a kind of document."""
    return text(in_kind(shipped(name), kind))
