"""The house plan: which room may know which, what the front door shows, how long a file is."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from in_rows import in_rows

import briefing

PACKAGE = Path(briefing.__file__).parent

DOCS = PACKAGE.parent / "docs" / "architecture.md"

FRONT_DOOR = {
    *(
        "load",
        "check",
        "render",
        "build",
        "preview",
        "page",
        "read_statements",
        "Report",
        "Finding",
        "Severity",
        "Origin",
    ),
    *("BriefingError", "UserError", "InputError", "TemplateError", "RefusedError", "OutputError"),
    "__version__",
}


def modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py"]


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    """Return what a module says; every test asks it of every module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def imported(path: Path) -> Iterator[str]:
    """Yield the rooms that a module imports, at its top or inside a function."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports inside the package are absolute"
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            names = below if node.module == "briefing" else [node.module or ""]
        else:
            continue
        for name in names:
            top, _, rest = name.partition(".")
            if top == "briefing":
                yield rest.partition(".")[0] or "briefing"


@cache
def arrows() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in modules():
        found.setdefault(room(path), set()).update(set(imported(path)) - {room(path)})
    return found


def known_to(start: str) -> set[str]:
    """Return every room that a room knows, directly or through others."""
    graph, found, todo = arrows(), set(), [start]
    while todo:
        new = graph[todo.pop()] - found
        found |= new
        todo += new
    return found


def plan() -> dict[str, set[str]]:
    """Return the rooms of the page on architecture, from the ground up, with what each may import.

    The table is what the page says to people; it is read here word for word.
    """
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", DOCS.read_text(encoding="utf-8"), re.M)
    return {name: set(may.split(", ")) - {"nothing"} for name, may in rows}


PLAN = plan()


def test_every_room_stands_in_the_plan() -> None:
    assert set(arrows()) - {"__main__"} == set(PLAN)


@in_rows("name", PLAN)
def test_a_room_imports_what_the_plan_says_and_nothing_else(name: str) -> None:
    assert arrows()[name] - {"__version__"} == PLAN[name]


@in_rows("name", PLAN)
def test_the_plan_runs_one_way(name: str) -> None:
    below = list(PLAN)[: list(PLAN).index(name)]

    assert PLAN[name] - set(below) == set()


@pytest.mark.parametrize("name", ["characters", "vietnamese", "findings"])
def test_the_ground_rests_on_nothing(name: str) -> None:
    assert known_to(name) <= {"characters", "patterns", "program_data", "values"}


WRITERS = {"word", "html", "markdown"}


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_the_writers_know_nothing_of_each_other(name: str) -> None:
    assert known_to(name) & (WRITERS - {name}) == set()


@pytest.mark.parametrize("name", [*sorted(WRITERS), "document", "layout", "standards"])
def test_the_document_and_its_writers_know_nothing_of_reports(name: str) -> None:
    assert known_to(name) & {"report", "figures", "reading", "templating", "checking"} == set()


ROUND_THE_DOOR = {"word", "html", "markdown", "layout"}
MAKING = {"render", "validate", "check_report", "look_at_printed", "write_docx"}


@pytest.mark.parametrize("name", list(PLAN)[list(PLAN).index("library") + 1 :])
def test_nobody_goes_round_the_front_door(name: str) -> None:
    taken = {
        alias.name
        for path in modules()
        if room(path) == name
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert arrows()[name] & ROUND_THE_DOOR == set()
    assert taken & MAKING == set()


def test_the_language_is_pure() -> None:
    # Its own words are data of the package; nothing else is read, asked of the clock or thrown.
    names = {
        alias.name.partition(".")[0] if isinstance(node, ast.Import) else str(node.module)
        for path in (PACKAGE / "vietnamese").glob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }

    assert names & {"os", "pathlib", "io", "random", "time"} == set()


def test_the_front_door_shows_exactly_this() -> None:
    assert set(briefing.__all__) == FRONT_DOOR
    assert all(getattr(briefing, name) is not None for name in FRONT_DOOR)


def test_the_front_door_has_no_other_name() -> None:
    with pytest.raises(AttributeError):
        _ = briefing.no_such_name


@in_rows("folder", [path.parent for path in PACKAGE.rglob("__init__.py")])
def test_a_room_shows_what_exists_in_order(folder: Path) -> None:
    dots = folder.relative_to(PACKAGE.parent).as_posix().replace("/", ".")
    shown = getattr(__import__(dots, fromlist=["__all__"]), "__all__", None)
    source = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
    if len(source.body) == 1 and ast.get_docstring(source):
        return  # its modules register themselves and show nothing

    assert shown
    assert len(shown) == len(set(shown))


def test_no_function_is_named_as_its_module() -> None:
    # Whoever imports the one would hide the other. ``main`` is what Python itself calls so.
    alike = [
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path in modules()
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name == (path.parent.name if path.name == "__init__.py" else path.stem)
    ]

    assert alike == ["cli/main.py: main"]


def types_of(path: Path) -> Iterator[str]:
    """Yield the public types that a module makes: classes, aliases and variables of types."""
    for node in tree(path).body:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case ast.Assign(targets=targets):
                names = [target.id for target in targets if isinstance(target, ast.Name)]
            case _:
                names = []
        yield from (name for name in names if type_like(name))


def borrowed_types(path: Path) -> Iterator[str]:
    """Yield the types that a module takes from Python's own library."""
    for node in nodes(path):
        if (
            isinstance(node, ast.ImportFrom)
            and (node.module or "").split(".")[0] in sys.stdlib_module_names
        ):
            yield from (alias.name for alias in node.names if alias.name[0].isupper())


