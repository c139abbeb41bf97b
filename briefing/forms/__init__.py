"""The input as a form: what can be filled in, in order, and the way back from a report."""

from briefing.forms.writer import input_text

__all__ = ["input_text"]
