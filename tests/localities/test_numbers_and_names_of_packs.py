"""Numbers that templates type, headings and names that packs turn round: by every command."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some

from localities.made import CAO_SON
from localities.planted import remarked_on
from localities.test_ways_to_a_wrong_document import refused
from localities.with_input import block, more, write


def total(number: int) -> str:
    """Return a section with a table of two rows and a total."""
    cell = "{{ report.extra.tiet_kiem.lines[0].so_tien }}"
    return block(
        "tiet_kiem",
        "## Tiết kiệm\n\n| Đơn vị | Số tiền |\n| --- | --- |\n"
        f"| A | {cell} |\n| B | {cell} |\n| Tổng cộng | {number} |\n\n"
        "{{ m.table(report.extra.tiet_kiem) }}",
    )


REFUSED = {
    "the unit of another figure": (
        {"template": more("Kết quả: {{ report.figures[1].value }} vụ.")},
        "template/unit-of-another",
    ),
    "the last period as this one": (
        {"template": more("Số vụ {{ this }}: {{ report.figures[0].previous }} vụ.")},
        "template/previous-as-this",
    ),
    "a typed total": ({"template": total(25)}, "template/typed-sum"),
    "this period and the last the other way round, in the usual columns": (
        {"said": '[figures_annex]\nheads = { previous = "Kỳ này", value = "Kỳ trước" }\n'},
        "locality/opposite-heading",
    ),
    "results headed as those of the same time a year ago": (
        {"said": '[figures_annex]\nheads = { value = "Cùng kỳ năm ngoái" }\n'},
        "locality/opposite-heading",
    ),
    "a number that Markdown takes for an item's": (
        {"template": more("{{ report.figures[0].value }}. Vụ phạm tội.")},
        "template/number-as-list",
    ),
    "a number in front of a dash": (
        {"template": more("- {{ year }}. Năm báo cáo")},
        "template/number-as-list",
    ),
    "a number before a stroke": ({"template": more("## 6/ Mới\n\nMột.")}, "typed-number"),
    "words left open": (
        {"template": more("Tình hình XXX trên địa bàn.")},
        "template/placeholder",
    ),
    "limitations for strengths": (
        {"said": '[headings]\nstrengths = "Tồn tại, hạn chế"\n'},
        "locality/opposite-heading",
    ),
    "one cause for the other": (
        {"said": '[headings]\nobjective = "Nguyên nhân chủ quan"\n'},
        "locality/opposite-heading",
    ),
    "the plan for the result": (
        {"said": '[figures_annex]\nheads = { plan = "Thực hiện", value = "Kế hoạch" }\n'},
        "locality/opposite-heading",
    ),
    "words for no kind": (
        {"said": '[kinds.bao-cao]\nclosing = "{issuer} trân trọng báo cáo"\n'},
        "locality/no-such-kind",
    ),
}
REMARKED = {
    "a number beside the words of a figure": (
        {"template": more("Toàn xã phát hiện 7 vụ phạm tội.")},
        "template/typed-figure",
    ),
    "a worked out number": (
        {"template": more("Toàn xã phát hiện {{ 4 + 3 }} vụ phạm tội.")},
        "template/typed-figure",
    ),
    "something to be filled in": (
        {"template": more("Tình hình khác: … (bổ sung sau).")},
        "template/placeholder",
    ),
    "a table without results": (
        {"said": '[figures_annex]\ncolumns = ["label", "unit", "plan"]\n'},
        "annex/no-values",
    ),
    "a recipient twice": (
        {"said": '[recipients.copies]\na = "Các thôn"\nb = "Các thôn;"\n'},
        "recipients/twice",
    ),
}
RULES = {rule for cases in (REFUSED, REMARKED) for _, rule in cases.values()}


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(REFUSED)))
def test_what_falsifies_a_document_is_refused(briefing: Briefing, way: str, language: str) -> None:
    written, rule = REFUSED[way]

    refused(briefing, write(**written), rule, language)


@pytest.mark.parametrize("way", one_of_each_rule(REMARKED))
def test_what_may_be_wrong_is_remarked_on(briefing: Briefing, way: str) -> None:
    written, rule = REMARKED[way]

    remarked_on(briefing, write(**written), rule)


HONEST = {
    "a number that is kept": {"template": more("{{ report.figures[0].value }}\\. Vụ phạm tội.")},
    "items of a list": {
        "template": more(
            "{% for x in report.lessons %}\n{{ loop.index }}. {{ x|sentence }}\n{% endfor %}"
        )
    },
    "a number of its own": {
        "template": more("Xã thành lập 3 tổ công tác; giải quyết trong 24 giờ.")
    },
    "the same number": {"template": more("Toàn xã phát hiện 9 vụ phạm tội.")},
    "both periods": {
        "template": more(
            "{{ this|upper_first }} xảy ra {{ report.figures[0].value }} vụ, "
            "cùng kỳ {{ report.figures[0].previous }} vụ."
        )
    },
    "its own unit": {"template": more("Xảy ra {{ report.figures[0].value }} vụ.")},
    "a longer unit": {"template": more("Xảy ra {{ report.figures[0].value }} vụ việc.")},
    "a total that is right": {"template": total(16)},
    "headings of one's own": {
        "said": '[headings]\nstrengths = "Kết quả đạt được"\nlimitations = "Khó khăn, hạn chế"\n'
        'objective = "Về khách quan"\ndifficult = "Khó khăn, vướng mắc"\n'
    },
    "both in one heading": {"said": '[headings]\nlimitations = "Ưu điểm, hạn chế"\n'},
    "heads of one's own": {
        "said": '[figures_annex]\nheads = { plan = "Kế hoạch giao", value = "Kết quả, kế hoạch" }\n'
    },
    "heads of the two periods": {
        "said": '[figures_annex]\nheads = { previous = "Kỳ này năm trước", value = "Năm nay" }\n'
    },
    "words for a kind": {"said": '[kinds.ke-hoach]\nsize_profile = "P13"\n'},
}


@pytest.mark.parametrize("way", some(HONEST))
def test_what_is_in_order_is_left_alone(briefing: Briefing, way: str) -> None:
    outcome = briefing("build", write(**HONEST[way]))

    assert [rule for rule in RULES if f"[{rule}]" in outcome.err] == []
    assert outcome.code == 0, outcome.err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_level_that_is_not_the_names_is_refused(briefing: Briefing, language: str) -> None:
    source, pack = write(), Path("localities", "cao-son", "locality.toml")
    text = pack.read_text(encoding="utf-8").replace('level = "commune"', 'level = "province"')
    assert "province" in text
    pack.write_text(text, encoding="utf-8")

    refused(briefing, source, "form/level-of-name", language)


def test_a_name_without_its_word_is_remarked_on(briefing: Briefing) -> None:
    source, pack = write(), Path("localities", "cao-son", "locality.toml")
    text = CAO_SON.replace('name = "xã Cao Sơn"', 'name = "Cao Sơn"')
    pack.write_text(pack.read_text(encoding="utf-8").replace(CAO_SON, text), encoding="utf-8")

    assert "[locality/name-without-word]" in briefing("build", source).err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_blank_cell_of_an_own_table_is_remarked_on(briefing: Briefing, language: str) -> None:
    source = write()
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace(", so_tien: 8}", "}"), encoding="utf-8")

    for command in ("check", "build", "preview"):
        outcome = briefing(command, source, "--lang", language)
        assert "[extra/blank-cell]" in outcome.out + outcome.err
    assert outcome.code == 0


@pytest.mark.parametrize(
    ("period", "month"), [("week", "2026-03"), ("month", "2026-03"), ("year", "2026-12")]
)
def test_a_new_input_of_a_kind_is_dated_in_its_period(
    briefing: Briefing, period: str, month: str
) -> None:
    write()
    like = ("--like", "bao-cao-so-ket", "--period", period)
    assert briefing("kinds", "new", "tuan", "--locality", "cao-son", *like).code == 0

    assert f"date: {month} " in briefing("new", "tuan", "--locality", "cao-son").out
