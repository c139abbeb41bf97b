"""Microsoft's Open XML SDK finds no error in any kind that the inputs can become.

``make test`` asks about one document of each sixteenth kind, as all are of the same blocks, ``make
explore`` about all that the inputs can become.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from exploring import few, one_of_each

from .test_every_kind import MADE, built


@pytest.mark.parametrize(
    ("name", "kind", "draft"),
    few(one_of_each(MADE, kind=lambda made: made[1])),
    ids=str,
)
def test_every_kind_is_valid(
    name: str, kind: str, draft: bool, docx_errors: Callable[[bytes], list[Any]]
) -> None:
    assert docx_errors(built(name, kind, draft)) == []
