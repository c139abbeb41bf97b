"""The columns of the table of figures as packs say them: none twice, no two under one head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.findings import FieldPath, Finding, Severity, dotted
from briefing.kinds import Wording
from briefing.reading import FileData

_YEAR = re.compile(r"(?:số liệu |kết quả |thực hiện )?năm (\d{4})", re.IGNORECASE)


def column_faults(told: FileData, wording: Wording) -> Iterator[Finding]:
    """Yield columns listed twice, equal heads, and a former period under the later year."""
    yield from _listed_twice(told)
    heads = told.data.get("figures_annex", {}).get("heads", {})
    yield from _alike(told, wording, heads)
    before, now = (year_of_head(heads.get(name, "")) for name in ("previous", "value"))
    if before and now and before >= now and heads["previous"] != heads["value"]:
        values = {"previous": heads["previous"], "value": heads["value"]}
        yield _found(told, "locality/heads-swapped", ("heads", "previous"), values)


def _listed_twice(told: FileData) -> Iterator[Finding]:
    columns = told.data.get("figures_annex", {}).get("columns", ())
    for index, name in enumerate(columns):
        if name in columns[:index]:
            yield _found(told, "locality/column-twice", ("columns", index), {"name": name})


def _alike(told: FileData, wording: Wording, heads: dict[str, str]) -> Iterator[Finding]:
    """Yield heads that packs give and that another column of the table bears too, each once."""
    figures = wording.figures
    shown = set(figures.columns or figures.heads)
    seen = {_plain(figures.heads[name]): name for name in shown & (set(figures.heads) - set(heads))}
    for name, text in heads.items():
        if name not in shown:
            continue
        other = seen.setdefault(_plain(text), name)
        if other != name:
            values = {"text": text, "name": name, "other": other}
            yield _found(told, "locality/heads-alike", ("heads", name), values)


def _found(told: FileData, name: str, at: FieldPath, values: dict[str, str]) -> Finding:
    path = ("figures_annex", *at)
    return Finding(name, Severity.ERROR, told.origins.at(path), dotted(path), values)


def year_of_head(head: str) -> int | None:
    """Return the year that the head of a column names, where it names a whole year and no more."""
    match = _YEAR.fullmatch(head.strip())
    return int(match[1]) if match else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
