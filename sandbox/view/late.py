"""What may be a picture or two late: the first picture of a new moment has enough to work out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.frame import Frame

Found = TypeVar("Found")


class Late(Generic[Found]):
    """Something that is worked out for a frame in its second or a later picture, and meanwhile is as it was."""

    def __init__(self, pictures: int = 1) -> None:
        """Begin with nothing, so that the very first picture waits for it; later it is so many pictures late."""
        self._last: tuple[Frame, object, Found] | None = None
        self._pictures = pictures
        self._waited = 0

    def behind(self, frame: Frame) -> bool:
        """Tell whether it is still to be worked out for a frame."""
        return self._last is not None and self._last[0] is not frame

    def of(self, frame: Frame, view: object, work_out: Callable[[], Found]) -> Found:
        """Return it for a frame as it is looked at; of another level or in another view, it is worked out at once."""
        if self._last is not None and self._last[0].level is frame.level and self._last[1] == view:
            if self._last[0] is frame:
                return self._last[2]
            if self._waited < self._pictures:
                self._waited += 1
                return self._last[2]
        self._waited = 0
        self._last = frame, view, work_out()
        return self._last[2]
