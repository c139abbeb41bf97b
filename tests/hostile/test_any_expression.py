"""Whatever expression a template is made of, it prints text or is refused: nothing else happens."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest
from exploring import seldom
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.findings import LANGUAGES
from briefing.templating.environment import ReportEnvironment
from hostile.golden import INPUT, KIND, put_templates

REPORT = briefing.load(INPUT)

NAMES = [
    *("report", "kind", "year", "expected", "gap", "draft", "nothing", "self", "range", "joiner"),
    *("namespace", "loop", "m", "super", "caller", "none", "true"),
]
ATTRIBUTES = [
    *("place", "results", "figures", "people", "period", "items", "format", "join", "upper"),
    *("append", "pop", "copy", "keys", "real", "func", "paragraphs", "title", "super", "nothing"),
    *(
        "__class__",
        "__init__",
        "__globals__",
        "__mro__",
        "_func",
        "__dict__",
        "__call__",
        "__self__",
    ),
    *("mro", "gi_frame", "__subclasses__", "__reduce__", "_TemplateReference__context"),
]
LITERALS = [
    *("0", "-1", "7", "1.5", "10**9", "''", "'%s'", "'{0}'", "'a'", "[]", "[1, 'a']", "{}", "()"),
]
FILTERS = sorted({*ReportEnvironment(()).filters, "attr", "format", "safe", "center"})
TESTS = ["defined", "odd", "string", "mapping", "iterable", "divisibleby(2)", "in 'abc'", "eq 1"]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "<", "in", "not in", "and", "or"]


def grown(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return expressions made of smaller ones."""
    return st.one_of(
        st.builds("{}.{}".format, parts, st.sampled_from(ATTRIBUTES)),
        st.builds("{}[{}]".format, parts, parts),
        st.builds("{}['{}']".format, parts, st.sampled_from(ATTRIBUTES)),
        st.builds("{}[{}:]".format, parts, parts),
        st.builds("{}({})".format, parts, parts),
        st.builds("{}(*{})".format, parts, parts),
        st.builds("({})|{}".format, parts, st.sampled_from(FILTERS)),
        st.builds("({})|{}({})".format, parts, st.sampled_from(FILTERS), parts),
        st.builds(
            "({})|{}(attribute='{}')".format,
            parts,
            st.sampled_from(["map", "sort", "sum", "join", "unique", "max", "groupby"]),
            st.sampled_from(ATTRIBUTES),
        ),
        st.builds("({})|map('{}')".format, parts, st.sampled_from(FILTERS)),
        st.builds("({} is {})".format, parts, st.sampled_from(TESTS)),
        st.builds("({} {} {})".format, parts, st.sampled_from(OPERATORS), parts),
        st.builds("({} if {} else {})".format, parts, parts, parts),
        st.builds("[{}, {}]".format, parts, parts),
        st.builds("{{{}: {}}}".format, parts, parts),
    )


EXPRESSIONS = st.recursive(st.sampled_from(NAMES + LITERALS), grown, max_leaves=8)

SHAPES = [
    "{{{{ {} }}}}",
    "{{% for x in {} %}}{{{{ x }}}}{{{{ loop.length }}}}{{% endfor %}}",
    "{{% set x = {} %}}{{{{ x }}}}",
    "{{% if {} %}}có{{% endif %}}",
    "{{% include {} %}}",
    "{{% set x = namespace(a={}) %}}{{{{ x.a }}}}",
    "{{% macro f(x) %}}{{{{ x }}}}{{% endmacro %}}{{{{ f({}) }}}}",
]


IMPORT = "{% import 'macros.md.j2' as m %}\n# {{ kind }}\n\n"


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of templates, those that do not change compiled once for all expressions."""
    return put_templates(tmp_path_factory.mktemp("expressions"))


stamps = count(1)


def printed(text: str, templates: Path, draft: bool) -> str:
    """Return what a template prints, or all that is said when it is refused."""
    (templates / KIND).write_text(text, encoding="utf-8")
    # Files are as old as the clock of their disk says, which may stand still between two of them.
    os.utime(templates / KIND, (0, next(stamps)))
    try:
        return briefing.preview(REPORT, templates=templates, draft=draft)
    except briefing.TemplateError as error:
        return "\n".join(f.as_text(language) for f in error.findings for language in LANGUAGES)


@settings(derandomize=True, deadline=None, max_examples=seldom(500))
@given(shape=st.sampled_from(SHAPES), expression=EXPRESSIONS, draft=st.booleans())
def test_an_expression_prints_text_or_is_refused(
    templates: Path, shape: str, expression: str, draft: bool
) -> None:
    text = printed(f"{IMPORT}{shape.format(expression)}\n", templates, draft)
    assert text.strip()
    assert " at 0x" not in text, "an object is printed as Python writes it"
    assert "Traceback" not in text
