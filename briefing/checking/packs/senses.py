"""Headings, labels and heads of columns of packs whose words say something else than their facts.

What usually stands under them need not be known for that: ``Khó khăn`` is never what is favourable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.checking.packs.area_words import belied
from briefing.checking.packs.placed import (
    MEASURE,
    OTHER_COLUMN,
    OTHER_HEADING,
    OTHER_LABEL,
    content_of,
    cut,
    labelled_facts,
    shape_of,
)
from briefing.checking.packs.typed_values import measure_in
from briefing.checking.packs.worded import OPPOSITE
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.outermost_keys import keys_ahead, outermost, outermost_of
from briefing.checking.printed.whole import PrintedPart
from briefing.checking.printed.whose_words import is_headed_by_input, place_of_wording
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding, Origin
from briefing.patterns import Pattern
from briefing.report import Figure

IN_HEADINGS = {
    "strengths": "strengths",
    "limitations": "limitations",
    "situation.favourable": "favourable",
    "situation.difficult": "difficult",
    "causes.objective": "objective",
    "causes.subjective": "subjective",
    "causes.general": "causes",
    "lessons": "lessons",
}
"""The keys of an input whose headings have an opposite, each with the name of its heading."""

_CAUSES = frozenset({"objective", "subjective", "causes"})

_REACHED = re.compile(
    r"kết quả (?:thực hiện|đã đạt|đạt được|công tác|giải quyết|nổi bật|chủ yếu|đã thực hiện)"
    r"|kết quả$|(?:những|các) (?:kết quả|việc) đã"
)
_WANTED = re.compile(r"phương hướng|dự báo|(?:đề xuất|kiến nghị)(?:,|$| và| với)")

_LABELS = {
    "tasks[].lead": ("chủ trì",),
    "tasks[].support": ("phối hợp",),
    "tasks[].deadline": ("thời hạn", "thời gian"),
    "tasks[].product": ("sản phẩm",),
}
_OF_LABELS = frozenset(word for words in _LABELS.values() for word in words)

_OWN = {
    "label": ("nội dung", "tên", "tiêu chí", "danh mục"),
    "unit": ("đơn vị", "đvt"),
    "value": ("thực hiện", "kết quả", "đạt", "số lượng", "giá trị"),
    "previous": ("cùng kỳ", "kỳ trước", "năm trước", "năm ngoái"),
    "plan": ("kế hoạch", "chỉ tiêu", "giao", "dự toán", "mục tiêu"),
    "change": ("tăng", "giảm", "chênh lệch", "so với", "so sánh", "tỷ lệ", "tỉ lệ", "biến động"),
    "rate": ("tỷ lệ", "tỉ lệ", "tỷ trọng", "%", "đạt", "so với"),
    "whole": ("tổng", "trong số", "phải", "cần"),
}
"""Words that a column of a table of figures may bear, by the sort of what stands in it."""

_TELLING = {
    "label": Pattern(r"(?:nội dung|tên)(?: chỉ tiêu| tiêu chí)?$"),
    "unit": Pattern(r"(?:đơn vị tính|đvt)\.?$"),
    "value": Pattern(r"(?:thực hiện|kết quả)(?: năm \d+)?$"),
    "previous": Pattern(r"(?:(?:số|kết quả|thực hiện) )?(?:cùng kỳ|kỳ trước|năm trước|năm ngoái)"),
    "plan": Pattern(r"(?:kế hoạch|chỉ tiêu|dự toán)(?: giao| được giao| đề ra| năm \d+)*$"),
    "change": Pattern(r"(?:tăng|giảm)(?:$|\s*[,/(–-]| giảm)|so với|so sánh|chênh lệch"),
    "rate": Pattern(r"(?:tỷ lệ|tỉ lệ|tỷ trọng)(?:\s*\(?%\)?)?$"),
    "count": Pattern(r"số (?:lượng|tuyệt đối)$"),
    "note": re.compile(r"ghi chú$"),
}
"""How heads begin that tell of one sort alone."""

_NEVER = {
    "label": ("unit", "previous", "change", "rate", "count", "note"),
    "unit": ("label", "value", "previous", "plan", "change", "rate", "count", "note"),
    "value": ("unit", "previous", "plan", "change", "rate"),
    "previous": ("unit", "plan", "change", "rate"),
    "plan": ("unit", "value", "previous", "change", "rate"),
    "change": ("unit", "label", "value", "plan", "rate"),
    "rate": ("unit", "label", "previous", "plan", "change", "count"),
    "whole": ("value",),
}

_KINDS = {
    frozenset({"value"}): "value",
    frozenset({"out_of"}): "value",
    frozenset({"value", "out_of"}): "rate",
    frozenset({"value", "previous"}): "change",
    frozenset({"change"}): "change",
    frozenset({"previous"}): "previous",
    frozenset({"target.value"}): "plan",
    frozenset({"label"}): "label",
    frozenset({"unit"}): "unit",
    frozenset({"rate"}): "rate",
}
_YEAR = Pattern(r"(?<!\d)(20\d\d)(?!\d)")
_ONE_WAY = Pattern(r"(?:số )?(tăng|giảm)(?: thêm| đi)?(?: so với .+)?")
"""Heads under which what changed went one way alone."""

_OTHER_WAY = {"tăng": "giảm", "giảm": "tăng"}
_COUNT_OF = Pattern(r"số (\w+(?: \w+)?)")
_COUNTED = frozenset({"value", "previous", "plan"})


@over_documents
def headings_of_another_sense(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield headings that say the opposite of what stands below them, or past for what is ahead."""
    if not printed.report.pack_folders:
        return
    ahead = keys_ahead() | {"proposals"}
    for part in printed.whole.main:
        facts = content_of(part.lines)
        if part.heading is None or not facts or is_headed_by_input(part):
            continue
        own = _opposed(printed, part.title, facts)
        tops = outermost_of(facts)
        plain = plain_words(part.title)
        wrong = (tops <= ahead and _REACHED.match(plain)) or (
            not tops & {*ahead, "situation"} and _WANTED.match(plain)
        )
        if own or wrong or _is_belied(printed, plain, tops):
            yield _under(printed, part, facts, own)


