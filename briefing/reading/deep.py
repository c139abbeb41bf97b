"""ruamel.yaml, as far down as somebody may have meant it.

What its scanner does for one bracket grows with those that are open, and what its composer does
for one node fills the stack: thousands took seconds, and were refused without a place.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml.composer import Composer
from ruamel.yaml.error import StreamMark
from ruamel.yaml.scanner import Scanner

from briefing.reading.nodes import MAX_DEPTH

_DEEPEST = 2 * MAX_DEPTH
"""Down to here the faults of a text are told node by node, all at once."""


class TooDeepError(Exception):
    """Nodes lie deeper inside each other than anybody means; says where they begin to."""

    def __init__(self, mark: StreamMark) -> None:
        super().__init__(mark)
        self.mark = mark


class ShallowScanner(Scanner):
    """A scanner that refuses to open bracket after bracket."""

    def __init__(self, loader: Any = None) -> None:
        super().__init__(loader)
        self._open: list[StreamMark] = []

    def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:  # noqa: N803
        """Note where a bracket opens; the scanner calls this."""
        self._open.append(self.reader.get_mark())
        if len(self._open) > _DEEPEST:
            raise TooDeepError(self._open[MAX_DEPTH])
        super().fetch_flow_collection_start(TokenClass, to_push)

    def fetch_flow_collection_end(self, TokenClass: Any) -> None:  # noqa: N803
        """Forget the bracket that closes; the scanner calls this."""
        del self._open[-1:]
        super().fetch_flow_collection_end(TokenClass)


class ShallowComposer(Composer):
    """A composer that refuses to go down level after level."""

    def __init__(self, loader: Any = None) -> None:
        super().__init__(loader)
        self._marks: list[StreamMark] = []

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Return a node with all below it; the composer calls this for each."""
        self._marks.append(self.parser.peek_event().start_mark)
        if len(self._marks) > _DEEPEST:
            raise TooDeepError(self._marks[MAX_DEPTH + 1])
        node = super().compose_node(parent, index)
        self._marks.pop()
        return node
