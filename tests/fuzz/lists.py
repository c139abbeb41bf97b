"""Lists of inputs, by which a batch is told what to build."""

from __future__ import annotations

from briefing.batch.inputs import gather
from briefing.reading import read
from fuzz.expected import put, users_faults

TOKENS = (
    *(
        "input.yaml",
        "input.json",
        "#",
        "\n",
        "..",
        "../",
        "/",
        "\\",
        "C:",
        "~",
        "*",
        "**/",
        "[",
        "]",
    ),
    *(
        "\0",
        "\r",
        "\t",
        " ",
        "\x85",
        "\u2028",
        "a" * 300,
        "/dev/null",
        "con.yaml",
        ".yaml",
        "\ufeff",
    ),
)
_MOST = 5


def one(data: bytes) -> None:
    """Read one list, and the first inputs that it names."""
    with users_faults():
        inputs = gather(put("list.txt", data))
        for each in inputs[:_MOST]:
            with users_faults():
                read(each.source)


def seeds() -> list[bytes]:
    """Return lists as people write them."""
    return [
        b"input.yaml\n# last year\n../2022/input.json\n",
        b"/a/b.yaml",
        b"a.yaml\r\n\r\nb.yaml\r\n",
    ]
