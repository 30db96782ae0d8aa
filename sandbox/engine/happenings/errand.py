"""What the happenings about errands share: where somebody is sent, and how.

Theory: design; Darley & Batson 1973.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.errands import FREED
from sandbox.engine.table import replaced, with_rows
from sandbox.engine.ways import STRAIGHT

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World

_STEP: Final = 0.5
"""Metres between spots at an edge that are tried."""


def sent(world: World, event: Event, weight: float, spot: tuple[float, float], *, out: bool = False) -> World:
    """Send somebody to a spot, or to a person, with what it is worth to be there; an earlier errand is dropped."""
    x, y = within(world, spot)
    errand = {
        "errand": STRAIGHT,
        "errand_x": x,
        "errand_y": y,
        "detour_x": x,
        "detour_y": y,
        "errand_to": event.to,
        "errand_weight": weight,
        "errand_by": event.until,
        "errand_out": int(out),
    }
    return _with(world, event.who, errand)


def freed(world: World, who: int) -> World:
    """Take somebody's errand off them."""
    return _with(world, who, FREED)


def settled(world: World, who: int, spot: tuple[float, float]) -> World:
    """Let a spot be where somebody idles."""
    x, y = within(world, spot)
    return _with(world, who, {"home_x": x, "home_y": y})


def placed(world: World, who: int, spot: tuple[float, float]) -> World:
    """Set somebody down at a spot, on the map, not by their own feet; they go home from there."""
    x, y = within(world, spot)
    people = world.people
    home = {"goal_x": people.home_x[who], "goal_y": people.home_y[who]}
    return _with(world, who, {"x": x, "y": y, "present": 1, **home})


def here(world: World, who: int) -> tuple[float, float]:
    """Return where somebody is."""
    return float(world.people.x[who]), float(world.people.y[who])


def at_edge(world: World, who: int, edge: str) -> tuple[float, float]:
    """Return the spot at an edge of the map that is nearest to somebody; at any edge, if none is named.

    One to which no wall bars the straight way comes before nearer ones to which one does.
    """
    (x, y), ground = here(world, who), world.ground
    across = np.append(x, np.arange(0.0, ground.width, _STEP))
    down = np.append(y, np.arange(0.0, ground.height, _STEP))
    spots = {
        "left": (np.zeros(len(down)), down),
        "right": (np.full(len(down), ground.width), down),
        "top": (across, np.zeros(len(across))),
        "bottom": (across, np.full(len(across), ground.height)),
    }
    chosen = [spots[edge]] if edge else list(spots.values())
    to_x, to_y = (np.concatenate(part) for part in zip(*chosen, strict=True))
    to_x, to_y = ground.within(to_x, to_y, world.params.edge_room)
    barred = world.cut(np.full(len(to_x), who), np.full(len(to_x), x), np.full(len(to_x), y), to_x, to_y)
    best = np.lexsort(((to_x - x) ** 2 + (to_y - y) ** 2, barred))[0]
    return float(to_x[best]), float(to_y[best])


def within(world: World, spot: tuple[float, float]) -> tuple[float, float]:
    """Return the nearest spot on the map on which somebody can stand."""
    x, y = world.ground.within(np.array(spot[0]), np.array(spot[1]), world.params.edge_room)
    return float(x), float(y)


def _with(world: World, who: int, columns: dict[str, float] | dict[str, int]) -> World:
    return replaced(world, people=with_rows(world.people, np.array([who]), **columns))
