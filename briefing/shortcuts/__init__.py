"""Starters on the desktop: a double click opens the reports of a folder, without a shell."""

from briefing.shortcuts.putting import put_shortcut

__all__ = ["put_shortcut"]
