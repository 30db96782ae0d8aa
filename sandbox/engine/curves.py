"""Curves that give the same bits on every processor: only +, -, × and ÷ (no exp, tanh or power)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

import numpy as np

from sandbox.engine.arrays import ONE, ZERO
from sandbox.engine.params import SECONDS_PER_TICK

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints

_MINUS_ONE: Final = np.array(-1.0)
_MANY: Final = 500
"""Numbers from which on numpy's `clip` is faster than two ufuncs: five times at best, but dearer to call."""
_VERY_MANY: Final = 1_800
"""the same, than one ufunc"""
_NO_END: Final = float("inf")
_SQUARINGS: Final = 6
_STEEPEST: Final = -60.0


def squash(values: Floats) -> Floats:
    """Bend any number into (-1, 1), keeping sign and order: x / (1 + |x|)."""
    bent: Floats = values / (ONE + np.abs(values))
    return bent


def share(values: Floats) -> Floats:
    """Clip to [0, 1]."""
    if values.size > _MANY:
        return values.clip(0.0, 1.0)
    clipped: Floats = np.minimum(np.maximum(values, ZERO), ONE)
    return clipped


def valence(values: Floats) -> Floats:
    """Clip to [-1, 1]."""
    if values.size > _MANY:
        return values.clip(-1.0, 1.0)
    clipped: Floats = np.minimum(np.maximum(values, _MINUS_ONE), ONE)
    return clipped


def positive(values: Floats) -> Floats:
    """Return the part above zero, x⁺."""
    if values.size > _VERY_MANY:
        return values.clip(0.0, _NO_END)
    above: Floats = np.maximum(values, ZERO)
    return above


def halves(values: Floats) -> tuple[Floats, Floats]:
    """Return the parts above and below zero, x⁺ and (-x)⁺."""
    above = positive(values)
    return above, above - values


def exponential(values: Floats) -> Floats:
    """Approximate eˣ for x ≤ 0 by (1 + x/64)⁶⁴, squared up so that every processor gets the same bits."""
    power = 1.0 + np.maximum(values, _STEEPEST) / 2.0**_SQUARINGS
    for _ in range(_SQUARINGS):
        power = power * power
    return power


@overload
def at_most(most: float, value: float) -> float: ...
@overload
def at_most(most: float | Floats, value: Floats) -> Floats: ...
@overload
def at_most(most: float | Floats, value: float | Floats) -> float | Floats: ...
def at_most(most: float | Floats, value: float | Floats) -> float | Floats:
    """Return the smaller one of two constants; either may be a column, where worlds differ (`Realm.law`)."""
    if isinstance(most, float) and isinstance(value, float):
        return min(most, value)
    return np.minimum(most, value)


@overload
def whole(value: float) -> int: ...
@overload
def whole(value: Floats) -> Ints: ...
def whole(value: float | Floats) -> int | Ints:
    """Return a constant without its fraction; of a column, a column."""
    return value.astype(np.int64) if isinstance(value, np.ndarray) else int(value)


def part(time: float) -> float:
    """Return the part of its way that a value of time constant `time`, in seconds, covers in one tick; at most 1."""
    way = SECONDS_PER_TICK / time
    return at_most(1.0, way) if way.__class__ is not float else min(1.0, way)


def steps_up(old: Floats, new: Floats, step: float) -> Bools:
    """Return which numbers have gone up past a multiple of `step`: a change that is worth a record."""
    return np.floor(new / step) > old / step


def nearness_at(distance: Floats, reach: float) -> Floats:
    """Return how near somebody is at so many metres: 1 side by side, a half at arm's length (`reach`), 0 far away."""
    return ONE / (ONE + distance / reach)
