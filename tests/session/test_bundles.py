"""Throngs: of those who judge one person alike, each has an arrow, or else their group."""

from __future__ import annotations

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.session.seen.arrows import Arrow
from sandbox.session.seen.bundles import ALONE, BESIDE_BLAME, MOST, Bundle, bundled, limits_of

BOB = 20


def blame(who: int, whom: int = BOB, strength: float = 0.5, age: float = 0.0) -> Arrow:
    return Arrow("blame", who, whom, strength, age, record=100 + who)


def groups(*sizes: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Return the groups of people: so many of the first, so many of the second …, and forty of none."""
    return np.concatenate([np.repeat(np.arange(len(sizes)), sizes), np.full(40, NOBODY)]).astype(np.int64)


def test_a_few_have_an_arrow_each() -> None:
    found = bundled([blame(who) for who in range(ALONE)], groups(ALONE))
    assert sorted(bundle.who for bundle in found) == [(who,) for who in range(ALONE)]
    assert found[0].arrow == blame(found[0].who[0])


def test_of_many_each_group_has_one_with_the_strongest_first() -> None:
    judged = [blame(who, strength=0.2 + who / 20, age=who / 10) for who in range(7)]
    found = {bundle.who: bundle for bundle in bundled(judged, groups(4, 3))}
    assert set(found) == {(3, 2, 1, 0), (6, 5, 4)}
    assert found[3, 2, 1, 0] == Bundle("blame", (3, 2, 1, 0), BOB, 0.35, 0.0, 103, since=0.3)


def test_many_of_no_group_share_what_arrows_are_left() -> None:
    found = bundled([blame(who) for who in range(9)], groups())
    assert len(found) == ALONE
    assert sorted(who for bundle in found for who in bundle.who) == list(range(9))


def test_blame_and_credit_and_other_targets_are_not_thrown_together() -> None:
    judged = [blame(who) for who in range(5)] + [Arrow("credit", 0, BOB), blame(0, whom=9)]
    found = {(bundle.kind, bundle.whom, len(bundle.who)) for bundle in bundled(judged, groups(5))}
    assert found == {("blame", BOB, 5), ("credit", BOB, 1), ("blame", 9, 1)}


def test_of_too_many_the_newest_are_left_and_lie_on_top() -> None:
    judged = [blame(0, whom=whom, age=whom / 10) for whom in range(1, MOST + 5)]
    found = bundled(judged, groups(1))
    assert [bundle.whom for bundle in found] == list(range(MOST, 0, -1))


def test_while_anybody_is_blamed_little_credit_is_left_beside_and_blame_lies_on_top() -> None:
    praised = [Arrow("credit", 0, whom, 0.9) for whom in range(2, 9)]
    judged = [*praised, blame(0, whom=9, strength=0.1, age=2.0)]
    kinds = [bundle.kind for bundle in bundled(judged, groups(1), *limits_of(lens=False, small=False))]
    assert kinds == ["credit"] * BESIDE_BLAME + ["blame"]
    assert len(bundled(praised, groups(1))) == len(praised)
    assert len(bundled(judged, groups(1), *limits_of(lens=True, small=False))) == len(judged)
