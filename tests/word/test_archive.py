"""The archive of a Word file is the one that Python's own ``zipfile`` would write."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

import briefing
from briefing.word.archive import LEVEL

from .package import INPUTS


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize("name", ["hoa-binh-2023", "ky-anh-2023"])
def test_the_bytes_are_those_of_zipfile(name: str, draft: bool) -> None:
    made = briefing.build(briefing.load(INPUTS / f"{name}.yaml"), draft=draft)

    again = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(made)) as read,
        zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        assert read.testzip() is None
        for entry in read.infolist():
            fresh = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fresh.compress_type, fresh.create_system = zipfile.ZIP_DEFLATED, 0
            written.writestr(fresh, read.read(entry), compresslevel=LEVEL)

    assert again.getvalue() == made
