"""Last year's report beside this year's: the same body, the period before, the same numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing

REPORT = """\
schema: 1
kind: bao-cao-tong-ket
issuer: {{name: {issuer}}}
period: {period}
{last}figures:
  kham_pha: {{label: số vụ khám phá, unit: vụ, {numbers}}}
"""
ISSUER = "Ủy ban nhân dân tỉnh"
LAST = "previous_report: truoc.yaml\n"


def loaded(
    folder: Path,
    *,
    numbers: str = "value: 409",
    before: str = "value: 443",
    period: str = "{year: 2023}",
    last_period: str = "{year: 2022}",
    last_issuer: str = ISSUER,
) -> briefing.Report:
    last = REPORT.format(issuer=last_issuer, period=last_period, last="", numbers=before)
    (folder / "truoc.yaml").write_text(last, encoding="utf-8")
    now = REPORT.format(issuer=ISSUER, period=period, last=LAST, numbers=numbers)
    (folder / "nay.yaml").write_text(now, encoding="utf-8")
    return briefing.load(folder / "nay.yaml")


def told(given: briefing.Report) -> list[briefing.Finding]:
    rules = ("previous/", "figures/base-restated", "figures/stated", "figures/direction")
    return [found for found in briefing.check(given) if found.rule.startswith(rules)]


def test_nothing_is_said_when_both_reports_agree(tmp_path: Path) -> None:
    assert told(loaded(tmp_path)) == []
    assert told(loaded(tmp_path, numbers="value: 409, previous: 443")) == []


def test_a_base_that_last_years_report_did_not_state_is_told(tmp_path: Path) -> None:
    [found] = told(loaded(tmp_path, numbers="value: 409, previous: 450"))

    assert (found.rule, found.severity.name, found.path) == (
        "figures/base-restated",
        "WARNING",
        "figures.kham_pha.previous",
    )
    assert found.origin is not None
    assert (Path(found.origin.file).name, found.origin.line) == ("nay.yaml", 7)
    assert "443" in found.message()
    assert "450" in found.message()
    assert "năm 2022" in found.message()


def test_a_stated_change_is_held_against_last_years_report(tmp_path: Path) -> None:
    numbers = "value: 409, change: {direction: giảm, percent: 6.77}"
    [found] = told(loaded(tmp_path, numbers=numbers))

    assert (found.rule, found.path) == ("figures/stated-change", "figures.kham_pha.change")


def test_an_approximate_value_of_last_year_restates_nothing(tmp_path: Path) -> None:
    given = loaded(
        tmp_path, numbers="value: 409, previous: 443", before="value: 440, qualifier: hơn"
    )

    assert told(given) == []


def test_the_report_of_another_body_is_told(tmp_path: Path) -> None:
    [found] = told(loaded(tmp_path, last_issuer="Ủy ban nhân dân huyện"))

    assert (found.rule, found.severity.name, found.path) == (
        "previous/other-body",
        "ERROR",
        "previous_report",
    )
    assert found.origin is not None
    assert found.origin.line == 5
    assert "Ủy ban nhân dân huyện" in found.message()


@pytest.mark.parametrize(
    ("period", "last_period", "expected"),
    [
        ("{year: 2023}", "{year: 2021}", "năm 2022"),
        ("{year: 2023}", "{year: 2022, type: first_half}", "năm 2022"),
        ("{year: 2023, type: first_half}", "{year: 2022}", "6 tháng đầu năm 2022"),
        (
            "{year: 2023, type: quarter, quarter: 3}",
            "{year: 2022, type: quarter, quarter: 2}",
            "quý III/2022",
        ),
    ],
)
def test_the_report_of_another_period_is_told(
    tmp_path: Path, period: str, last_period: str, expected: str
) -> None:
    [found] = told(loaded(tmp_path, period=period, last_period=last_period))

    assert (found.rule, found.severity.name, found.path) == (
        "previous/other-period",
        "ERROR",
        "previous_report",
    )
    assert expected in found.message()


@pytest.mark.parametrize(
    ("period", "last_period"),
    [
        ("{year: 2023, type: first_half}", "{year: 2022, type: first_half}"),
        ("{year: 2023, type: nine_months}", "{year: 2022, type: nine_months}"),
        (
            "{year: 2025, type: years, first_year: 2021}",
            "{year: 2020, type: years, first_year: 2016}",
        ),
    ],
)
def test_the_same_period_before_is_the_right_one(
    tmp_path: Path, period: str, last_period: str
) -> None:
    assert told(loaded(tmp_path, period=period, last_period=last_period)) == []


@pytest.mark.parametrize("text", [None, "schema: [", "kind: 5\n", ""])
def test_a_previous_report_that_cannot_be_read_is_told_at_its_name(
    tmp_path: Path, text: str | None
) -> None:
    loaded(tmp_path)
    if text is None:
        (tmp_path / "truoc.yaml").unlink()
    else:
        (tmp_path / "truoc.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(briefing.InputError) as caught:
        briefing.load(tmp_path / "nay.yaml")
    [found] = caught.value.findings
    assert (found.rule, found.severity.name) == ("previous/unreadable", "ERROR")
    assert found.origin is not None
    assert (Path(found.origin.file).name, found.origin.line) == ("nay.yaml", 5)
    assert "truoc.yaml" in found.message()


@pytest.mark.parametrize("text", [None, "schema: [", "kind: 5\n", "", "schema: 1\nkhác: 1\n"])
def test_the_reason_is_in_the_language_of_the_sentence(tmp_path: Path, text: str | None) -> None:
    loaded(tmp_path)
    if text is None:
        (tmp_path / "truoc.yaml").unlink()
    else:
        (tmp_path / "truoc.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(briefing.InputError) as caught:
        briefing.load(tmp_path / "nay.yaml")
    [found] = caught.value.findings
    reason = found.values["reason"]

    for language in ("vi", "en"):
        assert found.message(language).endswith(reason.message(language))
    assert reason.message("vi") != reason.message("en")


FOUR = """\
figures:
  mot: {label: số vụ, unit: vụ, value: %s, out_of: 778}
  hai: {label: số đối tượng, unit: đối tượng, value: %s}
  ba: {label: tỷ lệ giải quyết, unit: "%%", rate: %s}
  bon: {label: số đơn, unit: đơn, value: %s}
