"""What is taken away, moved or added in the form takes no comment of anything else with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from cli.running import HOA_BINH, REPOSITORY

from briefing.forms import Edit, edited

INPUTS = (HOA_BINH, REPOSITORY / "inputs" / "ky-anh-2023.yaml")
EVERY = 5
"""Which paths of an input are tried: one of so many."""

ENTRIES = """\
# đầu tệp
kind: bao-cao-tong-ket # loại
strengths:
  # về câu một
  - Câu một # cuối câu một
  # về câu hai
  - |
    Câu hai
    hai dòng

  # về câu ba
  - Câu ba

# về dự báo
forecast: Dự báo
models:
  - name: Mô hình
    # nơi triển khai
    where: toàn tỉnh
# hết
"""


def noted(text: str) -> str:
    """Return an input with a comment above each of its lines."""
    made = []
    for at, line in enumerate(text.splitlines()):
        if line.strip() and not line.lstrip().startswith("#"):
            made.append(f"{' ' * (len(line) - len(line.lstrip()))}# c{at}")
        made.append(line)
    return "\n".join([*made, ""])


def comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


def entries(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, below in steps:
        yield (*path, step)
        if isinstance(below, dict | list):
            yield from entries(below, (*path, step))


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


@pytest.mark.parametrize("source", INPUTS, ids=lambda one: one.stem)
def test_of_an_entry_that_goes_only_its_own_comments_go(source: Any) -> None:
    text = noted(source.read_text(encoding="utf-8"))
    data = yaml.safe_load(text)

    for path in list(entries(data))[::EVERY]:
        after = edited(text, [Edit(path)], yes="có")
        lost = comments(text) - comments(after)
        top = path
        while len(top) > 1 and len(at(data, top[:-1])) == 1:
            top = top[:-1]  # a group that is left empty goes as well
        gone = at(data, top)
        # An entry of its own has at most one comment above it.
        own = len(list(entries(gone))) if isinstance(gone, dict | list) else 0
        assert sum(lost.values()) <= own, (path, lost)


@pytest.mark.parametrize("source", INPUTS, ids=lambda one: one.stem)
def test_an_entry_that_moves_takes_its_comments_along(source: Any) -> None:
    text = noted(source.read_text(encoding="utf-8"))
    data = yaml.safe_load(text)

    for path in list(entries(data)):
        if path[-1] == 0 and len(at(data, path[:-1])) > 1:
            after = edited(text, [Edit(path, to=1)], yes="có")
            assert comments(after) == comments(text), path
            assert at(yaml.safe_load(after), path) == at(data, (*path[:-1], 1))


def test_comments_stay_with_what_they_speak_of() -> None:
    gone = edited(ENTRIES, [Edit(("strengths", 2))], yes="có")
    assert gone == ENTRIES.replace("  - Câu ba\n", "")

    moved = edited(ENTRIES, [Edit(("strengths", 0), to=2)], yes="có")
    one = "  # về câu một\n  - Câu một # cuối câu một\n"
    two = "  # về câu hai\n  - |\n    Câu hai\n    hai dòng\n"
    three = "  # về câu ba\n  - Câu ba\n"
    assert f"{one}{two}\n{three}" in ENTRIES
    assert moved == ENTRIES.replace(f"{one}{two}\n{three}", f"{two}{three}\n{one}")

    key = edited(ENTRIES, [Edit(("models", 0, "name"))], yes="có")
    assert "models:\n    # nơi triển khai\n  - where: toàn tỉnh\n" in key


@pytest.mark.parametrize(
    "path",
    [("models", 0, "lead"), ("models", 1), ("period", "type"), ("period",), ("kind", "x"),
     ("strengths", 3), ("people", "an", "name")],
)  # fmt: skip
def test_to_take_away_what_is_not_there_takes_nothing(path: tuple[str | int, ...]) -> None:
    text = ENTRIES.replace("# hết", "period:\n  year: 2025 # năm\n# hết")
    text = text if path != ("period",) else ENTRIES

    assert edited(text, [Edit(path)], yes="có") == text
    assert edited(text, [Edit(("place",), "Cao Sơn"), Edit(path)], yes="có") == edited(
        text, [Edit(("place",), "Cao Sơn")], yes="có"
    )


def test_the_only_entry_of_a_list_goes_nowhere() -> None:
    text = "results:\n  - statements:\n      - Một\n  - statements:\n      - Hai\n"

    with pytest.raises(LookupError):
        edited(text, [Edit(("results", 0, "statements", 0), to=1)], yes="có")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_joins_comes_before_the_comments_on_what_follows(ending: str) -> None:
    text = ENTRIES.replace("\n", ending)

    added = edited(text, [Edit(("strengths", 3), "Câu bốn: mới")], yes="có")
    assert added == text.replace("Câu ba", f"Câu ba{ending}  - 'Câu bốn: mới'")

    group = edited(text, [Edit(("limitations", 0), "Hạn chế")], yes="có")
    assert group == text.replace("- Câu ba", f"- Câu ba{ending}limitations:{ending}  - Hạn chế")

    inside = edited(text, [Edit(("models", 0, "lead"), "Công an tỉnh")], yes="có")
    assert inside == text.replace("toàn tỉnh", f"toàn tỉnh{ending}    lead: Công an tỉnh")


def test_an_entry_with_a_new_name_keeps_the_remark_on_it() -> None:
    text = "kind: bao-cao-tong-ket\nabbreviations:\n  AN: an ninh # một\n  # hai\n  TT: trật tự\n"

    after = edited(text, [Edit(("abbreviations", "AN"), to="ANQG")], yes="có")

    assert after == text.replace("AN:", "ANQG:")
