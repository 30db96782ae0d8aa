"""What is switched off is seen: at whom it would move, and in the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.seen.lacking import SIGNED, lacking
from sandbox.session.seen.tie_sums import TieSums
from sandbox.session.session import Session
from sandbox.view.canvas.camera import Camera
from sandbox.view.legend import on_screen
from sandbox.view.marks.switched_off import sign, switched_off
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from sandbox.session.frame import Frame

BOB = 0


def hurt_without(*drives: str) -> Frame:
    """Hurt Bob among friends while something is switched off."""
    session = Session(load_level(find_level("120")), off=drives, journal=False)
    session.do(Happening(do="hurt", at=0.0, who="bob"))
    session.step(30)
    return session.frame()


def test_sympathy_that_is_off_is_missed_in_those_who_mind_him_and_not_in_himself() -> None:
    frame = hurt_without("sympathy")
    missed = lacking(frame)
    minding = set(frame.ties.observer[(frame.ties.target == BOB) & (frame.ties.attention > 0)].tolist())
    assert missed
    assert set(missed.values()) == {"sympathy"}
    assert set(missed) <= minding - {BOB}


def test_a_way_out_that_is_shut_is_missed_only_where_it_hurts_to_look() -> None:
    frame = hurt_without("look_away")
    pain = frame.people.reward[:, 0]
    missed = lacking(frame)
    assert missed
    assert all(pain[who] < 0 for who in missed)
    assert lacking(hurt_without("look_away", "sympathy")) == lacking(hurt_without("sympathy"))


def test_with_all_drives_on_nothing_is_missed() -> None:
    frame = hurt_without()
    assert lacking(frame) == {}
    assert "off" not in on_screen(frame, TieSums.of(frame))


def test_each_of_them_has_a_sign_beside_the_body_and_the_legend_names_it() -> None:
    frame = hurt_without("sympathy")
    x, y = float(frame.people.x.mean()), float(frame.people.y.mean())
    viewpoint = Viewpoint(Camera(x, y, 60.0, pygame.Rect(0, 0, 1280, 800)))
    cast = poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))
    signs = switched_off(frame, cast, TieSums.of(frame), viewpoint.lengths)
    there = [cast[who] for who in lacking(frame) if who in cast]
    assert 1 < len(signs) <= len(there)
    for picture, spot in signs:
        box = picture.get_rect(topleft=spot)
        assert any(box.inflate(20, 0).colliderect(pose.box()) for pose in there)
        assert box.collidelist([pose.eyes() for pose in cast]) < 0
    assert "off" in on_screen(frame, TieSums.of(frame))


def test_the_signs_differ_in_grey() -> None:
    drawn = {drive: pygame.surfarray.array3d(sign(drive, 44)).astype(int) for drive in SIGNED}
    for drive, one in drawn.items():
        assert abs(one - one.mean(axis=2, keepdims=True)).max() < 30, f"{drive} is grey"
    apart = [abs(drawn[a] - drawn[b]).mean() for a in SIGNED for b in SIGNED if a < b]
    assert min(apart) > 2
