"""To whom a document around a report goes, who signs it, and what ``--kind all`` says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.running import Briefing

from briefing import Report, load, preview
from briefing.library import in_kind
from briefing.templating import kinds
from kinds.made import LETTER, PARTY, report, shipped

APART = sorted(name for name, kind in kinds().items() if kind.apart)
MET: dict[str, Any] = {
    "date": "2026-12-12",
    "chair": "an",
    "starts": "8 giờ 00",
    "ends": "11 giờ 00",
    "place": "Hội trường xã",
    "secretary": "an",
    "invited": ["Trưởng các thôn"],
    "agenda": ["Thảo luận"],
    "discussion": ["Các đại biểu thảo luận"],
    "directives": [
        {"by": "an", "verb": "kết luận", "points": ["Tuần tra ban đêm"]},
        {"by": "an", "verb": "yêu cầu", "points": ["Báo cáo trước ngày 20"]},
    ],
}


def of(kind: str, **facts: Any) -> str:
    """Return the Markdown of a year that goes up to a higher body as another kind."""
    up = {"addressees": ["Ủy ban nhân dân tỉnh"], "copies": ["Các thôn"]}
    told = {"conference": MET, "letter": LETTER, "recipients": up, **facts}
    return preview(in_kind(report(**told), kind))


@pytest.mark.parametrize("kind", APART)
def test_only_letters_and_what_is_submitted_bear_addressees(kind: str) -> None:
    assert "Kính gửi" not in of(kind)
    assert "Kính gửi: Ủy ban nhân dân tỉnh" in of("bao-cao-tong-ket").replace("*", "")


@pytest.mark.parametrize("kind", ["ke-hoach", "bien-ban", "thong-bao-ket-luan", "chi-thi"])
def test_who_was_addressed_receives_a_copy(kind: str) -> None:
    text = of(kind)

    assert "- Ủy ban nhân dân tỉnh;" in text
    assert "- Các thôn;" in text
    assert "Như trên" not in text


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        ("thong-cao-bao-chi", "Các cơ quan báo chí"),
        ("giay-moi", "Như thành phần mời"),
        ("chuong-trinh-hoi-nghi", "Đại biểu dự hội nghị"),
    ],
)
def test_some_kinds_go_to_others_than_the_report(kind: str, to: str) -> None:
    text = of(kind)

    assert f"- {to};" in text
    assert "Các thôn;" not in text


def test_recipients_of_its_own_stand_in_an_input_based_on_another(tmp_path: Path) -> None:
    year = in_kind(shipped("ky-anh-2023"), "thong-cao-bao-chi")
    assert year.recipients.copies == ["Các cơ quan báo chí"]

    def told(more: str) -> Report:
        (tmp_path / "nam.yaml").write_text(
            "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2025}\nsubject: công tác\n"
            "issuer: {unit_name: xã …, under: tỉnh …, level: commune}\n"
            "results: [{area: phong_trao, statements: [Giữ vững]}]\n"
            "recipients: {copies: [Các thôn], archive: 'VT, VP'}\n",
            encoding="utf-8",
        )
        (tmp_path / "tin.yaml").write_text(
            "schema: 1\nkind: thong-cao-bao-chi\nbased_on: nam.yaml\nperiod: {year: 2025}\n" + more,
            encoding="utf-8",
        )
        return load(tmp_path / "tin.yaml")

    assert told("").recipients.copies == ["Các cơ quan báo chí"]
    assert told("").recipients.archive == "VT, VP"
    assert told("recipients: {copies: [Báo tỉnh]}\n").recipients.copies == ["Báo tỉnh"]


@pytest.mark.parametrize(
    ("facts", "block"),
    [
        ({}, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (
            {
                "signature": {
                    "collective": "Ủy ban nhân dân",
                    "authority": "KT",
                    "head": "Chủ tịch",
                    "post": "Phó Chủ tịch",
                }
            },
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (PARTY, ("T/L ĐẢNG ỦY", "CHÁNH VĂN PHÒNG")),
        # A commune had no office before two levels of local government.
        ({"date": None, "period": {"year": 2024}}, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            {
                "issuer": {
                    "name": "Công an xã …",
                    "symbol": "CAX",
                    "level": "commune",
                    "force": "police",
                    "lines": ["Công an xã …"],
                },
                "signature": {"post": "Trưởng Công an"},
            },
            ("TRƯỞNG CÔNG AN",),
        ),
    ],
)
def test_a_notice_of_conclusions_is_signed_by_order(
    facts: dict[str, Any], block: tuple[str, ...]
) -> None:
    text = of("thong-bao-ket-luan", **facts)

    signed = text[text.index("Nơi nhận") - 200 :]
    assert all(line in signed for line in block)
    assert ("CHÁNH VĂN PHÒNG" in signed) == ("CHÁNH VĂN PHÒNG" in block)


@pytest.mark.parametrize(
    ("own", "block"),
    [
        ("", "TL. CHỦ TỊCH"),
        ("signature: {collective: Ủy ban nhân dân, post: Chủ tịch}\n", "TM. ỦY BAN NHÂN DÂN"),
    ],
)
def test_a_notice_of_its_own_is_signed_as_its_input_says(
    own: str, block: str, tmp_path: Path
) -> None:
    (tmp_path / "kl.yaml").write_text(
        "schema: 1\nkind: thong-bao-ket-luan\nperiod: {year: 2026}\nsubject: công tác\n"
        "date: 2026-12-20\nplace: …\nrecipients: {copies: [Các thôn]}\n"
        "issuer: {unit_name: xã …, under: tỉnh …, level: commune}\n"
        "people: {an: {name: …, posts: [Chủ tịch]}}\n"
        "conference: {date: 2026-12-12, directives: [{by: an, points: [Tuần tra]}]}\n" + own,
        encoding="utf-8",
    )
    text = preview(load(tmp_path / "kl.yaml"))

    assert f"**{block}" in text
    assert "- Các thôn;" in text


@pytest.mark.parametrize("kind", ["thong-bao-ket-luan", "thong-cao-bao-chi", "tin-hoi-nghi"])
@pytest.mark.parametrize("discussion", [["Tại hội nghị, các đại biểu thảo luận"], []])
def test_a_document_says_once_that_it_was_at_the_conference(
    kind: str, discussion: list[str]
) -> None:
    text = of(kind, conference={**MET, "discussion": discussion}, tasks=[])

    assert text.count("Tại hội nghị") == 1
    assert "Đồng chí Nguyễn Văn An yêu cầu:" in text


@pytest.mark.parametrize("kind", ["thong-bao-ket-luan", "thong-cao-bao-chi"])
def test_the_opening_says_what_the_conference_summed_up(kind: str) -> None:
    named = "tổ chức hội nghị tổng kết công tác bảo đảm an ninh, trật tự năm 2026."

    assert named in of(kind)


@pytest.mark.parametrize("name", ["ky-anh-2023", "my-tho-2015-2020", "kinh-te-xa-hoi-xa-2026"])
def test_a_press_release_ends_as_documents_end(name: str) -> None:
    text = preview(in_kind(shipped(name), "thong-cao-bao-chi"))

    assert text.count("trân trọng thông tin đến các cơ quan báo chí./.") == 1


def test_a_directive_keeps_the_verb_that_is_not_an_order() -> None:
    text = of("chi-thi").replace("\\", "")

    assert "1. Công an xã:" in text
    assert "2. Đề nghị các thôn:" in text


def test_all_says_of_every_kind_why_it_is_not_made(briefing: Briefing, source: Path) -> None:
    told = briefing("build", source, "--kind", "all", "-d", source.parent / "ra").err

    made = {"bao-cao-tong-ket", "bao-cao-tom-tat", "tin-hoi-nghi"}
    assert all(name in told for name in set(kinds()) - made)
    assert "Không lập bao-cao-phoi-hop: thiếu các lực lượng cùng phối hợp (forces)." in told
    assert "Không lập bao-cao-giai-doan: loại bao-cao-giai-doan không dùng cho kỳ year" in told
    assert "Không lập chuong-trinh-hoi-nghi: thiếu chương trình hội nghị" in told
    asked = told[told.index("--kind ") :].split()[1]
    again = briefing("build", source, "--kind", asked, "-d", source.parent / "ra")
    assert (again.code, asked) == (0, "thong-cao-bao-chi,thong-bao-ket-luan")
