"""Figures: what is drawn of one person, piece by piece, and stand-ins for those that were not drawn yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.view.acting.beats import FORMS, USUAL, scaled
from sandbox.view.canvas.picture_cache import weight_of
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ONE_PIECE_PX: Final = 40
"""Up to this size shadow, body and face are one sprite; above it they are three, which have fewer combinations."""


class Piece(NamedTuple):
    """A sprite and where its corner lies from the feet, in pixels; a shadow stays down when the body hops."""

    sprite: pygame.Surface
    dx: int
    dy: int
    hops: bool


class Figure(NamedTuple):
    """All of one person, the lowest piece first, and the size at which it was drawn."""

    pieces: tuple[Piece, ...]
    drawn_px: int


class Figures:
    """The figures that were made for one size, by number; each is of as many pieces."""

    def __init__(self, size_px: int, most: int) -> None:
        """Make room for so many."""
        self.size = size_px
        self.each = 1 if size_px <= ONE_PIECE_PX else 3
        """P, of how many pieces each figure is"""
        self.sprites: list[tuple[pygame.Surface, ...]] = []
        """of each figure, the lowest first"""
        self.corners = np.zeros((most, self.each, 2), np.int64)
        """(F, P, 2) how far right of the feet and below them each piece's corner lies, in pixels"""
        self.hops = np.zeros(self.corners.shape[:2], np.bool_)
        """(F, P) whether a piece goes up with the feet"""
        self.weight = 0
        """bytes of all sprites"""
        self.nobody = 0
        """the number of a figure that cannot be seen"""
        self._figures: list[Figure] = []
        self._weighed: dict[int, int] = {}
        """by the identity of each sprite how many bytes it takes"""
        self._stretchings: dict[tuple[int, float], pygame.Surface] = {}
        """by what was stretched and how much"""
        self._formed: dict[tuple[int, int], tuple[tuple[pygame.Surface, ...], list[tuple[int, int]]]] = {}
        """by figure and form"""
        if most:
            self.stand_in(Figure((), size_px))

    def __len__(self) -> int:
        return len(self.sprites)

    def __getitem__(self, number: int) -> Figure:
        """Return a figure as it was drawn: of a stand-in, what it was made of."""
        return self._figures[number]

    def add(self, pieces: tuple[Piece, ...]) -> int:
        """Take up one figure, and give its number."""
        return self._take(pieces, Figure(pieces, self.size))

    def stand_in(self, figure: Figure) -> int:
        """Take up a figure that was drawn at any size, stretched to this one, and give its number."""
        stretched = tuple(self._stretched(piece, self.size / figure.drawn_px) for piece in figure.pieces)
        if self.each < len(stretched):
            stretched = (joined(stretched),)
        padding = (Piece(_NOTHING, 0, 0, hops=True),) * (self.each - len(stretched))
        return self._take((*stretched, *padding), figure)

    def only(self, numbers: list[int]) -> Figures:
        """Return some of these, with room for as many as here and numbered from 1 on; 0 is nobody as ever."""
        some = Figures(self.size, len(self.corners))
        end = len(some) + len(numbers)
        some.sprites += [self.sprites[number] for number in numbers]
        some.corners[1:end], some.hops[1:end] = self.corners[numbers], self.hops[numbers]
        some._figures += [self._figures[number] for number in numbers]
        kept = {id(sprite) for number in numbers for sprite in self._all_of(number)}
        some._weighed |= {name: self._weighed[name] for name in kept}
        some.weight = sum(some._weighed.values())
        return some

    def _all_of(self, number: int) -> Iterator[pygame.Surface]:
        """Go through the sprites of a figure and, of a stand-in, those of which they were made."""
        yield from self.sprites[number]
        yield from (piece.sprite for piece in self._figures[number].pieces)

    def _stretched(self, piece: Piece, factor: float) -> Piece:
        if factor == 1:
            return piece
        name = id(piece.sprite), factor
        if name not in self._stretchings:
            size = [max(1, round(length * factor)) for length in piece.sprite.get_size()]
            self._stretchings[name] = pygame.transform.scale(piece.sprite, size)
        return Piece(self._stretchings[name], round(piece.dx * factor), round(piece.dy * factor), piece.hops)

    def formed(self, number: int, form: int) -> tuple[tuple[pygame.Surface, ...], list[tuple[int, int]]]:
        """Return the sprites of a figure pressed into one of FORMS, and their corners."""
        name = number, form
        if name not in self._formed:
            rows = zip(self.sprites[number], self.corners[number].tolist(), self.hops[number].tolist(), strict=True)
            parts = formed((Piece(sprite, dx, dy, hops) for sprite, (dx, dy), hops in rows), form)
            self._formed[name] = tuple(part.sprite for part in parts), [(part.dx, part.dy) for part in parts]
            self._weigh(self._formed[name][0])
        return self._formed[name]

    def _take(self, pieces: tuple[Piece, ...], figure: Figure) -> int:
        number = len(self.sprites)
        self.sprites.append(tuple(piece.sprite for piece in pieces))
        self.corners[number] = [(piece.dx, piece.dy) for piece in pieces]
        self.hops[number] = [piece.hops for piece in pieces]
        self._figures.append(figure)
        self._weigh(piece.sprite for piece in (*pieces, *figure.pieces))
        return number

    def _weigh(self, sprites: Iterable[pygame.Surface]) -> None:
        for sprite in sprites:
            if id(sprite) not in self._weighed:
                self._weighed[id(sprite)] = weight_of(sprite)
                self.weight += self._weighed[id(sprite)]


_NOTHING: Final = pygame.Surface((1, 1), pygame.SRCALPHA)


def formed(parts: Iterable[Piece], form: int) -> list[Piece]:
    """Return pieces pressed into one of FORMS; a shadow stays as it is."""
    if form == USUAL:
        return [*parts]
    wide, tall = FORMS[form]
    return [
        Piece(scaled(part.sprite, form), round(part.dx * wide), round(part.dy * tall), hops=True) if part.hops else part
        for part in parts
    ]


def joined(parts: tuple[Piece, ...]) -> Piece:
    """Return one piece of several."""
    boxes = [pygame.Rect(part.dx, part.dy, *part.sprite.get_size()) for part in parts]
    whole = boxes[0].unionall(boxes[1:])
    sprite = pygame.Surface(whole.size, pygame.SRCALPHA)
    for part in parts:
        sprite.blit(part.sprite, (part.dx - whole.left, part.dy - whole.top), special_flags=PREMULTIPLIED)
    return Piece(sprite, whole.left, whole.top, hops=True)
