"""Three beats: before a deed a body is squashed, then it stretches, and settles with a little too much.

Bodies are not drawn anew for it: their sprites are scaled to one of a few forms.
"""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.seen.heaps import SHOWN

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints

SINKS: Final = 0.03
"""How much lower each stone at somebody's feet presses them, in parts of their height."""
_HELD_DOWN: Final = tuple((1 + SINKS / 2 * stones, 1 - SINKS * stones) for stones in range(1, SHOWN + 1))
FORMS: Final = ((1.10, 0.80), (1.06, 0.88), (1.02, 0.96), (1.0, 1.0), (0.97, 1.06), (0.94, 1.12), *_HELD_DOWN)
"""How wide and how tall a body is in each form, in parts of the usual."""
KNEELING, SQUASHED, SUNK, USUAL, RISEN, STRETCHED = range(len(FORMS) - SHOWN)
HELD_DOWN: Final = np.array([USUAL, *range(STRETCHED + 1, len(FORMS))])
"""Forms by how many stones lie with somebody, up to SHOWN."""
BOWED: Final = SQUASHED
SIZES: Final = np.array(FORMS).T
"""(2, F) how wide and how tall a body is in each form"""
REACHES: Final = 0.12
"""Seconds after which the arms are out: while a body is squashed it only gathers itself."""
HITS: Final = 0.16
"""Seconds after which what somebody does reaches the other."""
SECONDS: Final = 0.49
"""How long all three beats take."""
_BEATS: Final = (
    (0.03, SUNK),
    (0.12, SQUASHED),
    (0.15, USUAL),
    (0.18, RISEN),
    (0.24, STRETCHED),
    (0.30, RISEN),
    (0.42, SUNK),
)
"""Until which second after the begin of a deed the body of its doer has which form."""
_LANDS: Final = ((0.0, USUAL), (0.35, RISEN), (0.45, SQUASHED), (0.58, SUNK))
"""The same of somebody whom a blow makes jump."""
_ENDS: Final = np.array([end for end, _ in _BEATS])
_THEN: Final = np.array([*(form for _, form in _BEATS), USUAL])
_LANDS_ENDS: Final = np.array([end for end, _ in _LANDS])
_LANDS_THEN: Final = np.array([*(form for _, form in _LANDS), USUAL])
_SOFT: Final = np.array([KNEELING, SUNK, SUNK, USUAL, RISEN, RISEN])
"""The forms of gentle pictures."""
RETURNS: Final = 0.9
"""Seconds after which a lunge is over."""


def forms_at(ages: Floats, *, gentle: bool) -> Ints:
    """Return (K,) the forms of bodies so many seconds after their deeds began."""
    forms: Ints = _THEN[np.searchsorted(_ENDS, ages, "right")]
    return _SOFT[forms] if gentle else forms


def landing_at(age: float, *, gentle: bool) -> int:
    """Return the form of a body so many seconds after a blow made it jump."""
    form = int(_LANDS_THEN[np.searchsorted(_LANDS_ENDS, age, "right")])
    return int(_SOFT[form]) if gentle else form


def lunge_at(age: float) -> float:
    """Return which part of its lunge a body has gone so many seconds after the deed began; first it draws back."""
    if age < REACHES:
        return -0.25 * sin(pi / 2 * age / REACHES)
    if age < 2 * REACHES:
        return -0.25 + 1.25 * sin(pi / 2 * (age - REACHES) / REACHES)
    return max(0.0, 1 - max(0.0, (age - 0.5) / (RETURNS - 0.5)))


def scaled(sprite: pygame.Surface, form: int) -> pygame.Surface:
    """Return a sprite with premultiplied alpha in one of the forms."""
    wide, tall = FORMS[form]
    size = max(1, round(sprite.get_width() * wide)), max(1, round(sprite.get_height() * tall))
    return pygame.transform.smoothscale(sprite, size)
