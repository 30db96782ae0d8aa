"""Stored pictures, one small subject each. After a wanted change: `--update-golden`, then look at every new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.happenings import INDEX as HAPPENING
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import BEINGS
from sandbox.view import palette
from sandbox.view.bodies import Build
from sandbox.view.cast import Pose
from sandbox.view.crowd import as_guise, person
from sandbox.view.faces import Look, lean_of
from sandbox.view.guises import GUISES
from sandbox.view.icons import DRAWN, icon
from sandbox.view.poses import UNFOLDED
from sandbox.view.sketch import PREMULTIPLIED
from sandbox.view.stage import Stage
from sandbox.view.text import pill

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.scene import Scene

pytestmark = pytest.mark.golden
TILE = 64

FACES = {
    "joy": (3, Look(shown=3)),
    "calm": (0, Look()),
    "misery": (-3, Look(shown=-3)),
    "smile-over-pain": (-3, Look(shown=2)),
    "look-right": (0, Look(gaze=0)),
    "look-left": (0, Look(gaze=8)),
    "averted": (-1, Look(gaze=9, shown=-1, eyes="half", skin="sky")),
    "hurt": (-2, Look(shown=-2, eyes="squeezed")),
    "sly": (1, Look(gaze=2, shown=1, eyes="sly", skin="sky")),
    "angry": (0, Look(gaze=7, shown=-1, eyes="angry", skin="sky")),
    "masked": (0, Look(mask=True)),
    "brave": (-2, Look(shown=1, eyes="brave")),
    "envious": (0, Look(gaze=1, eyes="envious")),
    "ashamed": (-1, Look(shown=-1, eyes="ashamed")),
}


def board(width: int, height: int) -> pygame.Surface:
    surface = pygame.Surface((width, height))
    surface.fill(palette.GRASS)
    return surface


def standing(feeling: int, look: Look) -> Pose:
    build = Build(hat="cap", pattern="stripes", feeling=feeling, lean=lean_of(look.gaze))
    return Pose(0, TILE * 0.75, TILE * 1.4, 0.0, TILE, UNFOLDED, build, look)


@pytest.mark.parametrize("name", FACES)
def test_face(name: str, matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(TILE * 3 // 2, TILE * 3 // 2)
    surface.fblits(person(standing(*FACES[name])), PREMULTIPLIED)
    matches(surface, f"face-{name}")


@pytest.mark.parametrize("guise", GUISES)
def test_guise(guise: str, matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(TILE * 3 // 2, TILE * 3 // 2)
    surface.fblits(as_guise(standing(-1, Look(shown=-1)), guise, -0.2), PREMULTIPLIED)
    matches(surface, f"guise-{guise}")


@pytest.mark.parametrize("being", BEINGS[1:])
def test_thing(being: str, matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(TILE * 3, TILE * 3 // 2)
    for place, shown in enumerate((2, -2)):
        build, look = Build("orange", being=being, feeling=shown), Look(being=being, shown=shown)
        pose = Pose(0, TILE * (0.75 + 1.5 * place), TILE * 1.4, 0.0, TILE, UNFOLDED, build, look)
        surface.fblits(person(pose), PREMULTIPLIED)
    matches(surface, f"thing-{being}")


def test_signs(matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(8 * 40, (len(DRAWN) + 7) // 8 * 40)
    surface.fblits([(icon(name, 36), (i % 8 * 40, i // 8 * 40)) for i, name in enumerate(DRAWN)], PREMULTIPLIED)
    matches(surface, "signs")


def test_pill(matches: Callable[[pygame.Surface, str], None]) -> None:
    surface = board(160, 40)
    surface.blit(pill("Žofie Жук", 20, 8), (8, 6))
    matches(surface, "pill")


@pytest.mark.parametrize("name", ["drama", "eyes"])
def test_scene(
    name: str,
    small_frame: Callable[..., Frame],
    view: Callable[..., Scene],
    matches: Callable[[pygame.Surface, str], None],
) -> None:
    ties = Ties.of([0, 1, 2], [1, 0, 0], affinity=[0.8, 0.6, -0.8], attention=[0.7, 0.1, 0.3], blame=[0, 0, 0.6])
    recent = (
        Record(0, 98, "happened", HAPPENING["hurt"], 1, -1, 0.5, (), ()),
        Record(1, 90, "blamed", 0, 2, 0, 0.6, (), ()),
    )
    frame = small_frame(ties, recent, felt=[-0.4, -0.8, 0.6], shown=[-0.1, -0.8, 0.6], avoiding=[-1, -1, 1])
    surface = board(480, 360)
    Stage().draw(surface, frame, view(selected=0) if name == "drama" else view(eyes=0))
    matches(surface, f"scene-{name}")
