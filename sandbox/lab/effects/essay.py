"""The essay, word for word: section 6 (4), and that need, sympathy and approval each move help to strangers.

Bob is in pain. Wes, who loves him, watches from behind a fence, and does not take his eyes off him; he thinks nothing
of Alice yet. She never comes; looks on, calm, and goes; helps, relaxed, and goes while he still suffers, with and
without a cake from nobody; comes and stays at it; weeps openly, can do nothing, and goes; or comes and cures him at
once. She goes off the map by an errand of her own, after eight seconds. What Wes comes to think of her, affinity +
credit - blame, runs from -1 to 1. (T23-T25)

Ann, alone with a stranger who is hurt nine metres away, helps the more, the worse it is (T11), and she does it for
Sympathy and for Approval both: without either, fewer strangers are helped (T1).
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from sandbox.engine.curves import valence
from sandbox.engine.people import NOBODY
from sandbox.lab.deeds import HELPING
from sandbox.lab.estimate import Band, at_least, at_most, over
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.lab.scenes import FENCE, Part, ever
from sandbox.lab.scenes import scene as small_scene
from sandbox.scenario.schema import Bag, Body, Happening, Level, Map, Person, Place, Tie, Traits, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.lab.estimators import Estimator, Measured
    from sandbox.lab.run import Run

JUDGED_AT: Final = 30.0
"""Seconds."""
LEAVES_AT: Final = 8.0
CAKE_AT: Final = 6.0
PAIN: Final = Body(wound=0.85)
LIKING: Final = (0.8, 0.1)
"""Mean and standard deviation of what Bob is to Wes: affinity."""
LOVE: Final = 0.8
"""Of Wes for Bob, which holds his eyes there, and of her who weeps."""
COLD: Final = Traits(sympathy=0.05, approval=0.05)
RELAXED: Final = Traits(sympathy=0.05, approval=1.0, competence=0.32)
"""Helps well, and does not feel with him."""
TENDER: Final = Traits(sympathy=1.0, approval=0.25, competence=0.02, anxiety=1.0, expressiveness=1.0)
"""Feels much, shows it all and can do nothing."""
ORDINARY: Final = Traits(approval=1.0)
"""Sees it through, since she is able to."""
GOES: Final = Happening(do="leave", who="alice", at=LEAVES_AT, amount=1.0, until=LEAVES_AT)
CAKE: Final = Happening(do="gift", who="alice", at=CAKE_AT)

Alice = tuple[Person, float, tuple[Happening, ...]]
"""Who she is, what Bob is to her (affinity), and what happens to her."""


def _alice(x: float, y: float, facing: str, traits: Traits) -> Person:
    return Person(id="alice", name="Alice", x=x, y=y, facing=facing, traits=traits)


NEVER: Final[Alice] = (_alice(21, 7, "corner", COLD), 0.0, ())
LOOKS: Final[Alice] = (_alice(12, 8, "bob", COLD), 0.0, (GOES,))
HELPS: Final = _alice(11, 8.5, "bob", RELAXED)
COMES: Final = _alice(16, 8.5, "bob", ORDINARY)
"""Is seen to come before she begins."""
WEEPS: Final = _alice(11, 8.5, "bob", TENDER)
ALICES: Final[Mapping[str, Alice]] = {
    "never": NEVER,
    "looks": LOOKS,
    "leaves": (HELPS, 0.5, (GOES,)),
    "leaves-cake": (HELPS, 0.5, (GOES, CAKE)),
    "stays": (COMES, 0.5, ()),
    "stays-cake": (COMES, 0.5, (CAKE,)),
    "weeps": (WEEPS, 0.9, (GOES,)),
    "cures": (replace(COMES, bag=Bag(doses=1.0)), 0.5, ()),
}
GROUND: Final = Map(
    width=24,
    height=16,
    walls=(Wall(x1=18, y1=0, x2=18, y2=16), Wall(x1=0, y1=11.5, x2=18, y2=11.5, low=True)),
    places=(Place(id="corner", x=23, y=10),),
)


def scene(name: str, _number: int, draw: Generator) -> Level:
    """Put Bob and Wes in their places and let an Alice come."""
    alice, affinity, happenings = ALICES[name]
    bob = Person(id="bob", name="Bob", x=10, y=9, facing="wes", body=PAIN, traits=traits(draw), tastes=tastes(draw))
    wes = Person(
        id="wes", name="Wes", x=10, y=13, facing="bob", traits=traits(draw, competence=0.02), tastes=tastes(draw)
    )
    loved = LOVE if alice is WEEPS else 0.0
    return Level(
        schema_version=2,
        id="essay",
        title="Dropping Everything",
        hook="Who helps and goes is worse than who never came.",
        map=GROUND,
        people=(bob, wes, alice),
        ties=(
            Tie(source="wes", target="bob", affinity=around(draw, *LIKING, -1.0), importance=0.9, love=LOVE),
            Tie(source="wes", target="alice", affinity=0.0, importance=0.3),
            Tie(source="alice", target="bob", affinity=affinity, importance=0.8, love=loved),
        ),
        happenings=happenings,
    )


WOUNDS: Final = (0.2, 0.3, 0.45, 0.6, 0.8, 1.0)
WATCHED: Final = 15.0
"""Seconds."""
APART: Final = 9.0
"""Metres; nearer by, nearly everybody helps before the wound is at its worst, and the last step has nothing to show."""


def street(wound: float, _number: int, draw: Generator) -> Level:
    """Hurt Bob, a stranger, before Ann."""
    people = {"ann": Part(4, facing="bob"), "bob": Part(4 + APART)}
    hurt = Happening(do="hurt", who="bob", at=1.0, amount=wound)
    return small_scene(draw, people, (), walls=FENCE, happenings=(hurt,))


def cells() -> tuple[Cell, ...]:
    """Stage each Alice, and strangers who are hurt more and more."""
    return (
        *(Cell(name, partial(scene, name), JUDGED_AT) for name in ALICES),
        *(Cell(f"wound-{wound}", partial(street, wound), WATCHED) for wound in WOUNDS),
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Take what Wes thinks of each Alice, and whether Ann sets out to help."""
    measured = {name: opinion(runs[name]) for name in ALICES}
    helped = [ever(runs[f"wound-{wound}"], "ann", *HELPING, on="bob").astype(np.float64) for wound in WOUNDS]
    measured |= {f"wound-{wound}": each for wound, each in zip(WOUNDS, helped, strict=True)}
    return measured | {"strangers": np.mean(helped, axis=0)}


