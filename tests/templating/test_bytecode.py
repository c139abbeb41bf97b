"""The program's own templates are compiled once, where Python keeps the program's own bytecode."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hostile.golden import put_templates
from program_data.keeping import kept

from briefing.templating import bytecode, template_folder
from briefing.templating.environment import ReportEnvironment

__all__ = ["kept"]

KIND = "bao-cao-tong-ket.md.j2"


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*.j2.*") if file.is_file())


def compiled(roots: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Open a template as a new process would; return the templates that it had to compile."""
    names: list[str] = []
    compile_it = ReportEnvironment.compile

    def noted(self, source, name=None, *more):
        names.append(name.partition(":")[2])
        return compile_it(self, source, name, *more)

    with monkeypatch.context() as patched:
        patched.setattr(bytecode.ProgramBytecode, "_loaded", {})
        patched.setattr(ReportEnvironment, "compile", noted)
        ReportEnvironment(roots).open(KIND)
    return names


def test_a_template_of_the_program_is_compiled_once(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = (template_folder(),)

    assert compiled(roots, monkeypatch) == [KIND]
    assert len(files(kept)) == 1
    assert compiled(roots, monkeypatch) == []


def test_kept_code_is_the_code_that_compiling_gives(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = (template_folder(),)
    opened = []
    for _ in range(2):
        monkeypatch.setattr(bytecode.ProgramBytecode, "_loaded", {})
        opened.append(ReportEnvironment(roots).open(KIND))
    fresh, again = opened

    assert len(files(kept)) == 1
    first, second = (t.root_render_func.__code__ for t in (fresh, again))
    assert first == second
    assert first.co_filename == second.co_filename == str(template_folder() / KIND)
    assert fresh.debug_info == again.debug_info


@pytest.mark.parametrize("writes", [True, False])
def test_each_combination_of_packs_in_one_process_takes_what_the_first_compiled(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: bool
) -> None:
    monkeypatch.setattr(bytecode.ProgramBytecode, "_loaded", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", not writes)
    compiled_here: list[str] = []
    compile_it = ReportEnvironment.compile

    def noted(self, source, name=None, *more):
        compiled_here.append(name.partition(":")[2])
        return compile_it(self, source, name, *more)

    monkeypatch.setattr(ReportEnvironment, "compile", noted)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        ReportEnvironment((tmp_path / name, template_folder())).open(KIND)

    assert compiled_here == [KIND]
    assert len(files(kept)) == int(writes)


def test_templates_from_elsewhere_are_never_kept(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = (put_templates(tmp_path), template_folder())

    assert compiled(roots, monkeypatch) == [KIND]
    assert compiled(roots, monkeypatch) == [KIND]
    assert files(kept) == []


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x" * 40, b"x" * 100_000], ids=len)
def test_what_is_not_whole_is_compiled_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch, spoilt: bytes
) -> None:
    roots = (template_folder(),)
    compiled(roots, monkeypatch)
    [file] = files(kept)
    whole = file.read_bytes()

    file.write_bytes(spoilt)
    assert compiled(roots, monkeypatch) == [KIND]
    assert file.read_bytes() == whole
    file.write_bytes(whole[:-1])
    assert compiled(roots, monkeypatch) == [KIND]


def test_another_compiler_compiles_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    roots = (template_folder(),)
    compiled(roots, monkeypatch)

    monkeypatch.setattr(bytecode, "_compiler", lambda: "another")
    assert compiled(roots, monkeypatch) == [KIND]
    assert len(files(kept)) == 1


def test_nothing_is_kept_where_python_keeps_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert compiled((template_folder(),), monkeypatch) == [KIND]
    assert files(kept) == []


def test_a_folder_that_cannot_be_written_is_no_hindrance(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_text("a file where the folder would be")

    assert compiled((template_folder(),), monkeypatch) == [KIND]
    assert compiled((template_folder(),), monkeypatch) == [KIND]
