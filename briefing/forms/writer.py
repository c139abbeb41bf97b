"""A report back into an input: YAML that a person can go on with."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from typing import Any

from briefing.findings import label
from briefing.forms.values import own_data
from briefing.report import QuotedNumber, Report

_WIDTH = 100_000
"""Texts stay on one line, as a person who searches for them expects."""


def input_text(report: Report, language: str = "vi") -> str:
    """Return the YAML of an input from which the same report is read.

    What its packs say is left to them. Each group bears its label in a language as a comment.
    """
    return data_text(own_data(report), language)


def data_text(data: dict[str, Any], language: str = "vi") -> str:
    """Return the YAML of the data of an input, each group with its label as a comment."""
    from ruamel.yaml import YAML  # only a new input is written; every command reads

    yaml = YAML()
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(Decimal, _number)
    yaml.representer.add_representer(QuotedNumber, _quoted)
    out = StringIO()
    yaml.dump(_commented(data, language), out)
    return out.getvalue()


def _commented(data: dict[str, Any], language: str) -> Any:
    from ruamel.yaml.comments import CommentedMap

    said = CommentedMap(data)
    for key, value in data.items():
        if isinstance(value, (dict, list)):
            said.yaml_set_comment_before_after_key(key, before=f"\n{label(key, language)}")
    return said


def _number(representer: Any, number: Decimal) -> Any:
    # "92.20" keeps its zero: it says how exactly the rate is known.
    return representer.represent_scalar("tag:yaml.org,2002:float", f"{number:f}")


def _quoted(representer: Any, number: QuotedNumber) -> Any:
    # In quotes again, so that nobody asks anew whether its point parts thousands.
    printed = f"{number:f}".replace(".", ",")
    return representer.represent_scalar("tag:yaml.org,2002:str", printed, style='"')
