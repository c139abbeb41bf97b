"""What the server of the live page answers, and to whom."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.running import REPOSITORY
from exploring import in_turn
from in_rows import in_rows
from lxml import html
from starlette.testclient import TestClient

import briefing
from briefing.cli import main
from briefing.live import Options
from briefing.live.app import application
from briefing.live.session import Session
from briefing.templating import template_folder

from .serving import HOA_BINH, LETTER, change, copied

TOKEN = "ma-cua-lan-chay-nay"


class Live:
    """A session without a watch: the test says when the files have changed."""

    def __init__(self, options: Options) -> None:
        self._session = Session(options)
        self.app = application(self._session, TOKEN)
        # What is asked lies below the token, as in the browser.
        self.client = TestClient(self.app, base_url=f"http://127.0.0.1:8000/{TOKEN}/")
        self.again()

    def again(self) -> dict[str, Any]:
        asyncio.run(self._session.refresh())
        return self.state()

    def state(self) -> dict[str, Any]:
        return self.client.get("/state").json()

    def refused(self, path: str, **headers: str) -> bool:
        """Say whether a path that does not lie below the token is answered with nothing at all."""
        stranger = TestClient(self.app, base_url="http://127.0.0.1:8000", follow_redirects=False)
        answer = stranger.get(path, headers=headers)
        assert answer.status_code in (200, 403)
        return (answer.status_code, answer.content) == (403, b"")

    def source(self, name: object) -> int:
        return self.client.get("/source", params={"file": str(name)}).status_code


Serve = Callable[..., Live]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Return the function that serves a copy of an input, from the folder that it lies in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))

    def start(source: Path = HOA_BINH, **options: Any) -> Live:
        return Live(Options(Path(copied(source, tmp_path).name), **options))

    return start


@pytest.fixture
def live(serve: Serve) -> Live:
    """Return one that is only asked what changes nothing."""
    return serve()


def test_the_state_has_the_librarys_page_and_findings(serve: Serve) -> None:
    state = serve().state()
    report = briefing.load(HOA_BINH.name)

    assert untraced(state["page"]) == untraced(briefing.page(report))
    assert "data-path" not in briefing.page(report)
    assert not state["stale"]
    told = [finding.message() for finding in briefing.check(report)]
    assert sorted(finding["message"] for finding in state["findings"]) == sorted(told)


def untraced(page: str) -> str:
    """Return a page without the elements that say which facts it states."""
    root = html.fromstring(page)
    for part in root.cssselect("span[data-path]"):
        assert set(part.attrib) == {"data-path"}
        part.drop_tag()
    return html.tostring(root, encoding="unicode")


def test_every_stretch_of_the_page_leads_to_the_line_that_says_it(serve: Serve) -> None:
    live = serve()
    state = live.state()
    parts = html.fromstring(state["page"]).cssselect("[data-path]")
    lines = HOA_BINH.read_text(encoding="utf-8").splitlines()
    said = {part.get("data-path"): part.text_content() for part in parts}

    assert len(said) > 80
    for path in ("figures.kham_pha.rate", "results[3].statements[0]", "people.bui_van_khanh.name"):
        place = state["facts"][path]
        assert place["file"] == HOA_BINH.name
        key = path.rpartition(".")[2] if "[" not in path.rpartition(".")[2] else "-"
        assert lines[place["line"] - 1].strip().startswith(key)
    assert said["figures.kham_pha.rate"] == "92,2%"
    # What a pack says is to be found in the pack.
    assert state["facts"]["recipients.copies[0]"]["file"].endswith("locality.toml")
    assert {live.source(place["file"]) for place in state["facts"].values()} == {200}


def test_a_page_that_is_out_of_date_keeps_its_facts(serve: Serve, tmp_path: Path) -> None:
    live = serve()
    facts = live.state()["facts"]
    change(tmp_path / HOA_BINH.name, "kind: bao-cao-tong-ket", "kind: [bao-cao")

    assert live.again()["facts"] == facts


def test_what_stops_a_document_is_listed_first(serve: Serve) -> None:
    severities = [finding["severity"] for finding in serve(LETTER).state()["findings"]]

    assert severities[0] == "error"
    assert severities == sorted(severities, key=["error", "warning", "info"].index)


def test_a_report_with_errors_is_shown_as_a_draft(serve: Serve) -> None:
    state = serve(LETTER).state()

    assert state["draft"]
    assert "<mark" in state["page"]


def test_a_sound_report_is_a_draft_only_when_asked(serve: Serve) -> None:
    assert "<mark" not in serve().state()["page"]
    assert "<mark" in serve(draft=True).state()["page"]


@in_rows("host", ["127.0.0.1:8000", "127.0.0.1", "localhost:8000"])
def test_it_answers_to_this_machine(live: Live, host: str) -> None:
    assert live.client.get("/", headers={"Host": host}).status_code == 200


@in_rows(
    ("host", "path"),
    in_turn(
        [
            *("evil.example", "127.0.0.1.evil.example", "0.0.0.0", "", "[::1]", "127.1"),
            *("127.0.0.1:8000@evil.example", "localhost:x", "localhost:8000/evil.example"),
        ],
        ["/", "/state", "/changes", "/source", "/static/live.js"],
    ),
)
def test_it_answers_to_no_other_name(live: Live, host: str, path: str) -> None:
    answer = live.client.get(path, headers={"Host": host})

    assert (answer.status_code, answer.content) == (403, b"")


PATHS = ["/", "/state", "/changes", "/source?file=hoa-binh-2023.yaml", "/static/live.js", "/none"]
WRONG = [
    *("", "/ma-cua-lan-chay-na", "/ma-cua-lan-chay-nayx", "/MA-CUA-LAN-CHAY-NAY", "/x", "/"),
    *(f"//{TOKEN}", f"/x/{TOKEN}", f"/{TOKEN}%00", f"/.{TOKEN}", f"/?token={TOKEN}", "/%ff"),
]
STRANGERS = [
    *("http://127.0.0.1:9999", "http://localhost:8000", "https://127.0.0.1:8000", "null"),
    *("http://evil.example", "file://", ""),
]


def test_without_the_token_nothing_is_answered(serve: Serve) -> None:
    live = serve()

    assert [w + path for w in WRONG for path in PATHS if not live.refused(w + path)] == []


def test_another_page_in_the_browser_is_not_answered(serve: Serve) -> None:
    """Not even when it has come by the token."""
    live = serve()
    asked = [(path, origin) for path in PATHS for origin in STRANGERS]

    assert [each for each in asked if not live.refused(f"/{TOKEN}{each[0]}", Origin=each[1])] == []


def test_the_page_itself_is_answered(serve: Serve) -> None:
    live = serve()

    assert not live.refused(f"/{TOKEN}/state", Origin="http://127.0.0.1:8000")
    assert live.client.get("/none").status_code == 404


@in_rows("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_sent_to_it(live: Live, method: str) -> None:
    assert live.client.request(method, "/state").status_code == 405


def test_no_address_in_the_page_leaves_the_token_out(serve: Serve) -> None:
    client = serve().client
    texts = [client.get("/").text, client.get("/static/live.js").text]

    assert [text for text in texts if re.search(r"""["'`(=]/(?!>)""", text)] == []


