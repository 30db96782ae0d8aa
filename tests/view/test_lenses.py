"""Each lens explains itself, and the lens of personhood says of everybody what the ties say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.ties import Ties
from sandbox.scenario.language import text_of
from sandbox.session.seen.arrows import arrows, things
from sandbox.session.seen.tie_sums import Regard, TieSums, regards
from sandbox.view.canvas.palette import DESK, PROJECTOR
from sandbox.view.icons.registry import DRAWN
from sandbox.view.legend import ENTRIES, LINGERS, Legend, heading, on_screen
from sandbox.view.marks.personhood import counts, draw_cogs, faces
from sandbox.view.marks.speech import FLIES, heard, speech, way_at
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

ANN, BOB, CY = range(3)
WIDE = (1920, 1080)


def cast_of(frame: Frame, viewpoint: Viewpoint) -> Cast:
    return poses(frame, viewpoint, DESK, SpriteCache(frame.level))


def drawn(frame: Frame, viewpoint: Viewpoint) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    surface = pygame.Surface(viewpoint.camera.rect.size)
    Stage().draw(surface, frame, viewpoint)
    return pygame.surfarray.array3d(surface)


def regarded(**columns: object) -> Ties:
    """Let Ann and Bob see Cy as a thing, Bob see half a person in Ann, and Cy see persons."""
    given = {"personhood": [0.9, 0.2, 0.6, 0.45, 1.0, 1.0], "attention": 0.3, "clarity": 1.0}
    return Ties.of([0, 0, 1, 1, 2, 2], [1, 2, 0, 2, 0, 1], **given | columns)


@pytest.mark.parametrize("lens", LENSES)
def test_every_lens_has_an_icon_and_a_legend(lens: str) -> None:
    assert lens in DRAWN
    assert len(ENTRIES[lens]) >= 2


@pytest.mark.parametrize("lens", ENTRIES)
def test_every_mark_of_a_legend_has_a_picture_and_words(lens: str) -> None:
    for mark in ENTRIES[lens]:
        assert text_of(f"legend.{lens}.{mark}")
        assert lens == "eyes" or mark in DRAWN


def test_without_anybody_chosen_the_lens_marks_whoever_is_a_thing_to_a_mind_that_has_them_in_mind(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    viewpoint = view(lens="personhood")
    assert regards(small_frame(regarded()), viewpoint.focus) == [Regard(ANN, CY, "thing"), Regard(BOB, CY, "thing")]
    hidden = regarded(attention=[0.3, 0.01, 0.3, 0.3, 0.3, 0.3])
    assert regards(small_frame(hidden), viewpoint.focus) == [Regard(BOB, CY, "thing")]
    assert regards(small_frame(regarded(), sentience=[1, 1, 0]), viewpoint.focus) == []


def test_plates_count_minds_and_cogs_come_from_each_of_them(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame, viewpoint = small_frame(regarded()), view(lens="personhood")
    cast, given = cast_of(frame, viewpoint), regards(frame, viewpoint.focus)
    surface = pygame.Surface((480, 360))
    assert len(faces(given, cast, DESK, asked=False)) == 1
    assert len(counts(given, cast, DESK)) == 1
    assert counts(given[:1], cast, DESK) == []
    cogs = things(frame, viewpoint.question)
    both, one = (draw_cogs(surface, these, cast, DESK) for these in (cogs, cogs[:1]))
    assert len(both) > len(one) > 2


def test_with_somebody_chosen_the_others_wear_the_faces_that_she_gives_them(small_frame: Callable[..., Frame]) -> None:
    frame = small_frame(regarded())
    seen = {who: {one.whom: one.face for one in regards(frame, who)} for who in (ANN, BOB, CY)}
    assert seen == {
        ANN: {BOB: "person", CY: "thing"},
        BOB: {ANN: "half", CY: "thing"},
        CY: {ANN: "person", BOB: "person"},
    }


def test_a_face_that_somebody_takes_away_is_covered_and_a_face_she_leaves_is_not(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame, viewpoint = small_frame(regarded()), view(lens="personhood", selected=ANN)
    cast = cast_of(frame, viewpoint)
    ((plate, (left, top)),) = faces(regards(frame, viewpoint.focus), cast, DESK, asked=True)
    assert plate.get_rect(topleft=(round(left), round(top))).collidepoint(cast[CY].head())


def test_a_thing_is_a_thing_or_taken_for_a_person(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(regarded(), sentience=[0, 1, 0])
    assert regards(frame, BOB) == [Regard(BOB, CY, "thing"), Regard(BOB, ANN, "taken")]
    assert heading(view(lens="personhood", selected=BOB)) == ("given", BOB)


@pytest.mark.parametrize("lens", LENSES)
def test_the_legend_of_every_lens_can_be_put_away(
    lens: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(regarded())
    assert np.any(drawn(frame, view(lens=lens)) != drawn(frame, view(lens=lens, legend=False)))


@pytest.mark.parametrize(("felt", "sign"), [(0.3, "up"), (0.0, "level"), (-0.3, "down")])
def test_the_legend_explains_the_very_sign_of_a_hidden_feeling(
    felt: float, sign: str, small_frame: Callable[..., Frame]
) -> None:
    frame = small_frame(felt=[felt, 0, 0], shown=[felt - 0.5, 0, 0])
    assert {*on_screen(frame, TieSums.of(frame))} & {"up", "level", "down"} == {sign}


def test_the_legend_explains_what_is_on_the_screen_and_a_while_longer(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    stoned = small_frame(Ties.of([2], [0], blame=0.6), felt=[-0.8, 0, 0], shown=[-0.8, 0, 0])
    assert on_screen(stoned, TieSums.of(stoned)) == ("unseen", "pebble")
    assert on_screen(small_frame(), TieSums.of(small_frame())) == ()
    legend = Legend()

    def width(frame: Frame, seconds: float) -> int:
        viewpoint = view(seconds=seconds)
        legend.lay(frame, viewpoint, cast_of(frame, viewpoint), TieSums.of(frame), DESK)
        return legend.box.width

    plain = width(small_frame(), 0.0)
    first = width(stoned, 1.0)
    assert first > plain
    assert width(small_frame(), 1.0 + LINGERS / 2) == first
    assert width(small_frame(), 1.1 + LINGERS) == plain


def test_the_legend_goes_to_the_corner_where_it_hides_nobody(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    legend, viewpoint = Legend(), view()
    lefts = []
    for x in (1.0, 11.0, 6.0):
        frame = small_frame(x=[x, 6.0, 6.0], y=[8.0, 3.0, 4.0])
        legend.lay(frame, viewpoint, cast_of(frame, viewpoint), TieSums.of(frame), DESK)
        lefts.append(legend.box.left)
    assert lefts[0] > lefts[1] == lefts[2]


@pytest.mark.parametrize("lens", [*LENSES, "given", "eyes"])
def test_the_legend_fits_into_two_rows_for_the_back_row_too(
    lens: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    seen = {"given": {"lens": "personhood", "selected": ANN}, "eyes": {"eyes": ANN}}.get(lens, {"lens": lens})
    frame, viewpoint, legend = small_frame(regarded()), view(WIDE, projector=True, **seen), Legend()
    legend.lay(frame, viewpoint, cast_of(frame, viewpoint), TieSums.of(frame), PROJECTOR)
    assert legend.box.height < 3 * PROJECTOR.legend_icon_px
    assert legend.box.width < WIDE[0]


def told(age_ticks: int, verdict: float) -> Record:
    """Cy tells Ann about Bob."""
    return Record(7, 99 - age_ticks, "told", CY, ANN, BOB, verdict, (), (), own=False)


def test_a_verdict_flies_from_the_tellers_mouth_to_the_listeners_ear(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    ways = []
    for age in (0, 3, 12):
        frame, viewpoint = small_frame(recent=(told(age, -0.4),)), view(reduce_motion=False)
        cast, shown = cast_of(frame, viewpoint), arrows(frame, viewpoint.question)
        ((tale, seconds),) = heard(shown, cast)
        assert (tale.teller.who, tale.listener.who, tale.about, tale.kind) == (CY, ANN, BOB, "blame")
        *_, (_, (bubble, corner)) = speech(frame, viewpoint, shown, cast, DESK)
        ways.append(corner[0] + bubble.get_width() / 2)
        assert seconds == pytest.approx((age + 1) / 10)
    mouth, ear = cast[CY].head()[0], cast[ANN].head()[0]
    assert mouth > ways[0] > ways[1] > ways[2] > ear
    assert ways[2] == pytest.approx(way_at(tale, 1.0)[0])
    assert FLIES < 1.3


def test_without_motion_a_verdict_stands_midway(
    small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    for verdict, kind in ((-0.4, "blame"), (0.4, "credit")):
        frame = small_frame(recent=(told(2, verdict),))
        cast, shown = cast_of(frame, view()), arrows(frame, view().question)
        ((tale, _),) = heard(shown, cast)
        *_, (_, (bubble, corner)) = speech(frame, view(), shown, cast, DESK)
        assert tale.kind == kind
        middle = (corner[0] + bubble.get_width() / 2, corner[1] + bubble.get_height() / 2)
        assert middle == pytest.approx(way_at(tale, 0.5))
        assert middle[1] < min(cast[CY].top(), cast[ANN].top())


@pytest.mark.parametrize("lens", ["truth", "blame"])
def test_what_is_told_shows_in_truth_and_in_the_lens_of_blame(
    lens: str, small_frame: Callable[..., Frame], view: Callable[..., Viewpoint]
) -> None:
    frame = small_frame(recent=(told(2, -0.4),))
    viewpoint = view(lens=lens, legend=False)
    assert np.any(drawn(frame, viewpoint) != drawn(small_frame(), viewpoint))
    assert np.all(drawn(frame, view(lens="felt")) == drawn(small_frame(), view(lens="felt")))
