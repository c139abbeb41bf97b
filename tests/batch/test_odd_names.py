"""Names of files in any bytes work, and are shown with nothing unseen in them."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path

import pytest
from cli.running import HOA_BINH, Briefing

from briefing.characters import escaped_json, in_line

from .made import text

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows all these names")

ODD = {
    b"a\xffb": "a<0xFF>b",
    b"c\nd": "c<U+000A>d",
    b"e\tf": "e<U+0009>f",
    b"g\x1b[31mh": "g<U+001B>[31mh",
    "i\u202ej".encode(): "i<U+202E>j",
    b"k\"l'm": "k\"l'm",
    b"n`$(o)": "n`$(o)",
    "r\u0085s".encode(): "r<U+0085>s",
    "v\u2028w".encode(): "v<U+2028>w",
    "\U000e0001x".encode(): "<U+E0001>x",
    b"y\r": "y<U+000D>",
    b" z ": " z ",
    b"\\n": "\\n",
    b"=1+1": "=1+1",
    b"-u": "-u",
}


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of inputs in ``in``, below the folder to work in."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    names = [os.fsdecode(name) for name in ODD]
    for name in names:
        Path(f"in/{name}.yaml").write_text(text(1), encoding="utf-8")
    return names


def unseen(printed: str) -> set[str]:
    """Return the characters of what was printed that no person sees."""
    return {char for char in printed if not char.isprintable() and char not in "\n\t\u00a0"}


def test_they_are_built_resumed_and_told(briefing: Briefing, odd: list[str]) -> None:
    words = ("build", "in", "-d", "out", "--resume", "--format", "json")
    for state in ("built", "unchanged"):
        outcome = briefing(*words, "--summary", "s.csv")
        assert outcome.code == 0
        said = json.loads(outcome.out)
        assert said["counts"][state] == len(odd)
        assert {each["input"] for each in said["documents"]} == {f"in/{name}.yaml" for name in odd}
        assert unseen(outcome.out + outcome.err) == set()
    assert {path.name for path in Path("out").glob("*.docx")} == {f"{name}.docx" for name in odd}
    table = Path("s.csv").read_text(encoding="utf-8-sig")
    assert unseen(table) == set()
    rows = [row["input"] for row in csv.DictReader(table.splitlines())]
    assert sorted(rows) == sorted(f"in/{shown}.yaml" for shown in ODD.values())


def test_they_are_shown_in_every_message(briefing: Briefing, odd: list[str]) -> None:
    for name, shown in zip(odd, ODD.values(), strict=True):
        file = f"./in/{name}.yaml"
        first, second = (briefing("build", file, "-d", "out") for _ in range(2))
        assert f"Đã ghi out/{shown}.docx." in first.err
        assert f"out/{shown}.docx: lỗi: tệp đã có" in second.err
        checked = briefing("check", file)
        assert f"in/{shown}.yaml:" in checked.out
        usage = briefing("build", file, f"x{name}")
        assert f"x{shown}" in usage.err
        missing = briefing("check", f"in/{name}.yml")
        assert f"gần nhất là “in/{shown}.yaml”" in missing.out
        for outcome in (first, second, checked, usage, missing):
            assert unseen(outcome.out + outcome.err) == set()
    told = briefing("check", *(f"./in/{name}.yaml" for name in odd), "--format", "json")
    assert unseen(told.out) == set()
    assert {each["file"] for each in json.loads(told.out)} >= {f"in/{name}.yaml" for name in odd}


def test_a_table_holds_no_formula(briefing: Briefing, odd: list[str]) -> None:
    assert odd
    Path("=1+1.yaml").write_text(text(1), encoding="utf-8")
    Path("list.txt").write_text("=1+1.yaml\n", encoding="utf-8")
    assert briefing("build", "list.txt", "-d", "out", "--summary", "s.csv").code == 0
    [row] = csv.DictReader(Path("s.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (row["input"], row["outputs"]) == ("'=1+1.yaml", "'=1+1.docx")


def test_json_reads_the_same_with_nothing_unseen() -> None:
    every = " ".join(map(chr, range(0x110000)))
    plain = json.dumps(every, ensure_ascii=False)
    assert json.loads(escaped_json(plain)) == every
    marks = "\u061c\u200b\u200f\u202a\u202e\u2066\u2069\ufeff\U000e0041\ud800\x1b\x7f\x9b"
    assert set(escaped_json(json.dumps(marks, ensure_ascii=False))) <= set(map(chr, range(32, 127)))
    assert in_line("Báo cáo năm 2023.docx") == "Báo cáo năm 2023.docx"


def test_json_on_the_standard_output_is_one_value(briefing: Briefing, tmp_path: Path) -> None:
    words = ("build", HOA_BINH, "-d", tmp_path, "--kind", "all", "--format", "json")
    outcome = briefing(*words)
    assert outcome.code == 0
    assert isinstance(json.loads(outcome.out), list)


def test_a_summary_that_cannot_be_written_at_the_end_leaves_the_json_whole(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.cli import summaries

    listed = tmp_path / "list.txt"
    listed.write_text(str(HOA_BINH))
    # Simulated: the folder of the summary is gone when the work is done.
    monkeypatch.setattr(summaries.SummaryFile, "check", lambda *_: None)
    words = ("build", listed, "-d", tmp_path / "out", "--format", "json", "--summary")
    outcome = briefing(*words, tmp_path / "none" / "s.csv")
    assert outcome.code == 2
    assert json.loads(outcome.out)["counts"]["built"] == 1
    assert "[output/no-folder]" in outcome.err
