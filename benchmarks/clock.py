"""The clock of the benchmarks."""

from __future__ import annotations

from time import get_clock_info, perf_counter, process_time
from typing import Final

FINE: Final = 1e-5
"""seconds; a clock that is coarser cannot time a picture"""

seconds = process_time if get_clock_info("process_time").resolution <= FINE else perf_counter
"""The processor's time of this process, which other programs hardly touch; elapsed time where that is too coarse."""
