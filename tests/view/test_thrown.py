"""What passes between minds is thrown and lands: stones, stars, glints, tales; and many stones at once are an event."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.ties import Ties
from sandbox.session.seen.arrows import TOLD_SECONDS, arrows
from sandbox.session.seen.heaps import heaps_of
from sandbox.session.seen.tie_sums import TieSums
from sandbox.view.acting.beats import FORMS, SINKS
from sandbox.view.acting.throwing import LANDS, LETS_GO, RESTS, shaken
from sandbox.view.canvas.palette import DESK
from sandbox.view.marks.cascading import SECONDS, veiled
from sandbox.view.marks.dust import FLAT, happening_dust
from sandbox.view.marks.glints import RUNS, glints
from sandbox.view.marks.heaps import heaps, slot, stone_px, trodden
from sandbox.view.marks.speech import speech
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

    Make = Callable[..., Frame]
    View = Callable[..., Viewpoint]

ANN, BOB, CY = range(3)
HURT = next(detail for detail, kind in enumerate(HAPPENINGS) if kind.name == "hurt")


def judged(who: int, whom: int, age: int = 0, kind: str = "blamed", number: int = 0) -> Record:
    return Record(number, 99 - age, kind, 0, who, whom, 0.2, (), (), own=False)


def cast_of(frame: Frame, viewpoint: Viewpoint) -> Cast:
    return poses(frame, viewpoint, DESK, SpriteCache(frame.level))


def staged(frame: Frame, viewpoint: Viewpoint) -> tuple[Stage, np.ndarray]:
    stage, surface = Stage(), pygame.Surface(viewpoint.camera.rect.size)
    stage.draw(surface, frame, viewpoint)
    return stage, pygame.surfarray.array3d(surface)


def test_each_who_blames_has_a_stone_and_the_hardest_have_more(small_frame: Make) -> None:
    frame = small_frame(Ties.of([ANN, CY], [BOB, BOB], blame=[0.2, 0.9], why_blame=[8, 3]))
    assert heaps_of(frame).counts("blame").tolist() == TieSums.of(frame).pebbles.tolist() == [0, 5, 0]
    assert heaps_of(frame).givers("blame", BOB, 5) == (CY, ANN, CY, CY, CY)
    assert heaps_of(frame).givers("blame", BOB, 1) == (CY,)
    assert heaps_of(frame).givers("credit", BOB, 0) == heaps_of(frame).givers("blame", ANN, 0) == ()


def test_a_stone_flies_from_the_hand_to_the_feet_and_only_then_lies_there(small_frame: Make, view: View) -> None:
    frame = small_frame(Ties.of([ANN], [BOB], blame=0.2), (judged(ANN, BOB, 7),))
    spots = []
    for age in np.arange(LETS_GO, RESTS, 0.1):
        ago = small_frame(frame.ties, (judged(ANN, BOB, int(age * 10)),))
        looking = view(reduce_motion=False, alpha=age * 10 % 1)
        stage, _ = staged(ago, looking)
        (flight,) = stage._flights
        spots.append(flight.spot)
        cast, sums = cast_of(ago, looking), TieSums.of(ago)
        assert heaps(ago, looking, cast, sums, DESK) == []
        hit = stage.verdict_at(flight.spot, 0)
        assert hit is not None
        assert (hit.kind, hit.who, hit.whom) == ("blame", ANN, BOB)
    ann, bob = cast[ANN], cast[BOB]
    assert abs(spots[0][0] - ann.x) < ann.size
    assert abs(spots[-1][0] - bob.x) < bob.size
    assert all(later[0] > sooner[0] for sooner, later in pairwise(spots[:5]))
    assert min(y for _, y in spots) < min(ann.middle()[1], bob.middle()[1])
    lies = small_frame(frame.ties, (judged(ANN, BOB, 11),))
    assert staged(lies, view(reduce_motion=False))[0]._flights == []
    assert len(heaps(lies, view(reduce_motion=False), cast, TieSums.of(lies), DESK)) == 1


def test_a_still_is_the_same_however_one_got_there(small_frame: Make, view: View) -> None:
    looking = view(reduce_motion=False, alpha=0.5, legend=False)
    frame = small_frame(Ties.of([ANN], [BOB], blame=0.2), (judged(ANN, BOB, 3),))
    stage, surface = Stage(), pygame.Surface(looking.camera.rect.size)
    for age in (0, 9, 5):
        stage.draw(surface, small_frame(frame.ties, (judged(ANN, BOB, age),)), looking)
    stage.draw(surface, frame, looking)
    fresh, _ = staged(frame, looking)
    assert [flight.spot for flight in stage._flights] == [flight.spot for flight in fresh._flights]


def test_the_arrow_comes_under_the_throw_and_at_once_without_motion(small_frame: Make, view: View) -> None:
    thrown, flies = small_frame(recent=(judged(ANN, BOB),)), small_frame(recent=(judged(ANN, BOB, 4),))
    assert staged(thrown, view(reduce_motion=False, alpha=0.0))[0]._verdicts == []
    assert len(staged(flies, view(reduce_motion=False))[0]._verdicts) == 1
    still, _ = staged(thrown, view(alpha=0.0))
    assert len(still._verdicts) == 1
    assert still._flights == []


def test_a_star_rises_from_its_giver_and_floats_over_the_head(small_frame: Make, view: View) -> None:
    ties, looking = Ties.of([ANN], [BOB], credit=0.2), view(reduce_motion=False, alpha=0.0)
    rises = small_frame(ties, (judged(ANN, BOB, 2, "credited"),))
    (flight,) = staged(rises, looking)[0]._flights
    cast = cast_of(rises, looking)
    assert flight.spot[1] < cast[ANN].top()
    ((kind, who, (sprite, (_, top))),) = heaps(small_frame(ties), looking, cast, TieSums.of(rises), DESK)
    assert (kind, who) == ("credit", BOB)
    assert top + sprite.get_height() / 2 < cast[BOB].top()


@pytest.mark.parametrize(("blame", "stones"), [(0.0, 0), (0.2, 1), (0.6, 3)])
def test_each_stone_presses_the_blamed_by_three_percent(
    blame: float, stones: int, small_frame: Make, view: View
) -> None:
    pose = cast_of(small_frame(Ties.of([ANN], [BOB], blame=blame)), view())[BOB]
    assert FORMS[pose.form][1] == pytest.approx(1 - SINKS * stones)


def test_a_hit_shakes_by_two_pixels_for_a_moment_but_not_gently(small_frame: Make, view: View) -> None:
    hit = small_frame(recent=(judged(ANN, BOB, int(LANDS * 10)),))
    far = [shaken(hit, view(reduce_motion=False, alpha=alpha)).get(BOB, 0.0) for alpha in np.linspace(0.2, 1, 9)]
    assert 1.5 < max(map(abs, far)) <= 2
    assert not shaken(hit, view(reduce_motion=False, gentle=True, alpha=0.3))
    assert not shaken(hit, view(alpha=0.3))


def test_a_cascade_veils_all_who_have_no_part_in_it_and_no_others(small_frame: Make, view: View) -> None:
    blows = tuple(judged(ANN, BOB, age, number=3 - age) for age in (4, 3, 2))
    frame, looking = small_frame(recent=blows), view(legend=False)
    cast = cast_of(frame, looking)
    veil = veiled(frame, looking, cast)
    assert veil is not None
    assert veil[0].tolist() == [ANN, BOB]
    assert veil[1] == pytest.approx(0.6)
    gentle = veiled(frame, view(gentle=True), cast)
    assert gentle is not None
    assert gentle[1] == pytest.approx(0.3)
    assert veiled(small_frame(recent=blows[:2]), looking, cast) is None
    assert veiled(frame, looking, cast.only(np.array([ANN, CY]))) is None
    late = tuple(one._replace(tick=one.tick - round(SECONDS * 10)) for one in blows)
    assert veiled(small_frame(recent=late), looking, cast) is None
    _, picture = staged(frame, looking)
    _, without = staged(small_frame(recent=blows[:2]), looking)
    pale = {who: abs(picture[at].astype(int) - without[at].astype(int)).max() for who, at in belly(cast).items()}
    assert pale[CY] > 40 > pale[BOB]


def test_marks_and_names_lie_under_the_veil_but_for_those_who_have_a_part(small_frame: Make, view: View) -> None:
    blows = tuple(judged(ANN, BOB, age, number=3 - age) for age in (4, 3, 2))
    both, looking = Ties.of([ANN, ANN], [BOB, CY], blame=0.6), view(legend=False, selected=CY)
    (stage, picture), (bare, without) = (staged(small_frame(both, some), looking) for some in (blows, blows[:2]))
    cast = cast_of(small_frame(both, blows), looking)
    stones = {who: slot("blame", 0, cast[who], stone_px(cast, DESK)) for who in (BOB, CY)}
    names = {who: box.move(5, 0).midleft for who, box in stage._names.boxes.items() if box == bare._names.boxes[who]}
    assert pales(picture, without, stones[CY]) > 40 > pales(picture, without, stones[BOB])
    assert pales(picture, without, names[CY]) > 40 > pales(picture, without, names[ANN])


def pales(picture: np.ndarray, without: np.ndarray, spot: tuple[float, float]) -> int:
    at = round(spot[0]), round(spot[1])
    return int(abs(picture[at].astype(int) - without[at].astype(int)).max())


def belly(cast: Cast) -> dict[int, tuple[int, int]]:
    return {pose.who: (round(pose.x), round(pose.y - 0.14 * pose.size)) for pose in cast}


def test_the_ground_is_trodden_where_three_have_thrown_and_stays_so(small_frame: Make, view: View) -> None:
    two, three = Ties.of([ANN, CY], [BOB, BOB], blame=0.9), Ties.of([ANN, BOB, CY], [BOB, BOB, BOB], blame=0.3)
    assert trodden(small_frame(two), view(), cast_of(small_frame(two), view()), DESK) == []
    frame = small_frame(three)
    cast = cast_of(frame, view())
    ((sprite, (x, y)),) = trodden(frame, view(), cast, DESK)
    assert (x + sprite.get_width() / 2, y + sprite.get_height() / 2) == pytest.approx((cast[BOB].x, cast[BOB].y))
    flies = small_frame(three, (judged(CY, BOB, 3),))
    assert trodden(flies, view(reduce_motion=False), cast, DESK) == []


def test_dust_lies_flat_on_the_ground_and_is_not_there_without_motion(small_frame: Make, view: View) -> None:
    frame = small_frame(recent=(Record(0, 95, "happened", HURT, BOB, -1, 0.7, (), (), own=True),))
    looking = view(reduce_motion=False)
    puffs = happening_dust(frame, looking, cast_of(frame, looking))
    x, y = np.array([(x + sprite.get_width() / 2, y + sprite.get_height() / 2) for sprite, (x, y) in puffs]).T
    assert np.ptp(y) / np.ptp(x) == pytest.approx(FLAT, rel=0.15)
    assert happening_dust(frame, view(), cast_of(frame, view())) == []


def test_a_glint_runs_along_a_look_once(small_frame: Make, view: View) -> None:
    looks = {"gaze": [BOB, -1, -1], "option_on": [BOB, -1, -1]}
    spots = []
    for since in range(5):
        frame, looking = small_frame(option_tick=99 - since, **looks), view(reduce_motion=False, alpha=0.5)
        spots += [
            x + sprite.get_width() / 2 for sprite, (x, _) in glints(frame, looking, cast_of(frame, looking), DESK)
        ]
    assert len(spots) == round(RUNS * 10)
    assert spots == sorted(spots)
    still = small_frame(option_tick=99, **looks)
    assert glints(still, view(alpha=0.5), cast_of(still, view()), DESK) == []


def test_the_trail_of_what_was_told_stays_and_each_telling_smudges_the_face(small_frame: Make, view: View) -> None:
    def told(age: int, *, retold: int = 0) -> list[pygame.Surface]:
        record = Record(7, 99 - age, "told", ANN, CY, BOB, -0.6, (), (), own=False)
        frame = replace(small_frame(recent=(record,)), retold={7: retold})
        looking = view(reduce_motion=False, size=(1280, 800))
        cast = cast_of(frame, looking)
        return [sprite for _, (sprite, _) in speech(frame, looking, arrows(frame, looking.question), cast, DESK)]

    assert len(told(5)) == len(told(int(TOLD_SECONDS * 10) - 5)) + 1
    assert told(int(TOLD_SECONDS * 10)) == []
    sharp, smudged = (
        np.abs(np.diff(pygame.surfarray.array3d(told(5, retold=n)[-1]).astype(int), axis=0)) for n in (0, 2)
    )
    assert smudged.sum() < 0.9 * sharp.sum()
