"""Reports through Jinja templates into documents: kinds, sandbox, loaders, filters."""

from briefing.templating.kinds import Kind, find_kind, kinds, starter, template_folder
from briefing.templating.overrides import (
    Override,
    accepted,
    new_override,
    overrides,
    stale_overrides,
)
from briefing.templating.render import render

__all__ = [
    "Kind",
    "Override",
    "accepted",
    "find_kind",
    "kinds",
    "new_override",
    "overrides",
    "render",
    "stale_overrides",
    "starter",
    "template_folder",
]
