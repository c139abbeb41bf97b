"""A report with little in it, and its preview."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from briefing import preview
from briefing.library import read_whole
from briefing.report import Report

INPUT = Path(__file__).resolve().parents[2] / "inputs" / "hoa-binh-2023.yaml"


def previewed(**facts: Any) -> str:
    data = read_whole(INPUT).data
    bare = {"models": [], "figures": {}, "results": [{"area": "ma_tuy", "statements": ["Tốt"]}]}
    return preview(Report.model_validate({**data, **bare, **facts}))


def row(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def figure(**facts: Any) -> dict[str, Any]:
    return {"so_lieu": {"label": "nhãn thử", "unit": "vụ", **facts}}


def parts(text: str) -> dict[str, str]:
    """Return a preview by its headings, whatever their level and number."""
    found, name = {"": ""}, ""
    for line in text.splitlines():
        if line.startswith("#"):
            name = re.sub(r"^#+ (?:(?:[IVX]+|\d+|[a-z])[.)] )?", "", line).casefold()
            found[name] = ""
        else:
            found[name] += f"{line}\n"
    return found
