"""Who wears what: turns a level's looks and a moment's numbers into sprites, each made once.

A figure's picture is named by one number that folds in costume, posture, expression, gaze and lids, so that a thousand
people are coded by one line of arithmetic and a thousand look-ups.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.vocabulary import CUES
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, settled
from sandbox.view.canvas.themes import cached_per_theme
from sandbox.view.people import bodies, faces, sprites
from sandbox.view.people.badges import badge_colours, born_groups
from sandbox.view.people.bodies import LEVELS, Build, face_spot
from sandbox.view.people.easing import Easing
from sandbox.view.people.expression import AHEAD, DIRECTIONS, EYES, Expression
from sandbox.view.people.faces import lean_of, skin_shows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.people import People
    from sandbox.scenario.schema import Colour, Level
    from sandbox.scenario.schema import Look as Looks
    from sandbox.view.people.cast import Cast

GRADES: Final = 2 * LEVELS + 1
BEARINGS: Final = 3
"""Ashamed, plain, proud."""
VISIBLE: Final = [CUES.index(cue) for cue in ("face", "mask", "uniform", "label")]
"""The cues that can be seen on somebody."""
SIGN_PLACES: Final = 2 ** np.arange(len(VISIBLE))
SIGNS: Final = 2 ** len(VISIBLE)
ONE_PIECE_PX: Final = 40
"""Up to this size shadow, body and face are one sprite; above it they are three, which have fewer combinations."""
FIGURES_KEPT: Final = 6000
COSTS: Final = (10, 3, 1)
"""What it takes to draw a body, to draw a face, and to put a figure together, in tenths of a millisecond or so."""
AT_ONCE: Final = 12
"""So much is spent on new figures for one picture; meanwhile what people had on will do."""
_LACKING: Final = -1
"""Stands for a figure that was not made yet."""


class Piece(NamedTuple):
    """A sprite and where its corner lies from the feet, in pixels; a shadow stays down when the body hops."""

    sprite: pygame.Surface
    dx: int
    dy: int
    hops: bool


class Figures:
    """The figures that were made for one size, by number; each is of as many pieces."""

    def __init__(self, size_px: int, most: int) -> None:
        """Make room for so many."""
        self.size = size_px
        self.sprites: list[tuple[pygame.Surface, ...]] = []
        """of each figure, the lowest first"""
        self.corners = np.zeros((most, 1 if size_px <= ONE_PIECE_PX else 3, 2), np.int64)
        """(F, P, 2) how far right of the feet and below them each piece's corner lies, in pixels"""
        self.hops = np.zeros(self.corners.shape[:2], np.bool_)
        """(F, P) whether a piece goes up with the feet"""

    def add(self, pieces: tuple[Piece, ...]) -> int:
        """Take up one figure, and give its number."""
        number = len(self.sprites)
        self.sprites.append(tuple(settled(piece.sprite) for piece in pieces))
        self.corners[number] = [(piece.dx, piece.dy) for piece in pieces]
        self.hops[number] = [piece.hops for piece in pieces]
        return number


