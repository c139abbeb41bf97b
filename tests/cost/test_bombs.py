"""No pack makes a document that takes long to make or much memory, in whatever form it is made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from cli.running import REPOSITORY, clean_environment
from exploring import in_turn, one_of_each, places

from briefing.document.amount import ANNEXES, MARKS, PIECES

SECONDS, MEGABYTES = 5, 300
"""What is promised of one document on an ordinary machine."""
YARDSTICKS = SECONDS * 100
FORMS = ("word", "html", "markdown")
"""What a document is made in. ``make explore`` makes every bomb in all of them, ``make test`` the
first that is stopped by each rule, in one."""

INPUT = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2023}
subject: công tác
"""
KIND = "bao-cao-tong-ket.md.j2"
COLUMNS = 63


def times(count: int, text: str) -> str:
    """Return a template that prints a text many times."""
    return f"{{% for i in range({count}) %}}\n{text}\n{{% endfor %}}\n"


def table(head: str, row: str, rows: int) -> str:
    rule = "|" + "---|" * head.count("a")
    return f"{head}\n{rule}\n{{% for i in range({rows}) %}}\n{row}\n{{% endfor %}}\n"


WIDE = "| " + "a | " * COLUMNS
CELL = "{% for i in range(9000) %}" + "a" * 100 + " {% endfor %}"

BOMBS = {
    "annexes": (times(99_000, "# a\n"), "too-many-pieces"),
    "annexes-with-headings": (times(12_000, "# a\n\n## b\n"), "too-many-annexes"),
    "headings": (times(60_000, "## a\n"), "too-many-pieces"),
    "paragraphs": (times(90_000, "a\n"), "too-many-pieces"),
    "items": (times(90_000, "- a"), "too-many-pieces"),
    "letters": (times(2_000, "1. a"), "too-many-pieces"),
    "nested-items": (
        times(2_600, "- a\n  - b\n    - c\n      - d\n        - e"),
        "too-many-pieces",
    ),
    "tables": (times(14_000, "| a |\n|---|\n| b |\n"), "too-many-pieces"),
    "cells": (table(WIDE, "| a " * COLUMNS + "|", 3_000), "too-many-pieces"),
    "cells-that-are-not-written": (table(WIDE, "a", 20_000), "too-many-pieces"),
    "tables-that-follow-each-other": (
        times(80, f"{WIDE}\n|{'---|' * COLUMNS}\n" + "a\n" * 300),
        "too-many-pieces",
    ),
    "a-quoted-table": (table("> " + WIDE, "> a", 20_000), "too-many-pieces"),
    "one-huge-rule": ("{% for i in range(9000) %}" + "-" * 100 + "{% endfor %}a\n", ""),
    "one-huge-rule-of-bars": ("{% for i in range(9000) %}" + "|-" * 50 + "{% endfor %}a\n", ""),
    "one-huge-cell": (table("| a |", f"| {CELL} |", 1), ""),
    "one-huge-paragraph": (CELL, ""),
    "numbers": (times(14_000, "Làm rõ {{ i }}/90.000 vụ, trong đó {{ i }} vụ án lớn.\n"), ""),
    "numbers-in-one-line": (
        "{% for i in range(20_000) %}Làm rõ {{ i }}/90.000 vụ, tăng {{ i }}%. {% endfor %}",
        "",
    ),
    "emphasis": (times(40, "{% for j in range(400) %}**a***b*{% endfor %}\n"), "too-many-pieces"),
    "stars": ("{% for i in range(99) %}" + "*a " * 2_000 + "{% endfor %}", "too-many-marks"),
    "escapes": ("{% for i in range(99) %}" + "\\*" * 900 + "{% endfor %}", "too-many-marks"),
    "entities": ("{% for i in range(99) %}" + "&amp;" * 1_900 + "{% endfor %}", "too-many-marks"),
    "brackets": ("{% for i in range(99) %}" + "[" * 1_900 + "{% endfor %}", "too-many-marks"),
    "gaps": ("{% for i in range(28_000) %}{{ gap('x') }} {% endfor %}", "too-many-marks"),
    "macros-in-loops": (
        "{% macro m(n) %}{% for i in range(n) %}{{ m(n - 1) }}{% endfor %}{% endmacro %}{{ m(9) }}",
        "too-many-steps",
    ),
    "loops-in-loops": (times(999, times(999, "a")), "too-many-steps"),
    "as-much-as-may-be": (
        times(ANNEXES, "# a\n")
        + times(900, "## a\n")
        + table(WIDE, "| a " * 63 + "|", 200)
        + times(5_000, "a **b** {{ 'abc ' * 20 }}\n"),
        "",
    ),
}


