"""A contact sheet: every state of one person, large and small, beside one another.

It is what one looks at after any change of bodies or faces: in colour, in grey, as people with fewer hues see it, and
as blurred as from the back row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.vocabulary import BEINGS
from sandbox.scenario.language import text_of
from sandbox.view.acting.acts import ACTS, PLACE
from sandbox.view.acting.beats import HELD_DOWN, SQUASHED, STRETCHED, SUNK, USUAL
from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.canvas.text import line
from sandbox.view.canvas.themes import themed
from sandbox.view.canvas.vision import as_seen
from sandbox.view.marks import heaps, pain
from sandbox.view.marks.dust import puffs_behind
from sandbox.view.marks.overlays import centred
from sandbox.view.marks.switched_off import sign
from sandbox.view.people.bodies import Build
from sandbox.view.people.cast import Pose
from sandbox.view.people.crowd import as_perceived, person
from sandbox.view.people.expression import TEARS, WET, Expression
from sandbox.view.people.faces import lean_of
from sandbox.view.people.perceived_as import PERCEIVED_AS
from sandbox.view.people.poses import UNFOLDED
from sandbox.view.plates.steps import DRAINED, SLIT, VISOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.view.marks.overlays import Blit

FACES: Final = {
    "joy": (3, 0, Expression(shown=3)),
    "laughing": (3, 0, Expression(shown=3, eyes="laughing")),
    "calm": (0, 0, Expression()),
    "crying": (-3, 0, Expression(shown=-3)),
    "smile-over-pain": (-3, 0, Expression(shown=2)),
    "brave": (-2, 0, Expression(shown=1, eyes="brave")),
    "look-right": (0, 0, Expression(gaze=0)),
    "look-left": (0, 0, Expression(gaze=8)),
    "averted": (-1, 0, Expression(gaze=9, shown=-1, eyes="half")),
    "masked": (0, 0, Expression(mask=True)),
    "hurt": (-2, 0, Expression(shown=-2, eyes="squeezed")),
    "pleading": (-2, 0, Expression(shown=-1, eyes="pleading")),
    "proud": (1, 1, Expression(shown=1, eyes="proud")),
    "ashamed": (-1, -1, Expression(shown=-1, eyes="ashamed")),
    "gloating": (1, 0, Expression(gaze=2, shown=1, eyes="gloating")),
    "envious": (0, 0, Expression(gaze=1, eyes="envious")),
    "angry": (0, 0, Expression(gaze=7, shown=-1, eyes="angry")),
}
"""Levels of what is felt, bearings, and faces."""
BODIES: Final = {
    "squashed": (SQUASHED, 0.0, 0),
    "stretched": (STRETCHED, 0.0, 0),
    "blamed": (int(HELD_DOWN[-1]), 0.0, -1),
    "walking": (USUAL, 1.0, 1),
    "stopping": (SUNK, -1.0, 1),
    "with-a-friend": (USUAL, 0.7, 1),
}
"""Forms, leans and levels of what is felt."""
PUPILS_AND_TEARS: Final = {
    "peek": (-1, 0, Expression(gaze=9, shown=-1, eyes="half", pupils=1)),
    "love": (1, 0, Expression(gaze=0, shown=1, pupil="love")),
    "fright": (-1, 0, Expression(gaze=0, shown=-1, pupil="fright")),
    "wet-lid": (-2, 0, Expression(shown=-2, tear=WET)),
    "tear-gathers": (-2, 0, Expression(shown=-2, tear=1)),
    "tear-falls": (-2, 0, Expression(shown=-2, tear=TEARS)),
}
"""Levels of what is felt, bearings, and faces that differ in the eyes."""
MARKED: Final = {"worse": -2, "unseen": -2, "credited": 1, "switched-off": 0}
"""Levels of what is felt and shown by those who carry marks."""
PLATES: Final = {"drained": DRAINED, "visor": VISOR, "slit": SLIT}
"""Steps from a face to a plate; the last is what is perceived as a thing."""
BELIEVED: Final = -0.5
"""What an observer believes that somebody feels."""
SIZES: Final = (24, 36, 56, 96, 150)
"""Heights of a body's tile, in pixels."""
AWAY: Final = 0.1
"""How far from the middle of a field, in tiles, somebody stands whose arms reach out to the right."""
SMALLER: Final = 0.72
"""Size of those who carry marks: these need room, too."""
ROOM: Final = 1.5
"""Width and height of a state's field, in tiles."""
COLUMNS: Final = 4
"""States beside one another."""
TITLE: Final = 22
"""Pixels of a title with its gap."""


BACK_ROW_PX: Final = 3
"""Standard deviation of the back row's blur, about an arc minute and a half of a 1080-line picture."""


def standing(feeling: int, bearing: int, look: Expression, size: int, x: float = 0.0) -> Pose:
    """Put somebody in stripes and a cap into a field that begins `x` pixels from the left."""
    build = Build(hat="cap", pattern="stripes", feeling=feeling, lean=lean_of(look.gaze), bearing=bearing)
    return Pose(0, x + size * ROOM / 2, size * (ROOM - 0.1), 0.0, size, UNFOLDED, build, look)


def plated(step: int, size: int, x: float = 0.0) -> Pose:
    """Put somebody there who turns into a thing."""
    pose = standing(-1, 0, Expression(shown=-1), size, x)
    return pose._replace(build=replace(pose.build, plate=step), look=replace(pose.look, plate=step))


def at_it(name: str, size: int, x: float = 0.0) -> Pose:
    """Put somebody there who does something to another at the right."""
    act = ACTS[PLACE[name] - 1]
    look = Expression(gaze=0, act=name, skin=Build().colour)
    return standing(0, 0, look, size, x - AWAY * size)._replace(form=act.held)


