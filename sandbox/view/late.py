"""What may be a picture or two late: the first picture of a new moment has enough to work out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from sandbox.session.frame import Frame

Found = TypeVar("Found")


class Late(Generic[Found]):
    """Something that is worked out for a frame in its second or a later picture, and meanwhile is as it was."""

    def __init__(self, pictures: int = 1) -> None:
        """Begin with nothing, so that the very first picture waits for it; later it is so many pictures late."""
        self._last: tuple[Frame, object, Found] | None = None
        self._pictures = pictures
        self._waited = 0
        self._begun: tuple[Frame, Generator[None, None, Found]] | None = None
        """for which frame it is being worked out, and the steps that are left"""

    def behind(self, frame: Frame) -> bool:
        """Tell whether it is still to be worked out for a frame."""
        return self._last is not None and self._last[0] is not frame

    def waits(self, frame: Frame) -> int:
        """Return for how many pictures it will stay as it is before it is begun with for a frame."""
        return self._pictures - self._waited if self.behind(frame) and self._begun is None else 0

    def of(self, frame: Frame, view: object, work_out: Callable[[], Found]) -> Found:
        """Return it for a frame as it is looked at; of another level or in another view, it is worked out at once."""
        return self.by_steps(frame, view, lambda: _in_one(work_out))

    def by_steps(self, frame: Frame, view: object, begin: Callable[[], Generator[None, None, Found]]) -> Found:
        """Return the same of what is worked out by steps, each in a picture of its own unless it must be at once.

        A frame that has been begun with is brought to its end, though another may be shown by then.
        """
        last = self._last
        if last is None or last[0].level is not frame.level or last[1] != view:
            found = _finished(begin())
            self._waited, self._begun, self._last = 0, None, (frame, view, found)
            return found
        if self._begun is None and last[0] is not frame:
            if self._waited < self._pictures:
                self._waited += 1
                return last[2]
            self._waited, self._begun = 0, (frame, begin())
        if self._begun is not None:
            then, steps = self._begun
            try:
                next(steps)
            except StopIteration as end:
                last = then, view, end.value
                self._begun, self._last = None, last
        return last[2]


def _in_one(work_out: Callable[[], Found]) -> Generator[None, None, Found]:
    """Work something out in one step."""
    yield from ()
    return work_out()


def _finished(steps: Generator[None, None, Found]) -> Found:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Found = end.value
            return found
