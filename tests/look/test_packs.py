"""Which ``style.docx`` gives a report its look, and what a report without one looks like."""

from __future__ import annotations

import os
from pathlib import Path

import office
import pytest
from cli.running import Briefing
from cli.running import briefing as command
from conftest import missing_tool
from docx.oxml.ns import qn

import briefing
from briefing import Severity
from briefing.library import in_kind, standard_for

from .styled import (
    PARTY,
    STATE,
    bordered,
    built,
    head_filled,
    looks,
    made,
    png,
    rezipped,
    saved,
    size_of,
    sized,
    style,
    styled,
    with_picture,
)

__all__ = ["command"]


def test_a_pack_without_one_changes_nothing(tmp_path: Path) -> None:
    assert made(styled(tmp_path)) == built()
    assert looks(styled(tmp_path)) == []


@pytest.mark.parametrize("profile", ["P13", "P14"])
@pytest.mark.parametrize("name", [STATE, PARTY])
def test_one_that_nobody_changed_changes_nothing(name: str, profile: str, tmp_path: Path) -> None:
    report = styled(saved(tmp_path, name=name, profile=profile), name=name, size_profile=profile)
    assert made(report) == built(name, profile)
    assert looks(report) == []


def test_one_with_a_crest_gives_itself_again(tmp_path: Path) -> None:
    first = made(styled(saved(tmp_path / "a", with_picture(png()), head_filled("EEEEEE"))))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "style.docx").write_bytes(first)
    assert made(styled(tmp_path / "b")) == first


def test_the_nearest_pack_wins(tmp_path: Path) -> None:
    own, above = tmp_path / "commune", tmp_path / "province"
    saved(own, sized("BodyText", 13))
    saved(above, sized("BodyText", 13.5), bordered("double"))
    assert size_of(made(styled(own, above)), "BodyText") == 13
    assert b"double" not in style_bytes(made(styled(own, above)))
    assert size_of(made(styled(tmp_path / "none", above)), "BodyText") == 13.5


def style_bytes(content: bytes) -> bytes:
    return repr([dict(b.attrib) for b in style(content, "TableGrid").iter()]).encode()


def test_every_kind_of_the_report_has_the_look(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("BodyText", 13)))
    assert size_of(made(in_kind(report, "bao-cao-tom-tat")), "BodyText") == 13


def test_standard_of_a_report_has_the_sizes_of_the_look(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("Heading1", 13), sized("BodyText", 13)))
    standard = standard_for(report)
    assert (standard.outline[0].size, standard.components["body"].size) == (13, 13)
    assert standard_for(styled()).components["body"].size == 14


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    folder = saved(tmp_path, sized("BodyText", 13))
    assert size_of(made(styled(folder)), "BodyText") == 13
    saved(folder, sized("BodyText", 13.5))
    os.utime(folder / "style.docx", ns=(1, 1))
    assert size_of(made(styled(folder)), "BodyText") == 13.5


@pytest.mark.parametrize(("own", "other"), [(STATE, PARTY), (PARTY, STATE)])
def test_of_another_form_only_tables_and_crest_are_taken(
    own: str, other: str, tmp_path: Path
) -> None:
    folder = saved(tmp_path, bordered("double"), with_picture(png()), name=other)
    report = styled(folder, name=own)
    content = made(report)
    assert b"double" in style_bytes(content)
    assert b"media/crest.png" in content
    assert size_of(content, "IssuingBody") == size_of(built(own), "IssuingBody")
    rules = [finding.rule for finding in looks(report)]
    assert rules == ["look/other-standard", "look/crest-fitted"]


def test_styles_are_found_by_their_names_where_ids_are_new(tmp_path: Path) -> None:
    def rename(document: object) -> None:
        # LibreOffice makes ids of its own, a Vietnamese Word may: "Quchiu", "TextBody".
        styles = document.styles.element  # type: ignore[attr-defined]
        for number, each in enumerate(styles.findall(qn("w:style"))):
            each.set(qn("w:styleId"), f"s{number}")
        for based in styles.iter(qn("w:basedOn")):
            based.getparent().remove(based)

    report = styled(saved(tmp_path, sized("SignerName", 13), sized("BodyText", 13), rename))
    content = made(report)
    assert [size_of(content, s) for s in ("SignerName", "BodyText", "Motto")] == [13, 13, 14]


