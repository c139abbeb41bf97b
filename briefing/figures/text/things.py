"""Changes of several things after their numbers, each found again by what it counts.

``xảy ra 121 vụ, làm chết 101 người, bị thương 41 người; so với năm trước tăng 7 vụ (6,1%), giảm 8
người bị thương (16,3%)``: cases belong to cases, the injured to the injured.
"""

from __future__ import annotations

import re

from briefing.figures.doubts import Doubt
from briefing.figures.statements import Pair
from briefing.figures.text.claim import Scene, is_time, pair_of, words_after
from briefing.figures.text.cores import WINDOW, Core, made_change, names_base
from briefing.figures.text.line import END, Number
from briefing.figures.text.units import base_of, same_base
from briefing.figures.text.wordlists import words_of
from briefing.patterns import Pattern

_SENTENCE = 120
"""The most symbols of a sentence that are looked through for what a change is of."""

_BARE = Pattern(r"(?:^|[,;!¶(:&])[.]{0,2}[&a]{0,2}(?:v[.ldr]{0,8}[,:]?)?[da&]{0,2}$")
"""What may stand before the word of a change that names nothing of its own."""

_BEFORE = 24
_MARK = Pattern(r"[^\w\s]|\d")
_NO_NAMES = words_of("làm bị số người là có và đã xảy ra khiến được phát hiện bắt nhẹ nặng trong")


def find_things(scene: Scene, cores: dict[int, Core]) -> None:
    """Claim changes by amount and percent of what was counted before other numbers."""
    for core in cores.values():
        if core.x in scene.taken or core.y is None or scene.symbols[core.move] not in "UD":
            continue
        by = core.x if scene.symbols[core.x] == "N" else core.y
        if scene.symbols[by] == "N" and not is_time(scene.number(by)):
            _thing(scene, core, by)


def _thing(scene: Scene, core: Core, by: int) -> None:
    before = scene.symbols[max(0, core.move - WINDOW) : core.move]
    amount = scene.number(by)
    if not amount.unit or not _BARE.search(before) or names_base(scene, core.positions[-1]):
        return
    start = scene.since(core.move, _SENTENCE)
    found = _counted(scene, start, core.move, by)
    here = found is not None
    if (
        found is None
        and "v" in scene.symbols[start : start + 3]
        and scene.symbols[start - 1] == END
    ):
        found = _counted(scene, scene.since(start - 1, _SENTENCE), start - 1, by)
    if found is None:
        return
    both = pair_of(scene.number(found), amount)
    if both is None:
        return
    change = both.before if core.direction == "tăng" else -both.before
    if both.now - change <= 0:
        return
    # What a vague number was before is vague too: "hơn 160 vụ … giảm 86 vụ (34,8%)".
    vague = amount.qualifier or both.qualifier
    pair = Pair(both.now, both.now - change, both.unit, both.qualifier, vague)
    content = made_change(scene, core, pair)
    if content is not None:
        scene.claim(
            content,
            *core.positions,
            since=core.move,
            sure=here,
            why="" if here else Doubt.DISTANT,
            also=(found,),
        )


def _counted(scene: Scene, start: int, end: int, by: int) -> int | None:
    """Return the one number between two symbols that counts what an amount counts."""
    amount = scene.number(by)
    unit = base_of(amount.unit).split(" ")[0]
    alike = [
        i
        for i in range(start, end)
        if scene.symbols[i] == "N"
        and i not in scene.taken
        and base_of(scene.number(i).unit).split(" ")[0] == unit
        and not _led(scene, i)
        and same_base(scene.number(i).unit, amount.unit)
    ]
    if not alike:
        return None
    named = _names(scene, by, amount)
    fitting = [i for i in alike if named <= _names(scene, i, scene.number(i))]
    if not named and len(alike) > 1:
        return None
    return fitting[0] if len(fitting) == 1 else None


def _led(scene: Scene, position: int) -> bool:
    """Whether a number is itself one by which something changed."""
    return bool(re.search(r"[UDHhX][aX]{0,4}$", scene.symbols[max(0, position - 5) : position]))


def _names(scene: Scene, position: int, number: Number) -> set[str]:
    """Return the words that say of what kind the things counted are: ``chết``, ``bị thương``."""
    text = scene.line.text
    before = _MARK.split(text[max(0, number.start - _BEFORE) : number.start])[-1]
    led = set(before.lower().split()[-3:]) if not _led(scene, position) else set()
    words = {*number.unit.lower().split()[1:], *words_after(scene, position)[:2], *led}
    return words - _NO_NAMES
