"""The command line: one module a command; parse, call the library, print, exit code."""

import gc

# Most commands end before they leave much behind: looking for cycles among what was just loaded
# would take a sixth of their time, so it is done seldom.
gc.set_threshold(100_000)

from briefing.cli.main import main, program  # noqa: E402

__all__ = ["main", "program"]
