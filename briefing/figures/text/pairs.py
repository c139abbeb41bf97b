"""From what to what: ``giảm từ 443 vụ xuống còn 409 vụ``."""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Change, Pair, Times
from briefing.figures.text.claim import (
    Scene,
    count_of,
    is_time,
    pair_of,
    words_after,
    words_after_are_time,
)
from briefing.figures.text.cores import (
    CORE,
    DIRECTIONS,
    SECOND,
    WINDOW,
    Core,
    is_detected,
    made_change,
)
from briefing.figures.text.line import Number
from briefing.figures.text.units import same_base
from briefing.figures.text.wordlists import words_of
from briefing.patterns import Pattern
from briefing.report import Direction

_FROM_TO = Pattern(
    r"f[.dra&]{0,7}(?P<a>[NP])(?:\([^()NPF!]{0,6}\))?[.dlra,eWTfm&]{0,14}?(?P<move>[UD])?[.a]{0,3}"
    r"L[La]{0,3}(?:X(?P<o>O),[AL]?a?)?[.ra]{0,4}(?P<b>[NP])"
)
_TO_FROM = Pattern(
    r"(?P<move>[UD])[.ra]{0,10}L[La]{0,3}[.ra]{0,3}(?P<b>[NP])[.d]{0,3}f[.dra]{0,6}(?P<a>[NP])"
)
_BEFORE_PAIR = Pattern(
    r"(?P<move>[UDX])(?P<gap>[^UDHhNPFSRQOz;!¶()v]{0,14})"
    rf"(?:(?P<x>[NPO])[.deavlr&]{{0,12}}{SECOND})?(?:\([^()NPF!]{{0,20}}\))?[,(]?[.ra]{{0,6}}$"
)
_AFTER_PAIR = Pattern(
    r"[.d]{0,6}[,(\-]{1,2}[&a]{0,3}[.]?(?:E[.ra]{0,4})?r?(?:" + CORE + r"|(?<=[Er])(?P<p>P))"
)
_BRACKETED = Pattern(r"\),[.&]{0,2}E[.ra]{0,3}(?P<p>P)(?![.]?[WTv])")
"""A percentage behind two periods in brackets: ``giảm 34 vụ (từ 443 xuống 409), tức 7,67%``."""

_COMMA_NAME = Pattern(r"[.d]{0,6},[&a]{0,3}[.](?=[UDHhX])")
_OPENS = Pattern(r" ?\((?:tăng |giảm )?từ ")
_LIST_OF_PAIRS = Pattern(r"[,.&;d]{1,8}$")
_RANKS = Pattern(r"thứ hạng|xếp hạng|vị trí|thứ bậc|hạng \d", re.IGNORECASE)

_ANOTHER = Pattern(r",[^f]*[.]")
"""Words of their own between a change and the two periods."""

_SHARE = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng")
"""What leads a share: ``từ 4,76 xuống 4,46 triệu cổ phiếu (tỷ lệ 1,62%)`` says what is held."""

_NEXT = 3
"""The most symbols from a word of change to a number that it surely leads."""

_FEW = 6
"""The most symbols from a word of change to its number."""

_YEARLY = Pattern(r"\bkép\b|bình quân|trung bình|mỗi năm|hằng năm|hàng năm|/\s*năm", re.IGNORECASE)
"""What makes a rate of growth one of each year and not of all of them."""

_CLOSE = 5
"""The symbols within which a word of change is sure to lead two periods."""


