"""Where one document goes: never over what it is made of, under its own ending, into its folder."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from cli.running import HOA_BINH, REPOSITORY, Briefing
from pdf.conftest import Office

WORD = b"PK\x03\x04"


@pytest.mark.parametrize("name", ["dir/", "dir//", "dir/.", ".", "..", "/", "dir/.."])
@pytest.mark.parametrize("made", [False, True])
def test_a_name_that_ends_as_a_folder_is_no_file(
    briefing: Briefing, source: Path, monkeypatch: pytest.MonkeyPatch, name: str, made: bool
) -> None:
    monkeypatch.chdir(source.parent)
    if made:
        Path("dir").mkdir()
    before = set(source.parent.rglob("*"))
    for words in (("build", source, "-o"), ("new", "bao-cao-tong-ket", "-o")):
        outcome = briefing(*words, name, "--force")
        assert outcome.code == 2
        assert f"{name}: lỗi: đây là tên thư mục, không phải tên tệp [output/is-folder]" in (
            outcome.err
        )
    assert set(source.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("a.doc", "a.docx"),
        ("a.md", "a.docx"),
        ("a.odt", "a.docx"),
        ("a", "a.docx"),
        ("a.", "a.docx"),
        ("ngày 31.12", "ngày 31.12.docx"),
        ("a.docx.bak", "a.docx.bak.docx"),
        ("hoa-binh-2023.yaml", "hoa-binh-2023.docx"),
        ("đĩa.docx ", "đĩa.docx .docx"),
    ],
)
def test_a_word_file_takes_no_other_ending(
    briefing: Briefing, source: Path, name: str, instead: str
) -> None:
    content = source.read_bytes()
    outcome = briefing("build", source, "-o", source.parent / name, "--force")
    assert outcome.code == 2
    assert "output/unknown-ending" in outcome.err
    assert "phải là .docx, .pdf" in outcome.err
    assert f"→ Ghi là {instead}.\n" in outcome.err
    assert list(source.parent.iterdir()) == [source]
    assert source.read_bytes() == content


@pytest.mark.parametrize("name", ["2026.docx", "2026", "2026.json", "2026.pdf"])
def test_a_starter_takes_no_other_ending(briefing: Briefing, tmp_path: Path, name: str) -> None:
    outcome = briefing("new", "bao-cao-tong-ket", "-o", tmp_path / name)
    assert outcome.code == 2
    assert "phải là .yaml, .yml" in outcome.err
    assert "→ Ghi là 2026.yaml.\n" in outcome.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF"])
def test_o_with_the_ending_of_a_pdf_writes_the_pdf_alone(
    briefing: Briefing, source: Path, office: Office, name: str
) -> None:
    office.does("works")
    target = source.parent / name
    outcome = briefing("build", source, "-o", target)
    assert (outcome.code, outcome.out) == (0, "")
    assert f"Đã ghi {target}.\n" in outcome.err
    assert target.read_bytes().startswith(b"%PDF")
    assert set(source.parent.iterdir()) == {source, target}


def test_a_pdf_that_cannot_be_made_leaves_nothing_under_its_name(
    briefing: Briefing, source: Path, office: Office
) -> None:
    assert office.calls == []
    outcome = briefing("build", source, "-o", source.with_suffix(".pdf"))
    assert outcome.code == 2
    assert "pdf/no-libreoffice" in outcome.err
    assert "Đã ghi" not in outcome.err
    assert list(source.parent.iterdir()) == [source]


def test_d_makes_the_folder_for_one_input_as_for_many(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    for folder in (tmp_path / "một" / "hai", f"{tmp_path}/ba/"):
        assert briefing("build", source, "-d", folder).code == 0
        assert [file.name for file in Path(folder).iterdir()] == ["hoa-binh-2023.docx"]


def test_a_folder_is_made_only_for_a_document(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    source.write_text("kind: bao-cao-tong-ket\n", encoding="utf-8")
    assert briefing("build", source, "-d", tmp_path / "một").code == 2
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("words", [("",), ("-o", ""), ("-d", ""), ("--templates", "")])
def test_an_empty_path_is_not_the_folder_one_works_in(
    briefing: Briefing, source: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(source.parent)
    outcome = briefing("build", *([source] if len(words) > 1 else []), *words)
    assert outcome.code == 2
    assert "đường dẫn để trống" in outcome.err
    assert list(source.parent.iterdir()) == [source]


def linked(old: Path, new: Path) -> Path:
    new.hardlink_to(old)
    return new


def through_a_folder(old: Path, new: Path) -> Path:
    new.with_name("folder").symlink_to(old.parent)
    return new.with_name("folder") / old.name


def recased(old: Path, new: Path) -> Path:
    assert new.suffix
    return old.with_name(old.name.upper())


def itself(old: Path, new: Path) -> Path:
    assert new.suffix
    return old


WAYS = [itself, linked, through_a_folder, recased]


@pytest.fixture
def own_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a pack with a look of its own, in the folder one works in."""
    monkeypatch.chdir(tmp_path)
    shipped = REPOSITORY / "templates" / "localities" / "hoa-binh"
    return Path(shutil.copytree(shipped, tmp_path / "localities" / "hoa-binh"))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("options", [[], ["--force"]])
