"""What templates set among the facts of the opposite heading, or say that there is none of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.checking.packs.placed import OTHER_HEADING, content_of, cut, shape_of
from briefing.checking.packs.senses import IN_HEADINGS
from briefing.checking.packs.turned import TURNED
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whole import PrintedPart
from briefing.checking.printed.whose_words import is_headed_by_input
from briefing.checking.register import over_documents
from briefing.checking.units import plain_words
from briefing.findings import Finding
from briefing.patterns import Pattern

_NONE = Pattern(
    r"\W*(?:không có|chưa có|không phát sinh|chưa phát hiện|không)(?: các| những)? "
    r"(?P<what>[^.;:,]+?)(?: nào| gì)?[\s.;:]*"
)
"""A sentence that says no more than that there is none."""

_CALLED = {
    "models": ("mô hình", "điển hình"),
    "lessons": ("bài học",),
    "targets": ("chỉ tiêu",),
    "tasks": ("nhiệm vụ",),
    "proposals": ("kiến nghị", "đề xuất"),
}
"""What the keys of an input are called that have no opposite."""

WordsBySense = Mapping[str, tuple[str, ...]]


@over_documents
def among_the_opposite(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield facts that stand among those of the opposite heading, with no word that parts them.

    Where the heading has nothing else below it, that is told as such.
    """
    if printed.beneath is None:
        return
    words = printed.report.choices.wording.opposites["headings"]
    names = list(words)
    for part in printed.whole.main:
        found = _by_name(part) if part.heading and not is_headed_by_input(part) else {}
        for name, (at, path, text) in found.items():
            other = names[names.index(name) ^ 1] if name in names else ""
            title = plain_words(part.title)
            if other not in found or not _has(title, words[other]) or _has(title, words[name]):
                continue
            if any(_has(plain_words(line.typed), words[name]) for line in part.lines[: at + 1]):
                continue
            values = {"path": path, "fact": cut(text), "heading": part.title}
            values["own"] = printed.report.choices.wording.headings[name]
            yield OTHER_HEADING.found(printed.beneath.read_at(shape_of(path)), path, values)


def _by_name(part: PrintedPart) -> dict[str, tuple[int, str, str]]:
    """Return by heading that facts should have the first of them, with the number of its line."""
    found: dict[str, tuple[int, str, str]] = {}
    for at, line in enumerate(part.lines):
        for path, text in content_of([line]).items():
            name = IN_HEADINGS.get(shape_of(path).partition("[")[0])
            if name and name not in found:
                found[name] = (at, path, text)
    return found


@over_documents
def said_not_to_be(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield short sentences of templates that deny what is listed beside them."""
    if printed.beneath is None:
        return
    opposites = printed.report.choices.wording.opposites["headings"]
    for part in printed.whole.main:
        facts = content_of(part.lines)
        for line in part.lines if facts else ():
            path = _denied(line, facts, opposites)
            if path:
                values = {"path": path, "word": line.text.strip(" .;:"), "fact": cut(facts[path])}
                place = printed.place_in_pack([line.text])
                yield TURNED.found(place, path, values)


def _denied(line: PrintedLine, facts: Mapping[str, str], opposites: WordsBySense) -> str:
    """Return the first fact of what a line says that there is none of."""
    match = _NONE.fullmatch(plain_words(line.text))
    if line.facts or match is None:
        return ""
    for path in facts:
        key = shape_of(path).partition("[")[0]
        if match["what"] in opposites.get(IN_HEADINGS.get(key, ""), _CALLED.get(key, ())):
            return path
    return ""


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
