"""A template of another's hand, read by lint without a run."""

from __future__ import annotations

from briefing.linting import lint
from briefing.templating import template_folder
from fuzz.expected import put, told, users_faults
from fuzz.templates import NAME, TOKENS, seeds

__all__ = ["TOKENS", "one", "seeds"]


def one(data: bytes) -> None:
    """Lint one template over the built-in ones."""
    file = put(f"linted/{NAME}", data)
    with users_faults():
        told(lint([(file.parent, template_folder())], unused=True).findings)
