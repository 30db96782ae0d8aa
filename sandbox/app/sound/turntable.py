"""What is heard on and on: loops on channels of their own, which glide to how loud they are to be.

A loop is made beside the game when it is first wanted; until then it is silent, and no picture waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.app.sound.loops import loops_with
from sandbox.app.sound.notes import pcm
from sandbox.ui.hud.held import USUAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pygame.mixer import Channel, Sound

    from sandbox.ui.hud.held import Held

CHANNELS: Final = 12
"""Channels that loops have to themselves: a place, the chord, and what of both is just going."""
FADE_MS: Final = 20
"""Milliseconds in which a loop begins, so that it never clicks."""

Sides = tuple[float, float]
"""How loud it is on the left and on the right, 0 to 1."""


class Turning(NamedTuple):
    """A loop that is being played."""

    channel: Channel
    place: int
    """of the channel"""
    sides: Sides


def sides_of(loudness: float, pan: float) -> Sides:
    """Return how loud something is on either side, of a loudness, 0 to 1, and where it is, -1 (left) to 1."""
    return loudness * min(1.0, 1 - pan), loudness * min(1.0, 1 + pan)


def nearer(now: Sides, wanted: Sides, step: float) -> Sides:
    """Go at most one step from a loudness to another, on each side."""
    left, right = (one + max(-step, min(step, other - one)) for one, other in zip(now, wanted, strict=True))
    return left, right


class Turntable:
    """All loops of the game."""

    def __init__(self, aside: Callable[[Callable[[], None]], None]) -> None:
        """Have nothing to play yet; `aside` lets something be done beside the game."""
        self._aside = aside
        self._pcm: dict[str, bytes] = {}
        """the samples of loops that were made and have not been played yet"""
        self._wanted: list[str] = []
        """those that are to be made"""
        self._at_work = False
        """whether some are being made beside the game"""
        self._sounds: dict[str, Sound] = {}
        self._turning: dict[str, Turning] = {}

    @property
    def turning(self) -> frozenset[str]:
        """The names of what is being played, however softly."""
        return frozenset(self._turning)

    def hold(self, held: Mapping[str, Held], seconds: float) -> None:
        """Let what is held, and what no longer is, glide on for some seconds towards how loud it is to be.

        Raises:
            pygame.error: if the device has gone.
        """
        for name in held:
            if name not in self._turning:
                self._begin(name)
        for name, one in [*self._turning.items()]:
            goal = held.get(name)
            glide = USUAL if goal is None else goal.glide
            wanted = (0.0, 0.0) if goal is None else sides_of(goal.loudness, goal.pan)
            sides = nearer(one.sides, wanted, seconds / glide)
            if sides != one.sides:
                one.channel.set_volume(*sides)
            self._turning[name] = one._replace(sides=sides)
            if goal is None and sides == (0.0, 0.0):
                one.channel.stop()
                del self._turning[name]
        if self._wanted and not self._at_work:
            self._at_work = True
            self._aside(self._work)

    def _begin(self, name: str) -> None:
        """Play a loop, silently at first, if it was made already and there is a channel."""
        if name in self._pcm:
            self._sounds[name] = pygame.mixer.Sound(buffer=self._pcm.pop(name))
        if name not in self._sounds:
            if name not in self._wanted:
                self._wanted.append(name)
            return
        free = set(range(CHANNELS)) - {one.place for one in self._turning.values()}
        if not free:
            return
        channel = pygame.mixer.Channel(min(free))
        channel.play(self._sounds[name], loops=-1, fade_ms=FADE_MS)
        channel.set_volume(0.0, 0.0)
        self._turning[name] = Turning(channel, min(free), (0.0, 0.0))

    def _work(self) -> None:
        """Make what is wanted."""
        try:
            while self._wanted:
                made = {name: pcm(wave).tobytes() for name, wave in loops_with(self._wanted[0]).items()}
                self._pcm |= made
                self._wanted = [name for name in self._wanted if name not in made]  # What is lost here is wanted again.
        finally:
            self._at_work = False

    def halt(self) -> None:
        """Know that nothing is being played any more, as when the device was closed or everything broken off."""
        self._turning.clear()

    def forget(self) -> None:
        """Let go of what belongs to a device that is closed."""
        self._turning.clear()
        self._sounds.clear()
