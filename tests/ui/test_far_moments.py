"""No frame waits for a moment that is far away, and none for a past that is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.ui import verbs
from sandbox.ui.course import course
from sandbox.ui.course.playback import FRAME, LEAST, SLICE, Playback
from sandbox.ui.state import PlayState
from tests.scenario.small import load, small
from tests.ui.conftest import CY

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Pilot


def test_time_that_is_far_away_is_come_to_bit_by_bit_while_the_strip_shows_where_to(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Playback, "slice", 0.0)
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


def test_the_way_gets_less_of_a_frame_whose_picture_takes_long() -> None:
    playback = Playback(Session(load(small())))
    assert playback.slice == SLICE
    playback.drawn(FRAME / 2)
    assert playback.slice == FRAME / 2
    playback.drawn(2 * FRAME)
    assert playback.slice == LEAST
    for _ in range(60):
        playback.drawn(FRAME - SLICE)
    assert playback.slice == SLICE


def test_each_picture_is_timed(pilot: Pilot) -> None:
    pilot.frames()
    assert pilot.game.playback._picture > 0


def test_no_picture_of_a_moment_is_taken_while_the_next_is_unpacked(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Playback, "slice", 0.0)
    monkeypatch.setattr("sandbox.session.history.keyframe.PORTION", 2**7)
    game, frames = pilot.game, []
    game.step(60)
    game.session._branches._passed.forget_after(-1)
    game.playback.seek(34)
    while game.playback.wanted is not None:
        pilot.frames()
        frames.append(game.frame)
    assert frames[0] is frames[1]
    assert [frame.tick for frame in frames[-4:]] == [31, 32, 33, 34]


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
