"""Write what lint prints about every case again, after a change that shows: look at the diff.

``PYTHONPATH=.:tests python -m lint.rewrite``
"""

from __future__ import annotations

import contextlib
import io
import os
import tempfile

from briefing.cli import main
from lint.golden import CASES, case_names, put_pack, said


def rewrite(case: str) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        os.environ["XDG_CONFIG_HOME"] = folder
        put_pack(case)
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            code = main(["template", "lint", "--locality", case])
    (CASES / case / "expected.txt").write_text(said(code, out.getvalue(), case), encoding="utf-8")


if __name__ == "__main__":
    for name in case_names():
        rewrite(name)
