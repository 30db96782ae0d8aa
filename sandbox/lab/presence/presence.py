"""Presence: what the levels are about happens often enough, and plainly enough, to be seen by who clicks about.

Each level is played by the clicks of a newcomer, which were written before anybody had played them. Counted is what
the picture draws while no lens is chosen, by the picture's own rules.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.estimate import at_least
from sandbox.lab.estimators import mean, share
from sandbox.lab.experiment import PRESENT, Cell, Criterion, Experiment, shipped
from sandbox.lab.presence.about import ABOUT
from sandbox.lab.presence.heard import attention, unattended
from sandbox.scenario.folders import PRESENCE as FOLDER
from sandbox.scenario.load import load_level
from sandbox.session.files.playable import read_commands
from sandbox.session.frame import Frame
from sandbox.session.moment import Moment
from sandbox.session.seen.arrows import Question, averted_looks, verdicts
from sandbox.session.seen.recent import RecentRecords
from sandbox.session.seen.thresholds import A_PERSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.world import World
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Happening, Level

SECONDS: Final = 120.0
SEEDS: Final = 3
SOON: Final = 15.0
"""Seconds, from a deed on, within which a level shows what it is about."""
ORDINARY: Final = Question()
"""What is asked of a picture while no lens is chosen and nobody is in question."""
DEEDS: Final = dict.fromkeys(ABOUT, ("hurt", "bob")) | {"next-please": ("cue", "ben")}
"""The kind of the deed that shows what a level is about, and whom it befalls; in the queue the first mask."""
AVERTS: Final = at_least(0.25)
ARROWS: Final = at_least(0.15)
HEARD: Final = at_least(3.0)
LEVELS_WITH_THINGS: Final = at_least(2.0)


@cache
def played(name: str) -> tuple[Level, tuple[Happening, ...]]:
    """Read a level, which ships with the game or lies beside the clicks, and the clicks; all tools are there for them.

    So a level that can be won or lost is played like those in which one tries things out.
    """
    own = FOLDER / f"{name}.json"
    level = load_level(own) if own.exists() else shipped(name)
    level = replace(level, tools=None, goal=None, difficulties=None, proof=None)
    return level, read_commands(FOLDER / f"{name}.clicks.json", level)


def cells() -> tuple[Cell, ...]:
    """Stage every level with its clicks."""
    return tuple(Cell(name, level, SECONDS, clicks) for name in ABOUT for level, clicks in [played(name)])


class Onlooker:
    """What there is to be seen of one scene."""

    def __init__(self, level: Level) -> None:
        """Begin with nothing seen."""
        self._level = level
        self._recent = RecentRecords()
        self._before: World | None = None
        self._averts: list[bool] = []
        self._arrows: list[bool] = []
        self._attended: list[Floats] = []
        self._persons: Bools | None = None
        self._things: Bools = np.zeros((len(level.people), len(level.people)), np.bool_)

    def look(self, world: World) -> None:
        """Take in the next moment."""
        before = self._before or world
        frame = Frame.of(self._level, Moment(world, before.people), self._recent.of(world))
        self._averts.append(bool(averted_looks(frame, ORDINARY)))
        self._arrows.append(bool(verdicts(frame, ORDINARY)))
        self._attended.append(attention(world))
        self._before = world
        things = np.zeros_like(self._things)
        things[world.ties.observer, world.ties.target] = world.ties.personhood < A_PERSON
        self._persons = ~things if self._persons is None else self._persons
        self._things |= things & self._persons

    def sum_up(self) -> dict[str, float]:
        """Return the shares of the seconds with averted eyes and with arrows, and the counts of things and of word."""
        world = self._before
        return {
            "averts": _seconds(self._averts),
            "arrows": _seconds(self._arrows),
            "heard": 0.0 if world is None else float(unattended(world.causes, self._attended)),
            "things": float(self._things.sum()),
        }


def _seconds(moments: list[bool]) -> float:
    """Return the share of the seconds in which something is so at one moment or another."""
    begins = range(0, len(moments), TICKS_PER_SECOND)
    return float(np.mean([any(moments[begin : begin + TICKS_PER_SECOND]) for begin in begins]))


def measure(runs: Mapping[str, Run]) -> Measured:
    """Look on at every level, and count those in which somebody becomes a thing to another."""
    found: dict[str, Floats] = {}
    for name, run in runs.items():
        found |= {f"{name}-{what}": values for what, values in _watched(name, run).items()}
    with_things = [found[f"{name}-things"] > 0 for name in runs]
    return found | {"levels-with-things": np.sum(with_things, axis=0, dtype=np.float64)}


def _watched(name: str, run: Run) -> dict[str, Floats]:
    level, clicks = played(name)
    begins = round(next(click.at for click in clicks if (click.do, click.who) == DEEDS[name]) * TICKS_PER_SECOND)
    onlookers = [Onlooker(level) for _ in range(run.scenes)]
    soon = []
    for moment in run.moments():
        for onlooker, world in zip(onlookers, moment.worlds(), strict=True):
            onlooker.look(world)
        if begins < moment.tick <= begins + SOON * TICKS_PER_SECOND:
            soon.append(moment)
    sums = [onlooker.sum_up() for onlooker in onlookers]
    found = {what: np.array([one[what] for one in sums]) for what in sums[0]}
    return found | {"shows": ABOUT[name](run, soon).astype(np.float64)}


def _criteria() -> tuple[Criterion, ...]:
    """Ask each level for the same, and all of them together for things."""
    each = (criterion for level in ABOUT for criterion in _asked_of(level))
    return (*each, Criterion("things", mean("levels-with-things"), LEVELS_WITH_THINGS))


def _asked_of(level: str) -> tuple[Criterion, ...]:
    return (
        Criterion(f"{level}-averts", mean(f"{level}-averts", percent=True), AVERTS),
        Criterion(f"{level}-arrows", mean(f"{level}-arrows", percent=True), ARROWS),
        Criterion(f"{level}-heard", mean(f"{level}-heard"), HEARD),
        Criterion(f"{level}-shows", share(f"{level}-shows"), PRESENT),
    )


PRESENCE: Final = Experiment("presence", cells, measure, _criteria(), runs=SEEDS, journal=True)
