"""Codes: all that a figure's picture depends on, its size apart, folded into one number."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.view.acting.acts import CODES, act_of
from sandbox.view.people.bodies import LEVELS
from sandbox.view.people.expression import AHEAD, DIRECTIONS, DRIPPING, EYES, PUPILS, TEARS, Expression
from sandbox.view.people.face_marks import drips
from sandbox.view.people.faces import skin_shows, turned_to
from sandbox.view.plates.steps import STEPS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.view.people.bodies import Build

GRADES: Final = 2 * LEVELS + 1
LEANS: Final = (-1.0, -0.7, 0.0, 0.7, 1.0)
"""How far bodies lean: towards a friend a little less than into a way or a look."""
UPRIGHT: Final = LEANS.index(0.0)
WITH_FACE: Final = AHEAD - 1
"""Stands for pupils that go where the face does."""
BODIES, FACES = 1024, 4096
"""So many bodies and faces are remembered by their digits: making them anew takes longer than finding them."""


class Digits(NamedTuple):
    """(N,) columns of which a figure's code is folded, each from its least on, or one number for everybody."""

    bearing: Ints
    feeling: Ints
    shown: Ints
    gaze: Ints
    eyes: Ints
    lean: Ints | int = UPRIGHT
    """an index into LEANS"""
    act: Ints | int = 0
    """as `act_of` unfolds it"""
    pupils: Ints | int = WITH_FACE
    """a direction, AHEAD, or WITH_FACE"""
    pupil: Ints | int = 0
    """an index into PUPILS"""
    tear: Ints | int = DRIPPING
    plate: Ints | int = 0


FOLDS: Final = tuple(
    zip(
        (
            3,
            GRADES,
            GRADES,
            DIRECTIONS + 1,
            len(EYES),
            len(LEANS),
            CODES,
            DIRECTIONS + 2,
            len(PUPILS),
            TEARS + 1,
            STEPS + 1,
        ),
        (-1, -LEVELS, -LEVELS, AHEAD, 0, 0, 0, WITH_FACE, 0, 0, 0),
        strict=True,
    )
)
"""Of each digit how many values it has, and the least; the plate's is the last."""
_WORTHS: Final = tuple(prod(count for count, _ in FOLDS[place + 1 :]) for place in range(len(FOLDS)))
"""By how much a code grows with each digit."""
_LEAST: Final = sum(worth * least for worth, (_, least) in zip(_WORTHS, FOLDS, strict=True))
_COSTUME: Final = prod(count for count, _ in FOLDS)


def folded(costumes: Ints, digits: Digits) -> Ints:
    """Fold (N,) costumes and columns into one number for each person."""
    code = costumes * _COSTUME
    alike = -_LEAST
    for column, worth in zip(digits, _WORTHS, strict=True):
        if isinstance(column, int):
            alike += column * worth
        else:
            code += column * worth
    return code + alike


def unfolded(code: int) -> tuple[int, Digits]:
    """Return the costume and the digits of a number."""
    values = list[int]()
    for count, least in reversed(FOLDS):
        code, digit = divmod(code, count)
        values.append(digit + least)
    return code, Digits(*reversed(values))  # type: ignore[arg-type] # Of one person the columns are numbers.


def posed(build: Build, look: Expression, digits: Digits) -> tuple[Build, Expression]:
    """Return a body and a face that wear a costume, in the posture and with the look of some digits of one person."""
    bearing, feeling, shown, gaze, eyes, lean, act, pupils, pupil, tear, plate = map(int, digits)
    face = _minded(look, shown, gaze, eyes, act, pupils, pupil, tear, plate)
    return _dressed(build, feeling, bearing, lean, plate), face


@lru_cache(BODIES)
def _dressed(build: Build, feeling: int, bearing: int, lean: int, plate: int) -> Build:
    return replace(build, feeling=feeling, lean=LEANS[lean], bearing=bearing, plate=plate)


@lru_cache(FACES)
def _minded(  # noqa: PLR0913, PLR0917 - one for each digit, cached by place
    look: Expression, shown: int, gaze: int, lids: int, act: int, pupils: int, pupil: int, tear: int, plate: int
) -> Expression:
    eyes, (name, aim) = EYES[lids], act_of(act)
    return replace(
        look,
        shown=shown,
        gaze=turned_to(gaze, eyes),
        eyes=eyes,
        act=name,
        aim=aim,
        pupils=None if pupils == WITH_FACE else pupils,
        pupil=PUPILS[pupil],
        tear=tear if drips(eyes, shown) else DRIPPING,
        plate=plate,
        skin=look.skin if skin_shows(eyes, shown, name) else "sky",
    )
