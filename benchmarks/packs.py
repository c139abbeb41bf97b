"""Packs of all communes: how long it takes to make, to list and to check them.

``python -m benchmarks.packs [COUNT]`` makes them in a folder that goes afterwards, at first with a
``locality.toml`` only, then each with an override, and prints the seconds of each command as its
user waits for them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from benchmarks.communes import COUNT
from briefing.localities import provinces

OVERRIDE = """\
{{% extends "bao-cao-tong-ket.md.j2" %}}

{{% block proposals %}}
{{% if report.proposals %}}
## Kiến nghị của xã số {number}

{{{{ m.list(report.proposals|map(attribute="text")|list) }}}}
{{% endif %}}
{{% endblock %}}
"""


def main(count: int) -> None:
    """Make the packs and print the table."""
    now = [name for name, facts in provinces().items() if "until" not in facts]
    lines = (f"xã Số {number},{name}" for number, name in zip(range(count), cycle(now)))
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "xa.csv").write_text("name,parent\n" + "\n".join(lines) + "\n", encoding="utf-8")
        told(here, "locality", "new", "--from-csv", "xa.csv")
        told(here, "locality", "list")
        told(here, "template", "lint")
        for number, pack in enumerate(sorted((here / "localities").iterdir())):
            text = OVERRIDE.format(number=number)
            (pack / "bao-cao-tong-ket.md.j2").write_text(text, encoding="utf-8")
        print("with an override in each:")
        told(here, "locality", "list")
        told(here, "template", "lint")
        told(here, "locality", "update", "--all")
        told(here, "locality", "update", "--all", "--check")


def told(here: Path, *words: str) -> None:
    """Run a command and print how long it took; findings are no failure of it."""
    begin = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "briefing", *words], cwd=here, capture_output=True, check=False
    )
    print(f"{time.monotonic() - begin:7.1f} s  briefing {' '.join(words)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
