"""A play-through without a window: commands happen at their moments, and what people do is counted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from sandbox.app.errors import CommandError
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.language import explain, text_of
from sandbox.session.files.playable import read_commands
from sandbox.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sandbox.scenario.goals import Outcome
    from sandbox.session.files.recording import Recording


class Headless:
    """One play-through that counts as it goes."""

    def __init__(
        self,
        recording: Recording,
        *,
        seed: int | None = None,
        off: Iterable[str] = (),
        settings: Mapping[str, float] | None = None,
        commands: Path | None = None,
        metered: bool = False,
    ) -> None:
        """Set a level up, with what was done in its recording, or the commands of a file instead.

        A seed and settings take the place of those of the recording; drives are off besides. `metered` keeps the
        history of the meters, for a window.
        """
        level = recording.level
        self.session = Session(
            level,
            seed=recording.seed if seed is None else seed,
            off=(*recording.off, *off),
            settings={**recording.settings, **(settings or {})},
            metered=metered,
        )
        given = read_commands(commands, level) if commands else recording.commands
        self._waiting = sorted(enumerate(given), key=lambda numbered: numbered[1].at)
        self._file = str(commands or level.id)
        count = len(level.people)
        self.doing = np.zeros((count, len(OPTIONS)), np.int64)
        """(N, A) ticks spent at each option"""
        self.averting = np.zeros(count, np.int64)
        """(N,) ticks spent with the eyes turned away from somebody on purpose"""
        self.reward = np.zeros((count, len(STREAMS)))
        """(N, S) reward received so far, by stream"""

    @property
    def outcome(self) -> Outcome | None:
        """The first answer that was not "open", or the present one."""
        decided = self.session.decided
        return self.session.outcome() if decided is None else decided[1]

    def play(self, seconds: float) -> None:
        """Play on until `seconds` of game time are over.

        Raises:
            CommandError: if a happening of the file or of the level cannot be.
        """
        self.play_to(round(seconds * TICKS_PER_SECOND))

    def play_to(self, end: int) -> None:
        """Play on to a tick; raise CommandError likewise."""
        while self.session.tick < end:
            self._befall()
            try:
                self.session.step()
            except Impossible as error:
                raise self._refusal(text_of("cli.run.in_level", level=self.session.level.id), error) from error
            self._count()

    def left_over(self) -> str:
        """Say which happenings of the file come too late to have happened, or nothing."""
        if not self._waiting:
            return ""
        number, first = self._waiting[0]
        return text_of(
            "cli.run.left_over", file=self._file, number=number, at=f"{first.at:g}", count=len(self._waiting)
        )

    def _befall(self) -> None:
        while self._waiting and round(self._waiting[0][1].at * TICKS_PER_SECOND) <= self.session.tick:
            number, happening = self._waiting.pop(0)
            try:
                self.session.do(happening)
            except Impossible as error:
                place = text_of("cli.run.in_file", file=self._file, number=number, do=happening.do)
                raise self._refusal(place, error) from error

    def _count(self) -> None:
        people = self.session.world.people
        self.doing[np.arange(len(people)), people.option] += 1
        self.averting += people.avoiding != NOBODY
        self.reward += people.reward * SECONDS_PER_TICK

    def _refusal(self, place: str, error: Impossible) -> CommandError:
        text, seconds = explain(error), f"{self.session.tick / TICKS_PER_SECOND:g}"
        return CommandError("cli.run.impossible", place=place, seconds=seconds, reason=f"{text[:1].lower()}{text[1:]}")


def tell_left_over(played: Headless) -> None:
    """Say beside the output which happenings of the file did not happen, if any."""
    if late := played.left_over():
        print(late, file=sys.stderr)
