"""The input as a form: what can be filled in, in order, and the way back from a report."""

from briefing.forms.edits import Edit, edited, general, shown, typed
from briefing.forms.form_tree import Control, control_at, controls
from briefing.forms.leaves import leaf
from briefing.forms.reference_page import reference
from briefing.forms.sections import FormField, Section, form
from briefing.forms.starters import start_values, starter
from briefing.forms.values import own_data
from briefing.forms.workbooks import workbook
from briefing.forms.writer import input_text

__all__ = [
    "Control",
    "Edit",
    "FormField",
    "Section",
    "control_at",
    "controls",
    "edited",
    "form",
    "general",
    "input_text",
    "leaf",
    "own_data",
    "reference",
    "shown",
    "start_values",
    "starter",
    "typed",
    "workbook",
]
