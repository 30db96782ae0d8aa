"""Whatever somebody does can be seen, and what is hidden from the others only in its own lens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import CUES, RULES, STREAMS
from sandbox.view.canvas.palette import DESK
from sandbox.view.icons.registry import DRAWN
from sandbox.view.marks.blame import kept_off
from sandbox.view.marks.deeds import deed_signs
from sandbox.view.marks.event_signs import has_sign, signs
from sandbox.view.marks.gaze import bars
from sandbox.view.marks.names import Names
from sandbox.view.marks.speech import tales, votes
from sandbox.view.people.expression import EYES
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

ANN, BOB, CY = range(3)
PLAIN = {"stay", "approach", "look_away", "hide"}
"""What is seen by feet, eyes and face alone."""


def drawn(frame: Frame, viewpoint: Viewpoint) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    surface = pygame.Surface((480, 360))
    Stage().draw(surface, frame, viewpoint)
    return pygame.surfarray.array3d(surface)


def at(frame: Frame, option: str, **columns: object) -> Frame:
    """Let Ann be at an option that concerns Bob."""
    return replace(
        frame,
        people=replace(
            frame.people,
            option=np.array([INDEX[option], 0, 0]),
            option_on=np.array([BOB, -1, -1]),
            option_tick=np.array([98, 0, 0]),
            **columns,  # type: ignore[arg-type]
        ),
    )


def test_everything_has_a_sign() -> None:
    names = {kind.icon for kind in HAPPENINGS} | {option.icon for option in OPTIONS} | set(CUES) | set(RULES)
    assert names <= set(DRAWN)


def test_every_look_and_gesture_that_an_option_names_is_one_that_is_drawn() -> None:
    assert {option.eyes for option in OPTIONS} - {""} <= set(EYES)
    assert {option.gesture for option in OPTIONS} - {""} == {"hug", "bolt", "gloom", "way", "tale"}


@pytest.mark.parametrize("option", [option.name for option in OPTIONS if option.name not in PLAIN])
def test_every_deed_changes_the_picture(
    option: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    ties = Ties.of([0], [2], blame=[0.8])
    extra = {
        "play": {"playing": np.array([0.8, 0.8, 0.0])},
        "detour": {"errand": np.array([2, 0, 0]), "detour_x": np.full(3, 9.0), "detour_y": np.full(3, 6.0)},
    }.get(option, {})
    frame = small_frame(ties, x=[3.0, 5.0, 9.0], y=[3.0, 3.0, 3.0])
    viewpoint = view()
    assert np.any(drawn(at(frame, option, **extra), viewpoint) != drawn(at(frame, "stay"), viewpoint))


def test_only_the_lens_of_feelings_gives_away_who_puts_it_on(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame()
    assert np.any(drawn(at(frame, "feign"), view(lens="felt")) != drawn(at(frame, "stay"), view(lens="felt")))
    assert np.all(drawn(at(frame, "feign"), view(lens="friends")) == drawn(at(frame, "stay"), view(lens="friends")))


def test_whoever_tells_speaks_of_the_one_about_whom_the_verdict_is_strongest(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    for blame, credit, kind in ((0.7, 0.0, "blame"), (0.0, 0.7, "credit")):
        frame = small_frame(Ties.of([0, 0], [1, 2], blame=[0.9, blame], credit=[0.0, credit]), x=[3.0, 5.0, 9.0])
        frame = at(frame, "tell", y=np.full(3, 3.0))
        cast = poses(frame, view(), DESK, SpriteCache(frame.level))
        (tale,) = tales(frame, cast)
        assert (tale.teller.who, tale.listener.who, tale.about, tale.kind) == (ANN, BOB, CY, kind)


def test_thumbs_show_who_is_for_a_rule_and_who_against(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    recent = (
        Record(0, 98, "endorsed", 0, ANN, CY, 0.8, (), (), own=False),
        Record(1, 98, "refused", 0, BOB, CY, -0.4, (), (), own=False),
    )
    frame = small_frame(recent=recent)
    cast = poses(frame, view(), DESK, SpriteCache(frame.level))
    assert len(votes(frame, view(), cast, DESK)) == 2


@pytest.mark.parametrize("name", [kind.name for kind in HAPPENINGS if has_sign(kind)])
def test_whatever_happens_has_a_sign_over_somebody(
    name: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    detail = next(index for index, kind in enumerate(HAPPENINGS) if kind.name == name)
    frame = small_frame(recent=(Record(0, 98, "happened", detail, ANN, BOB, 0.5, (), (), own=False),))
    cast = poses(frame, view(), DESK, SpriteCache(frame.level))
    assert len(signs(frame, view(), cast, DESK)) == 1


@pytest.mark.parametrize("stream", ["fear", "envy"])
def test_fear_and_envy_show(stream: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    reward = np.zeros((3, len(STREAMS)))
    reward[ANN, STREAMS.index(stream)] = -0.2
    assert np.any(drawn(small_frame(reward=reward), view()) != drawn(small_frame(), view()))


def test_two_who_play_hop_together(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    frame = small_frame(option=INDEX["play"], option_on=[1, 0, -1], playing=[0.8, 0.8, 0.0])
    cast = poses(frame, view(reduce_motion=False, seconds=0.2), DESK, SpriteCache(frame.level))
    assert cast[ANN].lift == cast[BOB].lift > cast[CY].lift == 0


def test_no_name_covers_the_bar_at_which_a_look_stops(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(y=[2.0, 7.0, 3.0], x=[3.0, 3.0, 9.0], avoiding=[1, -1, -1])
    viewpoint = view()
    cast = poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))
    (bar,) = bars(frame, cast)
    names = Names().draw(frame, viewpoint, cast, viewpoint.lengths)
    assert names
    assert all(not label.get_rect(topleft=spot).colliderect(bar) for label, spot in names)


def test_a_glance_back_of_a_tick_does_not_make_the_averted_look_flicker(small_frame: Callable[..., Frame]) -> None:
    away, back = small_frame(avoiding=[1, -1, -1]), small_frame(avoiding=[-1, -1, -1])
    assert replace(back, before=away.people).averted.tolist() == [1, -1, -1]
    assert replace(back, before=back.people).averted.tolist() == [-1, -1, -1]


def test_the_heart_of_a_hug_floats_over_both_heads(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    comfort = INDEX["comfort"]
    frame = small_frame(x=[3.0, 4.0, 9.0], y=[4.0, 4.0, 4.0], option=[comfort, 0, 0], option_on=[1, -1, -1])
    viewpoint = view()
    cast = poses(frame, viewpoint, DESK, SpriteCache(frame.level))
    ((_, (heart, (left, top))),) = deed_signs(frame, viewpoint, cast, DESK)
    assert top + heart.get_height() < min(cast[0].head()[1], cast[1].head()[1])
    assert cast[0].x < left + heart.get_width() / 2 < cast[1].x


def test_no_name_covers_an_arrow_of_blame(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    blamed = Record(1, 99, "blamed", 0, 1, 0, 0.6, (), (), own=False)
    frame = small_frame(Ties.of([1], [0], blame=0.6), (blamed,), y=[2.0, 7.0, 3.0], x=[3.0, 3.0, 9.0])
    stage = Stage()
    stage.draw(pygame.Surface((480, 360)), frame, view())
    kept = kept_off(stage._verdicts, view().lengths)
    assert len(kept) == 2
    assert stage._names.boxes
    assert all(box.collidelist(kept) < 0 for box in stage._names.boxes.values())
