"""The circuit: what it does to a mind, and what belief, trait and importance do to that (T1-T5, T22, T27).

What is read is the emotion, in which all streams meet, and how it differs from that in a like scene in which nothing
happens; so that without its stream a feeling could still be there for another reason.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.vocabulary import TIE_STREAMS
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import correlation, difference, mean
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.scenes import Part, experiment, likes, mean_emotion, scene
from sandbox.scenario.schema import Happening, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Estimator, Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 6.0
CALM: Final = Band(-0.04, 0.04)
"""A change of emotion that is nothing to speak of."""
NO_JOY: Final = at_most(0.0)


def pair(
    affinity: float,
    importance: float,
    happenings: tuple[Happening, ...],
    _number: int,
    draw: Generator,
    *,
    turned: bool = False,
) -> Level:
    """Put Dee and Bob three metres apart, face to face or with his back turned, and let something happen to Bob."""
    bob = Part(10) if turned else Part(6, facing="dee")
    people = {"bob": bob, "dee": Part(13 if turned else 9, facing="bob", traits={"anxiety": 0.0})}
    return scene(draw, people, [likes("dee", "bob", affinity, importance)], happenings=happenings)


HURT: Final = (Happening(do="hurt", who="bob", at=1.0),)
MILD: Final = (Happening(do="hurt", who="bob", at=1.0, amount=0.4),)
"""So that it does not break through (T30)."""
GIFT: Final = (Happening(do="gift", who="bob", at=1.0, amount=1.0),)
PRAISE: Final = (Happening(do="praise", who="dee", by="bob", at=1.0),)
INSULT: Final = (Happening(do="insult", who="dee", by="bob", at=1.0),)


def feelings(runs: Mapping[str, Run]) -> Measured:
    """Read Dee's emotion in each cell."""
    return {name: mean_emotion(run, "dee", after=1.0) for name, run in runs.items()}


def change(cell: str, peace: str) -> Estimator:
    """Return how Dee's emotion in a cell differs from that in another."""
    return difference(mean(cell), mean(peace))


def flip_cells() -> tuple[Cell, ...]:
    """Stage a wound in a friend and in an enemy who looks elsewhere, the words of each, and nothing."""
    enemy = partial(pair, -0.6, 0.6, turned=True)
    return (
        Cell("friend", partial(pair, 0.6, 0.6, HURT), SECONDS),
        Cell("friend-peace", partial(pair, 0.6, 0.6, ()), SECONDS),
        Cell("enemy", partial(enemy, MILD), SECONDS),
        Cell("enemy-peace", partial(enemy, ()), SECONDS),
        Cell("words", partial(pair, 0.6, 0.6, PRAISE), SECONDS),
        Cell("taunts", partial(pair, -0.6, 0.6, INSULT), SECONDS),
        Cell("taunts-peace", partial(pair, -0.6, 0.6, ()), SECONDS),
    )


T1: Final = experiment(
    "t01-circuit",
    flip_cells,
    feelings,
    Criterion("friend", change("friend", "friend-peace"), at_most(-0.06), (Lesion(("sympathy",), band=CALM),)),
    Criterion("enemy", change("enemy", "enemy-peace"), at_least(0.01), (Lesion(("schadenfreude",), band=NO_JOY),)),
    Criterion("words", change("words", "friend-peace"), at_least(0.06), (Lesion(("approval",), band=CALM),)),
    Criterion("taunts", change("taunts", "taunts-peace"), at_least(0.05), (Lesion(("provocation",), band=CALM),)),
)


def body_cells() -> tuple[Cell, ...]:
    """Stage a wound, and none."""
    return (
        Cell("hurt", partial(pair, 0.6, 0.6, HURT), SECONDS),
        Cell("peace", partial(pair, 0.6, 0.6, ()), SECONDS),
    )


def body(runs: Mapping[str, Run]) -> Measured:
    """Read what its bearer feels and what the friend feels who looks on, from one and the same seconds."""
    found = {}
    for name, run in runs.items():
        moments = list(run.moments(1.0))
        bob, dee = run.rows("bob"), run.rows("dee")
        found[f"{name}-own"] = np.array([world.people.felt[bob] for world in moments]).mean(axis=0)
        found[f"{name}-hers"] = np.array([world.people.emotion[dee] for world in moments]).mean(axis=0)
    return found


