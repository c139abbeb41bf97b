"""The live page in Chromium: sheets of A4, every change shown at once, findings and their lines."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import REPOSITORY
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

import briefing

from .browser import Shown, opened
from .serving import HOA_BINH, LETTER, change, copied, served

MM = 96 / 25.4
PT = 96 / 72
A4 = [length * MM for length in (210, 297, 30, 15, 20, 20)]
"""Width, height, and the margins left, right, top and bottom (mục I.1 and I.3)."""

SIDEWAYS = [297 * MM, 210 * MM]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return copied(HOA_BINH, tmp_path)


def accepted_rate(source: Path) -> str:
    """Return the lines that accept a contradiction of the source in the Hòa Bình input."""
    text = source.read_text(encoding="utf-8")
    start = text.index("    accepted:\n")
    end = text.index("  doi_tuong_lam_ro:")
    return text[start:end]


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
        for old, new in edits:
            page.run("for (const one of document.querySelectorAll('.sheet')) one.seen = true")
            before = page.run(LYING)
            change(source, old, new)
            page.until(lambda was=before: page.run(LYING) != was)
            after, kept = page.run(LYING), page.run(SEEN)
            chromium.refresh()
            page.until(lambda: page.all("#findings li"))

            assert after == page.run(LYING)
            assert 0 < kept < len(after)


CHANGED_AT_RANDOM = """const done = arguments[0];
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
  for (let turn = 0; turn < 60; turn += 1) {
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


@pytest.mark.slow(reason="it lays sixty documents on sheets, each twice")
def test_whatever_changes_sheets_that_stay_lie_as_if_all_were_laid_anew(
    chromium: Chrome, source: Path
) -> None:
    long_report(source)
    with opened(chromium, source.name, folder=source.parent):
        chromium.set_script_timeout(120)
        wrong, kept = chromium.execute_async_script(CHANGED_AT_RANDOM)

    assert wrong == []
    assert kept > 60


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


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))


