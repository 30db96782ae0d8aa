"""Friend or rival: the same fall, another shirt (T1, T10, T26).

Bob is hurt after a second, some way from Ann. He wears her side's badge, none or the other side's, and all she feels
for him is what she feels for a side. In `rebadged` she, her friends and he put on one common badge before. In the four
cells of a `match` the sides compete, so that he matters more; `flipped` changes nothing but the sign of what she
feels. In `gaze` she has a friend and a stranger to look at besides. Levine counted who stopped to help; here it is who
ever sets out to.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from msgspec.structs import replace

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference, mean, ratio, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import USUAL, around, tastes, traits
from sandbox.scenario.schema import Body, Group, Happening, Level, Map, Person, Place, Tie, Traits, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

HURT_AT: Final = 1.0
WATCHED: Final = 10.0
"""Seconds, from the hurt on."""
WOUND: Final = 0.55
FRESH: Final = 5.0
"""Seconds from the hurt on in which is read how it feels."""
SPREAD: Final = 0.1
"""Standard deviation of what Ann feels for a side."""
CONFEDERATE: Final = Traits(sympathy=0, approval=0, spite=0, provocation=0, anxiety=0, playfulness=0)
"""Bob behaves as the experimenters told him to, under every badge alike."""
UNASKING: Final = Tie(source="bob", target="ann", answers=-1.0)
"""He neither begs nor puts it on: no badge lets him hope for help."""
AWAY: Final = (6.0, 16.0)
"""Metres from Ann to Bob, at least and at most: passers-by come by at any distance."""
BOB_AT: Final = 30.0
FIRST_AID: Final = 0.25
"""Ann's competence, on average: it is not her trade."""
NOTHING: Final = 0.002
"""Reward per second that is nothing to speak of."""


class Badge(NamedTuple):
    """What Bob wears, what Ann feels for those who wear it, and how much he matters to her."""

    group: str | None
    affinity: float
    importance: float = 0.2
    """by default that of somebody in the street; more while the sides compete"""


BADGES: Final = {
    "friend": Badge("reds", 0.7),
    "neutral": Badge(None, 0.0),
    "rival": Badge("blues", -0.5),
    "match-friend": Badge("reds", 0.7, 0.6),
    "match-rival": Badge("blues", -0.5, 0.6),
    "match-friend-flipped": Badge("reds", -0.7, 0.6),
    "match-rival-flipped": Badge("blues", 0.5, 0.6),
}


def scene(badge: Badge, _number: int, draw: Generator) -> Level:
    """Put Ann some metres from Bob; two of her side and two of the other are behind the wall."""
    side, other = around(draw, 0.7, SPREAD, -1.0), around(draw, -0.5, SPREAD, -1.0)
    away = around(draw, sum(AWAY) / 2, max(AWAY), *AWAY)
    felt = around(draw, badge.affinity, SPREAD, -1.0)
    return Level(
        schema_version=2,
        id="friend-rival",
        title="Friend or Rival",
        hook="The same fall in three shirts. Who stops?",
        map=Map(width=34, height=8, walls=(Wall(x1=12, y1=0, x2=12, y2=8),), places=(Place(id="path", x=34, y=4),)),
        people=(
            replace(person("ann", BOB_AT - away, 4, draw, "reds", facing="bob"), traits=layman(draw)),
            replace(person("bob", BOB_AT, 4, draw, badge.group, facing="path"), traits=CONFEDERATE),
            *(person(name, 2, 2 + row, draw, "reds") for row, name in enumerate(("cal", "dee"))),
            *(person(name, 4, 2 + row, draw, "blues") for row, name in enumerate(("eli", "fay"))),
        ),
        groups=(Group(id="fans"),),
        ties=(
            *(Tie(source="ann", target=name, affinity=side) for name in ("cal", "dee")),
            *(Tie(source="ann", target=name, affinity=other) for name in ("eli", "fay")),
            UNASKING,
            Tie(source="ann", target="bob", affinity=felt, importance=badge.importance),
        ),
    )


