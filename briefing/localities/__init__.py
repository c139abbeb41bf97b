"""Locality packs: what a body's documents have in common, inherited from commune to province."""

from briefing.localities.above_parcels import above_said, missing_above
from briefing.localities.columns import year_of_head
from briefing.localities.drafting import draft_listed, draft_pack, missing
from briefing.localities.editing import PackEdit, edited_pack
from briefing.localities.facts import report_facts
from briefing.localities.listing import ListedLocality, listed_localities
from briefing.localities.locality import (
    NOWHERE,
    Locality,
    differences,
    in_order,
    load_locality,
    own_and_inherited,
    packs_of,
)
from briefing.localities.naming import slug_of, told_by_name
from briefing.localities.on_behalf import signed_on_behalf
from briefing.localities.packs import Pack, new_pack_file
from briefing.localities.parcels import Parcel, pack_files, parcel_of, read_parcel
from briefing.localities.profiles import profile_facts
from briefing.localities.province import former_names, provinces
from briefing.localities.shelves import (
    FILE,
    Shelves,
    locality_folders,
    looking_in,
    own_folders,
    pack_folders,
    trying,
)
from briefing.localities.slugs import is_pack_name, is_slug

__all__ = [
    "FILE",
    "NOWHERE",
    "ListedLocality",
    "Locality",
    "Pack",
    "PackEdit",
    "Parcel",
    "Shelves",
    "above_said",
    "differences",
    "draft_listed",
    "draft_pack",
    "edited_pack",
    "former_names",
    "in_order",
    "is_pack_name",
    "is_slug",
    "listed_localities",
    "load_locality",
    "locality_folders",
    "looking_in",
    "missing",
    "missing_above",
    "new_pack_file",
    "own_and_inherited",
    "own_folders",
    "pack_files",
    "pack_folders",
    "packs_of",
    "parcel_of",
    "profile_facts",
    "provinces",
    "read_parcel",
    "report_facts",
    "signed_on_behalf",
    "slug_of",
    "told_by_name",
    "trying",
    "year_of_head",
]
