"""What a right click asks about, and where the answer leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.session.seen.arrows import ties
from sandbox.session.why.asking import Hit, asked
from sandbox.session.why.cards import Subject

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
REACH = 12
"""Pixels within which an arrow is hit."""
SIZES = ((1024, 640), (1280, 800), (1920, 1080))
PANELS = {"i": "inspector", "y": "why", "8": "meters", "d": "theory", "l": "levels", "f1": "help"}


def test_right_click_on_a_person_asks_why(pilot: Pilot) -> None:
    pilot.click(BOB)
    pilot.game.step(30)
    pilot.click(ANN, button=3)
    state = pilot.game.state
    assert state.dock == "why"
    assert state.subject is not None
    assert state.subject.who == ANN
    assert 1 <= len(state.cards) <= 5


def test_right_click_on_the_line_between_two_asks_about_their_tie(pilot: Pilot) -> None:
    people = pilot.game.frame.people
    for share, who, whom in ((0.3, ANN, BOB), (0.7, BOB, ANN)):
        pilot.game.state.selected = ANN
        pilot.game.open_dock("inspector")
        pilot.frames()
        x = float(people.x[ANN] + (people.x[BOB] - people.x[ANN]) * share)
        column = [pilot.game.camera.to_screen(x, float(people.y[ANN]) - metres / 10) for metres in range(-12, 24)]
        found = [asked(Hit(arrow=pilot.stage.arrow_at(spot, REACH))) for spot in column]
        assert Subject("tie", who, whom) in found
        pilot.click(column[found.index(Subject("tie", who, whom))], button=3)
        assert pilot.game.state.subject == Subject("tie", who, whom)
        pilot.key("escape")


def test_the_lines_of_a_person_go_with_the_panel_that_is_about_them(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("i")
    assert ties(pilot.game.frame, pilot.game.viewpoint.question)
    pilot.click("dock.close")
    pilot.move((2, 2))
    pilot.frames()
    assert pilot.game.state.selected == ANN
    assert not ties(pilot.game.frame, pilot.game.viewpoint.question)
    pilot.key("tab")
    assert ties(pilot.game.frame, pilot.game.viewpoint.question)


def test_right_click_on_grass_asks_nothing_where_no_line_is_drawn(pilot: Pilot) -> None:
    pilot.game.step(20)
    people = pilot.game.frame.people
    assert people.gaze[ANN] == BOB
    x, y = (float(column[ANN] + column[BOB]) / 2 for column in (people.x, people.y))
    column = [pilot.game.camera.to_screen(x, y + up / 10) for up in range(-24, 12)]
    for lens in ("truth", "felt", "blame"):
        pilot.game.state.selected = None
        pilot.game.state.lens = lens
        pilot.frames()
        assert not any(pilot.stage.arrow_at(spot, REACH) for spot in column)


def test_a_card_leads_to_its_moment(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.move((2, 2))
    pilot.key("y")
    last = len(pilot.game.state.cards)
    now = pilot.game.session.tick
    tick = pilot.game.state.cards[-1].tick
    pilot.click(f"card.{last}")
    assert pilot.game.session.tick == tick
    assert pilot.control("time.now").on is (tick < now)
    pilot.key("end")
    assert pilot.game.session.tick == now
