"""The command line in little memory: ``python -m hostile.confined build …``."""

from __future__ import annotations

import resource
import sys

from briefing.cli import main

ADDRESS_SPACE = 512 * 2**20
"""A build of this report needs half of it; what a hostile template hoards must fit in the rest."""

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    sys.exit(main(sys.argv[1:]))
