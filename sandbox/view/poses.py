"""Where everybody stands on the screen and how: the step from columns of numbers to something that can be drawn.

Reads a Frame and a Scene; gives the Cast of those in view, the farthest (highest) first.
"""

from __future__ import annotations

from dataclasses import replace
from math import pi
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import INDEX
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import BEINGS, STREAMS
from sandbox.view.bodies import LEVELS
from sandbox.view.cast import Cast
from sandbox.view.elbows import spread
from sandbox.view.faces import AHEAD, DIRECTIONS, EYES
from sandbox.view.hugs import hug
from sandbox.view.idle import breaths, shifts
from sandbox.view.reactions import jumps, reactions

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.people import People
    from sandbox.session.frame import Frame
    from sandbox.view.cast import Pose
    from sandbox.view.palette import Sizes
    from sandbox.view.scene import Scene
    from sandbox.view.wardrobe import Wardrobe

CURVE: Final = 0.7
"""Bends feelings so that small ones already show in the posture."""
AWAY: Final = 2 * pi / 3
"""An averted face is turned at least this far from whom it avoids."""
LEAP_METRES: Final = 2.0
"""A longer way within one tick is a jump and is not drawn in between."""
PEEK: Final = (0.9, 1.15)
"""Seconds after turning away between which there is one look back, from under the lids."""
BLINK_SECONDS: Final = 0.12
BLINK_EVERY: Final = 4.3
STEP_HERTZ: Final = 2.1
ROMP_HERTZ: Final = 1.6
ROMP: Final = 0.3
"""How high two who play hop together, in tiles."""
MERRY: Final = 0.1
"""Playing that makes people hop."""
MOVING: Final = 0.15
"""Metres per second above which somebody walks."""
UNFOLDED: Final = -1
"""The code of a pose whose body and face were changed by hand."""
PERSON: Final = BEINGS.index("person")
PROUD: Final = 0.25
"""Esteem, either way, that shows in the bearing."""
STINGS: Final = 0.02
"""Envy per second that shows in the eyes."""
DRY: Final = -1
"""The unhappiest face without a tear."""
LAUGHS: Final = 0.25
"""What somebody feels at least who laughs while playing."""
GLEE: Final = 0.05
"""Schadenfreude per second that shows in the eyes."""


def person_px(scene: Scene, lengths: Sizes) -> int:
    """Give the height of a body's tile; in steps, so that zooming does not draw everything anew for every pixel."""
    wanted = min(lengths.person_max_px, max(lengths.person_min_px, scene.camera.scale * lengths.person_metres))
    step = 2 if wanted < 64 else 4  # noqa: PLR2004 - large bodies can grow in larger steps
    return round(wanted / step) * step


def level_of(value: float) -> int:
    """Give the posture or expression, -LEVELS to LEVELS, for a feeling of -1 to 1."""
    return int(_levels(np.asarray(value)))


def poses(frame: Frame, scene: Scene, lengths: Sizes, wardrobe: Wardrobe) -> Cast:
    """Pose everybody who is in view, the farthest first."""
    size = person_px(scene, lengths)
    people, before = frame.people, frame.before
    x, y = _between(before.x, people.x, scene.alpha), _between(before.y, people.y, scene.alpha)
    x, y = hug(frame, scene, spread(*scene.camera.many_to_screen(x, y), size), size)
    thing = people.looks[:, 0] != PERSON
    felt, face = wardrobe.moods.eased(frame, scene)
    feeling, shown = _levels(np.stack([np.where(thing, face, felt), face]))
    if scene.gentle:
        shown = np.maximum(shown, DRY)
    eyes = np.where(thing, 0, _eyes(frame, scene))
    gazes = np.where(thing, AHEAD, _gazes(frame, scene, (x, y)))
    if size < lengths.plain_below_px:
        shown, gazes, eyes = _from_afar(shown, gazes, eyes)
    codes = wardrobe.codes(people, feeling, shown, gazes, eyes, bearings(people))
    rect = scene.camera.rect
    in_view = (abs(x - rect.centerx) < rect.width / 2 + size) & (y > rect.top) & (y < rect.bottom + 2 * size)
    order = np.flatnonzero(in_view)
    order = order[np.argsort(y[order], kind="stable")]
    if not scene.reduce_motion:
        x = x + np.where(thing, 0.0, shifts(scene, len(people)) * size)
    return Cast(order, (x, y, _lifts(frame, scene, size, feeling, eyes), codes), size, wardrobe.dress)


