"""People: every name that is called is introduced, no one has two, and who signs may sign."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.findings import Finding, Guesses, Path, Severity, dotted
from briefing.report import Report, called_people, strange_parts, usual_signature


def unknown_people(report: Report) -> Iterator[Finding]:
    """Yield the names of people that ``people`` does not know."""
    guesses = Guesses()
    for path, name in called_people(report):
        if name not in report.people:
            values = {"name": name, "near": guesses.near(name, report.people)}
            origin = report.origin(*path)
            yield Finding("people/unknown", origin=origin, path=dotted(path), values=values)


def name_clashes(report: Report) -> Iterator[Finding]:
    """Yield the people to whom the source gives several names; a person has to decide.

    An acceptance names all of them, so it lapses when one changes.
    """
    for key, person in report.people.items():
        names = [person.name, *person.variants]
        if len(names) == 1:
            continue
        accepted = person.accepted
        rule, severity = "people/name-clash", Severity.ERROR
        if accepted and sorted(accepted.names) == sorted(names):
            rule, severity = "people/name-clash-accepted", Severity.INFO
        elif accepted:
            rule = "people/acceptance-lapsed"
        values = {"names": " / ".join(names), "reason": accepted.reason if accepted else ""}
        values["listed"] = ", ".join(names)
        origin = report.origin("people", key, "variants")
        yield Finding(rule, severity, origin, f"people.{key}.variants", values)


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
    rule, path = _rule_of_signer(report, key)
    origin = report.origin(*path)
    yield Finding(rule, origin=origin, path=f"signature.{key}", values=dict(values))


def _rule_of_signer(report: Report, key: str) -> tuple[str, Path]:
    if _written_itself(report):
        return "form/other-body-signs", ("signature", key)
    if report.signer:
        return "form/other-body-signer", ("signer",)
    return "form/other-body-in-pack", ("signature", key)


def signers_without_use(report: Report) -> Iterator[Finding]:
    """Yield a signer that no pack can know, or that the input's own signature leaves unused."""
    if report.signer is None:
        return
    origin, values = report.origin("signer"), {"name": report.signer}
    if _written_itself(report):
        yield Finding("form/signer-unused", Severity.WARNING, origin, "signer", values)
    elif report.locality is None:
        yield Finding("form/signer-without-pack", origin=origin, path="signer", values=values)


def _written_itself(report: Report) -> bool:
    """Say whether the signature is the input's own and not chosen from a pack."""
    if "signature" not in report.model_fields_set:
        return False
    own, signed = report.origin("schema"), report.origin("signature")
    return report.locality is None or (own and own.file) == (signed and signed.file)
