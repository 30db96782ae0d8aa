"""Ordinary people: traits drawn around the usual, so that a population shows percentages.

The choices of one and the same person are nearly certain; what makes 62 of 100 help is that people differ. Spreads are
those of questionnaires where one measures much the same, on a scale from its lowest to its highest score.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np

from sandbox.scenario.schema import Tastes, Traits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

DIGITS: Final = 3
"""Decimals of a drawn value: enough, and the same on every machine."""


class Usual(NamedTuple):
    """How some trait is spread among ordinary people, 0 to 1 after the ends are cut off."""

    mean: float
    spread: float
    """standard deviation before the ends are cut off"""
    source: str


USUAL: Final[Mapping[str, Usual]] = {
    "sympathy": Usual(0.6, 0.15, "Davis 1983, empathic concern: spread 4.1 of 28 points"),
    "approval": Usual(0.5, 0.17, "Leary 1983, fear of negative evaluation: 35.7 ± 8.1 on 12 to 60"),
    "spite": Usual(0.4, 0.15, "design"),
    "provocation": Usual(0.3, 0.15, "design"),
    "anxiety": Usual(0.2, 0.15, "Spielberger 1983, trait anxiety: spread 9 of 60 points"),
    "competence": Usual(0.6, 0.15, "design"),
    "expressiveness": Usual(0.9, 0.1, "design"),
    "envy": Usual(0.3, 0.15, "design"),
    "playfulness": Usual(0.3, 0.15, "design"),
    "social_attention": Usual(0.5, 0.2, "design"),
}
"""Traits; what is not listed is the same for everybody. The means are those of the level format."""
USUAL_TASTES: Final[Mapping[str, Usual]] = {
    "company": Usual(0.4, 0.2, "design"),
    "sweets": Usual(0.6, 0.2, "design"),
}
"""Tastes, likewise."""


def draws(seed: int, *names: str) -> Generator:
    """Open the stream of random numbers that belongs to a seed and some names; the same ones give the same numbers."""
    return np.random.default_rng([seed, *(crc32(name.encode()) for name in names)])


def around(draw: Generator, mean: float, spread: float, low: float = 0.0, high: float = 1.0) -> float:
    """Draw a value from the normal distribution that is cut off at `low` and `high`, by one random number."""
    if spread <= 0:
        return min(high, max(low, mean))
    normal = NormalDist(mean, spread)
    least, most = normal.cdf(low), normal.cdf(high)
    share = least + (most - least) * float(draw.random())
    value = normal.inv_cdf(share) if 0 < share < 1 else mean
    return round(min(high, max(low, value)), DIGITS)


def traits(draw: Generator, **given: float) -> Traits:
    """Draw somebody's traits; those given are as they are said to be."""
    drawn = {name: around(draw, usual.mean, usual.spread) for name, usual in USUAL.items()}
    return Traits(**(drawn | given))


def tastes(draw: Generator, **given: float) -> Tastes:
    """Draw somebody's tastes; those given are as they are said to be."""
    low = {"company": -1.0}
    drawn = {name: around(draw, usual.mean, usual.spread, low.get(name, 0.0)) for name, usual in USUAL_TASTES.items()}
    return Tastes(**(drawn | given))
