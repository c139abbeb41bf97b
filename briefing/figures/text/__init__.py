"""Metric statements read from plain Vietnamese text."""

from briefing.figures.text.reader import read_statements

__all__ = ["read_statements"]
