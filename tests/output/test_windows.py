"""What is otherwise on Windows, simulated: this system need not know any of it.

Names of devices, names that Windows cuts or splits, slashes of both kinds, paths that are too long,
junctions, locks that cannot be shared, files that cannot be renamed while they are open, pipes that
nobody reads, terminals of another code page. Places of inputs named through drives and other
machines are in ``tests/batch/test_staying_below.py``.
"""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path, PurePath, PureWindowsPath
from types import ModuleType
from typing import Any, NoReturn

import pytest
from cli.running import HOA_BINH, Briefing, run_program

from briefing import OutputError
from briefing.cli import streams
from briefing.output import check_below, file_named, kind_at, locks, nameless_part, write_whole

NO_NAMES = [
    *("CON", "con", "nul", "aux.yaml", "Nul.tar.gz", "COM1.docx", "lpt9", "com¹.docx", "conin$"),
    *("nul .docx", "aux  .yaml", "a.docx.", "a.docx ", "xã .", "ab:c.docx", "a?.docx", 'a".docx'),
    *("a*b", "a|b", "<a>", "a\tb.docx", "CON.", "PRN"),
]
NAMES = ["a.docx", "console.docx", "nul1.docx", "com10", "auxiliary.yaml", ".a", "a b.docx", "comx"]
NAMES += ["Báo cáo năm 2023.docx", "lpt.docx", "com.docx", "a..docx", "“a”.docx"]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("output.names", "output.whole", "cli.streams"):
        monkeypatch.setattr(f"briefing.{module}.WINDOWS", True)


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("name", NO_NAMES)
@pytest.mark.parametrize("around", ["{}", "C:\\ra\\{}", "//server/share/{}", "{}/a.docx", "C:{}"])
def test_what_windows_takes_for_no_name_is_found(name: str, around: str) -> None:
    assert nameless_part(PureWindowsPath(around.format(name))) is not None


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "around", ["{}", "C:\\ra\\{}", "\\\\server\\share\\{}", "{}/a.docx", "..\\{}", "C:{}"]
)
def test_names_are_names(name: str, around: str) -> None:
    assert nameless_part(PureWindowsPath(around.format(name))) is None


@pytest.mark.parametrize("name", [name for name in NO_NAMES if "\t" not in name])
def test_elsewhere_they_are_names(briefing: Briefing, tmp_path: Path, name: str) -> None:
    assert nameless_part(PurePath(name)) is None
    if name == NO_NAMES[3]:
        assert briefing("build", HOA_BINH, "-o", tmp_path / f"{name}.docx").code == 0


