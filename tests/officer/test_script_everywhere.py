"""Marks of HTML in whatever can be typed: they stay text on every page and in the document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefing.findings import dotted
from briefing.forms import Control, controls, general, leaf
from briefing.forms import form as described
from briefing.reading import read

from .desk import BASE, Browser
from .pack_sent import PACK, block, form, save, send, with_pack

EVIL = "\"><img src=x onerror=xau()>'><svg onload=xau()></option></textarea><script>xau()</script>"
"""Ends whatever it may stand in; short enough for fields that take no more than 100 signs."""

Steps = tuple[str | int, ...]
ROUNDS = 6
"""Times that fields are left out which take no such text: no page would be made of them."""

UNREAD = ("input/", "base/", "previous/", "tables/no-table")
"""What keeps an input from being read, before all else that is wrong."""

KINDS = ("bao-cao-tong-ket", "cong-van-chi-dao")


def leaves(part: Control, above: Steps = ()) -> Iterator[Steps]:
    """Yield the path of every field below a part of the form, in a first entry of each list."""
    path: Steps = (*above, part.step)
    if part.shape == "list":
        path = (*path, 0)
    elif part.shape == "table":
        path = (*path, "muc")
    if not part.below:
        yield path
    for below in part.below:
        yield from leaves(below, path)


FIELDS = [path for _, found in controls("vi") for part in found for path in leaves(part)]


def harm(text: str, *, whole: bool = True) -> list[str]:
    """Return what a browser would make of a page that ought to be text."""
    if not text.strip():
        return []
    page = html.document_fromstring(text) if whole else html.fragment_fromstring(text, "div")
    found = []
    for one in page.iter():
        if not isinstance(one.tag, str):
            continue
        told = [f"{key}={said}" for key, said in one.attrib.items() if key.startswith("on")]
        if one.tag == "script" and not (one.get("src") and not (one.text or "").strip()):
            told.append("script")
        if any("javascript:" in one.get(key, "") for key in ("href", "src", "action")):
            told.append("address")
        if "xau()" in (one.tag + "".join(one.attrib)) or one.get("src") == "x":
            told.append("mark")
        found += [f"{one.tag}: {said}" for said in told]
    return found


def pages(browser: Browser, name: str) -> Iterator[tuple[str, str]]:
    yield "home", browser.client.get(BASE).text
    yield "report", browser.page(name).text
    yield "form", browser.form_alone(name)
    yield "document", browser.state(name)["page"]
    versions = browser.page(name, "versions").text
    yield "versions", versions
    for address in html.fromstring(versions).xpath("//ul[@class='versions']//a/@href"):
        yield "difference", browser.page(name, address).text


def left_after(paths: Iterable[Steps], found: Iterable[dict[str, Any]]) -> list[Steps]:
    """Return the fields but for those that stand in the way of a document."""
    left = list(paths)
    errors = [one for one in found if one["severity"] == "error" and one["path"]]
    unread = [one for one in errors if one.get("rule", "").startswith(UNREAD)]
    for error in (one["path"] for one in unread or errors):
        # An entry that the page named is told by that name; what is missing misses its group.
        wrong = [
            path
            for path in left
            if dotted(path).startswith(error)
            or ("xau" in error and path[-1] == error.split(".")[-1])
        ] or [path for path in left if dotted(path).startswith(error.rpartition(".")[0])]
        left = [path for path in left if path not in wrong]
    return left


def test_every_field_of_the_form_is_asked() -> None:
    asked = {dotted(path).replace("[0]", "[]").replace(".muc", "[]") for path in FIELDS}

    assert {field.path for section in described("vi") for field in section.fields} - asked == set()


@pytest.mark.parametrize("kind", KINDS)
def test_marks_in_every_field_stay_text(tmp_path: Path, kind: str) -> None:
    browser = Browser(tmp_path)
    name = browser.new(kind=kind)
    changes = [{"path": list(path), "text": EVIL} for path in FIELDS if path[0] != "kind"]
    answer = browser.type(name, *changes)

    assert answer.status_code == 200, answer.text
    takes_text = [path for path in FIELDS if leaf(general(path)).taken != "yes_or_no"]
    assert str(read(tmp_path / name).data).count("onerror") >= len(takes_text) - 1
    for page, text in pages(browser, name):
        assert (page, harm(text)) == (page, [])
    assert json.dumps(browser.state(name)["findings"]).count("onerror") > 10


@pytest.mark.parametrize("kind", KINDS)
def test_marks_in_the_document_stay_text(tmp_path: Path, kind: str) -> None:
    browser = Browser(tmp_path)
    name = browser.new(kind=kind, locality="hoa-binh")
    empty = browser.text(name)
    texts: list[Steps] = [path for path in FIELDS if leaf(general(path)).taken == "text"]
    for _ in range(ROUNDS):
        (tmp_path / name).write_text(empty, encoding="utf-8")
        browser.type(name, *({"path": list(path), "text": EVIL} for path in texts))
        state = browser.state(name)
        if not state["stale"]:
            break
        texts = left_after(texts, state["findings"])

    assert not state["stale"], state["findings"]
    assert state["page"].count("&lt;script&gt;xau()") > 15
    assert harm(state["page"]) == []


def test_marks_in_names_of_files_stay_text(tmp_path: Path) -> None:
    browser = Browser(tmp_path)
    evil = '"><img src=x onerror=xau()>.yaml'
    (tmp_path / evil).write_text("schema: 1\nkind: bao-cao-tong-ket\nla: x\n", encoding="utf-8")

    for _, text in pages(browser, evil.replace('"', "%22").replace(">", "%3E")):
        assert harm(text) == []
    told = browser.client.post(
        f"{BASE}bring", data={"token": browser.office.token}, files={"file": (evil, b"a: [")}
    )
    assert harm(told.text) == []


def evil(steps: Steps) -> str:
    """Return what is typed into a field: nobody writes to itself, so who receives is another."""
    return f"{EVIL} x" if "recipients" in steps else EVIL


def test_marks_in_every_field_of_a_pack_stay_text(tmp_path: Path) -> None:
    browser = with_pack(tmp_path)
    fields = [key for key in form(browser) if key.startswith("[")]
    typed = {**form(browser), **dict.fromkeys(fields, EVIL)}
    assert len(fields) > 30

    tried = send(browser, f"locality/{PACK}/try", **typed)
    kept = send(browser, f"locality/{PACK}/change", **typed)
    assert json.dumps(tried.json()).count("onerror") > 0
    assert (harm(tried.json()["page"]), harm(kept.text)) == ([], [])

    paths: list[Steps] = [tuple(json.loads(key)) for key in fields]
    for _ in range(ROUNDS):
        told = {
            **form(browser),
            **{json.dumps(one, ensure_ascii=False): evil(one) for one in paths},
        }
        tried = send(browser, f"locality/{PACK}/try", **told)
        if tried.json()["page"]:
            break
        paths = left_after(paths, tried.json()["findings"])
    assert tried.json()["page"].count("&lt;script&gt;xau()") > 2
    assert harm(tried.json()["page"]) == []
    kept = send(browser, f"locality/{PACK}/change", **told)
    assert (kept.status_code, harm(kept.text)) == (303, [])
    for address in ("", "versions", "block?kind=bao-cao-tong-ket&name=closing_sentence"):
        assert harm(browser.client.get(f"{BASE}locality/{PACK}/{address}").text) == []
    assert harm(browser.client.get(BASE).text) == []


def test_marks_in_the_name_of_a_pack_and_in_a_block_stay_text(tmp_path: Path) -> None:
    browser = with_pack(tmp_path)

    told: list[Any] = [
        send(browser, "locality/new", called=f"xã {EVIL}", parent="hoa-binh"),
        send(browser, "locality/new", called="xã Cao Sơn", parent=EVIL),
        block(browser, "keep-block", f"{EVIL}\n"),
        block(browser, "keep-block", f"{{{{ report.{EVIL} }}}}\n"),
        save(browser, name=EVIL),
    ]
    assert [harm(one.text) for one in told if one.text] == [[] for one in told if one.text]
    tried = block(browser, "try-block", f"{EVIL}\n\n[x](javascript:xau())\n").json()
    assert harm(tried["page"]) == []
    assert harm(browser.client.get(BASE).text) == []
