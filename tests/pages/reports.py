"""The reports that the pages are printed from, and the sizes that the decree gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import briefing
from briefing import Report

from .measure import Line, Page

ToPdf = Callable[[Mapping[str, bytes]], dict[str, Path]]
"""The type of the fixture ``to_pdf``."""

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
NAMES = ("hoa-binh-2023", "ky-anh-2023")
PROFILES = ("P13", "P14")

# Phụ lục I, phần I, mục V: sizes of a document go up or down together. The note under the table
# names the pairs 12 (Quốc hiệu) with 13 (Tiêu ngữ, date), and 13 with 14.
SMALL = {"P13": 12, "P14": 13}  # rows 1 and 2: Quốc hiệu, agency
LARGE = {"P13": 13, "P14": 14}  # rows 1, 4 to 7, 9, 14: 13 to 14


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its lines, and the page that each stands on."""

    lines: tuple[Line, ...]
    pages: tuple[int, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Printed:
    """A printed report in one size profile."""

    profile: str
    pages: tuple[Page, ...]

    @property
    def small(self) -> int:
        return SMALL[self.profile]

    @property
    def large(self) -> int:
        return LARGE[self.profile]

    @property
    def first(self) -> Page:
        return self.pages[0]

    @cached_property
    def main(self) -> tuple[Page, ...]:
        """The pages of the main text; its last one holds the signature."""
        last = next(i for i, page in enumerate(self.pages) if page.has("Nơi nhận:"))
        return self.pages[: last + 1]

    @cached_property
    def annexes(self) -> list[list[Page]]:
        """The pages of each annex."""
        annexes: list[list[Page]] = []
        for page in self.pages[len(self.main) :]:
            if page.lines[0].text.startswith("Phụ lục"):
                annexes.append([])
            annexes[-1].append(page)
        return annexes

    @cached_property
    def left(self) -> float:
        """Where the text begins."""
        return min(line.x0 for page in self.pages for line in page.text_lines)

    @cached_property
    def right(self) -> float:
        """Where the text ends."""
        return max(line.x1 for page in self.pages for line in page.text_lines)

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @cached_property
    def subject(self) -> list[Line]:
        """The lines between the kind of document and the rule under its subject."""
        kind, rule = self.first.find("BÁO CÁO"), self.first.rules[-1]
        lines = self.first.lines
        return [line for line in lines if kind.baseline < line.baseline < rule.y]

    @cached_property
    def body(self) -> list[Paragraph]:
        """The paragraphs between the subject and the closing block, headings too."""
        start, end = self.first.rules[-1].y, self.main[-1].find("Nơi nhận:").top
        placed = [
            (line, number)
            for number, page in enumerate(self.main)
            for line in page.text_lines
            if (number or line.top > start) and (page is not self.main[-1] or line.top < end - 6)
        ]
        paragraphs: list[list[tuple[Line, int]]] = []
        for line, number in placed:
            if line.x0 > self.left + 10:
                paragraphs.append([])
            paragraphs[-1].append((line, number))
        return [
            Paragraph(tuple(line for line, _ in part), tuple(page for _, page in part))
            for part in paragraphs
        ]


def load(name: str, profile: str = "P14") -> Report:
    """Return an input of the repository in a size profile."""
    return with_facts(briefing.load(INPUTS / f"{name}.yaml"), size_profile=profile)


def with_facts(report: Report, **facts: object) -> Report:
    return report.model_copy(update=facts)


def upward(profile: str) -> Report:
    """Return a report to two higher bodies: parent agency, number, deputy, signer's name."""
    report = load("ky-anh-2023", profile)
    issuer, recipients = report.issuer, report.recipients
    deputy = {"authority": "KT", "head": "Chủ tịch", "post": "Phó Chủ tịch", "name": "Lê Văn An"}
    return with_facts(
        report,
        number=5,
        issuer=issuer.model_copy(update={"parent": ["UBND tỉnh Hà Tĩnh"]}),
        recipients=recipients.model_copy(update={"addressees": ["Bộ Công an", "Tỉnh ủy Hà Tĩnh"]}),
        signature=report.signature.model_copy(update=deputy),
    )


def with_tasks(report: Report, texts: Sequence[str]) -> Report:
    """Return the report with further tasks at the end of its text."""
    tasks = [report.tasks[0].model_copy(update={"text": text}) for text in texts]
    return with_facts(report, tasks=[*report.tasks, *tasks])


def with_statements(report: Report, texts: Sequence[str]) -> Report:
    """Return the report with further statements in its first area, near the top."""
    first, *others = report.results
    longer = first.model_copy(update={"statements": [*first.statements, *texts]})
    return with_facts(report, results=[longer, *others])


def with_figures(report: Report, labels: Sequence[str]) -> Report:
    """Return the report with further figures in its annex of figures."""
    figure = next(iter(report.figures.values()))
    figures = {
        f"them_{position}": figure.model_copy(
            update={"label": label, "rate": None, "out_of": None, "accepted": None}
        )
        for position, label in enumerate(labels, start=1)
    }
    return with_facts(report, figures={**report.figures, **figures})
