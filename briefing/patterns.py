"""Regular expressions that few documents need, compiled when one does.

Compiling takes a tenth of a millisecond, and one document needs a third of those that the program
and what it stands on know.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")

if TYPE_CHECKING:

    class Pattern(re.Pattern[str]):  # type: ignore[misc] # it does all that Python's own does
        """A regular expression by its text."""

        def __init__(self, pattern: str, flags: re.RegexFlag | int = 0) -> None: ...

else:

    class Pattern:
        """A regular expression by its text, used as Python's own."""

        def __init__(self, pattern: str, flags: re.RegexFlag | int = 0) -> None:
            self.pattern = pattern
            self._flags = flags

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):  # such as Python asks of a copy that is not whole yet
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self._flags)
            # From now on nothing stands between who asks and Python's own.
            vars(self).update((way, getattr(compiled, way)) for way in _ASKED)
            return getattr(compiled, name)
