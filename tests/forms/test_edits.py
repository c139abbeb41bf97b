"""An input changed in place: what is typed stands there, and the rest of the file stays."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import ndiff
from operator import eq
from pathlib import Path
from typing import Any

import pytest
from cli.running import REPOSITORY
from exploring import in_turn
from in_rows import in_rows
from ruamel.yaml import YAML

from briefing.forms import Edit, edited, general
from briefing.reading import read, read_yaml

INPUTS = sorted((REPOSITORY / "inputs").glob("*.yaml"))
NEW = "schema: 1\nkind: bao-cao-tong-ket\nperiod:\n  year: 2026\n"


def changed(text: str, *edits: Edit) -> str:
    return edited(text, edits, yes="Có")


def lines_changed(before: str, after: str) -> list[str]:
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize("source", INPUTS, ids=lambda path: path.stem)
def test_nothing_else_of_a_file_changes(source: Path, tmp_path: Path) -> None:
    text = source.read_text(encoding="utf-8")
    after = changed(text, Edit(("place",), "Nơi khác"))
    copy = tmp_path / "sau.yaml"
    copy.write_text(after, encoding="utf-8")

    told = [line[2:] for line in lines_changed(text, after)]

    assert "place: Nơi khác" in told
    assert all(line.startswith("place:") for line in told)
    assert read(copy).data == {**read(source).data, "place": "Nơi khác"}


def test_a_whole_report_is_typed_into_an_empty_input() -> None:
    after = changed(
        NEW,
        Edit(("subject",), "công tác #1: bảo đảm an ninh"),
        Edit(("date",), "20/12/2026"),
        Edit(("figures", "kham_pha", "label"), "số vụ"),
        Edit(("figures", "kham_pha", "value"), "1.315"),
        Edit(("figures", "kham_pha", "rate"), "92,20"),
        Edit(("figures_annex",), "Có"),
        Edit(("results", 0, "area"), "ma_tuy"),
        Edit(("results", 0, "statements", 0), "Đã khám phá {kham_pha}."),
        Edit(("tasks", 0, "text"), "Tiếp tục …"),
        Edit(("tasks", 0, "lead"), "Công an xã"),
    )

    assert after == (
        NEW + "date: '2026-12-20'\n"
        "subject: 'công tác #1: bảo đảm an ninh'\n"
        "figures:\n"
        "  kham_pha:\n"
        "    label: số vụ\n"
        "    value: 1315\n"
        "    rate: 92.20\n"
        "figures_annex: true\n"
        "results:\n"
        "  - area: ma_tuy\n"
        "    statements:\n"
        "      - Đã khám phá {kham_pha}.\n"
        "tasks:\n"
        "  - text: Tiếp tục …\n"
        "    lead: Công an xã\n"
    )


@in_rows("typed", ["1,315", "1,000", "mười hai", "12 vụ", "1,3,1", "1.3.1", "1.3155,2", "--1"])
def test_a_number_that_can_be_read_in_two_ways_stays_as_it_was_typed(typed: str) -> None:
    after = changed(NEW, Edit(("figures", "so", "value"), typed))

    assert f'    value: "{typed}"\n' in after


@in_rows(
    ("typed", "written"),
    [("771", "771"), ("1.315", "1315"), ("12.345.678", "12345678"), ("92,2", "92.2"),
     ("0,05", "0.05"), ("92,20", "92.20"), ("-3", "-3"), ("1234,5678", "1234.5678"),
     ("92.2", "92.2"), ("1 250", "1250")],
)  # fmt: skip
def test_a_number_is_written_as_inputs_write_it(typed: str, written: str) -> None:
    assert f"    value: {written}\n" in changed(NEW, Edit(("figures", "so", "value"), typed))


def test_an_empty_text_takes_the_value_away_and_the_groups_that_it_leaves_empty() -> None:
    text = NEW + "figures:\n  so:\n    value: 1\nstrengths:\n  - Một\nplace: Cao Sơn\n"

    after = changed(
        text, Edit(("figures", "so", "value"), " "), Edit(("strengths", 0), ""), Edit(("place",))
    )

    assert after == NEW


def test_an_entry_that_is_its_text_alone_stays_so_until_more_is_said() -> None:
    text = NEW + "tasks:\n  - Tiếp tục …\n  - Tăng cường …\n"

    once = changed(text, Edit(("tasks", 0, "text"), "Chủ động …"))
    twice = changed(once, Edit(("tasks", 1, "lead"), "Công an xã"))

    assert once == NEW + "tasks:\n  - Chủ động …\n  - Tăng cường …\n"
    assert twice.endswith("  - text: Tăng cường …\n    lead: Công an xã\n")
    assert changed(once, Edit(("tasks", 1, "text"), "")) == NEW + "tasks:\n  - Chủ động …\n"


def test_entries_change_places_and_names() -> None:
    text = NEW + "figures:\n  a:\n    value: 1\n  b:\n    value: 2\nstrengths:\n  - Một\n  - Hai\n"

    after = changed(text, Edit(("strengths", 1), to=0), Edit(("figures", "a"), to="c"))

    assert after.endswith(
        "figures:\n  c:\n    value: 1\n  b:\n    value: 2\nstrengths:\n  - Hai\n  - Một\n"
    )


@in_rows(
    "edit",
    [Edit(("strengths", 5), "x"), Edit(("strengths", 0), to=7), Edit(("figures", "a"), to="b"),
     Edit(("place", "below"), "x"), Edit(("nothing", 0), to=1), Edit(("figures", "gone"), to="c"),
     Edit(("strengths", 0), to="c"), Edit(("place", "below"), to="c")],
)  # fmt: skip
def test_a_path_that_leads_nowhere_changes_nothing(edit: Edit) -> None:
    text = NEW + "place: Cao Sơn\nfigures:\n  a: {value: 1}\n  b: {value: 2}\nstrengths:\n  - Một\n"

    with pytest.raises(LookupError):
        changed(text, edit)


def test_a_path_is_called_without_positions_and_names() -> None:
    assert general(("results", 0, "statements", 2)) == "results[].statements[]"
    assert general(("figures", "kham_pha", "change", "percent")) == "figures[].change.percent"
    assert general(("abbreviations", "AN-TT", "long")) == "abbreviations[].long"


def test_whatever_calls_an_entry_follows_its_new_name() -> None:
    text = (
        NEW + "figures:\n  a: {value: 1, beside: b}\n  b: {value: 2}\n"
        "results:\n  - statements: ['Đã khám phá {b}, {b.rate}, {ba}.']\n"
        "people:\n  b: {name: …}\nconference: {chair: b}\n"
    )

    figure = changed(text, Edit(("figures", "b"), to="kham_pha"))
    person = changed(text, Edit(("people", "b"), to="chu_tri"))

    assert "beside: kham_pha" in figure
    assert "Đã khám phá {kham_pha}, {kham_pha.rate}, {ba}." in figure
    assert "chair: b" in figure
    assert "chair: chu_tri" in person
    assert "beside: b" in person


ODD = """\
---
schema: 1
kind: bao-cao-tong-ket
# giữ nguyên
period: {year: 2026, # năm
  type: year}
