"""Where lines must not break: ``~`` is a no-break space here, ``=`` a no-break hyphen."""

from __future__ import annotations

from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from in_rows import in_rows

from briefing.vietnamese import GLUE, STIFF_HYPHEN, bound, bound_title

TEXTS = [
    # number and unit, however the number is written
    "phát hiện 155~vụ, bắt 225~đối tượng",
    "1.315~đối tượng, 76.979~hộ gia đình, 771/778~vụ (đạt 99,1%)",
    "đạt 99,1~% kế hoạch",
    "trị giá 1.200~tỷ~đồng, 3~triệu~lượt người, thu 45~triệu",
    "15:30~ngày hôm sau",
    # a scale holds what it counts over a blank, and no other sign gives way to one
    "thu 5~triệu/người, 7~tỷ, 3~nghìn-hộ, 2~triệu.Nay",
    "Số~12 theo Kế hoạch.",
    # what qualifies a number
    "hơn~160~viên đạn, gần~50~hung khí, trên~90% và khoảng~20~xã",
    # what follows without being counted stays free
    "tăng 12,5% so với 118 của năm~2022",
    "từ 5 đến 7~xã, 3 và 4",
    "Cả năm có 155. Trong đó 12, còn lại",
    # days, months, years; the spans of them
    "ngày~05 tháng~12 năm~2023",
    "năm~2023 và năm~2024 trên địa bàn",
    "giai đoạn 2019~-~2024, 2019~–~2024",
    "5~-~7~xã",
    "trong 6~tháng đầu năm~2023, 5~năm qua",
    "so với 2022 thì giảm",
    # what is named by a number
    "khoản~2 Điều~5, Đề án~06, Chỉ thị~16, Ban Chỉ đạo~138, Tổ dân phố~4, phường~4",
    "Nghị~định số~30/2020/NĐ=CP ngày~05/3/2020, Quyết~định số~123/QĐ=TTg",
    "theo số~liệu".replace("~", " "),
    "Nghị~quyết số~12=NQ/TU, Chỉ thị~05=CT/TW, Hướng dẫn~36=HD/VPTW",
    "Phụ lục~II kèm theo, lần thứ~XIII, Phần~I, quý~I năm~2023, khóa~XIII",
    # short forms
    "an ninh trật tự~(ANTT), bảo vệ~(BV=TQ), quản lý (công an, quân sự)",
    "TP.~Long Xuyên",
    "QP=AN, COVID=19, BC=UBND",
    # hyphens of names and of pairs stay, and begin no line
    "Bà Rịa~- Vũng Tàu, kinh tế~- xã hội, quốc phòng~- an ninh",
    "Buôn-ma-thuột, 15=16/20, giai đoạn 2015=2020",
    # nothing to hold
    "",
    "-",
    "Không có gì",
]


def typed(text: str) -> str:
    return text.replace("~", " ").replace("=", "-")


def marked(text: str) -> str:
    return text.replace(GLUE, "~").replace(STIFF_HYPHEN, "=")


@in_rows("text", TEXTS)
def test_lines_break_where_a_typist_lets_them(text: str) -> None:
    assert marked(bound(typed(text))) == text


@in_rows("text", TEXTS)
def test_binding_keeps_every_character_in_its_place(text: str) -> None:
    assert typed(marked(bound(typed(text)))) == typed(text)
    assert bound(bound(typed(text))) == bound(typed(text))


PIECES = [
    *("số", "Kế hoạch", "Nghị định", "năm", "ngày", "gần", "hộ", "tỷ", "đồng", "QP", "TP.", "(AB)"),
    *("Phụ lục", "Quý", "II", "V", "2023", "12", "1.200", "9,5", "%", "-", "–", "/", ",", ".", "("),
    *(" ", " ", " ", " ", GLUE),
]


@settings(max_examples=drawn(800))
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=6))
def test_lines_bound_together_are_bound_each_for_itself(lines: list[str]) -> None:
    assert bound("\n".join(lines)).split("\n") == [bound(line) for line in lines or [""]]


@settings(max_examples=drawn(800))
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_nothing_but_blanks_and_hyphens_is_ever_bound(text: str) -> None:
    signs = zip(text, bound(text), strict=True)
    changed = {pair for pair in signs if pair[0] != pair[1]}
    assert changed <= {(" ", GLUE), ("-", STIFF_HYPHEN)}


@in_rows(
    ("title", "expected"),
    [
        ("Công tác quản lý", "Công tác quản~lý"),
        ("Tổng kết công tác năm 2023", "Tổng kết công tác~năm~2023"),
        (
            "số 05/BC ngày 20 tháng 12 năm 2023 của tỉnh",
            "số~05/BC ngày~20~tháng~12~năm~2023 của~tỉnh",
        ),
        ("ngày tháng 12 năm 2023 của tỉnh", "ngày~tháng~12~năm~2023 của~tỉnh"),
        ("các ngày trong tháng và năm tới", "các ngày trong tháng và năm~tới"),
        ("Kết quả", "Kết quả"),
        ("Chung", "Chung"),
        ("", ""),
    ],
)
def test_a_title_does_not_end_in_a_lone_word(title: str, expected: str) -> None:
    assert marked(bound_title(title)) == expected
