"""Pause, step, step back, speeds, restart and the strip, by mouse and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

BOB = 1


def test_space_and_the_button_pause_and_go_on(pilot: Pilot) -> None:
    pilot.key("space")
    pilot.frames(10)
    assert pilot.game.session.tick >= 10
    pilot.click("time.pause")
    tick = pilot.game.session.tick
    pilot.frames(10)
    assert pilot.game.session.tick == tick


def test_step_and_step_back(pilot: Pilot) -> None:
    pilot.key(".", ".", ".")
    assert pilot.game.session.tick == 3
    pilot.key(",")
    assert pilot.game.session.tick == 2
    pilot.click("time.step")
    pilot.click("time.back")
    pilot.click("time.back")
    assert pilot.game.session.tick == 1
    pilot.key(",", ",")
    assert pilot.game.session.tick == 0


@pytest.mark.parametrize(("speed", "ticks"), [(0.5, 5), (1.0, 10), (2.0, 20), (4.0, 40)])
def test_each_speed(pilot: Pilot, speed: float, ticks: int) -> None:
    pilot.click(f"time.speed{speed}")
    pilot.game.state.paused = False
    pilot.frames(20, 0.05)
    assert pilot.game.session.tick == pytest.approx(ticks, abs=1)


def test_keys_change_the_speed_within_bounds(pilot: Pilot) -> None:
    pilot.key("=", "=", "=", "=")
    assert pilot.game.state.speed == 4.0
    pilot.key("-", "-", "-", "-", "-")
    assert pilot.game.state.speed == 0.5


def test_a_slow_frame_plays_a_bounded_number_of_ticks(pilot: Pilot) -> None:
    pilot.game.state.paused = False
    pilot.game.state.speed = 4.0
    pilot.frames(1, 100.0)
    assert pilot.game.session.tick == 8
    pilot.frames(1, 100.0)
    assert pilot.game.session.tick == 16


def test_restart_forgets_what_was_done(pilot: Pilot) -> None:
    pilot.click(BOB)
    pilot.key("r")
    assert (pilot.game.session.tick, pilot.done, pilot.game.state.selected) == (0, (), None)


def test_a_click_on_the_strip_goes_there_and_end_comes_back(pilot: Pilot) -> None:
    pilot.game.step(40)
    strip = pilot.control("time.strip").rect
    pilot.click((strip.left + strip.width // 30, strip.centery))
    assert 15 <= pilot.game.session.tick <= 25
    pilot.click("time.now")
    assert pilot.game.session.tick == 40
    pilot.tab_to("time.strip")
    pilot.key("left")
    assert pilot.game.session.tick == 30
    pilot.key("end")
    assert pilot.game.session.tick == 40


def test_whoever_goes_to_another_moment_while_it_plays_stays_there(pilot: Pilot) -> None:
    pilot.game.step(40)
    strip = pilot.control("time.strip").rect
    pilot.key("space")
    pilot.click((strip.left + strip.width // 30, strip.centery))
    there = pilot.game.session.tick
    assert 15 <= there <= 25
    pilot.frames(10)
    assert pilot.game.session.tick == there
    pilot.key("space")
    pilot.frames(10)
    assert pilot.game.session.tick == there + 11
    pilot.tab_to("time.strip")
    pilot.key("left")
    there = pilot.game.session.tick
    pilot.frames(10)
    assert pilot.game.session.tick == there


def test_the_same_deed_at_any_speed_comes_to_the_same_state(sit_down: type[Pilot]) -> None:
    digests = set()
    for speed, seconds in ((1.0, 0.016), (4.0, 0.05)):
        one = sit_down()
        one.click(BOB)
        one.game.state.paused, one.game.state.speed = False, speed
        while one.game.session.tick < 60:
            one.game.update(seconds)
        one.game.session.seek(60)
        digests.add(one.game.session.world.digest())
    assert len(digests) == 1
