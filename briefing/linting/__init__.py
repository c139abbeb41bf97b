"""Templates looked at without running them: names, paths, blocks and facts against the schema."""

from briefing.linting.lint import Lint, lint
from briefing.linting.overview import MacroLine, macros, names_at_hand
from briefing.linting.packs import pack_roots

__all__ = ["Lint", "MacroLine", "lint", "macros", "names_at_hand", "pack_roots"]
