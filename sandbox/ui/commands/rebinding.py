"""How the player gives commands other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import BY_ID, FIXED
from sandbox.ui.commands.command import Command
from sandbox.ui.input.keymap import Rebinding
from sandbox.ui.kit.scrolling import uncovered

if TYPE_CHECKING:
    from sandbox.ui.input.keymap import Keymap
    from sandbox.ui.kit.chords import Chord
    from sandbox.ui.screen import Screen


def _capture(screen: Screen, name: str) -> None:
    """Wait for the key that a command shall have."""
    screen.state.rebinding = Rebinding(name)


def _give(screen: Screen, chord: Chord) -> None:
    """Give the key to the command that waits for one; where another has it, ask first, and in view."""
    waiting, keymap = screen.state.rebinding, screen.shell.keymap
    if waiting is None:
        return
    other = keymap.taken(chord, waiting.id)
    if chord in FIXED:
        screen.shell.show_toast(text_of("ui.keys.fixed", chord=chord.shown))
    elif other is None:
        _keep(screen, keymap.bound(waiting.id, chord))
    else:
        screen.state.rebinding = Rebinding(waiting.id, chord, other)
        screen.state.scroll = uncovered(screen.panes, screen.state.scroll, "keys.cancel")


def _asked(screen: Screen) -> bool:
    return screen.state.rebinding is not None and screen.state.rebinding.chord is not None


def _replace(screen: Screen) -> None:
    """Take the key from the other command."""
    asked = screen.state.rebinding
    if asked is not None and asked.chord is not None:
        _keep(screen, screen.shell.keymap.bound(asked.id, asked.chord))


def _swap(screen: Screen) -> None:
    """Give the other command the keys of this one in return."""
    asked = screen.state.rebinding
    if asked is not None and asked.chord is not None:
        _keep(screen, screen.shell.keymap.swapped(asked.id, asked.chord))


def _waits(screen: Screen) -> bool:
    return screen.state.rebinding is not None


def _cancel(screen: Screen) -> None:
    screen.state.rebinding = None


def _reset(screen: Screen, name: str) -> None:
    """Give a command its usual keys back, and say who loses them."""
    keymap = screen.shell.keymap
    robbed = [BY_ID[one].text for chord in keymap.usual[name] if (one := keymap.taken(chord, name)) is not None]
    if robbed:
        screen.shell.show_toast(text_of("ui.keys.robbed", others=", ".join(robbed)))
    _keep(screen, keymap.reset(name))


def _changed(screen: Screen) -> bool:
    return bool(screen.shell.keymap.own)


def _reset_all(screen: Screen) -> None:
    _keep(screen, screen.shell.keymap.reset_all())


def _keep(screen: Screen, keymap: Keymap) -> None:
    screen.shell.keymap, screen.state.rebinding = keymap, None
    screen.shell.requests.append("settings")


COMMANDS: Final = (
    Command(verbs.CAPTURE, _capture, gesture="press"),
    Command(verbs.GIVE, _give, gesture="press"),
    Command(verbs.REPLACE, _replace, when=_asked, gesture="press"),
    Command(verbs.SWAP, _swap, when=_asked, gesture="press"),
    Command(verbs.CANCEL, _cancel, when=_waits, gesture="escape"),
    Command(verbs.RESET, _reset, gesture="press"),
    Command(verbs.RESET_ALL, _reset_all, when=_changed, offers=lambda _: (verbs.RESET_ALL(),)),
)
