"""Who wears what: turns a level's looks and a moment's numbers into sprites, each made once.

A figure's picture is named by one number that folds in costume, posture, expression, gaze and lids, so that a thousand
people are coded by one line of arithmetic and a thousand look-ups.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.vocabulary import CUES
from sandbox.view.canvas.picture_cache import PICTURES, cached_picture
from sandbox.view.canvas.sprite_canvas import settled
from sandbox.view.people import bodies, faces, sprites
from sandbox.view.people.badges import badge_colours, born_groups
from sandbox.view.people.bodies import LEVELS, Build, face_spot
from sandbox.view.people.easing import Easing
from sandbox.view.people.expression import AHEAD, DIRECTIONS, EYES, Expression
from sandbox.view.people.faces import lean_of, skin_shows
from sandbox.view.people.figures import ONE_PIECE_PX, Figure, Figures, Piece, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

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
FIGURES_KEPT: Final = 6000
HELD: Final = 0.25
"""When figures take this share of the budget of all pictures, those that nobody wears are let go."""
COSTS: Final = (10, 3, 1)
"""What it takes to draw a body, to draw a face, and to put a figure together, in tenths of a millisecond or so."""
AT_ONCE: Final = 12
"""So much is spent on new figures for one picture; meanwhile what people had on will do."""
NEWCOMERS: Final = 60
"""So much more is spent on those who come into view."""
LARGE_PX: Final = 48
"""From this size on the cost grows with it."""
COARSE_PX: Final = 48
"""Whoever comes into view while the view comes closer or goes back is drawn this large at first, and stretched."""
_LACKING: Final = -1
"""Stands for a figure that was not made yet."""


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
        self._worn_last: dict[int, int] = {}
        """the numbers of the figures that were drawn for those in the last picture"""
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

        A moment in which many change their faces, or all their size, does not hold up its picture: a few new figures
        are made for each picture, and until it is ready somebody is seen in the one before, stretched if need be.
        """
        full = len(self.figures) >= FIGURES_KEPT or self.figures.weight > HELD * PICTURES.budget
        if cast.size != self.figures.size or full:
            self._begin(cast.size)
        wanted = cast.code[cast.rows].tolist()
        worn = [self._numbers.get(code, _LACKING) for code in wanted]
        budget = AT_ONCE if self._building else 0  # A tick has just passed, and there is much else to work out.
        self._building = _LACKING in worn
        if self._building:
            self._build(cast.order, wanted, worn, budget)
        self._worn_last = {who: number for who, number in zip(cast.order, worn, strict=True) if number}
        return worn

    def _begin(self, size_px: int) -> None:
        """Begin anew, with what people had on last."""
        before = self.figures
        self.figures = Figures(size_px, 1 + FIGURES_KEPT + 2 * len(self.level.people))
        again = {number: self.figures.stand_in(before[number]) for number in sorted(set(self._worn_last.values()))}
        self._worn_last = {who: again[number] for who, number in self._worn_last.items()}
        fitting = self._numbers.items() if before.size == size_px else ()
        self._numbers = {code: again[number] for code, number in fitting if number in again}

    def _build(self, order: list[int], wanted: list[int], worn: list[int], budget: int) -> None:
        """Put in what is lacking: make some of the figures that are wanted, and let the others be as they were."""
        enough, before = self._spent() + budget, dict(self._worn_last)
        for place, number in enumerate(worn):
            if number == _LACKING:
                who, code = order[place], wanted[place]
                if code not in self._numbers and (not before or self._spent() < enough):
                    self._numbers[code] = self.figures.add(pieces(*self.decode(code), self.figures.size))
                worn[place] = self._numbers[code] if code in self._numbers else self._meanwhile(who, code, enough)

    def _meanwhile(self, who: int, code: int, enough: float) -> int:
        """Return the number of what somebody had on; of who comes into view, a figure that is quickly drawn, or none.

        Whoever has none comes into view a picture later.
        """
        if who not in self._worn_last and self._spent() < enough + NEWCOMERS:
            size = min(COARSE_PX, self.figures.size)
            coarse = tuple(piece._replace(sprite=settled(piece.sprite)) for piece in pieces(*self.decode(code), size))
            self._worn_last[who] = self.figures.stand_in(Figure(coarse, size))
        return self._worn_last.get(who, self.figures.nobody)

    def _spent(self) -> float:
        """Return what has been spent so far on figures and on all that was drawn for them."""
        body, face, figure = COSTS
        times = max(1.0, self.figures.size / LARGE_PX)
        return times * (body * sprites.body.drawn + face * sprites.face.drawn) + figure * len(self._numbers)

    def prepare(self, size_px: int) -> None:
        """Make one more of the sprites that are likely to be needed soon, if the last picture left time for it."""
        if size_px != self._ahead_px:
            self._ahead_px, self._ahead = size_px, self._likely(size_px)
        if not self._building:
            next(self._ahead, None)

    def _likely(self, size_px: int) -> Iterator[pygame.Surface]:
        grades = sorted(range(-LEVELS, LEVELS + 1), key=abs)
        builds = [self._costume(costume)[0] for costume in sorted(set(self._worn[2].tolist()))]
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
    return (joined(parts),) if size_px <= ONE_PIECE_PX else parts


@cached_picture
def body_piece(build: Build, size_px: int) -> Piece:
    """Return the sprite of a body without its face, cut to what is drawn."""
    return _cut(sprites.body(build, size_px), bodies.EDGES[0], bodies.EDGES[1], size_px, hops=True)


@cached_picture
def face_piece(look: Expression, size_px: int) -> Piece:
    """Return the sprite of a face, cut to what is drawn, from the corner of its canvas."""
    return _cut(sprites.face(look, size_px), 0.0, 0.0, size_px, hops=True)


@cached_picture
def shadow_piece(size_px: int) -> Piece:
    """Return the sprite of the shadow under a body."""
    return _cut(sprites.shadow(size_px), -0.5, -0.2, size_px, hops=False)


def _cut(sprite: pygame.Surface, left: float, top: float, size_px: int, *, hops: bool) -> Piece:
    box = sprite.get_bounding_rect()
    return Piece(sprite.subsurface(box).copy(), round(left * size_px) + box.left, round(top * size_px) + box.top, hops)
