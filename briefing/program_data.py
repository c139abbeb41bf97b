"""The program's own tables, TOML files that came with it: parsed once, kept beside its bytecode.

Whoever can write there can change the program itself. What is kept is data, no code, and is taken
only if it is whole and of the very text of the file. Files of packs and users are read elsewhere.
"""

from __future__ import annotations

# Without pathlib and all that loads more than `briefing --help` has time for.
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source, source_hash
from typing import Any

_SEAL = 8
"""The bytes of a hash as Python's own bytecode bears it."""
_Dates = list[tuple[tuple[str | int, ...], str]]
"""Where dates stand, which Python's own format does not know, and how they are written."""


def table_beside(module: str, name: str) -> dict[str, Any]:
    """Return what a TOML file in the folder of a module says; ``module`` is its ``__file__``."""
    return table_in(os.path.join(os.path.dirname(module), name))


def table_in(file: str) -> dict[str, Any]:
    """Return what a TOML file of the program says."""
    with open(file, "rb") as source:
        text = source.read()
    keeper = _keeper(file)
    seal = source_hash(b"\0".join([sys.version.encode(), os.fsencode(file), text]))
    with suppress(OSError, EOFError, ValueError, TypeError):
        return _kept(keeper, seal)
    import tomllib

    table = tomllib.loads(text.decode("utf-8"))
    if not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):
            _keep(keeper, seal, table)
    return table


def _keeper(file: str) -> str:
    """Return the file that keeps a table, empty where this Python keeps nothing."""
    name = f"{os.path.basename(file)}.py"
    with suppress(NotImplementedError):
        return cache_from_source(os.path.join(os.path.dirname(__file__), name))
    return ""


def _kept(keeper: str, seal: bytes) -> dict[str, Any]:
    """Return the table that is kept; raises ValueError if it is of another text or not whole."""
    with open(keeper, "rb") as source:
        kept = source.read()
    content = kept[2 * _SEAL :]
    if kept[: 2 * _SEAL] != seal + source_hash(content):
        raise ValueError
    table: dict[str, Any]
    dates: _Dates
    table, dates = marshal.loads(content)  # noqa: S302 - no less safe than Python's own
    if dates:
        from datetime import date

        for path, said in dates:
            _put(table, path, date.fromisoformat(said))
    return table


def _keep(keeper: str, seal: bytes, table: dict[str, Any]) -> None:
    """Keep a table, whole or not at all; raises OSError where it cannot be written."""
    import tempfile

    dates: _Dates = []
    content = marshal.dumps((_without_dates(table, (), dates), dates))
    folder = os.path.dirname(keeper)
    os.makedirs(folder, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(seal + source_hash(content) + content)
    os.replace(file.name, keeper)


def _without_dates(value: Any, path: tuple[str | int, ...], dates: _Dates) -> Any:
    """Return a table with dates left out, which are added to a list."""
    if isinstance(value, dict):
        return {key: _without_dates(each, (*path, key), dates) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_dates(each, (*path, n), dates) for n, each in enumerate(value)]
    if hasattr(value, "isoformat"):
        dates.append((path, value.isoformat()))
        return None
    return value


def _put(table: Any, path: tuple[str | int, ...], value: Any) -> None:
    *above, last = path
    for step in above:
        table = table[step]
    table[last] = value
