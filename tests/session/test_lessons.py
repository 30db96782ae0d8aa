"""The pages of the theory: their scenes show what they say, and no longer where the drive behind it is off."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest

from sandbox.engine.mechanisms import MECHANISMS
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.folders import THEORY
from sandbox.scenario.language import texts
from sandbox.scenario.library import campaign_files
from sandbox.scenario.load import load_level
from sandbox.session.lessons import LESSONS, latest, lesson_of
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from sandbox.ui.course.demo import HASTE, SECONDS

if TYPE_CHECKING:
    from sandbox.engine.causes import Record

PARTS = ("title", "sentence", "scene", "essay", "assumed", "unknown")
WITHOUT = {
    "T4": "sympathy",
    "T5": "sympathy",
    "T7": "principles",
    "T8": "look_away",
    "T9": "see_thing",
    "T13": "sympathy",
    "T14": "learning",
    "T16": "sympathy",
    "T17": "suspect",
    "T18": "typical_mind",
    "T20": "sympathy",
    "T25": "judgement",
    "T31": "envy",
    "T32": "gossip",
}
"""What each scene would not show without; T1, T15, T21 and T28 have tests of their own."""


@cache
def played(lesson: str, off: frozenset[str] = frozenset()) -> Session:
    """Return the end of a scene, which nobody may play on."""
    session = Session(load_level(THEORY / f"{lesson}.json"), off=off)
    session.step(round(SECONDS * HASTE.get(lesson, 1.0) * TICKS_PER_SECOND))
    return session


def feelings(session: Session) -> list[tuple[str, bool]]:
    """List who felt what, and whether it pleased."""
    felt: list[Record] = [record for record in session.world.causes.since(0) if record.kind == "felt"]
    return [(STREAMS[record.detail], record.value > 0) for record in felt]


def test_every_page_is_of_a_mechanism_and_has_all_its_words_and_a_scene() -> None:
    assert LESSONS.keys() <= {mechanism.id for mechanism in MECHANISMS}
    assert {f"lesson.{lesson}.{part}" for lesson in LESSONS for part in PARTS} <= texts().keys()
    assert {path.stem for path in THEORY.glob("*.json")} == LESSONS.keys()


def test_every_stop_of_the_campaign_has_a_page_of_what_it_teaches_first() -> None:
    stops = [json.loads(path.read_bytes()) for path in campaign_files()]
    assert len(stops) >= 16
    assert {stop["teaching"]["mechanisms"][0] for stop in stops} <= LESSONS.keys()


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_scene_shows_it_and_cards_about_it_lead_to_a_page(lesson: str) -> None:
    session = played(lesson)
    found = latest(session.world, lesson)
    assert found is not None
    assert found.subject.who >= 0
    assert lesson_of(session.world, session.why(found.subject)) in LESSONS


@pytest.mark.parametrize(("lesson", "drive"), WITHOUT.items())
def test_without_its_drive_the_scene_does_not_show_it(lesson: str, drive: str) -> None:
    assert latest(played(lesson, frozenset({drive})).world, lesson) is None


def test_the_first_scene_shows_a_friend_in_pain_and_an_enemy_in_glee() -> None:
    assert {("sympathy", False), ("schadenfreude", True)} <= set(feelings(played("T1")))
    assert ("sympathy", False) not in feelings(played("T1", frozenset({"sympathy"})))
    assert ("schadenfreude", True) not in feelings(played("T1", frozenset({"schadenfreude"})))


def chosen(session: Session) -> set[tuple[str, str, str]]:
    """List who chose what about whom."""
    names = [person.id for person in session.level.people]
    return {
        (names[record.who], OPTIONS[record.detail].name, names[record.whom])
        for record in session.world.causes.since(0)
        if record.kind == "chose" and record.whom >= 0
    }


@pytest.mark.parametrize(
    ("lesson", "deed", "drive", "done"),
    [
        ("T15", ("ann", "look_away", "bob"), "love", (False, True)),
        ("T15", ("cy", "look_away", "bob"), "love", (True, True)),
        ("T21", ("ann", "help", "ned"), "sympathy", (True, False)),
        ("T28", ("eve", "comfort", "bob"), "approval", (True, False)),
    ],
)
def test_what_somebody_does_in_a_scene_hangs_on_its_drive(
    lesson: str, deed: tuple[str, str, str], drive: str, done: tuple[bool, bool]
) -> None:
    assert (deed in chosen(played(lesson)), deed in chosen(played(lesson, frozenset({drive})))) == done


def test_half_a_hand_is_blamed_by_all_who_saw_it_and_whoever_never_came_by_nobody() -> None:
    session = played("T25")
    names = [person.id for person in session.level.people]
    blamed = [
        (names[record.who], names[record.whom]) for record in session.world.causes.since(0) if record.kind == "blamed"
    ]
    assert set(blamed) == {("bob", "alice"), ("gus", "alice")}


def test_hearsay_is_all_that_the_last_to_come_has_against_anybody() -> None:
    session = played("T32")
    names = [person.id for person in session.level.people]
    said = [(record.kind, names[record.whom]) for record in session.world.causes.since(0) if names[record.who] == "cy"]
    assert ("told", "rex") in said
    assert "blamed" not in {kind for kind, _ in said}


def test_a_blow_is_no_half_hand_and_a_joy_no_pain() -> None:
    session = played("T32")
    blow = session.why(next(Subject("blame", one.who, one.whom, one.id) for one in _of(session, "blamed")))
    assert lesson_of(session.world, blow) != "T25"
    joy = played("T5")
    glad = next(one for one in _of(joy, "felt") if STREAMS[one.detail] == "sympathy" and one.value > 0)
    assert lesson_of(joy.world, joy.why(Subject("person", glad.who, glad.whom, glad.id))) == "T5"


def _of(session: Session, kind: str) -> list[Record]:
    return [record for record in session.world.causes.since(0) if record.kind == kind]


def test_in_a_game_in_which_nothing_happened_nothing_is_found() -> None:
    session = Session(load_level(THEORY / "T13.json"))
    session.step(1)
    assert all(latest(session.world, lesson) is None for lesson in LESSONS)
