"""Where everybody stands on the screen and how: the step from columns of numbers to something that can be drawn.

Reads a Frame and a Scene; gives the Cast of those in view, the farthest (highest) first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view.acting.beats import SIZES, USUAL
from sandbox.view.acting.doers import acting
from sandbox.view.acting.glances import FACE, drops, peeks, since_chosen
from sandbox.view.acting.hugs import hug
from sandbox.view.acting.leaning import into_ways, to_friends
from sandbox.view.acting.rivals import lanes_in
from sandbox.view.acting.separation import clear_eyes, spread_in
from sandbox.view.acting.throwing import held_down
from sandbox.view.people.bodies import LEVELS, Build, face_spot, top_of
from sandbox.view.people.cast import Cast
from sandbox.view.people.codes import LEANS, UPRIGHT, WITH_FACE, Digits
from sandbox.view.people.expression import AHEAD, DIRECTIONS, DRIPPING, EYES, TEARS
from sandbox.view.people.faces import lean_of
from sandbox.view.people.hands import gesture_of
from sandbox.view.people.idle import shifts
from sandbox.view.people.lids import lids
from sandbox.view.people.lifts import lifts, movers_of
from sandbox.view.people.looks import Looks
from sandbox.view.people.pose_state import directions, pose_state_of
from sandbox.view.plates.plating import shares_of
from sandbox.view.plates.steps import VISOR

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.session.frame import Frame
    from sandbox.view.acting.doers import Acting
    from sandbox.view.acting.skidding import Skid
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Pose
    from sandbox.view.people.lifts import Movers
    from sandbox.view.people.pose_state import PoseState
    from sandbox.view.people.sprite_cache import SpriteCache
    from sandbox.view.viewpoint import Viewpoint

STEPS_ASIDE: Final = 0.3
"""Metres by which somebody is drawn aside, at most, who would hide another's eyes."""
CURVE: Final = 0.7
"""Bends feelings so that small ones already show in the posture."""
LOOKS_LEAN: Final = np.array([UPRIGHT + 2 * lean_of(gaze) for gaze in (*range(DIRECTIONS), AHEAD)])
"""By gaze the index into LEANS of a body that leans along with it; AHEAD comes last, and so is found at -1."""
UNFOLDED: Final = -1
"""The code of a pose whose body and face were changed by hand."""
DRY: Final = -1
"""The unhappiest face without a tear."""
GESTURES: Final = np.array([[gesture_of(eyes, overjoyed=joy) is not None for joy in (False, True)] for eyes in EYES])
"""Whether hands go with lids, without (0) and with (1) the widest grin."""
_FEELINGS: Final = (*range(LEVELS + 1), *range(-LEVELS, 0))
_SIDES: Final = (0, 1, -1)
"""Bearings; like feelings in an order in which those below 0 are found at the end."""
TALL: Final = np.array([[top_of(Build(feeling=feeling, bearing=up)) for feeling in _FEELINGS] for up in _SIDES])
"""Heights of bodies in tiles, by bearing and feeling."""
FACES: Final = np.array(
    [
        [[face_spot(Build(feeling=feeling, lean=lean, bearing=up)) for feeling in _FEELINGS] for lean in LEANS]
        for up in _SIDES
    ]
).transpose(3, 0, 1, 2)
"""Middles of faces in tiles from the feet, across and down, by bearing, lean and feeling."""


def person_px(viewpoint: Viewpoint, lengths: Sizes) -> int:
    """Return the height of a body's tile; in steps, so that zooming does not draw everything anew for every pixel."""
    wanted = lengths.body_px(viewpoint.camera.scale)
    step = 2 if wanted < 64 else 4  # noqa: PLR2004 - large bodies can grow in larger steps
    return round(wanted / step) * step


def level_of(value: float) -> int:
    """Return the posture or expression, -LEVELS to LEVELS, for a feeling of -1 to 1."""
    return int(_levels(np.asarray(value)))


def poses(frame: Frame, viewpoint: Viewpoint, lengths: Sizes, sprite_cache: SpriteCache) -> Cast:
    """Pose everybody who is in view, the farthest first."""
    size = person_px(viewpoint, lengths)
    close, (x, y) = size >= lengths.plain_below_px, _spots(frame, viewpoint, size, sprite_cache)
    doing = acting(frame, viewpoint, (x, y)) if close else None
    skid = sprite_cache.skids.of(frame, viewpoint) if close else None
    looks = _looks(frame, viewpoint, lengths, sprite_cache, (x, y), (doing, skid))
    forms, tall, faces = np.full(len(x), USUAL), looks.tall * size, looks.faces
    if close:
        # In a crowd nobody's weight moves them as far as a pixel.
        if not viewpoint.reduce_motion:
            x = x + np.where(looks.now.thing, 0.0, shifts(viewpoint, len(x)) * size)
        held = held_down(frame, viewpoint)
        forms = held if doing is None else _pressed(doing.forms, held)
        forms = np.where(looks.now.thing, USUAL, forms if skid is None else skid.pressed(forms))
        wide, high = SIZES[:, forms]
        tall, faces = tall * high, faces * (wide, high)
    for who, (aside, down) in doing.thrown.items() if doing is not None else ():
        x[who] += aside * size
        y[who] += down * size
    x, y = (x, y) if skid is None else skid.slid(x, y, size)
    columns = x, y, lifts(frame, viewpoint, size, looks.now, looks.movers), tall, looks.codes, forms
    return Cast(looks.order, columns, faces, size, sprite_cache.decode)


