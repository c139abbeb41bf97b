"""What Jinja says in English is said in the user's language; what is not known is quoted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from in_rows import in_rows
from jinja2 import TemplateSyntaxError

from briefing.findings import LANGUAGES
from briefing.findings.foreign import in_language
from briefing.templating.sources import parser
from cli.running import HOA_BINH, Briefing, briefing

__all__ = ["briefing"]

WRONG = {
    "{{": "không hiểu cuối mẫu ở chỗ này",
    "{{ a": "gặp cuối mẫu ở chỗ cần “}}”",
    "{{ a b }}": "gặp “b” ở chỗ cần “}}”",
    "{% if %}": "gặp “%}” ở chỗ cần một giá trị",
    "{% if a %}": "“if” mở ra mà chưa đóng lại bằng end…",
    "{% if a %}{% endfor %}": "gặp “endfor” trong khi “if” chưa đóng lại",
    "{% block a %}{% if b %}{% endblock %}": "gặp “endblock” trong khi “if” chưa đóng lại",
    "{% foo %}": "không có thẻ “foo”, hoặc thẻ này đóng khi chưa mở",
    "{% block a %}{% trans %}": "không có thẻ “trans”, hoặc thẻ này đóng khi chưa mở",
    "{{ a | }}": "gặp “}}” ở chỗ cần một tên",
    "{# x": "chưa đóng chú thích “{#”",
    "{% for x y %}": "gặp “y” ở chỗ cần “in”",
    "{% set 1 = 2 %}": "không gán được cho một giá trị cố định",
    '{{ "a }}': 'không hiểu “"” ở chỗ này',
    "{{ (1 }}": "gặp “}” ở chỗ cần “)”",
    "{{ a & b }}": "không hiểu “&” ở chỗ này",
    "{% block a-b %}": "tên khối chỉ gồm chữ không dấu, chữ số và dấu gạch dưới",
    "{% macro x(a=1,b) %}": "tham số không có giá trị mặc định đứng sau tham số có giá trị ấy",
    "{% %}": "thiếu tên thẻ sau “{%”",
    "{{ x(a=1, 2) }}": "viết sai cách gọi macro",
    "{{ 1 1 }}": "gặp một số ở chỗ cần “}}”",
}


def said(template: str) -> str:
    with pytest.raises(TemplateSyntaxError) as raised:
        parser().parse(template)
    return str(raised.value.message)


@in_rows("template", WRONG)
def test_what_jinja_says_of_a_template_is_vietnamese(template: str) -> None:
    assert in_language(said(template), "Jinja", "vi") == WRONG[template]


@in_rows("template", WRONG)
def test_it_is_never_only_quoted(template: str) -> None:
    for language in LANGUAGES:
        assert "Jinja" not in in_language(said(template), "Jinja", language)


def test_what_is_not_known_is_quoted_with_who_says_it() -> None:
    words = in_language("no \u200b\nroute", "dask", "vi")

    assert words == "dask báo “no <U+200B><U+000A>route”"
    assert in_language("no route", "dask", "en") == "dask says “no route”"


def test_a_template_is_told_in_one_language(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "bao-cao-tong-ket.md.j2").write_text("# {{ a b }}\n", encoding="utf-8")
    outcome = briefing("preview", HOA_BINH, "--templates", tmp_path)

    assert "lỗi: mẫu sai cú pháp Jinja: gặp “b” ở chỗ cần “}}” [template/syntax]" in outcome.err
    assert not re.search("expected|token", outcome.err)
