"""Whether states can be told apart: from afar, blurred, without colour."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pygame
import pytest

from sandbox.view import palette
from sandbox.view.bodies import LEVELS, Build
from sandbox.view.cast import Pose
from sandbox.view.crowd import as_guise, person
from sandbox.view.faces import AHEAD, DIRECTIONS, Look, direction_of, lean_of
from sandbox.view.guises import GUISES
from sandbox.view.icons import icon
from sandbox.view.personhood import PLATE
from sandbox.view.poses import UNFOLDED
from sandbox.view.sheet import BACK_ROW_PX
from sandbox.view.sketch import PREMULTIPLIED

PLAIN = 1.6
"""Contrast that is told apart at a glance; two noses a pixel apart give about 0.1."""


def picture_of(size: int, *, feeling: int = 0, look: Look | None = None, guise: str = "believed") -> pygame.Surface:
    look = look or Look(shown=feeling)
    surface = pygame.Surface((2 * size, 2 * size))
    surface.fill(palette.GRASS)
    pose = Pose(0, size, 1.7 * size, 0.0, size, UNFOLDED, Build(feeling=feeling, lean=lean_of(look.gaze)), look)
    blits = person(pose) if guise == "believed" else as_guise(pose, guise, 0.0)
    surface.fblits(blits, PREMULTIPLIED)
    return surface


def signal(first: pygame.Surface, second: pygame.Surface, blur_px: int = BACK_ROW_PX) -> float:
    """Contrast energy between two pictures in grey, seen from the back row."""
    grey = [
        pygame.surfarray.array3d(pygame.transform.gaussian_blur(pygame.transform.grayscale(surface), blur_px))[:, :, 0]
        for surface in (first, second)
    ]
    apart = (grey[0].astype(float) - grey[1].astype(float)) / 255
    return float(np.sqrt((apart**2).sum()))


@pytest.mark.parametrize("size", [32, 48, 72])
def test_left_and_right_looks_are_told_apart_from_the_back_row(size: int) -> None:
    left, right = picture_of(size, look=Look(gaze=DIRECTIONS // 2)), picture_of(size, look=Look(gaze=0))
    assert signal(left, right) > PLAIN


@pytest.mark.parametrize("size", [24, 48, 72])
def test_joy_and_misery_are_told_apart_by_posture_alone(size: int) -> None:
    same = Look(shown=0)
    assert signal(picture_of(size, feeling=LEVELS, look=same), picture_of(size, feeling=-LEVELS, look=same)) > PLAIN


def test_an_averted_face_is_told_from_one_that_looks_the_other_way() -> None:
    away = picture_of(72, look=Look(gaze=DIRECTIONS // 2, eyes="half"))
    assert signal(away, picture_of(72, look=Look(gaze=0))) > PLAIN
    assert signal(away, picture_of(72, look=Look(gaze=DIRECTIONS // 2))) > PLAIN / 2


def test_every_sixteenth_of_a_turn_is_another_picture() -> None:
    faces = [picture_of(48, look=Look(gaze=gaze)) for gaze in (AHEAD, *range(DIRECTIONS))]
    assert min(signal(first, second, 1) for first, second in combinations(faces, 2)) > PLAIN / 4


@pytest.mark.parametrize("size", [48, 72])
def test_the_five_ways_of_not_seeing_a_person_cannot_be_taken_for_one_another(size: int) -> None:
    pictures = [picture_of(size, feeling=-1, guise=guise) for guise in GUISES]
    for (one, first), (other, second) in combinations(zip(GUISES, pictures, strict=True), 2):
        assert signal(first, second) > PLAIN / 2, f"{one} looks like {other}"


def sign_of(name: str, size: int) -> pygame.Surface:
    surface = pygame.Surface((2 * size, 2 * size))
    surface.fill(palette.GRASS)
    surface.blit(icon(name, size), (size // 2, size // 2), special_flags=PREMULTIPLIED)
    return surface


@pytest.mark.parametrize(
    ("size", "names"),
    [
        (palette.PROJECTOR.pebble_px, ("pebble", "star")),
        (round(PLATE * palette.PROJECTOR.badge_px), ("thing", "half", "person", "taken")),
    ],
)
def test_marks_of_a_kind_are_told_apart_without_colour_from_the_back_row(size: int, names: tuple[str, ...]) -> None:
    for one, other in combinations(names, 2):
        assert signal(sign_of(one, size), sign_of(other, size)) > PLAIN, f"{one} looks like {other}"


def test_directions_are_counted_clockwise_from_the_right() -> None:
    assert [direction_of(*way) for way in ((1, 0), (0, 1), (-1, 0), (0, -1))] == [0, 4, 8, 12]


def test_a_body_leans_to_where_it_looks() -> None:
    assert [lean_of(gaze) for gaze in (0, 8, 4, AHEAD)] == [1, -1, 0, 0]
