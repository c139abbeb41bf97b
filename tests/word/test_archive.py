"""The archive of a Word file: byte for byte what Python's own module for archives writes."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from briefing.word.archive import LEVEL, archive_of, pressed

NAMES = st.text("abz/._[]0", min_size=1, max_size=30)
PARTS = st.dictionaries(NAMES, st.binary(max_size=3000), max_size=6)


@given(PARTS)
def test_it_is_what_python_writes(parts: dict[str, bytes]) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content, compresslevel=LEVEL)
    assert archive_of([pressed(*part) for part in parts.items()]) == buffer.getvalue()
