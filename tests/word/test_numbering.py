"""Labels: Vietnamese letters, restarts, nesting, the same as in the preview.

Word counts a, b, c, d and then e; a row of up to four letters is counted by Word, a longer one
typed, for điểm have đ after d.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pdfplumber
import pytest
from in_rows import in_rows

from briefing.markdown import write_markdown
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
    "long list in a list": HEAD
    + "1. ngoài một\n"
    + "".join(f"   {n}. trong {n}\n" for n in range(1, 7))
    + "2. ngoài hai\n   1. sau một\n",
    "list in a long list": HEAD
    + "".join(f"{n}. ngoài {n}\n   1. trong {n}\n" for n in range(1, 7)),
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


def test_long_list_in_a_list_and_the_other_way_round(printed) -> None:
    found = {text: label for label, text in printed["long list in a list"]}
    inner = [found[f"trong {n}"] for n in range(1, 7)]
    assert inner == ["a)", "b)", "c)", "d)", "đ)", "e)"]
    assert (found["ngoài một"], found["ngoài hai"], found["sau một"]) == ("a)", "b)", "a)")
    found = {text: label for label, text in printed["list in a long list"]}
    assert [found[f"ngoài {n}"] for n in range(1, 7)] == inner
    assert {found[f"trong {n}"] for n in range(1, 7)} == {"a)"}


@in_rows("count", range(1, 8))
@in_rows("mark", ["####", "{}."])
def test_rows_of_up_to_four_letters_are_counted_by_word_and_longer_ones_typed(
    mark: str, count: int
) -> None:
    rows = "".join(f"{mark.format(n)} ý {n}\n\n" for n in range(1, count + 1))
    content = word_file(f"{HEAD}## Mục\n\n### Khoản\n\n{rows}")
    opened = docx.Document(BytesIO(content))
    texts = [p.text for p in opened.paragraphs if p.text.endswith(tuple("1234567"))]
    typed = [f"{letter})\u00a0ý\u00a0{n}" for n, letter in enumerate(POINTS[:count], start=1)]
    ends = [text[text.index("ý") :].replace("\u00a0", " ") for text in texts]
    assert ends == [f"ý {n}" for n in range(1, count + 1)]
    assert [text.startswith("ý") for text in texts] == [count <= 4] * count
    if count > 4:
        assert [text.replace(" ", "\u00a0") for text in texts] == typed


def test_typed_letters_stand_where_counted_ones_do(
    to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
) -> None:
    texts = {"counted": "1. ý\n2. ý\n", "typed": "".join(f"{n}. ý\n" for n in range(1, 7))}
    pdfs = to_pdf({name: word_file(HEAD + text) for name, text in texts.items()})
    places = {name: letters(pdf) for name, pdf in pdfs.items()}
    assert places["typed"][:2] == pytest.approx(places["counted"], abs=0.2)
    assert len(set(places["typed"])) == 1


def letters(pdf: Path) -> list[float]:
    """Return where each line that begins with a letter and a bracket begins."""
    with pdfplumber.open(pdf) as pages:
        words = [word for page in pages.pages for word in page.extract_words()]
    return [round(word["x0"], 1) for word in words if re.fullmatch(r"\w\)", word["text"])]


def test_lists_in_lists_stand_further_in_four_deep(
    to_pdf: Callable[[Mapping[str, bytes]], dict[str, Path]],
) -> None:
    steps = "".join(f"{'  ' * depth}- cấp {depth} {'dài ' * 40}\n" for depth in range(4))
    pdf = to_pdf({"deep": word_file(HEAD + steps)})["deep"]
    with pdfplumber.open(pdf) as pages:
        lines = pages.pages[0].extract_text_lines()
    first = [line["x0"] for line in lines if " cấp " in line["text"]]
    second = [line["x0"] for line in lines if line["text"].startswith("dài ")]
    for places in (first, sorted(set(second))):
        gaps = [round(deeper - place, 1) for place, deeper in pairwise(places)]
        assert len(gaps) == 3
        assert gaps == pytest.approx([mm(8)] * 3, abs=0.5)


def mm(length: float) -> float:
    return length * 72 / 25.4


def test_lists_that_are_pasted_elsewhere_are_known_again() -> None:
    first, second = (
        part(word_file(text), "word/numbering.xml") for text in list(TEXTS.values())[:2]
    )
    for tag in ("nsid", "tmpl"):
        marks = [value(mark) for mark in find(first, f"w:abstractNum/w:{tag}")]
        assert len(set(marks)) == len(marks) == 3
        assert marks == [value(mark) for mark in find(second, f"w:abstractNum/w:{tag}")]
        assert all(re.fullmatch("[0-9A-F]{8}", mark) for mark in marks)


def test_every_list_that_is_used_is_defined() -> None:
    for text in TEXTS.values():
        content = word_file(text)
        numbering = part(content, "word/numbering.xml")
        defined = [value(num, "numId") for num in find(numbering, "w:num")]
        used = {value(num) for num in find(part(content, "word/document.xml"), ".//w:numId")}
        assert len(defined) == len(set(defined))
        assert used <= {*defined, "0"}
