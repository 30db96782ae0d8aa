"""Where everybody stands on the screen and how: the step from columns of numbers to something that can be drawn.

Reads a Frame and a Scene; gives one Pose for each person in view, the farthest (highest) first.
"""

from __future__ import annotations

from dataclasses import replace
from math import pi, sin
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import INDEX
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS
from sandbox.view.bodies import LEVELS, face_spot, height_of
from sandbox.view.elbows import spread
from sandbox.view.faces import AHEAD, DIRECTIONS, EYES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.bodies import Build
    from sandbox.view.faces import Look
    from sandbox.view.palette import Sizes
    from sandbox.view.scene import Scene
    from sandbox.view.wardrobe import Wardrobe

CURVE: Final = 0.7
"""Bends feelings so that small ones already show in the posture."""
AWAY: Final = 2 * pi / 3
"""An averted face is turned at least this far from whom it avoids."""
LEAP_METRES: Final = 2.0
"""A longer way within one tick is a jump and is not drawn in between."""
FLINCH_SECONDS: Final = 1.2
THROWING: Final = frozenset({"hurt", "insult"})
"""Happenings that shake the body."""
THROW: Final = 0.09
"""How far, in tiles."""
THROW_SPEED: Final = 40.0
"""Radians per second."""
BLINK_SECONDS: Final = 0.12
BLINK_EVERY: Final = 4.3
STEP_HERTZ: Final = 2.1
MOVING: Final = 0.15
"""Metres per second above which somebody walks."""
UNFOLDED: Final = -1
"""The code of a pose whose body and face were changed by hand."""
GLEE: Final = 0.05
"""Schadenfreude per second that shows in the eyes."""
FACES: Final = {
    "hurt": "squeezed",
    "insult": "squeezed",
    "heal": "glad",
    "praise": "glad",
    "gift": "glad",
    "news": "wide",
}
"""What the eyes do in the first second after a happening."""


class Pose(NamedTuple):
    """One person, ready to be drawn."""

    who: int
    x: float
    """pixel of the feet"""
    y: float
    lift: float
    """pixels that the body is above its feet's spot: walking, bouncing"""
    size: int
    """pixels, height of a body's tile"""
    code: int
    """names the sprites of her costume, posture and face in the wardrobe"""
    build: Build
    look: Look

    def head(self) -> tuple[float, float]:
        """Give the pixel between the eyes."""
        x, y = face_spot(self.build.feeling, self.build.lean)
        return (self.x + x * self.size, self.y - self.lift + y * self.size)

    def top(self) -> float:
        """Give the highest pixel of the body, without its hat."""
        return self.y - self.lift - height_of(self.build.feeling) * self.size

    def middle(self) -> tuple[float, float]:
        """Give the pixel in the middle of the body."""
        return (self.x, self.y - self.lift - height_of(self.build.feeling) * self.size / 2)


def person_px(scene: Scene, lengths: Sizes) -> int:
    """Give the height of a body's tile; in steps, so that zooming does not draw everything anew for every pixel."""
    wanted = min(lengths.person_max_px, max(lengths.person_min_px, scene.camera.scale * lengths.person_metres))
    step = 2 if wanted < 64 else 4  # noqa: PLR2004 - large bodies can grow in larger steps
    return round(wanted / step) * step


def level_of(value: float) -> int:
    """Give the posture or expression, -LEVELS to LEVELS, for a feeling of -1 to 1."""
    return int(_levels(np.asarray(value)))


def poses(frame: Frame, scene: Scene, lengths: Sizes, wardrobe: Wardrobe) -> list[Pose]:
    """Pose everybody who is in view, the farthest first."""
    size = person_px(scene, lengths)
    people, before = frame.people, frame.before
    x, y = _between(before.x, people.x, scene.alpha), _between(before.y, people.y, scene.alpha)
    x, y = spread(*scene.camera.many_to_screen(x, y), size)
    feeling = _levels(people.felt)
    codes = wardrobe.codes(feeling, _levels(people.shown), _gazes(frame, scene, (x, y)), _eyes(frame, scene))
    rect = scene.camera.rect
    in_view = (abs(x - rect.centerx) < rect.width / 2 + size) & (y > rect.top) & (y < rect.bottom + 2 * size)
    order = np.flatnonzero(in_view)
    order = order[np.argsort(y[order], kind="stable")]
    rows = (column[order].tolist() for column in (x, y, _lifts(frame, scene, size, feeling), codes))
    dress = wardrobe.dress
    return [
        Pose(who, at_x, at_y, lift, size, code, *dress(code))
        for who, at_x, at_y, lift, code in zip(order.tolist(), *rows, strict=True)
    ]


def _between(start: Floats, end: Floats, alpha: float) -> Floats:
    if len(start) != len(end):
        return end
    return np.where(abs(end - start) > LEAP_METRES, end, start + (end - start) * alpha)


