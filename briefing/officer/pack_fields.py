"""What a pack says as a form: field by field its own words, and those that it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.findings import FieldPath, dotted, label, say
from briefing.forms import control_at, leaf
from briefing.kinds import Choices, built_in
from briefing.officer.filled import Offered, called_choice
from briefing.officer.placed import PlacedPart
from briefing.reading import FileData
from briefing.report import FigureStyle
from briefing.values import record

NEW = "+"
"""The name of an entry that is not there yet."""

OWN, INHERITED, OUT = "own", "inherited", "out"
"""Whether a pack says something itself, leaves it to what it inherits from, or leaves it out."""

_ISSUER = ("name", "symbol", "unit", "parent", "lines")
_LINES = ("parent", "lines")
_SIGNER = ("collective", "authority", "head", "post", "rank", "name")
_STYLE = ("change", "form", "sign", "against", "places", "pad", "pair")
_BRACES = re.compile(r"\s*\{[^}]*\}")
_LEVELS = ("province", "district", "commune")


@record
class PackField(PlacedPart):
    """One thing that a pack may say.

    ``own`` is what it says itself, ``inherited`` what holds otherwise, as fields show them. What
    can be left out has a ``state``. ``lines`` are one a line, each by its ``words`` where values of
    the list have some.
    """

    path: FieldPath
    label: str
    own: str = ""
    inherited: str = ""
    offered: Offered = ()
    lines: bool = False
    long: bool = False
    state: str = ""
    words: Offered = ()


@record
class PackGroup:
    """Fields under one heading; ``entries`` are those of a list whose entries have names."""

    title: str
    fields: tuple[PackField, ...]
    entries: bool = False


@record
class PackPart:
    """One section of the form."""

    name: str
    title: str
    groups: tuple[PackGroup, ...]


class PackForm:
    """Makes the form of a pack.

    ``own`` is what its file says, ``inherited`` what it inherits from says, ``usual`` what the
    profile of its body gives a report that says nothing itself. ``kinds`` are those of documents.
    """

    def __init__(
        self,
        own: Mapping[str, Any],
        inherited: FileData,
        usual: Mapping[str, Any],
        choices: Choices,
        parents: Offered,
        kinds: Offered,
        language: str,
    ) -> None:
        self._own = own
        self._inherited = inherited
        self._usual = usual
        self._choices = choices
        self._parents = parents
        self._kinds = kinds
        self._language = language

    def parts(self) -> list[PackPart]:
        """Return the sections of the form."""
        made = (
            ("issuing", self._issuing()),
            ("signing", self._signing()),
            ("receiving", self._receiving()),
            ("figures", [self._style(), self._columns()]),
            ("wording", [*self._wording(), self._orders()]),
        )
        words = self._language
        return [PackPart(name, say(f"pack.{name}", words), tuple(groups)) for name, groups in made]

    def unseen(self) -> list[str]:
        """Return the paths of what the pack says and no field shows; it stays as it is."""
        known = {field.path for field in fields_of(self.parts())}
        return [dotted(path) for path in _leaves(self._own) if not _within(path, known)]

    # --- who issues ------------------------------------------------------------------------

    @property
    def _force(self) -> str:
        said = self._own.get("force") or self._inherited.data.get("force")
        return str(said or "people_committee")

    def _issuing(self) -> list[PackGroup]:
        bodies = tuple((name, called_choice(name, self._language)) for name in self._choices.bodies)
        levels = tuple((name, called_choice(name, self._language)) for name in _LEVELS)
        field = self._field
        first = (
            field(("name",), say("pack.name", self._language)),
            field(("level",), label("issuer.level", self._language), offered=levels),
            field(("parent",), say("pack.parent", self._language), offered=self._parents),
            field(("place",), label("place", self._language)),
            field(
                ("force",),
                say("pack.force", self._language),
                usual="people_committee",
                offered=bodies,
            ),
        )
        usual = self._usual.get("issuer", {})
        issuer = tuple(
            field(
                ("issuers", self._force, key),
                label(f"issuer.{key}", self._language),
                usual=usual.get(key),
                lines=key in _LINES,
            )
            for key in _ISSUER
        )
        head = say("pack.letterhead", self._language)
        body = called_choice(self._force, self._language)
        return [PackGroup("", first), PackGroup(f"{head}: {body}", issuer)]

    # --- who signs -------------------------------------------------------------------------

    def _signing(self) -> list[PackGroup]:
        signers = self._keys("signers")
        offered = tuple((name, self._signer_called(name)) for name in signers)
        groups = []
        if signers:
            field = self._field(("signer",), label("signer", self._language), offered=offered)
            groups.append(PackGroup("", (field,)))
        for name in (*signers, NEW):
            title = self._signer_called(name) if name != NEW else say("pack.more", self._language)
            groups.append(PackGroup(title, tuple(self._signer(name))))
        return groups

    def _signer(self, name: str) -> Iterator[PackField]:
        usual = self._usual.get("signature", {}) if name == NEW else {}
        for key in _SIGNER:
            words = leaf("signature.authority").words if key == "authority" else ()
            offered = tuple((word, called_choice(word, self._language)) for word in words)
            path = ("signers", name, key)
            yield self._field(
                path,
                label(f"signature.{key}", self._language),
                offered=offered,
                usual=usual.get(key),
            )

    def _signer_called(self, name: str) -> str:
        said = [self._at(source, ("signers", name, "post")) for source in (self._own, self._told)]
        post = next((str(post) for post in said if post), "")
        return f"{post} ({name})" if post else name

    # --- who receives ----------------------------------------------------------------------

    def _receiving(self) -> list[PackGroup]:
        # What one body says of them lies over what holds for all bodies of the locality.
        body = called_choice(self._force, self._language)
        groups = [*self._lists(()), *self._lists(("issuers", self._force), f": {body}")]
        archive = ("recipients", "archive")
        called = label(".".join(archive), self._language)
        groups.append(PackGroup("", (self._field(archive, called, usual="VT"),)))
        return groups

    def _lists(self, above: FieldPath, of_body: str = "") -> Iterator[PackGroup]:
        """Yield both lists of recipients: those of all bodies, or of the one that is named."""
        for key in ("addressees", "copies"):
            common = ("recipients", key)
            path, title = (*above, *common), label(".".join(common), self._language) + of_body
            ways = self._ways(path, common)
            if any(isinstance(self._at(source, way), list) for source, way in ways):
                # A list stands as a whole: its entries have no names to speak of.
                yield PackGroup(title, (self._field(path, title, lines=True),))
                continue
            held = [self._at(source, way) for source, way in reversed(ways)]
            known = [name for group in held if isinstance(group, dict) for name in group]
            rows = (self._row((*path, name), (*common, name)) for name in dict.fromkeys(known))
            yield PackGroup(title, (*rows, self._row((*path, NEW), (*common, NEW))), entries=True)

    def _ways(
        self, path: FieldPath, common: FieldPath
    ) -> list[tuple[Mapping[str, Any], FieldPath]]:
        """Return where a fact is said, nearest first: the pack's own word, then what lies below."""
        below = [(self._own, common)] if path != common else []
        return [(self._own, path), (self._told, path), *below, (self._told, common)]

    def _row(self, path: FieldPath, common: FieldPath) -> PackField:
        (_, *ways) = self._ways(path, common)
        own = self._at(self._own, path)
        said = (self._at(source, way) for source, way in ways)
        told = next((one for one in said if one is not None), None)
        # What is left out further up is not there to be inherited.
        inherited = self._text(told or None)
        state = "" if not inherited else OUT if own is False else OWN if own else INHERITED
        called = inherited or self._text(own or None) or say("pack.more", self._language)
        return PackField(path, called, self._text(own or None), inherited, state=state)

    # --- how it is said --------------------------------------------------------------------

    def _style(self) -> PackGroup:
        fields = []
        for key in _STYLE:
            path = f"figure_style.{key}"
            control, taken = control_at(path, self._language), leaf(path)
            words = taken.words
            offered = tuple((word, called_choice(word, self._language)) for word in words)
            if taken.taken == "yes_or_no":
                yes, no = say("sheet.yes", self._language), say("sheet.no", self._language)
                offered = ((yes, yes), (no, no))
            elif taken.taken == "integer":
                offered = tuple((str(n), str(n)) for n in range(3))
            called = control.label if control else key
            usual = FigureStyle.model_fields[key].default
            fields.append(self._field(("figure_style", key), called, usual=usual, offered=offered))
        return PackGroup("", tuple(fields))

    def _wording(self) -> list[PackGroup]:
        sentences = tuple(
            self._field((key,), say(f"pack.{key}", self._language), long=True)
            for key in ("opening", "closing")
        )
        usual = self._choices.wording.headings
        own = self._own.get("headings")
        known = dict.fromkeys([*usual, *(own if isinstance(own, dict) else ())])
        headings = tuple(
            self._field(("headings", name), usual.get(name) or name, usual=usual.get(name))
            for name in known
        )
        return [
            PackGroup("", sentences),
            PackGroup(say("pack.headings", self._language), headings),
        ]

    def _columns(self) -> PackGroup:
        """Return the columns of the annex of figures, and what their heads are."""
        heads = dict(built_in().wording.figures.heads)
        for name in ("value", "previous"):  # their usual heads name the periods
            heads[name] = say(f"pack.column_{name}", self._language)
        called = say("pack.columns", self._language)
        columns = self._listed(("figures_annex", "columns"), called, heads)
        named = (
            self._field(("figures_annex", "heads", name), said, usual=said)
            for name, said in heads.items()
        )
        return PackGroup(say("pack.annex", self._language), (columns, *named))

    def _orders(self) -> PackGroup:
        """Return which sections a kind of document has, in their order."""
        wording = built_in().wording
        words = {name: _BRACES.sub("", wording.headings[name]) for name in wording.sections}
        said = {*self._keys("sections")}
        # The first kind is the usual one; of others what packs say is shown.
        kinds = [name for at, (name, _) in enumerate(self._kinds) if at == 0 or name in said]
        called = dict(self._kinds)
        fields = (
            self._listed(("sections", kind), called[kind], words, wording.sections)
            for kind in kinds
        )
        return PackGroup(say("pack.sections", self._language), tuple(fields))

    def _listed(
        self, path: FieldPath, called: str, words: Mapping[str, str], usual: Sequence[str] = ()
    ) -> PackField:
        """Return the field of a list of names, each shown by its words."""
        own, told = self._at(self._own, path), self._at(self._told, path)

        def shown(names: Any) -> str:
            known = names if isinstance(names, (list, tuple)) else ()
            return "\n".join(words.get(str(name), str(name)) for name in known)

        pairs, called = tuple(words.items()), called[:1].upper() + called[1:]
        return PackField(path, called, shown(own), shown(told or usual), lines=True, words=pairs)

    # --- small things ----------------------------------------------------------------------

    @property
    def _told(self) -> Mapping[str, Any]:
        return self._inherited.data

    def _field(
        self,
        path: FieldPath,
        called: str,
        *,
        usual: Any = None,
        offered: Offered = (),
        lines: bool = False,
        long: bool = False,
    ) -> PackField:
        own, told = self._at(self._own, path), self._at(self._told, path)
        shown = self._text(own)
        inherited = self._text(told if told is not None else usual)
        known = {word for word, _ in offered}
        if offered and shown and shown not in known:
            offered = (*offered, (shown, shown))
        called = called[:1].upper() + called[1:]
        inherited = dict(offered).get(inherited, inherited)
        return PackField(path, called, shown, inherited, offered, lines, long)

    def _keys(self, *path: str) -> list[str]:
        held = (self._at(self._told, path), self._at(self._own, path))
        return list(
            dict.fromkeys(name for group in held if isinstance(group, dict) for name in group)
        )

    def _at(self, data: Any, path: FieldPath) -> Any:
        for step in path:
            data = data.get(step) if isinstance(data, Mapping) else None
        return data

    def _text(self, value: Any) -> str:
        match value:
            case None | dict():
                return ""
            case bool():
                return say("sheet.yes" if value else "sheet.no", self._language)
            case list() | tuple():
                return "\n".join(str(one) for one in value)
        return str(value)


def fields_of(parts: Iterable[PackPart]) -> Iterator[PackField]:
    """Yield every field of a form."""
    for part in parts:
        for group in part.groups:
            yield from group.fields


def _leaves(data: Mapping[str, Any], above: FieldPath = ()) -> Iterator[FieldPath]:
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, (*above, key))
        else:
            yield (*above, key)


def _within(path: FieldPath, known: set[FieldPath]) -> bool:
    return any(path[:end] in known for end in range(1, len(path) + 1))
