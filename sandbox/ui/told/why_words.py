"""The words of a why: what was asked, what each card says in a dozen words, and what its "how much?" tells besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of, texts
from sandbox.session.seen.meters import title as meter_title
from sandbox.ui.kit.text import PLAIN, SMALL_BOLD, SOFT, Hand
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.panels.frame import signed

if TYPE_CHECKING:
    from sandbox.session.why.cards import Card, Subject
    from sandbox.ui.context import PlayContext

MOST_WORDS: Final = 12
"""A card is a picture with a line under it: more words than that stand behind its "how much?"."""
_AVERTING: Final = frozenset(f"chose.{option.name}" for option in OPTIONS if option.averts)
SCALES: Final = {
    **dict.fromkeys(("saw", "heard", "ashamed", "proud"), "feeling"),
    **dict.fromkeys(("blamed", "despised"), "blame"),
    **dict.fromkeys(("credited", "admired"), "credit"),
    **dict.fromkeys(("befriended", "estranged"), "liking"),
    "felt": "pull",
}
"""On which scale the number of a card is to be read, by the kind of its record."""


def sentence(card: Card) -> str:
    """Write what a card says, what a verdict rests on, and what else began it."""
    return " ".join([*_said(card), *_besides(card)])


def words(card: Card) -> str:
    """Write what stands on a card: of all that it says, and of what else began it, as much as MOST_WORDS words hold."""
    clauses = [*_clauses(card), *_besides(card)]
    return " ".join(clauses[: _fitting(clauses)])


def behind(card: Card) -> list[tuple[str, Hand]]:
    """Write what stands behind a card's "how much?": what it had no room for, its number, what pulled, and the odds."""
    clauses = [*_clauses(card), *_besides(card)]
    told: list[tuple[str, Hand]] = [(clause, PLAIN) for clause in clauses[_fitting(clauses) :]]
    scale = SCALES.get(card.key.partition(".")[0], "")
    if scale and card.value:
        told.append((text_of(f"ui.why.scale.{scale}", value=signed(card.value)), SOFT))
    if card.options and not card.gain:
        told.append((_by_chance(card, "whim"), SMALL_BOLD))
    elif card.options:
        pull = text_of(f"why.gain.{card.gain}", **card.slots)
        told.append((f"{pull} {_by_chance(card, 'torn')}" if card.torn else pull, SMALL_BOLD))
    return told


def _fitting(clauses: list[str]) -> int:
    """Return how many clauses have room on a card, the first always."""
    counts = [len(clause.split()) for clause in clauses]
    return max(count for count in range(1, len(clauses) + 1) if count == 1 or sum(counts[:count]) <= MOST_WORDS)


def _said(card: Card) -> list[str]:
    """Write what a card says, and apart from it what a verdict rests on."""
    key = f"why.{card.key.replace('happened', 'you') if card.own else card.key}"
    toned = f"{key}.{'bad' if card.value < 0 else 'well'}"
    said = [text_of(toned if toned in texts() else key, **card.slots)]
    return said if card.account is None else [*said, text_of(f"why.{card.account.key}", **card.account.slots)]


def _besides(card: Card) -> list[str]:
    """Write what else began what a last card tells, and of what happened, too, whether before or after that."""
    return [text_of(_link(card, one), told=_said(one)[0], **one.slots) for one in card.also]


def _link(card: Card, other: Card) -> str:
    """Return how to lead from a last card to another: by time, if both happened; of whoever is ill, too, just that."""
    if other.key == card.key == "ill":
        return "ui.why.also.ill"
    if NOBODY in {card.cause, other.cause} or card.tick == other.tick:
        return "ui.why.also"
    return f"ui.why.also.{'before' if other.tick < card.tick else 'later'}"


def _clauses(card: Card) -> list[str]:
    """Write all that a card says, what matters most first: what was so, and what there was to gain by it."""
    said = _said(card)
    if not card.options:
        return said
    if not card.gain:
        return [*said, text_of("why.whim.short")]
    point = f"why.point.{card.key.rpartition('.')[2]}"
    of_pull = next((key for key in (f"{point}.{card.gain}", point) if key in texts()), None)
    return said if of_pull is None else [*said, text_of(of_pull, **card.slots)]


def _by_chance(card: Card, how: str) -> str:
    """Say how likely it was that chance would decide so."""
    times = round(100 * next(option.chance for option in card.options if option.chosen))
    return text_of(f"why.{how}" if times else f"why.{how}.rare", times=times, **card.slots)


def tip(card: Card) -> str:
    """Say what is meant by the option that was chosen, and when it was; or what a press asks."""
    if card.asks is not None:
        return text_of("ui.why.ask")
    goes = text_of("ui.why.card", time=clock(card.tick))
    chosen = next((option.name for option in card.options if option.chosen), None)
    return goes if chosen is None else f"{text_of(f'option.{chosen}.line')} {goes}"


def question(context: PlayContext, subject: Subject | None, cards: tuple[Card, ...]) -> str:
    """Write what was asked; where that can be several things, the first card tells."""
    if subject is None:
        return text_of("ui.why")
    if subject.meter:
        return text_of("ui.why.meter", meter=meter_title(subject.meter))
    whom = cards[0].whom if subject.kind == "thought" and cards else subject.whom
    names = {"who": context.name(subject.who), "whom": "" if whom == NOBODY else context.name(whom)}
    return text_of(f"ui.why.{_question(subject, cards[0].key if cards else '', whom)}", **names)


_BY_FIRST: Final = {
    "likes": "likes",
    "dislikes": "dislikes",
    "look.mind": "mind",
    "look.idle_mind": "mind",
    "pain": "pain",
    "sorrow": "pain",
    "ashamed": "shame",
}
"""What was asked, where the first card tells."""


def _question(subject: Subject, first: str, whom: int) -> str:
    """Name the question, by what was asked about and, where that can be several things, by the first card."""
    if first in _AVERTING:
        return "averted"
    named = _BY_FIRST.get(first, "deed" if subject.kind == "person" and first.partition(".")[0] == "chose" else "")
    if named:
        return named
    if whom == NOBODY:
        return {"person": "title", "thing": "plate", "look": "title"}.get(subject.kind, subject.kind)
    return "thought.about" if subject.kind == "thought" else subject.kind
