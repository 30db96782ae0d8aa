"""Which keyframes go when there is no more room for all: those without which whoever goes back loses least.

Theory: design. To lose a keyframe is to play its stretch anew with the one before it. That matters the more, the nearer
the moment is, so a stretch may be the longer, the farther away it lies: twice as far, twice as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.session.history.keyframe import Keyframe
    from sandbox.session.history.timeline import Timeline

MOST: Final = 128_000_000
"""Bytes of keyframes that are kept, of all lines together: each second of an hour of 12 people, or every fifth of five
minutes of 1,000. What was played longer is kept less densely."""

ELSEWHERE_MOST: Final = 16_000_000
"""Likewise of a play-through that is not on the screen, to which undo can lead back."""

ROOM: Final = 0.95
"""Share of MOST to which they are thinned out at a time."""

NEAR: Final = 60 * TICKS_PER_SECOND
"""What is much nearer than so many ticks counts as equally near."""

ELSEWHERE: Final = 600 * TICKS_PER_SECOND
"""Another line than the present one is so many ticks farther away."""


def size(lines: Iterable[Timeline]) -> int:
    """Return the bytes of all keyframes, each counted once."""
    return sum(keyframe.bytes for keyframe in {keyframe for line in lines for keyframe in line.kept})


def thin(lines: Iterable[Timeline], current: Timeline, now: int, most: int) -> int:
    """Let keyframes of all lines go until no more than `most` bytes are left, and return how many those are.

    The first and the last of each line stay, and where an earlier sitting left it.
    """
    lines = list(lines)
    taken = size(lines)
    while taken > most:
        losses = _losses(lines, current, now)
        gone: set[Keyframe] = set()
        for one in sorted(losses, key=lambda one: (losses[one][0], one.tick)):
            _, beside = losses[one]
            if taken > most and gone.isdisjoint(beside):
                gone.add(one)
                taken -= one.bytes
        if not gone:
            break
        for line in lines:
            line.kept = [keyframe for keyframe in line.kept if keyframe not in gone]
    return taken


def _losses(lines: list[Timeline], current: Timeline, now: int) -> dict[Keyframe, tuple[float, frozenset[Keyframe]]]:
    """Return for each keyframe what is lost with it, and those beside it, which must then stay."""
    losses: dict[Keyframe, tuple[float, frozenset[Keyframe]]] = {}
    stays = {one for line in lines for one in (line.kept[0], line.kept[-1])}
    stays |= {line.nearest(line.past.tick) for line in lines if line.past is not None}
    for line in lines:
        farther = NEAR if line is current else ELSEWHERE
        for before, one, later in zip(line.kept, line.kept[1:], line.kept[2:], strict=False):
            loss, beside = losses.get(one, (0.0, frozenset()))
            lost = (later.tick - before.tick) / (abs(now - one.tick) + farther)
            losses[one] = max(loss, lost), beside | {before, later}
    return {one: loss for one, loss in losses.items() if one not in stays}
