"""The officer's page on a real port, with the process that serves it."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cli.kept_running import PATIENCE, Process, Start, forked


@dataclass
class Served:
    """A running page: where it is, what lets somebody in, and its process."""

    host: str
    token: str
    process: Process
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        return f"/{self.token}/"

    @property
    def address(self) -> str:
        return f"http://{self.host}{self.base}"

    def ask(
        self,
        path: str,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """Ask as the page does; with a body it is a change."""
        told = {**self.headers, **(headers or {})}
        with closing(http.client.HTTPConnection(self.host, timeout=PATIENCE)) as line:
            content = None if body is None else body.encode()
            line.request("GET" if body is None else "POST", self.base + path, content, told)
            with line.getresponse() as answer:
                return answer, answer.read()

    def enter(self, report: str) -> None:
        """Take what changes must bring back: the cookie, and the token of a page."""
        answer, _ = self.ask("")
        cookies = answer.headers.get_all("set-cookie") or []
        self.headers["Cookie"] = "; ".join(one.partition(";")[0] for one in cookies)
        _, page = self.ask(f"report/{report}/")
        found = re.search(rb'name="token" value="([^"]+)"', page)
        assert found, page[:500]
        self.headers["X-Token"] = found[1].decode()

    def memory(self) -> int:
        """Return the memory of the process in MB."""
        told = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(told.partition("VmRSS:")[2].split()[0]) // 1024


@contextmanager
def served(folder: Path, start: Start = forked, port: int = 0) -> Iterator[Served]:
    """Serve the page of a folder."""
    at = ["--port", str(port)] if port else []
    with start("open", "--no-browser", *at, folder=folder) as running:
        try:
            said = running.stderr.readline()
            found = re.search(r"http://(127\.0\.0\.1:\d+)/([^/\s]+)/", said)
            assert found, said
            yield Served(found[1], found[2], running)
        finally:
            running.terminate()
            running.wait(PATIENCE)
