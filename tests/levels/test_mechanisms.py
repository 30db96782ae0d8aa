"""Mechanisms that no level of its own shows yet, each in a small scene with its drive on and off."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest

from sandbox.engine.happenings import HAPPENINGS
from sandbox.lab.experiment import Cell
from sandbox.lab.run import Run
from sandbox.scenario.load import decode_level
from sandbox.scenario.schema import Happening, Level
from sandbox.session.session import Session
from tests.levels.scenes import SCENES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats

SECONDS = 6


def scene(*, wall: bool = False, sympathy: float = 0.8, importance: float = 0.6, affinity: float = 0.7) -> Level:
    """Put Dee near Bob, whom she likes, perhaps with a wall between them; only Dee's own tie can be changed."""
    plain = {
        "schema_version": 1,
        "id": "scene",
        "title": "Scene",
        "hook": "",
        "map": {"width": 24, "height": 12, "walls": [{"x1": 12, "y1": 0, "x2": 12, "y2": 12}] if wall else []},
        "people": [
            {"id": "bob", "name": "Bob", "x": 8, "y": 6, "facing": "dee", "tastes": {"sweets": 1.0}},
            {
                "id": "dee",
                "name": "Dee",
                "x": 16 if wall else 11,
                "y": 6,
                "facing": "bob",
                "traits": {"sympathy": sympathy},
            },
        ],
        "ties": [{"from": "dee", "to": "bob", "affinity": affinity, "importance": importance}],
    }
    return decode_level(json.dumps(plain).encode(), "scene.json")


@cache
def felt_at_last(level: Level, *happenings: Happening, off: tuple[str, ...]) -> Floats:
    """Return (SCENES,) how Dee feels some seconds after something happened in copies of a scene."""
    staged = Cell("scene", level, 1 + SECONDS, happenings).staged("mechanisms", seed=1, scenes=SCENES)
    run = Run(staged, seed=1, off=off)
    return run.last().people.emotion[run.rows("dee")]


def emotion(level: Level, happening: Happening, *off: str) -> float:
    """Return how Dee's emotion differs, on average over SCENES, from the same seconds without the happening."""
    return float((felt_at_last(level, happening, off=off) - felt_at_last(level, off=off)).mean())


HURT = Happening(do="hurt", who="bob", at=1.0)
GIFT = Happening(do="gift", who="bob", at=1.0, amount=1.0)
BAD_NEWS = Happening(do="news", who="dee", about="bob", at=1.0, amount=-0.9)


def test_news_of_an_absent_friend_hurts_and_only_as_long_as_one_can_think_of_them() -> None:
    behind = scene(wall=True)
    assert emotion(behind, BAD_NEWS) < -0.05
    assert emotion(behind, BAD_NEWS, "sympathy") == pytest.approx(0.0, abs=0.03)
    assert emotion(behind, BAD_NEWS, "imagination") > emotion(behind, BAD_NEWS) / 2


def test_a_friends_joy_is_catching_and_only_by_sympathy() -> None:
    assert emotion(scene(), GIFT) > 0.05
    assert emotion(scene(), GIFT, "sympathy") == pytest.approx(0.0, abs=0.03)


def test_an_enemys_joy_annoys() -> None:
    assert emotion(scene(affinity=-0.7), GIFT) < -0.03


def test_the_more_sympathy_somebody_has_the_more_a_friends_pain_pains() -> None:
    felt = [emotion(scene(sympathy=strength), HURT) for strength in (0.0, 0.3, 0.6, 1.0)]
    assert felt == sorted(felt, reverse=True)
    assert felt[0] - felt[-1] > 0.05


def test_an_idols_pain_pains_more_than_a_peers() -> None:
    idol, peer = scene(importance=1.0, affinity=0.9), scene(importance=0.4, affinity=0.5)
    assert emotion(idol, HURT) < emotion(peer, HURT) - 0.05


def test_every_kind_of_happening_befalls_the_scene() -> None:
    """Keep this file's scene honest: each kind that needs no third person can happen in it."""
    fields = {"who": "bob", "by": "dee", "about": "dee", "x": 3.0, "y": 3.0, "drive": "company", "on": False}
    for kind in HAPPENINGS:
        if kind.of_absent or not kind.needs <= fields.keys() or {"by", "about"} <= kind.needs:
            continue
        session = Session(scene())
        session.do(Happening(do=kind.name, **{name: fields[name] for name in kind.needs}))
        session.step()
        assert [record.detail for record in session.frame().recent if record.kind == "happened"] == [
            HAPPENINGS.index(kind)
        ]
