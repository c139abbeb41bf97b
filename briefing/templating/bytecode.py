"""The program's own templates, compiled once, beside the program's own bytecode.

Whoever can write there can change the program itself, so nobody gains a way around the sandbox by
it. Templates of packs and of users are compiled by every run.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import ClassVar

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from briefing.templating.kind import template_folder

_DIGEST = hashlib.sha256().digest_size


class ProgramBytecode(BytecodeCache):
    """Keeps what the templates that came with the program compile to, here and on disk.

    Each combination of packs has an environment of its own, which asks for them again.
    """

    _loaded: ClassVar[dict[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the file that keeps a template, empty for one that is not kept."""
        if filename is None or Path(filename).parent != template_folder():
            return ""
        own = Path(__file__).with_name(f"{name.replace(':', '-')}.py")
        try:
            return cache_from_source(str(own))
        except NotImplementedError:  # this Python keeps no bytecode
            return ""

    def get_source_checksum(self, source: str) -> str:
        """Return what the code depends on: the template, its folder, and what compiles it."""
        parts = (source, str(template_folder()), _compiler())
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code that is kept, if it is whole and of this very template."""
        if not bucket.key:
            return
        bucket.code = self._loaded.get(self._name(bucket))
        if bucket.code is not None:
            return
        with suppress(OSError):
            kept = Path(bucket.key).read_bytes()
            seal, code = kept[:_DIGEST], kept[_DIGEST:]
            if seal == _seal(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 - no less safe than Python's own
                self._loaded[self._name(bucket)] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, whole or not at all, where Python may keep its own."""
        if not bucket.key or bucket.code is None:
            return
        self._loaded[self._name(bucket)] = bucket.code
        if sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        folder = Path(bucket.key).parent
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
                file.write(_seal(bucket, code) + code)
            Path(file.name).replace(bucket.key)

    def _name(self, bucket: Bucket) -> str:
        return f"{bucket.key} {bucket.checksum}"


def _seal(bucket: Bucket, code: bytes) -> bytes:
    return hashlib.sha256(bucket.checksum.encode() + code).digest()


@cache
def _compiler() -> str:
    """Return what stands for the code that turns templates into Python."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    own = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return f"{sys.version} {jinja2.__version__} {own}"
