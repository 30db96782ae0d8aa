"""What is so of one happening or option stands in its own entry: nothing else tells them apart by name."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[1] / "sandbox"
KINDS: Final = {kind.name for kind in HAPPENINGS}
INNER: Final = {option.name for option in OPTIONS if option.inner}
DEEDS: Final = {option.name for option in OPTIONS if not option.inner}
NAMES: Final = KINDS | INNER | DEEDS
ORDINARY: Final = {
    "play": "a stream, a drive and a command",
    "help": "a panel",
    "move": "a setting",
    "switch": "a look of controls",
    "order": "a column",
    "cue": "a field of a happening",
    "go": "a command and a sign",
}
"""Names with other meanings: they count only where they are looked up, compared with a name, or made happen."""
ALLOWED: Final = {
    "engine/vocabulary.py": (INNER, "the drives, each story with its switch among them"),
    "engine/mechanisms.py": (INNER, "the theory's list says which module is which mechanism"),
    "engine/accounts.py": ({"give_space", "invite", "play"}, "who has pleased somebody shows in their acts alone"),
    "engine/principles.py": (DEEDS, "what rules admire and despise are facts of the rules"),
    "engine/happenings/order.py": ({"strike"}, "what one is ordered to do is to strike"),
    "ui/kit/layout.py": (KINDS, "the toolbar's places of honour"),
    "session/why/bonds.py": ({"dwell"}, "who dwells on somebody gladly does it for liking them"),
    "session/chronicle.py": ({"stay", "approach", "play", "see_thing"}, "what is no news, and a drive behind others"),
    "session/why/ends.py": ({"plead"}, "who is ill from the start pleads for no other reason"),
    "session/why/chain.py": ({"plead"}, "what is pleaded for is told by who suffers"),
    "session/why/thing_root.py": ({"cue"}, "what shows or hides a face is put on and off by one happening"),
    "session/lessons.py": (
        {"news", "look_away", "invite", "slip", "feign", "suspect"},
        "what one only hears of is felt by a thought alone, and some pages are about one deed",
    ),
    "session/story/beats.py": ({"suspect"}, "that somebody makes up a worry is one of its patterns"),
    "session/story/good_turns.py": ({"apologise"}, "that somebody said sorry is one of its patterns"),
    "ui/tools/use_tool.py": ({"answer"}, "a bet is one happening, which a click on a face makes"),
    "session/why_not/candidates.py": (KINDS, "of two deeds that set the same place or body only one can be tried"),
    "session/why_not/deeds.py": (KINDS, "what might have been done is all that could be done to two people"),
    "session/why_not/places.py": (KINDS, "who might have stood elsewhere, stayed or gone is moved, stays or goes"),
    "session/what_if/forks.py": ({"switch"}, "a drive that is off from a moment on is switched off by a command"),
    "ui/tools/make_happening.py": ({"switch"}, "the panel of drives makes the one happening that switches a drive"),
    "ui/state.py": ({"hurt"}, "the tool in hand until a level says which it offers"),
    "ui/bindings.py": (KINDS, "the usual keys, which a happening may lack"),
    "ui/told/status_icons.py": ({"dose", "drops"}, "a person's bag has a column for each thing in it"),
    "engine/ranges.py": ({"drops"}, "a person's bag has a column for each thing in it"),
    "ui/told/strip.py": (KINDS | DEEDS | INNER, "signs by their names"),
    "ui/panels/ending.py": ({"heal"}, "buttons have pictures by their names"),
    "ui/meter_bars.py": ({"look_away", "see_thing"}, "meters are named by their pictures"),
    "view/legend.py": ({"look_away", "tell"}, "marks are named by their pictures"),
    "view/sheet.py": ({"hurt"}, "a state of a face"),
    "view/marks/switched_off.py": ({"triumph", "tell"}, "drives without a picture of their own borrow one"),
    "view/acting/acts.py": (KINDS | DEEDS | INNER, "acts by the names of what they are done for"),
    "view/icons/happenings.py": (KINDS, "pictures by their names"),
    "view/icons/deeds.py": (DEEDS, "pictures by their names"),
    "view/icons/minds.py": (INNER, "pictures by their names"),
    "app/sound/effects.py": (KINDS | DEEDS, "sounds by their names"),
}
"""Modules that may name some, and why; the lab may name any, for its scenes and measures are about some."""
NAMING: Final = {"icon", "sound"}
"""Keywords whose value is the name of a picture or a sound."""
SHOWING: Final = {"icon", "StatusIcon", "Quantity", "Look"}
"""Calls whose arguments are names of pictures."""
REGISTRIES: Final = {"INDEX", "NAMED"}
ENTRIES: Final = {"sandbox.engine.happenings", "sandbox.engine.options"}
TOLD: Final = re.compile(rf"""(["'])({"|".join(NAMES)})\1|^from ({"|".join(ENTRIES)}) import """, re.MULTILINE)
"""What a source has to hold to single out any; the others need not be taken apart."""


def named(source: str) -> set[str]:
    """Collect the happenings and options that a module singles out."""
    if not TOLD.search(source):
        return set()
    nodes = list(ast.walk(ast.parse(source)))
    shown = {id(part) for one in nodes for node in pictures(one) for part in ast.walk(node)}
    asked = {id(part) for one in nodes for node in questions(one) for part in ast.walk(node)}
    imported = {
        alias.name.removesuffix("_")
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module in ENTRIES
        for alias in node.names
    }
    return imported & NAMES | {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in NAMES
        if id(node) in asked or (id(node) not in shown and node.value not in ORDINARY)
    }


def pictures(node: ast.AST) -> Iterator[ast.AST]:
    """Find what a call says about pictures and sounds."""
    if isinstance(node, ast.Call):
        yield from (keyword.value for keyword in node.keywords if keyword.arg in NAMING)
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        yield from node.args if called in SHOWING else ()


def questions(node: ast.AST) -> Iterator[ast.AST]:
    """Find where a happening or option is looked up, compared by name, or made happen."""
    if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") in REGISTRIES:
        yield node.slice
    if isinstance(node, ast.Compare):
        sides = (node.left, *node.comparators)
        if any(isinstance(side, ast.Attribute) and side.attr in {"name", "do"} for side in sides):
            yield node
    if isinstance(node, ast.keyword) and node.arg == "do":
        yield node.value


def own(path: Path) -> set[str]:
    """Return what a file of the registries is about: one entry, or all of them."""
    if path.parent.name not in {"happenings", "options"}:
        return set()
    return NAMES if path.stem == "__init__" else {path.stem.removesuffix("_")}


@cache
def found() -> dict[str, set[str]]:
    """List the modules that single out a happening or an option other than their own."""
    every = {
        str(path.relative_to(ROOT).as_posix()): named(path.read_text(encoding="utf-8")) - own(path)
        for path in sorted(ROOT.rglob("*.py"))
        if path.relative_to(ROOT).parts[0] != "lab"
    }
    return {path: names for path, names in every.items() if names}


def test_no_module_tells_happenings_and_options_apart_by_name_but_those_that_are_about_one() -> None:
    unexplained = {path: names - ALLOWED.get(path, (set(), ""))[0] for path, names in found().items()}
    assert {path: names for path, names in unexplained.items() if names} == {}


def test_every_module_that_may_name_some_still_does() -> None:
    named_there = found()
    assert [path for path, (names, _) in ALLOWED.items() if not names & named_there.get(path, set())] == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ('HARSH = {"hurt", "ouch"}', {"hurt"}),
        ('if option.name == "play": pass', {"play"}),
        ('if happening.do in {"order", "gift"}: pass', {"order", "gift"}),
        ('INDEX["help"]', {"help"}),
        ('Happening(do="move")', {"move"}),
        ('icon(NAMED["hurt"].icon, 20)', {"hurt"}),
        ("from sandbox.engine.options import INDEX, help_", {"help"}),
        ('icon("hurt", 20); Control(icon="praise"); stream = "play"', set()),
    ],
)
def test_the_walk_sees_what_singles_out_a_happening_and_not_what_names_a_picture(source: str, names: set[str]) -> None:
    assert named(source) == names
