"""Whether states can be told apart: from afar, blurred, without colour."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import numpy as np
import pygame
import pytest

from sandbox.scenario.schema import Hat
from sandbox.view.canvas import palette
from sandbox.view.canvas.palette import PROJECTOR
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.icons.registry import icon
from sandbox.view.marks.personhood import PLATE
from sandbox.view.people import sprites
from sandbox.view.people.bodies import LEVELS, Build
from sandbox.view.people.cast import Pose
from sandbox.view.people.crowd import as_perceived, person
from sandbox.view.people.expression import AHEAD, DIRECTIONS, EYES, Expression
from sandbox.view.people.faces import lean_of
from sandbox.view.people.perceived_as import PERCEIVED_AS
from sandbox.view.people.pose_state import directions
from sandbox.view.people.poses import UNFOLDED
from sandbox.view.sheet import BACK_ROW_PX, drawn, states

PLAIN = 1.6
"""Contrast that is told apart at a glance; two noses a pixel apart give about 0.1."""

CLEARLY = 2.5 * PLAIN
"""Contrast between any two states that are never taken for one another."""
FAINT = 64
"""Opacity, 0 to 255, of the smooth rim of an outline."""
SLACK = 0.1
"""How far, in tiles, one picture is moved over the other before they are compared."""


def picture_of(
    size: int, *, feeling: int = 0, look: Expression | None = None, perceived: str = "believed"
) -> pygame.Surface:
    look = look or Expression(shown=feeling)
    surface = pygame.Surface((2 * size, 2 * size))
    surface.fill(palette.GRASS)
    pose = Pose(0, size, 1.7 * size, 0.0, size, UNFOLDED, Build(feeling=feeling, lean=lean_of(look.gaze)), look)
    blits = person(pose) if perceived == "believed" else as_perceived(pose, perceived, 0.0)
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


def parted(first: np.ndarray, second: np.ndarray, most_px: int) -> float:
    """Contrast energy that is left between two pictures (2, F, F) when one is laid over the other where it fits best.

    A taller body moves all its edges, and nobody in the back row measures heights: up to `most_px` do not count.
    """
    (one, waves), (other, other_waves) = first, second
    overlap = np.fft.ifft2(waves * np.conj(other_waves)).real
    best = np.roll(overlap, (most_px, most_px), (0, 1))[: 2 * most_px + 1, : 2 * most_px + 1].max()
    return float(np.sqrt(max(0.0, (one.real**2).sum() + (other.real**2).sum() - 2 * best)))


def shape_of(state: str, size: int, blur_px: int) -> np.ndarray:
    """Return (2, F, F): a state's picture in grey, blurred, 0 where the ground is, and its frequencies."""
    surface = pygame.Surface((2 * size, 2 * size))
    surface.fill(palette.GRASS)
    blits = [(sprite, (x + size * 0.25, y + size * 0.4)) for sprite, (x, y) in drawn(state, size)]
    surface.fblits(blits, PREMULTIPLIED)
    seen = pygame.transform.gaussian_blur(pygame.transform.grayscale(surface), blur_px)
    grey = pygame.surfarray.array3d(seen)[:, :, 0] / 255
    return np.stack([grey - grey[0, 0], np.fft.fft2(grey - grey[0, 0])])


@pytest.mark.parametrize(("size", "blur_px"), [(PROJECTOR.person_min_px, BACK_ROW_PX), (48, 1)])
def test_every_state_is_told_from_every_other(size: int, blur_px: int) -> None:
    shapes = {state: shape_of(state, size, blur_px) for state in states()}
    pairs = {
        (one, other): parted(shapes[one], shapes[other], round(size * SLACK)) for one, other in combinations(shapes, 2)
    }
    worst = sorted(pairs, key=lambda pair: pairs[pair])[:10]
    listed = "\n".join(f"{pairs[pair]:.2f}  {pair[0]} looks like {pair[1]}" for pair in worst)
    assert pairs[worst[0]] > CLEARLY, listed


@pytest.mark.parametrize("size", [32, 48, 72])
def test_left_and_right_looks_are_told_apart_from_the_back_row(size: int) -> None:
    left, right = picture_of(size, look=Expression(gaze=DIRECTIONS // 2)), picture_of(size, look=Expression(gaze=0))
    assert signal(left, right) > PLAIN


@pytest.mark.parametrize("size", [24, 48, 72])
def test_joy_and_misery_are_told_apart_by_posture_alone(size: int) -> None:
    same = Expression(shown=0)
    assert signal(picture_of(size, feeling=LEVELS, look=same), picture_of(size, feeling=-LEVELS, look=same)) > PLAIN


def test_an_averted_face_is_told_from_one_that_looks_the_other_way() -> None:
    away = picture_of(72, look=Expression(gaze=DIRECTIONS // 2, eyes="half"))
    assert signal(away, picture_of(72, look=Expression(gaze=0))) > PLAIN
    assert signal(away, picture_of(72, look=Expression(gaze=DIRECTIONS // 2))) > PLAIN / 2


def test_every_sixteenth_of_a_turn_is_another_picture() -> None:
    faces = [picture_of(48, look=Expression(gaze=gaze)) for gaze in (AHEAD, *range(DIRECTIONS))]
    assert min(signal(first, second, 1) for first, second in combinations(faces, 2)) > PLAIN / 4


@pytest.mark.parametrize("size", [48, 72])
def test_the_five_ways_of_not_seeing_a_person_cannot_be_taken_for_one_another(size: int) -> None:
    pictures = [picture_of(size, feeling=-1, perceived=perceived) for perceived in PERCEIVED_AS]
    for (one, first), (other, second) in combinations(zip(PERCEIVED_AS, pictures, strict=True), 2):
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


@pytest.mark.parametrize("size", [24, 48, 96])
@pytest.mark.parametrize("hat", get_args(Hat))
def test_no_hat_and_no_hand_is_cut_off_at_the_edge_of_its_canvas(hat: Hat, size: int) -> None:
    bodies = [Build(hat=hat, feeling=LEVELS, lean=lean, bearing=1) for lean in (-1, 0, 1)]
    looks = [Expression(gaze, shown, eyes) for gaze in (AHEAD, 0, 8) for shown in (-LEVELS, LEVELS) for eyes in EYES]
    for sprite in [sprites.body(build, size) for build in bodies] + [sprites.face(look, size) for look in looks]:
        seen = pygame.surfarray.array_alpha(sprite)
        assert max(seen[0].max(), seen[-1].max(), seen[:, 0].max()) < FAINT


def test_directions_are_counted_clockwise_from_the_right() -> None:
    assert directions(np.array([0.0, np.pi / 2, np.pi, -np.pi / 2])).tolist() == [0, 4, 8, 12]


def test_a_body_leans_to_where_it_looks() -> None:
    assert [lean_of(gaze) for gaze in (0, 8, 4, AHEAD)] == [1, -1, 0, 0]
