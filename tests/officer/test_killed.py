"""A server that is killed while somebody types: the file is whole, and what was saved is in it."""

from __future__ import annotations

import http.client
import random
import re
import shutil
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from cli.running import HOA_BINH, clean_environment, program
from exploring import drawn

from briefing.reading import read

NAME = HOA_BINH.name
PATIENCE = 20.0
MOMENTS = drawn(12)


class Typist:
    """Somebody who types one letter after the other, each saved as the page's script saves it."""

    def __init__(self, host: str, token: str) -> None:
        self._host = host
        self._base = f"/{token}/report/{NAME}/"
        answer, _ = self._ask("GET", f"/{token}/")
        cookies = answer.headers.get_all("set-cookie") or []
        self._cookie = "; ".join(one.partition(";")[0] for one in cookies)
        _, page = self._ask("GET", self._base)
        found = re.search(r'name="token" value="([^"]+)"', page)
        assert found, page[:500]
        self._token = found[1]
        self.asked = self.saved = 0
        self.begun = threading.Event()

    def _ask(self, method: str, path: str, body: str = "") -> tuple[http.client.HTTPResponse, str]:
        headers = {"Content-Type": "application/json"}
        if hasattr(self, "_cookie"):
            headers["Cookie"] = self._cookie
        if hasattr(self, "_token"):
            headers["X-Token"] = self._token
        with closing(http.client.HTTPConnection(self._host, timeout=PATIENCE)) as line:
            line.request(method, path, body, headers)
            with line.getresponse() as answer:
                return answer, answer.read().decode()

    def type(self) -> None:
        """Type until the server answers no more."""
        try:
            while True:
                self.asked += 1
                body = f'[{{"path": ["place"], "text": "Cao {"a" * self.asked}"}}]'
                answer, said = self._ask("POST", f"{self._base}change", body)
                assert answer.status == 200, said
                self.saved = self.asked
                self.begun.set()
        except (OSError, http.client.HTTPException):
            return


def killed_after(folder: Path, seconds: float) -> tuple[Typist, str]:
    """Kill the server that long after the first save; return who typed, and what was kept."""
    file = Path(shutil.copy(HOA_BINH, folder))
    with subprocess.Popen(
        program("open", "--no-browser"),
        cwd=folder,
        env=clean_environment({"XDG_CONFIG_HOME": str(folder / "settings")}),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        try:
            assert running.stderr
            found = re.search(r"http://(127\.0\.0\.1:\d+)/([^/\s]+)/", running.stderr.readline())
            assert found
            typist = Typist(found[1], found[2])
            typing = threading.Thread(target=typist.type)
            typing.start()
            assert typist.begun.wait(PATIENCE)
            typing.join(seconds)
            assert typing.is_alive()
        finally:
            running.kill()
        typing.join(PATIENCE)
    return typist, str(read(file).data["place"])


@pytest.mark.slow(reason="each moment is a server of its own")
@pytest.mark.skipif(sys.platform == "win32", reason="a server is killed there otherwise")
@pytest.mark.parametrize("seed", range(MOMENTS))
def test_nothing_that_was_saved_is_lost_with_the_server(tmp_path: Path, seed: int) -> None:
    typist, kept = killed_after(tmp_path, random.Random(seed).uniform(0, 1))

    assert kept in {f"Cao {'a' * count}" for count in (typist.saved, typist.asked)}
    assert read(tmp_path / NAME).data.keys() == {*read(HOA_BINH).data, "place"}
