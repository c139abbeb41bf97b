"""Numbers of a figure that templates of packs print where another number of it belongs.

What a figure was counted out of, its plan and its value a year ago are true numbers of it; in the
place of its value they say that this was reached.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from briefing.checking.packs.placed import OTHER_COLUMN, cut, shape_of
from briefing.checking.packs.typed_values import label_words
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.outermost_keys import keys_ahead, outermost_of
from briefing.checking.printed.whole import PrintedPart, PrintedWhole
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding, LooksAt, rule
from briefing.patterns import Pattern
from briefing.report import Report

OTHER_NUMBER = rule("template/other-number", looks_at=LooksAt.DOCUMENT)

_INSTEAD = frozenset({"out_of", "target.value", "target.up_to", "previous", "share"})
_LINKED = Pattern(r"\s*(?::|là|đạt|được|có|đạt được|–|-|=)?\s*(?:là\s*)?$", re.IGNORECASE)
_TYPED = Pattern(r"(?::|(?<!\w)(?:là|đạt|có))\s*$", re.IGNORECASE)
_DONE = Pattern(r"(?:^|(?<!\w))(?:đã (?:\w+ ){0,4}|kết quả(?: đạt)?:? |đạt (?:được )?)$", re.I)
_SAYS_SO = Pattern(
    r"tổng|trong số|trên số|chỉ tiêu|kế hoạch|mục tiêu|giao|dự toán|phấn đấu|cùng kỳ|trước|ngoái|"
    r"so với|so sánh|phải |cần |theo |tỷ trọng|chiếm|/",
    re.IGNORECASE,
)
"""Words of a line which say that its number is none of what was reached."""

Slot = tuple[str, str]
"""The head of a column and the figure that a cell below it tells of."""


@over_documents
def other_numbers_in_columns(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield cells without the value of a figure that usually stands in them, but another number."""
    if printed.beneath is None:
        return
    usual, told = _slots(printed.beneath.whole), set[str]()
    for slot, cells in _slots(printed.whole).items():
        head, name = slot
        before = {key for _, keys in usual.get(slot, ()) for key in keys}
        for cell, keys in cells:
            if "value" in before and "value" not in keys and keys & _INSTEAD and head not in told:
                told.add(head)
                path = f"figures.{name}.{min(keys & _INSTEAD)}"
                values = {"head": head, "path": path, "fact": cut(cell.text)}
                place = printed.beneath.read_at(shape_of(path)) or printed.place_in_pack([head])
                yield OTHER_COLUMN.found(place, path, values)


def _slots(whole: PrintedWhole) -> dict[Slot, list[tuple[PrintedLine, set[str]]]]:
    """Return the cells that state numbers of one figure, each with the keys of its facts."""
    found: dict[Slot, list[tuple[PrintedLine, set[str]]]] = defaultdict(list)
    for part in whole.parts:
        for table in part.tables:
            for head, cells in table.columns():
                for cell in cells:
                    name, keys = _figure_of(cell)
                    if name and any(map(str.isdigit, cell.text)):
                        found[head, name].append((cell, keys))
    return found


def _figure_of(line: PrintedLine) -> tuple[str, set[str]]:
    """Return the one figure that all facts of a line are of, with their keys."""
    steps = [path.split(".", 2) for _, _, path in line.facts]
    names = {step[1] if step[0] == "figures" and len(step) > 2 else "" for step in steps}
    if len(names) != 1:
        return "", set()
    return names.pop(), {step[2] for step in steps if len(step) > 2}


@over_documents
def other_numbers_in_lines(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield lines of templates that give another number of a figure as what was reached."""
    if printed.beneath is None:
        return
    usual = {line.text for line in printed.beneath.whole.running}
    told: set[str] = set()
    for part in printed.whole.main:
        for line in () if _looks_ahead(part) else part.lines:
            name, path = _instead(line, printed.report)
            if name and line.text not in usual and name not in told:
                told.add(name)
                figure = printed.report.figures[name]
                values = {"path": path, "label": figure.label, "text": cut(line.text)}
                place = printed.place_of(line)
                yield OTHER_NUMBER.found(place, path, values)


def _looks_ahead(part: PrintedPart) -> bool:
    """Say whether a part tells of what is ahead, where a plan is what it is about."""
    keys = outermost_of(path for line in part.lines for _, _, path in line.facts)
    return bool(keys & keys_ahead())


def _instead(line: PrintedLine, report: Report) -> tuple[str, str]:
    """Return the figure of which a line gives another number as its value, and that number."""
    name, keys = _figure_of(line)
    figure = report.figures.get(name)
    if figure is None or figure.value is None or not keys or keys - {"label", "unit"} - _INSTEAD:
        return "", ""
    numbers = [fact for fact in line.facts if fact[2].split(".", 2)[2] in _INSTEAD]
    if len({fact[:2] for fact in numbers}) != 1 or _SAYS_SO.search(line.typed):
        return "", ""
    start, _, path = numbers[0]
    labels = [end for _, end, other in line.facts if other.endswith(".label") and end <= start]
    before = line.text[max(labels, default=0) : start]
    if labels or label_words(figure) <= {*plain_words(before.replace(":", " ")).split()}:
        linked = _LINKED.fullmatch(before) if labels else _TYPED.search(before)
    else:
        linked = _DONE.search(before)
    return (name, path) if linked else ("", "")
