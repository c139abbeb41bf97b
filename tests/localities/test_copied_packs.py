"""A pack that was copied from another place or another year, by check and by build."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from exploring import in_languages

from localities.made import CAO_SON, write_input, write_pack
from localities.test_ways_to_a_wrong_document import refused

POLICE = "issuer: {force: police}\n"
COPIED = {
    "lines of another commune": (
        '[issuers.people_committee]\nlines = ["ỦY BAN NHÂN DÂN", "XÃ TÂN HÒA"]\n',
        "",
        "form/other-unit",
    ),
    "the name of another commune": (
        '[issuers.people_committee]\nname = "Ủy ban nhân dân xã Tân Hòa"\n',
        "",
        "form/other-unit",
    ),
    "a ward for a commune": (
        '[issuers.police]\nlines = ["Công an phường Cao Sơn"]\n',
        POLICE,
        "form/other-unit",
    ),
    "a longer name": (
        '[issuers.police]\nlines = ["Công an xã Cao Sơn Đông"]\n'.replace("Cao Sơn Đông", "Cao Sơ"),
        POLICE,
        "form/other-unit",
    ),
    "the collective of another commune": (
        'signer = "x"\n[signers.x]\ncollective = "Ủy ban nhân dân xã Tân Hòa"\npost = "Chủ tịch"\n',
        "",
        "form/other-unit",
    ),
    "the committee's symbol for the police": (
        '[issuers.police]\nsymbol = "UBND"\n',
        POLICE,
        "form/other-body-symbol",
    ),
    "the police's symbol for the military": (
        '[issuers.military]\nsymbol = "CAX"\n',
        "issuer: {force: military}\n",
        "form/other-body-symbol",
    ),
    "the committee's symbol for the Party": (
        '[issuers.party_committee]\nsymbol = "UBND"\n',
        "issuer: {force: party_committee}\n",
        "form/other-body-symbol",
    ),
    "a closing of another year": (
        'closing = "Trên đây là báo cáo công tác năm 2022 của {issuer}"\n',
        "",
        "locality/stale-year",
    ),
    "an opening of another year": (
        'opening = "{issuer} báo cáo kết quả năm 2022"\n',
        "",
        "locality/stale-year",
    ),
}


@pytest.mark.parametrize(("way", "language"), in_languages(COPIED))
def test_what_a_copied_pack_says_of_another_place_or_year_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    said, more, rule = COPIED[way]
    write_pack("cao-son", CAO_SON + said)

    refused(briefing, write_input("cao-son", more=more), rule, language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_place_that_is_not_the_communes_is_remarked_on(briefing: Briefing, language: str) -> None:
    write_pack("cao-son", CAO_SON.replace('place = "Cao Sơn"', 'place = "Tân Hòa"'))
    source = write_input("cao-son")

    assert "[form/other-place]" in briefing("check", source, "--lang", language).out
    assert "[form/other-place]" in briefing("build", source, "--lang", language).err


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("", POLICE),
        ("", "issuer: {force: military}\n"),
        ("", "issuer: {force: party_committee}\n"),
        ('[issuers.people_committee]\nlines = ["Ủy ban nhân dân", "xã Cao Sơn"]\n', ""),
        ('[issuers.people_committee]\nlines = ["UỶ BAN NHÂN DÂN XÃ CAO SƠN"]\n', ""),
        ('[issuers.police]\nsymbol = "CAXCS"\n', POLICE),
        ('closing = "Trên đây là báo cáo năm 2024 của {issuer}"\n', ""),
        ('closing = "Báo cáo theo Nghị quyết số 5 năm 2021 của {issuer}"\n', ""),
        ("", "issuer: {lines: [Phòng Văn hóa - Xã hội]}\n"),
    ],
)
def test_what_belongs_to_the_place_is_left_alone(briefing: Briefing, said: str, more: str) -> None:
    write_pack("cao-son", CAO_SON + said)

    out = briefing("check", write_input("cao-son", more=more)).out
    assert not [
        name for name in ("other-unit", "other-place", "other-body-s", "stale") if name in out
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_lint_tells_of_a_year_typed_into_what_every_report_prints(
    briefing: Briefing, language: str
) -> None:
    write_pack(
        "cao-son",
        CAO_SON
        + 'opening = "Báo cáo năm 2023"\nclosing = "Báo cáo {this}"\n'
        + '[headings]\nplan = "Nhiệm vụ năm 2024"\n',
    )
    outcome = briefing("template", "lint", "--lang", language)
    told = [line for line in outcome.out.splitlines() if "[locality/typed-year]" in line]
    assert [line.split(":")[1] for line in told] == ["6", "9"]
