"""What happened and why: every noticeable change with the changes it came from.

Theory: property 2 of the model, accountability. A record names its parents and their weights, so that "why?" is a
walk up the records and never a second model. The log is append-only; worlds that share a past share its records.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

KINDS: Final = (
    "happened",
    "saw",
    "heard",
    "felt",
    "chose",
    "blamed",
    "credited",
    "befriended",
    "estranged",
    "dehumanized",
    "rehumanized",
    "told",
    "endorsed",
    "refused",
)
"""What a record can be about; `Record.detail` says more: the happening, the stream or the option."""

KIND: Final = {name: index for index, name in enumerate(KINDS)}
PARENTS: Final = 3
"""How many parents a record keeps, the weightiest first."""

ROW: Final = np.dtype(
    [
        ("tick", "i4"),
        ("kind", "i2"),
        ("detail", "i2"),
        ("who", "i4"),
        ("whom", "i4"),
        ("value", "f8"),
        ("parents", "i8", (PARENTS,)),
        ("weights", "f8", (PARENTS,)),
    ]
)


class Record(NamedTuple):
    """One change and its causes."""

    id: int
    tick: int
    kind: str
    detail: int
    who: int
    whom: int
    value: float
    parents: tuple[int, ...]
    weights: tuple[float, ...]


class _Block(NamedTuple):
    rows: NDArray[np.void]
    tables: NDArray[np.float64] | None


@dataclass(frozen=True, slots=True, eq=False)
class Causes:
    """The log of one world: shared blocks, of which this world has the first `used`."""

    _blocks: list[_Block]
    _starts: list[int]
    used: int
    count: int
    """number of records; the next one gets this id"""

    @classmethod
    def empty(cls) -> Causes:
        """Start a log."""
        return cls([], [], 0, 0)

    def add(
        self,
        *,
        tick: int,
        kind: str,
        who: ArrayLike,
        whom: ArrayLike = NOBODY,
        detail: ArrayLike = 0,
        value: ArrayLike = 0.0,
        parents: tuple[tuple[ArrayLike, ArrayLike], ...] = (),
        tables: NDArray[np.float64] | None = None,
    ) -> tuple[Causes, NDArray[np.int64]]:
        """Append K records at once.

        Args:
            tick: when.
            kind: one of KINDS.
            who: (K,) person that changed.
            whom: (K,) person that it concerns, or NOBODY.
            detail: (K,) index of the happening, stream or option.
            value: (K,) the number that belongs to it.
            parents: pairs of (K,) record ids (or NOBODY) and (K,) weights in [0, 1], at most PARENTS of them.
            tables: (K, A, T) what each option was imagined to bring, for choices.

        Returns:
            the longer log and the (K,) ids of the new records.
        """
        who = np.atleast_1d(np.asarray(who))
        rows = np.zeros(len(who), ROW)
        rows["tick"], rows["kind"], rows["detail"] = tick, KIND[kind], detail
        rows["who"], rows["whom"], rows["value"] = who, whom, value
        rows["parents"] = NOBODY
        for place, (ids, weights) in enumerate(parents):
            rows["parents"][:, place], rows["weights"][:, place] = ids, weights
        blocks, starts = (
            (self._blocks, self._starts)
            if len(self._blocks) == self.used
            else (self._blocks[: self.used], self._starts[: self.used])
        )
        blocks.append(_Block(rows, tables))
        starts.append(self.count)
        longer = Causes(blocks, starts, self.used + 1, self.count + len(rows))
        return longer, np.arange(self.count, longer.count)

    def __getitem__(self, identity: int) -> Record:
        """Look up one record by id; raise IndexError if there is none."""
        block, row = self._find(identity)
        return _record(identity, block.rows[row])

    def table(self, identity: int) -> NDArray[np.float64] | None:
        """Give the (A, T) table of imagined rewards behind a choice, or None."""
        block, row = self._find(identity)
        return None if block.tables is None else block.tables[row]

    def since(self, tick: int, skip: frozenset[str] = frozenset()) -> tuple[Record, ...]:
        """List the records from `tick` on, oldest first, without those of the kinds in `skip`."""
        found: list[Record] = []
        for place in range(self.used - 1, -1, -1):
            block = self._blocks[place]
            if block.rows["tick"][0] < tick:
                break
            if KINDS[block.rows["kind"][0]] in skip:
                continue
            start = self._starts[place]
            found[:0] = [_record(start + row, values) for row, values in enumerate(block.rows)]
        return tuple(found)

    def _find(self, identity: int) -> tuple[_Block, int]:
        if not 0 <= identity < self.count:
            msg = f"cause {identity} lies outside 0 to {self.count - 1}"
            raise IndexError(msg)
        place = bisect_right(self._starts, identity, hi=self.used) - 1
        return self._blocks[place], identity - self._starts[place]


def _record(identity: int, row: NDArray[np.void]) -> Record:
    known = [place for place in range(PARENTS) if row["parents"][place] != NOBODY]
    return Record(
        identity,
        int(row["tick"]),
        KINDS[row["kind"]],
        int(row["detail"]),
        int(row["who"]),
        int(row["whom"]),
        float(row["value"]),
        tuple(int(row["parents"][place]) for place in known),
        tuple(float(row["weights"][place]) for place in known),
    )
