"""“Your first report from Excel”: every command on the page is run, in order."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from cli.running import HOA_BINH, REPOSITORY, run_forked
from docs.test_locality_page import steps, write

from briefing import load

PAGES = ["excel.md", "excel.vi.md"]
FILLED = ("new", "bao-cao-tong-ket", "--excel", "--from", HOA_BINH, "-o", "phieu.xlsx", "--force")


def run(line: str, folder: Path) -> str:
    outcome = run_forked(*shlex.split(line)[1:], folder=folder)
    assert outcome.code == 0, f"{line}\n{outcome.out}{outcome.err}"
    return outcome.out + outcome.err


def test_every_command_of_the_page_works(tmp_path: Path) -> None:
    # Of both pages: the next test holds that they have the same steps.
    printed = {}
    for kind, words, body in steps(PAGES[0]):
        if kind == "yaml":
            with (tmp_path / words).open("a", encoding="utf-8") as file:
                file.write(body)
        elif kind != "console":
            write(tmp_path, words, body)
        for line in body.splitlines() if kind == "console" else ():
            printed[line] = run(line, tmp_path)
            if line.startswith("briefing new") and len(printed) == 1:
                # The officer fills in the form.
                assert run_forked(*map(str, FILLED), folder=tmp_path).code == 0

    for name in ("phieu.docx", "nhap.docx", "nam.docx", "xem-lai.xlsx", "phieu-nam-sau.xlsx"):
        assert (tmp_path / name).read_bytes().startswith(b"PK")
    old, new = (load(tmp_path / name) for name in ("phieu.xlsx", "phieu-nam-sau.xlsx"))
    assert {name: each.previous for name, each in new.figures.items()} == {
        name: each.value for name, each in old.figures.items()
    }
    assert (new.period.year, new.previous_report) == (old.period.year + 1, "phieu.xlsx")
    patrols = load(tmp_path / "phieu-co-bieu.xlsx").figures["so_luot_tuan_tra"]
    assert (patrols.value, patrols.previous) == (1315, 1200)
    rows = load(tmp_path / "nam.yaml").figures
    assert rows["thu_noi_dia"].parent == "thu_ngan_sach"
    assert "so_luot_tuan_tra" in next(out for line, out in printed.items() if "--dry-run" in line)


def test_both_pages_have_the_same_steps() -> None:
    assert steps(PAGES[0]) == steps(PAGES[1])


@pytest.mark.parametrize(("readme", "page"), [("README.md", PAGES[0]), ("README.vi.md", PAGES[1])])
def test_the_readme_leads_officers_to_the_page(readme: str, page: str) -> None:
    text = (REPOSITORY / readme).read_text(encoding="utf-8")
    assert text.index(f"docs/{page}") < text.index("bao-cao-tong-ket --locality")
