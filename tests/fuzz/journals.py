"""The journal that an earlier batch left in a folder that others may write to."""

from __future__ import annotations

from pathlib import Path

from briefing.batch.digests import digest
from briefing.batch.journal import FILE, Journal
from briefing.batch.model import BatchTask, Settings
from fuzz.expected import put, users_faults

_RECORD = (
    b'{"name": "a.docx", "series": "0", "digest": "0", "leads": [{"file": "", "locality": null,'
    b' "day": "2023-12-20"}], "outputs": {"a.docx": "0"}, "source": "a.yaml", "findings":'
    b' "[{\\"rule\\": \\"kind/expected-fact\\", \\"severity\\": 2, \\"place\\": [\\"\\", 3, 1],'
    b' \\"path\\": \\"causes\\", \\"values\\": {\\"field\\": \\"causes\\"}}]"}'
)
_PRINTED = b'{"pdf": "a.pdf", "of": "0", "sha256": "0"}'
TOKENS = (
    *("name", "digest", "leads", "outputs", "pdf", "of", "sha256", "file", "locality", "day", "\n"),
    *("series", "source", "findings", "rule", "severity", "place", "path", "values", '\\"'),
    *("{", "}", "[", "]", ":", ",", '"', "null", "true", "0", "../", "/dev/zero", "\\u0000", "NaN"),
    *("a.docx", "a.pdf", "hoa-binh", "2023-12-20", "[" * 3000),
)
NAME = "a.docx"


def one(data: bytes) -> None:
    """Read one journal, and ask it as a batch that resumes does."""
    file = put(f"journal/{FILE}", data)
    settings = Settings(file.parent, packs=())
    with users_faults(), Journal(settings) as journal:
        record = journal.record(NAME, file)
        journal.word_of("a.pdf", "0")
        assert isinstance(journal.source_of(NAME), str)
        if record:
            assert all(isinstance(found.message(), str) for found in record.findings)
            task = BatchTask(file, Path(NAME), settings, record)
            digest(task, record.leads)
            outside = [name for name in record.outputs if not _stays(file.parent, name)]
            assert not outside


def _stays(root: Path, name: str) -> bool:
    root = root.resolve()
    return (root / name).resolve().is_relative_to(root)


def seeds() -> list[bytes]:
    """Return journals as a batch writes them."""
    return [b"\n" + _RECORD + b"\n" + _PRINTED, _RECORD, _PRINTED]
