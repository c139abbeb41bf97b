"""An office's own table of indicators as figures of an input; what is not certain is told."""

from briefing.tables.asked import Asked, asked_of
from briefing.tables.indicators import IndicatorRow, TakenTable, all_of
from briefing.tables.into import WrittenInput, put_into
from briefing.tables.mapping import ColumnMapping, kept_mapping, mapping_file
from briefing.tables.opening import open_tables

__all__ = [
    "Asked",
    "ColumnMapping",
    "IndicatorRow",
    "TakenTable",
    "WrittenInput",
    "all_of",
    "asked_of",
    "kept_mapping",
    "mapping_file",
    "open_tables",
    "put_into",
]
