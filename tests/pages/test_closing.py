"""Signature and recipients: Phụ lục I, phần I, mục II.7 and II.9.d; mục V, rows 7 and 8b."""

from __future__ import annotations

import pytest

from .measure import TOLERANCE, Line
from .reports import Printed


def right_column(printed: Printed) -> list[Line]:
    page, label = printed.main[-1], printed.main[-1].find("Nơi nhận:")
    return [
        line for line in page.lines if line.top > label.top - 6 and line.x0 > printed.centre - 10
    ]


def recipients(printed: Printed) -> list[Line]:
    page, label = printed.main[-1], printed.main[-1].find("Nơi nhận:")
    return [
        line
        for line in page.lines
        if line.top > label.top + 6 and line.x0 < printed.left + TOLERANCE
    ]


def test_authority_and_post_are_bold_capitals(printed: Printed) -> None:
    # Row 7: 13 to 14, upright, bold; mục II.7: "TM." for a collective body.
    lines = right_column(printed)
    assert [line.text for line in lines] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    for line in lines:
        assert (line.sizes, line.faces) == ({printed.large}, {"bold"})


def test_authority_and_post_are_centred_on_each_other_at_the_right(printed: Printed) -> None:
    authority, post = right_column(printed)
    assert authority.centre == pytest.approx(post.centre, abs=TOLERANCE)
    assert authority.centre > printed.centre


def test_deputy_signs_in_the_stead_of_the_head(upward: Printed) -> None:
    # Mục II.7: "KT." and the head's post, below it the deputy's.
    texts = [line.text for line in right_column(upward)]
    assert texts == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn An"]


def test_name_of_the_signer_is_bold_small_letters_centred_under_the_post(upward: Printed) -> None:
    # Row 7: 13 to 14, upright, bold.
    *_, post, name = right_column(upward)
    assert (name.sizes, name.faces) == ({upward.large}, {"bold"})
    assert name.centre == pytest.approx(post.centre, abs=TOLERANCE)


def test_room_for_the_signature_lies_between_post_and_name(upward: Printed) -> None:
    # The decree names no height; a seal of 36 mm (Thông tư 17/2019/TT-BCA) overlaps a signature
    # of some 20 mm.
    *_, post, name = right_column(upward)
    assert name.top - post.bottom >= 20 * TOLERANCE


def test_recipients_label_is_12_bold_italic_whatever_the_profile(printed: Printed) -> None:
    # Row 8b: 12, italic, bold; level with the authority line, at the left margin.
    label = printed.main[-1].find("Nơi nhận:")
    assert label.text == "Nơi nhận:"
    assert (label.sizes, label.faces) == ({12}, {"bolditalic"})
    assert label.x0 == pytest.approx(printed.left, abs=TOLERANCE)
    assert label.baseline == pytest.approx(right_column(printed)[0].baseline, abs=4)


def test_recipients_are_11_upright_whatever_the_profile(printed: Printed) -> None:
    # Row 8b: 11, upright.
    for line in recipients(printed):
        assert (line.sizes, line.faces) == ({11}, {"regular"})


def test_each_recipient_has_a_dash_and_a_semicolon_the_archive_a_full_stop(
    printed: Printed,
) -> None:
    # Mục II.9.d.
    texts = [line.text for line in recipients(printed)]
    assert len(texts) >= 3
    assert all(text.startswith("- ") and text.endswith(";") for text in texts[:-1])
    assert texts[-1] == "- Lưu: VT."


def test_upward_report_goes_first_to_those_named_above(upward: Printed) -> None:
    # Mục II.9.b: "Như trên" where there is a Kính gửi.
    assert recipients(upward)[0].text == "- Như trên;"
