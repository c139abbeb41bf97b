"""The input as a form: what can be filled in, in order, and the way back from a report."""

from briefing.forms.carried import Carried, carried_over
from briefing.forms.edits import Edit, edited, general, rearranged, shown, typed
from briefing.forms.form_tree import Control, control_at, controls
from briefing.forms.labels import in_labels, is_raw, label_trail, short_label
from briefing.forms.leaves import leaf
from briefing.forms.reference_page import reference
from briefing.forms.sections import FormField, FormSection, form
from briefing.forms.starters import start_values, starter
from briefing.forms.values import own_data
from briefing.forms.workbooks import workbook
from briefing.forms.writer import data_text, input_text

__all__ = [
    "Carried",
    "Control",
    "Edit",
    "FormField",
    "FormSection",
    "carried_over",
    "control_at",
    "controls",
    "data_text",
    "edited",
    "form",
    "general",
    "in_labels",
    "input_text",
    "is_raw",
    "label_trail",
    "leaf",
    "own_data",
    "rearranged",
    "reference",
    "short_label",
    "shown",
    "start_values",
    "starter",
    "typed",
    "workbook",
]
