"""Whoever signs belongs to the body that issues; what is lawful is not accused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.running import Briefing
from in_rows import in_rows
from kinds.made import WHOLE, report

from briefing import Finding, InputError, Report, build, check, load

LEVELS = {"province": "tỉnh Hòa Bình", "commune": "xã Cao Sơn"}
NAMES = {
    "people_committee": "Ủy ban nhân dân {}",
    "police": "Công an {}",
    "military": "Ban Chỉ huy Quân sự {}",
    "border_guard": "Ban Chỉ huy Bộ đội Biên phòng {}",
    "steering_committee": "Ban Chỉ đạo 138 {}",
    "party_committee": "Đảng ủy {}",
}
SYMBOLS = {"police": "CAX", "military": "BCH", "border_guard": "BĐBP", "party_committee": "ĐU"}
CHAIRMAN = {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"}
DEPUTY = {"authority": "KT", "head": "Chủ tịch", "post": "Phó Chủ tịch"}
SECRETARY = {"collective": "Đảng ủy", "post": "Bí thư"}

LAWFUL: list[tuple[str, str, dict[str, str]]] = [
    ("people_committee", "commune", CHAIRMAN),
    ("people_committee", "commune", {**CHAIRMAN, "collective": "Uỷ ban nhân dân xã Cao Sơn"}),
    ("people_committee", "commune", {**DEPUTY, "collective": "Ủy ban nhân dân"}),
    ("people_committee", "province", {"authority": "Q", "head": "Chủ tịch"}),
    ("people_committee", "province", {"authority": "TL", "head": "Chủ tịch", "post": "Chánh VP"}),
    ("people_committee", "province", {"authority": "TUQ", "head": "Chủ tịch", "post": "Giám đốc"}),
    ("people_committee", "commune", {"post": "Bí thư Đảng ủy, Chủ tịch UBND xã"}),
    ("police", "province", {"authority": "KT", "head": "Giám đốc", "post": "Phó Giám đốc"}),
    ("police", "province", {"authority": "TL", "head": "Giám đốc", "post": "Trưởng phòng"}),
    (
        "police",
        "commune",
        {"authority": "KT", "head": "Trưởng Công an", "post": "Phó Trưởng Công an"},
    ),
    ("police", "commune", {"post": "Phó Bí thư Đảng ủy, Trưởng Công an xã"}),
    ("military", "commune", {"authority": "KT", "head": "Chỉ huy trưởng", "post": "Chỉ huy phó"}),
    ("military", "province", {"post": "Chính ủy"}),
    ("border_guard", "province", {"post": "Chỉ huy trưởng"}),
    ("border_guard", "province", {"post": "Đồn trưởng"}),
    ("steering_committee", "commune", {"collective": "Ban Chỉ đạo", "post": "Trưởng ban"}),
    ("steering_committee", "commune", {"post": "Trưởng ban, Chủ tịch Ủy ban nhân dân xã"}),
    ("steering_committee", "province", {"post": "Bí thư Tỉnh ủy"}),
    ("party_committee", "commune", SECRETARY),
    ("party_committee", "commune", {"collective": "Ban Thường vụ", "post": "Phó Bí thư"}),
    (
        "party_committee",
        "province",
        {"authority": "TL", "head": "Ban Thường vụ", "post": "Chánh VP"},
    ),
    ("joint", "commune", CHAIRMAN),
    ("joint", "commune", {"post": "Chỉ huy trưởng"}),
]
STRANGE: list[tuple[str, str, dict[str, str], str]] = [
    ("police", "commune", CHAIRMAN, "Ủy ban nhân dân, Chủ tịch"),
    ("police", "province", {"post": "Phó Chủ tịch"}, "Phó Chủ tịch"),
    ("police", "commune", {"post": "Giám đốc"}, "Giám đốc"),
    ("police", "province", {"post": "Trưởng Công an"}, "Trưởng Công an"),
    ("police", "province", {"authority": "TL", "head": "Chủ tịch", "post": "Chánh VP"}, "Chủ tịch"),
    ("military", "commune", CHAIRMAN, "Ủy ban nhân dân, Chủ tịch"),
    ("military", "province", {"collective": "UBND tỉnh", "post": "Chỉ huy trưởng"}, "UBND tỉnh"),
    ("border_guard", "province", {"post": "Bí thư"}, "Bí thư"),
    ("steering_committee", "commune", CHAIRMAN, "Ủy ban nhân dân"),
    ("party_committee", "commune", CHAIRMAN, "Ủy ban nhân dân, Chủ tịch"),
    ("party_committee", "province", {"post": "Giám đốc"}, "Giám đốc"),
    ("people_committee", "commune", {"post": "Chỉ huy trưởng"}, "Chỉ huy trưởng"),
    ("people_committee", "commune", SECRETARY, "Đảng ủy, Bí thư"),
    (
        "people_committee",
        "commune",
        {**CHAIRMAN, "collective": "Thường trực Hội đồng nhân dân"},
        "Thường trực Hội đồng nhân dân",
    ),
    (
        "people_committee",
        "commune",
        {"authority": "KT", "head": "Chủ tịch", "post": "Phó Trưởng Công an"},
        "Phó Trưởng Công an",
    ),
]


def issuer(force: str, level: str) -> dict[str, Any]:
    name = NAMES.get(force, "Ủy ban nhân dân {}").format(LEVELS[level])
    more = {"name": name, "force": force, "level": level, "lines": [name]}
    return {**WHOLE["issuer"], **more, "symbol": SYMBOLS.get(force, "UBND")}


def strange(made: Report) -> list[Finding]:
    return [found for found in check(made) if found.rule.startswith("form/other-body")]


@in_rows(("force", "level", "signature"), LAWFUL)
def test_a_lawful_signature_is_not_accused(
    force: str, level: str, signature: dict[str, str]
) -> None:
    assert strange(report(issuer=issuer(force, level), signature=signature)) == []


@pytest.mark.parametrize(
    "name",
    [
        *("Hội đồng nhân dân xã Cao Sơn", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Cao Sơn"),
        *("Hội đồng nghĩa vụ quân sự xã Cao Sơn", "Sở Nội vụ", "Hội Nông dân xã Cao Sơn"),
    ],
)
def test_a_body_that_is_in_no_table_signs_as_it_likes(name: str) -> None:
    own = {**issuer("people_committee", "commune"), "name": name, "lines": [name]}

    for post in ("Chủ tịch", "Giám đốc", "Bí thư"):
        assert strange(report(issuer=own, signature={"post": post})) == []


def test_a_party_committee_of_the_police_is_the_partys() -> None:
    own = {**issuer("party_committee", "province"), "name": "Đảng ủy Công an tỉnh Hòa Bình"}

    assert strange(report(issuer=own, signature=SECRETARY)) == []
    assert strange(report(issuer=own, signature={"post": "Giám đốc"}))


def test_two_bodies_that_issue_together_sign_either_way() -> None:
    own = {**issuer("police", "commune"), "name": "Công an, Ban Chỉ huy Quân sự xã Cao Sơn"}

    for post in ("Trưởng Công an", "Chỉ huy trưởng"):
        assert strange(report(issuer=own, signature={"post": post})) == []
    assert strange(report(issuer=own, signature={"post": "Chủ tịch"}))


@pytest.mark.parametrize(("force", "level", "signature", "words"), STRANGE)
def test_a_signature_of_another_body_is_an_error_and_its_remedy_heals(
    force: str, level: str, signature: dict[str, str], words: str
) -> None:
    [found] = strange(report(issuer=issuer(force, level), signature=signature))

    assert (found.rule, found.severity.name) == ("form/other-body-signs", "ERROR")
    for language in ("vi", "en"):
        assert f"“{words}”" in found.message(language)
        assert NAMES[force].format(LEVELS[level]) in found.message(language)
        told = found.remedy(language).partition("{")[2].partition("}")[0]
        advised = dict(part.split(": ") for part in told.split(", "))
        assert strange(report(issuer=issuer(force, level), signature=advised)) == []


CAO_SON = 'name = "xã Cao Sơn"\nlevel = "commune"\nparent = "phu-tho"\nplace = "Cao Sơn"\n'
GENERAL = """\
signer = "chu_tich"

