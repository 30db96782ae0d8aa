"""Which mark is under the mouse: the very pictures that are drawn are asked whether they have paint there.

Theory: design. What is drawn is what is hit. The list is made only when somebody asks, by the functions that draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import pygame

from sandbox.engine.people import NOBODY
from sandbox.view.canvas.strokes import distance
from sandbox.view.marks import deeds, event_signs, heaps, pain, personhood, speech
from sandbox.view.marks.gaze import averted, look_way
from sandbox.view.marks.tie_lines import tie_ways
from sandbox.view.people.face_marks import weeps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sandbox.session.frame import Frame
    from sandbox.session.seen.arrows import Arrow
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.canvas.strokes import Spot
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

NEAR_PX: Final = 3
"""So far from paint a mark is still hit."""
FAINT: Final = 20
"""Paint that is no stronger, of 255, is none."""
HEAPS: Final[dict[str, Literal["pebbles", "stars"]]] = {"blame": "pebbles", "credit": "stars"}


class Mark(NamedTuple):
    """Something that is drawn at somebody, and what it says."""

    kind: Literal["pebbles", "stars", "look", "thought", "deed", "told", "saying", "pain", "shame", "thing", "person"]
    who: int
    """whose it is; of what was told, who heard it"""
    whom: int = NOBODY
    """off whom eyes are kept, or of whom it is told, or NOBODY"""
    record: int = NOBODY
    """id of the record that it shows, or NOBODY"""


class Picture(NamedTuple):
    """What the last picture was drawn from."""

    frame: Frame
    viewpoint: Viewpoint
    shown: Mapping[str, list[Arrow]]
    """the arrows between people, by kind"""
    cast: Cast
    tie_sums: TieSums
    lengths: Sizes


def mark_at(picture: Picture, pos: tuple[float, float]) -> Mark | None:
    """Return the uppermost mark over the bodies that has paint at a pixel, or None."""
    found = [mark for mark, blit in _over_bodies(picture) if _has_paint(blit, pos)]
    return found[-1] if found else None


def ring_at(picture: Picture, pos: tuple[float, float]) -> Mark | None:
    """Return whose bolts are at a pixel, which lie under the bodies, or None."""
    if picture.viewpoint.lens == "personhood":
        return None
    frame, viewpoint, _, cast, tie_sums, lengths = picture
    bolts = (*pain.rings(frame, viewpoint, cast), *pain.hollow(frame, viewpoint, cast, tie_sums, lengths))
    hit = [who for who, blit in bolts if _has_paint(blit, pos)]
    return Mark("pain", hit[-1]) if hit else None


def face_at(cast: Cast, who: int, pos: tuple[float, float]) -> Mark | None:
    """Return what somebody's face shows at a pixel: a plate, shame, or tears; None off the face, or of other faces."""
    pose = cast.get(who)
    if pose is None or not pose.eyes().collidepoint(pos):
        return None
    if pose.look.plate > 0:
        return Mark("thing", who)
    if pose.look.eyes == "ashamed":
        return Mark("shame", who)
    return Mark("pain", who) if weeps(pose.look) else None


def arrow_at(picture: Picture, pos: tuple[float, float], reach: float) -> Arrow | None:
    """Return the nearest of the looks, ties and rows of cogs on the ground within so many pixels, or None."""
    far = {arrow: distance(way, pos) for arrow, way in _on_the_ground(picture)}
    near = min(far, key=far.__getitem__, default=None)
    return None if near is None or far[near] > reach else near


def _on_the_ground(picture: Picture) -> Iterator[tuple[Arrow, Sequence[Spot]]]:
    """List the arrows that lie under bodies, each with the way along which it is drawn."""
    shown, cast = picture.shown, picture.cast
    yield from tie_ways(shown.get("tie", []), cast)
    for arrow in (*shown.get("thing", []), *shown.get("look", [])):
        who, whom = cast.get(arrow.who), cast.get(arrow.whom)
        if who is not None and whom is not None:
            yield arrow, (personhood.way_of(who, whom) if arrow.kind == "thing" else look_way(who, whom)) or ()


def _over_bodies(picture: Picture) -> Iterator[tuple[Mark, Blit]]:
    """List the marks over the bodies in the order in which they are drawn."""
    frame, viewpoint, shown, cast, tie_sums, lengths = picture
    for name, who, blit in heaps.heaps(frame, viewpoint, cast, tie_sums, lengths):
        yield Mark(HEAPS[name], who), blit
    looks = {arrow.who: arrow for arrow in shown.get("averted", [])}
    for who, blit in averted([*looks.values()], cast, lengths):
        yield Mark("look", who, looks[who].whom, looks[who].record), blit
    if viewpoint.lens == "truth":
        for who, blit in deeds.deed_signs(frame, viewpoint, cast, lengths):
            yield Mark("deed", who), blit
        for who, record, blit in speech.votes(frame, viewpoint, cast, lengths):
            yield Mark("person", who, record=record), blit
        for who, blit in (*deeds.calls(frame, cast, lengths), *deeds.thoughts(frame, viewpoint, cast, lengths)):
            yield Mark("thought", who), blit
    if viewpoint.lens in {"truth", "blame"}:
        for tale, blit in speech.speech(frame, viewpoint, shown.get("told", []), cast, lengths):
            heard = Mark("told", tale.listener.who, tale.about, tale.record)
            yield (Mark("saying", tale.teller.who, tale.about) if tale.record == NOBODY else heard), blit
    for who, record, blit in event_signs.signs(frame, viewpoint, cast, lengths):
        yield Mark("person", who, record=record), blit


def _paint(part: pygame.Surface) -> int:
    return pygame.mask.from_surface(part, FAINT).count()


def _has_paint(blit: Blit, pos: tuple[float, float]) -> bool:
    """Return whether a picture has paint within NEAR_PX of a pixel."""
    sprite, (left, top) = blit
    around = pygame.Rect(0, 0, 2 * NEAR_PX + 1, 2 * NEAR_PX + 1)
    around.center = round(pos[0] - left), round(pos[1] - top)
    around = around.clip(sprite.get_rect())
    return bool(around.width and around.height) and _paint(sprite.subsurface(around)) > 0
