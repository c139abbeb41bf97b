"""“Your locality in ten minutes”: every command on the page is run, in order.

A fenced block of a file is put into that file: tables are added to a pack, keys to an input, a
template replaces the one that the command before it wrote.
"""

from __future__ import annotations

import re
import shlex
import signal
import subprocess
import time
from pathlib import Path

from cli.running import REPOSITORY, clean_environment, program, run_forked

from briefing.localities.schema import PackFile

PAGES = ["locality.md", "locality.vi.md"]
_BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)


def steps(page: str) -> list[tuple[str, str, str]]:
    """Return the fenced blocks of a page: their kind, what they are for, their text."""
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    return [(kind, words.strip(), body) for kind, words, body in _BLOCK.findall(text)]


def commands(page: str) -> list[str]:
    return [
        line for kind, _, body in steps(page) if kind == "console" for line in body.splitlines()
    ]


def follow(page: str, folder: Path, *, until: str = "") -> dict[str, str]:
    """Do what a page says and return what each command printed; ``until`` stops after a command."""
    printed: dict[str, str] = {}
    environment = {"XDG_CONFIG_HOME": str(folder / "settings")}
    for kind, words, body in steps(page):
        if kind != "console":
            write(folder, words, body)
            continue
        for line in body.splitlines():
            if "--serve" in line:
                printed[line] = served(line, folder)
                continue
            outcome = run_forked(*shlex.split(line)[1:], folder=folder, environment=environment)
            # Checking a starter finds what is still to be filled in.
            allowed = (0, 1) if line.startswith("briefing check") else (0,)
            assert outcome.code in allowed, f"{line}\n{outcome.out}{outcome.err}"
            printed[line] = outcome.out
            if line == until:
                return printed
    return printed


def write(folder: Path, words: str, body: str) -> None:
    name, _, place = words.partition(" ")
    file = folder / name
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    if place == "above":
        first = before.index("\n[")
        file.write_text(f"{before[:first]}\n{body}{before[first:]}", encoding="utf-8")
    elif file.suffix in (".toml", ".yaml"):
        file.write_text(f"{before}\n{body}", encoding="utf-8")
    else:
        file.write_text(body, encoding="utf-8")


def served(line: str, folder: Path) -> str:
    """Return what a command prints that serves until it is stopped, and stop it."""
    with subprocess.Popen(
        program(*shlex.split(line)[1:], "--no-open"),
        cwd=folder,
        env=clean_environment(),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stderr
        said = process.stderr.readline()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in (0, 130)
    return said


def test_every_command_of_the_page_works(tmp_path: Path) -> None:
    # Of both pages: the next test holds that they have the same steps.
    page = PAGES[0]
    printed = follow(page, tmp_path)

    assert list(dict.fromkeys(commands(page))) == list(printed)
    preview = printed["briefing preview --draft 2026.yaml"]
    assert "XÃ CAO SƠN" in preview
    assert "- Thường trực Đảng ủy xã;" in preview
    assert "Ủy ban nhân dân xã Cao Sơn trân trọng báo cáo./." in preview
    shown = printed["briefing locality show cao-son"]
    assert re.search(r"signer = \"chu_tich\" +# localities/cao-son/locality.toml:\d", shown)
    assert "http://127.0.0.1:" in printed["briefing preview --serve 2026.yaml"]
    assert "NHIỆM VỤ TRỌNG TÂM NĂM" in preview
    assert "| Trường Trung học cơ sở | 12,5 |" in preview
    linted = printed["briefing template lint"]
    assert "tiet_kiem" not in linted
    updated = printed["briefing locality update --all"]
    assert "localities/cao-son/bao-cao-tong-ket.md.j2:3: tiet_kiem" not in updated
    assert "proposals: từ nay theo dõi" in updated
    assert (tmp_path / "localities" / "cao-son-cu" / "bao-cao-tong-ket.md.j2").is_file()
    face = tmp_path / "localities" / "cao-son" / "cong-an" / "locality.toml"
    assert face.read_text(encoding="utf-8") == 'force = "police"\n'
    assert (tmp_path / "localities" / "nghe-an" / "cao-son" / "locality.toml").is_file()
    contacts = (tmp_path / "contacts.yaml").read_text(encoding="utf-8")
    with (tmp_path / "2026.yaml").open("a", encoding="utf-8") as file:
        file.write(contacts)
    shown = run_forked("preview", "--draft", "2026.yaml", folder=tmp_path).out
    assert "People's Committee of Cao Son Commune" in shown
    assert (tmp_path / "localities" / "tan-hoa" / "locality.toml").is_file()
    assert (tmp_path / "style.docx").read_bytes().startswith(b"PK")


BODIES = [
    ("", ["ỦY BAN NHÂN DÂN", "XÃ CAO SƠN", "/BC-UBND", "CHỦ TỊCH"], ["Các thôn"]),
    ("police", ["CÔNG AN XÃ CAO SƠN", "/BC-CAX", "TRƯỞNG CÔNG AN"], ["Công an tỉnh Phú Thọ"]),
    ("military", ["BAN CHỈ HUY QUÂN SỰ", "/BC-BCH", "CHỈ HUY TRƯỞNG"], ["Các thôn"]),
    ("party_committee", ["ĐẢNG ỦY XÃ CAO SƠN", "-BC/ĐU", "PHÓ BÍ THƯ"], ["Lưu Văn phòng Đảng ủy"]),
]


def test_every_body_of_the_page_signs_for_itself_and_draws_no_finding_of_form(
    tmp_path: Path,
) -> None:
    follow(PAGES[0], tmp_path, until="briefing locality show cao-son")
    file = tmp_path / "2026.yaml"
    text = file.read_text(encoding="utf-8")
    for force, letterhead, recipients in BODIES:
        own = f"issuer: {{force: {force}}}\n" if force else ""
        file.write_text(own + text, encoding="utf-8")
        shown = run_forked("preview", "--draft", file.name, folder=tmp_path).out
        for words in (*letterhead, *recipients):
            assert words in shown, (force, words)
        checked = run_forked("check", file.name, folder=tmp_path).out
        assert "[form/" not in checked
        signed = "signer: pho_chu_tich\n" + own
        file.write_text(signed + text, encoding="utf-8")
        told = run_forked("check", file.name, folder=tmp_path).out
        assert ("[form/other-body-signer]" in told) == bool(force)


def test_both_pages_have_the_same_steps() -> None:
    first, second = ([(k, w, b) for k, w, b in steps(page)] for page in PAGES)

    assert first == second


def test_the_pages_name_every_key_of_a_pack() -> None:
    for page in PAGES:
        text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
        named = set(re.findall(r"`\[{0,2}(\w+)", text.rpartition("locality.toml`:")[2]))
        assert set(PackFile.model_fields) <= named
