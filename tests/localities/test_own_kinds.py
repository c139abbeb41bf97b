"""A pack's own ``kinds.toml``: faults at their line, kinds beside the built-in ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import Briefing
from kinds.made import errors, report, without

from briefing.reading import read_toml, validate_as
from briefing.templating import template_folder
from briefing.templating.kind_file import KindFile
from localities.made import CAO_SON, write_input, write_pack

KINDS = """\
[bao-cao-nhanh]
kind = "Báo cáo nhanh"
symbol = "BC"
requires = ["subject", "signature.post|signature.head"]
description = { vi = "Báo cáo nhanh" }
"""
TEMPLATE = "# {{ kind }}\n\nNhanh\n\nViệc gấp.\n"


def test_the_built_in_kinds_follow_the_schema_too() -> None:
    validate_as(KindFile, read_toml(template_folder() / "kinds.toml"))


def own_kind(text: str) -> Path:
    folder = write_pack("cao-son", CAO_SON, bao_cao_nhanh=TEMPLATE)
    (folder / "kinds.toml").write_text(text, encoding="utf-8")
    file = write_input("cao-son")
    source = file.read_text(encoding="utf-8").replace("bao-cao-tong-ket", "bao-cao-nhanh")
    file.write_text(source, encoding="utf-8")
    return file


def test_a_kind_of_ones_own_is_built(briefing: Briefing) -> None:
    outcome = briefing("preview", own_kind(KINDS))

    assert outcome.code == 0, outcome.err
    assert "# BÁO CÁO NHANH" in outcome.out
    assert "Việc gấp." in outcome.out


def test_a_kind_of_ones_own_is_listed_started_and_part_of_all(briefing: Briefing) -> None:
    own_kind(KINDS)
    assert "bao-cao-nhanh\tBáo cáo nhanh" in briefing("kinds", "--locality", "cao-son").out
    assert "bao-cao-nhanh" not in briefing("kinds").out

    started = briefing("new", "bao-cao-nhanh", "--locality", "cao-son")
    assert "kind: bao-cao-nhanh " in started.out
    assert briefing("build", write_input("cao-son"), "--kind", "all").code == 0
    assert Path("năm-bao-cao-nhanh.docx").is_file()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind =", "kid =", "[input/unknown-key]"),
        ('"subject"', '"subjet"', "“subjet”"),
        ('"subject"', '"results.area"', "[kind/unknown-fact]"),
        ('"BC"', "1", "[input/not-text]"),
        ("[bao-cao-nhanh]", "[Báo]", "kinds.toml"),
        ('{ vi = "Báo cáo nhanh" }', '"x"', "[input/not-a-group]"),
        ("symbol", "periods = ['day']\nsymbol", "[input/unknown-choice]"),
        ('symbol = "BC"\n', "", "[kind/no-symbol]"),
        ("]", "", "[toml/syntax]"),
    ],
)
def test_a_fault_is_told_in_the_file_of_kinds(
    briefing: Briefing, old: str, new: str, told: str
) -> None:
    assert old in KINDS
    outcome = briefing("check", own_kind(KINDS.replace(old, new, 1)))

    assert outcome.code == 2
    assert f"{Path('localities', 'cao-son', 'kinds.toml')}:" in outcome.out
    assert told in outcome.out


FRAME = {"issuer.name", "issuer.symbol", "issuer.lines", "place", "signature.post"}


def lacking(briefing: Briefing, kinds: str, kind: str = "bao-cao-nhanh") -> set[str]:
    """Return what a build of an input with nothing in it misses, where a pack has such kinds."""
    folder = write_pack("tron", 'short_name = "Trơn"\n', bao_cao_nhanh=TEMPLATE)
    (folder / "kinds.toml").write_text(kinds, encoding="utf-8")
    text = f"schema: 1\nkind: {kind}\nlocality: tron\nperiod: {{year: 2024}}\n"
    file = Path("trơn.yaml")
    file.write_text(text, encoding="utf-8")
    assert briefing("build", file).code == 1
    assert not file.with_suffix(".docx").exists()
    told = json.loads(briefing("check", file, "--format", "json").out)
    return {found["path"] for found in told if found["rule"] == "kind/missing-fact"}


def test_a_kind_that_requires_nothing_has_no_hole_in_its_frame(briefing: Briefing) -> None:
    none = KINDS.replace('requires = ["subject", "signature.post|signature.head"]', "requires = []")

    assert lacking(briefing, none) == {*FRAME, "recipients.copies"}


def test_a_kind_that_leaves_out_what_it_requires_gets_that_of_its_nature(
    briefing: Briefing,
) -> None:
    silent = KINDS.replace('requires = ["subject", "signature.post|signature.head"]\n', "")
    letter = silent.replace("[bao-cao-nhanh]", "[bao-cao-nhanh]\nletter = true")
    news = silent.replace("[bao-cao-nhanh]", "[bao-cao-nhanh]\nframed = false")

    assert lacking(briefing, silent) == {*FRAME, "recipients.copies", "subject", "results"}
    asked = {"recipients.addressees", "letter.about", "letter.orders"}
    assert lacking(briefing, letter) == {*FRAME, *asked}
    assert lacking(briefing, news) == {"issuer.name", "subject", "results"}


def test_a_built_in_kind_said_anew_keeps_what_it_requires(briefing: Briefing) -> None:
    kind = "bao-cao-phoi-hop"
    silent = KINDS.replace('requires = ["subject", "signature.post|signature.head"]\n', "")
    own = silent.replace("[bao-cao-nhanh]", f"[{kind}]")

    required = {*FRAME, "recipients.copies", "subject", "forces", "results"}
    assert lacking(briefing, own, kind) == required


def test_nobody_but_an_acting_head_signs_without_a_post() -> None:
    for authority, whole in (("KT", False), ("TL", False), ("TUQ", False), ("Q", True)):
        signature = {"authority": authority, "head": "Chủ tịch"}
        found = errors(report(signature=signature))
        assert [one.path for one in found] == ([] if whole else ["signature.post"])


def test_a_model_whose_figure_counts_nothing_is_told_before_it_is_printed() -> None:
    figures = {"to": {"label": "tổ liên gia", "unit": "mô hình", "rate": 5}}
    made = without("figures", figures=figures, models=[{"name": "Tổ liên gia", "figure": "to"}])
    results = [{"area": "phong_trao", "statements": ["Tốt, đạt {to.rate}"]}]
    [found] = errors(made.model_copy(update={"results": report(results=results).results}))

    assert (found.rule, found.path) == ("figures/part-not-known", "models[0].figure")


def test_a_faulty_kind_is_told_once_and_stops_only_what_uses_it(briefing: Briefing) -> None:
    good = KINDS.replace("bao-cao-nhanh", "bao-cao-tuan")
    bad = KINDS.replace('"subject"', '"subjet"')
    own = own_kind(good + bad)
    folder = Path("localities", "cao-son")
    (folder / "bao-cao-tuan.md.j2").write_text(TEMPLATE, encoding="utf-8")

    assert briefing("preview", own).code == 2
    other = write_input("cao-son", name="khác.yaml")
    assert briefing("preview", other).code == 0
    text = other.read_text(encoding="utf-8").replace("bao-cao-tong-ket", "bao-cao-tuan")
    other.write_text(text, encoding="utf-8")
    assert briefing("preview", other).code == 0

    listed = briefing("kinds", "--locality", "cao-son")
    assert listed.code == 2
    assert "bao-cao-tuan\t" in listed.out
    assert "bao-cao-nhanh\t" not in listed.out
    assert "“subjet”" in listed.out + listed.err
    linted = briefing("template", "lint", "--locality", "cao-son", "--format", "json")
    assert [found["rule"] for found in json.loads(linted.out)] == ["kind/unknown-fact"]
    assert briefing("build", other, "--kind", "all").code == 2


def test_a_faulty_kind_of_a_built_in_name_does_not_fall_back(briefing: Briefing) -> None:
    write_pack("cao-son")
    kinds = KINDS.replace("bao-cao-nhanh", "bao-cao-tong-ket").replace("kind =", "kid =")
    Path("localities", "cao-son", "kinds.toml").write_text(kinds, encoding="utf-8")

    assert briefing("preview", write_input("cao-son")).code == 2
