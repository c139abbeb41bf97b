"""The live page in Chromium lies on sheets of A4, as a word processor lays it."""

from __future__ import annotations

from pathlib import Path

import pytest
from exploring import places, seldom
from selenium.webdriver import Chrome

from .browser import opened
from .serving import LETTER, change, copied

MM = 96 / 25.4
PT = 96 / 72
A4 = [length * MM for length in (210, 297, 30, 15, 20, 20)]
"""Width, height, and the margins left, right, top and bottom (mục I.1 and I.3)."""

SIDEWAYS = [297 * MM, 210 * MM]


def test_the_report_lies_on_sheets_of_the_standards_size(chromium: Chrome, source: Path) -> None:
    boxes = """return [...document.querySelectorAll(".sheet")].map((sheet) => {
        const paper = sheet.getBoundingClientRect();
        const text = sheet.querySelector(".text").getBoundingClientRect();
        return [paper.width, paper.height, text.left - paper.left, paper.right - text.right,
                text.top - paper.top, paper.bottom - text.bottom];
    })"""
    with opened(chromium, source.name, folder=source.parent) as page:
        sheets = page.run(boxes)
        numbers = page.all(".sheet .page-number")
        first = page.all(".sheet:first-child .text > *")

    assert len(sheets) > 3
    for sheet in sheets:
        assert sheet == pytest.approx(A4, abs=0.05)
    # The main text and two annexes, each numbered from its second page.
    assert numbers.count("") == 3
    assert numbers[:2] == ["", "2"]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first[0]


def test_parts_have_the_size_weight_and_place_of_the_standard(
    chromium: Chrome, source: Path
) -> None:
    style = """const e = document.querySelector(arguments[0]), s = getComputedStyle(e);
        return [parseFloat(s.fontSize), s.fontWeight, s.fontStyle, s.textAlign, s.fontFamily]"""
    with opened(chromium, source.name, folder=source.parent) as page:
        found = {path: page.run(style, f".sheet {path}") for path in STATE_STYLES}
        rule = """const box = (path) => document.querySelector(path).getBoundingClientRect();
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(".motto"));
            return [range.getBoundingClientRect().width, box(".motto + .rule line").width]"""
        motto, line = page.run(rule)
        indent = page.run("return getComputedStyle(document.querySelector('.body')).textIndent")

    for path, (size, weight, italic, align) in STATE_STYLES.items():
        assert found[path][:4] == [pytest.approx(size * PT, abs=0.01), weight, italic, align], path
        assert found[path][4].startswith('"Times New Roman"'), path
    assert line == pytest.approx(motto, abs=1)
    assert float(indent.removesuffix("px")) == pytest.approx(12.7 * MM, abs=0.1)


# Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V, the larger sizes.
STATE_STYLES = {
    ".national-name": (13, "700", "normal", "center"),
    ".motto": (14, "700", "normal", "center"),
    ".number": (13, "400", "normal", "center"),
    ".place-date": (14, "400", "italic", "center"),
    ".kind": (14, "700", "normal", "center"),
    ".subject": (14, "700", "normal", "center"),
    ".heading1": (14, "700", "normal", "justify"),
    ".body": (14, "400", "normal", "justify"),
    ".signature": (14, "700", "normal", "center"),
    ".recipients-label": (12, "700", "italic", "left"),
    ".recipients": (11, "400", "normal", "left"),
    ".page-number": (14, "400", "normal", "center"),
}


def test_a_party_letter_has_the_partys_sizes_and_marked_gaps(
    chromium: Chrome, tmp_path: Path
) -> None:
    source = copied(LETTER, tmp_path)
    size = "return parseFloat(getComputedStyle(document.querySelector(arguments[0])).fontSize)"
    with opened(chromium, source.name, folder=tmp_path) as page:
        assert page.run(size, ".party-name") == pytest.approx(15 * PT)
        assert page.run(size, ".about") == pytest.approx(12 * PT)
        marks = page.all("#sheets mark")
        background = page.run(
            "return getComputedStyle(document.querySelector('mark')).backgroundColor"
        )
        assert page.visible("#draft")

    assert len(marks) == 3
    assert background == "rgb(255, 255, 0)"