def _spots(frame: Frame, viewpoint: Viewpoint, size: int, sprite_cache: SpriteCache) -> tuple[Floats, Floats]:
    """Return (N,) pixels of feet, with some room between them, which there is none for in a crowd."""
    camera, spots = viewpoint.camera, pose_state_of(frame).spots

    def asides(alpha: float) -> Floats:
        """Return (3, N) pixels across and down by which people part, and across by which they clear others' eyes.

        It is (3, 1) if nobody does.
        """
        x, y = camera.many_to_screen(*spots.at(alpha))
        lanes = lanes_in(frame, viewpoint, sprite_cache.hostility)
        apart_x, apart_y = spread_in(camera.rect, x, y, size, lanes)
        near_x, near_y = hug(frame, replace(viewpoint, alpha=alpha), (apart_x, apart_y), size)
        clear_x = clear_eyes(camera.rect, near_x, near_y, size, STEPS_ASIDE * camera.scale)
        found = np.stack([apart_x - x, apart_y - y, clear_x - near_x])
        return found if np.count_nonzero(found) else found[:, :1]

    x, y = camera.many_to_screen(*spots.at(viewpoint.alpha))
    across, down, clear = sprite_cache.room.at(frame, (camera, size), viewpoint.alpha, asides)
    x, y = hug(frame, viewpoint, (x + across, y + down), size)
    return x + clear, y


def _pressed(forms: Ints, held: Ints) -> Ints:
    """Return (N,) forms of bodies that deeds press, and else what is held against them."""
    return np.where(forms == USUAL, held, forms)


def _looks(
    frame: Frame,
    viewpoint: Viewpoint,
    lengths: Sizes,
    sprite_cache: SpriteCache,
    spots: tuple[Floats, Floats],
    moves: tuple[Acting | None, Skid | None],
) -> Looks:
    """Return how everybody looks; what a crowd looks like lasts for a few pictures."""
    size = person_px(viewpoint, lengths)
    small, view = size < lengths.plain_below_px, (size, viewpoint.camera, viewpoint.gentle, viewpoint.reduce_motion)
    last = sprite_cache.looks
    if last is None or not small or not last.hold(frame, view, viewpoint.seconds):
        sprite_cache.stand(upright=small)
        columns = _columns(frame, viewpoint, sprite_cache, spots, None if small else moves)
        last = Looks(
            pose_state_of(frame), view, viewpoint.seconds, _order(frame.people, viewpoint, spots, size), *columns
        )
    sprite_cache.looks = last
    return last


def _columns(
    frame: Frame,
    viewpoint: Viewpoint,
    sprite_cache: SpriteCache,
    spots: tuple[Floats, Floats],
    close: tuple[Acting | None, Skid | None] | None,
) -> tuple[Floats, Floats, Ints, Movers]:
    """Return (N,) heights in tiles, (2, N) middles of faces, (N,) codes, and who goes up and down.

    Of a crowd nobody is `close`; else it holds what everybody is at, if anybody is, and who skids.
    """
    now, small = pose_state_of(frame), close is None
    thing = now.thing
    feeling, shown = _levels(sprite_cache.moods.eased(now.moods.at(viewpoint.alpha), frame, viewpoint))
    if viewpoint.gentle:
        shown = np.maximum(shown, DRY)
    plate = _plates(frame, viewpoint, sprite_cache, now, small=small)
    eyes = np.where(thing, 0, lids(viewpoint, now, plate, blinks=not (small or viewpoint.reduce_motion)))
    gazes = np.where(thing, AHEAD, np.where(now.idle, _glances(viewpoint, spots), now.gaze))
    if small:
        shown, gazes = _from_afar(shown, gazes)
    bearing = np.where(((now.bearing > 0) & hands_busy(eyes, shown)) | (plate >= VISOR), 0, now.bearing)
    digits = Digits(bearing, feeling, shown, gazes, eyes, plate=plate)
    if close is not None:
        digits = _close(frame, viewpoint, sprite_cache, digits, *close)
    codes = sprite_cache.codes(frame.people, digits)
    tall, faces = TALL[digits.bearing, feeling], FACES[:, digits.bearing, digits.lean, feeling]
    movers = movers_of(frame.people, now, feeling, eyes, thing | (plate >= VISOR))
    return tall, faces, codes, movers


