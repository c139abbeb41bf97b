"""Locality packs: what a body's documents have in common from year to year."""

from briefing.localities.packs import (
    is_slug,
    load_locality,
    locality_folders,
    locality_names,
)
from briefing.localities.profiles import profile_facts

__all__ = ["is_slug", "load_locality", "locality_folders", "locality_names", "profile_facts"]
