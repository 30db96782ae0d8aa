"""Small pictures for buttons, drawn here from shapes so that they fit every size and palette."""

from __future__ import annotations

from functools import lru_cache
from math import pi, sin
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.pen import GRID, INK, Pen, arc, star

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.view.palette import Rgb


def _cloud(pen: Pen, colour: str) -> None:
    blobs = (((8, 11), 4.2), ((13, 8.5), 5.2), ((17.5, 11.5), 3.8), ((12.5, 12), 4))
    for at, radius in blobs:
        pen.dot(at, radius)
    for at, radius in blobs:
        pen.dot(at, radius - INK * 0.9, colour)


def _hurt(pen: Pen) -> None:
    _cloud(pen, "grey")
    pen.shape([(13.5, 12), (9, 18), (12, 18), (10.5, 23), (16, 16), (13, 16)], "vermillion", 1.2)


def _heal(pen: Pen) -> None:
    pen.shape([(4, 15), (15, 4), (20, 9), (9, 20)], "white")
    pen.shape([(8, 11), (11, 8), (16, 13), (13, 16)], "pink", 1.4)
    for at in ((11, 11.5), (13, 13), (12.6, 10.4), (10.8, 13.2)):
        pen.dot(at, 0.7)


def _praise(pen: Pen) -> None:
    pen.shape(star((12, 12.6), 9.6, 4.4), "yellow")


def _insult(pen: Pen) -> None:
    pen.shape([(3, 4), (21, 4), (21, 16), (12, 16), (7, 21), (7.5, 16), (3, 16)], "white")
    pen.line([(6.5, 11.5), (9, 8), (11.5, 11.5), (14, 8), (17, 11.5)], "vermillion", 2.1)


def _gift(pen: Pen) -> None:
    pen.shape([(4.5, 11), (19.5, 11), (19.5, 21), (4.5, 21)], "pink")
    pen.shape([(3, 7.5), (21, 7.5), (21, 11.5), (3, 11.5)], "pink")
    pen.fill([(10.6, 8.3), (13.4, 8.3), (13.4, 20.2), (10.6, 20.2)], "yellow")
    pen.line([(12, 7), (8, 6), (7, 3.4), (9.6, 3), (12, 7), (14.4, 3), (17, 3.4), (16, 6), (12, 7)], width=1.6)


def _news(pen: Pen) -> None:
    pen.shape([(3, 6), (21, 6), (21, 19), (3, 19)], "white")
    pen.line([(3.5, 6.5), (12, 13.5), (20.5, 6.5)])


def _move(pen: Pen) -> None:
    pen.line([(12, 4), (12, 20)])
    pen.line([(4, 12), (20, 12)])
    for x, y in ((0, -1), (0, 1), (-1, 0), (1, 0)):
        tip = (12 + 10 * x, 12 + 10 * y)
        sides = [(12 + 6 * x + 3.4 * y * side, 12 + 6 * y + 3.4 * x * side) for side in (1, -1)]
        pen.fill([tip, *sides], "ink")
    pen.disc((12, 12), 3.6, "sky")


def _eye(pen: Pen, iris: str = "blue") -> None:
    lid = [(2 + 20 * step / 16, 12 - 7 * sin(pi * step / 16)) for step in range(17)]
    pen.shape([*lid, *((x, 24 - y) for x, y in reversed(lid))], "white")
    pen.dot((12, 12), 4.6, iris)
    pen.dot((12, 12), 2.4)
    pen.dot((13.4, 10.5), 1.1, "white")


def _look(pen: Pen) -> None:
    pen.line([(15, 15), (21, 21)], width=4)
    pen.disc((10, 10), 7.6, "white")
    pen.line(arc((10, 10), 3.8, 0.52, 0.74), "sky", 1.8)


def _play(pen: Pen) -> None:
    pen.shape([(7.5, 5), (19, 12), (7.5, 19)], "ink")