[signers.chu_tich]
collective = "Ủy ban nhân dân"
post = "Chủ tịch"

[recipients.copies]
tinh = "UBND tỉnh Phú Thọ"
thon = "Các thôn"
"""
POLICE = """\
[issuers.police]
symbol = "CAXCS"
signer = "truong"
closing = "Công an xã trân trọng báo cáo"

[issuers.police.signers.truong]
post = "Trưởng Công an"
rank = "Trung tá"

[issuers.police.recipients]
archive = "VT, TH"

[issuers.police.recipients.copies]
tinh = "Công an tỉnh Phú Thọ"
ubnd = "UBND xã"
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "localities" / "cao-son"
    folder.mkdir(parents=True)
    return folder / "locality.toml"


def loaded(pack: Path, text: str, force: str | None = None, **facts: Any) -> Report:
    pack.write_text(f"{text}", encoding="utf-8")
    own = {"force": force} if force else {}
    left = ("issuer", "recipients", "signature", "place")
    data = {key: value for key, value in WHOLE.items() if key not in left}
    data = {**data, "locality": "cao-son", "issuer": own, **facts}
    file = Path("năm.yaml")
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return load(file)


def with_general(text: str) -> str:
    """Return a pack with what all its bodies have in common first, as TOML wants it."""
    return CAO_SON.rstrip() + "\n" + GENERAL + "\n" + text


