"""The sign with a place's name: a board over what stands there, or on two posts where nothing does."""

from __future__ import annotations

from typing import Final

import pygame

from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import faded
from sandbox.view.canvas.text import font, line
from sandbox.view.canvas.themes import themed
from sandbox.view.place.props import FADES

LETTERS: Final = 0.6
"""Height of a line on a board, in metres, where that is more than a name's."""
WIDEST: Final = 7.0
"""A board is at most so many metres wide; the rest of a longer name is left out."""
NARROWEST: Final = 5
"""A board is never too narrow for so many letters."""
POSTS: Final = 0.8
"""Metres by which a board stands above bare ground."""
POST: Final = 0.12
"""Width of a post, metres."""
OVERLAP: Final = 0.25
"""Metres by which a board hangs into what stands behind it."""
EDGE: Final = 12
"""The frame is this part of a line's height."""
PAD: Final = 4
"""The room beside the letters, likewise."""


def letters_px(metre_px: float, name_px: int) -> int:
    """Return how high a line on a board is, in pixels: as high as a name, and higher from close by."""
    return max(name_px, round(LETTERS * metre_px))


@cached_picture
def sign(name: str, metre_px: int, size_px: int, fade: int, *, posts: bool) -> pygame.Surface:
    """Return a board with a name, on posts or without; `fade` is an index into FADES."""
    board = _drawn(name, metre_px, size_px, posts=posts)
    return board if fade == 0 else faded(board, FADES[fade])


@cached_picture
def _drawn(name: str, metre_px: int, size_px: int, *, posts: bool) -> pygame.Surface:
    words = line(_shortened(name, size_px, round(WIDEST * metre_px)), size_px, bold=True)
    frame, pad = max(1, size_px // EDGE), max(2, size_px // PAD)
    board = pygame.Rect(0, 0, words.get_width() + 2 * pad + 4 * frame, words.get_height() + 4 * frame)
    below = round(POSTS * metre_px) if posts else 0
    canvas = pygame.Surface((board.width, board.height + below), pygame.SRCALPHA)
    for left in (0.2, 0.8) if posts else ():
        thick = max(3, round(POST * metre_px)) + 2 * frame
        post = pygame.Rect(round(left * board.width - thick / 2), board.bottom - frame, thick, below + frame)
        canvas.fill(themed(palette.INK), post)
        canvas.fill(themed(palette.WOOD), post.inflate(-2 * frame, -2 * frame))
    for inset, colour in ((0, palette.INK), (frame, palette.WOOD), (2 * frame, palette.PAPER)):
        pygame.draw.rect(canvas, themed(colour), board.inflate(-2 * inset, -2 * inset), border_radius=2 * frame)
    canvas.blit(words, words.get_rect(center=board.center))
    return canvas.premul_alpha()


def sign_box(board: pygame.Surface, metre_px: int, prop: pygame.Rect | None) -> pygame.Rect:
    """Return where a board is around the middle of a place's base: on the ground, or over what stands there."""
    if prop is None:
        return board.get_rect(midbottom=(0, 0))
    return board.get_rect(midbottom=(prop.centerx, prop.top + round(OVERLAP * metre_px)))


def _shortened(name: str, size_px: int, width: int) -> str:
    """Return as much of a name as fits, with an ellipsis."""
    letters, kept = font(size_px, bold=True), name
    while len(kept) > NARROWEST and letters.size(kept if kept is name else f"{kept}…")[0] > width:
        kept = kept[:-1]
    return name if kept == name else f"{kept.rstrip()}…"
