"""What just happened is told by names, and only what the records say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from msgspec.structs import replace

from sandbox.engine.causes import Causes, Record
from sandbox.engine.options import INDEX
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced
from sandbox.scenario.library import find_level
from sandbox.scenario.load import decode_level, load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.story import beats as told
from sandbox.session.story.beats import beats
from sandbox.session.story.led_to import Past, past_of

if TYPE_CHECKING:
    from sandbox.session.story.beat import Beat

NAMES = ("Ann", "Bob", "Cy", "Dee")


def square(**more: object) -> Session:
    """Return a session of four friends around Bob, Dee behind a wall."""
    people = [{"id": name.lower(), "name": name, "x": 8 + 3 * place, "y": 8} for place, name in enumerate(NAMES)]
    people[3] |= {"x": 29, "y": 19}
    level = {
        "schema_version": 2,
        "id": "square",
        "title": "Square",
        "hook": "Friends.",
        "map": {"width": 30, "height": 20, "walls": [{"x1": 24, "y1": 0, "x2": 24, "y2": 20}]},
        "people": people,
        "ties": [{"from": "ann", "to": "bob", "mutual": True, "affinity": 0.9, "importance": 0.9}],
    }
    return Session(decode_level(json.dumps(level | more).encode(), "square.json"))


def played(session: Session, seconds: int) -> tuple[Beat, ...]:
    session.step(10 * seconds)
    return beats(session.world, session.level, session.tick)


def test_who_hurt_whom_and_who_helped_first_are_as_the_records_have_it() -> None:
    session = square()
    session.step(10)
    session.do(Happening(do="hurt", who="bob", amount=0.8))
    found = played(session, 20)
    assert [beat.tick for beat in found] == sorted(beat.tick for beat in found)
    assert len(found) <= told.MOST
    helps = [
        record
        for record in session.world.causes.since(0)
        if record.kind == "chose" and record.whom == 1 and record.detail in {INDEX["help"], INDEX["comfort"]}
    ]
    first = next((beat for beat in found if beat.key == "beat.help.first"), None)
    assert (first is None) == (not helps)
    if first is not None:
        assert first.sentence == f"{NAMES[helps[0].who]} set out first to help Bob."
        assert first.tick == helps[0].tick


def test_a_friend_who_can_neither_see_nor_hear_it_has_noticed_nothing() -> None:
    friend = {"from": "bob", "mutual": True, "affinity": 0.9, "importance": 0.9}
    session = square(ties=[{**friend, "to": "ann"}, {**friend, "to": "dee"}])
    session.step(10)
    session.do(Happening(do="hurt", who="bob", amount=0.8))
    found = played(session, 8)
    unseen = next(beat for beat in found if beat.key == "beat.unseen")
    assert unseen.sentence == "Dee noticed nothing of Bob."
    session.step(10)
    later = beats(session.world, session.level, session.tick - 10)
    assert "beat.unseen" not in {beat.key for beat in later}  # What was so then is not known any more.


def test_that_a_stranger_noticed_nothing_is_told_only_where_nobody_noticed_anything() -> None:
    for near, sentences in ((True, []), (False, ["Dee noticed nothing of Bob."])):
        session = square()
        people = session.level.people
        level = replace(session.level, people=people if near else [people[1], people[3]], ties=[])
        session = Session(level)
        session.step(10)
        session.do(Happening(do="hurt", who="bob", amount=0.8))
        session.step(60)
        past = past_of(session.world, level, session.tick)
        found = [beat for pattern in told.PATTERNS for beat in pattern(past)]
        assert [beat.sentence for beat in found if beat.key == "beat.unseen"] == sentences


def test_who_was_first_is_not_said_where_the_beginning_is_forgotten() -> None:
    session = square()
    session.do(Happening(do="hurt", who="bob", amount=0.8))
    session.step(200)
    world = session.world
    assert any(beat.key.startswith("beat.help") for beat in beats(world, session.level, session.tick))
    forgotten = replaced(world, causes=Causes.after(world.causes.count))
    assert beats(forgotten, session.level, session.tick) == ()


def test_where_nothing_happened_nothing_is_told() -> None:
    assert played(square(), 3) == ()


def test_nobody_is_said_to_have_helped_who_was_not_hurt_and_none_before_the_end() -> None:
    session = square(people=[{"id": "bob", "name": "Bob", "x": 5, "y": 5}], ties=[])
    session.do(Happening(do="hurt", who="bob", amount=0.8))
    session.step(60)
    found = beats(session.world, session.level, session.tick)
    assert [beat.sentence for beat in found] == ["Bob got hurt.", "Nobody set out to help Bob."]
    assert beats(session.world, session.level, 0) == ()


@pytest.mark.parametrize(("level", "seed"), [("120-look-away", 1), ("120-look-away", 5), ("006-next-please", 1)])
def test_what_is_told_is_so_in_the_world_of_its_moment(level: str, seed: int) -> None:
    session = Session(replace(load_level(find_level(level)), tools=None), seed=seed)
    session.step(20)
    for number in range(3):
        person = session.level.people[(seed + number) % len(session.level.people)]
        session.do(Happening(do="hurt", who=person.id, amount=0.9))
        session.step(150)
    past = past_of(session.world, session.level, session.tick)
    assert past.whole
    assert len(session.world.causes.since(0)) == session.world.causes.count > 200
    found = [beat for pattern in told.PATTERNS for beat in pattern(past)]
    assert {beat.key for beat in beats(session.world, session.level, session.tick)} <= {beat.key for beat in found}
    for beat in found:
        session.seek(beat.tick + 1)
        world, row = session.world, NOBODY
        if beat.subject.whom != NOBODY:
            (row,) = world.links.rows(np.array([beat.subject.who]), np.array([beat.subject.whom])).tolist()
        match beat.key:
            case "beat.enemy":
                assert world.ties.affinity[row] < -world.params.friend_line
            case "beat.thing":
                assert world.ties.personhood[row] < 1 / 2
            case "beat.fake.worse":
                assert world.people.pretence[beat.subject.whom] < 0
                assert world.ties.believed[row] <= -told.BELIEVED
            case "beat.averted" | "beat.help.first" | "beat.unkind":
                assert world.people.option_on[beat.subject.who] in beat.people
            case _:
                assert all(world.people.present[list(beat.people)] > 0)


def test_three_who_blame_the_same_one_are_a_cascade_and_two_are_none() -> None:
    session = square()
    session.step(60)

    def blamed(who: int, tick: int) -> Record:
        return Record(1000 + who, tick, "blamed", 1, who, 1, 0.3, (), (), own=False)

    for verdicts, sentences in (
        ([blamed(0, 10), blamed(2, 12), blamed(3, 31)], ["Ann, Cy and Dee blamed Bob within 3 seconds."]),
        ([blamed(0, 10), blamed(2, 12), blamed(3, 59)], []),
        ([blamed(0, 10), blamed(0, 11), blamed(2, 12)], []),
    ):
        past = Past(session.world, session.level, 60, verdicts, whole=True, sufferer=-1, since=-1)
        assert [beat.sentence for beat in told.cascade(past)] == sentences