def beside(badge: Badge, number: int, draw: Generator) -> Level:
    """Let a friend and a stranger, both at ease, stand as near to Ann as Bob does, one on each side of him."""
    level = scene(badge, number, draw)
    ann, bob = level.people[:2]
    gil = person("gil", BOB_AT - 1, 1.5, draw, "reds", facing="ann", body=Body(treat=0.6))
    hal = person("hal", BOB_AT - 1, 6.5, draw, None, facing="ann")
    fond = Tie(source="ann", target="gil", affinity=around(draw, 0.7, SPREAD, -1.0))
    return Level(
        schema_version=2,
        id=level.id,
        title=level.title,
        hook=level.hook,
        map=level.map,
        people=(ann, bob, gil, hal),
        ties=(UNASKING, level.ties[-1], fond, Tie(source="ann", target="hal", importance=badge.importance)),
    )


def person(
    name: str,
    x: float,
    y: float,
    draw: Generator,
    group: str | None,
    *,
    facing: str | None = None,
    body: Body | None = None,
) -> Person:
    """Make somebody ordinary."""
    return Person(
        id=name,
        name=name.title(),
        x=x,
        y=y,
        facing=facing,
        group=group,
        body=body or Body(),
        traits=traits(draw),
        tastes=tastes(draw),
    )


def layman(draw: Generator) -> Traits:
    """Draw the traits of somebody who has seldom mended anybody."""
    return traits(draw, competence=around(draw, FIRST_AID, USUAL["competence"].spread))


def cells() -> tuple[Cell, ...]:
    """Stage Bob under each badge, under a common one, and among others."""
    hurt = Happening(do="hurt", who="bob", at=HURT_AT, amount=WOUND)
    common = tuple(Happening(do="badge", who=name, group="fans", at=0.1) for name in ("cal", "dee", "ann", "bob"))
    end = HURT_AT + WATCHED
    return (
        *(Cell(name, partial(scene, badge), end, (hurt,)) for name, badge in BADGES.items()),
        Cell("rebadged", partial(scene, BADGES["rival"]), end, (*common, hurt)),
        Cell("gaze", partial(beside, BADGES["match-rival"]), end, (hurt,)),
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return for each cell whether Ann helps, how Bob's pain feels to her at first, and how long she looks at him."""
    measured: dict[str, Floats] = {}
    for name, run in runs.items():
        ann, bob = run.rows("ann"), run.rows("bob")
        helps, looks, felt = np.zeros(run.scenes, np.bool_), np.zeros(run.scenes), np.zeros(run.scenes)
        for world in run.moments(HURT_AT):
            helps |= doing(world, ann, HELPING)
            looks += world.people.gaze[ann] == bob
            if world.tick <= (HURT_AT + FRESH) * TICKS_PER_SECOND:
                felt += world.ties.streams[:, run.ties(world, "ann", "bob")].sum(axis=0)
        measured[f"{name}-helps"] = helps.astype(np.float64)
        measured[f"{name}-looks"] = looks / (WATCHED * TICKS_PER_SECOND)
        measured[f"{name}-felt"] = felt / (FRESH * TICKS_PER_SECOND)
    return measured


def felt(cell: str, *, pains: bool, drive: str) -> Criterion:
    """Ask for pain or pleasure at Bob's fall, and for neither without the drive that it comes from."""
    band = at_most(-NOTHING) if pains else at_least(NOTHING)
    return Criterion(
        f"felt-{cell}",
        mean(f"{cell}-felt"),
        band,
        (Lesion((drive,), band=Band(-NOTHING, NOTHING)),),
        paper="pains" if pains else "pleases",
    )


FRIEND_RIVAL: Final = Experiment(
    "friend-rival",
    cells,
    measure,
    (
        Criterion("friend", ratio(share("friend-helps"), share("neutral-helps")), at_least(2.0), paper="92 / 33 %"),
        Criterion(
            "rival",
            difference(share("neutral-helps"), share("rival-helps")),
            Band(-0.25, 0.25),
            paper="33 − 30 %",
        ),
        felt("match-friend", pains=True, drive="sympathy"),
        felt("match-rival", pains=False, drive="schadenfreude"),
        felt("match-friend-flipped", pains=False, drive="schadenfreude"),
        felt("match-rival-flipped", pains=True, drive="sympathy"),
        Criterion("gaze", mean("gaze-looks", percent=True), at_most(0.15), paper="few choose to watch"),
        Criterion(
            "rebadged",
            difference(share("rebadged-helps"), share("rival-helps")),
            at_least(0.2),
            (Lesion(("resemblance",), band=Band(-0.05, 0.05)),),
            paper="70 − 30 %",
        ),
    ),
    source="Levine et al. 2005, Cikara et al. 2014, Hein et al. 2010",
    runs=EFFECT_RUNS,
)