def test_styles_that_a_file_lacks_stay_as_they_are(tmp_path: Path) -> None:
    def forget(document: object) -> None:
        styles = document.styles.element  # type: ignore[attr-defined]
        for each in styles.findall(qn("w:style")):
            if each.get(qn("w:styleId")) != "BodyText":
                styles.remove(each)

    report = styled(saved(tmp_path, sized("BodyText", 13), forget))
    content = made(report)
    assert [size_of(content, each) for each in ("BodyText", "Title")] == [13, 14]
    assert looks(report) == []


def test_styles_based_on_each_other_in_a_circle_are_read(tmp_path: Path) -> None:
    def circle(document: object) -> None:
        for each in document.styles.element.iter(qn("w:basedOn")):  # type: ignore[attr-defined]
            each.set(qn("w:val"), "BodyText")

    report = styled(saved(tmp_path, circle))
    assert size_of(made(report), "BodyText") == 14


def test_theme_fonts_are_looked_up(tmp_path: Path) -> None:
    def to_theme(document: object) -> None:
        [body] = [s for s in document.styles if s.style_id == "BodyText"]  # type: ignore[attr-defined]
        fonts = body.element.get_or_add_rPr().get_or_add_rFonts()
        for letters in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{letters}Theme"), f"minor{letters[0].upper()}{letters[1:]}")

    folder = saved(tmp_path, to_theme)
    path = folder / "style.docx"
    art = "http://schemas.openxmlformats.org/drawingml/2006/main"
    theme = (
        f'<a:theme xmlns:a="{art}"><a:themeElements><a:fontScheme><a:majorFont><a:latin '
        'typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>'
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    path.write_bytes(with_part(path.read_bytes(), "theme", "theme/theme1.xml", theme))
    [finding] = looks(styled(folder))
    assert "phông chữ Calibri ở các kiểu: Body Text;" in finding.message("vi")


def with_part(content: bytes, kind: str, target: str, text: str) -> bytes:
    """Return a package whose document has one part more."""
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(content)) as archive:
        links = archive.read("word/_rels/document.xml.rels").decode()
    relation = (
        '<Relationship Id="rIdNew" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}"/></Relationships>'
    )
    links = links.replace("</Relationships>", relation)
    return rezipped(
        content,
        {"word/_rels/document.xml.rels": links.encode(), f"word/{target}": text.encode()},
    )


def test_findings_come_with_check_and_do_not_stop_a_final_build(tmp_path: Path) -> None:
    report = styled(saved(tmp_path, sized("BodyText", 18)))
    assert [f.severity for f in looks(report)] == [Severity.WARNING]
    assert size_of(briefing.build(report), "BodyText") == 14


def test_a_file_that_libreoffice_wrote_anew_changes_nothing(tmp_path: Path) -> None:
    # It writes every part in its own way, with ids, defaults and properties of its own.
    if office.program() is None:
        missing_tool("no soffice: apt-get install libreoffice-writer-nogui fonts-liberation2")
    source = tmp_path / "style.docx"
    source.write_bytes(built())
    (tmp_path / "pack").mkdir()
    office.saved({source: tmp_path / "pack" / "style.docx"})
    assert (tmp_path / "pack" / "style.docx").read_bytes() != built()
    assert made(styled(tmp_path / "pack")) == built()


def test_a_document_that_the_program_built_serves_as_the_start(
    command: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pack").mkdir()
    source = Path(__file__).resolve().parents[2] / "inputs" / "ky-anh-2023.yaml"
    assert command("build", source, "-o", "pack/style.docx").code == 0
    report = styled(Path("pack"), name="ky-anh-2023")
    assert briefing.build(report) == Path("pack/style.docx").read_bytes()