LAID = """
const problems = [];
const sheets = [...document.querySelectorAll(".sheet")];
for (const [at, sheet] of sheets.entries()) {
  const text = sheet.querySelector(".text"), end = text.getBoundingClientRect();
  const say = (what) => problems.push(`sheet ${at + 1}: ${what}`);
  for (const block of text.children) {
    const box = block.getBoundingClientRect();
    if (box.bottom > end.bottom + 1 || box.right > end.right + 1) say(block.textContent);
  }
  const last = text.lastElementChild;
  const follows = sheets[at + 1]?.classList.contains("following");
  if (follows && /^H[2-4]$/.test(last.tagName)) say(`ends with ${last.textContent}`);
  if (text.children.length === 1 && last.classList.contains("closing")) say("signature alone");
  for (const table of text.querySelectorAll(".grid"))
    if (!table.tHead?.textContent || !table.tBodies[0].rows.length) say("no head or no rows");
}
return problems;
"""


SHEETS = """return [...document.querySelectorAll(".sheet")].map((sheet) => [
    sheet.querySelector("thead")?.textContent,
    sheet.querySelectorAll(".broken, .continued").length,
])"""
MADE = """return fetch("state").then((answer) => answer.json()).then(({ page }) => {
    const made = new DOMParser().parseFromString(page.replaceAll(/<style>[^<]*<.style>/g, ""),
        "text/html");
    return [...made.querySelectorAll("section")].map((part) => part.textContent).join("");
})"""


def long_report(source: Path) -> None:
    """Make the report long: paragraphs of every length, lists, and figures for a long annex."""
    text = source.read_text(encoding="utf-8")
    figures = "".join(
        f"  so_{n}:\n    area: pccc\n    label: số đợt kiểm tra chuyên đề thứ {n}, cả đột xuất\n"
        f"    value: {n + 1}\n    unit: đợt\n"
        for n in range(60)
    )
    tasks = "".join(
        f"  - {'Tiếp tục tuần tra khép kín địa bàn ' * (n % 23 + 1)}\n" for n in range(40)
    )
    text = text.replace("figures:\n", f"figures:\n{figures}")
    assert "\ntasks:" not in text
    source.write_text(f"{text}\ntasks:\n{tasks}", encoding="utf-8")


def test_a_long_report_is_broken_as_a_word_processor_breaks_it(
    chromium: Chrome, source: Path
) -> None:
    long_report(source)
    with opened(chromium, source.name, folder=source.parent) as page:
        problems = page.run(LAID)
        shown = "".join(page.all("#sheets .text"))
        sheets = page.run(SHEETS)
        made = page.run(MADE)

    assert problems == []
    assert sum(broken for _, broken in sheets) >= 4
    heads = [head for head, _ in sheets if head]
    assert len(heads) >= 3
    assert len(set(heads[:3])) == 1
    # Every word of the document lies on a sheet, once; a table's head as often as it is repeated.
    for head in heads:
        shown = shown.replace(head, "")
        made = made.replace(head, "")
    assert "".join(shown.split()) == "".join(made.split())


LYING = """return [...document.querySelectorAll(".sheet")].map((sheet) => sheet.outerHTML)"""
SEEN = """return [...document.querySelectorAll(".sheet")].filter((sheet) => sheet.seen).length"""


def test_sheets_after_an_edit_lie_as_those_of_a_page_opened_anew(
    chromium: Chrome, source: Path
) -> None:
    long_report(source)
    edits = [
        ("    value: 31\n", "    value: 1234567\n"),
        ("\ntasks:\n", "\ntasks:\n" + "  - Thêm một ý\n" * 30),
        ("  so_7:\n", "  so_moi:\n    area: pccc\n    label: số mới\n    value: 3\n  so_7:\n"),
    ]
    with opened(chromium, source.name, folder=source.parent) as page:
        for old, new in places(edits):
            page.run("for (const one of document.querySelectorAll('.sheet')) one.seen = true")
            before = page.run(LYING)
            change(source, old, new)
            page.until(lambda was=before: page.run(LYING) != was)
            after, kept = page.run(LYING), page.run(SEEN)
            chromium.refresh()
            page.until(lambda: page.all("#findings li"))

            assert after == page.run(LYING)
            assert 0 < kept < len(after)


