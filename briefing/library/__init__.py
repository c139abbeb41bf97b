"""What the library does, one function a step: load, check, render, build, preview."""

from briefing.library.checking import (
    CheckedText,
    check_facts,
    check_text,
    read_statements,
    standard_for,
)
from briefing.library.loading import load, read_whole
from briefing.library.made_of import files_in, files_of, inputs_of, previous_named
from briefing.library.making import Made, build, check, make, make_all, page, preview, render
from briefing.library.overriding import own_pack_and_below, own_pack_to_change
from briefing.library.printed import PrintedFact, trace
from briefing.library.rules_checked import all_rules
from briefing.library.starting import new_input
from briefing.library.year import in_kind, in_kinds, named_for_kind, suits

__all__ = [
    "CheckedText",
    "Made",
    "PrintedFact",
    "all_rules",
    "build",
    "check",
    "check_facts",
    "check_text",
    "files_in",
    "files_of",
    "in_kind",
    "in_kinds",
    "inputs_of",
    "load",
    "make",
    "make_all",
    "named_for_kind",
    "new_input",
    "own_pack_and_below",
    "own_pack_to_change",
    "page",
    "preview",
    "previous_named",
    "read_statements",
    "read_whole",
    "render",
    "standard_for",
    "suits",
    "trace",
]
