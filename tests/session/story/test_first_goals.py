"""Goals of format 1: written as conditions, they are open, won and lost as they always were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.engine.people import People
from sandbox.engine.ties import Ties
from sandbox.session.story.people import Seen
from sandbox.session.story.script import Script
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level


def outcome(level: Level, people: People, ties: Ties, tick: int) -> str | None:
    """Judge one moment of a level."""
    script = Script(level)
    story = script.told(Seen(tick, people, ties, people, ()), script.blank())
    return "open" if story.decided is None and level.goal else story.decided and story.decided.outcome


@pytest.mark.parametrize(
    ("felt", "tick", "expected"),
    [
        (-0.5, 100, "open"),
        (0.2, 100, "won"),
        (0.2, 25, "open"),
        (0.2, 600, "won"),
        (-0.5, 600, "open"),
        (0.2, 601, "lost"),
    ],
)
def test_relieved_is_won_by_feeling_well_in_time_once_the_hurt_has_been_felt(
    felt: float, tick: int, expected: str
) -> None:
    level = load(small(goal={"kind": "relieved", "who": "bob", "within": 60, "value": -0.1}))
    assert outcome(level, People.of(3, felt=[0, felt, 0]), Ties.of([], []), tick) == expected


@pytest.mark.parametrize(
    ("affinity", "tick", "expected"),
    [([0.1, 0.9], 10, "open"), ([0.5, 0], 10, "won"), ([0.1, 0], 601, "lost")],
)
def test_befriended_is_won_by_liking_one_person_enough(affinity: list[float], tick: int, expected: str) -> None:
    level = load(small(goal={"kind": "befriended", "who": "ann", "whom": "cy", "within": 60, "value": 0.4}))
    ties = Ties.of([0, 2], [2, 0], affinity=affinity)
    assert outcome(level, People.of(3), ties, tick) == expected


@pytest.mark.parametrize(
    ("blame", "tick", "expected"),
    [([0.2, 0.2, 1], 10, "open"), ([0.4, 0.2, 0], 10, "lost"), ([0.2, 0.2, 1], 600, "won")],
)
def test_unblamed_is_lost_by_too_much_blame_in_all(blame: list[float], tick: int, expected: str) -> None:
    level = load(small(goal={"kind": "unblamed", "who": "ann", "within": 60, "value": 0.5}))
    ties = Ties.of([1, 2, 0], [0, 0, 1], blame=blame)
    assert outcome(level, People.of(3), ties, tick) == expected


def test_a_level_without_a_goal_has_no_outcome() -> None:
    assert outcome(load(small()), People.of(3), Ties.of([], []), 5) is None
