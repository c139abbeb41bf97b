"""Where lines must not break: ``~`` is a no-break space here, ``=`` a no-break hyphen."""

from __future__ import annotations

from in_rows import in_rows

from briefing.vietnamese import GLUE, STIFF_HYPHEN, bound, bound_title

TEXTS = [
    # number and unit, however the number is written
    "phát hiện 155~vụ, bắt 225~đối tượng",
    "1.315~đối tượng, 76.979~hộ gia đình, 771/778~vụ (đạt 99,1%)",
    "đạt 99,1~% kế hoạch",
    "trị giá 1.200~tỷ~đồng, 3~triệu~lượt người, thu 45~triệu",
    "15:30~ngày hôm sau",
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
