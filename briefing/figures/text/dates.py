"""Dates, hours and symbols of documents: digits that are no figures."""

from __future__ import annotations

import re

from briefing.figures.text.surroundings import (
    DATE_WORDS,
    LOOSE_DATE_WORDS,
    is_day_and_month,
    is_year,
)
from briefing.figures.text.tokens import Tokens
from briefing.figures.text.units import unit_after
from briefing.figures.text.wordlists import words_of


def after_no_figure(tokens: Tokens, i: int, *, dated: bool) -> int:
    """Return the token after a date, an hour, a symbol of a document; 0 when it is none."""
    if after := _hour(tokens, i) or _symbol(tokens, i):
        return after
    dated_here = 0 if of_each(tokens, i) else _date(tokens, i, dated)
    return dated_here or _months(tokens, i)


def of_each(tokens: Tokens, i: int) -> bool:
    """Say whether a number is one of each of some time: ``mỗi ngày 12 lượt``."""
    return tokens.at(i - 2) in _EACH and tokens.at(i - 1) in _TIMES and not tokens.adjacent(i)


_EACH = words_of("mỗi một 1 01 từng")
_TIMES = words_of("ngày tháng quý tuần năm giờ phiên buổi")


def _hour(tokens: Tokens, i: int) -> int:
    following = tokens.at(i + 1)
    if (
        following == ":"
        and tokens.adjacent(i + 1)
        and tokens.digit(i + 2)
        and tokens.adjacent(i + 2)
    ):
        return i + 3
    if tokens.adjacent(i + 1) and re.fullmatch(r"h\d{0,2}", following):
        return i + 2
    if following == "giờ" and tokens.digit(i + 2) and tokens.at(i + 3) == "phút":
        return i + 4
    if tokens.words[i] == "24" and following == "/" and tokens.at(i + 2) in ("24", "7"):
        if not tokens.digit(i + 2):
            return 0
        end = i + 3
        while tokens.at(end) == "/" and tokens.digit(end + 1):
            end += 2
        unit, _ = unit_after(tokens.text, tokens.ends[end - 1])
        return end if unit in ("", "giờ", "h") or unit.startswith("giờ") else 0
    if following == "giờ" and len(tokens.words[i]) <= 2:
        return i + 2
    return 0


def _joined(tokens: Tokens, i: int, marks: str) -> bool:
    """Whether a mark stands between two tokens without a blank."""
    mark = tokens.at(i)
    return bool(mark) and mark in marks and tokens.adjacent(i) and tokens.adjacent(i + 1)


def _symbol(tokens: Tokens, i: int) -> int:
    """Return the token after ``03/2019/NĐ-CP``, ``792-CV/TU``, ``III/2023``."""
    if tokens.adjacent(i) and tokens.at(i - 1) == "/" and tokens.adjacent(i - 1):
        before = tokens.text[tokens.starts[i - 2] : tokens.ends[i - 2]] if i >= 2 else ""
        if before.isupper() and before.isalpha():
            return i + 1
    end = i + 1
    if _joined(tokens, end, "/") and tokens.digit(end + 1) and len(tokens.words[end + 1]) == 4:
        end += 2
    if _joined(tokens, end, "/-"):
        code = tokens.text[tokens.starts[end + 1] : tokens.ends[end + 1]]
        if code.isupper() and code[0].isalpha() and len(code) > 1:
            end += 2
            while (
                tokens.at(end) in ("-", "/") and tokens.adjacent(end) and tokens.adjacent(end + 1)
            ):
                end += 2
            return end
    return 0


def _date(tokens: Tokens, i: int, dated: bool) -> int:
    run, mark = tokens.words[i], tokens.at(i + 1)
    before = tokens.at(i - 1)
    marked = mark in ("/", "-", "–", ".") and tokens.digit(i + 2)
    if marked and (after := _day(tokens, i, before, run, mark, dated)):
        return after
    if (before == "năm" and is_year(run)) or (before in ("tháng", "quý") and len(run) <= 2):
        return i + 1
    if run.count(".") == 1 and is_day_and_month(*run.split(".")) and mark != "%":
        unit, _ = unit_after(tokens.text, tokens.ends[i])
        if before in DATE_WORDS or (before in LOOSE_DATE_WORDS and not unit):
            return i + 1
    if before in ("ngày", "mùng", "mồng") and run.isdigit() and int(run) <= 31:
        unit, _ = unit_after(tokens.text, tokens.ends[i])
        if tokens.at(i + 1) == "%":
            return 0
        return 0 if unit and unit != "tháng" and not unit.startswith("tháng ") else i + 1
    return 0


def _day(tokens: Tokens, i: int, before: str, run: str, mark: str, dated: bool) -> int:
    """Return the token after a date that is written with a mark."""
    other = tokens.words[i + 2]
    close = tokens.adjacent(i + 1) and tokens.adjacent(i + 2)
    days = mark != "/" and tokens.at(i + 3) == "/" and tokens.digit(i + 4) and run.isdigit()
    # "từ ngày 6-10/4": two days of one month
    if days and is_day_and_month(other, tokens.words[i + 4]) and int(run) <= 31:
        return i + 5
    if is_year(other) and (is_year(run) or (run.isdigit() and int(run) <= 12)):
        unit, _ = unit_after(tokens.text, tokens.ends[i + 2])
        if is_year(run) or (close and (mark == "-" or not unit or before == "tháng")):
            return _years(tokens, i + 3)
    if not close or not is_day_and_month(run, other):
        return 0
    third = tokens.at(i + 3)
    if (
        third == mark
        and tokens.digit(i + 4)
        and tokens.adjacent(i + 3)
        and len(tokens.words[i + 4]) > 1
    ):
        return i + 5
    if before in DATE_WORDS or f"{tokens.at(i - 2)} {before}" in DATE_WORDS:
        return i + 3
    unit, _ = unit_after(tokens.text, tokens.ends[i + 2])
    if unit or third == "%" or tokens.at(i + 2).count(","):
        return 0
    if before == "(":
        return i + 3 if third in (")", ",", ";", "và", "-") else 0
    after_date = dated and before in LOOSE_DATE_WORDS
    return i + 3 if after_date or (before in LOOSE_DATE_WORDS and third != "(") else 0


def _years(tokens: Tokens, i: int) -> int:
    """Return the token after further years: 2014-2015-2016."""
    while tokens.at(i) in ("-", "–", "/") and tokens.digit(i + 1) and is_year(tokens.words[i + 1]):
        i += 2
    return i


def _months(tokens: Tokens, i: int) -> int:
    """Return the token after ``6 tháng đầu năm``."""
    months = tokens.at(i + 1) == "tháng" and tokens.at(i + 2) in ("đầu", "cuối")
    return i + 3 if months and tokens.at(i + 3) == "năm" else 0
