"""A document in stages: first as it can be shown at once, then with all that is found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from briefing.findings import TemplateError
from briefing.library.case import Case
from briefing.library.making import (
    Made,
    Rendering,
    Request,
    made_as_before,
    made_of_all,
    made_of_facts,
)


class Making:
    """The work on the document of a case in the one kind that is asked for."""

    def __init__(self, case: Case, request: Request) -> None:
        [kind] = request.kinds or (case.report.kind,)
        self._report = case.in_kind(kind)
        self._request = request
        self._rendering = Rendering(self._report, request)

    def at_once(self, before: Made) -> Made | None:
        """Return the document unchecked, as it is if what was found ``before`` still is.

        It has the findings of then; ``None`` where it cannot be made so.
        """
        # Why it cannot is found by the checks.
        with suppress(TemplateError):
            return made_as_before(self._report, self._request, before, self._rendering)
        return None

    def whole(self) -> Iterator[Made | None]:
        """Yield what ``make_documents`` returns, at last; raises as it does.

        Before that comes ``None`` between two stages, where work that is out of date can be left.
        """
        made = made_of_facts(self._report, self._request, self._rendering)
        yield None
        yield made_of_all(made, self._request, self._rendering)
