"""The cases: a folder each, with an input and what ``briefing check`` prints about it.

The first line of ``expected.<language>.txt`` is the exit code, the rest is the printed text. What
cannot be a text file under version control is made in ``made.py`` when it is needed.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bad_inputs.made import MADE

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("vi", "en")

_PLACE_AND_RULE = re.compile(r"^(input\S*?): .*?(\[[a-z0-9]+/[a-z0-9-]+\])$")


def case_names() -> list[str]:
    """Return the names of all cases."""
    return sorted({folder.name for folder in CASES.iterdir()} | set(MADE))


def own_folder(folder: Path, *names: str) -> Path:
    """Make and return an empty folder for one of the cases that a test tries."""
    own = folder.joinpath(*names)
    own.mkdir(parents=True)
    return own


def put_input(case: str, folder: Path) -> str:
    """Put the input of a case into an empty folder and return its name there."""
    if case in MADE:
        return MADE[case](folder)
    [file] = (CASES / case).glob("input.*")
    return Path(shutil.copy(file, folder)).name


def expected_file(case: str, language: str) -> Path:
    """Return the file that says what is printed about a case in a language."""
    return CASES / case / f"expected.{language}.txt"


def expected(case: str, language: str) -> str:
    """Return the exit code and the text that a case should give."""
    return expected_file(case, language).read_text(encoding="utf-8")


def expected_code(case: str) -> int:
    """Return the exit code that a case should give."""
    return int(expected(case, "vi").splitlines()[0].removeprefix("exit "))


def skeleton(text: str) -> list[str]:
    """Return what wording cannot change: the exit code, then place and rule of every finding."""
    first, *lines = text.splitlines()
    findings = [match for line in lines if (match := _PLACE_AND_RULE.fullmatch(line))]
    return [first, *(f"{match[1]} {match[2]}" for match in findings)]
