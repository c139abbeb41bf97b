"""What lies in a folder of templates besides plain files is neither followed nor waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import Briefing, run_forked

from hostile.golden import INPUT, KIND, put_templates

ASKING = "# {{ kind }}\n\n{% include 'other.md.j2' %}\n\n\nNội dung.\n"
SECRET = "Chuyện riêng của máy này"


def linked(templates: Path) -> None:
    """Link to a file outside."""
    secret = templates.parent / "secret.md.j2"
    secret.write_text(SECRET, encoding="utf-8")
    (templates / "other.md.j2").symlink_to(secret)


def linked_upward(templates: Path) -> None:
    """Link to a file outside by a relative way."""
    (templates.parent / "secret.md.j2").write_text(SECRET, encoding="utf-8")
    (templates / "other.md.j2").symlink_to("../secret.md.j2")


def linked_through_a_folder(templates: Path) -> None:
    """Link to a file through a linked folder that leads outside."""
    outside = templates.parent / "outside"
    outside.mkdir()
    (outside / "other.md.j2").write_text(SECRET, encoding="utf-8")
    (templates / "inside").symlink_to(outside)
    (templates / "other.md.j2").symlink_to("inside/other.md.j2")


def linked_to_a_link(templates: Path) -> None:
    """Link to a link that leads outside."""
    linked(templates)
    (templates / "other.md.j2").rename(templates / "between.md.j2")
    (templates / "other.md.j2").symlink_to("between.md.j2")


def linked_to_a_system_file(templates: Path) -> None:
    """Link to a file of the system."""
    (templates / "other.md.j2").symlink_to("/etc/passwd")


def linked_to_itself(templates: Path) -> None:
    """Link that leads to itself."""
    (templates / "other.md.j2").symlink_to("other.md.j2")


def linked_to_a_device(templates: Path) -> None:
    """Link to a device that never ends."""
    (templates / "other.md.j2").symlink_to("/dev/zero")


def pipe(templates: Path) -> None:
    """Named pipe into which nobody writes."""
    os.mkfifo(templates / "other.md.j2")


def folder(templates: Path) -> None:
    """Folder with the name of a template."""
    (templates / "other.md.j2").mkdir()


def absent(templates: Path) -> None:
    """Nothing."""


OUTSIDE = [
    *(linked, linked_upward, linked_through_a_folder, linked_to_a_link, linked_to_a_system_file),
]
NO_TEMPLATE = [linked_to_itself, linked_to_a_device, pipe, folder, absent]


@pytest.mark.parametrize("make", OUTSIDE, ids=lambda make: make.__name__)
def test_a_link_that_leads_outside_is_not_followed(
    briefing: Briefing, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    templates = put_templates(tmp_path)
    (templates / KIND).write_text(ASKING, encoding="utf-8")
    make(templates)
    outcome = briefing("preview", INPUT, "--templates", templates)
    assert (outcome.code, outcome.out) == (2, "")
    place = f"{templates / 'other.md.j2'}: lỗi: mẫu nằm ngoài thư mục của gói (qua liên kết)"
    assert outcome.err.startswith(place)
    assert SECRET not in outcome.err


@pytest.mark.parametrize("make", NO_TEMPLATE, ids=lambda make: make.__name__)
def test_what_is_no_file_is_no_template(tmp_path: Path, make: Callable[[Path], None]) -> None:
    templates = put_templates(tmp_path)
    (templates / KIND).write_text(ASKING, encoding="utf-8")
    make(templates)
    done = run_forked("preview", INPUT, "--templates", templates, folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    place = f"{templates / KIND}:3: lỗi: không tìm thấy mẫu “other.md.j2”"
    assert done.err.startswith(place)


@pytest.mark.parametrize("make", [pipe, linked_to_a_device], ids=lambda make: make.__name__)
def test_the_template_of_the_kind_itself_is_no_pipe(
    briefing: Briefing, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    templates = put_templates(tmp_path)
    (templates / KIND).unlink()
    make(templates)
    (templates / "other.md.j2").rename(templates / KIND)
    outcome = briefing("preview", INPUT, "--templates", templates)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"không tìm thấy mẫu “{KIND}”" in outcome.err


def test_a_link_inside_the_folder_is_followed(briefing: Briefing, tmp_path: Path) -> None:
    templates = put_templates(tmp_path)
    (templates / KIND).write_text(ASKING, encoding="utf-8")
    (templates / "words.md.j2").write_text("Lời của địa phương\n", encoding="utf-8")
    (templates / "other.md.j2").symlink_to("words.md.j2")
    assert "Lời của địa phương" in briefing("preview", INPUT, "--templates", templates).out


def test_the_folder_that_the_user_names_may_be_a_link(briefing: Briefing, tmp_path: Path) -> None:
    templates = put_templates(tmp_path)
    (tmp_path / "chosen").symlink_to(templates)
    assert briefing("preview", INPUT, "--templates", tmp_path / "chosen").code == 0


def test_a_template_that_an_editor_marked_as_utf_8_is_read(
    briefing: Briefing, tmp_path: Path
) -> None:
    templates = put_templates(tmp_path)
    plain = briefing("preview", INPUT, "--templates", templates).out
    text = (templates / KIND).read_bytes()
    (templates / KIND).write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert briefing("preview", INPUT, "--templates", templates).out == plain
