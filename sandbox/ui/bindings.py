"""The usual keys of all that can be done, once: the keyboard, the help page and the panel of keys read this table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.language import text_of, texts
from sandbox.ui import verbs
from sandbox.ui.input.keymap import usual_keymap
from sandbox.ui.kit.chords import parse
from sandbox.ui.kit.layout import TOOLS
from sandbox.ui.tools.spare import MORE
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from sandbox.ui.kit.invocation import Invocation

PAN_PX: Final = 60
"""Pixels by which an arrow key moves the map."""


class Binding(NamedTuple):
    """Something that can have keys, which players may change."""

    invocation: Invocation
    keys: tuple[str, ...]
    """as a player would write them: "Ctrl+Q", "Space", "3" """
    group: str
    """the heading under which it is listed"""

    @property
    def id(self) -> str:
        """The name by which settings know it."""
        return self.invocation.id

    @property
    def text(self) -> str:
        """What it does, in a few words."""
        return label_of(self.invocation)


def label_of(invocation: Invocation) -> str:
    """Return in a few words what an invocation does; a tool without words of its own is called as its happening is."""
    key = f"ui.action.{invocation.id}"
    if key not in texts() and invocation.command == verbs.TOOL.name:
        key = f"happening.{invocation.arguments[0]}.name"
    return text_of(key)


_TOOL_KEYS: Final = {
    "look": ("H", "Q"),
    "hurt": ("Z",),
    "heal": ("X",),
    "praise": ("C",),
    "insult": ("V",),
    "gift": ("B",),
    "news": ("N",),
    "move": ("W",),
    "triumph": ("U",),
    "drops": ("S",),
    "order": ("O",),
    "propose": ("P",),
    "cue": ("K",),
    "badge": ("G",),
}
"""Tools without an entry have no key, until a player gives them one."""

BINDINGS: Final = (
    *(Binding(verbs.TOOL(tool), _TOOL_KEYS.get(tool, ()), "tools") for tool in (*TOOLS, *MORE)),
    Binding(verbs.MORE(), ("T",), "tools"),
    Binding(verbs.ACT(), ("Enter",), "tools"),
    Binding(verbs.BEGIN(), ("Shift+Enter",), "tools"),
    Binding(verbs.PAUSE(), ("Space",), "time"),
    Binding(verbs.STEP(), (".",), "time"),
    Binding(verbs.BACK(), (",",), "time"),
    Binding(verbs.SLOWER(), ("-",), "time"),
    Binding(verbs.FASTER(), ("=", "+"), "time"),
    Binding(verbs.NOW(), ("End",), "time"),
    Binding(verbs.RESTART(), ("R",), "time"),
    Binding(verbs.REWIND(), ("Backspace",), "time"),
    Binding(verbs.NEXT(), (), "time"),
    Binding(verbs.TWIN(), ("Shift+D",), "time"),
    Binding(verbs.INSPECT(), ("I",), "look"),
    Binding(verbs.NUMBERS(), (), "look"),
    Binding(verbs.TRAITS(), (), "look"),
    Binding(verbs.WHY(), ("Y",), "look"),
    Binding(verbs.WHY_NOT(), ("Shift+Y",), "look"),
    Binding(verbs.EYES(), ("Shift+E",), "look"),
    Binding(verbs.ALL(), ("A",), "look"),
    Binding(verbs.LEGEND(), ("J",), "look"),
    *(Binding(verbs.LENS(lens), (str(number),), "look") for number, lens in enumerate(LENSES, 1)),
    Binding(verbs.LENSES(), ("F4",), "look"),
    Binding(verbs.CLOSER(), ("PageUp",), "look"),
    Binding(verbs.FARTHER(), ("PageDown",), "look"),
    Binding(verbs.FIT(), ("Home",), "look"),
    Binding(verbs.FOLLOW(), ("F",), "look"),
    Binding(verbs.UNDO(), ("Ctrl+Z",), "game"),
    Binding(verbs.REDO(), ("Ctrl+Y", "Ctrl+Shift+Z"), "game"),
    Binding(verbs.MENU(), ("F10",), "game"),
    Binding(verbs.DOCK("meters"), ("8",), "game"),
    Binding(verbs.DOCK("futures"), ("9",), "game"),
    Binding(verbs.DOCK("ending"), ("0",), "game"),
    Binding(verbs.DOCK("card"), (), "game"),
    Binding(verbs.DOCK("question"), (), "game"),
    Binding(verbs.DOCK("log"), ("Shift+L",), "game"),
    Binding(verbs.DOCK("theory"), ("D", "F3"), "game"),
    Binding(verbs.DOCK("drives"), (), "game"),
    Binding(verbs.DOCK("levels"), ("L",), "game"),
    Binding(verbs.DAILY(), (), "game"),
    Binding(verbs.SAVE(), ("Ctrl+S",), "game"),
    Binding(verbs.DOCK("saves"), ("Ctrl+O",), "game"),
    Binding(verbs.DOCK("help"), ("F1",), "game"),
    Binding(verbs.DOCK("settings"), ("F2",), "game"),
    Binding(verbs.DOCK("keys"), (), "game"),
    Binding(verbs.PALETTE(), ("Ctrl+P",), "game"),
    Binding(verbs.SOUND(), ("M",), "game"),
    Binding(verbs.FULLSCREEN(), ("F11",), "game"),
    Binding(verbs.PICTURE(), ("F12",), "game"),
    Binding(verbs.SHARE(), ("Shift+F12",), "game"),
    Binding(verbs.PICTURES(), (), "game"),
    Binding(verbs.COPY(), (), "game"),
    Binding(verbs.TITLE(), ("Ctrl+T",), "game"),
    Binding(verbs.QUIT(), ("Ctrl+Q",), "game"),
    Binding(verbs.HOLD("eyes"), ("E",), "game"),
    Binding(verbs.HOLD("all"), ("Alt",), "game"),
)
"""In the order of the help page."""

GESTURES: Final = ("click", "ground", "drag", "shift_click", "right_click", "wheel", "pan", "minimap", "strip", "press")
"""What only the mouse does: `ui.gesture.…` tells how it is done, and what for."""
FIXED_KEYS: Final = ("tab", "arrows", "ctrl_arrows", "escape")
"""How the help page sums up the keys that cannot be changed, likewise."""
BY_ID: Final = {binding.id: binding for binding in BINDINGS}
USUAL_KEYS: Final = usual_keymap({binding.id: binding.keys for binding in BINDINGS})

FIXED: Final = {
    parse(written): invocation
    for written, invocation in {
        "Escape": verbs.CLOSE(),
        "Enter": verbs.PRESS(),
        "Tab": verbs.FOCUS(1),
        "Shift+Tab": verbs.FOCUS(-1),
        "Left": verbs.GO(-1, 0),
        "Right": verbs.GO(1, 0),
        "Up": verbs.GO(0, -1),
        "Down": verbs.GO(0, 1),
        "Ctrl+Left": verbs.PAN(PAN_PX, 0),
        "Ctrl+Right": verbs.PAN(-PAN_PX, 0),
        "Ctrl+Up": verbs.PAN(0, PAN_PX),
        "Ctrl+Down": verbs.PAN(0, -PAN_PX),
    }.items()
}
"""Keys that all else can be reached with, and which stay what they are; Enter is free where no control has the keys."""
