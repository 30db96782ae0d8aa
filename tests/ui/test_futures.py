"""The futures that were left are seen under the strip and in a list, and can be gone to, named and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from sandbox.ui import verbs
from sandbox.ui.commands.table import possible, title
from tests.ui.conftest import BOB
from tests.ui.test_undo import away, do, sight

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot


def test_other_futures_are_lines_under_the_strip_that_can_be_clicked_and_reached_by_tab(pilot: Pilot) -> None:
    branch = away(pilot)
    assert pilot.game.shell.toast == "The old future is kept: click its line to go back to it."
    assert "0:02 Nothing more." in pilot.control(f"ghost.{branch}").tip
    pilot.click(f"ghost.{branch}")
    assert (pilot.game.session.tick, pilot.done) == (21, ())
    left = pilot.game.branches[1].id
    assert "0:02 Bob got hurt." in pilot.control(f"ghost.{left}").tip
    pilot.tab_to(f"ghost.{left}")
    pilot.key("return")
    assert [deed.who for deed in pilot.done] == ["bob"]


def test_a_future_is_come_to_where_it_is_nearest_to_the_present_moment(pilot: Pilot) -> None:
    branch = away(pilot)
    pilot.game.step(60)
    do(pilot.game, verbs.CHOOSE(branch))
    assert pilot.game.session.tick == 40
    do(pilot.game, verbs.SEEK(5), verbs.CHOOSE(pilot.game.branches[1].id))
    assert pilot.game.session.tick == 20


def test_more_futures_than_there_is_room_for_are_counted_and_listed(pilot: Pilot) -> None:
    pilot.game.step(50)
    for tick in (45, 40, 30, 20, 10):
        do(pilot.game, verbs.SEEK(tick), verbs.TOUCH(BOB))
        pilot.game.step(5)
    assert sum(name.startswith("ghost.") for name in pilot.ring()) == 3
    assert pilot.control("time.futures").text == "+2"
    pilot.click("time.futures")
    assert sum(name.endswith(".delete") for name in pilot.ring()) == 5


def test_a_future_is_renamed_by_writing_and_the_letters_are_no_commands(pilot: Pilot) -> None:
    branch = away(pilot)
    pilot.key("9")
    before = sight(pilot.game)
    pilot.click(f"future.{branch}.rename")
    for letter in "zr":
        pilot.post(pygame.KEYDOWN, key=ord(letter), mod=0, unicode=letter)
        pilot.post(pygame.TEXTINPUT, text=letter)
    pilot.post(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_LCTRL, unicode="")
    pilot.post(pygame.TEXTINPUT, text="Mild")
    pilot.tap("return")
    pilot.frames()
    assert pilot.control(f"future.{branch}").text.endswith("Mild")
    assert sight(pilot.game) == before
    pilot.click(f"future.{branch}.rename")
    pilot.post(pygame.TEXTINPUT, text="Wild")
    pilot.tap("escape")
    pilot.frames()
    assert pilot.control(f"future.{branch}").text.endswith("Mild")


def test_the_palette_leads_to_other_futures_and_undo(pilot: Pilot) -> None:
    branch = away(pilot)
    offered = {title(pilot.game, one) for one in possible(pilot.game)}
    assert {"Undo what was done last", "Go to another future: 0:02 Nothing more."} <= offered
    assert verbs.CHOOSE(branch) in set(possible(pilot.game))
