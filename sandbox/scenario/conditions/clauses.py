"""A condition as a clause of a sentence: who, how many of them, and what is so or not so of them.

Theory: design. What is denied is said as people say it: "not all look" is "somebody does not look", and "not so that
somebody looks" is "nobody looks". A number that is denied becomes the opposite bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.conditions.bounds import Bounds, deny, grade, times, whole
from sandbox.scenario.conditions.schema import (
    All,
    Believes,
    Blamed,
    Counted,
    Credited,
    Does,
    Endorses,
    Felt,
    Here,
    Lasted,
    Likes,
    Looks,
    Near,
    Not,
    Personhood,
    Predicted,
    Shown,
    Some,
    Then,
    Time,
    Used,
)
from sandbox.scenario.conditions.who import IT, Chosen, chosen, counted_in_words, in_words, is_named
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import all_of, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.conditions.who import Amount

OTHER: Final = {Likes: "whom", Personhood: "whom", Looks: "at", Does: "to", Near: "to"}
"""The field that names to whom it is."""


class Subject(NamedTuple):
    """Whom a clause is about, as its verb sees them."""

    words: str
    many: bool = False
    denied: bool = False
    """whether the verb has to be denied"""
    nobody: bool = False
    """whether the subject denies it already"""

    @property
    def form(self) -> str:
        """The ending of the text's key."""
        return ("many" if self.many else "one") + (".not" if self.denied else "")

    @property
    def amount(self) -> Amount:
        """How those are called to whom it is, if one of them is enough."""
        return "any" if self.denied or self.nobody else "some"


class Telling(NamedTuple):
    """What a clause is told with."""

    names: Mapping[str, str]
    """as `in_words` takes it"""
    it: Subject = Subject("")
    """whom `it` means"""
    denied: bool = False
    plain: bool = False
    """whether no numbers of the model are said"""


def clause(condition: AnyCondition, telling: Telling) -> str:
    """Say a condition, or that it is not so; in its own words if it has some, without its `for` then."""
    if telling.denied and (condition.text or condition.lasting or _has_no_opposite(condition)):
        return text_of("condition.not", what=clause(condition, telling._replace(denied=False)))
    if condition.text:
        return condition.text
    said = _bare(condition, telling)
    if not condition.lasting:
        return said
    key = "condition.held.all" if isinstance(condition, All) and len(condition.parts) > 1 else "condition.held"
    return text_of(key, what=said, seconds=f"{condition.lasting:g}", count=condition.lasting)


def _has_no_opposite(condition: AnyCondition) -> bool:
    least, most = getattr(condition, "least", None), getattr(condition, "most", None)
    return isinstance(condition, Then | Lasted) or (least is not None and most is not None)


def _bare(condition: AnyCondition, telling: Telling) -> str:
    match condition:
        case Time() | Predicted():
            seconds = getattr(condition, "time", 0.0)
            key = f"condition.{condition.__struct_config__.tag}{'.not' if telling.denied else ''}"
            return text_of(key, seconds=f"{seconds:g}", count=seconds)
        case Used() | Counted() | Lasted():
            return _amount(condition, telling)
        case Not():
            return clause(condition.denied, telling._replace(denied=not telling.denied))
        case All() | Some() | Then():
            return _joined(condition, telling)
        case Looks() | Does() | Near() | Here():
            return _of_moment(condition, telling)
        case _:
            return _of_number(condition, telling)


def _subject(condition: AnyCondition, telling: Telling) -> Subject:
    """Return whom a condition is about: of several, how many of them are left once it is denied."""
    phrase, besides = _mine(condition), _other(condition)
    meant = chosen(phrase)
    if meant == Chosen("", IT):
        return telling.it._replace(denied=telling.denied)
    if is_named(meant, telling.names):
        return Subject(in_words(phrase, telling.names), denied=telling.denied)
    if telling.denied and meant.some:
        return Subject(in_words(phrase, telling.names, "none", besides=besides), nobody=True)
    if telling.denied or meant.some:
        return Subject(in_words(phrase, telling.names, "some", besides=besides), denied=telling.denied)
    return Subject(in_words(phrase, telling.names, "each", besides=besides), many=True)


def _other(condition: AnyCondition) -> str:
    """Return to whom a condition is, as its file has it; nothing if there is nobody."""
    if isinstance(condition, Not):
        return _other(condition.denied)
    return str(getattr(condition, OTHER.get(type(condition), ""), None) or "")


def _mine(condition: AnyCondition) -> str:
    """Return whom a condition is about, as its file has it."""
    return str(getattr(condition, condition.subject))


def _of_moment(condition: Looks | Does | Near | Here, telling: Telling) -> str:
    """Say where somebody is, whom they look at, or what they are at."""
    subject = _subject(condition, telling)
    other = _other(condition)
    whom = in_words(other, telling.names, subject.amount, besides=_mine(condition)) if other else ""
    key, slots = f"condition.{condition.__struct_config__.tag}", {"who": subject.words, "whom": whom}
    match condition:
        case Looks():
            key += ".away" if condition.away else ".at"
        case Near():
            slots["metres"] = f"{condition.within:g}"
        case Does():
            way = "to" if other else "name"
            slots["what"] = one_of(text_of(f"option.{option}.{way}", whom=whom) for option in condition.what)
    return text_of(f"{key}.{subject.form}", **slots)


