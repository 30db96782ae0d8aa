"""Tests of runs: the scenes of a cell side by side, each of which goes the way that it goes alone."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from sandbox.engine.happenings.happening import Impossible
from sandbox.lab.experiment import TOGETHER, Cell, shipped, stacks
from sandbox.lab.ordinary import USUAL, USUAL_TASTES, around, draws, tastes, traits
from sandbox.lab.run import Run, Staged
from sandbox.scenario.conditions.schema import Felt
from sandbox.scenario.schema import Do, Happening, Level, Map, Person, Rule, Tastes, Tie, Traits
from sandbox.session.session import Session


def pair(**fields: object) -> Level:
    """Two who know each other, one of whom hurts the other."""
    level = Level(
        schema_version=2,
        id="pair",
        title="Pair",
        hook="Two.",
        map=Map(width=12, height=8),
        people=(
            Person(id="ann", name="Ann", x=6, y=4, group="reds"),
            Person(id="bob", name="Bob", x=3, y=4, facing="ann"),
        ),
        ties=(Tie(source="reds", target="bob", affinity=0.5),),
        happenings=(Happening(do="hurt", who="bob", by="ann", at=1.0), Happening(do="move", who="ann", x=2, y=3)),
    )
    return replace(level, **fields)


HURT = Happening(do="hurt", who="bob", at=0.5)
OFF = Happening(do="switch", drive="sympathy", on=False, at=0.8)


def test_each_scene_goes_the_way_that_it_goes_alone() -> None:
    scenes, seed = (shipped("open-square"), shipped("half-helper"), pair(happenings=(OFF,))), 7
    run = Run(Staged(scenes, (HURT,), 2.0), seed=seed, off=("gossip",), settings={"walk_speed": 1.5}, journal=True)
    for number, (level, world) in enumerate(zip(scenes, run.last().worlds(), strict=True), seed):
        alone = Session(level, seed=number, off=("gossip",), settings={"walk_speed": 1.5})
        for _ in range(20):
            if alone.tick == 5:
                alone.do(HURT)
            alone.step()
        assert world.digest() == alone.world.digest()
        assert world.causes.since(0) == alone.world.causes.since(0)


def test_rules_act_in_every_scene_as_they_do_alone() -> None:
    hurt = Rule(when=Felt(felt="bob", most=-0.1), times=2, then=(Do(do="heal", who="bob"), Do(do="hurt", who="ann")))
    scenes = (pair(), pair(rules=(hurt,)), pair(rules=(replace(hurt, times=1),)))
    found = list(Run(Staged(scenes, (HURT,), 4.0), seed=3).last().worlds())
    for number, (level, world) in enumerate(zip(scenes, found, strict=True), 3):
        alone = Session(level, seed=number)
        for _ in range(40):
            if alone.tick == 5:
                alone.do(HURT)
            alone.step()
        assert world.digest() == alone.world.digest()
    assert [bool(world.people.wound[0]) for world in found] == [False, True, True]


def test_rows_and_ties_are_found_in_every_scene() -> None:
    run = Run(Staged((pair(),) * 25, (), 0.0), seed=1)
    world = run.last()
    assert run.scenes == 25
    assert run.rows("bob").tolist() == list(range(1, 50, 2))
    rows = run.ties(world, "ann", "bob")
    assert (world.ties.observer[rows] == run.rows("ann")).all()
    assert (world.ties.target[rows] == run.rows("bob")).all()
    assert (run.ties(world, "ann", "ann") == -1).all()


def test_what_befalls_one_scene_does_not_reach_another() -> None:
    quiet = pair(happenings=())
    loud, still = (Run(Staged((first, *[quiet] * 9), (), 3.0), seed=4) for first in (pair(), quiet))
    with_it, without = loud.last().people, still.last().people
    assert with_it.felt[1] < without.felt[1] - 0.1
    assert with_it.felt[2:].tolist() == without.felt[2:].tolist()


def test_moments_are_given_from_then_on_and_once_only() -> None:
    run = Run(Staged((pair(),), (), 1.0), seed=1)
    assert [world.tick for world in run.moments(after=0.7)] == [8, 9, 10]
    assert list(run.moments()) == []


@pytest.mark.parametrize(
    "command",
    [
        Happening(do="hurt", who="nobody-of-that-name", at=0.1),
        Happening(do="order", who="bob", by="ann", about="ann", at=0.1),
    ],
    ids=["stranger", "order"],
)
def test_a_command_that_cannot_be_is_refused(command: Happening) -> None:
    with pytest.raises(Impossible):
        Run(Staged((pair(),), (command,), 1.0), seed=1).last()


def test_scenes_are_drawn_anew_for_each_seed_and_cell_and_the_same_again() -> None:
    def scene(_number: int, draw: np.random.Generator) -> Level:
        return pair(people=(Person(id="ann", name="Ann", x=1, y=1, traits=traits(draw)),), ties=(), happenings=())

    def drawn(name: str, seed: int, scenes: int) -> list[float]:
        staged = Cell(name, scene, 1.0).staged("pair", seed=seed, scenes=scenes)
        return [level.people[0].traits.sympathy for level in staged.scenes]

    assert drawn("a", 1, 5)[2:4] == drawn("a", 3, 2)
    assert len({*drawn("a", 1, 3), *drawn("b", 1, 3)}) == 6


@pytest.mark.parametrize("runs", [1, TOGETHER, TOGETHER + 1, 10 * TOGETHER - 7])
def test_runs_are_divided_evenly_and_every_seed_comes_once(runs: int) -> None:
    divided = stacks(runs)
    assert [one for first, count in divided for one in range(first, first + count)] == list(range(1, runs + 1))
    sizes = {count for _, count in divided}
    assert max(sizes) <= TOGETHER
    assert max(sizes) - min(sizes) <= 1


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
