"""``briefing trace``: every printed fact with its section, its words and its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import HOA_BINH, REPOSITORY, Briefing, briefing

LETTER = REPOSITORY / "inputs" / "cong-van-792-2022.yaml"

__all__ = ["briefing"]


def rows(out: str) -> list[list[str]]:
    return [line.split("\t") for line in out.splitlines()]


def test_a_number_leads_to_its_line(briefing: Briefing, source: Path) -> None:
    outcome = briefing("trace", source)
    lines = source.read_text(encoding="utf-8").splitlines()
    found = [row for row in rows(outcome.out) if row[1] == "figures.kham_pha.rate"]

    assert outcome.code == 0
    assert {row[3] for row in found} == {"92,2%"}
    assert found[0][2].startswith("I. Kết quả thực hiện › 3. ")
    assert found[-1][2] == "Phụ lục I"
    file, line, _ = found[0][0].rsplit(":", 2)
    assert Path(file) == source
    assert lines[int(line) - 1].strip() == "rate: 92.2"


def test_every_part_of_the_document_has_its_name(briefing: Briefing, source: Path) -> None:
    sections = {row[2] for row in rows(briefing("trace", source, "--lang", "en").out)}

    assert {"Letterhead", "Title", "Opening", "Recipients", "Signature"} <= sections


def test_json_has_the_whole_texts(briefing: Briefing, source: Path) -> None:
    told = json.loads(briefing("trace", source, "--format", "json").out)
    statement = next(fact for fact in told if fact["path"] == "results[1].statements[0]")

    assert set(statement) == {"section", "text", "path", "file", "line"}
    assert statement["text"].endswith("“điểm nóng” về an ninh, trật tự.")
    assert len(told) == len(rows(briefing("trace", source).out))


def test_another_kind_can_be_looked_at(briefing: Briefing, source: Path) -> None:
    paths = {row[1] for row in rows(briefing("trace", source, "--kind", "tin-hoi-nghi").out)}

    assert "conference.date" in paths
    assert "signature.post" not in paths


def test_what_stops_a_final_document_does_not_stop_it(briefing: Briefing) -> None:
    outcome = briefing("trace", LETTER)

    assert outcome.code == 0
    assert "letter.orders[0].points[0]" in outcome.out


@pytest.mark.parametrize("name", ["khong-co.yaml"])
def test_a_mistake_is_told_like_everywhere(briefing: Briefing, name: str) -> None:
    assert briefing("trace", name).code == 2


def test_the_shipped_report_is_traced_without_a_gap(briefing: Briefing) -> None:
    told = json.loads(briefing("trace", HOA_BINH, "--format", "json").out)

    assert [fact for fact in told if not fact["text"] or not fact["section"]] == []
    assert [fact["path"] for fact in told if fact["file"] is None] == []
