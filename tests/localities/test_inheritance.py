"""What a commune's report takes from its own pack, from its province and from the program."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from briefing import InputError, build, check, load, preview
from briefing.localities import load_locality, pack_folders
from localities.made import CAO_SON, write_input, write_pack

CLOSING = """\
{% extends "bao-cao-tong-ket.md.j2" %}
{% block closing %}
Xã Cao Sơn trân trọng báo cáo{{ end_mark }}
{% endblock %}
"""


def shown(**options: str) -> str:
    return preview(load(write_input("cao-son", **options)))


def changes(before: str, after: str) -> list[str]:
    """Return the lines that differ, with ``-`` and ``+``."""
    lines = ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("- ", "+ "))]


def test_a_commune_that_changes_three_things_differs_in_exactly_these() -> None:
    write_pack("cao-son")
    before, plain = shown(), build(load(Path("năm.yaml")))

    own = '[recipients.copies]\nso_nganh = "Các phòng của xã"\n[figure_style]\npad = true\n'
    write_pack("cao-son", CAO_SON + own, bao_cao_tong_ket=CLOSING)
    after = shown()

    assert changes(before, after) == [
        "- Xảy ra 9 vụ, giảm 3 vụ (25%).",
        "+ Xảy ra 09 vụ, giảm 03 vụ (25%).",
        "- Trên đây là báo cáo kết quả công tác bảo đảm an ninh, trật tự năm 2024 và phương hướng, "
        "nhiệm vụ năm 2025 của Ủy ban nhân dân xã Cao Sơn./.",
        "+ Xã Cao Sơn trân trọng báo cáo./.",
        "- | - Các sở, ngành của tỉnh; |  |",
        "+ | - Các phòng của xã; |  |",
    ]
    assert build(load(Path("năm.yaml"))) != plain


def test_a_commune_is_itself_and_stands_under_its_province() -> None:
    write_pack("cao-son")
    issuer = load(write_input("cao-son")).issuer

    assert issuer.name == "Ủy ban nhân dân xã Cao Sơn"
    assert issuer.lines == ["Ủy ban nhân dân", "xã Cao Sơn"]
    assert (issuer.unit_name, issuer.under) == ("xã Cao Sơn", "tỉnh Hòa Bình")
    assert issuer.level == "commune"


def test_the_police_of_the_commune_are_named_by_their_profile() -> None:
    write_pack("cao-son")
    report = load(write_input("cao-son", more="issuer: {force: police}\n"))

    assert report.issuer.name == "Công an xã Cao Sơn"
    assert report.issuer.parent == ["Công an tỉnh Hòa Bình"]
    assert report.signature.post == "Trưởng Công an"


def test_a_pack_names_each_of_its_bodies() -> None:
    own = '[issuers.police]\nsymbol = "CAX-CS"\n[issuers.military]\nname = "Ban CHQS xã Cao Sơn"\n'
    write_pack("cao-son", CAO_SON + own)

    assert load(write_input("cao-son", more="issuer: {force: police}\n")).issuer.symbol == "CAX-CS"
    military = load(write_input("cao-son", more="issuer: {force: military}\n")).issuer
    assert (military.name, military.symbol) == ("Ban CHQS xã Cao Sơn", "BCH")
    assert load(write_input("cao-son")).issuer.symbol == "UBND"


SIGNERS = """\
signer = "chu_tich"
[signers.chu_tich]
collective = "Ủy ban nhân dân"
post = "Chủ tịch"
[signers.pho_chu_tich]
collective = "Ủy ban nhân dân"
authority = "KT"
head = "Chủ tịch"
post = "Phó Chủ tịch"
"""


def test_the_input_chooses_who_signs() -> None:
    write_pack("cao-son", CAO_SON + SIGNERS)

    assert load(write_input("cao-son")).signature.authority is None
    chosen = load(write_input("cao-son", more="signer: pho_chu_tich\n")).signature
    assert (chosen.authority, chosen.head, chosen.post) == ("KT", "Chủ tịch", "Phó Chủ tịch")


def test_a_signature_in_the_input_is_not_mixed_with_a_signer_of_the_pack() -> None:
    write_pack("cao-son", CAO_SON + SIGNERS)
    own = load(write_input("cao-son", more="signature: {post: Chánh Văn phòng}\n")).signature

    assert (own.collective, own.post) == (None, "Chánh Văn phòng")


@pytest.mark.parametrize("pack", [CAO_SON + SIGNERS, CAO_SON])
def test_a_signer_that_nobody_knows_is_told_at_its_line(pack: str) -> None:
    write_pack("cao-son", pack)
    with pytest.raises(InputError) as caught:
        load(write_input("cao-son", more="signer: pho_chu_tic\n"))

    [found] = caught.value.findings
    assert found.rule == "locality/unknown-signer"
    assert str(found.origin) == "năm.yaml:15:1"
    assert ("“pho_chu_tich”" in found.message()) == (pack != CAO_SON)


def test_recipients_by_key_change_one_by_one_and_lists_as_a_whole() -> None:
    own = '[recipients.copies]\nmat_tran = false\nxa = "Các thôn"\n'
    write_pack("cao-son", CAO_SON + own)
    copies = load(write_input("cao-son")).recipients.copies
    assert copies == ["Các sở, ngành của tỉnh", "UBND các huyện, thành phố", "Các thôn"]

    write_pack("cao-son", CAO_SON + '[recipients]\ncopies = ["Các thôn"]\n')
    assert load(write_input("cao-son")).recipients.copies == ["Các thôn"]


def test_an_abbreviation_can_be_left_out() -> None:
    write_pack("cao-son", CAO_SON + "[abbreviations]\nUBND = false\n")

    assert load(write_input("cao-son")).abbreviations == {}


def test_the_input_wins_over_every_pack() -> None:
    write_pack("cao-son")
    more = "place: Đà Bắc\nrecipients: {copies: [Nơi khác]}\nissuer: {symbol: HĐND}\n"
    report = load(write_input("cao-son", more=more))

    assert (report.place, report.recipients.copies) == ("Đà Bắc", ["Nơi khác"])
    assert (report.issuer.symbol, report.issuer.level) == ("HĐND", "commune")


def test_a_pack_that_names_no_locality_is_another_face_of_its_parent() -> None:
    write_pack("hoa-binh-14", 'parent = "hoa-binh"\nsize_profile = "P13"\n')
    report = load(write_input("hoa-binh-14"))

    assert report.issuer.name == "Ủy ban nhân dân tỉnh Hòa Bình"
    assert (report.place, report.size_profile) == ("Hòa Bình", "P13")


def test_own_sentences_open_and_close_the_report() -> None:
    own = 'opening = "{issuer} báo cáo kết quả {subject} {this} như sau:"\nclosing = "Hết"\n'
    write_pack("cao-son", CAO_SON + own)
    text = shown(more="request: {text: Công văn số 12/UBND-NC}\n")

    assert (
        "Thực hiện Công văn số 12/UBND-NC, Ủy ban nhân dân xã Cao Sơn báo cáo kết quả công tác "
        "bảo đảm an ninh, trật tự năm 2024 như sau:"
    ) in text
    assert "\nHết./.\n" in text


def test_templates_are_overridden_step_by_step() -> None:
    province = CLOSING.replace("Xã Cao Sơn trân trọng báo cáo", "Câu của tỉnh")
    commune = CLOSING.replace("Xã Cao Sơn trân trọng báo cáo{{ end_mark }}", "{{ super() }} Câu xã")
    write_pack("hoa-binh", "recipients.copies = ['Các sở']\n", bao_cao_tong_ket=province)
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=commune)

    assert "Câu của tỉnh./. Câu xã" in " ".join(preview(load(write_input("cao-son"))).split())


def test_a_pack_may_bring_a_kind_of_its_own() -> None:
    folder = write_pack("cao-son", CAO_SON, bao_cao_nhanh="# {{ kind }}\n\nNhanh\n\nViệc gấp.\n")
    (folder / "kinds.toml").write_text(
        '[bao-cao-nhanh]\nkind = "Báo cáo nhanh"\nsymbol = "BC"\nrequires = ["subject"]\n'
        'expects = []\ndescription = { vi = "Báo cáo nhanh", en = "Quick report" }\n',
        encoding="utf-8",
    )
    file = write_input("cao-son")
    file.write_text(file.read_text().replace("bao-cao-tong-ket", "bao-cao-nhanh"), encoding="utf-8")

    assert "Việc gấp." in preview(load(file))


def test_the_nearest_pack_of_a_name_wins(here: Path) -> None:
    user = here / "settings" / "briefing" / "localities" / "ky-anh"
    user.mkdir(parents=True)
    (user / "locality.toml").write_text('name = "huyện của tôi"\n', encoding="utf-8")
    assert pack_folders()["ky-anh"] == user

    write_pack("ky-anh", 'name = "huyện ở đây"\n')
    assert pack_folders()["ky-anh"] == Path("localities", "ky-anh")
    assert load_locality("ky-anh").view.data["name"] == "huyện ở đây"


def test_packs_that_inherit_in_a_circle_are_told() -> None:
    write_pack("a", 'parent = "b"\n')
    write_pack("b", 'parent = "a"\n')
    with pytest.raises(InputError) as caught:
        load(write_input("a"))

    [found] = caught.value.findings
    assert (found.rule, str(found.origin)) == ("locality/circle", "localities/b/locality.toml:1:1")
    assert "a → b → a" in found.message()


def test_a_parent_that_is_not_there_is_told_in_the_pack() -> None:
    write_pack("cao-son", CAO_SON.replace("hoa-binh", "hoa-bin"))
    with pytest.raises(InputError) as caught:
        load(write_input("cao-son"))

    [found] = caught.value.findings
    assert str(found.origin) == "localities/cao-son/locality.toml:4:1"
    assert "“hoa-binh”" in found.message()


def test_what_a_finding_speaks_of_is_placed_in_the_pack() -> None:
    write_pack("cao-son", CAO_SON + '[recipients.copies]\nx = "UBND huyện Đà Bắc"\n')
    found = [f for f in check(load(write_input("cao-son", date="2025-12-20"))) if f.origin]

    places = {str(f.origin) for f in found if f.rule == "form/district-named"}
    assert any(place.startswith("localities/cao-son/locality.toml:") for place in places)
