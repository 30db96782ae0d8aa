"""The Copenhagen Interpretation of Ethics: whoever touches a trouble is judged by it (T23-T25, T32).

Bob is in pain. Wes, who likes him, watches from behind a fence. Each cell has another Alice, a stranger to Wes: one
who is never there, one who passes and turns her eyes away, one who looks and passes, one who helps Bob for the sake of
her good name and is paid for it, and one who wears herself out over him in vain; and Ned, who is paid the same and has
nothing to do with Bob. What Wes comes to think of them is affinity + credit - blame, which is what his face tells them.
It runs from -1 to 1 and stands for the papers' scale from 1 to 9; here it is given as a share of that scale. At the end
of the last cell Wes meets Tess, a friend who saw nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.curves import valence
from sandbox.engine.people import NOBODY
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference, mean, ratio
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Body, Errand, Happening, Level, Map, Person, Place, Tie, Traits, Wall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.engine.stack import Stack
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

JUDGED_AT: Final = 30.0
"""Seconds."""
TOLD_FOR: Final = 15.0
"""Seconds that Wes then spends with Tess."""
PAID_AT: Final = 6.0
PAIN: Final = Body(wound=0.3, illness=0.4)
"""Less than half of it can be mended."""
LIKING: Final = 0.8
"""Affinity of Wes to Bob, on average; the opposite where Bob is his enemy."""
SPREAD: Final = 0.1
"""Standard deviation of that affinity."""
COLD: Final = Traits(sympathy=0.05, approval=0.05)
EAGER: Final = Traits(sympathy=0.1, approval=1.0, competence=0.3)
"""Helps to be well thought of."""
TENDER: Final = Traits(sympathy=0.9, approval=0.0, competence=0.02, anxiety=0.0, expressiveness=0.2)
"""Cannot bear the sight, and does not let it show."""
WARM: Final = Traits(sympathy=1.0, approval=0.25, competence=0.05, anxiety=1.0)
"""Feels much and can do little."""

Alice = tuple[tuple[Person, ...], tuple[Tie, ...], tuple[Happening, ...]]
"""Whoever is judged in a cell, what they feel, and what happens to them."""


def _alice(x: float, y: float, facing: str, traits: Traits, name: str = "Alice", to: str | None = None) -> Person:
    errand = Errand(target=to) if to else None
    return Person(id=name.lower(), name=name, x=x, y=y, facing=facing, traits=traits, errand=errand)


def _absent() -> Alice:
    return ((_alice(21, 7, "corner", COLD),), (), ())


def _averting() -> Alice:
    knows = Tie(source="alice", target="bob", affinity=0.6, importance=0.7, believed=-0.5)
    return ((_alice(15, 7, "west", TENDER, to="west"),), (knows,), ())


def _looking() -> Alice:
    return ((_alice(15, 7, "west", COLD, to="west"),), (), ())


def _gaining() -> Alice:
    paid = Happening(do="gift", who="alice", by="bob", at=PAID_AT)
    return ((_alice(12, 9, "bob", EAGER),), (Tie(source="alice", target="bob", affinity=0.5, importance=0.8),), (paid,))


def _gaining_elsewhere() -> Alice:
    paid = Happening(do="gift", who="ned", at=PAID_AT)
    return ((_alice(10, 1, "corner", COLD, "Ned"),), (), (paid,))


def _both() -> Alice:
    return tuple(one + other for one, other in zip(_gaining(), _gaining_elsewhere(), strict=True))  # type: ignore[return-value]


def _trying() -> Alice:
    return ((_alice(12, 9, "bob", WARM),), (Tie(source="alice", target="bob", affinity=0.9, importance=1.0),), ())


def scene(who: Callable[[], Alice], liking: float, _number: int, draw: Generator) -> Level:
    """Put Bob, Wes and Tess in their places and let an Alice come."""
    people, ties, happenings = who()
    bob = Person(id="bob", name="Bob", x=10, y=9, facing="wes", body=PAIN, traits=traits(draw), tastes=tastes(draw))
    wes = Person(
        id="wes", name="Wes", x=10, y=13, facing="bob", traits=traits(draw, competence=0.02), tastes=tastes(draw)
    )
    tess = Person(id="tess", name="Tess", x=21, y=13, facing="corner", traits=traits(draw), tastes=tastes(draw))
    felt = around(draw, liking, SPREAD, -1.0)
    fond = around(draw, LIKING, SPREAD, -1.0)
    return Level(
        schema_version=2,
        id="copenhagen",
        title="Whose Problem?",
        hook="Who touches a problem owns it.",
        map=Map(
            width=24,
            height=16,
            walls=(
                Wall(x1=18, y1=0, x2=18, y2=16),
                Wall(x1=4, y1=7.2, x2=4, y2=16),
                Wall(x1=4, y1=11.5, x2=18, y2=11.5, low=True),
            ),
            places=(Place(id="west", x=2, y=7), Place(id="corner", x=23, y=10)),
        ),
        people=(bob, wes, tess, *people),
        ties=(
            *(
                Tie(source=one, target=person.id, affinity=0.0, importance=0.3)
                for one in ("wes", "tess")
                for person in people
            ),
            Tie(source="wes", target="bob", affinity=felt, importance=0.9),
            Tie(source="wes", target="tess", mutual=True, affinity=fond, importance=0.6),
            *ties,
        ),
        happenings=happenings,
    )


def cells() -> tuple[Cell, ...]:
    """Stage each Alice before a friend of Bob's, two of them before an enemy, and one of whom is told."""
    alices = {
        "absent": _absent,
        "averting": _averting,
        "looking": _looking,
        "gaining": _gaining,
        "elsewhere": _gaining_elsewhere,
        "both": _both,
        "trying": _trying,
    }
    meeting = Happening(do="move", who="wes", x=20, y=12, at=JUDGED_AT)
    return (
        *(Cell(name, partial(scene, who, LIKING), JUDGED_AT) for name, who in alices.items()),
        Cell("looking-enemy", partial(scene, _looking, -LIKING), JUDGED_AT),
        Cell("gaining-enemy", partial(scene, _gaining, -LIKING), JUDGED_AT),
        Cell("told", partial(scene, _gaining, LIKING), JUDGED_AT + TOLD_FOR, (meeting,)),
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Take what Wes, or Tess, thinks of each Alice, and how much better of Ned where both are there."""
    ends = {name: run.last() for name, run in runs.items()}
    judged = dict.fromkeys(runs, "alice") | {"elsewhere": "ned"}
    found = {name: opinion(run, ends[name], "wes", judged[name]) for name, run in runs.items() if name != "told"}
    found["apart"] = opinion(runs["both"], ends["both"], "wes", "ned") - found["both"]
    found["told"] = opinion(runs["told"], ends["told"], "tess", "alice")
    return found


def opinion(run: Run, world: Stack, observer: str, target: str) -> Floats:
    """Return (scenes,) what one thinks of a stranger, as a share of the way from worst to best: -0.5 to 0.5."""
    row, ties = run.ties(world, observer, target), world.ties
    return np.where(row == NOBODY, 0.0, valence(ties.affinity + ties.credit - ties.blame)[row] / 2)


FLAT: Final = Lesion(("judgement",), band=Band(-0.005, 0.005))
"""Affinity may still move a little by drives other than judgement."""
GAP: Final = difference(mean("elsewhere", percent=True), mean("gaining", percent=True))
COPENHAGEN: Final = Experiment(
    "copenhagen",
    cells,
    measure,
    (
        Criterion("absent", mean("absent", percent=True), Band(-0.05, 0.05), (FLAT,), paper="not blamed"),
        Criterion("averting", mean("averting", percent=True), at_most(0), (FLAT,), paper="punished, but less"),
        Criterion(
            "looking",
            difference(mean("averting", percent=True), mean("looking", percent=True)),
            at_least(0.002),
            (FLAT,),
            paper="punished more",
        ),
        Criterion(
            "gaining",
            difference(mean("absent", percent=True), mean("gaining", percent=True)),
            at_least(0.01),
            (FLAT,),
            paper="blamed though they helped",
        ),
        Criterion("gap", GAP, Band(0.02, 0.2), (FLAT,), paper="(5.62 - 4.75) / 8 = 11 %"),
        Criterion("together", ratio(mean("apart"), GAP), Band(-0.5, 0.5), paper="no difference left"),
        Criterion("trying", mean("trying", percent=True), at_least(0.01), (FLAT,), paper="credited"),
        Criterion("enemy-looking", mean("looking-enemy", percent=True), at_least(0)),
        Criterion("enemy-gaining", mean("gaining-enemy", percent=True), at_least(0)),
        Criterion("told", ratio(mean("told"), mean("gaining")), Band(0.2, 0.9), paper="gossip moves behaviour"),
    ),
    source="Newman & Cain 2014, Bartling et al. 2014, Sommerfeld et al. 2007",
    runs=EFFECT_RUNS,
)
