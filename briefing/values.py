"""Small values that are made by the thousand and that nobody changes, which mypy sees to.

A data class that refuses changes while the program runs takes four times as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def often_made(cls: type[_Value]) -> type[_Value]:
    """Return a class as a data class: what holds the same is equal, and is the same key."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
