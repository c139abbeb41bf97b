"""A ``style.docx`` that cannot be used is told, stops a final document, and harms nothing."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from exploring import some

import briefing
from briefing import RefusedError, Severity

from .styled import built, looks, made, rezipped, styled

TYPES, STYLES = "[Content_Types].xml", "word/styles.xml"
LINKS = "word/_rels/document.xml.rels"


def read(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(built())) as archive:
        return archive.read(name)


def changed(name: str, old: bytes, new: bytes) -> bytes:
    text = read(name)
    assert old in text
    return rezipped(built(), {name: text.replace(old, new)})


def macros() -> bytes:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(TYPES, plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")


def without_styles() -> bytes:
    relation = next(part for part in read(LINKS).split(b"<") if b"/styles" in part)
    return rezipped(changed(LINKS, b"<" + relation, b""), {STYLES: None})


def entities(code: str = "utf-8") -> bytes:
    layers = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE w:styles [<!ENTITY e0 "ha">{layers}]>'
    text = read(STYLES).decode().replace("<w:styles", f"{bomb}<w:styles", 1)
    text = text.replace("UTF-8", code).replace('w:val="Title"', 'w:val="&e9;"', 1)
    return rezipped(built(), {STYLES: text.encode(code)})


def outside_entity() -> bytes:
    bomb = b'<!DOCTYPE w:styles [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:styles'
    return changed(STYLES, b"<w:styles", bomb)


def zeros(parts: int, each: int) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(parts):
            archive.writestr(f"word/{number}.xml", bytes(each))
    return buffer.getvalue()


BROKEN: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"no zip at all",
    "older Word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "cut off": lambda: built()[:-200],
    "zip of nothing": lambda: zeros(0, 0),
    "zip of something else": lambda: zeros(3, 10),
    "docm": macros,
    "no styles": without_styles,
    "styles are no XML": lambda: rezipped(built(), {STYLES: b"<w:styles"}),
    "styles are empty": lambda: rezipped(built(), {STYLES: b""}),
    "styles are missing": lambda: rezipped(built(), {STYLES: None}),
    "no document": lambda: rezipped(built(), {"word/document.xml": None}),
    "no body": lambda: changed("word/document.xml", b"w:body", b"w:nobody"),
    "no content types": lambda: rezipped(built(), {TYPES: None}),
    "entities": entities,
    "entities in UTF-16": lambda: entities("utf-16"),
    "entity from outside": outside_entity,
    "deep": lambda: rezipped(built(), {STYLES: b"<a>" * 100_000}),
}
TOO_LARGE: dict[str, Callable[[], bytes]] = {
    "many bytes": lambda: bytes(8 * 1024 * 1024 + 1),
    "zip bomb": lambda: zeros(4, 10 * 1024 * 1024),
    "many parts": lambda: zeros(600, 1),
}


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        *(pytest.param("look/unreadable", make, id=name) for name, make in BROKEN.items()),
        *(pytest.param("look/too-large", make, id=name) for name, make in TOO_LARGE.items()),
    ],
)
def test_it_is_told_and_stops_a_final_document_but_no_draft(
    rule: str, content: Callable[[], bytes], tmp_path: Path
) -> None:
    (tmp_path / "style.docx").write_bytes(content())
    report = styled(tmp_path)
    [finding] = looks(report)
    assert (finding.rule, finding.severity) == (rule, Severity.ERROR)
    assert str(finding.origin) == str(tmp_path / "style.docx")
    with pytest.raises(RefusedError):
        briefing.build(report)
    assert zipfile.ZipFile(BytesIO(made(report))).testzip() is None


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "style.docx").mkdir()
    [finding] = [f for f in briefing.check(styled(tmp_path)) if f.rule == "file/unreadable"]
    assert str(finding.origin) == str(tmp_path / "style.docx")
    assert finding.message("vi") == "không đọc được tệp: đây là thư mục"


def test_what_is_told_of_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "style.docx").write_bytes(b"PK")
    [finding] = looks(styled(tmp_path))
    assert finding.message("vi") == (
        "không đọc được tệp quy định cách trình bày; tệp hỏng hoặc không phải tệp Word .docx"
    )
    assert finding.message("en") == (
        "the file that sets the look cannot be read; it is damaged or no Word .docx file"
    )


@pytest.mark.parametrize("nonsense", ["", "x", "-5", "99999999999999999999", "1e9", "14pt", "٣"])
def test_nonsense_for_a_number_never_breaks_a_document(nonsense: str, tmp_path: Path) -> None:
    text = read(STYLES).decode()
    for good in ('"28"', '"720"', '"120"', '"240"', '"85"', '"4"'):
        text = text.replace(f"={good}", f'="{nonsense}"')
    (tmp_path / "style.docx").write_bytes(rezipped(built(), {STYLES: text.encode()}))
    report = styled(tmp_path)
    looks(report)
    styles = zipfile.ZipFile(BytesIO(made(report))).read(STYLES)
    assert f'w:val="{nonsense}"'.encode() not in styles


@pytest.mark.parametrize("seed", some(range(60)))
def test_damage_anywhere_is_at_most_a_finding(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    parts = [STYLES, "word/document.xml", LINKS, TYPES, "word/numbering.xml"]
    name = chance.choice(parts)
    content = bytearray(read(name))
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(content))
        end = start + chance.randint(0, 40)
        content[start:end] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 9)))
    (tmp_path / "style.docx").write_bytes(rezipped(built(), {name: bytes(content)}))
    report = styled(tmp_path)
    looks(report)
    assert zipfile.ZipFile(BytesIO(made(report))).testzip() is None


@pytest.mark.parametrize("seed", some(range(30)))
def test_shuffled_attributes_are_at_most_findings(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text = read(STYLES).decode()
    values = text.split('"')
    spots = range(1, len(values), 2)
    for spot in chance.sample(spots, 40):
        if "schemas" not in values[spot]:
            values[spot] = values[chance.choice(spots)]
    (tmp_path / "style.docx").write_bytes(rezipped(built(), {STYLES: '"'.join(values).encode()}))
    report = styled(tmp_path)
    looks(report)
    assert zipfile.ZipFile(BytesIO(made(report))).testzip() is None