def test_a_link_that_leads_out_is_not_shown(serve: Serve, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Chuyện riêng", encoding="utf-8")
    templates = Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))
    (templates / "leak.j2").symlink_to(secret)
    (templates / "own.j2").write_text("Lời riêng", encoding="utf-8")
    live = serve(templates=templates)
    own = templates / "own.j2"
    assert [live.source(name) for name in (templates / "leak.j2", own)] == [404, 200]
    own.unlink()
    own.symlink_to(secret)

    assert live.source(own) == 404, "it was listed before it became a link"


@pytest.mark.parametrize("name", ["leak.j2", "locality.toml", "kinds.toml"])
def test_a_pack_that_is_refused_for_its_links_is_not_shown_through_them(
    serve: Serve, tmp_path: Path, name: str
) -> None:
    pack = tmp_path / "localities" / "hoa-binh"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text('name = "x"\n', encoding="utf-8")
    (tmp_path / "secret.txt").write_text("Chuyện riêng", encoding="utf-8")
    (pack / name).unlink(missing_ok=True)
    (pack / name).symlink_to(tmp_path / "secret.txt")
    live = serve()
    [finding] = live.state()["findings"]

    assert finding["rule"] == "pack/link"
    assert finding["file"] is None
    assert live.source(Path("localities", "hoa-binh", name)) == 404


def test_no_more_of_a_file_is_shown_than_the_program_reads(serve: Serve, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))
    (templates / "huge.j2").write_bytes(b"a\n" * 600_000)
    live = serve(templates=templates)

    assert live.source(templates / "huge.j2") == 404


def test_the_own_input_may_be_a_link(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "nơi-khác").mkdir()
    serve()
    moved = Path(shutil.move(tmp_path / HOA_BINH.name, tmp_path / "nơi-khác"))
    link = tmp_path / "năm.yaml"
    link.symlink_to(moved)

    assert Live(Options(Path("năm.yaml"))).source("năm.yaml") == 200


@in_rows("path", ["/", "/state", "/static/live.js", "/source?file=none", "/none"])
def test_every_answer_forbids_foreign_scripts(live: Live, path: str) -> None:
    headers = live.client.get(path).headers
    policy = dict(
        rule.strip().split(" ", 1) for rule in headers["Content-Security-Policy"].split(";")
    )

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in headers


