"""What a dummy changes in a tree of the sources: files that are written, and lines that are added to others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
TEXTS: Final = "assets/text/en.po"
MODEL: Final = "docs/model.md"
SIGN: Final = "    canvas.circle((0.0, 0.0), 0.3, palette.PAPER, LINE)\n"


class Edit(NamedTuple):
    """A file that is written, or lines that are added to one."""

    path: str
    new: str
    old: str = ""
    """what `new` takes the place of; without it, `new` goes to the end, or makes the file"""


class Recipe(NamedTuple):
    """A dummy of one kind."""

    row: str
    """the first cell of its row on the page"""
    edits: tuple[Edit, ...]
    forgotten: str
    """one of its files, or of what is added to them, without which tests fail …"""
    missed: str
    """… with this in the name or message of one that fails"""


def put(path: str, before: str, new: str) -> Edit:
    """Add something right behind what stands in a file."""
    return Edit(path, before + new, before)


def like(source: str, path: str, *names: tuple[str, str]) -> Edit:
    """Write a file as another, with other names in it."""
    text = (ROOT / source).read_text("utf-8")
    for old, new in names:
        text = text.replace(old, new)
    return Edit(path, text)


def texts(*keys: str, slots: str = "") -> Edit:
    """Add texts, each of its own, with some slots."""
    return Edit(TEXTS, "".join(f'\nmsgid "{key}"\nmsgstr "{slots}Dummy of {key}."\n' for key in keys))


def texts_like(old: str, new: str) -> Edit:
    """Add every text of something for something else."""
    entries = (ROOT / TEXTS).read_text("utf-8").split("\n\n")
    own = re.compile(rf'^(msgid "(?:.*\.)?){old}((?:\..*)?"\nmsgstr ")', re.MULTILINE)
    renamed = (own.sub(rf"\g<1>{new}\g<2>Dummy: ", entry) for entry in entries if own.search(entry))
    return Edit(TEXTS, "".join(f"\n{entry.strip()}\n" for entry in renamed))


def sign(room: str, name: str) -> Edit:
    """Draw a sign, and name it."""
    drawn = "DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {\n"
    function = f"def _{name}(canvas: SpriteCanvas) -> None:\n{SIGN}\n\n"
    return Edit(f"sandbox/view/icons/{room}.py", f'{function}{drawn}    "{name}": _{name},\n', drawn)


def option(name: str, source: str, *, room: str) -> tuple[Edit, ...]:
    """Write an option as another, with its line, its sign, its texts and its place on the page of the model."""
    lists = "sandbox/engine/options/__init__.py"
    return (
        like(
            f"sandbox/engine/options/{source}.py",
            f"sandbox/engine/options/{name}.py",
            (f'"{source}"', f'"{name}"'),
        ),
        put(lists, "    tell,\n", f"    {name},\n"),
        put(lists, "    suspect.OPTION,\n", f"    {name}.OPTION,\n"),
        sign(room, name),
        put(MODEL, "`see_thing`, `see_enemy`", f", `{name}`"),
        texts_like(source, name),
    )


def experiment(name: str, folder: str, group: str) -> tuple[Edit, ...]:
    """Write an experiment as another, with its line, its texts and its verdicts."""
    constant = name.upper()
    return (
        like(
            "sandbox/lab/forecasts/favour.py",
            f"sandbox/lab/{folder}/{name}.py",
            ("FAVOUR", constant),
            ('"favour"', f'"{name}"'),
        ),
        put(
            "sandbox/lab/experiments.py",
            "from sandbox.lab.effects.typical_mind import TYPICAL_MIND\n",
            f"from sandbox.lab.{folder}.{name} import {constant}\n",
        ),
        Edit("sandbox/lab/experiments.py", f"{group}{constant}, ", group),
        texts_like("favour", name),
        *measured(name, 3),
    )


def measured(name: str, lines: int) -> tuple[Edit, ...]:
    """Write down what came of an experiment."""
    return (
        Edit("docs/results.md", f"\n### {name}: ours\n\n" + "| finding | pass    |\n" * lines),
        put(MODEL, "|-----------------|\n", f"| {name} | ours | {lines} of {lines} |\n"),
    )
