"""What a question in the background costs the picture, and how fast it is answered: `python benchmarks/what_if.py`.

The game draws sixty pictures a second, with and without a question that keeps the process in the background busy, in
turn. The ratio is of the 99th percentile of what a picture takes, in elapsed time: what the other process takes away
shows in no other. Worlds of ten seconds are counted for each second of the processor, in this process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.update(OPENBLAS_NUM_THREADS="1", SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

from sandbox import bootstrap

if __name__ == "__main__":  # The process in the background begins with this file, too.
    bootstrap.ensure()

from statistics import median, quantiles
from time import perf_counter, process_time, sleep
from typing import Final, NamedTuple

import pygame
from square import level
from stored import parser, report

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.session import Session
from sandbox.session.what_if.players import Slices
from sandbox.session.what_if.question import Measure, Question, other_seeds
from sandbox.session.what_if.readings import Averting, Meter, OfPeople
from sandbox.session.what_if.service import WhatIfs
from sandbox.session.what_if.variation import SHAM, Variation
from sandbox.session.what_if.worker import Worker
from sandbox.ui.scenes.play import Play
from sandbox.ui.state import Shell

WINDOW: Final = (1280, 800)
SIZES: Final = (12, 60, 1_000)
FRAME: Final = 1 / 60
"""seconds"""
AHEAD: Final = 10.0
"""seconds of game time that each world is played"""
STRETCH: Final = 3.0
"""seconds of pictures with a question, and as many without"""
TURNS: Final = 8
SPAN: Final = 4.0
"""seconds of the processor in which worlds are counted"""
MEASURES: Final = (
    Measure(name="averting", of=Averting(), at_least=1),
    Measure(name="mood", of=OfPeople(name="mood"), at_most=0.0),
    Measure(name="suffering", of=Meter(name="suffering"), at_least=1.0),
)


class Drawn(NamedTuple):
    """What pictures took, in seconds."""

    pictures: list[float]
    polls: list[float]


def main(commit: str | None) -> None:
    """Print one line for each number of people, and the ratios beside those that are stored."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(WINDOW)
    ratios: dict[str, float] = {}
    print(f"{'people':>7} {'alone, ms':>10} {'p99':>6} {'asked, ms':>10} {'p99':>6} {'ratio':>6}", end=" ")
    print(f"{'poll p99, µs':>13} {'worlds/s':>9}")
    for size in SIZES:
        alone, asked = measured(surface, size)
        high, higher = (quantiles(drawn.pictures, n=100)[98] for drawn in (alone, asked))
        ratios[f"frame p99 asked/alone, {size:,}"] = higher / high
        times = (median(alone.pictures), high, median(asked.pictures), higher)
        print("{:>7,} {:>10.2f} {:>6.1f} {:>10.2f} {:>6.1f}".format(size, *(1000 * each for each in times)), end=" ")
        polls = quantiles(asked.polls, n=100)[98]
        print(f"{higher / high:>6.2f} {1e6 * polls:>13.0f} {speed(size):>9.2f}", flush=True)
    report(ratios, commit)


def measured(surface: pygame.Surface, size: int) -> tuple[Drawn, Drawn]:
    """Return what pictures took without and with a question."""
    play, alone, asked = Play(Shell(), level(size), WINDOW), Drawn([], []), Drawn([], [])
    with WhatIfs() as what_ifs:
        draw(play, surface, what_ifs, Drawn([], []))
        what_ifs.wait(what_ifs.ask(play.session, question(1, 0.1)))
        for _ in range(TURNS):
            draw(play, surface, what_ifs, alone)
            endless = what_ifs.ask(play.session, question(200, AHEAD))
            draw(play, surface, what_ifs, asked)
            what_ifs.cancel(endless)
    return alone, asked


def speed(size: int) -> float:
    """Return how many worlds are played in a second of the processor."""
    session = Session(level(size))
    session.step(2 * TICKS_PER_SECOND)
    Slices.most_people = Worker.most_people  # As many worlds together as in the background.
    with WhatIfs(background=False) as what_ifs:
        asked = what_ifs.ask(session, question(200, AHEAD))
        what_ifs.poll(1e-9)
        before, begin = asked.progress().ticks, process_time()
        while process_time() - begin < SPAN:
            what_ifs.poll(0.1)
        return (asked.progress().ticks - before) / (process_time() - begin) / AHEAD / TICKS_PER_SECOND


def question(seeds: int, seconds: float) -> Question:
    """Ask about some other seeds, with sympathy and without."""
    variations = (SHAM, Variation(off=("sympathy",)))
    return Question(measures=MEASURES, seconds=seconds, variations=variations, seeds=other_seeds(1, seeds))


def draw(play: Play, surface: pygame.Surface, what_ifs: WhatIfs, drawn: Drawn) -> None:
    """Draw for a while as the window does, and note what each picture took."""
    end = perf_counter() + STRETCH
    while (begin := perf_counter()) < end:
        play.update(FRAME)
        play.draw(surface)
        pygame.display.flip()
        before = perf_counter()
        what_ifs.poll()
        drawn.polls.append(perf_counter() - before)
        drawn.pictures.append(perf_counter() - begin)
        sleep(max(0.0, FRAME - drawn.pictures[-1]))


if __name__ == "__main__":
    main(parser("Measure what a question in the background costs.").parse_args().store)
