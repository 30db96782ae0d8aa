"""Who wears what: turns a level's looks and a moment's numbers into sprites, each made once.

A figure's picture is named by one number that folds in costume, posture, expression, gaze and lids, so that a thousand
people are coded by one line of arithmetic and a thousand look-ups.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import inf
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.vocabulary import CUES
from sandbox.view.acting.easing import BODY_AND_FACE, Easing
from sandbox.view.acting.separation import ElbowRoom
from sandbox.view.acting.skidding import Skids
from sandbox.view.canvas.light import LIGHTS
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.late import Late
from sandbox.view.people.badges import badge_colours, born_groups
from sandbox.view.people.bodies import LEVELS, Build
from sandbox.view.people.codes import folded, posed, unfolded
from sandbox.view.people.expression import AHEAD, DIRECTIONS, Expression
from sandbox.view.people.faces import skin_shows
from sandbox.view.people.figures import ONE_PIECE_PX, Figure, Figures
from sandbox.view.people.pieces import Assembly, body_piece, face_piece, pieces
from sandbox.view.people.spending import Spending, priced
from sandbox.view.plates.plating import Plating

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.people import People
    from sandbox.scenario.schema import Colour, Level, Look
    from sandbox.view.people.cast import Cast
    from sandbox.view.people.codes import Digits
    from sandbox.view.people.looks import Looks

VISIBLE: Final = [CUES.index(cue) for cue in ("face", "mask", "uniform", "label")]
"""The cues that can be seen on somebody."""
SIGN_PLACES: Final = 2 ** np.arange(len(VISIBLE))
SIGNS: Final = 2 ** len(VISIBLE)
FIGURES_KEPT: Final = 6000
HELD: Final = 0.25
"""When figures take this share of the budget of all pictures, those that nobody wears are let go."""
EARLY: Final = 0.75
"""The part of that from which on it is done where there is time: it takes a millisecond."""
LATE: Final = 4
"""Pictures of a new moment in which friends lean, and faces have turned into plates, as they did: others are worked at
by then."""
NEWCOMERS: Final = 6.0
"""So much more is spent on those who come into view."""
COARSE_PX: Final = 48
"""Whoever comes into view while the view comes closer or goes back is drawn this large at first, and stretched."""
_LACKING: Final = -1
"""Stands for the code of whoever is not seen as they are now."""
APART_SECONDS: Final = 0.8
"""Seconds that enemies take to step apart, and whoever helps an enemy to come near."""


class SpriteCache:
    """The sprites of one level's people."""

    def __init__(self, level: Level) -> None:
        """Give the same number to everybody who was born alike."""
        self.level = level
        self.moods = Easing(BODY_AND_FACE)
        self.plating = Plating()
        self.friends: Late[Ints] = Late(LATE)
        """to which side everybody's friends are"""
        self.shares: Late[Floats] = Late(LATE)
        """to how many of those who have them in mind everybody is a thing"""
        self.room = ElbowRoom()
        self.skids, self.hostility = Skids(), Easing(APART_SECONDS)
        self.looks: Looks | None = None
        """how everybody looked in the last picture"""
        numbers: dict[tuple[str, Look], int] = {}
        for person in level.people:
            numbers.setdefault((person.being, person.look), len(numbers))
        self._models = list(numbers)
        self._model = np.asarray([numbers[person.being, person.look] for person in level.people], np.int64)
        self._badges: tuple[Colour | None, ...] = (None, *badge_colours(level).values())
        self._born = born_groups(level)
        self._worn: tuple[Floats | None, Ints | None, Ints] = (None, None, self._model)
        self._decoded: dict[int, tuple[Build, Expression]] = {}
        self._dressed: dict[int, tuple[Build, Expression]] = {}
        """by costume, without any expression"""
        self._upright = False
        self._numbers: dict[int, int] = {}
        """of the figures, by code"""
        self.building = False
        """whether figures are lacking"""
        self.spending = Spending()
        self.figures, self._assembly = Figures(0, 0), Assembly(0)
        self._weight = 0
        """bytes of the figures that somebody wore when those that nobody wears were last let go"""
        self._on = np.full(len(level.people), self.figures.nobody, np.int64)
        """(N,) the numbers of the figures that were drawn in the last picture"""
        self._code = np.full(len(level.people), _LACKING, np.int64)
        """(N,) the codes of those that are as wanted"""
        self._waited = np.zeros(len(level.people), np.int64)
        """(N,) for how many pictures they have not been"""
        self._given: tuple[Ints, Ints] = (self._on, self._code)
        """who was in view and what they should wear when figures were last given out: in a crowd it lasts"""
        self._ahead_px = 0
        self._ahead: Iterator[pygame.Surface] = iter(())

    def stand(self, *, upright: bool) -> None:
        """Let nobody lean to where they look, or let them: in a crowd the eyes alone tell, and a body is drawn once."""
        self._upright = upright

    def costumes(self, people: People) -> Ints:
        """Return (N,) what everybody wears now: looks, cues that show, and the badge of another group."""
        if self._worn[0] is not people.cues or self._worn[1] is not people.group:
            signs = people.cues[:, VISIBLE] > 0
            code = self._model[: len(people)] * SIGNS + signs @ SIGN_PLACES
            moved = (people.group != self._born[: len(people)]) & (people.group < len(self._badges) - 1)
            code = code * len(self._badges) + np.where(moved, people.group + 1, 0)
            self._worn = (people.cues, people.group, code)
        return self._worn[2]

    def born_alike(self, who: int, people: Ints) -> int:
        """Count who of (K,) people was born looking like one of all people."""
        return int(np.count_nonzero(self._model[people] == self._model[who]))

    def codes(self, people: People, digits: Digits) -> Ints:
        """Fold columns into one number for each person."""
        return folded(self.costumes(people), digits)

    def decode(self, code: int) -> tuple[Build, Expression]:
        """Unfold a number into body and face."""
        found = self._decoded.get(code)
        if found is None:
            costume, digits = unfolded(code)
            if costume not in self._dressed:
                self._dressed[costume] = self._costume(costume)
            found = self._decoded[code] = posed(*self._dressed[costume], digits)
        return found

    def worn(self, cast: Cast) -> Ints:
        """Return (V,) the number of the figure of everybody in view, the farthest first.

        A moment in which many change their faces, or all their size, does not hold up its picture: a few new figures
        are made for each picture, and until it is ready somebody is seen in the one before, stretched if need be.
        """
        full = len(self.figures) >= FIGURES_KEPT or self.figures.weight > HELD * PICTURES.budget
        if cast.size != self.figures.size or full:
            self._begin(cast.size)
        elif not self.building and self._given[0] is cast.rows and self._given[1] is cast.code:
            return self.wearing(cast)
        self._given = cast.rows, cast.code
        out = np.ones(len(self._on), np.bool_)
        out[cast.rows] = False
        self._on[out] = self.figures.nobody
        self._code[out] = _LACKING
        changed = cast.rows[cast.code[cast.rows] != self._code[cast.rows]].tolist()
        lacking = [who for who in changed if not self._put_on(who, int(cast.code[who]))]
        waited = np.zeros_like(self._waited)
        waited[lacking] = self._waited[lacking] + 1
        self._waited = waited
        lacking.sort(key=waited.__getitem__, reverse=True)
        self.building = bool(lacking)
        if lacking:
            self._build(lacking, cast.code[lacking].tolist(), self.spending.budget(waited[lacking], cast.size))
        return self.wearing(cast)

    def let_go(self) -> bool:
        """Let figures go that nobody wears, if they are many and must go soon, and tell whether they did."""
        soon = self.figures.weight > max(EARLY * HELD * PICTURES.budget, 2 * self._weight)
        if soon:
            self._begin(self.figures.size)
        return soon

    def wearing(self, cast: Cast) -> Ints:
        """Return (V,) the same of some of those who were in view when figures were last given out."""
        return self._on[cast.rows]

    def _put_on(self, who: int, code: int) -> bool:
        """Let somebody wear the figure of a code, if it is made."""
        number = self._numbers.get(code)
        if number is None:
            return False
        self._on[who], self._code[who] = number, code
        return True

    def _begin(self, size_px: int) -> None:
        """Begin anew, with what people had on last."""
        before, alike = self.figures, self.figures.size == size_px
        worn = [number for number in np.unique(self._on).tolist() if number != before.nobody]
        if alike:
            self.figures = before.only(worn)
            again = {number: place for place, number in enumerate(worn, 1)}
        else:
            self.figures = Figures(size_px, 1 + FIGURES_KEPT + 2 * len(self.level.people))
            again = {number: self.figures.stand_in(before[number]) for number in worn}
        self._on = np.asarray([again.get(number, self.figures.nobody) for number in self._on.tolist()], np.int64)
        self._assembly, self._weight = Assembly(size_px, self._reach(size_px)), self.figures.weight
        self._code[:] = _LACKING
        fitting = self._numbers.items() if alike else ()
        self._numbers = {code: again[number] for code, number in fitting if number in again}

    def _build(self, lacking: list[int], codes: list[int], budget: float) -> None:
        """Make some of the figures that some people lack, and let the others be as they were."""
        at_once, begun = not self._on.any(), self.spending.spent(self.figures.size)
        enough = inf if at_once else begun + budget
        for who, code in zip(lacking, codes, strict=True):
            if code not in self._numbers and self.spending.spent(self.figures.size) < enough:
                self._make(code, begun, enough)
            if not self._put_on(who, code) and self._on[who] == self.figures.nobody:
                self._on[who] = self._newcomer(code, enough)

    def _make(self, code: int, begun: float, enough: float) -> None:
        """Make a figure; if that takes too long for one picture, draw one thing of it, and the rest for a later one."""
        (build, look), size = self.decode(code), self.figures.size
        lacks = self._assembly.lacks(build, look)
        price, spent = priced(lacks, 1, size), self.spending.spent(size)
        if spent > begun and spent + price > enough:
            return
        if sum(lacks) > 1 and price > enough - begun:
            self._assembly.begin(build, look)
        else:
            self._numbers[code] = self.figures.add(self._assembly.of(build, look))
            self.spending.figures += 1

    def _newcomer(self, code: int, enough: float) -> int:
        """Return the number of a figure that is quickly drawn, for somebody who comes into view, or of none.

        Whoever has none comes into view a picture later.
        """
        if self.spending.spent(self.figures.size) >= enough + NEWCOMERS:
            return self.figures.nobody
        size = min(COARSE_PX, self.figures.size)
        return self.figures.stand_in(Figure(pieces(*self.decode(code), size, self._reach(size)), size))

    def _reach(self, size_px: int) -> float:
        """Return how long a shadow bodies of a size throw, in bodies: none in a crowd, where nobody could see it."""
        return LIGHTS[self.level.map.light].reach if size_px > ONE_PIECE_PX else 0.0

    def prepare(self, size_px: int) -> None:
        """Make one more of the sprites that are likely to be needed soon."""
        if size_px != self._ahead_px:
            self._ahead_px, self._ahead = size_px, self._likely(size_px)
        next(self._ahead, None)

    def _likely(self, size_px: int) -> Iterator[pygame.Surface]:
        grades = sorted(range(-LEVELS, LEVELS + 1), key=abs)
        builds = [self._costume(costume)[0] for costume in sorted(set(self._worn[2].tolist()))]
        skins = sorted({build.colour for build in builds})
        for grade, gaze in product(grades, range(AHEAD, DIRECTIONS)):
            plain = Expression(gaze, grade)
            for look in (replace(plain, skin=skin) for skin in skins) if skin_shows("open", grade) else (plain,):
                yield face_piece(look, size_px).sprite
        for grade, lean, build in product(grades, (0,) if self._upright else (0, -1, 1), builds):
            yield body_piece(replace(build, feeling=grade, lean=lean), size_px).sprite

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
