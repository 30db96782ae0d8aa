"""Everything that a player can do, once: the keys, the buttons and the help page are all read from this table."""

from __future__ import annotations

from typing import Final, NamedTuple

import pygame

from sandbox.scenario.catalogue import say


class Action(NamedTuple):
    """One thing to do, with the keys that do it."""

    name: str
    """what `perform` is asked for; "tool:hurt" carries the value "hurt" """
    keys: tuple[str, ...]
    """as a player would write them: "Ctrl+Q", "Space", "3" """
    group: str
    """the heading under which the help page lists it"""

    @property
    def text(self) -> str:
        """Say what it does, in a few words."""
        return say(f"ui.action.{self.name.replace(':', '.')}")


ACTIONS: Final = (
    Action("tool:look", ("H", "Q"), "tools"),
    Action("tool:hurt", ("Z",), "tools"),
    Action("tool:heal", ("X",), "tools"),
    Action("tool:praise", ("C",), "tools"),
    Action("tool:insult", ("V",), "tools"),
    Action("tool:gift", ("B",), "tools"),
    Action("tool:news", ("N",), "tools"),
    Action("tool:move", ("W",), "tools"),
    Action("tool:triumph", ("U",), "tools"),
    Action("tool:drops", ("S",), "tools"),
    Action("tool:order", ("O",), "tools"),
    Action("tool:propose", ("P",), "tools"),
    Action("tool:cue", ("K",), "tools"),
    Action("tool:badge", ("G",), "tools"),
    Action("more", ("T",), "tools"),
    Action("act", ("Enter",), "tools"),
    Action("begin", ("Shift+Enter",), "tools"),
    Action("pause", ("Space",), "time"),
    Action("step", (".",), "time"),
    Action("back", (",",), "time"),
    Action("slower", ("-",), "time"),
    Action("faster", ("=", "+"), "time"),
    Action("now", ("End",), "time"),
    Action("restart", ("R",), "time"),
    Action("inspect", ("I",), "look"),
    Action("why", ("Y",), "look"),
    Action("eyes", ("Shift+E",), "look"),
    Action("all", ("A",), "look"),
    Action("legend", ("J",), "look"),
    Action("lens:truth", ("1",), "look"),
    Action("lens:felt", ("2",), "look"),
    Action("lens:attention", ("3",), "look"),
    Action("lens:friends", ("4",), "look"),
    Action("lens:blame", ("5",), "look"),
    Action("lens:personhood", ("6",), "look"),
    Action("lens:beliefs", ("7",), "look"),
    Action("closer", ("PageUp",), "look"),
    Action("farther", ("PageDown",), "look"),
    Action("fit", ("Home",), "look"),
    Action("follow", ("F",), "look"),
    Action("dock:meters", ("8",), "game"),
    Action("dock:drives", ("D",), "game"),
    Action("dock:levels", ("L",), "game"),
    Action("dock:help", ("F1",), "game"),
    Action("dock:settings", ("F2",), "game"),
    Action("sound", ("M",), "game"),
    Action("fullscreen", ("F11",), "game"),
    Action("picture", ("F12",), "game"),
    Action("title", ("Ctrl+T",), "game"),
    Action("close", ("Escape",), "game"),
    Action("quit", ("Ctrl+Q",), "game"),
)
"""In the order of the help page."""

BY_NAME: Final = {action.name: action for action in ACTIONS}

HELD: Final = {pygame.K_e: "eyes", pygame.K_LALT: "all", pygame.K_RALT: "all"}
"""Keys that work while they are held."""

_NAMED: Final = {
    "space": pygame.K_SPACE,
    "enter": pygame.K_RETURN,
    "escape": pygame.K_ESCAPE,
    "end": pygame.K_END,
    "home": pygame.K_HOME,
    "pageup": pygame.K_PAGEUP,
    "pagedown": pygame.K_PAGEDOWN,
    "f1": pygame.K_F1,
    "f2": pygame.K_F2,
    "f11": pygame.K_F11,
    "f12": pygame.K_F12,
}
_ALSO: Final = {
    pygame.K_KP_ENTER: pygame.K_RETURN,
    pygame.K_KP_PLUS: pygame.K_PLUS,
    pygame.K_KP_MINUS: pygame.K_MINUS,
    pygame.K_KP_PERIOD: pygame.K_PERIOD,
} | {getattr(pygame, f"K_KP_{digit}"): ord(str(digit)) for digit in range(10)}


def _chord(written: str) -> tuple[int, int]:
    *modifiers, key = written.split("+") if len(written) > 1 else [written]
    mask = sum({"Ctrl": pygame.KMOD_CTRL, "Shift": pygame.KMOD_SHIFT}[modifier] for modifier in modifiers)
    return _NAMED.get(key.lower()) or ord(key.lower()), mask


_CHORDS: Final = {_chord(written): action.name for action in ACTIONS for written in action.keys}


def action_of(key: int, modifiers: int) -> str | None:
    """Name the action of a key press, or None."""
    key = _ALSO.get(key, key)
    mask = (pygame.KMOD_CTRL if modifiers & pygame.KMOD_CTRL else 0) | (
        pygame.KMOD_SHIFT if modifiers & pygame.KMOD_SHIFT else 0
    )
    return _CHORDS.get((key, mask)) or (
        _CHORDS.get((key, 0)) if not mask & pygame.KMOD_CTRL and key in _SYMBOLS else None
    )


_SYMBOLS: Final = {ord(symbol) for symbol in "+=-.,"} | {ord(str(digit)) for digit in range(10)}
"""Keys that some keyboards only reach with Shift."""


def key_of(name: str) -> str:
    """Write the first key of an action, or nothing."""
    action = BY_NAME.get(name)
    return action.keys[0] if action else ""
