"""The whole picture of one moment: ground, marks on the ground, people, marks over people, names, legend."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.seen.arrows import lasting, passing
from sandbox.session.seen.bundles import bundled, limits_of
from sandbox.session.seen.tie_sums import TieSums, believed_by, minds_view
from sandbox.view import lenses
from sandbox.view.acting.easing import Easing
from sandbox.view.canvas.spots import Taken
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.late import Late
from sandbox.view.legend import Legend
from sandbox.view.marks import blame, event_signs, layers, overlays, pain
from sandbox.view.marks.asked import Mark, Picture, arrow_at, face_at, mark_at, ring_at
from sandbox.view.marks.cascading import among, draw_veil, veiled
from sandbox.view.marks.dust import cascade_dust, skid_dust
from sandbox.view.marks.gaze import averted
from sandbox.view.marks.names import Names
from sandbox.view.marks.peeking import Peeking
from sandbox.view.marks.spare_time import other_work, prepare
from sandbox.view.marks.thrown import flights
from sandbox.view.marks.turning import turning
from sandbox.view.marks.verdict_ways import Ways
from sandbox.view.people.crowd import draw_minded, draw_some, draw_true
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.place.ground import Ground
from sandbox.view.place.minimap import Minimap, minimap_rect
from sandbox.view.place.rain import rain
from sandbox.view.place.standing import standing, walled

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame
    from sandbox.session.seen.arrows import Arrow, Question
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.marks.thrown import Flight
    from sandbox.view.marks.verdict_ways import Way
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

REACH: Final = 0.42
"""Half the width of the part of a body's tile that can be clicked."""

CROWD: Final = 150
"""Among more people labels keep off other labels only."""

Shown = defaultdict[str, list["Arrow"]]
"""What is drawn between people, by the kind of arrow."""


