"""Who does something acts: gathers, does it, settles; and nobody else does, nor twice, nor differently after a jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.happenings import INDEX as HAPPENING
from sandbox.engine.options import INDEX as OPTION
from sandbox.engine.options import NAMED, OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import STREAMS
from sandbox.view.acting.acts import ACTLESS, ACTS, AIMS, OF_HAPPENING, OF_OPTION, PLACE, act_of, codes_of
from sandbox.view.acting.beats import FORMS, HITS, REACHES, SECONDS, SQUASHED, STRETCHED, USUAL
from sandbox.view.acting.doers import LASTS
from sandbox.view.acting.glances import BLINK, DROP_EVERY, FACE, GATHERS, LIDS, PEEK_EVERY, PEEK_SECONDS
from sandbox.view.canvas.palette import DESK
from sandbox.view.people.expression import TEARS
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

    Frames = Callable[..., Frame]
    Views = Callable[..., Viewpoint]

ANN, BOB, CY = range(3)
APART = {"x": [3.0, 5.0, 9.0], "y": [3.0, 3.0, 3.0]}
TOLD = [(name, act) for name in HAPPENING if (act := int(OF_HAPPENING[HAPPENING[name]]))]


def befell(name: str, who: int, by: int, tick: int = 99) -> Record:
    return Record(0, tick, "happened", HAPPENING[name], who, by, 0.5, (), (), own=False)


def after(frame: Frame, age: float) -> tuple[Frame, float]:
    """The frame, and the share of its tick, in which something that was done in tick 99 is so old."""
    ticks = age * TICKS_PER_SECOND
    return replace(frame, tick=100 + int(ticks)), ticks - int(ticks)


def cast_of(frame: Frame, viewpoint: Viewpoint) -> Cast:
    return poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))


def seen(frame: Frame, age: float, view: Views, who: int = ANN, **fields: object) -> Pose:
    moment, alpha = after(frame, age)
    return cast_of(moment, view(**{"reduce_motion": False, "alpha": alpha} | fields))[who]


def at(frame: Frame, option: str, tick: int = 99) -> Frame:
    people = replace(
        frame.people,
        option=np.array([OPTION[option], 0, 0]),
        option_on=np.array([BOB, -1, -1]),
        option_tick=np.array([tick, 0, 0]),
    )
    return replace(frame, people=people, before=people)


def test_every_deed_has_an_act_or_a_reason_for_none() -> None:
    acted = {option.name for option, act in zip(OPTIONS, OF_OPTION.tolist(), strict=True) if act}
    assert acted | ACTLESS == {*NAMED}
    assert not acted & ACTLESS
    assert not acted & {option.name for option in OPTIONS if option.inner}


def test_an_act_comes_back_with_its_aim_as_far_as_that_shows() -> None:
    for act in ACTS:
        aims = {act_of(int(codes_of(np.array([PLACE[act.name]]), np.array([aim]))[0])) for aim in range(AIMS)}
        assert {name for name, _ in aims} == {act.name}
        assert len(aims) == {"way": AIMS, "side": 2, "none": 1}[act.aim]


@pytest.mark.parametrize(("name", "act"), TOLD)
def test_whoever_does_it_has_arms_out_for_a_while_after_a_beat(
    name: str, act: int, small_frame: Frames, view: Views
) -> None:
    frame = small_frame(recent=(befell(name, BOB, ANN),), **APART)
    acts = [seen(frame, age, view).look.act for age in (0.0, REACHES - 0.01, REACHES + 0.01, 1.0, LASTS + 0.1)]
    assert acts == ["", "", ACTS[act - 1].name, ACTS[act - 1].name, ""]
    assert seen(frame, 0.0, view, reduce_motion=True).look.act == ACTS[act - 1].name
    assert seen(frame, 0.5, view, BOB).look.act == seen(frame, 0.5, view, CY).look.act == ""


def test_what_a_hand_does_has_no_doer(small_frame: Frames, view: Views) -> None:
    frame = small_frame(recent=(befell("hurt", BOB, -1),), **APART)
    acts = [seen(frame, age, view, who).look.act for age in (0.0, 0.2, 0.5) for who in (ANN, BOB, CY)]
    assert {*acts} == {""}


@pytest.mark.parametrize("option", sorted({*NAMED} - ACTLESS))
def test_whoever_is_at_a_deed_has_arms_out_where_it_is_done_and_only_there(
    option: str, small_frame: Frames, view: Views
) -> None:
    frame = at(small_frame(**APART), option)
    assert seen(frame, 0.3, view).look.act == ACTS[int(OF_OPTION[OPTION[option]]) - 1].name
    far = replace(frame, people=replace(frame.people, x=np.array([3.0, 11.0, 9.0])))
    assert seen(far, 0.3, view).look.act == ""
    walks = replace(frame, people=replace(frame.people, speed=np.array([1.0, 0.0, 0.0])))
    assert seen(walks, 0.3, view).look.act == ""


def test_arms_come_down_now_and_then_of_who_goes_on_beckoning(small_frame: Frames, view: Views) -> None:
    for option, rests in (("invite", True), ("help", False)):
        frame = at(small_frame(**APART), option)
        acts = {seen(frame, age, view).look.act for age in np.arange(0.2, 20, 0.5)}
        assert ("" in acts) == rests
        assert "" not in {seen(frame, age, view, reduce_motion=True).look.act for age in np.arange(0.2, 20, 0.5)}


def test_verdicts_are_pointed_out_and_applauded(small_frame: Frames, view: Views) -> None:
    for kind, act in (("blamed", "point"), ("credited", "clap"), ("forgave", "open")):
        frame = small_frame(recent=(Record(0, 99, kind, -1, ANN, BOB, 0.5, (), (), own=False),), **APART)
        assert seen(frame, 0.5, view).look.act == act


def test_a_deed_has_three_beats(small_frame: Frames, view: Views) -> None:
    frame = small_frame(recent=(befell("praise", BOB, ANN),), **APART)
    forms = [seen(frame, age, view).form for age in np.arange(0, 1, 0.01)]
    heights = [FORMS[form][1] for form in forms]
    assert forms.index(SQUASHED) < forms.index(STRETCHED) < len(forms)
    assert min(heights) == pytest.approx(0.88)
    assert max(heights) == pytest.approx(1.12)
    assert min(heights[heights.index(max(heights)) :]) == pytest.approx(0.96)
    assert {*forms[round(SECONDS * 100) + 1 :]} == {USUAL}
    assert seen(frame, 0.05, view, reduce_motion=True).form == USUAL
    gentle = [FORMS[seen(frame, age, view, gentle=True).form][1] for age in np.arange(0, 1, 0.02)]
    assert max(abs(height - 1) for height in gentle) < 0.07


def test_who_helps_kneels_also_with_less_motion(small_frame: Frames, view: Views) -> None:
    frame = at(small_frame(**APART), "help")
    for calm in (False, True):
        pose = seen(frame, 1.0, view, reduce_motion=calm)
        assert FORMS[pose.form][1] == pytest.approx(0.8)
        assert pose.top() > seen(small_frame(**APART), 1.0, view, reduce_motion=calm).top()


@pytest.mark.parametrize("x", [5.0, 1.0])
def test_an_insult_is_thrown_a_quarter_of_a_body_at_the_other(x: float, small_frame: Frames, view: Views) -> None:
    frame = small_frame(recent=(befell("insult", BOB, ANN),), x=[3.0, x, 9.0], y=3.0)
    still = seen(frame, 3.0, view, reduce_motion=True)
    far = [(seen(frame, age, view).x - still.x) / still.size for age in np.arange(0, 1.2, 0.02)]
    ahead = max(far) if x > 3 else -min(far)
    assert 0.2 < ahead < 0.3
    assert abs(far[-1]) < 0.05
    assert seen(frame, 0.3, view, reduce_motion=True).x == still.x


def test_the_one_struck_starts_when_the_arm_is_there(small_frame: Frames, view: Views) -> None:
    frame = small_frame(recent=(befell("hurt", BOB, ANN),), **APART)
    eyes = [seen(frame, age, view, BOB).look.eyes for age in (0.0, HITS - 0.02, HITS + 0.02)]
    assert eyes[0] == eyes[1] != eyes[2] == "wide"
    hand = small_frame(recent=(befell("hurt", BOB, -1),), **APART)
    assert seen(hand, 0.0, view, BOB).look.eyes == "wide"


def test_a_body_is_hit_where_the_deed_has_thrown_it(small_frame: Frames, view: Views) -> None:
    import pygame

    frame, alpha = after(small_frame(recent=(befell("insult", BOB, ANN),), **APART), 0.22)
    stage = Stage()
    stage.draw(pygame.Surface((480, 360)), frame, view(reduce_motion=False, alpha=alpha))
    assert stage.drawn is not None
    pose = stage.drawn.cast[ANN]
    assert pose.form != USUAL
    assert stage.person_at(pose.middle()) == ANN
    assert stage.person_at((pose.x + 0.38 * pose.size, pose.middle()[1])) == ANN


def test_a_moment_looks_the_same_however_one_came_there(small_frame: Frames, view: Views) -> None:
    frame = small_frame(recent=(befell("insult", BOB, ANN),), **APART)
    cache = SpriteCache(frame.level)

    def look(age: float, sprite_cache: SpriteCache) -> list[tuple[int, int, float]]:
        moment, alpha = after(frame, age)
        viewpoint = view(reduce_motion=False, alpha=alpha)
        return [(one.code, one.form, one.x) for one in poses(moment, viewpoint, viewpoint.lengths, sprite_cache)]

    ages = (0.05, 0.15, 0.22, 0.4, 0.8, 1.3)
    forth = [look(age, cache) for age in ages]
    back = [look(age, cache) for age in reversed(ages)]
    assert forth == back[::-1] == [look(age, SpriteCache(frame.level)) for age in ages]


def test_who_walks_leans_into_the_way_and_skids_as_they_stop(small_frame: Frames, view: Views) -> None:
    frame = replace(small_frame(**APART, speed=1.0), tick=50)
    moments = [frame]
    for number in range(1, 11):
        before, far = moments[-1], 0.1 if number < 5 else 0.0
        people = replace(before.people, x=before.people.x + far, speed=np.full(3, 10 * far))
        moments.append(replace(before, people=people, before=before.people, tick=before.tick + 1))
    assert seen(moments[2], 0.0, view).build.lean == 1
    cache = SpriteCache(frame.level)
    drawn = [poses(moment, view(reduce_motion=False), DESK, cache)[ANN] for moment in moments]
    calm = SpriteCache(frame.level)
    still = [poses(moment, view(reduce_motion=True), DESK, calm)[ANN] for moment in moments]
    assert [pose.build.lean for pose in drawn[2:7]] == [1, 1, 1, -1, -1]
    assert drawn[-1].build.lean == 0
    assert all(pose.build.lean == 0 for pose in still[5:])
    assert {pose.x for pose in still[5:]} == {still[-1].x}
    assert max(pose.x for pose in drawn) > still[-1].x + 3
    late = SpriteCache(frame.level)
    assert poses(moments[5], view(reduce_motion=False), DESK, late)[ANN].build.lean == 0


def test_friends_who_stand_together_lean_together(small_frame: Frames, view: Views) -> None:
    liked = Ties.of([0, 1, 0], [1, 0, 2], affinity=[0.8, 0.8, 0.9])
    leans = [seen(small_frame(liked, **APART), 0.0, view, who).build.lean for who in (ANN, BOB, CY)]
    assert leans == [pytest.approx(0.7), pytest.approx(-0.7), 0]
    apart = {"x": [3.0, 8.0, 9.0], "y": 3.0}
    assert seen(small_frame(liked, **apart), 0.0, view).build.lean == 0


def avoiding(frame: Frames) -> Frame:
    """Ann looks away from Bob, who is at her right."""
    moment = at(frame(**APART, look_x=[-1.0, 0.0, 0.0], look_y=[0.1, 1.0, 1.0], gaze=-1), "look_away")
    people = replace(moment.people, avoiding=np.array([BOB, -1, -1]))
    return replace(moment, people=people, before=people)


def test_whoever_looks_away_peeks_back_with_the_pupils_only(small_frame: Frames, view: Views) -> None:
    frame = avoiding(small_frame)
    poses_seen = {age: seen(frame, age, view) for age in np.arange(0.5, 9, 0.1).round(2).tolist()}
    peeks = [age for age, pose in poses_seen.items() if pose.look.pupils is not None]
    assert len({(pose.look.gaze, pose.look.eyes, pose.build.lean) for pose in poses_seen.values()}) == 1
    begins = [age for age in peeks if round(age - 0.1, 2) not in peeks]
    assert begins
    assert begins[0] >= PEEK_EVERY[0]
    assert all(PEEK_EVERY[0] - 0.11 <= gap <= PEEK_EVERY[1] + 0.11 for gap in np.diff(begins))
    assert len(peeks) / len(begins) == pytest.approx(PEEK_SECONDS * 10, abs=1)
    assert all(seen(frame, age, view, reduce_motion=True).look.pupils is None for age in peeks)


def test_turning_away_begins_with_the_pupils_and_one_blink(small_frame: Frames, view: Views) -> None:
    frame = avoiding(small_frame)
    first, shut, then = (seen(frame, age, view).look for age in (LIDS / 2, (BLINK[0] + FACE) / 2, BLINK[1] + 0.05))
    assert first.pupils == then.gaze != first.gaze
    assert [first.eyes, shut.eyes, then.eyes] == ["open", "blink", "half"]
    assert then.pupils is None
    assert seen(frame, LIDS / 2, view, reduce_motion=True).look.eyes == "half"


def test_pupils_are_large_for_love_and_small_for_fright(small_frame: Frames, view: Views) -> None:
    for stream, amount, size in (("love", 0.2, "love"), ("fear", -0.2, "fright"), ("love", 0.0, "usual")):
        reward = np.zeros((3, len(STREAMS)))
        reward[ANN, STREAMS.index(stream)] = amount
        assert seen(small_frame(**APART, reward=reward, gaze=[BOB, -1, -1]), 0.0, view, seconds=1.0).look.pupil == size


def test_a_tear_gathers_on_the_lid_before_it_falls_slowly(small_frame: Frames, view: Views) -> None:
    frame = small_frame(**APART, felt=-0.5, shown=-0.5)
    near = view((960, 720)).camera
    steps = [seen(frame, 0.0, view, camera=near, seconds=second).look.tear for second in np.arange(0, DROP_EVERY, 0.1)]
    assert [*dict.fromkeys(steps)] == [*range(1, TEARS + 1), 0]
    assert steps.count(1) == pytest.approx(GATHERS * 10)
    assert steps.count(0) > len(steps) / 3
