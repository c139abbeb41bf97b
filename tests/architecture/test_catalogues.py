"""Every sentence that the program says exists in both languages, and none exists in vain."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import briefing
from briefing.findings import LANGUAGES, field_table, label, labels
from briefing.findings.catalogues import catalogue
from briefing.kinds import built_in
from briefing.report import json_schema
from briefing.templating import kinds

PACKAGE = Path(briefing.__file__).parent
CLICK = PACKAGE / "cli" / "locale" / "vi" / "LC_MESSAGES"
CATALOGUES: dict[str, dict[str, Any]] = {
    language: {**catalogue(language), "field": labels(language)} for language in LANGUAGES
}


def sentences(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from sentences(value, (*path, key))
        else:
            yield "/".join((*path, key)), value


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return the strings and the calls of a file of the program."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return tuple(node for node in nodes if isinstance(node, ast.Constant | ast.Call))


def strings_in(folder: Path) -> set[str]:
    return {
        node.value
        for path in folder.rglob("*.py")
        for node in nodes_of(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def said_first(name: str) -> set[str]:
    """Return the texts that are the first argument of calls of a function."""
    return {
        node.args[0].value
        for path in PACKAGE.rglob("*.py")
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def rules_in_code() -> set[str]:
    return {text for text in strings_in(PACKAGE) if re.fullmatch(r"[a-z]+/[a-z0-9-]+", text)}


def test_both_catalogues_have_the_same_keys() -> None:
    vietnamese, english = (dict(sentences(CATALOGUES[language])) for language in ("vi", "en"))

    assert set(vietnamese) ^ set(english) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    assert [key for key, text in sentences(CATALOGUES[language]) if not text.strip()] == []


def test_both_languages_speak_of_the_same_values() -> None:
    english = dict(sentences(CATALOGUES["en"]))
    differing = {
        key: placeholders(text) ^ placeholders(english.get(key, ""))
        for key, text in sentences(CATALOGUES["vi"])
    }

    assert {key: names for key, names in differing.items() if names} == {}


def test_english_is_not_a_copy_of_the_vietnamese() -> None:
    vietnamese = dict(sentences(CATALOGUES["vi"]))
    accented = re.compile("[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ]", re.I)
    copied = [key for key, text in sentences(CATALOGUES["en"]) if text == vietnamese.get(key)]

    assert [key for key in copied if accented.search(vietnamese[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_has_its_name_in_the_form(language: str) -> None:
    assert set(built_in().bodies) - set(CATALOGUES[language]["choice"]) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_words_and_no_words_lack_a_rule(language: str) -> None:
    assert set(CATALOGUES[language]["finding"]) ^ rules_in_code() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_says_what_is_wrong_and_what_to_do(language: str) -> None:
    cases = ("", "_near", "_toml", "_form", "_near_form")
    allowed = {f"{part}{case}" for part in ("message", "remedy") for case in cases}

    for rule, words in CATALOGUES[language]["finding"].items():
        assert {"message", "remedy"} <= set(words) <= allowed, rule


def test_words_for_a_near_name_offer_it() -> None:
    near = {
        f"{language}: {rule}"
        for language in LANGUAGES
        for rule, words in CATALOGUES[language]["finding"].items()
        if "message_near" in words and "{near}" not in words["message_near"]
    }

    assert near == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_command_line_tells_is_in_the_catalogue_and_nothing_more(
    language: str,
) -> None:
    table = CATALOGUES[language]["cli"]

    assert said_first("tell") - set(table) == set()
    assert set(table) - strings_in(PACKAGE / "cli") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_else_that_is_said_is_in_the_catalogue(language: str) -> None:
    keys = {key.replace("/", ".", 1) for key, _ in sentences(CATALOGUES[language])}
    said = {text for text in said_first("say") if isinstance(text, str)}

    assert said
    assert said - keys == set()


def calls_with_few_arguments(wanted: dict[str, int]) -> Iterator[str]:
    """Yield the calls of functions and methods that are given fewer arguments than wanted."""
    for path in PACKAGE.rglob("*.py"):
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                func = node.func
                name = func.id if isinstance(func, ast.Name) else func.attr
                if len(node.args) + len(node.keywords) < wanted.get(name, 0):
                    yield f"{path.name}:{node.lineno}: {name}"


def test_no_sentence_is_made_before_its_language_is_known() -> None:
    """A sentence made early stands in one language inside sentences of the other."""
    wanted = {"say": 2, "message": 1, "remedy": 1, "as_text": 1}

    assert list(calls_with_few_arguments(wanted)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_severity_has_its_word(language: str) -> None:
    names = {severity.name.lower() for severity in briefing.Severity}

    assert set(CATALOGUES[language]["severity"]) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_schema_has_its_label(language: str) -> None:
    schema = json_schema(language)
    labels = set(CATALOGUES[language]["field"].values())
    fields = {
        f"{group}.{name}": field["description"]
        for group, part in [("Report", schema), *schema["$defs"].items()]
        for name, field in part.get("properties", {}).items()
    }

    assert len(fields) > 100
    assert [path for path, description in fields.items() if description not in labels] == []


def test_no_label_is_for_a_field_that_is_not_there() -> None:
    schema = json_schema("vi")
    names = {
        name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", {})
    }

    assert {key for key in CATALOGUES["vi"]["field"] if key.rpartition(".")[2] not in names} == (
        set()
    )


def test_labels_are_said_in_every_language() -> None:
    said = field_table()["labels"]

    assert {path for path, words in said.items() if set(words) != set(LANGUAGES)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_kind_asks_for_has_a_label(language: str) -> None:
    asked = [
        path.split("|")[0] for kind in kinds().values() for path in (*kind.requires, *kind.expects)
    ]

    labels = set(CATALOGUES[language]["field"].values())

    assert [path for path in asked if label(path, language) not in labels] == []
    assert all(kind.description(language) for kind in kinds().values())


def click_words() -> Catalog:
    with (CLICK / "messages.po").open("rb") as file:
        return read_po(file, locale="vi")


def forms(message: Message, part: str) -> tuple[str, ...]:
    """Return the singular and plural forms of a message or of its translation."""
    value = getattr(message, part)
    return (value,) if isinstance(value, str) else tuple(value)


def test_every_sentence_of_click_is_translated() -> None:
    messages = [message for message in click_words() if message.id]

    assert len(messages) > 30
    assert [message.id for message in messages if not all(forms(message, "string"))] == []
    assert [message.id for message in messages if message.fuzzy] == []


def test_sentences_of_click_speak_of_the_same_values() -> None:
    for message in click_words():
        if message.id and "python-brace-format" in message.flags:
            # Vietnamese has one form for all numbers, so it speaks as the plural does.
            plural = forms(message, "id")[-1]
            for translation in forms(message, "string"):
                assert placeholders(translation) == placeholders(plural), message.id


def translated(words: GNUTranslations, ids: tuple[str, ...]) -> str:
    return words.ngettext(ids[0], ids[1], 2) if len(ids) > 1 else words.gettext(ids[0])


def test_the_compiled_sentences_of_click_are_those_of_the_source() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, click_words())
    compiled.seek(0)
    expected = GNUTranslations(compiled)
    with (CLICK / "messages.mo").open("rb") as file:
        shipped = GNUTranslations(file)
    messages = [message for message in click_words() if message.id]

    for message in messages:
        ids, said = forms(message, "id"), forms(message, "string")[0]
        assert translated(shipped, ids) == translated(expected, ids) == said, ids
    with (CLICK / "messages.mo").open("rb") as file:
        assert len([message for message in read_mo(file) if message.id]) == len(messages)
