"""One row of the table of commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sandbox.ui.kit.invocation import Invocation, Verb

S_contra = TypeVar("S_contra", contravariant=True)
Arguments = TypeVarTuple("Arguments")


def always(_: object) -> bool:
    """Return that it makes sense at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command(Generic[S_contra, *Arguments]):
    """What a verb does in a scene."""

    verb: Verb[*Arguments]
    run: Callable[[S_contra, *Arguments], None]
    when: Callable[[S_contra], bool] = always
    """whether it makes sense now: if not, its keys do nothing, and the palette is silent about it"""
    offers: Callable[[S_contra], Iterable[Invocation]] | None = None
    """what of it the palette lists, if that is not what has keys"""
    title: Callable[[S_contra, *Arguments], str] | None = None
    """what the palette calls one of these"""
    gesture: str = ""
    """how else it is done, if not by keys and palette: click, drag, … as `ui.gesture.…` tells"""
    repeats: bool = False
    """whether it is done again and again while its key is down"""
