"""``briefing preview --serve``: how it starts, what stands in its way, how it ends."""

from __future__ import annotations

import re
import socket
import stat
import subprocess
import sys
import webbrowser
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import url2pathname, urlopen

import pytest
from cli.kept_running import environment, started
from cli.running import Briefing, briefing, program, run_program

from .serving import HOA_BINH, copied, served

__all__ = ["briefing"]

HEAVY = ("starlette", "uvicorn")


def test_it_says_its_address_answers_there_and_ends_with_a_line(tmp_path: Path) -> None:
    copied(HOA_BINH, tmp_path)
    with served(HOA_BINH.name, "--no-open", folder=tmp_path, start=started) as address:
        with urlopen(address) as answer:
            assert answer.status == 200
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([\w-]{43})/\s*", address)
        assert found
        assert int(found[1]) > 1023
        with pytest.raises(HTTPError) as refused:
            urlopen(f"http://127.0.0.1:{found[1]}/")
        assert (refused.value.code, refused.value.read()) == (403, b"")


def test_it_can_be_told_its_port(tmp_path: Path) -> None:
    copied(HOA_BINH, tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with served(HOA_BINH.name, "--port", port, folder=tmp_path, start=started) as address:
        assert address.startswith(f"http://127.0.0.1:{port}/")


def test_a_page_that_is_open_does_not_keep_it_from_ending(tmp_path: Path) -> None:
    copied(HOA_BINH, tmp_path)
    with served(HOA_BINH.name, folder=tmp_path, start=started) as address:
        listening = urlopen(f"{address.strip()}changes")
        assert listening.readline() == b"data: 1\n"
    listening.close()


def test_a_taken_port_is_a_finding(briefing: Briefing) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = briefing("preview", HOA_BINH, "--serve", "--port", port)

    assert outcome.code == 2
    assert f"cổng {port}: cổng đang được dùng" in outcome.err
    assert "--port" in outcome.err


def test_a_missing_input_is_a_finding(tmp_path: Path) -> None:
    outcome = run_program("preview", "none/input.yaml", "--serve", folder=tmp_path)

    assert outcome.code == 2
    assert "none/input.yaml: lỗi: không có tệp này" in outcome.err
    assert "http" not in outcome.err


def test_each_time_has_a_token_of_its_own(tmp_path: Path) -> None:
    copied(HOA_BINH, tmp_path)
    addresses = []
    for _ in range(2):
        with served(HOA_BINH.name, folder=tmp_path, start=started) as address:
            addresses.append(address.rstrip().rstrip("/").rpartition("/")[2])

    assert len(set(addresses)) == 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no command line there")
def test_the_token_stands_on_no_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every user of a machine can read the command lines of all programs that run on it."""
    from threading import Thread

    from briefing.cli.serving import tell_address
    from briefing.live import doorway

    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(Thread, "start", Thread.run)
    with doorway() as lead:
        tell_address("http://127.0.0.1:1234/SECRET/", browse=True, lead=lead)
        [given] = opened
        file = Path(url2pathname(urlsplit(given).path))
        assert "SECRET" not in given
        assert 'content="0;url=http://127.0.0.1:1234/SECRET/"' in file.read_text(encoding="utf-8")
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700

    assert not file.parent.exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no folder there")
@pytest.mark.parametrize(
    "words", [("preview", HOA_BINH.name, "--serve", "--no-open"), ("open", "--no-browser")], ids=str
)
def test_what_a_killed_page_left_goes_with_the_next_and_what_lives_stays(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    copied(HOA_BINH, tmp_path)
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    def own() -> Generator[Path]:
        """Start a page beside those that run, and give the folder that it made."""
        before = set(temporary.iterdir())
        process = subprocess.Popen(
            program(*words),
            cwd=tmp_path,
            env={**environment(tmp_path), "TMPDIR": str(temporary)},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        with process:
            assert process.stderr
            assert "http" in process.stderr.readline()
            [folder] = set(temporary.iterdir()) - before
            try:
                yield folder
            finally:
                process.kill()

    living, killed, other = own(), own(), own()
    with closing(living), closing(killed), closing(other):
        stays, goes = next(living), next(killed)
        killed.close()
        assert goes.exists()
        new = next(other)
        assert set(temporary.iterdir()) == {stays, new}


@pytest.mark.parametrize("missing", HEAVY)
def test_without_the_extra_it_says_how_to_install_it(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    outcome = briefing("preview", HOA_BINH, "--serve")

    assert outcome.code == 2
    assert 'pip install "briefing[preview]"' in outcome.err
    assert briefing("preview", HOA_BINH).code == 0


@pytest.mark.parametrize("arguments", [["--help"], ["preview", str(HOA_BINH)]], ids=str)
def test_nothing_else_loads_a_server(arguments: list[str]) -> None:
    asked = (
        "import sys; from briefing.cli import main; code = main(sys.argv[1:]);"
        f" print(code, [name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, *arguments], capture_output=True, text=True, check=True
    )

    assert done.stderr.splitlines()[-1] == "0 []"