def find_pairs(scene: Scene, cores: dict[int, Core]) -> None:
    """Claim what is said of ``từ … lên …``: by how much, by how many percent, or only which way."""
    symbols = scene.symbols
    if "f" not in symbols or "L" not in symbols:
        return
    last: tuple[int, int | None] = (-1, None)
    for match in (*_FROM_TO.finditer(symbols), *_TO_FROM.finditer(symbols)):
        a, b = match.start("a"), match.start("b")
        pair = _of_two(scene, a, b)
        if pair is None or {a, b} & scene.taken:
            continue
        said = False
        for core in _moves_of(scene, match, cores):
            if core.x in (a, b) or core.x in scene.taken:
                continue
            said |= _moved(scene, core, pair, a, b)
        move = _bare_move(match, symbols)
        if move is None and 0 <= last[0] < match.start():
            # "tăng từ 10% lên 15%, bậc 3 từ 20% lên 25%": the word goes for both.
            listed = _LIST_OF_PAIRS.fullmatch(symbols[last[0] : match.start()])
            move = last[1] if listed and not _turns(scene, match, symbols, last[1]) else None
        if "o" in match.re.groupindex and match["o"]:
            factor = count_of(scene.number(match.start("o")))
            scene.claim(Times(factor, pair), a, match.start("o"), b)
            said = True
        last = match.end(), move
        if move is not None and not (said and move in cores):
            direction = DIRECTIONS[symbols[move]]
            detected = is_detected(scene, move)
            between = set(symbols[move + 1 : match.start()])
            near = not _turns(scene, match, symbols, move) or between <= {"L", "a", "r"}
            near = near and _one_thing(scene, a, b)
            scene.claim(
                Change(direction, None, None, pair, detected=detected),
                a,
                b,
                since=move,
                sure=near,
                why=Doubt.OTHER,
            )
        elif not said:
            way = _way(scene, match)
            content: Change | Pair = pair if way is None else Change(way, None, None, pair)
            sure = way == "tăng" or " xuống" in _words_between(scene, match)
            sure = sure and _one_thing(scene, a, b)
            scene.claim(content, a, b, since=match.start(), sure=sure, why=Doubt.OTHER)


def _of_two(scene: Scene, a: int, b: int) -> Pair | None:
    """Return what was before and what came after, if they are of one thing."""
    before, now = scene.number(a), scene.number(b)
    pair = pair_of(now, before)
    if pair is None or is_time(before) != is_time(now):
        return None
    if _UNREAD_UNIT.match(scene.line.text, before.end) and not before.unit:
        return None  # "xe có dung tích từ 1.5 L đến 2.0 L được giảm xuống còn 40%"
    if _EXCHANGED.search(_between_texts(scene, before, now)):
        return None  # "từ 47 bảng ăn một USD xuống 500 bảng ăn một USD"
    if "-" in (before.sign, now.sign) or scene.led_by(a, " âm") or scene.led_by(b, " âm"):
        return None  # "từ lãi 114 tỷ đồng xuống âm 834 tỷ đồng"
    same = words_after(scene, a)[:3] == words_after(scene, b)[:3]
    # "từ 3 năm tù giam xuống 3 năm tù treo" are two kinds.
    return pair if same or pair.now != pair.before else None


_UNREAD_UNIT = Pattern(r"\s*[^\W\d_a-zà-ỹđ](?!\w)")
_EXCHANGED = Pattern(r"\b(?:ăn|đổi|đổi lấy)\b", re.IGNORECASE)


def _between_texts(scene: Scene, one: Number, other: Number) -> str:
    first, last = sorted((one, other), key=lambda number: number.start)
    return scene.line.text[first.last : last.start]


_WHEN = words_of(
    """trong vào hồi năm tháng quý ngày đầu cuối giữa hiện nay trước ngoái của ở lúc thời điểm kỳ
    này từ mức tới đến lên xuống tăng giảm còn chỉ là thành đã khoảng hơn gần trên dưới so với và"""
)
_NAMED = Pattern(r"([^\W\d_]+)\s*$")


def _one_thing(scene: Scene, a: int, b: int) -> bool:
    """Whether nothing but time and direction parts two numbers, and none of them is a name.

    ``từ vùng 3 lên vùng 2`` names two places, ``từ cự ly 9 m, đưa đội nhà lên 1-0`` and ``cao 30 m,
    đường kính lên đến 8 m`` speak of two things.
    """
    text, one, other = scene.line.text, scene.number(a), scene.number(b)
    if _RANKS.search(text):
        return False
    first, last = sorted((one, other), key=lambda number: number.start)
    between = _IN_BRACKETS.sub("", text[first.end : last.start]).lower()
    words = re.findall(r"[^\W\d_]+", between)
    if "," in between or ";" in between or not set(words) <= _WHEN | set(last.unit.split()):
        return False
    led = [_NAMED.search(text[max(0, number.start - 20) : number.start]) for number in (one, other)]
    names = {found[1].lower() for found in led if found}
    return bool(one.unit or other.unit) or len(names) > 1 or bool(names & _WHEN)


