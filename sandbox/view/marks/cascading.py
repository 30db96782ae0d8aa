"""A cascade as an event: all who have no part in it, and the ground, lie under a veil for a moment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.seen.cascade import cascade_of
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame
    from sandbox.session.seen.arrows import Arrow
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

    Shown = defaultdict[str, list[Arrow]]

VEIL: Final = 0.6
"""How opaque the veil is; half as much in gentle pictures."""
SECONDS: Final = 1.1
"""How long it lies there, in seconds of the world, of which the first pass at half speed."""
COMES: Final = 0.1
GOES: Final = 0.25
"""Seconds in which it comes and goes."""


def veiled(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> tuple[Ints, float] | None:
    """Return (K,) who is not under the veil, and how opaque it is; None without a cascade in view."""
    cascade = None if viewpoint.lens != "truth" or viewpoint.eyes is not None else cascade_of(frame)
    if cascade is None or cascade.whom not in cast:
        return None
    age = frame.age_of(cascade.tick, viewpoint.alpha)
    part = 1.0 if viewpoint.reduce_motion else min(1.0, age / COMES, (SECONDS - age) / GOES)
    if age >= SECONDS or part <= 0:
        return None
    involved = np.array(sorted({cascade.whom, *cascade.by}), np.int64)
    return involved, part * VEIL * (0.5 if viewpoint.gentle else 1.0)


def draw_veil(surface: pygame.Surface, rect: pygame.Rect, opacity: float) -> None:
    """Lay the veil over a part of the picture."""
    veil = _veil(rect.size)
    veil.set_alpha(round(255 * opacity))
    surface.blit(veil, rect)


def among(shown: Shown, people: frozenset[int]) -> Shown:
    """Return the arrows between some people."""
    kept: Shown = defaultdict(list)
    for kind, arrows in shown.items():
        kept[kind] = [arrow for arrow in arrows if {arrow.who, arrow.whom} <= people]
    return kept


@cached_picture
def _veil(size: tuple[int, int]) -> pygame.Surface:
    veil = pygame.Surface(size)
    veil.fill(themed(palette.VEIL))
    return veil
