"""A new input to fill in: an empty one of a kind, or one that holds what another says."""

from __future__ import annotations

from pathlib import Path

from briefing.findings import InputError
from briefing.kinds import Choices
from briefing.library.case import load_case
from briefing.localities import NOWHERE, load_locality
from briefing.report import SCHEMA_VERSION, OwnField, Report
from briefing.templating import Kind, find_kind
from briefing.templating.kind import nature_of

OLD_TEXT = "text/old-encoding"
"""The finding on a text of before Unicode."""


def new_input(
    kind: str,
    language: str,
    *,
    locality: str | None = None,
    source: Path | None = None,
    excel: bool = False,
    convert: bool | None = False,
) -> bytes:
    """Return a new input of a kind: YAML, or a workbook to fill in.

    ``source`` is an input or a filled form whose facts stand in it already, with texts of before
    Unicode brought into it if asked to ``convert`` them; with ``None`` they are raised as faults.
    Raises InputError for kinds and localities that there are not, and for faults of the source.
    """
    # Nothing else needs forms.
    from briefing.forms import input_text, own_data, start_values, starter, workbook

    pack = load_locality(locality) if locality else NOWHERE
    asked = find_kind(kind, folders=pack.folders)
    own = own_fields(pack.choices, asked)
    period_type = asked.periods[0] if asked.periods else "year"
    if source is not None:
        _, report = _read(kind, source, locality, convert=convert)
        data = {**own_data(report), "kind": asked.name}
        if excel:
            own = tuple(report.choices.fields.values())
            return workbook(data, language, letter=asked.orders, own=own)
        return input_text(report.model_copy(update={"kind": asked.name}), language).encode("utf-8")
    if excel:
        empty = {"schema": SCHEMA_VERSION, "kind": asked.name, **start_values(period_type)}
        empty |= {"locality": locality} if locality else {}
        empty |= {"sections": list(asked.outline)} if asked.outline else {}
        return workbook(empty, language, letter=asked.orders, own=own)
    text = starter(
        asked.name,
        language,
        letter=asked.orders,
        period_type=period_type,
        locality=locality,
        requires=_said(asked),
        own=own,
        outline=asked.outline,
    )
    return text.encode("utf-8")


def next_input(
    kind: str,
    language: str,
    source: Path,
    *,
    locality: str | None = None,
    excel: bool = False,
    convert: bool | None = False,
    beside: bool = False,
) -> tuple[bytes, list[str]]:
    """Return the input of the period after that of ``source``, and what was carried over, in lines.

    ``beside`` says that it will lie beside the source, which it then names as the last report; for
    ``convert`` and what is raised see ``new_input``.
    """
    from briefing.forms import carried_over, data_text, workbook

    asked, report = _read(kind, source, locality, convert=convert)
    carried = carried_over(report, language, previous=source.name if beside else None)
    data = {**carried.data, "kind": asked.name}
    if excel:
        own = tuple(report.choices.fields.values())
        return workbook(data, language, letter=asked.orders, own=own), carried.told
    return data_text(data, language).encode("utf-8"), carried.told


def _read(
    kind: str, source: Path, locality: str | None, *, convert: bool | None
) -> tuple[Kind, Report]:
    """Return a kind and the report of a source, whose texts of before Unicode may be faults."""
    pack = load_locality(locality) if locality else NOWHERE
    asked = find_kind(kind, folders=pack.folders)
    report = load_case(source, locality=locality, convert=bool(convert)).report
    old = [doubt for doubt in report.doubts if doubt.rule == OLD_TEXT]
    if old and convert is None:
        raise InputError(old)
    return asked, report


def _said(kind: Kind) -> tuple[str, ...]:
    """Return what a kind requires beside what stands around its text, which packs know."""
    frame = nature_of(letter=kind.letter, framed=kind.framed, minutes=kind.minutes)["frame"]
    return tuple(path for path in kind.requires if path not in frame)


def own_fields(choices: Choices, kind: Kind) -> tuple[OwnField, ...]:
    """Return the fields that a pack and one of its kinds add to an input."""
    return tuple(choices.with_fields({field.name: field for field in kind.fields}).fields.values())
