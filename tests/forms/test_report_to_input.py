"""What the writer makes of a report is an input of the same report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from exploring import drawn, in_languages
from fuzz.expected import put
from fuzz.structured import reports
from fuzz.test_structured_inputs import SETTINGS
from hypothesis import assume, given, settings

from briefing import InputError, load
from briefing.forms import input_text
from briefing.reading import FileData, read, validate

REPOSITORY = Path(__file__).resolve().parents[2]
INPUTS = [*(REPOSITORY / "inputs").glob("*.yaml"), *(REPOSITORY / "tests/report").glob("*.yaml")]


START = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2025}\n"


def again(text: str) -> Any:
    return load(put("lại.yaml", text.encode("utf-8"))).model_dump()


@pytest.mark.parametrize(("source", "language"), in_languages(sorted(INPUTS)), ids=str)
def test_a_real_input_comes_back_equal(source: Path, language: str) -> None:
    report = load(source)

    assert again(input_text(report, language)) == report.model_dump()


@pytest.mark.parametrize("source", INPUTS, ids=lambda path: path.stem)
def test_what_the_pack_says_is_left_to_the_pack(source: Path) -> None:
    said = read(put("lại.yaml", input_text(load(source)).encode("utf-8"))).data

    # Rows of a table are figures from then on.
    data = read(source).data
    tables = {key for key, value in data.items() if key == "indicators" and isinstance(value, str)}
    assert set(said) == {"figures" if key in tables else key for key in data}


@settings(SETTINGS, max_examples=drawn(150))
@given(reports())
def test_any_report_comes_back_equal(data: dict[str, Any]) -> None:
    # What these name must lie beside the input.
    apart = ("locality", "signer", "previous_report", "based_on")
    data = {key: data[key] for key in data if key not in apart}
    try:
        report = validate(FileData(data))
    except InputError:
        assume(False)
        return

    assert again(input_text(report)) == report.model_dump()


def test_places_of_a_number_are_kept() -> None:
    report = load(put("vào.yaml", f"{START}figures: {{a: {{label: b, rate: 92.20}}}}\n".encode()))

    assert "rate: 92.20\n" in input_text(report)


def test_what_says_the_usual_against_its_pack_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pack = tmp_path / "localities" / "xa"
    pack.mkdir(parents=True)
    (pack / "locality.toml").write_text('size_profile = "P13"\nlevel = "commune"\n', "utf-8")
    text = f"{START}locality: xa\nsize_profile: P14\n"
    report = load(put("vào.yaml", text.encode("utf-8")))

    assert report.size_profile == "P14"
    assert again(input_text(report)) == report.model_dump()
