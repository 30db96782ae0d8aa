"""The whole picture of one moment: ground, marks on the ground, people, marks over people, names, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view import blame, deeds, lenses, overlays, sparks, sprites
from sandbox.view.crowd import draw_minded, draw_true
from sandbox.view.gaze import averted, draw_looks
from sandbox.view.ground import Ground
from sandbox.view.lanes import draw_lanes
from sandbox.view.legend import draw_legend
from sandbox.view.minds import Standing, minds_view
from sandbox.view.names import Names
from sandbox.view.palette import LIGHT, Palette, sizes
from sandbox.view.poses import Pose, poses
from sandbox.view.props import BACK, LARGEST, ORDINARY_RADIUS, SMALLEST, prop, prop_box
from sandbox.view.sketch import PREMULTIPLIED
from sandbox.view.wardrobe import Wardrobe

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
        self._wardrobe: Wardrobe | None = None

    def draw(self, surface: pygame.Surface, frame: Frame, scene: Scene) -> None:
        """Draw a frame into the camera's rectangle of a surface; the frame stays as it is."""
        lengths = sizes(scene.projector)
        clip = surface.get_clip()
        surface.set_clip(scene.camera.rect)
        self._ground.draw(surface, frame.level.map, scene.camera, lenses.wash_of(scene))
        cast = poses(frame, scene, lengths, self._dresser(frame))
        self._draw_people(surface, frame, scene, cast, lengths)
        draw_legend(surface, frame, scene, lengths)
        surface.set_clip(clip)

    def person_at(self, frame: Frame, scene: Scene, pos: tuple[float, float]) -> int | None:
        """Tell who is drawn at a pixel, the nearest to the player first; None if nobody is."""
        lengths = sizes(scene.projector)
        for pose in reversed(poses(frame, scene, lengths, self._dresser(frame))):
            x, y = pose.middle()
            across = max(pose.size * REACH, lengths.pick_px)
            down = max(pose.y - y + lengths.thin_px, lengths.pick_px)
            if ((pos[0] - x) / across) ** 2 + ((pos[1] - y) / down) ** 2 <= 1:
                return pose.who
        return None

    def _dresser(self, frame: Frame) -> Wardrobe:
        if self._wardrobe is None or self._wardrobe.level is not frame.level:
            self._wardrobe = Wardrobe(frame.level)
        return self._wardrobe

    def _draw_people(
        self, surface: pygame.Surface, frame: Frame, scene: Scene, cast: list[Pose], lengths: Sizes
    ) -> None:
        by_person = {pose.who: pose for pose in cast}
        standing = Standing.of(frame)
        if scene.eyes is None:
            coins = _draw_below(surface, frame, scene, by_person, lengths)
            surface.fblits(overlays.under_bodies(frame, scene, cast, standing), PREMULTIPLIED)
            bodies, known = draw_true(frame, scene, cast, self._dresser(frame)), None
            above = _above(frame, scene, by_person, standing, lengths) + coins
        else:
            mind = minds_view(frame, scene.eyes)
            bodies, above = draw_minded(cast, scene.eyes, mind), []
            known = {who for who, (guise, _) in mind.items() if guise != "unattended"}
        surface.fblits([*lenses.glow(scene, by_person), *_chosen(scene, by_person)], PREMULTIPLIED)
        surface.fblits(_with_props(frame, scene, cast, bodies), PREMULTIPLIED)
        surface.fblits(lenses.badges(frame, scene, cast, standing, lengths) + above, PREMULTIPLIED)
        surface.fblits(self._names.draw(frame, scene, cast, lengths, known))
        if scene.eyes is None:
            surface.fblits(sparks.words(frame, scene, by_person, lengths))
            if scene.lens in {"truth", "blame"}:
                surface.fblits(overlays.pile_counts(cast, standing, lengths))


def _draw_below(
    surface: pygame.Surface, frame: Frame, scene: Scene, cast: dict[int, Pose], lengths: Sizes
) -> list[Blit]:
    """Draw what lies on the ground between people; give the coins of the arrows, which go over the bodies."""
    if scene.lens == "truth":
        sparks.draw_rings(surface, frame, scene, cast, lengths)
    draw_lanes(surface, frame, scene, cast, lengths)
    draw_looks(surface, frame, scene, cast, lengths)
    return blame.draw_verdicts(surface, blame.verdicts(frame, scene), cast, lengths)


def _above(frame: Frame, scene: Scene, cast: dict[int, Pose], standing: Standing, lengths: Sizes) -> list[Blit]:
    """Give the marks that go over the bodies."""
    blits = overlays.over_bodies(frame, scene, list(cast.values()), standing, lengths)
    if scene.lens in {"truth", "attention"}:
        blits += averted(frame, cast, lengths)
    if scene.lens == "truth":
        blits += deeds.deed_signs(frame, scene, cast, lengths)
        blits += deeds.thoughts(frame, scene, cast, lengths)
    return blits + sparks.signs(frame, scene, cast, lengths)


def _with_props(frame: Frame, scene: Scene, cast: list[Pose], bodies: list[tuple[float, list[Blit]]]) -> list[Blit]:
    """Mix in what stands at the places; it turns see-through where it would hide somebody."""
    standing: list[tuple[float, list[Blit]]] = []
    for place in frame.level.map.places:
        x, y = _base(place, scene)
        metre = max(2, round(scene.camera.scale * min(LARGEST, max(SMALLEST, place.radius / ORDINARY_RADIUS))))
        box = prop_box(place.kind, metre)
        if box is not None:
            box.move_ip(round(x), round(y))
            hides = any(pose.y < y and box.collidepoint(pose.middle()) for pose in cast)
            dim = scene.lens != "truth" or scene.eyes is not None
            sprite = prop(place.kind, metre, fade=2 * hides + dim)
            standing.append((y, [(sprite, box.topleft)]))
    rows = sorted([*bodies, *standing], key=lambda row: row[0]) if standing else bodies
    return [blit for _, blits in rows for blit in blits]


def _base(place: Place, scene: Scene) -> tuple[float, float]:
    return scene.camera.to_screen(place.x, place.y - BACK * place.radius)


def _chosen(scene: Scene, cast: dict[int, Pose]) -> list[Blit]:
    """Give the rings on the ground under those the player has chosen."""
    blits: list[Blit] = []
    for who, name in ((scene.hovered, "hovered"), (scene.selected, "selected")):
        pose = cast.get(who) if who is not None else None
        if pose is not None:
            ring = sprites.foot_ring(name, pose.size)
            blits.append((ring, (pose.x - ring.get_width() / 2, pose.y - ring.get_height() / 2)))
    return blits
