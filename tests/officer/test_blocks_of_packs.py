"""Blocks that a pack has of its own, written in the browser: tried, linted, given back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli.running import HOA_BINH, run_forked
from exploring import drawn, some
from lxml import html

from briefing.templating import kinds, template_folder
from briefing.templating.block import blocks
from briefing.templating.own_block import block_of_pack, with_block, without_block

from .desk import BASE, Browser
from .pack_sent import BLOCK, KIND, OWN, PACK, block, differing, pack, with_pack


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return with_pack(tmp_path)


def test_a_block_of_ones_own_is_what_the_command_finds(browser: Browser) -> None:
    told = block(browser, "try-block").json()
    assert "Trên đây là kết quả của Ủy ban nhân dân xã Cao Sơn" in re.sub(
        r"<[^>]*>|&nbsp;", "", told["page"]
    ).replace("\u00a0", " ")
    assert f"+{OWN.strip()}" in told["lines"]

    assert block(browser, "keep-block").status_code == 303

    assert differing(browser) == [f"localities/{PACK}/{KIND}.md.j2:4: {BLOCK}"]
    page = browser.client.get(f"{BASE}locality/{PACK}/").text
    assert "Trên đây là kết quả của" in page
    assert block(browser, "leave-block").status_code == 303
    assert differing(browser) == []
    assert sorted(file.name for file in pack(browser).iterdir()) == ["locality.toml", "replaced"]


def test_a_block_is_linted_as_the_command_lints_it(browser: Browser) -> None:
    faulty = "Trên đây {{ report.issuer.nam }}\n"
    told = block(browser, "try-block", faulty).json()["findings"]
    [error] = [found for found in told if found["severity"] == "error"]
    refused = block(browser, "keep-block", faulty)

    assert error["place"] == "Dòng 1 của khối"
    assert refused.status_code == 422
    assert faulty.strip() in html.fromstring(refused.content).get_element_by_id("text").value
    assert not (pack(browser) / f"{KIND}.md.j2").exists()
    assert block(browser, "keep-block").status_code == 303
    file = pack(browser) / f"{KIND}.md.j2"
    file.write_text(file.read_text(encoding="utf-8").replace(OWN, faulty), encoding="utf-8")
    linted = run_forked(
        "template", "lint", "--locality", PACK, "--format", "json", folder=browser.folder
    )
    assert error["message"] in [found["message"] for found in json.loads(linted.out)]


@pytest.mark.parametrize(
    "text",
    ["{% if", "{% endblock %}{% block title %}", "{{ ''.__class__.__mro__ }}", "{% endblock %}",
     "{% for x in range(10**9) %}{% for y in range(10**9) %}x{% endfor %}{% endfor %}",
     "x" * 900_000, "{{ 1 }}" * drawn(30_000), "\u202e", "{# replaces title@000000000000 #}"],
    ids=range(9),
)  # fmt: skip
def test_no_block_breaks_its_template(browser: Browser, text: str) -> None:
    tried = block(browser, "try-block", text)

    assert tried.status_code == 200
    kept = block(browser, "keep-block", text)
    if kept.status_code == 422:
        assert not (pack(browser) / f"{KIND}.md.j2").exists()
    else:
        # What only a run can meet stops the document, and the page goes on.
        assert tried.json()["findings"]
        assert browser.page(HOA_BINH.name, "state").status_code == 200


def test_a_block_of_megabytes_is_refused_before_it_is_read(browser: Browser) -> None:
    assert block(browser, "try-block", "x" * 3_000_000).status_code == 400
    assert block(browser, "keep-block", "x" * 3_000_000).status_code == 400
    assert not (pack(browser) / f"{KIND}.md.j2").exists()


def test_a_block_that_somebody_else_changed_is_not_overwritten(browser: Browser) -> None:
    tried = block(browser, "try-block", digest="0" * 16).json()
    answer = block(browser, "keep-block", digest="0" * 16)

    assert "vừa được sửa ở nơi khác" in tried["clash"]
    assert answer.status_code == 409
    assert "vừa được sửa ở nơi khác" in answer.text
    assert OWN.strip() in html.fromstring(answer.content).get_element_by_id("text").value
    assert not (pack(browser) / f"{KIND}.md.j2").exists()


@pytest.mark.parametrize("name", some(sorted(kinds())))
def test_every_block_can_be_the_packs_own_and_be_given_back(name: str, tmp_path: Path) -> None:
    below, template = (template_folder(),), kinds()[name].template
    for found in blocks(below, template):
        files = with_block(tmp_path, below, template, found.name, f"Riêng.\n{found.text}")
        for file, text in files.items():
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        own = block_of_pack(tmp_path, below, template, found.name)
        assert own.own is not None
        assert own.text.startswith(f"Riêng.\n{found.text}"), found.name
        again = with_block(tmp_path, below, template, found.name, "Lần nữa.\n")
        (tmp_path / template).write_text(again[tmp_path / template], encoding="utf-8")
        assert block_of_pack(tmp_path, below, template, found.name).text.strip() == "Lần nữa."

        files, gone = without_block(tmp_path, below, template, found.name)

        assert files == {}
        for file in gone:
            file.unlink()
        assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_one_of_two_blocks_is_given_back_and_the_other_stays(tmp_path: Path) -> None:
    below, template = (template_folder(),), f"{KIND}.md.j2"
    for name in ("title", BLOCK):
        for file, text in with_block(tmp_path, below, template, name, OWN).items():
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            only = text if name == "title" and file.name == template else ""

    files, gone = without_block(tmp_path, below, template, BLOCK)

    first = with_block(tmp_path / "khac", below, template, "title", OWN)
    assert files == {tmp_path / template: first[tmp_path / "khac" / template]}
    assert [file.name.partition("@")[0] for file in gone] == [BLOCK]
    assert only in ("", files[tmp_path / template])
