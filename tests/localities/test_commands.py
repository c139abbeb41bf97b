"""``briefing locality`` and ``briefing template new``: packs made, shown, compared."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import HOA_BINH, KY_ANH, REPOSITORY, Briefing, Outcome, clean_environment

from briefing import build, load
from briefing.localities import load_locality
from localities.made import CAO_SON, write_input, write_pack

KIND = "bao-cao-tong-ket"
BLOCKS = ["title", "opening", "situation", "results", "area"]
BLOCKS += ["assessment", "plan", "proposals", "closing", "annexes"]
FILE = Path("localities", "cao-son", "locality.toml")


def new(briefing: Briefing, *options: str) -> Outcome:
    return briefing("locality", "new", "cao-son", "--parent", "phu-tho", *options)


def test_a_new_pack_says_what_was_told_and_is_used_at_once(briefing: Briefing) -> None:
    told = ("--name", "xã Cao Sơn", "--level", "commune", "--place", "Cao Sơn")
    assert new(briefing, *told).code == 0

    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        'name = "xã Cao Sơn"',
        'level = "commune"',
        'place = "Cao Sơn"',
        'parent = "phu-tho"',
    ]
    report = load(write_input("cao-son"))
    assert (report.issuer.name, report.issuer.under) == (
        "Ủy ban nhân dân xã Cao Sơn",
        "tỉnh Phú Thọ",
    )


def test_without_a_terminal_the_missing_options_are_named(briefing: Briefing) -> None:
    outcome = new(briefing, "--level", "commune")

    assert outcome.code == 2
    assert "còn thiếu --name, --place" in outcome.err
    assert not FILE.exists()


def test_a_pack_that_is_there_is_kept_unless_forced(briefing: Briefing) -> None:
    write_pack("cao-son", "# của tôi\n")
    told = ("--name", "xã Cao Sơn", "--level", "commune", "--place", "Cao Sơn")

    assert "output/exists" in new(briefing, *told).err
    assert FILE.read_text(encoding="utf-8") == "# của tôi\n"
    assert new(briefing, *told, "--force").code == 0
    assert "Cao Sơn" in FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["Cao_Son", "../x", "a//b", "", "cao son", "con", "a/aux", "com1", "x."]
)
def test_a_name_that_is_no_folder_name_is_refused(
    briefing: Briefing, name: str, here: Path
) -> None:
    outcome = briefing("locality", "new", name, "--name", "x", "--level", "commune", "--place", "x")

    assert outcome.code == 2
    assert "locality/not-a-name" in outcome.err
    assert list(here.iterdir()) == []


def test_an_unknown_parent_is_answered_with_the_nearest(briefing: Briefing) -> None:
    outcome = briefing("locality", "new", "x", "--parent", "phu-thọ")
    assert outcome.code == 2
    assert "“phu-tho”" in outcome.err


@pytest.mark.parametrize("source", [HOA_BINH, KY_ANH], ids=lambda file: file.stem)
def test_a_pack_taken_from_an_input_gives_the_same_report(briefing: Briefing, source: Path) -> None:
    expected = build(load(source))
    assert briefing("locality", "new", "cua-toi", "--from", source).code == 0

    own = Path(shutil.copy(source, "năm.yaml"))
    text = own.read_text(encoding="utf-8")
    named = text.replace(f"locality: {source.stem[:-5]}\n", "locality: cua-toi\n")
    assert named != text
    own.write_text(named, encoding="utf-8")
    assert build(load(own)) == expected


def test_what_the_parent_says_already_is_not_written_again(briefing: Briefing) -> None:
    write_pack("cao-son")
    assert briefing("locality", "new", "b", "--parent", "cao-son", "--from", _shaped()).code == 0

    text = Path("localities", "b", "locality.toml").read_text(encoding="utf-8")
    assert text.startswith('parent = "cao-son"\n\n[recipients]\narchive = "VT, NC"\n\n#')


def _shaped() -> Path:
    return write_input("cao-son", more="recipients: {archive: 'VT, NC'}\n")


def test_the_list_says_where_each_pack_lies_and_what_it_inherits(briefing: Briefing) -> None:
    write_pack("cao-son")
    lines = briefing("locality", "list").out.splitlines()

    assert f"cao-son → hoa-binh → phu-tho\txã Cao Sơn\t{FILE.parent}" in lines
    shipped = {line.split("\t")[0].split(" ")[0] for line in lines} - {"cao-son"}
    assert shipped == {"hoa-binh", "ky-anh", "long-xuyen", "my-tho", "tinh-uy"}


def test_the_list_names_the_provinces_when_asked(briefing: Briefing) -> None:
    lines = briefing("locality", "list", "--provinces").out.splitlines()

    assert "phu-tho\ttỉnh Phú Thọ\t25" in lines
    assert "hoa-binh\ttỉnh Hòa Bình\t01/07/2025 → phu-tho" in lines


def test_show_tells_of_each_value_where_it_comes_from(briefing: Briefing) -> None:
    write_pack("cao-son", CAO_SON + '[recipients.copies]\nso_nganh = "Các phòng"\n')
    shown = briefing("locality", "show", "cao-son", "--date", "2024-12-20").out
    said = dict(line.split("  # ") for line in shown.splitlines() if "  # " in line)
    said = {key.strip(): origin for key, origin in said.items()}

    assert said['place = "Cao Sơn"'] == f"{FILE}:5:1"
    assert said['recipients.copies.so_nganh = "Các phòng"'] == f"{FILE}:7:1"
    inherited = said['recipients.copies.mat_tran = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"']
    assert inherited.endswith(f"{Path('hoa-binh', 'locality.toml')}:5:1")
    assert 'under = "tỉnh Hòa Bình"' in shown.splitlines()


def test_a_new_override_holds_the_block_as_it_is_and_changes_nothing(briefing: Briefing) -> None:
    write_pack("cao-son")
    before = build(load(write_input("cao-son")))
    outcome = override(briefing, "closing")

    assert outcome.code == 0
    assert "{% block closing %}" in template().read_text(encoding="utf-8")
    assert build(load(Path("năm.yaml"))) == before


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_can_be_overridden_without_a_change(briefing: Briefing, block: str) -> None:
    write_pack("cao-son")
    before = build(load(write_input("cao-son")))

    assert override(briefing, block).code == 0
    assert build(load(Path("năm.yaml"))) == before


def test_a_second_block_joins_the_first_in_one_file(briefing: Briefing) -> None:
    write_pack("cao-son")
    before = build(load(write_input("cao-son")))
    assert override(briefing, "closing").code == override(briefing, "opening").code == 0

    assert template().read_text(encoding="utf-8").count("{% extends") == 1
    assert build(load(Path("năm.yaml"))) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((KIND, "closin"), "“closing”"),
        (("bao-cao-tong-kte", "closing"), "“bao-cao-tong-ket”"),
        (("bao-cao-tong-ket", "nothing-near"), "closing"),
    ],
)
def test_a_block_or_kind_that_is_not_there_is_told(
    briefing: Briefing, arguments: tuple[str, str], told: str
) -> None:
    write_pack("cao-son")
    kind, block = arguments
    outcome = briefing("template", "new", kind, "--locality", "cao-son", "--block", block)

    assert outcome.code == 2
    assert told in outcome.err


def test_a_block_that_the_pack_has_already_is_not_written_over(briefing: Briefing) -> None:
    write_pack("cao-son")
    override(briefing, "closing")
    text = template().read_text(encoding="utf-8")
    outcome = override(briefing, "closing")

    assert (outcome.code, template().read_text(encoding="utf-8")) == (2, text)
    assert f"{template()}:4" in outcome.err


def test_a_province_without_a_pack_has_no_folder_for_templates(briefing: Briefing) -> None:
    outcome = briefing("template", "new", KIND, "--locality", "lao-cai", "--block", "closing")

    assert outcome.code == 2
    assert "localities/lao-cai" in outcome.err


def test_diff_shows_values_and_blocks_that_are_otherwise(briefing: Briefing) -> None:
    own = '[recipients.copies]\nso_nganh = "Các phòng"\nthon = "Các thôn"\n'
    write_pack("cao-son", CAO_SON + own + "[figure_style]\npad = true\n")
    override(briefing, "closing")
    change(template(), "Trên đây là báo cáo", "Kính trình báo cáo")
    lines = briefing("locality", "diff", "cao-son").out.splitlines()

    assert lines[:3] == [
        'recipients.copies.so_nganh: "Các sở, ngành của tỉnh" → "Các phòng"',
        'recipients.copies.thon: – → "Các thôn"',
        "figure_style.pad: – → true",
    ]
    assert lines[3] == f"{template()}:4: closing"
    changed = [line.strip()[:14] for line in lines if line.startswith(("  -T", "  +K"))]
    assert changed == ["-Trên đây là b", "+Kính trình bá"]
    assert not [line for line in lines if "đã đổi" in line]


BEING_WRITTEN = shutil.ignore_patterns("*.pyc.*", "tmp*")
"""What other processes put into place when it is whole; the bytecode that is there is taken."""


@pytest.fixture
def upgraded(here: Path) -> Path:
    """Return a copy of the program and its templates, to be changed as an upgrade would."""
    place = here / "program"
    for name in ("briefing", "templates"):
        shutil.copytree(REPOSITORY / name, place / name, ignore=BEING_WRITTEN)
    return place


RUN = """\
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from briefing.cli import main

