"""Files into Reports: one module a format, every value with its origin."""

from briefing.reading.collecting import collected_later
from briefing.reading.conflicts import conflict_line
from briefing.reading.files import MAX_BYTES, check_there, is_folder, read_content, read_text
from briefing.reading.indicators import named_table, rows_by_name, with_table
from briefing.reading.kept_places import place_kept
from briefing.reading.own_tables import files_of_tables, with_file_of_table
from briefing.reading.readers import READ_SUFFIXES, read, read_as_far, read_workbook_bytes
from briefing.reading.source import WORKBOOKS, FileData, paths
from briefing.reading.texts import TEXT_SUFFIXES, FinishedText, is_text, read_finished
from briefing.reading.toml import read_toml, read_toml_text
from briefing.reading.tree import MAX_FAULTS, read_yaml
from briefing.reading.validation import validate, validate_as

__all__ = [
    "MAX_BYTES",
    "MAX_FAULTS",
    "READ_SUFFIXES",
    "TEXT_SUFFIXES",
    "WORKBOOKS",
    "FileData",
    "FinishedText",
    "check_there",
    "collected_later",
    "conflict_line",
    "files_of_tables",
    "is_folder",
    "is_text",
    "named_table",
    "paths",
    "place_kept",
    "read",
    "read_as_far",
    "read_content",
    "read_finished",
    "read_text",
    "read_toml",
    "read_toml_text",
    "read_workbook_bytes",
    "read_yaml",
    "rows_by_name",
    "validate",
    "validate_as",
    "with_file_of_table",
    "with_table",
]
