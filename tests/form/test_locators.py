"""Where the decree says what the standard holds: Phụ lục I, phần I, read in the decree itself."""

from __future__ import annotations

from typing import get_args

import pytest

from briefing.checking.form import NO_SUCH_AUTHORITY, NOT_IN_FORCE
from briefing.report.organisation import Authority
from briefing.standards import STANDARDS, load_standard

DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục {}"

# The rows of the table of Mục V; the reference of an annex stands in no row, but in III.1.c.
ROWS = {
    "V.1": ("national_name", "motto"),
    "V.2": ("parent", "issuer"),
    "V.3": ("number",),
    "V.4": ("place_date",),
    "V.5a": ("kind", "subject"),
    "V.5b": ("about",),
    "V.6": ("body",),
    "V.7": ("signature", "post", "signer"),
    "V.8a": ("addressees",),
    "V.8b": ("recipients_label", "recipients"),
    "V.9": ("annex_label", "annex_title"),
    "V.10": ("urgency",),
    "V.11": ("drafter",),
    "V.12": ("contact",),
    "V.13": ("circulation",),
    "V.14": ("page_number",),
    "III.1.c": ("annex_reference",),
}
# Stamps of secrecy are those of the law on State secrets; of drafts the decree says nothing.
UNREGULATED = ("table", "table_head", "secrecy", "draft")


def test_every_component_names_its_place_in_the_decree() -> None:
    components = load_standard("nd30-2020").components
    expected = {name: DECREE.format(row) for row, names in ROWS.items() for name in names}
    expected |= dict.fromkeys(UNREGULATED, "")
    assert {name: part.allowed.source for name, part in components.items()} == expected


def test_text_and_page_name_theirs() -> None:
    standard = load_standard("nd30-2020")
    # II.6.e: canh đều, lùi đầu dòng, khoảng cách giữa các đoạn và các dòng.
    assert {number.source for number in standard.body.allowed.values()} == {DECREE.format("II.6.e")}
    # I.3: lề trang; I.4: phông chữ; the note under the table of Mục V: sizes move together.
    assert {side.source for side in standard.page.allowed.values()} == {DECREE.format("I.3")}
    assert standard.font_source == DECREE.format("I.4")
    assert standard.together_source == DECREE.format("V")
    assert {level.allowed.source for level in standard.outline} == {DECREE.format("V.6b")}


def test_no_place_is_named_that_no_source_names() -> None:
    # The places of 05-HD/VPTW are not known; of 36-HD/VPTW only its Phụ lục 3 is quoted.
    new, old = load_standard("hd05-2026"), load_standard("hd36-2018")
    assert {part.allowed.source for part in new.components.values()} <= {new.name, ""}
    places = {part.allowed.source for part in old.components.values()}
    assert places == {f"{old.name}, Phụ lục 3", old.name, ""}


@pytest.mark.parametrize("name", ["annex_label", "recipients", "page_number"])
def test_what_is_told_by_one_source_bears_no_place(name: str) -> None:
    old = load_standard("hd36-2018")
    assert old.components[name].allowed.source == old.name


def test_what_only_party_bodies_are_told_cites_their_guidance() -> None:
    # One standard of the State is known, and it knows every authority (II.7.b): these two findings
    # are made for Party bodies alone.
    decree = load_standard("nd30-2020")
    assert [name for name in STANDARDS if load_standard(name).issuers == "state"] == [decree.id]
    assert all(getattr(decree.forms, name) for name in get_args(Authority))
    for told in (NOT_IN_FORCE, NO_SUCH_AUTHORITY):
        assert "Văn phòng Trung ương Đảng" in told.source
