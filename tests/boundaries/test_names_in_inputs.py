"""A name that an input writes means a file in its own folder or below, and never one elsewhere."""

from __future__ import annotations

import json
import ntpath
import re
import unicodedata
from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing as library
from briefing import boundaries

REPORT = """\
schema: 1
kind: bao-cao-tong-ket
issuer: {name: Ủy ban nhân dân xã Cao Sơn}
period: {year: %s}
"""

ELSEWHERE = [
    *("/etc/passwd", "//host/share/2022.yaml", r"\\host\share\2022.yaml", r"\\?\C:\2022.yaml"),
    *(r"\\.\pipe\x", r"\2022.yaml", r"/\host\x", r"\/host/x", "C:2022.yaml", r"c:\2022.yaml"),
    *("C:/2022.yaml", "file:2022.yaml", "file:///etc/passwd", "https://host/2022.yaml"),
    *("2022.yaml:stream", "2022.yaml::$DATA", "cũ/C:x", "smb://host/x"),
]
OUTSIDE = [
    *("../2022.yaml", r"..\2022.yaml", "..", "cũ/../../2022.yaml", "./../2022.yaml"),
    *(r"cũ\..\..\2022.yaml", "../nay/../2022.yaml", "cũ/..\\../2022.yaml", "a/b/c/../../../../x"),
]
DEVICES = [
    *("CON", "nul", "aux.yaml", "cũ/prn.yaml", "COM1", "lpt9.yaml", "com¹.yaml", "CONIN$"),
    *("NUL .yaml", "nul:".rstrip(":"), "2022.yaml.", "cũ./2022.yaml", "...", ".. /2022.yaml"),
]
INSIDE = [
    *("2022.yaml", "./2022.yaml", "cũ/2022.yaml", r"cũ\2022.yaml", "cũ/sâu/2022.yaml"),
    *("cũ/../2022.yaml", "Báo cáo năm 2022 (bản cuối).yaml", "console.yaml", "com10.yaml"),
    *("..2022.yaml", "2022..yaml", "nul-2022.yaml", "~2022.yaml"),
]


def write(name: str, text: str = REPORT % 2022) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def naming(name: str) -> Path:
    return write("nay/2023.yaml", f"{REPORT % 2023}previous_report: {json.dumps(name)}\n")


def refusal(name: str) -> library.Finding:
    source = naming(name)
    with pytest.raises(library.InputError) as caught:
        library.load(source)
    [found] = caught.value.findings
    assert (found.path, found.origin and found.origin.line) == ("previous_report", 5)
    return found