def _of_number(
    condition: Felt | Shown | Likes | Personhood | Blamed | Credited | Believes | Endorses,
    telling: Telling,
) -> str:
    """Say a condition about a number of somebody."""
    subject, bounds = _subject(condition, telling), Bounds(condition.least, condition.most)
    bare = bounds.least is None and bounds.most is None
    if subject.denied and not bare:
        subject, bounds = subject._replace(denied=False), deny(bounds)
    key, slots = f"condition.{condition.__struct_config__.tag}", {"who": subject.words}
    slots["bounds"] = "" if bare or telling.plain else text_of("bounds.behind", bounds=bounds.words)
    match condition:
        case Felt() | Shown():
            slots["how"] = text_of(f"{key}.{grade(bounds)}")
        case Likes() | Personhood():
            key += f".{_regard(condition, bounds)}"
            slots["whom"] = _whom(condition, telling, subject, bounds)
        case Believes():
            key += ".bare" if bare else f".{bounds.side}"
            slots["claim"] = telling.names[f"claim:{condition.claim}"]
        case Endorses():
            key += ".bare" if bare else f".{bounds.side}"
            slots["rule"] = text_of(f"ui.rule.{condition.rule}")
        case _:
            slots["how"] = text_of(f"{key}.{bounds.side}")
            key += _by(condition)
            slots["by"] = in_words(condition.by, telling.names, "each") if condition.by else ""
    return text_of(f"{key}.{subject.form}", **slots)


def _regard(condition: Likes | Personhood, bounds: Bounds) -> str:
    """Name what somebody is to somebody: what is below nothing has words of its own."""
    line = bounds.least if bounds.least is not None else bounds.most
    below = isinstance(condition, Likes) and line is not None and line < 0
    return f"{bounds.side}.below" if below else bounds.side


def _whom(condition: Likes | Personhood, telling: Telling, subject: Subject, bounds: Bounds) -> str:
    """Say of whom somebody thinks so: what is denied of all is so of one, and the other way round."""
    some = chosen(condition.whom).some != (telling.denied and not subject.nobody)
    hardly = _regard(condition, bounds) == "down"
    amount: Amount = ("any" if subject.nobody else "some") if some else "any" if hardly else "each"
    return in_words(condition.whom, telling.names, amount, besides=_mine(condition))


def _by(condition: Blamed | Credited) -> str:
    heard = isinstance(condition, Blamed) and condition.heard
    return (".heard_by" if heard else ".by") if condition.by else ".heard" if heard else ".all"


def _amount(condition: Used | Counted | Lasted, telling: Telling) -> str:
    match condition:
        case Used():
            return _used(condition, telling)
        case Counted():
            return _counted(condition, telling)
    return _lasted(condition, telling)


def _used(condition: Used, telling: Telling) -> str:
    least, most = whole(condition.least, condition.most, denied=telling.denied)
    tool = text_of(f"happening.{condition.used}.name")
    if not least and most == 0:
        return text_of("condition.used.never", tool=tool)
    if least == 1 and most is None:
        return text_of("condition.used.once", tool=tool)
    return text_of("condition.used", tool=tool, times=times(least, most), count=least if most is None else most)


def _lasted(condition: Lasted, telling: Telling) -> str:
    """Say for how long something was so, all told."""
    count = condition.least if condition.most is None else condition.most
    what = clause(condition.lasted, telling)
    return text_of("condition.lasted", what=what, times=times(condition.least, condition.most), count=count)


def _counted(condition: Counted, telling: Telling) -> str:
    """Say of how many something is so: as of their own doing, if it is that."""
    least, most = whole(condition.least, condition.most, denied=telling.denied)
    subject = _so_many(condition, telling.names, least, most)
    inner = telling._replace(denied=False)
    if _about_it(condition.where, nobody=subject.nobody):
        return clause(condition.where, inner._replace(it=subject))
    they = Subject(text_of("who.it"), many=True)
    return text_of("condition.count", who=subject.words, where=clause(condition.where, inner._replace(it=they)))


def _so_many(condition: Counted, names: Mapping[str, str], least: int | None, most: int | None) -> Subject:
    phrase, besides = condition.counted, _other(condition.where)
    if not least and most == 0:
        return Subject(in_words(phrase, names, "none", besides=besides), nobody=True)
    if least == 1 and most is None:
        return Subject(in_words(phrase, names, "some", besides=besides))
    count = (least or 0) if most is None else most
    words = counted_in_words(phrase, names, times(least, most), count, besides=besides)
    return Subject(words, many=count != 1)


def _about_it(condition: AnyCondition, *, nobody: bool) -> bool:
    """Return whether a condition can be told of those who are counted as of its subject."""
    match condition:
        case Not():
            return _about_it(condition.denied, nobody=nobody)
        case All() | Some():
            return not nobody and not condition.text and all(_about_it(part, nobody=nobody) for part in condition.parts)
    return (
        bool(condition.subject) and _mine(condition) == IT and not condition.text and chosen(_other(condition)).of != IT
    )


def _joined(condition: All | Some | Then, telling: Telling) -> str:
    """Say conditions one after the other; what is denied of all is denied of one, and the other way round."""
    they = Subject(text_of("who.it"), many=True)
    tellings = [telling if not place else telling._replace(it=they) for place in range(len(condition.parts))]
    within = len(condition.parts) > 1
    parts = [_part(part, each, within=within) for part, each in zip(condition.parts, tellings, strict=True)]
    if isinstance(condition, Then):
        return _in_turn(parts)
    return all_of(parts) if isinstance(condition, All) != telling.denied else one_of(parts)


def _part(condition: AnyCondition, telling: Telling, *, within: bool) -> str:
    said = clause(condition, telling)
    several = isinstance(condition, All | Some | Then) and len(condition.parts) > 1 and not condition.text
    return text_of("condition.part", what=said) if within and several else said


def _in_turn(parts: Iterable[str]) -> str:
    first, *later = parts
    for part in later:
        first = text_of("condition.then", first=first, second=part)
    return first
