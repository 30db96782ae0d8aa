"""Where it goes on after a level of the campaign, what is kept of it, and what is beyond the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.session.story.best import Best
from sandbox.ui.campaign.walk import next_after, next_listed
from tests.ui.conftest import BOB, campaign_level

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot

WON = Best(stars=1, ticks=300)
BET = {
    "ask": "first",
    "text": "Who will be praised?",
    "options": [{"text": "Ann", "when": {"time": 90}}, {"text": "Bob", "when": {"used": "praise", "min": 1}}],
}


def test_a_broken_level_is_neither_recommended_nor_next_and_says_what_is_wrong(pilot: Pilot, campaign: Path) -> None:
    (campaign / "002-two.json").write_bytes(campaign_level("two", people=[]))
    pilot.game.shell.best["one"] = WON
    pilot.key("l")
    assert next_listed(pilot.game.shell, pilot.game.state.entries) == 2
    assert "people" in pilot.control("level.1").tip
    pilot.click("level.1")
    assert pilot.game.control("levels.play") is None
    assert next_after(pilot.game.shell, campaign / "001-one.json") == campaign / "003-three.json"


def test_after_a_level_it_goes_on_with_the_recommended_one_and_after_the_last_a_card_closes(
    pilot: Pilot, campaign: Path
) -> None:
    pilot.game.shell.best["three"] = WON
    pilot.game.open(campaign / "002-two.json")
    assert pilot.game.shell.last == "002-two"
    _praise(pilot)
    assert [one.name for one in pilot.game.controls if one.look == "chief"] == ["ending.next"]
    pilot.click("ending.next")
    assert pilot.game.session.level.id == "one"
    _praise(pilot)
    assert pilot.game.control("ending.next") is None
    pilot.click("ending.closing")
    assert pilot.game.state.dock == "closing"
    pilot.click("closing.levels")
    assert pilot.game.state.dock == "levels"


def _praise(pilot: Pilot) -> None:
    """Win."""
    pilot.game.state.tool = "praise"
    pilot.click(BOB)
    pilot.game.step(2)
    pilot.frames()
    assert pilot.game.state.dock == "ending"


def test_a_bet_is_kept_as_it_came_out_last(pilot: Pilot, campaign: Path) -> None:
    (campaign / "001-one.json").write_bytes(campaign_level("one", rules=[{"at": 0.5, "then": [BET]}]))
    for option in (0, 1):
        pilot.game.open(campaign / "001-one.json")
        pilot.game.step(10)
        pilot.frames()
        pilot.click(f"answer.{option}")
        _praise(pilot)
        assert pilot.game.shell.bets == {"one": option == 1}
