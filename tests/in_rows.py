"""Tables of many small rows: one test tries them all, and tells each row that fails by itself.

A test of pytest's own for each row costs more than most rows do: it is collected by every process,
set up, torn down, and reported three times over.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import update_wrapper
from typing import Any

import pytest

_LONGEST_NAME = 100

Test = Callable[..., None]
Row = tuple[str, dict[str, Any]]


def in_rows(
    names: str | Sequence[str],
    cases: Iterable[Any],
    ids: Iterable[object] | Callable[[Any], object] | None = None,
) -> Callable[[Test], Test]:
    """Do what ``pytest.mark.parametrize`` does in one test, for rows that need nothing set up.

    The first row that fails hides no other: each is reported with its name and its own traceback.
    Fixtures that the test asks for are those of all rows.
    """
    own = names.replace(",", " ").split() if isinstance(names, str) else list(names)
    table = [_row(own, case, name) for case, name in _named(list(cases), ids)]
    assert table, "a table without rows tries nothing"

    def decorate(test: Test) -> Test:
        inner: list[Row] = getattr(test, "rows", [("", {})])
        each: Test = getattr(test, "of_one_row", test)
        rows = [
            ("-".join(filter(None, (below, name))), {**more, **values})
            for name, values in table
            for below, more in inner
        ]

        def tried(subtests: pytest.Subtests, **shared: Any) -> None:
            for name, values in rows:
                try:
                    each(**values, **shared)
                except (Exception, pytest.fail.Exception) as error:
                    with subtests.test(name):
                        raise error

        update_wrapper(tried, each)
        given = inspect.signature(each).parameters
        asked = [one for name, one in given.items() if name not in rows[0][1]]
        also = inspect.Parameter("subtests", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        found: Any = tried
        found.__signature__ = inspect.Signature([also, *asked])
        found.rows, found.of_one_row = rows, each
        return tried

    return decorate


def _named(
    cases: list[Any], ids: Iterable[object] | Callable[[Any], object] | None
) -> Iterable[tuple[Any, object]]:
    if ids is None or callable(ids):
        return [(case, ids) for case in cases]
    return zip(cases, ids, strict=True)


def _row(own: list[str], case: Any, name: object) -> Row:
    given = getattr(case, "id", None) if _is_param(case) else None
    if _is_param(case):
        assert not case.marks, "a row has no marks of its own"
    values = case.values if _is_param(case) else (case,) if len(own) == 1 else tuple(case)
    assert len(values) == len(own), f"{values!r} does not fit {own}"
    if given is None:
        given = name if name is not None and not callable(name) else None
    if given is None:
        told = (name(value) if callable(name) else None for value in values)
        given = "-".join(
            str(value if word is None else word) for value, word in zip(values, told, strict=True)
        )
    return str(given)[:_LONGEST_NAME], dict(zip(own, values, strict=True))


def _is_param(case: Any) -> bool:
    return type(case) is type(pytest.param())
