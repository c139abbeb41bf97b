"""Overrides in use whose blocks beneath have changed since: what is printed is of before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from briefing.findings import Finding, TemplateError
from briefing.linting.linter import Roots
from briefing.templating.override import MEMORY, stale_overrides
from briefing.templating.sources import TemplateSource


def stale_among(sources: Iterable[TemplateSource], roots: Roots) -> Iterator[Finding]:
    """Yield a warning for each stale override of some templates of packs.

    Only what remembers a block can be stale; the others are not gone through for that.
    """
    files = {str(source.path) for source in sources if MEMORY.search(source.text)}
    for position, root in enumerate(roots[:-1] if files else ()):
        # Whoever reads a template that cannot be read tells why.
        with suppress(TemplateError):
            for found in stale_overrides(root, roots[position + 1 :]):
                if found.origin is not None and found.origin.file in files:
                    yield found
