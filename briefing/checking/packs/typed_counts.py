"""Counts, units and labels that templates type around facts, and that say something else than they.

How many tasks follow is known from the input; so is what a number counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.checking.packs.paired import OTHER_ITEM
from briefing.checking.packs.placed import MEASURE, cut
from briefing.checking.packs.typed_values import (
    OTHER_UNIT,
    TYPED_SUM,
    counted_columns,
    label_words,
    number_in,
)
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedPart
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding, LooksAt, rule
from briefing.patterns import Pattern
from briefing.report import Figure, Report
from briefing.vietnamese import format_number, in_words

OTHER_COUNT = rule("template/typed-count", looks_at=LooksAt.DOCUMENT)

_LISTS = {
    "nhiệm vụ": "tasks",
    "kiến nghị": "proposals",
    "đề xuất": "proposals",
    "mô hình": "models",
    "hạn chế": "limitations",
    "bài học": "lessons",
    "chỉ tiêu": "targets",
    "ưu điểm": "strengths",
}
"""What a sentence calls the items of a list of the input."""

_IN_WORDS = {in_words(number): number for number in range(2, 21)}
_ANNOUNCED = re.compile(
    rf"(?<![\d.,/])(?<!\w)(0?\d{{1,2}}|{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})"
    rf" ({'|'.join(_LISTS)})(?!\w)(?P<behind>[^.;:]*)",
    re.IGNORECASE,
)
_FOLLOWS = Pattern(r"(?:sau|sau đây|dưới đây|trọng tâm|như sau)\s*$", re.IGNORECASE)

_PEOPLE = "người|đối tượng|cá nhân|công dân|học sinh|cán bộ|đảng viên|đoàn viên|hội viên|nạn nhân"
_CASES = "vụ|vụ việc|vụ án|trường hợp|tin|tin báo|vấn đề|hồ sơ|đơn"
_MEETINGS = "buổi|cuộc|lớp|hội nghị|đợt|lượt|lần|ca|chuyến"
_BODIES = "hộ|hộ gia đình|gia đình|nhà|mô hình|câu lạc bộ|tổ|nhóm|đội|tập thể|đơn vị|cơ sở"
_COUNTED = (_PEOPLE, _CASES, _MEETINGS, _BODIES)
"""What is counted, by kinds: two words of one kind may mean the same."""

_KINDS = {word: group for group, words in enumerate(_COUNTED) for word in words.split("|")}
_LONGEST_FIRST = "|".join(sorted(_KINDS, key=len, reverse=True))
_UNIT = Pattern(rf"\s+({_LONGEST_FIRST})(?!\w)", re.IGNORECASE)
_NEAR = 4
_CLAUSE = Pattern(r"[.;]")


_TOTAL = Pattern(
    r"tổng(?P<what>(?: [^\W\d_]+){1,8}?)(?: là| đạt| có)?:? "
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?) (?P<behind>[^.;]*)",
    re.IGNORECASE,
)

_WORD = Pattern(r"[^\W\d_]+")
_SMALL_WORDS = frozenset(
    ("số", "các", "những", "của", "cả", "là", "đã", "được", "trong", "năm", "kỳ", "này", "trên")
) | {"nêu", "toàn", "xã", "phường", "tỉnh", "đặc", "khu"}
"""Words that leave a total what it is."""


@over_documents
def other_counts_of_lists(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield typed numbers of tasks, proposals and the like that are said to follow."""
    if not printed.report.pack_folders:
        return
    for line in printed.whole.typed_in:
        for match in _ANNOUNCED.finditer(line.text):
            key, number = _LISTS[plain_words(match[2])], match[1].casefold()
            said = _IN_WORDS.get(number) or int(number)
            opens = line.text[match.end() :].strip() in ("", ":") and (
                line.text.rstrip().endswith(":") or _FOLLOWS.search(match["behind"])
            )
            count = _counts(printed.report, key)
            if not opens or not count or said in count or line.said.within(*match.span(1)):
                continue
            values = {"said": match[1], "what": match[2], "count": max(count), "key": key}
            values["text"] = cut(line.text)
            place = printed.place_of(line)
            yield OTHER_COUNT.found(place, key, values)


def _counts(report: Report, key: str) -> set[int]:
    """Return how many items a list of the input has, and how many groups of them."""
    items = list(getattr(report, key))
    groups = {getattr(item, "group", None) or getattr(item, "to", None) for item in items} - {None}
    return {len(items), *([len(groups)] if groups else [])} - {0}


