"""What may not be read by everybody goes into no document without a place to say so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.running import Briefing

from briefing import RefusedError, build, check
from briefing.library import in_kind
from kinds.made import WHOLE, report

NEWS = "tin-hoi-nghi"
MARKS = [{"secrecy": "mật"}, {"circulation": "Lưu hành nội bộ"}]


def written(folder: Path, **facts: Any) -> Path:
    file = folder / "năm.yaml"
    file.write_text(json.dumps({**WHOLE, **facts}, ensure_ascii=False), encoding="utf-8")
    return file


@pytest.mark.parametrize("marks", MARKS)
def test_a_kind_without_a_frame_is_refused_to_what_is_restricted(marks: dict[str, str]) -> None:
    news = in_kind(report(**WHOLE, marks=marks), NEWS)
    [found] = [each for each in check(news) if each.rule == "form/mark-without-frame"]

    [(key, said)] = marks.items()
    assert found.path == f"marks.{key}"
    assert said in found.message("vi")
    assert said in found.message("en")
    with pytest.raises(RefusedError):
        build(news)


@pytest.mark.parametrize("marks", [{}, {"urgency": "khẩn", "drafter": "PL"}])
def test_other_marks_leave_the_news_as_it_is(marks: dict[str, str]) -> None:
    assert build(in_kind(report(**WHOLE, marks=marks), NEWS)).startswith(b"PK")


@pytest.mark.parametrize("marks", MARKS)
def test_all_leaves_out_what_cannot_say_that_it_is_restricted(
    marks: dict[str, str], tmp_path: Path, briefing: Briefing
) -> None:
    source = written(tmp_path, marks=marks)
    outcome = briefing("build", source, "--kind", "all", "-d", tmp_path / "ra")

    assert outcome.code == 0, outcome.err
    assert f"Không lập {NEWS}: loại này không có chỗ ghi độ mật" in outcome.err
    made = {file.name for file in (tmp_path / "ra").iterdir()}
    assert made == {"năm.docx", "năm-bao-cao-tom-tat.docx"}
    asked = briefing("build", source, "--kind", NEWS, "-d", tmp_path / "ra")
    assert (asked.code, "[form/mark-without-frame]" in asked.err) == (1, True)


def test_a_batch_tells_what_it_leaves_out_for_its_marks(tmp_path: Path, briefing: Briefing) -> None:
    folder = tmp_path / "vào"
    folder.mkdir()
    written(folder, marks=MARKS[0])
    outcome = briefing("build", folder, "--kind", "all", "-d", tmp_path / "ra")

    assert outcome.code == 0, outcome.err
    assert f"Không lập {NEWS} cho 1 đầu vào vì loại này không có chỗ ghi độ mật" in outcome.err
    assert f"Không lập {NEWS} cho 1 đầu vào vì kỳ" not in outcome.err
    assert not list((tmp_path / "ra").glob(f"*{NEWS}*"))