def test_the_page_refers_to_nothing_elsewhere(serve: Serve) -> None:
    client = serve().client
    texts = [client.get("/").text]
    texts += [
        client.get(f"/static/{name}").text
        for name in ("live.js", "facts.js", "paginate.js", "units.js", "live.css")
    ]

    assert all(texts)
    assert [
        text for text in texts if "//" in text.replace("// ", "").replace("https://", "//")
    ] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_says_every_word_that_it_has(serve: Serve, language: str) -> None:
    from briefing.findings.catalogues import catalogue

    text = serve(language=language).client.get("/").text

    assert f'<html lang="{language}">' in text
    assert [word for word in catalogue(language)["live"].values() if word not in text] == []


def test_the_input_the_pack_and_the_templates_can_be_looked_into(serve: Serve) -> None:
    live = serve()
    answer = live.client.get("/source", params={"file": HOA_BINH.name})

    assert answer.json()["lines"] == HOA_BINH.read_text(encoding="utf-8").splitlines()
    pack = str(template_folder() / "localities" / "hoa-binh" / "locality.toml")
    assert live.source(pack) == 200
    template = Path(pack).parents[2] / "bao-cao-tong-ket.md.j2"
    assert live.source(template) == 200


def test_the_report_before_can_be_looked_into(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "before.yaml").write_text(HOA_BINH.read_text(encoding="utf-8"), encoding="utf-8")
    live = serve()
    assert live.source("before.yaml") == 404
    change(tmp_path / HOA_BINH.name, "period:", "previous_report: before.yaml\nperiod:")
    live.again()

    assert live.source("before.yaml") == 200


def test_no_other_file_can_be_looked_into(serve: Serve, tmp_path: Path) -> None:
    live = serve()
    (tmp_path / "other.yaml").write_text("secret: 1\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    name = HOA_BINH.name
    others = ["other.yaml", "./other.yaml", f"sub/../{name}", f"./{name}", tmp_path / "other.yaml"]
    others += ["/etc/passwd", "../../../../etc/passwd", "", ".", f"{name}\0", f"../{tmp_path.name}"]
    others += [briefing.__file__, "%2e%2e/other.yaml"]

    assert [str(other) for other in others if live.source(other) != 404] == []


@in_rows("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"])
def test_the_static_files_are_no_way_out(live: Live, path: str) -> None:
    assert live.client.get(path).status_code == 404


def test_a_broken_input_leaves_the_last_page_marked_as_stale(serve: Serve, tmp_path: Path) -> None:
    live = serve()
    good = live.state()
    file = tmp_path / HOA_BINH.name
    change(file, "kind: bao-cao-tong-ket", "kind: [bao-cao")
    broken = live.again()

    assert broken["stale"]
    assert broken["page"] == good["page"]
    assert [f["rule"] for f in broken["findings"]] == ["yaml/open-bracket"]
    assert broken["findings"][0]["file"] == HOA_BINH.name
    change(file, "kind: [bao-cao", "kind: bao-cao-tong-ket")
    assert live.again() == good


def test_a_refused_input_is_gone_through_as_by_check(
    serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / HOA_BINH.name
    live = serve()
    change(file, "kind: bao-cao-tong-ket", "kind: bao-cao-tong-ket\ncolour: red")
    found = live.again()["findings"]
    assert main(["check", HOA_BINH.name, "--format", "json"]) == 2
    checked = json.loads(capsys.readouterr().out)

    assert len(found) > 1
    assert sorted((one["rule"], one["path"]) for one in found) == sorted(
        (one["rule"], one["path"]) for one in checked
    )


def test_an_input_broken_from_the_start_gives_findings_and_no_page(
    tmp_path: Path,
) -> None:
    source = tmp_path / "broken.yaml"
    source.write_text("schema: [1\n", encoding="utf-8")
    state = Live(Options(source)).state()

    assert state["page"] == ""
    assert state["stale"]
    assert [f["severity"] for f in state["findings"]] == ["error"]


def test_a_broken_template_is_a_finding_in_the_template(serve: Serve, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))
    live = serve(templates=templates)
    file = templates / "bao-cao-tong-ket.md.j2"
    file.write_text("# {{ kind }}\n\n{% if %}\n", encoding="utf-8")
    state = live.again()
    [finding] = [f for f in state["findings"] if f["severity"] == "error"]

    assert state["stale"]
    assert (finding["rule"], finding["line"]) == ("template/syntax", 3)
    assert live.source(finding["file"]) == 200


def test_a_finding_in_the_page_has_the_words_of_the_language(serve: Serve) -> None:
    said = json.dumps(serve(LETTER, language="en").state()["findings"])

    assert '"called": "error"' in said
    assert "to be added" in serve(LETTER, language="en").state()["page"]
