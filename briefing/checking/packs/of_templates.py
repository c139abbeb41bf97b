"""Facts of an input that the templates of a pack leave out of a document, cut or change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from briefing.checking.packs.placed import CONTENT, content_of, shape_of
from briefing.checking.printed.kept import changed, is_left_out, same_beginning
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedWhole
from briefing.checking.register import over_documents
from briefing.findings import FieldPath, Finding, LooksAt, Origin, Severity, dotted, rule
from briefing.kinds import EXTRA
from briefing.report import LeafValue

DROPPED = rule("template/dropped-fact", looks_at=LooksAt.DOCUMENT)
SLICED = rule("template/part-of-list", looks_at=LooksAt.DOCUMENT)
CHANGED = rule("template/changed-fact", looks_at=LooksAt.DOCUMENT)

DOUBLED = rule("template/printed-twice", Severity.WARNING, looks_at=LooksAt.DOCUMENT)

_SENTENCE = 30
_SEVERAL = 2
_SHOWN = 3
"""How many facts of one sort are named."""

_BEFORE = 20
_QUOTED = 60
"""How much of a text is quoted, in characters."""


@over_documents
def dropped_by_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the facts that the program's own templates print and those of the packs do not."""
    if printed.beneath is None:
        return
    places: dict[Origin | None, list[LeafValue]] = defaultdict(list)
    for leaf in printed.dropped:
        places[printed.beneath.read_at(leaf.shape)].append(leaf)
    for place, leaves in places.items():
        sorts = list({leaf.shape: leaf for leaf in reversed(leaves)}.values())[::-1]
        told = ", ".join(f"{dotted(one.path)} (“{_cut(str(one.value))}”)" for one in sorts[:_SHOWN])
        more = f", … (+{len(leaves) - _SHOWN})" if len(leaves) > _SHOWN else ""
        shapes = ", ".join(f'"{name}"' for name in _together(leaf.shape for leaf in sorts))
        values = {"facts": told + more, "shapes": shapes, "kind": printed.report.kind}
        yield DROPPED.found(place, dotted(leaves[0].path), values)


@over_documents
def sliced_by_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the lists of which templates of packs print the first items alone, or the last ones.

    What is printed item by item because of what it says is the pack's own choice.
    """
    if printed.beneath is None:
        return
    told = {leaf.path[: len(leaf.path) - 1] for leaf in printed.dropped}
    for path, items in _lists(printed).items():
        gone = [at for at, text in items.items() if text is not None]
        here = [at for at, text in items.items() if text is None]
        ends = gone and here and (max(here) < min(gone) or max(gone) < min(here))
        if not ends or any(one[: len(path)] == path for one in told):
            continue
        if place := printed.beneath.sliced():
            facts = ", ".join(f"{dotted((*path, at))} (“{items[at]}”)" for at in gone[:_SHOWN])
            more = f", … (+{len(gone) - _SHOWN})" if len(gone) > _SHOWN else ""
            values = {"facts": facts + more, "list": dotted(path), "kind": printed.report.kind}
            values["shape"] = shape_of(dotted(path)).partition("[]")[0]
            yield SLICED.found(place, dotted((*path, gone[0])), values)


def _lists(printed: PrintedFacts) -> dict[FieldPath, dict[int, str | None]]:
    """Return the lists of the officer's facts, of each item what it says if it is not printed."""
    left_out = printed.beneath.left_out if printed.beneath else ()
    found: dict[FieldPath, dict[int, str | None]] = defaultdict(dict)
    for leaf in printed.leaves:
        of_content = leaf.path[0] in CONTENT or leaf.path[0] == EXTRA
        if not of_content or not leaf.supplied or is_left_out(leaf.shape, left_out):
            continue
        is_here = dotted(leaf.path) in printed.anywhere
        for at, step in enumerate(leaf.path):
            if isinstance(step, int):
                items = found[leaf.path[:at]]
                items[step] = None if is_here else items.get(step, _cut(str(leaf.value)))
    return found


def _together(shapes: Iterable[str]) -> list[str]:
    """Return the names under which a pack leaves out facts, one for those of the same list."""
    return list(dict.fromkeys(shape.partition("[]")[0] for shape in shapes))


@over_documents
def changed_by_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the facts that the templates of the packs print in other words or numbers."""
    if printed.beneath is None:
        return
    shapes = {dotted(leaf.path): leaf.shape for leaf in printed.leaves}
    report = printed.report
    short = {name: (said.long, *said.variants) for name, said in report.abbreviations.items()}
    found = list(changed(printed.lines, printed.beneath, short))
    whole = [said for path, said, _ in found if not path.startswith("figures.")]
    for path, said, fact in found:
        # A figure that stands in a changed sentence is told with the sentence.
        if path.startswith("figures.") and any(said in other for other in whole):
            continue
        place = printed.beneath.read_at(shapes.get(path, path))
        values = {"path": path, "printed": _around(said, fact), "fact": _around(fact, said)}
        yield CHANGED.found(place, path, values)


@over_documents
def doubled_by_templates(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a warning where the templates of the packs print sentences once more than usual."""
    if printed.beneath is None or not printed.beneath.lines:
        return
    usual, here = _counted(printed.beneath.lines), _counted(printed.lines)
    again = [path for path, count in here.items() if count > usual.get(path, count)]
    headed = _below_a_heading_twice(printed.whole, printed.beneath.whole)
    if len(again) >= _SEVERAL or headed:
        again = again or headed
        shapes = {dotted(leaf.path): leaf.shape for leaf in printed.leaves}
        place = printed.beneath.read_at(shapes.get(again[0], again[0]))
        more = f", … (+{len(again) - _SHOWN})" if len(again) > _SHOWN else ""
        yield DOUBLED.found(place, again[0], {"facts": ", ".join(again[:_SHOWN]) + more})


def _below_a_heading_twice(whole: PrintedWhole, usual: PrintedWhole) -> list[str]:
    """Return the facts that stand under a heading, and again under the same one."""
    before = Counter(part.within for part in usual.main)
    seen: dict[tuple[str, ...], set[str]] = {}
    again: list[str] = []
    for part in whole.main:
        facts = content_of(part.lines)
        if part.heading and before[part.within] == 1:
            again += [path for path in facts if path in seen.get(part.within, ())]
            seen.setdefault(part.within, set()).update(facts)
    return again


def _counted(lines: Iterable[PrintedLine]) -> Counter[str]:
    """Return how often each sentence is printed; names and numbers are said again and again.

    So is the label of a figure, however long it is.
    """
    long = ({path for start, end, path in line.facts if end - start >= _SENTENCE} for line in lines)
    return Counter(path for paths in long for path in paths if not path.endswith(".label"))


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"


def _around(text: str, other: str) -> str:
    """Return the words of a text around the first that another does not have."""
    same = same_beginning(text, other)
    begin = text.rfind(" ", 0, max(0, same - _BEFORE)) + 1
    return ("…" if begin else "") + _cut(text[begin:])
