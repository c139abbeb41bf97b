"""What the form of a pack brings back, as changes of its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.findings import FieldPath, say
from briefing.forms import leaf
from briefing.localities import PackEdit
from briefing.localities.editing import Value
from briefing.officer.naming import made_name
from briefing.officer.pack_fields import INHERITED, NEW, OUT, PackField, PackPart, fields_of


class PackClash(Exception):  # noqa: N818 - nothing went wrong; two people were at work
    """A field shows something else now than when the form was made; nothing is written."""

    def __init__(self, field: PackField) -> None:
        super().__init__(field.id)
        self.field = field

    def told(self, language: str) -> str:
        """Return what is said of it."""
        now = self.field.own or say("pack.inherited", language)
        return say("page.pack_clash", language, called=self.field.label, now=now)


def asked_edits(
    form: Mapping[str, Any], parts: Iterable[PackPart], _unseen: object = None
) -> list[PackEdit]:
    """Return the changes of a form: what differs from what it showed. Raises PackClash.

    A field that the form of the pack does not have is none.
    """
    edits = []
    for field in fields_of(parts):
        asked = _asked(form, field)
        if asked is None:
            continue
        if _sent(form, f"was:{field.key}") != field.own or _state_was(form, field) != field.state:
            if asked != _value_now(field):
                raise PackClash(field)
            continue
        edits.append(PackEdit(field.path, asked if asked != "" else None))
    return list(_named(edits, parts))


def _asked(form: Mapping[str, Any], field: PackField) -> Value:
    """Return what a field asks for, ``""`` for what is inherited, ``None`` for what stays."""
    if field.key not in form:
        return None
    text = _sent(form, field.key)
    state = _sent(form, f"state:{field.key}")
    if text.strip() == _sent(form, f"was:{field.key}") and state == _state_was(form, field):
        return None
    if state == OUT:
        return False
    if state == INHERITED:
        return ""
    return _typed(text, field)


def _typed(text: str, field: PackField) -> Value:
    if not text.strip():
        return ""
    if field.lines:
        names = {said.casefold(): value for value, said in field.words}
        lines = (" ".join(line.split()) for line in text.split("\n"))
        return [names.get(line.casefold(), line) for line in lines if line]
    taken = leaf(".".join(map(str, field.path))).taken if field.path[0] == "figure_style" else ""
    if taken == "yes_or_no":
        return text.casefold() == field.offered[0][0].casefold()
    if taken == "integer" and text.isdecimal():
        return int(text)
    return " ".join(text.split())


def _value_now(field: PackField) -> Value:
    if field.state == OUT:
        return False
    if field.state == INHERITED:
        return ""
    return _typed(field.own, field)


def _sent(form: Mapping[str, Any], key: str) -> str:
    return str(form.get(key, "")).replace("\r\n", "\n")


def _state_was(form: Mapping[str, Any], field: PackField) -> str:
    return _sent(form, f"was-state:{field.key}")


def _named(edits: list[PackEdit], parts: Iterable[PackPart]) -> Iterator[PackEdit]:
    """Give new entries of tables a name, made of the text that says most of them.

    The first signer of a pack is the one who signs.
    """
    fields = list(fields_of(parts))
    taken = {path for field in fields for path in (field.path, field.path[:-1])}
    made: dict[FieldPath, FieldPath] = {}
    for edit in edits:
        if NEW not in edit.path:
            yield edit
            continue
        if edit.value is None:
            continue
        at = edit.path.index(NEW)
        above = edit.path[:at]
        if above not in made:
            held = {path[-1] for path in taken if path[:-1] == above}
            made[above] = (*above, made_name(_text_of_entry(edits, above), held))
        yield PackEdit((*made[above], *edit.path[at + 1 :]), edit.value)
    if ("signers",) in made and not any(field.path == ("signer",) for field in fields):
        yield PackEdit(("signer",), str(made["signers",][-1]))


def _text_of_entry(edits: Iterable[PackEdit], above: FieldPath) -> str:
    """Return what a new entry is called after: a signer after the post."""
    said = [edit for edit in edits if edit.path[: len(above) + 1] == (*above, NEW) and edit.value]
    posts = [edit for edit in said if edit.path[-1] == "post"]
    return str((posts or said)[0].value)
