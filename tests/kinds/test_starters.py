"""``briefing new``: a starter of every kind is a valid input to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing import check, load
from briefing.templating import kinds

KINDS = sorted(kinds())
LANGUAGES = ["vi", "en"]


@pytest.fixture
def starter(briefing: Briefing, tmp_path: Path, kind: str, language: str) -> Path:
    """Return the starter of a kind in a language, as a file."""
    file = tmp_path / "mới.yaml"
    assert briefing("new", kind, "-o", file, "--lang", language).code == 0
    return file


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
class TestStarter:
    def test_it_is_valid_and_lacks_only_what_is_still_to_be_filled_in(
        self, starter: Path, kind: str
    ) -> None:
        report = load(starter)

        assert report.kind == kind
        assert {found.rule for found in check(report)} <= {
            "kind/missing-fact",
            "kind/expected-fact",
            # A kind with an outline of its own begins with its headings.
            "sections/empty",
            "sections/part-empty",
        }

    def test_it_builds_as_a_draft(self, briefing: Briefing, starter: Path) -> None:
        outcome = briefing("build", starter, "--draft")

        assert outcome.code == 0, outcome.err
        assert starter.with_suffix(".docx").read_bytes().startswith(b"PK")

    def test_it_is_refused_as_a_final_document(self, briefing: Briefing, starter: Path) -> None:
        outcome = briefing("build", starter)

        assert outcome.code == 1
        assert "kind/missing-fact" in outcome.err
        assert not starter.with_suffix(".docx").exists()

    def test_it_tells_the_words_that_the_kind_requires(self, starter: Path, kind: str) -> None:
        text = starter.read_text(encoding="utf-8")
        for path in kinds()[kind].requires:
            assert any(option.split(".")[0] in text for option in path.split("|")), path