class SpriteCache:
    """The sprites of one level's people."""

    def __init__(self, level: Level) -> None:
        """Give the same number to everybody who was born alike."""
        self.level = level
        self.moods = Easing()
        numbers: dict[tuple[str, Looks], int] = {}
        for person in level.people:
            numbers.setdefault((person.being, person.look), len(numbers))
        self._models = list(numbers)
        self._model = np.asarray([numbers[person.being, person.look] for person in level.people], np.int64)
        self._badges: tuple[Colour | None, ...] = (None, *badge_colours(level).values())
        self._born = born_groups(level)
        self._worn: tuple[Floats | None, Ints | None, Ints] = (None, None, self._model)
        self._decoded: dict[int, tuple[Build, Expression]] = {}
        self._upright = False
        self._numbers: dict[int, int] = {}
        """of the figures, by code"""
        self._worn_last: tuple[list[int], list[int]] = ([], [])
        """who was in the last picture, and the numbers of the figures that were drawn for them"""
        self._building = False
        self.figures = Figures(0, 0)
        self._ahead_px = 0
        self._ahead: Iterator[pygame.Surface] = iter(())

    def stand(self, *, upright: bool) -> None:
        """Let nobody lean to where they look, or let them: in a crowd the eyes alone tell, and a body is drawn once."""
        if upright != self._upright:
            self._upright = upright
            self._decoded.clear()

    def costumes(self, people: People) -> Ints:
        """Return (N,) what everybody wears now: looks, cues that show, and the badge of another group."""
        if self._worn[0] is not people.cues or self._worn[1] is not people.group:
            signs = people.cues[:, VISIBLE] > 0
            code = self._model[: len(people)] * SIGNS + signs @ SIGN_PLACES
            moved = (people.group != self._born[: len(people)]) & (people.group < len(self._badges) - 1)
            code = code * len(self._badges) + np.where(moved, people.group + 1, 0)
            self._worn = (people.cues, people.group, code)
        return self._worn[2]

    def codes(self, people: People, feeling: Ints, shown: Ints, gaze: Ints, eyes: Ints, bearing: Ints) -> Ints:
        """Fold (N,) columns into one number for each person."""
        code = self.costumes(people) * BEARINGS + bearing + 1
        code = code * GRADES + feeling + LEVELS
        code = (code * GRADES + shown + LEVELS) * (DIRECTIONS + 1) + gaze - AHEAD
        return code * len(EYES) + eyes

    def decode(self, code: int) -> tuple[Build, Expression]:
        """Unfold a number into body and face."""
        if code not in self._decoded:
            rest, eyes = divmod(code, len(EYES))
            rest, gaze = divmod(rest, DIRECTIONS + 1)
            rest, shown = divmod(rest, GRADES)
            rest, feeling = divmod(rest, GRADES)
            costume, bearing = divmod(rest, BEARINGS)
            build, look = self._costume(costume)
            lean = 0 if self._upright else lean_of(gaze + AHEAD)
            lids = look.skin if skin_shows(EYES[eyes], shown - LEVELS) else "sky"
            self._decoded[code] = (
                replace(build, feeling=feeling - LEVELS, lean=lean, bearing=bearing - 1),
                replace(look, shown=shown - LEVELS, gaze=gaze + AHEAD, eyes=EYES[eyes], skin=lids),
            )
        return self._decoded[code]

    def worn(self, cast: Cast) -> list[int]:
        """Return the number of the figure of everybody in view, the farthest first.

        A moment in which many change their faces does not hold up its picture: a few new figures are made for each
        picture, and until it is ready somebody is seen in the one before.
        """
        if cast.size != self.figures.size or len(self._numbers) >= FIGURES_KEPT:
            self._numbers.clear()
            self._worn_last = ([], [])
            self.figures = Figures(cast.size, FIGURES_KEPT + len(self.level.people))
        wanted = cast.code[cast.rows].tolist()
        worn = [self._numbers.get(code, _LACKING) for code in wanted]
        budget = AT_ONCE if self._building else 0  # A tick has just passed, and there is much else to work out.
        self._building = _LACKING in worn
        if self._building:
            self._build(cast.order, wanted, worn, budget)
        self._worn_last = (cast.order, worn)
        return worn

    def _build(self, order: list[int], wanted: list[int], worn: list[int], budget: int) -> None:
        """Put in what is lacking: make some of the figures that are wanted, and let the others be as they were."""
        enough = _spent(len(self._numbers)) + budget
        seen_in = dict(zip(*self._worn_last, strict=True))
        for place, number in enumerate(worn):
            if number == _LACKING:
                who, code = order[place], wanted[place]
                if code not in self._numbers and (who not in seen_in or _spent(len(self._numbers)) < enough):
                    self._numbers[code] = self.figures.add(pieces(*self.decode(code), self.figures.size))
                worn[place] = self._numbers[code] if code in self._numbers else seen_in[who]

    def prepare(self, size_px: int) -> None:
        """Make one more of the sprites that are likely to be needed soon, if the last picture left time for it."""
        if size_px != self._ahead_px:
            self._ahead_px, self._ahead = size_px, self._likely(size_px)
        if not self._building:
            next(self._ahead, None)

    def _likely(self, size_px: int) -> Iterator[pygame.Surface]:
        grades = sorted(range(-LEVELS, LEVELS + 1), key=abs)
        builds = [self._costume(int(costume))[0] for costume in np.unique(self._worn[2])]
        skins = sorted({build.colour for build in builds})
        for grade, gaze in product(grades, range(AHEAD, DIRECTIONS)):
            plain = Expression(gaze, grade)
            for look in (replace(plain, skin=skin) for skin in skins) if skin_shows("open", grade) else (plain,):
                yield settled(face_piece(look, size_px).sprite)
        for grade, lean, build in product(grades, (0,) if self._upright else (0, -1, 1), builds):
            yield settled(body_piece(replace(build, feeling=grade, lean=lean), size_px).sprite)

    def _costume(self, costume: int) -> tuple[Build, Expression]:
        """Unfold what somebody wears into a body and a face without any expression."""
        rest, badge = divmod(costume, len(self._badges))
        model, signs = divmod(rest, SIGNS)
        being, look = self._models[model]
        face, mask, uniform, label = (bool(signs & place) for place in SIGN_PLACES.tolist())
        build = Build(
            look.colour,
            look.hat,
            look.pattern,
            uniform=uniform,
            label=label,
            being=being,
            badge=self._badges[badge],
        )
        return build, Expression(mask=mask, hidden=not face, being=being, skin=look.colour)


def _spent(figures: int) -> int:
    """Return what has been spent so far on so many figures and on all that was drawn for them."""
    body, face, figure = COSTS
    return body * sprites.body.cache_info().misses + face * sprites.face.cache_info().misses + figure * figures


def pieces(build: Build, look: Expression, size_px: int) -> tuple[Piece, ...]:
    """Return the sprites of one person, the lowest first."""
    x, y = face_spot(build)
    face = face_piece(look, size_px)
    left, top = round((x + faces.EDGES[0]) * size_px), round((y + faces.EDGES[1]) * size_px)
    parts = (
        shadow_piece(size_px),
        body_piece(build, size_px),
        face._replace(dx=left + face.dx, dy=top + face.dy),
    )
    return (_joined(parts),) if size_px <= ONE_PIECE_PX else parts


@cached_per_theme(sprites.KEPT)
def body_piece(build: Build, size_px: int) -> Piece:
    """Return the sprite of a body without its face, cut to what is drawn."""
    return _cut(sprites.body(build, size_px), bodies.EDGES[0], bodies.EDGES[1], size_px, hops=True)


@cached_per_theme(sprites.KEPT)
def face_piece(look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face, cut to what is drawn, from the corner of its canvas."""
    return _cut(sprites.face(look, size_px), 0.0, 0.0, size_px, hops=True)


@cached_per_theme(64)
def shadow_piece(size_px: int) -> Piece:
    """Return the sprite of the shadow under a body."""
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
