"""The form of the officer's page: what it weighs, and what it takes to show it anew.

``python -m benchmarks.form``, with Chromium and its driver. A window shows a report while somebody
else writes the file, so that the form comes anew each time. Told is the processor time of the
program and of the browser for each time, with all that belongs to it: the file read, the report
checked, its sheets made, sent and laid; and of the browser's main thread for the form alone, made
anew where all of it, or one section, is other than it was.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

from .officer import INPUTS, browser, served, spent, until

NAME = "hoa-binh-2023.yaml"
ROUNDS = 12
REST = 1.0
"""Seconds between two writings, so that each finds the page at rest."""

WEIGHT = """
const nodes = (root) => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let count = 0;
  while (walk.nextNode()) count += 1;
  return count;
};
const waiting = [...document.querySelectorAll("template")].map((one) => nodes(one.content));
return [nodes(document.getElementById("parts")), waiting.reduce((all, one) => all + one, 0)];
"""
BROUGHT = """
const [section, rounds, done] = arguments;
const of = (name) => import(new URL(`../../static/${name}.js`, location.href));
Promise.all([of("brought"), fetch("form").then((answer) => answer.json())]).then(
  ([{ bring }, form]) => {
    for (let round = 0; round < rounds; round += 1) {
      for (const one of form.sections) if (!section || one.name === section) one.digest += round;
      bring(form, () => false);
      document.getElementById("form").getBoundingClientRect();
    }
    done();
  });
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(INPUTS / NAME, folder))
        with served(Path(folder)) as (server, address), browser() as (driver, process):
            driver.get(f"{address}report/{NAME}/")
            until(driver, "return document.querySelector('.sheet') !== null")
            here = driver.execute_script("return document.getElementById('empty')?.dataset.digest")
            page, form = (asked(driver, at) for at in ("", f"form?has={here}"))
            was = spent(server)
            for _ in range(ROUNDS):
                asked(driver, f"form?has={here}")
            each = 1000 * (spent(server) - was) / ROUNDS
            shown, waiting = driver.execute_script(WEIGHT)
            print(f"page {page / 1000:.0f} kB, an answer with the form {form / 1000:.0f} kB")
            print(f"  {'program':<12}{each:8.1f} ms for an answer")
            print(f"nodes of the form {shown}, waiting in templates {waiting}")
            for section in ("", "figures", "document"):
                print(
                    f"  {section or 'all':<12}{brought(driver, section):8.1f} ms of the main thread"
                )
            before = spent(server), spent(process)
            for turn in range(ROUNDS):
                write(file, f"Địa danh {turn}")
                until(driver, f"return document.getElementById('place').value.endsWith(' {turn}')")
                time.sleep(REST)
            for called, of, was in zip(
                ("program", "browser"), (server, process), before, strict=True
            ):
                print(f"  {called:<12}{1000 * (spent(of) - was) / ROUNDS:8.1f} ms for each writing")


def asked(driver: Chrome, address: str) -> int:
    """Return how many bytes an answer has."""
    script = "fetch(arguments[0]).then((a) => a.blob()).then(({ size }) => arguments[1](size))"
    size: int = driver.execute_async_script(script, address)
    return size


def brought(driver: Chrome, section: str) -> float:
    """Return the milliseconds of the main thread for a form with one new section, or all new."""
    driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(driver)
    driver.execute_async_script(BROUGHT, section, ROUNDS)
    return 1000 * (busy(driver) - before) / ROUNDS


def busy(driver: Chrome) -> float:
    told: dict[str, Any] = driver.execute_cdp_cmd("Performance.getMetrics", {})
    return float(next(one["value"] for one in told["metrics"] if one["name"] == "TaskDuration"))


def write(file: Path, place: str) -> None:
    """Write another place into a file, as an editor does."""
    text = re.sub(r"(?m)^place:.*\n", "", file.read_text(encoding="utf-8"))
    file.write_text(f"{text}place: {place}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
