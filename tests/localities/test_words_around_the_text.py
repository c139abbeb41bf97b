"""What packs set around every text and into the annex of figures: who, where, to whom, which."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some

from localities.planted import block, left_alone, remarked_on, write
from localities.test_ways_to_a_wrong_document import refused

COMMITTEE = "[issuers.people_committee]\n"
SIGNER = 'signer = "x"\n[signers.x]\ncollective = "Ủy ban nhân dân"\n'
ANNEX = "[figures_annex]\n"
REFUSED = {
    "lines of a neighbour": (
        f'{COMMITTEE}lines = ["Ủy ban nhân dân", "xã Cao Phong"]\n',
        "form/other-unit",
    ),
    "lines that name no commune": (
        f'{COMMITTEE}lines = ["Ủy ban nhân dân"]\n',
        "form/lines-without-unit",
    ),
    "lines of the council": (
        f'{COMMITTEE}lines = ["Hội đồng nhân dân", "xã Cao Sơn"]\n',
        "form/other-body-lines",
    ),
    "the name of the council": (
        f'{COMMITTEE}name = "Hội đồng nhân dân xã Cao Sơn"\n',
        "form/other-body-lines",
    ),
    "the chairman of a neighbour": (
        f'{SIGNER}post = "Chủ tịch Ủy ban nhân dân xã Cao Phong"\n',
        "form/other-unit",
    ),
    "the archive of a neighbour": (
        '[recipients]\narchive = "Văn thư UBND xã Cao Phong"\n',
        "locality/other-recipient",
    ),
    "the archive of a neighbour's police": (
        '[recipients]\narchive = "VT, Công an xã Cao Phong"\n',
        "locality/other-recipient",
    ),
    "the council of a neighbour addressed": (
        '[recipients]\naddressees = ["Hội đồng nhân dân xã Cao Phong"]\n',
        "locality/other-recipient",
    ),
    "another province addressed": (
        '[recipients]\naddressees = ["Ủy ban nhân dân tỉnh Thái Nguyên"]\n',
        "locality/other-recipient",
    ),
    "itself addressed": ('[recipients]\naddressees = ["UBND xã Cao Sơn"]\n', "recipients/itself"),
    "a recipient left open": ('[recipients.copies]\nx = "XXX"\n', "locality/left-open"),
    "a post left open": (f'{SIGNER}post = "Chủ tịch TODO"\n', "locality/left-open"),
    "the heading of another area": (
        '[areas]\npccc = "Công tác đấu tranh, phòng, chống tội phạm"\n',
        "locality/opposite-heading",
    ),
    "areas under each other's headings": (
        '[areas]\npccc = "Công tác đấu tranh, phòng, chống tội phạm"\n'
        'phong_chong_toi_pham = "Công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ"\n',
        "locality/opposite-heading",
    ),
    "an annex without rows": (f'{ANNEX}leave_out = ["vu", "buoi", "ho"]\n', "annex/no-figures"),
    "an annex without labels": (f'{ANNEX}columns = ["number", "value"]\n', "annex/no-labels"),
    "counts under a sum of money": (
        f'{ANNEX}heads = {{ value = "Kết quả (triệu đồng)" }}\n'
        'columns = ["label", "unit", "value"]\n',
        "template/other-column",
    ),
}
ABOVE = {
    "a closing left open": ('closing = "XXX trân trọng báo cáo"\n', "locality/left-open"),
    "a locality that is no more": ("until = 2024-01-01\n", "locality/over"),
}
REMARKED = {
    "itself among the copies": (
        '[recipients.copies]\nx = "UBND xã Cao Sơn"\n',
        "recipients/itself",
    ),
    "dots to be filled in": (
        '[recipients.copies]\nx = "Thường trực Đảng ủy xã ……"\n',
        "locality/left-open",
    ),
    "an annex without units": (f'{ANNEX}columns = ["label", "value"]\n', "annex/no-units"),
}


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(REFUSED)))
def test_what_a_pack_says_of_another_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    said, rule = REFUSED[way]

    refused(briefing, write(said=said), rule, language)


@pytest.mark.parametrize(("way", "language"), in_languages(ABOVE))
def test_what_a_pack_says_above_its_tables_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    above, rule = ABOVE[way]

    refused(briefing, write(above=above), rule, language)


@pytest.mark.parametrize("place", ["Cao Phong", "Hòa Bình"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_place_of_another_is_told_and_refuses_nothing(
    briefing: Briefing, place: str, language: str
) -> None:
    source, pack = write(), Path("localities", "cao-son", "locality.toml")
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace('place = "Cao Sơn"', f'place = "{place}"'), encoding="utf-8")

    # Who changes a pack to another commune writes one of the two first.
    outcome = briefing("check", source, "--lang", language)
    [told] = [line for line in outcome.out.splitlines() if "[form/other-place]" in line]
    assert told.split(": ")[1] == {"vi": "cảnh báo", "en": "warning"}[language]
    assert "locality.toml:5" in told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_fact_that_the_kind_must_have_cannot_be_left_out(
    briefing: Briefing, language: str
) -> None:
    said = '[kinds.bao-cao-tong-ket]\nleave_out = ["results"]\n'

    source = write(block("area", "Tốt."), said=said)
    refused(briefing, source, "locality/required-left-out", language)


@pytest.mark.parametrize("way", one_of_each_rule(REMARKED))
def test_what_may_be_wrong_is_remarked_on(briefing: Briefing, way: str) -> None:
    said, rule = REMARKED[way]

    remarked_on(briefing, write(said=said), rule)


HONEST = {
    "a neighbour to be written to": '[recipients.copies]\nx = "Công an xã Cao Phong"\n',
    "the council of one's own": '[recipients]\naddressees = ["Hội đồng nhân dân xã Cao Sơn"]\n',
    "the province of one's own": '[recipients]\naddressees = ["Ủy ban nhân dân tỉnh Hòa Bình"]\n',
    "the archive of one's own": '[recipients]\narchive = "VT, Công an xã"\n',
    "the posts of one's own": f'{SIGNER}post = "Chủ tịch"\nname = "………………"\n',
    "lines of one's own": f'{COMMITTEE}lines = ["Ủy ban nhân dân", "xã Cao Sơn"]\n',
    "the council as who reports": f'{COMMITTEE}name = "Hội đồng nhân dân xã Cao Sơn"\n'
    'symbol = "HĐND"\nlines = ["Hội đồng nhân dân", "xã Cao Sơn"]\n'
    'signer = "x"\n[issuers.people_committee.signers.x]\n'
    'collective = "Hội đồng nhân dân"\npost = "Chủ tịch"\n',
    "an area in other words": '[areas]\npccc = "Công tác phòng cháy, chữa cháy"\n',
    "a figure left out": f'{ANNEX}leave_out = ["ho"]\n',
    "a head with the measure": f'{ANNEX}columns = ["label", "unit", "value"]\n'
    'heads = { value = "Kết quả (vụ, buổi, hộ)" }\n',
    "a unit that ends later": "",
}


@pytest.mark.parametrize("way", some(HONEST))
def test_what_is_in_order_is_left_alone(briefing: Briefing, way: str) -> None:
    above = "until = 2030-01-01\n" if way == "a unit that ends later" else ""

    left_alone(briefing, write(said=HONEST[way], above=above))


def test_what_an_input_says_of_the_place_is_only_asked_about(briefing: Briefing) -> None:
    source = write()
    source.write_text(f"{source.read_text(encoding='utf-8')}place: Cao Phong\n", encoding="utf-8")

    outcome = briefing("build", source)
    assert outcome.code == 0
    assert "[form/other-place]" in outcome.err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_folder_that_is_no_pack_is_told(briefing: Briefing, language: str) -> None:
    source, folder = write(), Path("localities", "hoa-binh")
    folder.mkdir()
    (folder / "macros.md.j2").write_text('{% extends "macros.md.j2" %}\n', encoding="utf-8")

    for command in ("check", "build", "preview"):
        outcome = briefing(command, source, "--lang", language)
        lines = (outcome.out + outcome.err).splitlines()
        [line] = [line for line in lines if "[locality/no-file]" in line]
        assert line.startswith("localities/hoa-binh/macros.md.j2: ")
    # What the remedy says heals.
    assert briefing("locality", "new", "tỉnh Hòa Bình").code == 0
    assert "no-file" not in briefing("check", source).out