def tried(bombs: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the first bomb of each rule, and what is just not refused; or all."""
    return one_of_each(bombs, lambda bomb: (bombs[bomb][-1], bomb == "as-much-as-may-be"))


Spent = Callable[..., dict[str, object]]


@pytest.fixture(scope="module")
def spent() -> Iterator[Spent]:
    """Return what measures the documents of an input: in a child each time."""
    paths = os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "tests")])
    with subprocess.Popen(
        [sys.executable, "-m", "cost.measured"],
        env=clean_environment({"PYTHONPATH": paths}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout

        def measure(folder: Path, source: str, **more: object) -> dict[str, object]:
            job = {"folder": str(folder), "source": source, **more}
            print(json.dumps(job), file=process.stdin, flush=True)
            return dict(json.loads(process.stdout.readline()))

        yield measure
        process.stdin.close()


def check_spent(told: dict[str, object], rule: str, forms: Sequence[str] = FORMS) -> None:
    assert told["rules"] == dict.fromkeys(forms, rule)
    assert told["yardsticks"] < YARDSTICKS
    assert told["megabytes"] < MEGABYTES


@pytest.mark.parametrize(("bomb", "form"), in_turn(tried(BOMBS), FORMS))
def test_a_template_makes_no_document_beyond_measure(
    bomb: str, form: str, here: Path, spent: Spent
) -> None:
    text, rule = BOMBS[bomb]
    templates = here / "templates"
    templates.mkdir()
    (templates / KIND).write_text(f"# {{{{ kind }}}}\n\nT\n\n{text}\n", encoding="utf-8")
    (here / "năm.yaml").write_text(INPUT, encoding="utf-8")

    told = spent(here, "năm.yaml", templates="templates", forms=[form])
    check_spent(told, rule and f"template/{rule}", [form])


def abbreviations(count: int, variants: int = 0) -> str:
    more = ", ".join(f'"{number}V"' for number in range(variants))
    return "".join(
        f'[abbreviations.A{number}]\nlong = "x"\nvariants = [{more.replace("V", f"V{number}")}]\n'
        for number in range(count)
    )


LONG_FORM = '[abbreviations.A]\nlong = "' + "b " * 140 + '"\n'
PACKS = {
    "abbreviations": (abbreviations(1_000), "", "input/too-many"),
    "shapes-of-abbreviations": (abbreviations(90, 50), "", "input/too-many"),
    "values": (
        "".join(f"[signers.a{n}]\npost = 'x'\n" for n in range(2_600)),
        "",
        "toml/too-many-values",
    ),
    "former-names": ("[[before]]\ndate = 2030-01-01\n" * 2_000, "", "input/too-many"),
    "long-forms": (LONG_FORM, "## {{ 'A ' * 200000 }}\n", "text/long-forms"),
    "long-forms-in-many": (LONG_FORM, times(9_000, "## A A\n"), "text/long-forms"),
    "as-much-as-may-be": (abbreviations(200, 10), times(4_000, "{{ 'A12 bcd ' * 12 }}\n"), ""),
    "recipients": ("[recipients]\ncopies = [" + "'a', " * 4_900 + "]\n", "", ""),
}


@pytest.mark.parametrize(("bomb", "form"), in_turn(tried(PACKS), FORMS))
def test_a_pack_makes_no_document_beyond_measure(
    bomb: str, form: str, here: Path, spent: Spent
) -> None:
    toml, template, rule = PACKS[bomb]
    pack = here / "localities" / "xa-a"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text(f'name = "xã A"\nplace = "A"\n{toml}', encoding="utf-8")
    if template:
        (pack / KIND).write_text(f"# {{{{ kind }}}}\n\nT\n\n{template}\n", encoding="utf-8")
    (here / "năm.yaml").write_text(f"{INPUT}locality: xa-a\n", encoding="utf-8")

    check_spent(spent(here, "năm.yaml", forms=[form]), rule, [form])


def test_packs_inherit_over_a_few_steps_only(here: Path, spent: Spent) -> None:
    signers = "".join(f"[signers.a{number}]\npost = 'x'\n" for number in range(1_200))
    for number in range(12):
        pack = here / "localities" / f"xa-{number}"
        pack.mkdir(parents=True)
        text = f'name = "xã"\nplace = "A"\nparent = "xa-{number + 1}"\n{signers}'
        (pack / "locality.toml").write_text(text, encoding="utf-8")
    last = here / "localities" / "xa-11" / "locality.toml"
    last.write_text('name = "x"\n', encoding="utf-8")
    source = here / "năm.yaml"
    forms = places(list(FORMS))
    for first, rule in ((1, "locality/too-many-steps"), (2, "")):
        source.write_text(f"{INPUT}locality: xa-{first}\n", encoding="utf-8")
        check_spent(spent(here, source.name, forms=forms), rule, forms)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a\n\n" * (PIECES - 1), ""),
        ("a\n\n" * (PIECES + 1), "too-many-pieces"),
        ("# a\n\n" * (ANNEXES + 1), ""),
        ("# a\n\n" * (ANNEXES + 2), "too-many-annexes"),
        ("a * " * MARKS, ""),
        ("a * " * (MARKS + 1), "too-many-marks"),
    ],
)
def test_the_limits_stand_where_they_are_told_to(text: str, rule: str) -> None:
    from briefing.document import read_content
    from briefing.findings import TemplateError

    found = ""
    try:
        read_content(text)
    except TemplateError as error:
        found = error.findings[0].rule

    assert found == (rule and f"template/{rule}")
