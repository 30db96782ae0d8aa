"""What a goal wants is told before all else that happened, and what has nothing to do with it after."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
from sandbox.session.story import beats as told
from sandbox.session.story.good_turns import mended, thanked
from sandbox.session.story.led_to import past_of
from tests.session.story.test_patterns import found, tie


def proved(level: str) -> Session:
    """Return a shipped level at its end, played as its proof does."""
    session = _proved(level)
    session.seek(session.latest_tick)
    return session


@cache
def _proved(level: str) -> Session:
    session = Session(load_level(find_level(level)))
    assert session.level.proof is not None
    for command in session.level.proof.commands:
        session.step(round(command.at * 10) - session.tick)
        session.do(command)
    while session.outcome() == "open":
        session.step()
    return session


def test_whom_the_goal_wants_thanked_is_told_of_before_others_who_are() -> None:
    session = proved("004")
    assert session.outcome() == "won"
    sentences = [beat.sentence for beat in told.beats(session.world, session.level, session.tick)]
    assert "Fay helped Bob, and Bob gave Fay credit for it." in sentences
    past = past_of(session.world, session.level, session.tick)
    assert [beat.sentence for beat in thanked(past) if "Fay" not in beat.sentence] == [
        "Eve helped Bob, and Bob, Gus and Dee gave Eve credit for it."
    ]
    found(session, "beat.thanked")
    assert tie(session, "bob", "eve", "credit") > 0.1


def test_a_won_card_says_whose_help_it_was_though_others_set_out_before() -> None:
    session = proved("002")
    sentences = [beat.sentence for beat in told.beats(session.world, session.level, session.tick)]
    assert sentences == [
        "Fay, Gus and Hal noticed nothing of Bob.",
        "Ann, Cy and Lou turned away from Bob.",
        "Dee helped Bob feel better.",
    ]
    past = past_of(session.world, session.level, session.tick)
    first = next(beat for pattern in told.PATTERNS for beat in pattern(past) if beat.key == "beat.help.first")
    assert first.sentence != "Dee set out first to help Bob."
    dee, bob = (next(row for row, one in enumerate(session.level.people) if one.id == name) for name in ("dee", "bob"))
    assert dee not in {beat.people[-1] for beat in thanked(past)}
    assert session.world.people.relieved[dee] > 1 / 2
    assert session.world.people.felt[bob] > -told.BELIEVED


def test_who_helped_after_all_is_not_said_to_have_left_it() -> None:
    session = Session(load_level(find_level("004")))
    session.step(330)
    past = past_of(session.world, session.level, session.tick)
    left = next(beat for pattern in told.PATTERNS for beat in pattern(past) if beat.key == "beat.left")
    alice, bob = left.people[0], past.sufferer
    people = past.world.people
    felt, relieved, involved = people.felt.copy(), people.relieved.copy(), people.involved.copy()
    felt[bob], relieved[alice], involved[alice] = 0, 1, bob
    better = past.world.with_people(felt=felt, relieved=relieved, involved=involved)
    found = [beat for pattern in told.PATTERNS for beat in pattern(past._replace(world=better))]
    assert "Alice helped Bob feel better." in {beat.sentence for beat in found}
    assert not [beat for beat in found if beat.key == "beat.left" and beat.people[0] == alice]


def test_nobody_is_said_to_have_helped_while_there_is_pain() -> None:
    session = proved("002")
    earlier = past_of(session.world, session.level, session.tick - 1)  # What was so then is not known any more.
    assert not [*mended(earlier)]
    session.seek(140)
    past = past_of(session.world, session.level, session.tick)
    assert session.world.people.felt[past.sufferer] < -told.BELIEVED
    assert {"Dee"} <= {past.name(record.who) for record in past.chose(past.sufferer, "answers_need")}
    assert not [*mended(past)]


def test_who_has_to_know_by_hearsay_is_told_of_before_all_others_who_are_told() -> None:
    session = proved("005")
    best = max(told.tale(past_of(session.world, session.level, session.tick)), key=lambda beat: beat.weight)
    assert best.sentence == "Ann spoke ill of Rex, and Cy believed it."
    assert best.sentence in {beat.sentence for beat in told.beats(session.world, session.level, session.tick)}


def test_a_false_face_of_one_whom_it_is_not_about_goes_after_what_befell_whom_it_is_about() -> None:
    session = proved("002")
    past = past_of(session.world, session.level, session.tick)
    found = [beat for pattern in told.PATTERNS for beat in pattern(past)]
    false = [beat for beat in found if beat.key == "beat.fake.worse"]
    assert {beat.people[0] == past.sufferer for beat in false} == {False}
    hurt = next(beat for beat in found if beat.key == "happening.hurt.did")
    assert max(beat.weight for beat in false) < hurt.weight


def test_in_whose_eyes_the_goal_wants_people_seen_as_such_is_told_before_others() -> None:
    level = load_level(find_level("006"))
    seer = Session(level)
    seer.step(300)
    goal = level.goal
    assert goal is not None
    free = Session(replace(level, goal=None))
    free.step(300)
    weights = []
    for session in (seer, free):
        past = past_of(session.world, session.level, session.tick)
        found = [beat for pattern in told.PATTERNS for beat in pattern(past)]
        weights.append(
            {beat.people[0]: beat.weight for beat in found if beat.key == "beat.thing" and "Carl" in beat.sentence}
        )
    assert weights[0].keys() == weights[1].keys() != set()
    assert all(weights[0][name] > weights[1][name] for name in weights[0])


def test_whoever_sees_people_again_where_things_were_is_told_of() -> None:
    session = proved("006")
    assert session.outcome() == "won"
    beat = found(session, "beat.again")
    assert beat.sentence == "Cleo saw a person again in Amy."
    assert tie(session, "cleo", "amy", "personhood") > 1 / 2
    session.seek(beat.tick - 10)
    assert tie(session, "cleo", "amy", "personhood") < 1 / 2
