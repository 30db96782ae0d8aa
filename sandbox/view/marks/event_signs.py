"""The moment in which something happens: a sign over the head, and a word; of the ring that runs out see `dust`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.session.seen.recent import newest
from sandbox.view.canvas.spots import Taken, emptiest
from sandbox.view.canvas.text import pill
from sandbox.view.late import Late
from sandbox.view.marks.overlays import centred
from sandbox.view.people import sprites

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.arrays import Ints
    from sandbox.engine.causes import Record
    from sandbox.engine.happenings.happening import Kind
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

LASTS: Final = 2.2
"""Seconds that the sign stays."""
POP: Final = 0.5
"""How much larger a sign is at first."""
POP_SECONDS: Final = 0.25
HIGHER: Final = (0, 1, 2, 3.5)
"""How much higher a word may go to find room, in its heights."""
PLACES: Final = 2 * len(HIGHER)
LATE: Final = 4
"""Pictures of a new moment in which words stay where they were: others are worked at by then."""


def _fresh(frame: Frame, viewpoint: Viewpoint, lasts: float) -> Iterator[tuple[Record, Kind, float]]:
    for record, kind in newest(frame, lasts):
        age = frame.age_of(record.tick, viewpoint.alpha)
        if age < lasts:
            yield record, kind, age


def has_sign(kind: Kind) -> bool:
    """Return whether a happening is marked by a sign and a word; of a new place the place itself tells."""
    return kind.is_tool and not kind.wants_spot


_SIGNED: Final = {detail: kind.passed_on for detail, kind in enumerate(HAPPENINGS) if has_sign(kind)}
"""Whether a happening that has a sign is passed on, so that the sign is over the one to whom it is."""


def signs(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[tuple[int, int, Blit]]:
    """Return the signs of what has just happened, each with over whom it is, and its record."""
    happened, who, ticks = _signed(frame)
    ages = np.maximum(0.0, (frame.tick - 1 - ticks + viewpoint.alpha) / TICKS_PER_SECOND)
    fresh = np.flatnonzero((ages < LASTS) & cast.seen(who))
    if not len(fresh):
        return []
    who, ages = who[fresh], ages[fresh]
    grown = np.ones(len(ages)) if viewpoint.reduce_motion else 1 + POP * np.maximum(0.0, 1 - ages / POP_SECONDS)
    sizes = np.rint(lengths.spark_px * grown / 4).astype(np.int64) * 4
    steps = sprites.fade_steps(2 * (1 - ages / LASTS))
    kinds = [*zip([happened[place][1] for place in fresh.tolist()], sizes.tolist(), steps.tolist(), strict=True)]
    icons = {kind: sprites.fading_icon(*kind) for kind in set(kinds)}
    rise = 0.0 if viewpoint.reduce_motion else ages / LASTS * cast.size * 0.3
    x = cast.x[who] + cast.size * 0.1
    y = cast.tops[who] - lengths.spark_px * 0.55 - rise
    records = [happened[place][0].id for place in fresh.tolist()]
    spots = zip(x.tolist(), y.tolist(), strict=True)
    return [
        (one, record, centred(icons[kind], spot))
        for one, record, kind, spot in zip(who.tolist(), records, kinds, spots, strict=True)
    ]


_latest: list[tuple[Frame, tuple[list[tuple[Record, str]], Ints, Ints]]] = []


def _signed(frame: Frame) -> tuple[list[tuple[Record, str]], Ints, Ints]:
    """Return what has lately happened that has a sign, (K,) over whom it is, and its tick; found once for a frame."""
    if not _latest or _latest[0][0] is not frame:
        happened = [(record, kind.icon) for record, kind in newest(frame, LASTS) if record.detail in _SIGNED]
        over = [(record.whom if _SIGNED[record.detail] else record.who, record.tick) for record, _ in happened]
        who, ticks = np.array(over, np.int64).reshape(-1, 2).T
        _latest[:] = [(frame, (happened, who, ticks))]
    return _latest[0][1]


class Cries:
    """What people cry out; where by its sign a word has room is found once for each moment and view."""

    def __init__(self) -> None:
        """Begin with no word."""
        self._found: Late[dict[int, int | None]] = Late(LATE)
        """of each happening by the id of its record, at which of its places its word is, or None if there is none"""

    def of(self, frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
        """Return the words, with ordinary alpha."""
        if cast.size < lengths.plain_below_px:
            return []
        cried = [
            (record.id, pill(text_of(f"spark.{kind.name}"), lengths.word_px, lengths.pill_pad_px), pose, age)
            for record, kind, age in _fresh(frame, viewpoint, LASTS)
            if has_sign(kind) and (pose := cast.get(record.whom if kind.passed_on else record.who)) is not None
        ]
        room, found = viewpoint.camera.rect, self._found.of(frame, (viewpoint.camera, lengths), dict)
        blits: list[Blit] = []
        for name, word, pose, age in cried:
            sign = _spot(pose, age, viewpoint, lengths)
            if name not in found:
                found[name] = _room([_beside(word, sign, number, lengths) for number in range(PLACES)], room, cast)
            number = found[name]
            if number is not None:
                blits.append((word, _beside(word, sign, number, lengths).topleft))
        return blits


def _room(places: list[pygame.Rect], room: pygame.Rect, cast: Cast) -> int | None:
    """Return the number of the emptiest place, or None if a word would hide eyes there."""
    taken = Taken(cast.spared(places[0].unionall(places[1:])))
    number = emptiest(places, room, taken)
    return None if taken.hides(places[number]) else number


def _beside(word: pygame.Surface, sign: tuple[float, float], number: int, lengths: Sizes) -> pygame.Rect:
    """Return one of the PLACES of a word by its sign: at the upper right first, then at the left, and higher."""
    (x, y), away, (wide, high) = sign, lengths.spark_px * 0.45, word.get_size()
    up, left = divmod(number, 2)
    corner = (x - away - wide if left else x + away, y - away - HIGHER[up] * high)
    return pygame.Rect(round(corner[0]), round(corner[1]), wide, high)


def _spot(pose: Pose, age: float, viewpoint: Viewpoint, lengths: Sizes) -> tuple[float, float]:
    rise = 0.0 if viewpoint.reduce_motion else age / LASTS * pose.size * 0.3
    return (pose.x + pose.size * 0.1, pose.top() - lengths.spark_px * 0.55 - rise)
