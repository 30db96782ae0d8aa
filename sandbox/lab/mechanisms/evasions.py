"""The five ways to switch sympathy off, each where it comes easiest, driven by sympathy itself (T8-T13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.engine.vocabulary import EVASIONS
from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.scenes import Part, ever, experiment, scene, time_at
from sandbox.scenario.schema import Body, Cues, Happening, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.experiment import Experiment, Scene
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 30.0
HELPLESS: Final = {"competence": 0.02, "anxiety": 0.0, "approval": 0.25}
"""Somebody who can do nothing about it, and does not care much what others think."""
AWFUL: Final = Body(illness=0.95)
ILL: Final = Body(illness=0.7)


def cares(affinity: float = 0.7, importance: float = 0.7, **more: float) -> Tie:
    """Let Dee care for Bob, who does not know her."""
    return replace(Tie(source="dee", target="bob", affinity=affinity, importance=importance), **more)


def plain(sympathy: float | None, _number: int, draw: Generator) -> Level:
    """Put Dee before her friend Bob, who is ill beyond help."""
    strength = {} if sympathy is None else {"sympathy": sympathy}
    dee = Part(10, facing="bob", traits=HELPLESS | strength)
    return scene(draw, {"bob": Part(6, facing="dee", more={"body": AWFUL}), "dee": dee}, [cares()])


def masked(_number: int, draw: Generator) -> Level:
    """Let Bob be a number with a mask."""
    cues = Cues(face=False, name=False, mask=True, label=True)
    bob = Part(6, facing="dee", more={"body": ILL, "cues": cues})
    dee = Part(13, facing="bob", traits=HELPLESS | {"sympathy": 0.9})
    return scene(draw, {"bob": bob, "dee": dee}, [cares(personhood=0.8)])


def otherwise(_number: int, draw: Generator) -> Level:
    """Let Bob be of the other group, with a bad name."""
    bob = Part(6, facing="dee", more={"body": ILL, "group": "others"})
    dee = Part(10, facing="bob", traits=HELPLESS | {"sympathy": 0.9}, more={"group": "ours"})
    return scene(draw, {"bob": bob, "dee": dee}, [cares(0.15, 0.9, blame=0.6)])


def small(_number: int, draw: Generator) -> Level:
    """Let Bob be somebody of whom Dee never made much, far off."""
    bob = Part(2, facing="dee", more={"body": ILL})
    dee = Part(14, facing="bob", traits=HELPLESS | {"sympathy": 0.9})
    return scene(draw, {"bob": bob, "dee": dee}, [cares(0.9, 0.4)])


def distant(_number: int, draw: Generator) -> Level:
    """Let Dee only have heard of it."""
    told = Happening(do="news", who="dee", about="bob", at=1.0, amount=-0.9)
    dee = Part(12, traits=HELPLESS | {"sympathy": 0.9})
    return scene(
        draw, {"bob": Part(3), "dee": dee}, [cares()], walls=(Wall(x1=7, y1=0, x2=7, y2=8),), happenings=(told,)
    )


SCENES: Final[Mapping[str, Scene]] = {
    "look_away": partial(plain, 0.9),
    "see_thing": masked,
    "see_enemy": otherwise,
    "belittle": small,
    "deny": distant,
}


def _cells(evasion: str) -> tuple[Cell, ...]:
    return (Cell("scene", SCENES[evasion], SECONDS),)


def _measure(evasion: str, runs: Mapping[str, Run]) -> Measured:
    return {"done": time_at(runs["scene"], "dee", evasion)}


def _evasion(name: str, evasion: str) -> Experiment:
    """Make the measurement of one evasion: it comes up under suffering, not without the circuit or its own switch."""
    motive = ("sympathy", "schadenfreude")
    lesions = tuple(Lesion(drives, band=at_most(0.03)) for drives in (motive, (evasion,)))
    return experiment(
        name,
        partial(_cells, evasion),
        partial(_measure, evasion),
        Criterion("done", mean("done", percent=True), at_least(0.04), lesions),
    )


def motive_cells() -> tuple[Cell, ...]:
    """Stage the same sight to somebody with little and with much sympathy."""
    return Cell("weak", partial(plain, 0.05), SECONDS), Cell("strong", partial(plain, 0.95), SECONDS)


def motive(runs: Mapping[str, Run]) -> Measured:
    """Return who evades in any way."""
    return {name: ever(run, "dee", *EVASIONS).astype(float) for name, run in runs.items()}


T13: Final = experiment(
    "t13-motive",
    motive_cells,
    motive,
    Criterion(
        "stronger",
        difference(share("strong"), share("weak")),
        at_least(0.3),
        (Lesion(("sympathy",), band=at_most(0.1)),),
    ),
)
EVADING: Final = (
    _evasion("t08-attention", "look_away"),
    _evasion("t09-thing", "see_thing"),
    _evasion("t10-enemy", "see_enemy"),
    _evasion("t11-unimportant", "belittle"),
    _evasion("t12-fine", "deny"),
    T13,
)
