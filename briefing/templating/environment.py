"""The Jinja environment: sandboxed, plain data only, every text printed as itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.document import escape_with_gaps
from briefing.findings import Finding, Origin, TemplateError
from briefing.templating import filters
from briefing.templating.undefined import NamedGap, record_unknown


class _Loader(FileSystemLoader):
    """Loads templates from their folder, and names the file that is not UTF-8."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError:
            origin = Origin(str(Path(self.searchpath[0]) / template))
            raise TemplateError([Finding("template/not-utf8", origin=origin)]) from None


class ReportEnvironment(ImmutableSandboxedEnvironment):
    """Renders the templates of one folder; compiled templates are kept between documents."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=_Loader(folder),
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


@lru_cache(maxsize=8)
def environment_for(folder: Path) -> ReportEnvironment:
    """Return the environment of a template folder; changed templates are read again."""
    return ReportEnvironment(folder)
