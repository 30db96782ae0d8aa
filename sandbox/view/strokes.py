"""Lines straight onto the picture: thick, dashed, wavy, always with an edge of ink so that they survive a projector."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.view.palette import INK, Rgb

if TYPE_CHECKING:
    from collections.abc import Sequence

Spot = tuple[float, float]

BEND: Final = 0.12
"""How far a curved line leaves the straight way, as a share of its length."""
CURVE_STEPS: Final = 18


def thick(surface: pygame.Surface, points: Sequence[Spot], width: float, colour: Rgb) -> None:
    """Draw a line with round corners and smooth edges."""
    half = width / 2
    for start, end in zip(points, points[1:], strict=False):
        slab = _slab(start, end, half)
        pygame.draw.polygon(surface, colour, slab)
        pygame.draw.aalines(surface, colour, True, slab)  # noqa: FBT003 - closed; pygame takes it by place only
    if half > 1:
        for spot in points:
            pygame.draw.aacircle(surface, colour, spot, half - 0.5)


def edged(surface: pygame.Surface, points: Sequence[Spot], width: float, colour: Rgb, edge: float) -> None:
    """Draw a line with an edge of ink on both sides."""
    thick(surface, points, width + 2 * edge, INK)
    thick(surface, points, width, colour)


def dashed(
    surface: pygame.Surface, start: Spot, end: Spot, width: float, colour: Rgb, dash: float, shift: float = 0.0
) -> None:
    """Draw dashes from start to end; `shift` (in dashes) moves them along."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length < 1:
        return
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    at = (shift % 1.0) * 2 * dash - 2 * dash
    while at < length:
        first, last = max(0.0, at), min(length, at + dash)
        if last > first:
            ends = [(start[0] + ux * way, start[1] + uy * way) for way in (first, last)]
            thick(surface, ends, width, colour)
        at += 2 * dash


def between(start: Spot, end: Spot, leave: float, stop: float) -> tuple[Spot, Spot] | None:
    """Shorten a way at both ends, so that a line does not run over faces; None if nothing is left."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length <= leave + stop + 1:
        return None
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    return (start[0] + ux * leave, start[1] + uy * leave), (end[0] - ux * stop, end[1] - uy * stop)


def curve(start: Spot, end: Spot, bend: float = BEND) -> list[Spot]:
    """Give points of a gentle bow from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    control = ((start[0] + end[0]) / 2 - dy * bend * 2, (start[1] + end[1]) / 2 + dx * bend * 2)
    return [_bezier(start, control, end, step / CURVE_STEPS) for step in range(CURVE_STEPS + 1)]


def zigzag(start: Spot, end: Spot, swing: float, length: float) -> list[Spot]:
    """Give the corners of a jagged line from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    way = hypot(dx, dy) or 1.0
    count = max(2, round(way / length))
    nx, ny = -dy / way * swing, dx / way * swing
    middle = [(step, 1 if step % 2 else -1) for step in range(1, count)]
    corners = [(start[0] + dx * s / count + nx * side, start[1] + dy * s / count + ny * side) for s, side in middle]
    return [start, *corners, end]


def arrow_head(surface: pygame.Surface, tip: Spot, tail: Spot, size: float, colour: Rgb) -> None:
    """Draw a filled arrow head at `tip`, coming from `tail`."""
    length = hypot(tip[0] - tail[0], tip[1] - tail[1]) or 1.0
    ux, uy = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
    back = (tip[0] - ux * size, tip[1] - uy * size)
    corners = [
        tip,
        (back[0] - uy * size * 0.6, back[1] + ux * size * 0.6),
        (back[0] + uy * size * 0.6, back[1] - ux * size * 0.6),
    ]
    pygame.draw.polygon(surface, colour, corners)
    pygame.draw.aalines(surface, colour, True, corners)  # noqa: FBT003 - closed; pygame takes it by place only


def film(surface: pygame.Surface, corners: Sequence[Spot], colour: Rgb, opacity: int) -> None:
    """Lay a see-through polygon over the picture."""
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    box = pygame.Rect(int(left), int(top), int(right - left) + 2, int(bottom - top) + 2).clip(surface.get_rect())
    if box.width > 0 and box.height > 0:
        pane = pygame.Surface(box.size, pygame.SRCALPHA)
        pygame.draw.polygon(pane, (*colour, opacity), [(x - box.left, y - box.top) for x, y in corners])
        surface.blit(pane, box)


def _slab(start: Spot, end: Spot, half: float) -> list[Spot]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length * half, dx / length * half
    return [
        (start[0] + nx, start[1] + ny),
        (end[0] + nx, end[1] + ny),
        (end[0] - nx, end[1] - ny),
        (start[0] - nx, start[1] - ny),
    ]


def _bezier(start: Spot, control: Spot, end: Spot, share: float) -> Spot:
    first, second, third = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return (
        first * start[0] + second * control[0] + third * end[0],
        first * start[1] + second * control[1] + third * end[1],
    )
