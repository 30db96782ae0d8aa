"""A toy of the same kind in Mesa, the usual library for it: objects that have ties, look, feel and walk.

It does far less than the engine (one belief, one feeling, no inner moves, no records), and what it does it does in the
plain way of Mesa's own examples, so that the comparison is of two ways to build such a thing.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import mesa
import numpy as np
from crowd import HURT, pairs, spots

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGHT, REACH, STEP = 18.0, 2.3, 0.24
UPTAKE, SHIFT, FADE, CALM = 0.2, 0.3, 0.001, 0.1


class Tie:
    """What one person is to another."""

    __slots__ = ("affinity", "attention", "believed", "clarity", "target")

    def __init__(self, target: Person, affinity: float) -> None:
        """Begin with no belief."""
        self.target, self.affinity = target, affinity
        self.believed = self.attention = self.clarity = 0.0


class Person(mesa.Agent):
    """Somebody who sees others, feels with them and goes to the one who matters most."""

    def __init__(self, model: Toy, x: float, y: float, wound: float) -> None:
        """Stand at a spot, perhaps hurt."""
        super().__init__(model)
        self.x, self.y, self.wound = x, y, wound
        self.look_x, self.look_y = 0.0, 1.0
        self.felt = -wound
        self.ties: list[Tie] = []

    def perceive(self) -> None:
        """See who is in front and near, and take up what they show."""
        for tie in self.ties:
            across, down = tie.target.x - self.x, tie.target.y - self.y
            distance = hypot(across, down)
            ahead = self.look_x * across + self.look_y * down >= -SHIFT * distance
            tie.clarity = 1 / (1 + distance / SIGHT) if distance <= SIGHT and ahead else 0.0
            if tie.clarity:
                tie.believed += UPTAKE * tie.clarity * (tie.target.felt - tie.believed)
            else:
                tie.believed *= 1 - FADE

    def feel(self) -> None:
        """Share out attention, and feel with friends and against enemies."""
        pulls = [tie.clarity * (SHIFT + abs(tie.believed)) for tie in self.ties]
        room = 1 + sum(pulls)
        reward = 0.0
        for tie, pull in zip(self.ties, pulls, strict=True):
            tie.attention += SHIFT * (pull / room - tie.attention)
            reward += tie.attention * tie.affinity * tie.believed
        self.felt += CALM * (max(-1.0, min(1.0, reward - self.wound)) - self.felt)

    def act(self) -> None:
        """Look and go to whom one has most in mind; mend a friend within reach."""
        tie = max(self.ties, key=lambda tie: tie.attention)
        across, down = tie.target.x - self.x, tie.target.y - self.y
        distance = hypot(across, down) or 1.0
        self.look_x, self.look_y = across / distance, down / distance
        if tie.affinity > 0 > tie.believed:
            if distance > REACH:
                self.x, self.y = self.x + STEP * self.look_x, self.y + STEP * self.look_y
            else:
                tie.target.wound = max(0.0, tie.target.wound - FADE)


class Toy(mesa.Model):
    """The same crowd as objects."""

    def __init__(self, size: int) -> None:
        """Set the people up, one in HURT of them hurt."""
        super().__init__(rng=size)
        x, y, _ = spots(size)
        people = [
            Person(self, *spot, wound=0.0 if row % HURT else 1 / 2)
            for row, spot in enumerate(zip(x.tolist(), y.tolist(), strict=True))
        ]
        affinity = np.random.default_rng(size).uniform(-0.6, 1, len(pairs(size)[0]))
        ends: Iterable[tuple[int, int, float]] = zip(*(side.tolist() for side in (*pairs(size), affinity)), strict=True)
        for observer, target, liking in ends:
            people[observer].ties.append(Tie(people[target], liking))

    def step(self) -> None:
        """Make everybody a tenth of a second older."""
        self.agents.do("perceive")
        self.agents.do("feel")
        self.agents.do("act")
