"""Looking never acts: where a lens, eyes, a panel or a command ask for somebody, a click chooses and does no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.engine.vocabulary import CUES
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.tools.foretell import foretold
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
LOOKS = [lens for lens in LENSES if lens != "truth"]
ASKING = ((verbs.EYES(), "through"), (verbs.WHY(), "why"), (verbs.FOLLOW(), "following"))
CUED = b"""{"schema_version": 1, "id": "cued", "title": "Cued", "hook": "Two.",
"people": [{"id": "ann", "name": "Ann", "x": 6, "y": 8}, {"id": "bob", "name": "Bob", "x": 12, "y": 8}]}"""


def _press(pilot: Pilot, lens: str) -> None:
    pilot.choose(f"look.{lens}")


@pytest.mark.parametrize("lens", LOOKS)
def test_in_a_lens_a_click_chooses_an_observer_until_a_tool_is_taken(pilot: Pilot, lens: str) -> None:
    _press(pilot, lens)
    pilot.click(BOB)
    assert pilot.done == ()
    assert pilot.game.viewpoint.focus == BOB
    pilot.click("tool.hurt")
    pilot.click(CY)
    assert [(command.do, command.who) for command in pilot.done] == [("hurt", "cy")]


def test_the_tool_is_in_hand_again_when_the_lens_is_taken_off(pilot: Pilot) -> None:
    _press(pilot, "beliefs")
    assert pilot.control("tool.look").on
    assert not pilot.control("tool.hurt").on
    _press(pilot, "beliefs")
    assert pilot.control("tool.hurt").on
    pilot.click(BOB)
    assert [command.do for command in pilot.done] == ["hurt"]


def test_a_tool_that_was_taken_for_one_lens_is_out_of_hand_in_the_next(pilot: Pilot) -> None:
    pilot.key("3", "z", "4")
    pilot.click(BOB)
    assert pilot.done == ()


def test_while_the_world_is_seen_through_somebodys_eyes_a_click_takes_those_of_another(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    _press(pilot, "eyes")
    pilot.click(BOB)
    assert pilot.done == ()
    assert pilot.game.viewpoint.eyes == BOB


def test_while_the_key_of_the_eyes_is_held_a_click_takes_those_of_another(pilot: Pilot) -> None:
    pilot.move(pilot.where(ANN))
    pilot.hold("e", down=True)
    pilot.click(BOB)
    assert pilot.game.viewpoint.eyes == BOB
    assert pilot.done == ()
    pilot.hold("e", down=False)
    pilot.click(CY)
    assert [command.who for command in pilot.done] == ["cy"]


@pytest.mark.parametrize(("command", "name"), ASKING)
def test_a_command_that_lacks_a_person_takes_whoever_is_clicked_next(pilot: Pilot, command: object, name: str) -> None:
    pilot.move((2, 2))
    pilot.game.perform(command)  # type: ignore[arg-type]
    asked = hint_of(pilot.game.context)
    assert asked is not None
    assert asked.words.endswith("Click somebody.")
    pilot.click(BOB)
    assert pilot.done == ()
    state = pilot.game.state
    assert state.selected == BOB
    assert {"through": state.through, "why": state.dock == "why", "following": pilot.game.camera_control.following}[
        name
    ]


@pytest.mark.parametrize("way", ["escape", "ground", "tool"])
def test_what_asks_for_a_person_can_be_let_go_of(pilot: Pilot, way: str) -> None:
    pilot.move((2, 2))
    pilot.game.perform(verbs.EYES())
    if way == "escape":
        pilot.key("escape")
    elif way == "ground":
        pilot.click(pilot.game.camera.to_screen(12.0, 10.0))
    else:
        pilot.click("tool.hurt")
    pilot.click(BOB)
    assert [command.who for command in pilot.done] == ["bob"]
    assert not pilot.game.state.through


def test_an_inspector_that_asks_for_somebody_gets_them(pilot: Pilot) -> None:
    pilot.move((2, 2))
    pilot.key("i")
    pilot.click(BOB)
    assert pilot.done == ()
    assert pilot.game.state.selected == BOB


def test_a_deed_that_is_half_done_is_let_go_of_when_a_lens_is_chosen(pilot: Pilot) -> None:
    pilot.key("n")
    pilot.click(ANN)
    _press(pilot, "friends")
    pilot.click(BOB)
    assert pilot.done == ()


@pytest.mark.parametrize("lens", LOOKS)
def test_in_a_lens_neither_a_drag_nor_the_keyboard_acts(pilot: Pilot, lens: str) -> None:
    _press(pilot, lens)
    pilot.drag(pilot.where(ANN), pilot.where(CY))
    pilot.key("tab", "right", "return", "shift+return", "right", "return")
    assert pilot.done == ()


def test_it_is_shown_before_whether_a_click_acts_or_chooses(pilot: Pilot) -> None:
    assert foretold(pilot.game.context, BOB) == ("hurt", "")
    _press(pilot, "blame")
    assert foretold(pilot.game.context, BOB) == ("look", "Choose Bob")
    pilot.move(pilot.where(BOB))
    chooses = _under_the_mouse(pilot)
    pilot.key("z")
    pilot.move(pilot.where(BOB))
    assert _under_the_mouse(pilot) != chooses


def _under_the_mouse(pilot: Pilot) -> bytes:
    import pygame

    pilot.frames()
    x, y = pilot.game.mouse
    return pygame.image.tobytes(pilot.surface.subsurface((x + 8, y + 8, 90, 30)), "RGB")


@pytest.mark.parametrize("cue", CUES)
def test_a_tool_that_takes_away_what_somebody_has_says_so_before(sit_down: type[Pilot], cue: str) -> None:
    pilot = sit_down(level=CUED)
    pilot.game.perform(verbs.TOOL("cue"))
    pilot.game.perform(verbs.CHOICE(CUES.index(cue)))
    assert pilot.control(f"choice.{cue}").tip
    for _ in range(2):
        has = bool(pilot.game.frame.people.cues[BOB, CUES.index(cue)] > 0)
        assert foretold(pilot.game.context, BOB).words == text_of(f"ui.cue.{cue}.{'off' if has else 'on'}")
        pilot.click(BOB)
        pilot.move((2, 2))
        assert bool(pilot.game.frame.people.cues[BOB, CUES.index(cue)] > 0) is not has


def test_words_over_the_map_do_not_let_clicks_through(pilot: Pilot) -> None:
    pilot.click(CY)
    pilot.game.zoom(6.0)
    pilot.game.shell.show_toast("Words")
    pilot.frames()
    (toast, *_) = [one for one in pilot.game.said if one.person is None]
    x, y = pilot.game.camera.to_screen(12.0, 8.0)
    over_the_feet = round(y) - 22
    pilot.game.pan(toast.rect.centerx - round(x), toast.rect.centery - over_the_feet)
    pilot.frames()
    assert pilot.stage.person_at(toast.rect.center) == BOB
    pilot.click(toast.rect.center)
    assert [command.who for command in pilot.done] == ["cy"]


def test_the_legend_does_not_let_clicks_through_beside_people(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.click(pilot.stage.legend.box.center)
    assert pilot.game.state.selected == ANN
    assert pilot.done == ()


def test_a_click_on_a_name_is_a_click_on_the_one_who_has_it(pilot: Pilot) -> None:
    pilot.frames()
    x, y = pilot.game.camera.to_screen(12.0, 8.0)
    assert pilot.stage.person_at((x, y + 14)) == BOB


def test_whoever_walks_under_a_held_button_is_not_acted_on(pilot: Pilot) -> None:
    spot = pilot.game.camera.to_screen(12.0, 14.0)
    pilot.begin_drag(spot, spot)
    pilot.game.perform(verbs.PAN(spot[0] - pilot.where(BOB)[0], spot[1] - pilot.where(BOB)[1]))
    pilot.frames()
    pilot.end_drag(spot)
    assert pilot.done == ()


def test_looking_at_the_whole_land_acts_on_nobody(pilot: Pilot) -> None:
    pilot.move(pilot.where(BOB))
    for _ in range(8):
        pilot.wheel(1)
    rect = pilot.game.minimap
    assert rect is not None
    pilot.click(rect.center)
    pilot.drag(rect.center, pilot.where(BOB))
    assert pilot.done == ()


@pytest.mark.parametrize("button", [2, 3])
def test_other_buttons_act_on_nobody(pilot: Pilot, button: int) -> None:
    pilot.click(BOB, button)
    assert pilot.done == ()
