"""Rules as records: what is checked, by which law, from when, and how grave it is to fail.

A module that checks something makes its records with ``rule``, which registers them; everything
else about a rule (its words) is in the catalogues under its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from briefing.findings.catalogues import catalogue, say
from briefing.findings.finding import Finding, Severity
from briefing.findings.origin import Origin
from briefing.patterns import Pattern
from briefing.values import record

_PLACE = Pattern(r"\{[^{}]*\}")


class LooksAt(Enum):
    """What a rule looks at."""

    REPORT = "report"
    DOCUMENT = "document"
    TEXT = "text"
    LOOK = "look"


class RuleOutcome(Enum):
    """What a rule can say of what it looked at; what is not evaluated never holds."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_EVALUATED = "not-evaluated"
    NEEDS_PERSON = "needs-person"


@record
class Rule:
    """One rule: its id, how grave a failure is, what it looks at, and the law that it rests on.

    ``or_else`` are the other severities that it has in doubtful or lesser cases. ``source`` names
    the law with article, annex and item; empty where it is arithmetic or good sense. It holds for
    documents dated from ``since`` until before ``until``; ``None`` leaves an end open.
    """

    id: str
    severity: Severity = Severity.ERROR
    or_else: tuple[Severity, ...] = ()
    looks_at: LooksAt = LooksAt.REPORT
    source: str = ""
    since: date | None = None
    until: date | None = None
    outcomes: tuple[RuleOutcome, ...] = (RuleOutcome.HOLDS, RuleOutcome.FAILS)

    def found(
        self,
        origin: Origin | None = None,
        path: str = "",
        values: Mapping[str, object] | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """Return the finding of a failure, as grave as the rule is unless said otherwise."""
        grave = self.severity if severity is None else severity
        return Finding(self.id, grave, origin, path, dict(values or {}))


_REGISTER: dict[str, Rule] = {}


def rule(
    name: str,
    severity: Severity = Severity.ERROR,
    *or_else: Severity,
    looks_at: LooksAt = LooksAt.REPORT,
    source: str = "",
    since: date | None = None,
    until: date | None = None,
    outcomes: tuple[RuleOutcome, ...] = (RuleOutcome.HOLDS, RuleOutcome.FAILS),
) -> Rule:
    """Return a new rule and register it; two rules cannot have one id."""
    made = Rule(name, severity, or_else, looks_at, source, since, until, outcomes)
    if _REGISTER.setdefault(name, made) != made:
        raise ValueError(f"two rules are called {name}")
    return made


def registered_rules() -> tuple[Rule, ...]:
    """Return the rules of all modules that have been loaded, by id."""
    return tuple(_REGISTER[name] for name in sorted(_REGISTER))


def as_record(broken: Rule, language: str) -> dict[str, Any]:
    """Return a rule as plain data, the shape of ``briefing rules --format json``."""
    grave = [broken.severity, *broken.or_else]
    return {
        "id": broken.id,
        "severity": "/".join(say(f"severity.{one.name.lower()}", language) for one in grave),
        "looks_at": broken.looks_at.value,
        "says": _PLACE.sub("…", str(catalogue(language)["finding"][broken.id]["message"])),
        "source": broken.source,
        "since": None if broken.since is None else broken.since.isoformat(),
        "until": None if broken.until is None else broken.until.isoformat(),
        "outcomes": [outcome.value for outcome in broken.outcomes],
    }


def as_page(records: Iterable[Rule], language: str) -> str:
    """Return the page of all rules in Markdown, those that look at the same thing together."""
    told = [as_record(one, language) for one in records]
    lines = [say("rules.head", language)]
    for looked_at in LooksAt:
        own = [record for record in told if record["looks_at"] == looked_at.value]
        if own:
            columns = say("rules.columns", language)
            rule_line = " | ".join("---" for _ in columns.split("|"))
            lines += ["", f"## {say(f'rules.{looked_at.value}', language)}", ""]
            lines += [f"| {columns} |", f"| {rule_line} |", *map(_row, own)]
    return "\n".join([*lines, ""])


def _row(record: Mapping[str, Any]) -> str:
    since = f" ({record['since']})" if record["since"] else ""
    cells = (f"`{record['id']}`", record["severity"], record["says"], f"{record['source']}{since}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
