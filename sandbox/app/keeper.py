"""Keeps what is played safe while it is played: whenever the game ends, and however, it can be gone on with."""

from __future__ import annotations

import math
from time import monotonic
from typing import TYPE_CHECKING, Final

from sandbox.app.crash import forget_broken
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.scenario.showable import reason_of, showable
from sandbox.session.files.autosave import Autosave
from sandbox.ui.scenes.play import Play

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.files.shelf import Shelf
    from sandbox.session.session import Session
    from sandbox.ui.scenes.base import SceneStack
    from sandbox.ui.state import Shell

TOLD_SECONDS: Final = 5.0
"""Between two lines of the journal that tell where the player is, by the game's clock or by any other."""
KEPT_SECONDS: Final = 60.0
"""Between two saves of the moment."""
HURRIED_SECONDS: Final = 5.0
"""Likewise after the line of play was left for another one."""
WORTH: Final = 5 * TICKS_PER_SECOND
"""Ticks from which on a play-through is kept in which nothing was done; TOLD_SECONDS at the screen will do as well."""


class Keeper:
    """Follows what is played, and keeps it."""

    def __init__(self, shell: Shell, shelf: Shelf, clock: Callable[[], float] = monotonic) -> None:
        """Begin with nothing played; `clock` tells seconds, and never goes back."""
        self._shell, self._shelf, self._clock = shell, shelf, clock
        self._scene: Play | None = None
        self._session: Session | None = None
        self._kept: Autosave | None = None
        self._tried = self._told = self._saved = self._since = -math.inf
        """when it was last tried to begin, a line and a save were last written, and this play-through came up"""
        self._as_saved: object = None
        """what the latest save holds"""
        self._ran = self._away = False
        """whether it ran, and was covered or not seen, when it was last looked at"""
        self._complained = False

    def follow(self, scenes: SceneStack, *, seen: bool = True) -> None:
        """Look at what is played now, and write what is due; `seen` tells whether anybody sees the window."""
        scene = scenes.played
        if not isinstance(scene, Play):
            return
        if scene.session is not self._session:
            self.finish()
            self._scene, self._session = scene, scene.session
            self._tried = self._told = self._saved = -math.inf
            self._since = self._clock()
        self._scene = scene
        if scene.again is not None:
            return  # Until it is where it was left, what was opened is what is to be kept.
        runs = seen and scenes.top is scene and scene.moving
        stops, self._ran = self._ran and not runs, runs
        away, before = not (seen and scenes.top is scene), self._away
        left, self._away = away and not before, away
        try:
            self._keep(scene, stops=stops, left=left)
        except OSError as error:
            self._complain(error)

    def _keep(self, scene: Play, *, stops: bool, left: bool) -> None:
        now, kept = self._clock(), self._kept
        if kept is None:
            if self._worth_keeping(scene.session) and now - self._tried >= HURRIED_SECONDS:
                self._tried = self._told = now
                self._kept = Autosave(self._shelf.autosaves, scene.session, self._shell.last)
                self._saved = now if scene.session.tick <= WORTH else -math.inf
                self._shelf.autosaves.tidy()
            return
        error = kept.trouble()
        if error is not None:
            raise error
        far = abs(scene.session.tick - kept.tick) >= TOLD_SECONDS * TICKS_PER_SECOND
        if kept.acted or (not kept.told and (stops or far or now - self._told >= TOLD_SECONDS)):
            self._told = now
            kept.tell()
        waited = now - self._saved
        due = waited >= KEPT_SECONDS or left or (kept.parted and waited >= HURRIED_SECONDS)
        if due and not kept.busy and self._state(scene) != self._as_saved:
            self._saved, self._as_saved = now, self._state(scene)
            if waited >= KEPT_SECONDS and math.isfinite(waited):
                forget_broken()
            kept.keep(scene.portrait.png, scene.notes)
            self._complained = False

    def _state(self, scene: Play) -> object:
        session = scene.session
        return session.tick, session.latest_tick, session.commands

    def finish(self) -> None:
        """Write what is played once more, and let go of it."""
        kept, scene, self._kept = self._kept, self._scene, None
        try:
            arrived = scene is not None and scene.again is None
            if kept is None and arrived and self._session is not None and self._worth_keeping(self._session):
                kept = Autosave(self._shelf.autosaves, self._session, self._shell.last)
            if kept is not None and scene is not None:
                kept.finish(scene.portrait.png, scene.notes)
        except OSError as error:
            self._complain(error)
        self._session, self._as_saved = None, None

    def leave(self) -> None:
        """Let go of the files as they are, since what is played may be broken."""
        if self._kept is not None:
            self._kept.leave()
            self._kept = None

    def _worth_keeping(self, session: Session) -> bool:
        watched = session.latest_tick > 0 and self._clock() - self._since >= TOLD_SECONDS
        return session.latest_tick >= WORTH or bool(session.commands) or watched

    def _complain(self, error: OSError) -> None:
        """Say once that nothing is kept, until something is."""
        if not self._complained:
            self._complained = True
            words = text_of("saves.unkept", path=showable(error.filename), reason=reason_of(error))
            self._shell.complaints.append(words)
