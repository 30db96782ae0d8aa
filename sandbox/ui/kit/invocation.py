"""What a button, a row or a key carries: the name of a command, and what the command is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Hashable

Arguments = TypeVarTuple("Arguments")


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command with its arguments, to be carried out when it is pressed; alike ones are equal."""

    command: str
    arguments: tuple[Hashable, ...] = ()

    @property
    def id(self) -> str:
        """The name by which settings and texts know it: "pause", "tool.hurt"."""
        return ".".join((self.command, *map(str, self.arguments)))


@dataclass(frozen=True, slots=True)
class Verb(Generic[*Arguments]):
    """The name of a command, and the types of its arguments: to call it makes an invocation."""

    name: str

    def __call__(self, *arguments: *Arguments) -> Invocation:
        """Return an invocation with these arguments."""
        return Invocation(self.name, arguments)
