"""What the program's own templates make of a report whose packs have templates of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from briefing.checking import Beneath, PrintedWhole
from briefing.document import Document
from briefing.findings import Finding, Origin, TemplateError
from briefing.library.read_back import lines_with_facts, whole_with_facts
from briefing.report import Report
from briefing.standards import Standard
from briefing.templating import Kind, offered_texts, render
from briefing.templating.kind import SUFFIX
from briefing.templating.sliced import base_of, first_slice

_USUAL = "bao-cao-tong-ket"


def beneath_of(
    report: Report,
    kind: Kind,
    standard: Standard,
    roots: tuple[Path, ...],
    known: Iterable[Finding],
    *,
    draft: bool,
) -> Beneath | None:
    """Return what documents of a report are held against; ``None`` without templates of packs.

    What the ``known`` findings tell of whole documents or of required facts is not told again.
    """
    if not any(any(folder.glob("*.j2")) for folder in report.pack_folders):
        return None
    alike = (roots[-1] / kind.template).is_file()
    told = {finding.rule: finding for finding in known}
    left_out = report.choices.wording.left_out.get(kind.name, ())
    if required := told.get("template/required-lost"):
        left_out += tuple(required.values["facts"].split(", "))
    document = None
    like = kind if alike else _like(kind, roots)
    if like and "template/no-title" not in told:
        document = _usual(report, like, standard, roots[-1], draft=draft)
    lines = lines_with_facts(document) if document else ()
    whole = PrintedWhole()
    if document:
        whole = whole_with_facts(document, standard, kind.symbol)
    offered = cache(partial(offered_texts, report, kind, standard))
    sliced = partial(first_slice, roots, kind.template)
    return Beneath(lines, offered, _ReadAt(roots, kind), left_out, whole, alike, sliced)


def _like(kind: Kind, roots: tuple[Path, ...]) -> Kind | None:
    """Return a kind of the program that shows where facts of a pack's own kind usually stand.

    It is the one that the kind's template extends at last, else the usual report.
    """
    name = base_of(roots, kind.template)
    if name is None and (kind.letter or not kind.framed):
        return None
    return replace(kind, name=(name or _USUAL).removesuffix(SUFFIX))


class _ReadAt:
    """Says where templates read a fact; they are gone through when that is asked first."""

    def __init__(self, roots: tuple[Path, ...], kind: Kind) -> None:
        self._roots, self._kind = roots, kind
        self._place: Callable[[str], Origin | None] | None = None

    def __call__(self, shape: str) -> Origin | None:
        if self._place is None:
            from briefing.linting import reading_places  # only what is wrong needs its place

            self._place = reading_places(self._roots, self._kind)
        return self._place(shape)


def _usual(
    report: Report, kind: Kind, standard: Standard, folder: Path, *, draft: bool
) -> Document | None:
    """Return what the templates of one folder make; ``None`` where it cannot print it all.

    Sections of a pack's own are not known there.
    """
    if not (folder / kind.template).is_file():
        return None
    wording = report.choices.wording
    orders = {
        name: tuple(section for section in order if section in wording.sections)
        for name, order in wording.orders.items()
    }
    choices = replace(report.choices, wording=replace(wording, orders=orders))
    usual = report.choosing_from(choices)
    try:
        return render(usual, kind, standard, draft=draft, roots=(folder,))
    except TemplateError:
        return None
