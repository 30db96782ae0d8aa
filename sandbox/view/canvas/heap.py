"""Gives the memory of pictures that are gone back to the system, and looks for garbage where there is time.

Python and SDL take it from the C library. glibc keeps what was freed, in holes between what is still in use, and the
more so the larger the pictures were; other libraries need no telling.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Final

_M_MMAP_THRESHOLD: Final = -3
"""The number of the option in glibc's malloc.h."""
LARGE: Final = 4 << 20
"""From so many bytes on memory is taken from the system by itself, and goes back when it is freed. It is more than a
column of thousands of people takes: those come and go a thousand times in a tick."""
THRESHOLDS: Final = (700, 30, 200)
"""When Python looks for garbage by itself: for the second time among what it has left thirty times, as a rule ten. That
takes a millisecond in the midst of some picture; so `collect` comes before it where there is time. For the third time
it looks through everything, which takes 20: seldom, since moments, levels and pictures leave none."""


def collect() -> None:
    """Look for garbage among what is new: 0.2 ms, if that is asked for twice a second."""
    gc.collect(1)


def give_back() -> None:
    """Give back all that is free now, and from now on what is large as soon as it is freed; look for garbage rarely."""
    if gc.get_threshold() != THRESHOLDS:
        gc.set_threshold(*THRESHOLDS)
        gc.collect()
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    if library is not None and hasattr(library, "malloc_trim"):
        library.mallopt(_M_MMAP_THRESHOLD, LARGE)
        library.malloc_trim(0)
