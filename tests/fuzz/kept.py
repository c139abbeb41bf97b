"""Cases that broke a reader once, kept as files: ``cases/READER/what-it-is.ending``."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from fuzz.run import READERS

CASES = Path(__file__).parent / "cases"


def kept() -> list[str]:
    """Return the names of all kept cases."""
    return sorted(str(file.relative_to(CASES)) for file in CASES.glob("*/*"))


def content(name: str) -> bytes:
    """Return the bytes of a kept case."""
    return (CASES / name).read_bytes()


def reader(name: str) -> Any:
    """Return the module of a reader, named as on the command line or as the folder of a case."""
    return import_module(f"fuzz.{READERS[name.partition('/')[0]]}")
