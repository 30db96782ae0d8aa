"""A face turns into a plate by steps, as many see a thing, and snaps back at once."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.frozen import replace
from sandbox.engine.ties import Ties
from sandbox.scenario.schema import Happening
from sandbox.session.seen.meters import Meters
from sandbox.session.seen.tie_sums import HALF, regards, thing_shares
from sandbox.session.session import Session
from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED
from sandbox.view.people.crowd import person
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import LATE, SpriteCache
from sandbox.view.plates.plating import DROPS, EVERY, ROLLS, SHARES, Plating, steps_of
from sandbox.view.plates.steps import DRAINED, SLIT, STEPS, TIN, VISOR
from sandbox.view.sheet import plated
from sandbox.view.stage import Stage
from tests.session.play import level
from tests.view.conftest import small_level

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

ANN, BOB, CY = range(3)
LEVEL = small_level()
GREY_PX = 48
APART = 1.6
"""Contrast energy that is told apart at a glance, as in the tests of what can be read."""


def seen_as(*personhood: float) -> Ties:
    """Everybody has Ann in mind, with a personhood each gives her."""
    return Ties.of(
        [BOB, CY], [ANN, ANN], attention=[0.4, 0.4], clarity=[1.0, 1.0], personhood=list(personhood), seen=[1.0, 1.0]
    )


def feeling(frame: Frame) -> Frame:
    people = replace(frame.people, sentience=np.ones(3))
    return replace(frame, people=people, before=people)


def walk(plating: Plating, frame: Frame, share: float, ticks: int, viewpoint: Viewpoint) -> list[int]:
    """Return Ann's step at each of so many ticks."""
    shares = np.array([share, 0.0, 0.0])
    return [int(plating.steps(replace(frame, tick=frame.tick + tick), shares, viewpoint)[ANN]) for tick in range(ticks)]


def test_one_rule_says_who_is_a_thing_to_the_meter_the_lens_and_the_faces(
    small_frame: Callable[..., Frame],
) -> None:
    for attention, things in ((0.4, 1), (0.0, 0)):
        ties = Ties.of([BOB], [ANN], attention=[attention], clarity=[1.0], personhood=[0.2])
        frame = feeling(small_frame(ties))
        assert Meters.of(frame.people, frame.before, frame.ties).things == things
        assert len(regards(frame, None)) == things
        assert thing_shares(frame)[ANN] == things


def test_the_share_of_those_who_see_a_thing_counts(small_frame: Callable[..., Frame]) -> None:
    for personhood, share in (((0.9, 0.9), 0.0), ((0.2, 0.9), 0.5), ((0.2, 0.2), 1.0), ((0.6, 0.9), HALF / 2)):
        assert thing_shares(feeling(small_frame(seen_as(*personhood)))).tolist() == [share, 0.0, 0.0]


def test_in_the_queue_labels_drain_faces_and_the_clerk_brings_visors_down_until_a_label_is_off() -> None:
    session = Session(level("next-please"))
    session.step(10)
    queue = range(1, len(session.level.people))
    assert {int(steps_of(thing_shares(session.frame()))[who]) for who in queue} == {DRAINED}
    session.step(200)
    steps = steps_of(thing_shares(session.frame()))
    shut = [who for who in queue if steps[who] >= VISOR]
    assert shut
    session.do(Happening(do="cue", who=session.level.people[shut[0]].id, cue="label", on=False))
    session.step(20)
    assert steps_of(thing_shares(session.frame()))[shut[0]] == 0