TURNS = seldom(60)
CHANGED_AT_RANDOM = """const [turns, done] = arguments;
import("./static/sheets.js").then(async ({ laySheets }) => {
  const { page } = await (await fetch("state")).json();
  const desk = document.getElementById("desk");
  const place = () => desk.appendChild(document.createElement("div"));
  const again = place();
  let seed = 20;
  const dice = (sides) => ((seed = (seed * 1103515245 + 12345) % 2147483648) >> 8) % sides;
  const [style] = page.match(/<style>[^<]*<\\/style>/);
  const bare = page.replaceAll(/<style>[^<]*<\\/style>/g, "");
  const text = new DOMParser().parseFromString(bare, "text/html");
  const words = () => "thêm vài chữ nữa ".repeat(1 + dice(60));
  const told = [];
  let kept = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const parts = [...text.querySelectorAll("section > p, section > h2, tbody > tr")];
    const part = parts[dice(parts.length)];
    const cell = part.querySelector("td p") ?? part;
    const ways = [
      () => part.after(part.cloneNode(true)), () => part.remove(), () => cell.append(words()),
      () => (cell.textContent = "ngắn"), () => part.parentElement.append(part),
    ];
    ways[dice(ways.length)]();
    const html = style + text.documentElement.outerHTML;
    const before = new Set(again.children);
    laySheets(html, again, desk);
    const anew = place();
    laySheets(html, anew, desk);
    if (again.innerHTML !== anew.innerHTML) told.push(turn);
    kept += [...again.children].filter((sheet) => before.has(sheet)).length;
    anew.remove();
  }
  again.remove();
  done([told, kept]);
});
"""


@pytest.mark.slow(reason="it lays many documents on sheets, each twice")
def test_whatever_changes_sheets_that_stay_lie_as_if_all_were_laid_anew(
    chromium: Chrome, source: Path
) -> None:
    long_report(source)
    with opened(chromium, source.name, folder=source.parent):
        chromium.set_script_timeout(120)
        wrong, kept = chromium.execute_async_script(CHANGED_AT_RANDOM, TURNS)

    assert wrong == []
    assert kept > TURNS


def test_a_wide_table_lies_on_a_sheet_on_its_side(
    chromium: Chrome, source: Path, templates: Path
) -> None:
    template = templates / "bao-cao-tong-ket.md.j2"
    text = template.read_text(encoding="utf-8")
    wide = "| A | B | C | D | E | F | G | H |\n" + "| :--- " * 8 + "|\n" + "| ô " * 8 + "|\n"
    template.write_text(f"{text}\n# Biểu rộng\n\n{wide}", encoding="utf-8")
    size = "const b = [...document.querySelectorAll('.sheet')].at(-1).getBoundingClientRect();"
    with opened(chromium, source.name, "--templates", templates, folder=source.parent) as page:
        assert page.run(f"{size} return [b.width, b.height]") == pytest.approx(SIDEWAYS, abs=0.05)
        assert page.run(LAID) == []


FOOT = """const sheets = [...document.querySelectorAll(".sheet")];
    const foot = document.querySelector(".foot").getBoundingClientRect();
    const paper = sheets[0].getBoundingClientRect();
    const texts = [...sheets[0].querySelectorAll(".text > *")];
    const last = Math.max(...texts.map((block) => block.getBoundingClientRect().bottom));
    return [sheets.findIndex((sheet) => sheet.querySelector(".foot")), paper.bottom - foot.bottom,
            foot.left - paper.left, paper.right - foot.right, foot.top - last];
"""


def test_how_the_body_is_reached_stands_at_the_foot_of_the_first_sheet(
    chromium: Chrome, source: Path
) -> None:
    marks = "marks:\n  contact: ['Địa chỉ: …', 'ĐT: …', 'Thư điện tử: …', 'Website: …']\n"
    source.write_text(source.read_text(encoding="utf-8") + marks, encoding="utf-8")
    with opened(chromium, source.name, folder=source.parent) as page:
        sheet, below, left, right, above = page.run(FOOT)
        text = "".join(page.all("#sheets .text"))
        feet = page.all("#sheets .foot")
        assert page.run(LAID) == []

    assert sheet == 0
    assert (below, left, right) == pytest.approx((10 * MM, 30 * MM, 15 * MM), abs=0.05)
    # The page is full, and its text ends above the foot.
    assert 0 <= above < 25 * MM
    assert len(feet) == 1
    assert "Website" in feet[0]
    assert "Website" not in text
