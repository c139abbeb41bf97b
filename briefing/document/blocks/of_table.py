"""What belongs to a table beside it: its title, the unit of its numbers, a note below it."""

from __future__ import annotations

from functools import partial
from typing import Literal, get_args

from briefing.document.blocks.register import Usual, set_as
from briefing.document.model import Paragraph
from briefing.values import record

TablePlace = Literal["caption", "unit", "note"]


@record
class OfTable(Paragraph):
    """A paragraph that is something to the table beside it."""

    place: TablePlace


def _of_table(place: TablePlace, block: Usual) -> Usual:
    return OfTable(block.line, place) if isinstance(block, Paragraph) else block


for _place in get_args(TablePlace):
    set_as(_place)(partial(_of_table, _place))
