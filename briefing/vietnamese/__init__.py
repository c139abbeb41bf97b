"""The language: numbers, dates, lunar years, letters, abbreviations, text. Pure functions."""

from briefing.vietnamese.abbreviations import (
    MAX_GROWTH,
    Abbreviation,
    GrowthError,
    Introducer,
)
from briefing.vietnamese.binding import GLUE, STIFF_HYPHEN, bound, bound_title
from briefing.vietnamese.collation import by_given_name, in_order
from briefing.vietnamese.dates import BLANK, long_date, slash_date
from briefing.vietnamese.headings import (
    bare_number,
    heading_in_disguise,
    typed_number,
    typed_ordinal,
)
from briefing.vietnamese.legacy import (
    Code,
    OldFont,
    all_vietnamese,
    from_legacy,
    has_letters_of_today,
    is_of_old_font,
    legacy_code,
    old_font,
)
from briefing.vietnamese.letters import ITEM_LETTERS, item_letter
from briefing.vietnamese.lunar import can_chi, tet
from briefing.vietnamese.numbers import (
    format_number,
    format_percent,
    places,
    roman,
    round_half_up,
    two_digits,
)
from briefing.vietnamese.parts_of_year import PART_OF_YEAR, QUARTER, quarter_number
from briefing.vietnamese.phrases import (
    carried_out,
    continued,
    contrasted,
    deserved,
    outcome,
    placed,
    praised,
    sets_tasks,
    told,
)
from briefing.vietnamese.text import (
    clause,
    clean,
    forbidden_characters,
    lower_first,
    readable,
    sentence,
    stopped,
    upper_first,
    without_marks,
)
from briefing.vietnamese.tone_marks import ToneMarks, marked_anew
from briefing.vietnamese.words import in_words, ordinal

__all__ = [
    "BLANK",
    "GLUE",
    "ITEM_LETTERS",
    "MAX_GROWTH",
    "PART_OF_YEAR",
    "QUARTER",
    "STIFF_HYPHEN",
    "Abbreviation",
    "Code",
    "GrowthError",
    "Introducer",
    "OldFont",
    "ToneMarks",
    "all_vietnamese",
    "bare_number",
    "bound",
    "bound_title",
    "by_given_name",
    "can_chi",
    "carried_out",
    "clause",
    "clean",
    "continued",
    "contrasted",
    "deserved",
    "forbidden_characters",
    "format_number",
    "format_percent",
    "from_legacy",
    "has_letters_of_today",
    "heading_in_disguise",
    "in_order",
    "in_words",
    "is_of_old_font",
    "item_letter",
    "legacy_code",
    "long_date",
    "lower_first",
    "marked_anew",
    "old_font",
    "ordinal",
    "outcome",
    "placed",
    "places",
    "praised",
    "quarter_number",
    "readable",
    "roman",
    "round_half_up",
    "sentence",
    "sets_tasks",
    "slash_date",
    "stopped",
    "tet",
    "told",
    "two_digits",
    "typed_number",
    "typed_ordinal",
    "upper_first",
    "without_marks",
]
