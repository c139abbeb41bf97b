"""Plain data into a Report, and every fault of it as a finding with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefing.findings import (
    FieldPath,
    Finding,
    Guesses,
    InputError,
    Origin,
    Origins,
    Severity,
    dotted,
)
from briefing.kinds import EXTRA, Choices, built_in
from briefing.patterns import Pattern
from briefing.reading.indicators import row_path, with_row_places
from briefing.reading.proposals import as_one_line, example_of_group
from briefing.reading.range_places import with_high_ends
from briefing.reading.source import WORKBOOKS, FileData
from briefing.reading.tree import MAX_FAULTS
from briefing.report import Report, report_with
from briefing.vietnamese import OldFont, forbidden_characters, is_of_old_font, legacy_code

_RULES = {
    "missing": "input/missing-key",
    "extra_forbidden": "input/unknown-key",
    "string_type": "input/not-text",
    "int_type": "input/not-whole-number",
    "int_from_float": "input/not-whole-number",
    "decimal_type": "input/not-number",
    "decimal_parsing": "input/not-number",
    "is_instance_of": "input/not-number",
    "finite_number": "input/not-number",
    "bool_type": "input/not-yes-or-no",
    "list_type": "input/not-a-list",
    "dict_type": "input/not-a-group",
    "model_type": "input/not-a-group",
    "model_attributes_type": "input/not-a-group",
    "greater_than_equal": "input/too-small",
    "less_than_equal": "input/too-large",
    "literal_error": "input/unknown-choice",
    "unknown_choice": "input/unknown-choice",
    "string_pattern_mismatch": "input/not-a-name",
    "too_short": "input/too-few",
    "too_long": "input/too-many",
    "empty_text": "input/empty-text",
    "date_form": "input/not-a-date",
    "impossible_date": "input/impossible-date",
    "period_reversed": "input/period-reversed",
    "nothing_said": "input/nothing-said",
    "target_of_nothing": "input/target-of-nothing",
    "period_parts": "input/period-parts",
    "campaign_days": "input/campaign-days",
    "area_or_heading": "input/area-or-heading",
    "combined_and_split": "input/combined-and-split",
    "head_without_authority": "input/head-without-authority",
    "partner_without_post": "input/partner-without-post",
    "person_without_name": "input/person-without-name",
    "unit_head_without_order": "input/unit-head-without-order",
    "number_too_long": "input/number-too-long",
    "less_than": "input/number-too-long",
    "text_too_long": "input/too-long",
    "string_too_long": "input/too-long",
    "unknown_fact": "kind/unknown-fact",
    "no_symbol": "kind/no-symbol",
    "columns_of_table": "pack/columns-of-table",
    "unknown_place": "pack/unknown-place",
}
_LACKING = {
    "nothing_said": "statements",
    "area_or_heading": "area",
    "partner_without_post": "post",
    "person_without_name": "name",
    "target_of_nothing": "value",
}
"""What a group lacks of which one thing is told: in a form, there it is to be filled in."""
TEXT = "value"
"""The column with the text that an entry without keys is."""
_SHOWN = 60
_BREAK = Pattern(r"\S[ \t]*\r?\n[ \t]*\r?\n\s*(\S+(?:[ \t]+\S+){0,3})")
_CHOICES = Pattern(r"'([^']*)'|(\d+)")


_Model = TypeVar("_Model", bound=BaseModel)


def validate(source: FileData, choices: Choices | None = None) -> Report:
    """Return the report that the data describes; raises InputError with every fault.

    ``choices`` are the areas and bodies that it may name, the program's own if not given.
    """
    source, known = with_high_ends(with_row_places(source)), choices or built_in()
    report = validate_as(report_with(known.fields.values()), source, known)
    doubts = tuple(_unclean(source.data, source.origins, source.fonts))
    return report.written_at(source.origins, doubts).choosing_from(known)


def validate_as(model: type[_Model], source: FileData, choices: Choices | None = None) -> _Model:
    """Return the data as a type of facts; raises InputError with every fault at its place."""
    try:
        return model.model_validate(source.data, context=choices)
    except ValidationError as error:
        details, guesses = error.errors(include_url=False), Guesses()
        found = [_finding(detail, source, model, guesses) for detail in details[:MAX_FAULTS]]
        raise InputError(found) from None


def _finding(
    detail: ErrorDetails, source: FileData, model: type[BaseModel], guesses: Guesses
) -> Finding:
    path = _written_path(row_path(detail["loc"], source.data), source.data)
    # An item of a list is called by the name of the list.
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    written = _shown(detail["input"])
    values: dict[str, Any] = {"key": key, "written": written, "near": None}
    values |= _values_of(detail, path, model, guesses)
    origin = source.origins.at(path)
    if origin is not None and origin.form == "form":
        from briefing.reading.choosing import not_offered  # forms alone need what they offer

        lacks = _lacking(detail)
        origin = source.origins.at((*path, lacks)) if lacks else origin
        offered = not_offered(detail, dotted(path), written)
        if offered is not None:
            return Finding(offered.rule, origin=origin, path=dotted(path), values=offered.values)
    rule = _rule(detail, origin)
    if not (origin and origin.file.endswith(".toml")):  # a pack has words of its own
        values["near"] = values["near"] or _proposal(rule, detail["input"], model, path)
    return Finding(rule, origin=origin, path=dotted(path), values=values)


def _lacking(detail: ErrorDetails) -> str | None:
    """Return what a group of a form lacks, if one thing is told of it as a whole."""
    if detail["type"] == "head_without_authority" and detail["input"]:
        given = detail["input"]
        return "authority" if _is_given(given, "head") else "head"
    if detail["type"] == "string_type" and detail["input"] == {}:
        return TEXT
    return _LACKING.get(detail["type"])


def _is_given(group: Any, key: str) -> bool:
    return isinstance(group, Mapping) and group.get(key) is not None


def _values_of(
    detail: ErrorDetails, path: FieldPath, model: type[BaseModel], guesses: Guesses
) -> dict[str, Any]:
    """Return what a message on a refused value says besides what was written."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            return {"near": guesses.near(str(path[-1]), _known_keys(model, path[:-1]))}
        case "greater_than_equal":
            return {"limit": context.get("ge")}
        case "less_than_equal":
            return {"limit": context.get("le")}
        case "text_too_long" | "string_too_long" | "too_long":
            return {"limit": context.get("limit") or context.get("max_length")}
        case "unknown_fact":
            return dict(context)
        case "literal_error" | "unknown_choice":
            choices = _choices(context)
            near = guesses.near(str(detail["input"]), choices)
            # Packs may have other names than those of a register.
            register = {"register": context["register"]} if "register" in context else {}
            return {"near": near, "choices": ", ".join(choices), **register}
    return {}


