"""What people are at, as the experiments read it off a world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import INDEX

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Ints
    from sandbox.engine.realm import Realm

HELPING: Final = ("help", "comfort")
"""Options that count as helping somebody."""


def doing(world: Realm, who: Ints, options: tuple[str, ...], *, on: Ints | None = None) -> Bools:
    """Return which people are at one of some options, towards anybody or towards one person.

    Args:
        world: the moment.
        who: rows of People, of any shape.
        options: names.
        on: the person that it has to concern, of a shape that broadcasts with `who`'s; anybody if left out.

    Returns:
        flags, of the shape of `who`.
    """
    people = world.people
    at: Bools = np.isin(people.option[who], [INDEX[option] for option in options])
    return at if on is None else at & (people.option_on[who] == on)
