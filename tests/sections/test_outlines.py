"""Outlines of real reports, heading by heading, numbered as these were printed.

Read in signed-form reports of a province and its departments (2025), in the socio-economic report
of the Government of 2004, and in outlines as their offices describe them; the sentences are blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from exploring import few
from lxml import html

from briefing import Report, library, load

FOLDER = Path(__file__).parent / "outlines"


def points(last: int) -> str:
    return " ".join(f"({number})" for number in range(1, last + 1))


def ones(last: int) -> str:
    return " ".join(f"{number}." for number in range(1, last + 1))


EXPECTED = {
    "a-sector-of-a-province": "I. 1. 1.1. 1.2. 2. 3. 3.1. 3.2. 4. 4.1. 4.2. 4.3. 4.4. 4.5. 5. 6."
    " 7. 7.1. 7.2. 7.3. 7.4. 7.4.1. 7.4.2. 7.4.3. 7.5. 8. 8.1. 8.2. 8.3. 9."
    " II. 1. 2. 3. 4. III. IV. 1. - - 2. - -",
    "b-one-directive": "1. 2. 2.1. 2.2. 2.3. 2.4. 2.5. 2.6. 2.7. 3. - - 4. (1) (2) (3) (4)",
    "c-short-report-of-a-sector": "1. a) b) c) d) đ) e) g) 2. 3. 4. 5.",
    "d-government-in-two-parts": f"Phần_thứ_nhất I. 1. {points(15)} 2. Một_là, Hai_là, Ba_là, 3."
    f" {points(6)} 4. 5. II. {ones(14)} III."
    f" Phần_thứ_hai I. 1. Một_là, Hai_là, 2. {points(10)} 3. II. III. {ones(16)} IV. {ones(6)}",
    "e-described": f"I. 1. 2. a) b) 3. II. 1. 2. 3. III. {points(0)}"
    + " ".join(f"{group}. (1) (2) (3)" for group in range(1, 8))
    + f" IV. {ones(18)}",
}

REFERRED = {
    "a-sector-of-a-province": ("mục I.7, mục I.7.4", "mục I.8"),
    "b-one-directive": ("mục 2.7",),
    "c-short-report-of-a-sector": ("điểm đ mục 1",),
    "d-government-in-two-parts": ("mục I.1 Phần thứ nhất", "mục I Phần thứ nhất"),
}
"""How sentences refer to sections that they call by name."""

LABEL = re.compile(
    r"(?:#+ |- )?"
    r"(Phần thứ \w+|[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|\(\d+\)|\w+ là,|[-+])(?=\.?(?:\s|$))"
)
_END = "Trên đây là"


def expected(name: str) -> list[str]:
    return [label.replace("_", " ") for label in EXPECTED[name].split()]


def labels(lines: list[str]) -> list[str]:
    """Return what stands before the lines between the opening and the closing sentence."""
    begin = next(at for at, line in enumerate(lines) if line.endswith("như sau:"))
    found = []
    for line in lines[begin + 1 :]:
        if line.startswith(_END):
            break
        if match := LABEL.match(line.replace("\\", "")):
            found.append(match[1])
    return found


def made(name: str) -> Any:
    return library.make(load(FOLDER / f"{name}.yaml"))


@pytest.fixture(scope="module")
def printed(to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]]) -> dict[str, list[str]]:
    """The lines of each outline as LibreOffice prints its Word file."""
    pdfs = to_pdf({name: made(name).as_docx() for name in EXPECTED})
    return {name: lines_of(pdf) for name, pdf in pdfs.items()}


def lines_of(pdf: Path) -> list[str]:
    with pdfplumber.open(pdf) as pages:
        text = "\n".join(page.extract_text() for page in pages.pages)
    # The number of a page stands alone on its line.
    return [line for line in text.splitlines() if not line.strip().isdigit()]


@pytest.mark.parametrize("name", EXPECTED)
def test_word_numbers_an_outline_as_it_was_printed(
    printed: dict[str, list[str]], name: str
) -> None:
    assert labels(printed[name]) == expected(name)


@pytest.mark.parametrize("name", EXPECTED)
def test_markdown_numbers_it_so(name: str) -> None:
    lines = made(name).as_markdown().splitlines()

    assert labels([_without_dash(line) for line in lines]) == expected(name)


def _without_dash(line: str) -> str:
    """Return a point without the dash that Markdown gives it, where it has a mark of its own."""
    inner = line.removeprefix("- ")
    return inner if inner != line and LABEL.match(inner.replace("\\", "")) else line


@pytest.mark.parametrize("name", EXPECTED)
def test_the_page_numbers_it_so(name: str) -> None:
    document = html.fromstring(made(name).as_page())
    lines = [line.text_content() for line in document.iter("p", "h2", "h3", "h4", "h5", "h6")]
    # A mark of a part stands on a line of its own.
    apart = [re.sub(r"^(Phần thứ (?:nhất|hai))", r"\1 ", line) for line in lines]

    assert labels(apart) == expected(name)


@pytest.mark.parametrize(("name", "said"), [(n, s) for n, all_ in REFERRED.items() for s in all_])
def test_sentences_refer_to_sections_by_the_numbers_they_have(name: str, said: str) -> None:
    assert said in made(name).as_markdown()


@pytest.mark.parametrize("name", EXPECTED)
def test_an_outline_has_no_finding_but_on_its_blanks(name: str) -> None:
    found = {finding.rule for finding in made(name).findings}

    assert [rule for rule in found if rule.startswith(("sections/", "numbering/", "facts/"))] == []


@pytest.mark.parametrize("name", few(list(EXPECTED)))
def test_the_word_file_is_valid(name: str, docx_errors: Callable[[bytes], list[Any]]) -> None:
    assert docx_errors(made(name).as_docx()) == []


def test_a_run_in_title_is_alone_bold() -> None:
    page = html.fromstring(made("c-short-report-of-a-sector").as_page())
    [line] = [p for p in page.iter("p") if "vướng mắc:" in p.text_content()]

    assert [bold.text_content() for bold in line.iter("b")] == ["2. ", "Khó khăn, vướng mắc:"]
    assert line.text_content().endswith(" Không.")


def with_numbering(name: str, *marks: str) -> Report:
    report = load(FOLDER / f"{name}.yaml")
    return report.model_copy(update={"numbering": list(marks)})


def test_a_reference_follows_the_numbering() -> None:
    text = library.make(with_numbering("b-one-directive", "I.", "1.")).as_markdown()

    assert "Việc nêu tại mục II.7 còn" in text
