"""Locality packs: what a body's documents have in common, inherited from commune to province."""

from briefing.localities.drafting import draft_pack, missing
from briefing.localities.facts import report_facts
from briefing.localities.locality import NOWHERE, Locality, differences, in_order, load_locality
from briefing.localities.packs import (
    FILE,
    Pack,
    is_slug,
    locality_folders,
    looking_in,
    new_pack_file,
    own_folders,
    pack_folders,
)
from briefing.localities.profiles import profile_facts
from briefing.localities.provinces import provinces

__all__ = [
    "FILE",
    "NOWHERE",
    "Locality",
    "Pack",
    "differences",
    "draft_pack",
    "in_order",
    "is_slug",
    "load_locality",
    "locality_folders",
    "looking_in",
    "missing",
    "new_pack_file",
    "own_folders",
    "pack_folders",
    "profile_facts",
    "provinces",
    "report_facts",
]
