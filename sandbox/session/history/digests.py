"""Fingerprints of a play-through now and then: whoever plays it anew sees by them whether it goes the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.world import World

OFTEN: Final = 5 * TICKS_PER_SECOND
"""Ticks between two fingerprints of the first minute: whether the past can be replayed shows at once."""
SELDOM: Final = 60 * TICKS_PER_SECOND
"""Ticks between two later ones."""


def due(tick: int) -> bool:
    """Return whether there is a fingerprint of this tick."""
    return tick > 0 and tick % (OFTEN if tick <= SELDOM else SELDOM) == 0


class Digests:
    """The fingerprints of one line of play, by tick."""

    def __init__(self, known: Iterable[tuple[int, str]] = ()) -> None:
        """Begin with those that are known."""
        self.known = dict(known)

    def note(self, world: World) -> None:
        """Keep the fingerprint of a moment if it is due and not known yet."""
        if due(world.tick) and world.tick not in self.known:
            self.known[world.tick] = world.digest()

    def until(self, tick: int) -> Digests:
        """Return those up to a tick, for another line that parts from there."""
        return Digests((known, digest) for known, digest in self.known.items() if known <= tick)
