"""The live page in Chromium: every change shown at once, findings and their lines."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from cli.running import REPOSITORY
from exploring import variant_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

import briefing

from .browser import Shown, opened
from .serving import change, served


def accepted_rate(source: Path) -> str:
    """Return the lines that accept a contradiction of the source in the Hòa Bình input."""
    text = source.read_text(encoding="utf-8")
    start = text.index("    accepted:\n")
    end = text.index("  doi_tuong_lam_ro:")
    return text[start:end]


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


@variant_of("test_a_broken_input_leaves_the_last_page_marked_until_it_is_mended")
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
