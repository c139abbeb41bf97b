"""Every pair of keys of a figure that can contradict has its check, and the table says which."""

from __future__ import annotations

import copy
from collections import Counter
from decimal import Decimal

from exploring import one_of_each
from in_rows import in_rows

from briefing.figures import FigureBook
from briefing.figures.claims import claims_of
from briefing.report import Report
from tests.checking.pairs import Example, all_pairs, examples, keys, rules, table, told, without

EXAMPLES = examples()
ACCEPTED = ("accepted.stated", "accepted.computed")


def names(figures: dict[str, object]) -> list[str]:
    return [found.rule for found in told(figures)]


def test_the_table_holds_exactly_the_pairs_of_the_keys() -> None:
    listed = Counter(pair for pair, _ in table())

    assert all_pairs() - listed.keys() == set()
    assert listed.keys() - all_pairs() == set()
    assert [pair for pair, times in listed.items() if times > 1] == []


def test_every_pair_of_the_table_has_a_rule_or_a_reason() -> None:
    assert [pair for pair, says in table() if len(says.strip()) < 8] == []


def test_every_pair_with_a_rule_has_an_example() -> None:
    shown = {pair: example.rule for example in EXAMPLES for pair in example.pairs}
    expected = {pair: listed for pair, listed in rules().items() if not pair & set(ACCEPTED)}

    assert expected.keys() - shown.keys() == set()
    assert {pair for pair in shown if shown[pair] not in expected.get(pair, [])} == set()


@in_rows("example", EXAMPLES, ids=str)
def test_the_example_of_a_pair_draws_its_rule(example: Example) -> None:
    assert example.rule in names(example.figures)


@in_rows("example", one_of_each(EXAMPLES, kind=lambda example: example.rule), ids=str)
def test_neither_key_of_the_pair_contradicts_alone(example: Example) -> None:
    first = next(iter(example.figures.values()))
    for key in {key for pair in example.pairs for key in pair}:
        present = key.split(".")[0] in first
        if present and key not in example.still:
            assert example.rule not in names(without(example.figures, key)), key


# -- acceptances ------------------------------------------------------------------------------


def acceptable(example: Example) -> bool:
    """Whether a contradiction is one of two numbers, which an officer can accept."""
    data = {"schema": 1, "kind": "bao-cao-tong-ket", "period": {"year": 2023}}
    report = Report.model_validate({**data, "figures": copy.deepcopy(example.figures)})
    first = next(iter(example.figures))
    return any(claim.rule == example.rule for claim in claims_of(FigureBook(report), first))


CLAIMED = [example for example in EXAMPLES if acceptable(example)]
OF_EACH_RULE = one_of_each(CLAIMED, kind=lambda example: example.rule)


def with_acceptance(example: Example, stated: Decimal, computed: Decimal) -> dict[str, object]:
    figures = copy.deepcopy(example.figures)
    first = next(iter(figures.values()))
    first["accepted"] = {"stated": stated, "computed": computed, "reason": "Giữ như nguồn"}
    return figures


def test_every_key_of_a_claim_has_a_pair_with_the_acceptance() -> None:
    claimed = {key for example in CLAIMED for pair in example.pairs for key in pair}
    # Words choose a claim; what is accepted are its numbers.
    numbers = claimed - {"qualifier", "rate_qualifier", "change.direction", "target.of"}
    listed = rules()

    for accepted in ACCEPTED:
        partners = {key for key in keys() if listed.get(frozenset({accepted, key}))}
        assert numbers <= partners


@in_rows("example", OF_EACH_RULE, ids=str)
def test_an_acceptance_of_other_numbers_has_lapsed(example: Example) -> None:
    figures = with_acceptance(example, Decimal("1.23"), Decimal("4.56"))

    assert "figures/acceptance-lapsed" in names(figures)


@in_rows("example", OF_EACH_RULE, ids=str)
def test_a_remedy_followed_to_the_letter_accepts_any_claim(example: Example) -> None:
    [found, *_] = [one for one in told(example.figures) if one.rule == example.rule]
    stated, computed = (Decimal(found.values[f"{key}_key"]) for key in ("stated", "computed"))

    rules_told = names(with_acceptance(example, stated, computed))
    assert "figures/accepted" in rules_told
    assert example.rule not in rules_told