def _pause(pen: Pen) -> None:
    pen.line([(8.5, 6), (8.5, 18)], width=4)
    pen.line([(15.5, 6), (15.5, 18)], width=4)


def _step(pen: Pen) -> None:
    pen.shape([(6, 7), (14, 12), (6, 17)], "ink")
    pen.line([(18, 6.5), (18, 17.5)], width=3)


def _back(pen: Pen) -> None:
    pen.shape([(18, 7), (10, 12), (18, 17)], "ink")
    pen.line([(6, 6.5), (6, 17.5)], width=3)


def _restart(pen: Pen) -> None:
    pen.line(arc((12, 12.5), 7.5, -0.14, 0.68), width=2.6)
    pen.fill([(13.5, 1.2), (13.5, 10), (20.8, 6.6)], "ink")


def _now(pen: Pen) -> None:
    pen.shape([(4, 7), (11, 12), (4, 17)], "ink")
    pen.shape([(12, 7), (19, 12), (12, 17)], "ink")


def _levels(pen: Pen) -> None:
    for x, y, colour in ((3.5, 3.5, "sky"), (13.5, 3.5, "yellow"), (3.5, 13.5, "pink"), (13.5, 13.5, "green")):
        pen.shape([(x, y), (x + 7, y), (x + 7, y + 7), (x, y + 7)], colour, 1.7)


def _drives(pen: Pen) -> None:
    for y, x, colour in ((6, 8, "sky"), (12, 16, "yellow"), (18, 11, "pink")):
        pen.line([(3, y), (21, y)], width=2)
        pen.disc((x, y), 3.4, colour)


def _help(pen: Pen) -> None:
    pen.line([*arc((12, 8.8), 4.6, 0.5, 1.1), (12, 14), (12, 15.5)], width=2.8)
    pen.dot((12, 20), 1.8)


def _close(pen: Pen) -> None:
    pen.line([(6.5, 6.5), (17.5, 17.5)], width=2.6)
    pen.line([(17.5, 6.5), (6.5, 17.5)], width=2.6)


def _quit(pen: Pen) -> None:
    pen.shape([(4, 3), (14, 3), (14, 21), (4, 21)], "white")
    pen.line([(10, 12), (21, 12)], width=2.4)
    pen.fill([(17, 7), (23, 12), (17, 17)], "ink")


def _fullscreen(pen: Pen) -> None:
    for x, y in ((4, 4), (20, 4), (20, 20), (4, 20)):
        inward = (1 if x < GRID / 2 else -1, 1 if y < GRID / 2 else -1)
        pen.line([(x + 5 * inward[0], y), (x, y), (x, y + 5 * inward[1])], width=2.6)


def _sound(pen: Pen) -> None:
    pen.shape([(3, 9), (7, 9), (12, 4.5), (12, 19.5), (7, 15), (3, 15)], "white")
    pen.line(arc((12, 12), 4.6, -0.14, 0.14))
    pen.line(arc((12, 12), 8.6, -0.14, 0.14))


def _mute(pen: Pen) -> None:
    pen.shape([(3, 9), (7, 9), (12, 4.5), (12, 19.5), (7, 15), (3, 15)], "grey")
    pen.line([(15.5, 9), (21, 15)], width=2.2)
    pen.line([(21, 9), (15.5, 15)], width=2.2)


def _why(pen: Pen) -> None:
    pen.shape([(3, 3), (21, 3), (21, 17), (12, 17), (7, 22), (7.5, 17), (3, 17)], "yellow")
    pen.line([*arc((12, 8.3), 2.7, 0.5, 1.1, steps=8), (12, 11.5)], width=2)
    pen.dot((12, 14.3), 1.2)


def _face(pen: Pen, colour: str, mouth: float) -> None:
    pen.disc((12, 12), 9.8, colour)
    for x in (8.6, 15.4):
        pen.dot((x, 10), 1.5)
    pen.line([(8, 15.5), (12, 15.5 + mouth), (16, 15.5)], width=1.9)


