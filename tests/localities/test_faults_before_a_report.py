"""Lint tells of packs what stops every document of theirs, by the rules that stop it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cli.running import Briefing

from briefing.templating import template_folder
from localities.made import write_input, write_pack

PACK = """\
name = "xã Cao Sơn"
level = "commune"
place = "Cao Sơn"
parent = "phu-tho"
"""
SIGNERS = """
[signers.chu_tich]
collective = "Ủy ban nhân dân"
post = "Chủ tịch"

[signers.pho]
collective = "Ủy ban nhân dân"
authority = "KT"
head = "Chủ tịch"
post = "Phó Chủ tịch"
"""
POLICE = '[issuers.police]\nsigner = "truong"\n[issuers.police.signers.truong]\n'
OWN = 'signer = "chu_tich"\n'
FAULTS = {
    "a heading that there is not": ("", '[headings]\nplans = "X"', "locality/unknown-word"),
    "a number in a heading": ("", '[headings]\nplan = "V. Nhiệm vụ"', "form/typed-number"),
    "an area that there is not": ('area_order = ["pcccc"]\n', "", "input/unknown-choice"),
    "a column twice": ("", '[figures_annex]\ncolumns = ["rate", "rate"]', "locality/column-twice"),
    "a key in a table": ("", '[headings]\nclosing = "Hết"', "locality/key-in-table"),
    "a body that there is not": ("", '[issuers.polise]\nsymbol = "X"', "locality/unknown-word"),
    "a signer that there is not": ('signer = "chu_tichh"\n', "", "locality/unknown-signer"),
    "a signer of a body": (
        *(OWN, f'{SIGNERS}[issuers.police]\nsigner = "truongg"'),
        "locality/unknown-signer",
    ),
    "double braces": ('closing = "{{ issuer }} báo cáo"\n', "", "text/doubled-brace"),
    "a misspelt word": ('closing = "{issure} báo cáo"\n', "", "figures/unknown-name"),
    "a chairman of the police": (
        *("", f'{SIGNERS}{POLICE}collective = "Ủy ban nhân dân"\npost = "Chủ tịch"'),
        "form/other-body-in-pack",
    ),
    "another body's symbol": ("", '[issuers.police]\nsymbol = "UBND"', "form/other-body-symbol"),
    "another commune": (
        *("", '[issuers.people_committee]\nlines = ["Ủy ban nhân dân", "xã Cao Phong"]'),
        "form/other-unit",
    ),
    "a fact that there is not": (
        *("", '[kinds.bao-cao-tong-ket]\nleave_out = ["limitation"]'),
        "locality/unknown-fact",
    ),
}
HONEST = {
    "the whole": (OWN, SIGNERS + POLICE + 'rank = "Trung tá"\npost = "Trưởng Công an"\n'),
    "a figure": ('closing = "{issuer} báo cáo {kham_pha} {this}, {subject}"\n', ""),
    "a resolution": (
        'opening = "Theo Nghị quyết số 12-NQ/ĐU ngày 05 tháng 01 năm 2025, {issuer} báo cáo"\n',
        "",
    ),
    "a neighbour": ("", '[recipients.copies]\nban = "Ủy ban nhân dân xã Cao Phong"\n'),
}


def rules_of(text: str) -> list[str]:
    return re.findall(r"lỗi: .*\[([\w/-]+)\]$|error: .*\[([\w/-]+)\]$", text, re.M)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_stops_a_document_is_told_before_there_is_one(briefing: Briefing, fault: str) -> None:
    top, below, rule = FAULTS[fault]
    folder = write_pack("cao-son", PACK + top + below + "\n")

    outcome = briefing("template", "lint", "--locality", "cao-son")
    assert outcome.code == 1
    (line,) = [line for line in outcome.out.splitlines() if line.endswith(f"[{rule}]")]
    assert line.startswith(f"{folder / 'locality.toml'}:")
    more = "issuer: {force: police}\n" if "police" in below else ""
    report = write_input("cao-son", date="2026-12-20", more=more)
    assert line in briefing("check", report).out


@pytest.mark.parametrize("pack", HONEST)
def test_an_honest_pack_is_left_alone(briefing: Briefing, pack: str) -> None:
    top, below = HONEST[pack]
    write_pack("cao-son", PACK + top + below)

    assert briefing("template", "lint", "--locality", "cao-son").out == ""


def test_a_district_is_tried_as_of_its_time(briefing: Briefing) -> None:
    write_pack("muong-lay", 'name = "huyện Mường Lay"\nlevel = "district"\nplace = "Mường Lay"\n')
    assert briefing("template", "lint", "--locality", "muong-lay").out == ""

    write_pack("muong-lay", 'name = "huyện Mường Lay"\nlevel = "commune"\nplace = "Mường Lay"\n')
    out = briefing("template", "lint", "--locality", "muong-lay").out
    assert "[form/district-named]" in out


def test_what_many_inherit_is_told_once(briefing: Briefing) -> None:
    write_pack("tinh", 'name = "tỉnh Phú Thọ"\nlevel = "province"\n[headings]\nplans = "X"\n')
    for number in range(3):
        write_pack(f"xa-{number}", PACK.replace("phu-tho", "tinh"))
    assert briefing("template", "lint").out.count("[locality/unknown-word]") == 1

    (Path("localities") / "tinh" / "locality.toml").write_text("name = = 1", encoding="utf-8")
    outcome = briefing("template", "lint")
    assert outcome.code == 2
    assert outcome.out.count("[toml/syntax]") == 1


KIND = """\
[bao-cao-tuan]
kind = "Báo cáo"
symbol = "BC"
requires = ["results"]
description = {vi = "Báo cáo tuần", en = "Weekly report"}