_IN_BRACKETS = Pattern(r"\([^()]*\)")


def _way(scene: Scene, match: re.Match[str]) -> Direction | None:
    """Return the way that ``lên`` and ``xuống`` say by themselves."""
    words = _words_between(scene, match)
    if " xuống" in words or " còn" in words:
        return "giảm"
    return "tăng" if " lên" in words else None


def _words_between(scene: Scene, match: re.Match[str]) -> str:
    first, last = scene.line.places[match.start("a")], scene.line.places[match.start("b")]
    return scene.line.text[first:last].lower()


def _turns(scene: Scene, match: re.Match[str], symbols: str, move: int | None) -> bool:
    """Whether a pair goes another way than the word that led the pair before it."""
    way = _way(scene, match)
    return way is not None and move is not None and way != DIRECTIONS[symbols[move]]


def _moved(scene: Scene, core: Core, pair: Pair, a: int, b: int) -> bool:
    """Claim what a word says of two periods; ``False`` if it speaks of something else."""
    number = scene.number(core.x)
    points = pair.unit == "%" and number.unit.startswith("điểm")
    if scene.symbols[core.x] == "N" and not points and not same_base(number.unit, pair.unit):
        return False
    content = made_change(scene, core, pair)
    if content is None:
        return False
    why = Doubt.BASE if _own_base(scene, core, a, b) else ""
    # "giảm giá 30%, nhóm 1 từ 35.000 xuống 15.000": behind a comma another thing has begun.
    if core.end <= min(a, b) and _ANOTHER.search(scene.symbols, core.end, min(a, b)):
        why = Doubt.OTHER
    if _of_each_year(scene, core, a, b) or _of_what_follows(scene, core, a, b):
        why = Doubt.BASE
    # "giảm sản lượng máy bay 737 từ 52 xuống 42", "giảm bồi thường 3 mẹ con": words lie between.
    far = core.x - core.move > _NEXT and not scene.led_by(core.x, " thêm")
    if far or number.unit.startswith(("bậc", "hạng")):
        why = why or Doubt.OTHER
    # "tăng 15% từ 68 lên 72 tỷ đồng": no word stands between that could be of something else.
    led = scene.symbols[core.end : min(a, b)]
    led_to = core.end <= min(a, b) and led in ("f", ",f", "(f")
    tight = not why and (led_to or _in_brackets_behind(scene, core, a, b))
    before = core.end <= min(a, b) and _LEADS.fullmatch(led)
    behind = core.move > b and _FOLLOWS.fullmatch(scene.symbols[b + 1 : core.move])
    scene.claim(
        content,
        *core.positions,
        a,
        b,
        since=core.move,
        sure=not why,
        why=why,
        tight=tight,
        adjacent=not why and bool(before or behind),
    )
    return True


_LEADS = Pattern(r"[,(]?f[ra]?")
_FOLLOWS = Pattern(r"[.d]{0,4}[,(][.a]?")
"""What stands between two periods and their change where nothing else does."""


def _of_each_year(scene: Scene, core: Core, a: int, b: int) -> bool:
    """Whether a rate of change is one of each year: ``tăng trưởng kép 178%, từ 96 lên 2.062``."""
    first, last = scene.line.places[min(core.move, a)], scene.number(max(core.positions)).end
    return bool(_YEARLY.search(scene.line.text, first, max(last, scene.number(b).start) + _PER))


_PER = 8
"""The characters behind a percentage in which it may be said to be one of each year."""


def _of_what_follows(scene: Scene, core: Core, a: int, b: int) -> bool:
    """Whether a percentage before two periods is of a noun: ``ít hơn 50% vốn bị cắt từ 12``."""
    last = core.positions[-1]
    if last > min(a, b) or not scene.number(last).percent:
        return False
    led = scene.symbols[last + 1 : last + 3]
    return led[:1] in (".", "W", "T") and not words_after_are_time(scene, last)


