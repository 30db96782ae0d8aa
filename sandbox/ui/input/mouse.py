"""The mouse: finds out what a press is about and has it carried out as a command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.why.asking import Hit, asked
from sandbox.ui import verbs
from sandbox.ui.hud.hints import raised
from sandbox.ui.hud.map_marks import people_middles
from sandbox.ui.hud.timebar import tick_at
from sandbox.ui.kit.scrolling import SCROLL
from sandbox.ui.kit.style import theme
from sandbox.ui.tools.make_happening import wants_spot
from sandbox.view.place.minimap import spot_at

if TYPE_CHECKING:
    from sandbox.ui.game import Game
    from sandbox.ui.kit.invocation import Invocation

_WHEEL: Final = 1.12
_EXACT_PX: Final = 4
"""An arrow over somebody that is no farther off goes before them."""
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
        self.moved = False
        """whether it has moved since it was last looked up what it is at"""
        self.followed = -1
        """the tick at which that was"""

    def follow(self) -> None:
        """Travel where the mouse drags time, and look again who is under it if it rests, since people walk on."""
        self._travel()
        if self.moved or (self.game.session.tick != self.followed and self.press is None):
            self._point(self.game.mouse)

    def settle(self) -> None:
        """Look up what it is at if it has moved: what comes next may be about that."""
        if self.moved:
            self._point(self.game.mouse)

    def let_go(self) -> None:
        """Forget what is pressed and dragged."""
        self.press, self.panning, self.steering, self.sought = None, False, False, None

    def leave(self) -> None:
        """Point at nothing while the mouse is outside the window."""
        self.game.leave()
        self._hover()

    def _point(self, pos: tuple[float, float] | pygame.Vector2) -> None:
        self.moved, self.followed = False, self.game.session.tick
        self.game.point(pos)
        self._hover()

    def _hover(self) -> None:
        game, state = self.game, self.game.state
        said = game.said_at(game.mouse)
        state.hovered = None
        if game.on_map(game.mouse):
            state.hovered = self._near() if said is None else said.person
        if state.hovered != state.spent:
            state.spent = None

    def _near(self) -> int | None:
        """Find whom the mouse is at, or else nearly at: people walk about, and a hand is slow."""
        person, game = self._person(), self.game
        if person is not None or game.stage.legend.box.collidepoint(game.mouse):
            return person
        x, y = people_middles(game.context, game.viewpoint)
        distances = np.hypot(x - game.mouse.x, y - game.mouse.y)
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= game.style.px(theme().near) else None

    def _person(self) -> int | None:
        """Find whom the mouse is exactly at."""
        return self.game.stage.person_at((self.game.mouse.x, self.game.mouse.y))

    def motion(self, event: pygame.Event) -> None:
        """Take a motion: it drags what is held; what it is at is looked up once for each picture."""
        game = self.game
        game.mouse, self.moved = pygame.Vector2(event.pos), True
        self._seek()
        if self.steering:
            self._steer()
        elif self.panning:
            game.perform(verbs.PAN(*event.rel))
        elif self.press is not None and (game.mouse - self.press.at).length() > game.style.px(theme().drag):
            self._drag(self.press)

    def _drag(self, press: _Press) -> None:
        """Draw a thread from a person, or move the map, by a press that moves."""
        press.dragged = True
        if press.person is None:
            self.panning = True
        else:
            self.game.perform(verbs.DRAG_FROM(press.person))

    def _steer(self) -> None:
        """Look at what the mouse points at on the small map."""
        rect = self.game.minimap
        if rect is None:
            self.steering = False
        else:
            self.game.perform(verbs.LOOK_AT(*spot_at(self.game.session.level.map, rect, self.game.mouse)))

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
        elif game.fold_up():
            pass  # A press beside an open list is for that list, and must not befall anybody.
        elif event.button == LEFT and game.on_minimap(game.mouse):
            self.steering = True
            self._steer()
        elif event.button == LEFT and game.on_map(game.mouse) and game.aimed():
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
                game.press_control(control.name, by_mouse=True)
        elif event.button == LEFT and self.press is not None:
            self._release(self.press)
        if event.button in {LEFT, MIDDLE}:
            self.let_go()

    def _release(self, press: _Press) -> None:
        """Finish a click or a drag on the map."""
        meant = self._meant(press)
        if meant is not None:
            self.game.perform(meant)

    def _meant(self, press: _Press) -> Invocation | None:
        """Return the command that a click or a drag stands for, or None."""
        game, half = self.game, self.game.state.half
        over = game.state.hovered if press.dragged else press.person
        ground = verbs.GROUND(*game.camera.to_world((game.mouse.x, game.mouse.y)))
        if self._on_words() or (press.dragged and press.person is None):
            return verbs.LET_GO() if press.dragged else None
        if press.dragged and wants_spot(game.state.hand) and game.on_map(game.mouse):
            return ground
        if press.dragged and (over is None or over == press.person):
            return verbs.LET_GO()
        if over is None:
            return ground if game.on_map(game.mouse) else None
        if half is not None and wants_spot(game.state.hand):
            return ground
        shifted = bool(pygame.key.get_mods() & pygame.KMOD_SHIFT)
        return verbs.BEGIN_WITH(over) if shifted and half is None else verbs.TOUCH(over)

    def _on_words(self) -> bool:
        """Return whether words lie between the mouse and the map; only the first hint is as good as whom it names."""
        game = self.game
        said = game.said_at(game.mouse)
        if said is not None:
            return said.person is None or game.state.acted is not None
        return game.state.hovered is None and game.stage.legend.box.collidepoint(game.mouse)

    def _ask(self) -> None:
        """Ask why, about whatever is under the mouse: what is drawn there is what is asked about."""
        game, stage, pos = self.game, self.game.stage, (self.game.mouse.x, self.game.mouse.y)
        reach = game.context.style.px(theme().reach)
        hit = Hit(
            mark=stage.mark_at(pos),
            verdict=stage.verdict_at(pos, _EXACT_PX),
            person=self._person(),
            arrow=stage.verdict_at(pos, reach) or stage.arrow_at(pos, reach),
            ring=stage.ring_at(pos),
            near=game.state.hovered,
        )
        subject = asked(hit)
        if subject is not None:
            game.perform(verbs.ASK(raised(game.context, subject)))

    def _seek(self) -> None:
        """Note the moment under the mouse, if it holds a strip of time."""
        game = self.game
        strip = None if game.touch.pressed is None else game.control(game.touch.pressed)
        if strip is not None and strip.span:
            self.sought = tick_at(game.context, strip, game.mouse.x)

    def _travel(self) -> None:
        """Go to the moment that was noted last; a mouse tells of many between two pictures."""
        if self.sought is not None:
            sought, self.sought = self.sought, None
            self.game.perform(verbs.SEEK(sought))

    def wheel(self, event: pygame.Event) -> None:
        """Take a turn of the wheel: it comes closer to the map, or moves the panel."""
        game = self.game
        if game.on_map(game.mouse):
            game.perform(verbs.ZOOM(_WHEEL**event.y, game.mouse.x, game.mouse.y))
        elif game.state.dock and game.layout.dock.collidepoint(game.mouse):
            game.perform(SCROLL(-event.y))
