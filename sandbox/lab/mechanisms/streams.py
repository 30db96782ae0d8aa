"""The circuit: which stream fires for whom, and what belief, trait and importance do to it (T1-T5, T22, T27)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS
from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import correlation, difference, mean
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.mechanisms.scenes import NONE, Part, experiment, likes, mean_reward, scene
from sandbox.scenario.schema import Happening, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 6.0
SYMPATHY: Final = STREAMS.index("sympathy")
BODY: Final = STREAMS.index("body")


def pair(affinity: float, importance: float, happenings: tuple[Happening, ...], _number: int, draw: Generator) -> Level:
    """Put Dee and Bob three metres apart, and let something happen to Bob."""
    people = {"bob": Part(6, facing="dee"), "dee": Part(9, facing="bob", traits={"anxiety": 0.0})}
    return scene(draw, people, [likes("dee", "bob", affinity, importance)], happenings=happenings)


HURT: Final = (Happening(do="hurt", who="bob", at=1.0),)
GIFT: Final = (Happening(do="gift", who="bob", at=1.0, amount=1.0),)
PRAISE: Final = (Happening(do="praise", who="dee", by="bob", at=1.0),)


def flip_cells() -> tuple[Cell, ...]:
    """Give the same wound in a friend and in an enemy, and the same words from them."""
    return (
        Cell("friend", partial(pair, 0.6, 0.6, HURT), SECONDS),
        Cell("enemy", partial(pair, -0.6, 0.6, HURT), SECONDS),
        Cell("words", partial(pair, 0.6, 0.6, PRAISE), SECONDS),
        Cell("taunts", partial(pair, -0.6, 0.6, PRAISE), SECONDS),
    )


def flip(runs: Mapping[str, Run]) -> Measured:
    """Read each stream where it has to be."""
    streams = {"friend": "sympathy", "enemy": "schadenfreude", "words": "approval", "taunts": "provocation"}
    return {name: mean_reward(runs[name], "dee", stream, after=1.0) for name, stream in streams.items()}


T1: Final = experiment(
    "t01-circuit",
    flip_cells,
    flip,
    Criterion("friend", mean("friend"), at_most(-0.02), (Lesion(("sympathy",), band=NONE),)),
    Criterion("enemy", mean("enemy"), at_least(0.01), (Lesion(("schadenfreude",), band=NONE),)),
    Criterion("words", mean("words"), at_least(0.01), (Lesion(("approval",), band=NONE),)),
    Criterion("taunts", mean("taunts"), at_most(-0.002), (Lesion(("provocation",), band=NONE),)),
)


def body_cells() -> tuple[Cell, ...]:
    """Give a wound."""
    return (Cell("hurt", partial(pair, 0.6, 0.6, HURT), SECONDS),)


def body(runs: Mapping[str, Run]) -> Measured:
    """Read what the wound does to its bearer's body and to the friend who looks on, from one and the same seconds."""
    moments = list(runs["hurt"].moments(1.0))
    bob, dee = runs["hurt"].rows("bob"), runs["hurt"].rows("dee")
    parts = [world.people.reward for world in moments]
    return {
        "own": np.array([part[bob, BODY] for part in parts]).mean(axis=0),
        "hers": np.array([part[dee, SYMPATHY] for part in parts]).mean(axis=0),
    }


T2: Final = experiment(
    "t02-reward",
    body_cells,
    body,
    Criterion("own", mean("own"), at_most(-0.1), (Lesion(TIE_STREAMS, band=at_most(-0.1)),)),
    Criterion("hers", mean("hers"), at_most(-0.01), (Lesion(TIE_STREAMS, band=NONE),)),
)


def news_scene(happenings: tuple[Happening, ...], _number: int, draw: Generator) -> Level:
    """Put Dee out of sight of Bob, behind a wall."""
    people = {"bob": Part(3), "dee": Part(12, traits={"anxiety": 0.0})}
    return scene(draw, people, [likes("dee", "bob")], walls=(Wall(x1=7, y1=0, x2=7, y2=8),), happenings=happenings)


BAD_NEWS: Final = (Happening(do="news", who="dee", about="bob", at=1.0, amount=-0.9),)


def news_cells() -> tuple[Cell, ...]:
    """Give bad news, and none."""
    return (
        Cell("news", partial(news_scene, BAD_NEWS), 2 * SECONDS),
        Cell("none", partial(news_scene, ()), 2 * SECONDS),
    )


def news(runs: Mapping[str, Run]) -> Measured:
    """Read Dee's sympathy while the first shock is over and only the thought is left."""
    return {name: mean_reward(run, "dee", "sympathy", after=SECONDS) for name, run in runs.items()}


T4: Final = experiment(
    "t04-thought",
    news_cells,
    news,
    Criterion(
        "news",
        difference(mean("news"), mean("none")),
        at_most(-0.02),
        (Lesion(("sympathy",), band=NONE), Lesion(("imagination",), band=at_least(-0.01))),
    ),
)


def joy_cells() -> tuple[Cell, ...]:
    """Give a cake to a friend, and none."""
    return (
        Cell("gift", partial(pair, 0.6, 0.6, GIFT), SECONDS),
        Cell("none", partial(pair, 0.6, 0.6, ()), SECONDS),
    )


def joy(runs: Mapping[str, Run]) -> Measured:
    """Read the joy that Bob's joy is to Dee."""
    return {name: mean_reward(run, "dee", "sympathy", after=1.0) for name, run in runs.items()}


T5: Final = experiment(
    "t05-joy",
    joy_cells,
    joy,
    Criterion("gift", difference(mean("gift"), mean("none")), at_least(0.01), (Lesion(("sympathy",), band=NONE),)),
)


def trait(runs: Mapping[str, Run]) -> Measured:
    """Put the friend's trait beside what she feels."""
    run = runs["hurt"]
    felt = mean_reward(run, "dee", "sympathy", after=1.0)
    return {"trait": run.last().people.sympathy[run.rows("dee")], "felt": -felt}


T22: Final = experiment(
    "t22-trait",
    body_cells,
    trait,
    Criterion(
        "trait",
        correlation("trait", "felt"),
        at_least(0.3),
        (Lesion(("sympathy",), band=at_most(0.1), estimator=mean("felt")),),
    ),
)


def idol_cells() -> tuple[Cell, ...]:
    """Give the same wound in an idol, a friend of little weight, and a great man who is nothing to her."""
    return (
        Cell("idol", partial(pair, 0.9, 1.0, HURT), SECONDS),
        Cell("peer", partial(pair, 0.9, 0.3, HURT), SECONDS),
        Cell("great", partial(pair, 0.2, 1.0, HURT), SECONDS),
    )


def idol(runs: Mapping[str, Run]) -> Measured:
    """Read the sympathy."""
    return {name: mean_reward(run, "dee", "sympathy", after=1.0) for name, run in runs.items()}


T27: Final = experiment(
    "t27-idols",
    idol_cells,
    idol,
    Criterion("peer", difference(mean("idol"), mean("peer")), at_most(-0.02), (Lesion(("sympathy",), band=NONE),)),
    Criterion("great", difference(mean("idol"), mean("great")), at_most(-0.02), (Lesion(("sympathy",), band=NONE),)),
)

CIRCUIT: Final = (T1, T2, T4, T5, T22, T27)
