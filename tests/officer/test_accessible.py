"""Every page of the officer as axe-core judges it: who cannot see it, or has no mouse, can use it.

axe-core lies where ``make tools`` puts it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from cli.running import HOA_BINH, REPOSITORY
from conftest import missing_tool
from exploring import in_turn
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from .light import light_report
from .test_in_browser import office

NAME = HOA_BINH.name
PACK = 'name = "xã Cao Sơn"\nlevel = "commune"\nplace = "Cao Sơn"\nparent = "hoa-binh"\n'
PAGES = {
    "home": "",
    "report": f"report/{NAME}/",
    "versions": f"report/{NAME}/versions",
    "locality": "locality/cao-son/",
    "block": "locality/cao-son/block?kind=bao-cao-tong-ket&name=closing_sentence",
    "versions of a pack": "locality/cao-son/versions",
}
_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document).then((found) => done(found.violations.map(
  (one) => one.id + ": " + one.nodes.map((node) => node.html).join(" | "))));
"""


def axe() -> str:
    """Return the script that judges a page."""
    script = REPOSITORY / ".tools/node_modules/axe-core/axe.min.js"
    if not script.is_file():
        missing_tool("no axe-core: make tools")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("bao-cao")
    light_report(folder)
    pack = folder / "localities/cao-son"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text(PACK, encoding="utf-8")
    with office(folder) as found:
        yield found


@pytest.mark.parametrize(("page", "zoom"), in_turn(PAGES, (1, 2)))
def test_axe_finds_nothing(page: str, zoom: int, chromium: Chrome, address: str) -> None:
    script = axe()
    size = {"width": 1366 // zoom, "height": 768 // zoom, "deviceScaleFactor": zoom}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {**size, "mobile": False})
    try:
        chromium.get(address + PAGES[page])
        if chromium.find_elements(By.ID, "sheets"):
            end = time.monotonic() + 60
            while not chromium.find_elements(By.CSS_SELECTOR, "#sheets .sheet"):
                assert time.monotonic() < end
                time.sleep(0.1)
        # No page lets a script in by its markup; the debugger of the browser may.
        chromium.execute_cdp_cmd("Runtime.evaluate", {"expression": script})

        assert chromium.execute_async_script(_RUN) == []
        wider = chromium.execute_script("return document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0
    finally:
        chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        chromium.get("about:blank")