@pytest.mark.parametrize(
    ("force", "post"),
    [
        (None, "Chủ tịch"),
        ("people_committee", "Chủ tịch"),
        ("police", "Trưởng Công an"),
        ("military", "Chỉ huy trưởng"),
        ("steering_committee", "Trưởng ban"),
        ("party_committee", "Bí thư"),
    ],
)
def test_the_signer_of_a_pack_is_that_of_its_own_body(
    pack: Path, force: str | None, post: str
) -> None:
    made = loaded(pack, with_general(""), force)

    assert made.signature.post == post
    assert strange(made) == []
    assert build(made)


def test_a_body_without_a_profile_is_signed_for_by_the_packs_signer(pack: Path) -> None:
    own = '[issuers.joint]\nname = "Công an, Quân sự xã Cao Sơn"\nsymbol = "CA-QS"\n'

    assert loaded(pack, with_general(own), "joint").signature.post == "Chủ tịch"


def test_each_body_of_a_pack_has_its_own_signers_recipients_and_closing(pack: Path) -> None:
    police = loaded(pack, with_general(POLICE), "police")

    assert (police.signature.rank, police.signature.post) == ("Trung tá", "Trưởng Công an")
    assert police.issuer.symbol == "CAXCS"
    assert police.recipients.copies == ["Công an tỉnh Phú Thọ", "Các thôn", "UBND xã"]
    assert police.recipients.archive == "VT, TH"
    assert police.closing == "Công an xã trân trọng báo cáo"

    committee = loaded(pack, with_general(POLICE))
    assert committee.signature.post == "Chủ tịch"
    assert committee.recipients.copies == ["UBND tỉnh Phú Thọ", "Các thôn"]
    assert (committee.recipients.archive, committee.closing) == ("VT", None)


def test_a_recipient_of_all_is_left_out_for_one_body(pack: Path) -> None:
    text = with_general("[issuers.police.recipients.copies]\nthon = false\n")

    assert loaded(pack, text, "police").recipients.copies == ["UBND tỉnh Phú Thọ"]
    assert len(loaded(pack, text).recipients.copies) == 2


