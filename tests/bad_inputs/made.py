"""Inputs that cannot be text files under version control, each made in an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

START = "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2023}\n"


def _bytes(content: bytes, name: str = "input.yaml") -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / name).write_bytes(content)
        return name

    return make


def _missing_beside(neighbour: str, name: str = "input.yaml") -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / neighbour).write_text(START, encoding="utf-8")
        return name

    return make


def _folder(name: str) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / name).mkdir()
        return name

    return make


def _below_a_file(folder: Path) -> str:
    (folder / "input").write_text(START, encoding="utf-8")
    return "input/2023.yaml"


def _link_to_itself(folder: Path) -> str:
    (folder / "input.yaml").symlink_to("input.yaml")
    return "input.yaml"


MADE: dict[str, Callable[[Path], str]] = {
    "file-missing": _missing_beside("ky-anh.json"),
    "file-missing-with-near-name": _missing_beside("inputs.yaml"),
    "file-missing-because-its-ending-is": _missing_beside("input.yaml", "input"),
    "file-is-a-folder": _folder("input.yaml"),
    "file-is-a-folder-without-ending": _folder("input"),
    "file-below-a-file": _below_a_file,
    "file-linked-to-itself": _link_to_itself,
    "file-empty": _bytes(b""),
    "file-of-blank-lines": _bytes(b"\n  \n\t\n"),
    "file-of-a-byte-order-mark": _bytes(b"\xef\xbb\xbf"),
    "file-too-large": _bytes(START.encode() + b"# " + b"x" * (1024 * 1024)),
    "file-without-ending": _bytes(START.encode(), "input"),
    "file-is-a-word-document": _bytes(b"PK\x03\x04", "input.docx"),
    # “Công tác” in the old Vietnamese code page 1258, as old tools on Windows save it.
    "file-in-windows-1258": _bytes(START.encode() + b"subject: C\xf4ng t\xe1c an ninh\n"),
    "file-in-utf-16": _bytes(START.encode("utf-16")),
    "file-cut-inside-a-letter": _bytes(START.encode() + "subject: công tá".encode()[:-1]),
    "file-with-a-zero-byte": _bytes(START.encode() + b"subject: an\x00ninh\n"),
    # Two faults on line 3 and 4: neither the mark nor the line ends of Windows move a place.
    "windows-line-ends-and-byte-order-mark": _bytes(
        b"\xef\xbb\xbfschema: 1\r\nkind: bao-cao-tong-ket\r\nperiod: {year: nay}\r\nsubjet: a\r\n"
    ),
}
