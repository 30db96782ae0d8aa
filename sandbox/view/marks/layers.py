"""The marks of a picture in the order in which they lie: on the ground, over the bodies, and numbers over these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.session.seen.tie_sums import regards
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.marks import deeds, dust, event_signs, gestures, heaps, overlays, pain, personhood, speech
from sandbox.view.marks.gaze import averted, draw_looks
from sandbox.view.marks.glints import glints
from sandbox.view.marks.switched_off import switched_off
from sandbox.view.marks.tie_lines import draw_tie_lines
from sandbox.view.people import sprites

if TYPE_CHECKING:
    from collections import defaultdict

    import pygame

    from sandbox.session.frame import Frame
    from sandbox.session.seen.arrows import Arrow
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

    Shown = defaultdict[str, list[Arrow]]


def draw_below(
    surface: pygame.Surface, frame: Frame, viewpoint: Viewpoint, shown: Shown, cast: Cast, lengths: Sizes
) -> None:
    """Draw what lies on the ground between people."""
    if viewpoint.lens == "truth":
        surface.fblits(heaps.trodden(frame, viewpoint, cast, lengths), PREMULTIPLIED)
        surface.fblits(dust.happening_dust(frame, viewpoint, cast), PREMULTIPLIED)
        gestures.draw_detours(surface, frame, viewpoint, cast, lengths)
    draw_tie_lines(surface, shown["tie"], cast, lengths)
    surface.fblits(personhood.draw_cogs(surface, shown["thing"], cast, lengths), PREMULTIPLIED)
    draw_looks(surface, shown["look"], viewpoint, cast, lengths)


def above(
    frame: Frame, viewpoint: Viewpoint, shown: Shown, cast: Cast, tie_sums: TieSums, lengths: Sizes
) -> list[Blit]:
    """Return the marks that go over the bodies."""
    if viewpoint.lens == "personhood":
        return personhood.faces(regards(frame, viewpoint.focus), cast, lengths, asked=viewpoint.focus is not None)
    blits = [blit for _, blit in pain.hollow(frame, viewpoint, cast, tie_sums, lengths)]
    blits += overlays.over_bodies(frame, cast, lengths)
    blits += [blit for _, _, blit in heaps.heaps(frame, viewpoint, cast, tie_sums, lengths)]
    blits += [blit for _, blit in averted(shown["averted"], cast, lengths)]
    if viewpoint.lens == "truth":
        blits += [blit for _, blit in deeds.deed_signs(frame, viewpoint, cast, lengths)]
        blits += gestures.gestures(frame, viewpoint, cast, lengths)
        blits += [blit for _, _, blit in speech.votes(frame, viewpoint, cast, lengths)]
        blits += [blit for _, blit in deeds.calls(frame, cast, lengths)]
        blits += [blit for _, blit in deeds.thoughts(frame, viewpoint, cast, lengths)]
        blits += glints(frame, viewpoint, cast, lengths)
        blits += switched_off(frame, cast, tie_sums, lengths)
    if viewpoint.lens in {"truth", "blame"}:
        blits += [blit for _, blit in speech.speech(frame, viewpoint, shown["told"], cast, lengths)]
    return blits + [blit for _, _, blit in event_signs.signs(frame, viewpoint, cast, lengths)]


def counts(frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[Blit]:
    """Return the "×n" of what is too many to draw one by one."""
    if viewpoint.lens in {"truth", "blame"}:
        return heaps.pile_counts(cast, tie_sums, lengths)
    if viewpoint.lens == "personhood":
        return personhood.counts(regards(frame, viewpoint.focus), cast, lengths)
    return []


def chosen(viewpoint: Viewpoint, cast: Cast) -> list[Blit]:
    """Return the rings on the ground under those the player has chosen."""
    blits: list[Blit] = []
    for who, name in ((viewpoint.hovered, "hovered"), (viewpoint.selected, "selected")):
        pose = cast.get(who)
        if pose is not None:
            ring = sprites.foot_ring(name, pose.size)
            blits.append((ring, (pose.x - ring.get_width() / 2, pose.y - ring.get_height() / 2)))
    return blits
