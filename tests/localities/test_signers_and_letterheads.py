"""Signers who cannot sign so, and letterheads of another body or level, by check and build."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from exploring import in_languages

from localities.made import CAO_SON, write_input, write_pack
from localities.test_ways_to_a_wrong_document import refused

POLICE = "issuer: {force: police}\n"
PARTY = "issuer: {force: party_committee}\n"
MILITARY = "issuer: {force: military}\n"
COMMITTEE = 'signer = "x"\n[signers.x]\ncollective = "Ủy ban nhân dân"\n'
WRONG = {
    "a deputy alone": (f'{COMMITTEE}post = "Phó Chủ tịch"\n', "", "form/deputy-signs-alone"),
    "a deputy in charge": (
        f'{COMMITTEE}post = "Phó Chủ tịch phụ trách"\n',
        "",
        "form/deputy-signs-alone",
    ),
    "a deputy of the police alone": (
        '[issuers.police]\nsigner = "x"\n[issuers.police.signers.x]\npost = "Phó Trưởng Công an"\n',
        POLICE,
        "form/deputy-signs-alone",
    ),
    "a deputy of a kind's own signer": (
        f'{COMMITTEE}post = "Chủ tịch"\n[signers.pho]\ncollective = "Ủy ban nhân dân"\n'
        'post = "Phó Chủ tịch"\n[kinds.bao-cao-tong-ket]\nsigner = "pho"\n',
        "",
        "form/deputy-signs-alone",
    ),
    "the deputy of a command alone": (
        "",
        f"{MILITARY}signature: {{post: Chỉ huy phó}}\n",
        "form/deputy-signs-alone",
    ),
    "the police of a district": (
        '[issuers.police.signers.x]\npost = "Trưởng Công an huyện"\n',
        f"{POLICE}signer: x\n",
        "form/post-of-other-level",
    ),
    "a chairman of the province": (
        f'{COMMITTEE}post = "Chủ tịch UBND tỉnh"\n',
        "",
        "form/post-of-other-level",
    ),
    "the committee's name over the police": (
        '[issuers.police]\nlines = ["Ủy ban nhân dân xã Cao Sơn"]\n',
        POLICE,
        "form/other-body-lines",
    ),
    "the police's name over the Party": (
        '[issuers.party_committee]\nlines = ["Công an xã Cao Sơn"]\n',
        PARTY,
        "form/other-body-lines",
    ),
    "the symbol of the province's police": (
        '[issuers.police]\nsymbol = "CAT"\n',
        POLICE,
        "form/symbol-of-other-level",
    ),
    "the symbol of a ward's police": (
        '[issuers.police]\nsymbol = "CAP"\n',
        POLICE,
        "form/symbol-of-other-level",
    ),
    "the symbol of the council": (
        '[issuers.people_committee]\nsymbol = "HĐND"\n',
        "",
        "form/other-body-symbol",
    ),
    "the police of another province above": (
        '[issuers.police]\nparent = ["Công an tỉnh Thái Nguyên"]\n',
        POLICE,
        "form/other-unit",
    ),
    "the Party of another province above": (
        '[issuers.party_committee]\nparent = ["ĐẢNG BỘ TỈNH THÁI NGUYÊN"]\n',
        PARTY,
        "form/other-unit",
    ),
}
RULES = tuple(
    dict.fromkeys(
        (*(rule for _, _, rule in WRONG.values()), "form/stead-by-other", "form/foreign-line")
    )
)


@pytest.mark.parametrize(("way", "language"), in_languages(WRONG))
def test_what_cannot_stand_so_is_refused(briefing: Briefing, way: str, language: str) -> None:
    said, more, rule = WRONG[way]
    write_pack("cao-son", CAO_SON + said)

    refused(briefing, write_input("cao-son", more=more), rule, language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_who_signs_in_the_stead_of_a_head_is_asked_to_be_his_deputy(
    briefing: Briefing, language: str
) -> None:
    said = 'authority = "KT"\nhead = "Chủ tịch"\npost = "Chánh Văn phòng"\n'
    write_pack("cao-son", CAO_SON + COMMITTEE + said)
    source = write_input("cao-son")

    assert "[form/stead-by-other]" in briefing("check", source, "--lang", language).out
    assert briefing("build", source, "--lang", language).code == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_line_in_another_language_is_remarked_on(briefing: Briefing, language: str) -> None:
    lines = '["Ủy ban nhân dân", "xã Cao Sơn", "PEOPLE\'S COMMITTEE OF CAO SON"]'
    write_pack("cao-son", f"{CAO_SON}[issuers.people_committee]\nlines = {lines}\n")
    source = write_input("cao-son")

    assert "[form/foreign-line]" in briefing("check", source, "--lang", language).out
    assert briefing("build", source, "--lang", language).code == 0


@pytest.mark.parametrize(
    ("said", "more"),
    [
        (f'{COMMITTEE}authority = "KT"\nhead = "Chủ tịch"\npost = "Phó Chủ tịch"\n', ""),
        ("", f"{PARTY}signature: {{collective: Ban Thường vụ, post: Phó Bí thư}}\n"),
        ("", f"{PARTY}signature: {{collective: Đảng ủy, post: Phó Bí thư}}\n"),
        (
            "",
            POLICE + "signature: {authority: KT, head: Trưởng Công an, post: Phó Trưởng Công an}\n",
        ),
        (
            "",
            "signature: {collective: Ủy ban nhân dân, authority: TL, head: Chủ tịch, "
            "unit_head: Chánh Văn phòng, post: Phó Chánh Văn phòng}\n",
        ),
        (
            "",
            "issuer: {force: steering_committee}\n"
            "signature: {collective: Ban Chỉ đạo, post: Trưởng ban, "
            "other_post: Phó Chủ tịch UBND xã}\n",
        ),
        (f'{COMMITTEE}post = "Chủ tịch UBND xã"\n', ""),
        ('[issuers.police]\nparent = ["Công an tỉnh Hòa Bình"]\n', POLICE),
        ('[issuers.military]\nparent = ["UBND xã Cao Sơn"]\n', MILITARY),
        ('[issuers.police]\nparent = ["UBND xã Cao Sơn"]\n', POLICE),
    ],
)
def test_what_may_stand_so_is_left_alone(briefing: Briefing, said: str, more: str) -> None:
    write_pack("cao-son", CAO_SON + said)
    out = briefing("check", write_input("cao-son", more=more)).out

    assert [rule for rule in RULES if f"[{rule}]" in out] == []


def test_the_way_out_of_a_deputy_alone_heals(briefing: Briefing) -> None:
    write_pack("cao-son", f'{CAO_SON}{COMMITTEE}post = "Phó Chủ tịch"\n')
    told = briefing("check", write_input("cao-son")).out
    added = told.partition("trong gói: ")[2].partition(")")[0].replace(", ", "\n")
    write_pack("cao-son", f'{CAO_SON}{COMMITTEE}post = "Phó Chủ tịch"\n{added}\n')

    assert briefing("build", write_input("cao-son")).code == 0


def test_a_ward_of_a_town_has_the_towns_police_above_it(briefing: Briefing) -> None:
    write_pack("thi-xa", 'name = "thị xã Kỳ Anh"\nlevel = "district"\nparent = "hoa-binh"\n')
    ward = 'name = "phường Sông Trí"\nlevel = "commune"\nplace = "Sông Trí"\nparent = "thi-xa"\n'
    write_pack("song-tri", f'{ward}[issuers.police]\nparent = ["Công an thị xã Kỳ Anh"]\n')
    out = briefing("check", write_input("song-tri", more=POLICE)).out

    assert "form/other-unit" not in out


def test_a_committee_of_the_party_may_be_set_in_capitals(briefing: Briefing) -> None:
    write_pack(
        "tinh",
        'name = "tỉnh Hà Giang"\nlevel = "province"\nplace = "Hà Giang"\n'
        '[issuers.party_committee]\nlines = ["TỈNH ỦY HÀ GIANG"]\n',
    )

    assert "form/other-unit" not in briefing("check", write_input("tinh", more=PARTY)).out
