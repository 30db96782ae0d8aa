"""Goals and rules of a level in a play-through: how it is decided, and that it goes the same way again."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.table import replaced
from sandbox.scenario.schema import Happening
from sandbox.session.files.recording import decode_recording, encode_recording, record
from sandbox.session.files.replay import replay
from sandbox.session.files.save_file import decode_save, encode_save, saved
from sandbox.session.session import Session
from sandbox.session.story.told import Decided
from sandbox.session.what_if.batch import Batch
from sandbox.session.what_if.forks import forked
from sandbox.session.what_if.origin import Origin
from sandbox.session.what_if.question import Measure
from sandbox.session.what_if.readings import Goal
from sandbox.session.what_if.variation import Variation
from tests.scenario.small import load, small

HURT = Happening(do="hurt", who="bob")
ONCE_HURT = {"when": {"felt": "bob", "max": -0.1}, "once": True}


def play(**changes: Any) -> Session:  # noqa: ANN401 - any JSON
    """A play-through of three people to whom nothing happens by itself."""
    return Session(load(small(schema_version=2, **({"happenings": []} | changes))))


def decided(session: Session) -> Decided:
    """How it was decided, which it was."""
    found = session.moment.story.decided
    assert found is not None
    return found


def test_a_goal_is_won_when_its_condition_is_met() -> None:
    session = play(goal={"win": {"felt": "bob", "max": -0.1}, "within": 9})
    session.step(20)
    assert session.outcome() == "open"
    session.do(HURT)
    session.step(10)
    assert (session.outcome(), decided(session).by) == ("won", "goal")
    session.seek(15)
    assert (session.outcome(), session.moment.story.decided) == ("open", None)


def test_what_is_held_counts_from_the_second_that_a_goal_waits_for() -> None:
    session = play(goal={"win": {"here": "bob", "for": 1}, "after": 2})
    session.step(29)
    assert session.outcome() == "open"
    session.step(1)
    assert (session.outcome(), decided(session).tick) == ("won", 30)


def test_a_goal_is_lost_by_the_clock_or_by_what_loses_it_and_the_first_answer_stays() -> None:
    session = play(goal={"win": {"felt": "bob", "min": 1}, "within": 1})
    session.step(10)
    assert session.outcome() == "open"
    session.step(1)
    assert (decided(session).by, decided(session).tick) == ("late", 11)
    loss = [{"when": {"time": 5}}, {"when": {"used": "hurt", "min": 1}, "text": "Too rough."}]
    session = play(goal={"win": {"felt": "bob", "max": -0.1}, "lose": loss})
    session.do(HURT)
    session.step(60)
    assert (session.outcome(), decided(session).by, decided(session).place) == ("lost", "loss", 1)


def test_stars_are_those_whose_conditions_are_met_when_the_game_is_won() -> None:
    stars = [{"when": {"used": "hurt", "max": 0}}, {"when": {"then": [{"time": 0}]}}, {"when": {"time": 99}}]
    session = play(goal={"win": {"time": 1}, "stars": stars})
    session.step(10)
    assert decided(session).stars == (0, 1)


def test_a_rule_acts_through_happenings_and_the_same_commands_lead_to_the_same_bits() -> None:
    rules = [{**ONCE_HURT, "then": [{"do": "praise", "who": "bob", "by": "ann"}, {"do": "heal", "who": "bob"}]}]
    session, without = play(rules=rules), play()
    for one in (session, without):
        one.step(10)
        one.do(HURT)
        one.step(40)
    assert session.moment.story.firings[0].times == 1
    assert session.world.people.wound[1] == 0 < without.world.people.wound[1]
    recording = decode_recording(encode_recording(record(session)), "play")
    again = replay(recording)
    assert again.world.digest() == session.world.digest()
    assert again.moment.story == session.moment.story


def test_going_back_and_forth_and_another_future_find_the_story_as_it_was() -> None:
    session = play(rules=[{**ONCE_HURT, "then": [{"do": "heal", "who": "bob"}]}], goal={"win": {"time": 6}})
    session.step(10)
    session.do(HURT)
    session.step(60)
    story, digest = session.moment.story, session.world.digest()
    session._branches.lighten()
    session.seek(5)
    assert session.moment.story.firings[0].times == 0
    session.seek(70)
    assert (session.moment.story, session.world.digest()) == (story, digest)
    session.seek(5)
    session.do(Happening(do="gift", who="bob"))
    session.step(20)
    assert session.moment.story.firings[0].times == 0


def test_rules_come_at_a_moment_every_so_often_or_whenever_something_comes_to_be_so() -> None:
    then = [{"hint": "Look."}]
    rules = [
        {"at": 2, "then": then},
        {"every": 1.5, "times": 2, "then": then},
        {"every": 1, "then": then},
        {"when": {"all": [{"time": 1}, {"not": {"time": 2}}]}, "then": then},
        {"when": {"time": 0}, "then": then},
    ]
    session = play(rules=rules)
    session.step(50)
    assert [(one.times, one.last) for one in session.moment.story.firings] == [
        (1, 20), (2, 30), (5, 50), (1, 10), (1, 1),
    ]  # fmt: skip


def test_what_a_rule_cannot_do_is_left_out() -> None:
    rules = [{"at": 1, "then": [{"do": "enter", "who": "cy", "edge": "left"}, {"do": "hurt", "who": "bob"}]}]
    away = {"do": "leave", "who": "cy", "at": 60, "amount": 1, "edge": "right"}
    session = play(rules=rules, happenings=[away])
    session.step(20)
    assert session.world.people.wound[1] > 0


def test_a_rule_gives_tools_and_ends_the_game() -> None:
    rules = [
        {"at": 1, "then": [{"give": {"hurt": 1, "praise": 2}}]},
        {"when": {"used": "hurt", "min": 2}, "then": [{"lose": "Enough."}]},
    ]
    session = play(rules=rules, tools={"hurt": 1})
    session.do(HURT)
    with pytest.raises(Impossible):
        session.do(HURT)
    session.step(10)
    assert (session.remaining("hurt"), session.remaining("praise"), session.remaining("heal")) == (1, 2, 0)
    assert session.outcome() is None
    session.do(HURT)
    session.step(1)
    assert (session.outcome(), decided(session).by, decided(session).place) == ("lost", "rule", 1)


BET = {
    "ask": "first",
    "text": "Who is hurt first?",
    "options": [
        {"text": "Ann", "who": "ann", "when": {"felt": "ann", "max": -0.1}},
        {"text": "Bob", "who": "bob", "when": {"felt": "bob", "max": -0.1}},
    ],
}


@pytest.mark.parametrize(("option", "outcome"), [(1, "won"), (0, "open")])
def test_a_bet_is_won_by_the_answer_whose_condition_is_met_first(option: int, outcome: str) -> None:
    session = play(rules=[{"at": 1, "then": [BET]}], goal={"win": {"predicted": "first"}})
    answer = Happening(do="answer", question="first", option=option)
    with pytest.raises(Impossible):
        session.do(answer)
    session.step(10)
    session.do(answer)
    session.step(10)
    assert session.outcome() == "open"
    session.do(HURT)
    session.step(10)
    assert session.moment.story.bets[0].right == (1,)
    assert session.outcome() == outcome
    with pytest.raises(Impossible):
        session.do(answer)
    recording = decode_recording(encode_recording(record(session)), "play")
    assert replay(recording).moment.story == session.moment.story


def test_a_save_keeps_the_story_and_one_that_does_not_fit_begins_anew() -> None:
    session = play(rules=[{**ONCE_HURT, "then": [{"do": "heal", "who": "bob"}]}], goal={"win": {"time": 6}})
    session.do(HURT)
    session.step(30)
    opened = decode_save(encode_save(saved(session)), "save")
    assert opened.session.moment.story == session.moment.story
    opened.session.step(40)
    session.step(40)
    assert opened.session.moment.story == session.moment.story
    assert session.script.taken(play().moment).story == session.script.blank()
    moment = session.moment
    assert session.script.taken(moment) is moment
    for wrong in ({"by": "loss", "place": 0}, {"by": "rule", "place": 1}, {"by": "goal", "stars": (0,)}):
        forged = msgspec.structs.replace(moment.story, decided=Decided(tick=1, outcome="lost", **wrong))
        assert session.script.taken(replaced(moment, story=forged)).story == session.script.blank()


def test_worlds_that_are_asked_what_if_follow_goal_and_rules_as_the_play_does() -> None:
    rules = [{**ONCE_HURT, "then": [{"do": "heal", "who": "bob"}]}]
    goal = {"win": {"felt": "bob", "max": -0.1}, "within": 4}
    session = play(rules=rules, goal=goal)
    session.do(HURT)
    session.step(5)
    asked = (Measure(name="goal", of=Goal()),)
    origin = Origin(session, 0)
    forks = [forked(origin.play, variation) for variation in (Variation(seed=session.seed), Variation(without=(0,)))]
    batch = Batch(origin.job(forks, asked, 50))
    while not batch.done:
        batch.step()
    alike, spared = batch.rows()
    session.step(45)
    assert alike.digest == session.world.digest()
    assert (alike.values[0, 0], spared.values[0, 0]) == (1.0, -1.0)
