"""A new input to fill in: an empty one of a kind, or one that holds what another says."""

from __future__ import annotations

from pathlib import Path

from briefing.library.case import load_case
from briefing.localities import load_locality
from briefing.report import SCHEMA_VERSION
from briefing.templating import find_kind


def new_input(
    kind: str,
    language: str,
    *,
    locality: str | None = None,
    source: Path | None = None,
    excel: bool = False,
    convert: bool = False,
) -> bytes:
    """Return a new input of a kind: YAML, or a workbook to fill in.

    ``source`` is an input or a filled form whose facts stand in it already, with texts of before
    Unicode brought into it if asked to ``convert`` them. Raises InputError for
    kinds and localities that there are not, and for faults of the source.
    """
    # Nothing else needs forms.
    from briefing.forms import input_text, own_data, start_values, starter, workbook

    asked = find_kind(kind, folders=load_locality(locality).folders if locality else ())
    period_type = asked.periods[0] if asked.periods else "year"
    if source is not None:
        report = load_case(source, locality=locality, convert=convert).report
        data = {**own_data(report), "kind": asked.name}
        if excel:
            return workbook(data, language, letter=asked.letter)
        return input_text(report.model_copy(update={"kind": asked.name}), language).encode("utf-8")
    if excel:
        empty = {"schema": SCHEMA_VERSION, "kind": asked.name, **start_values(period_type)}
        empty |= {"locality": locality} if locality else {}
        empty |= {"sections": list(asked.outline)} if asked.outline else {}
        return workbook(empty, language, letter=asked.letter)
    text = starter(
        asked.name,
        language,
        letter=asked.letter,
        period_type=period_type,
        locality=locality,
        outline=asked.outline,
    )
    return text.encode("utf-8")
