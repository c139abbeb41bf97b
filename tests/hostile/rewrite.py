"""Write the expected messages again after wording in the catalogues has changed.

    cd tests && python -m hostile.rewrite

Only words are rewritten. Where a case now gives another rule or another place, nothing is written
and the case is named: that is a change of behaviour, for a person to decide.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import briefing
from hostile.golden import CASES, INPUT, case_names, expected, put_templates, told


def rewrite(case: str) -> bool:
    """Write the words of one case again; say whether they were all that had changed."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            briefing.build(briefing.load(INPUT), templates=put_templates(Path(folder), case))
        except briefing.TemplateError as error:
            now = told(error.findings[0])
        else:
            return False
    file = CASES / case / "expected.toml"
    if file.exists() and replace(expected(case), vi=now.vi, en=now.en) != now:
        return False
    file.write_text(now.written(), encoding="utf-8")
    return True


if __name__ == "__main__":
    differing = [case for case in case_names() if not rewrite(case)]
    if differing:
        sys.exit("left alone, because more than words differs:\n  " + "\n  ".join(differing))
