"""What a pack says for documents of one kind, and whether its reports tell of the conference."""

from __future__ import annotations

from cli.running import Briefing

from localities.made import CAO_SON, write_input, write_pack

PACK = """
signer = "chu_tich"
closing = "{issuer} trân trọng báo cáo"

[signers.chu_tich]
collective = "Ủy ban nhân dân"
post = "Chủ tịch"

[signers.pho_chu_tich]
collective = "Ủy ban nhân dân"
authority = "KT"
head = "Chủ tịch"
post = "Phó Chủ tịch"

[recipients.copies]
tinh = "UBND tỉnh"
thon = "Các thôn"

[issuers.people_committee]
signer = "chu_tich"

[kinds.bao-cao-tom-tat]
signer = "pho_chu_tich"
closing = "Xin báo cáo hội nghị"

[kinds.bao-cao-tom-tat.recipients.copies]
thon = false
dai_bieu = "Đại biểu dự hội nghị"
"""


def shown(briefing: Briefing, kind: str, more: str = "") -> str:
    source = write_input("cao-son", more=more)
    text = source.read_text(encoding="utf-8").replace("bao-cao-tong-ket", kind)
    source.write_text(text, encoding="utf-8")
    outcome = briefing("preview", source)
    assert outcome.code == 0, outcome.out + outcome.err
    return outcome.out


def test_a_pack_says_for_one_kind_who_signs_and_receives_and_how_it_closes(
    briefing: Briefing,
) -> None:
    write_pack("cao-son", CAO_SON + PACK)

    usual = shown(briefing, "bao-cao-tong-ket")
    assert "PHÓ CHỦ TỊCH" not in usual
    assert "- Các thôn;" in usual
    assert "trân trọng báo cáo./." in usual
    own = shown(briefing, "bao-cao-tom-tat")
    assert "PHÓ CHỦ TỊCH" in own
    assert "Các thôn" not in own
    assert "- Đại biểu dự hội nghị;" in own
    assert "- UBND tỉnh;" in own


def test_what_holds_for_a_kind_of_the_locality_is_not_that_of_its_police(
    briefing: Briefing,
) -> None:
    write_pack("cao-son", CAO_SON + PACK)
    own = shown(briefing, "bao-cao-tom-tat", "issuer: {force: police}\n")

    assert "TRƯỞNG CÔNG AN" in own
    assert "PHÓ CHỦ TỊCH" not in own


def test_a_pack_leaves_the_conference_to_the_news(briefing: Briefing) -> None:
    conference = "conference: {date: 2024-12-19, discussion: [Đại biểu thống nhất]}\n"
    write_pack("cao-son", CAO_SON)
    assert "Đại biểu thống nhất" in shown(briefing, "bao-cao-tong-ket", conference)
    write_pack("cao-son", CAO_SON + "[conference]\nin_reports = false\n")
    assert "Đại biểu thống nhất" not in shown(briefing, "bao-cao-tong-ket", conference)
    said = conference.replace("{date", "{in_reports: true, date")
    assert "Đại biểu thống nhất" in shown(briefing, "bao-cao-tong-ket", said)
