"""Totals and their parts: lists after ``gồm`` and ``trong đó``."""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.slips import one_slip_apart
from briefing.figures.statements import Parts
from briefing.figures.text.claim import Scene, count_of, is_time, words_after
from briefing.figures.text.line import Number
from briefing.figures.text.list_doubts import Listed, begins_unnumbered, doubt_of, one_by_one
from briefing.figures.text.opposites import leave_no_third, name_all_forms
from briefing.figures.text.share_lists import whole_of_shares
from briefing.figures.text.sums import sum_of, with_unit, would_make
from briefing.figures.text.units import base_of, counted, same_base, scale_of
from briefing.patterns import Pattern

_SOME = 20
"""From here on shares of a list hardly fit its sum by chance."""

_PAIR = 2
"""How many parts there are where their names leave no third."""

_MOST = 40
"""The most parts of one total that are read."""

_REACH = 60
"""The most symbols between a total and the words that begin its list."""

_LONG = 60
"""The most symbols between two parts."""

_CUE = re.compile(
    r"(?P<open>[(:,;\-]{0,2})[.e]?(?P<cue>[GI])(?:[IGe.:a]|,(?=[ea.:]?[eIN]))*"
    r"|(?<=[N.ldes])\((?=[.eans]{0,6}[Nw]|[.]{1,5}&E[.]{0,2}N)|(?<=!)(?P<those>W)[.oKas]{0,8}(?:,(?=[.ea]{0,8}N)|(?=e?N))|(?<=[N.]):(?=[.]{0,6}[Nw]|A[.a]{0,6}N)"
)
_BETWEEN = re.compile(
    r"(?:\((?![.ae]{0,3}N[.]{0,2}\))[^()]*\)|[CAEUDHh][ra]*P(?:v[.ld]{1,4})?|r[.aefd]{0,12}P|(?<=[,.])L(?=N)"
    r"|(?:(?<=[IG&:])|^)W(?=[.]{2})|[UDhT](?![a]{0,3}[NPO])|[^NPFSRQOzUDHhGIW!¶()TMw~vL])*"
)
_OR = re.compile(r"(?:[^.,;()\d]|\([^()]*\))*\b(?:hay|hoặc)\b", re.IGNORECASE)
_JOINS = Pattern(r"(?:^|[,;][.]?)[^,;]*&(?!E)[^,;]*$")
"""What leads the last of a list; ``cấp tỉnh và tương đương 314`` is one part among others."""

_ALONE_IN_BRACKETS = re.compile(r"\([.ae]{0,3}(?P<item>N)[.]{0,2}\)")
_BRACKETS = re.compile(r"\([^()]*\)")


def find_parts(scene: Scene) -> None:
    """Claim totals with their parts."""
    symbols = scene.symbols
    if symbols.count("N") + symbols.count("w") < 3 and "F" not in symbols:
        return
    for match in _CUE.finditer(symbols):
        _listed(scene, match)


