"""The hedge around the map and the trees outside it: they follow from the map's size and mean nothing."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.themes import themed
from sandbox.view.place.brush import HEDGE_METRES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Map
    from sandbox.view.place.brush import Brush

WIDE: Final = 200.0
"""From this width and height together, in metres, bushes and trees stand farther apart."""
BUSH: Final = (0.34, 0.16)
"""Least radius of a bush and how much more it may be, metres."""
TREE_EVERY: Final = 2.9
"""Metres from tree to tree."""
ROWS: Final = ((1.7, 0.9), (4.6, 1.2))
"""How far outside the map a row of trees stands at least, and how much farther it may be, metres."""
BEHIND: Final = -0.42
"""The foot of a tree that the hedge hides, metres."""
BARE: Final = 0.22
"""Share of the spots on which no tree grows."""
TALLEST: Final = 2.6
"""How far over its foot a tree of ordinary size reaches, metres."""
LEAVES: Final = ((-0.4, 0.3), (0.05, 0.55), (0.38, 0.12))
"""Where the light catches a bush, in its radii."""
CROWNS: Final = (
    ((0.0, -1.65, 0.62), (-0.5, -1.2, 0.55), (0.5, -1.2, 0.55), (0.0, -1.05, 0.6)),
    ((0.0, -2.05, 0.3), (0.0, -1.65, 0.44), (0.0, -1.2, 0.52), (0.0, -0.85, 0.46)),
    ((-0.28, -0.6, 0.42), (0.28, -0.6, 0.42), (0.0, -0.85, 0.42), (0.0, -0.45, 0.4)),
)
"""A broad tree, a slim one and a shrub: across, up and radius of the balls of leaves, metres."""


def hedge_of(ground: Map) -> Floats:
    """Return (B, 3) bushes all around, the farthest first: x, y and radius, metres."""
    wide = ground.width + ground.height >= WIDE
    step = 2.4 if wide else 0.62
    out = HEDGE_METRES / 2
    across = np.linspace(-out, ground.width + out, ceil(ground.width / step) + 1)
    down = np.linspace(-out, ground.height + out, ceil(ground.height / step) + 1)[1:-1]
    x = np.concatenate([across, np.tile([-out, ground.width + out], len(down)), across])
    y = np.concatenate([np.full(len(across), -out), np.repeat(down, 2), np.full(len(across), ground.height + out)])
    radius = (BUSH[0] + BUSH[1] * np.random.default_rng(1).random(len(x))) * max(1.0, step / 0.9)
    return np.stack([x, y, radius], axis=1)


def trees_of(ground: Map) -> Floats:
    """Return (T, 4) trees outside the hedge, the farthest first: x, y, size and which of CROWNS.

    Before the hedge, at the bottom, there are only shrubs, which hide nothing.
    """
    rng = np.random.default_rng(round(ground.width * 10) + round(ground.height * 1000))
    every = TREE_EVERY * (3 if ground.width + ground.height >= WIDE else 1)
    found = []
    for row, (least, more) in enumerate(ROWS):
        columns = np.arange(-least, ground.width + least, every)
        lines = np.arange(0.0, ground.height + 1, every)
        top = np.stack([columns, np.full(len(columns), BEHIND - 1.6 * row)], axis=1)
        bottom = np.stack([columns, np.full(len(columns), ground.height + least)], axis=1)
        left = np.stack([np.full(len(lines), -least), lines], axis=1)
        right = np.stack([np.full(len(lines), ground.width + least), lines], axis=1)
        for place, (side, outward) in enumerate(((top, (0, -1)), (bottom, (0, 1)), (left, (-1, 0)), (right, (1, 0)))):
            draws = rng.random((len(side), 4))
            along = (draws[:, :1] - 0.5) * every * 0.7 * np.asarray([outward[1] ** 2, outward[0] ** 2])
            spots = side + along + draws[:, 1:2] * more * np.asarray(outward) * (0.1 if place == 0 else 1)
            kind = np.full(len(side), 2) if place == 1 else np.minimum(2, draws[:, 3] * 3.4 // 1)
            trees = np.column_stack([spots, 0.8 + 0.35 * draws[:, 2] + 0.1 * row, kind])
            found.append(trees[draws[:, 3] > BARE * draws[:, 2] * 2])
    trees = np.concatenate(found)
    return trees[np.argsort(trees[:, 1], kind="stable")]


def paint_tree(brush: Brush, x: float, y: float, size: float, kind: int) -> None:
    """Paint a tree, its foot at a spot: without an outline, since it means nothing."""
    if not brush.sees(x, y - TALLEST / 2, TALLEST):
        return
    brush.shade(x + 0.1 * size, y, 0.6 * size, 0.16 * size)
    foot, metre = brush.at(x, y), size * brush.scale
    if kind < len(CROWNS) - 1:
        trunk = pygame.Rect(
            round(foot[0] - 0.1 * metre), round(foot[1] - metre), max(1, round(0.2 * metre)), round(metre)
        )
        pygame.draw.rect(
            brush.canvas, themed(palette.STONE_DARK), trunk, border_bottom_left_radius=3, border_bottom_right_radius=3
        )
    layers = (
        (palette.HEDGE, 1.0, (0.0, 0.09)),
        (palette.TUFT, 0.96, (0.0, 0.0)),
        (palette.GRASS_DARK, 0.55, (-0.12, -0.14)),
    )
    for colour, grown, (aside, low) in layers[: 3 if brush.fine else 2]:
        for across, up, radius in CROWNS[kind]:
            spot = (foot[0] + (across + aside) * metre, foot[1] + (up + low) * metre)
            _ball(brush, colour, spot, radius * grown * metre)


def paint_bush(brush: Brush, x: float, y: float, radius: float) -> None:
    """Paint one bush of the hedge."""
    if not brush.sees(x, y, 2 * radius):
        return
    spot, size = brush.at(x, y), radius * brush.scale
    low, high = 0.12 * brush.scale, 0.06 * brush.scale
    _ball(brush, palette.HEDGE_DARK, (spot[0], spot[1] + low), size)
    _ball(brush, palette.HEDGE, (spot[0], spot[1] - high), size * 0.92)
    if brush.fine:
        for aside, up in LEAVES:
            leaf = (spot[0] + aside * size, spot[1] - high - up * size)
            _ball(brush, palette.TUFT, leaf, size * 0.11)


def _ball(brush: Brush, colour: palette.Rgb, spot: tuple[float, float], radius: float) -> None:
    """Fill a circle around a whole pixel, the same one wherever the view begins."""
    fill = pygame.draw.circle if brush.rough else pygame.draw.aacircle
    fill(brush.canvas, themed(colour), (floor(spot[0]), floor(spot[1])), max(1.0, radius))