def test_the_look_of_a_pack_in_use_is_no_place_for_a_document(
    briefing: Briefing, source: Path, own_pack: Path, way: object, options: list[str]
) -> None:
    look = own_pack / "style.docx"
    assert briefing("build", HOA_BINH, "-o", "look.docx").code == 0
    shutil.move("look.docx", look)
    old = look.read_bytes()
    target = way(look, Path("b.docx"))  # type: ignore[operator]
    outcome = briefing("build", source, "-o", target, *options)
    assert outcome.code == 2
    assert f"{target}: lỗi: lần chạy này đang đọc tệp này" in outcome.err
    assert look.read_bytes() == old


def test_not_even_where_the_pack_has_no_look_yet(
    briefing: Briefing, source: Path, own_pack: Path
) -> None:
    for name in ("style.docx", "STYLE.docx"):
        outcome = briefing("build", source, "-o", own_pack / name)
        assert (outcome.code, (own_pack / name).exists()) == (2, False)
        assert "output/is-input" in outcome.err


def test_the_input_is_no_place_for_its_document(briefing: Briefing, source: Path) -> None:
    content = source.read_bytes()
    for target in (linked(source, source.with_suffix(".docx")), None):
        words = ("-o", target) if target else ()
        outcome = briefing("build", source, *words, "--force")
        assert outcome.code == 2
        assert "output/is-input" in outcome.err
    assert source.read_bytes() == content


def test_the_report_of_the_period_before_is_no_place_for_a_document(
    briefing: Briefing, source: Path
) -> None:
    text = source.read_text(encoding="utf-8")
    before = source.with_name("2022.yaml")
    before.write_text(text.replace("{year: 2023}", "{year: 2022}"), encoding="utf-8")
    source.write_text(text + "previous_report: 2022.yaml\n", encoding="utf-8")
    target = linked(before, source.with_name("b.docx"))
    outcome = briefing("build", source, "-o", target, "--force")
    assert outcome.code == 2
    assert f"{target}: lỗi: lần chạy này đang đọc tệp này" in outcome.err


def test_a_template_in_use_is_no_place_for_a_document(
    briefing: Briefing, source: Path, tmp_path: Path
) -> None:
    templates = Path(shutil.copytree(REPOSITORY / "templates", tmp_path / "templates"))
    target = linked(templates / "macros.md.j2", tmp_path / "b.docx")
    outcome = briefing("build", source, "--templates", templates, "-o", target, "--force")
    assert outcome.code == 2
    assert "output/is-input" in outcome.err
    other = tmp_path / "templates" / "other.docx"
    assert briefing("build", source, "--templates", templates, "-o", other).code == 0


def test_a_pack_is_no_place_for_what_inherits_from_it(
    briefing: Briefing, own_pack: Path, tmp_path: Path
) -> None:
    old = (own_pack / "locality.toml").read_bytes()
    words = ("locality", "new", "hoa-binh", "--parent", "hoa-binh", "--name", "xã Mẫu")
    more = ("--level", "commune", "--place", "Mẫu", "--force")
    outcome = briefing(*words, *more)
    assert outcome.code == 2
    assert "output/is-input" in outcome.err
    assert (own_pack / "locality.toml").read_bytes() == old
    assert [path.name for path in tmp_path.iterdir()] == ["localities"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_pipe_and_a_link_are_not_replaced(
    briefing: Briefing, source: Path, options: list[str]
) -> None:
    pipe, link = source.with_name("p.docx"), source.with_name("l.docx")
    os.mkfifo(pipe)
    link.symlink_to(source)
    for target in (pipe, link):
        outcome = briefing("build", source, "-o", target, *options)
        assert outcome.code == 2
        assert f"{target}: lỗi: ở đây đã có thứ không phải tệp thường" in outcome.err or (
            f"{target}: lỗi: lần chạy này đang đọc tệp này" in outcome.err
        )
    assert pipe.is_fifo()
    assert link.is_symlink()
