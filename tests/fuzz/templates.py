"""A template of another's hand, rendered in the sandbox."""

from __future__ import annotations

from functools import cache

import briefing
from fuzz.expected import REPOSITORY, put, users_faults

NAME = "bao-cao-tong-ket.md.j2"
TOKENS = (
    *(
        "{{ ",
        " }}",
        "{% ",
        " %}",
        "{# ",
        " #}",
        "{%- ",
        " -%}",
        "for x in ",
        "endfor",
        "if ",
        "endif",
    ),
    *(
        "set ",
        "endset",
        "macro m(a)",
        "endmacro",
        "call ",
        "endcall",
        "block b",
        "endblock",
        "include ",
    ),
    *(
        "import ",
        "from ",
        "extends ",
        "with ",
        "endwith",
        "filter ",
        "raw",
        "endraw",
        "range(",
        "loop.",
    ),
    *(
        "namespace(",
        "joiner(",
        "self.",
        "super()",
        "report.",
        "report.figures",
        "report.tasks",
        "none",
    ),
    *(
        "|join",
        "|map(",
        "|sort",
        "|groupby(",
        "|list",
        "|replace(",
        "|format(",
        "|center(",
        "|tojson",
    ),
    *(
        "|batch(",
        "|slice(",
        "|indent(",
        "|wordwrap(",
        "|round(",
        "|sum",
        "|attr(",
        "__class__",
        "recursive",
    ),
    *(
        "**",
        "//",
        "%",
        "~",
        "*",
        "10**9",
        "'a'*999999",
        "(",
        ")",
        "[",
        "]",
        "'",
        '"',
        ".format(",
        ".join(",
    ),
)


@cache
def _report() -> briefing.Report:
    return briefing.load(REPOSITORY / "inputs" / "hoa-binh-2023.yaml")


def one(data: bytes) -> None:
    """Render one template."""
    file = put(f"templates/{NAME}", data)
    with users_faults():
        briefing.render(_report(), draft=True, templates=file.parent)
    with users_faults():
        briefing.preview(_report(), templates=file.parent)


def seeds() -> list[bytes]:
    """Return the templates of the repository and small pieces."""
    files = sorted((REPOSITORY / "templates").glob("**/*.j2"))
    small = [f"# A\n\n{{{{ {name} }}}}\n".encode() for name in ("report.subject", "this", "a.b|c")]
    return [*small, *(file.read_bytes() for file in files)]
