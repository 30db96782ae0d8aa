"""Whom one's own side has hurt seems less of a person (T9, T13).

Bob, of another group, is hurt three times before Ann, who is fenced off: by Gus of her own group, by Gus of a third
one, or by bad luck while Gus of her own group stands there; he does nothing else. Forecast: since a friend's harm to
somebody is the harder to look at, the stories that switch sympathy off pay the more. Read is how far Bob is a person
to her at the end. The paper gives directions, and that it takes one's own side and not mere knowledge of the
suffering: d of 0.2 is asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import asdict, replace

from sandbox.lab.effects.personhood import PLAIN
from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import effect_size
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening, Look, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 25.0
"""Seconds."""
LUCK: Final = tuple(Happening(do="hurt", who="bob", at=at, amount=0.4) for at in (1.0, 8.0, 15.0))
BLOWS: Final = tuple(replace(hurt, by="gus") for hurt in LUCK)
GROUPS: Final = {
    "ours": Look(hat="leaf", pattern="stripes", colour="green"),
    "theirs": Look(hat="cone", pattern="dots", colour="orange"),
    "others": Look(hat="bow", pattern="checks", colour="pink"),
}
HURT_BY: Final = {"own": ("ours", BLOWS), "third": ("others", BLOWS), "luck": ("ours", LUCK)}
"""The group of Gus, and what happens."""
PENS: Final = (*fence(3.5, 3, 6.5, 5), *fence(9, 0, 16, 8))
"""Keep Bob in and Ann off."""


def member(group: str) -> dict[str, object]:
    """Return what a member of a group has in common with the others."""
    return {"group": group, "look": GROUPS[group]}


def sight(group: str, happenings: tuple[Happening, ...], _number: int, draw: Generator) -> Level:
    """Hurt Bob before Ann."""
    people = {
        "bob": Part(5, facing="ann", more=member("theirs")),
        "gus": Part(7, 2, "bob", asdict(PLAIN), more=member(group)),
        "ann": Part(11, facing="bob", more=member("ours")),
    }
    tie = Tie(source="ann", target="bob", affinity=around(draw, 0.15, 0.15, -1.0), importance=0.4)
    return scene(draw, people, [tie], walls=(*FENCE, *PENS), happenings=happenings)


def cells() -> tuple[Cell, ...]:
    """Stage a blow by one's own, a blow by a third group, and bad luck."""
    return tuple(Cell(name, partial(sight, *how), WATCHED) for name, how in HURT_BY.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return how far Bob is a person to Ann in the end, 0 to 1."""
    ends = {name: run.last() for name, run in runs.items()}
    return {name: ends[name].ties.personhood[run.ties(ends[name], "ann", "bob")] for name, run in runs.items()}


OWN_SIDE: Final = Experiment(
    "own-side",
    cells,
    measure,
    (
        Criterion(
            "luck",
            effect_size("own", "luck"),
            at_most(-0.2),
            (Lesion(("sympathy",), band=at_least(-0.1)),),
            paper="infrahumanised more",
        ),
        Criterion("third", effect_size("own", "third"), at_most(-0.2), paper="own side only"),
    ),
    source="Castano & Giner-Sorolla 2006",
    runs=EFFECT_RUNS,
)