@pytest.mark.parametrize(("step", "share"), [*enumerate((0.0, *SHARES))])
def test_a_still_picture_has_everybody_at_their_step(
    step: int, share: float, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    shares = np.array([share, share - 0.01, 0.0])
    steps = Plating().steps(small_frame(), shares, view(reduce_motion=False))
    assert steps.tolist() == [step, max(0, step - 1), 0]


def test_there_it_goes_a_step_at_a_time_each_after_a_drop(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    plating, frame, viewpoint = Plating(), small_frame(), view(reduce_motion=False)
    assert walk(plating, frame, 0.0, 3, viewpoint) == [0, 0, 0]
    steps = walk(plating, replace(frame, tick=frame.tick + 3), 1.0, 70, viewpoint)
    first = [steps.index(step) for step in range(1, STEPS + 1)]
    assert first[0] == pytest.approx(10 * DROPS, abs=1)
    assert np.diff(first).tolist() == pytest.approx([10 * EVERY] * (STEPS - 1), abs=1)
    assert steps[-1] == TIN
    assert all(0 <= rise <= 1 for rise in np.diff(steps))


def test_back_it_goes_at_once_and_only_when_plainly_less(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    plating, frame, viewpoint = Plating(), small_frame(), view(reduce_motion=False)
    assert walk(plating, frame, 0.85, 2, viewpoint)[-1] == TIN
    later = replace(frame, tick=frame.tick + 2)
    assert walk(plating, later, 0.76, 1, viewpoint) == [TIN]
    assert plating.turns() == []
    assert walk(plating, replace(later, tick=later.tick + 1), 0.1, 1, viewpoint) == [0]
    assert [(turn.who, turn.step) for turn in plating.turns()] == [(ANN, 0)]
    walk(plating, replace(later, tick=later.tick + 2), 0.1, round(10 * ROLLS) + 2, viewpoint)
    assert plating.turns() == []


def test_with_less_motion_all_steps_are_taken_at_once_and_gentle_pictures_leave_the_eyes(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame()
    for viewpoint, last in ((view(), TIN), (view(gentle=True), VISOR)):
        plating = Plating()
        walk(plating, frame, 0.0, 1, viewpoint)
        assert walk(plating, replace(frame, tick=frame.tick + 1), 1.0, 2, viewpoint) == [last, last]


def test_a_jump_in_time_does_not_drop_anything(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    plating, frame, viewpoint = Plating(), small_frame(), view(reduce_motion=False)
    walk(plating, frame, 0.0, 1, viewpoint)
    assert walk(plating, replace(frame, tick=frame.tick + 200), 1.0, 1, viewpoint) == [TIN]
    assert plating.turns() == []


@pytest.mark.parametrize("look", [{}, {"lens": "felt"}, {"eyes": BOB}])
def test_plates_are_worn_in_the_ordinary_view_only(
    look: dict[str, object], small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame, viewpoint = feeling(small_frame(seen_as(0.2, 0.2))), view((960, 640), **look)
    cast = poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))
    assert [cast[who].build.plate for who in range(len(frame.people))] == ([TIN, 0, 0] if not look else [0, 0, 0])


def test_all_five_are_told_apart_without_colour() -> None:
    pictures = {}
    for step in (0, DRAINED, VISOR, SLIT, TIN):
        surface = pygame.Surface((2 * GREY_PX, 2 * GREY_PX))
        surface.fill(palette.GRASS)
        pose = plated(step, GREY_PX)._replace(x=float(GREY_PX), y=1.7 * GREY_PX)
        surface.fblits(person(pose), PREMULTIPLIED)
        grey = pygame.transform.gaussian_blur(pygame.transform.grayscale(surface), 1)
        pictures[step] = pygame.surfarray.array3d(grey)[..., 0] / 255
    apart = {
        pair: float(np.sqrt(((pictures[pair[0]] - pictures[pair[1]]) ** 2).sum())) for pair in combinations(pictures, 2)
    }
    assert min(apart.values()) > APART


def test_a_piece_comes_down_and_a_plate_rolls_off_before_anybodys_eyes(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    viewpoint, stage = view((960, 640), reduce_motion=False, legend=False), Stage()
    person_, thing = (feeling(small_frame(seen_as(*given), level=LEVEL)) for given in ((0.9, 0.9), (0.2, 0.2)))
    frames = [person_, *(replace(thing, tick=100 + tick) for tick in range(1, 9)), replace(person_, tick=109)]
    surface, changed = pygame.Surface((960, 640)), []
    for frame in frames:
        for _ in range(1 + LATE):
            stage.draw(surface, frame, viewpoint)
        changed.append(len(stage._sprites_of(frame).plating.turns()))
    assert changed[0] == 0
    assert changed[1] == 1
    assert changed[-1] == 1