place: Nơi này
tasks:
-   một
    hai
-   ba
figures:
    a:
        value: 1234567890123456.789
        rate: 092.20
        total: +5
conference: ~
..."""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_in_an_order_of_its_own_stays_in_it(ending: str, mark: str) -> None:
    text = mark + ODD.replace("\n", ending) + ending

    after = changed(text, Edit(("place",), "Nơi khác"))

    assert after == text.replace("Nơi này", "Nơi khác")


def test_no_number_goes_through_binary_fractions() -> None:
    text = "schema: 1\nfigures:\n  a: {value: 1234567890123456.789, rate: +092.20}\n"

    after = changed(text, Edit(("figures", "b", "value"), "12345678901234567,89"))

    assert "value: 1234567890123456.789, rate: +092.20" in after
    assert "value: 12345678901234567.89" in after


SAID = (
    "Nơi khác", "yes", "null", "12 vụ: {a}", "- x", "'q' và \"r\"", "a #b", "[x]", "x:",
    "{a.rate} vụ", "a, b", "1,315", "*a", "&a", "!x", "%", "dòng một\ndòng hai", "-",
)  # fmt: skip


@pytest.mark.parametrize(("said", "source"), in_turn(SAID, INPUTS[1:3]))
def test_a_text_in_place_of_another_says_the_same_whatever_it_is(source: Path, said: str) -> None:
    text = source.read_text(encoding="utf-8")
    read_before = read_yaml(text, "")
    texts = [path for path, value in _leaves(read_before.data) if isinstance(value, str)]

    for path in texts[:: max(1, len(texts) // 3)]:
        after = changed(text, Edit(path, said))

        assert dict(_leaves(read_yaml(after, "").data)) == {
            **dict(_leaves(read_before.data)),
            path: said.strip(),
        }
        if "\n" not in said:
            # Nothing but the value itself was written anew, with its quotes.
            alike = list(map(eq, text, after)), list(map(eq, text[::-1], after[::-1]))
            kept = sum(one.index(False) if False in one else len(one) for one in alike)
            assert len(after) - kept <= 2 * len(said) + 8


@pytest.mark.parametrize(
    "text",
    [
        "place: &a Nơi này\ntasks:\n  - *a\n", "place: !!str Nơi này\n", "place: >\n  Nơi\n  này\n",
        "place: Nơi\n  này\n", "place: |\n  Nơi này\n", "? place\n: Nơi này\n",
        "base: &b\n  x: 1\nissuer:\n  <<: *b\nplace: Nơi này\n",
    ],
)  # fmt: skip
def test_what_stands_in_no_usual_way_is_changed_as_well(text: str) -> None:
    after = changed(text, Edit(("place",), "Nơi khác"))

    assert YAML(typ="safe").load(after)["place"] == "Nơi khác"


def _leaves(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Any]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in pairs:
        if isinstance(value, (dict, list)):
            yield from _leaves(value, (*path, step))
        else:
            yield (*path, step), value


@pytest.mark.parametrize("text", ["? ai làm", "?", ": theo kế hoạch", ":", "a\x85b", "a\u2028b"])
@pytest.mark.parametrize("also", [0, 50], ids=["one-by-one", "all-at-once"])
@pytest.mark.parametrize(
    "held", ["tasks: [{text: Một}]", "tasks: [lead: Công an]", "tasks:\n  - text: Một"]
)
def test_what_looks_like_a_mark_of_yaml_can_be_read_where_it_was_typed(
    held: str, also: int, text: str
) -> None:
    others = [Edit(("abbreviations", f"T{n}", "long"), f"Tổ {n}") for n in range(also)]
    after = changed(f"{NEW}{held}\n", Edit(("tasks", 0, "text"), text), *others)
    assert read_yaml(after, "").data["tasks"][0]["text"] == text


@pytest.mark.parametrize("also", [0, 50], ids=["one-by-one", "all-at-once"])
@pytest.mark.parametrize("path", [("awards", 0), ("awards", 0, "to")], ids=["taken", "emptied"])
def test_an_entry_without_its_list_can_be_taken_away(
    path: tuple[str | int, ...], also: int
) -> None:
    others = [Edit(("abbreviations", f"T{n}", "long"), f"Tổ {n}") for n in range(also)]
    after = changed(f"{NEW}awards:\n  to: Công an xã\n", Edit(path), *others)
    assert "awards" not in read_yaml(after, "").data
