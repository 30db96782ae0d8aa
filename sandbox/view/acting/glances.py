"""Eyes first: looks back from under the lids, the blink of who understands, pupils of love and fright, slow drops.

Theory: T8, T13, T15. Nothing here is a look in the world, and nothing tells of it as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

PEEK_SECONDS: Final = 0.3
PEEK_EVERY: Final = (2.0, 4.0)
"""Seconds from one look back to the next, of the quickest and of the slowest."""
GOLDEN: Final = 0.618
"""Spreads what differs from person to person."""
LIDS, FACE, BODY = 0.08, 0.16, 0.28
"""Seconds after the pupils at which lids, face and body follow: recognition goes down the body."""
BLINK: Final = (LIDS, LIDS + 0.12)
"""Between these seconds whoever has understood blinks, once."""
FRIGHT: Final = 0.005
"""Fear per second that makes pupils small."""
LOVE: Final = 0.005
"""Love per second that makes pupils large."""
GATHERS: Final = 0.4
"""Seconds for which a tear gathers on the lid."""
STEP: Final = 0.6
"""Seconds for which it is seen at each place on its way down."""
DROP_EVERY: Final = 5.0
"""Seconds from one drop to the next."""
_TURNING: Final = those(lambda option: option.averts or option.answers_need)
_FEAR, _LOVE = STREAMS.index("fear"), STREAMS.index("love")
_UNDERSTOOD: Final = frozenset({"blamed", "credited", "forgave", "found_out", "rehumanized", "dehumanized"})
"""Records of the moment in which somebody sees another differently."""


def peeks(frame: Frame, viewpoint: Viewpoint, who: Ints) -> Bools:
    """Return (K,) which of those who avert their eyes look back just now; the first look comes after a whole pause."""
    since = since_chosen(frame, viewpoint)[who]
    least, most = PEEK_EVERY
    every = least + (most - least) * (who * GOLDEN % 1)
    back: Bools = (since >= every) & (since % every < PEEK_SECONDS)
    return back


def since_chosen(frame: Frame, viewpoint: Viewpoint) -> Floats:
    """Return (N,) seconds since everybody began with what they are at."""
    since: Floats = (frame.tick - 1 + viewpoint.alpha - frame.people.option_tick) / TICKS_PER_SECOND
    return since


def understands(frame: Frame, viewpoint: Viewpoint) -> Ints:
    """Return (K,) who blinks because they have just understood: they turn away or to help, or judge anew."""
    turned = _turners(frame)
    turned = turned[blinking(since_chosen(frame, viewpoint)[turned])] if len(turned) else turned
    judged = []
    for record in reversed(frame.recent):
        if frame.age_of(record.tick, viewpoint.alpha) >= BLINK[1]:
            break
        if record.kind in _UNDERSTOOD and frame.age_of(record.tick, viewpoint.alpha) >= BLINK[0]:
            judged.append(record.who)
    return np.concatenate([turned, np.array(judged, np.int64)]) if judged else turned


_latest: list[tuple[Frame, Ints]] = []


def _turners(frame: Frame) -> Ints:
    """Return (K,) who has turned away or to help so lately that they may blink for it; worked out once for a frame."""
    if not _latest or _latest[0][0] is not frame:
        fresh = frame.people.option_tick >= frame.tick - 1 - BLINK[1] * TICKS_PER_SECOND
        _latest[:] = [(frame, np.flatnonzero(fresh & _TURNING[frame.people.option]))]
    return _latest[0][1]


def blinking(since: Floats) -> Bools:
    """Return (K,) whether the lids are shut of those who understood so many seconds ago."""
    shut: Bools = (since >= BLINK[0]) & (since < BLINK[1])
    return shut


def pupils(people: People) -> Ints:
    """Return (N,) sizes of pupils: 1 for love, 2 for fright, else 0."""
    loves = (people.reward[:, _LOVE] > LOVE) & (people.gaze != NOBODY)
    return np.where(people.reward[:, _FEAR] < -FRIGHT, 2, loves.astype(np.int64))


def drops(viewpoint: Viewpoint, who: Ints, steps: int, usual: int) -> Ints:
    """Return how far the drops of (K,) people have come who weep, 0 to `steps`; as `usual` with less motion."""
    if viewpoint.reduce_motion:
        return np.full(len(who), usual)
    phase = (viewpoint.seconds + who * (GOLDEN * DROP_EVERY)) % DROP_EVERY
    step = np.where(phase < GATHERS, 1, 2 + (phase - GATHERS) // STEP).astype(np.int64)
    return np.where(step <= steps, step, 0)
