"""Variants of the whole input: what is there, how much of it, and which figure stands where."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from briefing.reading import read

Data = dict[str, Any]

PERIODS: dict[str, list[Data]] = {
    "bao-cao-so-ket": [
        {"year": 2026, "type": "first_half", "ends": "2026-06-14", "starts": "2025-12-15"},
        {"year": 2026, "type": "nine_months"},
        {"year": 2026, "type": "quarter", "quarter": 2},
    ],
    "bao-cao-giai-doan": [
        {"type": "years", "first_year": 2021, "year": 2026},
        {"type": "years", "first_year": 2021, "year": 2026, "stated_length": "5 năm"},
    ],
    "bao-cao-phoi-hop": [{"year": 2026}, {"year": 2026, "type": "first_half"}],
}
YEARS: list[Data] = [{"year": 2026}, {"year": 2026, "starts": "2025-12-15", "ends": "2026-12-14"}]

BODIES: list[Data] = [
    {},
    {
        "issuer": {
            "name": "công an xã Cao Sơn",
            "symbol": "CAX",
            "force": "police",
            "level": "commune",
            "parent": ["Công an tỉnh Phú Thọ"],
            "lines": ["Công an xã Cao Sơn"],
        },
        "signature": {"post": "Trưởng Công an", "rank": "Thượng tá", "name": "Lê Văn Chi"},
    },
    {
        "issuer": {
            "name": "Đảng ủy xã Cao Sơn",
            "symbol": "ĐU",
            "level": "commune",
            "force": "party_committee",
            "lines": ["Đảng bộ tỉnh Phú Thọ", "Đảng ủy xã Cao Sơn"],
        },
        "signature": {"collective": "Đảng ủy", "post": "Bí thư"},
    },
]
SUBJECTS = (
    "công tác bảo đảm an ninh, trật tự",
    "công tác bảo đảm ANTT",
    "nhiệm vụ quốc phòng",
    "Kế hoạch số 5/KH-UBND",
    "phong trào Toàn dân bảo vệ an ninh Tổ quốc",
)
DAYS = (None, "2026-12", "2026-12-20", "2026-12-28", "2027-01-05")
MEETINGS = (None, "2026-12", "2026-12-20", "2026-12-30")

KEPT = {
    *("schema", "kind", "period", "issuer", "place", "subject", "results", "recipients", "letter"),
    *("people", "figures", "abbreviations", "legal_references", "signature", "forces"),
    *("footnotes", "tables", "annexes"),
    *("indicators", "results[].indicators"),
    *("recipients.copies", "recipients.addressees", "letter.about", "letter.orders"),
    *("signature.post", "signature.collective", "request.text", "next_period.year"),
}
"""What a document cannot be without, and tables of names: all else is there or not."""

OF_CONFERENCES = {
    "giay-moi": ("place", "starts", "invited"),
    "chuong-trinh-hoi-nghi": ("agenda",),
    "bien-ban": ("place", "starts", "ends", "chair", "secretary"),
    "thong-bao-ket-luan": ("directives",),
}
"""What documents on a conference cannot be without, by kind."""

WHOLE_GROUPS = (
    "figures",
    "indicators",
    "people",
    "forces",
    "abbreviations",
    "legal_references",
    "footnotes",
    "tables",
    "annexes",
    "issuer",
)
"""Groups that stay as they are, since others name what is in them."""

AT_LEAST_ONE = {"results", "letter.orders", "recipients.copies", "recipients.addressees"}

COUNTED = (
    *("dem", "lon", "phan", "bang", "khong", "loi", "gan", "khoang"),
    *("chuc", "ty_le", "dan", "tien"),
    *("diem", "huong", "canh", "nguoi", "tang_vat", "liet_ke", "dich", "dich_ty_le"),
    *("du", "tong", "neu", "gan_dung", "giu", "vuot"),
    *("lon.quantity", "phan.rate", "phan.pair", "khong.quantity"),
)
MOVED = (
    *("lon.change", "lon.compared", "phan.amount", "phan.percent", "bang.change", "khong.change"),
    *("tien.compared", "diem.change", "doi", "doi.change", "huong.change", "huong.compared"),
    *("ty_trong.share", "tieu_chi", "dich.target", "dich_neu.target", "dich_ty_le.target"),
    *("nguoi.compared", "lon.base", "bien", "bien.change", "neu.share", "vuot.target"),
)
ABOUT_COUNTED = (
    *("Đã ghi nhận {}", "trong kỳ ghi nhận {} tại địa bàn.", "Tại địa bàn có {};"),
    *("{} được ghi nhận", "Kết quả tốt ({}).", "Tốt (trong đó {})", "Đã ghi nhận {}, đạt yêu cầu"),
)
ABOUT_MOVED = ("Số vụ {}", "số vụ việc {}.", "Kết quả {}, đạt yêu cầu;", "{}", "Tốt hơn ({})")
PLAIN = (
    *("giữ vững ANTT tại địa bàn", "Giữ vững TTXH.", "TTXH ổn định;", "Bảo đảm ANTT và TTXH"),
    *(
        "Tình hình ANTT (gồm cả TTXH) ổn định",
        "Công an xã chủ động",
        "  thừa khoảng trắng  ở giữa ",
    ),
    *("“An toàn” được giữ vững", "Chủ đề “Vì bình yên.”", "Làm được nhiều việc…", "đạt 100%!"),
)


@cache
def _read() -> Data:
    return read(Path(__file__).with_name("whole.yaml")).data


def whole() -> Data:
    """Return the whole input, a copy of its own."""
    return copy.deepcopy(_read())


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw a sentence: with a figure in some place, or with words that need care."""
    kind = draw(st.integers(0, 2))
    if kind == 2:
        return draw(st.sampled_from(PLAIN))
    frames, names = ((ABOUT_COUNTED, COUNTED), (ABOUT_MOVED, MOVED))[kind]
    frame, name = draw(st.sampled_from(frames)), draw(st.sampled_from(names))
    if name == "lon.base":
        frame = "Kết quả được so với {}"
    return frame.format(f"{{{name}}}")


