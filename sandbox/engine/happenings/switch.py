"""A drive is switched off, or on again, in everybody.

Theory: every mechanism can be turned off, and the same day run again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.happening import Kind
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World


def _apply(world: World, happening: Happening, _amount: float) -> World:
    others = world.off - {happening.drive}
    return altered(world, off=others if happening.on else others | {happening.drive})


KIND = Kind(
    "switch",
    frozenset({"drive", "on"}),
    frozenset({"drive", "on"}),
    _apply,
    tone="neutral",
    icon="drives",
    sound="switch",
)
