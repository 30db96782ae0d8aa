"""What was done, to be undone and done again: in any play-through of the last few, and without a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.session.history.branch import Place
    from sandbox.session.session import Session
    from sandbox.ui.hud.camera_control import CameraControl
    from sandbox.ui.state import PlayState

MOST_SESSIONS: Final = 4
"""Play-throughs that are kept, the present one among them."""
MOST_DEEDS: Final = 200
"""Deeds that can be undone."""


@dataclass(eq=False, slots=True)
class PlayThrough:
    """One play-through, and how it is looked at. One that was begun again has the same session, seen anew."""

    session: Session
    path: Path | None
    """the level's file; None for one that has no file"""
    state: PlayState
    camera: CameraControl


class Stand(NamedTuple):
    """A place in a play-through."""

    play: PlayThrough
    place: Place


class Deed(NamedTuple):
    """Something that can be undone."""

    told: Callable[[], str]
    """says what it was, in the language of the moment"""
    before: Stand
    """where it was done"""
    after: Stand | None = None
    """where it was undone"""
    deleted: Place | None = None
    """the branch that it deleted; this one leads nowhere else"""


class History:
    """What was done, and what of it is undone. A new deed ends what could be done again: its futures are branches."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    @property
    def done(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._done)

    @property
    def undone(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    def note(self, deed: Deed, now: PlayThrough) -> None:
        """Note what was just done, and forget the play-throughs that lie too far back; it led to `now`."""
        self._undone.clear()
        self._done.append(deed)
        kept: list[Deed] = []
        sessions = {id(now.session)}
        for one in reversed(self._done[-MOST_DEEDS:]):
            sessions.add(id(one.before.play.session))
            if len(sessions) > MOST_SESSIONS:
                break
            kept.append(one)
        self._done = kept[::-1]

    def undo(self, here: Stand, otherwise: Deed | None = None) -> Deed | None:
        """Return what was done last, which is undone by going where it was done, or else another deed; None if none."""
        deed = self._done.pop() if self._done else otherwise
        if deed is not None:
            self._undone.append(deed._replace(after=here))
        return deed

    def redo(self) -> Deed | None:
        """Return what was undone last, which is done again by going where it was undone; None if there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
