"""Numbers and units that templates type beside the figures that a report declares.

A template serves every year, so a number of its own beside the words of a figure is seldom right,
and wrong where the figure says another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from briefing.checking.packs.placed import cut
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedPart, PrintedTable
from briefing.checking.register import over_documents
from briefing.findings import Finding, LooksAt, Severity, rule
from briefing.patterns import Pattern
from briefing.report import Figure
from briefing.vietnamese import format_number

TYPED_FIGURE = rule("template/typed-figure", Severity.WARNING, looks_at=LooksAt.DOCUMENT)
OTHER_UNIT = rule("template/unit-of-another", looks_at=LooksAt.DOCUMENT)
PREVIOUS = rule("template/previous-as-this", looks_at=LooksAt.DOCUMENT)
TYPED_SUM = rule("template/typed-sum", looks_at=LooksAt.DOCUMENT)
PLACEHOLDER = rule(
    "template/placeholder", Severity.ERROR, Severity.WARNING, looks_at=LooksAt.DOCUMENT
)

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_COUNT = Pattern(rf"(?<![\w.,/-])({_NUMBER})(?:/(?:{_NUMBER}))?\s+(?=\w)")
_PERCENT = re.compile(rf"(?<![\w.,/-])({_NUMBER})\s?%")
_WHOLE_NUMBER = Pattern(_NUMBER)
_MEASURES = ("%", "nghìn đồng", "triệu đồng", "tỷ đồng", "đồng")
_RATED = Pattern(r"tỷ lệ|tỉ lệ|đạt", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_WHOLE = ".out_of"
_NO_WORDS = frozenset(
    ("số", "lượng", "tổng", "được", "các", "cả", "đã", "của", "và", "về", "tỷ", "tỉ", "lệ", "có")
)
_TELLING = 3
_COMPARED = Pattern(
    r"so với|so sánh|cùng kỳ|năm trước|năm ngoái|kỳ trước|trước đó|tăng|giảm", re.IGNORECASE
)
_SUM = Pattern(r"(?:tổng|cộng|tổng cộng|tổng số|toàn (?:xã|tỉnh|phường|huyện))", re.IGNORECASE)
_TOLD_SUM = Pattern(
    rf"(?:tổng cộng|tổng số|cộng|tổng)(?: là| có)?\s*:?\s*({_NUMBER})(?![\d.,]*\d)[^\d]*",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"(?<!\w)(?:TODO|FIXME|TBD|X{3,})(?!\w)")
_OPEN_SIGNS = ("TODO", "FIXME", "TBD", "XXX", "(", "???")
"""What a line has of which one of them is true."""

_TO_BE_FILLED = re.compile(r"\(\s*(?:bổ sung|điền|cập nhật|ghi|nhập)(?: sau| tiếp)?\s*\)|\?{3,}")


@over_documents
def typed_beside_figures(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield typed numbers that stand among the words of a figure and are none of its numbers."""
    if not printed.report.pack_folders:
        return
    told: set[str] = set()
    for line in printed.whole.running:
        for name, quote in _typed_otherwise(line, printed.report.figures):
            if quote not in told:
                told.add(quote)
                figure = printed.report.figures[name]
                value = "" if figure.value is None else format_number(figure.value)
                values = {"quote": quote, "text": cut(line.text), "label": figure.label}
                values |= {"name": name, "value": value, "unit": figure.unit or ""}
                place = printed.place_of(line)
                yield TYPED_FIGURE.found(place, f"figures.{name}", values)


