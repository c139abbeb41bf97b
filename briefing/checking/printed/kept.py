"""What templates of a pack make of the facts of an input: left out, cut, changed.

The document is held against the one that the program's own templates make of the same report, and
each stretch that states a fact against the words and numbers that templates were given for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.whole import NO_DOCUMENT, PrintedWhole
from briefing.findings import Origin, dotted
from briefing.patterns import Pattern
from briefing.report import LeafValue
from briefing.values import record

LineWords = tuple[str, ...]

_TOKEN = Pattern(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|[^\W\d_]+")
_DATE = Pattern(r"(?:\d{1,2}/)?\d{1,2}/\d{4}")
_PARTS = 12
"""Into how many paragraphs one text may have been cut."""

_OWN_DATA = "extra."
_SEVERAL = 2

_SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))
"""Numbers are told in thousands, millions and billions."""


def _nowhere() -> Origin | None:
    return None


@record(slots=False)
class Beneath:
    """The document that the program's own templates make of a report, and what they are given.

    ``offered`` says of each fact in which words templates are given it; ``read_at`` where the
    templates of the packs read, or no longer read, a fact of a shape such as ``tasks[].lead``.
    ``alike`` is not true of a kind of a pack's own: what is there then only shows where facts
    usually stand. ``sliced`` says where the templates of packs first take a part of a list.
    """

    lines: tuple[PrintedLine, ...]
    offered: Callable[[], Mapping[str, Collection[str]]]
    read_at: Callable[[str], Origin | None]
    left_out: tuple[str, ...] = ()
    whole: PrintedWhole = NO_DOCUMENT
    alike: bool = True
    sliced: Callable[[], Origin | None] = _nowhere


def lost(leaves: Iterable[LeafValue], here: Collection[str], beneath: Beneath) -> list[LeafValue]:
    """Return the facts that only the program's own templates print, but those left out by data.

    A kind of a pack's own may say less than others. What several items of a list say in the same
    words may be said once for all of them.
    """
    if not beneath.alike:
        return []
    leaves = list(leaves)
    said = {(leaf.shape, str(leaf.value)) for leaf in leaves if dotted(leaf.path) in here}
    usual = {path for line in beneath.lines for _, _, path in line.facts}
    return [
        leaf
        for leaf in leaves
        if leaf.supplied
        and (path := dotted(leaf.path)) in usual
        and path not in here
        and not (leaf.shape.count("[]") and (leaf.shape, str(leaf.value)) in said)
        and not is_left_out(leaf.shape, beneath.left_out)
    ]


def is_left_out(shape: str, names: Iterable[str]) -> bool:
    """Say whether a pack leaves out facts of a shape by data."""
    return any(shape == name or shape.startswith((f"{name}.", f"{name}[")) for name in names)


def changed(
    lines: Sequence[PrintedLine], beneath: Beneath, short: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield each fact whose stretch says other words or numbers: its path, what it says, the fact.

    ``short`` are the short forms that the program writes, each with what it stands for.
    """
    reduce = _Reduced(short)
    usual: dict[str, set[LineWords]] = defaultdict(set)
    for path, texts in stretches_of(beneath.lines).items():
        usual[path] = {reduce(text) for text, _ in texts}
    offered: Mapping[str, Collection[str]] | None = None
    for path, stretches in stretches_of(line for line in lines if not line.of_frame).items():
        if all(reduce(text) in usual[path] for text, _ in stretches):
            continue
        offered = beneath.offered() if offered is None else offered
        given = offered.get(path, ())
        # Who is called by a name of the input is printed with rank and posts.
        if not given or any(f"people.{text}.name" in offered for text in given):
            continue
        known = {reduce(text) for text in given}
        for at in _odd([text for text, _ in stretches], usual[path] | known, reduce):
            text, together = stretches[at]
            numbers = _numbers_of(path, offered, together)
            if not _is_said(path, reduce(text), known, numbers, given):
                yield path, text, max(given, key=lambda other: _alike(text, other))
                break


def _alike(text: str, other: str) -> int:
    """Return how far two texts go together from their beginning, and from their end."""
    return same_beginning(text, other) + same_beginning(text[::-1], other[::-1])


def same_beginning(text: str, other: str) -> int:
    """Return for how many letters two texts begin alike, capitals or not."""
    pairs = zip(text.casefold(), other.casefold(), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(text), len(other)))


class _Reduced:
    """Texts as words and numbers alone, in small letters, every short form as it is written."""

    def __init__(self, short: Mapping[str, Sequence[str]]) -> None:
        forms = [(_words(form), _words(name)) for name, all_ in short.items() for form in all_]
        self._forms = sorted((pair for pair in forms if pair[0]), key=lambda pair: -len(pair[0]))

    def __call__(self, text: str) -> LineWords:
        """Return the words of a text."""
        said = f" {' '.join(_words(text))} "
        for long, name in self._forms:
            said = said.replace(f" {' '.join(long)} ", f" {' '.join(name)} ")
            introduced = f" {' '.join(name)} sau đây viết tắt là {' '.join(name)} "
            said = said.replace(introduced, f" {' '.join(name)} ")
            twice = f" {' '.join(name)} {' '.join(name)} "
            said = said.replace(twice, f" {' '.join(name)} ")
        return tuple(said.split())


