"""Entries: how a change of a column of ties becomes a record; the journal says which changes do.

Theory: property 2 of the model, accountability. A verdict is written down with what it rests on (`accounts`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from sandbox.engine import accounts, notable, reasons
from sandbox.engine.arousal import caring
from sandbox.engine.curves import positive
from sandbox.engine.frozen import frozen
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced, with_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.causes import Parents
    from sandbox.engine.notable import Found
    from sandbox.engine.realm import AnyRealm, Realm

Read = Callable[["Realm", "Ints"], "ArrayLike"]
"""(after a step, (K,) rows of ties) → a number for each."""
Behind = Callable[["Realm", "Ints"], "Parents"]
"""(after a step, (K,) rows of ties) → the parents of a record for each."""


class Step(Protocol):
    """One step of a tick."""

    def __call__(self, world: AnyRealm, /) -> AnyRealm:
        """Return the world after it."""


class Writer(Protocol):
    """What finds out what is worth a record."""

    def __call__(self, before: AnyRealm, after: AnyRealm, /) -> AnyRealm:
        """Return the world after a step, with what it finds by the world before written down."""


def of(name: str) -> Read:
    """Read a column."""
    return lambda world, rows: getattr(world.ties, name)[rows]


def always(number: int) -> Read:
    """Read the same number everywhere."""
    return lambda _world, _rows: number


def sufferer(world: Realm, rows: Ints) -> Ints:
    """Read with whose trouble the target has to do."""
    who: Ints = world.people.involved[world.ties.target[rows]]
    return who


def option(world: Realm, rows: Ints) -> Ints:
    """Read what the target is at."""
    index: Ints = world.people.option[world.ties.target[rows]]
    return index


def verdict(world: Realm, rows: Ints) -> Floats:
    """Read credit less blame."""
    whole: Floats = world.ties.credit[rows] - world.ties.blame[rows]
    return whole


BELIEVED, BLAME, CREDIT, REGARD = map(of, ("believed", "blame", "credit", "regard"))
AFFINITY, PERSONHOOD = map(of, ("affinity", "personhood"))
NOTHING: Final = always(0)
ABOUT_NOBODY: Final = always(NOBODY)
A_THING: Final = reasons.story("personhood", "why_personhood")
AN_ENEMY: Final = reasons.story("affinity", "why_affinity")


@frozen
class Rule:
    """A kind of record about a column of ties that has stepped, with its parents."""

    kind: str
    """one of causes.KINDS"""
    value: Read
    why: str
    """the column that leads to the record"""
    detail: Read = NOTHING
    marks: Mapping[str, Read] | None = None
    """other columns of the journal that remember it"""

    def write(self, after: AnyRealm, rows: Ints, behind: Behind) -> AnyRealm:
        """Write one record for each of (K,) ties, with the parents that `behind` finds."""
        if not len(rows):
            return after
        after, ids = after.recorded(
            kind=self.kind,
            who=after.ties.observer[rows],
            whom=after.ties.target[rows],
            detail=self.detail(after, rows),
            value=self.value(after, rows),
            parents=behind(after, rows),
        )
        marks = {name: read(after, rows) for name, read in (self.marks or {}).items()}
        return replaced(after, ties=with_rows(after.ties, rows, **{self.why: ids}, **marks))


@frozen
class Moved:
    """Writes down where a column has been moved past some line."""

    found: Found
    rule: Rule
    behind: Behind

    def __call__(self, before: AnyRealm, after: AnyRealm) -> AnyRealm:
        """See Writer."""
        if after.ties is before.ties:
            return after
        return self.rule.write(after, self.found(before, after), self.behind)


@frozen
class Heard:
    """Writes down where words have moved a verdict past some line: an ill one first, then one that is not."""

    found: Found
    kind: str
    detail: Read
    behind: Behind

    def __call__(self, before: AnyRealm, after: AnyRealm) -> AnyRealm:
        """See Writer."""
        if after.ties is before.ties:
            return after
        for why, ill in (("why_blame", True), ("why_credit", False)):
            rows = self.found(before, after)
            if not len(rows):
                return after
            ours = rows[(notable.verdicts(after, rows) > 0.0) == ill]
            after = Rule(self.kind, verdict, why, self.detail).write(after, ours, self.behind)
        return after


@frozen
class Judged:
    """Writes down where a verdict on how somebody met a trouble has moved past some line, and what that rests on."""

    found: Found
    rule: Rule
    ill: bool
    """whether those who care for the sufferer would hold it against the judged"""

    def __call__(self, before: AnyRealm, after: AnyRealm) -> AnyRealm:
        """See Writer."""
        if after.ties is before.ties:
            return after
        rows = self.found(before, after)
        if not len(rows):
            return after
        watcher, judged = after.ties.observer[rows], after.ties.target[rows]
        suffering, cause, hostile = _suffering(after, watcher, judged)
        held = accounts.account(after, judged, suffering, after.tie_law(rows), ill=hostile != self.ill)
        after, ids = accounts.written(after, judged, held)
        return self.rule.write(after, rows, lambda _, __: accounts.behind(held, ids, cause))


def _suffering(world: Realm, watcher: Ints, judged: Ints) -> tuple[Floats, Ints, Bools]:
    """Return (K,) how badly those with whose trouble the judged have to do seem to fare, why, and who wishes them ill.

    The first is from 0 to 1, the second ids of causes or NOBODY.
    """
    people, ties, sufferer = world.people, world.ties, world.people.involved[judged]
    row, own = world.links.rows(watcher, sufferer), sufferer == watcher
    felt = people.felt[sufferer] * own + ties.believed[row] * ~own
    cause = ties.why_believed[row] * ~own + reasons.why_pained(people, watcher) * own
    return positive(-felt), cause, (caring(world, row) < 0.0) & ~own
