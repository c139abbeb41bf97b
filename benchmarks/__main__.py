"""Measure everything in one run and print the table: ``python -m benchmarks``.

Tools take turns within a round, so that a slow moment of the machine hits all alike; medians of the
processor time and the median of the ratios round by round are printed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, chdir
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median

import briefing
from benchmarks import sheets
from benchmarks.content import SENTENCES, paragraphs, rows
from benchmarks.peers import docxtpl_template, node_template
from benchmarks.tool import forget_texts
from benchmarks.turns import Tool, node_tool, python_tool, table, take_turns
from briefing.checking.statements import read_text
from briefing.linting import lint, pack_roots
from briefing.templating import template_folder

ROUNDS = 15
STARTS = 7
REPEATED = 20
SIZES = {5: (42, 14), 25: (270, 55), 100: (1190, 225)}
"""Paragraphs and table rows of documents that have that many pages."""
DOCXTPL_SCRIPT = """
from docxtpl import DocxTemplate
document = DocxTemplate("{folder}/template.docx")
document.render({{"paragraphs": ["Đoạn"] * 50, "rows": [["1"] * 5] * 15}}, autoescape=True)
document.save("{folder}/made.docx")
"""
PACK_TEMPLATE = """\
{{% extends "{kind}.md.j2" %}}
{{% block plan %}}
{{{{ super() }}}}
{{% endblock %}}
"""
INPUT = Path(__file__).parent.parent / "inputs" / "hoa-binh-2023.yaml"


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time of one call, with the processes that it starts."""
    begin = spent()
    work()
    return (spent() - begin) * 1000


def spent() -> float:
    """Return the seconds of processor time of this process and those that it waited for."""
    both = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def compare(works: dict[str, Callable[[], object]], rounds: int) -> None:
    """Print median milliseconds of each work and its ratio to the first one."""
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(timed(work))
    first = next(iter(times.values()))
    for name, taken in times.items():
        ratio = median(other / own for own, other in zip(first, taken, strict=True))
        print(f"  {name:<34}{median(taken):9.1f} ms   x {ratio:5.2f}")


def documents() -> None:
    """Compare the making of one document, from loaded facts to finished bytes, in three sizes."""
    for pages, (paragraph_count, row_count) in SIZES.items():
        with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
            tools = [
                running.enter_context(tool)
                for tool in _tools(Path(folder), paragraph_count, row_count)
            ]
            times = take_turns(tools, ROUNDS)
        print(f"{pages} pages: {paragraph_count} paragraphs, a table of {row_count} x 5")
        for name, taken, ratio in table(times):
            print(f"  {name:<34}{taken:9.1f} ms   x {ratio:5.2f}")


def _tools(folder: Path, paragraph_count: int, row_count: int) -> list[Tool]:
    docxtpl_template(folder / "docxtpl.docx")
    node_template(folder / "node.docx")
    content = {
        "paragraphs": [{"text": text} for text in paragraphs(paragraph_count)],
        "rows": [{f"c{n}": cell for n, cell in enumerate(row)} for row in rows(row_count)],
    }
    (folder / "content.json").write_text(json.dumps(content), encoding="utf-8")
    counts = (str(paragraph_count), str(row_count))
    filled = (str(folder / "node.docx"), str(folder / "content.json"))
    return [
        python_tool("briefing", "briefing", *counts),
        python_tool("floor: the same XML as strings", "floor", *counts),
        python_tool("docxtpl 0.20", "docxtpl", *counts, str(folder / "docxtpl.docx")),
        python_tool("python-docx 1.2", "python-docx", *counts),
        node_tool("docxtemplater 3.71", "docxtemplater", *filled),
        node_tool("easy-template-x 7.2", "easy-template-x", *filled),
    ]


def loading() -> None:
    """Measure an input from its file to the bytes of its document, many times in one process."""

    def once(work: Callable[[], object]) -> None:
        forget_texts()  # else every round but the first would find its texts read
        work()

    def again(work: Callable[[], object]) -> None:
        for _ in range(REPEATED):
            once(work)

    def repeated(work: Callable[[], object]) -> float:
        return timed(lambda: again(work)) / REPEATED

    report = briefing.load(INPUT)
    briefing.build(report)
    load = median(repeated(lambda: briefing.load(INPUT)) for _ in range(ROUNDS))
    build = median(repeated(lambda: briefing.build(report)) for _ in range(ROUNDS))
    print(f"{INPUT.name}, {INPUT.stat().st_size:,} bytes")
    for name, taken in {"load": load, "build": build, "both": load + build}.items():
        print(f"  {name:<34}{taken:9.1f} ms")


def reading() -> None:
    """Measure how long a finished text of forty pages takes to read and check."""
    text = "\n".join(SENTENCES * (40 * 2500 // len("\n".join(SENTENCES))))
    found = list(read_text([(line, None) for line in text.splitlines()]))
    taken = median(
        timed(lambda: list(read_text([(line, None) for line in text.splitlines()])))
        for _ in range(STARTS)
    )
    print(f"Reading 40 pages ({len(text):,} characters, {len(found)} statements)")
    print(f"  {'statements with verdicts':<34}{taken:9.1f} ms")


def linting() -> None:
    """Measure how long all built-in templates and four packs take to follow."""
    with tempfile.TemporaryDirectory() as name:
        for number in range(4):
            folder = Path(name, "localities", f"xa-{number}")
            folder.mkdir(parents=True)
            (folder / "locality.toml").write_text('name = "xã Cao Sơn"\n', encoding="utf-8")
            for kind in ("bao-cao-tong-ket", "bao-cao-so-ket"):
                text = PACK_TEMPLATE.format(kind=kind)
                (folder / f"{kind}.md.j2").write_text(text, encoding="utf-8")
        with chdir(name):
            packs, _ = pack_roots(template_folder())
            count = lint(packs).templates
            taken = median(timed(lambda: lint(packs)) for _ in range(STARTS))
    print(f"Lint of {count} template files, of them {4 * 2} in four packs")
    print(f"  {'templates followed without a run':<34}{taken:9.1f} ms")


def starts() -> None:
    """Compare cold starts of whole processes."""

    # Programs that are installed have their bytecode kept; one that may keep none compiles itself.
    kept = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def run(*arguments: str) -> Callable[[], object]:
        command = [sys.executable, *arguments]
        return lambda: subprocess.run(command, check=True, capture_output=True, env=kept)

    with tempfile.TemporaryDirectory() as folder:
        build = ("-m", "briefing", "build", str(INPUT), "--force", "-d", folder)
        docxtpl_template(Path(folder) / "template.docx")
        script = DOCXTPL_SCRIPT.format(folder=folder)
        print(f"One process, from a cold start, {STARTS} rounds")
        compare(
            {
                "python -c pass": run("-c", "pass"),
                "briefing --help": run("-m", "briefing", "--help"),
                "a script with docxtpl": run("-c", script),
                "briefing build hoa-binh-2023.yaml": run(*build),
            },
            STARTS,
        )


if __name__ == "__main__":
    documents()
    loading()
    reading()
    sheets.main()
    linting()
    starts()
