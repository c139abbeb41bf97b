"""The input of the next period from that of the last: what moves, what stays, what is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.running import HOA_BINH, Briefing

from briefing import check, load
from briefing.library import new_input, next_input
from briefing.report import Report

LAST = """\
schema: 1
kind: bao-cao-tong-ket
period: {year: 2025, starts: 2024-12-15, ends: 2025-12-14}
date: 2025-12-20
number: 12
subject: công tác quốc phòng
leadership: Được sự lãnh đạo, chỉ đạo của Đảng ủy xã
request: {text: Công văn số 12/UBND, date: 2025-11-01}
figures:
  kham_pha: {label: vụ khám phá, unit: vụ, value: 45, previous: 40, out_of: 48, next_plan: 50}
  tuan_tra: {label: lượt tuần tra, unit: lượt, value: 100, qualifier: gần, source: Biểu 1}
indicators:
- {label: Thu ngân sách, unit: tỷ đồng, previous: 7, plan: 8, actual: 8.4, next_plan: 9}
- {label: Chi ngân sách, unit: tỷ đồng, previous: 7, plan: 8, actual: 7, estimate: 8}
results:
- area: phong_chong_toi_pham
  statements:
  - Tổ chức Đại hội
  - Khám phá {kham_pha}
  - Ngày 15/3 ra quân, khám phá {kham_pha}
  - Tổ chức {tuan_tra}
  in_short: [2, 4]