def _typed_otherwise(line: PrintedLine, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Yield typed numbers, and shares that are worked out, that are not those of a figure."""
    if line.types and _DIGIT.search(line.typed):
        yield from _other_numbers(line, figures)
    if any(path.endswith(_WHOLE) for _, _, path in line.facts):
        yield from _other_rates(line, figures)


def _other_numbers(line: PrintedLine, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    counts = [m for m in _COUNT.finditer(line.text) if not line.said.within(*m.span(1))]
    rates = [m for m in _PERCENT.finditer(line.text) if not line.said.within(*m.span(1))]
    words = set(_WORDS.findall(line.text.casefold())) if counts or rates else set()
    for name, figure in figures.items() if words else ():
        label = label_words(figure)
        # Two words, as of "số vụ làm rõ", are said of too much else.
        if len(label) < _TELLING:
            continue
        for match in counts if label <= words else ():
            unit, other = figure.unit or "", number_in(match[1]) not in _numbers(figure)
            if unit and other and _begins(line.text[match.end() :], unit):
                yield name, f"{match[1]} {unit}"
        half = len(label & words) * 2 >= len(label)
        for match in rates if half and _RATED.search(line.text) else ():
            rate = _rate(figure)
            if rate is not None and abs(rate - number_in(match[1])) >= 1:
                yield name, match[0]


def _other_rates(line: PrintedLine, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Yield percentages that state a figure's value out of its whole, and are not its rate."""
    for match in _PERCENT.finditer(line.text):
        paths = {path for start, end, path in line.facts if (start, end) == match.span()}
        name = next(iter(paths), "").removeprefix("figures.").partition(".")[0]
        figure = figures.get(name)
        if figure is None or paths != {f"figures.{name}.value", f"figures.{name}.out_of"}:
            continue
        rate, said = _rate(figure), number_in(match[1])
        # What is left of the whole may be told as well.
        if rate is not None and min(abs(rate - said), abs(100 - rate - said)) >= 1:
            yield name, match[0]


def label_words(figure: Figure) -> set[str]:
    """Return the words of the label of a figure that tell it from others."""
    unit = set(_WORDS.findall((figure.unit or "").casefold()))
    return set(_WORDS.findall(figure.label.casefold())) - _NO_WORDS - unit


def _numbers(figure: Figure) -> set[Decimal]:
    plan = figure.target and (figure.target.value, figure.target.up_to)
    known = (figure.value, figure.out_of, figure.previous, *(plan or ()))
    return {Decimal(number) for number in known if number is not None}


def _rate(figure: Figure) -> Decimal | None:
    if figure.rate is not None:
        return figure.rate
    if figure.value is None or not figure.out_of:
        return None
    return figure.value * 100 / figure.out_of


def number_in(printed: str) -> Decimal:
    """Return the number that digits say in the Vietnamese way."""
    return Decimal(printed.replace(".", "").replace(",", "."))


@over_documents
def units_of_others(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield the value of a figure before the typed unit of another one."""
    if printed.beneath is None:
        return
    figures = printed.report.figures
    units = {figure.unit for figure in figures.values() if figure.unit}
    told: set[str] = set()
    for line in printed.whole.running:
        for start, end, path in line.facts:
            group, _, rest = path.partition(".")
            name, _, key = rest.partition(".")
            own = figures[name].unit if group == "figures" and name in figures else None
            behind = line.text[end:].lstrip()
            if key != "value" or own is None or line.said.within(end, end + 2) or name in told:
                continue
            other = next((unit for unit in units if _begins(behind, unit)), None)
            # Millions may be told as thousands of millions, but not in the same number.
            same = figures[name].value is not None and line.text[start:end] == format_number(
                figures[name].value or 0
            )
            other = other or (measure_in(behind) if same else None)
            if other and not _begins(behind, own) and not other.startswith(own):
                told.add(name)
                values = {"text": cut(line.text), "unit": other, "own": own}
                values |= {"label": figures[name].label, "name": name}
                place = printed.place_of(line)
                yield OTHER_UNIT.found(place, path, values)


def measure_in(text: str) -> str | None:
    """Return the measure that a text begins with, if it is a common one."""
    return next((one for one in _MEASURES if _begins(text, one)), None)


def _begins(text: str, unit: str) -> bool:
    return re.match(rf"{re.escape(unit)}(?!\w)", text, re.IGNORECASE) is not None


@over_documents
def last_periods_as_this(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield lines of templates that print the value of the last period as that of this one."""
    if printed.beneath is None:
        return
    this = re.compile(rf"(?<!\d){printed.report.period.year}(?!\d)")
    last = re.compile(rf"(?<!\d){printed.report.period.year - 1}(?!\d)")
    usual = {line.text for line in printed.beneath.whole.running}
    for line in printed.whole.running:
        keys = {path.split(".")[2] for _, _, path in line.facts if path.startswith("figures.")}
        if keys != {"previous"} or line.text in usual or _COMPARED.search(line.text):
            continue
        if this.search(line.text) and not last.search(line.text):
            path = next(path for _, _, path in line.facts if path.endswith(".previous"))
            place = printed.place_of(line)
            values = {"path": path, "text": cut(line.text), "period": printed.report.period.name}
            yield PREVIOUS.found(place, path, values)


@over_documents
def typed_sums(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield typed totals of a table whose other numbers are facts and give another sum."""
    if printed.beneath is None:
        return
    for part in printed.whole.parts:
        for said, total, cell in _wrong_sums(part):
            values = {"said": said, "sum": format_number(total)}
            yield TYPED_SUM.found(printed.place_in_pack([cell]), values=values)


def _wrong_sums(part: PrintedPart) -> Iterator[tuple[str, Decimal, str]]:
    for table in part.tables:
        yield from _wrong_last_row(table)
    columns = [numbers for table in part.tables for _, numbers in counted_columns(table)]
    if len(columns) != 1:
        return
    for line in part.lines:
        match = None if line.facts else _TOLD_SUM.match(line.text)
        total = sum(columns[0], Decimal(0))
        if match and number_in(match[1]) != total:
            yield match[1], total, line.text


def _wrong_last_row(table: PrintedTable) -> Iterator[tuple[str, Decimal, str]]:
    *rows, last = table.rows or ((),)
    if any(cell.facts for cell in last):
        return
    heads = [cell.text for cell in last if any(map(str.isalpha, cell.text))]
    if heads and not _SUM.match(heads[0].strip()):
        return
    for at, cell in enumerate(last):
        # A cell of its own, or the only one: "25", "Cộng: 25".
        match = _TOLD_SUM.fullmatch(cell.text.strip()) if heads else None
        said = match[1] if match else cell.text.strip()
        column = [row[at] for row in rows if at < len(row) and row[at].text.strip()]
        if not _WHOLE_NUMBER.fullmatch(said) or not _is_counted(column):
            continue
        total = sum((number_in(one.text.strip()) for one in column), Decimal(0))
        if total != number_in(said):
            yield said, total, cell.text if match or not heads else f"{heads[0]} | {said}"


def counted_columns(table: PrintedTable) -> Iterator[tuple[str, list[Decimal]]]:
    """Yield the columns of a table that hold numbers of the input alone, each with its head."""
    for at in range(max((len(row) for row in table.rows), default=0)):
        column = [row[at] for row in table.rows if at < len(row) and row[at].text.strip()]
        if _is_counted(column):
            head = table.heads[at].text if at < len(table.heads) else ""
            yield head, [number_in(cell.text.strip()) for cell in column]


def _is_counted(column: list[PrintedLine]) -> bool:
    return len(column) > 1 and all(cell.facts and _is_number(cell.text) for cell in column)


def _is_number(text: str) -> bool:
    return _WHOLE_NUMBER.fullmatch(text.strip()) is not None


@over_documents
def places_left_open(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield words in which a template says that something is still to be written."""
    if not printed.report.pack_folders:
        return
    for line in printed.typed_lines:
        if not any(sign in line.text for sign in _OPEN_SIGNS):
            continue
        for pattern, severity in ((_LEFT_OPEN, Severity.ERROR), (_TO_BE_FILLED, Severity.WARNING)):
            match = pattern.search(line.text)
            if match and not line.said.within(*match.span()):
                place = printed.place_of(line)
                values = {"words": match[0], "text": cut(line.text)}
                yield PLACEHOLDER.found(place, values=values, severity=severity)
                break
