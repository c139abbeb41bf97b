"""The cases: a folder each with the templates of a pack, and what lint prints about them.

The first line of ``expected.txt`` is the exit code, the rest is the printed text; the built-in
templates are called ``templates`` there. ``lint.rewrite`` writes all of them again.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from briefing.templating import template_folder

CASES = Path(__file__).parent / "cases"
_PLACE_AND_RULE = re.compile(r"^(\S+?): .*(\[[a-z]+/[a-z-]+\])$", re.M)


def case_names() -> list[str]:
    """Return the names of all cases."""
    return sorted(folder.name for folder in CASES.iterdir())


def put_pack(case: str) -> None:
    """Put a case into the folder at hand, as the pack of its name."""
    pack = Path("localities", case)
    shutil.copytree(CASES / case, pack, ignore=shutil.ignore_patterns("expected.txt"))
    (pack / "locality.toml").write_text('name = "xã Thử Nghiệm"\n', encoding="utf-8")


def expected(case: str) -> str:
    """Return the exit code and the text that a case should give."""
    return (CASES / case / "expected.txt").read_text(encoding="utf-8")


def said(code: int, text: str, case: str) -> str:
    """Return an outcome as the files of the cases write it."""
    text = text.replace(str(template_folder()), "templates").replace(f"localities/{case}/", "")
    return f"exit {code}\n{text}"


def places_and_rules(text: str) -> list[tuple[str, str]]:
    """Return what wording cannot change: place and rule of every finding."""
    return _PLACE_AND_RULE.findall(text)