@pytest.mark.usefixtures("windows")
def test_no_document_is_written_to_a_device(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (("-o", "nul.docx"), ("-o", "ab:c.docx"), ("-d", "aux"), ("-d", "xã ./ra")):
        outcome = briefing("build", HOA_BINH, *words, "--force")
        assert outcome.code == 2
        assert "[output/not-a-name]" in outcome.err
    for name in ("aux", "b"):
        (tmp_path / f"{name}.yaml").write_bytes(HOA_BINH.read_bytes())
    (tmp_path / "list.txt").write_text("aux.yaml\nb.yaml\n")
    outcome = briefing("build", "list.txt", "-d", "out", "--force")
    assert outcome.code == 2
    assert "aux.docx: lỗi: Windows coi “aux.docx” là tên thiết bị" in outcome.err
    assert [file.name for file in tmp_path.rglob("*.docx")] == ["b.docx"]
    outcome = briefing("build", "list.txt", "-d", "out", "--resume", "--summary", "con.csv")
    assert outcome.code == 2
    assert "[output/not-a-name]" in outcome.err


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("text", ["a\\", "C:\\a\\", "a/b\\", ".\\", "..\\..", "C:\\a\\."])
def test_a_backslash_makes_a_folder_too(text: str) -> None:
    with pytest.raises(OutputError) as refused:
        file_named(text)
    assert refused.value.findings[0].rule == "output/is-folder"


def fails(number: int) -> Callable[..., NoReturn]:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.usefixtures("windows")
def test_a_path_that_is_too_long_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path.joinpath(*["xã vùng sâu"] * 25)
    deep.mkdir(parents=True)
    with monkeypatch.context() as patched:
        patched.setattr("tempfile.mkstemp", fails(errno.ENOENT))
        for folder, reason in ((deep, "tên quá dài"), (tmp_path, "No such file")):
            with pytest.raises(OutputError) as refused:
                write_whole(folder / "a.docx", b"new")
            assert reason in str(refused.value)


def test_a_junction_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").mkdir()
    tag, real = 0xA0000003, Path.lstat

    class Junction:
        st_mode, st_reparse_tag = stat.S_IFDIR | 0o777, tag

    def lstat(path: Path) -> Any:
        return Junction() if path.name == "x" else real(path)

    monkeypatch.setattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", tag, raising=False)
    monkeypatch.setattr(Path, "lstat", lstat)
    assert stat.S_ISLNK(kind_at(tmp_path / "x"))
    with pytest.raises(OutputError) as refused:
        check_below(tmp_path, Path("x/a.docx"))
    assert refused.value.findings[0].rule == "output/outside"


class Msvcrt(ModuleType):
    """Locks as Windows has them: a region of a file belongs to one descriptor, or to nobody."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: dict[tuple[int, int], int] = {}

    def locking(self, descriptor: int, mode: int, size: int) -> None:
        assert (mode, size) == (self.LK_NBLCK, 1)
        place = os.lseek(descriptor, 0, os.SEEK_CUR)
        file = (os.fstat(descriptor).st_ino, place)
        if self.held.setdefault(file, descriptor) != descriptor:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def test_locks_that_cannot_be_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = Msvcrt()
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr("sys.platform", "win32")
    spec = spec_from_file_location("locks_of_windows", locks.__file__)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    file = tmp_path / "journal"
    file.write_bytes(b"data")
    first, second = (os.open(file, os.O_RDWR) for _ in range(2))
    try:
        with module.only_run(first) as alone:
            assert alone
        with module.only_run(second) as alone:
            assert not alone, "the first run lives"
        assert module.left_over(file) is None
        assert min(place for _, place in fake.held) > 1 << 32, (
            "readers of the data are not kept out"
        )
        fake.held.clear()  # the first run ended
        with module.only_run(second) as alone:
            assert alone
    finally:
        os.close(first)
        os.close(second)


@pytest.mark.usefixtures("windows")
@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux has /proc")
def test_no_file_is_renamed_while_it_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, target = Path.replace, tmp_path / "a.docx"
    target.write_bytes(b"old")

    def closed(temporary: Path, to: Path) -> Path:
        led_to = {os.path.realpath(entry) for entry in Path("/proc/self/fd").iterdir()}
        assert str(temporary) not in led_to
        return replace(temporary, to)

    monkeypatch.setattr(Path, "replace", closed)
    (tmp_path / ".briefing-abcdefgh.tmp").write_bytes(b"perhaps at work")
    write_whole(target, b"new", force=True)
    assert target.read_bytes() == b"new"
    assert (tmp_path / ".briefing-abcdefgh.tmp").exists()


class Unread(io.RawIOBase):
    """A pipe that nobody reads, as Windows tells of it."""

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1

    write = fails(errno.EINVAL)


@pytest.mark.usefixtures("windows")
def test_a_reader_that_left_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_guards", [])
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(io.BufferedWriter(Unread())))
    streams.guard_streams()
    print("Báo cáo", flush=True)
    assert streams.settled(0) == 0
    assert streams.nobody_listens()


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_a_terminal_of_another_code_page_gets_vietnamese_letters(
    tmp_path: Path, encoding: str
) -> None:
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    environment |= {"PYTHONCOERCECLOCALE": "0"}
    outcome = run_program("kinds", folder=tmp_path, environment=environment)
    assert outcome.code == 0
    assert "Báo cáo tổng kết năm" in outcome.out


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_list_of_another_code_page_is_told(
    briefing: Briefing, tmp_path: Path, encoding: str
) -> None:
    listed = tmp_path / "list.txt"
    listed.write_bytes("xã\n".encode(encoding))
    outcome = briefing("build", listed, "-d", tmp_path / "out")
    assert outcome.code == 2
    assert "[file/not-utf8]" in outcome.err
