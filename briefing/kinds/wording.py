"""The fixed words of reports as data: headings, the order of sections, the table of figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from briefing.values import record
from briefing.vietnamese import ToneMarks


@record
class FigureTable:
    """The table of figures: its columns in order, their heads, which figures it leaves out.

    Without ``columns`` the table has those that its figures need. ``targets`` are the heads of the
    table of targets, ``said`` the columns that packs gave a head of their own.
    """

    heads: Mapping[str, str]
    columns: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    targets: Mapping[str, str] = field(default_factory=dict)
    said: frozenset[str] = frozenset()


@record
class Belied:
    """Wordings that belie some headings, as patterns of the whole, and the one they are of.

    ``beside`` is a key that an input must have as well, empty where none matters.
    """

    headings: tuple[str, ...]
    other: str
    words: tuple[str, ...]
    beside: str = ""


@record
class Wording:
    """What reports call their parts, and in which order these come.

    ``words`` are the names in braces that a heading may use, ``sections`` the usual order,
    ``orders`` those that packs give a kind, ``left_out`` the facts, such as ``tasks[].lead``, that
    their templates of a kind leave out on purpose. ``parts`` are the keys of an input that an
    outline of its own can place by themselves, ``holds`` those that a section prints.
    ``opposites`` are headings and columns by pairs, with words that tell one from the other.
    ``senses`` are headings that may be worded alike, by what stands under them.
    ``belied`` are wordings that say something else than what stands under a heading.
    ``tone_marks`` is how words that are not the input's are spelt: hòa is ``old``, hoà ``new``.
    """

    words: tuple[str, ...]
    headings: Mapping[str, str]
    sections: tuple[str, ...]
    figures: FigureTable
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    holds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tone_marks: ToneMarks | None = None
    opposites: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    senses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    belied: tuple[Belied, ...] = ()

    def keys_of(self, part: str) -> tuple[str, ...]:
        """Return the keys of an input that a section or a part prints."""
        return self.holds.get(part, (part,))

    def order(self, kind: str) -> tuple[str, ...]:
        """Return the sections of a kind of document in their order."""
        return self.orders.get(kind, self.sections)

    def extended(self, said: Mapping[str, Any]) -> Wording:
        """Return this with what packs say of headings, sections and the table of figures."""
        table = said.get("figures_annex", {})
        return Wording(
            self.words,
            {**self.headings, **said.get("headings", {})},
            self.sections,
            FigureTable(
                {**self.figures.heads, **table.get("heads", {})},
                tuple(table.get("columns", ())),
                tuple(table.get("leave_out", ())),
                {**self.figures.targets, **table.get("heads", {})},
                frozenset(table.get("heads", {})),
            ),
            {kind: tuple(order) for kind, order in said.get("sections", {}).items()},
            {kind: tuple(own.get("leave_out", ())) for kind, own in said.get("kinds", {}).items()},
            self.parts,
            self.holds,
            said.get("tone_marks"),
            self.opposites,
            self.senses,
            self.belied,
        )


def wording_of(table: Mapping[str, Any]) -> Wording:
    """Return the wording that a file of data describes."""
    return Wording(
        tuple(table["words"]),
        table["headings"],
        tuple(table["sections"]),
        FigureTable(table["columns"], targets=table["target_columns"]),
        parts=tuple(table["parts"]),
        holds={part: tuple(keys) for part, keys in table["holds"].items()},
        opposites={
            group: {name: tuple(words) for name, words in said.items()}
            for group, said in table["opposites"].items()
        },
        senses={sense: tuple(names) for sense, names in table["senses"].items()},
        belied=tuple(
            Belied(tuple(one["headings"]), one["other"], tuple(one["words"]), one.get("beside", ""))
            for one in table["belied"]
        ),
    )
