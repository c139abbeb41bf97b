"""A page is made once for each state of its files, however often they are told of."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.live import session
from briefing.live.shown import Options, Shown

from .serving import HOA_BINH, change, copied


def test_a_change_that_is_shown_already_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, made = copied(HOA_BINH, tmp_path), list[str]()
    real = session.stages

    def stages(options: Options, before: Shown) -> Iterator[Shown | None]:
        made.append(options.source.read_text(encoding="utf-8"))
        return real(options, before)

    monkeypatch.setattr(session, "stages", stages)

    async def write_twice() -> None:
        page = session.Session(Options(source))
        await page.refresh()
        following = asyncio.create_task(page.follow())
        await asyncio.sleep(1)
        begun = len(made)
        change(source, "year: 2023", "year:  2023")
        await page.refresh()
        await asyncio.sleep(1.5)
        assert len(made) == begun + 1
        change(source, "year:  2023", "year:   2023")
        await asyncio.sleep(3)
        page.close()
        await following

    asyncio.run(write_twice())

    # What somebody else writes is still followed.
    assert "year:   2023" in made[-1]
    assert "year:  2023" in made[-2]
