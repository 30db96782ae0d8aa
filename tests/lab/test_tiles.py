"""Tests of tiles: copies of a scene that cannot meet, and play as the scene does alone."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from sandbox.lab.experiment import Cell, shipped
from sandbox.lab.ordinary import USUAL, USUAL_TASTES, around, draws, tastes, traits
from sandbox.lab.run import Run, Staged, StrayError
from sandbox.lab.tiles import tiled
from sandbox.scenario.format import encode
from sandbox.scenario.load import decode_level
from sandbox.scenario.schema import Happening, Level, Map, Person, Place, Tastes, Tie, Traits, Wall
from sandbox.session.session import Session


def pair(**fields: object) -> Level:
    level = Level(
        schema_version=1,
        id="pair",
        title="Pair",
        hook="Two.",
        map=Map(
            width=12,
            height=8,
            walls=(Wall(x1=1, y1=1, x2=2, y2=1),),
            places=(Place(id="well", x=6, y=4),),
        ),
        people=(
            Person(id="ann", name="Ann", place="well", group="reds"),
            Person(id="bob", name="Bob", x=3, y=4, facing="ann"),
        ),
        ties=(Tie(source="reds", target="bob", affinity=0.5),),
        happenings=(Happening(do="hurt", who="bob", by="ann", at=1.0), Happening(do="move", who="ann", x=2, y=3)),
    )
    return replace(level, **fields)


def test_every_tile_has_people_places_walls_ties_and_happenings_of_its_own() -> None:
    level = tiled([pair()] * 3, apart=10)
    assert (level.map.width, level.map.height) == (44, 36)
    assert [(wall.x1, wall.y1) for wall in level.map.walls] == [(6, 6), (28, 6), (6, 24)]
    assert [place.id for place in level.map.places] == [
        "well-0",
        "middle-0",
        "well-1",
        "middle-1",
        "well-2",
        "middle-2",
    ]
    ann, bob = level.people[2:4]
    assert (ann.id, ann.place, ann.group, ann.facing) == ("ann-1", "well-1", "reds-1", "middle-1")
    assert (bob.id, bob.x, bob.y, bob.facing) == ("bob-1", 30, 9, "ann-1")
    assert [(tie.source, tie.target, tie.affinity, tie.importance) for tie in level.ties[:2]] == [
        ("bob-0", "ann-0", None, 0.3),
        ("reds-0", "bob-0", 0.5, None),
    ]
    hurt, move = level.happenings[4:]
    assert (hurt.who, hurt.by, move.who, move.x, move.y) == ("bob-2", "ann-2", "ann-2", 7, 26)


def test_tiles_are_a_level_that_a_file_can_say() -> None:
    level = tiled([pair()] * 3)
    assert decode_level(encode(level), "tiles.json") == level


def test_a_single_tile_starts_as_its_scene_does() -> None:
    scene = shipped("open-square")
    tile = replace(tiled([scene], apart=0), seed=scene.seed)
    assert Session(tile).world.digest() == Session(scene).world.digest()


def test_strangers_in_a_large_world_know_each_other_as_in_a_small_one() -> None:
    """Up to 40 people everybody knows everybody; tiles of a larger world have to say so."""
    scene = pair(ties=())
    run = Run(Staged(tiled([scene] * 30), (), 0.0, 30), seed=1)
    world, alone = run.last(), Session(scene).world
    assert len(world.ties) == 60
    rows = run.ties(world, "bob", "ann")
    for name in ("importance", "personhood", "affinity"):
        assert (getattr(world.ties, name)[rows] == getattr(alone.ties, name)[1]).all(), name


def test_a_single_scene_among_tiles_is_found_as_one_of_many_is() -> None:
    run = Run(Staged(tiled([pair()]), (), 0.0, 1), seed=1)
    assert [run.rows(person.id).tolist() for person in pair().people] == [[0], [1]]


def test_rows_and_ties_are_found_in_every_tile() -> None:
    run = Run(Staged(tiled([pair()] * 25), (), 0.0, 25), seed=1)
    world = run.last()
    assert run.rows("bob").tolist() == list(range(1, 50, 2))
    rows = run.ties(world, "ann", "bob")
    assert (world.ties.observer[rows] == run.rows("ann")).all()
    assert (world.ties.target[rows] == run.rows("bob")).all()
    assert (run.ties(world, "ann", "ann") == -1).all()


def test_what_befalls_one_tile_does_not_reach_another() -> None:
    quiet = pair(happenings=())
    loud = Run(Staged(tiled([pair(), *[quiet] * 29]), (), 3.0, 30), seed=4)
    still = Run(Staged(tiled([quiet] * 30), (), 3.0, 30), seed=4)
    with_it, without = loud.last().people, still.last().people
    assert with_it.felt[1] < without.felt[1] - 0.1
    assert with_it.felt[2:].tolist() == without.felt[2:].tolist()
    loud.check()


def test_people_who_stray_into_another_tile_are_found_out() -> None:
    visit = (Happening(do="move", who="ann", x=3, y=4),)
    level = tiled([pair(happenings=())] * 30)
    stray = replace(level, happenings=(replace(visit[0], who="ann-1", x=27.0, y=28.0),))
    run = Run(Staged(stray, (), 2.0, 30), seed=1)
    run.last()
    with pytest.raises(StrayError, match="ann-1"):
        run.check()


@pytest.mark.parametrize(
    ("scenes", "sentence"),
    [
        ([pair(map=Map(width=200, height=200))] * 20, "do not fit on one map; have at most 16"),
        (
            [
                pair(
                    people=pair().people * 1,
                    map=Map(width=10, height=10, places=tuple(Place(id=f"p{n}", x=1, y=1) for n in range(1001))),
                )
            ]
            * 2,
            "limit of level files.*places",
        ),
        ([pair(happenings=(Happening(do="switch", drive="sympathy", on=False),))], "make it a lesion"),
        ([pair(), pair()], None),
    ],
)
def test_what_does_not_fit_into_a_level_is_said(scenes: list[Level], sentence: str | None) -> None:
    if sentence is None:
        assert tiled(scenes)
    else:
        with pytest.raises(ValueError, match=sentence):
            tiled(scenes)


def test_scenes_are_drawn_anew_for_each_seed_and_cell_and_the_same_again() -> None:
    def scene(_number: int, draw: np.random.Generator) -> Level:
        return pair(people=(Person(id="ann", name="Ann", x=1, y=1, traits=traits(draw)),), ties=(), happenings=())

    def drawn(name: str, seed: int, tiles: int) -> list[float]:
        staged = Cell(name, scene, 1.0).staged("pair", seed=seed, tiles=tiles)
        return [person.traits.sympathy for person in staged.level.people]

    assert drawn("a", 1, 5)[:3] == drawn("a", 1, 3)
    assert len({*drawn("a", 1, 3), *drawn("b", 1, 3), *drawn("a", 2, 3)}) == 9


def test_ordinary_people_lie_around_the_usual() -> None:
    draw = draws(1, "crowd")
    crowd = [traits(draw, expressiveness=0.2) for _ in range(2000)]
    for name, usual in USUAL.items():
        values = np.array([getattr(one, name) for one in crowd])
        assert ((values >= 0) & (values <= 1)).all()
        if name == "expressiveness":
            assert (values == 0.2).all()
        elif 0.3 < usual.mean < 0.7:
            assert values.mean() == pytest.approx(usual.mean, abs=0.02)
            assert values.std() == pytest.approx(usual.spread, abs=0.02)
    assert {USUAL.keys() <= set(Traits.__struct_fields__), USUAL_TASTES.keys() <= set(Tastes.__struct_fields__)} == {
        True
    }
    assert -1 <= tastes(draw).company <= 1


def test_a_draw_takes_one_number_and_stays_within_its_ends() -> None:
    one, other = draws(3, "x"), draws(3, "x")
    values = [around(one, 0.5, 5.0, -1.0) for _ in range(200)]
    assert (min(values) < -0.8, max(values) > 0.8, max(map(abs, values)) <= 1) == (True, True, True)
    for _ in values:
        other.random()
    assert one.random() == other.random()
    assert around(one, 0.7, 0.0) == 0.7
