"""The smallest change that is named makes the difference, on seeds that were not searched, and a sham does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from sandbox.session.what_if.question import other_seeds
from sandbox.session.what_if.service import WhatIfs
from sandbox.session.what_if.variation import SHAM
from sandbox.session.why_not.acts import Act, Wonder, happens
from sandbox.session.why_not.candidates import candidates
from sandbox.session.why_not.search import SEEDS, Answer, Search
from tests.session.why_not.two import ANN, BOB, HAL, moment

if TYPE_CHECKING:
    from sandbox.session.session import Session

FRESH = 10
FAR = {"bob": {"x": 38, "traits": {"expressiveness": 0.4}}}


def searched(session: Session, wonder: Wonder, what_ifs: WhatIfs) -> Search:
    search = Search(session, wonder)
    while search.follow(what_ifs, 10.0) is None:
        pass
    return search


@cache
def far(act: Act) -> Search:
    """Return a search that has ended: why Hal does not help Bob, who is far off, or look at him."""
    with WhatIfs(background=False) as what_ifs:
        return searched(moment(**FAR), Wonder(act, HAL, BOB), what_ifs)


@pytest.mark.parametrize("act", ["help", "look"])
def test_the_change_holds_on_fresh_seeds_and_a_sham_does_not(act: Act) -> None:
    search = far(act)
    answer = search.answer
    assert answer is not None
    assert answer.outcome == "found"
    assert answer.change is not None
    fresh = other_seeds(search.origin.play.seed, SEEDS - 1 + FRESH)[SEEDS - 1 :]
    with WhatIfs(background=False) as what_ifs:
        asked = what_ifs.ask(search.origin, search.question((answer.change.variation, SHAM), fresh))
        assert what_ifs.wait(asked)
        assert asked.held(act, 0)[0] >= 8
        assert asked.held(act, 1)[0] <= 2


def test_the_world_in_which_it_happens_can_be_opened() -> None:
    session, wonder, search = moment(**FAR), Wonder("help", HAL, BOB), far("help")
    opened = search.open()
    assert opened is not None
    assert opened.tick == session.tick
    assert search.answer is not None
    opened.seek(search.answer.tick)
    assert happens(opened.moment, opened.level, wonder)
    session.seek(search.answer.tick)
    assert not happens(session.moment, session.level, wonder)


def test_what_happens_by_itself_needs_no_change() -> None:
    with WhatIfs(background=False) as what_ifs:
        answer = searched(moment(ticks=1), Wonder("help", HAL, BOB), what_ifs).answer
    assert answer == Answer("soon", sham=SEEDS, tick=answer.tick if answer else 0)


def test_changes_come_from_the_smallest_on_and_can_all_be_asked() -> None:
    session = moment(others=({"id": "ann", "name": "Ann", "x": 12, "y": 7, "body": {"wound": 0.4}},), ticks=30)
    for act in ("help", "look", "blame"):
        found = candidates(session, Wonder(act, HAL, ANN))
        assert [change.order for change in found] == sorted(change.order for change in found)
        assert {change.rank for change in found} >= {"deed", "tie", "trait"}
        assert all(0 <= change.size <= 1 for change in found)
        with WhatIfs(background=False) as what_ifs:
            search = Search(session, Wonder(act, HAL, ANN))
            what_ifs.ask(search.origin, search.question([change.variation for change in found], (1,)))


def test_a_search_that_is_pushed_aside_goes_on() -> None:
    session, wonder = moment(**FAR), Wonder("help", HAL, BOB)
    with WhatIfs(background=False) as what_ifs:
        search = Search(session, wonder)
        search.follow(what_ifs, 0.01)
        what_ifs.ask(session, search.question((SHAM,), (99,)), replacing=True)
        while search.follow(what_ifs, 10.0) is None:
            pass
    assert search.answer == far("help").answer


def test_two_changes_at_once_are_tried_where_no_single_one_does_it() -> None:
    session, wonder = moment(tie={"affinity": -0.6}, hurt=0), Wonder("help", HAL, BOB)
    with WhatIfs(background=False) as what_ifs:
        answer = searched(session, wonder, what_ifs).answer
    assert answer is not None
    assert answer.outcome == "found"
    assert answer.change is not None
    assert len(answer.change.parts) == 2
    assert {part.rank for part in answer.change.parts} <= {"deed", "others", "tie"}
    body = [deed.who for deed in answer.change.variation.added if deed.do in {"hurt", "heal"}]
    assert len(body) == len(set(body))