def _listed(scene: Scene, match: re.Match[str]) -> None:
    opened = match["open"] if match["cue"] else "" if match["those"] else match[0]
    found = _items(scene, match.end(), bracketed="(" in opened)
    if len(found.items) < 2:
        return
    cue = match["cue"] or ("I" if match["those"] else ":")
    total = _total(scene, match.start(), found, cue)
    if total is None:
        return
    position, kind = total
    number = scene.line.numbers[position][0]
    if scene.symbols[position] == "F" and not number.unit:
        number = number._replace(unit=scene.line.numbers[position][1].unit)
    items = _chosen(scene, number, found, kind)
    if kind == "same" and not number.unit:
        number = number._replace(unit=scene.number(items[0]).unit)
    another = len(items) > _PAIR and ";" in scene.symbols[items[_PAIR - 1] : items[_PAIR]]
    if another and leave_no_third(scene, items[:_PAIR]):
        items = items[:_PAIR]  # "8.169 việc, trong đó cũ 2.548 việc; mới 5.621 việc; đã xong 24"
    more = [] if leave_no_third(scene, items) else _more_of_them(scene, number, found, items)
    items = [*items, *more]
    sexes = _both_sexes(scene, number, items)
    all_named = _named_all(scene, position, match.start(), items)
    likely = kind != Doubt.OTHER or sexes or all_named
    if _names(scene, number, items) or not (likely or _plausible(scene, number, items)):
        return
    parts = [with_unit(scene.number(item), number) for item in items]
    forms = name_all_forms(scene, items) or (not sexes and _shares_deny(scene, number, items))
    if all_named or forms:
        parts = [part._replace(unit=number.unit) for part in parts]
    # "45 vụ (trộm 30, cướp 15, lừa đảo 4)": something is wrong, or the last is no part.
    why = "" if sexes or forms else doubt_of(scene, position, found, items, kind, cue)
    why = why or (Doubt.OVERLAP if more and not forms else "")
    if _begins_unnumbered(scene, match):
        why = why or Doubt.OTHER  # "5 người, gồm tài xế, 2 phụ xe và 1 hành khách"
    complete = cue == "G" or sexes or forms
    alike_ = kind == "same" or one_by_one(number.unit)
    opposite = not complete and alike_ and leave_no_third(scene, items)
    if opposite and why in (Doubt.OTHER, Doubt.OVERLAP):
        why = ""
    given = tuple(count_of(part) for part in parts)
    content = Parts(count_of(number), given, complete, opposite)
    scene.claim(content, position, *items, takes=(), sure=not why, why=why)


def _shares_deny(scene: Scene, total: Number, items: list[int]) -> bool:
    """Whether the shares of a list are of another total than the one that is told.

    ``50 đảng bộ: 43 (71,67%), 17 (28,33%)``; more than were ranked may be told, never less.
    """
    whole = whole_of_shares(scene, items, scene.until(items[-1], _REACH))
    if whole is None or total.value < _SOME:
        return False
    return whole.value > total.value or one_slip_apart(total.value, whole.value)


def _begins_unnumbered(scene: Scene, match: re.Match[str]) -> bool:
    led = scene.symbols[match.end("cue") : match.end()] if match["cue"] else ""
    return begins_unnumbered(led)


def _more_of_them(scene: Scene, total: Number, found: Listed, items: list[int]) -> list[int]:
    """Return the numbers of the same list behind those that make its total already."""
    last = found.items.index(items[-1])
    more: list[int] = []
    for item, words in zip(found.items[last + 1 :], found.between[last + 1 :], strict=True):
        number = scene.number(item)
        alike_ = not number.unit or same_base(number.unit, total.unit)
        if ";" in words or not alike_:
            break
        more.append(item)
    return more


def _named_all(scene: Scene, total: int, cue: int, items: list[int]) -> bool:
    """Whether a total names all its parts: ``152 xã, phường, thị trấn, gồm 8 thị trấn``."""
    number = scene.line.numbers[total][0]
    named = scene.line.text[number.last : scene.line.places[cue]].lower()
    units = {scene.number(item).unit for item in items}
    return "," in named and all(unit and unit in named for unit in units)


def _both_sexes(scene: Scene, total: Number, items: list[int]) -> bool:
    """Whether two parts are men and women, who are all there are: ``37 người (31 nữ, 6 nam)``."""
    if len(items) != 2 or total.qualifier or (total.unit and not counted(total.unit)):
        return False
    named = [scene.number(item).unit or " ".join(words_after(scene, item)[:1]) for item in items]
    return {unit.split(" ")[-1] for unit in named} == {"nam", "nữ"}


