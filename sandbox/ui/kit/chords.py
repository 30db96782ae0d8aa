"""Keys as a player names them: "Ctrl+P", "Shift+Enter", "3"; and which of them a press on any keyboard stands for.

A keyboard's letters are taken where they are Latin. Where they are none of ours (Russian, Greek, Arabic, Hebrew,
Thai), the place decides: the key stands for what lies there on an American keyboard. So do the digits of a French one.
"""

from __future__ import annotations

import sys
import unicodedata
from string import ascii_uppercase, digits
from typing import Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of

MODIFIERS: Final = ("Ctrl", "Alt", "AltGr", "Meta", "Shift")
"""In the order in which they are written."""
_BITS: Final = {
    "Ctrl": pygame.KMOD_CTRL,
    "Alt": pygame.KMOD_ALT,
    "AltGr": pygame.KMOD_MODE,
    "Meta": pygame.KMOD_META,
    "Shift": pygame.KMOD_SHIFT,
}
_NAMED: Final = {
    "Space": pygame.K_SPACE,
    "Enter": pygame.K_RETURN,
    "Escape": pygame.K_ESCAPE,
    "Tab": pygame.K_TAB,
    "Backspace": pygame.K_BACKSPACE,
    "Insert": pygame.K_INSERT,
    "Delete": pygame.K_DELETE,
    "Home": pygame.K_HOME,
    "End": pygame.K_END,
    "PageUp": pygame.K_PAGEUP,
    "PageDown": pygame.K_PAGEDOWN,
    "Left": pygame.K_LEFT,
    "Right": pygame.K_RIGHT,
    "Up": pygame.K_UP,
    "Down": pygame.K_DOWN,
    "Pause": pygame.K_PAUSE,
} | {f"F{number}": getattr(pygame, f"K_F{number}") for number in range(1, 16)}
SAID: Final = (*MODIFIERS, *(name for name in _NAMED if not name[1:].isdecimal()))
"""Keys that have a name in the player's language."""
_NAMES: Final = (
    {code: name for name, code in _NAMED.items()}
    | {
        pygame.K_KP_ENTER: "Enter",
        pygame.K_KP_PLUS: "+",
        pygame.K_KP_MINUS: "-",
        pygame.K_KP_PERIOD: ".",
        pygame.K_KP_MULTIPLY: "*",
        pygame.K_KP_DIVIDE: "/",
        pygame.K_KP_EQUALS: "=",
        pygame.K_LALT: "Alt",
        pygame.K_RALT: "Alt",
    }
    | {getattr(pygame, f"K_KP_{digit}"): digit for digit in digits}
)
_PLACES: Final = {getattr(pygame, f"KSCAN_{sign}"): sign for sign in (*ascii_uppercase, *digits)} | {
    pygame.KSCAN_MINUS: "-",
    pygame.KSCAN_EQUALS: "=",
    pygame.KSCAN_LEFTBRACKET: "[",
    pygame.KSCAN_RIGHTBRACKET: "]",
    pygame.KSCAN_BACKSLASH: "\\",
    pygame.KSCAN_SEMICOLON: ";",
    pygame.KSCAN_APOSTROPHE: "'",
    pygame.KSCAN_GRAVE: "`",
    pygame.KSCAN_COMMA: ",",
    pygame.KSCAN_PERIOD: ".",
    pygame.KSCAN_SLASH: "/",
}
"""What lies where on an American keyboard."""
_SHOWN: Final = {"-": "−"}
"""Signs that are too small to be read alone."""
_SYNONYMS: Final = {
    "Control": "Ctrl",
    "Option": "Alt",
    "Cmd": "Meta",
    "Command": "Meta",
    "Super": "Meta",
    "Win": "Meta",
    "Return": "Enter",
    "Esc": "Escape",
    "Del": "Delete",
    "Ins": "Insert",
    "PgUp": "PageUp",
    "PgDn": "PageDown",
    "−": "-",
}
_WORDS: Final = {name.casefold(): name for name in (*MODIFIERS, *_NAMED)} | {
    name.casefold(): meant for name, meant in _SYNONYMS.items()
}