def _is_belied(printed: PrintedFacts, title: str, tops: set[str]) -> bool:
    """Say whether a heading belies what stands below; one of the pack's own file is told there."""
    if any(finding.rule == OPPOSITE.id for finding in printed.known):
        return False
    return bool(belied(printed.report, title, tops))


def _opposed(printed: PrintedFacts, title: str, paths: Iterable[str]) -> str:
    """Return the heading that facts should have under one that says the opposite, if it does."""
    names = {IN_HEADINGS.get(shape_of(path).partition("[")[0], "") for path in paths}
    opposites = printed.report.choices.wording.opposites["headings"]
    pair = list(opposites)
    # A heading of the pack's own file is told there.
    if any(finding.rule == OPPOSITE.id for finding in printed.known):
        return ""
    text = plain_words(title)
    for name in [*(names if len(names) == 1 else ()), *(["causes"] if names <= _CAUSES else [])]:
        other = pair[pair.index(name) ^ 1] if name in pair else ""
        if other and _has(text, opposites[other]) and not _has(text, opposites[name]):
            return printed.report.choices.wording.headings[name]
    return ""


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _under(printed: PrintedFacts, part: PrintedPart, facts: Mapping[str, str], own: str) -> Finding:
    path = next(iter(facts))
    values = {"path": path, "fact": cut(facts[path]), "heading": part.title}
    key = outermost(path)
    values["own"] = own or printed.report.choices.wording.headings.get(key, key)
    place = printed.place_in_pack([part.title])
    if printed.beneath is not None:
        place = printed.beneath.read_at(shape_of(path)) or place
    return OTHER_HEADING.found(place, path, values)


