"""A level as it unfolds: what it brings and when, what its goal and rules make of each moment, and the next moment.

Rules act through happenings that befall the world in the tick that begins at the moment at which they are due, after
what the level brings and what the player does; what cannot befall then is left out. So a play-through still comes of
its level, seed and commands alone.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final, Literal

from sandbox.engine.happen import check, happen
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.table import replaced
from sandbox.scenario.actions import Ask, Give, Lose, Win
from sandbox.scenario.plot import questions_of
from sandbox.scenario.schema import Do
from sandbox.scenario.validate_happenings import remaining
from sandbox.session.moment import Moment
from sandbox.session.schedule import Schedule, until
from sandbox.session.story.slots import Slots
from sandbox.session.story.told import NEVER, NONE, Decided, Firing, Settled, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World
    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.goals import Outcome
    from sandbox.scenario.schema import Happening, Level, Rule
    from sandbox.session.story.people import Seen
    from sandbox.session.story.tree import Node, Standing

FIRST: Final = 1
"""The tick from which conditions are looked at: before, nobody has felt anything."""
REST: Final = TICKS_PER_SECOND
"""Ticks after which a rule can be carried out again."""


class Script:
    """One level, ready to unfold."""

    def __init__(self, level: Level) -> None:
        """Make its trees; nothing has happened yet."""
        goal = level.goal
        self.level = level
        self.schedule = Schedule(level)
        self.has_plot = goal is not None or bool(level.rules)
        """whether there is anything to follow"""
        slots = Slots()
        endings = () if goal is None else (*goal.lose, *goal.stars)
        self._win = None if goal is None else _node(goal.win, level, slots)
        nodes = [_node(ending.when, level, slots) for ending in endings]
        lost = 0 if goal is None else len(goal.lose)
        self._lose, self._stars = nodes[:lost], nodes[lost:]
        self._rules = [None if rule.when is None else _node(rule.when, level, slots) for rule in level.rules]
        self._questions = [ask for _, ask in questions_of(level)]
        self._options = [[_node(option.when, level, slots) for option in ask.options] for ask in self._questions]
        self._slots = slots.taken

    def first(self, world: World) -> Moment:
        """Return the first moment."""
        moment = Moment.first(world)
        return replaced(moment, story=self.told(_seen(moment, ()), self.blank())) if self.has_plot else moment

    def next(self, moment: Moment, commands: Sequence[Happening]) -> Moment:
        """Play one tick on, with those of the player's commands that are due."""
        later = moment.next(self.due(moment.tick, moment.story, commands, lambda: moment.world))
        return replaced(later, story=self.told(_seen(later, commands), moment.story)) if self.has_plot else later

    def due(self, now: int, story: Story, commands: Sequence[Happening], world: Callable[[], World]) -> list[Event]:
        """List what happens in the tick that begins now; `world` is asked for only if a rule acts."""
        events = self.schedule.due(now, commands)
        wanted = [
            action
            for rule, firing in zip(self.level.rules, story.firings, strict=False)
            if firing.last == now
            for action in rule.then
            if isinstance(action, Do)
        ]
        return self._with(events, wanted, world()) if wanted else events

    def check(self, moment: Moment, commands: Sequence[Happening], wanted: Happening) -> None:
        """Raise Impossible if the player cannot do something at a moment, after all else that happens in its tick."""
        question = wanted.question
        if question is not None and not self.asked(question, moment.story):
            raise Impossible("impossible.unasked")
        events = self.due(moment.tick, moment.story, commands, lambda: moment.world)
        check(reduce(happen, events, moment.world), self.schedule.event(wanted))

    def _with(self, events: list[Event], wanted: Sequence[Do], world: World) -> list[Event]:
        """Return the events with those of rules that can be."""
        world = reduce(happen, events, world)
        for action in wanted:
            event = self.schedule.event(action)
            try:
                world = happen(world, event)
            except Impossible:
                continue
            events.append(event)
        return events

    def blank(self) -> Story:
        """Return what is known before the first moment."""
        bets = (Settled(),) * len(self._questions)
        return Story(slots=(NEVER,) * self._slots, firings=(Firing(),) * len(self._rules), bets=bets)

    def taken(self, moment: Moment) -> Moment:
        """Take a moment from a file: of a game that knew no stories, or of somebody's making, its story begins anew."""
        story, blank = moment.story, self.blank()
        stars = () if story.decided is None else story.decided.stars
        ways = {"loss": len(self._lose), "rule": len(self._rules)}
        alike = all(len(getattr(story, part)) == len(getattr(blank, part)) for part in ("slots", "firings", "bets"))
        known = alike and all(0 <= star < len(self._stars) for star in stars)
        known &= story.decided is None or story.decided.place < ways.get(story.decided.by, 1)
        return moment if known else replaced(moment, story=blank)

    def told(self, seen: Seen, story: Story) -> Story:
        """Take in a moment."""
        if not self.has_plot:
            return NONE
        after, felt = [NEVER] * self._slots, seen.tick >= FIRST
        bets = self._settled(story, after, seen)
        answers = zip(self._questions, bets, strict=True)
        seen = seen._replace(right={ask.ask: bet.right for ask, bet in answers})
        decided = story.decided or (self._decided(story.slots, after, seen) if felt else None)
        firings = tuple(
            _fired(rule, firing, seen.tick, met=node is not None and felt and node.step(story.slots, after, seen).met)
            for rule, node, firing in zip(self.level.rules, self._rules, story.firings, strict=True)
        )
        for place, (rule, firing) in enumerate(zip(self.level.rules, firings, strict=True)):
            ends = [action for action in rule.then if isinstance(action, Win | Lose)]
            if ends and firing.last == seen.tick and decided is None:
                won = isinstance(ends[0], Win)
                stars = self._earned(story.slots, after, seen) if won else ()
                outcome: Literal["won", "lost"] = "won" if won else "lost"
                decided = Decided(tick=seen.tick, outcome=outcome, by="rule", place=place, stars=stars)
        return Story(slots=tuple(after), firings=firings, bets=bets, decided=decided)

    def asked(self, question: str, story: Story) -> bool:
        """Return whether a question has been asked, and its answer is open."""
        found = (bet for ask, bet in zip(self._questions, story.bets, strict=True) if ask.ask == question)
        return question in self._asked(story) and all(bet.tick == NEVER for bet in found)

    def _asked(self, story: Story) -> set[str]:
        rules = zip(self.level.rules, story.firings, strict=True)
        fired = (action for rule, firing in rules if firing.last != NEVER for action in rule.then)
        return {action.ask for action in fired if isinstance(action, Ask)}

    def _settled(self, story: Story, after: list[int], seen: Seen) -> tuple[Settled, ...]:
        """Find which questions that were asked are decided at a moment: by the first of their conditions to be met."""
        bets, asked = list(story.bets), self._asked(story)
        for place, (ask, options) in enumerate(zip(self._questions, self._options, strict=True)):
            if ask.ask in asked and bets[place].tick == NEVER:
                met = [number for number, node in enumerate(options) if node.step(story.slots, after, seen).met]
                bets[place] = Settled(tick=seen.tick, right=tuple(met)) if met else bets[place]
        return tuple(bets)

    def _decided(self, before: Sequence[int], after: list[int], seen: Seen) -> Decided | None:
        """Return how the goal is decided at a moment: what loses comes first, then the clock."""
        goal, node = self.level.goal, self._win
        if goal is None or node is None:
            return None
        lost = [place for place, loss in enumerate(self._lose) if loss.step(before, after, seen).met]
        stars = self._earned(before, after, seen)
        begun = seen.tick >= goal.after * TICKS_PER_SECOND
        won = begun and node.step(before, after, seen).met
        if lost:
            return Decided(tick=seen.tick, outcome="lost", by="loss", place=lost[0])
        if goal.within is not None and seen.tick > goal.within * TICKS_PER_SECOND:
            return Decided(tick=seen.tick, outcome="lost", by="late")
        return Decided(tick=seen.tick, outcome="won", by="goal", stars=stars) if won else None

    def _earned(self, before: Sequence[int], after: list[int], seen: Seen) -> tuple[int, ...]:
        """Return which stars would be earned at a moment."""
        return tuple(place for place, star in enumerate(self._stars) if star.step(before, after, seen).met)

    def standing(self, moment: Moment, commands: Sequence[Happening]) -> Standing | None:
        """Return how the goal's own condition stands at a moment; None without a goal."""
        return None if self._win is None else self._looked_at(self._win, moment, commands)

    def losses(self, moment: Moment, commands: Sequence[Happening]) -> tuple[Standing, ...]:
        """Return how each loss stands likewise."""
        return tuple(self._looked_at(node, moment, commands) for node in self._lose)

    def stars(self, moment: Moment, commands: Sequence[Happening]) -> tuple[Standing, ...]:
        """Return how each star stands likewise."""
        return tuple(self._looked_at(node, moment, commands) for node in self._stars)

    def _looked_at(self, node: Node, moment: Moment, commands: Sequence[Happening]) -> Standing:
        return node.step(moment.story.slots, [NEVER] * self._slots, _seen(moment, commands), look=True)

    def outcome(self, moment: Moment) -> Outcome | None:
        """Return whether the game is open, won or lost at a moment; None if nothing is asked of the player."""
        if moment.story.decided is not None:
            return moment.story.decided.outcome
        return None if self.level.goal is None else "open"

    def remaining(self, tool: str, story: Story, commands: Sequence[Happening]) -> int | None:
        """Return how often a tool may still be used after some commands: None is without limit."""
        given = sum(
            firing.times * action.give.get(tool, 0)
            for rule, firing in zip(self.level.rules, story.firings, strict=False)
            for action in rule.then
            if isinstance(action, Give)
        )
        return remaining(self.level, tool, commands, given)


