"""Drafts mark what is missing; final documents never have such marks, only lawful blanks."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from cli.running import HOA_BINH, KY_ANH, Briefing


def body(file: Path) -> str:
    """Return the XML of a Word file's text."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        return package.read("word/document.xml").decode("utf-8")


def marked(xml: str) -> list[str]:
    """Return the words of every highlighted run."""
    runs = re.findall(r"<w:r>.*?</w:r>|<w:r [^>]*>.*?</w:r>", xml, re.DOTALL)
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)", run)) for run in runs if "w:highlight" in run]


def without(source: Path, start: str) -> None:
    """Remove the one line of an input that starts so."""
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) == len(lines) - 1
    source.write_text("".join(kept), encoding="utf-8")


POSTLESS = "signature: {collective: Ủy ban nhân dân}\n"


def test_a_missing_subject_is_marked_in_word_and_in_markdown(
    briefing: Briefing, source: Path
) -> None:
    without(source, "subject:")
    outcome = briefing("build", source, "--draft")
    assert outcome.code == 0
    assert "Đã ghi bản nháp" in outcome.err
    words = "[cần bổ sung: nội dung công tác được tổng kết]"
    assert words in marked(body(source.with_suffix(".docx")))
    preview = briefing("preview", source, "--draft")
    assert preview.code == 0
    assert f"**\\{words[:-1]}\\]**" in preview.out


def test_a_missing_locality_leaves_marks_for_all_it_would_have_said(
    briefing: Briefing, source: Path
) -> None:
    without(source, "locality:")
    assert briefing("build", source, "--draft").code == 0
    gaps = "\n".join(marked(body(source.with_suffix(".docx")))).casefold()
    for words in ("tên cơ quan ban hành", "địa danh", "các dòng tên cơ quan"):
        assert f"cần bổ sung: {words}" in gaps
    assert "chữ viết tắt của cơ quan" in gaps


def test_a_number_that_no_figure_bears_is_marked_by_its_name(
    briefing: Briefing, source: Path
) -> None:
    text = source.read_text(encoding="utf-8").replace("khám phá {kham_pha},", "khám phá {so_vu},")
    source.write_text(text, encoding="utf-8")
    assert briefing("build", source, "--draft").code == 0
    assert "[chưa có số liệu {so_vu}]" in marked(body(source.with_suffix(".docx")))


def test_parts_that_only_a_person_may_write_are_marked_in_a_draft(
    briefing: Briefing, source: Path
) -> None:
    assert briefing("build", source, "--draft").code == 0
    gaps = marked(body(source.with_suffix(".docx")))
    assert "[cần bổ sung: tồn tại, hạn chế]" in gaps
    assert "[cần bổ sung: nguyên nhân]" in gaps


def test_an_english_draft_asks_in_english(briefing: Briefing, source: Path) -> None:
    assert briefing("build", source, "--draft", "--lang", "en").code == 0
    gaps = marked(body(source.with_suffix(".docx")))
    assert gaps
    assert all("cần bổ sung" not in gap for gap in gaps)


@pytest.mark.parametrize("command", ["build", "preview"])
@pytest.mark.parametrize(
    ("dropped", "added", "words"),
    [
        (r"(?m)^subject:.*\n", "", "nội dung công tác được tổng kết"),
        ("", POSTLESS, "chức vụ người ký"),
    ],
)
def test_a_final_document_is_refused_while_a_gap_is_open(
    briefing: Briefing, source: Path, command: str, dropped: str, added: str, words: str
) -> None:
    text = source.read_text(encoding="utf-8")
    source.write_text(re.sub(dropped, "", text) + added, encoding="utf-8")
    outcome = briefing(command, source)
    assert (outcome.code, outcome.out) == (1, "")
    assert words in outcome.err
    assert "--draft" in outcome.err
    assert list(source.parent.iterdir()) == [source]


@pytest.mark.parametrize("shipped", [HOA_BINH, KY_ANH], ids=["hoa-binh", "ky-anh"])
def test_number_day_and_signer_may_stay_blank_in_a_final_document(
    briefing: Briefing, tmp_path: Path, shipped: Path
) -> None:
    target = tmp_path / "final.docx"
    outcome = briefing("build", shipped, "-o", target)
    assert outcome.code == 0
    xml = body(target)
    assert marked(xml) == []
    assert "highlight" not in xml
    assert "cần bổ sung" not in xml.casefold()
    text = re.sub(r"<[^>]+>", "", xml)
    assert re.search(r"Số:\s*\S*\s*/BC-UBND", text)
    assert re.search(r"ngày\W+tháng\W12\Wnăm\W2023", text)


def test_number_day_and_signer_are_no_gaps_in_a_draft_either(
    briefing: Briefing, source: Path
) -> None:
    assert briefing("build", source, "--draft").code == 0
    for gap in marked(body(source.with_suffix(".docx"))):
        assert not re.search(r"số văn bản|ngày ban hành|họ tên người ký", gap)


DRAFT = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Draft"/></w:pPr>.*?</w:p>')


def test_a_draft_of_a_complete_report_is_the_final_document_but_says_that_it_is_a_draft(
    briefing: Briefing, tmp_path: Path, source: Path
) -> None:
    text = source.read_text(encoding="utf-8")
    source.write_text(
        text + "\nlimitations: [Quân số còn thiếu]\ncauses: {general: [Địa bàn rộng]}\n",
        encoding="utf-8",
    )
    assert briefing("build", source, "-o", tmp_path / "final.docx").code == 0
    assert briefing("build", source, "--draft", "-o", tmp_path / "draft.docx").code == 0
    draft = body(tmp_path / "draft.docx")
    (says_so,) = DRAFT.findall(draft)
    assert "DỰ THẢO" in says_so
    assert body(tmp_path / "final.docx") == draft.replace(says_so, "")


def test_a_draft_of_news_says_that_it_is_one_above_its_headline(
    briefing: Briefing, tmp_path: Path, source: Path
) -> None:
    made = ("build", source, "--kind", "tin-hoi-nghi", "-d", tmp_path / "ra")
    assert briefing(*made).code == 0
    final = body(next((tmp_path / "ra").glob("*.docx")))
    assert briefing(*made, "--draft", "--force").code == 0
    draft = body(next((tmp_path / "ra").glob("*.docx")))
    (says_so,) = DRAFT.findall(draft)

    assert "DỰ THẢO" in says_so
    assert "DỰ THẢO" not in final
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("bao-cao-tong-ket", "tin-hoi-nghi"), encoding="utf-8")
    shown = briefing("preview", source, "--draft").out.splitlines()
    assert shown[0] == "**DỰ THẢO**"