@over_documents
def labels_of_another_sense(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield facts behind a label, or below the head of a column, that is one of another key."""
    if printed.beneath is None:
        return
    told: set[str] = set()
    for label, path, text in labelled_facts(printed.whole):
        shape = shape_of(path)
        if shape not in told and _is_of_other_key(printed, label, path):
            told.add(shape)
            values = {"label": label, "path": path, "fact": cut(text)}
            yield OTHER_LABEL.found(printed.beneath.read_at(shape), path, values)
    for head, cells in _columns(printed):
        for path, text in content_of(cells).items():
            shape = shape_of(path)
            if shape not in told and _is_of_other_key(printed, plain_words(head), path):
                told.add(shape)
                values = {"head": head, "path": path, "fact": cut(text)}
                yield OTHER_COLUMN.found(printed.beneath.read_at(shape), path, values)


def _is_of_other_key(printed: PrintedFacts, label: str, path: str) -> bool:
    own = _LABELS.get(shape_of(path), ())
    if own and _has(label, _OF_LABELS) and not _has(label, own):
        return True
    return bool(_opposed(printed, label, [path]))


def _columns(printed: PrintedFacts) -> Iterator[tuple[str, tuple[PrintedLine, ...]]]:
    for part in printed.whole.parts:
        for table in part.tables:
            yield from table.columns()


@over_documents
def columns_of_another_sense(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield columns of figures whose head is that of another column, or of the other period."""
    if not printed.report.pack_folders:
        return
    for head, cells in _columns(printed):
        if printed.beneath is None and not _worded_at(printed, head):
            continue
        filled = [cell for cell in cells if cell.facts]
        kinds = {_sort_in(printed, cell) for cell in filled}
        kind = next(iter(kinds)) if len(kinds) == 1 else ""
        wrong: PrintedLine | None = None
        if kind and _is_wrong(printed, head, kind, filled[0]):
            wrong = filled[0]
        elif len(kinds) > 1:
            wrong = _instead_of_value(printed, head, filled)
        if cell := wrong or _belying(printed, head, filled):
            yield _in_column(printed, head, cell)


def _belying(printed: PrintedFacts, head: str, cells: Iterable[PrintedLine]) -> PrintedLine | None:
    """Return a cell that says the contrary of its head: another way, or another thing counted.

    A head that is the speed of a rise ("tốc độ tăng") has falls below it as well.
    """
    way, counted = _ONE_WAY.fullmatch(plain_words(head)), _COUNT_OF.fullmatch(plain_words(head))
    told = [(cell, _figure_of(printed, cell), _sort_in(printed, cell)) for cell in cells]
    if way:
        other = _OTHER_WAY[way[1]]
        falls = (cell for cell, _, sort in told if sort == "change" and _begins(cell.text, other))
        return next(falls, None)
    units = {plain_words(figure.unit or "") for figure in printed.report.figures.values()}
    if not counted or counted[1] not in units:
        return None
    for cell, figure, sort in told:
        unit = plain_words(figure.unit or "") if figure and sort in _COUNTED else ""
        # "vụ việc" are "vụ" in other words.
        if unit and counted[1] not in unit and unit not in counted[1]:
            return cell
    return None


def _begins(text: str, word: str) -> bool:
    return plain_words(text).startswith(f"{word} ")


def _figure_of(printed: PrintedFacts, cell: PrintedLine) -> Figure | None:
    path = cell.facts[0][2]
    return printed.report.figures.get(path.split(".")[1]) if path.startswith("figures.") else None


def _sort_of(cell: PrintedLine) -> str:
    """Return the sort of what a cell says of a figure, empty where it says something else."""
    keys = {path.split(".", 2)[2] for _, _, path in cell.facts if path.count(".") > 1}
    if not keys <= {"label", "unit"} and not any(map(str.isdigit, cell.text)):
        return ""  # "không thay đổi" states a value, and says a change
    if len(keys) > 1:
        keys -= {"unit"}
    if not all(path.startswith("figures.") for _, _, path in cell.facts):
        return ""
    both = len({(start, end) for start, end, _ in cell.facts}) > 1
    if keys == {"value", "out_of"} and both:
        return "value"
    return _KINDS.get(frozenset(keys), "")


def _instead_of_value(
    printed: PrintedFacts, head: str, cells: Iterable[PrintedLine]
) -> PrintedLine | None:
    """Return a cell of a column of results that has another number, though there is a result."""
    if not _TELLING["value"].match(plain_words(head)):
        return None
    for cell in cells:
        if _sort_in(printed, cell) in ("plan", "previous", "whole"):
            figure = printed.report.figures.get(cell.facts[0][2].split(".")[1])
            if figure and figure.value is not None:
                return cell
    return None


def _sort_in(printed: PrintedFacts, cell: PrintedLine) -> str:
    """Return the sort of a cell; what was counted out of is no result where there is one."""
    sort = _sort_of(cell)
    if sort != "value" or any(not path.endswith(".out_of") for _, _, path in cell.facts):
        return sort
    figure = printed.report.figures.get(cell.facts[0][2].split(".")[1])
    return "whole" if figure and figure.value is not None else sort


def _is_wrong(printed: PrintedFacts, head: str, kind: str, cell: PrintedLine) -> bool:
    path = cell.facts[0][2]
    other = _is_another(printed, head, kind, path) or _is_measured_otherwise(printed, head, kind)
    return other or _is_of_other_year(printed, head, kind)


def _is_measured_otherwise(printed: PrintedFacts, head: str, kind: str) -> bool:
    """Say whether a head puts numbers, or units, in a measure that no figure of the report has."""
    if kind == "unit" and _has(plain_words(head), _OWN[kind]):
        return False
    match = MEASURE.search(head)
    measure = measure_in(match[1].strip()) if match else None
    units = {plain_words(figure.unit or "%") for figure in printed.report.figures.values()}
    return (
        kind in ("value", "previous", "plan", "unit")
        and measure is not None
        and measure not in units
    )


def _is_another(printed: PrintedFacts, head: str, kind: str, path: str) -> bool:
    text = plain_words(head)
    if _has(text, _OWN[kind]):
        return False
    found = [other for other in _NEVER[kind] if _TELLING[other].match(text)]
    figure = printed.report.figures.get(path.split(".")[1])
    # What is counted in per cent is a rate itself.
    unit = figure.unit if figure else None
    return bool(found) and (found != ["rate"] or (unit or "%") not in ("%", "‰"))


def _is_of_other_year(printed: PrintedFacts, head: str, kind: str) -> bool:
    """Say whether the head of a column names the one period where the other's numbers stand."""
    period = printed.report.period
    years = {int(year) for year in _YEAR.findall(head)}
    if period.called or len(years) != 1 or period.type != "year":
        return False
    other = {"previous": {period.year}, "value": {period.year - 1, period.year + 1}}.get(kind)
    return bool(other) and years <= (other or set()) and not _has(plain_words(head), ("so ",))


def _in_column(printed: PrintedFacts, head: str, cell: PrintedLine) -> Finding:
    path = cell.facts[0][2]
    place = _worded_at(printed, head) or printed.place_in_pack([head])
    return OTHER_COLUMN.found(place, path, {"path": path, "fact": cut(cell.text), "head": head})


def _worded_at(printed: PrintedFacts, head: str) -> Origin | None:
    """Return where a pack words the head of a column, if it does."""
    heads = printed.report.choices.wording.figures.heads
    name = next((key for key, text in heads.items() if plain_words(text) == plain_words(head)), "")
    return place_of_wording(printed.report, ("figures_annex", "heads", name))
