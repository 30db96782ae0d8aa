"""What people do with medicine, drops, faces and words: trade-offs, overrides, lies, gossip (T19-T21, T32)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.scenes import NONE, Part, ever, experiment, likes, scene
from sandbox.scenario.schema import Bag, Body, Happening, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 30.0
LATER: Final = 40.0
"""Seconds, when the many fall ill."""


def ward(sympathy: float, _number: int, draw: Generator) -> Level:
    """Give Dee two doses, one patient before her eyes who is hurt twice, and three more later."""
    dee = Part(
        6, facing="bob", traits={"sympathy": sympathy, "competence": 0.02, "approval": 0.1}, more={"bag": Bag(doses=2)}
    )
    people = {"bob": Part(4, facing="dee"), "dee": dee, "eve": Part(12, 2), "fay": Part(13, 4), "gus": Part(12, 6)}
    again = tuple(Happening(do="hurt", who="bob", at=at, amount=0.7) for at in (2.0, 12.0))
    many = tuple(Happening(do="hurt", who=who, at=LATER, amount=0.8) for who in ("eve", "fay", "gus"))
    ties = [Tie(source="dee", target=who, affinity=0.6, importance=0.6) for who in people if who != "dee"]
    return scene(draw, people, ties, happenings=(*again, *many))


def ward_cells() -> tuple[Cell, ...]:
    """Stage a strong feeler and a weak one."""
    return (
        Cell("strong", partial(ward, 0.9), 2 * LATER),
        Cell("weak", partial(ward, 0.1), 2 * LATER),
    )


def trade(runs: Mapping[str, Run]) -> Measured:
    """Read what was spent on the near one before the many fell ill, and how these do afterwards."""
    found = {}
    for name, run in runs.items():
        dee, many = run.rows("dee"), np.stack([run.rows(who) for who in ("eve", "fay", "gus")])
        moments = list(run.moments(LATER - 1))
        found[f"{name}-spent"] = 2.0 - moments[0].people.doses[dee]
        wounds = [world.people.wound[many].sum(axis=0) for world in moments[TICKS_PER_SECOND:]]
        found[f"{name}-later"] = np.array(wounds).mean(axis=0)
    return found


T19: Final = experiment(
    "t19-doses",
    ward_cells,
    trade,
    Criterion(
        "spent",
        difference(mean("strong-spent"), mean("weak-spent")),
        at_least(0.15),
        (Lesion(("sympathy",), band=at_most(0.1)),),
    ),
    Criterion(
        "later",
        difference(mean("strong-later"), mean("weak-later")),
        at_least(0.05),
        (Lesion(("sympathy",), band=at_most(0.05)),),
    ),
)


def flask(_number: int, draw: Generator) -> Level:
    """Give Dee happy drops, and a friend who is under the weather and has not asked for any."""
    people = {
        "bob": Part(6, facing="dee", more={"body": Body(illness=0.3)}),
        "dee": Part(9, facing="bob", traits={"competence": 0.02, "playfulness": 0.0}, more={"bag": Bag(drops=3)}),
    }
    return scene(draw, people, [likes("dee", "bob")])


def flask_cells() -> tuple[Cell, ...]:
    """Stage the flask."""
    return (Cell("flask", flask, SECONDS),)


def override(runs: Mapping[str, Run]) -> Measured:
    """Return who slips the drops."""
    return {"slips": ever(runs["flask"], "dee", "slip").astype(float)}


T20: Final = experiment(
    "t20-override",
    flask_cells,
    override,
    Criterion("slips", share("slips"), at_most(0.25), (Lesion(("approval",), band=at_least(0.6)),)),
)


def stage(affinity: float, approval: float, _number: int, draw: Generator) -> Level:
    """Let Bob, who is in no pain, be near Dee, who cares for him or does not."""
    people = {
        "bob": Part(6, facing="dee", traits={"approval": approval, "playfulness": 0.0, "sympathy": 0.1}),
        "dee": Part(9, facing="bob", traits={"playfulness": 0.0}),
        "eve": Part(7, 7, facing="bob", traits={"playfulness": 0.0, "social_attention": 0.9}),
    }
    ties = [
        Tie(source="dee", target="bob", affinity=affinity, importance=0.6),
        Tie(source="bob", target="dee", affinity=0.4, importance=0.5, regard=affinity),
    ]
    return scene(draw, people, ties)


def stage_cells() -> tuple[Cell, ...]:
    """Stage a shameless Bob before somebody who cares and before somebody who does not, and an honest one."""
    return (
        Cell("caring", partial(stage, 0.8, 0.0), 2 * SECONDS),
        Cell("cold", partial(stage, 0.0, 0.0), 2 * SECONDS),
        Cell("honest", partial(stage, 0.8, 0.9), 2 * SECONDS),
    )


def levers(runs: Mapping[str, Run]) -> Measured:
    """Read how long Bob puts it on in the end, how long he is fussed over, and what trust Eve has left in him."""
    found = {}
    for name, run in runs.items():
        bob, dee = run.rows("bob"), run.rows("dee")
        moments = list(run.moments())
        last = moments[-1]
        late = moments[len(moments) // 2 :]
        found[f"{name}-feigns"] = np.mean([doing(world, bob, ("feign",)) for world in late], axis=0)
        found[f"{name}-fussed"] = np.mean([doing(world, dee, HELPING, on=bob) for world in moments], axis=0)
        found[f"{name}-trust"] = last.ties.trust[run.ties(last, "eve", "bob")]
    return found


T21: Final = experiment(
    "t21-feigning",
    stage_cells,
    levers,
    Criterion(
        "learned",
        difference(mean("caring-feigns", percent=True), mean("cold-feigns", percent=True)),
        at_least(0.1),
        (Lesion(("learning",), band=at_most(0.15)), Lesion(("sympathy", "approval"), band=at_most(0.05))),
    ),
    Criterion(
        "gain",
        difference(mean("caring-fussed", percent=True), mean("honest-fussed", percent=True)),
        at_least(0.05),
        (Lesion(("sympathy", "approval"), band=at_most(0.02)),),
    ),
    Criterion("trust", difference(mean("caring-trust"), mean("honest-trust")), at_most(-0.02)),
)


def hearsay(_number: int, draw: Generator) -> Level:
    """Let Dee, who holds something against Ann, be with her friend Cy, who never saw Ann."""
    people = {"ann": Part(2), "dee": Part(9, facing="cy"), "cy": Part(12, facing="dee")}
    ties = [
        Tie(source="dee", target="ann", affinity=-0.2, importance=0.5, blame=0.8),
        likes("dee", "cy"),
    ]
    return scene(draw, people, ties, walls=(Wall(x1=5, y1=0, x2=5, y2=8),))


def hearsay_cells() -> tuple[Cell, ...]:
    """Stage the talk."""
    return (Cell("talk", hearsay, SECONDS),)


def told(runs: Mapping[str, Run]) -> Measured:
    """Read what Cy holds against Ann at most."""
    run = runs["talk"]
    blame = [world.ties.blame[run.ties(world, "cy", "ann")] for world in run.moments()]
    return {"blame": np.array(blame).max(axis=0)}


T32: Final = experiment(
    "t32-gossip",
    hearsay_cells,
    told,
    Criterion("blame", mean("blame"), at_least(0.08), (Lesion(("gossip",), band=NONE),)),
)
LEVERS: Final = (T19, T20, T21, T32)
