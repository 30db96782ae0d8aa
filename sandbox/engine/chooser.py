"""Chooser: what people who are choosing or doing something are themselves, whoever they have in mind.

Theory: T13, MODEL step 5. See `mind`, which knows the one whom it is about as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine import ways
from sandbox.engine.curves import positive, share
from sandbox.engine.drives import driven
from sandbox.engine.fact import Fact, OfDoer

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.realm import Realm


class Chooser:
    """M people; every array is (M,)."""

    def __init__(self, world: Realm, doer: Ints) -> None:
        """Take (M,) rows of People."""
        self.world, self.doer, self.params = world, doer, world.law(doer)

    @Fact
    def here(self) -> tuple[Floats, Floats]:
        """Metres from the left and top edges."""
        return self.world.people.x[self.doer], self.world.people.y[self.doer]

    competence = OfDoer()
    """how fast the chooser's help works, 0 to 1"""

    @Fact
    def anxiety(self) -> Floats:
        """Pull of involuntary attention, 0 to 1 (T15)."""
        return driven(self.world, "anxiety", self.doer, self.world.people.anxiety[self.doer])

    @Fact
    def spite(self) -> Floats:
        """Strength of Schadenfreude, 0 to 1 (T10)."""
        return driven(self.world, "schadenfreude", self.doer, self.world.people.spite[self.doer])

    @Fact
    def pain(self) -> Floats:
        """The chooser's own: wound and illness, 0 to 1."""
        return share(self.world.people.wound[self.doer] + self.world.people.illness[self.doer])

    @Fact
    def suffering(self) -> Floats:
        """The chooser's own: what they feel below 0, 0 to 1."""
        return positive(-self.world.people.felt[self.doer])

    @Fact
    def wretched(self) -> Bools:
        """Whether the chooser suffers enough to do something about it."""
        return self.suffering >= self.params.need_threshold

    doses = OfDoer()
    """medicine in the chooser's bag (T19)"""
    drops = OfDoer()
    """happy drops in the chooser's bag (T20)"""

    @Fact
    def detour(self) -> Floats:
        """Metres that the other way round is longer; below 0 where there is none."""
        return ways.detour(self.world, self.doer)
