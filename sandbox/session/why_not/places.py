"""Places: who might have stood elsewhere, or been free, at the moment in question (T8, T24, T28)."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.people import NOBODY
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why_not.change import Change
    from sandbox.session.why_not.scene import Scene

BESIDE: Final = 2.0
"""Metres between two who stand beside each other."""
ROUND: Final = 8
"""Directions from which somebody may be put beside another."""
RIVALS: Final = 2
"""So many others are taken away one by one, the nearest to the matter first."""
FREE: Final = 0.5
"""Size of being free, or of going away."""
_HELPS: Final = those(lambda option: option.answers_need)
Spot = tuple[float, float]


def nearer(scene: Scene) -> Iterator[Change]:
    """List how the two might have stood nearer to each other, or to the trouble that is judged."""
    goal = scene.trouble if scene.act == "blame" and scene.trouble != scene.one else scene.other
    people, width = scene.world.people, _across(scene)
    spot = _beside(scene, scene.one, goal)
    if spot is not None:
        here = float(people.x[scene.one]), float(people.y[scene.one])
        way = np.hypot(spot[0] - here[0], spot[1] - here[1]) / width
        half = (here[0] + spot[0]) / 2, (here[1] + spot[1]) / 2
        yield from scene.done("halfway", way / 2, _move(scene, scene.one, half), other=goal)
        yield from scene.done("beside", way, _move(scene, scene.one, spot), other=goal)
    to = scene.trouble if scene.act == "blame" else scene.one
    back = _beside(scene, scene.other, to) if to != scene.other else None
    if back is not None:
        way = np.hypot(back[0] - people.x[scene.other], back[1] - people.y[scene.other]) / width
        yield from scene.done("brought", way, _move(scene, scene.other, back), other=to)


def free(scene: Scene) -> Iterator[Change]:
    """List what might have left the one free to stay, or made the other go."""
    if scene.world.people.errand_weight[scene.one] > 0:
        yield from scene.done("stays", FREE, Happening(do="stay", who=scene.who))
    if scene.act == "blame":
        yield from scene.done("leaves", FREE, Happening(do="leave", who=scene.whom, amount=1.0))


def elsewhere(scene: Scene) -> Iterator[Change]:
    """List who else might have been far away, one by one or all together, or not in need themself."""
    corner, width = _corner(scene), _across(scene)
    rivals = _rivals(scene)
    for row in rivals[:RIVALS]:
        yield from scene.done("away", 1.0 / len(rivals), _move(scene, row, corner), rank="others", other=row)
        pain = float(scene.world.people.wound[row] + scene.world.people.illness[row])
        if pain > 0.0 and scene.act != "blame":
            heal = Happening(do="heal", who=scene.id(row))
            yield from scene.done("spared", min(1.0, pain), heal, rank="others", other=row)
    near = [row for row in rivals if scene.apart(scene.other)[row] < width / 2]
    if len(near) > 1:
        yield from scene.done("alone", 1.0, *(_move(scene, row, corner) for row in near), rank="others")


def _rivals(scene: Scene) -> list[int]:
    """List the others who have to do with it: those who help, those on the one's mind, then the nearest."""
    people, can, far = scene.world.people, scene.bystanders(), scene.apart(scene.other)
    if scene.act == "blame":
        can[scene.trouble] = False
    at_it = _HELPS[people.option] & (people.option_on == scene.other)
    mind = [scene.tie("attention", scene.one, row) or 0.0 for row in range(len(far))]
    weight = at_it + np.array(mind) + 1.0 / (1.0 + far)
    return sorted(np.flatnonzero(can).tolist(), key=lambda row: -weight[row])


def _move(scene: Scene, row: int, spot: Spot) -> Happening:
    return Happening(do="move", who=scene.id(row), x=round(spot[0], 2), y=round(spot[1], 2))


def _across(scene: Scene) -> float:
    return float(np.hypot(scene.level.map.width, scene.level.map.height))


def _corner(scene: Scene) -> Spot:
    """Return the corner of the map that is farthest from both."""
    people, width, height = scene.world.people, scene.level.map.width, scene.level.map.height
    both = [scene.one, scene.other]
    corners = [(x, y) for x in (1.0, width - 1.0) for y in (1.0, height - 1.0)]
    return max(corners, key=lambda at: float(np.hypot(people.x[both] - at[0], people.y[both] - at[1]).min()))


def _beside(scene: Scene, row: int, goal: int) -> Spot | None:
    """Return the spot beside somebody that is nearest to another one, with no wall between; None if they are there."""
    people, world = scene.world.people, scene.world
    if scene.apart(goal)[row] <= BESIDE or NOBODY in {row, goal}:
        return None
    angles = np.arange(ROUND) * 2 * pi / ROUND
    x, y = people.x[goal] + BESIDE * np.cos(angles), people.y[goal] + BESIDE * np.sin(angles)
    x, y = world.ground.within(x, y, world.params.edge_room)
    open_to = ~world.cut(np.full(ROUND, row), x, y, np.full(ROUND, people.x[goal]), np.full(ROUND, people.y[goal]))
    if not open_to.any():
        return None
    far = np.where(open_to, np.hypot(x - people.x[row], y - people.y[row]), np.inf)
    best = int(far.argmin())
    return float(x[best]), float(y[best])
