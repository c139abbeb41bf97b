"""What stands at a path of a file and on a page: what the page calls it, what is sent back."""

from __future__ import annotations

import json

from briefing.findings import FieldPath, dotted
from briefing.values import record


@record
class PlacedPart:
    """A part of a form, by the path of what it shows."""

    path: FieldPath

    @property
    def id(self) -> str:
        """What it is called in the page, as findings call it."""
        return dotted(self.path)

    @property
    def key(self) -> str:
        """The path as the browser sends it back."""
        return json.dumps(self.path, ensure_ascii=False)
