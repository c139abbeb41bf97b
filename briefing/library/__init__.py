"""The front door: an input is loaded as a case, and documents are made of it as requested."""

from typing import TYPE_CHECKING

from briefing.library.as_far import further_findings, whole_findings
from briefing.library.case import Case, load_case
from briefing.library.checking import (
    CheckedText,
    check_facts,
    check_text,
    read_statements,
    standard_for,
)
from briefing.library.formats import FORMATS, ISSUED, Format
from briefing.library.loading import read_whole, read_with_rows
from briefing.library.made_of import files_in, previous_named
from briefing.library.making import Draft, Made, Request, make_documents
from briefing.library.overriding import order_of_kind, own_pack_and_below, own_pack_to_change
from briefing.library.pack_trial import faults_of_pack, packs_to_lint
from briefing.library.printed import PrintedFact, trace
from briefing.library.public import (
    build,
    check,
    checked,
    load,
    make,
    make_all,
    page,
    preview,
    render,
)
from briefing.library.rules_checked import all_rules
from briefing.library.stages import Making
from briefing.library.starting import new_input, next_input
from briefing.library.updating import pack_to_update, packs_to_update
from briefing.library.year import in_kind, named_for_kind, suits

if TYPE_CHECKING:
    from briefing.html import HtmlPage, PagePart

__all__ = [
    "FORMATS",
    "ISSUED",
    "Case",
    "CheckedText",
    "Draft",
    "Format",
    "HtmlPage",
    "Made",
    "Making",
    "PagePart",
    "PrintedFact",
    "Request",
    "all_rules",
    "build",
    "check",
    "check_facts",
    "check_text",
    "checked",
    "faults_of_pack",
    "files_in",
    "further_findings",
    "in_kind",
    "load",
    "load_case",
    "make",
    "make_all",
    "make_documents",
    "named_for_kind",
    "new_input",
    "next_input",
    "order_of_kind",
    "own_pack_and_below",
    "own_pack_to_change",
    "pack_to_update",
    "packs_to_lint",
    "packs_to_update",
    "page",
    "preview",
    "previous_named",
    "read_statements",
    "read_whole",
    "read_with_rows",
    "render",
    "standard_for",
    "suits",
    "trace",
    "whole_findings",
]