T2: Final = experiment(
    "t02-reward",
    body_cells,
    body,
    Criterion("own", change("hurt-own", "peace-own"), at_most(-0.3), (Lesion(TIE_STREAMS, band=at_most(-0.3)),)),
    Criterion("hers", change("hurt-hers", "peace-hers"), at_most(-0.06), (Lesion(TIE_STREAMS, band=CALM),)),
)


def news_scene(happenings: tuple[Happening, ...], _number: int, draw: Generator) -> Level:
    """Put Dee out of sight of Bob, behind a wall."""
    people = {"bob": Part(3), "dee": Part(12, traits={"anxiety": 0.0})}
    return scene(draw, people, [likes("dee", "bob")], walls=(Wall(x1=7, y1=0, x2=7, y2=8),), happenings=happenings)


BAD_NEWS: Final = (Happening(do="news", who="dee", about="bob", at=1.0, amount=-0.9),)


def news_cells() -> tuple[Cell, ...]:
    """Stage bad news, and none."""
    return (
        Cell("news", partial(news_scene, BAD_NEWS), 2 * SECONDS),
        Cell("none", partial(news_scene, ()), 2 * SECONDS),
    )


def news(runs: Mapping[str, Run]) -> Measured:
    """Read Dee's emotion while the first shock is over and only the thought is left."""
    return {name: mean_emotion(run, "dee", after=SECONDS) for name, run in runs.items()}


T4: Final = experiment(
    "t04-thought",
    news_cells,
    news,
    Criterion(
        "news",
        change("news", "none"),
        at_most(-0.1),
        (Lesion(("sympathy",), band=CALM), Lesion(("imagination",), band=CALM)),
    ),
)


def joy_cells() -> tuple[Cell, ...]:
    """Give a cake to a friend, and none."""
    return (
        Cell("gift", partial(pair, 0.6, 0.6, GIFT), SECONDS),
        Cell("none", partial(pair, 0.6, 0.6, ()), SECONDS),
    )


T5: Final = experiment(
    "t05-joy",
    joy_cells,
    feelings,
    Criterion("gift", change("gift", "none"), at_least(0.02), (Lesion(("sympathy",), band=at_most(0.0)),)),
)


def trait(runs: Mapping[str, Run]) -> Measured:
    """Put the friend's trait beside what she feels."""
    run = runs["hurt"]
    felt = mean_emotion(run, "dee", after=1.0)
    return {"trait": run.last().people.sympathy[run.rows("dee")], "felt": -felt}


T22: Final = experiment(
    "t22-trait",
    body_cells,
    trait,
    Criterion("trait", correlation("trait", "felt"), at_least(0.4), (Lesion(("sympathy",), band=Band(-0.35, 0.35)),)),
)


REGARDS: Final = {"idol": (0.9, 1.0), "peer": (0.9, 0.3), "great": (0.2, 1.0)}
"""Affinity and importance: of an idol, a friend of little weight, and a great man who is nothing to her."""


def idol_cells() -> tuple[Cell, ...]:
    """Stage the same wound, and none, in each."""
    return tuple(
        Cell(name + end, partial(pair, *regard, happenings), SECONDS)
        for name, regard in REGARDS.items()
        for end, happenings in (("", HURT), ("-peace", ()))
    )


def more_than(other: str) -> Estimator:
    """Return how much more an idol's wound changes Dee's emotion than that of another."""
    return difference(change("idol", "idol-peace"), change(other, f"{other}-peace"))


T27: Final = experiment(
    "t27-idols",
    idol_cells,
    feelings,
    Criterion("peer", more_than("peer"), at_most(-0.04), (Lesion(("sympathy",), band=at_least(-0.02)),)),
    Criterion("great", more_than("great"), at_most(-0.04), (Lesion(("sympathy",), band=at_least(-0.02)),)),
)

CIRCUIT: Final = (T1, T2, T4, T5, T22, T27)
