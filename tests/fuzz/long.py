"""Long inputs of the sort that makes careless code slow or large: fifty kilobytes each.

In ``make test`` they are an eighth of that, those of a megabyte and dear ones an eighth of it once
more, and each eighth of those of a reader is tried.

``python -m fuzz.long`` runs them and prints those that take more than ``YARDSTICKS`` of
work (``effort``), more than ``MEGABYTES`` of memory, or end with anything but findings.
"""

from __future__ import annotations

import gc
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

from effort import effort
from exploring import ALL, drawn, some

from fuzz.kept import reader
from fuzz.packages import PARTS, base, body, case

SIZE = drawn(50_000)
LESS = drawn(SIZE)
"""How much there is of what is dear: each line has much to be looked at or told."""

MORE_THAN_READ = 62_500
"""How many entries are refused as too many values; fewer are read, and each is looked at."""

YARDSTICKS = 200
MEGABYTES = 300

_HEAD = (
    "schema: 1\nkind: bao-cao-tong-ket\nperiod: {year: 2023}\ndate: 2026-12-20\nsubject: an ninh\n"
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _many(whole: int) -> int:
    """Return how often a statement stands in a megabyte of them, or in a part of it."""
    return drawn(drawn(whole))


def _filled(piece: str, size: int = SIZE) -> str:
    """Return a piece again and again; ``%d`` in it counts."""
    times = size // len(piece.encode()) + 1
    return "".join(piece.replace("%d", str(n)) for n in range(times))


def _input(more: str) -> bytes:
    return (_HEAD + more).encode()


def _packed(changes: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**base(), **changes}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _document(content: str) -> bytes:
    return _packed({PARTS[0]: body(content).partition(b"\n")[2]})


def _styles(content: str) -> bytes:
    return f'<w:styles xmlns:w="{_W}">{content}</w:styles>'.encode()


_FIGURE = "  figure%d: {label: l, value: 1, unit: vụ"
_YAML = {
    "figures": "figures:\n" + _filled(_FIGURE + "}\n", LESS),
    "chain": "figures:\n"
    + "".join(
        f"  f{n}: {{label: l, value: 1, unit: v, parts: [f{n + 1}]}}\n" for n in range(drawn(2500))
    ),
    "unknown links": "figures:\n" + _filled(_FIGURE + ", beside: figurx%d}\n", LESS),
    "unknown names": "figures:\n"
    + _filled(_FIGURE + "}\n", _many(36_000))
    + "tasks:\n"
    + _filled("- '{figurx%d}'\n", LESS),
    "unknown people": "conference:\n  directives:\n"
    + _filled("  - {by: ong_%d, points: [a]}\n", LESS),
    "unknown keys": _filled("figurez%d: 1\n"),
    "one key": _filled("a: 1\n"),
    "list": "tasks:\n" + _filled("- a\n", LESS),
    "a megabyte of entries": "tasks:\n" + "- a\n" * (250_000 if ALL else MORE_THAN_READ),
    "aliases": "opening: &a x\ntasks:\n" + _filled("- *a\n"),
    "open brackets": "tasks: " + "[" * SIZE,
    "open questions": "? " * (SIZE // 2),
    "blanks": "opening: 'a" + " " * SIZE + "b'\n",
    "no-break spaces": "title: '(" + "\xa0" * 19_000 + "x'\nabbreviations: {A: {long: b}}\n",
    "names in names": "opening: '" + "{subject}" * 2000 + "'\n",
    "names in texts": "title: "
    + "a" * 15_000
    + "\nissuer: {name: "
    + "b" * 15_000
    + "}\ntasks:\n"
    + ("- '" + "{issuer}" * 1000 + "'\n") * drawn(8),
    "abbreviations": "title: '"
    + "A " * 9000
    + "'\nabbreviations: {A: {long: "
    + "b" * 300
    + "}}\n",
    "districts": "opening: huyện" + " A" * 9000 + "\n",
    "contradictions": "opening: '" + "771/778 vụ (đạt 92,2%), " * drawn(600) + "'\n",
    "changes that cannot be": "tasks:\n"
    + ("- '" + "tăng 50% (từ 100 lên 120), " * 300 + "'\n") * drawn(6),
    "stars": "opening: '" + "*" * 19_000 + "'\n",
    "brackets": "opening: '" + "[" * 19_000 + "'\n",
}
_SAID = "Trong năm đã xảy ra 12 vụ, tăng 3 vụ so với cùng kỳ (9 vụ), đạt 95,5%. "
_TEXTS = {
    "digits": "1" * SIZE,
    "groups of digits": "123." * (SIZE // 4),
    "groups and a letter": "1" + ".111" * (SIZE // 4) + "_",
    "blanks": " " * SIZE + "1 vụ",
    "line ends": "\n" * SIZE + "1 vụ",
    "bars": "1|" * (SIZE // 2),
    "slashes": "1/2 " * (SIZE // 4),
    "brackets": "(1" * (SIZE // 2),
    "far rate": "5/6 vụ a a" + " " * SIZE + "(5%)",
    "far pair": "tăng 5 vụ" + " " * (SIZE // 2) + "," * (SIZE // 2) + " x5/6",
    "changes of changes": "1/2 vụ, tăng " * (SIZE // 16),
    "criteria": "giảm cả 3 tiêu chí, tăng 5 vụ, " * (SIZE // 40),
    "one whole": "xảy ra 5 vụ. " + "Làm rõ 3 vụ, đạt 5%. " * (SIZE // 28),
    "capitals": "huyện" + " A" * (SIZE // 2),
    "a megabyte of numbers": "1 2 3 4 5 6 7 8 9 " * _many(58_000),
    "a megabyte of statements": _filled(_SAID, _many(1_000_000)),
    "a megabyte without a blank": "5/6vụ(5%)," * _many(80_000),
}
_MARKDOWN = {
    "brackets": "[" * SIZE,
    "links": "[a](<" * (SIZE // 5),
    "stars": "*a" * (SIZE // 2),
    "mixed marks": "*_" * (SIZE // 2),
    "escapes": "\\" * SIZE,
    "entities": "&#1" * (SIZE // 3),
    "indented": "a\n\n" + " b\n\n" * (SIZE // 4),
    "lists in lists": "- " * (SIZE // 2),
    "short rows": "| a " * 1000 + "|\n" + "| --- " * 1000 + "|\n" + "| a |\n" * (SIZE // 6),
    "bars": "|" * SIZE,
    "blanks": "\n \n" * (SIZE // 3),
    "signs": "#" * SIZE,
}
_PACKS = {
    "dots in a key": "a" + ".a" * (SIZE // 2) + "=1\n",
    "dots in a table": "[a" + ".a" * (SIZE // 2) + "]\n",
    "dots in a group": "x={a" + ".a" * (SIZE // 2) + "=1}\n",
    "open lists": "a=" + "[" * SIZE,
    "keys": _filled("key%d=1\n"),
    "items": "[[before]]\ndate='2020-01-01'\n" * (SIZE // 30),
    "quotes": '"' * SIZE,
    "words": "a ." * (SIZE // 3),
}
_LINT = {
    "open brackets": "{{ " + "(" * SIZE,
    "sum": "{{ 1" + "+1" * (SIZE // 2) + " }}",
    "unknown": _filled("{{ repor%d }}\n"),
    "macros": "".join(
        f"{{% macro a{n}(x) %}}{{{{ a{n + 1}(x) }}}}{{{{ a{n + 1}([x]) }}}}{{% endmacro %}}"
        for n in range(60)
    )
    + "{{ a0(1) }}",
}
_CHAIN = "".join(
    f'<w:style w:type="paragraph" w:styleId="a{n}"><w:basedOn w:val="a{n + 1}"/></w:style>'
    for n in range(drawn(80_000))
)
_WORD = {
    "paragraph in paragraph": lambda: body(
        "<w:p>" * 200 + "<w:r><w:t>5%</w:t></w:r>" * 3000 + "</w:p>" * 200
    ),
    "one paragraph of statements": lambda: _document(
        "<w:p><w:r><w:t>" + _SAID * _many(drawn(80_000)) + "</w:t></w:r></w:p>"
    ),
    "one paragraph of numbers": lambda: _document(
        "<w:p><w:r><w:t>" + "1 2 3 4 5 6 7 8 9 " * _many(drawn(420_000)) + "</w:t></w:r></w:p>"
    ),
    "long text": lambda: _document("<w:p><w:r><w:t>" + "1" * 30_000_000 + "</w:t></w:r></w:p>"),
    "paragraphs": lambda: _document("<w:p/>" * _many(1_200_000)),
    "other parts": lambda: _packed({f"word/{n}.xml": b"0" * 8_000_000 for n in range(4)}),
}
_LOOKS = {
    "styles upon styles": lambda: _packed({PARTS[1]: _styles(_CHAIN)}),
    "elements": lambda: _packed({PARTS[1]: _styles("<w:p/>" * drawn(1_200_000))}),
    "picture of one byte": lambda: case("word/media/image1.png", b"\xff" * 8_000_000),
}

LONG: dict[str, Callable[[], bytes]] = {
    **{f"yaml/{name}": lambda more=more: _input(more) for name, more in _YAML.items()},
    **{
        f"{folder}/{name}": text.encode
        for folder, texts in (
            ("texts", _TEXTS),
            ("markdown", _MARKDOWN),
            ("packs", _PACKS),
            ("lint", _LINT),
        )
        for name, text in texts.items()
    },
    **{f"word-texts/{name}": made for name, made in _WORD.items()},
    **{f"looks/{name}": made for name, made in _LOOKS.items()},
}
"""What makes each long case, by reader and name."""

TRIED = [
    name
    for folder in dict.fromkeys(name.partition("/")[0] for name in LONG)
    for name in some([name for name in LONG if name.startswith(f"{folder}/")])
]
"""Which of them are tried."""

_DEAR = {
    *(f"yaml/{name}" for name in ("open brackets", "list", "chain", "figures", "contradictions")),
    *(f"yaml/{name}" for name in ("unknown links", "unknown names", "unknown people")),
    *(f"texts/a megabyte {kind}" for kind in ("of numbers", "of statements", "without a blank")),
    *(f"word-texts/one paragraph of {content}" for content in ("statements", "numbers")),
    *("yaml/names in texts", "word-texts/paragraphs", "lint/unknown"),
    "texts/one whole",  # for each share that is wrong, the digits that would mend it are tried
}
"""Cases of which each line, statement or paragraph has much to be looked at or told."""


def main() -> int:
    """Run the long cases and print what is wrong."""
    wrong = 0
    for name in TRIED:
        gc.collect()  # what the case before has left counts against none
        data = LONG[name]()
        _limit_memory()
        with effort() as spent:
            try:
                reader(name).one(data)
            except Exception as error:
                wrong += 1
                print(f"{name}: {type(error).__name__}: {error!s:.200}")
        if spent.yardsticks > _most(name):
            wrong += 1
            print(f"{name}: {spent.yardsticks:.0f} yardsticks")
    return 1 if wrong else 0


def _most(name: str) -> int:
    return YARDSTICKS * (6 if name in _DEAR else 1)


def _limit_memory() -> None:
    """Let this process have no more memory, where the system can see to that."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 1024 * 1024, resource.RLIM_INFINITY))


if __name__ == "__main__":
    sys.exit(main())
