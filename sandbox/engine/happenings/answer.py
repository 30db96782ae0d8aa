"""The player answers a question of the level: nobody on the map hears it, and nothing comes of it there.

Theory: design. It is a happening so that it is done, undone and replayed as all else that a player does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.happening import Kind

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, _event: Event, _amount: float) -> World:
    return world


KIND = Kind(
    "answer",
    frozenset({"question", "option"}),
    frozenset({"question", "option"}),
    _apply,
    tone="neutral",
    icon="question",
    sound="switch",
)
