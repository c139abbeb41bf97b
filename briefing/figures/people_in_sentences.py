"""People called by name in sentences: ``{chu_tri}`` is “đồng chí …, Chủ tịch xã …”."""

from __future__ import annotations

from briefing.report import Report
from briefing.tracing import joined, stating

PERSON_PARTS = ("name",)
"""What can be asked of a person beside the name with all posts: ``{chu_tri.name}``."""


class PeopleInSentences:
    """The people of a report by name; what is said of them knows its facts if ``traced``."""

    def __init__(self, report: Report, *, traced: bool) -> None:
        self._people = report.people
        self._traced = traced

    def __contains__(self, name: str) -> bool:
        return name in self._people

    def said(self, name: str, part: str) -> str | None:
        """Return a person with rank and posts, or with ``name`` without the posts."""
        if part not in ("", *PERSON_PARTS):
            return None
        person, path = self._people[name], f"people.{name}"
        # Police, military and border guard carry a rank; civilians are "đồng chí" in State texts.
        rank = self._fact(person.rank, f"{path}.rank") if person.rank else "đồng chí"
        posts = [self._fact(post, f"{path}.posts[{at}]") for at, post in enumerate(person.posts)]
        # Who is known by a post only is called by it: "đồng chí Bí thư Đảng ủy xã".
        named = [self._fact(person.name, f"{path}.name")] if person.name else []
        name, *others = named + posts
        called = joined([rank, name], " ")
        return called if part else joined([called, *others], ", ")

    def _fact(self, text: str, path: str) -> str:
        return stating(text, path) if self._traced else text
