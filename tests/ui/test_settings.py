"""The panel of preferences: each one shows at once, is kept, and can be reached by keyboard."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.library import read_entries
from sandbox.ui.kit.focus import MAP
from sandbox.ui.kit.style import FOLDED, NEEDED, SMALLEST_SCALE, scale_of
from sandbox.ui.panels.registry import DOCKS
from sandbox.ui.panels.settings import GROUPS, value_text
from sandbox.ui.preferences import LADDERS, SWITCHES, Preferences, turned
from sandbox.view.canvas.themes import PALETTES, in_use, use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.conftest import Pilot


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    use("usual")


def picture(pilot: Pilot) -> bytes:
    pilot.frames()
    return pygame.image.tobytes(pilot.surface, "RGB")


def test_the_panel_has_every_preference_but_the_one_with_a_button() -> None:
    listed = [name for _, names in GROUPS for name in names]
    assert sorted([*listed, "quiet"]) == sorted(Preferences.__struct_fields__)
    assert sorted([*SWITCHES, *LADDERS, "language"]) == sorted(listed)


def test_every_palette_can_be_chosen() -> None:
    assert LADDERS["palette"] == tuple(PALETTES)


def test_colours_change_at_once_and_come_round_again(pilot: Pilot) -> None:
    pilot.key("f2")
    seen = set()
    for _ in PALETTES:
        seen.add(picture(pilot))
        pilot.click("setting.palette.more")
    assert len(seen) == len(PALETTES)
    assert pilot.game.shell.preferences.palette == "usual"
    assert "settings" in pilot.game.shell.requests


def test_a_projector_has_light_colours_unless_others_were_chosen(pilot: Pilot) -> None:
    pilot.key("f2")
    pilot.click("setting.projector")
    assert in_use() == "projector"
    pilot.click("setting.palette.more")
    assert in_use() == "red_green"


def test_preferences_outlive_a_restart(pilot: Pilot) -> None:
    pilot.key("f2")
    pilot.click("setting.gentle")
    pilot.key("r")
    assert pilot.game.shell.preferences.gentle
    assert pilot.game.viewpoint.gentle


def test_the_keyboard_reaches_every_preference(pilot: Pilot) -> None:
    pilot.key("f2")
    for name in SWITCHES:
        pilot.tab_to(f"setting.{name}")
    pilot.tab_to("setting.words.more")
    pilot.key("return")
    assert pilot.game.shell.preferences.words == 115


def test_larger_letters_are_larger_on_panels_and_on_the_map(pilot: Pilot) -> None:
    before = pilot.game.style.letters("body"), pilot.game.viewpoint.lengths.name_px
    pilot.key("f2")
    for _ in range(3):
        pilot.click("setting.words.more")
    after = pilot.game.style.letters("body"), pilot.game.viewpoint.lengths.name_px
    assert [round(new / old, 1) for old, new in zip(before, after, strict=True)] == [1.5, 1.5]
    assert not pilot.control("setting.words.more").enabled


@pytest.mark.parametrize("size", [(800, 500), (1280, 800), (1920, 1080), (3840, 2160)])
def test_buttons_grow_only_as_far_as_the_window_has_room(size: tuple[int, int]) -> None:
    largest = scale_of(size, 250)
    assert largest <= 2.5
    assert largest * FOLDED[0] <= size[0] + 1e-6
    assert largest * FOLDED[1] <= size[1] + 1e-6
    assert scale_of(size) * NEEDED[1] <= size[1] + 1e-6 or scale_of(size) == SMALLEST_SCALE
    assert scale_of(size, 75) <= scale_of(size, 100) <= scale_of(size, 150) <= largest


def test_a_projector_of_1080_lines_has_room_for_the_largest_buttons() -> None:
    assert scale_of((1920, 1080), 250) == 2.5


CRAMPED = (
    ((800, 500), Preferences(scale=250, words=150)),
    ((700, 1000), Preferences(scale=125, words=150)),
    ((1280, 720), Preferences(projector=True)),
)
ROOMY = (((1920, 1080), Preferences(scale=250, words=150)), ((1920, 1080), Preferences(projector=True)))


# Where there is much room each dock is seen in one window of two: what does not fit is found in the cramped ones.
@pytest.mark.parametrize(
    ("size", "preferences", "docks"),
    [
        *((*window, ("", *DOCKS)) for window in CRAMPED),
        *((*window, ("", *DOCKS)[place::2]) for place, window in enumerate(ROOMY)),
    ],
)
def test_with_the_largest_letters_everything_can_be_seen_and_nothing_overlaps(
    sit_down: Callable[..., Pilot], size: tuple[int, int], preferences: Preferences, docks: tuple[str, ...]
) -> None:
    pilot = sit_down(size, preferences=preferences)
    pilot.game.state.entries = read_entries()
    for dock in docks:
        pilot.game.state.dock, pilot.game.state.selected, pilot.game.state.focus.at = dock, 0, None
        pilot.frames()
        _go_round(pilot, dock)


def _go_round(pilot: Pilot, dock: str) -> None:
    """Check that no panes overlap, and that Tab brings every control into the window and into its pane."""
    window = pygame.Rect((0, 0), pilot.game.size)
    for one, other in combinations(pilot.game.panes, 2):
        assert not one.rect.colliderect(other.rect), (dock, one.name, other.name)
    missed = {name for name in pilot.ring() if not name.startswith("scroll.")}
    pilot.tap("tab")
    while True:
        pilot.tap("tab")
        name = pilot.game.state.focus.at or MAP
        if name == MAP:
            break
        missed.discard(name)
        pane, control = next((one, it) for one in pilot.game.panes for it in one.controls if it.name == name)
        assert window.contains(control.rect), (dock, name)
        assert pane.rect.inflate(4, 4).contains(control.rect), (dock, name)
    assert not missed, dock


def test_a_panel_taller_than_its_place_moves_under_the_wheel_and_the_buttons(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down((1280, 800))
    pilot.game.prefer(Preferences(scale=250))
    pilot.key("f2")
    assert not pilot.control("scroll.up").enabled
    before = pilot.control("setting.voices.more").rect.top
    pilot.click("scroll.down")
    pressed = pilot.control("setting.voices.more").rect.top
    assert pressed < before
    pilot.move(pilot.game.layout.dock.center)
    zoomed = pilot.game.camera
    pilot.wheel(1)
    assert pressed < pilot.control("setting.voices.more").rect.top < before
    assert pilot.game.camera == zoomed
    for _ in range(20):
        pilot.wheel(-1)
    assert not pilot.control("scroll.down").enabled
    pilot.click("setting.voices.less")
    assert pilot.game.shell.preferences.voices < 100
    pilot.key("d")
    assert pilot.game.state.scroll == 0


def test_what_is_scrolled_away_cannot_be_clicked(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down((1280, 800))
    pilot.game.prefer(Preferences(scale=250))
    pilot.key("f2")
    hidden = pilot.control("setting.voices.less").rect.center
    pilot.click(hidden)
    assert pilot.game.shell.preferences.voices == 100


def test_a_value_between_two_rungs_goes_to_the_next_one() -> None:
    assert turned(Preferences(words=120), "words", 1).words == 130
    assert turned(Preferences(words=120), "words", -1).words == 115


def test_words_over_the_map_can_be_read_from_the_back_row(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down((1920, 1080))
    usual = pilot.game.context.spoken.letters("body")
    pilot.game.prefer(Preferences(projector=True))
    assert usual < 36 <= pilot.game.context.spoken.letters("body")


BACK_ROW = {"inspector": 25}
"""Height of letters for the back row where it is not 36 pixels: a portrait is to be seen whole."""


@pytest.mark.parametrize("dock", ["why", "inspector", "levels", "settings"])
def test_panels_can_be_read_from_the_back_row(sit_down: Callable[..., Pilot], dock: str) -> None:
    pilot = sit_down((1920, 1080))
    pilot.game.prefer(Preferences(projector=True))
    pilot.game.state.dock = dock
    pilot.frames()
    pane = next(one for one in pilot.game.panes if one.name == dock)
    assert pane.style.letters("body") >= BACK_ROW.get(dock, 36)
    assert pane.style.scale > pilot.game.style.scale
    pilot.game.prefer(Preferences())
    pilot.frames()
    assert next(one for one in pilot.game.panes if one.name == dock).style == pilot.game.style


def test_for_the_back_row_reasons_leave_options_out_rather_than_reach_below_the_window(
    sit_down: Callable[..., Pilot],
) -> None:
    pilot = sit_down((1920, 1080))
    pilot.click(bob := 1)
    pilot.game.step(20)
    pilot.game.state.selected = bob
    pilot.key("y")
    assert pilot.game.state.cards[0].options
    heights = []
    for projector in (False, True):
        pilot.game.prefer(Preferences(projector=projector))
        pilot.frames()
        pane = next(one for one in pilot.game.panes if one.name == "why")
        assert not pane.hidden
        assert pilot.game.layout.dock.contains(pilot.control("card.1").rect)
        heights.append(pilot.control("card.1").rect.height / pane.style.scale)
    assert heights[1] < heights[0]


def test_turning_the_sound_off_leaves_the_view_where_it_is(pilot: Pilot) -> None:
    pilot.key("pageup")
    near = pilot.game.camera
    pilot.key("m")
    assert pilot.game.shell.preferences.quiet
    assert pilot.game.camera == near


def test_larger_buttons_are_larger_than_those_that_fit_by_themselves(sit_down: Callable[..., Pilot]) -> None:
    for size, first in (((1280, 800), 125), ((1920, 1080), 150), ((1024, 640), 100)):
        pilot = sit_down(size)
        before = pilot.game.style.scale
        pilot.key("f2")
        pilot.click("setting.scale.more")
        assert pilot.game.shell.preferences.scale == first
        pilot.move((2, 2))
        pilot.frames()
        assert pilot.game.style.scale > before


def test_a_size_that_does_not_fit_is_told_with_the_one_that_does(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down((1280, 800))
    for scale, words in ((0, "As fits"), (125, "125 %"), (250, "250 % (175)")):
        pilot.game.prefer(Preferences(scale=scale))
        assert value_text(pilot.game.context, "scale") == words
