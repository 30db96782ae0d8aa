"""The keyboard: finds out which command a key stands for and has it carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.ui import verbs
from sandbox.ui.bindings import BY_ID, FIXED
from sandbox.ui.commands.table import command_of
from sandbox.ui.kit.chords import Chord, chords_of_event, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.screen import Screen

_ALT: Final = Chord("Alt")
_ESCAPE: Final = Chord("Escape")


class Keyboard:
    """The keys of one scene."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._held: dict[int, Invocation] = {}
        """what comes to an end when a key comes up"""
        self._spent = set(screen.shell.down)
        """the keys that went down before all this: they count again once they have come up"""

    def down(self, event: pygame.Event) -> Invocation | None:
        """Take a key that went down, or is still down; return the command that was carried out, if any."""
        down, chords = self.screen.shell.down, chords_of_event(event)
        repeated = place_of(event) in down
        down.add(place_of(event))
        if repeated and place_of(event) in self._spent:
            return None
        self._spent.discard(place_of(event))
        if self._gives(chords, repeated=repeated):
            return None
        for invocation in self._meant(chords):
            command = command_of(self.screen, invocation)
            if command is None:
                continue
            if repeated and not command.repeats:
                return None
            if invocation.command == verbs.HOLD.name:
                self._held[place_of(event)] = verbs.RELEASE(str(invocation.arguments[0]))
            self.screen.perform(invocation)
            return invocation
        return None

    def _meant(self, chords: tuple[Chord, ...]) -> Iterator[Invocation]:
        yield from (FIXED[chord] for chord in chords if chord in FIXED)
        yield from (BY_ID[name].invocation for name in self.screen.shell.keymap.commands(chords))

    def up(self, event: pygame.Event) -> None:
        """Take a key that came up."""
        self.screen.shell.down.discard(place_of(event))
        ended = self._held.pop(place_of(event), None)
        if ended is not None:
            self.screen.perform(ended)
        elif self._waits and _ALT in chords_of_event(event):
            self.screen.perform(verbs.GIVE(_ALT))

    def release(self) -> None:
        """End what works only while a key is down, and wait for the keys that are down to come up."""
        for ended in self._held.values():
            self.screen.perform(ended)
        self._held.clear()
        self._spent = set(self.screen.shell.down)

    def let_go(self) -> None:
        """Let go of all keys, since the window has lost the keyboard and will not hear of their release."""
        self.release()
        self.screen.shell.down.clear()

    @property
    def _waits(self) -> bool:
        """Whether a command waits for a key."""
        state = self.screen.state
        return state.dock == "keys" and state.rebinding is not None and state.rebinding.chord is None

    def _gives(self, chords: tuple[Chord, ...], *, repeated: bool) -> bool:
        """Give a key to the command that waits for one, and tell whether one did; Alt alone counts when it comes up."""
        state = self.screen.state
        if state.dock == "keys" and state.rebinding is not None and _ESCAPE in chords:
            self.screen.perform(verbs.CANCEL())
            return True
        if not self._waits:
            return False
        if chords and not repeated and _ALT not in chords:
            self.screen.perform(verbs.GIVE(chords[0]))
        return True
