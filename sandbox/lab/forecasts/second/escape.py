"""Easy escape: who feels little for a sufferer helps only where the sight cannot be got away from (T8, T13, T26).

Ann sees Elle, who has her back to her, get shock after shock. Elle looks like Ann and is of her group, or has nothing
in common with her. Easy: the door is open, and after the second shock Ann may go; that is worth a little to her.
Hard: the door is shut. Forecast: for the unlike, going is as good as helping; for who is like oneself it is not.
Asked for is half of each of the paper's differences. Taking the other's place, as Batson's subjects did, is no option
here: it is help that costs.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import asdict

from sandbox.lab.effects.personhood import PLAIN
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.scenes import HEIGHT, WIDTH, Part, helps, scene
from sandbox.scenario.schema import Happening, Look, Map, Place, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.scenario.schema import Level

WATCHED: Final = 20.0
"""Seconds."""
SHOCKS: Final = tuple(Happening(do="hurt", who="elle", at=at, amount=0.3) for at in (2.0, 6.0, 10.0, 14.0))
FREE: Final = Happening(do="leave", who="ann", at=8.0, amount=0.2, edge="right")
"""After the second shock Ann has done what was asked of her."""
OURS: Final = Look(hat="leaf", pattern="stripes", colour="green")
UNLIKE: Final = Look(hat="cone", pattern="dots", colour="orange")
KINDS: Final[Mapping[str, Mapping[str, object]]] = {"like": {"look": OURS, "group": "ours"}, "unlike": {"look": UNLIKE}}
"""What Elle looks like, and her group."""
ROOM: Final = 11.0
"""Metres from the left edge to the wall of the room."""
SHUT: Final = (Wall(x1=ROOM, y1=0, x2=ROOM, y2=HEIGHT),)
OPEN: Final = (Wall(x1=ROOM, y1=0, x2=ROOM, y2=3), Wall(x1=ROOM, y1=5, x2=ROOM, y2=HEIGHT))
"""With a door of two metres."""
WAYS: Final = {"easy": (OPEN, (FREE,)), "hard": (SHUT, ())}


def shocks(way: str, kind: str, _number: int, draw: Generator) -> Level:
    """Hurt Elle again and again before Ann."""
    walls, leave = WAYS[way]
    people = {
        "elle": Part(3.5, facing="screen", traits=asdict(PLAIN), more=KINDS[kind]),
        "ann": Part(8.5, facing="elle", more=KINDS["like"]),
    }
    ground = Map(width=WIDTH, height=HEIGHT, walls=walls, places=(Place(id="screen", x=1, y=HEIGHT / 2),))
    return scene(draw, people, (), map=ground, happenings=(*SHOCKS, *leave))


def cells() -> tuple[Cell, ...]:
    """Stage both kinds of Elle behind an open and behind a shut door."""
    return tuple(Cell(f"{way}-{kind}", partial(shocks, way, kind), WATCHED) for way in WAYS for kind in KINDS)


UNLIKE_HELPED: Final = difference(share("hard-unlike"), share("easy-unlike"))
LIKE_HELPED: Final = difference(share("hard-like"), share("easy-like"))
ESCAPE: Final = Experiment(
    "escape",
    cells,
    partial(helps, "ann", "elle"),
    (
        Criterion(
            "unlike", UNLIKE_HELPED, at_least(0.23), (Lesion(("sympathy",), band=at_most(0.1)),), paper="64 − 18 %"
        ),
        Criterion("more", difference(UNLIKE_HELPED, LIKE_HELPED), at_least(0.27), paper="46 and −9 points"),
        Criterion(
            "easy",
            difference(share("easy-like"), share("easy-unlike")),
            at_least(0.36),
            (Lesion(("resemblance",), band=Band(-0.05, 0.05)),),
            paper="91 − 18 %",
        ),
    ),
    source="Batson et al. 1981",
    runs=EFFECT_RUNS,
)
