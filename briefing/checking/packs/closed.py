"""How the text of a document ends: with its mark, once, and nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.checking.packs.placed import cut
from briefing.checking.printed.lines import PrintedLine
from briefing.checking.printed.outcome import PrintedFacts
from briefing.checking.printed.whose_words import FIRST_AND_LAST
from briefing.checking.register import over_documents
from briefing.findings import Finding, LooksAt, Severity, rule
from briefing.patterns import Pattern

_SAMPLES = "Nghị định 30/2020/NĐ-CP, Phụ lục III (mẫu các loại văn bản)"
NO_END = rule("text/no-end-mark", Severity.WARNING, looks_at=LooksAt.DOCUMENT, source=_SAMPLES)
BEHIND_END = rule("text/behind-end", Severity.WARNING, looks_at=LooksAt.DOCUMENT, source=_SAMPLES)
TWICE = rule("text/end-mark-twice", Severity.WARNING, looks_at=LooksAt.DOCUMENT, source=_SAMPLES)
FRAME_AGAIN = rule("template/frame-in-text", Severity.WARNING, looks_at=LooksAt.DOCUMENT)

_MARK = "./."
_AGAIN = re.compile(r"(?:\./\.?\s*){2,}")
_FRAME = Pattern(r"\s*(?:nơi nhận\s*:|cộng h[òo]à? xã hội chủ nghĩa việt nam)", re.IGNORECASE)


@over_documents
def ended_once(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield a text without its end mark, with two of them, or with words behind it."""
    lines = printed.whole.running
    # That of the Party is a stop like any other.
    if printed.whole.end_mark != _MARK or not lines:
        return
    twice = [line for line in lines if _AGAIN.search(line.text)]
    for line in twice:
        yield _found(printed, TWICE.found(values={"text": cut(line.text)}), line)
    # News ends without a mark, where the program words it.
    if printed.beneath is None:
        return
    ends = [at for at, line in enumerate(lines) if _is_end(line)]
    usual = any(map(_is_end, printed.beneath.whole.running))
    if usual and not ends and not twice:
        yield _found(printed, NO_END.found(values={"text": cut(lines[-1].text)}), lines[-1])
    for line in lines[ends[0] + 1 :] if ends else ():
        values = {"text": cut(line.text), "last": cut(lines[ends[0]].text)}
        yield _found(printed, BEHIND_END.found(values=values), line)
        return


def _is_end(line: PrintedLine) -> bool:
    return line.text.rstrip().endswith(_MARK)


@over_documents
def frame_typed_again(printed: PrintedFacts) -> Iterator[Finding]:
    """Yield what a template types of letterhead and recipients, which the program sets itself."""
    if printed.beneath is None:
        return
    issuer = printed.report.issuer
    names = {_plain(name) for name in (issuer.name, " ".join(issuer.lines)) if name}
    for line in printed.whole.running:
        if not line.facts and (_FRAME.match(line.text) or _plain(line.text) in names):
            finding = FRAME_AGAIN.found(values={"text": cut(line.text)})
            yield _found(printed, finding, line)


def _found(printed: PrintedFacts, finding: Finding, line: PrintedLine) -> Finding:
    """Return a finding where the words of a line were written: by the input, or in a template."""
    whole = next((path for start, end, path in line.facts if end - start > len(line.text) / 2), "")
    if whole in FIRST_AND_LAST:
        return replace(finding, origin=printed.report.origin(whole), path=whole)
    return replace(finding, origin=printed.place_of(line))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("uỷ", "ủy").split())
