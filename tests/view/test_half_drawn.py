"""What is drawn is drawn whole: ties to their ends, walls on all sides, people behind things, faces and hands."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, get_args

import msgspec
import numpy as np
import pygame
import pytest

from sandbox.engine.frozen import replace
from sandbox.engine.options import OPTIONS
from sandbox.engine.vocabulary import BEINGS
from sandbox.scenario.load import decode_level
from sandbox.scenario.schema import Hat, Wall
from sandbox.session.seen.arrows import Arrow, one_sided, ties
from sandbox.session.session import Session
from sandbox.view.canvas import palette
from sandbox.view.canvas.camera import Camera
from sandbox.view.marks.deeds import deed_signs
from sandbox.view.marks.tie_lines import draw_tie_lines
from sandbox.view.people import face_marks
from sandbox.view.people.bodies import CLOSE, LEVELS, Build, draw_body
from sandbox.view.people.expression import AHEAD, DIRECTIONS, EYES, Expression
from sandbox.view.people.faces import SIDEWAYS, draw_features, turned_to
from sandbox.view.people.hands import gesture_of
from sandbox.view.people.limbs import draw_face
from sandbox.view.people.poses import hands_busy, poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.place.standing import standing
from sandbox.view.place.walls import MAKES, draw_walls
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.view.people.cast import Cast

ANN, BOB = range(2)
GRASS = (200, 225, 180)
PAIR = b"""{"schema_version": 1, "id": "pair", "title": "Pair", "hook": "Two.", "map": {"width": 16, "height": 10},
"people": [{"id": "ann", "name": "Ann", "x": 3, "y": 5}, {"id": "bob", "name": "Bob", "x": 13, "y": 5}],
"ties": [{"from": "ann", "to": "bob", "affinity": 0.8}]}"""


def _frame(level: bytes = PAIR) -> Frame:
    return Session(decode_level(level, "pair.json")).frame()


def _view(frame: Frame, **looked: object) -> Viewpoint:
    camera = Camera.around(frame.people.x, frame.people.y, pygame.Rect(0, 0, 640, 400))
    return Viewpoint(**{"camera": camera, "legend": False, **looked})


def _wall(x1: float, y1: float, x2: float, y2: float) -> Wall:
    return Wall(x1=x1, y1=y1, x2=x2, y2=y2)


def _cast(frame: Frame, view: Viewpoint) -> Cast:
    return poses(frame, view, view.lengths, SpriteCache(frame.level))


@pytest.mark.parametrize("affinity", [0.8, -0.8])
def test_a_tie_that_is_not_answered_ends_at_the_other_in_a_point(affinity: float) -> None:
    frame = _frame()
    view = _view(frame)
    cast = _cast(frame, view)
    pictures = []
    for there, back in ((affinity, None), (affinity, affinity)):
        surface = pygame.Surface((640, 400))
        surface.fill(GRASS)
        arrows = [Arrow("tie", ANN, BOB, there)] + ([] if back is None else [Arrow("tie", BOB, ANN, back)])
        draw_tie_lines(surface, arrows, cast, view.lengths)
        pixels = pygame.surfarray.array3d(surface)
        pictures.append(np.flatnonzero((pixels != GRASS).any(axis=(1, 2))))
        tall = (pixels != GRASS).any(axis=2).sum(axis=1)
        last = pictures[-1][-1]
        wide = tall[last - round(view.lengths.lane_px * 2) : last + 1].max()
        if back is None:
            pointed = wide
        else:
            assert pointed > wide
    assert abs(pictures[0][-1] - pictures[1][-1]) <= 2 * palette.DESK.lane_px


def test_of_two_who_are_tied_both_halves_are_drawn_or_it_is_one_sided() -> None:
    frame = _frame()
    for lens in ("truth", "friends"):
        listed = ties(frame, _view(frame, lens=lens, selected=ANN).question)
        assert one_sided(listed) == {(ANN, BOB)}
    mutual = _frame(
        PAIR.replace(b'"affinity": 0.8}', b'"affinity": 0.9}, {"from": "bob", "to": "ann", "affinity": 0.25}')
    )
    for lens in ("truth", "friends"):
        assert not one_sided(ties(mutual, _view(mutual, lens=lens).question))


def test_lines_of_the_selected_go_with_what_asks_for_them() -> None:
    frame = _frame()
    assert ties(frame, _view(frame, selected=ANN).question)
    assert not ties(frame, _view(frame, selected=ANN, lines=False).question)
    assert ties(frame, _view(frame, selected=ANN, hovered=ANN, lines=False).question)
    assert ties(frame, _view(frame, selected=ANN, lines=False, lens="friends").question)


@pytest.mark.parametrize("ends", [(2, 2, 2, 8), (2, 8, 2, 2), (2, 5, 8, 5), (8, 5, 2, 5), (2, 2, 8, 8), (8, 2, 2, 8)])
def test_a_high_wall_has_a_top_and_a_side_whichever_way_it_runs(ends: tuple[int, int, int, int]) -> None:
    surface = pygame.Surface((400, 400))
    surface.fill(GRASS)
    draw_walls(surface, (_wall(*ends),), lambda x, y: (40 * x, 40 * y), 40, MAKES[False])
    pixels = pygame.surfarray.array3d(surface).reshape(-1, 3)
    red, green = pixels[:, 0].astype(int), pixels[:, 1].astype(int)
    assert (pixels == palette.STONE).all(axis=1).sum() > 300
    assert (red > green + 50).sum() > 300


def test_where_walls_meet_no_edge_is_between_their_tops() -> None:
    surface = pygame.Surface((400, 400))
    surface.fill(GRASS)
    draw_walls(surface, (_wall(2, 3, 8, 3), _wall(2, 3, 2, 8)), lambda x, y: (40 * x, 40 * y), 40, MAKES[False])
    middle = (80 - 8, 120 - 34)
    around = [surface.get_at((middle[0] + x, middle[1] + y))[:3] for x, y in product(range(-3, 4), range(-3, 4))]
    assert palette.INK not in around


@pytest.mark.parametrize("x", [2.2, 3.0, 4.0, 5.0, 5.8])
@pytest.mark.parametrize("y", [2.2, 3.0, 3.8])
def test_a_thing_stays_solid_and_shows_the_face_of_whom_it_hides(x: float, y: float) -> None:
    level = msgspec.json.decode(PAIR)
    level["map"]["places"] = [{"id": "well", "name": "Well", "kind": "well", "x": 4, "y": 5, "radius": 2}]
    level["people"][0] |= {"x": x, "y": y}
    frame = _frame(msgspec.json.encode(level))
    view = _view(frame)
    cast = _cast(frame, view)
    (_, [(sprite, corner), *shown]), _sign = standing(frame, view, cast, view.lengths)
    assert pygame.surfarray.array_alpha(sprite).max() > 250
    eyes = cast[ANN].eyes()
    covered = (
        pygame.mask.from_surface(sprite).get_at((eyes.centerx - corner[0], eyes.centery - corner[1]))
        if (sprite.get_rect(topleft=corner).collidepoint(eyes.center))
        else 0
    )
    if covered:
        assert any(picture.get_rect(topleft=spot).contains(eyes) for picture, spot in shown)
    if not eyes.colliderect(sprite.get_rect(topleft=corner)):
        assert shown == []


@pytest.mark.parametrize("option", [option for option in OPTIONS if option.dry], ids=lambda option: option.name)
def test_nobody_holds_a_cup_while_tears_run(option: object) -> None:
    frame = _frame()
    row = next(n for n, one in enumerate(OPTIONS) if one is option)
    for felt, held in ((0.5, 1), (-1.0, 0)):
        people = replace(
            frame.people,
            option=np.array([row, 0]),
            option_on=np.array([BOB, -1]),
            felt=np.array([felt, 0.0]),
            shown=np.array([felt, 0.0]),
        )
        now = replace(frame, people=people, before=people)
        view = _view(now, reduce_motion=True)
        cast = _cast(now, view)
        assert face_marks.weeps(cast[ANN].look) is (held == 0)
        assert len(deed_signs(now, view, cast, view.lengths)) == held


def test_who_is_glad_angry_or_up_to_something_sheds_no_tear_of_grief() -> None:
    for eyes in sorted(face_marks.DRY):
        assert not face_marks.weeps(Expression(eyes=eyes, shown=1 - LEVELS))
        assert not face_marks.weeps(Expression(eyes=eyes, shown=-LEVELS))
    assert face_marks.weeps(Expression(shown=-LEVELS))
    assert not any(face_marks.weeps(Expression(shown=-LEVELS, being=being)) for being in BEINGS if being != "person")


def test_glad_eyes_never_go_with_a_sad_mouth() -> None:
    sad, plain = (draw_face(Expression(eyes="glad", shown=shown), 96) for shown in (-LEVELS + 1, 0))
    mouths = [pygame.image.tobytes(one.subsurface((50, 56, 30, 20)), "RGBA") for one in (sad, plain)]
    assert mouths[0] == mouths[1]


@pytest.mark.parametrize("size", [24, 72])
def test_what_is_drawn_closely_is_not_cut_off(size: int) -> None:
    looks = (
        Expression(gaze, shown, eyes, hidden=hidden, mask=not hidden and gaze == 0)
        for gaze, shown, eyes, hidden in product((AHEAD, 0, 4, 8, 12), (-LEVELS, -1, LEVELS), EYES, (False, True))
    )
    builds = (
        Build(hat=hat, feeling=feeling, lean=lean, bearing=bearing, badge="sky", label=True)
        for hat, feeling, lean, bearing in product(get_args(Hat), (-LEVELS, 0, LEVELS), (-1, 1), (-1, 0))
    )
    drawn = (
        *(draw_features(look, size) for look in looks if not face_marks.floods(look)),
        *(draw_body(one, size, CLOSE) for one in builds),
    )
    for sprite in drawn:
        assert sprite.get_rect().inflate(-2, -2).contains(sprite.get_bounding_rect())


def test_hands_that_gesture_are_not_on_the_hips_too() -> None:
    eyes, shown = (
        np.array(column) for column in zip(*product(range(len(EYES)), range(-LEVELS, LEVELS + 1)), strict=True)
    )
    told = [
        gesture_of(EYES[one], overjoyed=level == LEVELS) is not None for one, level in zip(eyes, shown, strict=True)
    ]
    assert hands_busy(eyes, shown).tolist() == told
    frame = _frame()
    for felt, proud in ((0.1, 1), (1.0, 0)):
        people = replace(
            frame.people, esteem=np.ones(2), felt=np.full(2, felt), shown=np.full(2, felt), gaze=np.array([BOB, ANN])
        )
        now = replace(frame, people=people, before=people)
        assert _cast(now, _view(now, reduce_motion=True))[ANN].build.bearing == proud


@pytest.mark.parametrize("eyes", SIDEWAYS)
def test_whoever_looks_up_or_down_anyway_has_one_face_for_two_gazes(eyes: str) -> None:
    def drawn(gaze: int) -> bytes:
        return pygame.image.tobytes(draw_face(Expression(gaze, shown=-1, eyes=eyes), 60), "RGBA")

    gazes = range(AHEAD, DIRECTIONS)
    assert [drawn(turned_to(gaze, eyes)) for gaze in gazes] == [drawn(gaze) for gaze in gazes]
    assert len({turned_to(gaze, eyes) for gaze in gazes}) == 2 + DIRECTIONS // 2