"""


@pytest.mark.parametrize(
    ("numbers", "now", "count"),
    [
        # A report begun from last year's, and nothing written yet; then one figure, then two.
        (("771", "1315", "98.3", "3"), "2023", 3),
        (("771", "1315", "98.3", "4"), "2023", 3),
        (("771", "1315", "97.1", "4"), "2023", 0),
        # The report of the same year, written over.
        (("771", "1315", "98.3", "3"), "2022", 0),
        (("700", "1200", "97.1", "3"), "2023", 0),
    ],
)
def test_figures_that_are_still_last_years_are_told(
    numbers: tuple[str, ...], now: str, count: int, tmp_path: Path
) -> None:
    head = f"schema: 1\nkind: bao-cao-tong-ket\nissuer: {{name: {ISSUER}}}\nperiod: {{year: %s}}\n"
    before = head % 2022 + FOUR % ("771", "1315", "98.3", "3")
    (tmp_path / "truoc.yaml").write_text(before, encoding="utf-8")
    (tmp_path / "nay.yaml").write_text(head % now + LAST + FOUR % numbers, encoding="utf-8")

    found = [
        one
        for one in briefing.check(briefing.load(tmp_path / "nay.yaml"))
        if one.rule == "previous/unchanged"
    ]

    assert [one.values["count"] for one in found] == [count][: bool(count)]
    for one in found:
        assert (one.severity.name, one.path) == ("WARNING", "figures.mot")
        assert "“số vụ”, “số đối tượng”, “tỷ lệ giải quyết”" in one.message()


WHOLES = """\
figures:
  mot: {label: số vụ, unit: vụ, out_of: 778%s}
  hai: {label: số đối tượng, unit: đối tượng, out_of: 1315%s}
  ba: {label: số đơn, unit: đơn, out_of: 982%s}
  bon: {label: số điểm, unit: điểm, value: 40}
"""


@pytest.mark.parametrize(
    ("moved", "told"),
    [
        (", previous: 700", ["figures/not-filled"] * 3),
        ("", ["previous/unchanged"]),
    ],
)
def test_a_figure_that_is_not_filled_in_is_told_once(
    moved: str, told: list[str], tmp_path: Path
) -> None:
    head = f"schema: 1\nkind: bao-cao-tong-ket\nissuer: {{name: {ISSUER}}}\nperiod: {{year: %s}}\n"
    (tmp_path / "truoc.yaml").write_text(head % 2022 + WHOLES % ("", "", ""), encoding="utf-8")
    now = head % 2023 + LAST + WHOLES % (moved, moved, moved)
    (tmp_path / "nay.yaml").write_text(now, encoding="utf-8")

    rules = [one.rule for one in briefing.check(briefing.load(tmp_path / "nay.yaml"))]

    both = ("figures/not-filled", "previous/unchanged")
    assert [rule for rule in rules if rule in both] == told
