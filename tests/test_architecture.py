"""The house keeps its shape: layers, sizes, top level, words that do not belong into it, drawings that render."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Final

import pytest

from tests.sources import ROOT, tree_of

TOP_LEVEL: Final = {
    *("main.py", "sandbox", "assets", "levels", "tests", "build.spec", "README.md"),
    *("pyproject.toml", "LICENSE", "docs", "benchmarks", ".gitignore", ".ci"),
}
LONGEST_FILE: Final = 300
LONGEST_FUNCTION: Final = 50
MOST_OUTSIDE_ROOMS: Final = 10
"""Modules of `session`, `ui` and `view` that stand in none of their rooms."""
MOST_IN_A_ROOM: Final = 26
FORBIDDEN_WORDS: Final = {
    "a path of somebody's machine": r"(?<![\w.~-])/(home|root|Users|work|opt)/\w",
    "a registry's address": r"(pypi\.org|pythonhosted\.org|registry\.npmjs|crates\.io)",
    "a key or password": r"(?i)(api[_-]?key|passwd|BEGIN [A-Z ]*PRIVATE KEY)",
}
BLOCKS: Final = ("body", "orelse", "handlers", "finalbody", "cases")
"""Where statements and their clauses hold other statements."""
LOCK_FILES: Final = {"poetry.lock", "uv.lock", "Pipfile.lock", "pdm.lock", "pylock.toml", "package-lock.json"}
NOT_RENDERED: Final = {
    "an element that SDL_image skips": r"<(use|text|tspan|clipPath|mask|filter|image|symbol)\b",
    "a colour that SDL_image turns grey": r"(hsla?\(|rgba?\(|currentColor)",
    "a colour with alpha, which SDL_image drops": r"#[0-9a-fA-F]{8}\b",
    "a gradient without userSpaceOnUse": r"<(linear|radial)Gradient(?![^>]*userSpaceOnUse)",
}


def committed() -> list[Path]:
    """List the project's files, relative to ROOT: those in the repository, and new ones that are not ignored."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("This is a copy without a repository.")
    paths = [Path(name) for name in listing.stdout.decode().split("\0") if name]
    return [path for path in paths if (ROOT / path).is_file()]


def sources() -> list[Path]:
    """List our Python files, relative to ROOT."""
    folders = [path for name in ("sandbox", "tests", "benchmarks") for path in (ROOT / name).rglob("*.py")]
    return [path.relative_to(ROOT) for path in (ROOT / "main.py", *sorted(folders))]


@cache
def statements(path: Path) -> list[ast.AST]:
    """List all statements of a file, and not what they are made of."""
    found: list[ast.AST] = [tree_of(path.as_posix())]
    for node in found:
        for part in BLOCKS:
            found += getattr(node, part, ())
    return found


def test_imports_go_down_only() -> None:
    program = "from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run([sys.executable, "-c", program, "--no-cache"], cwd=ROOT, capture_output=True, check=False)
    assert not done.returncode, done.stdout.decode()


def test_no_module_imports_itself_by_way_of_others() -> None:
    modules = {".".join(path.with_suffix("").parts): path for path in sources() if path.parts[0] == "sandbox"}
    arrows = {name: imported(path) & modules.keys() for name, path in modules.items()}
    assert sum(map(len, arrows.values())) > len(modules)
    TopologicalSorter(arrows).prepare()  # A CycleError names the modules.


def imported(path: Path) -> set[str]:
    """Name all that a file imports with `from`, for the checking of types, too."""
    nodes = (node for node in statements(path) if isinstance(node, ast.ImportFrom))
    pairs = [(node.module or "", alias.name) for node in nodes for alias in node.names]
    return {name for module, part in pairs for name in (module, f"{module}.{part}")}


def test_files_stay_small() -> None:
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_stay_small() -> None:
    lengths = {
        f"{path}:{node.lineno} {node.name}": length(node)
        for path in sources()
        for node in statements(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {function: lines for function, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's statements, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("house", ["session", "ui", "view"])
def test_modules_stand_in_rooms_and_no_room_is_crowded(house: str) -> None:
    folder = ROOT / "sandbox" / house
    rooms = {path.parent for path in folder.rglob("*.py")}
    crowds = {room.relative_to(ROOT).as_posix(): len([*room.glob("*.py")]) - 1 for room in rooms}  # without __init__
    assert crowds.pop(folder.relative_to(ROOT).as_posix()) <= MOST_OUTSIDE_ROOMS
    assert {room: count for room, count in crowds.items() if count > MOST_IN_A_ROOM} == {}


def test_the_packages_of_the_game_are_packages() -> None:
    folders = {path.parent for path in (ROOT / "sandbox").rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_top_level_holds_only_what_the_architecture_names() -> None:
    assert {path.parts[0] for path in committed()} <= TOP_LEVEL


def test_no_file_names_a_machine_a_registry_or_a_secret() -> None:
    found = [
        f"{path}: {what}: {match.group()}"
        for path in committed()
        if path != Path(__file__).relative_to(ROOT)
        for what, pattern in FORBIDDEN_WORDS.items()
        if (match := re.search(pattern, (ROOT / path).read_bytes().decode("latin-1")))
    ]
    assert found == []


def test_no_lock_file_is_committed() -> None:
    assert [path for path in committed() if path.name in LOCK_FILES or path.suffix == ".lock"] == []


def test_every_drawing_uses_only_what_the_game_can_render() -> None:
    found = [
        f"{drawing.relative_to(ROOT)}: {what}: {match.group()}"
        for drawing in sorted((ROOT / "assets").rglob("*.svg"))
        for what, pattern in NOT_RENDERED.items()
        if (match := re.search(pattern, drawing.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_a_headless_command_needs_no_window_library() -> None:
    level = min((ROOT / "levels").glob("*.json"))
    program = (
        "import sys; sys.modules.update(pygame=None)\n"
        f"from sandbox.app import cli; sys.exit(cli.main(['run', {str(level)!r}, '--seconds', '1', '--json']))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.startswith(b"{")


def test_the_headless_command_loads_no_window_no_pictures_no_processes_and_no_masked_arrays() -> None:
    command = [sys.executable, "-X", "importtime", "main.py", "run", "110", "--seconds", "1", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "sandbox.session.session" in loaded
    assert loaded & {"pygame", "PIL", "multiprocessing", "numpy.ma"} == set()