def test_no_type_name_has_two_meanings() -> None:
    # Who reads the name must know the thing. A ``Fraction`` of a sentence is what that is called.
    homes: dict[str, list[str]] = defaultdict(list)
    for path in modules():
        for name in types_of(path):
            homes[name].append(path.relative_to(PACKAGE).as_posix())
    borrowed = {name for path in modules() for name in borrowed_types(path)}

    assert {name: files for name, files in homes.items() if len(files) > 1} == {}
    assert borrowed & set(homes) == {"Fraction"}


def other_names(path: Path) -> Iterator[str]:
    """Yield the types of ours and of Python's that a module calls by another name."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            top = (node.module or "").split(".")[0]
            if top == "briefing" or top in sys.stdlib_module_names:
                renamed = {alias.name: alias.asname for alias in node.names if alias.asname}
                yield from (f"{name} as {now}" for name, now in renamed.items() if type_like(name))


def type_like(name: str) -> bool:
    return name[0].isupper() and not name.isupper()


def test_no_type_goes_by_another_name() -> None:
    # ``set`` is a builtin, and a ``Fraction`` is that of a sentence.
    found = {said for path in modules() for said in other_names(path)}

    assert found == {"Set as AbstractSet", "Fraction as Exact"}


def said_to_be_raised(path: Path) -> Iterator[str]:
    """Yield the errors that docstrings of a module say are raised."""
    for node in nodes(path):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            said = " ".join((ast.get_docstring(node) or "").split())
            for names in re.findall(r"\b[Rr]aises ((?:[A-Z]\w+(?:, | and | or )?)+)", said):
                yield from re.findall(r"[A-Z]\w+", names)


def test_an_error_that_a_docstring_promises_is_there() -> None:
    known = {name for path in modules() for name in types_of(path)} | set(vars(builtins))
    known |= {name for path in modules() for name in borrowed_types(path)} | {"TemplateNotFound"}
    said = {path.relative_to(PACKAGE).as_posix(): said_to_be_raised(path) for path in modules()}
    found = {file: unknown for file, names in said.items() if (unknown := {*names} - known)}

    assert found == {}


def files_known_to(path: Path) -> Iterator[Path]:
    """Yield the files that a module imports anything of, for types alone as well."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("briefing"):
            folder = PACKAGE.parent / (node.module or "").replace(".", "/")
            for name in (alias.name for alias in node.names):
                places = (folder / f"{name}.py", folder / name / "__init__.py")
                own = (folder.with_suffix(".py"), folder / "__init__.py")
                yield next(place for place in (*places, *own) if place.is_file())


def test_no_file_leads_back_to_itself() -> None:
    order = TopologicalSorter({path: set(files_known_to(path)) for path in modules()})

    order.prepare()  # raises CycleError, which names the circle

    assert order.is_active()


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for ending in ("py", "js")
        for path in PACKAGE.rglob(f"*.{ending}")
    }

    assert {name: length for name, length in lengths.items() if length > 400} == {}
