"""Fact: what is worked out only if somebody asks for it, and only once.

Theory: design. A choice reads all of a mind and a deed one or two facts of it; at a few people a tick costs its calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sandbox.engine.arrays import Floats

if TYPE_CHECKING:
    from collections.abc import Callable


Found = TypeVar("Found")


class Fact(Generic[Found]):
    """A property that is worked out when it is first read; `functools.cached_property` takes a lock for it."""

    def __init__(self, read: Callable[[Any], Found]) -> None:
        """Work it out by `read`."""
        self._read, self.__doc__ = read, read.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        """Keep what is found under its name: from then on it is an attribute like any other."""
        self._name = name

    def __get__(self, owner: object, _: type) -> Found:
        """Work it out."""
        found = vars(owner)[self._name] = self._read(owner)
        return found


class OfTie(Fact[Floats]):
    """A column of Ties, under its own name."""

    def __init__(self) -> None:
        """Read it where the tie is."""
        super().__init__(lambda mind: getattr(mind.world.ties, self._name)[mind.tie])


class OfDoer(Fact[Floats]):
    """A column of People, under its own name."""

    def __init__(self) -> None:
        """Read it where the doer is."""
        super().__init__(lambda mind: getattr(mind.world.people, self._name)[mind.doer])