- {area: pccc, statements: [Không xảy ra cháy]}
limitations: [Còn chậm]
targets: [Phấn đấu đạt 90%]
tasks:
- Tiếp tục tuần tra
- {text: Tập huấn, deadline: trong quý I năm 2026, lead: Ban Chỉ huy Quân sự}
- Triển khai Đề án năm 2026
- Thực hiện Đề án đến năm 2030
conference: {date: 2025-12-25}
awards: [{form: Giấy khen, collectives: 2}]
"""


@pytest.fixture
def last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = Path("nam-2025.yaml")
    file.write_text(LAST, "utf-8")
    return file


def carried(briefing: Briefing, source: Path, ending: str, name: str = "sau") -> tuple[Report, str]:
    excel = ("--excel",) if ending == "xlsx" else ()
    new = f"{name}.{ending}"
    done = briefing("new", "bao-cao-tong-ket", *excel, "--from", source, "--next", "-o", new)
    assert done.code == 0, done.err
    return load(new), done.err


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
@pytest.mark.parametrize("source", ["nam-2025.yaml", "nam-2025.xlsx"])
def test_the_next_year_begins_with_the_numbers_of_the_last(
    ending: str, source: str, last: Path, briefing: Briefing
) -> None:
    form = ("new", "bao-cao-tong-ket", "--excel", "--from", last, "-o", "nam-2025.xlsx")
    assert briefing(*form).code == 0
    new, told = carried(briefing, Path(source), ending)

    assert (new.period.year, str(new.period.starts), str(new.period.ends)) == (
        *(2026, "2025-12-15"),
        "2026-12-14",
    )
    assert (new.number, new.date and (new.date.year, new.date.month, new.date.day)) == (
        None,
        (2026, 12, None),
    )
    numbers = {name: (each.value, each.previous) for name, each in new.figures.items()}
    assert numbers == {
        "kham_pha": (None, 45),
        "tuan_tra": (None, None),
        "thu_ngan_sach": (None, load(last).figures["thu_ngan_sach"].value),
        "chi_ngan_sach": (None, 8),
    }
    plans = {name: each.target and each.target.value for name, each in new.figures.items()}
    assert plans == {"kham_pha": 50, "tuan_tra": None, "thu_ngan_sach": 9, "chi_ngan_sach": None}
    assert {(e.out_of, e.next_plan, e.source, e.estimated) for e in new.figures.values()} == {
        (None, None, None, False)
    }
    [area] = new.results
    assert (area.statements, area.in_short) == (
        ["Khám phá {kham_pha}", "Tổ chức {tuan_tra}"],
        [1, 2],
    )
    assert [(task.text, task.lead, task.deadline) for task in new.tasks] == [
        ("Tiếp tục tuần tra", None, None),
        ("Tập huấn", "Ban Chỉ huy Quân sự", None),
        ("Thực hiện Đề án đến năm 2030", None, None),
    ]
    assert (new.subject, new.leadership) == (load(last).subject, load(last).leadership)
    left = (new.request, new.limitations, new.targets, new.conference, new.awards)
    assert left == (None, [], [], None, [])
    assert new.previous_report == source

    for line in (
        *("năm 2025 → năm 2026", "Chuyển sang cột kỳ trước: 3 số liệu"),
        "kế hoạch kỳ sau trong báo cáo cũ: 2 số liệu",
        *("số ước của năm 2025, thay bằng số chính thức: “Chi ngân sách”", "“lượt tuần tra”"),
        *("Giữ 2 câu", "bỏ 3 câu kể việc của năm 2025"),
        "Mang sang 3 nhiệm vụ, xóa việc nào đã xong; bỏ 1 nhiệm vụ và 1 thời hạn đã qua",
        *("tồn tại, hạn chế", "hội nghị tổng kết", "khen thưởng"),
    ):
        assert line in told


def test_what_is_not_filled_in_yet_is_told_and_filling_it_in_heals(
    last: Path, briefing: Briefing
) -> None:
    new, _ = carried(briefing, last, "yaml")
    found = {each.path for each in check(new) if each.rule == "figures/not-filled"}
    assert found == {f"figures.{n}.value" for n in ("kham_pha", "thu_ngan_sach", "chi_ngan_sach")}
    assert any(each.rule == "figures/part-not-known" for each in check(new))

    text = Path("sau.yaml").read_text("utf-8")
    Path("sau.yaml").write_text(re.sub(r"(    unit: .*\n)", r"\1    value: 7\n", text), "utf-8")
    rules = {each.rule for each in check(load("sau.yaml"))}
    assert not rules & {"figures/not-filled", "figures/part-not-known", "figures/base-restated"}
    assert not rules & {"previous/other-period", "period/stale-year"}


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_without_next_all_is_copied_and_that_is_told(
    ending: str, last: Path, briefing: Briefing
) -> None:
    excel = ("--excel",) if ending == "xlsx" else ()
    done = briefing("new", "bao-cao-tong-ket", *excel, "--from", last, "-o", f"lại.{ending}")

    assert done.code == 0, done.err
    assert load(f"lại.{ending}").model_dump() == load(last).model_dump()
    assert "Chép nguyên cả kỳ và số liệu của tệp cũ. Lập cho kỳ sau thì thêm --next." in done.err
    twice = [new_input("bao-cao-tong-ket", "vi", source=last, excel=bool(excel)) for _ in range(2)]
    assert twice[0] == twice[1] == Path(f"lại.{ending}").read_bytes()


@pytest.mark.parametrize(
    ("period", "following"),
    [
        ("{year: 2025}", "năm 2026"),
        ("{year: 2025, type: first_half}", "6 tháng đầu năm 2026"),
        ("{year: 2025, type: quarter, quarter: 3}", "quý III/2026"),
        ("{year: 2025, type: month, month: 12}", "tháng 01/2026"),
        ("{year: 2025, type: week, week: 52}", "tuần 1/2026"),
        ("{first_year: 2021, year: 2025, type: years}", "giai đoạn 2026 - 2030"),
        (
            "{first_year: 2015, year: 2020, type: years, stated_length: 5 năm}",
            "giai đoạn 2021 - 2025",
        ),
        (
            "{year: 2024, type: campaign, starts: 2023-12-15, ends: 2024-02-29}",
            "đợt từ ngày 15/12/2024 đến ngày 28/02/2025",
        ),
    ],
)
def test_the_next_period_is_the_one_that_is_compared_with_the_last(
    period: str, following: str, last: Path, briefing: Briefing
) -> None:
    text = LAST.replace("{year: 2025, starts: 2024-12-15, ends: 2025-12-14}", period)
    last.write_text(text.replace("date: 2025-12-20\n", ""), "utf-8")
    new, _ = carried(briefing, last, "yaml")

    assert new.period.name == following
    if "campaign" not in period and "stated" not in period:
        assert new.period.before == load(last).period.name or "week" in period


@pytest.mark.usefixtures("last")
def test_a_real_report_goes_on_and_nothing_of_it_is_taken_for_the_new_year(
    briefing: Briefing,
) -> None:
    new, told = carried(briefing, HOA_BINH, "xlsx")
    old = load(HOA_BINH)

    assert new.previous_report is None  # it lies elsewhere
    assert (new.inferred, new.source, new.awards, new.conference) == ([], None, [], None)
    assert not any(person.role for person in new.people.values())
    assert new.period.year == old.period.year + 1
    assert "điều suy ra" in told
    data, lines = next_input("bao-cao-tong-ket", "en", HOA_BINH)
    assert b"rate:" not in data
    assert all(re.match("[A-Z]", line) for line in lines)


def test_many_names_are_not_told_one_by_one(last: Path, briefing: Briefing) -> None:
    figures = "".join(f"  s_{at}: {{label: số {at}, rate: 5}}\n" for at in range(30))
    last.write_text(LAST.replace("indicators:", figures + "indicators:"), "utf-8")
    _, told = carried(briefing, last, "yaml")

    assert "“số 8” và 21 số liệu khác." in told


@pytest.mark.usefixtures("last")
def test_next_needs_a_last_report(briefing: Briefing) -> None:
    done = briefing("new", "bao-cao-tong-ket", "--next", "-o", "sau.yaml")

    assert (done.code, "--next cần --from" in done.err) == (2, True)
