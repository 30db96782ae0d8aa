"""Between which numbers something is to be, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

RISING: Final = ((0.5, "very_good"), (0.2, "good"), (0.0, "fair"), (-0.3, "not_bad"), (-1.0, "not_awful"))
"""How somebody is whose mood is at least so: the first that is no more than the bound."""
FALLING: Final = ((-0.5, "awful"), (-0.2, "bad"), (0.1, "not_good"), (1.0, "not_that_good"))
"""How somebody is whose mood is at most so: the first that is no less than the bound."""
MOODS: Final = (*RISING[:3], (-0.2, "not_good"), (-0.5, "bad"), (-1.0, "awful"))
"""How somebody is who feels so: the first that is less, or equal."""
NEAR: Final = 0.1
"""What is no farther off its bound is almost so."""
GRADES: Final[Sequence[str]] = (*(name for _, name in (*RISING, *FALLING)), "between")


class Bounds(NamedTuple):
    """A least number, a highest one, or both."""

    least: float | None
    most: float | None
    strict: bool = False
    """whether the bound itself is left out"""

    @property
    def side(self) -> str:
        """To which side it is open: up (also where both are given) or down."""
        return "down" if self.least is None else "up"

    @property
    def words(self) -> str:
        """The numbers."""
        if self.most is None:
            return text_of("bounds.more" if self.strict else "bounds.least", low=number(self.least or 0.0))
        if self.least is None:
            return text_of("bounds.less" if self.strict else "bounds.most", high=number(self.most))
        if self.least == self.most:
            return number(self.least)
        return text_of("bounds.between", low=number(self.least), high=number(self.most))


def deny(bounds: Bounds) -> Bounds:
    """Return the opposite of one bound."""
    return Bounds(bounds.most, bounds.least, strict=not bounds.strict)


def grade(bounds: Bounds) -> str:
    """Name the mood, one of GRADES, of somebody whose mood is within bounds."""
    if bounds.least is not None and bounds.most is not None:
        return "between"
    if bounds.least is not None:
        least = bounds.least
        return next(name for line, name in RISING if line <= least)
    most = bounds.most or 0.0
    return next(name for line, name in FALLING if most <= line)


def graded(value: float) -> str:
    """Name the mood, one of GRADES, of somebody who feels so."""
    return next(name for line, name in MOODS if line <= max(-1.0, value))


def number(value: float) -> str:
    """Write a number of a condition: with at most two places, and a true minus."""
    return f"{round(value, 2):g}".replace("-", "−")


def whole(least: int | None, most: int | None, *, denied: bool) -> tuple[int | None, int | None]:
    """Return between which whole numbers something is to be, or is to be if it is denied."""
    if not denied:
        return least, most
    return (None, max(0, least - 1)) if least is not None else ((most or 0) + 1, None)


def times(least: float | None, most: float | None) -> str:
    """Say between which numbers an amount is to be."""
    low, high = f"{least or 0.0:g}", f"{most or 0.0:g}"
    if most is None:
        return text_of("condition.times.least", number=low)
    if not least:
        return text_of("condition.times.most", number=high)
    return text_of("condition.times.exact" if least == most else "condition.times.between", low=low, number=high)
