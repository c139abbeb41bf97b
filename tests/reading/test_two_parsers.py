"""What libyaml reads is what ruamel.yaml reads, each value at the same place."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from cli.running import clean_environment
from exploring import seldom
from hypothesis import example, given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing import InputError
from briefing.reading import FileData, tree
from briefing.reading.tree import read_yaml

from .written import PIECES, documents

REPOSITORY = Path(__file__).resolve().parents[2]
WRITTEN = sorted(
    file
    for folder in ("inputs", "examples", "tests", "docs", "templates")
    for suffix in ("*.yaml", "*.yml", "*.json")
    for file in (REPOSITORY / folder).rglob(suffix)
)
GOOD = sorted((REPOSITORY / "inputs").glob("*.yaml"))

FIXED = settings(derandomize=True, deadline=None, max_examples=seldom(1000))

# ruamel.yaml takes a first empty line of a block, with fewer blanks than the block, for a fault;
# YAML 1.2 (8.1.1.1) forbids only more.
FALSELY_REFUSED = re.compile(r"[|>][-+0-9]* *(#[^\n]*)?\r?\n *\r?\n")


def thorough(text: str) -> FileData | list[str]:
    """Return what ruamel.yaml reads, or the rules that the text breaks."""
    try:
        return tree.thorough_source(text, "a.yaml")
    except InputError as error:
        return [finding.rule for finding in error.findings]


def assert_same(text: str) -> bool:
    """Say whether libyaml reads a text; then it must read the same."""
    quick = tree.quick_source(text, "a.yaml")
    if quick is None:
        return False
    other = thorough(text)
    if other == ["yaml/syntax"] and FALSELY_REFUSED.search(text):
        return True
    assert isinstance(other, FileData), (text, other)
    # As text too, where 1, 1.0 and true differ, and in order.
    assert repr(quick) == repr(other)
    return True


def decoded(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig", "replace")


def test_there_is_something_to_compare() -> None:
    assert len(WRITTEN) > 100


@in_rows("file", WRITTEN, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_every_file_of_the_repository_is_read_alike(file: Path) -> None:
    assert_same(decoded(file))


@pytest.mark.parametrize("change", ["as it is", "CRLF", "NFD"])
@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_the_inputs_are_read_by_libyaml(file: Path, change: str) -> None:
    text = decoded(file)
    if change == "CRLF":
        text = text.replace("\n", "\r\n")
    elif change == "NFD":
        text = unicodedata.normalize("NFD", text)
    assert assert_same(text)


@pytest.mark.slow(reason="a thousand texts are read by a parser that is written in Python")
@FIXED
@given(documents())
def test_written_data_is_read_alike(text: str) -> None:
    assert_same(text)


def test_much_of_that_data_is_read_by_libyaml() -> None:
    read: list[bool] = []

    # A share of fewer would hang on the constants of the modules that happen to be loaded.
    @settings(FIXED, max_examples=200)
    @given(documents())
    def count(text: str) -> None:
        read.append(tree.quick_source(text, "a.yaml") is not None)

    count()
    assert sum(read) > len(read) / 4


@FIXED
@given(
    st.sampled_from(["", "a: ", "a:\n  - ", "- "]),
    st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
)
@example("a: |\n", "#\u2028<<: b")
@example("a: ", "!!int &a 1")
@example("", "? a")
@example("a: b\n", "...\n\n...\n")
def test_pieces_of_yaml_in_any_order_are_read_alike(start: str, rest: str) -> None:
    assert_same(start + rest)


LEFT_TO_THE_OTHER = {
    "a tab after a text": "a: b\t\n",
    "a tab in a text": "a: b\tc\n",
    "a next line": "a: b\x85c: d\n",
    "a line separator": "a: b\u2028c: d\n",
    "a paragraph separator": "a: 'b\u2029c'\n",
    "a second byte order mark": "\ufeffa: b\n",
    "a byte order mark inside": "a: b\n\ufeffc: d\n",
    "a version": "%YAML 1.1\n---\na: no\n",
    "a version behind a remark": "# b\n%YAML 1.1\n---\na: 010\n",
    "an end": "a: b\n...\n",
    "two ends": "a: b\n...\n\n...\n",
    "points in a block": "a: |\n  b\n...\n",
    "a written type": "a: !!int 5\n",
    "a written type of a key": "!!str a: 5\n",
    "a written type of a list": "a: !!seq [5]\n",
    "a type of nobody": "a: !b 5\n",
    "no type": "a: !\n",
    "no type, and an anchor": "a: ! &b c\n",
    "no type in full, and an anchor": "a:\n  - !<!>  &b c\n",
    "an alias": "a: &b c\nd: *b\n",
    "a key twice": "a: b\na: c\n",
    "a list as a key": "[a]: b\n",
    "no key": "? \n: b\n",
    "no item": "a:\n-\n- b\n",
    "an escape of half a character": 'a: "\\ud83d\\ude00"\n',
    "half a character": "a: \ud800\n",
    "a character that may not stand": "a: \x7f\n",
    "an escape beyond the last character": 'a: "\\U00110000"\n',
    "a list": "- a\n",
    "a text": "a\n",
    "nothing": "\n",
    "too deep a group": "a:" + " {a:" * 40 + " b" + "}" * 40 + "\n",
    "much too deep a list": "a: " + "[" * 5000 + "]" * 5000 + "\n",
    "an open bracket": "a: [b\n",
}


@in_rows("text", LEFT_TO_THE_OTHER.values(), ids=LEFT_TO_THE_OTHER)
def test_what_the_two_may_see_otherwise_is_left_to_ruamel(text: str) -> None:
    assert tree.quick_source(text, "a.yaml") is None
    assert read(text) == thorough(text)


def read(text: str) -> FileData | list[str]:
    try:
        return read_yaml(text, "a.yaml")
    except InputError as error:
        return [finding.rule for finding in error.findings]


TYPED = """\
whole: 771
signed: -5
zero first: 010
zeros kept: 92.20
long: 123456789012345678901234567890
no fraction: 5.
no whole: .5
power: 1e3
eight: 0o17
sixteen: 0x1F
grouped: 1_000
day: 2023-12-20
hour: 12:30:45
said: [true, True, TRUE, false]
not said: [yes, no, on, off, y, n]
nothing: [~, null, Null, NULL]
left out:
quoted: ['771', "92.20", 'true', '~', '']
merged: <<
"""


def test_types_are_those_of_yaml_1_2() -> None:
    assert assert_same(TYPED)
    data = read_yaml(TYPED, "a.yaml").data
    assert str(data["zeros kept"]) == "92.20"
    assert (data["whole"], data["zero first"]) == (771, 10)
    assert data["not said"] == ["yes", "no", "on", "off", "y", "n"]
    assert data["said"] == [True, True, True, False]
    assert data["nothing"] == [None] * 4
    assert data["quoted"] == ["771", "92.20", "true", "~", ""]
    texts = ("long", "no fraction", "no whole", "power", "eight", "sixteen", "grouped", "day")
    assert all(isinstance(data[key], str) for key in (*texts, "hour", "merged"))


def test_a_number_of_two_signs_is_a_text() -> None:
    assert read("a: !!int +-5\n") == thorough("a: !!int +-5\n")
    assert read_yaml("a: !!int +-5\n", "a.yaml").data == {"a": "+-5"}


@pytest.mark.parametrize("text", ["a: 5\nb: [c, 92.20]\n", TYPED, *LEFT_TO_THE_OTHER.values()])
def test_without_libyaml_everything_is_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = read(text)
    monkeypatch.setattr(tree, "quick", None)
    assert repr(read(text)) == repr(with_libyaml)


def test_a_good_input_is_read_without_the_other_parser() -> None:
    code = "import sys, briefing; briefing.load(sys.argv[1]); print('ruamel.yaml' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(GOOD[0])],
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "False\n"