def test_a_face_of_a_locality_inherits_its_bodies_key_by_key(pack: Path) -> None:
    loaded(pack, with_general(POLICE))
    face = pack.parent.parent / "cao-son-moi" / "locality.toml"
    face.parent.mkdir()
    face.write_text(
        'parent = "cao-son"\n[issuers.police.signers.truong]\nrank = "Thượng tá"\n'
        "[issuers.police.recipients.copies]\nubnd = false\n",
        encoding="utf-8",
    )
    data = json.loads(Path("năm.yaml").read_text(encoding="utf-8"))
    data |= {"locality": "cao-son-moi", "issuer": {"force": "police"}}
    Path("mới.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    made = load(Path("mới.yaml"))

    assert (made.signature.rank, made.signature.post) == ("Thượng tá", "Trưởng Công an")
    assert made.recipients.copies == ["Công an tỉnh Phú Thọ", "Các thôn"]
    assert made.origin("signature", "rank") != made.origin("signature", "post")


def test_show_tells_where_each_word_of_a_body_comes_from(pack: Path, briefing: Briefing) -> None:
    loaded(pack, with_general(POLICE))
    shown = briefing("locality", "show", "cao-son").out

    text = pack.read_text(encoding="utf-8").splitlines()
    for key in ("signers.truong.rank", "recipients.copies.ubnd", "symbol", "signer", "closing"):
        [line] = [line for line in shown.splitlines() if f"issuers.police.{key} = " in line]
        place = int(line.rpartition("locality.toml:")[2].partition(":")[0])
        assert text[place - 1].startswith(key.rpartition(".")[2])


def test_a_signer_that_the_body_does_not_know_is_told_where_it_is_named(pack: Path) -> None:
    with pytest.raises(InputError) as caught:
        loaded(pack, with_general(POLICE.replace('"truong"', '"truog"')), "police")

    [found] = caught.value.findings
    assert (found.rule, found.values["near"]) == ("locality/unknown-signer", "truong")
    assert str(found.origin).endswith("locality.toml:17:1")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_signer_of_another_body_that_the_input_chooses_is_told_there(
    pack: Path, language: str
) -> None:
    made = loaded(pack, with_general(POLICE), "police", signer="chu_tich")
    [found] = strange(made)

    assert found.rule == "form/other-body-signer"
    assert "năm.yaml:" in str(found.origin)
    assert '"signer"' in Path("năm.yaml").read_text("utf-8").splitlines()[found.origin.line - 1]
    assert "“chu_tich”" in found.message(language)
    assert "signature: {post: Trưởng Công an}" in found.remedy(language)
    healed = loaded(pack, with_general(POLICE), "police", signature={"post": "Trưởng Công an"})
    assert strange(healed) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_signer_of_another_body_in_a_pack_is_told_there_and_its_remedy_heals(
    pack: Path, language: str
) -> None:
    wrong = '[issuers.police]\nsigner = "chu_tich"\n'
    [found] = strange(loaded(pack, with_general(wrong), "police"))

    assert found.rule == "form/other-body-in-pack"
    assert "locality.toml:" in str(found.origin)
    assert "[issuers.police.signers.nguoi_ky]" in found.remedy(language)
    assert 'post = "Trưởng Công an"' in found.remedy(language)
    healed = wrong.replace("chu_tich", "nguoi_ky")
    healed += '[issuers.police.signers.nguoi_ky]\npost = "Trưởng Công an"\n'
    assert strange(loaded(pack, with_general(healed), "police")) == []


def test_a_final_document_with_a_signature_of_another_body_is_not_built(
    pack: Path, briefing: Briefing
) -> None:
    loaded(pack, with_general(POLICE), "police", signer="chu_tich")
    outcome = briefing("build", "năm.yaml")

    assert outcome.code == 1
    assert "[form/other-body-signer]" in outcome.err
    assert not Path("năm.docx").exists()


def test_a_signer_without_a_pack_is_told() -> None:
    lacking = {key: value for key, value in WHOLE.items() if key != "signature"}
    found = {one.rule: one for one in check(Report.model_validate({**lacking, "signer": "ai_do"}))}

    assert found["form/signer-without-pack"].severity.name == "ERROR"
    assert "“ai_do”" in found["form/signer-without-pack"].message()


def test_a_signer_beside_a_signature_is_told_as_unused(pack: Path) -> None:
    own = {"signer": "chu_tich", "signature": CHAIRMAN}
    for made in (report(**own), loaded(pack, with_general(""), **own)):
        [found] = [one for one in check(made) if one.path == "signer"]
        assert (found.rule, found.severity.name) == ("form/signer-unused", "WARNING")