def _fired(rule: Rule, firing: Firing, now: int, *, met: bool) -> Firing:
    """Return how a rule has gone after a moment: one that waits for a condition acts when that comes to be met."""
    most = 1 if rule.once or rule.at is not None else rule.times
    rested = firing.last == NEVER or now - firing.last >= REST
    if rule.at is not None:
        due = now == round(rule.at * TICKS_PER_SECOND)
    elif rule.every is not None:
        due = now > 0 and now % round(rule.every * TICKS_PER_SECOND) == 0
    else:
        due = met and not firing.met and rested
    if due and (most is None or firing.times < most):
        return Firing(times=firing.times + 1, last=now, met=met)
    return firing if firing.met == met else Firing(times=firing.times, last=firing.last, met=met)


def _node(condition: AnyCondition, level: Level, slots: Slots) -> Node:
    """Return the tree of a condition; a level without any does without what reads conditions."""
    from sandbox.session.story.tree import Node

    return Node(condition, level, slots)


def _seen(moment: Moment, commands: Sequence[Happening]) -> Seen:
    """Return what conditions are read off at a moment: of the commands, those that have happened by then."""
    from sandbox.session.story.people import Seen

    world = moment.world
    return Seen(world.tick, world.people, world.ties, moment.before, until(commands, world.tick - 1))
