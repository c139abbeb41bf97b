"""What is written: which names and places it may take, and that it is whole or not there."""

from briefing.output.locks import only_run
from briefing.output.names import file_named, folded, named_everywhere, nameless_part, why
from briefing.output.places import (
    NOTHING_READ,
    FilesRead,
    check_below,
    check_name,
    check_new,
    check_place,
    faults_of,
    is_there,
    kind_at,
    refused,
)
from briefing.output.scratch import Scratch, sweep
from briefing.output.whole import TEMPORARY, Overtaken, write_whole

__all__ = [
    "NOTHING_READ",
    "TEMPORARY",
    "FilesRead",
    "Overtaken",
    "Scratch",
    "check_below",
    "check_name",
    "check_new",
    "check_place",
    "faults_of",
    "file_named",
    "folded",
    "is_there",
    "kind_at",
    "named_everywhere",
    "nameless_part",
    "only_run",
    "refused",
    "sweep",
    "why",
    "write_whole",
]
