"""Being seen: a need is met more often before a witness, and meeting it leaves a glow (T15, T28, T6).

Bob, whom Ann hardly knows, is hurt eight metres from her. Wes, whom she respects, is out of sight, or looks on from
where he sees her and not Bob, or only a picture does, of eyes or of flowers. Whether Ann ever helps or comforts Bob is
counted. Then Bob is a friend of hers: her mood when she has just seen it, and some time after she helped, is held
against that of others to whom nothing happened in the same time (as in Curry's experiments), in standard deviations
among people.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band, at_most
from sandbox.lab.estimators import difference, effect_size, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Body, Cues, Happening, Level, Map, Person, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

WATCHED: Final = 30.0
"""Seconds."""
HURT_AT: Final = 1.0
NEED: Final = 0.3
FRIENDS_NEED: Final = 0.4
"""How badly Bob is hurt, and where he is a friend of hers, so that she helps him for her own relief too."""
SIGHT: Final = 3.0
"""When Ann has taken in what happened and hardly anybody has set out yet, in seconds."""
CONCERN: Final = (0.12, 0.1)
"""Mean and standard deviation of Ann's affinity to Bob."""
FRIENDSHIP: Final = (0.5, 0.15)
"""The same where he is her friend."""
IMPORTANCE: Final = (0.3, 0.6)
"""Of a stranger, and of a friend."""
RESPECT: Final = 0.3
"""Ann's affinity to Wes, and how important he is to her."""
WELLBEING: Final = (0.1, 0.1)
"""Mean and standard deviation of the pleasure with which Ann comes."""
SEEN: Final = ("alone", "witness", "eyes", "flowers")
"""Before whom Ann meets Bob's need."""
PICTURES: Final = ("eyes", "flowers")
"""Where a picture looks on: of eyes, or, as in the studies, of flowers; either takes a glance off Bob."""
FELT: Final = ("friend", "calm")
"""Where Bob is a friend of hers: he is hurt, or nothing happens."""
SEAT: Final = fence(8, 13.5, 10, 15.5)
"""Fences Wes in, so that he stays where he can see Ann and not Bob."""


def _hurt(amount: float) -> Happening:
    return Happening(do="hurt", who="bob", at=HURT_AT, amount=amount)


def _picture(of: str) -> Person:
    cues = Cues(face=of == "eyes", voice=False, name=False)
    return Person(id="picture", name="Picture", x=5, y=5, facing="ann", being="doll", cues=cues)


def scene(cell: str, _number: int, draw: Generator) -> Level:
    """Put Ann eight metres from Bob; Wes is twelve from her, out of sight but in `witness`, a picture five."""
    bob = Person(
        id="bob",
        name="Bob",
        x=1.5,
        y=4,
        facing="ann",
        traits=traits(draw, playfulness=0.0),
        tastes=tastes(draw, company=0.0),
    )
    ann = Person(
        id="ann",
        name="Ann",
        x=9,
        y=2,
        facing="bob",
        body=Body(treat=around(draw, *WELLBEING)),
        traits=traits(draw, playfulness=0.0),
        tastes=tastes(draw),
    )
    wes = Person(id="wes", name="Wes", x=9, y=14.5, facing="ann", traits=traits(draw), tastes=tastes(draw))
    hides_bob = Wall(x1=0, y1=7, x2=7, y2=7)
    hides_ann = Wall(x1=7, y1=7, x2=12, y2=7)
    happenings = {"calm": (), "friend": (_hurt(FRIENDS_NEED),)}
    walls = (hides_bob, *SEAT) if cell == "witness" else (hides_bob, hides_ann, *SEAT)
    return Level(
        schema_version=2,
        id="being-seen",
        title="Being Seen",
        hook="Nobody looks, or somebody who matters does.",
        map=Map(width=12, height=16, walls=walls),
        people=(bob, ann, wes, _picture(cell)) if cell in PICTURES else (bob, ann, wes),
        ties=(
            Tie(
                source="ann",
                target="bob",
                affinity=around(draw, *(FRIENDSHIP if cell in FELT else CONCERN), -1.0),
                importance=IMPORTANCE[cell in FELT],
            ),
            Tie(source="ann", target="wes", affinity=RESPECT, importance=RESPECT),
        ),
        happenings=happenings.get(cell, (_hurt(NEED),)),
    )


def cells() -> tuple[Cell, ...]:
    """Stage Ann alone, before Wes and before either picture, then with a friend who is hurt and with one who is not."""
    return tuple(Cell(name, partial(scene, name), WATCHED) for name in SEEN + FELT)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return by cell whether Ann helped, and her mood after the sight, and at the end if she helped or was calm."""
    measured: dict[str, np.ndarray] = {}
    for name, run in runs.items():
        ann, bob = run.rows("ann"), run.rows("bob")
        helped = np.zeros(run.scenes, np.bool_)
        mood = {}
        for world in run.moments():
            helped |= doing(world, ann, HELPING, on=bob)
            mood[world.tick / TICKS_PER_SECOND] = world.people.mood[ann]
        measured[name] = helped.astype(np.float64)
        measured[f"{name}-sight"] = mood[SIGHT]
        measured[f"{name}-after"] = np.where(helped | (name == "calm"), mood[WATCHED], np.nan)
    return measured


MORE: Final = difference(share("witness"), share("alone"))
GLOW: Final = effect_size("friend-after", "calm-after")
BEING_SEEN: Final = Experiment(
    "being-seen",
    cells,
    measure,
    (
        Criterion("alone", share("alone"), Band(0.3, 0.6)),
        Criterion(
            "witness",
            MORE,
            Band(0.05, 0.25),
            (Lesion(("approval",), band=at_most(0.03)),),
            paper="r = 0.141; gifts + 25 %",
        ),
        Criterion("picture", difference(share("eyes"), share("flowers")), Band(-0.05, 0.05), paper="none"),
        Criterion("sight", effect_size("friend-sight", "calm-sight"), at_most(0.0)),
        Criterion("glow", GLOW, Band(0.1, 0.6), (Lesion(("approval",), band=at_most(0.0)),), paper="d = 0.28"),
    ),
    source="Bradley et al. 2018, Alpizar et al. 2008, Curry et al. 2018",
    runs=EFFECT_RUNS,
)
