"""When the bars of a level come that began without any, and what lies beside the mouse until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.ui.hud.bare import beside, over

if TYPE_CHECKING:
    from sandbox.ui.game import Game


def stay_bare(game: Game) -> None:
    """Let what can be done follow the mouse, or let the bars come."""
    if not game.state.bare:
        return
    if over(game.context) or "why" in game.shell.learned:
        dress(game)
    else:
        game.state.beside = beside(game.context)


def dress(game: Game) -> None:
    """Let the bars come, if there are none yet; the camera makes room for them."""
    state = game.state
    if state.bare:
        state.bare, state.beside, state.dressed = False, None, state.clock
        game.arrange()
        game.camera_control.make_room(game.layout)
