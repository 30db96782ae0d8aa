"""The panel of why: it names what was asked, stays with it, and time stands still meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from msgspec.structs import replace

from sandbox.engine.people import NOBODY
from sandbox.session.seen.arrows import Question, averted_looks
from sandbox.session.why.asking import subject_of
from sandbox.session.why.cards import Card, Subject, Weighed
from sandbox.ui import verbs
from sandbox.ui.hud.hints import WHY_HINT_AFTER, hint_of
from sandbox.ui.told.why_words import behind, question, words

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
LOOK_AWAY = Path("levels/120-look-away.json")


@pytest.fixture
def playing(pilot: Pilot) -> Pilot:
    pilot.game.state.paused = False
    pilot.frames(3)
    return pilot


def test_time_stands_still_while_a_why_is_open_and_goes_on_after_it(playing: Pilot) -> None:
    game = playing.game
    playing.click(ANN, button=3)
    tick = game.session.tick
    playing.frames(10)
    assert (game.session.tick, game.state.paused) == (tick, True)
    playing.key("escape")
    playing.frames(10)
    assert game.session.tick > tick
    assert not game.state.paused


def test_a_deed_puts_the_why_away_and_lets_time_go_on(playing: Pilot) -> None:
    game = playing.game
    playing.click(ANN, button=3)
    playing.frames(2)
    tick = game.session.tick
    playing.click(BOB)
    playing.frames(10)
    assert [command.who for command in game.session.commands] == ["bob"]
    assert (game.state.dock, game.state.paused) == ("", False)
    assert game.session.tick > tick + 5


def test_a_deed_leaves_time_standing_that_the_player_stopped(playing: Pilot) -> None:
    game = playing.game
    game.state.paused = True
    playing.click(ANN, button=3)
    tick = game.session.tick
    playing.click(BOB)
    playing.frames(10)
    assert [command.who for command in game.session.commands] == ["bob"]
    assert (game.state.dock, game.state.paused, game.session.tick) == ("why", True, tick + 1)


def test_whoever_paused_before_asking_stays_paused(playing: Pilot) -> None:
    game = playing.game
    game.state.paused = True
    playing.click(ANN, button=3)
    playing.key("escape")
    tick = game.session.tick
    playing.frames(5)
    assert game.session.tick == tick


def test_whoever_goes_back_from_a_card_stays_there_when_it_is_closed(playing: Pilot) -> None:
    game = playing.game
    playing.click(BOB)
    playing.frames(20)
    playing.click(BOB, button=3)
    playing.click(f"card.{len(game.state.cards)}")
    tick = game.session.tick
    playing.key("escape")
    playing.frames(10)
    assert game.session.tick == tick


def test_time_can_be_let_go_on_beside_a_why(playing: Pilot) -> None:
    game = playing.game
    playing.click(ANN, button=3)
    playing.key("space")
    tick, cards = game.session.tick, game.state.cards
    playing.frames(10)
    assert game.session.tick > tick
    assert game.state.cards == cards


def test_who_does_not_want_it_is_not_kept_waiting(playing: Pilot) -> None:
    game = playing.game
    game.shell.preferences = replace(game.shell.preferences, wait=False)
    playing.click(ANN, button=3)
    tick = game.session.tick
    playing.frames(10)
    assert game.session.tick > tick


def test_a_hint_asks_about_the_look_that_it_pointed_at_though_that_is_over(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=LOOK_AWAY.read_bytes())
    game = pilot.game
    pilot.game.step(20)
    pilot.click(0)
    while not averted_looks(game.frame, Question()):
        game.step()
    pilot.move((2, 2))
    pilot.frames(1, WHY_HINT_AFTER + 0.1)
    hint = hint_of(game.context)
    assert hint is not None
    assert hint.person is not None
    asked = subject_of(next(look for look in averted_looks(game.frame, Question()) if look.who == hint.person))
    assert hint.asks == asked
    for _ in range(60):
        game.step(10)
        if not averted_looks(game.frame, Question()):
            break
    pilot.frames()
    assert hint_of(game.context) == hint
    pilot.click(hint.person, button=3)
    assert game.state.subject is not None
    assert game.state.subject.who == hint.person
    assert game.state.cards[0].key == "chose.look_away"


@pytest.mark.parametrize(
    ("subject", "first", "asked"),
    [
        (Subject("blame", ANN, BOB), "blamed", "Why does Ann blame Bob?"),
        (Subject("credit", ANN, BOB), "credited", "Why does Ann think well of Bob?"),
        (Subject("pebbles", BOB), "blamed", "What is held against Bob?"),
        (Subject("stars", BOB), "credited", "Why is Bob thought well of?"),
        (Subject("shame", BOB), "ashamed", "Why is Bob ashamed?"),
        (Subject("pain", BOB), "pain", "Why does Bob feel bad?"),
        (Subject("thing", ANN, BOB), "dehumanized", "Why is Bob a thing to Ann?"),
        (Subject("thing", BOB), "dehumanized", "Why is Bob a thing to others?"),
        (Subject("look", ANN, BOB), "chose.look_away", "Why does Ann look away?"),
        (Subject("look", ANN, BOB), "look.at", "Why does Ann look at Bob?"),
        (Subject("look", ANN, BOB), "look.mind", "Why does Ann think of Bob?"),
        (Subject("thought", ANN), "chose.deny", "What does Ann think of Bob?"),
        (Subject("tie", ANN, BOB), "likes", "Why does Ann like Bob?"),
        (Subject("told", ANN, BOB), "told", "Who told Ann about Bob?"),
        (Subject("person", ANN), "chose.help", "Why does Ann do that?"),
        (Subject("person", ANN), "sorrow", "Why does Ann feel bad?"),
        (Subject("person", ANN), "nothing", "Why, Ann?"),
        (Subject("meter", NOBODY, meter="blame"), "makes.blame", "Who makes up “Blame”?"),
    ],
)
def test_the_title_names_what_was_asked(pilot: Pilot, subject: Subject, first: str, asked: str) -> None:
    card = Card(first, {}, 0.0, 0, ANN, BOB, NOBODY)
    assert question(pilot.game.context, subject, (card,)) == asked


def weighed(look_away: float, stay: float, pull: float) -> Card:
    """A look away that was worth so much, and staying so much, with so much of the difference from Sympathy."""
    options = tuple(
        Weighed(name, value, chance, name == "look_away", {"sympathy": part, "effort": value - part})
        for name, value, chance, part in (("stay", stay, 0.8, 0.0), ("look_away", look_away, 0.2, pull))
    )
    slots = {"who": "Ann", "whom": "Bob"}
    gain = "sympathy" if pull > 0 else ""
    return Card("chose.look_away", slots, look_away, 0, ANN, BOB, 3, options, gain, torn=stay > look_away)


def told(card: Card) -> str:
    """All that a card says, what stands behind its "how much?" included."""
    return " ".join([words(card), *(text for text, _ in behind(card))])


def test_a_pull_that_was_not_the_strongest_is_told_with_the_pain_first_and_a_whim_as_such() -> None:
    torn = told(weighed(-0.02, -0.01, 0.03))
    assert torn.index("Looking hurts") < torn.index("how Bob feels") < torn.index("20 of 100")
    assert "chance" not in torn
    clear = told(weighed(0.02, -0.01, 0.03))
    assert "Looking hurts" in clear
    assert "100" not in clear
    whim = weighed(-0.02, -0.01, 0.0)
    assert "Just by chance" in words(whim)
    assert "Hardly anything pulled Ann to it" in told(whim)
    assert "hurts" not in told(whim)


def test_a_meter_asks_who_makes_it_up_and_each_of_them_can_be_asked(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=Path("levels/006-next-please.json").read_bytes())
    game = pilot.game
    game.step(40)
    game.open_dock("meters")
    pilot.frames()
    pilot.click("who.suffering")
    assert game.state.subject == Subject("meter", NOBODY, meter="suffering")
    worst = int(np.argmin(game.frame.people.felt))
    assert game.state.cards[0].who == worst
    pilot.click("card.1")
    assert game.state.subject == Subject("pain", worst)
    assert game.state.cards[0].key in {"pain", "sorrow"}


def test_no_card_has_a_number_but_behind_how_much_and_there_it_is_explained(pilot: Pilot) -> None:
    pilot.click(BOB)
    pilot.game.step(30)
    pilot.game.perform(verbs.ASK(Subject("look", ANN, BOB)))
    pilot.frames()
    for number, card in enumerate(pilot.game.state.cards, 1):
        tip = pilot.control(f"card.{number}").tip
        assert "when this happened" in tip
        assert not any(sign.isdigit() for sign in words(card))
    seen = next(card for card in pilot.game.state.cards if card.key == "saw")
    assert f"{seen.value:.2f}".replace("-", "−") in told(seen)
    assert "from -1 (worst) to 1 (best)" in told(seen)
