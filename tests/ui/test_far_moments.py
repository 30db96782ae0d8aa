"""No frame waits for a moment that is far away, and none for a past that is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.ui import verbs
from sandbox.ui.course import course
from sandbox.ui.state import PlayState
from tests.ui.conftest import CY

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Pilot


def test_time_that_is_far_away_is_come_to_bit_by_bit_while_the_strip_shows_where_to(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "SLICE", 0.0)
    game = pilot.game
    branch = game.session.add_branch((Happening(do="hurt", who="bob", at=1.0),), 60)
    game.look_again()
    game.perform(verbs.CHOOSE(branch))
    game.perform(verbs.NOW())
    strip = pilot.control("time.strip").rect
    pilot.frames()
    assert (game.context.tick, game.session.tick < 60) == (60, True)
    pilot.frames(3)
    assert 0 < game.session.tick < 60
    pilot.drag((strip.left, strip.centery), (strip.left + strip.width // 20, strip.centery))
    assert 20 < game.context.tick < 40
    pilot.frames(60)
    assert 20 < game.session.tick == game.context.tick < 40
    game.perform(verbs.NOW())
    pilot.key(".", ",", ",")
    assert game.context.tick == 58
    pilot.click(CY)
    assert (game.session.tick, game.session.commands[-1].at) == (59, 5.8)


def test_a_deed_waits_for_time_only_a_little(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.ui.tools.use_tool.PATIENCE", 0.0)
    branch = pilot.game.session.add_branch((Happening(do="hurt", who="bob", at=1.0),), 60)
    pilot.game.look_again()
    pilot.game.perform(verbs.CHOOSE(branch))
    pilot.game.perform(verbs.NOW())
    pilot.game.perform(verbs.TOUCH(CY))
    assert pilot.game.shell.toast == "Time is still on its way to 0:06."
    assert len(pilot.done) == 1


def test_time_stands_still_where_no_recording_can_follow(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course, "LONGEST", 12)
    pilot.key("space")
    pilot.frames(80)
    assert (pilot.game.session.tick, pilot.game.state.paused) == (12, True)
    assert pilot.game.shell.toast.startswith("A whole day has passed")
    pilot.key(".")
    pilot.game.perform(verbs.TOUCH(CY))
    assert (pilot.game.session.tick, len(pilot.done)) == (12, 1)


def test_a_past_that_was_opened_is_filled_in_while_nothing_else_is_played(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.ui.course.playback.SPARE", 0.0)
    old = Session(pilot.game.session.level, metered=True)
    old.step(30)
    new = Session(old.level, metered=True)
    new.resume(old.moment, old.commands, digests={10: "another"})
    pilot.game.take_up(new, None, PlayState(paused=True))
    assert pilot.game.moving
    pilot.frames(5)
    assert not pilot.game.playback.whole
    pilot.frames(40)
    assert pilot.game.playback.whole
    assert not pilot.game.moving
    assert new.earliest_tick == 30
    assert not pilot.control("time.back").enabled
    assert "cannot be gone back to" in pilot.control("time.lost").tip
    pilot.key(",")
    assert new.tick == 30
