"""Causes: an append-only log that worlds with one past share. Property 2 of the model."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine import pages
from sandbox.engine.causes import KINDS, Causes
from sandbox.engine.happenings.happening import Event
from sandbox.engine.pages import PAGE, PARENTS, ROW, choices, pack, unpack
from sandbox.engine.people import NOBODY
from sandbox.engine.tick import tick
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World


def played(some: World, ticks: int, hurt: int | None = 0) -> World:
    for number in range(ticks):
        some = tick(some, [Event("hurt", who=hurt)] if hurt is not None and not number else [])
    return some


@given(crowds(least=3, walls=True))
@settings(max_examples=15)
def test_parents_are_older_than_their_children_and_every_reason_is_a_record(some: World) -> None:
    some = played(some, 5)
    everything = some.causes.since(0)
    assert [record.id for record in everything] == list(range(some.causes.count))
    for record in everything:
        assert record.kind in KINDS
        assert len(record.parents) == len(record.weights) <= PARENTS
        assert all(0 <= parent < record.id for parent in record.parents)
        assert all(some.causes[parent].tick <= record.tick for parent in record.parents)
        assert record == some.causes[record.id]
    reasons = [some.people.why_body, some.people.why_felt, some.people.why_option]
    reasons += [some.ties.why_believed, some.ties.why_regard, some.ties.why_felt, some.ties.why_affinity]
    reasons += [some.ties.why_personhood, some.ties.why_blame]
    assert all(((column >= NOBODY) & (column < some.causes.count)).all() for column in reasons)


@given(crowds(least=3))
@settings(max_examples=8)
def test_two_futures_of_one_past_do_not_see_each_others_records(some: World) -> None:
    past = played(some, 3)
    known = past.causes.since(0)
    one, other = played(past, 3, hurt=1), played(past, 3, hurt=2)
    alone = played(played(some, 3), 3, hurt=2)
    assert past.causes.since(0) == known
    assert other.causes.since(0) == alone.causes.since(0)
    assert one.causes.since(0)[: len(known)] == other.causes.since(0)[: len(known)] == known
    assert one.causes[len(known)].who == 1
    assert other.causes[len(known)].who == 2


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["saw", "chose", "felt"])), max_size=12))
def test_what_was_written_can_be_read_again_by_id_by_time_and_by_kind(blocks: list[tuple[int, str]]) -> None:
    causes, written = Causes.empty(), []
    for moment, (count, kind) in enumerate(blocks):
        who = np.arange(count) + moment
        causes, ids = causes.add(tick=moment // 2, kind=kind, who=who, value=who / 2)
        written += [(int(row), moment // 2, kind, int(person)) for row, person in zip(ids, who, strict=True)]
    everything = [(record.id, record.tick, record.kind, record.who) for record in causes.since(0)]
    assert everything == written
    assert [record.id for record in causes.since(2, frozenset({"felt"}))] == [
        row for row, moment, kind, _ in written if moment >= 2 and kind != "felt"
    ]
    assert [causes[row].value for row, *_ in written] == [person / 2 for *_, person in written]


def test_a_cause_that_does_not_exist_is_refused_with_the_bounds() -> None:
    causes, _ = Causes.empty().add(tick=0, kind="felt", who=0)
    for outside in (1, -1):
        with pytest.raises(IndexError, match=f"cause {outside} lies outside 0 to 0"):
            causes[outside]


def crowded(causes: Causes, pages: int, tick: int = 0) -> Causes:
    """Write choices for so many pages."""
    tables = np.full((PAGE // 8, 3, 2), np.nan)
    tables[:, 1] = 0.25, 0.0
    for _ in range(8 * pages):
        causes, _ = causes.add(tick=tick, kind="chose", who=np.arange(PAGE // 8), tables=tables)
    return causes


def test_memory_is_bounded_tables_go_first_and_then_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "KEPT_RECORDS", 6 * PAGE)
    monkeypatch.setattr(pages, "KEPT_TABLES", 3 * 8 * (pages.OBJECTS + PAGE))
    causes = crowded(Causes.empty(), 20)
    last = causes.count - 1
    assert causes.count == 20 * PAGE
    assert np.array_equal(causes.table(last), [[np.nan, np.nan], [0.25, 0.0], [np.nan, np.nan]], equal_nan=True)
    assert causes[last - 4 * PAGE].kind == "chose"
    assert causes.table(last - 4 * PAGE) is None
    assert not causes.knows(0)
    assert causes.table(0) is None
    with pytest.raises(LookupError, match="cause 0 is forgotten"):
        causes[0]
    known = causes.since(0)
    assert len(known) <= 6 * PAGE
    assert [record.id for record in known] == list(range(causes.count - len(known), causes.count))


def test_what_is_kept_lies_apart_from_the_small_objects_of_every_tick() -> None:
    tracemalloc.start()
    causes = crowded(Causes.empty(), 20)
    among_them, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert causes.knows(0)
    assert causes.table(0) is not None
    assert among_them < PAGE * ROW.itemsize


def test_all_branches_together_keep_no_more_and_abandoned_ones_keep_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "KEPT_RECORDS", 6 * PAGE)
    past = crowded(Causes.empty(), 3)
    for _ in range(30):
        past.add(tick=1, kind="felt", who=np.arange(PAGE))
    assert past.knows(0)
    one, other = crowded(past, 2, tick=1), crowded(past, 3, tick=1)
    assert sum(len(causes.since(1)) for causes in (one, other)) <= 6 * PAGE
    assert not past.knows(0)
    assert past.since(0) == ()
    assert other.knows(other.count - 1)
    assert (past.count, one.count, other.count) == (3 * PAGE, 5 * PAGE, 6 * PAGE)


def test_what_is_forgotten_changes_nothing_that_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    some = {"x": [2.0, 4.0, 6.0], "y": [5.0, 5.0, 5.0]}
    long = played(world(some), 30)
    monkeypatch.setattr(pages, "KEPT_RECORDS", 0)
    monkeypatch.setattr(pages, "FIRST_PAGE", 1)
    short = played(world(some), 30)
    assert long.causes.knows(0)
    assert not short.causes.knows(0)
    assert short.digest() == long.digest()


@given(st.data())
def test_a_table_comes_back_as_it_was_but_for_its_precision(data: st.DataObject) -> None:
    shape = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 5), st.integers(1, 4)))
    numbers = st.sampled_from([0.0, 0.5, -0.25, 2.0**-20])
    table = np.array([data.draw(numbers) for _ in range(int(np.prod(shape)))]).reshape(shape)
    table[np.array([data.draw(st.booleans()) for _ in range(shape[0] * shape[1])]).reshape(shape[:2])] = np.nan
    packed = pack(table)
    assert choices(packed) == shape[0]
    for place in range(shape[0]):
        assert np.array_equal(unpack(packed, place), table[place], equal_nan=True)


def test_only_choices_carry_tables() -> None:
    causes, _ = Causes.empty().add(tick=0, kind="felt", who=0)
    causes, ids = causes.add(tick=1, kind="chose", who=[0, 1], tables=np.arange(12.0).reshape(2, 3, 2))
    assert causes.table(0) is None
    assert causes.table(int(ids[1])).tolist() == [[6, 7], [8, 9], [10, 11]]


def test_two_futures_share_their_past_even_when_it_fills_pages() -> None:
    past = Causes.empty()
    for moment in range(3):
        past, _ = past.add(tick=moment, kind="felt", who=np.arange(PAGE // 2 + 1))
    one, _ = past.add(tick=3, kind="saw", who=np.arange(PAGE), tables=np.ones((PAGE, 2, 2)))
    other, ids = past.add(tick=4, kind="heard", who=[7, 8])
    other, more = other.add(tick=5, kind="chose", who=[9], tables=np.zeros((1, 2, 2)))
    assert (one.count - past.count, other.count - past.count, past.count) == (PAGE, 3, (PAGE // 2 + 1) * 3)
    assert [record.who for record in other.since(3)] == [7, 8, 9]
    assert [record.who for record in one.since(3)] == list(range(PAGE))
    assert past.since(3) == ()
    assert len(past.since(0)) == past.count == len(other.since(0, frozenset({"heard", "chose"})))
    assert other.table(int(ids[0])) is None
    assert other.table(int(more[0])).tolist() == [[0, 0], [0, 0]]
    assert one.table(past.count).tolist() == [[1, 1], [1, 1]]
