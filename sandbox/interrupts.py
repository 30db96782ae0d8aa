"""What ends the program from outside: Ctrl+C, the system's wish, a terminal that was closed.

From the first line of main.py on the program then ends at once and without a word: an exception could come in the
middle of an import, and be told as an error or be lost. Where something is to be cleared away or kept, `answered` says
what is done instead. Old syntax only, as in bootstrap, and hardly an import: until this is read, Python answers.
"""

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Callable, NoReturn, Optional

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
"""What is answered, as far as this system knows it."""
OFFSET = 128
"""A program that a signal ended has this much more than its number as exit code."""


class Interrupted(KeyboardInterrupt):
    """The program was told to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = OFFSET + number


def leave_at_once() -> None:
    """End the program at once at every interruption from now on; one that is to be ignored (`nohup`) stays ignored."""
    for number in SIGNALS:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _leave)


def stop(number: int) -> "NoReturn":
    """Raise Interrupted: an answer for where what was begun is cleared away by whoever began it."""
    raise Interrupted(number)


class answered:  # noqa: N801 - to be read as a context
    """Gives an answer to the first interruption within it; a second one ends the program at once.

    Within a wider one, and in other threads than the first, it changes nothing.
    """

    def __init__(self, answer: "Callable[[int], object]") -> None:
        self._answer = answer
        self._before = {}  # type: dict[int, object]

    def __enter__(self) -> None:
        from threading import current_thread, main_thread

        if current_thread() is main_thread():
            usual = (_leave, signal.default_int_handler, signal.SIG_DFL)
            self._before = {number: signal.getsignal(number) for number in SIGNALS if signal.getsignal(number) in usual}
        for number in self._before:
            signal.signal(number, self._once)

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def _once(self, number: int, _frame: "Optional[FrameType]") -> None:
        for each in self._before:
            signal.signal(each, _leave)
        self._answer(number)


class held:  # noqa: N801 - to be read as a context
    """Lets Ctrl+C wait while processes are started, and in these too: Python would break off in its own beginning."""

    def __enter__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _leave(number: int, _frame: "Optional[FrameType]") -> "NoReturn":
    os._exit(OFFSET + number)
