"""One stream of random numbers for each purpose and tick, so that a new mechanism never shifts another's draws.

Theory: design. The generator is Philox 4x64-10 (Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11). Each
of its blocks of four numbers follows from a key and a counter alone, so the numbers of many worlds come in one go.
"""

from __future__ import annotations

from _thread import get_ident  # `threading` has the same one, and takes as long to load as ten of our modules.
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sandbox.engine.arrays import Floats

    Words = NDArray[np.uint64]

LANES: Final = 4
"""Numbers of a block."""
ROUNDS: Final = 10
MULTIPLIERS: Final = (0xD2E7470EE14C6C93, 0xCA5A826395121157)
BUMPS: Final = (0x9E3779B97F4A7C15, 0xBB67AE8584CAA73B)
"""What is added to the two halves of the key before each round but the first."""
WORD: Final = 2**64
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(2**32 - 1)
_UNUSED_BITS: Final = np.uint64(11)
"""A double holds 53 of 64 bits."""
_UNIT: Final = 2.0**-53
_NONE: Final = (0,) * LANES


_GENERATORS: Final[dict[int, np.random.Generator]] = {}
"""One for each thread, by its number: to make one takes three times as long as to set one to another stream."""


def stream(seed: int, tick: int, purpose: str, count: int) -> Floats:
    """Draw (count,) numbers in [0, 1) of one purpose in one tick; the same arguments always give the same numbers.

    It is the stream of `np.random.Philox(key=[seed, crc32(purpose)], counter=[0, 0, tick, 0])`.
    """
    generator = _GENERATORS.get(get_ident())
    if generator is None:
        generator = _GENERATORS[get_ident()] = np.random.Generator(np.random.Philox(0))
    generator.bit_generator.state = {
        "bit_generator": "Philox",
        "state": {"key": (seed, crc32(purpose.encode())), "counter": (0, 0, tick, 0)},
        "buffer": _NONE,
        "buffer_pos": LANES,
        "has_uint32": 0,
        "uinteger": 0,
    }
    return generator.random(count)


def streams(seeds: Words, ticks: Words, purpose: str, count: int) -> Floats:
    """Draw what `stream(seed, tick, purpose, count)` gives for each seed and tick.

    Args:
        seeds: (S,).
        ticks: (T,).
        purpose: any.
        count: of numbers for each.

    Returns:
        (T, S, count) numbers in [0, 1).
    """
    blocks = -(-count // LANES)
    tick, seed, block = np.broadcast_arrays(
        ticks[:, None, None], seeds[None, :, None], np.arange(1, blocks + 1, dtype=np.uint64)
    )
    nothing = np.zeros(tick.shape, np.uint64)
    words = np.stack(_philox([block, nothing, tick, nothing], seed, crc32(purpose.encode())), axis=-1)
    unit = (words >> _UNUSED_BITS).astype(np.float64) * _UNIT
    return unit.reshape(len(ticks), len(seeds), blocks * LANES)[..., :count]


def _philox(counter: list[Words], key: Words, other_key: int) -> list[Words]:
    """Return the four words of each block, by its counter and the two halves of its key."""
    first, second, third, fourth = counter
    for number in range(ROUNDS):
        here, there = key + np.uint64(number * BUMPS[0] % WORD), np.uint64((other_key + number * BUMPS[1]) % WORD)
        (high, low), (other_high, other_low) = _product(first, MULTIPLIERS[0]), _product(third, MULTIPLIERS[1])
        first, second, third, fourth = other_high ^ second ^ here, other_low, high ^ fourth ^ there, low
    return [first, second, third, fourth]


def _product(words: Words, factor: int) -> tuple[Words, Words]:
    """Multiply words of 64 bits; return the upper and the lower 64 bits of each product."""
    factor_high, factor_low = np.uint64(factor >> 32), np.uint64(factor % 2**32)
    high, low = words >> _HALF, words & _LOW
    crossed = low * factor_high
    middle = high * factor_low + (low * factor_low >> _HALF)
    carry = (crossed & _LOW) + (middle & _LOW) >> _HALF
    upper = high * factor_high + (middle >> _HALF) + (crossed >> _HALF) + carry
    return upper, words * np.uint64(factor)
