"""Macros called and items chosen the quick way print and cost what they do in Jinja's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exploring import drawn
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from jinja2.runtime import Context, Macro

from briefing.templating import environment
from briefing.templating.environment import ReportEnvironment
from briefing.templating.jinja_items import of_items
from briefing.templating.limits import limited
from briefing.templating.undefined import unknown_names

VALUES = st.sampled_from(
    ["1", "-5", "2.50", "'x*'", "none", "[]", "{'a': 1}", "items[0].b", "items[0].a"]
)
HEADS = ["", "a", "a, b", "a, b=2", "a=1, b=a", "caller=none", "a, caller=none"]
BODIES = [
    "{{ a }}",
    "{{ a }}-{{ b }}",
    "{{ caller() }}",
    "{{ caller(1) }}",
    "{{ varargs }}",
    "{{ kwargs|length }}",
    "{% for x in items %}{{ a }}{% endfor %}",
    "chữ",
]
CHOSEN = [
    *("'a'", "'b'", "'a.b'", "'0'", "0", "none", "'_x'", "'keys'", "'ă'", "''"),
    *("'a', 'defined'", "attribute='a'"),
]
ITEMS: list[Any] = [{"a": 1, "b": "x*"}, {"a": 0, "b": ""}, {"b": None}, {"a": [1], "ă": "y"}]


@st.composite
def arguments(draw: st.DrawFn) -> str:
    given = draw(st.lists(VALUES, max_size=3))
    named = draw(st.lists(st.sampled_from(["a", "b", "z", "caller"]), max_size=2, unique=True))
    return ", ".join([*given, *(f"{name}={draw(VALUES)}" for name in named)])


@st.composite
def pieces(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(["m", "n"]))
    way = draw(st.sampled_from(["call", "called", "chosen"]))
    if way == "call":
        return f"{{{{ {name}({draw(arguments())}) }}}}"
    if way == "called":
        taken = draw(st.sampled_from(["", "(x)", "(x, y=1)"]))
        return f"{{% call{taken} {name}({draw(arguments())}) %}}{{{{ x }}}}{{% endcall %}}"
    kept = draw(st.sampled_from(["selectattr", "rejectattr"]))
    return f"{{{{ items|{kept}({draw(st.sampled_from(CHOSEN))})|list|length }}}}"


@st.composite
def templates(draw: st.DrawFn) -> str:
    macros = "".join(
        f"{{% macro {name}({draw(st.sampled_from(HEADS))}) %}}"
        f"{draw(st.sampled_from(bodies))}{{% endmacro %}}"
        for name, bodies in (("n", BODIES), ("m", [*BODIES, "{{ n(a) }}"]))
    )
    return macros + " ".join(draw(st.lists(pieces(), min_size=1, max_size=3)))


def of_jinja(context: Context, macro: Macro, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    for name in ("_loop_vars", "_block_vars"):
        kwargs.pop(name, None)
    return macro(context.eval_ctx, *args, **kwargs)


def outcome(folder: Path, filters: dict[str, Callable[..., Any]]) -> tuple[object, ...]:
    """Return what a template prints, or what refuses it, and what is left of its budget."""
    made = ReportEnvironment((folder,))
    made.filters = {**made.filters, **filters}
    with limited() as budget, unknown_names():
        try:
            said: object = made.open("a.md.j2").render(items=ITEMS)
        except Exception as error:
            said = (type(error), str(error))
        return said, budget.steps, budget.text, budget.items


@settings(derandomize=True, deadline=None, max_examples=drawn(600))
@given(templates())
@example("{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}{{ m(1) }}")
@example("{% macro m(a) %}{{ a }}{{ kwargs|length }}{% endmacro %}{{ m(1) }}")
@example("{% macro m(a) %}{{ a }}{{ varargs|length }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}")
@example("{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(b=1) }}")
@example("{{ items|selectattr('b')|list|length }}{{ items|rejectattr('b')|list|length }}")
@example("{{ items|selectattr('a.b')|list|length }}{{ items|rejectattr('0')|list|length }}")
def test_the_quick_ways_are_those_of_jinja(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "a.md.j2").write_text(text, encoding="utf-8")
    quick = outcome(folder, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "_from_macro", of_jinja)
        thorough = outcome(folder, {name: of_items(name) for name in ("selectattr", "rejectattr")})
    event("printed" if isinstance(quick[0], str) else str(quick[0])[:60])

    assert quick == thorough
