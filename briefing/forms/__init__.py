"""The input as a form: what can be filled in, in order, and the way back from a report."""

from briefing.forms.reference_page import reference
from briefing.forms.sections import FormField, Section, form
from briefing.forms.starters import start_values, starter
from briefing.forms.values import own_data
from briefing.forms.workbooks import workbook
from briefing.forms.writer import input_text

__all__ = [
    "FormField",
    "Section",
    "form",
    "input_text",
    "own_data",
    "reference",
    "start_values",
    "starter",
    "workbook",
]