class Stage:
    """Draws frames; keeps the ground and where names are between them."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._ground = Ground()
        self._minimap = Minimap()
        self._names, self._cries = Names(), event_signs.Cries()
        self._ways, self._peeking = Ways(), Peeking()
        self._sprite_cache: SpriteCache | None = None
        self._tie_sums: Late[TieSums] = Late()
        self._beliefs = Easing()
        self._lasting: tuple[Frame, Question, Shown] | None = None
        """what was asked of the last frame, and the arrows that do not pass"""
        self.drawn: Picture | None = None
        """who was where in the last picture, and its lengths"""
        self._minimaps: list[pygame.Rect] = []
        """where the small map lay, if it was there"""
        self._words: list[pygame.Rect] = []
        """where words lay that were cried out"""
        self._shown: Shown = defaultdict(list)
        """the arrows that were in it"""
        self._verdicts: list[Way] = []
        """where the arrows of blame and credit ran in it"""
        self._flights: list[Flight] = []
        """what was in the air in it"""
        self.legend = Legend()

    def draw(self, surface: pygame.Surface, frame: Frame, viewpoint: Viewpoint) -> None:
        """Draw a frame into the camera's rectangle of a surface; the frame stays as it is."""
        lengths = viewpoint.lengths
        clip = surface.get_clip()
        surface.set_clip(viewpoint.camera.rect)
        self._ground.draw(surface, frame.level.map, viewpoint.camera, lenses.wash_of(viewpoint))
        surface.fblits(rain(frame.level.map, viewpoint), PREMULTIPLIED)
        cast = poses(frame, viewpoint, lengths, self._sprites_of(frame))
        tie_sums = self._tie_sums.of(frame, None, lambda: TieSums.of(frame))
        self._minimaps = [] if (small := minimap_rect(frame, viewpoint, lengths)) is None else [small]
        self.legend.lay(frame, viewpoint, cast, tie_sums, lengths, self._minimaps)
        self._words = []
        if viewpoint.bare:
            surface.fblits(self._bodies(frame, viewpoint, cast, lengths), PREMULTIPLIED)
        else:
            self._draw_people(surface, frame, viewpoint, cast, tie_sums, lengths)
        self.legend.draw(surface)
        self._minimap.draw(surface, frame, viewpoint, lengths)
        surface.set_clip(clip)
        prepare(self._sprites_of(frame), cast.size)
        self.drawn = Picture(frame, viewpoint, self._shown, cast, tie_sums, lengths)

    def forget(self) -> None:
        """Let go of the pictures that are as large as the window."""
        self._ground = Ground()

    def taken(self) -> Taken:
        """Return what labels over the last picture keep off: eyes, bodies, names, the legend and the small map."""
        if self.drawn is None:
            return Taken()
        cast, labels = self.drawn.cast, (*self.labels(), *self._minimaps)
        return Taken(cast.spared(), labels, cast.boxes(cast.rows)) if len(cast) <= CROWD else Taken(labels=labels)

    def eyes(self) -> list[pygame.Rect]:
        """List where eyes were in the last picture."""
        return [] if self.drawn is None else [pose.eyes() for pose in self.drawn.cast]

    def names(self) -> dict[int, pygame.Rect]:
        """Return where names lay in the last picture, by the rows of those whom they name."""
        return self._names.boxes

    def labels(self) -> list[pygame.Rect]:
        """List where words lay over people in the last picture: names, what was cried out, the legend."""
        return [*self._names.boxes.values(), *self._words, *([self.legend.box] if self.legend.box.width else [])]

    def person_at(self, pos: tuple[float, float]) -> int | None:
        """Return who, or else whose name, is at a pixel of the last picture, by row, the nearest first; or None."""
        if self.drawn is None:
            return None
        cast, lengths = self.drawn.cast, self.drawn.lengths
        across = max(cast.size * REACH, lengths.pick_px)
        for pose in cast.these(cast.rows[abs(cast.x[cast.rows] - pos[0]) <= across][::-1]):
            x, y = pose.middle()
            down = max(pose.y - y + lengths.thin_px, lengths.pick_px)
            if ((pos[0] - x) / across) ** 2 + ((pos[1] - y) / down) ** 2 <= 1:
                return pose.who
        return self._names.at(pos)

    def mark_at(self, pos: tuple[float, float]) -> Mark | None:
        """Return what is drawn over the bodies of the last picture at a pixel, or on a face that is there, or None."""
        picture = self.drawn
        if picture is None or picture.viewpoint.eyes is not None:
            return None
        who = self.person_at(pos)
        return mark_at(picture, pos) or (None if who is None else face_at(picture.cast, who, pos))

    def arrow_at(self, pos: tuple[float, float], reach: float) -> Arrow | None:
        """Return the nearest look, tie or row of cogs of the last picture within so many pixels, or None."""
        picture = self.drawn
        hidden = picture is None or picture.viewpoint.eyes is not None
        return None if picture is None or hidden else arrow_at(picture, pos, reach)

    def ring_at(self, pos: tuple[float, float]) -> Mark | None:
        """Return whose bolts are at a pixel of the last picture, or None."""
        picture = self.drawn
        return None if picture is None or picture.viewpoint.eyes is not None else ring_at(picture, pos)

    def _sprites_of(self, frame: Frame) -> SpriteCache:
        if self._sprite_cache is None or self._sprite_cache.level is not frame.level:
            self._sprite_cache = SpriteCache(frame.level)
        return self._sprite_cache

    def _bodies(self, frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
        """Return the people and what stands among them, and nothing that tells of them."""
        props = standing(frame, viewpoint, cast, lengths)
        return list(draw_true(frame, viewpoint, cast, self._sprites_of(frame), props))

    def _draw_people(
        self,
        surface: pygame.Surface,
        frame: Frame,
        viewpoint: Viewpoint,
        cast: Cast,
        tie_sums: TieSums,
        lengths: Sizes,
    ) -> None:
        props = standing(frame, viewpoint, cast, lengths) + walled(surface, frame, viewpoint, cast)
        believed = self._believed(frame, viewpoint)
        shown = self._shown = self._arrows(frame, viewpoint)
        below: list[Blit] = []
        self._find_ways(frame, viewpoint, shown, cast, lengths)
        self._names.off = [self.legend.box, *self._minimaps, *blame.kept_off(self._verdicts, lengths)]
        if viewpoint.eyes is None:
            layers.draw_below(surface, frame, viewpoint, shown, cast, lengths)
            below += skid_dust(self._sprites_of(frame).skids.of(frame, viewpoint), cast, viewpoint)
            if viewpoint.lens != "personhood":
                below += overlays.plinths(cast, tie_sums) + [blit for _, blit in pain.rings(frame, viewpoint, cast)]
            bodies, known = draw_true(frame, viewpoint, cast, self._sprites_of(frame), props), None
            above = layers.above(frame, viewpoint, shown, cast, tie_sums, lengths)
            if viewpoint.lens == "truth":
                above += turning(self._sprites_of(frame).plating.turns(), cast, viewpoint)
        else:
            mind = minds_view(frame, viewpoint.eyes)
            bodies = draw_minded(cast, viewpoint.eyes, mind, believed, props)
            above = [blit for _, blit in averted(shown["averted"], cast, lengths)]
            known = {who for who, perceived in mind.items() if perceived != "unattended"}
        below += lenses.glow(viewpoint, cast) + layers.chosen(viewpoint, cast)
        above = lenses.badges(frame, viewpoint, cast, tie_sums, believed, lengths) + above
        surface.fblits(chain(below, bodies), PREMULTIPLIED)
        surface.fblits(above, PREMULTIPLIED)
        coins = blame.draw_verdicts(surface, self._verdicts, cast, lengths, calm=viewpoint.reduce_motion)
        self._flights = [*flights(frame, viewpoint, shown["blame"] + shown["credit"], cast, lengths)]
        surface.fblits(coins + [blit for flight in self._flights for blit in flight.blits], PREMULTIPLIED)
        self._names.off += self._peeking.draw(surface, frame, viewpoint, cast, lengths)
        names = self._names.draw(frame, viewpoint, cast, lengths, known)
        self._names.draw_leads(surface, cast, lengths)
        surface.fblits(names)
        if viewpoint.eyes is None:
            words = self._cries.of(frame, viewpoint, cast, lengths)
            self._words = [label.get_rect(topleft=spot) for label, spot in words]
            surface.fblits(words)
            surface.fblits(
                layers.counts(frame, viewpoint, cast, tie_sums, lengths)
                + self._coin_words(frame, viewpoint, self._verdicts, cast)
            )
            self._draw_event(surface, frame, viewpoint, cast, tie_sums, lengths)

    def _draw_event(
        self, surface: pygame.Surface, frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes
    ) -> None:
        """Lay the veil of a cascade over the picture, and over it dust and those who have a part in it, as they were.

        Of marks and words those stay that are about nobody else.
        """
        veil = veiled(frame, viewpoint, cast)
        if veil is None:
            return
        involved, opacity = veil
        part, shown = cast.only(involved), among(self._shown, frozenset(involved.tolist()))
        draw_veil(surface, viewpoint.camera.rect, opacity)
        surface.fblits(cascade_dust(frame, viewpoint, cast), PREMULTIPLIED)
        bodies = draw_some(frame, viewpoint, part, self._sprites_of(frame))
        surface.fblits(chain(bodies, layers.above(frame, viewpoint, shown, part, tie_sums, lengths)), PREMULTIPLIED)
        ways = [way for way in self._verdicts if part.seen(np.array([*way.bundle.who, way.bundle.whom])).all()]
        surface.fblits(blame.draw_verdicts(surface, ways, cast, lengths, calm=viewpoint.reduce_motion), PREMULTIPLIED)
        thrown = (flight.blits for flight in self._flights if flight.arrow in shown[flight.arrow.kind])
        surface.fblits(list(chain.from_iterable(thrown)), PREMULTIPLIED)
        surface.fblits(
            self._names.of(part.order)
            + self._cries.of(frame, viewpoint, part, lengths)
            + layers.counts(frame, viewpoint, part, tie_sums, lengths)
            + self._coin_words(frame, viewpoint, ways, cast)
        )

    def _coin_words(self, frame: Frame, viewpoint: Viewpoint, ways: list[Way], cast: Cast) -> list[Blit]:
        names = self._names.boxes if ways else {}
        return blame.words(frame, viewpoint, ways, cast, self._sprites_of(frame), names.values())

    def _find_ways(self, frame: Frame, viewpoint: Viewpoint, shown: Shown, cast: Cast, lengths: Sizes) -> None:
        """Find where the arrows of blame and credit run, and how much time new figures are left with."""
        limits = limits_of(lens=viewpoint.lens == "blame", small=cast.size < lengths.plain_below_px)
        bundles = bundled(shown["credit"] + shown["blame"], frame.people.group, *limits)
        ways = self._ways.of(frame, bundles, cast, viewpoint.camera.rect, lengths)
        self._verdicts = blame.drawn(ways, calm=viewpoint.reduce_motion)
        sprite_cache = self._sprites_of(frame)
        sprite_cache.spending.other_work = other_work(frame, self._names, self._ways, ways, cast, sprite_cache)

    def verdict_at(self, pos: tuple[float, float], reach: float) -> Arrow | None:
        """Return the nearest arrow of blame or credit of the last picture within so many pixels, or None.

        What is in the air stands for its own; where several who judge alike share one arrow, it is the strongest of
        their verdicts.
        """
        thrown = min(self._flights, key=lambda flight: flight.off(pos), default=None)
        if thrown is not None and thrown.off(pos) <= reach:
            return thrown.arrow
        nearest = min(self._verdicts, key=lambda way: way.off(pos), default=None)
        return None if nearest is None or nearest.off(pos) > reach else nearest.bundle.arrow

    def _arrows(self, frame: Frame, viewpoint: Viewpoint) -> Shown:
        """Return the arrows of a picture; of each kind that lasts, a list is made once for each frame."""
        question = viewpoint.question
        asked = question._replace(alpha=1.0)
        if self._lasting is None or self._lasting[0] is not frame or self._lasting[1] != asked:
            self._lasting = frame, asked, _by_kind(lasting(frame, asked))
        return self._lasting[2] | _by_kind(passing(frame, question))

    def _believed(self, frame: Frame, viewpoint: Viewpoint) -> Floats:
        """Return (N,) how the person in question believes everybody to feel; such faces take a moment to change too."""
        observer = viewpoint.focus if viewpoint.eyes is None and viewpoint.lens == "beliefs" else viewpoint.eyes
        if observer is None:
            return np.zeros(len(frame.people))
        return self._beliefs.eased(believed_by(frame, observer), frame, viewpoint, observer)


def _by_kind(arrows: list[Arrow]) -> Shown:
    kinds: Shown = defaultdict(list)
    for arrow in arrows:
        kinds[arrow.kind].append(arrow)
    return kinds