@over_documents
def sums_in_sentences(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield typed totals in the words of a column of numbers beside them that has another sum."""
    if printed.beneath is None:
        return
    for part in printed.whole.parts:
        columns = [one for table in part.tables for one in counted_columns(table)]
        for line in part.lines if len(columns) == 1 else ():
            [(head, numbers)] = columns
            said = None if line.facts else _TOTAL.match(line.text)
            if said and _is_of(said, head, part) and number_in(said["number"]) != sum(numbers):
                values = {"said": said["number"], "sum": format_number(sum(numbers))}
                yield TYPED_SUM.found(printed.place_in_pack([line.text]), values=values)


def _is_of(said: re.Match[str], head: str, part: PrintedPart) -> bool:
    """Say whether a sentence gives the total of a column: in its words, and in its measure.

    A word that stands neither in the headings nor in the table ("phải nộp") makes it the total of
    something else.
    """
    measure = MEASURE.search(head)
    if measure is None or not plain_words(said["behind"]).startswith(plain_words(measure[1])):
        return False
    words = {*plain_words(head[: measure.start()]).split()}
    what = {*plain_words(said["what"]).split()}
    return bool(words) and words <= what and what <= _words_around(part) | _SMALL_WORDS


def _words_around(part: PrintedPart) -> set[str]:
    cells = [
        cell.text for table in part.tables for row in (table.heads, *table.rows) for cell in row
    ]
    texts = [part.title, *part.within, *cells]
    return {word for text in texts for word in _WORD.findall(plain_words(text))}


@over_documents
def units_of_another_kind(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the bare value of a figure before a typed word for things of another kind."""
    if printed.beneath is None:
        return
    told: set[str] = set()
    for line in printed.whole.running:
        for end, name, figure in _bare_values(line, printed.report.figures):
            own = plain_words(figure.unit or "")
            match = _UNIT.match(line.text, end)
            behind = plain_words(line.text[end:]).split()[:_NEAR]
            if name in told or match is None or own not in _KINDS or own in " ".join(behind):
                continue
            if _KINDS[own] != _KINDS[plain_words(match[1])] and not _other_figure_has(
                printed.report.figures, plain_words(match[1])
            ):
                told.add(name)
                values = {"text": cut(line.text), "unit": match[1], "own": own}
                values |= {"label": figure.label, "name": name}
                place = printed.place_of(line)
                yield OTHER_UNIT.found(place, f"figures.{name}.value", values)


def _other_figure_has(figures: Mapping[str, Figure], unit: str) -> bool:
    """Say whether a unit is that of a figure, which is told as such."""
    return any(plain_words(figure.unit or "") == unit for figure in figures.values())


def _bare_values(
    line: PrintedLine, figures: Mapping[str, Figure]
) -> Iterator[tuple[int, str, Figure]]:
    """Yield where the value of a figure ends on a line, in the number that the input gives."""
    for start, end, path in line.facts:
        group, _, rest = path.partition(".")
        name, _, key = rest.partition(".")
        figure = figures.get(name) if group == "figures" and key == "value" else None
        if figure is None or figure.value is None or line.said.within(end, end + 2):
            continue
        if line.text[start:end] == format_number(figure.value):
            yield end, name, figure


@over_documents
def labels_of_other_figures(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the value of a figure behind typed words that are the label of another one."""
    if printed.beneath is None:
        return
    report, told = printed.report, set[str]()
    usual = {line.text for line in printed.beneath.whole.running}
    for line in printed.whole.running:
        for end, name, figure in _bare_values(line, report.figures):
            before = line.text[:end]
            clause = set(plain_words(_CLAUSE.split(before)[-1]).replace(":", " ").split())
            other = _labelled(clause, name, figure, report.figures)
            # Where a line tells of both, each may have its own words.
            several = len({path.split(".")[1] for _, _, path in line.facts if "figures." in path})
            if other and several == 1 and name not in told and line.text not in usual:
                told.add(name)
                path, one = f"figures.{name}.value", f"figures.{other}.label"
                values = {"path": path, "fact": format_number(figure.value or 0), "other": one}
                values["beside"] = cut(report.figures[other].label)
                place = printed.place_of(line)
                yield OTHER_ITEM.found(place, path, values)


def _labelled(
    clause: set[str], name: str, figure: Figure, figures: Mapping[str, Figure]
) -> str | None:
    """Return the figure of which a clause has every telling word, where it has few of the own."""
    own = label_words(figure)
    if own <= clause:
        return None
    for other, one in figures.items():
        words = label_words(one)
        mine = own - words
        few = not mine or len(mine & clause) * 2 < len(mine)
        if other != name and len(words) > 1 and words <= clause and few:
            return other
    return None
