"""``KT.`` is a deputy's signature for the head of the body; anything else is an error."""

from __future__ import annotations

from typing import Any

import pytest
from kinds.made import WHOLE, report

from briefing import Finding, check

RULES = ("form/in-own-stead", "form/stead-of-deputy")


def told(**said: Any) -> list[Finding]:
    return [found for found in check(report(**said)) if found.rule in RULES]


@pytest.mark.parametrize(
    ("head", "post", "rule", "key"),
    [
        ("Chủ tịch", "Chủ tịch", RULES[0], "post"),
        ("CHỦ TỊCH", "Chủ  tịch", RULES[0], "post"),
        ("Phó Chủ tịch", "Chủ tịch", RULES[1], "head"),
        ("Phó Chủ tịch", "Phó Chủ tịch", RULES[1], "head"),
    ],
)
def test_who_cannot_be_signed_for_is_an_error_with_its_law(
    head: str, post: str, rule: str, key: str
) -> None:
    signature = {"authority": "KT", "head": head, "post": post}

    (found,) = told(signature=signature)
    assert (found.rule, found.path) == (rule, f"signature.{key}")
    assert found.severity.name == "ERROR"
    assert "signature.authority" in found.remedy("vi")


@pytest.mark.parametrize(
    ("force", "head", "post"),
    [("military", "Chỉ huy phó", "Chỉ huy trưởng"), ("police", "Phó Giám đốc", "Giám đốc")],
)
def test_armed_forces_have_deputies_too(force: str, head: str, post: str) -> None:
    issuer = {**WHOLE["issuer"], "force": force}
    signature = {"authority": "KT", "head": head, "post": post}

    assert [found.rule for found in told(issuer=issuer, signature=signature)] == [RULES[1]]


@pytest.mark.parametrize(
    "signature",
    [
        {"authority": "KT", "head": "Chủ tịch", "post": "Phó Chủ tịch"},
        {"authority": "KT", "head": "Chủ tịch", "post": "Phó Chủ tịch Thường trực"},
        {"authority": "KT", "head": "Phó Chủ tịch - Trưởng ban", "post": "Phó Trưởng ban"},
        {"authority": "TL", "head": "Phó Chủ tịch", "post": "Chánh Văn phòng"},
        {"authority": "Q", "head": "Chủ tịch"},
        {"post": "Chủ tịch"},
    ],
)
def test_what_a_deputy_may_sign_is_silent(signature: dict[str, str]) -> None:
    assert told(signature=signature) == []
