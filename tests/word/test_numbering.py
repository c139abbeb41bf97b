"""Labels that Word counts: Vietnamese letters, restarts, nesting, the same as in the preview."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pdfplumber
import pytest

from briefing.document import write_markdown
from briefing.standards import load_standard

from .package import document, find, part, value, word_file

# Điểm go by the Vietnamese alphabet; Nghị định 30/2020/NĐ-CP in its own text keeps đ and has
# no f, j, w, z.
POINTS = list("abcdđeghiklmnopqrstuvxy")

LABEL = re.compile(r"^([IVX]+\.|\d+\.|\w{1,2}\)) (.*)$")
PREVIEW_LABEL = re.compile(r"^\s*(?:#+|-) ([IVX]+\.|\d+\.|\w{1,2}\\?\)) (.*)$")

HEAD = "# Báo cáo\n\nTổng kết\n\n"


def headings(mark: str, count: int, word: str) -> str:
    return "".join(f"{mark} {word} {number}\n\n" for number in range(1, count + 1))


TEXTS = {
    "points": HEAD + "## Mục\n\n### Khoản\n\n" + headings("####", 23, "điểm"),
    "more points than letters": HEAD + "## Mục\n\n### Khoản\n\n" + headings("####", 27, "điểm"),
    "points in two khoản": HEAD
    + "## Mục\n\n### Khoản một\n\n"
    + headings("####", 8, "trước")
    + "### Khoản hai\n\n"
    + headings("####", 8, "sau"),
    "points in an annex": HEAD
    + "## Mục chính\n\n### Khoản chính\n\n"
    + headings("####", 6, "chính")
    + "# Một\n\n## Mục phụ\n\n### Khoản phụ\n\n"
    + headings("####", 8, "phụ")
    + "## Mục phụ nữa\n\n### Khoản nữa\n\n"
    + headings("####", 2, "nữa"),
    "list": HEAD + "Đoạn.\n\n" + "".join(f"{n}. ý {n}\n" for n in range(1, 24)),
    "two lists": HEAD + "1. một\n2. hai\n\nĐoạn.\n\n1. ba\n2. bốn\n3. năm\n",
    "lists in a list": HEAD
    + "1. ngoài một\n   1. trong một\n   2. trong hai\n2. ngoài hai\n3. ngoài ba\n"
    + "   1. trong ba\n4. ngoài bốn\n",
    "dashes in a list": HEAD
    + "1. ngoài một\n   - gạch\n2. ngoài hai\n   - gạch nữa\n3. ngoài ba\n",
}


@pytest.fixture(scope="module")
def printed(
    to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
) -> dict[str, list[tuple[str, str]]]:
    """The labels of each text as printed, each with what it labels."""
    pdfs = to_pdf({name: word_file(text) for name, text in TEXTS.items()})
    return {name: labels(printed_text(pdf), LABEL) for name, pdf in pdfs.items()}


def printed_text(pdf: Path) -> str:
    with pdfplumber.open(pdf) as pages:
        return "\n".join(page.extract_text() for page in pages.pages)


def labels(text: str, pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    matches = [pattern.match(line) for line in text.splitlines()]
    return [(match[1].replace("\\", ""), match[2]) for match in matches if match]


def test_points_bear_vietnamese_letters(printed) -> None:
    assert [label for label, text in printed["points"] if "điểm" in text] == [
        f"{letter})" for letter in POINTS
    ]


def test_list_items_bear_vietnamese_letters(printed) -> None:
    assert [label for label, _ in printed["list"]] == [f"{letter})" for letter in POINTS]


def test_points_start_at_a_again_in_each_khoan(printed) -> None:
    found = printed["points in two khoản"]
    for word in ("trước", "sau"):
        letters = [label for label, text in found if text.startswith(word)]
        assert letters == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_headings_of_an_annex_start_at_one_again(printed) -> None:
    found = {text: label for label, text in printed["points in an annex"]}
    assert (found["MỤC PHỤ"], found["MỤC PHỤ NỮA"]) == ("I.", "II.")
    assert (found["Khoản phụ"], found["Khoản nữa"]) == ("1.", "1.")
    assert [found[f"phụ {n}"] for n in range(4, 9)] == ["d)", "đ)", "e)", "g)", "h)"]
    assert [found["nữa 1"], found["nữa 2"]] == ["a)", "b)"]


def test_second_list_starts_at_a_again(printed) -> None:
    assert [label for label, _ in printed["two lists"]] == ["a)", "b)", "a)", "b)", "c)"]


def test_list_goes_on_after_a_list_inside_it(printed) -> None:
    found = {text: label for label, text in printed["lists in a list"]}
    outer = [found[f"ngoài {word}"] for word in ("một", "hai", "ba", "bốn")]
    inner = [found[f"trong {word}"] for word in ("một", "hai", "ba")]
    assert (outer, inner) == (["a)", "b)", "c)", "d)"], ["a)", "b)", "a)"])


@pytest.mark.parametrize("name", TEXTS)
def test_word_and_preview_bear_the_same_labels(name: str, printed) -> None:
    preview = write_markdown(document(TEXTS[name]), load_standard("nd30-2020", "P14"))
    assert printed[name]
    assert printed[name] == labels(preview, PREVIEW_LABEL)


def test_labels_are_counted_by_word_not_typed() -> None:
    content = word_file(TEXTS["points"])
    for paragraph in find(part(content, "word/document.xml"), ".//w:p"):
        text = "".join(node.text or "" for node in find(paragraph, ".//w:t"))
        assert not LABEL.match(text)


def test_every_list_that_is_used_is_defined() -> None:
    for text in TEXTS.values():
        content = word_file(text)
        numbering = part(content, "word/numbering.xml")
        defined = [value(num, "numId") for num in find(numbering, "w:num")]
        used = {value(num) for num in find(part(content, "word/document.xml"), ".//w:numId")}
        assert len(defined) == len(set(defined))
        assert used <= set(defined)
