"""An update drops nothing that somebody wrote, whatever became of the files that it goes by."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from effort import effort

from briefing.templating.merging import SideNames, merged
from localities.made import CAO_SON, write_pack
from localities.test_updates import EXTENDS, FILE, OLD, commune, province

OWN = OLD.replace("Một.", "Một của xã.")
NEW = OLD.replace("Ba.", "Ba và bốn.")


@pytest.mark.parametrize("kept", [OWN.encode(), b"", b"\xff\x00" * 1000, OLD.encode() * 400_000])
def test_a_kept_text_that_was_changed_is_no_ground_to_merge_on(
    briefing: Briefing, kept: bytes
) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    [base] = (file.parent / "replaced").iterdir()
    base.write_bytes(kept)
    province(NEW)
    before = file.read_bytes()

    with effort() as spent:
        outcome = briefing("locality", "update", "cao-son")

    assert spent.yardsticks < 100
    assert outcome.code == 1
    assert "--accept" in outcome.out
    assert (file.read_bytes(), base.read_bytes()) == (before, kept)
    # Nobody has looked at it yet, so it is told again; following the remedy heals.
    assert briefing("locality", "update", "cao-son").code == 1
    assert briefing("locality", "diff", "cao-son").code == 1
    file.write_text(file.read_text(encoding="utf-8").replace("Ba.", "Ba và bốn."), encoding="utf-8")
    assert briefing("locality", "diff", "cao-son", "--accept").code == 0
    assert briefing("locality", "update", "cao-son").code == 0
    assert "Một của xã.\n\nHai.\n\nBa và bốn." in file.read_text(encoding="utf-8")
    # What somebody wrote there stays.
    assert base.read_bytes() == kept


def test_a_kept_text_with_other_line_ends_and_a_mark_is_the_same_text(briefing: Briefing) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    [base] = (file.parent / "replaced").iterdir()
    base.write_bytes(b"\xef\xbb\xbf" + base.read_bytes().replace(b"\n", b"\r\n"))
    province(NEW)

    assert briefing("locality", "update", "cao-son").code == 0
    assert "Một của xã.\n\nHai.\n\nBa và bốn." in file.read_text(encoding="utf-8")
    assert not base.exists()


@pytest.mark.parametrize("remark", ["{{#   {}   #}}", "{{#- {} -#}}", "{{# {} #}}\n{{# {} #}}"])
def test_a_remark_may_stand_anywhere_in_the_file(briefing: Briefing, remark: str) -> None:
    below = f"{EXTENDS}{{% block closing %}}\nĐóng cũ.\n{{% endblock %}}\n"
    below += f"{{% block proposals %}}\n{OLD}{{% endblock %}}\n"
    shelf = write_pack("hoa-binh", "", bao_cao_tong_ket=below) / FILE
    file = commune(briefing, ("Một.", "Một của xã."))
    made = ("template", "new", "bao-cao-tong-ket", "--locality", "cao-son", "--block", "closing")
    assert briefing(*made).code == 0
    text = file.read_text(encoding="utf-8").replace("Đóng cũ.", "Đóng của xã.\nĐóng cũ.")
    at = text.index("replaces closing")
    said = text[at : text.index(" #}", at)]
    # Far above its block now, in other spellings: what stands between has another place afterwards.
    text = text.replace(f"{{# {said} #}}", "")
    text = text.replace(EXTENDS, EXTENDS + remark.replace("{}", said).format() + "\n")
    file.write_text(text, encoding="utf-8")
    shelf.write_text(
        below.replace("Ba.", "Ba và bốn.").replace("Đóng cũ.\n", "Đóng cũ.\nĐóng mới.\n"),
        encoding="utf-8",
    )

    assert briefing("locality", "update", "cao-son").code == 0
    now = file.read_text(encoding="utf-8")
    assert f"{{% block proposals %}}\n\n{NEW.replace('Một.', 'Một của xã.')}{{% endblock %}}" in (
        now.replace("%}\n##", "%}\n\n##")
    )
    assert "{% block closing %}\nĐóng của xã.\nĐóng cũ.\nĐóng mới.\n{% endblock %}" in now
    assert said not in now
    assert briefing("locality", "update", "cao-son", "--check").code == 0
    assert briefing("locality", "update", "cao-son").out.count("không đổi") == 2


def test_a_byte_order_mark_stays(briefing: Briefing) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    province(NEW)

    assert briefing("locality", "update", "cao-son").code == 0
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff" + EXTENDS)
    assert "Một của xã.\n\nHai.\n\nBa và bốn.\n{% endblock %}" in text


@pytest.mark.parametrize("command", ["accept", "new"])
def test_line_ends_stay_as_well_when_a_block_is_accepted_or_added(
    briefing: Briefing, command: str
) -> None:
    province(OLD)
    file = commune(briefing, ("Một.", "Một của xã."))
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    province(NEW)

    of_commune = ("--locality", "cao-son", "--block", "closing")
    words = {
        "accept": ("locality", "diff", "cao-son", "--accept"),
        "new": ("template", "new", "bao-cao-tong-ket", *of_commune),
    }
    assert briefing(*words[command]).code == 0
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize("line", ["a\n", "{n}\n"])
def test_long_texts_of_like_lines_are_merged_in_time(line: str) -> None:
    before = "".join(line.format(n=n % 3) for n in range(4_990))

    with effort() as spent:
        both = merged(
            before, f"{before}của xã\n", f"mới\n{before}", SideNames("own", "before", "new")
        )

    assert spent.yardsticks < 30
    assert both.text == f"mới\n{before}của xã\n" or both.conflicts


def test_a_template_too_large_to_be_read_is_refused_unread(briefing: Briefing) -> None:
    province(OLD)
    file = write_pack("cao-son", CAO_SON) / FILE
    with file.open("wb") as opened:
        opened.truncate(2_000_000_000)

    outcome = briefing("locality", "update", "cao-son")
    assert outcome.code == 2
    assert "[template/too-large]" in outcome.err
