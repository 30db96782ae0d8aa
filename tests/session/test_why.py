"""Why: at most five cards, each of them a record, ending where it began. Property 2 of the model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, get_args, get_type_hints

import numpy as np
import pytest

from sandbox.engine import pages
from sandbox.engine.causes import KINDS
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.imagine import TERMS
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered
from sandbox.engine.vocabulary import CIRCUIT_STREAMS
from sandbox.scenario.catalogue import say, slots_of, texts
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.why import MOST_CARDS, Card, Subject, explain
from tests.session.play import level

if TYPE_CHECKING:
    from sandbox.engine.world import World

BOB = 0
HURT_TICK = 30
TINY = 1e-6
"""How exactly tables keep the parts of a value."""
GIVEN = {"who", "whom", "about", "value"}


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
    assert {1, MOST_CARDS} <= {len(asked.cards) for asked in answers} <= set(range(1, MOST_CARDS + 1))
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
            assert card.slots["value"] == f"{record.value:+.2f}"
    assert recorded > 100


def test_every_card_rests_on_older_ones() -> None:
    for asked in look_away_day()[1]:
        causes = [card.cause for card in asked.cards if card.cause != NOBODY]
        assert causes == sorted(causes, reverse=True) or asked.cards[0].key in {"blamed", "estranged"}
        assert len(set(causes)) == len(causes)


def test_every_card_can_be_said() -> None:
    for asked in look_away_day()[1]:
        for card in asked.cards:
            sentence = say(f"why.{card.key}", **card.slots)
            assert "{" not in sentence
            assert sentence[-1] in ".!?"


def test_every_choice_shows_the_options_that_were_weighed_and_adds_up() -> None:
    choices = [card for asked in look_away_day()[1] for card in asked.cards if card.options]
    assert len(choices) > 10
    for card in choices:
        chosen = [option for option in card.options if option.chosen]
        assert [option.name for option in chosen] == [card.key.split(".")[1]]
        assert chosen[0].value == pytest.approx(card.value, abs=TINY)
        values = [option.value for option in card.options]
        assert values == sorted(values, reverse=True)
        for option in card.options:
            assert tuple(option.streams) == TERMS
            assert sum(option.streams.values()) == pytest.approx(option.value)
        assert {"stay"} <= {option.name for option in card.options}


def test_the_first_look_away_comes_soon_and_goes_back_to_what_the_player_did() -> None:
    """Within 15 seconds after the hurt somebody averts her eyes from Bob, and five questions lead to the hurt."""
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
        kind, who = ("felt", 1) if number % 2 else ("saw", 1)
        causes, ids = causes.add(tick=2 + number, kind=kind, who=who, whom=BOB, parents=((last, 1.0),))
        last = int(ids[0])
    told = last - 7
    chained = altered(world, causes=causes).with_people(why_felt=np.full(6, last), why_body=np.full(6, NOBODY))
    cards = explain(chained, session.level, Subject("person", 1))
    assert [card.cause for card in cards] == [last, last - 1, last - 2, told, first.id]


def test_a_chain_that_goes_back_too_far_ends_long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in (("FIRST_PAGE", 1), ("PAGE", 1), ("KEPT_RECORDS", 3)):
        monkeypatch.setattr(pages, name, number)
    session = Session(level("look-away"))
    causes, last = session.world.causes, NOBODY
    for number in range(9):
        causes, ids = causes.add(tick=number, kind="saw", who=1, whom=BOB, parents=((last, 1.0),))
        last = int(ids[0])
    since = np.array([last, last, 0, 0, 0, 0])
    world = altered(session.world, causes=causes).with_people(why_felt=since, why_option=np.full(6, 0))
    cards = explain(world, session.level, Subject("person", 1))
    assert [(card.key, card.cause) for card in cards] == [*(("saw", last - n) for n in range(3)), ("long_ago", NOBODY)]
    world = world.with_people(why_felt=np.full(6, 0), option=np.array([0, 0, 1, 0, 0, 0]), option_on=np.full(6, BOB))
    assert [card.key for card in explain(world, session.level, Subject("person", 2))] == ["long_ago"]
    world = world.with_people(option_on=np.full(6, NOBODY), option=np.zeros(6, np.int64))
    assert [card.key for card in explain(world, session.level, Subject("person", 3))] == ["nothing"]
    assert say("why.long_ago", **cards[-1].slots) == "That began so long ago that nobody remembers how."


def test_before_anything_happens_there_is_nothing_to_explain_that_happened() -> None:
    session = Session(level("look-away"))
    session.step()
    for who in range(6):
        cards = session.why(Subject("person", who))
        assert not [card for card in cards if card.key.startswith("happened")]
        assert say(f"why.{cards[0].key}", **cards[0].slots)


def keys() -> list[str]:
    """Every key that a card of a record can have."""
    happened = [f"happened{by}.{kind.name}" for kind in HAPPENINGS for by in ("", "_by")]
    chose = [f"chose{nobody}.{option.name}" for option in OPTIONS for nobody in ("", "_nobody")]
    felt = [f"felt.{stream}" for stream in CIRCUIT_STREAMS]
    return [*happened, *chose, *felt, *(kind for kind in KINDS if kind not in {"happened", "chose", "felt"}), "nothing"]


@pytest.mark.parametrize("key", keys())
def test_every_kind_of_card_has_a_sentence_that_needs_no_other_slots(key: str) -> None:
    assert slots_of(texts()[f"why.{key}"]) <= GIVEN


def test_a_subject_is_a_person_a_look_or_a_tie() -> None:
    assert set(get_args(get_type_hints(Subject)["kind"])) == {"person", "look", "tie"}
