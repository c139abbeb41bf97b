"""The cases: a folder each, with hostile templates and ``expected.toml``.

The templates lie over a copy of the built-in ones. ``expected.toml`` holds the one finding that a
build gives: rule, file and line, and the message in both languages.
"""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

from briefing.findings import Finding

REPOSITORY = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parent / "cases"
TEMPLATES = REPOSITORY / "templates"
INPUT = REPOSITORY / "inputs" / "hoa-binh-2023.yaml"
KIND = "bao-cao-tong-ket.md.j2"


@dataclass(frozen=True, slots=True)
class Expected:
    """The finding of a case."""

    rule: str
    file: str
    line: int | None
    vi: str
    en: str

    def written(self) -> str:
        """Return the text of ``expected.toml``."""
        line = f"line = {self.line}\n" if self.line else ""
        words = "".join(f"{name} = {_quoted(getattr(self, name))}\n" for name in ("vi", "en"))
        return f'rule = "{self.rule}"\nfile = "{self.file}"\n{line}{words}'


def _quoted(words: str) -> str:
    return f"'{words}'" if "'" not in words else f'"""{words}"""'


def case_names() -> list[str]:
    """Return the names of all cases, in order."""
    return sorted(folder.name for folder in CASES.iterdir())


def put_templates(folder: Path, case: str | None = None) -> Path:
    """Put the built-in templates into a folder, those of a case over them."""
    templates = folder / "templates"
    templates.mkdir()
    for file in TEMPLATES.glob("*.j2"):
        shutil.copy(file, templates)
    for file in (CASES / case).glob("*.j2") if case else ():
        shutil.copy(file, templates)
    return templates


def expected(case: str) -> Expected:
    """Return the finding that a case should give."""
    data = tomllib.loads((CASES / case / "expected.toml").read_text(encoding="utf-8"))
    return Expected(**{"line": None, **data})


def told(finding: Finding) -> Expected:
    """Return a finding in the form of the expected ones."""
    assert finding.origin
    place = finding.origin
    words = (finding.message("vi"), finding.message("en"))
    return Expected(finding.rule, Path(place.file).name, place.line, *words)
