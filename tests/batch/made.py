"""Inputs for batches: one shipped year with another figure in each, and what became of them."""

from __future__ import annotations

import json
from pathlib import Path

from cli.running import HOA_BINH

import briefing
from briefing.batch.journal import FILE

TEXT = HOA_BINH.read_text(encoding="utf-8")
BAD = TEXT.replace("value: 771", "value: 777")
"""An input whose figures contradict each other in a way that nobody accepted."""


def text(number: int, locality: str = "hoa-binh") -> str:
    """Return an input that differs from the others by one figure."""
    changed = TEXT.replace("value: 1315", f"value: {1000 + number}")
    return changed.replace("locality: hoa-binh", f"locality: {locality}")


def write(file: Path, content: str) -> Path:
    """Write an input, with the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def write_inputs(folder: Path, count: int) -> Path:
    """Write inputs into folders of ten and return the folder."""
    for number in range(count):
        write(folder / f"huyện {number // 10}" / f"xã-{number:03}.yaml", text(number))
    return folder


def files(folder: Path, suffix: str = ".docx") -> dict[str, bytes]:
    """Return every output in a folder and below, by its path with slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob(f"*{suffix}"))
    }


def single(source: Path) -> bytes:
    """Return the Word file that a build of one input alone gives."""
    return briefing.build(briefing.load(source))


def journal(folder: Path) -> list[dict[str, object]]:
    """Return the records of a journal, every one of which must be readable."""
    lines = (folder / FILE).read_bytes().splitlines()
    return [json.loads(line) for line in lines if line]


def leftovers(folder: Path) -> list[Path]:
    """Return the temporary files in a folder and below."""
    return list(folder.rglob("*.tmp"))