for words in json.loads(sys.argv[1]):
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        code = main(words)
    print(json.dumps([code, out.getvalue(), err.getvalue()]))
"""
"""Runs command lines one after another, and tells of each what came of it."""


def run_copy(upgraded: Path, *lines: tuple[str, ...]) -> list[Outcome]:
    """Run command lines in one process of the copy: it need not start for each of them."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(lines)],
        cwd=upgraded.parent,
        env=clean_environment({"PYTHONPATH": str(upgraded)}),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [Outcome(*json.loads(line)) for line in done.stdout.splitlines()]


def test_a_changed_built_in_block_is_told_to_those_who_override_it_only(
    briefing: Briefing, upgraded: Path
) -> None:
    write_pack("cao-son")
    override(briefing, "closing")
    write_pack("toan-son", CAO_SON.replace("Cao", "Toàn"))
    other = ("template", "new", KIND, "--locality", "toan-son", "--block", "opening")
    assert briefing(*other).code == 0
    built_in = upgraded / "templates" / f"{KIND}.md.j2"
    change(built_in, "Trên đây là báo cáo", "Vừa rồi là báo cáo")
    diff, lint = ("locality", "diff", "cao-son"), ("template", "lint")

    told, of_other, linted, accepted, clean, after = run_copy(
        upgraded, diff, ("locality", "diff", "toan-son"), lint, (*diff, "--accept"), lint, diff
    )
    assert told.code == 1, told.err
    shown = told.out.partition("đã đổi từ khi sửa:")[2]
    assert f"{built_in}:" in told.out
    assert "-Trên đây là báo cáo" in shown
    assert "+Vừa rồi là báo cáo" in shown
    assert "đã đổi" not in of_other.out

    stale = [line for line in linted.out.splitlines() if "template/stale-override" in line]
    assert [line.partition(": ")[0] for line in stale] == [f"{template()}:4"]

    assert accepted.code == 0
    assert "stale" not in clean.out
    assert "đã đổi" not in after.out
    assert "-Vừa rồi là báo cáo" in after.out


