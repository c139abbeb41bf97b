"""A server that is killed while somebody types: the file is whole, and what was saved is in it."""

from __future__ import annotations

import http.client
import random
import shutil
import sys
import threading
from pathlib import Path

import pytest
from cli.running import HOA_BINH
from exploring import drawn

from briefing.reading import read

from .serving import PATIENCE, Served, served

NAME = HOA_BINH.name
MOMENTS = drawn(12)


class Typist:
    """Somebody who types one letter after the other, each saved as the page's script saves it."""

    def __init__(self, page: Served) -> None:
        self._page = page
        page.enter(NAME)
        self.asked = self.saved = 0
        self.begun = threading.Event()

    def type(self) -> None:
        """Type until the server answers no more."""
        try:
            while True:
                self.asked += 1
                body = f'[{{"path": ["place"], "text": "Cao {"a" * self.asked}"}}]'
                answer, said = self._page.ask(f"report/{NAME}/change", body)
                assert answer.status == 200, said
                self.saved = self.asked
                self.begun.set()
        except (OSError, http.client.HTTPException):
            return


def killed_after(folder: Path, seconds: float) -> tuple[Typist, str]:
    """Kill the server that long after the first save; return who typed, and what was kept."""
    file = Path(shutil.copy(HOA_BINH, folder))
    with served(folder) as page:
        try:
            typist = Typist(page)
            typing = threading.Thread(target=typist.type)
            typing.start()
            assert typist.begun.wait(PATIENCE)
            typing.join(seconds)
            assert typing.is_alive()
        finally:
            page.process.kill()
        typing.join(PATIENCE)
    return typist, str(read(file).data["place"])


@pytest.mark.slow(reason="each moment is a server of its own")
@pytest.mark.skipif(sys.platform == "win32", reason="a server is killed there otherwise")
@pytest.mark.parametrize("seed", range(MOMENTS))
def test_nothing_that_was_saved_is_lost_with_the_server(tmp_path: Path, seed: int) -> None:
    typist, kept = killed_after(tmp_path, random.Random(seed).uniform(0, 1))

    assert kept in {f"Cao {'a' * count}" for count in (typist.saved, typist.asked)}
    assert read(tmp_path / NAME).data.keys() == {*read(HOA_BINH).data, "place"}
