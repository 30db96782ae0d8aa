"""The colour of each group's badge: a rosette that shows on whoever has gone over to another group (T26)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.scenario.build import groups_of
from sandbox.scenario.schema import Colour

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.scenario.schema import Level


def badge_colours(level: Level) -> dict[str, Colour]:
    """Return by group, in the order of numbers, its members' commonest colour; no two the same, if eight suffice."""
    worn: dict[str, Counter[Colour]] = {group: Counter() for group in groups_of(level)}
    for person in level.people:
        if person.group:
            worn[person.group][person.look.colour] += 1
    free: list[Colour] = list(get_args(Colour))
    colours: dict[str, Colour] = {}
    for group, counted in worn.items():
        wanted = [colour for colour, _ in counted.most_common()]
        colour = next((one for one in [*wanted, *free] if one in free), wanted[0] if wanted else "sky")
        colours[group] = colour
        if colour in free:
            free.remove(colour)
    return colours


def born_groups(level: Level) -> Ints:
    """Return (N,) the number of the group in which everybody starts, or NOBODY."""
    numbers = groups_of(level)
    return np.asarray([numbers.get(person.group or "", NOBODY) for person in level.people], np.int64)
