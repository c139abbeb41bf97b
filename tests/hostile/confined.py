"""The command line in little memory, each run in a process of its own.

``python -m hostile.confined build …`` is one run. Without arguments, a line of JSON on standard
input with ``folder`` and ``arguments`` is one run in a child, and its ``code``, ``out`` and ``err``
are the answer: the program is loaded once for all children.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from typing import Any

from cli.loaded import load_all

from briefing.cli import main

ADDRESS_SPACE = 512 * 2**20
"""A build of this report needs half of it; what a hostile template hoards must fit in the rest."""

CRASHED = 70
TIMEOUT = 60


def run(arguments: list[str]) -> int:
    """Run the command line in little memory and return its exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    return main(arguments)


def in_a_child(folder: str, arguments: list[str]) -> dict[str, Any]:
    """Run the command line in a child; one that takes too long ends by a signal."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            signal.alarm(TIMEOUT)
            os.chdir(folder)
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            try:
                code = run(arguments)
            except BaseException:
                traceback.print_exc()
                code = CRASHED
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
        _, status = os.waitpid(child, 0)
        told = [file.seek(0) or file.read().decode() for file in (out, err)]
    return {"code": os.waitstatus_to_exitcode(status), "out": told[0], "err": told[1]}


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit(run(sys.argv[1:]))
    load_all()
    for line in sys.stdin:
        print(json.dumps(in_a_child(**json.loads(line))), flush=True)
