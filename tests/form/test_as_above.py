"""“Như trên” stands once among the recipients, whoever writes it, and only below “Kính gửi”."""

from __future__ import annotations

from in_rows import in_rows
from kinds.made import report

from briefing import preview


def lines(copies: list[str], addressees: list[str], **facts: object) -> list[str]:
    """Return the recipients as they are printed."""
    recipients = {"copies": copies, "addressees": addressees}
    text = preview(report(recipients=recipients, **facts), draft=True)
    listed = text[text.index("Nơi nhận") :].splitlines()
    return [line.split("|")[1].strip() for line in listed if line.startswith("| - ")]


@in_rows("typed", ["Như trên", "như trên", "Như kính gửi", "Như Kính gửi"])
@in_rows("at", [0, 1])
def test_what_is_typed_is_not_printed_beside_what_is_printed_anyway(typed: str, at: int) -> None:
    copies = ["Đảng ủy xã"]
    copies.insert(at, typed)
    first = typed[:1].upper() + typed[1:]

    assert lines(copies, ["Ủy ban nhân dân tỉnh"])[:2] == [f"- {first};", "- Đảng ủy xã;"]


def test_without_it_the_program_writes_it() -> None:
    found = lines(["Đảng ủy xã"], ["Ủy ban nhân dân tỉnh"])

    assert found[:2] == ["- Như trên;", "- Đảng ủy xã;"]


def test_where_addressees_are_listed_nothing_stands_above() -> None:
    found = lines(["Như trên", "Đảng ủy xã"], ["Ủy ban nhân dân tỉnh"], kind="ke-hoach")

    assert found[:2] == ["- Ủy ban nhân dân tỉnh;", "- Đảng ủy xã;"]
