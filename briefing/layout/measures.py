"""How wide and how far in the parts of a document stand, the same in every output; in points."""

from __future__ import annotations

from briefing.document import Line, plain
from briefing.layout.balance import balanced, steadied
from briefing.layout.glue import reworded
from briefing.layout.metrics import face_of, text_width
from briefing.standards import Standard
from briefing.values import record
from briefing.vietnamese import GLUE

_POINTS = 72 / 25.4
_ADDRESSEES = 0.2
_RECIPIENTS = 0.46


def text_room(standard: Standard, *, landscape: bool = False) -> float:
    """Return the width of the text between the margins."""
    page = standard.page
    paper = page.height if landscape else page.width
    return (paper - page.left - page.right) * _POINTS


@record
class Measures:
    """The lengths of one document; ``width`` is that of its text."""

    standard: Standard
    width: float

    @property
    def nation_rule(self) -> float:
        """The rule under the last line at the top right (mục II.1.b)."""
        last = self.standard.forms.nation[-1]
        return self._nation_line(last) * self.standard.rules["nation"]

    def issuer_rule(self, last: float) -> float:
        """Return the rule under the issuing body's name by its last line's width (mục II.2.b)."""
        return last * self.standard.rules["issuer"]

    def even(self, component: str, line: Line, room: float) -> tuple[Line, float, float]:
        """Return a line bound where engines might not break it at the same words.

        With it goes the indent on either side that makes its lines of about one length, and how
        long the last is.
        """
        rules, said = self.standard.components[component], plain(line)
        text, face = rules.cased(said), face_of(rules)
        if len(text) != len(said) or any(run.gap for run in line):
            narrow, lines = balanced(text, rules.size, face, room)
        else:
            steady, narrow, lines = steadied(text, rules.size, face, room)
            if steady != text:
                pairs = zip(said, steady, strict=True)
                line = reworded(line, "".join([GLUE if b == GLUE else a for a, b in pairs]))
        indent = max(0.0, (room - narrow) / 2) if len(lines) > 1 else 0.0
        return line, indent, lines[-1]

    @property
    def addressees(self) -> float:
        """How far in ``Kính gửi`` stands."""
        return self.width * _ADDRESSEES

    @property
    def addressee(self) -> float:
        """How far in the dash of each addressee stands: under the colon (mục II.9.d)."""
        word = self.standard.strings["addressees"]
        return self.addressees + text_width(word, self.standard.components["addressees"].size)

    @property
    def recipients(self) -> float:
        """The width of the left column of the closing block."""
        return self.width * _RECIPIENTS

    def _nation_line(self, name: str) -> float:
        size = self.standard.components[name].size
        return text_width(self.standard.strings[name], size, "bold")
