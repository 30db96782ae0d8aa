"""The whole picture of one moment: ground, marks on the ground, people, marks over people, names, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view import blame, deeds, lenses, overlays, sparks, sprites
from sandbox.view.crowd import draw_minded, draw_true
from sandbox.view.gaze import draw_averted, draw_looks
from sandbox.view.ground import Ground
from sandbox.view.lanes import draw_lanes
from sandbox.view.legend import draw_legend
from sandbox.view.minds import Standing, minds_view
from sandbox.view.names import Names
from sandbox.view.palette import LIGHT, Palette, sizes
from sandbox.view.poses import Pose, poses
from sandbox.view.props import BACK, EDGES, ORDINARY_RADIUS, prop
from sandbox.view.sketch import PREMULTIPLIED

if TYPE_CHECKING:
    import pygame

    from sandbox.scenario.schema import Place
    from sandbox.session.frame import Frame
    from sandbox.view.overlays import Blit
    from sandbox.view.palette import Sizes
    from sandbox.view.scene import Scene

REACH: Final = 0.42
"""Half the width of the part of a body's tile that can be clicked."""


class Stage:
    """Draws frames; keeps the ground and where names are between them."""

    def __init__(self, palette: Palette = LIGHT) -> None:
        """Take the colours of the ground and of words."""
        self._ground = Ground(palette)
        self._names = Names()

    def draw(self, surface: pygame.Surface, frame: Frame, scene: Scene) -> None:
        """Draw a frame into the camera's rectangle of a surface; the frame stays as it is."""
        lengths = sizes(scene.projector)
        clip = surface.get_clip()
        surface.set_clip(scene.camera.rect)
        self._ground.draw(surface, frame.level.map, scene.camera, lenses.wash_of(scene))
        cast = poses(frame, scene, lengths)
        self._draw_people(surface, frame, scene, cast, lengths)
        draw_legend(surface, frame, scene, lengths)
        surface.set_clip(clip)

    def person_at(self, frame: Frame, scene: Scene, pos: tuple[float, float]) -> int | None:
        """Tell who is drawn at a pixel, the nearest to the player first; None if nobody is."""
        lengths = sizes(scene.projector)
        for pose in reversed(poses(frame, scene, lengths)):
            x, y = pose.middle()
            across = max(pose.size * REACH, lengths.pick_px)
            down = max(pose.y - y + lengths.thin_px, lengths.pick_px)
            if ((pos[0] - x) / across) ** 2 + ((pos[1] - y) / down) ** 2 <= 1:
                return pose.who
        return None

    def _draw_people(
        self, surface: pygame.Surface, frame: Frame, scene: Scene, cast: list[Pose], lengths: Sizes
    ) -> None:
        by_person = {pose.who: pose for pose in cast}
        standing = Standing.of(frame)
        truthful = scene.eyes is None
        surface.fblits(lenses.glow(scene, by_person), PREMULTIPLIED)
        coins: list[Blit] = []
        if truthful:
            sparks.draw_rings(surface, frame, scene, by_person, lengths)
            draw_lanes(surface, frame, scene, by_person, lengths)
            draw_looks(surface, frame, scene, by_person, lengths)
            coins = blame.draw_verdicts(surface, blame.verdicts(frame, scene), by_person, lengths)
            draw_averted(surface, frame, by_person, lengths)
            surface.fblits(overlays.under_bodies(frame, scene, cast, standing), PREMULTIPLIED)
        surface.fblits(_chosen(scene, by_person), PREMULTIPLIED)
        surface.fblits(_with_props(frame, scene, _bodies(frame, scene, cast)), PREMULTIPLIED)
        over = lenses.badges(frame, scene, cast, standing, lengths)
        if truthful:
            over += overlays.over_bodies(frame, cast, standing, lengths)
            over += coins
            over += deeds.deed_signs(frame, scene, by_person, lengths)
            over += deeds.thoughts(frame, scene, by_person, lengths)
            over += sparks.signs(frame, scene, by_person, lengths)
        surface.fblits(over, PREMULTIPLIED)
        surface.fblits(self._names.draw(frame, scene, cast, lengths))
        if truthful:
            surface.fblits(overlays.pile_counts(cast, standing, lengths))
            surface.fblits(sparks.words(frame, scene, by_person, lengths))


def _bodies(frame: Frame, scene: Scene, cast: list[Pose]) -> list[tuple[float, list[Blit]]]:
    if scene.eyes is not None:
        mind = minds_view(frame, scene.eyes)
        return [(pose.y, draw_minded([pose], scene.eyes, mind)) for pose in cast]
    return [(pose.y, draw_true(frame, scene, [pose])) for pose in cast]


def _with_props(frame: Frame, scene: Scene, bodies: list[tuple[float, list[Blit]]]) -> list[Blit]:
    """Mix in what stands at the places, so that people can stand before and behind it."""
    standing = [(_base(place, scene)[1], [blit]) for place in frame.level.map.places if (blit := _prop(place, scene))]
    rows = sorted([*bodies, *standing], key=lambda row: row[0]) if standing else bodies
    return [blit for _, blits in rows for blit in blits]


def _base(place: Place, scene: Scene) -> tuple[float, float]:
    return scene.camera.to_screen(place.x, place.y - BACK * place.radius)


def _prop(place: Place, scene: Scene) -> Blit | None:
    metre = max(2, round(scene.camera.scale * min(2.0, max(0.6, place.radius / ORDINARY_RADIUS))))
    sprite = prop(place.kind, metre)
    if sprite is None:
        return None
    x, y = _base(place, scene)
    return (sprite, (round(x + EDGES[0] * metre), round(y + EDGES[1] * metre)))


def _chosen(scene: Scene, cast: dict[int, Pose]) -> list[Blit]:
    """Give the rings on the ground under those the player has chosen."""
    blits: list[Blit] = []
    for who, name in ((scene.hovered, "hovered"), (scene.selected, "selected")):
        pose = cast.get(who) if who is not None else None
        if pose is not None:
            ring = sprites.foot_ring(name, pose.size)
            blits.append((ring, (pose.x - ring.get_width() / 2, pose.y - ring.get_height() / 2)))
    return blits
