"""The mouse: finds out what a press is about and hands it on as an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.asking import asked
from sandbox.ui.commands import ask_why, perform, press_control
from sandbox.ui.hud.map_marks import people_middles
from sandbox.ui.hud.timebar import tick_at
from sandbox.ui.kit.style import theme
from sandbox.ui.state import Half
from sandbox.ui.tools.make_happening import wants_spot
from sandbox.ui.tools.picking import arrow_at
from sandbox.ui.tools.use_tool import touch_ground, touch_person
from sandbox.view.place.minimap import spot_at

if TYPE_CHECKING:
    from sandbox.ui.game import Game

_WHEEL: Final = 1.12
LEFT, MIDDLE, RIGHT = 1, 2, 3


@dataclass(slots=True)
class _Press:
    """A mouse button that went down and has not come up."""

    at: pygame.Vector2
    person: int | None
    dragged: bool = False


class Mouse:
    """The mouse of one game."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.press: _Press | None = None
        self.panning = False
        self.steering = False
        """whether the small map is held"""
        self.sought: int | None = None
        """the tick to which the mouse has dragged time since the last picture"""
        self.followed = -1
        """the tick at which it was last looked up who is under the mouse"""

    def follow(self) -> None:
        """Travel where the mouse drags time, and look again who is under it if it rests, since people walk on."""
        game = self.game
        self._travel()
        if game.session.tick != self.followed and self.press is None:
            self.followed = game.session.tick
            self._hover()

    def let_go(self) -> None:
        """Forget what is pressed and dragged."""
        self.press, self.panning, self.steering = None, False, False

    def leave(self) -> None:
        """Point at nothing while the mouse is outside the window."""
        self.game.leave()
        self._hover()

    def _point(self, pos: tuple[int, int]) -> None:
        self.game.point(pos)
        self._hover()

    def _hover(self) -> None:
        game, state = self.game, self.game.state
        state.hovered = self._near() if game.on_map(game.mouse) else None
        if state.hovered != state.spent:
            state.spent = None

    def _near(self) -> int | None:
        """Find whom the mouse is at, or else nearly at: people walk about, and a hand is slow."""
        person, game = self._person(), self.game
        if person is not None:
            return person
        x, y = people_middles(game.context, game.viewpoint)
        distances = np.hypot(x - game.mouse.x, y - game.mouse.y)
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= game.style.px(theme().near) else None

    def _person(self) -> int | None:
        """Find whom the mouse is exactly at."""
        return self.game.stage.person_at(self.game.frame, self.game.viewpoint, (self.game.mouse.x, self.game.mouse.y))

    def motion(self, event: pygame.Event) -> None:
        """Take a motion: it points, and drags what is held."""
        self._point(event.pos)
        game = self.game
        self._seek()
        if self.steering:
            self._steer()
        elif self.panning:
            game.pan(*event.rel)
        elif self.press is not None and (game.mouse - self.press.at).length() > game.style.px(theme().drag):
            self._drag(self.press)

    def _drag(self, press: _Press) -> None:
        """A press that moves draws a thread from a person, or moves the map."""
        press.dragged = True
        state = self.game.state
        if press.person is None:
            self.panning = True
        elif state.tool != "look" and state.half is None:
            state.half = Half((press.person,))

    def _steer(self) -> None:
        """Look at what the mouse points at on the small map."""
        game, ground = self.game, self.game.session.level.map
        rect = game.minimap
        if rect is None:
            self.steering = False
        else:
            game.camera_control.look_at(ground, spot_at(ground, rect, game.mouse), game.layout.map)

    def down(self, event: pygame.Event) -> None:
        """Take a button that went down."""
        self._point(event.pos)
        game = self.game
        if event.button == MIDDLE and game.on_map(game.mouse):
            self.panning = True
        elif event.button == RIGHT and game.on_map(game.mouse):
            self._ask()
        elif event.button == LEFT and game.press():
            self._seek()
        elif event.button == LEFT and game.on_minimap(game.mouse):
            self.steering = True
            self._steer()
        elif event.button == LEFT and game.on_map(game.mouse):
            game.state.focus.at = None
            self.press = _Press(pygame.Vector2(game.mouse), game.state.hovered)

    def up(self, event: pygame.Event) -> None:
        """Take a button that came up."""
        self._point(event.pos)
        self._travel()
        game = self.game
        if event.button == LEFT and game.touch.pressed is not None:
            control = game.release()
            if control is not None:
                press_control(game, control.name)
        elif event.button == LEFT and self.press is not None:
            self._release(self.press)
        if event.button in {LEFT, MIDDLE}:
            self.let_go()

    def _release(self, press: _Press) -> None:
        """Finish a click or a drag on the map."""
        game, over = self.game, self.game.state.hovered
        spot = game.camera.to_world((game.mouse.x, game.mouse.y))
        if press.dragged and press.person is None:
            return
        if press.dragged and wants_spot(game.state.tool) and game.on_map(game.mouse):
            touch_ground(game, spot)
        elif press.dragged and (over is None or over == press.person):
            game.state.half = None
        elif over is not None and wants_spot(game.state.tool) and game.state.half is not None:
            touch_ground(game, spot)
        elif over is not None and pygame.key.get_mods() & pygame.KMOD_SHIFT and game.state.half is None:
            game.state.selected = over
            perform(game, "begin")
        elif over is not None:
            self._touch(over)
        elif game.on_map(game.mouse):
            touch_ground(game, spot)

    def _touch(self, person: int) -> None:
        """Use the tool; once it is used, what follows is to be seen, and not the lines of whoever it was used on."""
        state = self.game.state
        before, tool = state.selected, state.tool
        touch_person(self.game, person)
        if state.half is None and tool != "look" and state.dock != "inspector":
            state.selected, state.spent = before, person

    def _ask(self) -> None:
        """Ask why, about whatever is under the mouse."""
        game = self.game
        subject = asked(self._person(), arrow_at(game.context, game.viewpoint, game.mouse), game.state.hovered)
        if subject is not None:
            ask_why(game, subject)

    def _seek(self) -> None:
        """Note the moment under the mouse, if it holds a strip of time."""
        game = self.game
        strip = game.control(game.touch.pressed)
        if strip is not None and strip.span:
            self.sought = tick_at(game.context, strip, game.mouse.x)

    def _travel(self) -> None:
        """Go to the moment that was noted last; a mouse tells of many between two pictures."""
        if self.sought is not None:
            sought, self.sought = self.sought, None
            perform(self.game, f"seek:{sought}")

    def wheel(self, event: pygame.Event) -> None:
        """Take a turn of the wheel: it comes closer to the map, or moves the panel."""
        game = self.game
        if game.on_map(game.mouse):
            game.zoom(_WHEEL**event.y, (game.mouse.x, game.mouse.y))
        elif game.state.dock and game.layout.dock.collidepoint(game.mouse):
            perform(game, f"scroll:{-event.y}")