def _from_afar(shown: Ints, gazes: Ints, eyes: Ints) -> tuple[Ints, Ints, Ints]:
    """Leave out what cannot be told in a crowd: shades of a mouth, every other direction, blinks.

    So a crowd takes a sixth of the sprites.
    """
    return (
        np.where(abs(shown) == LEVELS, shown, 0),
        np.where(gazes == AHEAD, AHEAD, gazes // 2 * 2),
        np.where(eyes == EYES.index("blink"), 0, eyes),
    )


def _between(start: Floats, end: Floats, alpha: float) -> Floats:
    if len(start) != len(end):
        return end
    return np.where(abs(end - start) > LEAP_METRES, end, start + (end - start) * alpha)


def _levels(values: Floats) -> Ints:
    return np.rint(np.sign(values) * np.abs(values) ** CURVE * LEVELS).astype(np.int64).clip(-LEVELS, LEVELS)


def _lifts(frame: Frame, scene: Scene, size: int, feeling: Ints, eyes: Ints) -> Floats:
    """Give (N,) pixels by which bodies are off the ground: steps, hops, romps, starts, laughter, breath."""
    if scene.reduce_motion:
        return np.zeros(len(feeling))
    people = frame.people
    shift = np.arange(len(feeling)) * 1.7
    walking = people.speed > MOVING
    share = (feeling + LEVELS) / (2 * LEVELS)
    hop = np.abs(np.sin(scene.seconds * STEP_HERTZ * pi + shift)) * size * (0.03 + 0.09 * share)
    skip = np.abs(np.sin(scene.seconds * 1.1 * pi + shift)) * size * 0.07
    still = breaths(scene, size, feeling, eyes)
    lift = np.where(walking, hop, np.where(feeling >= LEVELS - 1, skip, still))
    if people.playing.any():
        pair = np.minimum(np.arange(len(feeling)), people.option_on)
        romp = np.abs(np.sin(scene.seconds * ROMP_HERTZ * pi + pair)) * size * ROMP
        lift = np.where(people.playing > MERRY, romp, lift)
    lift = np.where(people.looks[:, 0] == PERSON, lift, 0.0)
    high = jumps(frame, scene)
    return lift if high is None else lift + high * size


def _gazes(frame: Frame, scene: Scene, spots: tuple[Floats, Floats]) -> Ints:
    people = frame.people
    averted = frame.averted != NOBODY
    angle = np.arctan2(people.look_y, people.look_x)
    target = np.where(averted, frame.averted, 0)
    toward = np.arctan2(people.y[target] - people.y, people.x[target] - people.x)
    off = (angle - toward + pi) % (2 * pi) - pi
    turned = np.where(abs(off) < AWAY, toward + np.where(off < 0, -AWAY, AWAY) * 1.1, angle)
    if not scene.reduce_motion:
        since = (frame.tick - 1 + scene.alpha - people.option_tick) / TICKS_PER_SECOND
        peeking = (people.option == INDEX["look_away"]) & (since > PEEK[0]) & (since < PEEK[1])
        turned = np.where(peeking, toward, turned)
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
    merry = (people.playing > MERRY) & (people.felt > LAUGHS)
    eyes[(people.esteem > PROUD) & (people.gaze == NOBODY)] = EYES.index("proud")
    eyes[people.reward[:, STREAMS.index("schadenfreude")] > GLEE] = EYES.index("gloating")
    eyes[people.reward[:, STREAMS.index("envy")] < -STINGS] = EYES.index("envious")
    eyes[people.esteem < -PROUD] = EYES.index("ashamed")
    eyes[merry] = EYES.index("laughing")
    eyes[people.option == INDEX["hide"]] = EYES.index("brave")
    eyes[people.option == INDEX["taunt"]] = EYES.index("angry")
    eyes[people.option == INDEX["plead"]] = EYES.index("pleading")
    if not scene.reduce_motion:
        each = np.arange(len(people))
        phase = (scene.seconds + each * 1.37) % (BLINK_EVERY + each % 5 * 0.6)
        eyes[(phase < BLINK_SECONDS) & (eyes == EYES.index("open"))] = EYES.index("blink")
    eyes[frame.averted != NOBODY] = EYES.index("half")
    for who, look in reactions(frame, scene).items():
        eyes[who] = EYES.index(look)
    return eyes


def bearings(people: People) -> Ints:
    """Give (N,) 1 for the proud, -1 for the ashamed and 0 for all others (T28)."""
    proud, ashamed = people.esteem > PROUD, people.esteem < -PROUD
    return proud.astype(np.int64) - ashamed


def as_believed(pose: Pose, feeling: float) -> Pose:
    """Give a pose with the feeling that an observer believes in, in body and face."""
    level = level_of(feeling)
    return pose._replace(
        code=UNFOLDED,
        build=replace(pose.build, feeling=level),
        look=replace(pose.look, shown=level, eyes="open", skin=pose.build.colour),
    )
