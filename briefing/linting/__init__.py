"""Templates looked at without running them: names, paths, blocks and facts against the schema."""

from briefing.linting.fact_places import reading_places
from briefing.linting.in_use import lint_in_use
from briefing.linting.linter import Lint
from briefing.linting.orders import listed_sections
from briefing.linting.overview import MacroLine, macros, names_at_hand
from briefing.linting.packs import pack_roots
from briefing.linting.rounds import lint
from briefing.linting.schema import facts_to_print

__all__ = [
    "Lint",
    "MacroLine",
    "facts_to_print",
    "lint",
    "lint_in_use",
    "listed_sections",
    "macros",
    "names_at_hand",
    "pack_roots",
    "reading_places",
]
