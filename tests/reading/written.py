"""YAML as people and programs write it: data in every style, and pieces in any order."""

from __future__ import annotations

import json

from hypothesis import strategies as st

PIECES = [
    *("a", "b", "x y", "đ", "é", "e\u0301", "\U0001f600", "1", "92.20", "01", "0x1", "1e3", "."),
    *("no", "~", "null", "true", "<<", "=", "x" * 600),
    *("\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n \n", "\r\n", " ", "  ", "\t", "\u2028"),
    *("- ", "-", "\n- ", ": ", ":", "a: ", "b:\n", "c: d\n", "<<: ", "? ", "?", ", ", ","),
    *("[", "]", "{", "}", '"', "'", '"q"', "'s'", "''", '""', "#", " # c", "%", "@", "`", "\ufeff"),
    *("|\n", ">\n", "|-\n", ">+\n", "|2\n", "a: |\n  ", "&a ", "*a", "!t ", "!!int ", "! ", "!<x>"),
    *("---", "\n---\n", "...", "\n...\n", "%YAML 1.1\n"),
    *("\\", "\\n", "\\u0041", "\\/", "\\x41", "\\\n", "\\ "),
]
"""What YAML is made of."""

_WORDS = st.sampled_from(
    [
        *("an ninh", "Hòa Bình", "Ho\u0300a Bi\u0300nh", "xã Số 0001", "\U0001f600", "huyện: A"),
        *("771/778 vụ (đạt 92,2%)", "a # b", "a #b", "a#b", "- a", "[a]", "{a}", "a, b", "'a'"),
        *(
            '"a"',
            "a\\b",
            "%a",
            "@a",
            "`a",
            "!a",
            "&a",
            "*a",
            "|",
            ">",
            "?",
            "? a",
            ":",
            ": a",
            "a:",
        ),
        *(
            "1",
            "92.20",
            "-5",
            "010",
            "1_000",
            "1e3",
            ".5",
            "0x1f",
            "yes",
            "no",
            "true",
            "null",
            "~",
        ),
        *(
            "2023-12-20",
            "12:30",
            "<<",
            "=",
            "",
            " a",
            "a ",
            "a\nb",
            "a\n\n  b\n",
            "\n",
            "…",
            "\xa0a",
        ),
        *("http://a.vn/?b=c", "a\tb", "\x85", "x" * 1100),
    ]
)
_KEYS = st.one_of(st.sampled_from(["a", "b", "đ", "x_1", "tên"]), _WORDS)
_LEAVES = st.one_of(_WORDS, st.text(max_size=8), st.integers().map(str), st.none())
_DATA = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
_Draw = st.DrawFn


@st.composite
def documents(draw: _Draw) -> str:
    """Return a mapping as text, each of its values in some style."""
    data = draw(st.dictionaries(_KEYS, _DATA, min_size=1, max_size=5))
    text = draw(st.sampled_from(["", "---\n", "# đầu tệp\n\n"])) + _block(draw, data, 0)
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


def _block(draw: _Draw, data: object, indent: int) -> str:
    """Return the lines of a group or list."""
    pad = " " * indent
    if isinstance(data, dict):
        heads = [(f"{_key(draw, key)}:", value) for key, value in data.items()]
    else:
        assert isinstance(data, list)
        heads = [("-", value) for value in data]
    lines = []
    for head, value in heads:
        lines.append(f"{pad}{head}{_value(draw, value, indent)}\n")
        if draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(["\n", "  \n", f"{pad}# ghi chú: a\n", "# b\n"])))
    return "".join(lines)


def _value(draw: _Draw, value: object, indent: int) -> str:
    """Return what stands behind a key or dash."""
    if isinstance(value, dict | list) and value and draw(st.integers(0, 3)):
        deeper = indent + draw(st.sampled_from([1, 2, 4]))
        return f"{_remark(draw)}\n{_block(draw, value, deeper)}".rstrip("\n")
    if isinstance(value, str) and value.strip() and draw(st.integers(0, 3)) == 0:
        return _literal(draw, value, indent)
    return f" {_flow(draw, value)}{_remark(draw)}"


def _literal(draw: _Draw, value: str, indent: int) -> str:
    sign = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+"]))
    pad = " " * (indent + draw(st.sampled_from([1, 2])))
    return f" {sign}\n" + "\n".join(pad + line if line else "" for line in value.split("\n"))


def _remark(draw: _Draw) -> str:
    return draw(st.sampled_from(["", "", "", "  # ghi chú"]))


def _key(draw: _Draw, key: str) -> str:
    return _scalar(draw, key[:200])


def _flow(draw: _Draw, value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        pairs = (f"{_key(draw, key)}: {_flow(draw, item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(draw, item) for item in value) + "]"
    if value is None:
        return draw(st.sampled_from(["", "~", "null"]))
    assert isinstance(value, str)
    return _scalar(draw, value)


def _scalar(draw: _Draw, text: str) -> str:
    """Return a text as it is, in single quotes, or in double quotes with escapes or without."""
    return draw(
        st.sampled_from(
            [
                text,
                "'" + text.replace("'", "''") + "'",
                json.dumps(text, ensure_ascii=False),
                json.dumps(text),
            ]
        )
    )
