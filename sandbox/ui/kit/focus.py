"""The keyboard's place: which control would act on Enter, and whom the arrows reach next on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from sandbox.engine.arrays import Floats

MAP: Final = "map"
"""The name under which the whole map takes part in the ring."""

_SIDEWAYS: Final = 2.0
"""How much farther off somebody to the side counts than somebody straight ahead."""


@dataclass(slots=True)
class FocusRing:
    """Goes round the controls by name, so that it survives every rebuild of the screen."""

    at: str | None = None

    def move(self, ring: Sequence[str], step: int, disabled: Container[str] = ()) -> None:
        """Go on (1) or back (-1) to the next name that can be pressed; the first Tab lands on the first."""
        place = ring.index(self.at) + step if self.at in ring else min(step, 0)
        while ring[place % len(ring)] in disabled:
            place += step
        self.at = ring[place % len(ring)]

    def keep(self, ring: Sequence[str]) -> None:
        """Fall back to the first name when the focused one is gone."""
        if self.at not in {None, *ring}:
            self.at = ring[0]


def nearest(x: Floats, y: Floats, start: int | None, direction: tuple[int, int]) -> int:
    """Find whom an arrow key leads to: the (N,) x and y in metres, from row `start`, along a unit `direction`."""
    if start is None:
        return int(np.argmin((x - x.mean()) ** 2 + (y - y.mean()) ** 2))
    ahead = (x - x[start]) * direction[0] + (y - y[start]) * direction[1]
    aside = np.abs((x - x[start]) * direction[1] - (y - y[start]) * direction[0])
    cost = np.where(ahead > 0, ahead + _SIDEWAYS * aside, np.inf)
    cost[start] = np.inf
    return int(np.argmin(cost)) if np.isfinite(cost).any() else start
