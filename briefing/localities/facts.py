"""What a locality says for one report: its issuing body, signer, place, standing recipients."""

from __future__ import annotations

from datetime import date

from briefing.findings import FieldPath, Finding, InputError, Origin, nearest
from briefing.localities.locality import OF_A_BODY, Locality
from briefing.localities.profiles import profile_facts
from briefing.reading import FileData
from briefing.report import Report, Trait, field_roles


def report_facts(locality: Locality, wanted: FileData, day: date) -> FileData:
    """Return what stands under an input that names the locality, every value with its place.

    ``issuer.force`` of the input chooses among the issuers, ``signer`` among the signers; a
    signature that the input writes itself is not mixed with a signer of the pack. The signer of
    the whole pack is that of its own body: another one signs by its own ``signer``, or by the
    profile of its force. ``day`` is the day of issue. Raises InputError for a signer that the
    packs do not know.
    """
    issuer = wanted.data.get("issuer")
    force = issuer.get("force") if isinstance(issuer, dict) else None
    force = str(force or locality.own_force)
    kind = str(wanted.data.get("kind", ""))
    view = locality.view_of(force, kind)
    standing = [name for name, role in field_roles(Report).items() if role.is_a(Trait.INHERITED)]
    facts = FileData({key: view.data[key] for key in standing if key in view.data}, view.places)
    if isinstance(wanted.data.get("conference"), dict) and "conference" in locality.told.data:
        facts = locality.told.group("conference").under("conference").over(facts)
    issuing = _issuer(locality, force)
    if issuing.data:
        facts = issuing.under("issuer").over(facts)
    if "signature" in wanted.data:
        return facts
    choices: list[tuple[FileData, FieldPath]] = [(wanted, ("signer",))]
    if force == locality.own_force:
        choices.append((locality.told, ("kinds", kind, "signer")))
    choices.append((locality.told, ("issuers", force, "signer")))
    if force == locality.own_force or not _usually_signed(wanted.over(facts), locality, day):
        choices.append((locality.told, ("signer",)))
    for source, path in choices:
        chosen = source.value(*path)
        if chosen is not None:
            if chosen not in view.data.get("signers", {}):
                raise InputError([_no_such_signer(view, str(chosen), source.origins.at(path))])
            return view.group("signers", chosen).under("signature").over(facts)
    return facts


def _usually_signed(facts: FileData, locality: Locality, day: date) -> bool:
    return bool(profile_facts(facts.data, locality.choices, day).get("signature"))


def _issuer(locality: Locality, force: str) -> FileData:
    """Return the issuing body as a report names it."""
    told = locality.told
    data = {
        "force": told.data.get("force"),
        "level": told.data.get("level"),
        "unit_name": told.data.get("name"),
        "under": locality.under,
    }
    place = told.origins.at(("name",)) or Origin("")
    known = {key: value for key, value in data.items() if value is not None}
    general = FileData(known, dict.fromkeys([(), *((key,) for key in known)], place))
    if not isinstance(told.value("issuers", force), dict):
        return general
    return told.group("issuers", force).without("signer", *OF_A_BODY).over(general)


def _no_such_signer(view: FileData, name: str, asked: Origin | None) -> Finding:
    signers = list(view.data.get("signers", {}))
    values = {"name": name, "near": nearest(name, signers), "known": ", ".join(signers) or "–"}
    return Finding("locality/unknown-signer", origin=asked, values=values)