def _items(scene: Scene, start: int, *, bracketed: bool) -> Listed:
    """Return the numbers of a list that begins at a symbol."""
    symbols = scene.symbols
    items: list[int] = []
    between: list[str] = []
    position, joined = start, False
    for _ in range(_MOST):
        gap = _BETWEEN.match(symbols, position, position + 80)
        end = gap.end() if gap else position
        alone = None if bracketed else _ALONE_IN_BRACKETS.match(symbols, end)
        words = _BRACKETS.sub("", symbols[position:end])
        if alone:
            end = alone.start("item")
        if end >= len(symbols) or symbols[end] not in "Nw":
            break
        if (bracketed and ")" in words) or len(words) > _LONG:
            break
        if items and not re.search(r"[,;&]", words):
            # "191 người tiếp xúc với 4 bệnh nhân": the second belongs to the first.
            position = end + 1
            continue
        if joined and "&" not in words:
            break
        joined = bool(items) and bool(_JOINS.search(words))
        items.append(end)
        between.append(words.replace("&E", ".."))
        position = alone.end() if alone else end + 1
    whole_tail = symbols[position : position + 40]
    tail = _BRACKETS.sub("", whole_tail) + ("" if position + 40 >= len(symbols) else "?")
    after = scene.number(items[-1]).end if items else 0
    either = _OR.match(scene.line.text, after, after + 60)
    closed = (
        not either
        and not re.match(r"[^NPFSRQO!;)]{0,24}&", tail)
        and (joined or bool(re.match(r"[^NPFSRQO,;&]{0,14}(?:[!)¶]|$)", tail)))
    )
    return Listed(items, between, closed)


def _total(scene: Scene, cue: int, found: Listed, word: str) -> tuple[int, str] | None:
    """Return the total of a list, and whether its parts are counted like it."""
    symbols = scene.symbols
    start = scene.since(cue, _REACH, "!")
    if word == "I" and cue - start <= 2 and start > 1:
        start = scene.since(start - 1, _REACH, "!")
    first = max(start, scene.since(cue, _REACH, "¶"))
    candidates = [i for i in range(cue - 1, first - 1, -1) if symbols[i] in "NFw"]
    # "thụ lý 736 việc, tăng 39 việc, trong đó": what it rose by has no parts.
    candidates.sort(key=lambda i: bool(_LED_BY_CHANGE.search(symbols, max(0, i - 4), i)))
    exact = [i for i in candidates[:4] if _adds_up(scene, i, found)]
    if exact:
        kind = _kind(scene.line.numbers[exact[0]][-1], [scene.number(item) for item in found.items])
        return (exact[0], kind or Doubt.OTHER)
    bracketed = word == ":" and len(found.items) > 2 and symbols[cue : cue + 1] == "("
    if (word in "IG" or bracketed) and candidates and _said_last(scene, candidates[0], cue):
        return candidates[0], "same"
    units = [scene.number(item).unit for item in found.items[:2] if scene.symbols[item] == "N"]
    if word == "I" and len(set(units)) == 1 and base_of(units[0]) and _is_total(scene, candidates):
        return candidates[0], "same"
    for i in candidates[:4]:
        number = scene.line.numbers[i][-1]
        if not number.unit or ("/" in number.unit and word == ":"):
            continue
        if units and all(_of_one_kind(unit, number.unit) for unit in units):
            return (i, "same") if ";" not in symbols[i:cue] else None
    if not candidates or candidates[0] < cue - 30:
        return None
    nearest = scene.line.numbers[candidates[0]][-1]
    if not nearest.unit or nearest.percent or is_time(nearest) or "/" in nearest.unit:
        return None
    kind = _kind(nearest, [scene.number(item) for item in found.items])
    return (candidates[0], kind) if kind and ";" not in symbols[candidates[0] : cue] else None


def _of_one_kind(unit: str, whole: str) -> bool:
    """Whether two units are one, and both of measures or both of things: ``120mm``, ``7 chiếc``."""
    return bool(base_of(unit)) and same_base(unit, whole) and counted(unit) == counted(whole)


_LED_BY_CHANGE = Pattern(r"[UDHh]a{0,3}$")
_SAID_TOTAL = Pattern(r"W[^NPFSRQO;!()]{0,26}$")