class BadChordError(ValueError):
    """Something that is no key on a keyboard."""


class Chord(NamedTuple):
    """A key, and what has to be held with it."""

    key: str
    """a capital letter, a digit, a sign, or a name such as "Enter" """
    modifiers: frozenset[str] = frozenset()

    def __str__(self) -> str:
        """Return it as it is written in files: "Ctrl+P"."""
        return "+".join((*(name for name in MODIFIERS if name in self.modifiers), self.key))

    @property
    def shown(self) -> str:
        """How it is called on screen, in the player's language."""
        held = (text_of(f"ui.key.{name}") for name in MODIFIERS if name in self.modifiers)
        return "+".join((*held, text_of(f"ui.key.{self.key}") if self.key in SAID else _SHOWN.get(self.key, self.key)))


def parse(written: str) -> Chord:
    """Return the chord that a player wrote, however it is spaced and capitalized; raise BadChordError if it is none."""
    *held, key = (part.strip() for part in _parts(written.strip()))
    names = [_WORDS.get(name.casefold(), name) for name in held]
    key = _WORDS.get(key.casefold(), key)
    if len(key) == 1:
        key = _capital(key)
    if not (key in _NAMED or key == "Alt" or (len(key) == 1 and key.isprintable() and not key.isspace())):
        raise BadChordError(written)
    if any(name not in MODIFIERS for name in names):
        raise BadChordError(written)
    return Chord(key, frozenset(names))


def _parts(written: str) -> list[str]:
    if written == "+":
        return [written]
    return [*written[:-2].split("+"), "+"] if written.endswith("++") else written.split("+")


def keys_of(key: int, scancode: int = 0) -> tuple[str, ...]:
    """Return the keys that a press may stand for, the likeliest first; nothing for one that only modifies others."""
    if key in _NAMES:
        return (_NAMES[key],)
    place = _PLACES.get(scancode, "")
    own = _sign(key)
    if own in {*digits} or not place:
        return (own,) if own else ()
    if place in digits:
        return (place, own) if own else (place,)
    if not own or (own.isalpha() and not _is_latin(own)):
        return (place,)
    return (own,) if own.isalpha() else tuple(dict.fromkeys((own, place)))


def chords_of(key: int, scancode: int, modifiers: int) -> tuple[Chord, ...]:
    """Return the chords that a press may stand for, the likeliest first.

    Digits and signs need Shift on some keyboards, so with Shift they also stand for themselves.
    """
    held = frozenset(name for name, bits in _BITS.items() if modifiers & bits)
    keys = keys_of(key, scancode)
    if keys == ("Alt",):
        held -= {"Alt", "AltGr"}
    plain = held - {"Shift"}
    exact = [Chord(name, held) for name in keys]
    loose = [Chord(name, plain) for name in keys if "Shift" in held and len(name) == 1 and not name.isalpha()]
    return (*exact, *loose)


def chords_of_event(event: pygame.Event) -> tuple[Chord, ...]:
    """Return the chords that a key of the window may stand for, the likeliest first."""
    return chords_of(event.key, getattr(event, "scancode", 0), event.mod)


def place_of(event: pygame.Event) -> int:
    """Return what tells a key from all others while it is down: its place, since the layout may change meanwhile."""
    return int(getattr(event, "scancode", 0) or event.key)


def _sign(key: int) -> str:
    """Return the sign on a key; nothing if it has none."""
    printable = 0 < key <= sys.maxunicode and chr(key).isprintable() and not chr(key).isspace()
    return _capital(chr(key)) if printable else ""


def _capital(sign: str) -> str:
    large = sign.upper()
    return large if len(large) == 1 else sign


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")
