"""``python -m briefing`` is the program ``briefing``."""

import sys

from briefing.cli import program

sys.exit(program())
