"""Shown distress: tears bring help from those who care (T12, T21).

Bob is in the same pain in every cell; he keeps a composed face or shows his distress. Ann stands a few metres away,
unnoticed, as whoever looks at a picture is; she is his friend, a stranger, or against him. The studies asked how
much people want to help; here that is what helping or comforting, whichever is better, is imagined to bring beyond
doing nothing, for two seconds after she has taken the sight in. In a longer scene Bob, who thinks of himself first,
finds out what a sad face brings before an Ann who cares, and before one who does not; he likes both alike.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.imagine import imagine
from sandbox.engine.mind import Mind
from sandbox.engine.options import INDEX
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import effect_size, ratio
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Body, Level, Map, Person, Place, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.engine.stack import Stack
    from sandbox.lab.estimators import Estimator, Measured
    from sandbox.lab.run import Run

SEEN_BY: Final = 1.0
"""Seconds in which Ann takes the sight in."""
WATCHED: Final = 3.0
"""Seconds."""
LEARNING: Final = 60.0
"""Seconds in which Bob may find out what a sad face brings."""
TRIED: Final = 30.0
"""Seconds of them after which it is counted how long he puts it on."""
PAIN: Final = (0.5, 0.12)
"""Mean and standard deviation."""
AWAY: Final = (5.0, 1.5, 3.0, 7.5)
"""Metres from Ann to Bob: mean, standard deviation, least and most."""
MATTERS: Final = (0.6, 0.1)
"""Importance of Bob to Ann: mean and standard deviation; somebody she knows."""
SKILL: Final = (0.4, 0.1)
"""Competence of Ann: mean and standard deviation; she is no nurse."""
KNOWN: Final = -0.2
"""What Ann takes Bob to feel before she looks."""
SHOWN: Final = {"hidden": 0.67, "shown": 0.9}
"""Expressiveness of Bob: composed, or ordinary."""
CONCERN: Final = {"friend": 0.5, "stranger": 0.0, "rival": -0.3}
"""Affinity of Ann to Bob, on average."""
SPREAD: Final = 0.15
"""Standard deviation of that affinity."""
SELFISH: Final = {"sympathy": 0.15, "approval": 0.15}
ACHE: Final = 0.2
"""Bob's pain while he learns."""
FENCE: Final = fence(0, 0, 12, 8)
"""Keeps long scenes apart."""


def scene(expressiveness: float, affinity: float, _number: int, draw: Generator) -> Level:
    """Put Ann a few metres behind Bob, who is in pain."""
    bob = Person(
        id="bob",
        name="Bob",
        x=3.5,
        y=4,
        facing="window",
        body=Body(wound=around(draw, *PAIN)),
        traits=traits(draw, expressiveness=expressiveness),
        tastes=tastes(draw),
    )
    felt = around(draw, affinity, SPREAD, -1.0)
    ties = (
        Tie(source="ann", target="bob", affinity=felt, importance=around(draw, *MATTERS), believed=KNOWN),
        Tie(source="bob", target="ann", affinity=felt),
    )
    return _level(bob, _ann(draw, around(draw, *AWAY)), ties)


def learning(affinity: float, _number: int, draw: Generator) -> Level:
    """Put Ann near a selfish Bob who has a little ache and likes her well enough."""
    bob = Person(
        id="bob",
        name="Bob",
        x=3.5,
        y=4,
        facing="ann",
        body=Body(illness=ACHE),
        traits=traits(draw, **SELFISH),
        tastes=tastes(draw),
    )
    felt = around(draw, affinity, SPREAD, -1.0)
    ties = (
        Tie(source="ann", target="bob", affinity=felt),
        Tie(source="bob", target="ann", affinity=CONCERN["friend"]),
    )
    return _level(bob, _ann(draw, 3.0), ties)


def _ann(draw: Generator, away: float) -> Person:
    skilled = traits(draw, competence=around(draw, *SKILL))
    return Person(id="ann", name="Ann", x=3.5 + away, y=4, facing="bob", traits=skilled, tastes=tastes(draw))


def _level(bob: Person, ann: Person, ties: tuple[Tie, ...]) -> Level:
    return Level(
        schema_version=2,
        id="shown-distress",
        title="Shown Distress",
        hook="The same pain, shown or hidden. Who comes?",
        map=Map(width=12, height=8, walls=FENCE, places=(Place(id="window", x=1, y=4),)),
        people=(bob, ann),
        ties=ties,
    )


def cells() -> tuple[Cell, ...]:
    """Stage pain hidden and shown before each kind of onlooker, and Bob learning before two of them."""
    return (
        *(
            Cell(f"{how}-{who}", partial(scene, expressiveness, affinity), WATCHED)
            for who, affinity in CONCERN.items()
            for how, expressiveness in SHOWN.items()
        ),
        *(Cell(f"learning-{who}", partial(learning, CONCERN[who]), LEARNING) for who in ("friend", "rival")),
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Take for each cell how much Ann wants to help, or how long Bob puts a sad face on."""
    return {name: feigned(run) if name.startswith("learning") else wanted(run) for name, run in runs.items()}


def wanted(run: Run) -> Floats:
    """Return (scenes,) what the better deed is imagined to bring beyond doing nothing, reward per second."""
    values = [better_deed(world, run) for world in run.moments(SEEN_BY)]
    mean: Floats = np.mean(values, axis=0)
    return mean


def better_deed(world: Stack, run: Run) -> Floats:
    """Return (scenes,) the same for one moment."""
    ann, tie = run.rows("ann"), run.ties(world, "ann", "bob")
    options = np.array([INDEX[name] for name in ("stay", "help", "comfort")])
    stay, *deeds = imagine(Mind(world, ann, tie), options).sum(axis=0)
    wish: Floats = np.maximum(*deeds) - stay
    return wish


def feigned(run: Run) -> Floats:
    """Return (scenes,) the seconds for which Bob looks worse than he feels, once he had time to learn."""
    bob = run.rows("bob")
    ticks = np.sum([world.people.option[bob] == INDEX["feign"] for world in run.moments(TRIED)], axis=0)
    return np.asarray(ticks / TICKS_PER_SECOND)


def size(who: str) -> Estimator:
    """Return d of showing before one kind of onlooker."""
    return effect_size(f"shown-{who}", f"hidden-{who}")


WITHOUT_SYMPATHY: Final = Lesion(("sympathy",), band=Band(-0.15, 0.15))
SHOWN_DISTRESS: Final = Experiment(
    "shown-distress",
    cells,
    measure,
    (
        Criterion("friend", size("friend"), Band(0.3, 0.8), (WITHOUT_SYMPATHY,), paper="d = 0.49 [0.43, 0.55]"),
        Criterion("stranger", ratio(size("stranger"), size("friend")), at_most(0.5), paper="only where concern"),
        Criterion("rival", ratio(size("rival"), size("friend")), at_most(0.5), paper="only where concern"),
        Criterion(
            "learned",
            effect_size("learning-friend", "learning-rival"),
            at_least(0.2),
            (Lesion(("learning",), band=at_most(0.2)),),
            paper="only where concern",
        ),
    ),
    source="Zickfeld et al. 2021, Sinaceur et al. 2015",
    runs=EFFECT_RUNS,
)
