"""What a locality says for one report: its issuing body, signer, place, standing recipients."""

from __future__ import annotations

from typing import Any

from briefing.findings import Finding, InputError, Origin, nearest
from briefing.localities.locality import Locality
from briefing.reading import Source
from briefing.report import Report, Trait, field_roles


def report_facts(locality: Locality, wanted: Source) -> Source:
    """Return what stands under an input that names the locality, every value with its place.

    ``issuer.force`` of the input chooses among the issuers, ``signer`` among the signers; a
    signature that the input writes itself is not mixed with a signer of the pack. Raises
    InputError for a signer that the packs do not know.
    """
    view = locality.view
    standing = [name for name, role in field_roles(Report).items() if role.is_a(Trait.INHERITED)]
    facts = Source({key: view.data[key] for key in standing if key in view.data}, view.places)
    issuer, signer = _issuer(locality, wanted.data.get("issuer"))
    if issuer.data:
        facts = issuer.under("issuer").over(facts)
    chosen = wanted.data.get("signer") or signer or view.data.get("signer")
    if chosen is None or "signature" in wanted.data:
        return facts
    if chosen not in view.data.get("signers", {}):
        raise InputError([_no_such_signer(locality, wanted, str(chosen))])
    return view.group("signers", chosen).under("signature").over(facts)


def _issuer(locality: Locality, wanted: Any) -> tuple[Source, str | None]:
    """Return the issuing body as a report names it, and the key of who signs for it."""
    view = locality.view
    force = wanted.get("force") if isinstance(wanted, dict) else None
    force = force or view.data.get("force", "people_committee")
    data = {
        "force": view.data.get("force"),
        "level": view.data.get("level"),
        "unit_name": view.data.get("name"),
        "under": locality.under,
    }
    place = view.origins.at(("name",)) or Origin("")
    known = {key: value for key, value in data.items() if value is not None}
    general = Source(known, dict.fromkeys([(), *((key,) for key in known)], place))
    if force not in view.data.get("issuers", {}):
        return general, None
    own = view.group("issuers", force)
    return own.without("signer").over(general), own.data.get("signer")


def _no_such_signer(locality: Locality, wanted: Source, name: str) -> Finding:
    signers = list(locality.view.data.get("signers", {}))
    values = {"name": name, "near": nearest(name, signers), "known": ", ".join(signers) or "–"}
    asked = wanted.origins if "signer" in wanted.data else locality.view.origins
    return Finding("locality/unknown-signer", origin=asked.at(("signer",)), values=values)
