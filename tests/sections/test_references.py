"""Sections that sentences call by name."""

from __future__ import annotations

from briefing import Report, library
from sections.commune import ONE, data
from sections.outlined import text


def test_a_reference_follows_when_a_part_before_it_is_not_printed() -> None:
    sections = (
        {"part": "situation"},
        {**ONE, "name": "ket_qua"},
        {"title": "Sau", "statements": ["Như {ket_qua}, {ket_qua.title} đã nêu"]},
    )
    situation = {"overview": ["Địa bàn rộng"]}

    assert "Như mục II, Kết quả đã nêu." in text(*sections, situation=situation)
    # The short version leaves the situation out, so its numbers move.
    short = text(*sections, situation=situation, kind="bao-cao-tom-tat")
    assert "## I. KẾT QUẢ" in short
    assert "Như mục I, Kết quả đã nêu." in short


def test_an_unknown_name_of_a_section_is_an_error_with_the_nearest() -> None:
    report = Report.model_validate(
        data({**ONE, "name": "ket_qua"}, {"title": "B", "statements": ["Xem {ket_quaa}"]})
    )
    [found] = [
        f for f in library.make(report, draft=True).findings if f.rule == "figures/unknown-name"
    ]

    assert found.values["near"] == "{ket_qua}"
