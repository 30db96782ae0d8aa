"""Whoever has to be elsewhere thinks of it, pales at the end of the map, and is not drawn when gone."""

from __future__ import annotations

import numpy as np
import pygame
import pytest
from msgspec.structs import replace

from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.palette import sizes
from sandbox.view.marks.deeds import calls
from sandbox.view.people.fading import LEAST, leaving
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

ALICE = 1
SIZES = sizes(projector=False)
RECT = pygame.Rect(0, 0, 1100, 700)


@pytest.fixture(scope="module")
def walk() -> Session:
    """Alice has to leave by the nearest edge."""
    level = load_level(find_level("half-helper"))
    leave = Happening(do="leave", who="alice", at=0.5, amount=1.0, until=1.0)
    return Session(replace(level, happenings=(leave,)))


def look(session: Session) -> Viewpoint:
    return Viewpoint(Camera.fit(session.level.map, RECT), reduce_motion=True)


def opacity(session: Session) -> float | None:
    """How much of Alice is to be seen, or None if she is not drawn at all."""
    frame, viewpoint = session.frame(), look(session)
    cast = poses(frame, viewpoint, SIZES, SpriteCache(frame.level))
    if cast.get(ALICE) is None:
        return None
    return leaving(frame, cast).get(cast.order.index(ALICE), 1.0)


def test_whoever_leaves_pales_step_by_step_and_is_then_not_drawn(walk: Session) -> None:
    walk.seek(0)
    seen = []
    while len(seen) < 200 and (not seen or seen[-1] is not None):
        walk.step()
        seen.append(opacity(walk))
    shares = [share for share in seen if share is not None]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1
    assert LEAST <= shares[-1] < 0.5
    assert seen[-1] is None


def test_whoever_has_to_be_elsewhere_has_that_in_a_cloud(walk: Session) -> None:
    clouds = []
    for tick in (2, 30):
        walk.seek(tick)
        frame, viewpoint = walk.frame(), look(walk)
        cast = poses(frame, viewpoint, SIZES, SpriteCache(frame.level))
        clouds.append(len(calls(frame, cast, SIZES)))
    assert clouds == [0, 1]


def test_nothing_of_somebody_gone_can_be_clicked_nor_read(walk: Session) -> None:
    walk.seek(150)
    frame, viewpoint, stage = walk.frame(), look(walk), Stage()
    assert not frame.people.present[ALICE]
    surface = pygame.Surface(RECT.size)
    stage.draw(surface, frame, viewpoint)
    x, y = viewpoint.camera.to_screen(float(frame.people.x[ALICE]), float(frame.people.y[ALICE]))
    around = [(x + dx, y + dy) for dx, dy in np.ndindex(40, 40) if not (dx % 4 or dy % 4)]
    assert ALICE not in {stage.person_at(spot) for spot in around}
