"""The command line with an input to build; a LibreOffice to order."""

from __future__ import annotations

from cli.conftest import source
from cli.running import briefing
from pdf.conftest import office

__all__ = ["briefing", "office", "source"]
