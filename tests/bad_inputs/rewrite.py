"""Write the expected texts again after wording in the catalogues has changed.

    cd tests && python -m bad_inputs.rewrite

Only words are rewritten. Where the program now gives another exit code, another place or another
rule than the expected text, nothing is written and the case is named: that is a change of
behaviour, for a person to decide. Read the difference (``git diff``) before committing it.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from bad_inputs.golden import LANGUAGES, case_names, expected_file, put_input, skeleton
from briefing.cli import main


def printed(case: str, language: str) -> str:
    """Return what the program gives for a case now."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        name = put_input(case, Path(folder))
        with redirect_stdout(out), redirect_stderr(io.StringIO()):
            code = main(["check", name, "--lang", language])
        os.chdir("/")
    return f"exit {code}\n{out.getvalue()}"


def rewrite(case: str, language: str) -> bool:
    """Write one expected text again; say whether the words were all that had changed."""
    now, file = printed(case, language), expected_file(case, language)
    # A new case has no English text yet; the Vietnamese one is its specification.
    model = file if file.exists() else expected_file(case, "vi")
    if model.exists() and skeleton(model.read_text(encoding="utf-8")) != skeleton(now):
        return False
    file.parent.mkdir(exist_ok=True)
    file.write_text(now, encoding="utf-8")
    return True


if __name__ == "__main__":
    os.environ["XDG_CONFIG_HOME"] = "/settings"
    differing = [
        f"{case} ({language})"
        for case in case_names()
        for language in LANGUAGES
        if not rewrite(case, language)
    ]
    if differing:
        sys.exit("left alone, because more than words differs:\n  " + "\n  ".join(differing))
