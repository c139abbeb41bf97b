"""Mistakes of many kinds, typed into a report: each is told, led to, and mended as it says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cli.running import HOA_BINH
from exploring import one_of_each, places
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import briefing
from briefing.findings import Finding, UserError
from briefing.officer.wording import in_words
from briefing.reading import read

from .clerk import Clerk, usual_screen
from .light import light_report
from .test_in_browser import office

NAME = HOA_BINH.name
DATA = read(HOA_BINH).data


@dataclass(frozen=True)
class Mistake:
    """What is typed wrong into a field, and what is done about it.

    ``at`` is where the page leads to, ``mended`` the text for each field by its remedy: what the
    remedy itself says, found by a pattern, or the right text where it asks to check.
    """

    field: str
    wrong: str
    rule: str
    mended: tuple[tuple[str, str], ...]
    at: str = ""
    pattern: str = ""


def sentence(at: int, statement: int) -> str:
    return str(DATA["results"][at]["statements"][statement])


STATEMENT = "results[2].statements[1]"
EVERY = [
    Mistake("subject", "", "kind/missing-fact",
            (("subject", DATA["subject"]),),
            pattern="Điền “Nội dung công tác được tổng kết”"),
    Mistake("date", "12-2023", "input/not-a-date", (("date", "12/2023"),),
            pattern="có thể để trống ngày: 12/2023"),
    Mistake("conference.date", "31/11/2023", "input/impossible-date",
            (("conference.date", "29/12/2023"),), pattern="Kiểm tra lại ngày, tháng"),
    Mistake("figures.doi_tuong_lam_ro.value", "1,315", "figures/fraction-of-things",
            (("figures.doi_tuong_lam_ro.value", "1315"),), pattern="viết 1315"),
    Mistake("figures.to_lien_gia.value", "304 mô hình", "input/not-number",
            (("figures.to_lien_gia.value", "304"),), pattern="Chỉ gõ số"),
    Mistake("figures.xa_dang_ky.out_of", "20", "figures/part-over-whole",
            (("figures.xa_dang_ky.out_of", ""),), "figures.xa_dang_ky.value",
            "Kiểm tra"),
    Mistake("figures.kham_pha.rate", "95,2", "figures/acceptance-lapsed",
            (("figures.kham_pha.rate", "92,2"),), "figures.kham_pha.accepted[0].stated",
            "Kiểm tra lại các số"),
    Mistake("figures.to_lien_gia.unit", "", "figures/no-unit",
            (("figures.to_lien_gia.unit", "mô hình"),), pattern="Thêm “Đơn vị tính”"),
    Mistake(STATEMENT, sentence(2, 1).replace("tin_bao}", "tinbao}"), "figures/unknown-name",
            ((STATEMENT, sentence(2, 1)),), pattern="Sửa lại tên"),
    Mistake("results[3].statements[0]", sentence(3, 0).replace("nan}", "nan"), "text/stray-brace",
            (("results[3].statements[0]", sentence(3, 0)),), pattern="Viết {ho_mo_loi_thoat_nan}"),
    Mistake("results[1].area", "", "input/area-or-heading",
            (("results[1].area", "an_ninh_chinh_tri"),), pattern="Chọn “Lĩnh vực”"),
    Mistake("models[1].figure", "diem_mo_hin", "figures/unknown-name",
            (("models[1].figure", "diem_mo_hinh"),), pattern="Sửa lại tên"),
    Mistake("conference.chair", "bui_van_khan", "people/unknown",
            (("conference.chair", "Bùi Văn Khánh"),), pattern="sửa tên"),
    Mistake("awards[0].collectives", "mười", "input/not-whole-number",
            (("awards[0].collectives", "10"),), pattern="Chỉ gõ số nguyên"),
    Mistake("awards[1].individuals", "-10", "input/negative",
            (("awards[1].individuals", "10"),), pattern="Bỏ dấu trừ"),
    Mistake("people.do_thanh_binh.name", "", "input/person-without-name",
            (("people.do_thanh_binh.name", "Đỗ Thanh Bình"),), pattern="Họ tên"),
    Mistake("strengths[0]", "Góp phần tạo môi trường\u200b thuận lợi", "text/forbidden-character",
            (("strengths[0]", DATA["strengths"][0]),), pattern="Gõ lại"),
    Mistake("inferred[0].fact", "localiti", "inferred/unknown-fact",
            (("inferred[0].fact", "locality"),), pattern="sửa lại đường dẫn"),
]  # fmt: skip


def whole_report(folder: Path) -> Path:
    return Path(shutil.copy(HOA_BINH, folder))


@pytest.fixture(params=places([light_report, whole_report]))
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a report without mistakes."""
    made: Callable[[Path], Path] = request.param
    return made(tmp_path)


