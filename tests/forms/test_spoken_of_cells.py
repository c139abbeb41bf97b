"""Findings on a filled form speak of its sheets, columns and items, never of the keys of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bad_inputs.golden import CASES, case_names
from cli.running import REPOSITORY, Briefing
from exploring import ALL, some
from fuzz.expected import put

from briefing import Finding, InputError, check, load
from briefing.findings.catalogues import catalogue
from briefing.forms import workbook
from briefing.forms.sheet import sheets
from briefing.forms.spoken import FormOrigin
from briefing.reading import read_as_far
from briefing.report import json_schema
from forms.test_forty_faults import forty

WHOLE = REPOSITORY / "tests/wording/whole.yaml"
WORDS_TOO = {"to", "of", "by", "long", "first", "other"}
"""Keys that are Vietnamese words, or words of a program, as well."""
_QUOTED = re.compile("“[^“”]*”")
_FILES = re.compile(r"briefing schema|\w+\.toml|: (?:rate|value|quarter)\b")
"""A command, files of packs, and words that are chosen in a cell."""
_NAMED = re.compile(r"\{[^{}]*\}")


def keys_of(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part.get("properties", {})
        for below in part.values():
            yield from keys_of(below)
    elif isinstance(part, list):
        for below in part:
            yield from keys_of(below)


@cache
def keys() -> re.Pattern[str]:
    known = set(keys_of(json_schema("vi"))) - WORDS_TOO
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(sorted(known))})(?![\w-])")


def keys_said(text: str) -> list[str]:
    """Return the keys that a finding speaks of: outside quotations, or quoted alone."""
    alone = [quoted[1:-1] for quoted in _QUOTED.findall(text)]
    # What stands in quotation marks and braces is the officer's own, or the form's.
    rest = _NAMED.sub("", _QUOTED.sub("", text))
    rest = _FILES.sub("", rest)
    return keys().findall(rest) + [each for each in alone if keys().fullmatch(each)]


def findings_of(file: Path) -> list[Finding]:
    try:
        return check(load(file))
    except InputError as error:
        return error.findings


def as_form(source: Path) -> bytes | None:
    """Return an input as a filled form, ``None`` for what no form can hold."""
    try:
        data = read_as_far(source).data
        return workbook(data, "vi")
    except (InputError, AttributeError, TypeError, ValueError, KeyError):
        return None


def faulty_forms() -> Iterator[tuple[str, bytes]]:
    yield "forty", forty()[0]
    for source in (WHOLE, *(CASES / case / "input.yaml" for case in some(case_names()))):
        form = as_form(source) if source.exists() else None
        if form is not None:
            yield source.parent.name, form


def test_no_finding_on_a_form_names_a_key() -> None:
    said: list[tuple[str, str, str]] = []
    rules = set()
    for name, form in faulty_forms():
        for found in findings_of(put(f"{name}.xlsx", form)):
            rules.add(found.rule)
            if found.rule == "figures/unknown-part":
                # It lists what a sentence may ask of a figure.
                continue
            assert isinstance(found.origin, FormOrigin), (name, found.rule)
            assert found.origin.cell, (name, found.rule)
            for text in (found.message("vi"), found.remedy("vi")):
                said += [(found.rule, key, text) for key in keys_said(text)]

    assert len(rules) > (60 if ALL else 30)
    assert said == []


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("figures.x.rate", "Sửa previous.", "Sửa cột “giá trị kỳ trước”."),
        ("results[0].statements[1]", "Sửa previous.", "cột “giá trị kỳ trước” ở trang “Số liệu”"),
        ("signature", "Xóa khóa standard, sửa post.", "Xóa mục “chuẩn thể thức"),
        ("people.x.name", "thêm accepted: {{reason: …}}.", "ghi vào cột “lý do”: …."),
        ("figures.x.rate", "viết {{x.previous}} hoặc {name}", "viết {x.previous} hoặc A"),
        ("figures.x", "thêm “- unit: vụ”", "ghi vào cột “đơn vị tính”: vụ"),
        ("date", "mẫu style.docx, gói locality.toml", "mẫu style.docx, gói locality.toml"),
    ],
)
def test_a_sentence_names_columns_as_the_form_does(path: str, text: str, said: str) -> None:
    worded, values = FormOrigin("a.xlsx").worded(text, {"name": "A"}, path, "vi")
    assert said in worded.format(**values)


def test_yaml_still_names_its_keys(tmp_path: Path, briefing: Briefing) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("schema: 1\nkind: bao-cao-tong-ket\n", encoding="utf-8")
    assert "“period”" in briefing("check", file).out


def test_every_column_is_called_in_both_languages() -> None:
    for language in ("vi", "en"):
        for sheet in sheets(language):
            if sheet.layout != "rows":
                continue
            for column in sheet.columns:
                key = column.path.replace("[]", "")
                if "_" not in key or key.endswith("_in_input"):
                    continue
                base = sheet.group.replace("[]", "")
                base = f"{base}.x.{key}" if sheet.named else f"{base}[0].{key}"
                worded, _ = FormOrigin("a.xlsx").worded(f"Sửa {key}.", {}, base, language)
                assert f"“{column.heading}”" in worded, (sheet.group, key)


_HEADING = re.compile("“([^“”]*)”")
_OF_FILES = (
    "yaml/",
    "toml/",
    "json/",
    "template/",
    "pack/",
    "batch/",
    "file/",
    "locality/",
    "kinds/",
)
FEWER = {"figures/unknown-name", "form/signer-without-pack", "sections/part-empty"}
"""What English says without a heading where Vietnamese names it."""


def test_both_languages_name_the_same_columns_of_a_form() -> None:
    form = FormOrigin("a.xlsx", language="vi")
    headings = {column.heading for sheet in sheets("vi") for column in sheet.columns}
    headings |= {sheet.title for sheet in sheets("vi")}
    vietnamese, english = (catalogue(language)["finding"] for language in ("vi", "en"))
    differing = {}
    for rule, parts in vietnamese.items():
        for part, text in parts.items():
            if rule.startswith(_OF_FILES) or part.endswith("_toml"):
                continue
            named = []
            for language, written in (("vi", text), ("en", english[rule][part])):
                said, _ = form.worded(written, {}, "", language, text)
                own = set(_HEADING.findall(written))
                named.append((set(_HEADING.findall(said)) - own) & headings)
            if named[0] != named[1]:
                differing[rule] = named[1] - named[0]

    assert differing == {rule: set() for rule in FEWER}
