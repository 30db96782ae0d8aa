"""What faces and postures follow from, and how they change from one moment to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.frozen import replace
from sandbox.engine.options import INDEX as OPTION
from sandbox.engine.vocabulary import STREAMS
from sandbox.view.acting.easing import Easing
from sandbox.view.canvas.palette import DESK
from sandbox.view.people.bodies import LEVELS
from sandbox.view.people.lids import BLINK_EVERY
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.people.cast import Pose
    from sandbox.view.viewpoint import Viewpoint

FRAMES_PER_SECOND = 60


def first(frame: Frame, viewpoint: Viewpoint, sprite_cache: SpriteCache | None = None) -> Pose:
    return poses(frame, viewpoint, DESK, sprite_cache or SpriteCache(frame.level))[0]


def rewarded(stream: str, amount: float) -> dict[str, object]:
    reward = np.zeros((3, len(STREAMS)))
    reward[0, STREAMS.index(stream)] = amount
    return {"reward": reward}


def played(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint], **fields: object
) -> list[tuple[int, int]]:
    """Let somebody fall from joy to misery within a tick; give the levels of body and mouth, picture by picture."""
    well, hurt = small_frame(felt=1.0, shown=1.0), small_frame(felt=-1.0, shown=-1.0)
    sprite_cache = SpriteCache(well.level)
    seen = [first(well, view(seconds=0.0, **fields), sprite_cache)]
    for number in range(1, FRAMES_PER_SECOND):
        tick, alpha = divmod(number, 6)
        frame = replace(hurt, tick=101 + tick, before=well.people if tick == 0 else hurt.people)
        seen.append(
            first(frame, view(seconds=number / FRAMES_PER_SECOND, alpha=(alpha + 1) / 6, **fields), sprite_cache)
        )
    return [(pose.build.feeling, pose.look.shown) for pose in seen]


def test_a_mood_passes_through_all_that_lies_in_between_in_about_a_third_of_a_second(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    levels = played(small_frame, view, reduce_motion=False)
    for mine in zip(*levels, strict=True):
        assert list(dict.fromkeys(mine)) == [*range(LEVELS, -LEVELS - 1, -1)]
    assert 0.2 < levels.index((-LEVELS, -LEVELS)) / FRAMES_PER_SECOND < 0.6


def test_the_face_falls_before_the_body(small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]) -> None:
    levels = played(small_frame, view, reduce_motion=False)
    assert all(shown <= feeling for feeling, shown in levels)
    body, face = (next(number for number, one in enumerate(levels) if one[part] == -LEVELS) for part in (0, 1))
    assert body - face > FRAMES_PER_SECOND / 20


def test_with_less_motion_nothing_is_drawn_out(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    levels = played(small_frame, view)
    assert levels.index((-LEVELS, -LEVELS)) / FRAMES_PER_SECOND <= 0.1


def test_a_step_back_while_the_clock_stands_still_shows_at_once(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    well, hurt = small_frame(felt=1.0), replace(small_frame(felt=-1.0), tick=40)
    sprite_cache = SpriteCache(well.level)
    assert first(well, view(reduce_motion=False), sprite_cache).build.feeling == LEVELS
    assert first(hurt, view(reduce_motion=False), sprite_cache).build.feeling == -LEVELS


def test_a_face_in_somebodys_mind_changes_as_slowly_but_another_mind_shows_at_once(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    well, ill, frame = np.ones(3), -np.ones(3), small_frame()
    faces = Easing()
    faces.eased(well, frame, view(seconds=0.0, reduce_motion=False), 0)
    soon = faces.eased(ill, replace(frame, tick=101), view(seconds=0.05, reduce_motion=False), 0)
    assert ((soon > 0) & (soon < 1)).all()
    later = faces.eased(ill, replace(frame, tick=105), view(seconds=0.4, reduce_motion=False), 0)
    assert (later < -0.9).all()
    assert (faces.eased(well, replace(frame, tick=105), view(seconds=0.42, reduce_motion=False), 1) == 1).all()


@pytest.mark.parametrize(
    ("columns", "eyes", "bearing"),
    [
        ({"esteem": 0.6}, "proud", 1),
        ({"esteem": -0.6}, "ashamed", -1),
        ({"esteem": 0.6, "gaze": 1}, "open", 1),
        ({"option": OPTION["plead"], "option_on": 1}, "pleading", 0),
        ({"option": OPTION["taunt"], "option_on": 1}, "angry", 0),
        ({"option": OPTION["hide"]}, "brave", 0),
        ({"playing": 0.5, "option_on": 1, "felt": 0.5}, "laughing", 0),
        ({"playing": 0.5, "option_on": 1, "felt": -0.5}, "open", 0),
        (rewarded("schadenfreude", 0.2), "gloating", 0),
        (rewarded("envy", -0.2), "envious", 0),
    ],
)
def test_a_face_follows_from_what_somebody_feels_and_does(
    columns: dict[str, object],
    eyes: str,
    bearing: int,
    small_frame: Callable[..., Frame],
    view: Callable[..., Viewpoint],
) -> None:
    pose = first(small_frame(**{"gaze": -1} | columns), view())
    assert (pose.look.eyes, pose.build.bearing) == (eyes, bearing)


def test_nobody_blinks_away_what_the_face_says(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    calm, ashamed = small_frame(), small_frame(esteem=-0.6)
    viewpoint = view(reduce_motion=False, seconds=2 * BLINK_EVERY + 0.01)
    assert first(calm, viewpoint).look.eyes == "blink"
    assert first(ashamed, viewpoint).look.eyes == "ashamed"


@pytest.mark.parametrize("columns", [{}, {"felt": -1.0}, rewarded("schadenfreude", 0.2)])
def test_nobody_stands_quite_still_but_with_less_motion(
    columns: dict[str, object], small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(**columns)
    for still in (True, False):
        moments = [first(frame, view(seconds=0.13 * step, reduce_motion=still)) for step in range(100)]
        assert (len({(pose.x, pose.lift) for pose in moments}) == 1) is still
        assert max(pose.lift for pose in moments) <= 0.05 * DESK.person_max_px
        assert max(pose.x for pose in moments) - min(pose.x for pose in moments) < 0.05 * moments[0].size


def test_a_crowd_of_small_people_shares_sprites_that_cannot_be_told_apart(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    def looks(shown: float, size: tuple[int, int]) -> object:
        viewpoint = view(size)
        pose = first(small_frame(felt=0.0, shown=shown, look_x=0.9, look_y=0.44), viewpoint)
        assert (pose.size < DESK.plain_below_px) is (size[0] < 300)
        return pose.look

    assert looks(0.3, (160, 120)) == looks(-0.1, (160, 120))
    assert looks(1.0, (160, 120)) != looks(-0.1, (160, 120))
    assert looks(0.3, (960, 720)) != looks(-0.1, (960, 720))
