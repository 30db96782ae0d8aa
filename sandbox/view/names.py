"""Name pills: each by its person, none over a face.

A name stays on the side of its body where it was as long as there is room, so that names do not flicker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.view.palette import AMBER, PAPER
from sandbox.view.text import pill

if TYPE_CHECKING:
    from collections.abc import Container

    from sandbox.session.frame import Frame
    from sandbox.view.overlays import Blit
    from sandbox.view.palette import Sizes
    from sandbox.view.poses import Pose
    from sandbox.view.scene import Scene

SIDES: Final = ("below", "right", "left", "above")
KEPT_FROM: Final = 0.86
"""A body takes this much of its tile when names look for room."""


class Names:
    """Finds room for names and remembers it."""

    def __init__(self) -> None:
        """Start with no name placed."""
        self._sides: dict[int, str] = {}

    def draw(
        self, frame: Frame, scene: Scene, cast: list[Pose], lengths: Sizes, known: Container[int] | None = None
    ) -> list[Blit]:
        """Give the pills that find room; those of the people in question always do.

        Of the others only the `known` have a name, if that is given.
        """
        asked = {scene.hovered, scene.selected, scene.eyes} - {None}
        large = not cast or cast[0].size >= lengths.plain_below_px
        named = [pose for pose in cast if pose.who in asked or (large and (known is None or pose.who in known))]
        named.sort(key=lambda pose: pose.who not in asked)
        taken = [_body_box(pose) for pose in cast] if len(named) > len(asked) else []
        blits: list[Blit] = []
        for pose in named:
            special = pose.who in asked
            name = frame.level.people[pose.who].name
            label = pill(name, lengths.name_px, lengths.pill_pad_px, AMBER if special else PAPER)
            box = self._room(pose, label, taken, scene.camera.rect, must=special)
            if box is not None:
                taken.append(box)
                blits.append((label, box.topleft))
        return blits

    def _room(
        self, pose: Pose, label: pygame.Surface, taken: list[pygame.Rect], rect: pygame.Rect, *, must: bool
    ) -> pygame.Rect | None:
        last = self._sides.get(pose.who, "below")
        for side in (last, *SIDES):
            box = _beside(pose, label, side)
            if rect.contains(box) and box.collidelist(taken) < 0:
                self._sides[pose.who] = side
                return box
        return _beside(pose, label, "below").clamp(rect) if must else None


def _body_box(pose: Pose) -> pygame.Rect:
    half = pose.size * 0.36
    tall = pose.size * KEPT_FROM
    return pygame.Rect(round(pose.x - half), round(pose.y - tall), round(2 * half), round(tall))


def _beside(pose: Pose, label: pygame.Surface, side: str) -> pygame.Rect:
    box = label.get_rect()
    gap = pose.size * 0.06
    if side == "below":
        box.midtop = (round(pose.x), round(pose.y + gap))
    elif side == "above":
        box.midbottom = (round(pose.x), round(pose.y - pose.size * 1.12))
    elif side == "right":
        box.midleft = (round(pose.x + pose.size * 0.44), round(pose.y - pose.size * 0.16))
    else:
        box.midright = (round(pose.x - pose.size * 0.44), round(pose.y - pose.size * 0.16))
    return box
