"""People dwell on what pleases them; before others less, and on a friend's pain never. T8, T10, T15."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.schema import Body, Happening, Tie
from tests.levels.scenes import cell, played, seconds_at

if TYPE_CHECKING:
    from sandbox.lab.run import Run
    from tests.levels.scenes import Who

HURT = Happening(do="hurt", who="bob", at=1.0, amount=0.6)
SECONDS = 8.0
QUIET = dict.fromkeys(("sympathy", "approval", "spite", "provocation", "anxiety", "playfulness"), 0.0)
ANN: Who = ("ann", 4.0, 6.0, {"spite": 0.9, "approval": 0.8, "sympathy": 0.6}, {"facing": "bob"})
BOB: Who = ("bob", 9.0, 6.0, QUIET, {})


def bystander(name: str, x: float, y: float, **fields: object) -> Who:
    """Put somebody there who does nothing by themself."""
    return name, x, y, QUIET, fields


def hurt(affinity: float, *off: str, friends: bool = False) -> Run:
    """Let Bob be hurt before Ann, alone with her or before two whom she looks up to."""
    towards = Tie(source="ann", target="bob", affinity=affinity, importance=0.6)
    names = ("cal", "dee") if friends else ()
    others: tuple[Who, ...] = tuple(
        (name, 5.0, 4.5 + 3 * row, QUIET, {"facing": "ann"}) for row, name in enumerate(names)
    )
    liked = tuple(Tie(source="ann", target=name, affinity=0.7, importance=0.3) for name in names)
    watching = tuple(Tie(source=name, target="ann", affinity=0.6, importance=0.9, love=0.9) for name in names)
    return played(cell(SECONDS, (ANN, BOB, *others), (towards, *liked, *watching), HURT), *off)


def dwells(run: Run) -> float:
    """For how many seconds Ann dwells, on average."""
    return float(seconds_at(run, "ann", "dwell").mean())


def test_an_enemys_mishap_is_dwelt_on_when_alone_and_less_before_those_whom_one_looks_up_to() -> None:
    alone, watched = dwells(hurt(-0.7)), dwells(hurt(-0.7, friends=True))
    assert alone > 1.0
    assert watched < alone / 2


@pytest.mark.parametrize("friends", [False, True])
def test_what_keeps_people_from_gloating_is_approval(*, friends: bool) -> None:
    free, held = dwells(hurt(-0.7, "approval", friends=friends)), dwells(hurt(-0.7, friends=friends))
    assert free > 1.5 * held
    assert free - held > 0.1


@pytest.mark.parametrize("drive", ["schadenfreude", "dwell"])
def test_nobody_gloats_without(drive: str) -> None:
    assert dwells(hurt(-0.7, drive)) < 0.1


def test_nobody_dwells_on_a_friends_pain() -> None:
    assert dwells(hurt(0.7)) < 0.3


def test_the_loved_are_dwelt_on_even_among_others() -> None:
    bob: Who = ("bob", 7.0, 6.0, QUIET, {"body": Body(treat=0.5)})
    others: tuple[Who, ...] = tuple(
        (name, 6.0, 4.0 + 2 * row, QUIET, {}) for row, name in enumerate(("cal", "dee", "eve"))
    )
    scene = cell(
        SECONDS, (ANN, bob, *others), (Tie(source="ann", target="bob", affinity=0.5, importance=0.5, love=0.9),)
    )
    assert dwells(played(scene)) > 1.0
    assert dwells(played(scene, "love")) < 0.3