[bao-cao-tuan.fields.viec]
type = "texts"
label = "việc trong tuần"
"""
DECLARES = """
[areas]
cho = "Quản lý chợ"

[bodies.ban_quan_ly]
like = "people_committee"

[fields.tiet_kiem]
type = "texts"
label = "tiết kiệm"
"""
USES = """\
issuer: {force: ban_quan_ly}
extra:
  tiet_kiem: ["Một"]
  viec: ["Hai"]
"""


def given(kinds: str = KIND, pack: str = PACK + DECLARES, kind: str = "bao-cao-tuan") -> Path:
    """Write a pack with names of its own, and an input that uses them all."""
    own = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
    folder = write_pack("cao-son", pack, bao_cao_tuan=own)
    (folder / "kinds.toml").write_text(kinds, encoding="utf-8")
    file = write_input("cao-son", date="2026-12-20", more=USES)
    text = file.read_text(encoding="utf-8")
    text = text.replace("kind: bao-cao-tong-ket", f"kind: {kind}")
    file.write_text(text.replace("area: phong_chong_toi_pham", "area: cho"), encoding="utf-8")
    return file


def test_names_of_a_pack_are_known_while_it_can_be_read(briefing: Briefing) -> None:
    assert not re.search(r"unknown|not-declared", briefing("check", given()).out)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"pack": PACK + DECLARES.replace("[areas]", "[areas")}, "toml/syntax"),
        ({"pack": PACK + DECLARES + '[headings]\nplans = "X"\n'}, "locality/unknown-word"),
        ({"pack": PACK + DECLARES.replace('"texts"', '"textss"')}, "input/unknown-choice"),
        ({"pack": PACK.replace("phu-tho", "phu-thoo") + DECLARES}, "locality/unknown"),
        ({"kinds": KIND + "x = [\n"}, "toml/syntax"),
        ({"kinds": KIND.replace('symbol = "BC"', "symbol = 1")}, "input/not-text"),
        ({"kind": "bao-cao-tuann"}, "kind/unknown"),
    ],
)
def test_one_fault_of_a_pack_is_told_once(
    briefing: Briefing, changed: dict[str, str], rule: str, language: str
) -> None:
    outcome = briefing("check", given(**changed), "--lang", language)

    assert outcome.code == 2
    assert [first or second for first, second in rules_of(outcome.out)] == [rule]


def test_a_pack_that_there_is_not_is_the_only_fault(briefing: Briefing) -> None:
    file = given()
    text = file.read_text(encoding="utf-8").replace("locality: cao-son", "locality: cao-sonn")
    file.write_text(text, encoding="utf-8")
    out = briefing("check", file).out

    assert [first for first, _ in rules_of(out)] == ["locality/unknown"]
    assert "gần nhất là “cao-son”" in out


def test_the_kind_that_has_faults_is_offered_for_a_misspelt_one(briefing: Briefing) -> None:
    file = given(KIND.replace('symbol = "BC"', "symbol = 1"), kind="bao-cao-tuann")

    assert "gần nhất là “bao-cao-tuan”" in briefing("check", file).out


def test_a_template_whose_kinds_cannot_be_read_is_not_called_unused(briefing: Briefing) -> None:
    given(KIND + "x = [\n")
    assert rules_of(briefing("template", "lint").out) == [("toml/syntax", "")]
    assert "unused-file" not in briefing("template", "lint").out


@pytest.mark.parametrize(
    "said",
    [
        'closing = "{issuer} báo cáo công tác năm 2025"',
        'closing = "{issuer} báo cáo trong tháng 12 năm 2025"',
        'closing = "{issuer} báo cáo tính đến ngày 14 tháng 12 năm 2025"',
        '[figures_annex]\nheads = { value = "Năm 2025" }',
        '[issuers.police]\nclosing = "{issuer} báo cáo năm 2025"',
    ],
)
def test_a_typed_year_that_is_not_of_a_document_cited_is_asked_about(
    briefing: Briefing, said: str
) -> None:
    write_pack("cao-son", f"{PACK}{said}\n")

    out = briefing("template", "lint", "--locality", "cao-son").out
    assert "[locality/typed-year]" in out


def test_what_an_input_need_not_have_is_no_error_of_a_template(briefing: Briefing) -> None:
    table = "{% for one in report.extra.chi.lines %}\n| {{ one.ai }} |\n{% endfor %}"
    own = "{% block plan %}\n{{ super() }}\n\n| Ai |\n| --- |\n" + table + "\n{% endblock %}\n"
    fields = '[fields.chi]\ntype = "table"\nlabel = "chi"\n[fields.chi.columns]\nai = "Ai"\n'
    template = '{% extends "bao-cao-tong-ket.md.j2" %}\n' + own
    write_pack("cao-son", PACK + fields, bao_cao_tong_ket=template)

    outcome = briefing("template", "lint", "--locality", "cao-son")
    assert outcome.code == 0
    assert re.findall(r"(\S+): .*\[template/may-lack\]", outcome.out)


def test_the_packs_of_the_program_are_right_in_a_folder_of_ones_own(briefing: Briefing) -> None:
    shutil.copytree(template_folder() / "localities", "localities")

    assert briefing("template", "lint").out == ""
