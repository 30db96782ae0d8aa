"""Mouse and keyboard: finds out what a press is about and hands it on as an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.catalogue import say
from sandbox.session.why import Subject
from sandbox.ui.actions import HELD, action_of
from sandbox.ui.desk import Half
from sandbox.ui.focus import MAP
from sandbox.ui.hints import hint_of
from sandbox.ui.marks import people_middles
from sandbox.ui.perform import ask_why, perform
from sandbox.ui.picking import line_at
from sandbox.ui.placing import wants_spot
from sandbox.ui.scrolling import uncovered
from sandbox.ui.style import theme
from sandbox.ui.timebar import tick_at
from sandbox.ui.touching import begun, touch_ground, touch_person
from sandbox.ui.widgets import Touch
from sandbox.view.minimap import spot_at

if TYPE_CHECKING:
    from sandbox.ui.game import Game

_WHEEL: Final = 1.12
_KEY_PAN: Final = 60
"""Pixels per press of an arrow key."""
_KEY_STEP: Final = 0.5
"""Metres per press of an arrow key, for somebody who was picked up."""
_ARROWS: Final = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
LEFT, MIDDLE, RIGHT = 1, 2, 3


@dataclass(slots=True)
class _Press:
    """A mouse button that went down and has not come up."""

    at: pygame.Vector2
    person: int | None
    dragged: bool = False


class Hands:
    """The player's hands on one game."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.press: _Press | None = None
        self.panning = False
        self.steering = False
        """whether the small map is held"""
        self.followed = -1
        """the tick at which it was last looked up who is under the mouse"""

    def follow(self) -> None:
        """Look again who is under a mouse that rests, since people walk on."""
        game = self.game
        if game.session.tick != self.followed and self.press is None:
            self.followed = game.session.tick
            self._hover()

    def handle(self, event: pygame.Event) -> None:
        """Take one event of the window."""
        handlers = {
            pygame.MOUSEMOTION: self._motion,
            pygame.MOUSEBUTTONDOWN: self._down,
            pygame.MOUSEBUTTONUP: self._up,
            pygame.MOUSEWHEEL: self._wheel,
            pygame.KEYDOWN: self._key,
            pygame.KEYUP: self._key_up,
            pygame.WINDOWFOCUSLOST: self._away,
            pygame.WINDOWLEAVE: self._left,
        }
        handler = handlers.get(event.type)
        if handler is not None:
            handler(event)
            self.game.dirty = True

    def _away(self, _: pygame.Event) -> None:
        """Let go of held keys when the window loses the keyboard: it will not hear of their release."""
        self.game.desk.held.clear()

    def _left(self, _: pygame.Event) -> None:
        """Point at nothing while the mouse is outside the window."""
        self.game.mouse = pygame.Vector2(-1, -1)
        self.game.touch = Touch(pressed=self.game.touch.pressed)
        self._hover()

    def _point(self, pos: tuple[int, int]) -> None:
        game = self.game
        game.mouse = pygame.Vector2(pos)
        control = game.control_at(game.mouse)
        name = None if control is None else control.name
        game.touch = Touch(hovered=name, pressed=game.touch.pressed)
        self._hover()

    def _hover(self) -> None:
        game, desk = self.game, self.game.desk
        desk.hovered = self._near() if game.on_map(game.mouse) else None
        if desk.hovered != desk.spent:
            desk.spent = None

    def _near(self) -> int | None:
        """Find whom the mouse is at, or else nearly at: people walk about, and a hand is slow."""
        person, game = self._person(), self.game
        if person is not None:
            return person
        x, y = people_middles(game.screen, game.scene)
        distances = np.hypot(x - game.mouse.x, y - game.mouse.y)
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= game.style.px(theme().near) else None

    def _person(self) -> int | None:
        """Find whom the mouse is exactly at."""
        return self.game.stage.person_at(self.game.frame, self.game.scene, (self.game.mouse.x, self.game.mouse.y))

    def _motion(self, event: pygame.Event) -> None:
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
        desk = self.game.desk
        if press.person is None:
            self.panning = True
        elif desk.tool != "look" and desk.half is None:
            desk.half = Half((press.person,))

    def _steer(self) -> None:
        """Look at what the mouse points at on the small map."""
        game, ground = self.game, self.game.session.level.map
        rect = game.minimap
        if rect is None:
            self.steering = False
        else:
            game.viewing.look_at(ground, spot_at(ground, rect, game.mouse), game.layout.map)

    def _down(self, event: pygame.Event) -> None:
        self._point(event.pos)
        game = self.game
        control = game.control_at(game.mouse)
        if event.button == MIDDLE and game.on_map(game.mouse):
            self.panning = True
        elif event.button == RIGHT and game.on_map(game.mouse):
            self._ask()
        elif event.button == LEFT and control is not None:
            game.touch = Touch(hovered=control.name, pressed=control.name)
            self._seek()
        elif event.button == LEFT and game.minimap is not None and game.minimap.collidepoint(game.mouse):
            self.steering = True
            self._steer()
        elif event.button == LEFT and game.on_map(game.mouse):
            game.desk.focus.at = None
            self.press = _Press(pygame.Vector2(game.mouse), game.desk.hovered)

    def _up(self, event: pygame.Event) -> None:
        self._point(event.pos)
        game = self.game
        if event.button == LEFT and game.touch.pressed is not None:
            control = game.control(game.touch.pressed)
            game.touch = Touch(hovered=game.touch.hovered)
            if control is not None and control.enabled and control.rect.collidepoint(game.mouse):
                self._press_control(control.name)
        elif event.button == LEFT and self.press is not None:
            self._release(self.press)
        if event.button in {LEFT, MIDDLE}:
            self.press, self.panning, self.steering = None, False, False

    def _press_control(self, name: str) -> None:
        control = self.game.control(name)
        if control is not None and not control.span:
            perform(self.game, control.act)

    def _release(self, press: _Press) -> None:
        """Finish a click or a drag on the map."""
        game, over = self.game, self.game.desk.hovered
        spot = game.camera.to_world((game.mouse.x, game.mouse.y))
        if press.dragged and press.person is None:
            return
        if press.dragged and wants_spot(game.desk.tool):
            touch_ground(game, spot)
        elif press.dragged and (over is None or over == press.person):
            game.desk.half = None
        elif over is not None and wants_spot(game.desk.tool) and game.desk.half is not None:
            touch_ground(game, spot)
        elif over is not None and pygame.key.get_mods() & pygame.KMOD_SHIFT and game.desk.half is None:
            game.desk.selected = over
            perform(game, "begin")
        elif over is not None:
            self._touch(over)
        elif game.on_map(game.mouse):
            touch_ground(game, spot)

    def _touch(self, person: int) -> None:
        """Use the tool; once it is used, what follows is to be seen, and not the lines of whoever it was used on."""
        desk = self.game.desk
        before, tool = desk.selected, desk.tool
        touch_person(self.game, person)
        if desk.half is None and tool != "look" and desk.dock != "inspector":
            desk.selected, desk.spent = before, person

    def _ask(self) -> None:
        """Ask why, about whatever is under the mouse."""
        game, person = self.game, self._person()
        subject = None if person is not None else line_at(game.screen, game.scene, game.mouse)
        person = game.desk.hovered if person is None else person
        if subject is None and person is not None:
            subject = Subject("person", person)
        if subject is not None:
            ask_why(game, subject)

    def _seek(self) -> None:
        """Travel to the moment under the mouse, if it holds a strip of time."""
        game = self.game
        strip = game.control(game.touch.pressed)
        if strip is not None and strip.span:
            perform(game, f"seek:{tick_at(game.screen, strip, game.mouse.x)}")

    def _wheel(self, event: pygame.Event) -> None:
        game = self.game
        if game.on_map(game.mouse):
            game.zoom(_WHEEL**event.y, (game.mouse.x, game.mouse.y))
        elif game.desk.dock and game.layout.dock.collidepoint(game.mouse):
            perform(game, f"scroll:{-event.y}")

    def _key(self, event: pygame.Event) -> None:
        game = self.game
        if event.key in HELD and not event.mod & (pygame.KMOD_SHIFT | pygame.KMOD_CTRL):
            if HELD[event.key] == "eyes":
                self._see_through()
            game.desk.held.add(HELD[event.key])
        elif event.key == pygame.K_TAB:
            game.desk.focus.move(game.ring(), -1 if event.mod & pygame.KMOD_SHIFT else 1)
            game.desk.scroll = uncovered(game.screen, game.panes, game.desk.focus.at)
        elif event.key in _ARROWS:
            self._arrow(_ARROWS[event.key], pan=bool(event.mod & pygame.KMOD_CTRL))
        elif event.key in {pygame.K_RETURN, pygame.K_KP_ENTER} and game.desk.focus.at not in {None, MAP}:
            self._press_control(game.desk.focus.at or "")
        else:
            name = action_of(event.key, event.mod)
            if name is not None:
                perform(game, name)

    def _see_through(self) -> None:
        """Choose whose eyes to look through: whoever is under the mouse, is chosen, or is spoken of in the hint."""
        game, desk = self.game, self.game.desk
        if "eyes" in desk.held:
            return
        desk.watcher = desk.selected if desk.hovered is None else desk.hovered
        if desk.watcher is None:
            hint = hint_of(game.screen)
            desk.watcher = None if hint is None else hint.person
        if desk.watcher is None:
            desk.say(say("ui.pick_first"))
        else:
            begun(game)

    def _key_up(self, event: pygame.Event) -> None:
        if event.key in HELD:
            self.game.desk.held.discard(HELD[event.key])

    def _arrow(self, direction: tuple[int, int], *, pan: bool) -> None:
        """Move what has the keyboard: somebody who was picked up, the time, the mark on the people, or the map."""
        game, half = self.game, self.game.desk.half
        focused = game.control(game.desk.focus.at)
        if pan:
            game.pan(-direction[0] * _KEY_PAN, -direction[1] * _KEY_PAN)
        elif half is not None and half.spot is not None:
            spot = (half.spot[0] + direction[0] * _KEY_STEP, half.spot[1] + direction[1] * _KEY_STEP)
            game.desk.half = Half(half.people, spot)
        elif focused is not None and focused.span:
            perform(game, f"seek:{game.frame.tick + direction[0] * TICKS_PER_SECOND}")
        elif game.desk.focus.at is None:
            game.pan(-direction[0] * _KEY_PAN, -direction[1] * _KEY_PAN)
        else:
            game.desk.focus.at = MAP
            game.select_nearest(direction)
