"""What an experiment is: cells to play, a measure that reads them, and criteria with their lesions.

A cell is a level and commands, so whatever an experiment does can be done by anyone with two files and `main.py run`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from sandbox.lab.estimate import Band
from sandbox.scenario.load import load_level
from sandbox.scenario.shelf import find_level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sandbox.lab.estimate import Estimate, Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Happening, Level

    Lesion = tuple[str, ...]
    """names of drives that are switched off together, from vocabulary.DRIVES; empty for none"""

PRESENT: Final = Band(0.8, 1.0)
"""The share of seeds that should show an effect while every drive is on."""
ABSENT: Final = Band(0.0, 0.2)
"""The share that may still show it without the drive from which it should come."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One set-up that is played."""

    name: str
    level: Level
    seconds: float
    """game time that a run lasts at most"""
    commands: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One finding, with what it asks for while all drives are on and while those of a lesion are off."""

    name: str
    """completes the text key `experiment.EXPERIMENT.`"""
    estimate: Callable[[Sequence[Measured]], Estimate]
    """the finding's size over the runs of one condition"""
    about: tuple[str, ...]
    """the measured values that it looks at"""
    lesions: tuple[Lesion, ...]
    whole: Band = PRESENT
    lesioned: Band = ABSENT


@dataclass(frozen=True, slots=True)
class Experiment:
    """One experiment; `cells` and `measure` have to be functions of a module, since other processes call them."""

    name: str
    cells: Callable[[], tuple[Cell, ...]]
    measure: Callable[[Mapping[str, Run]], Measured]
    """reads one run of each cell, by the cell's name, all of one seed; nan stands for "never" """
    criteria: tuple[Criterion, ...]

    def conditions(self) -> tuple[Lesion, ...]:
        """List what is to be played: all drives on, then each lesion."""
        lesions = (lesion for criterion in self.criteria for lesion in criterion.lesions)
        return tuple(dict.fromkeys([(), *lesions]))


@cache
def shipped(name: str) -> Level:
    """Read a level that ships with the game, by its id."""
    return load_level(find_level(name))