def _proposal(rule: str, written: Any, model: type[BaseModel], path: FieldPath) -> str | None:
    """Return what could be written in place of a value of another form."""
    if rule == "input/not-a-group":
        return example_of_group(_kind_at(model, path))
    if rule == "input/not-text" and isinstance(written, list):
        return as_one_line(written, path)
    return None


def _rule(detail: ErrorDetails, origin: Origin | None) -> str:
    rule = _RULES.get(detail["type"], "input/invalid")
    if detail["input"] is None and detail["type"].endswith(("_type", "is_instance_of")):
        return "input/empty-text"
    if origin and origin.form == "form" and detail["input"] == {} and rule == "input/not-text":
        # A row has its name, and not the text that it is.
        return "workbook/not-filled"
    key = str(detail["loc"][-1])
    if rule == "input/unknown-key" and detail["input"] is None and " " in key:
        return "input/parted-text"
    if rule == "input/unknown-key" and detail["loc"][:-1] == (EXTRA,):
        return "input/not-declared"
    if rule == "input/too-small" and detail.get("ctx", {}).get("ge") == 0:
        return "input/negative"
    if rule == "input/missing-key" and origin and origin.file.lower().endswith(WORKBOOKS):
        # A form has headings where other inputs have keys.
        return "workbook/not-filled"
    return rule


def _choices(context: dict[str, Any]) -> list[str]:
    if "choices" in context:
        return list(context["choices"])
    return [word or digits for word, digits in _CHOICES.findall(context["expected"])]


