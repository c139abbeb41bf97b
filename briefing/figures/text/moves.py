"""Rises and falls: by how much, by how many percent, from what to what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.figures.statements import Change, Count, Pair, Times, Unchanged
from briefing.figures.text.claim import (
    Scene,
    comparable,
    count_of,
    is_time,
    pair_of,
    words_after,
    words_after_are_time,
)
from briefing.figures.text.line import Number
from briefing.figures.text.units import base_of, same_base
from briefing.report import Direction

_WINDOW = 44
"""The most symbols that are looked at on either side of what ties two numbers together."""

_SECOND = (
    r"(?:[.]{0,2}\((?:E?[rUDHha]{0,3})(?P<y>[NP])[.]{0,3}(?=[),])"
    r"|[.]{0,3},?[.]?E[rUDHha.]{0,4}(?P<z>[NP]))?"
)
_CORE = r"(?P<move>[UDHhX])(?P<words>[aX]{0,4})(?P<x>[NPO])" + _SECOND

_FROM_TO = re.compile(
    r"f[.dra&]{0,7}(?P<a>[NP])(?:\([^()NPF!]{0,6}\))?[.dlra,eWTfm&]{0,14}?(?P<move>[UD])?[.a]{0,3}"
    r"L[La]{0,3}(?:X(?P<o>O),[AL]?a?)?[.ra]{0,4}(?P<b>[NP])"
)
_TO_FROM = re.compile(
    r"(?P<move>[UD])[.ra]{0,10}L[La]{0,3}[.ra]{0,3}(?P<b>[NP])[.d]{0,3}f[.dra]{0,6}(?P<a>[NP])"
)
_BEFORE_PAIR = re.compile(
    r"(?P<move>[UDX])(?P<gap>[^UDHhNPFSRQOz;!¶()v]{0,14})"
    rf"(?:(?P<x>[NPO])[.deavlr]{{0,10}}{_SECOND})?(?:\([^()NPF!]{{0,20}}\))?[,(]?[.ra]{{0,6}}$"
)
_AFTER_PAIR = re.compile(
    r"[.d]{0,6}[,(\-]{1,2}[&a]{0,3}[.]?(?:E[.ra]{0,4})?r?(?:" + _CORE + r"|(?<=[Er])(?P<p>P))"
)
_BASE = re.compile(
    r"v(?P<way>[.dlraTeMKWfA]{0,14})"
    r"(?:\([^()NPF!UDHhXCL]{0,6}(?P<b>[NP])(?P<more>[^()!UDHhX]{0,8})\)|(?P<c>[NP]))"
)
_BEFORE_BASE = re.compile(
    r"(?:(?P<now>[NP])(?P<gap>[^NPFSRQOUDHh;!¶(),]{0,26}(?:\([^()NP!]{0,9}\))?"
    r"\)?(?:[,\-][da&]{0,4}|[.&a]{0,3})))?" + _CORE + r"[.,da]{0,8}$"
)
_NEW = re.compile(
    r"\)?[.d]{0,6},?[&a]{0,3}[.]?[a]?(?:L[La]{0,3}[.ar]{0,5}|A[ar]{0,2}|(?<=[.a])r)(?P<now>N)"
)
_NOW = re.compile(
    r"(?P<now>N)[^NPFSRQOUDHh;!¶(),]{0,16}(?:\([^()NP!]{0,9}\))?"
    r"(?:,[da&]{0,3}(?:v[.ld]{1,6},?)?|[.]{0,1}[da]{0,3})$"
)
_COMPARED = re.compile(r"(?P<now>N)[.,da]{0,4}v[^NPF;!¶,()]{0,12}(?P<before>N)[.dl]{0,4}[,(][.]?" + _CORE)
_LED_TO = re.compile(
    _CORE + r"[.da]{0,4},?[.&a]{0,2}(?:L[La]{0,2}|A)[ra]{0,2}(?P<now>N)[.,d]{0,4}v"
    r"[^NPF;!¶,()]{0,10}(?P<before>N)"
)
_FROM_BASE = re.compile(
    r"v[.rdl]{0,8}(?P<before>N)(?:[^NPFSRQOUDHh;!¶()]|\([^()]*\)){0,30},[^NPFSRQOUDHh;!¶()]{0,6}" + _CORE
)
_LIST_OF_PAIRS = re.compile(r"[,.&;d]{1,8}$")
_TWO_PERIODS = re.compile(r"\)?[,;(]{0,2}(?P<pair>F)")
_PERIODS_MOVE = re.compile(r"[(,][.]?(?:E[ra]{0,2})?" + _CORE)
_COMPARES = re.compile(r"[UDg].{0,30}$|v[^,;]{0,12}\(?$")
_RANKS = re.compile(r"thứ hạng|xếp hạng|vị trí|thứ bậc|hạng \d", re.IGNORECASE)

_CLOSE = 5
"""The symbols within which a word of change is sure to lead two periods."""

_DIRECTIONS: dict[str, Direction] = {
    **{"U": "tăng", "H": "tăng", "X": "tăng"},
    **{"D": "giảm", "h": "giảm"},
}
_MOVE = re.compile(_CORE)


@dataclass(frozen=True, slots=True)
class _Core:
    """``giảm 34 vụ (7,67%)``: the word and the numbers it leads."""

    move: int
    direction: Direction
    x: int
    y: int | None
    end: int

    @property
    def positions(self) -> tuple[int, ...]:
        """Where its numbers stand."""
        return (self.x,) if self.y is None else (self.x, self.y)


def find_moves(scene: Scene) -> None:
    """Claim every rise and fall of a line, with as much as the words give."""
    symbols = scene.symbols
    if not any(symbol in symbols for symbol in "UDXgFf"):
        return
    cores = _cores(scene)
    _two_periods(scene, cores)
    _from_to(scene, cores)
    _compared_numbers(scene, cores)
    _against(scene, cores)
    _factors(scene, cores)
    for core in cores.values():
        if core.x not in scene.taken:
            _fitting(scene, core)
    for core in cores.values():
        if core.x not in scene.taken and _plain(core, symbols):
            _alone(scene, core)
    _signed(scene)


def _plain(core: _Core, symbols: str) -> bool:
    """Whether it is a move and no target (vượt 20% chỉ tiêu)."""
    return symbols[core.move] in "UD" and symbols[core.x] != "O"


def _cores(scene: Scene) -> dict[int, _Core]:
    """Return what each word of change leads, by where the word stands."""
    found = {}
    symbols = scene.symbols
    for match in _MOVE.finditer(symbols):
        second = match.start("y") if match["y"] else match.start("z") if match["z"] else -1
        y: int | None = None if second < 0 else second
        x = match.start("x")
        if y is not None and not _fits(scene, x, y):
            y = None
        end = match.end() if y is not None else match.end("x")
        move = match.start("move")
        if symbols[x] == "O" and symbols[x + 1 : x + 2] == "." and "X" not in match[0]:
            # "tăng 9 lần mức lương" is nine occasions.
            continue
        found[move] = _Core(move, _DIRECTIONS[match["move"]], x, y, end)
    return found


def _fits(scene: Scene, x: int, y: int) -> bool:
    """Whether two numbers behind a word are its amount and its percentage."""
    return scene.symbols[x] + scene.symbols[y] in ("NP", "PN", "OP")


def _detected(scene: Scene, move: int) -> bool:
    return scene.line.text.startswith(("nhiều hơn", "ít hơn"), scene.line.places[move])


def _change(scene: Scene, core: _Core, pair: Pair | None) -> Change | Times | None:
    """Return the change that a word, its numbers and both periods make."""
    amount = percent = qualifier = None
    sign = ""
    for position in core.positions:
        number = scene.number(position)
        if scene.symbols[position] == "O":
            loose = "X" not in scene.symbols[core.move : position]
            if pair is not None and core.direction == "giảm":
                # "giảm gần 3 lần": the earlier number is so many times the later one.
                pair = Pair(
                    pair.before, pair.now, pair.unit, pair.before_qualifier, pair.qualifier
                )
            return None if pair is None else Times(count_of(number), pair, loose)
        if number.percent and percent is None:
            percent, qualifier, sign = number.value, number.qualifier, number.sign
        else:
            amount = count_of(number)
    detected = _detected(scene, core.move)
    return Change(core.direction, amount, percent, pair, sign, detected, qualifier or "")


# -- this period against the last, with a slash ---------------------------------------------


def _two_periods(scene: Scene, cores: dict[int, _Core]) -> None:
    symbols = scene.symbols
    for core in cores.values():
        match = _TWO_PERIODS.match(symbols, core.end)
        if match and match.start("pair") not in scene.taken and symbols[core.move] in "UD":
            if not _bracketed(symbols, match.start("pair")) and "," not in match[0]:
                continue
            _periods(scene, core, match.start("pair"))
    for position, symbol in enumerate(symbols):
        if symbol != "F" or position in scene.taken:
            continue
        match = _PERIODS_MOVE.match(symbols, position + 1)
        if match and match["move"] in "UD":
            core = cores[match.start("move")]
            later = symbols[core.end : core.end + 3]
            if core.x not in scene.taken and "F" not in later:
                happened = "e" in symbols[max(0, position - 4) : position] or core.y is not None
                _periods(scene, core, position, sure=happened)
                continue
        _signed_periods(scene, position)


def _bracketed(symbols: str, position: int) -> bool:
    return "(" in symbols[max(0, position - 6) : position]


def _periods(scene: Scene, core: _Core, position: int, *, sure: bool = True) -> None:
    left, right = scene.line.numbers[position]
    pair = pair_of(left, right)
    content = _change(scene, core, pair)
    if content is not None and pair is not None:
        scene.claim(
            content,
            *core.positions,
            position,
            since=core.move,
            sure=sure,
            why="other",
            tight=True,
        )


def _signed_periods(scene: Scene, position: int) -> None:
    """Claim ``409/443 vụ (-7,67%)`` and ``không thay đổi (26/26)``."""
    symbols = scene.symbols
    left, right = scene.line.numbers[position]
    if symbols[position + 1 : position + 4] == "(P)" and (sign := scene.number(position + 2).sign):
        number = scene.number(position + 2)
        pair = pair_of(left, right)
        change = Change(
            "giảm" if sign == "-" else "tăng", None, number.value, pair, sign, False, number.qualifier
        )
        scene.claim(change, position, position + 2, tight=True)
        return
    before = symbols[max(0, position - 8) : position]
    if re.search(r"g[(.da]{0,3}$", before):
        scene.claim(Unchanged(pair_of(left, right)), position)
    elif _compared(symbols, position) and not re.match(r",?[.]?[ACE][ra]{0,2}P", symbols[position + 1 :]):
        pair = pair_of(left, right)
        if pair is not None:
            scene.claim(pair, position)


def _compared(symbols: str, position: int) -> bool:
    """Whether words of comparison stand in the same clause before a number with a slash."""
    before = re.split(r"[;!¶]", symbols[max(0, position - _WINDOW) : position])[-1]
    compares = list(re.finditer(r"[UDgv]", before))
    return bool(compares) and "," not in before[compares[-1].end() :]


# -- from, to -----------------------------------------------------------------------------------


def _from_to(scene: Scene, cores: dict[int, _Core]) -> None:
    symbols = scene.symbols
    if "f" not in symbols or "L" not in symbols:
        return
    last: tuple[int, int | None] = (-1, None)
    for match in (*_FROM_TO.finditer(symbols), *_TO_FROM.finditer(symbols)):
        a, b = match.start("a"), match.start("b")
        before, now = scene.number(a), scene.number(b)
        pair = pair_of(now, before)
        if pair is None or is_time(before) != is_time(now) or {a, b} & scene.taken:
            continue
        said = False
        for core in _moves_of(match, symbols, cores):
            if core.x in (a, b) or core.x in scene.taken:
                continue
            said |= _moved(scene, core, pair, a, b)
        move = _bare_move(match, symbols, cores)
        if move is None and 0 <= last[0] < match.start():
            # "tăng từ 10% lên 15%, bậc 3 từ 20% lên 25%": the word goes for both.
            listed = _LIST_OF_PAIRS.fullmatch(symbols[last[0] : match.start()])
            move = last[1] if listed and not _turns(scene, match, symbols, last[1]) else None
        if "o" in match.re.groupindex and match["o"]:
            factor = count_of(scene.number(match.start("o")))
            scene.claim(Times(factor, pair), a, match.start("o"), b)
            said = True
        last = match.end(), move
        if move is not None and not (said and move in {core.move for core in cores.values()}):
            direction = _DIRECTIONS[symbols[move]]
            detected = _detected(scene, move)
            between = set(symbols[move + 1 : match.start()])
            near = not _turns(scene, match, symbols, move) or between <= {"L", "a", "r"}
            near = near and not _RANKS.search(scene.line.text)
            content = Change(direction, None, None, pair, detected=detected)
            scene.claim(content, a, b, since=move, sure=near, why="other")
        elif not said:
            way = _way(scene, match)
            content = pair if way is None else Change(way, None, None, pair)
            sure = way == "tăng" or " xuống" in _words_between(scene, match)
            scene.claim(content, a, b, since=match.start(), sure=sure, why="other")


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
    return way is not None and move is not None and way != _DIRECTIONS[symbols[move]]


def _moved(scene: Scene, core: _Core, pair: Pair, a: int, b: int) -> bool:
    """Claim what a word says of two periods; ``False`` if it speaks of something else."""
    number = scene.number(core.x)
    points = pair.unit == "%" and number.unit.startswith("điểm")
    if scene.symbols[core.x] == "N" and not points and not same_base(number.unit, pair.unit):
        return False
    content = _change(scene, core, pair)
    if content is None:
        return False
    why = "base" if _own_base(scene, core, a, b) else ""
    scene.claim(content, *core.positions, a, b, since=core.move, sure=not why, why=why)
    return True


def _own_base(scene: Scene, core: _Core, a: int, b: int) -> bool:
    """Whether a percentage behind two periods goes on to name what it is of: ``6,95% vốn``."""
    last = core.positions[-1]
    if last < max(a, b):
        return False
    if not scene.number(last).percent:
        return bool(re.match(r"v(?![.]{0,2}[ld])", scene.symbols[last + 1 : last + 5]))
    after = scene.symbols[last + 1 : last + 4]
    named = after.startswith(("W", "T")) or re.match(r"v(?![.]{0,2}[ld])", after)
    return bool(named) or after[:1] == "." and not words_after_are_time(scene, last)


def _moves_of(
    match: re.Match[str], symbols: str, cores: dict[int, _Core]
) -> list[_Core]:
    """Return the changes by so much that stand before and after two periods."""
    found = []
    low = max(0, match.start() - _WINDOW)
    left = _BEFORE_PAIR.search(symbols, low, match.start())
    occasions = left and left["x"] and symbols[left.start("x")] == "O" and left.start("move") not in cores
    if left and left["x"] and not occasions and (core := _at(cores, symbols, left.start("move"), left.start("x"))):
        found.append(core)
    right = _AFTER_PAIR.match(symbols, match.end())
    if right and right["move"] and right.start("move") in cores:
        found.append(cores[right.start("move")])
    elif right and right["p"]:
        move = _bare_move(match, symbols, cores)
        if move is not None:
            found.append(_Core(move, _DIRECTIONS[symbols[move]], right.start("p"), None, right.end()))
    return found


def _at(cores: dict[int, _Core], symbols: str, move: int, x: int) -> _Core | None:
    """Return what a word leads, also over a few words: ``tăng lương thêm 3 triệu đồng``."""
    core = cores.get(move)
    if core is not None:
        return core if core.x == x else None
    return _Core(move, _DIRECTIONS[symbols[move]], x, None, x + 1)


def _bare_move(match: re.Match[str], symbols: str, cores: dict[int, _Core]) -> int | None:
    """Return where the word stands that says only which way two periods go."""
    if match["move"]:
        return match.start("move")
    low = max(0, match.start() - _WINDOW)
    left = _BEFORE_PAIR.search(symbols, low, match.start())
    if left is None or symbols[left.start("move")] == "X":
        return None
    if left["x"]:
        return None
    # "giảm ùn tắc, tuyến đường mở rộng từ 3 lên 6 làn": a word far off belongs to something else.
    far = match.start() - left.start("move") > _CLOSE and "," in left[0]
    return None if far else left.start("move")


_FACTOR_BASE = re.compile(
    r"[.drleT]{0,10}(?:\([^()NPF!UDHhXC]{0,6}(?P<b>[NP])[^()!UDHhX]{0,8}\)"
    r"|[ar](?P<c>[NP])|f[.r]{0,4}(?P<d>[NP])|(?<=[.])(?P<e>[NP]))"
)


def _factors(scene: Scene, cores: dict[int, _Core]) -> None:
    """Claim ``60 vụ, gấp 3 lần năm trước (20 vụ)``."""
    symbols = scene.symbols
    for core in cores.values():
        if symbols[core.x] != "O" or core.x in scene.taken:
            continue
        base = _FACTOR_BASE.match(symbols, core.x + 1)
        left = _BEFORE_BASE.search(symbols, max(0, core.move - _WINDOW), core.x + 1)
        now = left.start("now") if left and left["now"] else None
        if base is None or now is None:
            continue
        before = next(base.start(name) for name in "bcde" if base[name])
        one, other = scene.number(now), scene.number(before)
        pair = pair_of(one, other)
        content = None if pair is None or pair.now < pair.before else _change(scene, core, pair)
        if content is not None and (comparable(one, other) or one.percent and other.percent):
            scene.claim(content, now, core.x, before, takes=(core.x,))


def _compared_numbers(scene: Scene, cores: dict[int, _Core]) -> None:
    """Claim ``120 vụ so với 100 vụ của năm trước (tăng 20%)``, in this order and in others."""
    if "v" not in scene.symbols:
        return
    for match in _FROM_BASE.finditer(scene.symbols):
        core = cores.get(match.start("move"))
        if core is not None and core.y is not None and core.x not in scene.taken:
            _from_base(scene, core, match.start("before"))
    for match in (*_COMPARED.finditer(scene.symbols), *_LED_TO.finditer(scene.symbols)):
        core = cores.get(match.start("move"))
        now, before = match.start("now"), match.start("before")
        if core is None or core.x in scene.taken or is_time(scene.number(before)):
            continue
        if not comparable(scene.number(now), scene.number(before)):
            continue
        pair = pair_of(scene.number(now), scene.number(before))
        content = None if pair is None else _change(scene, core, pair)
        if content is not None:
            scene.claim(content, now, before, *core.positions, takes=core.positions)


def _from_base(scene: Scene, core: _Core, position: int) -> None:
    """Claim ``so với mức 320.000 đồng, đã giảm 95.000 đồng, tương đương 30%``."""
    by = next((i for i in core.positions if scene.symbols[i] == "N"), None)
    if by is None or not comparable(scene.number(by), scene.number(position)):
        return
    both = pair_of(scene.number(position), scene.number(by))
    if both is None:
        return
    change = both.before if core.direction == "tăng" else -both.before
    pair = Pair(both.now + change, both.now, both.unit, both.before_qualifier, both.qualifier)
    content = _change(scene, core, pair)
    if content is not None and pair.now > 0:
        scene.claim(content, position, *core.positions, takes=core.positions)


# -- against the last period -------------------------------------------------------------------


def _against(scene: Scene, cores: dict[int, _Core]) -> None:
    """Claim ``80 vụ, giảm 20% so với năm 2022 (100 vụ)`` and changes with the new value."""
    symbols = scene.symbols
    for match in _BASE.finditer(symbols):
        _with_base(scene, cores, match)
    for core in cores.values():
        if core.x in scene.taken or core.y is None or symbols[core.x] == "O":
            continue
        _with_now(scene, core)


def _with_base(scene: Scene, cores: dict[int, _Core], match: re.Match[str]) -> None:
    symbols = scene.symbols
    base = match.start("b") if match["b"] else match.start("c")
    direct = match["b"] is None
    low = max(0, match.start() - _WINDOW)
    left = _BEFORE_BASE.search(symbols, low, match.start())
    if left is None or base in scene.taken or "T" in match["way"]:
        return
    core = cores.get(left.start("move"))
    if core is None or core.x in scene.taken:
        return
    before = scene.number(base)
    if is_time(before) and not (left["now"] and is_time(scene.number(left.start("now")))):
        return
    now = left.start("now") if left["now"] else None
    later = _NEW.match(symbols, match.end())
    if later and not _contrasts(scene, later):
        now = later.start("now")
    if now is None or now in scene.taken:
        return
    if "r" in match["way"] and not same_base(scene.number(now).unit, before.unit):
        # "so với con số 188 chiếc" can only be the same thing.
        scaled = before.unit[: len(before.unit) - len(base_of(before.unit))].strip()
        named_unit = f"{scaled} {base_of(scene.number(now).unit)}".strip()
        before = before._replace(unit=named_unit)
    pair = pair_of(scene.number(now), before)
    if pair is None or scene.number(now).percent != before.percent:
        return
    if now in {core.x for core in cores.values()} or _added(scene, now):
        return
    named = bool(before.unit and scene.number(now).unit)
    if direct and not named:
        return
    content = _change(scene, core, pair)
    if content is not None:
        why = "base" if _names_base(scene, core.positions[-1]) else ""
        scene.claim(
            content, *core.positions, now, base, takes=core.positions, sure=not why, why=why
        )


def _added(scene: Scene, position: int) -> bool:
    """Whether a number is what comes on top: ``tiếp nhận thêm 500.000 lao động``."""
    before = scene.line.text[: scene.number(position).start].rstrip().lower()
    return before.endswith((" thêm", " thêm được"))


def _names_base(scene: Scene, position: int) -> bool:
    """Whether a percentage goes on to name what it is of: ``tương đương 0,3% GDP``."""
    if not scene.number(position).percent:
        return False
    after = scene.symbols[position + 1 : position + 3]
    return after[:1] in ("W", "T", ".") and not words_after_are_time(scene, position)


def _with_now(scene: Scene, core: _Core) -> None:
    """Claim a change by amount and percent with the value that it leads to or led to."""
    symbols = scene.symbols
    by = core.x if symbols[core.x] == "N" else core.y
    if by is None or symbols[by] != "N":
        return
    amount = scene.number(by)
    later = _NEW.match(symbols, core.end)
    if later and _contrasts(scene, later):
        later = None
    low = max(0, core.move - _WINDOW)
    earlier = _NOW.search(symbols, low, core.move)
    position, sure = None, True
    if later and same_base(scene.number(later.start("now")).unit, amount.unit):
        position = later.start("now")
    elif earlier and same_base(scene.number(earlier.start("now")).unit, amount.unit):
        position = earlier.start("now")
        sure = _same_things(scene, position, by)
    if position is None or position in scene.taken or is_time(amount):
        return
    now = scene.number(position)
    both = pair_of(now, amount)
    if both is None:
        return
    change = both.before if core.direction == "tăng" else -both.before
    if both.now - change <= 0:
        return
    pair = replace(both, before=both.now - change, before_qualifier=amount.qualifier)
    content = _change(scene, core, pair)
    if content is not None:
        sure = sure and not _names_base(scene, core.positions[-1]) and not _added(scene, position)
        scene.claim(
            content, *core.positions, position, takes=core.positions, sure=sure, why="base"
        )


def _contrasts(scene: Scene, later: re.Match[str]) -> bool:
    """Whether ``còn`` begins another matter: ``…, còn chi phí 80 tỷ đồng``."""
    words = scene.line.text[scene.line.places[later.start()] : scene.number(later.start("now")).start]
    return bool(re.search(r"(?<!chỉ)(?<!xuống)(?<!giảm) còn\s+(?!khoảng|gần|hơn|trên|lại)\w", f" {words}"))


def _same_things(scene: Scene, now: int, amount: int) -> bool:
    """Whether an amount counts what a number counts: ``giảm 5 hộ nghèo`` is not of ``80 hộ``."""
    if not comparable(scene.number(now), scene.number(amount)):
        return False
    named = set(words_after(scene, now)[:8])
    more = words_after(scene, amount)[:3]
    return all(word in named for word in more)


# -- further off -------------------------------------------------------------------------------


def _fitting(scene: Scene, core: _Core) -> None:
    """Claim a change for two numbers of the sentence that it fits; nothing is held against it."""
    symbols, number = scene.symbols, scene.number(core.x)
    exponent = int(number.value.as_tuple().exponent)
    if symbols[core.x] == "N" or not exponent and number.value < _ROUGH and number.percent:
        return
    start = max(symbols.rfind(mark, 0, core.move) for mark in "!¶") + 1
    end = symbols.find("!", core.x)
    near = [
        i
        for i in range(max(start, core.move - 50), min(len(symbols), core.x + 40, end % 10**6))
        if symbols[i] == "N" and i not in core.positions and not is_time(scene.number(i))
    ]
    for now in near:
        for before in near:
            if now != before and comparable(scene.number(now), scene.number(before)):
                pair = pair_of(scene.number(now), scene.number(before))
                if pair is not None and _makes(core, number, pair):
                    content = _change(scene, core, pair)
                    if content is not None:
                        scene.claim(
                            content, core.x, now, before, takes=(core.x,), sure=False, why="whole"
                        )
                        return


_ROUGH = 10
"""Whole percentages below this fit too many numbers by chance."""


def _makes(core: _Core, stated: Number, pair: Pair) -> bool:
    """Whether two numbers make the percentage or the factor of a change, to its last digit."""
    if not pair.before or (pair.now > pair.before) != (core.direction == "tăng"):
        return False
    ratio = pair.now / pair.before
    given = abs(ratio - 1) * 100 if stated.percent else ratio
    unit = Decimal(1).scaleb(min(0, int(stated.value.as_tuple().exponent)))
    return abs(given - stated.value) <= unit / (2 if stated.percent else 5)


# -- alone -------------------------------------------------------------------------------------


def _alone(scene: Scene, core: _Core) -> None:
    content = _change(scene, core, None)
    if content is not None:
        scene.claim(content, *core.positions, since=core.move)


def _signed(scene: Scene) -> None:
    """Claim changes that only a sign in brackets tells: ``46 đối tượng (-30%)``."""
    for match in re.finditer(r"N[.]{0,3}\(P\)", scene.symbols):
        position, percent = match.start(), match.end() - 2
        number = scene.number(percent)
        if number.sign and position not in scene.taken and percent not in scene.taken:
            direction: Direction = "giảm" if number.sign == "-" else "tăng"
            amount = count_of(scene.number(position))
            change = Change(
                direction, amount, number.value, None, number.sign, False, number.qualifier
            )
            scene.claim(change, position, percent)
