"""A LibreOffice that stays: it saves files in other formats for as long as the tests run.

A start takes a second of work, a page of a document a hundredth of that. So each process of pytest
starts one LibreOffice, with a profile of its own, in which a macro waits for jobs. It ends with the
session, or when nobody has asked it anything for a quarter of an hour.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

FILTERS = {
    "pdf": "writer_pdf_Export",
    "docx": "MS Word 2007 XML",
    "xlsx": "Calc MS Excel 2007 XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
}
"""What LibreOffice calls the formats that the tests have files saved in."""

_ENVIRONMENT = dict(os.environ)
"""What the tests are started with: what one of them changes is not for a process that stays."""

_TIMEOUT = 180
_SETTLED = 60
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Form"'
    ' script:language="StarBasic">{}</script:module>'
)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Form"/></library:library>'
)
# Looking for a job is work as well: it is done seldom where none has come for long.
_SERVE = """\
Sub Serve
number = 1
Do
    pause = 10
    waited = 0
    Do While Not FileExists("{folder}/" & number)
        Wait pause
        waited = waited + pause
        If pause < 250 Then pause = pause + 2
        If waited > 900000 Then
            StarDesktop.terminate()
            Exit Sub
        End If
    Loop
    job = FreeFile
    Open "{folder}/" & number For Input As #job
    Line Input #job, filter
    If filter = "end" Then
        Close #job
        StarDesktop.terminate()
        Exit Sub
    End If
    Do While Not EOF(job)
        Line Input #job, source
        Line Input #job, target
        Save(source, target, filter)
    Loop
    Close #job
    done = FreeFile
    Open "{folder}/" & number & ".done" For Output As #done
    Close #done
    number = number + 1
Loop
End Sub

Sub Save(source, target, filter)
Dim opening(0) As New com.sun.star.beans.PropertyValue
Dim saving(0) As New com.sun.star.beans.PropertyValue
On Error GoTo Lost
opening(0).Name = "Hidden" : opening(0).Value = True
saving(0).Name = "FilterName" : saving(0).Value = filter
whole = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
whole.storeToURL(target, saving())
whole.close(True)
Lost:
End Sub
"""


def program() -> str | None:
    """Return the program, ``None`` where there is none."""
    return shutil.which("soffice", path=_ENVIRONMENT.get("PATH"))


def saved(files: Mapping[Path, Path]) -> None:
    """Save files in other formats: each under a name whose ending says in which.

    Raises AssertionError where LibreOffice saves one of them in no way.
    """
    for ending in sorted({target.suffix for target in files.values()}):
        chosen = {one: target for one, target in files.items() if target.suffix == ending}
        _office().save(chosen, FILTERS[ending[1:]])
    lost = [str(source) for source, target in files.items() if not target.exists()]
    assert not lost, f"LibreOffice saves no {lost}"


def end() -> None:
    """End the LibreOffice of this process, if it has one."""
    if _office.cache_info().currsize:
        _office().end()
        _office.cache_clear()


@cache
def _office() -> _Office:
    return _Office(Path(tempfile.mkdtemp(prefix="office-")))


class _Office:
    """The process, and the folder in which it finds its jobs, one after another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._profile = folder / "profile"
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0
        lay_profile(self._profile, _SERVE.format(folder=folder.as_uri()))

    def save(self, files: Mapping[Path, Path], as_what: str) -> None:
        if self._process is None or self._process.poll() is not None:
            self._start()
        pairs = [one.absolute().as_uri() for pair in files.items() for one in pair]
        self._ask(as_what, *pairs)
        self._wait_for(self._folder / f"{self._asked}.done")

    def _ask(self, *lines: str) -> None:
        self._asked += 1
        job = self._folder / "job"
        job.write_text("\n".join(lines), encoding="ascii")
        job.replace(self._folder / str(self._asked))

    def _start(self) -> None:
        for old in self._folder.glob("[0-9]*"):
            old.unlink()
        self._asked = 0
        with (self._folder / "said").open("wb") as said:
            self._process = subprocess.Popen(
                started(self._profile, "macro:///Standard.Form.Serve()"),
                cwd=self._folder,
                env=environment(self._folder),
                stdout=said,
                stderr=said,
                start_new_session=True,
            )

    def _wait_for(self, done: Path) -> None:
        assert self._process
        end = time.monotonic() + _TIMEOUT
        while not done.exists():
            said = (self._folder / "said").read_text(errors="replace")
            assert self._process.poll() is None, f"LibreOffice ended: {said}"
            assert time.monotonic() < end, f"LibreOffice does not end: {said}"
            time.sleep(0.01)

    def end(self) -> None:
        """End LibreOffice, so that it takes its socket away; kill it where it does not end."""
        if self._process:
            self._ask("end")
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_SETTLED)
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def lay_profile(folder: Path, macro: str) -> None:
    """Lay down a folder of LibreOffice's settings with a macro in it."""
    # The first start lays down a profile, over whatever stands there.
    words, around = started(folder, "--terminate_after_init"), environment(folder)
    subprocess.run(words, check=True, capture_output=True, timeout=_SETTLED, env=around)
    put_macro(folder, macro)


def put_macro(profile: Path, macro: str) -> None:
    """Put another macro in place of that of a profile."""
    library = profile / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Form.xba").write_text(_MODULE.format(escape(macro)), encoding="utf-8")


def environment(folder: Path) -> dict[str, str]:
    """Return what LibreOffice is started with: it leaves files behind, which go with a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return {**_ENVIRONMENT, "TMPDIR": str(folder)}


def started(profile: Path, *words: str) -> list[str]:
    """Return the words that start LibreOffice with a profile."""
    office = program()
    assert office
    return [
        office,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        *words,
    ]
