"""What a field is for is said in words of a form, on the page as in the workbook."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from briefing.findings import LANGUAGES
from briefing.forms import Control, controls
from briefing.library import new_input
from briefing.officer.filled import FilledField

OF_FILES = re.compile(
    r"(?:khi type là|with the type|type:|\bkhóa\b|\bkey\b)"
    r"|\b(?:true|false|up_to|first_half|nine_months|first_year)\b"
)
"""What only a file says: keys, and values as it writes them."""
NAMES = re.compile(r"\{[^{}]*\}")


def parts(language: str) -> Iterator[Control]:
    waiting = [part for _, found in controls(language) for part in found]
    while waiting:
        part = waiting.pop()
        waiting += part.below
        yield part


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_of_the_page_speaks_as_a_file_does(language: str) -> None:
    hints = {part.path: FilledField((), part, language).hint for part in parts(language)}

    # What is chosen from a list in words has no hint that lists them as files do.
    chosen = {"period.type", "indicators[].goal", "figures[].goal"}
    found = {at: said for at, said in hints.items() if OF_FILES.search(NAMES.sub("", said))}
    assert {at: said for at, said in found.items() if at not in chosen} == {}
    assert len(hints) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_holds_a_value_and_no_hint_a_day_as_a_file_writes_it(language: str) -> None:
    found = list(parts(language))
    raw = re.compile(r"\b(?:occurs|detected):|\((?:rate|value)\)|\b\d{4}-\d\d\b")

    assert [part.label for part in found if raw.search(part.label)] == []
    assert [
        hint for part in found if raw.search(hint := FilledField((), part, language).hint)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_of_the_workbook_speaks_as_a_file_does(language: str) -> None:
    book = zipfile.ZipFile(io.BytesIO(new_input("bao-cao-tong-ket", language, excel=True)))
    files = [one for one in book.namelist() if re.search("sharedStrings|comments", one)]
    roots = [etree.fromstring(book.read(one)) for one in files]
    said = ["".join(text.itertext()) for root in roots for text in root.iterfind(".//{*}t/..")]

    assert [one for one in said if OF_FILES.search(NAMES.sub("", one))] == []
    assert len(said) > 100
    quarter = {"vi": "chỉ ghi khi kỳ báo cáo là quý", "en": "only where the period is a quarter"}
    assert any(quarter[language] in one for one in said)