def _said_last(scene: Scene, total: int, cue: int) -> bool:
    """Whether a number without a unit stands right before its list: ``… là 10.359, trong đó``."""
    bare = scene.symbols[total] == "N" and not scene.number(total).unit
    led = scene.led_by(total, " là", " đạt", ":")
    return bare and scene.symbols[total + 1 : cue] in ("", ",") and led


def _is_total(scene: Scene, candidates: list[int]) -> bool:
    """Whether the nearest number is a total without a unit: ``tổng số bản án là 54, trong đó``."""
    if not candidates or scene.symbols[candidates[0]] != "N":
        return False
    total, number = candidates[0], scene.number(candidates[0])
    before = scene.symbols[max(0, total - 28) : total]
    led = scene.led_by(total, " là", " có", ":", " gồm")
    return not number.unit and led and bool(_SAID_TOTAL.search(before))


def _adds_up(scene: Scene, total: int, found: Listed) -> bool:
    """Whether the items of a list make exactly a number that counts things."""
    number = scene.line.numbers[total][0]
    parts = [scene.number(item) for item in found.items]
    unit = scene.line.numbers[total][-1].unit
    named = re.search(r"W[^NPFSRQO;!]{0,26}$", scene.symbols[max(0, total - 28) : total])
    follows = scene.symbols[total + 1 : total + 2] == "("
    if "/" in unit or not (unit or named or follows):
        return False
    scaled = any(scale_of(part.unit) for part in parts) or scale_of(unit)
    return not scaled and sum(part.value for part in parts) == number.value


def _kind(total: Number, parts: list[Number]) -> str:
    """Return how parts are counted: like their total, all otherwise, or ``""`` for neither."""
    if all(not part.unit or _strictly_alike(total.unit, part.unit) for part in parts):
        return "same"
    if any(is_time(part) for part in parts):
        return ""
    if not counted(total.unit) or scale_of(total.unit):
        return ""
    if any(scale_of(part.unit) or not counted(part.unit or "vụ") for part in parts):
        return ""
    return Doubt.OTHER


def _strictly_alike(one: str, other: str) -> bool:
    """Whether two units are the same; money may leave out its name (``110 tỷ``)."""
    first, second = base_of(one) or "đồng", base_of(other) or "đồng"
    return same_base(first, second)


def _chosen(scene: Scene, total: Number, found: Listed, kind: str) -> list[int]:
    """Return the items that count what the total counts; where all differ, those that fit it."""
    items = found.items
    if kind == "same":
        same = [
            item
            for item in items
            if not scene.number(item).unit or same_base(scene.number(item).unit, total.unit)
        ]
        whole = sum_of([total])
        for many in range(2, len(same)):
            if sum_of([with_unit(scene.number(item), total) for item in same[:many]]) == whole:
                return same[:many]
        if len(same) >= 2 and same == items[: len(same)]:
            return same
    added = total.value * 0
    for number, item in enumerate(items, start=1):
        added += scene.number(item).value
        if number > 1 and added == total.value:
            return items[:number]
    return items


def _plausible(scene: Scene, total: Number, items: list[int]) -> bool:
    """Whether parts that are called otherwise than their total can be parts of it."""
    values = [scene.number(item).value for item in items]
    return one_by_one(total.unit) or would_make(total.value, values)


def _names(scene: Scene, total: Number, items: list[int]) -> bool:
    """Whether a list names its things by their numbers: ``4 bệnh nhân, gồm 243, 250, 253, 254``."""
    bare = [scene.number(item) for item in items if not scene.number(item).unit]
    text = scene.line.text
    near = (text[max(0, number.first - 40) : number.first] for number in bare)
    if any(before.rstrip().endswith(f" {total.unit}") for before in near):
        return True
    return len(bare) > 1 and sum(number.value for number in bare) > total.value * 2