@pytest.fixture
def clerk(chromium: Chrome, source: Path) -> Iterator[Clerk]:
    folder = source.parent / "bao-cao"
    folder.mkdir()
    shutil.copy(source, folder)
    with office(folder) as address, usual_screen(chromium):
        chromium.get(f"{address}report/{NAME}/")
        yield Clerk(chromium, address)
        chromium.get("about:blank")


def mistakes(data: Any) -> list[Mistake]:
    """Return the mistakes in fields that a report has.

    In ``make test`` they are the first of each part of the rules, apart from those that are led
    elsewhere.
    """
    found = [one for one in EVERY if has(data, one.field)]
    return one_of_each(found, lambda one: (one.rule.partition("/")[0], bool(one.at)))


def has(data: Any, field: str) -> bool:
    for step in re.findall(r"[^.[\]]+", field):
        at = int(step) if isinstance(data, list) else step
        if not (at < len(data) if isinstance(at, int) else at in data):
            return False
        data = data[at]
    return True


def checked(file: Path) -> list[dict[str, Any]]:
    """Return what ``briefing check`` finds, in the words of the form."""
    try:
        found: list[Finding] = briefing.library.check_facts(briefing.library.load_case(file).report)
    except UserError as error:
        found = list(error.findings)
    return [in_words(one.as_data("vi"), "vi", {}) for one in found]


def write_over(clerk: Clerk, field: str, text: str) -> None:
    box = clerk.box(field)
    if box.tag_name == "select":
        clerk.choose(box, text)
        return
    clerk.into(field)
    clerk.press(Keys.CONTROL + "a" + Keys.NULL)
    clerk.paste(text) if text else clerk.press(Keys.BACKSPACE)


def lead_to(clerk: Clerk, message: str) -> str:
    """Click a finding of the summary, and return what the page says at the field it leads to."""

    def led() -> str:
        script = (
            "return [...document.querySelectorAll('#findings a')]"
            ".find((one) => one.textContent === arguments[0])"
        )
        # Until all is found, lines come and go, and one may move from under the pointer.
        if not clerk.find("#checking").get_property("hidden"):
            return ""
        if not (found := clerk.run(script, message)):
            return ""
        for summary in found.find_elements(By.XPATH, "./ancestor::details[not(@open)]/summary"):
            clerk.click(summary)
        clerk.click(found)
        return str(clerk.run("return document.activeElement.id"))

    return str(clerk.until(led))


def said_at(clerk: Clerk, focused: str) -> str:
    """Return what the part of the form around the field that has the focus is told."""
    script = (
        "return [...document.querySelectorAll('.told')]"
        ".filter((one) => one.parentElement.contains(document.activeElement)"
        " || one.closest('.entry')?.contains(document.activeElement)"
        " || one.closest('fieldset')?.contains(document.activeElement))"
        ".map((one) => one.textContent).join(' ')"
    )
    assert clerk.run("return document.activeElement.id") == focused
    return str(clerk.run(script)).replace("\u00a0", " ")


def test_each_mistake_is_told_at_its_field_and_mended_by_its_remedy(
    clerk: Clerk, source: Path
) -> None:
    file = source.parent / "bao-cao" / NAME
    left = mistakes(read(source).data)
    usual = {(one["rule"], one["path"]) for one in checked(file)}
    for one in left:
        write_over(clerk, one.field, one.wrong)
    clerk.save()

    while left:
        # What cannot be read is told first; only then the facts are checked.
        found = [one for one in checked(file) if (one["rule"], one["path"]) not in usual]
        told = [(mistake, one) for mistake in left for one in found if is_of(mistake, one)]
        assert told, (left, found)
        for mistake, one in told:
            assert re.search(re.escape(mistake.pattern), one["remedy"]), one
            focused = lead_to(clerk, one["message"])
            assert focused == (mistake.at or mistake.field)
            assert one["message"] in said_at(clerk, focused)
            assert one["remedy"] in said_at(clerk, focused)
            for field, text in mistake.mended:
                write_over(clerk, field, text)
            left.remove(mistake)
        clerk.save()
        # Each of them is cleared by what was done about it.
        after = checked(file)
        assert [m for m, _ in told for one in after if is_of(m, one)] == []

    assert {(one["rule"], one["path"]) for one in checked(file)} == usual
    taken = source.parent / "tai-ve"
    taken.mkdir()
    assert clerk.download("a[href='file.docx']", taken) == briefing.build(briefing.load(source))


def is_of(mistake: Mistake, found: dict[str, Any]) -> bool:
    above = mistake.field.rpartition(".")[0]
    places = (mistake.field, above, mistake.at, mistake.at.partition("[")[0])
    return found["rule"] == mistake.rule and found["path"] in places
