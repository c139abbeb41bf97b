"""Locality packs: what a body's documents have in common from year to year."""

from briefing.localities.packs import load_locality, locality_folders, locality_names

__all__ = ["load_locality", "locality_folders", "locality_names"]
