"""What lies before a moment that an earlier sitting reached: unknown at first, and played again bit by bit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.scenario.schema import Happening
    from sandbox.session.moment import Moment


class Past:
    """The past of a moment, up to which all lines that go on from it are the same."""

    def __init__(
        self,
        resumed: Moment,
        start: Moment,
        commands: tuple[Happening, ...],
        digests: Mapping[int, str],
        *,
        lost: bool,
    ) -> None:
        """Begin with nothing but the start known, or with no past at all."""
        self.tick = resumed.tick
        """of the moment before which it lies"""
        self.lost = lost
        """whether it cannot be reached, because this version of the game plays it differently"""
        self.filled = start
        """the moment up to which it was played again"""
        self.commands = commands
        """what was done in it"""
        self._digests = {**digests, self.tick: resumed.world.digest()}

    @property
    def open(self) -> bool:
        """Whether there is more of it to be played again."""
        return not self.lost and self.filled.tick < self.tick

    def fill(self, moment: Moment) -> None:
        """Take in the next moment; the past is lost if it does not go the way that the earlier sitting went."""
        self.filled = moment
        known = self._digests.get(moment.tick)
        self.lost = known is not None and moment.world.digest() != known
