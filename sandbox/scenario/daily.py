"""The level of the day: the same one for everybody, with other people every day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

if TYPE_CHECKING:
    from datetime import date

    from sandbox.scenario.schema import Level

DAILY: Final = "daily-square"
"""The id of the level that it is made of: what its people `vary` in is drawn from the seed."""


def of_day(level: Level, day: date) -> Level:
    """Return a level as it is on a day: its seed is the day's number, and results are kept by the day."""
    return replace(level, id=f"{level.id}-{day:%Y-%m-%d}", title=f"{level.title}, {day:%Y-%m-%d}", seed=day.toordinal())
