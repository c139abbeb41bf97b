"""Locality packs: what a body's documents have in common, inherited from commune to province."""

from briefing.localities.facts import report_facts
from briefing.localities.locality import NOWHERE, Locality, load_locality
from briefing.localities.packs import FILE, Pack, is_slug, locality_folders, pack_folders
from briefing.localities.profiles import profile_facts
from briefing.localities.provinces import provinces

__all__ = [
    "FILE",
    "NOWHERE",
    "Locality",
    "Pack",
    "is_slug",
    "load_locality",
    "locality_folders",
    "pack_folders",
    "profile_facts",
    "provinces",
    "report_facts",
]
