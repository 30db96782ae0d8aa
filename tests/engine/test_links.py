"""The index of ties against a plain loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.links import Links, pick, total
from sandbox.engine.lookup import FEW, MANY, LargeSheet, Sheet, Tables, lookup
from sandbox.engine.people import NOBODY
from sandbox.engine.ties import Ties
from tests.engine.strategies import crowds

if TYPE_CHECKING:
    from sandbox.engine.world import World


@given(crowds(), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_strongest_tie_is_the_one_a_plain_loop_finds(some: World, chance: object) -> None:
    ties, count = some.ties, len(some.people)
    # Few different values, so that there are draws; the first of equals wins.
    values = np.array([chance.choice([-1.0, 0.0, 0.5]) for _ in range(len(ties))])
    among = np.array([chance.random() < 0.6 for _ in range(len(ties))], np.bool_)
    for chosen, mask in ((some.links.strongest(values), None), (some.links.strongest(values, among), among)):
        for person in range(count):
            rows = [row for row in np.flatnonzero(ties.observer == person) if mask is None or mask[row]]
            assert chosen[person] == max(rows, key=lambda row: (values[row], -row), default=NOBODY)


@given(crowds())
@settings(max_examples=50)
def test_every_pair_is_found_and_no_other(some: World) -> None:
    count = len(some.people)
    places = {
        (one, other): row for row, (one, other) in enumerate(zip(some.ties.observer, some.ties.target, strict=True))
    }
    pairs = [(one, other) for one in range(-1, count) for other in range(-1, count)]
    of_ties = some.ties.observer, some.ties.target, count
    for finds in (Sheet.of(*of_ties), LargeSheet.of(*of_ties), Tables.of(*of_ties)):  # as of few, many and very many
        found = finds.rows(*(np.array(side) for side in zip(*pairs, strict=True)))
        assert found.tolist() == [places.get(pair, NOBODY) for pair in pairs]
    back = [
        places.get((int(other), int(one)), NOBODY)
        for one, other in zip(some.ties.observer, some.ties.target, strict=True)
    ]
    assert some.links.mirror.tolist() == back


@given(crowds())
@settings(max_examples=50)
def test_sums_and_starts_are_those_of_a_plain_loop(some: World) -> None:
    ties, count = some.ties, len(some.people)
    sums = [sum(ties.believed[ties.observer == person].tolist()) for person in range(count)]
    assert np.allclose(total(ties.believed, ties.observer, count), sums)
    assert np.diff(some.links.starts).tolist() == [int((ties.observer == person).sum()) for person in range(count)]


@given(crowds(), st.sets(st.integers(0, 7)))
@settings(max_examples=50)
def test_the_ties_of_some_people_are_those_that_they_observe(some: World, wanted: set[int]) -> None:
    people = np.array(sorted(person for person in wanted if person < len(some.people)), np.int64)
    assert some.links.of_people(people).tolist() == np.flatnonzero(np.isin(some.ties.observer, people)).tolist()


def test_nobody_is_looked_up_as_nobody() -> None:
    column = np.array([7, 8])
    assert pick(column, np.array([1, NOBODY, 0])).tolist() == [8, NOBODY, 7]
    assert pick(column[:0], np.array([NOBODY, NOBODY]), otherwise=3).tolist() == [3, 3]
    assert Links.of(Ties.of([], []), 3).strongest(np.empty(0)).tolist() == [NOBODY] * 3


@given(crowds(least=2), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_in_which_ties_are_given_does_not_matter(some: World, chance: object) -> None:
    order = list(range(len(some.ties)))
    chance.shuffle(order)
    shuffled = Ties.of(some.ties.observer[order], some.ties.target[order], affinity=some.ties.affinity[order])
    assert shuffled.observer.tolist() == some.ties.observer.tolist()
    assert shuffled.target.tolist() == some.ties.target.tolist()
    assert shuffled.affinity.tolist() == some.ties.affinity.tolist()


def test_very_many_ties_are_each_found_whether_somebody_knows_one_or_all() -> None:
    rng = np.random.default_rng(1)
    people, number = MANY + 500, rng.integers(0, 40, MANY + 500)
    number[[7, 8, people - 1]] = people, 300, people
    observer = np.arange(people).repeat(number)
    target = np.concatenate([np.sort(rng.choice(people, count, replace=False)) for count in number])
    finds = lookup(observer, target, people)
    assert isinstance(finds, Tables)
    assert isinstance(lookup(observer[:0], target[:0], FEW + 1), LargeSheet)
    assert (finds.rows(observer, target) == np.arange(len(observer))).all()
    one, other = rng.integers(-1, people, (2, 20_000))
    known = dict(zip(zip(observer.tolist(), target.tolist(), strict=True), range(len(observer)), strict=True))
    wanted = [known.get(pair, NOBODY) for pair in zip(one.tolist(), other.tolist(), strict=True)]
    assert finds.rows(one, other).tolist() == wanted
