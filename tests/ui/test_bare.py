"""The first level begins without bars, and the title goes over into it without a cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.library import level_files
from sandbox.ui.hud.bare import ACTED_FOR, IDLE_FOR
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.play import Play
from tests.ui.test_title import LAST, started
from tests.ui.test_title_show import place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot

BARS = {"tools", "head", "goal", "transport", "strip", "lenses"}


def begun(pilot: Pilot) -> Play:
    """Click somebody on the title, as a newcomer, and let the camera arrive."""
    title = started(pilot, "")
    pilot.click(place_of(title, "bob"))
    play = pilot.scenes.top
    assert isinstance(play, Play)
    pilot.game = play
    pilot.move((640, 780))
    pilot.frames(30)
    return play


def ring(play: Play) -> bytes:
    """Draw only what swells around the button."""
    surface = pygame.Surface(play.size)
    next(pane for pane in play.panes if pane.name == "buttons").moving(surface)
    return pygame.image.tobytes(surface, "RGB")


def bars(play: Play) -> set[str]:
    return {pane.name for pane in play.panes} & BARS


def test_a_newcomer_sees_no_bars_but_two_things_to_do_beside_the_mouse(pilot: Pilot) -> None:
    play = begun(pilot)
    assert play.session.level.id == "click-someone"
    assert not play.controls
    pilot.move(pilot.where(0))
    pilot.frames()
    assert pilot.ring() == ["with.hurt", "with.gift"]
    tools = [pilot.control(name).rect for name in ("with.hurt", "with.gift")]
    assert not any(tool.collidepoint(pilot.game.mouse) for tool in tools)
    pilot.move((640, 780))
    pilot.frames()
    assert not play.controls


def test_a_thing_beside_the_mouse_is_done_to_whom_it_lies_beside(pilot: Pilot) -> None:
    play = begun(pilot)
    pilot.move(pilot.where(0))
    pilot.frames()
    pilot.move(pilot.control("with.gift").rect.center)
    pilot.frames(5)
    pilot.click("with.gift")
    assert [(command.do, command.who) for command in play.session.commands] == [("gift", "bob")]
    assert play.state.bare
    assert not bars(play)


def test_why_comes_first_and_then_all_bars(pilot: Pilot) -> None:
    play = begun(pilot)
    pilot.click(0)
    assert not play.controls
    pilot.move((640, 780))
    pilot.frames(40)
    assert {pane.name for pane in play.panes} == {"buttons"}
    rings = [ring(play)]
    for _ in range(4):
        pilot.frames(1, seconds=0.11)
        rings.append(ring(play))
    assert len(set(rings)) > 2
    assert all(any(picture) for picture in rings)
    play.prefer(Preferences(calm=True))
    pilot.frames(1, seconds=0.11)
    still = ring(play)
    pilot.frames(1, seconds=0.11)
    assert ring(play) == still
    pilot.click("menu.why")
    assert not bars(play)
    pilot.click(1)
    assert play.state.dock == "why"
    pilot.frames(2)
    assert bars(play) > {"tools", "head", "goal"}
    assert play.presence == 1


def test_bars_come_slowly_but_at_once_with_less_motion(pilot: Pilot) -> None:
    play = begun(pilot)
    pilot.key("tab")
    pilot.frames(2)
    assert 0 < play.presence < 1
    pilot.frames(10)
    assert play.presence == 1


@pytest.mark.parametrize("stir", ["key", "edge", "idle", "acted"])
def test_bars_come_when_they_are_needed(pilot: Pilot, stir: str) -> None:
    play = begun(pilot)
    if stir == "key":
        pilot.key("tab")
    elif stir == "edge":
        pilot.move((3, 400))
        pilot.frames()
    elif stir == "idle":
        pilot.frames(1, seconds=IDLE_FOR)
    else:
        pilot.click(0)
        pilot.move((640, 780))
        pilot.frames(40)
        assert not bars(play)
        pilot.frames(round(ACTED_FOR * 10))
    assert not play.state.bare
    assert bars(play) > {"tools", "head", "goal"}


def test_bars_that_come_move_nobody_at_once(pilot: Pilot) -> None:
    play = begun(pilot)
    before = play.camera
    pilot.key("tab")
    assert play.camera == before
    pilot.click(0)
    pilot.frames(60)
    assert all(play.layout.map.collidepoint(pilot.where(who)) for who in range(5))


def test_who_knows_why_or_plays_something_else_has_bars_from_the_start(pilot: Pilot) -> None:
    pilot.game.shell.learned.add("why")
    assert bars(begun(pilot)) > {"tools", "head", "goal"}
    title = started(pilot, LAST.stem)
    pilot.game.shell.learned.clear()
    pilot.click(place_of(title, "bob"))
    play = pilot.scenes.top
    assert isinstance(play, Play)
    assert bars(play) > {"tools", "head", "goal"}
    play.open(level_files()[0])
    pilot.frames()
    assert bars(play) > {"tools", "head", "goal"}


def test_the_title_fades_over_the_level_whose_paving_lies_on_its_own(pilot: Pilot) -> None:
    title = started(pilot, "")
    old = next(place for place in title.show.frame.level.map.places if place.kind == "spot")
    spot, radius = title.camera.to_screen(old.x, old.y), old.radius * title.camera.scale
    night = pygame.surfarray.array3d(pilot.surface).astype(int)
    title.play_on()
    play = title.next.scene if title.next is not None else None  # type: ignore[union-attr]
    assert isinstance(play, Play)
    new = next(place for place in play.session.level.map.places if place.kind == "spot")
    assert play.camera.to_screen(new.x, new.y) == pytest.approx(spot, abs=1)
    assert new.radius * play.camera.scale == pytest.approx(radius)
    left, away = [], []
    for _ in range(30):
        pilot.frames(1, seconds=0.1)
        left.append(abs(pygame.surfarray.array3d(pilot.surface).astype(int) - night).mean())
        away.append(play.camera.y)
    assert left[0] < 3
    assert left[:8] == sorted(left[:8])
    assert left[7] > 20
    assert away[-1] > away[0] + 0.5
    assert len({round(place, 4) for place in away}) > 5
    assert away[-1] == away[-2]
    assert not play.crosses


def test_with_less_motion_there_is_a_cut(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down(preferences=Preferences(calm=True))
    play = begun(pilot)
    assert play.crossing is None
    assert play.state.bare
