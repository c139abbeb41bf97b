"""The Jinja environment: sandboxed, plain data only, every text printed as itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Template, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.document import escape_with_gaps
from briefing.templating import filters
from briefing.templating.loader import RootsLoader
from briefing.templating.undefined import NamedGap, record_unknown


class ReportEnvironment(ImmutableSandboxedEnvironment):
    """Renders the templates of some folders, nearest first; compiled ones are kept."""

    loader: RootsLoader

    def __init__(self, roots: tuple[Path, ...]) -> None:
        super().__init__(
            loader=RootsLoader(roots),
            autoescape=True,
            finalize=self._printed,
            undefined=NamedGap,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.filters.update(filters.FILTERS)
        self.tests.update(filters.TESTS)
        # What a template needs to count and to join; nothing that reads or makes anything else.
        kept = ("namespace", "range", "joiner")
        self.globals = {name: self.globals[name] for name in kept}

    def open(self, name: str) -> Template:
        """Return the nearest template of a name; raises TemplateNotFound."""
        return self.get_template(self.loader.find(name))

    def join_path(self, template: str, parent: str) -> str:
        """Return which template another one means by a name."""
        return self.loader.join(template, parent)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a value of the data by name; ``report.items`` is a fact, not a dict method."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self._unknown(obj, attribute)
        return super().getattr(obj, attribute)

    def _unknown(self, obj: Mapping[str, Any], attribute: str) -> Undefined:
        return self.undefined(obj=obj, name=attribute)

    def _printed(self, value: Any) -> Any:
        """Return a printed value as Markdown: text from the data is data, never markup."""
        if isinstance(value, Undefined):
            value = str(value)
        if value is None:
            record_unknown("None", "template/none")
            return ""
        if isinstance(value, Markup):
            return value
        return Markup(escape_with_gaps(str(value)))  # noqa: S704 - the line above escapes it


@lru_cache(maxsize=64)
def environment_for(roots: tuple[Path, ...]) -> ReportEnvironment:
    """Return the environment of template folders, nearest first; changed ones are read again."""
    return ReportEnvironment(roots)
