"""Why as a comic strip: real faces of that moment, few words, no number unless it is asked for, a thread to the map."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from msgspec.structs import replace

from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import texts
from sandbox.scenario.load import decode_level
from sandbox.scenario.schema import Happening
from sandbox.session.recall import Recall
from sandbox.session.session import Session
from sandbox.session.why.cards import Card, Subject, Weighed, moment_of
from sandbox.ui import verbs
from sandbox.ui.kit.widgets import Touch
from sandbox.ui.told.strip import people_of, sign_of
from sandbox.ui.told.why_words import MOST_WORDS, words
from sandbox.view.icons.registry import DRAWN
from sandbox.view.portraits import likenesses

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
DEEDS: Final = ("hurt", "insult", "praise", "heal")
CROWD: Final = 8
"""Among more people, only so many are asked about."""
LEVELS: Final = sorted(Path("levels").glob("*.json"))
NO_CARDS: Final = ("why.point.", "why.gain.", "why.whim", "why.torn")
KEYS: Final = sorted(key.removeprefix("why.") for key in texts() if key.startswith("why.") and key[:9] != "why.you.")
CARDS: Final = [key for key in KEYS if not f"why.{key}".startswith(NO_CARDS)]


@pytest.fixture
def asked(pilot: Pilot) -> Pilot:
    """Return a pilot who hurt Bob, and asks why Ann looks at him."""
    pilot.game.step(10)
    pilot.click(BOB)
    pilot.game.step(30)
    pilot.move((2, 2))
    pilot.game.perform(verbs.ASK(Subject("look", ANN, BOB)))
    pilot.frames()
    while pilot.game.meanwhile.strip.at_work:
        pilot.frames()
    return pilot


@pytest.mark.parametrize("level", LEVELS, ids=lambda path: path.stem)
def test_whatever_is_asked_in_a_level_each_card_has_a_dozen_words_at_most(level: Path) -> None:
    opened = replace(decode_level(level.read_bytes(), level.name), tools=dict.fromkeys(DEEDS))
    session, people = Session(opened), opened.people
    there, asked = [person.id for person in people if person.present], range(min(len(people), CROWD))
    cards: list[Card] = []
    for number, deed in enumerate(DEEDS):
        session.do(Happening(do=deed, who=there[number % len(there)]))
        session.step(15)
        for who in asked:
            whom = (who + number + 1) % len(people)
            for kind in ("person", "pain", "pebbles"):
                cards += session.why(Subject(kind, who))
            for kind in ("look", "tie", "blame", "thing"):
                cards += session.why(Subject(kind, who, whom))
    assert len(cards) >= 25 * len(asked)
    assert {words(card): len(words(card).split()) for card in cards if len(words(card).split()) > MOST_WORDS} == {}


@pytest.mark.parametrize("gain", sorted({key.rpartition(".")[2] for key in KEYS if key.startswith("gain.")} | {""}))
def test_no_choice_takes_more_than_a_dozen_words_whatever_pulled(gain: str) -> None:
    for option in OPTIONS:
        weighed = Weighed(option.name, 0.1, 0.5, chosen=True, streams={})
        slots = {"who": "Ann", "whom": "Bob"}
        said = words(Card(f"chose.{option.name}", slots, 0.0, 0, ANN, BOB, 1, options=(weighed,), gain=gain))
        assert len(said.split()) <= MOST_WORDS
        assert said.endswith(".")


def test_every_card_has_a_sign_and_few_words() -> None:
    slots = {"who": "Ann", "whom": "Bob", "about": "Cy", "value": "0"}
    for key, value in product(CARDS, (-0.5, 0.5)):
        card = Card(key.removesuffix(".bad").removesuffix(".well"), slots, value, 0, ANN, BOB, NOBODY)
        assert sign_of(card) in DRAWN, key
        if f"why.{card.key}" in texts():
            assert len(words(card).split()) <= MOST_WORDS, key


def test_the_doer_stands_at_the_left() -> None:
    card = Card("happened_by.hurt", {}, -0.5, 0, BOB, ANN, 1)
    assert people_of(card) == (ANN, BOB)
    assert people_of(replace(card, key="blamed")) == (BOB, ANN)
    assert people_of(replace(card, key="happened.hurt", whom=NOBODY)) == (BOB,)


def test_the_faces_on_a_card_are_those_of_its_moment(asked: Pilot) -> None:
    state, session = asked.game.state, asked.game.session
    assert len(state.strip) == len(state.cards) > 2
    ticks = {moment_of(card) for card in state.cards}
    assert len(ticks) > 1
    for card, faces in zip(state.cards, state.strip, strict=True):
        frame = Recall(session, min(moment_of(card), session.latest_tick)).frame(60)
        assert frame is not None
        assert faces == likenesses(frame)
    hurt = state.cards[-1]
    assert hurt.own
    assert (hurt.who, hurt.key) == (BOB, "happened.hurt")
    assert state.strip[-1][BOB].look.shown < 0


def test_somebody_who_looks_away_is_shown_with_the_eyes_away(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=Path("levels/120-look-away.json").read_bytes())
    pilot.game.step(20)
    pilot.click(0)
    frame = pilot.game.frame
    while not (frame.averted >= 0).any():
        pilot.game.step()
        frame = pilot.game.frame
    who = int((frame.averted >= 0).argmax())
    pilot.game.step(5)
    pilot.game.perform(verbs.ASK(Subject("look", who, int(frame.averted[who]))))
    while pilot.game.meanwhile.strip.at_work or not pilot.game.state.strip:
        pilot.frames()
    assert pilot.game.state.cards[0].key == "chose.look_away"
    assert pilot.game.state.strip[0][who].look.eyes == "half"


def test_nothing_is_looked_up_for_a_panel_that_was_put_away(pilot: Pilot) -> None:
    pilot.click(BOB)
    pilot.game.step(30)
    pilot.game.perform(verbs.ASK(Subject("look", ANN, BOB)))
    pilot.scenes.update(0.1)
    pilot.key("escape")
    assert not pilot.game.meanwhile.strip.at_work


def test_numbers_come_only_when_they_are_asked_for_and_stay_while_the_panel_is_open(asked: Pilot) -> None:
    game = asked.game
    assert not game.state.much
    numbers = [number for number in range(1, len(game.state.cards) + 1) if game.control(f"much.{number}")]
    assert numbers
    last = asked.control(f"card.{len(game.state.cards)}").rect.top
    asked.tab_to(f"much.{numbers[0]}")
    asked.key("return")
    assert game.state.much == (numbers[0],)
    assert asked.control(f"card.{len(game.state.cards)}").rect.top > last
    asked.click(f"card.{numbers[0]}")
    assert game.state.much == (numbers[0],)
    asked.game.perform(verbs.HOW_MUCH(numbers[-1]))
    asked.frames()
    asked.game.perform(verbs.HOW_MUCH(numbers[0]))
    asked.frames()
    assert game.state.much == tuple(numbers[1:][-1:])
    asked.game.perform(verbs.ASK(Subject("pain", BOB)))
    assert game.state.much == ()


def test_all_but_the_people_of_a_card_dims_while_it_is_pointed_at(asked: Pilot) -> None:
    before = asked.surface.copy()
    corner = asked.game.layout.map.left + 30, asked.game.layout.map.bottom - 90
    spots = [(round(x), round(y) - 6) for x, y in map(asked.where, people_of(asked.game.state.cards[0]))]
    asked.move(asked.control("card.1").rect.center)
    asked.frames(1, 0.0)
    assert spots
    assert all(asked.surface.get_at(spot) == before.get_at(spot) for spot in spots)
    assert sum(asked.surface.get_at(corner)[:3]) > sum(before.get_at(corner)[:3])
    asked.move((2, 2))
    asked.frames(1, 0.0)
    assert asked.surface.get_at(corner) == before.get_at(corner)


def test_the_keyboard_points_at_a_card_as_the_mouse_does(asked: Pilot) -> None:
    before = asked.surface.copy()
    asked.tab_to("card.2")
    assert asked.game.touch == Touch()
    corner = asked.game.layout.map.left + 30, asked.game.layout.map.bottom - 90
    assert asked.surface.get_at(corner) != before.get_at(corner)
