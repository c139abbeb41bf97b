"""Tables and annexes of one's own: rows of cells as they are printed, with what stands around."""

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from briefing.findings import FieldPath
from briefing.patterns import Pattern
from briefing.report.base import NO_ITEMS, Facts, Name, Text
from briefing.report.roles import InPrint, Steering, Trait

TARGETS_TABLE = "bang_chi_tieu"
"""What sentences, sections and annexes call the table of targets by: the annex of all figures."""

SIGN, OVER = "|", ">"
"""What parts the cells of a row, and a head from the one above it."""

MAX_ROWS, MAX_COLUMNS = 1_000, 20
"""How large a table may be; a commune's longest list has some hundred rows."""

_PARTING = Pattern(r"(?<!\\)\|")


class OwnTable(Facts):
    """A table: its title, its head, its rows and the notes below it.

    The cells of a row are parted by ``|``, behind a backslash the sign itself. In ``columns``
    a head that stands below another one is ``Kế hoạch > Vốn xã``. Rows may lie in a ``file`` beside
    the input. A row with one cell alone is the heading of those below it.
    """

    title: InPrint[Text]
    unit: InPrint[Text | None] = None
    columns: Annotated[InPrint[Text | None], Trait.CELLS] = None
    rows: Annotated[InPrint[list[Text]], Trait.CELLS, Field(max_length=MAX_ROWS)] = NO_ITEMS
    file: Steering[Text | None] = None
    notes: InPrint[list[Text]] = NO_ITEMS


class OwnAnnex(Facts):
    """An annex: its title, sentences, and the tables that lie in it, by their names.

    It lies on its side where its tables are wide, unless ``page`` says otherwise.
    """

    title: InPrint[Text]
    statements: InPrint[list[Text]] = NO_ITEMS
    tables: Steering[list[Name]] = NO_ITEMS
    page: Steering[Literal["upright", "sideways"] | None] = None


class Head(NamedTuple):
    """A head of a column, and the one above it that its neighbours share, if there is one."""

    over: str
    own: str


def cells_of(row: str) -> list[str]:
    """Return the cells of a row; a traced one keeps its facts."""
    ends = [match.start() for match in _PARTING.finditer(row)]
    starts = [0, *(end + 1 for end in ends)]
    cells = [row[start:end].strip() for start, end in zip(starts, [*ends, len(row)], strict=True)]
    return [cell.replace("\\|", "|") if "\\" in cell else cell for cell in cells]


def row_of(cells: list[str]) -> str:
    """Return cells as one row, as an input writes it."""
    return f" {SIGN} ".join(cell.replace(SIGN, f"\\{SIGN}") for cell in cells).strip()


def heads_of(columns: str) -> list[Head]:
    """Return the heads of a table."""
    return [_head(cell) for cell in cells_of(columns)]


def _head(cell: str) -> Head:
    at = cell.find(OVER)
    return Head("", cell) if at < 0 else Head(cell[:at].strip(), cell[at + 1 :].strip())


def cells_in(tables: dict[str, OwnTable]) -> Iterator[tuple[FieldPath, str]]:
    """Yield every row of tables, their heads among them, with its path."""
    for name, table in tables.items():
        if table.columns is not None:
            yield ("tables", name, "columns"), table.columns
        for at, row in enumerate(table.rows):
            yield ("tables", name, "rows", at), row
