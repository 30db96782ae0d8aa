"""Lenses lie on the digits, tools on letters, and the legend comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.folders import LEVELS, ROOT
from sandbox.scenario.language import text_of
from sandbox.session.seen.arrows import things
from sandbox.session.why.asking import Hit, asked
from sandbox.session.why.cards import Subject
from sandbox.ui import verbs
from sandbox.ui.bindings import BINDINGS, USUAL_KEYS
from sandbox.ui.hud.hints import hint_of, place_of
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.panels.help import COLUMNS, rows
from sandbox.ui.preferences import Preferences
from sandbox.view.canvas.spots import Taken
from sandbox.view.canvas.strokes import curve
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

CARL = 0
BOB = 0


@pytest.fixture
def queue(sit_down: type[Pilot]) -> Pilot:
    """Sit down at the level in which a clerk sees things."""
    return sit_down(level=(LEVELS / "006-next-please.json").read_bytes())


def test_held_keys_are_let_go_when_the_window_loses_the_keyboard(pilot: Pilot) -> None:
    pilot.game.state.selected = CARL
    pilot.hold("e", down=True)
    pilot.hold("left alt", down=True)
    assert (pilot.game.viewpoint.eyes, pilot.game.viewpoint.show_all) == (CARL, True)
    pilot.post(pygame.WINDOWFOCUSLOST)
    pilot.frames()
    assert (pilot.game.viewpoint.eyes, pilot.game.viewpoint.show_all) == (None, False)


@pytest.mark.parametrize(("digit", "lens"), [*enumerate(LENSES, start=1)])
def test_each_lens_lies_on_its_digit(pilot: Pilot, digit: int, lens: str) -> None:
    pilot.key(str(digit))
    assert pilot.game.viewpoint.lens == lens
    assert pilot.control("look.lenses").icon == lens
    pilot.unfold("look")
    assert pilot.control(f"look.{lens}").on
    assert pilot.control(f"look.{lens}").keys == str(digit)


def test_buttons_of_tools_show_their_letters(pilot: Pilot) -> None:
    for tool in ("look", "hurt", "heal", "praise", "insult", "gift", "news", "move"):
        assert pilot.control(f"tool.{tool}").keys == USUAL_KEYS.shown(verbs.TOOL(tool).id)
        assert pilot.control(f"tool.{tool}").keys.isalpha()


def test_the_readme_names_the_keys_of_the_lenses_and_of_the_legend() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    first, last = (USUAL_KEYS.shown(verbs.LENS(lens).id) for lens in (LENSES[0], LENSES[-1]))
    assert f"`{first}` to `{last}`" in page
    assert f"`{USUAL_KEYS.shown(verbs.LEGEND().id)}`" in page


def test_the_legend_hides_and_shows_and_stays_hidden_in_the_next_play(pilot: Pilot) -> None:
    assert pilot.stage.legend.box.width > 0
    pilot.key("j")
    assert pilot.stage.legend.box.width == 0
    pilot.key("r", "3")
    assert pilot.stage.legend.box.width == 0
    pilot.choose("look.legend")
    assert pilot.stage.legend.box.width > 0


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_the_legend_has_a_smaller_form_and_lies_on_the_free_map(sit_down: type[Pilot], size: tuple[int, int]) -> None:
    pilot = sit_down(size)
    for lens in LENSES:
        pilot.game.state.lens = lens
        pilot.frames()
        box = pilot.stage.legend.box
        assert pilot.game.layout.map.contains(box)
        assert (box.width < 300) is (size[0] < 1000)


@pytest.mark.parametrize("projector", [False, True])
def test_a_hint_keeps_off_the_legend(sit_down: type[Pilot], projector: bool) -> None:  # noqa: FBT001 - a pytest parameter
    pilot = sit_down(level=(LEVELS / "120-look-away.json").read_bytes())
    game = pilot.game
    game.prefer(Preferences(projector=projector))
    pilot.frames()
    hint = hint_of(game.context)
    assert hint is not None
    assert hint.person == BOB
    legend, first = game.stage.legend.box, place_of(game.context, game.viewpoint, hint, BOB, Taken())
    game.pan(legend.left - first.left, legend.top - first.top)
    low, other = (
        place_of(game.context, game.viewpoint, hint, BOB, taken) for taken in (Taken(), Taken(labels=(legend,)))
    )
    assert low.colliderect(legend)
    assert not other.colliderect(legend)


def test_right_click_on_a_row_of_cogs_asks_what_made_a_thing_of_them(queue: Pilot) -> None:
    game = queue.game
    queue.key("6")
    while not things(game.frame, game.viewpoint.question):
        assert game.session.tick < 600
        game.step(20)
    seen = things(game.frame, game.viewpoint.question)[0]
    game.fit()
    queue.frames()
    ends = [person_middle(game.context, game.viewpoint, person) for person in (seen.who, seen.whom)]
    way = curve((ends[0].x, ends[0].y), (ends[1].x, ends[1].y))
    found = [asked(Hit(arrow=game.stage.arrow_at(spot, 12))) for spot in way]
    assert Subject("thing", seen.who, seen.whom) in found


def test_the_help_page_has_everything_with_a_key() -> None:
    listed = [row for groups in COLUMNS for row in rows(USUAL_KEYS, groups)]
    keys = " ".join(keys for keys, _ in listed)
    for binding in BINDINGS:
        if binding.keys and binding.invocation.command != verbs.LENS.name:
            assert USUAL_KEYS.shown(binding.id) in keys.split(), binding
    assert text_of("ui.action.lens") in [text for _, text in listed]
