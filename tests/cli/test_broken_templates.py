"""Templates of one's own: every fault is told with file and line, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from exploring import one_of_each, some

from cli.running import Briefing

KIND = "bao-cao-tong-ket.md.j2"
CLOSING = "{% block closing %}\n"


def spoil(templates: Path, words: str) -> int:
    """Put words into the closing of the template and return the line they stand on."""
    file = templates / KIND
    text = file.read_text(encoding="utf-8")
    assert text.count(CLOSING) == 1
    before, after = text.split(CLOSING)
    file.write_text(f"{before}{CLOSING}{words}\n{after}", encoding="utf-8")
    return before.count("\n") + 2


def test_a_copy_of_the_templates_gives_the_same_file(
    briefing: Briefing, source: Path, templates: Path, tmp_path: Path
) -> None:
    assert briefing("build", source).code == 0
    own = tmp_path / "own.docx"
    assert briefing("build", source, "--templates", templates, "-o", own).code == 0
    assert own.read_bytes() == source.with_suffix(".docx").read_bytes()


def test_words_of_ones_own_template_are_printed(
    briefing: Briefing, source: Path, templates: Path
) -> None:
    spoil(templates, "Câu của địa phương về {{ report.place }}.\n")
    outcome = briefing("preview", source, "--templates", templates)
    assert outcome.code == 0
    assert "Câu của địa phương về Hòa Bình." in outcome.out


@pytest.mark.parametrize("command", ["build", "preview"])
def test_an_undefined_name_is_told_with_its_line(
    briefing: Briefing, source: Path, templates: Path, command: str
) -> None:
    line = spoil(templates, "{{ report.sbject }}")
    outcome = briefing(command, source, "--templates", templates)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{templates / KIND}:{line}: lỗi: mẫu gọi “sbject”" in outcome.err
    assert not source.with_suffix(".docx").exists()


def test_all_undefined_names_are_told_at_once_in_line_order(
    briefing: Briefing, source: Path, templates: Path
) -> None:
    line = spoil(templates, "{{ nothing }}\n{% if report.issuer.nme %}a{% endif %}")
    macros = templates / "macros.md.j2"
    text = macros.read_text(encoding="utf-8").replace("{{ text|sentence }}", "{{ txt }}")
    macros.write_text(text, encoding="utf-8")
    broken = text.splitlines().index("{{ txt }}") + 1
    outcome = briefing("build", source, "--templates", templates)
    assert outcome.code == 2
    places = [row.partition(": lỗi")[0] for row in outcome.err.splitlines() if ": lỗi" in row]
    assert places == [
        f"{templates / KIND}:{line}",
        f"{templates / KIND}:{line + 1}",
        f"{macros}:{broken}",
    ]
    for name in ("nothing", "nme", "txt"):
        assert f"“{name}”" in outcome.err


@pytest.mark.parametrize(
    "filter_", some(["sentence", "upper_first", "joined", "number", "clauses"])
)
def test_an_undefined_name_inside_a_filter_is_told_like_any_other(
    briefing: Briefing, source: Path, templates: Path, filter_: str
) -> None:
    line = spoil(templates, f"{{{{ nothing|{filter_} }}}}\n{{{{ nobody }}}}")
    outcome = briefing("build", source, "--templates", templates)
    assert outcome.code == 2
    assert f"{templates / KIND}:{line}: lỗi: mẫu gọi “nothing”" in outcome.err
    assert f"{templates / KIND}:{line + 1}: lỗi: mẫu gọi “nobody”" in outcome.err


def test_a_value_that_is_none_is_not_printed_as_nothing(
    briefing: Briefing, source: Path, templates: Path
) -> None:
    line = spoil(templates, "Số {{ report.number }}")
    outcome = briefing("build", source, "--templates", templates)
    assert outcome.code == 2
    assert f"{templates / KIND}:{line}: lỗi: “report.number” chưa có" in outcome.err
    assert "None" not in outcome.err


def test_a_syntax_error_is_told_with_its_line(
    briefing: Briefing, source: Path, templates: Path
) -> None:
    line = spoil(templates, "{% if %}")
    outcome = briefing("build", source, "--templates", templates)
    assert outcome.code == 2
    assert f"{templates / KIND}:{line}: lỗi: mẫu sai cú pháp Jinja" in outcome.err


@pytest.mark.parametrize(
    "words",
    one_of_each(
        [
            # What Python cannot do, what the sandbox refuses, what there is not.
            ("{{ 1 // 0 }}", "error"),
            ("{{ 1 / 0 }}", "error"),
            ("{{ report.place + 1 }}", "error"),
            ("{{ report.results|sum }}", "error"),
            ("{{ report.subject.upper(1, 2) }}", "error"),
            ("{{ joined('a', 1, 2, 3) }}", "error"),
            ("{{ range(10**9)|list }}", "too much"),
            ("{{ report.place.__class__.__mro__ }}", "unsafe"),
            ("{{ report.results[99].heading.text }}", "missing"),
            ("{% include 'nothing.md.j2' %}", "no file"),
            ("{{ report.place|nofilter }}", "no filter"),
        ],
        kind=lambda case: case[1],
    ),
)
def test_a_template_that_fails_while_it_runs_is_told_with_its_line(
    briefing: Briefing, source: Path, templates: Path, words: tuple[str, str]
) -> None:
    line = spoil(templates, words[0])
    outcome = briefing("build", source, "--templates", templates)
    assert outcome.code == 2
    assert f"{templates / KIND}:{line}: lỗi:" in outcome.err
    assert not source.with_suffix(".docx").exists()


def test_a_failing_macro_is_told_where_it_fails(
    briefing: Briefing, source: Path, templates: Path
) -> None:
    macros = templates / "macros.md.j2"
    text = macros.read_text(encoding="utf-8").replace("{{ text|sentence }}", "{{ 1 / 0 }}")
    macros.write_text(text, encoding="utf-8")
    outcome = briefing("build", source, "--templates", templates)
    assert outcome.code == 2
    assert f"{macros}:{text.splitlines().index('{{ 1 / 0 }}') + 1}: lỗi:" in outcome.err


@pytest.mark.parametrize("name", ["nowhere", "hoa-binh-2023.yaml"])
def test_a_folder_without_the_template_is_told_by_name(
    briefing: Briefing, source: Path, tmp_path: Path, name: str
) -> None:
    outcome = briefing("build", source, "--templates", tmp_path / name)
    assert outcome.code == 2
    assert f"không tìm thấy mẫu “{KIND}”" in outcome.err
    assert str(tmp_path / name) in outcome.err, "which folder was looked in"


def test_a_template_that_is_not_utf_8_is_told(
    briefing: Briefing, source: Path, templates: Path
) -> None:
    (templates / KIND).write_bytes(b"# B\xe1o c\xe1o\n")
    outcome = briefing("build", source, "--templates", templates)
    assert outcome.code == 2
    assert str(templates / KIND) in outcome.err


def test_a_draft_shows_the_undefined_name_in_its_place(
    briefing: Briefing, source: Path, templates: Path
) -> None:
    spoil(templates, "Trước {{ report.sbject }} sau.\n")
    outcome = briefing("preview", source, "--draft", "--templates", templates)
    assert outcome.code == 0
    assert "Trước **\\[sbject ?\\]** sau." in outcome.out
