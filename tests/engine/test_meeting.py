"""Meeting: who has left a trouble, and who was only set down elsewhere. T24, T25."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.happen import happen
from sandbox.engine.happenings.happening import Event
from sandbox.engine.judge import judge
from sandbox.engine.meeting import OF_A_MEETING, meet_trouble, taking_up
from sandbox.engine.people import NOBODY
from tests.engine.strategies import world

if TYPE_CHECKING:
    from sandbox.engine.world import World

WATCHER, SUFFERER, DOER = range(3)
SEEN = {"clarity": 0.8, "seen": 1.0}


def helped(**columns: object) -> World:
    """A watcher who has seen somebody, hands on, with a sufferer whom the watcher likes."""
    people = {
        "x": [5.0, 8.0, 9.0],
        "y": [5.0, 4.0, 4.0],
        "felt": [0.0, -0.8, 0.0],
        "involved": [NOBODY, NOBODY, SUFFERER],
        "involvement": [0.0, 0.0, 1.0],
        "contact": [0.0, 0.0, 1.0],
    }
    ties = {
        (WATCHER, SUFFERER): SEEN | {"affinity": 0.8, "importance": 0.8, "believed": -0.8},
        (WATCHER, DOER): SEEN | {"witnessed": 0.8},
    }
    return world(people | columns, ties)


def proven_after(some: World, seconds: float) -> float:
    """What is proven of the doer some seconds later, if nobody touches or looks at the trouble any more."""
    for _ in range(round(seconds * 10)):
        some = judge(some)
    return float(some.ties.proven[some.links.rows(np.array([WATCHER]), np.array([DOER]))[0]])


def test_whoever_lets_go_has_left_after_a_while_and_not_at_once() -> None:
    assert proven_after(helped(), 1.0) == 0 > proven_after(helped(), 3.0)


@pytest.mark.parametrize("moved", [DOER, SUFFERER])
def test_being_set_down_elsewhere_is_no_departure_whoever_of_the_two_is(moved: int) -> None:
    some = happen(helped(), Event("move", moved, x=16.0, y=10.0))
    assert proven_after(some, 3.0) == 0


def test_whoever_takes_up_another_trouble_begins_with_a_clean_sheet_and_has_left_nobody() -> None:
    some = helped(**dict.fromkeys(OF_A_MEETING, 0.5))
    other = taking_up(some, np.array([NOBODY, NOBODY, WATCHER])).people
    assert [float(getattr(other, name)[DOER]) for name in OF_A_MEETING] == [0] * len(OF_A_MEETING)
    assert taking_up(some, some.people.involved) is some


def test_what_was_achieved_and_gained_is_remembered_as_long_as_the_meeting_lasts() -> None:
    there, gone = (
        meet_trouble(helped(contact=[0.0, 0.0, much], gained=0.8, relieved=0.4)).people for much in (1.0, 0.0)
    )
    assert (there.gained[DOER], there.relieved[DOER]) == (0.8, 0.4)
    assert gone.gained[DOER] < 0.8
    assert gone.relieved[DOER] < 0.4


def test_a_meeting_off_which_nothing_can_be_read_any_more_is_forgotten_and_its_trouble_is_not() -> None:
    some = helped(involvement=[0.0, 0.0, 0.02], contact=0.0, **dict.fromkeys(OF_A_MEETING, 0.5))
    after = meet_trouble(some).people
    assert [float(getattr(after, name)[DOER]) for name in OF_A_MEETING] == [0] * len(OF_A_MEETING)
    assert after.involved[DOER] == SUFFERER
    assert 0 < after.involvement[DOER] < 0.02
