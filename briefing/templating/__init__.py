"""Reports through Jinja templates into documents: kinds, sandbox, loaders, filters."""

from briefing.templating.kinds import Kind, find_kind, kinds, starter, template_folder
from briefing.templating.notes import annotate
from briefing.templating.render import render

__all__ = [
    "Kind",
    "annotate",
    "find_kind",
    "kinds",
    "render",
    "starter",
    "template_folder",
]