def thing(being: str, themed: int, size: int, x: float = 0.0) -> Pose:
    """Put a thing that feels nothing there, with what it shows."""
    build, look = Build("orange", being=being, feeling=themed), Expression(being=being, shown=themed)
    return Pose(0, x + size * ROOM / 2, size * (ROOM - 0.1), 0.0, size, UNFOLDED, build, look)


def states() -> tuple[str, ...]:
    """Name every state, as the pictures of the tests are named."""
    return (
        *(f"face-{name}" for name in FACES),
        *(f"perceived-{name}" for name in PERCEIVED_AS),
        *(f"plate-{name}" for name in PLATES),
        *(f"act-{act.name}" for act in ACTS),
        *(f"thing-{name}" for name in BEINGS[1:]),
    )


def passing() -> tuple[str, ...]:
    """Name what is only seen on the way from one state to another, or from close by; nobody has to tell these apart."""
    families: dict[str, Iterable[str]] = {"form": BODIES, "eyes": PUPILS_AND_TEARS, "mark": MARKED}
    return tuple(f"{family}-{name}" for family, named in families.items() for name in named)


def _puffs(pose: Pose) -> list[Blit]:
    """Return the dust of a skid to the right, of which a fifth is over."""
    return puffs_behind(np.array([[pose.x], [pose.y]]), np.array([[1.0], [0.0]]), np.array([0.2]), pose.size, 1.0)


def drawn(state: str, size: int, x: float = 0.0) -> list[Blit]:
    """Draw one state; `x` is the left edge of its field."""
    kind, _, name = state.partition("-")
    if kind == "perceived":
        return as_perceived(standing(-1, 0, Expression(shown=-1), size, x), name, BELIEVED)
    if kind == "form":
        form, lean, feeling = BODIES[name]
        pose = standing(feeling, 0, Expression(shown=feeling), size, x)
        stones = _stones(pose) if name == "blamed" else []
        dust = _puffs(pose) if name == "stopping" else []
        return [*dust, *person(pose._replace(form=form, build=replace(pose.build, lean=lean))), *stones]
    if kind == "mark":
        pose = standing(MARKED[name], 0, Expression(shown=MARKED[name]), round(SMALLER * size))
        return _marked(name, pose._replace(x=x + size * ROOM / 2, y=size * (ROOM - 0.1)))
    if kind in {"face", "eyes"}:
        return person(standing(*(FACES | PUPILS_AND_TEARS)[name], size, x))
    if kind == "plate":
        return person(plated(PLATES[name], size, x))
    return person(at_it(name, size, x) if kind == "act" else thing(name, -2, size, x))


def _marked(name: str, pose: Pose) -> list[Blit]:
    """Draw somebody with a mark: bolts lie under the body."""
    if name == "worse":
        return [centred(pain.ring(pose.size, 1, 0), pose.middle()), *person(pose)]
    px = round(heaps.LARGE * pose.size / 2) * 2
    if name == "credited":
        balloons = [heaps.balloon(place, pose.size, px, colour) for place, colour in enumerate(("sky", "pink"))]
        return [*person(pose), *((star, (pose.x + left, pose.top() + top)) for star, left, top in balloons)]
    aside, up = pain.BESIDE if name == "unseen" else (0.55, 0.24)
    mark = pain.hollow_bolt(pose.size, 1) if name == "unseen" else sign("sympathy", round(0.4 * pose.size))
    return [*person(pose), centred(mark, (pose.x - aside * pose.size, pose.y - up * pose.size))]


def _stones(pose: Pose) -> list[Blit]:
    """Heap up stones of as many as are drawn, each in other colours."""
    throwers = zip(palette.BODY, heaps.HATS, strict=False)
    px = round(heaps.LARGE * pose.size / 2) * 2
    return [
        centred(heaps.stone(px, colour, hat, place), heaps.slot("blame", place, pose, px))
        for place, (colour, hat) in enumerate(throwers)
    ]


def sheet(*, grey: bool = False, blur_px: int = 0, vision: str | None = None) -> pygame.Surface:
    """Draw every state in every size.

    Args:
        grey: without colour.
        vision: with one of VISIONS instead of ordinary colour vision.
        blur_px: standard deviation of a blur, as by distance.
    """
    across = round(sum(SIZES) * ROOM)
    down = round(SIZES[-1] * ROOM) + TITLE
    names = (*states(), *passing())
    surface = pygame.Surface((COLUMNS * across, -(-len(names) // COLUMNS) * down))
    surface.fill(themed(palette.GRASS))
    for number, state in enumerate(names):
        field = pygame.Surface((across, down - TITLE))
        field.fill(themed(palette.GRASS))
        for place, size in enumerate(SIZES):
            begin = sum(SIZES[:place]) * ROOM
            raised = [
                (sprite, (x, y + field.get_height() - ROOM * size)) for sprite, (x, y) in drawn(state, size, begin)
            ]
            field.fblits(raised, PREMULTIPLIED)
        spot = (number % COLUMNS * across, number // COLUMNS * down + TITLE)
        surface.blit(_seen(field, grey=grey, blur_px=blur_px, vision=vision), spot)
        surface.blit(line(text_of(f"sheet.{state}"), TITLE - 6, bold=True), (spot[0] + 8, spot[1] - TITLE + 4))
    return surface


def _seen(field: pygame.Surface, *, grey: bool, blur_px: int, vision: str | None) -> pygame.Surface:
    seen = pygame.transform.grayscale(field) if grey else field
    if vision is not None:
        pixels = as_seen(pygame.surfarray.array3d(seen).astype(np.float64), vision)
        seen = pygame.surfarray.make_surface(np.rint(pixels).astype(np.uint8))
    return pygame.transform.gaussian_blur(seen, blur_px) if blur_px else seen
