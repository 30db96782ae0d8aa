"""People would dwell on an enemy's mishap, if it were not for Approval; on a friend's pain, never. T8, T10, T15."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.schema import Happening, Tie
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


def test_what_keeps_people_from_gloating_is_approval() -> None:
    assert dwells(hurt(-0.7, "approval")) > 1.0
    assert dwells(hurt(-0.7)) < 0.3


def test_before_those_whom_one_looks_up_to_there_is_less_mind_for_an_enemys_mishap() -> None:
    assert dwells(hurt(-0.7, "approval", friends=True)) < dwells(hurt(-0.7, "approval")) / 2


@pytest.mark.parametrize("drive", ["schadenfreude", "dwell"])
def test_nobody_gloats_without(drive: str) -> None:
    assert dwells(hurt(-0.7, "approval", drive)) < 0.1


def test_nobody_dwells_on_a_friends_pain() -> None:
    assert dwells(hurt(0.7)) < 0.3
