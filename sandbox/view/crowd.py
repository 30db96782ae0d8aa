"""Bodies and faces, the farthest first, as the world is or as one observer has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sandbox.view import bodies, faces, sprites
from sandbox.view.guises import SMALL, SUNK
from sandbox.view.poses import as_believed, flinches, level_of
from sandbox.view.wardrobe import pieces

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame
    from sandbox.view.overlays import Blit
    from sandbox.view.poses import Pose
    from sandbox.view.scene import Scene
    from sandbox.view.wardrobe import Wardrobe

FLAT: Final = faces.AHEAD


def draw_true(frame: Frame, scene: Scene, cast: list[Pose], wardrobe: Wardrobe) -> list[tuple[float, list[Blit]]]:
    """Give everybody as they are, with the height of their feet; in the lens of feelings each face is split."""
    if scene.lens == "felt":
        felt = frame.people.felt
        return [(pose.y, _split(pose, level_of(float(felt[pose.who])))) for pose in cast]
    thrown = flinches(frame, scene)
    rows: list[tuple[float, list[Blit]]] = []
    for pose in cast:
        x = round(pose.x + thrown[pose.who] * pose.size if pose.who in thrown else pose.x)
        low, high = round(pose.y), round(pose.y - pose.lift)
        parts = wardrobe.figure(pose.code, pose.size)
        rows.append((pose.y, [(sprite, (x + dx, (high if hops else low) + dy)) for sprite, dx, dy, hops in parts]))
    return rows


def person(pose: Pose) -> list[Blit]:
    """Give shadow, body and face of one person whose pose was changed by hand."""
    low, high = round(pose.y), round(pose.y - pose.lift)
    return [
        (part.sprite, (round(pose.x) + part.dx, (high if part.hops else low) + part.dy))
        for part in pieces(pose.build, pose.look, pose.size)
    ]


def _split(pose: Pose, felt: int) -> list[Blit]:
    shown = replace(pose.look, gaze=FLAT, eyes="open", skin="sky")
    face = sprites.split_face(shown, replace(shown, shown=felt), pose.size)
    ahead = pose._replace(build=replace(pose.build, lean=0))
    return [_shadow(pose), _body_at(ahead, sprites.body(ahead.build, pose.size)), _face_at(ahead, face)]


def draw_minded(cast: list[Pose], observer: int, mind: dict[int, tuple[str, float]]) -> list[tuple[float, list[Blit]]]:
    """Give everybody as `observer` has them, with the height of their feet; she herself stays as she is."""
    nobody = ("unattended", 0.0)
    return [
        (pose.y, person(pose) if pose.who == observer else as_guise(pose, *mind.get(pose.who, nobody))) for pose in cast
    ]


def as_guise(pose: Pose, guise: str, believed: float) -> list[Blit]:
    """Give one person in one of the guises."""
    if guise == "unattended":
        return [_body_at(pose, sprites.guise("unattended", pose.size))]
    if guise == "thing":
        return [_shadow(pose), _body_at(pose, sprites.guise("thing", pose.size))]
    if guise == "fine":
        return [*person(pose), _sticker(pose)]
    imagined = as_believed(pose, believed)
    if guise == "enemy":
        look = replace(imagined.look, spiky=True, eyes="angry", skin=pose.build.colour)
        return person(imagined._replace(build=replace(imagined.build, spiky=True), look=look))
    if guise == "unimportant":
        return _unimportant(imagined)
    return person(imagined)


def _unimportant(pose: Pose) -> list[Blit]:
    small = pose._replace(size=round(pose.size * SMALL), lift=0.0)
    sprite = sprites.pale_person(small.build, small.look, small.size)
    sunk = small._replace(lift=-SUNK * bodies.height_of(0) * small.size)
    return [_body_at(sunk, sprite), _body_at(small, sprites.guise("unimportant", small.size))]


def _sticker(pose: Pose) -> Blit:
    sticker = sprites.guise("fine", pose.size)
    x, y = pose.head()
    return (sticker, (x - sticker.get_width() / 2, y - sticker.get_height() / 2 + pose.size * 0.02))


def _shadow(pose: Pose) -> Blit:
    sprite = sprites.shadow(pose.size)
    return (sprite, (pose.x - sprite.get_width() / 2, pose.y - sprite.get_height() / 2))


def _body_at(pose: Pose, sprite: pygame.Surface) -> Blit:
    return (
        sprite,
        (round(pose.x + bodies.EDGES[0] * pose.size), round(pose.y - pose.lift + bodies.EDGES[1] * pose.size)),
    )


def _face_at(pose: Pose, sprite: pygame.Surface) -> Blit:
    x, y = pose.head()
    return (sprite, (round(x + faces.EDGES[0] * pose.size), round(y + faces.EDGES[1] * pose.size)))
