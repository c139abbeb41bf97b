"""Score the reading of figures on labelled sentences: ``python -m benchmarks.figures [dev.tsv]``.

Without a path the project's own sentences are scored (``figures.txt`` beside this file). A path
names a table of the same columns as other labelled sentences have: id, kind, label, pattern, start,
end, mstart, mend, replacement, note, text.

For each pattern stand: claims recognised (a statement that is more than a bare number overlaps
them), consistent ones confirmed, contradictions and planted errors found. Precision counts what is
accused: an error is right on a contradiction only, a warning on a rounding too.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.checking.statements import Reading, Verdict, read_text
from briefing.figures.statements import Count, Rate
from briefing.findings import Severity

OWN = Path(__file__).with_name("figures.txt")
Tally = Counter[tuple[str, ...]]
"""How often a label, or a label with what became of it, was counted."""

_LABELS = {"+": "consistent", "~": "rounding", "?": "not-checkable", "-": "planted"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its labelled claims: label, pattern, where each stands."""

    text: str
    claims: tuple[tuple[str, str, int, int], ...]
    pattern: str
    why: str = ""


def own(path: Path = OWN) -> Iterator[Sentence]:
    """Yield the project's sentences, each false variant as a sentence of its own."""
    pattern, last = "", Sentence("", (), "")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            pattern = line[3:].strip()
        elif line[:2] in ("+ ", "~ "):
            last = _marked(line[2:], _LABELS[line[0]], pattern)
            yield last
        elif line.startswith("? "):
            text, _, why = line[2:].rpartition(" | ")
            yield Sentence(text, (), pattern, why)
        elif line.startswith("- "):
            yield _changed(last, *line[2:].split(" → "))


def _marked(line: str, label: str, pattern: str) -> Sentence:
    claims, text = [], ""
    for plain, marked in re.findall(r"([^⟦]*)(?:⟦([^⟧]*)⟧)?", line):
        text += plain
        if marked:
            claims.append((label, pattern, len(text), len(text) + len(marked)))
            text += marked
    return Sentence(text, tuple(claims), pattern)


def _changed(last: Sentence, old: str, new: str) -> Sentence:
    """Return a sentence in which one place became false."""
    at = last.text.index(old)
    shift = len(new) - len(old)
    near = min(last.claims, key=lambda claim: min(abs(claim[2] - at), abs(claim[3] - at)))
    start, end = min(near[2], at), max(near[3], at + len(old)) + shift
    text = last.text[:at] + new + last.text[at + len(old) :]
    return Sentence(text, (("planted", last.pattern, start, end),), last.pattern)


def table(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a table, planted errors put in."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    groups: dict[str, list[dict[str, str]]] = {}
    for line in lines:
        row = dict(zip(head.split("\t"), line.split("\t"), strict=False))
        if row["kind"] == "planted":
            yield _planted(row)
        else:
            groups.setdefault(row["id"], []).append(row)
    for rows in groups.values():
        if any(row["label"] == "unclear" for row in rows):
            continue
        claims = tuple(
            (row["label"], row["pattern"], int(row["start"]), int(row["end"]))
            for row in rows
            if row["start"]
        )
        pattern = claims[0][1] if claims else "other"
        yield Sentence(rows[0]["text"], claims, pattern, rows[0]["note"])


def _planted(row: dict[str, str]) -> Sentence:
    start, end = int(row["mstart"]), int(row["mend"])
    text = row["text"][:start] + row["replacement"] + row["text"][end:]
    shift = len(row["replacement"]) - (end - start)
    first, last = min(int(row["start"]), start), max(int(row["end"]), end) + shift
    return Sentence(text, (("planted", row["pattern"], first, last),), row["pattern"], row["note"])


def score(sentences: list[Sentence], listed: bool = False) -> dict[str, Tally]:
    """Print the scores of sentences and return the counts by pattern."""
    counts: dict[str, Tally] = {}
    told: Tally = Counter()
    for sentence in sentences:
        readings = list(read_text([(sentence.text, None)]))
        for label, pattern, start, end in sentence.claims:
            near = [one for one in readings if _over(one, start, end)]
            cell = counts.setdefault(pattern, Counter())
            cell[(label,)] += 1
            cell[label, "recognised"] += any(not _bare(one) for one in near)
            outcome = _outcome(near)
            cell[label, outcome] += 1
            if listed and not _well(label, outcome):
                print(f"  {outcome}, {label} [{pattern}] {sentence.text}")
        if not any(label == "planted" for label, *_ in sentence.claims):
            _tell(sentence, readings, told, listed)
    _print(counts, told, len(sentences))
    return counts


def _tell(sentence: Sentence, readings: list[Reading], told: Tally, listed: bool) -> None:
    """Count what is accused in a sentence as it was printed."""
    for reading in readings:
        if reading.finding is None:
            continue
        labels = {label for label, _, start, end in sentence.claims if _over(reading, start, end)}
        error = reading.finding.severity is Severity.ERROR
        right = "contradiction" in labels or (not error and "rounding" in labels)
        told["error" if error else "warning", "right" if right else "wrong"] += 1
        if listed and not right:
            why = sentence.why or sentence.pattern
            print(f"  accused [{why}] {reading.finding.message()}")


def _over(reading: Reading, start: int, end: int) -> bool:
    return reading.statement.start < end and start < reading.statement.end


def _bare(reading: Reading) -> bool:
    return isinstance(reading.statement.content, Count | Rate)


def _outcome(near: list[Reading]) -> str:
    if any(reading.finding for reading in near):
        return "accused"
    confirmed = any(reading.verdict is Verdict.CONFIRMED for reading in near)
    return "confirmed" if confirmed else "left"


def _well(label: str, outcome: str) -> bool:
    wanted = {"consistent": "confirmed", "not-checkable": "left"}
    return outcome == wanted.get(label, "accused")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({part / whole:.0%})" if whole else "-"


_CLAIMS = ("consistent", "rounding", "contradiction", "planted")
_COLUMNS = (
    ("recognised", "consistent", "recognised"),
    ("confirmed", "consistent", "confirmed"),
    ("contradictions", "contradiction", "accused"),
    ("planted", "planted", "accused"),
    ("roundings", "rounding", "accused"),
)


def _print(counts: dict[str, Tally], told: Tally, sentences: int) -> None:
    claims = sum(cell[(label,)] for cell in counts.values() for label in _CLAIMS)
    print(f"{sentences} sentences, {claims} claims")
    for kind in ("error", "warning"):
        right, wrong = told[kind, "right"], told[kind, "wrong"]
        print(f"precision of {kind}s: {_share(right, right + wrong)}")
    print(f"{'':18}" + "".join(f"{name:>16}" for name, _, _ in _COLUMNS))
    total: Tally = sum(counts.values(), Counter())
    for name, cell in (*sorted(counts.items()), ("all", total)):
        shares = (_share(cell[label, what], cell[(label,)]) for _, label, what in _COLUMNS)
        print(f"{name:18}" + "".join(f"{share:>16}" for share in shares))
    print("planted errors confirmed:", total["planted", "confirmed"])


if __name__ == "__main__":
    paths = [name for name in sys.argv[1:] if not name.startswith("-")]
    found = list(table(Path(paths[0])) if paths else own())
    score(found, listed="--list" in sys.argv)
