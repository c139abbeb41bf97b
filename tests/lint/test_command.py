"""``briefing template``: what it says, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli.running import Briefing

from briefing.linting import lint, pack_roots
from briefing.templating import kinds, template_folder

OWN = '{% extends "bao-cao-tong-ket.md.j2" %}\n{% block plan %}\n{{ super() }}\n{% endblock %}\n'


def pack(name: str, *, locality: str = 'name = "xã Cao Sơn"\n', **files: str) -> Path:
    folder = Path("localities", name)
    folder.mkdir(parents=True)
    (folder / "locality.toml").write_text(locality, encoding="utf-8")
    for kind, text in files.items():
        (folder / f"{kind.replace('_', '-')}.md.j2").write_text(text, encoding="utf-8")
    return folder


def test_the_built_in_templates_and_packs_are_clean_and_followed_everywhere(
    briefing: Briefing,
) -> None:
    outcome = briefing("template", "lint")

    assert (outcome.code, outcome.out) == (0, "")
    assert re.search(r"Đã đọc \d+ tệp mẫu; 0 chỗ chưa kiểm tra được", outcome.err)
    assert "Không có phát hiện nào." in outcome.err


def test_every_template_file_is_read() -> None:
    packs, faults = pack_roots(template_folder())

    assert faults == []
    assert lint(packs).templates == len(list(template_folder().rglob("*.j2")))


def test_a_fault_in_one_pack_is_told_with_all_packs_and_without_that_pack_is_not(
    briefing: Briefing,
) -> None:
    pack("cao-son", bao_cao_tong_ket=OWN.replace("super()", "zzz"))
    pack("muong-lay", bao_cao_tong_ket=OWN)

    assert briefing("template", "lint").code == 1
    assert briefing("template", "lint", "--locality", "cao-son").code == 1
    assert briefing("template", "lint", "--locality", "muong-lay").code == 0


def test_a_pack_is_read_with_the_packs_that_it_inherits_from(briefing: Briefing) -> None:
    more = "{{ super() }}{% block mark %}{% endblock %}"
    pack("tinh", bao_cao_tong_ket=OWN.replace("{{ super() }}", more))
    inherits = 'name = "xã Cao Sơn"\nparent = "tinh"\n'
    own = '{% extends "bao-cao-tong-ket.md.j2" %}\n{% block mark %}X{% endblock %}\n'
    pack("cao-son", locality=inherits, bao_cao_tong_ket=own)
    pack("lac-loai", bao_cao_tong_ket=own)

    assert briefing("template", "lint", "--locality", "cao-son").out == ""
    assert "“mark”" in briefing("template", "lint", "--locality", "lac-loai").out


def test_a_new_kind_of_a_pack_is_read_and_what_it_leaves_out_is_told_when_asked(
    briefing: Briefing,
) -> None:
    folder = pack("cao-son", giay_bao="# {{ kind }}\n\n{{ report.title or this }}\n")
    (folder / "kinds.toml").write_text(
        '[giay-bao]\nkind = "Giấy báo"\nsymbol = "GB"\nrequires = []\nexpects = []\n'
        'description = {vi = "Giấy báo", en = "Call"}\n',
        encoding="utf-8",
    )
    plain = briefing("template", "lint", "--locality", "cao-son")
    asked = briefing("template", "lint", "--locality", "cao-son", "--unused")
    note = next(line for line in asked.out.splitlines() if "giay-bao.md.j2" in line)

    assert (plain.code, plain.out) == (0, "")
    assert asked.code == 0
    assert "tasks[].lead" in note
    assert not re.search(r"[ ,](title|period\.year|place|signature\.name)(,|$)", note)
    assert asked.out.count("[template/unused-fact]") == len(kinds()) + 1


def test_findings_are_data_when_asked(briefing: Briefing) -> None:
    pack("cao-son", bao_cao_tong_ket=OWN.replace("super()", "report.task"))
    outcome = briefing("template", "lint", "--locality", "cao-son", "--format", "json")
    (finding,) = [f for f in json.loads(outcome.out) if f["severity"] == "error"]

    assert finding["rule"] == "template/unknown-path"
    assert (Path(finding["file"]).name, finding["line"]) == ("bao-cao-tong-ket.md.j2", 3)


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        (["--locality", "khong-co"], "locality/unknown"),
        (["--templates", "khong-co"], "template/missing"),
    ],
)
def test_what_is_not_there_cannot_be_read(
    briefing: Briefing, options: list[str], rule: str
) -> None:
    outcome = briefing("template", "lint", *options)

    assert outcome.code == 2
    assert rule in outcome.out + outcome.err


def test_a_file_of_kinds_that_cannot_be_read_hides_nothing_else(briefing: Briefing) -> None:
    folder = pack("cao-son", bao_cao_tong_ket=OWN.replace("super()", "zzz"))
    (folder / "kinds.toml").write_text("[giay-moi]\nkind = \n", encoding="utf-8")
    outcome = briefing("template", "lint", "--locality", "cao-son")

    assert outcome.code == 1
    assert "localities/cao-son/kinds.toml:2" in outcome.out
    assert "“zzz”" in outcome.out


def test_a_template_that_is_not_utf8_is_told_beside_the_others(briefing: Briefing) -> None:
    folder = pack("cao-son", bao_cao_so_ket="{{ zzz }}")
    (folder / "tin-hoi-nghi.md.j2").write_bytes("Tin hội nghị".encode("utf-16"))
    outcome = briefing("template", "lint", "--locality", "cao-son")

    assert outcome.code == 1
    assert "[template/not-utf8]" in outcome.out
    assert "“zzz”" in outcome.out


def test_another_folder_of_templates_stands_for_the_built_in_one(briefing: Briefing) -> None:
    folder = Path("mẫu")
    folder.mkdir()
    for kind in kinds().values():
        (folder / kind.template).write_text("# {{ kind }}\n\n{{ zzz }}\n", encoding="utf-8")
    outcome = briefing("template", "lint", "--templates", folder)

    assert outcome.out.count("[template/undefined]") == len(kinds())


def test_show_lists_blocks_macros_and_names_with_their_places(briefing: Briefing) -> None:
    pack("cao-son", bao_cao_tong_ket=OWN)
    plain = briefing("template", "show", "bao-cao-phoi-hop", "--locality", "cao-son")
    names = briefing("template", "show", "bao-cao-phoi-hop", "--names", "--lang", "en")
    rows = [line.split() for line in plain.out.splitlines()]

    assert ["plan", "localities/cao-son/bao-cao-tong-ket.md.j2:2"] in rows
    assert re.search(
        r"  results_opening +\S+/bao-cao-phoi-hop\.md\.j2:6\n +trên \S+tong-ket\.md\.j2:\d+\n",
        plain.out,
    )
    assert re.search(r"  m\.directive\(directive, lead\) +\S+/macros\.md\.j2:\d+\n", plain.out)
    assert "report.tasks[].lead" not in plain.out
    assert "\n  report.tasks[].lead\n" in names.out
    assert "\n  report.people[…].full\n" in names.out
    assert "Blocks" in names.out


def test_show_of_a_kind_that_does_not_exist_offers_the_nearest(briefing: Briefing) -> None:
    outcome = briefing("template", "show", "bao-cao-tong-kt")

    assert outcome.code == 2
    assert "“bao-cao-tong-ket”" in outcome.err


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("command", [(), ("lint",), ("show",)])
def test_help_is_in_the_language_of_the_run(
    briefing: Briefing, command: tuple[str, ...], language: str
) -> None:
    outcome = briefing("template", *command, "--help", "--lang", language)

    assert outcome.code == 0
    assert ("mẫu" in outcome.out) is (language == "vi")
