"""A template of another's hand, read by lint without a run."""

from __future__ import annotations

from briefing.linting import lint
from fuzz.expected import put, told, users_faults
from fuzz.templates import NAME, TOKENS, seeds

__all__ = ["TOKENS", "one", "seeds"]

# The built-in templates would be gone through with every case.
_BELOW = b"# {{ kind }}\n\n{% block body %}{{ report.subject }}{% endblock %}\n"


def one(data: bytes) -> None:
    """Lint one template over a small one of the same name."""
    below = put(f"linted/below/{NAME}", _BELOW)
    file = put(f"linted/own/{NAME}", data)
    with users_faults():
        told(lint([(file.parent, below.parent)], unused=True).findings)