def test_what_an_upgrade_changes_is_merged_into_an_override(
    briefing: Briefing, upgraded: Path
) -> None:
    write_pack("cao-son")
    override(briefing, "proposals")
    printed = "{{ m.proposals(report.proposals) }}"
    change(template(), printed, f"{printed}\n\nHết phần kiến nghị.")
    built_in = upgraded / "templates" / f"{KIND}.md.j2"
    change(built_in, "{% if report.proposals %}\n", "{% if report.proposals %}\n{# mới #}\n")
    update = ("locality", "update", "--all")

    before, merged, after, linted = run_copy(
        upgraded, (*update, "--check"), update, (*update, "--check"), ("template", "lint")
    )
    assert before.code == 1
    assert merged.code == 0, merged.out + merged.err
    text = template().read_text(encoding="utf-8")
    assert "{# mới #}" in text
    assert "Hết phần kiến nghị." in text
    assert (after.code, linted.code) == (0, 0)


def test_an_override_without_a_memory_says_so(briefing: Briefing) -> None:
    own = f'{{% extends "{KIND}.md.j2" %}}\n{{% block closing %}}Hết.{{% endblock %}}\n'
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=own)

    assert "chưa theo dõi mẫu gốc" in briefing("locality", "diff", "cao-son").out


def test_a_kept_text_is_not_read_through_a_link(briefing: Briefing, here: Path) -> None:
    write_pack("cao-son")
    override(briefing, "closing")
    [kept] = Path("localities", "cao-son", "replaced").iterdir()
    (here / "secret").write_text("BÍ MẬT", encoding="utf-8")
    stale = kept.with_name(f"closing@{'0' * 12}.md.j2")
    change(template(), "@" + kept.name[8:20], "@" + "0" * 12)
    stale.symlink_to(here / "secret")
    outcome = briefing("locality", "diff", "cao-son")

    assert outcome.code == 2
    assert "BÍ MẬT" not in outcome.out + outcome.err
    assert f"{stale}: lỗi: đây là liên kết" in outcome.err


@pytest.mark.parametrize("command", ["new", "list", "show", "diff"])
@pytest.mark.parametrize(("language", "word"), [("vi", "Cách dùng"), ("en", "Usage")])
def test_every_command_has_its_help(
    briefing: Briefing, command: str, language: str, word: str
) -> None:
    listed = briefing("locality", "--help", "--lang", language)
    own = briefing("locality", command, "--help", "--lang", language)

    assert f"  {command} " in listed.out
    assert own.out.startswith(f"{word}: briefing locality {command}")


@pytest.mark.parametrize("command", ["preview", "check", "build"])
def test_another_pack_than_the_inputs_can_be_named(briefing: Briefing, command: str) -> None:
    file = write_input("cao-son", more="place: Cao Sơn\n")
    assert briefing(command, file).code == 2
    write_pack("toan-son", CAO_SON.replace("Cao Sơn", "Toàn Sơn"))

    assert briefing(command, file, "--locality", "toan-son").code == 0
    assert load(file, locality="toan-son").issuer.unit_name == "xã Toàn Sơn"


@pytest.mark.parametrize("command", ["preview", "check", "build"])
def test_a_pack_named_on_the_line_must_exist(briefing: Briefing, command: str) -> None:
    write_pack("cao-son")
    outcome = briefing(command, write_input("cao-son"), "--locality", "cao-sno")

    assert outcome.code == 2
    assert "“cao-son”" in outcome.out + outcome.err


def override(briefing: Briefing, block: str) -> Outcome:
    return briefing("template", "new", KIND, "--locality", "cao-son", "--block", block)


def template() -> Path:
    return load_locality("cao-son").folders[0] / f"{KIND}.md.j2"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
