"""What may be late is late by as many pictures as it may, and never about another level or view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.frozen import replace
from sandbox.view.late import Late

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from sandbox.session.frame import Frame


def test_it_is_worked_out_at_once_at_first_and_in_the_second_picture_of_each_other_frame(
    small_frame: Callable[..., Frame],
) -> None:
    first = small_frame()
    second, third = replace(first, tick=first.tick + 1), replace(first, tick=first.tick + 2)
    late: Late[int] = Late()
    pictures = (first, first, second, second, second, third, third)
    assert [late.of(frame, "view", lambda frame=frame: frame.tick - first.tick) for frame in pictures] == [
        *(0, 0),
        *(0, 1, 1),
        *(1, 2),
    ]


def test_where_every_picture_shows_another_frame_every_second_one_is_up_to_date(
    small_frame: Callable[..., Frame],
) -> None:
    first = small_frame()
    late: Late[int] = Late()
    found = [
        late.of(replace(first, tick=first.tick + number), None, lambda number=number: number) for number in range(5)
    ]
    assert found == [0, 0, 2, 2, 4]


def test_it_can_be_two_pictures_late_and_tells_until_when_it_is_behind(small_frame: Callable[..., Frame]) -> None:
    first = small_frame()
    second = replace(first, tick=first.tick + 1)
    late: Late[int] = Late(2)
    behind, found = [], []
    for frame in (first, first, second, second, second, second):
        behind.append(late.behind(frame))
        found.append(late.of(frame, None, lambda frame=frame: frame.tick - first.tick))
    assert found == [0, 0, 0, 0, 1, 1]
    assert behind == [False, False, True, True, True, False]


def test_it_can_be_worked_out_by_steps_and_what_is_begun_is_brought_to_its_end(
    small_frame: Callable[..., Frame],
) -> None:
    first = small_frame()
    second, third = replace(first, tick=first.tick + 1), replace(first, tick=first.tick + 2)
    late: Late[int] = Late()

    def steps(frame: Frame) -> Generator[None, None, int]:
        yield
        yield
        return frame.tick - first.tick

    pictures = (first, first, *4 * (second,), *5 * (third,))
    found = [late.by_steps(frame, None, lambda frame=frame: steps(frame)) for frame in pictures]
    assert found == [0, 0, *(0, 0, 0, 1), *(1, 1, 1, 2, 2)]
    found = [late.by_steps(frame, None, lambda frame=frame: steps(frame)) for frame in (first, first, *5 * (second,))]
    assert found == [2, 2, *(2, 0), *(0, 0, 0)]
    assert late.by_steps(third, "elsewhere", lambda: steps(third)) == 2


def test_another_view_or_another_level_does_not_wait(small_frame: Callable[..., Frame]) -> None:
    first = small_frame()
    late: Late[str] = Late()
    assert late.of(first, 1, lambda: "here") == "here"
    assert late.of(first, 2, lambda: "there") == "there"
    assert late.of(small_frame(), 2, lambda: "elsewhere") == "elsewhere"
