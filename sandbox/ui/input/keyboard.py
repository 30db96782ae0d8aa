"""The keyboard: finds out what a key is about and hands it on as an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.catalogue import say
from sandbox.ui.bindings import HELD, action_of
from sandbox.ui.commands import perform, press_control
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.kit.focus import MAP
from sandbox.ui.kit.scrolling import uncovered
from sandbox.ui.state import Half
from sandbox.ui.tools.make_happening import inside
from sandbox.ui.tools.use_tool import begun

if TYPE_CHECKING:
    from sandbox.ui.game import Game

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


class Keyboard:
    """The keys of one game."""

    def __init__(self, game: Game) -> None:
        self.game = game

    def down(self, event: pygame.Event) -> str:
        """Take a key that went down; give the name of the action that it stands for, if any."""
        game = self.game
        if event.key in HELD and not event.mod & (pygame.KMOD_SHIFT | pygame.KMOD_CTRL):
            if HELD[event.key] == "eyes":
                self._see_through()
            game.state.held.add(HELD[event.key])
        elif event.key == pygame.K_TAB:
            game.move_focus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif event.key in _ARROWS:
            self._arrow(_ARROWS[event.key], pan=bool(event.mod & pygame.KMOD_CTRL))
        elif event.key in {pygame.K_RETURN, pygame.K_KP_ENTER} and game.state.focus.at not in {None, MAP}:
            game.state.scroll = uncovered(game.panes, game.state.scroll, game.state.focus.at)
            press_control(game, game.state.focus.at or "")
        else:
            name = action_of(event.key, event.mod) or ""
            if name:
                perform(game, name)
            return name
        return ""

    def _see_through(self) -> None:
        """Choose whose eyes to look through: whoever is under the mouse, is chosen, or is spoken of in the hint."""
        game, state = self.game, self.game.state
        if "eyes" in state.held:
            return
        state.watcher = state.selected if state.hovered is None else state.hovered
        if state.watcher is None:
            hint = hint_of(game.context)
            state.watcher = None if hint is None else hint.person
        if state.watcher is None:
            game.shell.say(say("ui.pick_first"))
        else:
            begun(game)

    def up(self, event: pygame.Event) -> None:
        """Take a key that came up."""
        if event.key in HELD:
            self.game.state.held.discard(HELD[event.key])

    def _arrow(self, direction: tuple[int, int], *, pan: bool) -> None:
        """Move what has the keyboard: somebody who was picked up, the time, the mark on the people, or the map."""
        game, half = self.game, self.game.state.half
        focused = game.control(game.state.focus.at)
        if pan:
            game.pan(-direction[0] * _KEY_PAN, -direction[1] * _KEY_PAN)
        elif half is not None and half.spot is not None:
            spot = (half.spot[0] + direction[0] * _KEY_STEP, half.spot[1] + direction[1] * _KEY_STEP)
            game.state.half = Half(half.people, inside(game.frame.level, spot))
        elif focused is not None and focused.span:
            perform(game, f"seek:{game.frame.tick + direction[0] * TICKS_PER_SECOND}")
        elif game.state.focus.at is None:
            game.pan(-direction[0] * _KEY_PAN, -direction[1] * _KEY_PAN)
        else:
            game.state.focus.at = MAP
            game.select_nearest(direction)
