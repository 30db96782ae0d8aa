"""Everything that was drawn and may be wanted again, on one budget in bytes.

The least recently used goes first, whatever it is: a sprite, a line of text, a sign, the ground. Memory is so bounded
by the size of the window, however long and wherever the player looks.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import update_wrapper
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, ParamSpec, TypeVar

import numpy as np
import pygame

from sandbox.view.canvas.heap import give_back
from sandbox.view.canvas.themes import forgetting

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

P = ParamSpec("P")
T = TypeVar("T")

LEAST: Final = 32_000_000
"""Bytes for sprites, signs and words, whose sizes hardly depend on the window's."""
PER_PIXEL: Final = 8
"""More bytes for each pixel of the window: its ground takes four, large people and panels the rest."""
HOLES: Final = 4_000_000
"""Bytes of new pictures after which the memory is given back that drawing them took for a while, several times that."""
EARLY: Final = 0.5
"""The part of that after which it is given back if there is time."""
VIEW: Final = 1_000_000
"""Bytes from which on a picture is that of a view."""
ENTRY: Final = 500
"""Bytes that a picture takes beside its pixels."""


class _Entry(NamedTuple):
    drawn: object
    weight: int


def weight_of(value: object) -> int:
    """Return about how many bytes stay in memory with a value; a part of a picture keeps the whole."""
    if isinstance(value, pygame.Surface):
        whole = value.get_abs_parent()
        return ENTRY + whole.get_pitch() * whole.get_height()
    if isinstance(value, np.ndarray):
        return ENTRY + value.nbytes
    if isinstance(value, tuple):
        return sum(map(weight_of, value))
    return weight_of(value.surface) if hasattr(value, "surface") else 0


class PictureCache:
    """What was drawn for a window of one size."""

    def __init__(self) -> None:
        """Begin with nothing, and without a window."""
        self.window = (0, 0)
        self._kept: OrderedDict[Hashable, _Entry] = OrderedDict()
        """by what was drawn, the least recently used first"""
        self.taken = 0
        """bytes of all that is kept"""
        self.drawn = 0
        """bytes of all pictures that were ever new, without those as large as a view, which come anew while it moves"""
        self._new = 0
        """bytes of pictures that are new since memory was given back"""

    @property
    def budget(self) -> int:
        """How many bytes all that is kept may take."""
        return LEAST + PER_PIXEL * self.window[0] * self.window[1]

    def fit(self, window: tuple[int, int]) -> None:
        """Suit a window of so many pixels; what was drawn for one of another size is forgotten."""
        if window != self.window:
            self.window = window
            self.forget()
            give_back()

    def forget(self) -> None:
        """Forget everything: it would be drawn differently now."""
        self._kept.clear()
        self.taken = 0

    def __contains__(self, key: tuple[Hashable, ...]) -> bool:
        """Tell whether something is kept by a key."""
        return key in self._kept

    def get(self, key: tuple[Hashable, ...]) -> object | None:
        """Return what is kept by a key and now used, or None."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found.drawn

    def keep(self, key: tuple[Hashable, ...], drawn: object) -> None:
        """Keep what was drawn if the budget allows for it, without what has not been used for longest."""
        new = _Entry(drawn, weight_of(drawn) + weight_of(key))
        if new.weight <= self.budget:
            self._kept[key] = new
            self.taken += new.weight
            while self.taken > self.budget:
                self.taken -= self._kept.popitem(last=False)[1].weight
        self.drawn += new.weight if new.weight < VIEW else 0
        self._new += new.weight
        if self._new > HOLES:
            self._give_back()

    def tidy(self) -> None:
        """Give memory back a little early, in a moment with little else to do: it takes about a millisecond."""
        if self._new > EARLY * HOLES:
            self._give_back()

    def _give_back(self) -> None:
        self._new = 0
        give_back()


PICTURES: Final = PictureCache()
"""The only one: there is one window."""
forgetting.append(PICTURES.forget)


class CachedPicture(Generic[P, T]):
    """A function that draws, and finds again what it has drawn."""

    def __init__(self, draw: Callable[P, T]) -> None:
        """Take a function of values that can be hashed; its pictures are not to be changed by who gets them."""
        update_wrapper(self, draw)
        self._draw = draw
        self.drawn = 0
        """how often it has really drawn"""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Draw, or give what was drawn before."""
        key = (self._draw, args, *kwargs.items()) if kwargs else (self._draw, args)
        found = PICTURES.get(key)
        if found is None:
            self.drawn += 1
            found = self._draw(*args, **kwargs)
            PICTURES.keep(key, found)
        return found  # type: ignore[return-value] # A key begins with the function that draws it.

    def at_hand(self, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Tell whether it need not be drawn now."""
        return (self._draw, args, *kwargs.items()) in PICTURES


cached_picture = CachedPicture
"""Keep the pictures that a function draws on the common budget, until the palette or the window changes."""
