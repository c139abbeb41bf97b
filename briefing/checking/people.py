"""People: every name that is called is introduced, no one has two, and who signs may sign."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.printed.whose_words import is_of_a_pack
from briefing.checking.register import over_reports
from briefing.findings import FieldPath, Finding, Guesses, Rule, RuleOutcome, Severity, dotted, rule
from briefing.report import Report, called_people, strange_parts, usual_signature

_SIGNING = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7"
_DECIDED = (RuleOutcome.HOLDS, RuleOutcome.NEEDS_PERSON)
UNKNOWN = rule("people/unknown")
NAME_CLASH = rule("people/name-clash", outcomes=_DECIDED)
NAME_CLASH_ACCEPTED = rule("people/name-clash-accepted", Severity.INFO, outcomes=_DECIDED)
ACCEPTANCE_LAPSED = rule("people/acceptance-lapsed", outcomes=_DECIDED)
OTHER_BODY_SIGNS = rule("form/other-body-signs", source=_SIGNING)
OTHER_BODY_SIGNER = rule("form/other-body-signer", source=_SIGNING)
OTHER_BODY_IN_PACK = rule("form/other-body-in-pack", source=_SIGNING)
SIGNER_UNUSED = rule("form/signer-unused", Severity.WARNING)
SIGNER_WITHOUT_PACK = rule("form/signer-without-pack")


@over_reports
def unknown_people(report: Report) -> Iterator[Finding]:
    """Yield the names of people that ``people`` does not know."""
    guesses = Guesses()
    for path, name in called_people(report):
        if name not in report.people:
            values = {"name": name, "near": guesses.near(name, report.people)}
            origin = report.origin(*path)
            yield UNKNOWN.found(origin, dotted(path), values)


@over_reports
def name_clashes(report: Report) -> Iterator[Finding]:
    """Yield the people to whom the source gives several names; a person has to decide.

    An acceptance names all of them, so it lapses when one changes.
    """
    for key, person in report.people.items():
        names = [name for name in (person.name, *person.variants) if name]
        if not person.variants:
            continue
        accepted = person.accepted
        said = NAME_CLASH
        if accepted and sorted(accepted.names) == sorted(names):
            said = NAME_CLASH_ACCEPTED
        elif accepted:
            said = ACCEPTANCE_LAPSED
        values = {"names": " / ".join(names), "reason": accepted.reason if accepted else ""}
        values["listed"] = ", ".join(names)
        origin = report.origin("people", key, "variants")
        yield said.found(origin, f"people.{key}.variants", values)


@over_reports
def signers_of_other_bodies(report: Report) -> Iterator[Finding]:
    """Yield a signature of which a part belongs to another body than the one that issues.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7: the post is the signer's in the body that
    issues, and ``TM.`` names that body.
    """
    strange = list(strange_parts(report.signature, report.issuer))
    if not strange:
        return
    key, usual = strange[0][0], usual_signature(report.issuer)
    values = {
        "words": ", ".join(words for _, words in strange),
        "issuer": report.issuer.name or " ".join(report.issuer.lines),
        "force": report.issuer.force,
        "signer": report.signer or "",
        "example": ", ".join(f"{key}: {words}" for key, words in usual.items()),
        "in_pack": ", ".join(f'{key} = "{words}"' for key, words in usual.items()),
    }
    broken, path = _rule_of_signer(report, key)
    yield broken.found(report.origin(*path), f"signature.{key}", values)


def _rule_of_signer(report: Report, key: str) -> tuple[Rule, FieldPath]:
    if _written_itself(report):
        return OTHER_BODY_SIGNS, ("signature", key)
    if report.signer:
        return OTHER_BODY_SIGNER, ("signer",)
    return OTHER_BODY_IN_PACK, ("signature", key)


@over_reports
def signers_without_use(report: Report) -> Iterator[Finding]:
    """Yield a signer that no pack can know, or that the input's own signature leaves unused."""
    if report.signer is None:
        return
    origin, values = report.origin("signer"), {"name": report.signer}
    if _written_itself(report):
        yield SIGNER_UNUSED.found(origin, "signer", values)
    elif report.locality is None:
        yield SIGNER_WITHOUT_PACK.found(origin, "signer", values)


def _written_itself(report: Report) -> bool:
    """Say whether the signature is the input's own and not chosen from a pack."""
    if "signature" not in report.model_fields_set:
        return False
    return report.locality is None or not is_of_a_pack(report, ("signature",))
