"""What an experiment is: cells to play, a measure that reads them, and criteria with their lesions.

A cell is a level and commands, so whatever an experiment does can be done by anyone with two files and `main.py run`.
A cell of small scenes has many of them, each with people of its own; they are played side by side, in one stack.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.lab.estimate import Band
from sandbox.lab.ordinary import draws
from sandbox.lab.run import Run, Staged
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Level

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.lab.estimate import Estimate
    from sandbox.lab.estimators import Estimator, Measured
    from sandbox.scenario.schema import Happening

Scene = Callable[[int, "Generator"], Level]
"""Makes the level of one scene from its number, from 0 on, and random numbers of the experiment, cell and seed."""

PRESENT: Final = Band(0.8, 1.0)
"""The share of seeds that should show an effect while every drive is on."""
ABSENT: Final = Band(0.0, 0.2)
"""The share that may still show it without the drive from which it should come."""
LEVEL_RUNS: Final = 20
EFFECT_RUNS: Final = 1000
TOGETHER: Final = 50
"""Scenes that are played side by side at most; no number depends on it."""


class Condition(NamedTuple):
    """What is different about the engine while an experiment is played."""

    off: tuple[str, ...] = ()
    """names of drives that are switched off together, from vocabulary.DRIVES"""
    settings: tuple[tuple[str, float], ...] = ()
    """parameters that are changed, by name"""

    def under(self, throughout: Condition) -> Condition:
        """Add what holds throughout; the condition's own settings prevail."""
        off = dict.fromkeys((*throughout.off, *self.off))
        return Condition(tuple(off), tuple((dict(throughout.settings) | dict(self.settings)).items()))


WHOLE: Final = Condition()
"""Nothing is: all drives are on."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One set-up that is played."""

    name: str
    scene: Level | Scene
    seconds: float
    """game time that a run lasts at most"""
    commands: tuple[Happening, ...] = ()

    def staged(self, experiment: str, *, seed: int, scenes: int) -> Staged:
        """Make the scenes that belong to some seeds.

        Args:
            experiment: its name, which with the cell's and the seed chooses the random numbers for a scene.
            seed: of the first scene, from 1 on; each one after it has the next.
            scenes: how many.
        """
        made = self.scene
        if isinstance(made, Level):
            return Staged((made,) * scenes, self.commands, self.seconds)
        levels = tuple(made(one - 1, draws(one, experiment, self.name)) for one in range(seed, seed + scenes))
        return Staged(levels, self.commands, self.seconds)


@dataclass(frozen=True, slots=True)
class Lesion:
    """What a criterion asks for once the drive is off from which its finding should come."""

    off: tuple[str, ...] = ()
    settings: tuple[tuple[str, float], ...] = ()
    band: Band = ABSENT
    estimator: Estimator | None = None
    """instead of the criterion's own"""
    against: Callable[[Estimate, Estimate], Estimate] | None = None
    """compares the estimate without the drive and the one with it: `over` for "shrinks by half", `minus`"""
    percent: bool = False
    """whether what `against` gives is written as a percentage"""

    @property
    def condition(self) -> Condition:
        """How it is played."""
        return Condition(self.off, self.settings)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One finding, with what it asks for while all drives are on and while those of a lesion are off."""

    name: str
    """completes the text key `experiment.EXPERIMENT.`: the finding in words"""
    estimator: Estimator
    band: Band = PRESENT
    lesions: tuple[Lesion, ...] = ()
    paper: str = ""
    """what the paper found, value and interval, to stand beside ours"""


@dataclass(frozen=True, slots=True)
class Experiment:
    """One experiment; `cells` and `measure` have to be functions of a module, since other processes call them."""

    name: str
    cells: Callable[[], tuple[Cell, ...]]
    measure: Callable[[Mapping[str, Run]], Measured]
    """reads a run of each cell, by the cell's name, all of the same seeds, and gives a value for each of its scenes"""
    criteria: tuple[Criterion, ...]
    source: str = ""
    """the papers"""
    runs: int = LEVEL_RUNS
    """scenes of each cell, if nothing else is asked for"""
    journal: bool = False
    """whether `measure` reads records"""

    def conditions(self) -> tuple[Condition, ...]:
        """List what is to be played: all drives on, then each lesion."""
        lesions = (lesion.condition for criterion in self.criteria for lesion in criterion.lesions)
        return tuple(dict.fromkeys([WHOLE, *lesions]))


def stacks(runs: int) -> tuple[tuple[int, int], ...]:
    """Divide runs into stacks of about the same size: the first seed of each, from 1 on, and its number of scenes."""
    count = -(-runs // TOGETHER)
    begins = [1 + number * runs // count for number in range(count + 1)]
    return tuple((begin, end - begin) for begin, end in pairwise(begins))


@cache
def shipped(name: str) -> Level:
    """Read a level that ships with the game, by its id."""
    return load_level(find_level(name))
