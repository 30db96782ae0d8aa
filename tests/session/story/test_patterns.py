"""Every pattern of what just happened is found in a world that was played, and is so in the world of its moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from sandbox.engine.options import OPTIONS
from sandbox.scenario.library import find_level
from sandbox.scenario.load import decode_level, load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.story import beats as told
from sandbox.session.story.led_to import past_of

if TYPE_CHECKING:
    from sandbox.session.story.beat import Beat

LOYAL = {"affinity": 0.8, "importance": 0.9}


def person(name: str, x: float, y: float, **more: object) -> dict[str, object]:
    facing = {} if name == "Bob" else {"facing": "bob"}
    return {"id": name.lower(), "name": name, "x": x, "y": y, **facing, **more}


def played(people: list[dict[str, object]], ties: list[dict[str, object]], seed: int, **more: object) -> Session:
    """Play a level of these people for 25 seconds."""
    size = {"width": 24, "height": 16}
    level: dict[str, Any] = {"id": "told", "title": "Told", "hook": "", "map": size, "people": people, "ties": ties}
    session = Session(decode_level(json.dumps({"schema_version": 2, **level, **more}).encode(), "told.json"), seed=seed)
    session.step(250)
    return session


def found(session: Session, key: str) -> Beat:
    """Return what is told of a play-through by one key, and go to the moment after it."""
    past = past_of(session.world, session.level, session.tick)
    assert past.whole
    beat = next(beat for pattern in told.PATTERNS for beat in pattern(past) if beat.key == key)
    session.seek(beat.tick + 1)
    return beat


def tie(session: Session, one: str, other: str, column: str) -> float:
    """Return a column of the tie from one person to another, now."""
    rows = {person.id: row for row, person in enumerate(session.level.people)}
    ties = session.world.ties
    row = (ties.observer == rows[one]) & (ties.target == rows[other])
    return float(getattr(ties, column)[row].item())


def test_three_who_saw_a_blow_blame_who_struck_it() -> None:
    people = [person("Bob", 12, 8), person("Rex", 14, 8), person("Ann", 12, 5), person("Cy", 10, 6)]
    ties: list[dict[str, object]] = [{"from": name, "to": "bob", **LOYAL} for name in ("ann", "cy", "dee")]
    blow = [{"do": "hurt", "at": 1, "who": "bob", "by": "rex"}]
    session = played([*people, person("Dee", 10, 10)], ties, 3, happenings=blow)
    beat = found(session, "beat.cascade")
    assert beat.sentence == "Bob, Ann and Cy blamed Rex within 3 seconds."
    session.seek(beat.tick + told.CASCADE_TICKS)
    assert all(tie(session, name, "rex", "blame") > 0.1 for name in ("bob", "ann", "cy"))


def test_who_leaves_somebody_they_had_begun_to_help_is_blamed_and_who_never_came_is_not() -> None:
    session = Session(load_level(find_level("004")))
    session.step(330)
    beat = found(session, "beat.left")
    assert beat.sentence == "Alice stopped helping Bob: Bob and Dee blamed Alice."
    assert tie(session, "bob", "alice", "blame") > 0.1 > tie(session, "bob", "ned", "blame")


def test_who_saw_nothing_believes_a_friend_and_that_goes_before_what_eyewitnesses_tell_each_other() -> None:
    session = Session(load_level(find_level("005")))
    assert session.level.proof is not None
    for command in session.level.proof.commands:
        session.step(round(command.at * 10) - session.tick)
        session.do(command)
    session.step(60)
    past = past_of(session.world, session.level, session.tick)
    tales = sorted(told.tale(past), key=lambda beat: -beat.weight)
    assert tales[0].sentence == "Ann spoke ill of Rex, and Cy believed it."
    assert {beat.sentence for beat in tales if beat.weight < tales[0].weight} == {
        "Bob spoke ill of Rex, and Ann believed it."
    }
    session.seek(tales[0].tick + 1)
    assert tie(session, "cy", "rex", "blame") > 0 == tie(session, "cy", "rex", "witnessed")


def test_who_turns_away_from_a_friend_in_pain_makes_an_enemy() -> None:
    weak = {"competence": 0.05}
    cold = {"sympathy": 0.9, "competence": 0.02, "approval": 0.1, "anxiety": 0}
    people = [person("Bob", 12, 8), person("Cy", 14, 8, traits=cold), person("Ann", 12, 5, traits=weak)]
    ties: list[dict[str, object]] = [{"from": name, "to": "bob", **LOYAL} for name in ("ann", "cy", "dee")]
    ties += [{"from": name, "to": "cy", "affinity": -0.1} for name in ("ann", "dee", "bob")]
    hurt = [{"do": "hurt", "at": at, "who": "bob"} for at in (1, 9)]
    session = played([*people, person("Dee", 10, 7, traits=weak)], ties, 1, happenings=hurt)
    beat = found(session, "beat.enemy")
    assert beat.sentence == "Cy turned away from Bob, and Bob turned against Cy."
    assert tie(session, "bob", "cy", "affinity") < -session.world.params.friend_line
    session.seek(0)
    assert tie(session, "bob", "cy", "affinity") > -session.world.params.friend_line


def test_more_pain_than_there_is_is_believed() -> None:
    sly = person("Bob", 4, 6, facing="ann", traits={"sympathy": 0.05, "approval": 0})
    ties: list[dict[str, object]] = [
        {"from": "bob", "to": "ann", "affinity": 0.5},
        {"from": "ann", "to": "bob", "affinity": 0.6, "importance": 0.7},
        {"from": "cy", "to": "bob", "affinity": 0.3},
    ]
    session = played([sly, person("Ann", 8, 6), person("Cy", 5, 9)], ties, 2)
    beat = found(session, "beat.fake.worse")
    assert beat.sentence == "Bob feigned worse pain, and Ann believed it."
    assert session.world.people.pretence[0] < 0
    assert tie(session, "ann", "bob", "believed") < -told.BELIEVED < session.world.people.felt[0]


def test_less_pain_than_there_is_is_believed() -> None:
    brave = person("Bob", 4, 6, facing="ann", body={"illness": 0.9}, traits={"playfulness": 0, "expressiveness": 0.45})
    foes: list[dict[str, object]] = [{"from": "bob", "to": "ann", "affinity": -0.8, "importance": 0.9, "mutual": True}]
    session = played([brave, person("Ann", 8, 6, traits={"spite": 1}), person("Cy", 6, 9)], foes, 1)
    beat = found(session, "beat.fake.better")
    assert beat.sentence == "Bob put on a brave face, and Cy believed it."
    assert session.world.people.pretence[0] > 0
    assert session.world.people.felt[0] < -0.5 < -told.BELIEVED < tie(session, "cy", "bob", "believed")


def test_who_says_sorry_is_blamed_less() -> None:
    calm = {"playfulness": 0}
    ties: list[dict[str, object]] = [
        {"from": "ann", "to": "bob", "affinity": 0.7, "importance": 0.8},
        {"from": "bob", "to": "ann", "affinity": 0.4, "importance": 0.8, "blame": 0.7},
    ]
    session = played([person("Ann", 8, 6, traits=calm), person("Bob", 11, 6, traits=calm)], ties, 1)
    beat = found(session, "beat.forgave")
    assert beat.sentence == "Ann said sorry, and Bob held less against Ann."
    assert tie(session, "bob", "ann", "blame") < 0.6


def test_whoever_turns_away_long_after_the_others_is_not_told_of_with_them() -> None:
    session = Session(load_level(find_level("120")), seed=1)
    session.step(30)
    session.do(Happening(do="hurt", who="bob"))
    session.step(320)
    past = past_of(session.world, session.level, session.tick)
    turned = past.chose(past.sufferer, "averts", past.since)
    late = [
        one._replace(tick=one.tick + told.AVERTED_TICKS + 1) if one.id == turned[-1].id else one
        for one in past.records
        if one.kind != "chose" or one.who != turned[-1].who or one.id == turned[-1].id
    ]
    (beat,) = (
        beat for pattern in told.PATTERNS for beat in pattern(past._replace(records=late)) if beat.key == "beat.averted"
    )
    assert (*beat.people[:-1],) == tuple(one.who for one in turned[:-1])


@pytest.mark.parametrize(
    ("level", "who", "key", "sentence"),
    [
        ("006", "", "beat.thing", "Ben became a mere thing to Carl."),
        ("120", "bob", "beat.averted", "Dee, Cy and Ann turned away from Bob."),
        ("005", "", "beat.unkind", "Rex chose to hurt Bob."),
        (
            "examples/new-colleague",
            "",
            "beat.unseen",
            "Kay, Leo and Pia noticed nothing of Moe.",
        ),
    ],
)
def test_the_shipped_levels_tell_of_themselves(level: str, who: str, key: str, sentence: str) -> None:
    session = Session(load_level(find_level(level)), seed=1)
    session.step(30)
    if who:
        session.do(Happening(do="hurt", who=who))
    session.step(320)
    beat = found(session, key)
    assert beat.sentence == sentence
    row = None if beat.subject.whom < 0 else (beat.subject.who, beat.subject.whom)
    ids = [person.id for person in session.level.people]
    if key == "beat.thing":
        assert row is not None
        assert tie(session, ids[row[0]], ids[row[1]], "personhood") < 1 / 2
    elif key == "beat.unkind":
        assert OPTIONS[int(session.world.people.option[beat.subject.who])].unkind


def test_whoever_worries_is_told_to_be_sure_of_what_they_made_up() -> None:
    session = Session(load_level(find_level("017")))
    session.step(180)
    beat = found(session, "beat.sure")
    assert beat.sentence == "Ann was sure that Cy suffered."
    assert tie(session, "ann", "cy", "believed") < session.world.people.felt[beat.people[1]]


def test_blame_that_loses_the_game_is_told_with_what_it_is_for_and_no_other() -> None:
    session = Session(load_level(find_level("013")))
    while session.outcome() == "open":
        session.step()
    assert session.outcome() == "lost"
    last = told.beats(session.world, session.level, session.tick)[-1]
    assert last.sentence == "Bob and Cy blamed Nick, and this is why: Nick slips Bob happy drops."
    assert tie(session, "bob", "nick", "blame") > 0.1
    past = past_of(session.world, replace(session.level, goal=None), session.tick)
    assert not [beat for pattern in told.PATTERNS for beat in pattern(past) if beat.key == "beat.held"]


def test_no_pattern_is_left_out_here() -> None:
    tried = {
        "cascade",
        "_enemy",
        "_left",
        "_held",
        "tale",
        "_fake",
        "_thing",
        "_help",
        "_averted",
        "_unseen",
        "forgave",
        "thanked",
        "mended",
        "seen_again",
        "_began",
        "_unkind",
        "_sure",
    }
    assert {pattern.__name__ for pattern in told.PATTERNS} == tried
