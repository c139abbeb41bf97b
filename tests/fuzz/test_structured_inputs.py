"""Inputs and packs in the shape of the schema with any values: findings, or a document."""

from __future__ import annotations

import json
from typing import Any

import pytest
from exploring import seldom
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import json_inputs, packs, yaml_inputs
from fuzz.structured import NAMES, TEXTS, reports

SETTINGS = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _written(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")


@pytest.mark.slow(reason="four hundred inputs are read, checked, built and shown")
@settings(SETTINGS, max_examples=seldom(400))
@given(reports())
def test_an_input_in_the_shape_of_the_schema(report: dict[str, Any]) -> None:
    # Every JSON text is YAML as well.
    yaml_inputs.one(_written(report))


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=20,
)


@settings(SETTINGS, max_examples=seldom(150))
@given(st.one_of(_JSON, st.dictionaries(st.sampled_from(["schema", "kind", "figures"]), _JSON)))
def test_any_json(data: Any) -> None:
    json_inputs.one(_written(data))


_PIECES = st.lists(st.sampled_from([*yaml_inputs.TOKENS, "\n", "\n  ", "\n- ", ": "]), max_size=25)


@settings(SETTINGS, max_examples=seldom(150))
@given(_PIECES)
def test_yaml_of_its_own_signs(pieces: list[str]) -> None:
    yaml_inputs.one("".join(pieces).encode("utf-8", "surrogatepass"))


_VALUES = st.recursive(
    st.one_of(
        st.booleans().map(lambda said: str(said).lower()),
        st.integers(-(10**20), 10**20).map(str),
        TEXTS.map(lambda text: json.dumps(text, ensure_ascii=False)),
        st.sampled_from(
            [
                *("nan", "-inf", "1e400", "0xff", "1979-05-27", "07:32:00", "1979-05-27T07:32:00Z"),
                *('"2020-01-01"', '"hoa-binh"', '"cao-son"', '"commune"', '"police"', '"KT"', "''"),
            ]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(NAMES, inner, max_size=3).map(
            lambda group: "{" + ", ".join(f"{key} = {item}" for key, item in group.items()) + "}"
        ),
    ),
    max_leaves=4,
)
_KNOWN = """
    name short_name level parent code place force signer size_profile opening closing until into
    recipients.copies recipients.addressees recipients.archive figure_style.pad figure_style.places
    issuers.police.name issuers.police.signer issuers.police.lines signers.a.post signers.a.rank
    signers.a abbreviations.AN.long abbreviations.AN abbreviations.
"""
_KEYS = st.sampled_from(_KNOWN.split())


@settings(SETTINGS, max_examples=seldom(150))
@given(
    st.dictionaries(_KEYS, _VALUES, max_size=8),
    st.dictionaries(_KEYS, _VALUES, max_size=4),
    st.lists(st.sampled_from(packs.TOKENS), max_size=12),
)
def test_a_pack_of_any_values(
    said: dict[str, str], before: dict[str, str], kinds: list[str]
) -> None:
    lines = [f"{key} = {value}" for key, value in said.items()]
    lines += ["[[before]]", 'date = "2024-01-01"', *(f"{k} = {v}" for k, v in before.items())]
    packs.one("\n".join([*lines, "#kinds", " ".join(kinds)]).encode("utf-8", "surrogatepass"))
