"""Templates looked at without running them: names, paths, blocks and facts against the schema."""

from briefing.linting.linter import Lint
from briefing.linting.overview import MacroLine, macros, names_at_hand
from briefing.linting.packs import pack_roots
from briefing.linting.rounds import lint, lint_in_use

__all__ = ["Lint", "MacroLine", "lint", "lint_in_use", "macros", "names_at_hand", "pack_roots"]
