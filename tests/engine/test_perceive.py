"""Perceive: eyes, ears, walls and what they do to beliefs. T1, T4, T12."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.options import INDEX
from sandbox.engine.people import NOBODY
from sandbox.engine.perceive import perceive
from sandbox.engine.reasons import why_shown
from sandbox.engine.table import replaced
from sandbox.engine.ties import EYES
from tests.engine.strategies import crowds, ground, recorded, world

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.world import World

EAST = {"look_x": 1.0, "look_y": 0.0}
WALL = (9.0, 1.0, 9.0, 11.0)


def looks(distance: float, *, settings: dict[str, float] | None = None, lawn: object = None, **people: object) -> World:
    """One person at x = 7 who looks east at another."""
    columns = {"x": [7.0, 7.0 + distance]} | EAST | people
    return world(columns, {(0, 1): {}}, lawn=lawn, **settings or {})


def sensed(some: World) -> tuple[Floats, Floats]:
    ties = perceive(some).ties
    return ties.clarity, ties.seen


def test_a_sight_is_half_as_clear_at_clear_range_and_gone_beyond_sight_range() -> None:
    clear = [
        float(sensed(looks(distance, settings={"clear_range": 5.0, "sight_range": 8.0}))[0][0])
        for distance in (0.0, 2.5, 5.0, 7.9, 8.1)
    ]
    assert clear[0] == 1
    assert clear[2] == pytest.approx(0.5)
    assert clear == sorted(clear, reverse=True)
    assert clear[3] > 0 == clear[4]


def test_people_behind_ones_back_are_unseen_unless_they_can_be_touched() -> None:
    behind, touching = looks(4.0, look_x=-1.0), looks(1.0, look_x=-1.0)
    assert [float(sensed(some)[1][0]) for some in (looks(4.0), behind, touching)] == [1, 0, 1]


def test_the_field_of_view_is_as_wide_as_the_parameter_says() -> None:
    for cosine, seen in ((0.7, 0), (0.5, 1)):
        aside = looks(4.0, y=[5.0, 8.0], look_x=[0.0, 0.0], look_y=[1.0, 1.0], settings={"sight_cosine": cosine})
        # The other stands at (4, 3), and 3/5 of the way lies ahead.
        assert sensed(aside)[1][0] == seen


def test_nobody_sees_through_a_wall_but_everybody_over_a_fence() -> None:
    assert sensed(looks(4.0, lawn=ground([WALL])))[1][0] == 0
    assert sensed(looks(4.0, lawn=ground([WALL], low=True)))[1][0] == 1
    assert sensed(looks(1.0, lawn=ground([WALL])))[1][0] == 1


def test_cries_are_heard_behind_the_back_and_muffled_by_a_wall_but_quiet_pain_is_not() -> None:
    cry, turned = {"shown": -0.9}, {"look_x": -1.0}
    heard, muffled, quiet, joy, far = (
        sensed(some)
        for some in (
            looks(4.0, **cry, **turned),
            looks(4.0, lawn=ground([WALL]), **cry, **turned),
            looks(4.0, shown=-0.1, **turned),
            looks(4.0, shown=0.9, **turned),
            looks(6.0, settings={"hearing_range": 5.0}, **cry, **turned),
        )
    )
    assert heard[0][0] > muffled[0][0] > 0
    assert [float(sense[0][0]) for sense in (quiet, joy, far)] == [0, 0, 0]
    assert heard[1][0] == 0
    assert heard[0][0] < sensed(looks(4.0, **cry))[0][0]


@given(crowds(least=2, walls=True))
@settings(max_examples=40)
def test_what_is_not_perceived_changes_no_belief_but_by_fading_towards_its_anchor(some: World) -> None:
    after = perceive(some)
    blind = after.ties.clarity == 0
    before, now = some.ties, after.ties
    assert (now.believed_tick == before.believed_tick)[blind].all()
    assert (now.believed_source == before.believed_source)[blind].all()
    assert (now.believed_source == EYES)[~blind].all()
    low = np.minimum(np.minimum(before.believed, before.believed_anchor), 0)
    high = np.maximum(np.maximum(before.believed, before.believed_anchor), 0)
    assert ((low - 1e-12 <= now.believed) & (now.believed <= high + 1e-12))[blind].all()


def test_beliefs_follow_what_is_shown_and_not_what_is_felt() -> None:
    some = looks(2.0, felt=-0.9, shown=0.3)
    for tick in range(60):
        some = perceive(replaced(some, tick=tick))
    assert some.ties.believed[0] == pytest.approx(0.3, abs=0.02)


def test_whoever_is_not_trusted_is_not_taken_for_what_she_shows() -> None:
    some = looks(2.0, shown=-0.8)
    for tick in range(60):
        some = perceive(replaced(some.with_ties(trust=np.array([0.5])), tick=tick))
    assert -0.45 < some.ties.believed[0] < -0.3


def test_nearness_is_that_of_the_perceived_and_falls_with_distance() -> None:
    near, far, unseen = (perceive(some).ties.nearness[0] for some in (looks(1.0), looks(6.0), looks(4.0, look_x=-1.0)))
    assert 1 > near > far > 0 == unseen


def test_hardly_anything_gets_in_without_attention() -> None:
    def learned(attention: float) -> float:
        people = {"x": [5.0, 7.0], "shown": -0.8} | EAST
        return float(perceive(world(people, {(0, 1): {"attention": attention}})).ties.believed_anchor[0])

    assert learned(1.0) < learned(0.5) < learned(0.0) < 0
    assert learned(0.0) > learned(1.0) / 3


def test_a_returned_look_is_noticed_and_an_open_face_tells_its_regard() -> None:
    tie = {(0, 1): {"attention": 0.5}, (1, 0): {"affinity": 0.8}}
    people = {"x": [5.0, 7.0], "look_x": [1.0, -1.0], "look_y": 0.0}
    met = perceive(world(people | {"gaze": [1, 0]}, tie)).ties
    unmet = perceive(world(people | {"gaze": [1, -1]}, tie)).ties
    assert met.noticed[0] > 0 == unmet.noticed[0]
    assert met.regard[0] > 0 == unmet.regard[0]
    stone = perceive(world(people | {"gaze": [1, 0], "expressiveness": 0.0}, tie)).ties
    assert stone.regard[0] == 0


def test_a_false_face_is_laid_to_the_choice_to_put_it_on() -> None:
    everybody = {"why_body": [4, 4, 4], "why_pain": [5, 5, 5], "why_option": [7, 7, 7], "wound": [0.3, 0.3, 0.3]}
    faces = {"option": [INDEX["feign"], INDEX["stay"], INDEX["stay"]], "pretence": [-0.6, -0.6, 0.0]}
    people = world({"x": [1.0, 2.0, 3.0], "shown": [-0.8, -0.8, -0.3]} | everybody | faces).people
    assert why_shown(people, np.arange(3)).tolist() == [7, NOBODY, 5]


@pytest.mark.parametrize(("pushed", "shown", "kinds"), [(-0.5, 0.1, []), (0.0, -0.9, ["saw"])])
def test_what_a_story_pushed_is_not_written_down_as_seen(pushed: float, shown: float, kinds: list[str]) -> None:
    some = looks(1.0, shown=shown)
    some = some.with_ties(believed=np.full(len(some.ties), pushed), attention=np.ones(len(some.ties)))
    some = recorded(perceive, some)
    assert [record.kind for record in some.causes.since(0)] == kinds