@pytest.fixture
def no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when the system is asked for a name: it might fetch it from another machine."""

    def asked(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(boundaries, "leads_out", asked)
    monkeypatch.setattr(boundaries, "_entries", asked)


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.usefixtures("no_question")
def test_a_name_of_another_place_is_refused_before_the_system_is_asked(name: str) -> None:
    found = refusal(name)

    assert found.rule == "path/not-relative"
    assert str(Path("nay").absolute()) in found.remedy()


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_way_out_of_the_folder_is_refused_whether_or_not_a_file_is_there(name: str) -> None:
    write("2022.yaml")

    assert refusal(name).rule == "path/outside"


@pytest.mark.parametrize("name", DEVICES)
def test_what_windows_takes_for_a_device_is_refused_everywhere(name: str) -> None:
    assert refusal(name).rule == "path/device"


@pytest.mark.parametrize("name", INSIDE)
def test_a_name_in_the_folder_or_below_is_read(name: str) -> None:
    Path("nay", "cũ").mkdir(parents=True)
    write("nay/" + name.replace("\\", "/"))
    last = library.load(naming(name)).last_report

    assert last is not None
    assert last.period.year == 2022


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_a_name_in_another_unicode_form_is_the_same_name(written: str, stored: str) -> None:
    name = "năm trước/Báo cáo 2022.yaml"
    write("nay/" + unicodedata.normalize(stored, name))

    assert library.load(naming(unicodedata.normalize(written, name))).last_report


def test_following_the_remedy_to_the_letter_heals(briefing: Briefing) -> None:
    """An office keeps each year in a folder of its own, and gives its reports one name."""
    write("2022/bao-cao.yaml")
    source = write("2023/bao-cao.yaml", f"{REPORT % 2023}previous_report: ../2022/bao-cao.yaml\n")
    outcome = briefing("check", source)
    assert outcome.code == 2
    assert "“../2022/bao-cao.yaml” dẫn ra ngoài thư mục" in outcome.out
    assert (
        f"Sao chép tệp đó vào thư mục “{Path('2023').absolute()}” với tên chưa dùng" in outcome.out
    )
    write("2023/2022.yaml")
    source.write_text(source.read_text("utf-8").replace("../2022/bao-cao", "2022"), "utf-8")

    assert "[path/" not in briefing("check", source).out


@pytest.mark.parametrize("target", ["/etc/passwd", "../2022.yaml", "../ngoài/2022.yaml"])
def test_a_link_that_leads_out_is_refused(target: str) -> None:
    write("2022.yaml")
    write("ngoài/2022.yaml")
    Path("nay").mkdir()
    Path("nay", "trước.yaml").symlink_to(target)
    found = refusal("trước.yaml")

    assert found.rule == "path/link"
    assert "trước.yaml" in found.message()


def test_a_folder_that_is_a_link_leads_out_as_well() -> None:
    write("ngoài/2022.yaml")
    Path("nay").mkdir()
    Path("nay", "cũ").symlink_to("../ngoài")

    assert refusal("cũ/2022.yaml").rule == "path/link"


def test_links_that_stay_inside_are_followed_and_a_circle_is_told() -> None:
    write("nay/cũ/2022.yaml")
    Path("nay", "trước.yaml").symlink_to("cũ/2022.yaml")
    Path("nay", "vòng.yaml").symlink_to("vòng.yaml")

    assert library.load(naming("trước.yaml")).last_report
    assert refusal("vòng.yaml").rule == "previous/unreadable"


STEPS = st.sampled_from(
    [*("..", ".", "a", "ra", "lên", "vòng", "/", "\\", "C:", "CON", "...", " ", "~", "\uff0f", "")]
)


@settings(derandomize=True, deadline=None, max_examples=drawn(400))
@given(st.lists(STEPS, max_size=9))
def test_no_name_at_all_leads_out_on_any_system(parts: list[str]) -> None:
    """Simulates Windows by its own rules for paths."""
    name = "".join(parts)
    Path("gốc").mkdir(exist_ok=True)
    for link, target in (("ra", "/etc"), ("lên", ".."), ("vòng", "vòng")):
        if not Path("gốc", link).is_symlink():
            Path("gốc", link).symlink_to(target)
    try:
        file = boundaries.file_named(name, Path("gốc"))
    except library.InputError:
        return
    there = ntpath.normpath(ntpath.join(r"C:\gốc", *re.split(r"[\\/]", name)))

    assert (there + "\\").startswith("C:\\gốc\\")
    assert boundaries.leads_out(file, Path("gốc")) is False


def test_the_folder_of_the_input_may_itself_be_reached_through_links() -> None:
    write("nay/2022.yaml")
    source = naming("2022.yaml")
    Path("lối-khác").symlink_to("nay")

    assert library.load(Path("lối-khác", source.name)).last_report


def test_a_batch_that_goes_on_looks_where_the_input_may_lead(briefing: Briefing) -> None:
    """A journal that was tampered with names no file outside either."""
    write("nay/2022.yaml")
    source = naming("2022.yaml")
    assert briefing("build", "nay", "-d", "ra", "--draft").code == 0
    journal = Path("ra", ".briefing-batch.jsonl")
    text = journal.read_text("utf-8")
    assert '"2022.yaml"' in text
    journal.write_text(text.replace('"2022.yaml"', '"../../../../../../etc/passwd"'), "utf-8")

    assert briefing("build", "nay", "-d", "ra", "--draft", "--resume").code == 0
    assert source.exists()
