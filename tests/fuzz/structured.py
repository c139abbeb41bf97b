"""Data in the shape of the schema, with wrong leaves here and there."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from briefing.report import json_schema

_SCHEMA = json_schema("en")
_MOST = 6
"""Keys of one group, items of one list."""

NAMES = st.sampled_from(["a", "b", "vu", "kham_pha", "an_ninh", "x" * 100])
TEXTS = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "An ninh",
                " ",
                ". ",
                "{a}",
                "{b.rate}",
                "{vu.compared}",
                "{nobody}",
                "{{",
                "}}",
            ),
            *("771/778 vụ (đạt 92,2%)", "giảm 34 vụ (7,67%)", "huyện A", "năm 2019", "UBND", "AN"),
            *(
                "(AN)",
                "\u200b",
                "\xa0",
                "|",
                "*",
                "#",
                "[a](<gap:b>)",
                "\ufdd0a\ufdd1b\ufdd2",
                "đ",
                "…",
            ),
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)
_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        [
            *([], {}, [[]], {"a": {}}, "", " ", "2023-02-30", "0001-01-01", "9999-12-31", "3.313"),
            *("92,20", 10**15, 10**15 - 1, 10**30, -1, 0, 1e-15, 1e300, "a" * 301, "x-" * 60 + "x"),
        ]
    ),
)
_DATES = st.sampled_from(["2023-12-20", "20/12/2023", "2023-12", "12/2026", "1900-01-01", "2300"])


def reports() -> st.SearchStrategy[dict[str, Any]]:
    """Return inputs: most of them read, some with faults."""
    return st.tuples(_shape(_SCHEMA), _START).map(lambda pair: {**pair[0], **pair[1]})


_KINDS = (
    *("bao-cao-tong-ket", "bao-cao-so-ket", "bao-cao-giai-doan", "bao-cao-phoi-hop"),
    *("cong-van-chi-dao", "bao-cao-tom-tat", "tin-hoi-nghi"),
)
_START = st.fixed_dictionaries(
    {
        "schema": st.just(1),
        "kind": st.sampled_from(_KINDS),
        "period": st.sampled_from(
            [
                *(
                    {"year": 2023},
                    {"year": 1945},
                    {"year": 2200},
                    {"year": 2026, "type": "first_half"},
                ),
                *(
                    {"year": 2200, "type": "quarter", "quarter": 4},
                    {"year": 2030, "ends": "1900-01-01"},
                ),
                {"year": 2200, "type": "years", "first_year": 1945, "stated_length": "99 năm"},
            ]
        ),
    }
)


def _shape(part: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return values of a part of the schema."""
    if isinstance(part, bool):
        return _ODD  # anything goes there
    if "$ref" in part:
        return _named(part["$ref"].rpartition("/")[2])
    if "anyOf" in part:
        return st.one_of([_shape(option) for option in part["anyOf"]])
    if "enum" in part:
        return st.sampled_from(part["enum"])
    if part.get("properties"):
        return _group(part)
    if "additionalProperties" in part:
        return st.dictionaries(NAMES, _shape(part["additionalProperties"]), max_size=3)
    if part.get("type") == "array":
        return st.lists(_shape(part["items"]), max_size=3)
    return _leaf(part)


_known: dict[str, st.SearchStrategy[Any]] = {}


def _named(name: str) -> st.SearchStrategy[Any]:
    if name not in _known:
        _known[name] = st.deferred(lambda: _shape(_SCHEMA["$defs"][name]))
    return _known[name]


@st.composite
def _group(draw: st.DrawFn, part: dict[str, Any]) -> dict[str, Any]:
    keys = draw(st.lists(st.sampled_from(sorted(part["properties"])), max_size=_MOST, unique=True))
    group = {
        key: draw(_shape(part["properties"][key])) for key in [*part.get("required", ()), *keys]
    }
    if draw(st.integers(0, 40)) == 0:
        group[draw(st.sampled_from([*group, "no_such_key"]))] = draw(_ODD)
    return group


def _leaf(part: dict[str, Any]) -> st.SearchStrategy[Any]:
    kinds = part.get("type", "string")
    if part.get("const") is not None:
        return st.just(part["const"])
    if kinds == "boolean":
        return st.booleans()
    if kinds == "null":
        return st.none()
    if "integer" in kinds or "number" in kinds:
        return st.one_of(
            st.integers(part.get("minimum", 0), part.get("maximum", 10**15 - 1)),
            st.sampled_from([0, 1, 771, 778, "3.313", "92,20"]),
        )
    pattern = part.get("pattern", "")
    if "a-z" in pattern:
        return NAMES
    return _DATES if pattern or part.get("format") == "date" else TEXTS
