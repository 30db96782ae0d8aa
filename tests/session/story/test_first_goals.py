"""Goals of format 1: written as conditions, they are open, won and lost as they always were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.engine.people import People
from sandbox.engine.ties import Ties
from sandbox.scenario.format import encode
from sandbox.scenario.load import decode_level
from sandbox.session.session import Session
from sandbox.session.story.people import Seen
from sandbox.session.story.script import Script
from tests.scenario.small import FILE, load, small

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


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ({"kind": "relieved", "who": "bob", "within": 20, "value": -0.9}, "won"),
        ({"kind": "relieved", "who": "bob", "within": 8, "value": 0.9}, "lost"),
        ({"kind": "unblamed", "who": "ann", "within": 9, "value": 5}, "won"),
        ({"kind": "befriended", "who": "cy", "whom": "bob", "within": 9, "value": 0.9}, "lost"),
    ],
)
def test_a_whole_level_of_format_1_plays_to_its_end_and_just_so_once_it_is_written_anew(
    goal: dict[str, object], expected: str
) -> None:
    value = small(goal=goal, tools={"hurt": 1}, texts={"hint": "Look."}, groups=[{"id": "blues", "norms": {"help": 1}}])
    assert value["schema_version"] == 1
    old = load(value)
    new = decode_level(encode(old), FILE)
    assert new == old
    assert b'"schema_version": 2' in encode(old)
    first, second = Session(old), Session(new)
    for _ in range(20):
        first.step(10)
        second.step(10)
        assert first.world.digest() == second.world.digest()
    assert first.outcome() == second.outcome() == expected
