"""After an upgrade: what changed beneath an override is merged into it, as git merges."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

from briefing.templating.merging import SideNames, merged
from localities.made import CAO_SON, write_input, write_pack

NAMES = SideNames("own", "before", "new")
FILE = "bao-cao-tong-ket.md.j2"
EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
OLD = "## Kiến nghị\n\nMột.\n\nHai.\n\nBa.\n"


@pytest.mark.parametrize(
    ("before", "own", "new", "expected", "conflicts"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", "a\nx\nc\n", "a\nx\nc\n", 0),
        ("a\nb\nc\n", "a\ny\nc\n", "a\nb\nc\n", "a\ny\nc\n", 0),
        ("a\nb\nc\n", "a\ny\nc\n", "a\nb\nz\n", None, 1),
        ("a\nb\nc\nd\n", "x\nb\nc\nd\n", "a\nb\nc\ny\n", "x\nb\nc\ny\n", 0),
        ("a\nb\n", "a\nx\n", "a\nx\n", "a\nx\n", 0),
        ("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n", 0),
        ("a\nb\nc\n", "n\na\nb\nc\n", "a\nc\n", "n\na\nc\n", 0),
        ("", "a\n", "b\n", None, 1),
        ("a", "a", "a\nb", "a\nb\n", 0),
        ("a\n", "", "a\n", "", 0),
    ],
)
def test_three_texts_become_one(
    before: str, own: str, new: str, expected: str | None, conflicts: int
) -> None:
    both = merged(before, own, new, NAMES)

    assert both.conflicts == conflicts
    if expected is not None:
        assert both.text == expected


def test_a_conflict_is_marked_as_git_marks_it() -> None:
    both = merged("a\nb\nc\n", "a\ny\nc\n", "a\nz\nc\n", NAMES)

    assert both.text == ("a\n<<<<<<< own\ny\n||||||| before\nb\n=======\nz\n>>>>>>> new\nc\n")


def province(block: str, name: str = "proposals") -> Path:
    """Write the template of a province: what its communes override, and an upgrade changes."""
    text = f"{EXTENDS}\n{{% block {name} %}}\n{block}{{% endblock %}}\n"
    return write_pack("hoa-binh", "", bao_cao_tong_ket=text) / FILE


def commune(briefing: Briefing, change: tuple[str, str]) -> Path:
    """Override the block of the province in a commune, with a change of its own."""
    folder = write_pack("cao-son")
    made = briefing(
        *("template", "new", "bao-cao-tong-ket", "--locality", "cao-son", "--block", "proposals")
    )
    assert made.code == 0
    file = folder / FILE
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change), encoding="utf-8")
    return file


def bases(file: Path) -> list[str]:
    return sorted(path.read_text(encoding="utf-8") for path in (file.parent / "replaced").iterdir())


@pytest.mark.parametrize("which", [("cao-son",), ("--all",)])
def test_what_only_one_side_changed_is_merged_and_the_old_base_goes(
    briefing: Briefing, which: tuple[str, ...]
) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    province(OLD.replace("Ba.", "Ba và bốn."))

    assert briefing("locality", "update", *which, "--check").code == 1
    assert "Ba và bốn." not in file.read_text(encoding="utf-8")
    assert briefing("locality", "diff", "cao-son").code == 1
    outcome = briefing("locality", "update", *which)

    assert outcome.code == 0
    assert f"{file}:4: proposals: đã ghép" in outcome.out
    text = file.read_text(encoding="utf-8")
    assert "Một của xã.\n\nHai.\n\nBa và bốn.\n{% endblock %}" in text
    assert [base.strip() for base in bases(file)] == [OLD.replace("Ba.", "Ba và bốn.").strip()]
    assert briefing("locality", "update", *which, "--check").code == 0
    assert briefing("locality", "diff", "cao-son").code == 0
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_conflict_stops_every_document_until_somebody_chose(
    briefing: Briefing, language: str
) -> None:
    province(OLD)
    file = commune(briefing, ("Hai.", "Hai của xã."))
    province(OLD.replace("Hai.", "Hai mới."))
    source = write_input("cao-son")

    outcome = briefing("locality", "update", "cao-son", "--lang", language)
    assert outcome.code == 1
    text = file.read_text(encoding="utf-8")
    assert "Hai của xã.\n|||||||" in text
    assert "=======\nHai mới.\n>>>>>>>" in text
    for command in (("check", source), ("build", source), ("template", "lint")):
        stopped = briefing(*command, "--lang", language)
        assert stopped.code in (1, 2)
        assert f"{file}:9: " in stopped.out + stopped.err
        assert "[template/conflict]" in stopped.out + stopped.err
    assert briefing("locality", "update", "--all").code == 1
    assert file.read_text(encoding="utf-8") == text

    chosen = [line for line in text.splitlines(keepends=True) if line[:4] not in MARKS]
    file.write_text("".join(chosen).replace("Hai.\nHai mới.\n", ""), encoding="utf-8")
    assert briefing("locality", "update", "cao-son").code == 0
    assert briefing("build", source).code == 0


MARKS = ("<<<<", "||||", "====", ">>>>")


def test_an_override_written_by_hand_is_watched_from_the_first_update_on(
    briefing: Briefing,
) -> None:
    province(OLD)
    own = OLD.replace("Một.", "Một của xã.")
    text = f"{EXTENDS}\n{{% block proposals %}}\n{own}{{% endblock %}}\n"
    file = write_pack("cao-son", CAO_SON, bao_cao_tong_ket=text) / FILE

    first = briefing("locality", "update", "--all")
    assert first.code == 0
    assert f"{file}:3: proposals: từ nay theo dõi" in first.out
    watched = file.read_text(encoding="utf-8")
    assert watched.replace(watched[watched.index("{#") : watched.index("#}") + 3], "") == text
    province(OLD.replace("Ba.", "Ba và bốn."))
    assert briefing("locality", "update", "--all").code == 0
    assert "Một của xã.\n\nHai.\n\nBa và bốn." in file.read_text(encoding="utf-8")


def test_an_override_that_calls_super_follows_by_itself(briefing: Briefing) -> None:
    province(OLD)
    file = commune(briefing, (OLD, "{{ super() }}\n\nThêm.\n"))
    province(OLD.replace("Hai.", "Hai mới."))

    outcome = briefing("locality", "update", "cao-son")
    assert outcome.code == 0
    assert "super()" in outcome.out
    assert "<<<<" not in file.read_text(encoding="utf-8")
    assert briefing("locality", "update", "cao-son", "--check").code == 0


def test_a_block_that_went_and_a_base_that_was_lost_are_told(briefing: Briefing) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    for base in (file.parent / "replaced").iterdir():
        base.unlink()
    province(OLD.replace("Ba.", "Bốn."))
    text = file.read_text(encoding="utf-8")

    outcome = briefing("locality", "update", "cao-son")
    assert outcome.code == 1
    assert "--accept" in outcome.out
    file.write_text(text.replace("proposals", "rieng"), encoding="utf-8")
    lost = briefing("locality", "update", "cao-son")
    assert lost.code == 1
    assert "không còn khối này nên khối không được in" in lost.out


@pytest.mark.parametrize("command", ["update", "diff"])
def test_a_block_that_went_is_told_as_printed_where_sections_name_it(
    briefing: Briefing, command: str
) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    pack = CAO_SON + '[sections]\nbao-cao-tong-ket = ["results", "rieng"]\n'
    write_pack("cao-son", pack)
    text = file.read_text(encoding="utf-8").replace("proposals", "rieng")
    file.write_text(text, encoding="utf-8")

    told = briefing("locality", command, "cao-son")
    assert "không còn khối này; khối vẫn in vì [sections] ghi tên" in told.out
    assert "không được in" not in told.out
    assert "Một của xã." in briefing("preview", "--draft", write_input("cao-son")).out
    # What it says to do heals.
    lines = [line for line in text.splitlines() if "replaces" not in line]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert briefing("locality", command, "cao-son").code == 0
    own = briefing("locality", "diff", "cao-son").out
    assert "khối riêng của gói, in ở chỗ [sections] ghi tên" in own


def test_what_a_pack_says_otherwise_is_told_key_by_key(briefing: Briefing) -> None:
    pack = CAO_SON + 'area_order = ["pccc"]\n[headings]\nplan = "Nhiệm vụ {coming}"\n'
    write_pack("cao-son", pack)

    told = briefing("locality", "diff", "cao-son")
    assert 'area_order: – → ["pccc"]' in told.out
    assert "area_order[0]" not in told.out
    assert 'headings.plan: "Phương hướng, nhiệm vụ {coming}" → "Nhiệm vụ {coming}"' in told.out
    assert "kế thừa" in told.err


def test_a_province_is_updated_before_its_communes(briefing: Briefing) -> None:
    province(OLD)
    commune(briefing, ("Một.", "Một của xã."))
    below = write_pack("xom", CAO_SON.replace('parent = "hoa-binh"', 'parent = "cao-son"'))
    made = ("template", "new", "bao-cao-tong-ket", "--locality", "xom", "--block", "proposals")
    assert briefing(*made).code == 0
    province(OLD.replace("Ba.", "Ba và bốn."))

    assert briefing("locality", "update", "--all").code == 0
    assert "Ba và bốn." in (below / FILE).read_text(encoding="utf-8")
    assert briefing("locality", "update", "--all", "--check").code == 0


def test_line_ends_and_other_files_are_left_as_they_are(briefing: Briefing) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (file.parent / "replaced" / "của tôi.txt").write_text("giữ", encoding="utf-8")
    province(OLD.replace("Ba.", "Ba và bốn."))

    assert briefing("locality", "update", "cao-son").code == 0
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
    assert "Ba và bốn." in file.read_text(encoding="utf-8")
    assert (file.parent / "replaced" / "của tôi.txt").is_file()


@pytest.mark.parametrize("which", [(), ("cao-son", "--all")])
def test_one_pack_is_named_or_all_of_them(briefing: Briefing, which: tuple[str, ...]) -> None:
    write_pack("cao-son")

    assert briefing("locality", "update", *which).code == 2


def test_a_pack_of_the_program_is_left_alone(briefing: Briefing) -> None:
    assert briefing("locality", "update", "hoa-binh").code == 2
    assert briefing("locality", "update", "--all").code == 0


def test_a_broken_pack_does_not_keep_the_others_from_their_update(briefing: Briefing) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    write_pack("hong", "name = ", bao_cao_tong_ket=EXTENDS)
    write_pack("mau-hong", CAO_SON, bao_cao_tong_ket=EXTENDS + "{% block plan %}")
    province(OLD.replace("Ba.", "Ba và bốn."))

    outcome = briefing("locality", "update", "--all")
    assert outcome.code == 2
    assert "[toml/syntax]" in outcome.err
    assert "[template/syntax]" in outcome.err
    assert "Ba và bốn." in file.read_text(encoding="utf-8")


def test_nothing_is_left_of_a_line_end_of_its_own(briefing: Briefing) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    file.write_bytes(file.read_bytes().replace(b"Hai.\n\n", b"Hai.\r\r"))
    province(OLD.replace("Ba.", "Ba và bốn."))

    assert briefing("locality", "update", "cao-son").code == 0
    assert "Hai.\n\nBa và bốn.\n{% endblock %}" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_macro_of_a_pack_is_merged_as_a_block_is(briefing: Briefing, language: str) -> None:
    beneath = write_pack("hoa-binh", "") / "macros.md.j2"
    old = "{% macro lot(x) %}\nMột.\n\nHai.\n\nBa.\n{% endmacro %}\n"
    extends = '{% extends "macros.md.j2" %}\n'
    beneath.write_text(extends + old, encoding="utf-8")
    own = write_pack("cao-son", CAO_SON) / "macros.md.j2"
    own.write_text(extends + old.replace("Một.", "Một của xã."), encoding="utf-8")
    assert briefing("locality", "update", "cao-son", "--lang", language).code == 0
    assert "{# replaces lot@" in own.read_text(encoding="utf-8")

    beneath.write_text(extends + old.replace("Ba.", "Ba mới."), encoding="utf-8")
    checked = briefing("locality", "update", "cao-son", "--check", "--lang", language)
    assert checked.code == 1
    assert {"vi": "chưa ghi gì", "en": "nothing is written"}[language] in checked.out
    assert briefing("locality", "diff", "cao-son", "--lang", language).code == 1
    assert "[template/stale-override]" in briefing("template", "lint", "--lang", language).out
    assert briefing("locality", "update", "cao-son", "--lang", language).code == 0
    text = own.read_text(encoding="utf-8")
    assert "Một của xã." in text
    assert "Ba mới." in text


@pytest.mark.parametrize("command", ["check", "build", "preview"])
def test_a_block_that_has_changed_beneath_is_told_where_it_is_used(
    briefing: Briefing, command: str
) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    source = write_input("cao-son", more="proposals: [Bổ sung kinh phí]\n")
    assert "stale-override" not in briefing("check", source).out
    province(OLD.replace("Ba.", "Ba và bốn."))

    outcome = briefing(command, source)
    told = [line for line in (outcome.out + outcome.err).splitlines() if "stale-override" in line]
    assert [line.partition(": ")[0] for line in told] == [f"{file}:4"]
    # What it says to do heals.
    assert briefing("locality", "update", "cao-son").code == 0
    healed = briefing(command, source, *(["--force"] if command == "build" else []))
    assert "stale-override" not in healed.out + healed.err
