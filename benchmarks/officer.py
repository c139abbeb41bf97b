"""The officer's page of a long report: how long after a key the sheets show it.

``python -m benchmarks.officer``, with Chromium and its driver. It is measured from the key, as the
browser dates it, to the frame that shows the new text; in between lie the rest after a key, the way
to the program and back, the program's work and the laying of the sheets. Keys come one by one, then
as from a person who types without a stop. All of it runs on two cores. Processor time is told
beside it: unlike the clock it does not depend on what else the machine does.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median, quantiles

import psutil
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.remote.webelement import WebElement

from briefing.library import Draft, Request, load_case, make_documents

INPUTS = Path(__file__).parent.parent / "inputs"
NAME = "kinh-te-xa-hoi-xa-2026.yaml"
KEYS = 60
RUNS = 3
TEXT = "duytrinennep"
"""What is typed without a stop, ``RUNS`` times."""

BETWEEN = 0.18
"""Seconds between the keys of somebody who types some sixty words a minute."""

REST = 0.5
"""Seconds between single keys, so that each meets a page at rest."""

PATIENCE = 30.0
WATCH = """
window.keys = [];
window.shown = [];
window.wanted = [];
addEventListener("beforeinput", (event) => keys.push(event.timeStamp), true);
const sheets = document.getElementById("sheets");
const channel = new MessageChannel();
window.times = (text) => sheets.textContent.split(text).length - 1;
channel.port1.onmessage = () =>
  wanted.forEach((one, at) => {
    if (shown[at] === undefined && times(one.text) > one.before) shown[at] = performance.now();
  });
// What is posted from a frame comes when that frame is there.
const look = () => requestAnimationFrame(() => channel.port2.postMessage(0));
new MutationObserver(look).observe(sheets, { childList: true, subtree: true });
"""
BEGIN = """
const [box, typed] = arguments;
for (let at = box; at; at = at.parentElement) if (at.open === false) at.open = true;
box.focus();
// Within the first word: no blank there is bound, so the sheets say it as the field does.
box.setSelectionRange(2, 2);
window.keys = [];
window.shown = [];
window.wanted = typed.map((text) => {
  const said = box.value.slice(0, 2) + text;
  return { text: said, before: times(said) };
});
"""
BOXES = """
const printed = document.getElementById("sheets").textContent;
const boxes = [...document.querySelectorAll("#parts textarea[data-path]")];
return boxes.filter(
  (box) => /^\\p{L}{3}/u.test(box.value) && printed.includes(box.value.slice(0, 20)),
);
"""
TAKEN = "return keys.map((key, at) => (shown[at] === undefined ? null : shown[at] - key))"


def main() -> None:
    """Measure and print the table."""
    two = sorted(os.sched_getaffinity(0))[:2]
    os.sched_setaffinity(0, two)
    with tempfile.TemporaryDirectory() as folder:
        for file in (NAME, NAME.replace(".yaml", ".csv")):
            shutil.copy(INPUTS / file, folder)
        with served(Path(folder)) as (server, address), browser() as (driver, process):
            driver.get(f"{address}report/{NAME}/")
            until(driver, "return document.querySelector('.sheet') !== null")
            driver.execute_script(WATCH)
            boxes = driver.execute_script(BOXES)
            for box in boxes[:5]:  # files are read, scripts are compiled
                typed(driver, box, "x")
            before = spent(server), spent(process)
            single = [
                taken for at in range(KEYS) for taken in typed(driver, boxes[at % len(boxes)], "z")
            ]
            each = [
                1000 * (spent(of) - was) / KEYS
                for of, was in zip((server, process), before, strict=True)
            ]
            steady = [taken for at in range(RUNS) for taken in typed(driver, boxes[-at - 1], TEXT)]
            sheets = driver.execute_script("return document.querySelectorAll('.sheet').length")
    print(f"From a key to {sheets} sheets, on {len(two)} cores, load {os.getloadavg()[0]:.1f}")
    for called, found in {"keys one by one": single, "typed without a stop": steady}.items():
        late = quantiles(found, n=20)[-1]
        print(f"  {called:<34}{median(found):9.1f} ms   95 % within {late:7.1f} ms")
    floor = alone()
    print("Processor time for each key")
    works = {"read, made and written as a page": floor, "program": each[0], "browser": each[1]}
    for called, taken in works.items():
        print(f"  {called:<34}{taken:9.1f} ms   x {taken / floor:5.2f}")


def typed(driver: Chrome, box: WebElement, text: str) -> list[float]:
    """Type a text key by key; return after how many milliseconds the sheets showed each."""
    driver.execute_script(BEGIN, box, [text[: at + 1] for at in range(len(text))])
    for key in text:
        driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "char", "text": key})
        time.sleep(BETWEEN)
    until(driver, f"return shown.filter(Boolean).length === {len(text)}")
    time.sleep(REST)
    taken: list[float] = driver.execute_script(TAKEN)
    return taken


def until(driver: Chrome, script: str) -> None:
    """Wait until a script says so; ends the measurement where it never does."""
    end = time.monotonic() + PATIENCE
    while not driver.execute_script(script):
        if time.monotonic() > end:
            raise TimeoutError(script)
        time.sleep(0.02)


@contextmanager
def served(folder: Path) -> Iterator[tuple[psutil.Process, str]]:
    """Serve a folder; give the program and its address."""
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", "open", "--no-browser"],
        cwd=folder,
        env={**os.environ, "XDG_CONFIG_HOME": str(folder / "settings")},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stderr
        address = re.search(r"http://\S+/", running.stderr.readline())
        assert address
        try:
            yield psutil.Process(running.pid), address[0]
        finally:
            running.terminate()


@contextmanager
def browser() -> Iterator[tuple[Chrome, psutil.Process]]:
    """Give a browser without a window, and the process that all of its own are below."""
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for option in ("headless=new", "no-sandbox", "disable-gpu", "window-size=1366,768"):
        options.add_argument(f"--{option}")
    service = ChromeService(shutil.which("chromedriver"))
    driver = Chrome(options=options, service=service)
    try:
        yield driver, psutil.Process(service.process.pid)
    finally:
        driver.quit()


def spent(process: psutil.Process) -> float:
    """Return the seconds of processor time of a process and of all below it."""
    total = 0.0
    for one in (process, *process.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            total += sum(one.cpu_times()[:2])
    return total


def alone() -> float:
    """Return the milliseconds that the same page takes without form, file and browser."""
    source, asked = INPUTS / NAME, Request(draft=Draft.IF_NEEDED)

    def once() -> float:
        begin = time.process_time()
        [made] = make_documents(load_case(source), asked).values()
        made.as_page(traced=True)
        return (time.process_time() - begin) * 1000

    once()
    return median(once() for _ in range(9))


if __name__ == "__main__":
    main()