def _truth(pen: Pen) -> None:
    _face(pen, "yellow", 1.6)


def _felt(pen: Pen) -> None:
    lobes = [*arc((7.7, 9), 4.8, 0.47, 0.93), *arc((16.3, 9), 4.8, 0.57, 1.03)]
    pen.shape([*lobes, (12, 21)], "pink")


def _attention(pen: Pen) -> None:
    pen.shape([(7, 12), (21.5, 5), (21.5, 19)], "yellow", 1.5)
    pen.disc((6.5, 12), 5, "white")
    pen.dot((8, 12), 2.3)


def _friends(pen: Pen) -> None:
    for y in (10, 14):
        pen.line([(5, y), (19, y)], "blue", 2.2)
    pen.disc((5.2, 12), 4.4, "sky")
    pen.disc((18.8, 12), 4.4, "yellow")


def _blame(pen: Pen) -> None:
    pen.disc((12, 12), 9.8, "white")
    pen.line([(12, 6.5), (12, 13)], width=3)
    pen.dot((12, 17.2), 1.8)


def _beliefs(pen: Pen) -> None:
    _cloud(pen, "white")
    pen.disc((8, 18.4), 2.4, "white")
    pen.disc((4.8, 21.6), 1.9, "white")


def _eyes(pen: Pen) -> None:
    _eye(pen, "pink")


def _all(pen: Pen) -> None:
    for y, colour in ((7, "sky"), (12, "yellow"), (17, "pink")):
        pen.shape([(12, y - 4.4), (21, y), (12, y + 4.4), (3, y)][::-1], colour, 1.5)


def _flag(pen: Pen) -> None:
    pen.line([(6, 3), (6, 22)], width=2.2)
    pen.shape([(6, 3.5), (19, 7.5), (6, 12)], "vermillion", 1.6)


def _goal(pen: Pen) -> None:
    pen.line([(5, 3), (5, 22)], width=2.2)
    pen.shape([(5, 3.5), (20, 3.5), (20, 13.5), (5, 13.5)], "white", 1.6)
    for x, y in ((5, 3.5), (15, 3.5), (10, 8.5)):
        pen.fill([(x, y), (x + 5, y), (x + 5, y + 5), (x, y + 5)], "ink")


def _inspect(pen: Pen) -> None:
    pen.shape([(4, 3), (20, 3), (20, 21), (4, 21)], "white")
    pen.disc((9, 8.5), 2.9, "sky")
    for y in (13.5, 17):
        pen.line([(7.5, y), (16.5, y)], width=1.6)


ICONS: Final[dict[str, Callable[[Pen], None]]] = {
    "hurt": _hurt,
    "heal": _heal,
    "praise": _praise,
    "insult": _insult,
    "gift": _gift,
    "news": _news,
    "move": _move,
    "look": _look,
    "play": _play,
    "pause": _pause,
    "step": _step,
    "back": _back,
    "restart": _restart,
    "now": _now,
    "levels": _levels,
    "drives": _drives,
    "help": _help,
    "close": _close,
    "quit": _quit,
    "fullscreen": _fullscreen,
    "sound": _sound,
    "mute": _mute,
    "why": _why,
    "truth": _truth,
    "felt": _felt,
    "attention": _attention,
    "friends": _friends,
    "blame": _blame,
    "beliefs": _beliefs,
    "eyes": _eyes,
    "all": _all,
    "flag": _flag,
    "goal": _goal,
    "inspect": _inspect,
}
"""Every icon by name."""


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, colours: tuple[tuple[str, Rgb], ...]) -> pygame.Surface:
    table = dict(colours)
    pen = Pen(size, table["ink"], table)
    ICONS[name](pen)
    return pygame.transform.smoothscale(pen.surface, (size, size))


def icon(name: str, size: int, colours: dict[str, Rgb]) -> pygame.Surface:
    """Give the picture `name`, `size` pixels wide; `colours` must hold an "ink"."""
    return _drawn(name, size, tuple(colours.items()))
