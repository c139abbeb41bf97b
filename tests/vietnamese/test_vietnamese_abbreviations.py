"""Short forms: introduced once, at their first use, long form first."""

from __future__ import annotations

import pytest
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.vietnamese import Abbreviation, Introducer

ANTT = Abbreviation("ANTT", "an ninh trật tự")
QPAN = Abbreviation("QP-AN", "quốc phòng - an ninh", ("QPAN",))
UBND = Abbreviation("UBND", "Ủy ban nhân dân", introduce=False)
SHAPES = ("ANTT", "QP-AN", "UBND")
WORDS = [*SHAPES, "QPAN", "an ninh trật tự", " ", " ", ". ", "(", ")", "-", "Luật ", "giữ vững"]


@pytest.fixture
def introducer() -> Introducer:
    return Introducer([ANTT, QPAN, UBND])


def test_the_first_use_introduces_and_later_uses_do_not(introducer: Introducer) -> None:
    assert introducer.body("Giữ vững ANTT, bảo đảm ANTT") == (
        "Giữ vững an ninh trật tự (ANTT), bảo đảm ANTT"
    )
    assert introducer.body("Bảo đảm ANTT") == "Bảo đảm ANTT"


def test_other_shapes_are_written_as_the_one_short_form(introducer: Introducer) -> None:
    assert introducer.body("nhiệm vụ QPAN và QP-AN") == (
        "nhiệm vụ quốc phòng - an ninh (QP-AN) và QP-AN"
    )


def test_headings_take_the_long_form_and_introduce_nothing(introducer: Introducer) -> None:
    assert introducer.heading("Tổng kết công tác QPAN") == "Tổng kết công tác quốc phòng - an ninh"
    assert introducer.heading("UBND huyện") == "Ủy ban nhân dân huyện"
    assert introducer.body("công tác QP-AN") == "công tác quốc phòng - an ninh (QP-AN)"


def test_what_everybody_knows_is_not_introduced(introducer: Introducer) -> None:
    assert introducer.body("UBND tỉnh giao UBND huyện") == "UBND tỉnh giao UBND huyện"


@pytest.mark.parametrize(
    "text",
    ["bảo đảm an ninh trật tự (ANTT)", "An ninh trật tự (ANTT)", "về an ninh, trật tự (ANTT)"],
)
def test_what_the_writer_introduced_by_hand_is_not_introduced_again(
    introducer: Introducer, text: str
) -> None:
    assert introducer.body(text) == text
    assert introducer.body("giữ vững ANTT") == "giữ vững ANTT"


def test_a_heading_says_no_long_form_twice(introducer: Introducer) -> None:
    assert introducer.heading("Bảo đảm an ninh trật tự (ANTT)") == "Bảo đảm an ninh trật tự"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ANTT được giữ vững", "An ninh trật tự (ANTT) được giữ vững"),
        ("Tốt. ANTT vững", "Tốt. An ninh trật tự (ANTT) vững"),
        ("Tốt! ANTT vững", "Tốt! An ninh trật tự (ANTT) vững"),
        ("Gồm: ANTT", "Gồm: an ninh trật tự (ANTT)"),
        ("“ANTT” là gì", "“An ninh trật tự (ANTT)” là gì"),
    ],
)
def test_a_long_form_that_opens_a_sentence_takes_a_capital(
    introducer: Introducer, text: str, written: str
) -> None:
    assert introducer.body(text) == written


def test_a_text_that_goes_on_opens_no_sentence(introducer: Introducer) -> None:
    assert introducer.body("ANTT", starts=False) == "an ninh trật tự (ANTT)"


@pytest.mark.parametrize(
    "text",
    [
        "số 15/BC-UBND ngày 02/01/2024",
        "Kế hoạch số 5/KH-ANTT",
        "QPTD-ANTT",
        "ANTTXH",
        "TTANTT",
        "ANTT_1",
        "antt",
    ],
)
def test_a_short_form_inside_another_word_or_symbol_is_untouched(
    introducer: Introducer, text: str
) -> None:
    assert introducer.body(text) == text
    assert introducer.heading(text) == text


@pytest.mark.parametrize("mark", [",", ";", ".", ":", ")", "”", "!"])
def test_punctuation_ends_a_short_form(introducer: Introducer, mark: str) -> None:
    assert introducer.body(f"giữ ANTT{mark}") == f"giữ an ninh trật tự (ANTT){mark}"


