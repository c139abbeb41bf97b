"""``briefing kinds new``: a kind of a pack's own that can be used at once."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from cli.running import Briefing
from exploring import in_languages, some

from briefing.cli.kinds import PERIODS
from briefing.report import PeriodType
from briefing.templating import kinds
from localities.made import write_pack

PACK = Path("localities", "cao-son")


def made(briefing: Briefing, name: str, *more: str) -> None:
    outcome = briefing("kinds", "new", name, "--locality", "cao-son", *more)
    assert outcome.code == 0, outcome.err
    assert f"briefing new {name} --locality cao-son" in outcome.err


@pytest.mark.parametrize(("like", "language"), in_languages(some(sorted(kinds()))))
def test_a_kind_made_like_another_lints_starts_and_builds_at_once(
    briefing: Briefing, like: str, language: str
) -> None:
    write_pack("cao-son")
    made(briefing, "cua-toi", "--like", like, "--lang", language)

    assert briefing("template", "lint", "--locality", "cao-son").code == 0
    own, other = kinds((PACK,))["cua-toi"], kinds()[like]
    for fact in ("kind", "symbol", "expects", "periods", "letter", "framed"):
        assert getattr(own, fact) == getattr(other, fact)
    assert set(own.requires) == set(other.requires)
    assert briefing("new", "cua-toi", "--locality", "cao-son", "-o", "a.yaml").code == 0
    assert briefing("build", "--draft", "a.yaml").code == 0


def test_a_second_kind_stands_below_the_first(briefing: Briefing) -> None:
    write_pack("cao-son")
    made(briefing, "thong-bao")
    made(briefing, "bao-cao-tuan", "--like", "thong-bao")

    assert list(kinds((PACK,)))[-2:] == ["thong-bao", "bao-cao-tuan"]
    listed = briefing("kinds", "--locality", "cao-son").out
    assert "thong-bao\t" in listed
    assert "bao-cao-tuan\t" in listed


def test_a_notice_is_two_words_of_data_away(briefing: Briefing) -> None:
    write_pack("cao-son")
    made(briefing, "thong-bao")
    file = PACK / "kinds.toml"
    text = file.read_text(encoding="utf-8").replace('kind = "Báo cáo"', 'kind = "Thông báo"')
    file.write_text(text.replace('symbol = "BC"', 'symbol = "TB"'), encoding="utf-8")
    briefing("new", "thong-bao", "--locality", "cao-son", "-o", "a.yaml")
    shown = briefing("preview", "--draft", "a.yaml").out

    assert "# THÔNG BÁO" in shown
    assert "/TB-UBND" in shown
    assert "thông báo kết quả" in shown
    assert "báo cáo kết quả" not in shown


def test_word_symbol_and_period_are_told_on_the_way(briefing: Briefing) -> None:
    write_pack("cao-son")
    made(briefing, "thong-bao", "--word", "Thông báo", "--symbol", "TB")
    made(briefing, "bao-cao-tuan", "--like", "bao-cao-so-ket", "--period", "week")

    notice, week = (kinds((PACK,))[name] for name in ("thong-bao", "bao-cao-tuan"))
    assert (notice.kind, notice.symbol) == ("Thông báo", "TB")
    assert notice.description("vi") == "Thông báo"
    assert week.periods == ("week",)
    started = briefing("new", "bao-cao-tuan", "--locality", "cao-son").out
    assert set(PERIODS.choices) < set(get_args(PeriodType))
    assert "period: {year: 2026, type: week, week: 12}" in started


@pytest.mark.parametrize("name", ["bao-cao-tong-ket", "Báo cáo", "../x", "a/b"])
def test_a_name_that_is_taken_or_none_is_refused(briefing: Briefing, name: str) -> None:
    write_pack("cao-son")
    outcome = briefing("kinds", "new", name, "--locality", "cao-son")

    assert outcome.code == 2
    assert not (PACK / "kinds.toml").exists()


def test_nothing_is_written_into_the_programs_folder(briefing: Briefing) -> None:
    outcome = briefing("kinds", "new", "cua-toi", "--locality", "phu-tho")

    assert (Path("localities", "phu-tho", "kinds.toml").is_file()) == (outcome.code == 0)


def test_a_notice_is_not_addressed_unless_it_says_so(briefing: Briefing) -> None:
    write_pack("cao-son")
    made(briefing, "thong-bao", "--word", "Thông báo", "--symbol", "TB")
    briefing("new", "thong-bao", "--locality", "cao-son", "-o", "a.yaml")
    said = Path("a.yaml").read_text(encoding="utf-8")
    Path("a.yaml").write_text(
        f"{said}\nrecipients: {{addressees: [Công an tỉnh Phú Thọ]}}\n", "utf-8"
    )

    assert "Kính gửi" not in briefing("preview", "--draft", "a.yaml").out
    assert "Công an tỉnh Phú Thọ" in briefing("preview", "--draft", "a.yaml").out
    file = PACK / "kinds.toml"
    text = file.read_text(encoding="utf-8").replace("addressed = false", "addressed = true")
    file.write_text(text, encoding="utf-8")
    assert "Kính gửi" in briefing("preview", "--draft", "a.yaml").out