def _written_path(location: tuple[str | int, ...], data: Any) -> FieldPath:
    """Return the steps of a location that exist in the data (pydantic adds marks of its own)."""
    path: list[str | int] = []
    for step in location:
        if isinstance(data, str):
            # A bare text stands for a group with this one key.
            break
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            if step != location[-1] or step == "[key]":
                continue
        path.append(step)
    return tuple(path)


def _shown(value: object) -> str:
    """Return a value as an input writes it, not as Python does."""
    match value:
        case None:
            return "–"
        case bool():
            return str(value).lower()
        case dict():
            return f"{', '.join(map(str, value))}: …"
        case list():
            return f"- {_shown(value[0])} …" if value else "[]"
    text = str(value).replace("\n", " ")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _known_keys(model: type[BaseModel], path: FieldPath) -> list[str]:
    """Return the keys that a type of facts knows inside the group at a path."""
    kind = _kind_at(model, path)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [field.alias or name for name, field in kind.model_fields.items()]
    return []


def _kind_at(model: type[BaseModel], path: FieldPath) -> Any:
    """Return the type that a type of facts has at a path."""
    kind: Any = model
    for step in path:
        kind = _inner(kind, step)
    return kind


def _inner(kind: Any, step: str | int) -> Any:
    """Return the type found by one step into a type: a field, a list's or mapping's content."""
    if isinstance(step, str) and get_origin(kind) is list:
        # A group that stands for the only one of a list.
        kind = _without_none(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        kind = fields[str(step)].annotation if step in fields else None
        return _without_none(kind)
    arguments = get_args(kind)
    return _without_none(arguments[-1]) if arguments else None


def _without_none(kind: Any) -> Any:
    """Return the content type of an optional or annotated type."""
    if hasattr(kind, "__metadata__"):
        return _without_none(kind.__origin__)
    arguments = [part for part in get_args(kind) if part is not type(None)]
    optional = len(arguments) < len(get_args(kind))
    return _without_none(arguments[0]) if optional else kind


def _unclean(
    data: dict[str, Any], origins: Origins, fonts: Mapping[FieldPath, OldFont]
) -> Iterator[Finding]:
    """Yield what is to be said of every text that holds what no document may hold."""
    doubtful: list[tuple[FieldPath, str, bool]] = []
    _gather_doubtful(data, (), doubtful)
    for path, text, is_key in doubtful:
        font = fonts.get(path) if fonts and not is_key else None
        yield from _unclean_text(text, path, origins, font)


def _gather_doubtful(
    group: dict[str, Any] | list[Any], path: FieldPath, found: list[tuple[FieldPath, str, bool]]
) -> None:
    """Add every text and key that is not surely clean, as one line in ASCII is, in order."""
    items: Iterable[tuple[Any, Any]] = (
        group.items() if isinstance(group, dict) else enumerate(group)
    )
    for key, item in items:
        if isinstance(key, str) and not (key.isascii() and key.isprintable()):
            found.append(((*path, key), key, True))
        if isinstance(item, str):
            if not (item.isascii() and item.isprintable()):
                found.append(((*path, key), item, False))
        elif isinstance(item, dict | list):
            _gather_doubtful(item, (*path, key), found)


def _unclean_text(
    text: str, path: FieldPath, origins: Origins, font: OldFont | None
) -> Iterator[Finding]:
    code = legacy_code(text)
    old = font if font and is_of_old_font(text) else OldFont(code) if code else None
    if old is not None:
        values = {"code": old.code, "proposed": _shown(old.read(text))}
        yield Finding("text/old-encoding", Severity.ERROR, origins.at(path), dotted(path), values)
        return
    if characters := forbidden_characters(text):
        yield Finding(
            "text/forbidden-character",
            Severity.WARNING,
            origins.at(path),
            dotted(path),
            {"characters": ", ".join(characters)},
        )
    if "\n" in text and (after := _BREAK.search(text)):
        yield Finding(
            "text/paragraph-break",
            Severity.WARNING,
            origins.at(path),
            dotted(path),
            {"quote": f"{after[1]}…"},
        )
