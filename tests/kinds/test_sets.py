"""One input makes every kind of document that suits it, and says why another does not."""

from __future__ import annotations

import re

import pytest
from exploring import one_of_each, some
from in_rows import in_rows

from briefing import RefusedError, build, preview
from briefing.library import in_kind, suits
from briefing.templating import kinds
from kinds.made import SHIPPED, errors, shipped, shipped_text

HELD = {"thong-bao-ket-luan", "thong-cao-bao-chi"}
PLANNED = {"ke-hoach", "thong-cao-bao-chi"}
SUITABLE = {
    "cong-van-792-2022": set(),
    "hoa-binh-2023": {"bao-cao-tong-ket", "bao-cao-tom-tat", "tin-hoi-nghi"} | HELD,
    "kinh-te-xa-hoi-xa-2026": {"bao-cao-kinh-te-xa-hoi", "bao-cao-tong-ket", "bao-cao-tom-tat"}
    | PLANNED,
    "ky-anh-2023": {"bao-cao-tong-ket", "bao-cao-tom-tat", "tin-hoi-nghi"} | HELD | PLANNED,
    "long-xuyen-2022": {"bao-cao-phoi-hop", "bao-cao-tong-ket", "bao-cao-tom-tat"} | PLANNED,
    "my-tho-2015-2020": {"bao-cao-giai-doan", "bao-cao-tom-tat", "thong-cao-bao-chi"},
}
SETS = [(name, kind) for name, suitable in SUITABLE.items() for kind in sorted(suitable)]
REFUSED = [(name, kind) for name in SUITABLE for kind in sorted(set(kinds()) - SUITABLE[name])]
TRIED = one_of_each(REFUSED, lambda case: case[1])
PERIOD = "period.type"
LETTER = ("letter.about", "letter.orders")
LACKING = [
    ("hoa-binh-2023", "bao-cao-so-ket", {PERIOD}),
    ("hoa-binh-2023", "bao-cao-giai-doan", {PERIOD}),
    ("hoa-binh-2023", "bao-cao-phoi-hop", {"forces"}),
    ("hoa-binh-2023", "cong-van-chi-dao", {*LETTER, "recipients.addressees"}),
    ("ky-anh-2023", "bao-cao-phoi-hop", {"forces"}),
    ("long-xuyen-2022", "bao-cao-so-ket", {PERIOD}),
    ("long-xuyen-2022", "cong-van-chi-dao", {*LETTER, "recipients.addressees"}),
    ("long-xuyen-2022", "tin-hoi-nghi", {"conference.date"}),
    ("my-tho-2015-2020", "bao-cao-tong-ket", {PERIOD}),
    ("my-tho-2015-2020", "bao-cao-so-ket", {PERIOD}),
    ("my-tho-2015-2020", "bao-cao-phoi-hop", {"forces", PERIOD}),
    ("my-tho-2015-2020", "tin-hoi-nghi", {"conference.date"}),
]
# A number of two characters or more: what numbers headings has one.
_NUMBER = re.compile(r"\d[\d.,/]*\d%?")


def test_the_table_has_every_shipped_input() -> None:
    assert sorted(SUITABLE) == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_the_kinds_that_suit_are_known(name: str) -> None:
    assert {kind for kind in kinds() if suits(shipped(name), kind)} == SUITABLE[name]


@pytest.mark.parametrize(("name", "kind"), some(one_of_each(SETS, lambda case: case[1])))
def test_a_kind_that_suits_is_built_as_a_final_document(name: str, kind: str) -> None:
    assert shipped_text(name, kind)
    assert preview(in_kind(shipped(name), kind))


@in_rows(("name", "kind"), SETS)
def test_a_set_says_the_same_numbers(name: str, kind: str) -> None:
    own = set(_NUMBER.findall(shipped_text(name, shipped(name).kind)))

    assert set(_NUMBER.findall(shipped_text(name, kind))) <= own


@in_rows(("name", "kind"), SETS)
def test_a_set_says_the_same_names(name: str, kind: str) -> None:
    said = shipped_text(name, kind)
    for person in shipped(name).people.values():
        assert all(variant not in said for variant in person.variants)
        ranked = f"{person.rank} {person.name}" if person.rank else person.name
        assert said.count(person.name) == said.count(ranked)
        # With all posts where a text or an annex names the person first, by name afterwards.
        for part in re.split(r"^phụ lục(?: [ivx]+)?$", said, flags=re.MULTILINE | re.IGNORECASE):
            first = part.find(person.name)
            assert first < 0 or part[first:].startswith(f"{person.name}, {person.posts[0]}")
            assert part.count(f"{ranked}, {person.posts[0]}") == (first >= 0)


@pytest.mark.parametrize("name", ["hoa-binh-2023", "ky-anh-2023"])
def test_the_news_of_a_conference_names_everybody_whom_the_report_names(name: str) -> None:
    for person in shipped(name).people.values():
        in_news = person.name in shipped_text(name, "tin-hoi-nghi")
        assert in_news == (person.name in shipped_text(name, "bao-cao-tong-ket"))


@in_rows(("name", "kind"), TRIED)
def test_a_kind_that_does_not_suit_is_refused(name: str, kind: str) -> None:
    with pytest.raises(RefusedError):
        build(in_kind(shipped(name), kind))


@in_rows(("name", "kind"), TRIED)
def test_a_refusal_says_only_what_is_missing_or_unsuitable(name: str, kind: str) -> None:
    for found in errors(in_kind(shipped(name), kind)):
        assert found.rule in {"kind/missing-fact", "kind/other-period", "period/not-over"}
        words = {"kind/other-period": kind, "period/not-over": shipped(name).period.name}
        named = words.get(found.rule, found.path)
        assert named in found.message("vi")
        assert named in found.message("en")


@in_rows(("name", "kind", "paths"), LACKING)
def test_a_refusal_names_what_is_missing(name: str, kind: str, paths: set[str]) -> None:
    found = {one.path: one.rule for one in errors(in_kind(shipped(name), kind))}

    assert set(found) == paths
    assert found.get(PERIOD, "kind/other-period") == "kind/other-period"


@in_rows(("name", "kind"), TRIED)
def test_a_kind_that_does_not_suit_still_makes_a_draft(name: str, kind: str) -> None:
    assert build(in_kind(shipped(name), kind), draft=True).startswith(b"PK")


def test_another_kind_leaves_the_report_as_it_was() -> None:
    report = shipped("hoa-binh-2023")
    in_kind(report, "tin-hoi-nghi")

    assert report.kind == "bao-cao-tong-ket"
