"""What the card of the end says besides what happened: how it ended, stars, bets, and the best so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.conditions.sentences import names_of, sentence
from sandbox.scenario.difficulty import difficulty_of
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import all_of
from sandbox.session.story.best import Best, kept_as
from sandbox.ui.course.ended import headline
from sandbox.ui.kit.text import BOLD, PLAIN, SOFT, Hand
from sandbox.ui.kit.time_axis import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.story.shown import Bet
    from sandbox.ui.context import PlayContext
    from sandbox.ui.course.ended import Ended
    from sandbox.ui.course.odds import Odds


MOST_LACKED: Final = 2
"""Of what was still missing, so much is told."""


class Part(NamedTuple):
    """A paragraph, with a sign before it."""

    words: str
    hand: Hand = PLAIN
    sign: str = ""


def parts_of(context: PlayContext, ended: Ended) -> Iterator[Part]:
    """Write what ended it, the stars, the bets, and the best so far."""
    level, decided = context.frame.level, ended.decided
    yield Part(headline(level, decided), BOLD)
    for lacked in ended.lacked[:MOST_LACKED]:
        yield Part(text_of("ui.ending.lacked", what=lacked), SOFT)
    names, stars = names_of(level), () if level.goal is None else level.goal.stars
    for place, star in enumerate(stars):
        earned = place in decided.stars
        words = star.text or sentence(star.when, names, plain=True)
        yield Part(words, PLAIN if earned else SOFT, "star" if earned else "no_star")
    for bet in ended.bets:
        if bet.answer is not None:
            yield Part(outcome(bet), sign="question")
    best = context.shell.best.get(kept_as(level.id, difficulty_of(level)))
    if best is not None and best != Best(stars=len(decided.stars), ticks=decided.tick):
        yield Part(text_of("ui.ending.best", time=clock(best.ticks), count=best.stars), SOFT)


def counted_meanwhile(context: PlayContext) -> tuple[Part, ...]:
    """Write how the bet came out in other worlds, as far as they are played by now: later than all else of the card."""
    odds = context.state.odds
    return () if odds is None or not odds.worlds else (Part(_counted(odds), SOFT),)


def outcome(bet: Bet) -> str:
    """Say what was bet, and how that came out."""
    options, right = bet.ask.options, bet.settled.right
    key = "right" if bet.answer in right else "open" if bet.open else "wrong"
    answer = "" if bet.answer is None else options[bet.answer].text
    came = all_of([options[number].text for number in right]) if right else ""
    return text_of(f"ui.ending.bet.{key}", question=bet.ask.text, answer=answer, right=came)


def _counted(odds: Odds) -> str:
    """Say in how many worlds which answer was right."""
    counts = [
        text_of("ui.ending.odds.answer", answer=option.text, worlds=number)
        for option, number in zip(odds.bet.ask.options, odds.counts, strict=True)
    ]
    counts += [text_of("ui.ending.odds.none", worlds=odds.none)] if odds.none else []
    return text_of("ui.ending.odds", count=odds.worlds, counts=", ".join(counts))


def told_of(ended: Ended, number: int) -> str:
    """Tell what happened, and whether it was the player's doing."""
    told = ended.beats[number].sentence
    return text_of("ui.ending.yours", what=told) if number in ended.yours else told
