"""Whatever is typed, ordered and changed elsewhere at once, the file says what was meant.

A model of the form takes the same steps as the page, whose answers come late or not at all; another
window puts entries in meanwhile.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from cli.running import HOA_BINH
from exploring import one_of_each
from selenium.webdriver import Chrome

from briefing.reading import read, read_yaml

from .clerk import Clerk
from .serving import Served, served

NAME = HOA_BINH.name
HEAD = "schema: 1\nkind: bao-cao-tong-ket\nperiod:\n  year: 2026\n"
SCRIPT = (Path(__file__).parent / "at_random.js").read_text(encoding="utf-8")
SEEDS = one_of_each(range(1, 33), lambda _: "at random")
"""In ``make test`` the first, with which another window writes meanwhile."""
STEPS = 14
LATE = 0.25
"""Seconds that each question and each answer is late at most."""
FIELDS = ("place", "title", "subject")
Entry = dict[str, str]


@pytest.fixture
def page(chromium: Chrome, tmp_path: Path) -> Iterator[tuple[Clerk, Served]]:
    tasks = "".join(f"  - text: m{n} đầu\n" for n in range(4))
    (tmp_path / NAME).write_text(f"{HEAD}tasks:\n{tasks}", encoding="utf-8")
    with served(tmp_path) as page:
        page.enter(NAME)
        chromium.get(f"{page.address}report/{NAME}/")
        clerk = Clerk(chromium, page.address)
        clerk.until(clerk.is_saved)
        yield clerk, page
        chromium.execute_script("window.onbeforeunload = null")
        chromium.get("about:blank")


def steps_of(
    dice: random.Random, marks: list[str], moves: str, names: Iterator[int]
) -> Iterator[dict[str, Any]]:
    """Yield what a person does; entries that were added may be meant as well."""
    known = list(marks)
    for _ in range(STEPS):
        act = dice.choice(["field", "entry", "entry", "entry", "add", "press", "press"])
        number = next(names)
        match act:
            case "field":
                yield {"act": act, "path": [dice.choice(FIELDS)], "text": f"chữ {number}"}
            case "entry":
                mark, key = dice.choice(known), dice.choice(["lead", "product", "text"])
                text = f"{mark} ý {number}" if key == "text" else f"ý {number}"
                yield {"act": act, "mark": mark, "key": key, "text": text}
            case "add":
                known.append(f"m{number}")
                yield {"act": act, "mark": f"m{number}", "text": f"m{number} mới"}
            case "press":
                yield {"act": act, "mark": dice.choice(known), "label": dice.choice(moves)}


def meant(fields: Entry, tasks: list[Entry], made: list[dict[str, Any]]) -> None:
    """Take the steps that the page took in a model of the form."""
    for step in (one for one in made if not one.get("skipped")):
        at = next((n for n, one in enumerate(tasks) if of(one) == step.get("mark")), -1)
        match step["act"]:
            case "field":
                fields[step["path"][0]] = step["text"]
            case "entry":
                assert at >= 0, f"{step} was typed into an entry that was about to go"
                tasks[at][step["key"]] = step["text"]
            case "add":
                tasks.append({"text": step["text"]})
            case "press" if at < 0:
                pass  # it was about to go already
            case "press" if step["label"] == "×":
                del tasks[at]
            case "press":
                to = at + (1 if step["label"] == "↓" else -1)
                tasks.insert(min(max(to, 0), len(tasks) - 1), tasks.pop(at))


def of(entry: Entry) -> str:
    return entry["text"].split()[0]


class Other(Thread):
    """Another window, which puts entries in front of all others now and then."""

    def __init__(self, page: Served, file: Path, dice: random.Random, names: Iterator[int]) -> None:
        super().__init__()
        self._page, self._file, self._dice, self._names = page, file, dice, names
        self.ended = Event()
        self.put: list[str] = []

    def run(self) -> None:
        while not self.ended.wait(self._dice.uniform(0.3, 1.5)):
            content = self._file.read_bytes()
            count = len(read_yaml(content.decode(), NAME).data.get("tasks", []))
            of = sha256(content).hexdigest()[:16]
            text = f"k{next(self._names)} nơi khác"
            new = {"path": ["tasks", count, "text"], "text": text, "was": ""}
            if made := self._asked(of, new):
                path = made["shown"][0]["path"][:2]
                self._asked(made["digest"], {"path": path, "to": 0})
                self.put.insert(0, text)

    def _asked(self, of: str, change: dict[str, Any]) -> Any:
        answer, told = self._page.ask(
            f"report/{NAME}/change?of={of}",
            json.dumps([change]),
            {"Content-Type": "application/json"},
        )
        return json.loads(told) if answer.status == 200 else None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_file_says_what_was_meant(
    seed: int, page: tuple[Clerk, Served], tmp_path: Path
) -> None:
    clerk, door = page
    dice, names, file = random.Random(seed), iter(range(10, 10_000)), tmp_path / NAME
    data = read(file).data
    fields = {key: str(data.get(key, "")) for key in FIELDS}
    tasks = [dict(one) for one in data["tasks"]]
    other = Other(door, file, random.Random(seed), iter(range(10_000, 20_000)))
    clerk.driver.set_script_timeout(120)
    # What goes up may go past what the other window has just put there: nobody knows which.
    moves = "×↓↓" if seed % 2 else "×↑↓↓"
    if seed % 2:
        other.start()
    made = clerk.driver.execute_async_script(
        SCRIPT, list(steps_of(dice, [of(one) for one in tasks], moves, names)), LATE
    )
    other.ended.set()
    if seed % 2:
        other.join()
    meant(fields, tasks, made)
    time.sleep(0.5)
    clerk.until(lambda: clerk.says("saved").startswith(("Đã lưu.", "Tệp vừa được sửa")))

    assert [one for one in made if "stray" in one] == []
    assert clerk.driver.find_elements("css selector", ".choice, #lost-texts textarea") == []
    data = read(file).data
    expected = [*({"text": text} for text in other.put), *tasks]
    refused = clerk.run("return window.refused")
    done = "\n".join(json.dumps(one, ensure_ascii=False) for one in [*made, *refused])
    assert [as_text(one) for one in data["tasks"]] == expected, done
    assert {key: str(data.get(key, "")) for key in FIELDS} == fields
    shown = clerk.run(
        "return [...document.querySelectorAll('#field-tasks > .entry:not(.new)')].map((one) =>"
        " [...one.querySelectorAll('[data-path]')].map((box) => box.value).filter(Boolean))"
    )
    assert [sorted(one) for one in shown] == [sorted(one.values()) for one in expected]


def as_text(entry: Any) -> Entry:
    held = entry if isinstance(entry, dict) else {"text": entry}
    return {key: str(value) for key, value in held.items()}
