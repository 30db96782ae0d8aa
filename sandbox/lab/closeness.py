"""How near a goal is to being won, so that a miss can be told from a near miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.scenario.conditions.schema import All, Some, Then, Time

if TYPE_CHECKING:
    from sandbox.session.story.tree import Standing


def closeness(standing: Standing) -> float:
    """Return from 0 to 1 how near a condition is to being met; 1 if it is.

    Numbers count by how far they are from their bounds, times by how much of them has passed; of several conditions the
    mean counts, or the nearest if one is enough.
    """
    if standing.met:
        return 1.0
    condition, parts = standing.condition, [closeness(part) for part in standing.parts]
    if standing.held:
        return (1.0 + standing.seconds / condition.lasting) / 2
    if isinstance(condition, All | Then):
        near = float(np.mean(parts)) if parts else 0.0  # Those of a later stage are not at work yet.
    elif isinstance(condition, Some):
        near = max(parts, default=0.0)
    else:
        near = _by_number(standing)
    return near / 2 if condition.lasting else near


def _by_number(standing: Standing) -> float:
    """Return how near the number of a condition is to its bounds; 0 if it has none."""
    least = getattr(standing.condition, "least", None)
    most = getattr(standing.condition, "most", getattr(standing.condition, "within", None))
    if np.isnan(standing.value):
        return 0.0
    if isinstance(standing.condition, Time):
        return standing.value / standing.condition.time
    gap = max(0.0, (least or 0.0) - standing.value if least is not None else standing.value - (most or 0.0))
    return 1.0 / (1.0 + gap)
