"""Judge: who is blamed and who credited, and who is left out of it. T22-T25."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.judge import forgive, judge, meetings, read_heart
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import Parameters
from sandbox.engine.people import NOBODY
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

WATCHER, SUFFERER, DOER = range(3)
PLACES = {"x": [5.0, 8.0, 8.0], "y": [5.0, 4.0, 6.0]}
VERDICTS = ("blame", "credit", "witnessed", "proven")
SEEN = {"clarity": 0.8, "seen": 1.0}

shares = st.floats(0, 1, width=16)


def scene(
    involvement: float, *, about: float = 0.8, suffers: float = -0.8, off: tuple[str, ...] = (), **doer: float
) -> World:
    """A watcher who cares about a sufferer, and sees a third one who has more or less to do with it."""
    people = PLACES | {
        "felt": [0.0, suffers, 0.0],
        "shown_for": [0.0, 0.0, -doer.get("tears", 0.0)],
        "contact": [0.0, 0.0, 0.5 * (involvement > 0)],
        "effort": [0.0, 0.0, doer.get("effort", 0.0)],
        "harm": [0.0, 0.0, doer.get("harm", 0.0)],
        "affront": [0.0, 0.0, doer.get("affront", 0.0)],
        "involved": [NOBODY, NOBODY, SUFFERER],
        "involvement": [0.0, 0.0, involvement],
    }
    ties = {
        (WATCHER, SUFFERER): SEEN | {"affinity": about, "importance": 0.8, "believed": suffers},
        (WATCHER, DOER): SEEN | {"clarity": doer.get("clarity", 0.8), "affinity": 0.3},
    }
    some = world(people, ties, off=off, parting_time=60.0)
    for _ in range(20):
        some = judge(some)
    return some


def ended(*, still: float = 0.8, witnessed: float = 0.8, **doer: float) -> World:
    """The same three, when the third has had hands on the trouble and now lets go of it."""
    people = PLACES | {
        "felt": [0.0, -still, 0.0],
        "shown_for": [0.0, 0.0, -doer.get("tears", 0.0)],
        "contact": [0.0, 0.0, 1e-3],
        "relieved": [0.0, 0.0, doer.get("relieved", 0.0)],
        "gained": [0.0, 0.0, doer.get("gained", 0.0)],
        "wound": [0.0, 0.0, doer.get("wound", 0.0)],
        "involved": [NOBODY, NOBODY, SUFFERER],
        "involvement": [0.0, 0.0, doer.get("involvement", 1.0)],
    }
    ties = {
        (WATCHER, SUFFERER): SEEN | {"affinity": 0.8, "importance": 0.8, "believed": -still},
        (WATCHER, DOER): SEEN | {"affinity": 0.3, "witnessed": witnessed},
    }
    return judge(world(people, ties))


def of_doer(some: World, column: str) -> float:
    """What the watcher holds of the doer."""
    row = some.links.rows(np.array([WATCHER]), np.array([DOER]))[0]
    return float(getattr(some.ties, column)[row])


@given(crowds(least=2))
@settings(max_examples=40)
def test_without_involvement_nobody_is_judged(some: World) -> None:
    count = len(some.people)
    nowhere = some.with_people(
        involvement=np.zeros(count), gaze=np.full(count, NOBODY, np.int64), norms=np.zeros((count, len(OPTIONS)))
    ).with_ties(blame=np.zeros(len(some.ties)), credit=np.zeros(len(some.ties)), witnessed=np.zeros(len(some.ties)))
    after = judge(nowhere)
    for name in (*VERDICTS, "affinity"):
        assert getattr(after.ties, name).tolist() == getattr(nowhere.ties, name).tolist(), name


@given(crowds(least=3, off=True))
@settings(max_examples=40)
def test_only_those_who_were_seen_in_touch_with_the_trouble_of_somebody_one_cares_about_are_judged(
    some: World,
) -> None:
    some = some.with_ties(clarity=np.where(some.ties.hope > 0.4, 0.8, 0.0))
    after = judge(some)
    judged = np.flatnonzero(after.ties.witnessed > some.ties.witnessed)
    if "judgement" in some.off:
        assert not len(judged)
    assert (some.ties.clarity[judged] > 0).all()
    assert (after.people.involvement[some.ties.target[judged]] > 0).all()
    met = meetings(after)
    assert ((met.evidence >= 0) & (met.evidence <= 1) & (met.heart >= -2) & (met.heart <= 1)).all()
    innocent = (after.people.harm + after.people.affront)[after.ties.target[met.tie]] == 0
    assert (met.heart[innocent] >= 0).all()


def test_the_relaxed_half_helper_is_blamed_more_than_the_onlooker_and_the_absent_not_at_all() -> None:
    half, looker, absent = scene(1.0, effort=0.2), scene(0.2), scene(0.0)
    assert of_doer(half, "blame") > of_doer(looker, "blame") > of_doer(absent, "blame") == 0
    assert of_doer(half, "affinity") < of_doer(looker, "affinity") < of_doer(absent, "affinity") == 0.3


def test_whoever_gives_everything_and_weeps_is_credited() -> None:
    tearful = scene(1.0, effort=0.8, tears=0.8)
    assert of_doer(tearful, "credit") > 0 == of_doer(tearful, "blame")
    assert of_doer(tearful, "affinity") > 0.3
    assert of_doer(tearful, "witnessed") > 0


def test_tears_alone_and_effort_alone_are_each_seen_as_heart() -> None:
    blame = [of_doer(scene(1.0, effort=effort, tears=tears), "blame") for effort, tears in ((0, 0), (0.3, 0), (0, 0.3))]
    assert blame[0] > max(blame[1:])


def test_whoever_did_the_harm_is_blamed_more_than_whoever_did_nothing() -> None:
    harmed, cold = scene(1.0, harm=1.0), scene(1.0)
    assert of_doer(harmed, "affinity") < of_doer(cold, "affinity") < 0.3
    assert of_doer(harmed, "blame") > of_doer(cold, "blame")
    glad = scene(1.0, effort=0.4, tears=-0.6)
    assert of_doer(glad, "affinity") < of_doer(scene(1.0, effort=0.4), "affinity")


def test_going_against_a_wish_is_blamed_even_where_nobody_suffers() -> None:
    assert of_doer(scene(1.0, suffers=0.9, affront=0.7), "blame") > 0 == of_doer(scene(1.0, suffers=0.9), "blame")


def test_everybody_sees_herself_as_she_would_see_others() -> None:
    """They are proud after giving everything, ashamed of a cold face, and neither where nobody needs anything."""

    def esteem(believed: float = -0.8, **doer: float) -> float:
        people = {"x": [5.0, 7.0], "involved": [1, NOBODY], "involvement": [1.0, 0.0]} | doer
        return float(judge(world(people, {(0, 1): {"believed": believed}})).people.esteem[0])

    assert esteem(effort=0.8, shown_for=-0.8) > 0 > esteem()
    assert esteem(effort=0.8, harm=1.0) < 0 < esteem(effort=0.8)
    assert esteem(believed=0.0) == 0 > esteem(believed=0.0, affront=0.7)


def test_what_was_not_seen_is_not_held_against_anybody() -> None:
    unseen = scene(1.0, clarity=0.0)
    assert [of_doer(unseen, name) for name in VERDICTS] == [0, 0, 0, 0]


def test_if_the_sufferer_is_an_enemy_everything_turns_round() -> None:
    cold, warm = scene(1.0, about=-0.8), scene(1.0, about=-0.8, effort=0.8, tears=0.8)
    assert of_doer(cold, "affinity") > 0.3 > of_doer(warm, "affinity")
    assert of_doer(cold, "blame") == of_doer(warm, "credit") == 0
    moved = of_doer(cold, "affinity") - 0.3
    assert of_doer(scene(1.0), "affinity") - 0.3 == pytest.approx(-moved)


def test_whoever_cares_for_neither_does_not_mind() -> None:
    assert of_doer(scene(1.0, about=0.0), "witnessed") == 0


def test_without_judgement_there_is_no_verdict() -> None:
    blind = scene(1.0, off=("judgement",))
    assert [of_doer(blind, name) for name in (*VERDICTS, "affinity")] == [0, 0, 0, 0, 0.3]


def test_whoever_lets_go_while_somebody_suffers_is_held_to_it_for_good() -> None:
    left = ended(relieved=0.3)
    assert of_doer(left, "blame") > 0 == of_doer(left, "credit")
    assert of_doer(left, "proven") < 0
    assert of_doer(left, "witnessed") == 0, "the meeting is over, and nothing of it is judged twice"
    assert of_doer(ended(relieved=0.3, involvement=0.2), "proven") > of_doer(left, "proven"), "it is the touching"
    assert of_doer(ended(relieved=0.3, witnessed=0.0), "blame") == 0, "who saw nothing of it has no verdict"


def test_tears_and_pains_of_ones_own_excuse_who_lets_go() -> None:
    assert of_doer(ended(tears=0.9), "credit") > 0 == of_doer(ended(tears=0.9), "blame")
    assert of_doer(ended(wound=0.9), "blame") < of_doer(ended(), "blame")


def test_whoever_ends_a_suffering_is_credited_however_quickly_and_less_if_they_gained_by_it() -> None:
    done = ended(still=0.0, relieved=0.6)
    assert of_doer(done, "credit") > 0 == of_doer(done, "blame")
    assert of_doer(done, "proven") > of_doer(ended(still=0.0, relieved=0.2), "proven") > 0
    assert of_doer(ended(still=0.0, relieved=0.6, gained=0.8), "credit") < of_doer(done, "credit")
    assert of_doer(ended(still=0.0), "credit") == 0, "whoever did nothing has no part in it"


def test_verdicts_do_not_add_up_without_end() -> None:
    once = ended(relieved=0.3)
    again = once
    for _ in range(20):
        row = again.links.rows(np.array([WATCHER]), np.array([DOER]))[0]
        witnessed = again.ties.witnessed.copy()
        witnessed[row] = 0.8
        people = {"contact": np.array([0.0, 0.0, 1e-3]), "involvement": np.array([0.0, 0.0, 1.0])}
        again = judge(again.with_ties(witnessed=witnessed).with_people(**people))
    assert of_doer(once, "proven") > of_doer(again, "proven") >= -1


def test_blame_is_forgiven_in_time() -> None:
    some = scene(1.0)
    held = of_doer(some, "blame")
    some = some.with_people(involvement=np.zeros(3))
    for _ in range(100):
        some = forgive(judge(some))
    assert 0 < of_doer(some, "blame") < held


def test_the_sufferer_judges_too_and_cares_fully_about_herself() -> None:
    people = {
        "x": [5.0, 8.0],
        "felt": [-0.8, 0.0],
        "involved": [NOBODY, 0],
        "involvement": [0.0, 1.0],
        "contact": [0.0, 1.0],
    }
    met = meetings(world(people, {(0, 1): SEEN}))
    assert met.care.tolist() == [1]
    assert met.suffering.tolist() == [0.8]


@pytest.mark.parametrize(("distance", "involved"), [(3.0, 1), (12.0, NOBODY)])
def test_looking_on_from_close_by_is_a_meeting_and_from_afar_is_not(distance: float, involved: int) -> None:
    params = Parameters()
    clarity = 1 / (1 + distance**2 / params.clear_range**2)
    people = {"x": [5.0, 5.0 + distance], "gaze": [1, NOBODY]}
    after = judge(world(people, {(0, 1): {"clarity": clarity, "believed": -0.8}})).people
    assert after.involved[0] == involved
    assert (0 < after.involvement[0] <= params.onlooker_involvement) == (involved == 1)


@given(shares, shares, shares, shares)
def test_more_distress_or_effort_never_reads_as_less_heart(
    distress: float, effort: float, more: float, suffering: float
) -> None:
    params = Parameters()

    def heart(*response: float) -> float:
        tears, exertion = response
        return float(read_heart(*(np.array(value) for value in (-tears, exertion, suffering)), params))

    assert 0 <= heart(distress, effort) <= heart(max(distress, more), effort) <= 1
    assert heart(distress, effort) <= heart(distress, max(effort, more))
    assert heart(0.0, 0.0) == 0
    assert heart(-more, effort) <= heart(0.0, effort), "a happy face counts against it"
