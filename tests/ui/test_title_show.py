"""The show of the title: a lamp clicks on, and seven people look at the mouse, but for one who would rather not see."""

from __future__ import annotations

from math import atan2, cos, pi
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.scenario.format import encode
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.gathering import AVERT, AVERTS, BORED, CRIES, GLANCE, GLANCES, LAMP, WHOLE, WORDS
from sandbox.ui.scenes.show import PEOPLE
from sandbox.ui.scenes.title import Title
from sandbox.view.canvas.palette import NIGHT
from sandbox.view.people.bodies import height_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot

from tests.ui.test_title import LAST, SIZES, level_of, started, title_of

ROWS = {person.id: row for row, person in enumerate(load_level(PEOPLE).people)}


def place_of(title: Title, who: str) -> tuple[float, float]:
    """Return the pixel of somebody's middle."""
    people, row = title.show.frame.people, ROWS[who]
    x, y = title.camera.to_screen(float(people.x[row]), float(people.y[row]))
    return x, y - 50


def gazes(
    title: Title, cursor: tuple[float, float] | None, seconds: float, still: float = 0.0
) -> dict[str, tuple[float, float]]:
    """Return which way everybody looks, by id; whoever looks out of the picture looks at (0, 0)."""
    people = title.show.gathering.at(title.camera, cursor, seconds, still).people
    return {
        who: (0.0, 0.0) if people.gaze[row] < 0 else (float(people.look_x[row]), float(people.look_y[row]))
        for who, row in ROWS.items()
    }


def looks_at(title: Title, who: str, way: tuple[float, float], spot: tuple[float, float]) -> bool:
    """Return whether a look goes to a pixel, to a sixteenth of a turn."""
    x, y = place_of(title, who)
    return cos(atan2(spot[1] - y, spot[0] - x) - atan2(way[1], way[0])) > cos(pi / 8)


@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("cursor", [(400, 250), (1250, 300)])
def test_five_pairs_of_eyes_follow_the_mouse(pilot: Pilot, cursor: tuple[int, int], calm: bool) -> None:  # noqa: FBT001 - a case
    pilot.game.prefer(Preferences(calm=calm))
    title = started(pilot)
    pilot.move(cursor)
    pilot.frames(20, seconds=0.0)  # A few sprites are made with each picture.
    before = pygame.surfarray.array3d(pilot.surface).astype(int)
    assert title.show.seconds(title.shell.clock, calm=calm) > WORDS
    ways = gazes(title, cursor, WHOLE)
    assert {who for who in ROWS if looks_at(title, who, ways[who], cursor)} >= set(ROWS) - {CRIES, AVERTS}
    pilot.move((640, 700))
    pilot.frames(20, seconds=0.0)
    after = pygame.surfarray.array3d(pilot.surface).astype(int)
    for who in set(ROWS) - {CRIES, AVERTS}:
        x, y = place_of(title, who)
        place = np.s_[round(x) - 60 : round(x) + 60, round(y) - 60 : round(y) + 20]
        assert (before[place] != after[place]).any(), who


def test_they_turn_one_after_another_and_nobody_looks_at_whoever_cries(pilot: Pilot) -> None:
    title = title_of(pilot)
    cursor = 700.0, 200.0
    turned = []
    for moment in np.arange(LAMP, AVERT + 2, 0.05):
        ways = gazes(title, cursor, float(moment))
        turned.append(sum(looks_at(title, who, ways[who], cursor) for who in ROWS if who not in {CRIES, AVERTS}))
        at_her = {who for who in ROWS if who != CRIES and looks_at(title, who, ways[who], place_of(title, CRIES))}
        at_her -= {who for who in at_her if looks_at(title, who, ways[who], cursor)}
        assert at_her == ({GLANCES} if GLANCE[0] <= moment < GLANCE[1] else set()), moment
    assert {1, 2, 3, 4, 5} <= set(turned)


def test_one_looks_away_and_then_raises_the_mitt(pilot: Pilot) -> None:
    title = title_of(pilot)
    for seconds, averted in ((3.0, False), (AVERT, True)):
        frame = title.show.gathering.at(title.camera, None, seconds, 0.0)
        assert (frame.averted[ROWS[AVERTS]] == ROWS[CRIES]) == averted
        x, _ = gazes(title, None, seconds)[AVERTS]
        assert x > 0.5
    assert (title.show.gathering.at(title.camera, None, 3.0, 0.0).people.gaze < 0).sum() == 5


def test_a_mouse_that_rests_bores_them_for_a_moment(pilot: Pilot) -> None:
    title = title_of(pilot)
    out = gazes(title, None, WHOLE)
    bored = gazes(title, None, WHOLE, BORED + 1)
    assert {who for who in ROWS if bored[who] != out[who]} == set(ROWS) - {CRIES, AVERTS}
    assert gazes(title, None, WHOLE, BORED + 5) == out
    pilot.frames(1, seconds=WORDS + BORED + 1)
    assert title.show.still(title.shell.clock, calm=False) > BORED
    pilot.move((300, 300))
    assert title.show.still(title.shell.clock, calm=False) == 0


def test_it_begins_in_the_dark_with_two_eyes_and_then_a_lamp_clicks_on(sit_down: Callable[..., Pilot]) -> None:
    def shares(**likes: bool) -> list[float]:
        pilot = sit_down((800, 500), preferences=Preferences(**likes))
        title_of(pilot)
        found = []
        for seconds in (0.2, 0.3, 0.2):
            pilot.frames(1, seconds=seconds)
            picture = pygame.surfarray.array3d(pilot.surface)
            found.append(float((picture == NIGHT).all(axis=2).mean()))
        return found

    start, still, lit = shares()
    assert 0.95 < start < 1
    assert 0.95 < still < 1
    assert lit < 0.2
    assert max(shares(calm=True)) < 0.2
    assert shares(gentle=True)[-1] < 0.2


def test_a_click_on_somebody_begins_to_play(pilot: Pilot) -> None:
    for last, level in (("", level_files()[0]), (LAST.stem, LAST)):
        title = started(pilot, last)
        pilot.click(place_of(title, "bob"))
        assert level_of(pilot) == load_level(level).id
    pilot.key("ctrl+t")
    title = pilot.scenes.top
    assert isinstance(title, Title)
    pilot.click((640, 300))
    assert pilot.scenes.top is title
    pilot.click(place_of(title, CRIES))
    assert level_of(pilot) == load_level(LAST).id


@pytest.mark.parametrize("size", SIZES)
def test_bodies_are_large(sit_down: Callable[..., Pilot], size: tuple[int, int]) -> None:
    pilot = sit_down(size)
    title = started(pilot)
    body = height_of(0) * title.viewpoint.lengths.body_px(title.camera.scale)
    assert body >= min(0.16 * size[1], 0.12 * size[0])
    for who in ROWS:
        x, y = place_of(title, who)
        assert 0 < x - body / 2 < x + body / 2 < size[0]
        assert 0 < y < size[1]


def test_the_people_of_the_title_are_laid_out_like_a_level() -> None:
    assert encode(load_level(PEOPLE)).decode() == PEOPLE.read_text("utf-8")
