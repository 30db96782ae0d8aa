"""Named tuples: as those of `typing`, whoever asks."""

from __future__ import annotations

import pickle
import typing
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.engine import named
from sandbox.engine.circuit import Strengths

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN = typing.NamedTuple("Strengths", [(name, Any) for name in Strengths._fields])  # type: ignore[misc] # made at runtime


ASKED: dict[str, Callable[[Any], object]] = {
    "values": tuple,
    "words": repr,
    "length": len,
    "hash": hash,
    "dictionary": lambda one: one._asdict(),
    "another": lambda one: one._replace(approval=5.0),
    "a field": lambda one: one.schadenfreude,
    "equality": lambda one: one == (1.0, 2.0, 3.0, 4.0),
    "a part": lambda one: one[1:3],
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_it_answers_as_one_of_typing_does(ask: Callable[[Any], object]) -> None:
    assert ask(Strengths(1.0, 2.0, 3.0, provocation=4.0)) == ask(PLAIN(1.0, 2.0, 3.0, provocation=4.0))


def test_it_is_a_tuple_that_can_be_pickled_and_matched_and_has_no_room_for_more() -> None:
    some = Strengths(1.0, 2.0, 3.0, 4.0)
    again = pickle.loads(pickle.dumps(some))  # noqa: S301 - our own
    assert (type(again), again, type(some).__mro__[1]) == (Strengths, some, named.NamedTuple)
    assert Strengths._make([1.0, 2.0, 3.0, 4.0]) == some
    assert some.__match_args__ == Strengths._fields
    with pytest.raises(AttributeError):
        some.more = 1.0  # type: ignore[attr-defined]


@pytest.mark.parametrize(("values", "names"), [((1.0,) * 3, {}), ((1.0,) * 5, {}), ((1.0,) * 4, {"sympathy": 1.0})])
def test_each_field_is_given_once(values: tuple[float, ...], names: dict[str, float]) -> None:
    with pytest.raises(TypeError, match="sympathy"):
        Strengths(*values, **names)