def test_an_edit_is_shown_within_a_second(
    chromium: Chrome, source: Path, record_property: Callable[[str, object], None]
) -> None:
    taken = []
    with opened(chromium, source.name, folder=source.parent) as page:
        page.run("window.stayed = true; document.getElementById('desk').scrollTop = 700")
        for number in range(1, 6):
            before = f" lần {number - 1}" if number > 1 else ""
            old, new = f"Tổ quốc{before}\ntitle", f"Tổ quốc lần {number}\ntitle"
            written = change(source, old, new)
            taken.append(page.until(lambda n=number: page.says(f"lần {n}")) - written)
        # Not a new load of the page, and still where the reader was.
        assert page.run("return window.stayed")
        assert page.run("return document.getElementById('desk').scrollTop") == 700
    record_property("seconds_from_write_to_shown", [round(seconds, 3) for seconds in taken])
    print(f"from write to shown: {', '.join(f'{seconds:.3f} s' for seconds in taken)}")

    assert sorted(taken)[len(taken) // 2] < 1


def test_a_contradiction_is_shown_leads_to_its_line_and_goes_when_mended(
    chromium: Chrome, source: Path
) -> None:
    acceptance = accepted_rate(source)
    with opened(chromium, source.name, folder=source.parent) as page:
        before = page.findings()
        change(source, acceptance, "")
        page.until(lambda: page.all("#findings .error"))
        [finding] = [f for f in briefing.check(briefing.load(source)) if f.severity.name == "ERROR"]
        assert finding.message() in page.all("#findings .error")[0]
        assert finding.remedy() in page.all("#findings .error")[0]
        assert f"{source.name}:{finding.origin.line}" in page.all("#findings .error .place")[0]
        assert page.visible("#draft")

        assert not page.visible("#source")
        page.driver.find_element(By.CSS_SELECTOR, "#findings .error a").click()
        page.until(lambda: page.all("#lines .chosen"))
        lines = source.read_text(encoding="utf-8").splitlines()
        assert page.all("#lines .chosen") == [lines[finding.origin.line - 1]]
        assert page.all("#lines li") == lines
        assert page.all("#file") == [source.name]
        assert page.visible("#lines .chosen")
        assert page.all("#sheets .spoken-of")

        change(source, "    rate: 92.2\n", f"    rate: 92.2\n{acceptance}")
        page.until(lambda: not page.all("#findings .error"))
        assert page.findings() == before
        assert not page.visible("#draft")
        page.until(lambda: not page.all("#lines .chosen"))
        page.driver.find_element(By.ID, "close").click()
        assert not page.visible("#source")


def test_a_figure_on_the_page_leads_to_its_line_and_the_line_leads_back(
    chromium: Chrome, source: Path
) -> None:
    lines = source.read_text(encoding="utf-8").splitlines()
    rate = next(n for n, line in enumerate(lines, start=1) if line.strip() == "rate: 92.2")
    chosen = "return [...document.querySelectorAll('#lines li')].findIndex("
    chosen += "line => line.classList.contains('chosen')) + 1"
    with opened(chromium, source.name, folder=source.parent) as page:
        page.run("document.querySelector('[data-path=\"figures.kham_pha.rate\"]').click()")
        page.until(lambda: page.all("#lines .chosen"))
        found, file = page.run(chosen), page.all("#file")
        sentence = "document.querySelector('[data-path=\"results[3].statements[0]\"]')"
        page.run(f"{sentence}.firstChild.parentElement.click()")
        page.until(lambda: page.run(chosen) != found)
        statement = page.run(chosen)
        page.run(f"document.querySelectorAll('#lines li')[{rate - 1}].click()")
        back = page.all("#sheets .spoken-of")

    assert (found, file) == (rate, [source.name])
    assert "{ho_mo_loi_thoat_nan}" in lines[statement - 1]
    assert set(back) == {"92,2%"}


def test_a_broken_input_leaves_the_last_page_marked_until_it_is_mended(
    chromium: Chrome, source: Path
) -> None:
    with opened(chromium, source.name, folder=source.parent) as page:
        sheets = page.all("#sheets .text")
        assert not page.visible("#stale")
        change(source, "kind: bao-cao-tong-ket", "kind: [bao-cao-tong-ket")
        page.until(lambda: page.visible("#stale"))
        assert page.all("#sheets .text") == sheets
        assert page.run("return document.body.classList.contains('out-of-date')")
        assert len(page.findings()) == 1
        page.driver.find_element(By.CSS_SELECTOR, "#findings .error a").click()
        page.until(lambda: page.all("#lines .chosen"))

        change(source, "kind: [bao-cao-tong-ket", "kind: bao-cao-tong-ket")
        page.until(lambda: not page.visible("#stale"))
        assert not page.run("return document.body.classList.contains('out-of-date')")
        assert page.all("#sheets .text") == sheets


def test_an_input_broken_from_the_start_is_shown_once_it_is_mended(
    chromium: Chrome, source: Path
) -> None:
    change(source, "kind: bao-cao-tong-ket", "kind: [bao-cao-tong-ket")
    with opened(chromium, source.name, folder=source.parent) as page:
        assert page.visible("#nothing")
        assert page.all(".sheet") == []
        change(source, "kind: [bao-cao-tong-ket", "kind: bao-cao-tong-ket")
        page.until(lambda: page.all(".sheet"))
        assert not page.visible("#nothing")


def test_a_changed_template_is_shown_and_its_fault_leads_to_its_line(
    chromium: Chrome, source: Path, templates: Path
) -> None:
    template = templates / "bao-cao-tong-ket.md.j2"
    heading = "## {{ headings.results }}"
    with opened(chromium, source.name, "--templates", templates, folder=source.parent) as page:
        change(template, heading, "## Kết quả chỉ thấy sau đó")
        page.until(lambda: page.says("KẾT QUẢ CHỈ THẤY SAU ĐÓ"))
        change(template, "## Kết quả chỉ thấy sau đó", "{% if %}")
        page.until(lambda: page.visible("#stale"))
        page.driver.find_element(By.CSS_SELECTOR, "#findings .error a").click()
        page.until(lambda: page.all("#lines .chosen") == ["{% if %}"])
        change(template, "{% if %}", heading)
        page.until(lambda: page.says("KẾT QUẢ THỰC HIỆN"))


def test_a_changed_pack_is_shown(chromium: Chrome, source: Path) -> None:
    pack = Path(
        shutil.copytree(
            REPOSITORY / "templates" / "localities" / "hoa-binh",
            source.parent / "localities" / "hoa-binh",
        )
    )
    with opened(chromium, source.name, folder=source.parent) as page:
        file = pack / "locality.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(f'place = "Nơi khác"\n{text}', encoding="utf-8")
        page.until(lambda: page.says("Nơi khác, ngày"))


def test_text_of_an_input_stays_text_in_the_page(chromium: Chrome, source: Path) -> None:
    hostile = "<img src=x onerror=document.title=1><script>document.title=2</script>"
    old = "công tác đảm bảo an ninh trật tự, phong trào Toàn dân bảo vệ an ninh Tổ quốc\ntitle"
    change(source, old, f"{hostile}\ntitle")
    with opened(chromium, source.name, folder=source.parent) as page:
        page.until(lambda: page.says(hostile))
        assert page.all("#sheets :is(img, script)") == []
        assert page.run("return document.title").startswith("Báo cáo")


def test_it_says_when_the_program_is_gone(chromium: Chrome, source: Path) -> None:
    with served(source.name, folder=source.parent) as address:
        chromium.get(address)
        page = Shown(chromium)
        page.until(lambda: page.all(".sheet"))
        assert not page.visible("#offline")
    page.until(lambda: page.visible("#offline"))
    assert page.all(".sheet")
    chromium.get("about:blank")


def test_the_pages_own_words_follow_the_language(chromium: Chrome, source: Path) -> None:
    with opened(chromium, source.name, "--lang", "en", folder=source.parent) as page:
        assert page.all("aside h1")[0].startswith("Findings")
        assert page.says("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
