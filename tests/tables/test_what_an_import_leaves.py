"""An import adds figures and leaves all else as somebody wrote it, or changes nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from effort import effort
from exploring import drawn

from briefing import load

HEAD = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2026}\nsubject: an ninh\n"
OWN = f"""\
# Ghi chú đầu tệp
{HEAD}figures:
  kham_pha: {{label: số vụ đã khám phá, unit: vụ, value: 45, out_of: 48, rate: 93.70}} # chốt
  # hết phần đã duyệt
results:
- area: phong_chong_toi_pham
  statements: ["Khám phá {{kham_pha}}",   # câu của đội
       "Tiếp tục rà soát"]
opening:   >
  Một câu dài
  ghi trên hai dòng.
tasks:
- Tiếp tục tuần tra   # giữ nguyên
"""
TABLE = "Nội dung;Đơn vị tính;Năm 2025;Năm 2026\n"
TWO = TABLE + "Số vụ phạm tội;vụ;50;48\nSố đối tượng bị bắt;đối tượng;61;60\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.chdir(tmp_path)
    source, into = Path("bieu.csv"), Path("nam.yaml")
    source.write_text(TWO, encoding="utf-8")
    into.write_bytes(OWN.encode())
    return source, into


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_line_that_was_there_stays(
    briefing: Briefing, files: tuple[Path, Path], ending: str, mark: str
) -> None:
    source, into = files
    before = mark + OWN.replace("\n", ending)
    into.write_bytes(before.encode())

    assert briefing("import", "figures", source, "--into", into).code == 0

    after = into.read_bytes().decode()
    lines = iter(after.split(ending))
    # In their order, each as it was: comments inside braces, indents, folded lines, 93.70.
    assert all(line in lines for line in before.split(ending))
    assert "\n" not in after.replace(ending, "")
    assert load(into).figures["so_vu_pham_toi"].value == 48


@pytest.mark.parametrize("figures", ["[1, 2]", "{a: 5}", "không", "{a: [b]}"])
def test_figures_that_are_none_are_told_and_left(
    briefing: Briefing, files: tuple[Path, Path], figures: str
) -> None:
    source, into = files
    into.write_text(f"{HEAD}figures: {figures}\n", encoding="utf-8")
    before = into.read_bytes()

    outcome = briefing("import", "figures", source, "--into", into)

    assert (outcome.code, into.read_bytes()) == (2, before)
    assert "[import/no-figures]" in outcome.err


def test_what_stands_in_the_way_of_the_mapping_is_told_before_anything_is_written(
    briefing: Briefing, files: tuple[Path, Path]
) -> None:
    source, into = files
    Path("cua-toi.toml").write_text("a = 1\n", encoding="utf-8")
    Path("nam.bang.toml").symlink_to("cua-toi.toml")

    outcome = briefing("import", "figures", source, "--into", into)

    assert outcome.code == 2
    assert "[output/not-plain]" in outcome.err
    assert into.read_bytes() == OWN.encode()
    assert Path("cua-toi.toml").read_text(encoding="utf-8") == "a = 1\n"


def test_what_somebody_wrote_into_the_mapping_stays(
    briefing: Briefing, files: tuple[Path, Path]
) -> None:
    source, into = files
    mapping = Path("nam.bang.toml")
    own = '# của tôi\n[columns]\n"Năm 2025" = "previous"  # đã hỏi phòng tổng hợp\n\n[rows]\n'
    mapping.write_text(own, encoding="utf-8")
    source.write_text(TWO + 'Số "vụ\x7f lạ";vụ;1;2\nSố vụ khám phá;vụ;40;45\n', encoding="utf-8")

    assert briefing("import", "figures", source, "--into", into).code == 0
    first = mapping.read_text(encoding="utf-8")
    assert "# của tôi\n" in first
    assert '"Năm 2025" = "previous"  # đã hỏi phòng tổng hợp\n' in first
    assert '"Số vụ phạm tội" = "so_vu_pham_toi"' in first
    for _ in range(2):
        assert briefing("import", "figures", source, "--into", into).code == 0
        assert mapping.read_text(encoding="utf-8") == first


def test_no_input_is_made_that_could_be_read_no_more(
    briefing: Briefing, files: tuple[Path, Path]
) -> None:
    source, into = files
    source.write_text(
        TABLE + "".join(f"Số vụ {i}{' rất dài' * 90};vụ;1;2\n" for i in range(1_500)),
        encoding="utf-8",
    )

    outcome = briefing("import", "figures", source, "--into", into)

    assert (outcome.code, into.read_bytes()) == (2, OWN.encode())
    assert "[file/too-large]" in outcome.err


@pytest.mark.parametrize(("rows", "code"), [(drawn(1_500), 0), (15_000, 2)])
def test_a_long_table_is_taken_or_refused_in_time(
    briefing: Briefing, files: tuple[Path, Path], rows: int, code: int
) -> None:
    source, into = files
    lines = (f"Số vụ thứ {i};vụ {i % 700};{i};{i + 1}\n" for i in range(rows))
    source.write_text(TABLE + "".join(lines), encoding="utf-8")

    with effort() as spent:
        outcome = briefing("import", "figures", source, "--into", into)

    assert outcome.code == code
    assert spent.yardsticks < 600
    assert ("[import/too-many]" in outcome.err) == (code == 2)