def opinion(run: Run) -> Floats:
    """Return (scenes,) what Wes thinks of Alice in the end, -1 to 1."""
    world = run.last()
    row, ties = run.ties(world, "wes", "alice"), world.ties
    return np.where(row == NOBODY, 0.0, valence(ties.affinity + ties.credit - ties.blame)[row])


APARTNESS: Final = 0.06
"""How far neighbours have to lie apart, on the scale from -1 to 1."""
UNSEEN: Final = Lesion(("judgement",), band=Band(-0.02, 0.02))
NOT_OTHERWISE: Final = Band(-0.03, 0.03)


def gap(better: str, worse: str) -> Estimator:
    """Return how much better Wes thinks of one Alice than of another."""
    return difference(mean(better), mean(worse))


def worse(less: float, more: float) -> Estimator:
    """Return how much more a worse wound is helped."""
    return difference(share(f"wound-{more}"), share(f"wound-{less}"))


def a_fifth(drive: str) -> Lesion:
    """Ask that a fifth of the help or more goes with a drive."""
    return Lesion((drive,), band=at_most(0.8), against=over)


ESSAY: Final = Experiment(
    "essay",
    cells,
    measure,
    (
        Criterion("never", mean("never"), Band(-0.02, 0.02), (UNSEEN,), paper="no evidence"),
        Criterion("looks", mean("looks"), at_most(-APARTNESS), (UNSEEN,), paper="an enemy"),
        Criterion("leaves", mean("leaves"), at_most(-APARTNESS), (UNSEEN,), paper="an enemy"),
        Criterion("touching", gap("leaves", "looks"), at_most(APARTNESS), paper="it is the touching that is judged"),
        Criterion("weeps", mean("weeps"), at_least(APARTNESS), (UNSEEN,), paper="a friend"),
        Criterion("stays", gap("stays", "weeps"), at_least(APARTNESS), paper="a friend"),
        Criterion("cures", gap("cures", "weeps"), at_least(APARTNESS), paper="a friend"),
        Criterion("cures-stays", gap("cures", "stays"), Band(-0.1, 0.1), paper="however quickly"),
        Criterion("leaves-cake", gap("leaves-cake", "leaves"), NOT_OTHERWISE, paper="not about him"),
        Criterion("stays-cake", gap("stays-cake", "stays"), NOT_OTHERWISE, paper="not about him"),
        Criterion("dose", worse(WOUNDS[0], WOUNDS[-1]), at_least(0.25), paper="overwhelmed by it"),
        *(
            Criterion(f"dose-{more}", worse(less, more), at_least(-0.02), paper="the more")
            for less, more in pairwise(WOUNDS)
        ),
        Criterion(
            "strangers",
            mean("strangers", percent=True),
            at_least(0.2),
            (a_fifth("sympathy"), a_fifth("approval")),
        ),
    ),
    source="Byrnes 2025, Jai 2014",
    runs=EFFECT_RUNS,
)
