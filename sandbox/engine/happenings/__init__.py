"""Everything that can befall people from outside: one file each, listed here.

To add one, write its file, with all that other layers know of it, and one line at the end of the list below; players
then find it behind the button for more tools, and levels can use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import (
    answer,
    apologise,
    badge,
    contradict,
    cue,
    drops,
    enter,
    gift,
    go,
    heal,
    hurt,
    insult,
    leave,
    move,
    news,
    order,
    praise,
    propose,
    rumour,
    says,
    stay,
    supply,
    switch,
    thank,
    triumph,
)

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Kind

HAPPENINGS: Final[tuple[Kind, ...]] = (
    hurt.KIND,
    heal.KIND,
    praise.KIND,
    insult.KIND,
    gift.KIND,
    news.KIND,
    triumph.KIND,
    drops.KIND,
    order.KIND,
    propose.KIND,
    cue.KIND,
    badge.KIND,
    move.KIND,
    switch.KIND,
    thank.KIND,
    go.KIND,
    stay.KIND,
    enter.KIND,
    leave.KIND,
    apologise.KIND,
    rumour.KIND,
    says.KIND,
    contradict.KIND,
    answer.KIND,
    supply.KIND,
)
"""All kinds; a record of a happening names its kind by the index into this, so new ones go to the end."""

INDEX: Final = {kind.name: index for index, kind in enumerate(HAPPENINGS)}
"""Kind name → index into HAPPENINGS."""

NAMED: Final = {kind.name: kind for kind in HAPPENINGS}
"""Kind name → kind."""