def _close(
    frame: Frame,
    viewpoint: Viewpoint,
    sprite_cache: SpriteCache,
    digits: Digits,
    doing: Acting | None,
    skid: Skid | None,
) -> Digits:
    """Add what cannot be told in a crowd: which way bodies lean, arms that do something, pupils, a drop's way down."""
    now, calm, ways = pose_state_of(frame), viewpoint.reduce_motion, into_ways(frame)
    thing, friends = now.thing, sprite_cache.friends.of(frame, None, lambda: to_friends(frame))
    gaze, pupils = digits.gaze, np.full(len(thing), WITH_FACE)
    upright = LOOKS_LEAN[gaze]
    if not calm and len(now.sneaks):
        back = now.sneaks[peeks(frame, viewpoint, now.sneaks)]
        pupils[back] = now.peek[back]
        turning = now.sneaks[since_chosen(frame, viewpoint)[now.sneaks] < FACE]
        gaze = gaze.copy()
        gaze[turning], pupils[turning] = now.peek[turning], gaze[turning]
    moves = ways if skid is None else skid.leaning(ways)
    act, sides = (0, None) if doing is None else (np.where(thing | (digits.plate >= VISOR), 0, doing.codes), doing.side)
    return digits._replace(
        gaze=gaze,
        bearing=np.where((act > 0) & (digits.bearing > 0), 0, digits.bearing),
        lean=np.where(thing, UPRIGHT, _leans(upright, moves, friends, sides)),
        act=act,
        pupils=pupils,
        pupil=now.pupils * (digits.eyes == 0),
        tear=_tears(viewpoint, digits.shown),
    )


def _leans(looks: Ints, moves: Ints, friends: Ints, deeds: Ints | None) -> Ints:
    """Return (N,) indexes into LEANS: along with the way or the deed, or else with the look, or towards a friend."""
    leans = np.where((looks == UPRIGHT) & (friends != 0), UPRIGHT + friends, looks)
    sides = moves if deeds is None else np.where(deeds != 0, deeds, moves)
    return np.where(sides != 0, UPRIGHT + 2 * sides, leans)


def _tears(viewpoint: Viewpoint, shown: Ints) -> Ints | int:
    """Return (N,) how far down the drop of everybody is, or DRIPPING of all, where that cannot be told."""
    weeping = np.flatnonzero(shown == 1 - LEVELS)
    if not len(weeping) or person_px(viewpoint, viewpoint.lengths) < viewpoint.lengths.detail_above_px:
        return DRIPPING
    tears = np.full(len(shown), DRIPPING)
    tears[weeping] = drops(viewpoint, weeping, TEARS, DRIPPING)
    return tears


def _plates(frame: Frame, viewpoint: Viewpoint, sprite_cache: SpriteCache, now: PoseState, *, small: bool) -> Ints:
    """Return (N,) how far everybody has turned into a thing: in the ordinary view, and where that can be told."""
    if small or viewpoint.lens != "truth" or viewpoint.eyes is not None:
        return np.zeros(len(frame.people), np.int64)
    shares = sprite_cache.shares.of(frame, None, lambda: shares_of(frame, ~now.thing))
    return sprite_cache.plating.steps(frame, shares, viewpoint)


def _order(people: People, viewpoint: Viewpoint, spots: tuple[Floats, Floats], size: int) -> Ints:
    """Return (V,) who is in view, the farthest first."""
    (x, y), rect = spots, viewpoint.camera.rect
    in_view = (
        (people.present > 0)
        & (abs(x - rect.centerx) < rect.width / 2 + size)
        & (y > rect.top)
        & (y < rect.bottom + 2 * size)
    )
    order = np.flatnonzero(in_view)
    return order[np.argsort(y[order], kind="stable")]


def hands_busy(eyes: Ints, shown: Ints) -> Bools:
    """Return (N,) whose hands go with the face, and so are not on the hips."""
    busy: Bools = GESTURES[eyes, (shown == LEVELS).astype(np.int64)]
    return busy


def _from_afar(shown: Ints, gazes: Ints) -> tuple[Ints, Ints]:
    """Leave out what cannot be told in a crowd: shades of a mouth, every other direction; nobody blinks there.

    So a crowd takes a sixth of the sprites.
    """
    return np.where(abs(shown) == LEVELS, shown, 0), np.where(gazes == AHEAD, AHEAD, gazes // 2 * 2)


def _levels(values: Floats) -> Ints:
    bent = np.minimum(np.abs(values), 1.0) ** CURVE
    levels: Ints = np.rint(np.copysign(bent, values) * LEVELS).astype(np.int64)
    return levels


def _glances(viewpoint: Viewpoint, spots: tuple[Floats, Floats]) -> Ints:
    ahead = np.full(len(spots[0]), AHEAD)
    if viewpoint.cursor is None:
        return ahead
    dx, dy = viewpoint.cursor[0] - spots[0], viewpoint.cursor[1] - spots[1]
    reach = viewpoint.camera.rect.width / 8
    near = viewpoint.greeted | ((dx * dx + dy * dy) < reach * reach)
    return np.where(near, directions(np.arctan2(dy, dx)), ahead)


def as_believed(pose: Pose, feeling: float) -> Pose:
    """Return a pose with the feeling that an observer believes in, in body and face."""
    level = level_of(feeling)
    return pose._replace(
        code=UNFOLDED,
        build=replace(pose.build, feeling=level),
        look=replace(pose.look, shown=level, eyes="open", skin=pose.build.colour),
    )
