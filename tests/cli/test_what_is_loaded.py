"""A command loads what it needs: half of what a short one takes is loading."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import HOA_BINH

WATCHED = """
import sys
from briefing.cli import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""
NOT_FOR_ONE_DOCUMENT = {
    "briefing.forms",
    "briefing.html",
    "briefing.linting",
    "briefing.live",
    "briefing.officer",
    "briefing.tables",
    "lxml",
    "openpyxl",
    "python_calamine",
    "ruamel",
    "xlsxwriter",
}


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a process has loaded when its command is done."""
    command = [sys.executable, "-c", WATCHED, *arguments]
    run = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return set(run.stderr.splitlines()[-1].split())


def test_a_document_of_one_yaml_file_loads_no_forms_no_workbooks_and_no_pages(
    tmp_path: Path,
) -> None:
    arguments = ("build", str(HOA_BINH), "-d", str(tmp_path))
    loaded(*arguments)  # what is kept of the first run is there for all others

    assert loaded(*arguments, "--force") & NOT_FOR_ONE_DOCUMENT == set()


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_loads_no_more_than_its_words(arguments: tuple[str, ...]) -> None:
    own = {name for name in loaded(*arguments) if name.startswith("briefing.")}

    assert {name.split(".")[1] for name in own} <= {
        "characters",
        "cli",
        "findings",
        "patterns",
        "program_data",
    }
