"""Reports through Jinja templates into documents: kinds, sandbox, loaders, filters."""

from briefing.templating.kind import (
    Kind,
    faulty_kinds,
    fields_of_kinds,
    find_kind,
    kind_place,
    kinds,
    template_folder,
)
from briefing.templating.notes import annotate
from briefing.templating.offered import offered_texts
from briefing.templating.rendering import render
from briefing.templating.typed import typed_place

__all__ = [
    "Kind",
    "annotate",
    "faulty_kinds",
    "fields_of_kinds",
    "find_kind",
    "kind_place",
    "kinds",
    "offered_texts",
    "render",
    "template_folder",
    "typed_place",
]
