"""Synthetic communes: as many inputs as wanted, made from the shipped ones with seeded variation.

``python -m benchmarks.communes FOLDER [COUNT] [SEED]`` writes them, a folder for each hundred. The
names are blanks to be filled in ("xã Số 0001"), nobody is named, and every figure is drawn anew.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.reading import read

INPUTS = Path(__file__).parent.parent / "inputs"
COUNT = 3321
"""The communes of the country since 1 July 2025."""

SEED = 30
_ONE_OF = {"bao-cao-tong-ket": ("bao-cao-tong-ket", "bao-cao-tong-ket", "bao-cao-tom-tat")}
_SHUFFLED = ("results", "strengths", "tasks", "models")
_OF_THE_SOURCE = ("people", "awards", "conference", "source", "inferred", "signer")
_PLACES = re.compile(
    r"(?:huyện|thành phố|TP\.) (?:Kỳ Anh|Mỹ Tho|Long Xuyên)(?:, tỉnh (?:Hà Tĩnh|Tiền Giang))?"
)


def communes(count: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each input; the same seed gives the same texts."""
    read_all = (read(path).data for path in sorted(INPUTS.glob("*.yaml")))
    # One that names a table beside it would be refused without it.
    shipped = [data for data in read_all if not isinstance(data.get("indicators"), str)]
    texts = [json.dumps(data, ensure_ascii=False, default=float) for data in shipped]
    for number in range(1, count + 1):
        draw = random.Random(f"{seed}-{number}")
        data = _varied(draw.choice(texts), number, draw)
        name = f"tinh-{(number - 1) // 100 + 1:02}/xa-{number:04}.yaml"
        yield name, "\n".join(_block(data)) + "\n"


def write_communes(folder: Path, count: int, seed: int = SEED) -> None:
    """Write the inputs into a folder."""
    for name, text in communes(count, seed):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _varied(text: str, number: int, draw: random.Random) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_PLACES.sub(f"xã Số {number:04}", text))
    data = {key: value for key, value in data.items() if key not in _OF_THE_SOURCE}
    data |= _body(number, party="letter" in data)
    data["kind"] = draw.choice(_ONE_OF.get(data["kind"], (data["kind"],)))
    data["date"] = f"{data['period']['year']}-12-{draw.randint(10, 28)}"
    for key in _SHUFFLED:
        if key in data:
            data[key] = _some(data[key], draw)
    for group in data.get("results", []):
        group["statements"] = _some(group["statements"], draw)
    for name, figure in data.get("figures", {}).items():
        if name != "luc_luong":  # as many as the forces that the input lists
            _redraw(figure, draw)
    return data


def _body(number: int, *, party: bool) -> dict[str, Any]:
    """Return who issues, signs and receives: blanks with a number for a name."""
    unit = f"xã Số {number:04}"
    if party:
        name, lines = f"Ban Thường vụ Đảng ủy {unit}", [f"Đảng ủy {unit}"]
        issuer = {"name": name, "symbol": "ĐU", "lines": lines, "force": "party_committee"}
        signature = {"collective": "Ban Thường vụ", "post": "Bí thư"}
    else:
        issuer = {
            "name": f"Ủy ban nhân dân {unit}",
            "symbol": "UBND",
            "lines": ["Ủy ban nhân dân", unit],
            "force": "people_committee",
        }
        signature = {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"}
    issuer |= {"level": "commune", "unit_name": unit}
    place = unit.removeprefix("xã ")
    return {"number": number, "issuer": issuer, "signature": signature, "place": place}


def _some(items: list[Any], draw: random.Random) -> list[Any]:
    """Return most of the items in another order."""
    return draw.sample(items, draw.randint(max(1, len(items) - 2), len(items)))


def _redraw(figure: dict[str, Any], draw: random.Random) -> None:
    """Give a figure new numbers that agree with each other."""
    for key in ("accepted", "parts", "parts_complete", "qualifier", "rate_qualifier"):
        figure.pop(key, None)
    if "value" in figure:
        figure["value"] = draw.randint(4, 2 * int(figure["value"]) + 4)
        figure.pop("rate", None)
        figure["previous"] = draw.randint(4, 2 * figure["value"])
    if "out_of" in figure:
        figure["out_of"] = figure["value"] + draw.randint(0, figure["value"])
        del figure["previous"]
    if "rate" in figure:
        figure["rate"] = draw.randint(500, 1000) / 10
    if "change" in figure:
        figure["change"]["percent"] = draw.randint(100, 4000) / 100


def _block(value: Any, indent: str = "") -> Iterator[str]:
    """Yield data as lines of YAML, as people write it; texts in quotes."""
    pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, item in pairs:
        head = "-" if key is None else f"{key}:"
        if isinstance(item, dict | list) and item:
            yield f"{indent}{head}"
            yield from _block(item, indent + "  ")
        else:
            yield f"{indent}{head} {json.dumps(item, ensure_ascii=False)}"


if __name__ == "__main__":
    write_communes(Path(sys.argv[1]), *map(int, sys.argv[2:] or [str(COUNT)]))
