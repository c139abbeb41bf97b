"""The ``style.docx`` of a pack, read, fitted to the standard, and a document written with it."""

from __future__ import annotations

import zipfile
from io import BytesIO

from briefing.document import Document, read_content
from briefing.standards import load_standard
from briefing.word import fit, look_of, write_docx
from fuzz.expected import folder, put, told, users_faults
from fuzz.markdown import FRAME
from fuzz.packages import TOKENS, package, seeds

__all__ = ["TOKENS", "one", "seeds"]

_TEXT = """\
# A

b

## I

### 1

- c

1. d

| a | b |
|---|---|
| 1 | 2 |

# Phụ lục

e
"""


def one(data: bytes) -> None:
    """Read one look; the document must be whole whatever it says."""
    put("look/style.docx", package(data))
    with users_faults():
        look = look_of([folder() / "look"])
        fitted = fit(load_standard("nd30-2020"), look)
        told(fitted.findings)
        document = Document(FRAME, read_content(_TEXT))
        content = write_docx(document, fitted.standard, fitted.look)
        assert zipfile.ZipFile(BytesIO(content)).testzip() is None
