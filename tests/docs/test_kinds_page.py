"""docs/kinds.md and docs/templates.md: every command is run, every fragment of a file is read."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from cli.running import HOA_BINH, KY_ANH, REPOSITORY, run_forked
from docs.test_locality_page import steps, write

from briefing import load
from briefing.kinds import built_in
from briefing.templating import kinds
from briefing.templating.kind_file import KindFacts

KINDS = ["kinds.md", "kinds.vi.md"]
TEMPLATES = ["templates.md", "templates.vi.md"]
PACK = Path("localities", "cao-son")


def run(line: str, folder: Path) -> str:
    outcome = run_forked(*shlex.split(line)[1:], folder=folder)
    assert outcome.code == 0, f"{line}\n{outcome.out}{outcome.err}"
    return outcome.out


@pytest.mark.parametrize("page", KINDS)
def test_every_command_and_fragment_of_the_page_of_kinds_works(page: str, tmp_path: Path) -> None:
    run('briefing locality new "xã Cao Sơn" --parent phu-tho', tmp_path)
    for name in ("year.yaml", "nam.yaml"):
        shutil.copy(KY_ANH, tmp_path / name)
    shown = {}
    for kind, words, body in steps(page):
        if kind == "console":
            for line in body.splitlines():
                # Whoever goes down the page has written these documents already.
                shown[line] = run(f"{line} --force" if " build " in line else line, tmp_path)
        elif kind == "toml":
            write(tmp_path, words or str(PACK / "locality.toml"), body)
            run("briefing locality show cao-son", tmp_path)
        elif words == "based":
            (tmp_path / "ke-hoach.yaml").write_text(body, encoding="utf-8")
            assert load(tmp_path / "ke-hoach.yaml").tasks
        else:
            assert kind == "yaml"
            file = tmp_path / "forces.yaml"
            lines = "schema: 1\nkind: bao-cao-phoi-hop\nperiod: {year: 2026}\n"
            figures = "figures: {bat_giu: {label: đối tượng, value: 2}}\n"
            file.write_text(lines + figures + body, encoding="utf-8")
            assert load(file).forces
    assert "# THÔNG BÁO" in shown["briefing preview --draft thong-bao.yaml"]
    assert "bao-cao-nhanh\t" in run("briefing kinds --locality cao-son", tmp_path)
    assert "SỞ NÔNG NGHIỆP" in run("briefing preview --draft thong-bao.yaml", tmp_path)


@pytest.mark.parametrize("page", TEMPLATES)
def test_every_command_of_the_page_of_templates_works(page: str, tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    (tmp_path / "localities" / "hoa-binh").mkdir(parents=True)
    shutil.copy(HOA_BINH, tmp_path / "inputs")
    found = steps(page)

    assert {kind for kind, *_ in found} == {"console", "jinja"}
    for kind, words, body in found:
        if kind == "jinja":
            (tmp_path / words).write_text(body, encoding="utf-8")
        for line in body.splitlines() if kind == "console" else ():
            run(line, tmp_path)
    run("briefing template lint --locality hoa-binh", tmp_path)
    assert "/778 |" not in (shown := run("briefing preview inputs/hoa-binh-2023.yaml", tmp_path))
    assert " trên 778 |" in shown


@pytest.mark.parametrize(("first", "second"), [KINDS, TEMPLATES])
def test_both_languages_have_the_same_steps(first: str, second: str) -> None:
    names = {"nam.yaml": "year.yaml", "-d ra": "-d out"}

    def english(body: str) -> str:
        for vietnamese, name in names.items():
            body = body.replace(vietnamese, name)
        return body

    assert steps(first) == [(kind, words, english(body)) for kind, words, body in steps(second)]


@pytest.mark.parametrize("page", KINDS)
def test_the_page_names_every_kind_and_every_body(page: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")

    assert [name for name in kinds() if f"\n| `{name}` |" not in text] == []
    assert [name for name in built_in().bodies if f"`{name}`" not in text] == []


@pytest.mark.parametrize("page", KINDS)
def test_the_page_explains_every_key_of_a_kind(page: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")

    for key in KindFacts.model_fields:
        assert f"\n| `{key}` |" in text
