"""All lines of one play-through: the one that is played, and those that were left for it.

Acting in the past begins a new line, and the old future stays as another. Lines have no parents: where two part can be
read off what was done on each. One that is no more than the beginning of another is no branch of its own.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias
from weakref import WeakSet

from sandbox.session.history.before_save import Past
from sandbox.session.history.branch import Branch, Place
from sandbox.session.history.digests import Digests
from sandbox.session.history.keyframe import Keyframe
from sandbox.session.history.packing import Packing
from sandbox.session.history.passed import Passed
from sandbox.session.history.timeline import Timeline
from sandbox.session.schedule import tick_of, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sandbox.scenario.schema import Happening
    from sandbox.session.moment import Moment

    Follow: TypeAlias = Callable[[Moment, Sequence[Happening]], Moment]
    """Plays one tick on from a moment, with those of the commands that are due: `Script.next`"""

MOST: Final = 24
"""Branches without a name that are kept beside the present one; of more, the oldest goes."""


class Branches:
    """The lines of one play-through, and the moments of them that are kept."""

    def __init__(self, start: Moment, *, metered: bool = False) -> None:
        """Begin with one line."""
        self._identities = count(1)
        self._metered = metered
        self.current = self._line(start)
        """the line that is played"""
        self._lines = [self.current]
        self._alive = WeakSet(self._lines)
        """those that are listed, and those that somebody holds a place of"""
        self._past: Past | None = None
        self._passed = Passed()
        self._passed.add(start)
        self._packing = Packing(self.current.kept[0].bytes)
        self._opening: tuple[Keyframe, Iterator[Moment | None]] | None = None
        """a keyframe that is being unpacked"""

    def next(self, moment: Moment, follow: Follow) -> Moment:
        """Go one tick on along the present line, and pack a piece of what is to be kept."""
        later = self.play(moment, follow)
        self.pack(later.tick)
        return later

    def play(self, moment: Moment, follow: Follow) -> Moment:
        """Go one tick on along the present line, by looking it up or by playing."""
        line = self.current
        later = self._passed.at(moment.tick + 1)
        if later is None and line.past is not None and line.past.tick == moment.tick + 1:
            later = self.nearest(moment.tick + 1)
        if later is None:
            later = follow(moment, line.commands)
            self._passed.add(later)
        self._packing.add(line.reach(later))
        return later

    @property
    def behind(self) -> bool:
        """Whether keyframes wait to be packed: whoever plays without packing does so for a while."""
        return self._packing.behind

    def pack(self, now: int) -> None:
        """Pack a piece of what is to be kept, and thin out what was if it takes too much, seen from a tick."""
        self._packing.pack(self._alive, self.current, now)

    def nearest(self, to: int) -> Moment:
        """Return the latest moment of the present line that is known and not after tick `to`."""
        while isinstance(known := self.known(to), Keyframe):
            self.unpack(known)
        return known

    def known(self, to: int) -> Moment | Keyframe:
        """Return the latest moment of the present line that is known and not after tick `to`, or its keyframe."""
        keyframe = self.current.nearest(to)
        passed = self._passed.nearest(max(to, keyframe.tick))
        if passed is None or passed.tick < keyframe.tick:
            return keyframe
        self._opening = None
        return passed

    def unpack(self, keyframe: Keyframe) -> Moment | None:
        """Unpack a portion of a keyframe, or first of one that was begun: whoever drags wants another each time."""
        if self._opening is None or self.current.nearest(self._opening[0].tick) is not self._opening[0]:
            self._opening = keyframe, keyframe.unpacked()
        moment = next(self._opening[1])
        if moment is not None:
            self._opening = None
            self._passed.add(moment)
        return moment

    def act(self, tick: int, command: Happening) -> None:
        """Let something be done at a tick: a line that ends there grows, any other stays as it is beside a new one."""
        line = self.current
        if tick == line.latest:
            line.commands = (*until(line.commands, tick), command)
            self._passed.forget_after(tick)  # Another line with the same beginning may have gone on from here.
        else:
            self._begin(line.until(next(self._identities), tick, (*until(line.commands, tick), command)))

    def restart(self, start: Moment) -> None:
        """Begin a line at tick 0, unless nothing was played of this one."""
        line = self.current
        if line.latest > 0 or line.commands or line.off != start.world.off:
            self._begin(self._line(start))
            self._packing.taken += self.current.kept[0].bytes

    def resume(
        self, moment: Moment, commands: Sequence[Happening], latest: int, digests: Mapping[int, str], *, lost: bool
    ) -> None:
        """Go on from a moment that an earlier sitting reached on the present line, of which nothing was played yet."""
        line = self.current
        line.commands = tuple(commands)
        line.digests = Digests(digests.items())
        line.past = self._past = Past(moment, line.kept[0].moment(), line.commands, digests, lost=lost)
        self._packing.add(line.reach(moment) or line.keep(moment))
        line.latest = max([latest, moment.tick, *map(tick_of, commands[-1:])])
        self._passed.add(moment)
        self._heed_loss()

    def fill(self, follow: Follow) -> bool:
        """Play one tick of the past that lies before a resumed moment; return whether there is more of it."""
        past = self._past
        if past is None or not past.open:
            return False
        past.fill(follow(past.filled, past.commands))
        for line in self._alive:
            if line.past is past and past.filled.tick < past.tick:
                self._packing.add(line.reach(past.filled))
        self.pack(past.filled.tick)
        self._heed_loss()
        return past.open

    def place(self, tick: int) -> Place:
        """Return a place on the present line."""
        return Place(self.current, len(self.current.commands), tick)

    def place_on(self, identity: int, tick: int) -> Place:
        """Return a place on any line; raise KeyError if there is no such line."""
        line = self.find(identity)
        return Place(line, len(line.commands), tick)

    def before_last(self, tick: int) -> Place | None:
        """Return where the last command up to a tick was given, without it and all that came after, or None."""
        given = until(self.current.commands, tick)
        at = tick_of(given[-1]) if given else -1
        return Place(self.current, len(given) - 1, at) if at >= self.current.earliest else None

    def take(self, place: Place) -> None:
        """Let the line of a place be the present one, without what was done on it since."""
        line, deeds = place.line, place.deeds
        if len(line.commands) > deeds:
            done = line.commands[:deeds]
            same = (known for known in self._lines if (known.off, known.commands) == (line.off, done))
            parts = tick_of(line.commands[deeds])
            whole, line = line, next(same, None) or line.until(next(self._identities), parts, done)
            if whole.latest == parts:
                _hand_on_name(whole, line)
        elif self.current.latest <= min(line.latest, self.current.agrees(line)):
            _hand_on_name(self.current, line)
        self._begin(line)

    def listed(self) -> tuple[Branch, ...]:
        """List the branches, the present one first; but for that, none that is the beginning of another."""
        found: list[Branch] = []
        lines = self._known()
        for place, line in enumerate(lines):
            shared = [min(line.agrees(other), line.latest, other.latest) for other in lines[:place]]
            fork = max(shared, default=-1)
            parent = lines[shared.index(fork)].identity if fork >= 0 else None
            found.append(Branch(line.identity, line.name, line.off, line.commands, parent, max(0, fork), line.latest))
        return tuple(found)

    def add(
        self,
        off: frozenset[str],
        start: Callable[[frozenset[str]], Moment],
        commands: Sequence[Happening],
        latest: int,
        name: str,
    ) -> int:
        """List a line of which only what was done on it is known, and return its number.

        It begins like one that is there, or else with the moment that `start` makes with those drives off.
        """
        like = next((known for known in self._lines if known.off == off and known.kept[0].tick == 0), None)
        if like is None:
            line = self._line(start(off))
            self._packing.taken += line.kept[0].bytes
        else:
            line = like.until(next(self._identities), 0, ())
        line.commands, line.latest, line.name = tuple(commands), latest, name
        self._lines.append(line)
        self._alive.add(line)
        return line.identity

    def find(self, identity: int) -> Timeline:
        """Return a line; raise KeyError if there is none."""
        for line in self._lines:
            if line.identity == identity:
                return line
        raise KeyError(identity)

    def delete(self, identity: int) -> Place:
        """Let a line go that is not the present one, and return a place by which it can be brought back.

        Raises:
            KeyError: if there is none.
            ValueError: if it is the present one.
        """
        line = self.find(identity)
        if line is self.current:
            raise ValueError(identity)
        self._lines.remove(line)
        return Place(line, len(line.commands), line.latest)

    def bring_back(self, place: Place) -> None:
        """List a line again that was deleted."""
        if place.line not in self._lines:
            self._lines.append(place.line)

    def lighten(self) -> None:
        """Hold only the keyframes that are missed most, and none of the moments that were passed."""
        self._passed.forget_after(-1)
        self._packing.lighten(self._alive, self.current)

    def _line(self, start: Moment) -> Timeline:
        return Timeline(next(self._identities), start, metered=self._metered)

    def _begin(self, line: Timeline) -> None:
        """Let another line be the present one."""
        self._passed.forget_after(self.current.agrees(line))
        self.current = line
        self._alive.add(line)
        if line not in self._lines:
            self._lines.append(line)
        known = self._known()
        unnamed = sorted((other for other in known[1:] if not other.name), key=lambda other: other.identity)
        gone = unnamed[: max(0, len(unnamed) - MOST)]
        self._lines = [other for other in self._lines if other in known and other not in gone]

    def _known(self) -> list[Timeline]:
        """Return the present line, and all others of which something is played or named that is on none before."""
        others = (line for line in self._lines if line is not self.current)
        known = [self.current]
        for line in sorted(others, key=lambda line: (-line.latest, -len(line.commands), line.identity)):
            if line.name or all(line.agrees(other) < line.latest or other.latest < line.latest for other in known):
                known.append(line)
        return [self.current, *sorted(known[1:], key=lambda line: line.identity)]

    def _heed_loss(self) -> None:
        """Forget what lies before a resumed moment if it does not lead there."""
        for line in self._alive:
            if line.earliest:
                line.forget_before(line.earliest)
                self._passed.forget_after(-1)  # A line without that moment may be the one that is played.


def _hand_on_name(line: Timeline, to: Timeline) -> None:
    """Let a line that is no more than another one be called by that one's name no longer, if that has none itself."""
    if line is not to and not to.name:
        line.name, to.name = "", line.name
