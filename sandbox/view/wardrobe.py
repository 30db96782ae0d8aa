"""Who wears what: turns a level's looks and a moment's numbers into sprites, each made once.

A figure's picture is named by one number that folds in costume, posture, expression, gaze and lids, so that a thousand
people are dressed by one line of arithmetic and a thousand look-ups.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.view import bodies, faces, sprites
from sandbox.view.bodies import LEVELS, Build, face_spot
from sandbox.view.faces import AHEAD, DIRECTIONS, EYES, LIDS, Look, lean_of
from sandbox.view.sketch import PREMULTIPLIED, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sandbox.engine.arrays import Ints
    from sandbox.scenario.schema import Level, Person

GRADES: Final = 2 * LEVELS + 1
ONE_PIECE_PX: Final = 40
"""Up to this size shadow, body and face are one sprite; above it they are three, which have fewer combinations."""
FIGURES_KEPT: Final = 6000


class Piece(NamedTuple):
    """A sprite and where its corner lies from the feet, in pixels; a shadow stays down when the body hops."""

    sprite: pygame.Surface
    dx: int
    dy: int
    hops: bool


class Wardrobe:
    """The costumes of one level."""

    def __init__(self, level: Level) -> None:
        """Give the same number to everybody who is dressed alike."""
        self.level = level
        numbers: dict[tuple[object, ...], int] = {}
        self._models: list[Person] = []
        column = []
        for person in level.people:
            key = (person.look.colour, person.look.hat, person.look.pattern, *_signs(person))
            if key not in numbers:
                numbers[key] = len(self._models)
                self._models.append(person)
            column.append(numbers[key])
        self._costume = np.asarray(column, np.int64)
        self._dressed: dict[int, tuple[Build, Look]] = {}
        self._figures: dict[int, tuple[Piece, ...]] = {}
        self._size = 0
        self._ahead_px = 0
        self._ahead: Iterator[pygame.Surface] = iter(())

    def codes(self, feeling: Ints, shown: Ints, gaze: Ints, eyes: Ints) -> Ints:
        """Fold (N,) columns into one number for each person."""
        code = self._costume[: len(feeling)] * GRADES + feeling + LEVELS
        code = (code * GRADES + shown + LEVELS) * (DIRECTIONS + 1) + gaze - AHEAD
        return code * len(EYES) + eyes

    def dress(self, code: int) -> tuple[Build, Look]:
        """Unfold a number into body and face."""
        if code not in self._dressed:
            rest, eyes = divmod(code, len(EYES))
            rest, gaze = divmod(rest, DIRECTIONS + 1)
            rest, shown = divmod(rest, GRADES)
            costume, feeling = divmod(rest, GRADES)
            person = self._models[costume]
            self._dressed[code] = _dress(person, feeling - LEVELS, shown - LEVELS, gaze + AHEAD, EYES[eyes])
        return self._dressed[code]

    def figures(self, codes: Iterable[int], size_px: int) -> list[tuple[Piece, ...]]:
        """Give the sprites of dressed people, the lowest first, with ordinary alpha."""
        if size_px != self._size or len(self._figures) >= FIGURES_KEPT:
            self._figures.clear()
            self._size = size_px
        known = self._figures
        return [known.get(code) or self._figure(code) for code in codes]

    def prepare(self, size_px: int) -> None:
        """Make one more of the sprites that are likely to be needed soon, so that no moment has to make many."""
        if size_px != self._ahead_px:
            self._ahead_px, self._ahead = size_px, self._likely(size_px)
        next(self._ahead, None)

    def _likely(self, size_px: int) -> Iterator[pygame.Surface]:
        grades = sorted(range(-LEVELS, LEVELS + 1), key=abs)
        for grade, gaze in product(grades, range(AHEAD, DIRECTIONS)):
            yield settled(face_piece(Look(gaze, grade), size_px).sprite)
        for grade, lean, model in product(grades, (0, -1, 1), self._models):
            build, _ = _dress(model, grade, 0, AHEAD, "open")
            yield settled(body_piece(replace(build, lean=lean), size_px).sprite)

    def _figure(self, code: int) -> tuple[Piece, ...]:
        parts = pieces(*self.dress(code), self._size)
        self._figures[code] = tuple(part._replace(sprite=settled(part.sprite)) for part in parts)
        return self._figures[code]


def pieces(build: Build, look: Look, size_px: int) -> tuple[Piece, ...]:
    """Give the sprites of one person, the lowest first."""
    x, y = face_spot(build.feeling, build.lean)
    face = face_piece(look, size_px)
    left, top = round((x + faces.EDGES[0]) * size_px), round((y + faces.EDGES[1]) * size_px)
    parts = (
        shadow_piece(size_px),
        body_piece(build, size_px),
        face._replace(dx=left + face.dx, dy=top + face.dy),
    )
    return (_joined(parts),) if size_px <= ONE_PIECE_PX else parts


@lru_cache(maxsize=sprites.KEPT)
def body_piece(build: Build, size_px: int) -> Piece:
    """Give the sprite of a body without its face, cut to what is drawn."""
    return _cut(sprites.body(build, size_px), bodies.EDGES[0], bodies.EDGES[1], size_px, hops=True)


@lru_cache(maxsize=sprites.KEPT)
def face_piece(look: Look, size_px: int) -> Piece:
    """Give the sprite of a face, cut to what is drawn, from the corner of its canvas."""
    return _cut(sprites.face(look, size_px), 0.0, 0.0, size_px, hops=True)


@lru_cache(maxsize=64)
def shadow_piece(size_px: int) -> Piece:
    """Give the sprite of the shadow under a body."""
    return _cut(sprites.shadow(size_px), -0.5, -0.2, size_px, hops=False)


def _cut(sprite: pygame.Surface, left: float, top: float, size_px: int, *, hops: bool) -> Piece:
    box = sprite.get_bounding_rect()
    return Piece(sprite.subsurface(box), round(left * size_px) + box.left, round(top * size_px) + box.top, hops)


def _joined(parts: tuple[Piece, ...]) -> Piece:
    boxes = [pygame.Rect(part.dx, part.dy, *part.sprite.get_size()) for part in parts]
    whole = boxes[0].unionall(boxes[1:])
    sprite = pygame.Surface(whole.size, pygame.SRCALPHA)
    for part in parts:
        sprite.blit(part.sprite, (part.dx - whole.left, part.dy - whole.top), special_flags=PREMULTIPLIED)
    return Piece(sprite, whole.left, whole.top, hops=True)


def _signs(person: Person) -> tuple[bool, ...]:
    cues = person.cues
    return (cues.uniform, cues.label, cues.mask, cues.face)


def _dress(person: Person, feeling: int, shown: int, gaze: int, eyes: str) -> tuple[Build, Look]:
    uniform, label, mask, face = _signs(person)
    look = person.look
    build = Build(look.colour, look.hat, look.pattern, feeling, lean_of(gaze), uniform, label)
    return build, Look(gaze, shown, eyes, mask, not face, skin=look.colour if eyes in LIDS else "sky")
