"""Why: at most five cards, each of them a record, ending where it began. Property 2 of the model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.choose import odds
from sandbox.engine.imagine import TERMS
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced
from sandbox.scenario.language import text_of
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.why.cards import Card, Subject
from sandbox.session.why.chain import ILL, MOST_CARDS, explain
from tests.scenario.small import load, small
from tests.session.play import level

if TYPE_CHECKING:
    from sandbox.engine.world import World

BOB = 0
HURT_TICK = 30
ROUNDED = 1e-6
"""How exactly records keep numbers."""


@dataclass(frozen=True)
class Asked:
    """One answer and the moment in which it was given."""

    world: World
    subject: Subject
    cards: tuple[Card, ...]


@cache
def look_away_day() -> tuple[Session, tuple[Asked, ...]]:
    """Bob is hurt among his friends; every second everybody is asked about everything."""
    session, answers = Session(level("look-away")), []
    session.step(HURT_TICK)
    session.do(Happening(do="hurt", who="bob"))
    people = range(len(session.level.people))
    while session.tick < HURT_TICK + 150:
        session.step(10)
        subjects = [Subject("person", who) for who in people]
        subjects += [
            Subject(kind, who, whom) for kind in ("look", "tie") for who in people for whom in people if who != whom
        ]
        answers += [Asked(session.world, subject, session.why(subject)) for subject in subjects]
    return session, tuple(answers)


def test_every_question_has_one_to_five_cards() -> None:
    _, answers = look_away_day()
    assert {1, MOST_CARDS - 1} <= {len(asked.cards) for asked in answers} <= set(range(1, MOST_CARDS + 1))
    assert MOST_CARDS == 5


def test_every_number_on_a_card_is_the_one_in_the_record() -> None:
    recorded = 0
    for asked in look_away_day()[1]:
        for card in asked.cards:
            if card.cause == NOBODY:
                continue
            record = asked.world.causes[card.cause]
            recorded += 1
            assert (card.value, card.tick, card.who, card.whom) == (record.value, record.tick, record.who, record.whom)
            assert card.key.split(".")[0].removesuffix("_nobody").removesuffix("_by") == record.kind
            assert card.slots["value"] == f"{record.value:+z.2f}"
    assert recorded > 100


def test_every_card_rests_on_older_ones() -> None:
    for asked in look_away_day()[1]:
        causes = [card.cause for card in asked.cards if card.cause != NOBODY]
        assert causes == sorted(causes, reverse=True)
        assert len(set(causes)) == len(causes)


def test_every_card_can_be_said() -> None:
    for asked in look_away_day()[1]:
        for card in asked.cards:
            sentence = text_of(f"why.{card.key}", **card.slots)
            assert "{" not in sentence
            assert sentence[-1] in ".!?"


def test_every_choice_shows_the_options_that_were_weighed_and_adds_up() -> None:
    choices = [card for asked in look_away_day()[1] for card in asked.cards if card.options]
    assert len(choices) > 10
    for card in choices:
        chosen = [option for option in card.options if option.chosen]
        assert [option.name for option in chosen] == [card.key.split(".")[1]]
        assert chosen[0].value == pytest.approx(card.value, abs=ROUNDED)
        values = [option.value for option in card.options]
        assert values == sorted(values, reverse=True)
        for option in card.options:
            assert tuple(option.streams) == TERMS
            assert sum(option.streams.values()) == pytest.approx(option.value, abs=ROUNDED)
        assert {"stay"} <= {option.name for option in card.options}
        chances = [option.chance for option in card.options]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) == pytest.approx(1)


def test_what_pulled_is_told_and_only_what_nothing_pulled_to_is_a_whim() -> None:
    """Whoever looks away although doing nothing felt better was pulled all the same, if it was twice as likely so."""
    torn = 0
    for asked in look_away_day()[1]:
        for card in (card for card in asked.cards if card.options):
            chosen = next(option for option in card.options if option.chosen)
            others = [option for option in card.options if not option.chosen]
            other = next((option for option in others if option.name == "stay"), others[0])
            ahead = {term: chosen.streams[term] - other.streams[term] for term in TERMS}
            unpulled = chosen.value - sum(value for value in ahead.values() if value > 0)
            likely, by_chance = odds(np.array([chosen.value, unpulled]), asked.world.params)
            assert (card.gain == "") == (likely < 2 * by_chance)
            assert not card.gain or ahead[card.gain] == max(ahead.values())
            assert card.torn == (other.value > chosen.value)
            torn += card.torn and card.gain != ""
    assert torn


def test_the_first_look_away_comes_soon_and_goes_back_to_what_the_player_did() -> None:
    """Within 15 seconds after the hurt somebody averts their eyes from Bob, and five questions lead to the hurt."""
    _, answers = look_away_day()
    averted = [
        asked
        for asked in answers
        if asked.subject.kind == "look" and asked.subject.whom == asked.world.people.avoiding[asked.subject.who] == BOB
    ]
    assert averted
    for asked in averted:
        first, last = asked.cards[0], asked.cards[-1]
        assert (first.key, first.who) == ("chose.look_away", asked.subject.who)
        assert (last.key, last.who, last.tick) == ("happened.hurt", BOB, HURT_TICK)
        weighed = {option.name: option.streams["sympathy"] for option in first.options}
        assert weighed["look_away"] > weighed["stay"]


def test_of_a_long_chain_the_effect_and_the_first_causes_are_told() -> None:
    session = Session(level("look-away"))
    session.do(Happening(do="hurt", who="bob"))
    session.step()
    world, first = session.world, session.world.causes[0]
    causes, last = world.causes, 0
    for number in range(8):
        who, whom = 1 + number // 2 % 2, number // 4 * 3
        kind = "felt" if number % 2 else "saw"
        causes, ids = causes.add(tick=2 + number, kind=kind, who=who, whom=whom, parents=((last, 1.0),))
        last = int(ids[0])
    told = last - 7
    chained = replaced(world, causes=causes).with_people(why_felt=np.full(6, last), why_body=np.full(6, NOBODY))
    cards = explain(chained, session.level, Subject("person", 1))
    assert [card.cause for card in cards] == [last, last - 1, last - 2, told, first.id]


def test_what_comes_round_again_is_told_once() -> None:
    session = Session(level("look-away"))
    session.do(Happening(do="hurt", who="bob"))
    session.step()
    causes, last = session.world.causes, 0
    for number in range(8):
        kind = "felt" if number % 2 else "saw"
        causes, ids = causes.add(tick=2 + number, kind=kind, who=1, whom=BOB, parents=((last, 1.0),))
        last = int(ids[0])
    chained = replaced(session.world, causes=causes).with_people(why_felt=np.full(6, last), why_body=np.full(6, NOBODY))
    cards = explain(chained, session.level, Subject("person", 1))
    assert [card.cause for card in cards] == [last, 2, 0]


def test_before_anything_happens_there_is_nothing_to_explain_that_happened() -> None:
    session = Session(level("look-away"))
    session.step()
    for who in range(6):
        cards = session.why(Subject("person", who))
        assert not [card for card in cards if card.key.startswith("happened")]
        assert text_of(f"why.{cards[0].key}", **cards[0].slots)


def test_what_is_said_of_a_look_is_where_the_eyes_are() -> None:
    session, looks = Session(level("look-away")), {"look.at": 0, "look.mind": 0}
    session.step(HURT_TICK)
    session.do(Happening(do="hurt", who="bob"))
    for _ in range(60):
        session.step(11)
        for who in range(1, len(session.level.people)):
            first = session.why(Subject("look", who, BOB))[0]
            if first.key in looks:
                looks[first.key] += 1
                assert (session.world.people.gaze[who] == BOB) == (first.key == "look.at")
    assert all(looks.values())


def test_a_look_that_is_drawn_as_averted_is_explained_as_averted() -> None:
    session, asked = Session(level("look-away")), 0
    session.step(HURT_TICK)
    session.do(Happening(do="hurt", who="bob"))
    for _ in range(150):
        session.step()
        for who in np.flatnonzero(session.frame().averted == BOB).tolist():
            asked += 1
            assert session.why(Subject("look", who, BOB))[0].key == "chose.look_away"
    assert asked > 50


def test_a_cake_is_no_reason_for_pain() -> None:
    session = Session(level("open-square"))
    session.do(Happening(do="hurt", who="bob"))
    session.step(20)
    session.do(Happening(do="gift", who="bob"))
    for _ in range(40):
        session.step(10)
        assert session.world.people.wound[BOB] >= ILL or session.tick > 100
        for who in range(len(session.level.people)):
            for kind, whom in (("person", NOBODY), ("look", BOB), ("tie", BOB)):
                cards = session.why(Subject(kind, who, whom)) if who != whom else ()
                for above, card in pairwise(cards):
                    sad = above.key in {"saw", "heard"} and above.whom == card.who and above.value < 0
                    assert not (sad and card.key == "happened.gift")
        if session.world.people.wound[BOB] >= ILL and session.world.people.option[BOB] == 0:
            assert session.why(Subject("person", BOB))[0].key != "happened.gift"


@pytest.mark.parametrize("kind", ["gift", "triumph", "drops"])
def test_whoever_is_seen_in_pain_is_not_so_for_the_pleasant_thing_that_came_after(kind: str) -> None:
    session, reasons = Session(load(small(happenings=[]))), set[str]()
    session.do(Happening(do="hurt", who="bob", amount=0.9))
    session.step(20)
    session.do(Happening(do=kind, who="bob"))
    ann, bob, cy = range(3)
    for _ in range(30):
        session.step()
        for subject in (Subject("look", ann, bob), Subject("look", cy, bob), Subject("tie", cy, bob)):
            for seen, reason in pairwise(session.why(subject)):
                if seen.key in {"saw", "heard"} and seen.whom == bob and seen.value < 0:
                    reasons.add(reason.key)
    assert reasons == {"happened.hurt"}


def test_whoever_looks_like_a_thing_became_one_by_her_looks() -> None:
    session = Session(level("open-square"))
    for cue, on in (("mask", True), ("label", True), ("uniform", True), ("name", False), ("face", False)):
        session.do(Happening(do="cue", who="bob", cue=cue, on=on))
    session.step(2)
    world = session.world
    things = [record for record in world.causes.since(0) if record.kind == "dehumanized"]
    assert things
    for record in things:
        assert [world.causes[parent].kind for parent in record.parents] == ["happened"]


@pytest.mark.parametrize(
    ("being", "state", "trouble"),
    [
        ("person", {"wound": 0.4}, "wounded"),
        ("person", {"illness": 0.4}, "ill"),
        ("doll", {"pretence": -0.8}, "painted"),
    ],
)
def test_a_look_at_what_has_ailed_somebody_from_the_start_ends_there(
    being: str, state: dict[str, float], trouble: str
) -> None:
    ann = {"id": "ann", "name": "Ann", "x": 5, "y": 4, "facing": "cy"}
    cy = {"id": "cy", "name": "Cy", "x": 7, "y": 4, "being": being, "body": state}
    ties = [{"from": "ann", "to": "cy", "affinity": 0.8, "importance": 0.8}]
    session = Session(load(small(people=[ann, cy], ties=ties, happenings=[])))
    session.step(20)
    seen = next(one for one in session.world.causes.since(0) if one.kind == "saw" and one.value < 0)
    assert session.why(Subject("person", seen.who, seen.whom, seen.id))[-1].key == trouble
