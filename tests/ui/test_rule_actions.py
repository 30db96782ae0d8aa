"""What rules show: words over people, hints, cards, questions, and where the camera goes; as it was, after a seek."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from sandbox.session.why.cards import Subject
from sandbox.ui import verbs
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.hud.map_marks import draw_marks
from sandbox.ui.preferences import Preferences
from tests.ui.conftest import ANN, BOB, CY, LEVEL

if TYPE_CHECKING:
    from sandbox.view.canvas.camera import Camera
    from tests.ui.conftest import Pilot

ASK: dict[str, Any] = {
    "ask": "warm",
    "text": "Who will be praised?",
    "options": [
        {"text": "Ann will", "who": "ann", "when": {"time": 900}},
        {"text": "Bob will", "who": "bob", "when": {"used": "praise", "min": 1}},
    ],
}
RULES: list[dict[str, Any]] = [
    {"at": 1, "then": [{"say": "cy", "text": "Look at me, all of you.", "for": 2}, {"hint": "Ask Ann."}]},
    {"at": 3, "then": [{"look_at": "cy"}]},
    {"at": 5, "then": [ASK, {"card": "The yard", "text": "It is noon."}]},
    {"at": 9, "then": [{"win": "All is said."}]},
]


def level_with(*rules: dict[str, Any]) -> bytes:
    return json.dumps({**json.loads(LEVEL), "schema_version": 2, "rules": rules or RULES}).encode()


def test_a_bubble_is_there_for_its_time_and_again_after_going_back(sit_down: type[Pilot]) -> None:
    pilot, without = (
        sit_down(level=level_with(*rules)) for rules in (RULES[:1], [{"at": 900, "then": [{"hint": "x"}]}])
    )

    def differ(tick: int) -> bool:
        """Return whether there is something over Cy's head that is not there without the rule."""
        pictures = []
        for one in (pilot, without):
            one.game.step(max(0, tick - one.game.session.latest_tick))
            one.game.perform(verbs.SEEK(tick))
            one.frames(3)
            x, y = one.where(CY)
            one.scenes.draw(one.surface)
            pictures.append(one.surface.subsurface((x - 60, y - 100, 120, 50)).copy().get_buffer().raw)
        return pictures[0] != pictures[1]

    assert [differ(tick) for tick in (5, 15, 29, 31, 20)] == [False, True, True, False, True]


def test_a_hint_points_at_whom_it_names_and_ends(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[:1]))
    pilot.game.step(11)
    hint = hint_of(pilot.game.context)
    assert hint is not None
    assert (hint.words, hint.person) == ("Ask Ann.", ANN)
    pilot.game.step(100)
    later = hint_of(pilot.game.context)
    assert later is None or later.words != "Ask Ann."


def test_a_hint_is_over_once_something_was_done_to_whom_it_names(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[:1]))
    pilot.game.step(5)
    pilot.click(ANN)  # Before the hint came.
    pilot.game.step(10)
    pilot.click(BOB)
    said = hint_of(pilot.game.context)
    assert said is not None
    assert said.words == "Ask Ann."
    pilot.click(ANN)
    pilot.game.step(5)
    said = hint_of(pilot.game.context)
    assert said is None or said.words != "Ask Ann."
    pilot.game.perform(verbs.SEEK(14))
    pilot.game.arrive()
    said = hint_of(pilot.game.context)
    assert said is not None
    assert said.words == "Ask Ann."


def way_of(pilot: Pilot, frames: int = 240) -> list[Camera]:
    """The views of so many frames, a sixtieth of a second each."""
    seen = list[Any]()
    for _ in range(frames):
        pilot.scenes.update(1 / 60)
        seen.append(pilot.game.camera)
    return seen


def off(pilot: Pilot) -> float:
    """How far from the middle of the map Cy is, in its widths."""
    x, _ = pilot.where(CY)
    return abs(x - pilot.game.layout.map.centerx) / pilot.game.layout.map.width


def test_the_camera_glides_where_the_rule_says(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[1:2]))
    before, far = pilot.game.camera, off(pilot)
    pilot.game.step(30)
    assert pilot.game.camera == before
    way = way_of(pilot)
    steps = [abs(one.x - other.x) for one, other in pairwise([before, *way])]
    assert max(steps) < 0.2
    assert len([step for step in steps if step > 0]) > 20
    assert way[-1].scale > before.scale
    assert off(pilot) < min(0.1, far)


