"""The command line: one module a command; parse, call the library, print, exit code."""

import gc
import signal
from contextlib import suppress

# Most commands end before they leave much behind: looking for cycles among what was just loaded
# (a hundred thousand objects) would take a sixth of their time, so it is done seldom.
gc.set_threshold(300_000)

# Until the program is loaded there is nothing to tidy up: Ctrl-C ends it as it ends any other,
# without a traceback of Python's. Only the first thread of a process may say so.
_pressed = signal.getsignal(signal.SIGINT)
with suppress(ValueError):
    if _pressed is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

from briefing.cli.main import main, program  # noqa: E402

with suppress(ValueError):
    if _pressed is signal.default_int_handler:
        signal.signal(signal.SIGINT, _pressed)

__all__ = ["main", "program"]
