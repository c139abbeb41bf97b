"""More than anybody needs: uploads without end, and windows by the hundred."""

from __future__ import annotations

import http.client
import shutil
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress

import pytest
from cli.kept_running import started
from cli.running import HOA_BINH

from .serving import PATIENCE, Served, served

NAME = HOA_BINH.name
GIGABYTE = 1024**3
PIECE = b"x" * 65_536
WINDOWS = 200
AT_ONCE = 40

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads memory from /proc")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("bao-cao")
    shutil.copy(HOA_BINH, folder)
    with served(folder, started) as running:
        running.enter(NAME)
        yield running


def poured(page: Served, path: str, *lines: str) -> tuple[bytes, int]:
    """Send pieces until nobody takes them; return the answer, and how much was taken."""
    host, port = page.host.split(":")
    told = [f"{key}: {said}" for key, said in page.headers.items()]
    head = [f"POST {page.base}{path} HTTP/1.1", f"Host: {page.host}", *told, *lines, "", ""]
    taken, answer = 0, b""
    with closing(socket.create_connection((host, int(port)), PATIENCE)) as line:
        line.sendall("\r\n".join(head).encode())
        chunk = f"{len(PIECE):x}\r\n".encode() + PIECE + b"\r\n"
        with suppress(OSError):
            while taken < GIGABYTE:
                line.sendall(chunk if "chunked" in "".join(lines) else PIECE)
                taken += len(PIECE)
        with suppress(OSError):
            while more := line.recv(65_536):
                answer += more
    return answer, taken


@pytest.mark.parametrize("path", ["bring", f"report/{NAME}/change", "locality/new"])
@pytest.mark.parametrize(
    "lines",
    [("Transfer-Encoding: chunked",), (f"Content-Length: {GIGABYTE}",),
     ("Transfer-Encoding: chunked", "Content-Length: 5")],
    ids=["chunked", "length", "both"],
)  # fmt: skip
def test_an_upload_without_end_is_refused_before_it_is_read(
    page: Served, path: str, lines: tuple[str, ...]
) -> None:
    before = page.memory()

    answer, taken = poured(page, path, "Content-Type: application/octet-stream", *lines)

    assert taken < 64 * 1024**2
    assert not answer or answer.split(b" ", 2)[1] in (b"400", b"413")
    assert page.memory() - before < 32
    assert page.ask("")[0].status == 200


def test_two_hundred_windows_are_all_told_of_a_change(page: Served) -> None:
    before = page.memory()
    with ExitStack() as open_lines:
        windows = []
        for _ in range(WINDOWS):
            line = http.client.HTTPConnection(page.host, timeout=PATIENCE)
            open_lines.callback(line.close)
            line.request("GET", f"{page.base}report/{NAME}/changes", headers=page.headers)
            windows.append(line.getresponse())
        first = [news(one) for one in windows]

        answer, said = page.ask(
            f"report/{NAME}/change", '[{"path": ["place"], "text": "Lâm Thao"}]'
        )
        told = [news(one) for one in windows]

    assert answer.status == 200, said
    assert len(first) == len(told) == WINDOWS
    assert all(now > before for before, now in zip(first, told, strict=True))
    assert page.memory() - before < 64


def test_windows_that_all_ask_at_once_are_all_answered(page: Served) -> None:
    before = page.memory()

    with ThreadPoolExecutor(AT_ONCE) as windows:
        asked = [windows.submit(page.ask, f"report/{NAME}/state") for _ in range(AT_ONCE)]
        answers = [one.result() for one in asked]

    assert {answer.status for answer, _ in answers} == {200}
    assert len({said for _, said in answers}) == 1
    assert page.memory() - before < 64


def news(answer: http.client.HTTPResponse) -> int:
    """Return the number of the next state that a window is told of."""
    while line := answer.readline():
        if line.startswith(b"data: "):
            return int(line.removeprefix(b"data: "))
    raise AssertionError("the line is closed")
