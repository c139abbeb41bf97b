"""A finished document as a whole: its tables, and what it states more than once."""

from briefing.checking.documents.again import stated_again
from briefing.checking.documents.tables import table_totals

__all__ = ["stated_again", "table_totals"]