@st.composite
def variants(draw: st.DrawFn, kind: str) -> Data:
    """Draw an input of a kind."""
    data: Data = _drawn(draw, whole(), "")
    data |= copy.deepcopy(draw(st.sampled_from(BODIES)))
    data["kind"] = kind
    data["period"] = dict(draw(st.sampled_from(PERIODS.get(kind, YEARS))))
    data["subject"] = draw(st.sampled_from(SUBJECTS))
    data["date"] = draw(st.sampled_from(DAYS))
    if "conference" in data:
        data["conference"]["date"] = draw(st.sampled_from(MEETINGS))
    if kind == "tin-hoi-nghi":
        data["conference"] = {**data.get("conference", {}), "date": "2026-12-20"}
    if kind in OF_CONFERENCES:
        told = {key: whole()["conference"][key] for key in OF_CONFERENCES[kind]}
        data["conference"] = {**data.get("conference", {}), **told, "date": "2026-12-20"}
    if kind == "ke-hoach":
        data.setdefault("targets", ["Giữ vững danh hiệu"])
    if kind != "bao-cao-phoi-hop":
        data.pop("forces")
        for area in data["results"]:
            area.pop("parts", None)
    if kind == "bao-cao-kinh-te-xa-hoi":
        data["sections"] = draw(outlines(data))
    return {key: value for key, value in data.items() if value is not None}


PARTS = ("results", "strengths", "limitations", "lessons", "targets", "tasks", "proposals")


@st.composite
def outlines(draw: st.DrawFn, data: Data) -> list[Data]:
    """Draw an outline of the input's own, with the parts that the input has."""
    texts = st.lists(sentences(), min_size=1, max_size=3)
    field = {
        "title": "Công tác bảo đảm ANTT",
        "statements": draw(texts),
        "points": draw(texts),
        "mark": draw(st.sampled_from(["-", "(1)", "1."])),
        "limitations": draw(texts),
    }
    run_in = {"title": "Công tác TTXH:", "statements": draw(texts)}
    parts = [{"part": part} for part in PARTS if data.get(part)]
    return [{"title": "Kết quả", "sections": [field, run_in]}, {"statements": draw(texts)}, *parts]


def _drawn(draw: st.DrawFn, value: Any, path: str) -> Any:
    if path in WHOLE_GROUPS:
        return value
    if value == "CÂU":
        return draw(sentences())
    if isinstance(value, dict):
        return _group(draw, value, path)
    if isinstance(value, list):
        least = 1 if path in AT_LEAST_ONE or path.endswith(("statements", "points")) else 0
        several = draw(st.sampled_from(sorted({least, 1, len(value)})))
        return [_drawn(draw, item, f"{path}[]") for item in value[:several]]
    return value


def _group(draw: st.DrawFn, group: Data, path: str) -> Data:
    found = {}
    for key, item in group.items():
        at = f"{path}.{key}".lstrip(".")
        item_of_list = path.endswith("]") and key in MUST
        if at in KEPT or item_of_list or draw(st.booleans()) or draw(st.booleans()):
            found[key] = _drawn(draw, item, at)
    return _together(found)


MUST = {
    "name",
    "by",
    "points",
    "text",
    "force",
    "statements",
    "area",
    "heading",
    "to",
    "verb",
    "fact",
    "basis",
}
"""What an item of a list cannot be without."""


def _together(group: Data) -> Data:
    """Return a group without what cannot stand for want of another key."""
    if not {"authority", "head"} <= group.keys():
        group = {key: value for key, value in group.items() if key not in ("authority", "head")}
        # Without KT. nobody but the head signs.
        if "Phó " in str(group.get("post")):
            group["post"] = str(group["post"]).removeprefix("Phó ")
    return group
