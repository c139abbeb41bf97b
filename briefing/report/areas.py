"""The subject areas of the results section and the order in which reports treat them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

Area = Literal[
    "lanh_dao_chi_dao",
    "quoc_phong_quan_su",
    "an_ninh_chinh_tri",
    "phong_chong_toi_pham",
    "ma_tuy",
    "kinh_te_moi_truong",
    "bien_gioi",
    "giao_thong",
    "pccc",
    "quan_ly_hanh_chinh",
    "san_sang_chien_dau",
    "huan_luyen",
    "tuyen_quan",
    "dan_quan_tu_ve",
    "giao_duc_qpan",
    "hau_phuong_quan_doi",
    "trao_doi_thong_tin",
    "tuan_tra",
    "vu_khi",
    "tuyen_truyen",
    "phong_trao",
    "dan_van",
    "thien_tai_cuu_nan",
    "phoi_hop",
    "xay_dung_luc_luong",
]


@cache
def _table() -> dict[str, dict[str, Any]]:
    source = files("briefing.report").joinpath("areas.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def area_heading(area: Area) -> str:
    """Return the default heading of a subject area."""
    return str(_table()["headings"][area])


def area_order(force: str) -> list[str]:
    """Return the areas in the order in which reports of a force treat them.

    Police and State reports begin with political security, military ones with readiness.
    """
    orders = _table()["orders"]
    first: list[str] = orders.get(force, orders["default"])
    return first + [area for area in get_args(Area) if area not in first]
