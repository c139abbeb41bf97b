"""The sheets beside a form look as the document's own rules say, whatever the form looks like."""

from __future__ import annotations

import shutil
from pathlib import Path

from cli.running import HOA_BINH, REPOSITORY
from exploring import places
from selenium.webdriver import Chrome

from .clerk import Clerk
from .test_in_browser import office

LONG = REPOSITORY / "inputs" / "kinh-te-xa-hoi-xa-2026.yaml"
REACHING = """
const found = [];
const sheets = [...document.querySelectorAll(".sheet")];
for (const { href, cssRules } of document.styleSheets) {
  if (href.endsWith("live.css")) continue;
  for (const { selectorText } of cssRules) {
    if (!selectorText || selectorText === "*" || selectorText.startsWith(":focus")) continue;
    const parts = sheets.flatMap((sheet) => [...sheet.querySelectorAll(selectorText)]);
    if (parts.length) found.push(selectorText);
  }
}
return found;
"""
NUMBERS = """
return [...document.querySelectorAll(".sheet.following")].map((sheet) => {
  const range = document.createRange();
  range.selectNodeContents(sheet.querySelector(".page-number"));
  const number = range.getBoundingClientRect();
  const text = sheet.querySelector(".text").getBoundingClientRect();
  return (number.left + number.right - text.left - text.right) / 2;
});
"""


def test_no_rule_of_the_form_reaches_the_sheets(chromium: Chrome, tmp_path: Path) -> None:
    for file in (HOA_BINH, LONG, LONG.with_suffix(".csv")):
        shutil.copy(file, tmp_path)
    with office(tmp_path) as address:
        clerk = Clerk(chromium, address)
        for name in places([LONG.name, HOA_BINH.name]):
            chromium.get(f"{address}report/{name}/")
            clerk.until(lambda: clerk.run("return document.querySelectorAll('.sheet').length > 1"))

            assert clerk.run(REACHING) == []
            assert max(map(abs, clerk.run(NUMBERS))) < 1
        chromium.get("about:blank")
