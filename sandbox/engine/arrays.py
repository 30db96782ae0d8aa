"""Names for the array types that the engine passes around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import SECONDS_PER_TICK

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]
else:  # What they are made of is read by type checkers alone, and `numpy.typing` takes a while to import.
    Floats = Ints = Bools = np.ndarray

ZERO: Final[Floats] = np.array(0.0)
ONE: Final[Floats] = np.array(1.0)
HALF: Final[Floats] = np.array(0.5)
TWO: Final[Floats] = np.array(2.0)
TICK: Final[Floats] = np.array(SECONDS_PER_TICK)
"""As arrays: to find out what to make of a plain number takes numpy nearly as long as the operation itself."""
NO_ONE: Final[Ints] = np.array(-1)
"""`people.NOBODY` likewise, to compare columns with."""
for _number in (ZERO, ONE, HALF, TWO, TICK, NO_ONE):
    _number.setflags(write=False)


def nobodies(count: int) -> Ints:
    """Return (count,) times NOBODY; `np.full` and `np.ones`, written in Python, take more than twice as long."""
    column = np.empty(count, np.int64)
    column.fill(NO_ONE)
    return column


def ones(count: int) -> Floats:
    """Return (count,) times one."""
    column = np.empty(count)
    column.fill(ONE)
    return column