def test_the_longest_shape_wins() -> None:
    introducer = Introducer([Abbreviation("AN", "an ninh"), Abbreviation("AN TT", "trật tự")])

    assert introducer.body("giữ AN TT") == "giữ trật tự (AN TT)"


def test_without_abbreviations_texts_stay_as_they_are() -> None:
    introducer = Introducer([])

    assert introducer.body("ANTT") == "ANTT"
    assert introducer.heading("ANTT") == "ANTT"


FORESEEN: list[tuple[list[str], list[str]]] = [
    (["giữ ANTT", "vững"], ["giữ an ninh trật tự", "vững"]),
    (["giữ ANTT", "về ANTT"], ["giữ an ninh trật tự (ANTT)", "về ANTT"]),
    (["ANTT", "QPAN", "ANTT"], ["An ninh trật tự (ANTT)", "Quốc phòng - an ninh", "ANTT"]),
    (["về an ninh (ANTT)", "vững"], ["về an ninh", "vững"]),
    (["về an ninh (ANTT)", "giữ ANTT"], ["về an ninh (ANTT)", "giữ ANTT"]),
    (
        ["số vụ về ANTT (giảm 8 vụ)", "giữ ANTT", "nắm ANTT"],
        ["số vụ về an ninh trật tự (giảm 8 vụ)", "giữ an ninh trật tự (ANTT)", "nắm ANTT"],
    ),
    (["ANTT (giảm 8 vụ)", "giữ ANTT"], ["An ninh trật tự (giảm 8 vụ)", "giữ an ninh trật tự"]),
    (
        ["Luật ANTT", "theo Luật ANTT", "giữ ANTT", "nắm ANTT"],
        [
            "Luật An ninh trật tự",
            "theo Luật An ninh trật tự",
            "giữ an ninh trật tự (ANTT)",
            "nắm ANTT",
        ],
    ),
    (["UBND", "giao UBND"], ["UBND", "giao UBND"]),
]


@pytest.mark.parametrize(("texts", "written"), FORESEEN)
def test_what_is_foreseen_is_introduced_where_it_serves(
    introducer: Introducer, texts: list[str], written: list[str]
) -> None:
    for text in texts:
        introducer.foresee(text)

    assert [introducer.body(text) for text in texts] == written


def test_a_short_form_is_never_written_with_a_capital_of_a_sentence() -> None:
    introducer = Introducer([Abbreviation("đ/c", "đồng chí", introduce=False)])

    assert introducer.body("đ/c Nam; có 05 đ/c") == "đ/c Nam; có 05 đ/c"


def test_no_short_form_is_introduced_within_brackets(introducer: Introducer) -> None:
    texts = ["Tình hình (gồm cả ANTT) ổn định", "Giữ vững ANTT (cả năm)", "Bảo đảm ANTT", "Về ANTT"]
    for text in texts:
        introducer.foresee(text)

    assert [introducer.body(text) for text in texts] == [
        "Tình hình (gồm cả an ninh trật tự) ổn định",
        "Giữ vững an ninh trật tự (cả năm)",
        "Bảo đảm an ninh trật tự (ANTT)",
        "Về ANTT",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Chủ đề “Vì bình yên.” ANTT ổn định", "“Vì bình yên.” An ninh trật tự (ANTT) ổn định"),
        ("Chủ đề “Vì bình yên” ANTT ổn định", "“Vì bình yên” an ninh trật tự (ANTT) ổn định"),
    ],
)
def test_a_sentence_may_end_inside_a_quotation(
    introducer: Introducer, text: str, written: str
) -> None:
    assert introducer.body(text) == f"Chủ đề {written}"


@settings(max_examples=drawn(400), deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map("".join), max_size=6))
def test_looking_for_those_that_are_there_changes_nothing(texts: list[str]) -> None:
    all_of_them, there = Introducer([ANTT, QPAN, UBND]), Introducer([ANTT, QPAN, UBND])
    expected = there.expect("\n".join(texts))
    assert expected is any(shape in text for text in texts for shape in (*SHAPES, "QPAN"))
    for text in texts:
        all_of_them.foresee(text)
        there.foresee(text)
    for text in texts:
        assert there.body(text) == all_of_them.body(text)
        assert there.heading(text) == all_of_them.heading(text)
        assert there.concerns(text) or all_of_them.body(text) == text
