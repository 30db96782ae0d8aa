"""Conditions: what each reads off a moment, how long it has to hold, and what several of them make together."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sandbox.engine.options import INDEX
from sandbox.engine.ties import Ties
from sandbox.scenario.schema import Happening
from tests.session.story.telling import ANN, BOB, CY, Followed, follow, holds, seen

HELP, STAY = INDEX["help"], INDEX["stay"]


@pytest.mark.parametrize(
    ("condition", "felt", "expected"),
    [
        ({"felt": "bob", "min": 0.2}, [0, 0.2, 0], True),
        ({"felt": "bob", "min": 0.2}, [0, 0.1, 0], False),
        ({"felt": "bob", "max": -0.5}, [0, -0.6, 0], True),
        ({"felt": "bob", "min": 0, "max": 0.5}, [0, 0.6, 0], False),
        ({"felt": "blues", "min": 0}, [0.1, 0.1, -1], True),
        ({"felt": "blues", "min": 0}, [0.1, -0.1, 1], False),
        ({"felt": "any of blues", "min": 0}, [0.1, -0.1, -1], True),
        ({"felt": "everyone", "min": 0}, [0, 0, -0.1], False),
        ({"felt": "anyone", "min": 0.5}, [0, 0.6, -0.1], True),
        ({"felt": "everyone but cy", "min": 0}, [0, 0, -0.1], True),
    ],
)
def test_what_several_feel_has_to_hold_for_each_unless_one_is_enough(
    condition: object, felt: list[float], *, expected: bool
) -> None:
    assert holds(condition, seen(felt=felt)) is expected


def test_of_groups_only_those_count_who_are_there_and_feel() -> None:
    assert not holds({"felt": "blues", "min": 0}, seen(felt=[0, -1, 0]))
    assert holds({"felt": "blues", "min": 0}, seen(felt=[0, -1, 0], present=[1, 0, 1]))
    assert holds({"felt": "blues", "min": 0}, seen(felt=[0, -1, 0], sentience=[1, 0, 1]))
    assert not holds({"felt": "blues", "min": -1}, seen(present=[0, 0, 1]))


def test_the_number_that_decides_is_that_of_whoever_is_furthest_from_it_or_nearest_if_one_is_enough() -> None:
    moment = seen(felt=[0.1, -0.4, 0.9])
    values = [
        Followed(condition).take(moment).value
        for condition in ({"felt": "everyone", "min": 0}, {"felt": "everyone", "max": 0}, {"felt": "anyone", "min": 1})
    ]
    assert values == [-0.4, 0.9, 0.9]
    assert math.isnan(Followed({"looks": "ann", "at": "bob"}).take(moment).value)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"likes": "ann", "whom": "bob", "min": 0.5}, True),
        ({"likes": "ann", "whom": "blues", "min": 0.5}, True),
        ({"likes": "bob", "whom": "ann", "min": 0.1}, False),
        ({"likes": "everyone", "whom": "bob", "min": 0.5}, False),
        ({"likes": "everyone but bob", "whom": "bob", "min": -0.5}, True),
        ({"likes": "anyone", "whom": "anyone", "max": -0.4}, True),
        ({"felt": "friends of bob", "min": 0.9}, True),
        ({"felt": "friends of bob", "max": 0.5}, False),
        ({"felt": "an enemy of bob", "min": 0.1, "max": 0.3}, True),
        ({"felt": "friends of cy", "min": -1}, False),
    ],
)
def test_what_people_are_to_one_another(condition: object, *, expected: bool) -> None:
    ties = Ties.of([ANN, CY], [BOB, BOB], affinity=[0.8, -0.5])
    assert holds(condition, seen(ties=ties, felt=[0.9, 0, 0.2])) is expected


def test_blame_and_credit_are_added_up_over_those_who_hold_them() -> None:
    ties = Ties.of([ANN, BOB, CY], [CY, CY, ANN], blame=[0.2, 0.3, 0.9], credit=[0, 0.4, 0])
    assert holds({"blamed": "cy", "min": 0.5, "max": 0.5}, seen(ties=ties))
    assert holds({"blamed": "cy", "by": "bob", "max": 0.3}, seen(ties=ties))
    assert holds({"credited": "cy", "min": 0.4}, seen(ties=ties))
    assert holds({"blamed": "bob", "max": 0}, seen(ties=ties))


def test_hearsay_is_what_those_hold_who_have_never_watched_them_at_a_trouble() -> None:
    pairs = [ANN, BOB], [CY, CY]
    watched = Ties.of(*pairs, blame=0.0, witnessed=[0.3, 0.0])
    later = Ties.of(*pairs, blame=[0.4, 0.2], witnessed=0.0)
    heard = Followed({"blamed": "cy", "heard": True, "max": 0.2})
    heard.take(seen(0, watched))
    standing = heard.take(seen(1, later))
    assert (standing.met, standing.value) == (True, pytest.approx(0.2))


def test_whom_somebody_takes_for_a_person_leaves_out_those_they_do_not_know() -> None:
    ties = Ties.of([ANN], [BOB], personhood=[0.3])
    assert not holds({"person": "ann", "whom": "bob", "min": 0.5}, seen(ties=ties))
    assert holds({"person": "ann", "whom": "everyone", "max": 0.3}, seen(ties=ties))
    assert not holds({"person": "bob", "whom": "ann", "min": 0}, seen(ties=ties))


def test_eyes_deeds_and_places() -> None:
    moment = seen(
        gaze=[BOB, CY, -1], avoiding=[-1, -1, BOB], option=[HELP, STAY, STAY], option_on=[BOB, -1, -1],
        x=[3, 3, 10], y=[4, 6, 5],
    )  # fmt: skip
    for condition, expected in (
        ({"looks": "ann", "at": "bob"}, True),
        ({"looks": "ann", "at": "cy"}, False),
        ({"looks": "anyone", "at": "cy"}, True),
        ({"looks": "everyone", "at": "blues"}, False),
        ({"looks": "cy", "at": "bob", "away": True}, True),
        ({"looks": "who looks away from bob", "at": "bob", "away": True}, True),
        ({"does": "ann", "what": ["comfort", "help"], "to": "bob"}, True),
        ({"does": "ann", "what": ["help"], "to": "cy"}, False),
        ({"does": "anyone", "what": ["help"]}, True),
        ({"near": "ann", "to": "bob"}, True),
        ({"near": "ann", "to": "bob", "within": 1.5}, False),
        ({"near": "cy", "to": "well", "within": 0.5}, True),
        ({"near": "everyone", "to": "anyone"}, False),
        ({"here": "everyone"}, True),
    ):
        assert holds(condition, moment) is expected, condition
    assert not holds({"here": "ann"}, seen(present=[0, 1, 1]))
    assert not holds({"near": "ann", "to": "bob"}, seen(present=[1, 0, 1]))


def test_how_often_a_tool_was_used_is_counted() -> None:
    used = [Happening(do="hurt", who="bob"), Happening(do="praise", who="bob"), Happening(do="hurt", who="ann")]
    assert holds({"used": "hurt", "min": 2, "max": 2}, seen(commands=used))
    assert not holds({"used": "heal", "min": 1}, seen(commands=used))


def test_a_condition_is_met_once_it_has_held_for_so_long_without_a_break() -> None:
    felt = [1, 1, 0, 1, 1, 1, 1]
    moments = [seen(5 * place, felt=[0, value, 0]) for place, value in enumerate(felt)]
    assert follow({"felt": "bob", "min": 0.5, "for": 1.5}, moments) == [False] * 6 + [True]
    standing = Followed({"felt": "bob", "min": 0.5, "for": 1.5})
    standing.take(moments[0])
    assert standing.take(moments[1]).seconds == 0.5


def test_all_any_and_not() -> None:
    well, ill = {"felt": "ann", "min": 0.5}, {"felt": "bob", "max": -0.5}
    both, one, none = seen(felt=[1, -1, 0]), seen(felt=[1, 0, 0]), seen(felt=[0, 0, 0])
    for condition, expected in (
        ({"all": [well, ill]}, [True, False, False]),
        ({"any": [well, ill]}, [True, True, False]),
        ({"not": well}, [False, False, True]),
    ):
        assert [holds(condition, moment) for moment in (both, one, none)] == expected


def test_then_goes_on_to_the_next_part_only_after_the_one_before_was_met_and_stays_met() -> None:
    parts = [{"felt": "ann", "min": 0.5}, {"felt": "bob", "min": 0.5, "for": 0.2}]
    felt = [[0, 1, 0], [1, 1, 0], [0, 1, 0], [0, 1, 0], [0, 1, 0], [0, 0, 0]]
    moments = [seen(tick, felt=row) for tick, row in enumerate(felt)]
    assert follow({"then": parts}, moments) == [False, False, False, False, True, True]
    assert follow({"then": [parts[0]]}, moments) == [False, True, True, True, True, True]


def test_a_count_follows_each_person_by_themselves() -> None:
    condition = {"count": "everyone", "where": {"felt": "it", "min": 0.5, "for": 0.1}, "min": 2}
    rows = [[1, 0, 0], [1, 1, 0], [0, 1, 1], [0, 1, 1]]
    moments = [seen(tick, felt=row) for tick, row in enumerate(rows)]
    assert follow(condition, moments) == [False, False, False, True]
    assert [Followed(condition).take(moment).value for moment in moments[:1]] == [0.0]
    away = seen(9, felt=[1, 1, 1], present=[1, 1, 0])
    assert Followed({"count": "everyone", "where": {"felt": "it", "min": 0}, "min": 3}).take(away).value == 2


def test_how_long_something_lasted_is_added_up_over_breaks() -> None:
    followed = Followed({"lasted": {"felt": "ann", "max": -0.5, "for": 0.1}, "min": 0.2})
    felt = [-1, -1, 0, -1, -1, 0, 0]
    moments = [seen(tick, felt=[value, 0, 0]) for tick, value in enumerate(felt)]
    standings = [followed.take(moment) for moment in moments]
    assert [one.met for one in standings] == [False, False, False, False, True, True, True]
    assert [one.value for one in standings] == pytest.approx([0, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2])
    assert followed.look(moments[4]).value == pytest.approx(0.2)


def test_it_is_whom_a_count_is_at_in_all_that_is_said_of_them() -> None:
    ties = Ties.of([ANN, BOB], [CY, CY], affinity=[0.9, 0.9], blame=[0, 0.4])
    friends = {"count": "everyone", "where": {"felt": "friends of it", "max": 0}, "min": 1, "max": 1}
    assert holds(friends, seen(ties=ties, felt=[-1, -1, 1]))
    blamed = {"count": "everyone", "where": {"blamed": "it", "min": 0.1}, "min": 1, "max": 1}
    assert holds(blamed, seen(ties=ties))


def test_looking_at_how_a_condition_stands_leaves_it_where_it_is() -> None:
    parts = [{"felt": "ann", "min": 0.5}, {"felt": "bob", "min": 0.5}]
    followed = Followed({"then": parts})
    moment = seen(1, felt=[1, 1, 0])
    followed.take(moment)
    looked = followed.node.step(followed.slots, [0] * len(followed.slots), moment, look=True)
    assert [part.met for part in looked.parts] == [True, True]
    assert not looked.met
    assert np.isnan(looked.value)
