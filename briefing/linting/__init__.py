"""Templates looked at without running them: names, paths, blocks and facts against the schema."""

from briefing.linting.linter import Lint, lint, lint_in_use
from briefing.linting.overview import MacroLine, macros, names_at_hand
from briefing.linting.packs import pack_roots

__all__ = ["Lint", "MacroLine", "lint", "lint_in_use", "macros", "names_at_hand", "pack_roots"]
