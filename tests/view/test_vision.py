"""Whether colours that mean something stay apart for people who see fewer hues."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from sandbox.scenario.library import example_files, level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Pattern
from sandbox.view.canvas import palette
from sandbox.view.canvas.themes import PALETTES
from sandbox.view.canvas.vision import MACHADO, VISIONS, apart, as_seen

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.scenario.schema import Look
    from sandbox.view.canvas.palette import Rgb

FILES = (*level_files(), *example_files())
FLOOR = 10.0
"""CIELAB distance below which two colours may be taken for one another."""
BY_SHAPE = {("deutan", "pink", "grey")}
"""Body colours that fall below it: only hat and pattern tell their wearers apart."""
MEANINGS = {
    "friend and enemy": (palette.BLUE, palette.VERMILLION),
    "credit and blame": (palette.GREEN, palette.INK),
    "a bolt that is seen and one that is not": (palette.VERMILLION, palette.PAPER),
}


@pytest.mark.parametrize("vision", VISIONS)
def test_body_colours_are_told_apart_with_any_colour_vision(vision: str) -> None:
    light = {name: tones[0] for name, tones in palette.BODY.items()}
    close = {(vision, *pair) for pair in combinations(light, 2) if apart(*(light[one] for one in pair), vision) < FLOOR}
    assert close <= BY_SHAPE


@pytest.mark.parametrize(
    ("name", "vision"), [("red_green", "deutan"), ("red_green", "protan"), ("blue_yellow", "tritan")]
)
def test_the_palette_for_a_kind_of_eyes_keeps_body_colours_far_apart_for_them(name: str, vision: str) -> None:
    instead = PALETTES[name].instead
    light = [instead.get(tones[0], tones[0]) for tones in palette.BODY.values()]
    assert min(apart(*pair, vision) for pair in combinations(light, 2)) > 2 * FLOOR


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("meaning", MEANINGS)
@pytest.mark.parametrize("vision", [None, *VISIONS])
def test_no_palette_brings_opposite_meanings_together(vision: str | None, meaning: str, name: str) -> None:
    one, other = (PALETTES[name].instead.get(colour, colour) for colour in MEANINGS[meaning])
    assert apart(one, other, vision) > 4 * FLOOR


@pytest.mark.parametrize(("name", "least"), [("contrast", 4.5), ("projector", 4.5)])
def test_marks_stand_out_from_the_ground_where_that_is_what_a_palette_is_for(name: str, least: float) -> None:
    instead = PALETTES[name].instead
    grounds = [instead[colour] for colour in (palette.GRASS, palette.GRASS_DARK, palette.PAVING)]
    for mark in (palette.INK, palette.SOFT_INK, palette.BLUE, palette.GREEN, palette.PINK):
        assert min(contrast(instead[mark], ground) for ground in grounds) >= least
    assert min(contrast(instead[palette.VERMILLION], ground) for ground in grounds) >= 3.0


@pytest.mark.parametrize("name", PALETTES)
def test_words_can_be_read_in_every_palette(name: str) -> None:
    instead = PALETTES[name].instead
    paper = instead.get(palette.PAPER, palette.PAPER)
    assert contrast(instead.get(palette.INK, palette.INK), paper) >= 7
    assert contrast(instead.get(palette.SOFT_INK, palette.SOFT_INK), paper) >= 4.5


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: Rgb) -> float:
    share = np.asarray(colour) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.asarray([0.2126, 0.7152, 0.0722]))


def groups_of(file: Path) -> dict[str | None, list[Look]]:
    """Return how the members of each group of a level look, and under None those who belong to none."""
    groups: dict[str | None, list[Look]] = {}
    for person in load_level(file).people:
        groups.setdefault(person.group, []).append(person.look)
    return groups


@pytest.mark.parametrize(
    ("file", "one", "other"),
    [
        pytest.param(file, one, other, id=f"{file.stem}-{one}-{other}")
        for file in FILES
        for names in [sorted(group for group in groups_of(file) if group)]
        if len(names) <= len(get_args(Pattern))  # More cannot have one each: a crowd is told apart by where it stands.
        for one, other in combinations(names, 2)
    ],
)
def test_groups_differ_by_hat_and_pattern_whatever_their_colours(file: Path, one: str, other: str) -> None:
    ours, theirs = groups_of(file)[one], groups_of(file)[other]
    assert {look.hat for look in ours}.isdisjoint(look.hat for look in theirs)
    assert {look.pattern for look in ours}.isdisjoint(look.pattern for look in theirs)


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if 1 < len(groups_of(file)) <= len(get_args(Pattern)) + 1],
    ids=lambda file: file.stem,
)
def test_nobody_is_taken_for_one_of_another_group_whatever_their_colours(file: Path) -> None:
    people = load_level(file).people
    apart = [pair for pair in combinations(people, 2) if pair[0].group != pair[1].group]
    assert apart
    for one, other in apart:
        assert (one.look.hat, one.look.pattern) != (other.look.hat, other.look.pattern), f"{one.name}, {other.name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nobody_in_a_level_is_known_by_colour_alone(file: Path) -> None:
    for one, other in combinations(load_level(file).people, 2):
        if one.look.colour != other.look.colour:
            assert (one.look.hat, one.look.pattern) != (other.look.hat, other.look.pattern), f"{one.name}, {other.name}"


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("grey", [palette.WHITE, (128, 128, 128), (0, 0, 0)])
def test_grey_is_the_same_for_everybody(vision: str, grey: Rgb) -> None:
    assert as_seen(np.array(grey, dtype=float), vision) == pytest.approx(grey, abs=0.01)
    assert MACHADO[vision].sum(axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("vision", "one", "other"),
    [("deutan", (200, 110, 40), (125, 145, 40)), ("protan", (190, 0, 30), (65, 60, 30))],
)
def test_red_and_green_fall_together_for_those_who_lack_a_cone(vision: str, one: Rgb, other: Rgb) -> None:
    assert apart(one, other) > 3 * apart(one, other, vision)


def test_the_distance_is_that_of_cielab() -> None:
    assert apart((255, 255, 255), (0, 0, 0)) == pytest.approx(100, abs=0.1)
    assert apart((255, 0, 0), (0, 255, 0)) == pytest.approx(170.6, abs=0.5)