def test_the_calm_are_there_at_once_and_a_hand_ends_the_way(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[1:2]), preferences=Preferences(calm=True))
    pilot.game.step(30)
    there, *later = way_of(pilot, 30)
    assert off(pilot) < 0.1
    assert all(view == there for view in later)
    pilot = sit_down(level=level_with(*RULES[1:2]))
    pilot.game.step(30)
    way_of(pilot, 10)
    pilot.game.pan(40, 0)
    taken = pilot.game.camera
    assert all(view == taken for view in way_of(pilot, 30))


def test_a_view_that_the_player_chose_keeps_its_scale_on_the_way(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[1:2]))
    pilot.game.zoom(2.0)
    pilot.game.pan(300, 0)
    before = pilot.game.camera
    pilot.game.step(30)
    way = way_of(pilot)
    assert {view.scale for view in way} == {before.scale}
    assert len({view.x for view in way}) > 20
    assert off(pilot) < 0.1


def test_time_waits_for_a_card_and_then_for_an_answer(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[2:]))
    pilot.game.state.paused = False
    pilot.frames(80)
    assert (pilot.game.session.tick, pilot.game.state.dock, pilot.game.state.paused) == (50, "card", True)
    pilot.tab_to("card.go_on")
    pilot.key("return")
    assert (pilot.game.state.dock, pilot.game.state.paused) == ("question", True)
    pilot.tab_to("answer.0")
    pilot.key("return")
    assert (pilot.game.state.dock, pilot.game.state.paused) == ("", False)
    assert [(one.question, one.option) for one in pilot.game.session.commands] == [("warm", 0)]


def test_a_hint_to_ask_about_somebody_goes_once_they_are_asked_about(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with({"at": 1, "then": [{"hint": "Right-click Bob."}]}))
    pilot.game.step(12)
    assert said_by(pilot) == "Right-click Bob."
    pilot.game.perform(verbs.ASK(Subject("person", BOB)))
    assert said_by(pilot) != "Right-click Bob."
    pilot.game.perform(verbs.ASK(Subject("person", ANN)))
    pilot.key("escape")
    assert said_by(pilot) != "Right-click Bob."


def said_by(pilot: Pilot) -> str:
    """Return the words of the hint that is there."""
    hint = hint_of(pilot.game.context)
    return "" if hint is None else hint.words


def test_space_puts_the_card_away_and_loses_no_bet_at_once(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[2:]))
    pilot.game.state.paused = False
    pilot.frames(80)
    docks = list[str]()
    for _ in range(3):
        pilot.key("space")
        docks.append(pilot.game.state.dock)
    assert docks == ["question", "question", ""]
    assert not pilot.game.state.paused
    pilot.key("space")
    assert pilot.game.state.paused


@pytest.mark.parametrize("size", [(1280, 800), (800, 500)])
@pytest.mark.parametrize("projector", [False, True])
def test_card_and_question_fit_at_any_size(sit_down: type[Pilot], size: tuple[int, int], *, projector: bool) -> None:
    pilot = sit_down(size, level_with(*RULES[2:]), Preferences(projector=projector))
    pilot.game.step(50)
    for name, control in (("card", "card.go_on"), ("question", "answer.1")):
        pilot.frames()
        pane = next(pane for pane in pilot.game.panes if pane.name == name)
        assert pilot.game.layout.window.contains(pane.rect)
        pilot.tab_to(control)
        assert pane.rect.colliderect(pilot.control(control).rect)
        pilot.key("escape")


def test_who_begins_again_before_a_card_need_not_wait(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(*RULES[2:]))
    pilot.game.state.paused = False
    pilot.frames(80)
    assert pilot.game.state.waits
    pilot.game.restart()
    assert (pilot.game.state.dock, pilot.game.state.paused, pilot.game.session.tick) == ("", False, 0)


def test_a_card_of_the_first_moment_is_there_from_the_beginning(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with({"at": 0, "then": [{"card": "Noon", "text": "The long break."}]}))
    assert pilot.game.state.dock == "card"
    pilot.key("escape")
    assert pilot.game.state.dock == ""


def test_a_bubble_ends_over_the_name_of_its_speaker(sit_down: type[Pilot]) -> None:
    """Cy's name stands over Cy here, and stays as it was before Cy spoke."""
    pilot = sit_down(level=level_with(*RULES[:1]))
    pilot.game.step(15)
    middle = pilot.where(CY)
    name = pygame.Rect(0, 0, 40, 20)
    name.midbottom = round(middle[0]), round(middle[1]) - 50
    surface = pilot.surface.copy()
    before = surface.subsurface(name).copy().get_buffer().raw
    words = draw_marks(surface, pilot.game.context, pilot.game.viewpoint, pilot.game.stage.taken(), {CY: name})
    assert surface.subsurface(name).copy().get_buffer().raw == before
    assert [word.bottom < name.top for word in words] == [True]