def _in_brackets_behind(scene: Scene, core: Core, a: int, b: int) -> bool:
    """Whether two periods alone stand in brackets right behind the number that they explain."""
    last = core.positions[-1]
    text = scene.line.text[scene.number(last).end : scene.number(a).start].lower()
    behind = scene.line.text[scene.number(b).end :]
    return last < a and bool(_OPENS.fullmatch(text)) and behind.startswith(")")


def _own_base(scene: Scene, core: Core, a: int, b: int) -> bool:
    """Whether a percentage behind two periods goes on to name what it is of: ``6,95% vốn``."""
    last = core.positions[-1]
    if last < max(a, b):
        return False
    if not scene.number(last).percent:
        return bool(re.match(r"v(?![.]{0,2}[ld])", scene.symbols[last + 1 : last + 5]))
    after = scene.symbols[last + 1 : last + 4]
    named = after.startswith(("W", "T")) or re.match(r"v(?![.]{0,2}[ld])", after)
    return bool(named) or (after[:1] == "." and not words_after_are_time(scene, last))


def _moves_of(scene: Scene, match: re.Match[str], cores: dict[int, Core]) -> list[Core]:
    """Return the changes by so much that stand before and after two periods."""
    found, symbols = [], scene.symbols
    low = max(0, match.start() - WINDOW)
    left = _BEFORE_PAIR.search(symbols, low, match.start())
    occasions = (
        left and left["x"] and symbols[left.start("x")] == "O" and left.start("move") not in cores
    )
    led_to = left and left["x"] and left["gap"].rstrip("ar.").endswith("L")
    if (
        left
        and left["x"]
        and not occasions
        and not led_to  # "tăng lên 55.500 tấn từ 48.500 tấn của năm ngoái, …"
        and (core := _at(cores, symbols, left.start("move"), left.start("x")))
    ):
        found.append(core)
    bracketed = _BRACKETED.match(symbols, match.end())
    if bracketed and len(found) == 1 and found[0].y is None and found[0].end < match.start():
        core, p = found[0], bracketed.start("p")
        return [core, Core(core.move, core.direction, p, None, bracketed.end())]
    right = _AFTER_PAIR.match(symbols, match.end())
    told = bool(found) and any(scene.number(i).percent for i in found[0].positions)
    if right and right["move"] and told and _COMMA_NAME.match(symbols, match.end()):
        return found  # "A tăng 226,7% từ 15 tỷ lên 49 tỷ đồng, B tăng 134%"
    if right and right["move"] and right.start("move") in cores:
        found.append(cores[right.start("move")])
        again = _AFTER_PAIR.match(symbols, found[-1].end)
        if again and again["move"] and again.start("move") in cores:
            found.append(cores[again.start("move")])
    elif right and right["p"] and not scene.led_by(right.start("p"), *_SHARE):
        move = _bare_move(match, symbols)
        if move is not None:
            found.append(Core(move, DIRECTIONS[symbols[move]], right.start("p"), None, right.end()))
    return found


def _at(cores: dict[int, Core], symbols: str, move: int, x: int) -> Core | None:
    """Return what a word leads, also over a few words: ``tăng lương thêm 3 triệu đồng``."""
    core = cores.get(move)
    if core is not None:
        return core if core.x == x else None
    if x - move > _FEW:
        return None  # "tăng thuế nhập khẩu đối với thép nhóm 72.08 từ 0% lên 5%"
    return Core(move, DIRECTIONS[symbols[move]], x, None, x + 1)


def _bare_move(match: re.Match[str], symbols: str) -> int | None:
    """Return where the word stands that says only which way two periods go."""
    if match["move"]:
        return match.start("move")
    low = max(0, match.start() - WINDOW)
    left = _BEFORE_PAIR.search(symbols, low, match.start())
    if left is None or symbols[left.start("move")] == "X" or left["x"]:
        return None
    # "giảm ùn tắc, tuyến đường mở rộng từ 3 lên 6 làn": a word far off belongs to something else.
    far = match.start() - left.start("move") > _CLOSE and "," in left[0]
    return None if far else left.start("move")