def _words(text: str) -> LineWords:
    return tuple(map(_word, _TOKEN.findall(text)))


def _word(token: str) -> str:
    number = _number(token)
    return token.casefold() if number is None else format(number.normalize(), "f")


def _number(token: str) -> Decimal | None:
    if not token[:1].isdigit():
        return None
    return Decimal(token.replace(".", "").replace(",", "."))


def stretches_of(lines: Iterable[PrintedLine]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the texts that state each fact, each with the facts that the same words state."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for line in lines:
        last: dict[str, tuple[int, int]] = {}
        for start, end, path in line.facts:
            begins, ended = last.get(path, (start, -1))
            together = frozenset(other for a, b, other in line.facts if (a, b) == (start, end))
            if ended == start:
                # Emphasis, a footnote or a short form part a stretch that is one.
                found[path].pop()
            else:
                begins = start
            last[path] = (begins, end)
            found[path].append((line.text[begins:end], together))
    return found


def _odd(texts: list[str], known: set[LineWords], reduce: _Reduced) -> list[int]:
    """Return which stretches are no whole form of their fact, nor parts of one in turn."""
    odd: list[int] = []
    at = 0
    while at < len(texts):
        ends = range(at + 1, min(len(texts), at + _PARTS) + 1)
        end = next((end for end in ends if reduce(" ".join(texts[at:end])) in known), None)
        if end is None:
            odd.append(at)
        at = end or at + 1
    return odd


def _numbers_of(
    path: str, offered: Mapping[str, Collection[str]], together: frozenset[str]
) -> set[Decimal]:
    """Return the numbers that templates are given for a figure and for those it is told with."""
    if path.startswith(_OWN_DATA):
        return _numbers_together(offered, together)
    names = {".".join(path.split(".")[:2])} if path.startswith("figures.") else set()
    names |= {".".join(other.split(".")[:2]) for other in together if "figures." in other}
    texts = [
        text
        for other, given in offered.items()
        if ".".join(other.split(".")[:2]) in names
        for text in given
    ]
    found = {number for text in texts for number in _all_numbers(text)}
    if len(together) > 1:
        found |= _worked_out(found)
    return found


def _numbers_together(
    offered: Mapping[str, Collection[str]], together: frozenset[str]
) -> set[Decimal]:
    """Return what the cells of a pack's own table give together: their sum, their mean, pairs."""
    if len(together) < _SEVERAL:
        return set()
    cells = [_all_numbers(text) for path in together for text in offered.get(path, ())]
    each = [numbers[0] for numbers in cells if len(numbers) == 1]
    total = sum(each, Decimal(0))
    return {total, total / (len(each) or 1), *each, *_worked_out({*each, total})}


def _all_numbers(text: str) -> list[Decimal]:
    return [number for token in _TOKEN.findall(text) if (number := _number(token)) is not None]


_MANY = 60


def _worked_out(numbers: set[Decimal]) -> set[Decimal]:
    """Return what templates commonly work out of two numbers."""
    some = sorted(numbers)[:_MANY]
    return {
        abs(value)
        for a in some
        for b in some
        if a != b
        for value in (a - b, a + b, *((100 * a / b, 100 * (a - b) / b) if b else ()))
    }


def _is_said(
    path: str,
    said: LineWords,
    known: set[LineWords],
    numbers: set[Decimal],
    given: Collection[str],
) -> bool:
    """Say whether words say a fact all the same: rounded, a date in parts, a short name."""
    if not said:
        return True
    if any(_DATE.fullmatch(text) for text in given):
        parts = {part for text in given for part in _words(text.replace("/", " / "))}
        return set(said) <= parts | {"ngày", "tháng", "năm"}
    if path.endswith((".label", ".unit")):
        return any(_within(said, words) for words in known)
    told = [Decimal(word) for word in said if word[:1].isdigit()]
    counted = path.startswith("figures.") or (path.startswith(_OWN_DATA) and numbers)
    if counted and told and len(told) == len(said):
        pool = numbers | {number for text in given for number in _all_numbers(text)}
        return all(any(_is_number(one, other) for other in pool) for one in told)
    return False


def _within(some: LineWords, every: LineWords) -> bool:
    rest = iter(every)
    return all(word in rest for word in some)


def _is_number(printed: Decimal, fact: Decimal) -> bool:
    places = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    return any(abs(fact / scale - printed) * 2 <= places for scale in (Decimal(1), *_SCALES))
