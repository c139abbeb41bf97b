"""What a process loads once, so that the children that it forks have it from the start."""

from __future__ import annotations

import gc
import shutil
import tempfile
from functools import cache
from pathlib import Path

import briefing
from briefing.cli.groups import module_of
from briefing.cli.main import COMMANDS
from briefing.linting import lint
from briefing.templating import template_folder

INPUT = Path(__file__).resolve().parents[2] / "inputs" / "hoa-binh-2023.yaml"

SERVING = (
    "briefing.live.server",
    "briefing.officer.server",
    "uvicorn.lifespan.on",
    "uvicorn.loops.asyncio",
    "uvicorn.protocols.http.h11_impl",
)


def load_all() -> None:
    """Load every command, and what a first document loads and keeps."""
    for name in COMMANDS:
        __import__(f"briefing.cli.{module_of(name)}")
    report = briefing.load(INPUT)
    briefing.check(report)
    briefing.build(report)
    briefing.page(report)
    briefing.preview(report)
    # What lies below every pack is gone through once a process, and is most of a lint.
    lint([(template_folder(),)])
    gc.freeze()


@cache
def load_pages() -> None:
    """Load what serves the pages, and what a first report in the officer's page keeps."""
    for name in SERVING:
        __import__(name)
    from officer.desk import Browser

    with tempfile.TemporaryDirectory() as name:
        shutil.copy(INPUT, name)
        browser = Browser(Path(name))
        assert browser.page(INPUT.name).status_code == 200
        browser.office.close()
    gc.collect()
    gc.freeze()
