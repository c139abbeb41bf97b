"""Make the figures of the worked report of a commune up: ``python -m examples.made_up``.

No number in ``inputs/kinh-te-xa-hoi-xa-2026.csv`` is of a real commune. They are drawn by a seeded
generator around plausible sizes, and made so that they add up: totals are added, products
multiplied, in every column. The same seed writes the same file.
"""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

SPECIFICATION = Path(__file__).with_name("made_up.txt")
TABLE = Path(__file__).parents[1] / "inputs" / "kinh-te-xa-hoi-xa-2026.csv"
HEAD = (
    "TT;Chỉ tiêu;Tên gọi;ĐVT;TH năm 2025;Kế hoạch 2026;Thực hiện 2026;Ước thực hiện 2026;KH 2027;"
    "Yêu cầu;Loại kế hoạch;Công thức"
)
SEED = 2026
# What is planned in these units is estimated for the whole year; the rest is counted until now.
ESTIMATED = {
    *("ha", "tạ/ha", "tấn", "con", "nghìn con", "nghìn viên", "m³", "tỷ đồng", "triệu đồng"),
    *("triệu đồng/người", "lao động", "lượt", "lượt khách", "%"),
}
Numbers = list[Decimal | None]


def main() -> None:
    """Write the table of indicators."""
    TABLE.write_text(table(SPECIFICATION.read_text(encoding="utf-8")), encoding="utf-8")
    print(TABLE.name)


def table(specification: str) -> str:
    """Return the CSV that a specification draws."""
    lines = [line for line in specification.splitlines() if line and not line.startswith("#")]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    drawn: dict[str, Numbers] = {}
    chance = random.Random(SEED)  # noqa: S311  # the same numbers each time, no secret
    for row in rows:
        if len(row) > 1 and not row[4].startswith("="):
            drawn[row[1]] = _numbers(chance, row)
    while missing := [row for row in rows if len(row) > 1 and row[1] not in drawn]:
        for row in missing:
            words = row[4].split()[1:]
            if all(word in drawn for word in words[::2]):
                drawn[row[1]] = _worked_out(words, drawn, row)
    return "\n".join([HEAD, *_lines(rows, drawn)]) + "\n"


def _numbers(chance: random.Random, row: list[str]) -> Numbers:
    """Draw last year's number, the plan, the estimate and next year's plan; a % moves in points."""
    _label, _name, unit, places, start, growth, reach, ahead = row[:8]
    shake = Decimal(chance.randint(80, 120)) / 100
    last = _rounded(Decimal(start) * (Decimal(chance.randint(97, 103)) / 100), places)
    if unit == "%":
        last = _rounded(Decimal(start), places)
        made = last + Decimal(growth) * shake
        plan, coming = made - Decimal(reach or 0), made + Decimal(ahead or 0)
    else:
        made = last * (1 + Decimal(growth) * shake / 100)
        plan = made / (Decimal(reach or 100) / 100)
        coming = made * (1 + Decimal(ahead or 0) / 100)
    made, plan, coming = (_rounded(one, places) for one in (made, plan, coming))
    if unit == "%":
        made, plan, coming = (min(one, Decimal(100)) for one in (made, plan, coming))
    return [last, plan if reach else None, made, coming if ahead else None]


def _worked_out(words: list[str], drawn: dict[str, Numbers], row: list[str]) -> Numbers:
    """Work a row out of others, column by column, from left to right."""
    found: Numbers = []
    for column in range(4):
        members = [drawn[name][column] for name in words[::2]]
        if any(member is None for member in members):
            found.append(None)
            continue
        numbers = [member for member in members if member is not None]
        total = numbers[0]
        for sign, number in zip(words[1::2], numbers[1:], strict=True):
            total = _joined(total, sign, number)
        found.append(_rounded(total * Decimal(row[5] or 1), row[3]))
    return found


def _joined(total: Decimal, sign: str, number: Decimal) -> Decimal:
    if sign == "+":
        return total + number
    if sign == "-":
        return total - number
    return total * number if sign == "*" else total / number


def _rounded(number: Decimal, places: str) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)


def _lines(rows: list[list[str]], drawn: dict[str, Numbers]) -> list[str]:
    lines, count = [], 0
    for row in rows:
        if len(row) == 1:
            lines.append(f";{row[0]}" + ";" * (HEAD.count(";") - 1))
            continue
        count += not row[0].startswith(("-", "+"))
        number = "" if row[0].startswith(("-", "+")) else str(count)
        formula = " ".join(row[4].split()[1:]) if row[4].startswith("=") else ""
        goal, word = [*row[8:], "", ""][:2]
        last, plan, made, coming = [_printed(one) for one in drawn[row[1]]]
        results = ["", made] if plan and row[2] in ESTIMATED else [made, ""]
        lines.append(
            ";".join([number, *row[:3], last, plan, *results, coming, goal, word, formula])
        )
    return lines


def _printed(number: Decimal | None) -> str:
    if number is None:
        return ""
    return f"{number:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


if __name__ == "__main__":
    main()