def _levels(values: Floats) -> Ints:
    return np.rint(np.sign(values) * np.abs(values) ** CURVE * LEVELS).astype(np.int64).clip(-LEVELS, LEVELS)


def _lifts(frame: Frame, scene: Scene, size: int, feeling: Ints) -> Floats:
    if scene.reduce_motion:
        return np.zeros(len(feeling))
    shift = np.arange(len(feeling)) * 1.7
    walking = frame.people.speed > MOVING
    share = (feeling + LEVELS) / (2 * LEVELS)
    hop = np.abs(np.sin(scene.seconds * STEP_HERTZ * pi + shift)) * size * (0.03 + 0.09 * share)
    skip = np.abs(np.sin(scene.seconds * 1.1 * pi + shift)) * size * 0.07
    return np.where(walking, hop, np.where(feeling >= LEVELS - 1, skip, 0.0))


def _gazes(frame: Frame, scene: Scene, spots: tuple[Floats, Floats]) -> Ints:
    people = frame.people
    averted = people.avoiding != NOBODY
    angle = np.arctan2(people.look_y, people.look_x)
    target = np.where(averted, people.avoiding, 0)
    toward = np.arctan2(people.y[target] - people.y, people.x[target] - people.x)
    off = (angle - toward + pi) % (2 * pi) - pi
    turned = np.where(abs(off) < AWAY, toward + np.where(off < 0, -AWAY, AWAY) * 1.1, angle)
    angle = np.where(averted, turned, angle)
    idle = (people.gaze == NOBODY) & ~averted & (people.speed <= MOVING)
    gaze = np.rint(angle / (2 * pi) * DIRECTIONS).astype(np.int64) % DIRECTIONS
    return np.where(idle, _glances(scene, spots), gaze)


def _glances(scene: Scene, spots: tuple[Floats, Floats]) -> Ints:
    ahead = np.full(len(spots[0]), AHEAD)
    if scene.cursor is None:
        return ahead
    dx, dy = scene.cursor[0] - spots[0], scene.cursor[1] - spots[1]
    reach = scene.camera.rect.width / 8
    near = (dx * dx + dy * dy) < reach * reach
    return np.where(near, np.rint(np.arctan2(dy, dx) / (2 * pi) * DIRECTIONS).astype(np.int64) % DIRECTIONS, ahead)


def _eyes(frame: Frame, scene: Scene) -> Ints:
    """Give (N,) what everybody's lids do, an index into EYES; what is said later overrides."""
    people = frame.people
    eyes = np.zeros(len(people), np.int64)
    eyes[people.reward[:, STREAMS.index("schadenfreude")] > GLEE] = EYES.index("sly")
    eyes[people.option == INDEX["taunt"]] = EYES.index("angry")
    if not scene.reduce_motion:
        each = np.arange(len(people))
        phase = (scene.seconds + each * 1.37) % (BLINK_EVERY + each % 5 * 0.6)
        eyes[phase < BLINK_SECONDS] = EYES.index("blink")
    eyes[people.avoiding != NOBODY] = EYES.index("half")
    for who, look in reactions(frame, scene).items():
        eyes[who] = EYES.index(look)
    return eyes


def reactions(frame: Frame, scene: Scene) -> dict[int, str]:
    """Tell whose eyes react to a happening just now, and how."""
    found: dict[int, str] = {}
    for record in frame.recent:
        name = HAPPENINGS[record.detail].name if record.kind == "happened" else ""
        if name in FACES and record.who != NOBODY and age_of(frame, scene, record.tick) < FLINCH_SECONDS:
            found[record.who] = FACES[name]
    return found


def age_of(frame: Frame, scene: Scene, tick: int) -> float:
    """Give how many seconds ago a tick was, on the screen."""
    return max(0.0, (frame.tick - 1 - tick + scene.alpha) / TICKS_PER_SECOND)


def flinches(frame: Frame, scene: Scene) -> dict[int, float]:
    """Give how far bodies are thrown to the side by what just befell them, in tiles."""
    if scene.reduce_motion:
        return {}
    ages = (
        (record.who, age_of(frame, scene, record.tick))
        for record in frame.recent
        if record.kind == "happened" and HAPPENINGS[record.detail].name in THROWING
    )
    return {
        who: THROW * sin(age * THROW_SPEED) * (1 - age / FLINCH_SECONDS) for who, age in ages if age < FLINCH_SECONDS
    }


def as_believed(pose: Pose, feeling: float) -> Pose:
    """Give a pose with the feeling that an observer believes in, in body and face."""
    level = level_of(feeling)
    return pose._replace(
        code=UNFOLDED,
        build=replace(pose.build, feeling=level),
        look=replace(pose.look, shown=level, eyes="open", skin="sky"),
    )
