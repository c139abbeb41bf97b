"""Where the blocks of a template are defined, along everything that it extends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from in_rows import in_rows

from briefing import TemplateError
from briefing.templating import kinds, template_folder
from briefing.templating.block import TemplateBlock, blocks

NAME = "bao-cao-tong-ket.md.j2"


def folder(where: Path, **templates: str) -> Path:
    where.mkdir(parents=True, exist_ok=True)
    for name, text in templates.items():
        (where / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return where


def of(where: Path, text: str) -> dict[str, TemplateBlock]:
    return {block.name: block for block in blocks((folder(where, a=text),), "a.md.j2")}


@in_rows("kind", kinds().values(), ids=lambda kind: kind.name)
def test_every_definition_stands_in_its_file_at_its_line(kind: object) -> None:
    found = blocks((template_folder(),), kind.template)  # type: ignore[attr-defined]

    assert found
    for block in found:
        for definition in block.definitions:
            whole = definition.path.read_text(encoding="utf-8")
            lines = whole.splitlines()
            assert re.search(rf"{{%-? block {block.name}\b", lines[definition.line - 1])
            tag = re.search(rf"{{%-? block {block.name}\b[^%]*%}}\n?", whole)
            assert tag
            assert whole[tag.end() :].startswith(definition.text)
            assert re.match(r"{%-? endblock", whole[tag.end() + len(definition.text) :])


def test_the_nearest_definition_holds_and_the_others_follow() -> None:
    found = blocks((template_folder(),), "bao-cao-phoi-hop.md.j2")
    (opening,) = (block for block in found if block.name == "results_opening")

    assert [d.path.name for d in opening.definitions] == ["bao-cao-phoi-hop.md.j2", NAME]
    assert opening.path.name == "bao-cao-phoi-hop.md.j2"
    assert "super()" in opening.text


def test_a_pack_that_extends_its_own_name_comes_before_the_built_in(tmp_path: Path) -> None:
    own = '{% extends "bao-cao-tong-ket.md.j2" %}\n\n{% block plan %}\nMới\n{% endblock %}\n'
    pack = folder(tmp_path / "pack", **{"bao-cao-tong-ket": own})
    found = {block.name: block for block in blocks((pack, template_folder()), NAME)}
    below = {block.name: block for block in blocks((template_folder(),), NAME)}

    assert list(found) == list(below)
    assert found["plan"].definitions[1:] == below["plan"].definitions
    assert (found["plan"].path, found["plan"].line) == (pack / NAME, 3)
    assert found["plan"].text == "Mới\n"
    assert found["title"] == below["title"]


def test_a_block_inside_another_is_part_of_its_text(tmp_path: Path) -> None:
    found = of(tmp_path, "{% block out %}a{% block in scoped %}b{% endblock in %}c{% endblock %}")

    assert list(found) == ["out", "in"]
    assert found["out"].text == "a{% block in scoped %}b{% endblock in %}c"
    assert (found["in"].text, found["in"].within) == ("b", "out")


@pytest.mark.parametrize(
    "around",
    [
        "{# {% block no %}{% endblock %} #}",
        "{% raw %}{% block no %}{% endblock %}{% endraw %}",
        "{{ '{% block no %}{% endblock %}' }}",
        "{% set block = 'block no' %}",
    ],
)
def test_what_only_looks_like_a_block_is_none(tmp_path: Path, around: str) -> None:
    found = of(tmp_path, f"{around}\n{{%- block yes -%}}  text {{%- endblock %}}{around}")

    assert list(found) == ["yes"]
    assert found["yes"].text.strip() == "text"
    assert found["yes"].line == 2


def test_the_digest_changes_with_the_text_and_not_with_its_line_ends(tmp_path: Path) -> None:
    one = of(tmp_path / "1", "{% block a %}\nMột\nhai\n{% endblock %}")["a"]
    (tmp_path / "2").mkdir()
    (tmp_path / "2" / "a.md.j2").write_bytes(
        "{% block a %}\r\n\r\nMột\r\nhai  {% endblock %}".encode()
    )
    same = blocks((tmp_path / "2",), "a.md.j2")[0]
    other = of(tmp_path / "3", "{% block a %}\nMột\nba\n{% endblock %}")["a"]

    assert re.fullmatch("[0-9a-f]{12}", one.digest)
    assert one.digest == same.digest
    assert one.digest != other.digest


def test_a_template_without_blocks_has_none(tmp_path: Path) -> None:
    assert of(tmp_path, "# {{ kind }}") == {}


def test_templates_that_extend_each_other_in_a_circle_end(tmp_path: Path) -> None:
    text = '{%% extends "%s.md.j2" %%}{%% block x %%}%s{%% endblock %%}'
    root = folder(tmp_path, a=text % ("b", "a"), b=text % ("a", "b"))

    assert [d.text for d in blocks((root,), "a.md.j2")[0].definitions] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{% block a %}", "template/syntax"),
        ("{% extends 'no.md.j2' %}", "template/missing"),
    ],
)
def test_what_cannot_be_read_is_a_finding(tmp_path: Path, text: str, rule: str) -> None:
    with pytest.raises(TemplateError) as raised:
        of(tmp_path, text)

    assert [finding.rule for finding in raised.value.findings] == [rule]


def test_a_template_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as raised:
        blocks((tmp_path,), NAME)

    assert [finding.rule for finding in raised.value.findings] == ["template/missing"]
