"""Questions queue, are cancelled, replaced and remembered; a process in the background comes to the same numbers."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sandbox.session.what_if.asked import Asked, Progress
from sandbox.session.what_if.following import NEVER
from sandbox.session.what_if.question import other_seeds
from sandbox.session.what_if.service import WhatIfs
from sandbox.session.what_if.variation import SHAM, Variation
from sandbox.session.what_if.worker import Worker
from tests.session.what_if.asking import answered, play, question

ROOT = Path(__file__).resolve().parents[3]
SEEDS = other_seeds(1, 6)
VARIATIONS = (SHAM, Variation(without=(1,)), Variation(off=("sympathy",)))


def numbers(asked: Asked) -> list[list[float]]:
    columns = [asked.column(measure.name) for measure in asked.question.measures]
    return [part.tolist() for column in columns for part in column]


def test_nothing_is_played_where_nobody_gives_time() -> None:
    with WhatIfs(background=False) as what_ifs:
        asked = what_ifs.ask(play(), question(seeds=SEEDS))
        assert not what_ifs.idle
        what_ifs.poll()
        assert asked.progress() == Progress(0, 6, 0, 60)
        assert numbers(asked)[0][0] != numbers(asked)[0][0]
        assert asked.column("bob").first.tolist() == [NEVER] * 6
        assert asked.held("bob") == (0, 0)
        what_ifs.poll(1e-9)
        assert asked.progress() == Progress(0, 6, 6, 60)
        assert what_ifs.wait(asked)
        assert asked.progress() == Progress(6, 6, 60, 60)
        assert what_ifs.idle
        assert asked.held("bob") == (6, 6)


def test_a_process_in_the_background_comes_to_the_same_numbers() -> None:
    session, both = play(), []
    for background in (False, True):
        with WhatIfs(background=background) as what_ifs:
            asked = what_ifs.ask(session, question(*VARIATIONS, seeds=SEEDS[:2]))
            assert what_ifs.wait(asked)
            assert asked.trouble == ""
            both.append((numbers(asked), asked.digests))
            if background:
                pid = pid_of(what_ifs)
                assert pid is not None
                assert pid != os.getpid()
    assert repr(both[0]) == repr(both[1])
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def pid_of(what_ifs: WhatIfs) -> int | None:
    assert isinstance(what_ifs._player, Worker)
    what_ifs._player._started.wait()
    return what_ifs._player.pid


def test_worlds_that_are_the_same_are_played_once() -> None:
    session = play()
    with WhatIfs(background=False) as what_ifs:
        asked = what_ifs.ask(session, question(SHAM, Variation(name="also nothing"), seeds=(session.seed,) * 3))
        assert len(asked.missing) == 1
        what_ifs.wait(asked)
        assert asked.known.tolist() == [True] * 6
        assert asked.held("bob", 1) == (3, 3)


def test_a_question_that_was_answered_is_answered_at_once_and_one_with_more_seeds_plays_only_those() -> None:
    session = play()
    with WhatIfs(background=False) as what_ifs:
        first = what_ifs.ask(session, question(*VARIATIONS, seeds=SEEDS[:2]))
        what_ifs.wait(first)
        again = what_ifs.ask(play(), question(*VARIATIONS, seeds=SEEDS[:2]))
        assert again.done
        assert numbers(again) == numbers(first)
        more = what_ifs.ask(session, question(*VARIATIONS, seeds=SEEDS[:3]))
        assert more.progress().worlds == 6
        assert len(more.missing) == 3
        what_ifs.wait(more)
    assert repr(numbers(more)) == repr(numbers(answered(session, more.question)))


def test_what_is_remembered_hangs_on_all_that_the_answer_hangs_on() -> None:
    with WhatIfs(background=False) as what_ifs:
        what_ifs.wait(what_ifs.ask(play(), question()))
        for session, other in (
            (play(seed=9), question()),
            (play(24), question()),
            (play(off=["fear"]), question()),
            (play(settings={"emotion_gain": 0.5}), question()),
            (play(), question(seconds=2)),
        ):
            assert not what_ifs.ask(session, other).done
        assert what_ifs.ask(play(), question()).done


def test_what_was_not_asked_for_in_long_is_forgotten() -> None:
    with WhatIfs(background=False, most_known=2) as what_ifs:
        what_ifs.wait(what_ifs.ask(play(), question(seeds=SEEDS[:3])))
        assert len(what_ifs.ask(play(), question(seeds=SEEDS[:3])).missing) == 1


def test_questions_are_answered_one_after_the_other_or_the_last_replaces_all() -> None:
    session = play()
    with WhatIfs(background=False) as what_ifs:
        first = what_ifs.ask(session, question(seeds=SEEDS[:1]))
        second = what_ifs.ask(session, question(seeds=SEEDS[:2]))
        what_ifs.wait(first)
        assert not second.done
        third = what_ifs.ask(session, question(seeds=SEEDS[:3]), replacing=True)
        assert (first.cancelled, second.cancelled) == (False, True)
        what_ifs.wait(third)
        assert (second.known.tolist(), third.known.tolist()) == ([True, False], [True] * 3)


@pytest.mark.parametrize("background", [False, True])
def test_what_is_cancelled_makes_room_for_the_next_question_at_once(*, background: bool) -> None:
    session = play()
    with WhatIfs(background=background) as what_ifs:
        endless = what_ifs.ask(session, question(seconds=80_000))
        what_ifs.wait(endless, 0.5)
        what_ifs.cancel(endless)
        what_ifs.cancel(endless)
        assert (endless.done, endless.known.tolist(), endless.progress().ticks) == (True, [False], 0)
        asked = what_ifs.ask(session, question())
        assert what_ifs.wait(asked, 60)
        assert asked.known.tolist() == [True]


def test_many_worlds_are_played_in_several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = answered(play(), question(*VARIATIONS, seeds=SEEDS))
    monkeypatch.setattr("sandbox.session.what_if.players.Slices.most_people", 12)
    parts = answered(play(), question(*VARIATIONS, seeds=SEEDS))
    assert (parts.digests, repr(numbers(parts))) == (whole.digests, repr(numbers(whole)))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise.")
def test_a_process_that_is_killed_is_noticed_and_another_one_goes_on() -> None:
    session = play()
    with WhatIfs() as what_ifs:
        endless = what_ifs.ask(session, question(seconds=80_000))
        what_ifs.poll()
        killed = pid_of(what_ifs)
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        while not (notices := what_ifs.notices()):
            what_ifs.wait(endless, 0.1)
        assert notices == ("What plays other courses in the background has ended, and is started again.",)
        what_ifs.cancel(endless)
        asked = what_ifs.ask(session, question())
        assert what_ifs.wait(asked, 60)
        assert (asked.trouble, what_ifs.notices()) == ("", ())
        assert pid_of(what_ifs) != killed
    assert asked.digests == answered(session, question()).digests


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise.")
def test_a_question_on_which_processes_end_again_and_again_is_given_up() -> None:
    with WhatIfs() as what_ifs:
        endless = what_ifs.ask(play(), question(seconds=80_000))
        while not endless.done:
            what_ifs.poll()
            if what_ifs._player is not None and (pid := pid_of(what_ifs)) is not None:
                os.kill(pid, signal.SIGKILL)
            what_ifs.wait(endless, 0.1)
        assert endless.trouble.endswith("has ended twice.")


def test_where_no_process_can_be_started_the_worlds_are_played_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise OSError

    monkeypatch.setattr(Worker, "_start", refuse)
    with WhatIfs() as what_ifs:
        asked = what_ifs.ask(play(), question())
        assert what_ifs.wait(asked, 60)
        assert what_ifs.notices() == (
            "Other courses cannot be played in the background here, so they are played between the pictures.",
        )
        assert what_ifs._player is not None
        assert not isinstance(what_ifs._player, Worker)
    assert asked.digests == answered(play(), question()).digests


@pytest.mark.parametrize("background", [False, True])
def test_a_fault_of_ours_becomes_a_sentence(monkeypatch: pytest.MonkeyPatch, *, background: bool) -> None:
    session = play()
    with WhatIfs(background=background) as what_ifs:
        asked = what_ifs.ask(session, question())
        broken = asked.origin.job(asked.forks, asked.question.measures, asked.end)._replace(decided=())
        monkeypatch.setattr(asked.origin, "job", lambda *_: broken)
        assert what_ifs.wait(asked, 60)
        assert asked.trouble.startswith("This could not be answered, by a fault of the game: ")
        assert asked.error is not None
        assert "batch.py" in str(asked.error.slots["report"])
        assert what_ifs.wait(what_ifs.ask(session, question(seeds=SEEDS)), 60)


LEFT_ALONE = """
import os, signal
from tests.session.what_if.asking import play, question
from sandbox.session.what_if.service import WhatIfs

if __name__ == "__main__":
    what_ifs = WhatIfs()
    asked = what_ifs.ask(play(), question(seconds=80_000))
    while not asked.under_way:
        what_ifs.wait(asked, 0.1)
    print("played", flush=True)
    {end}
"""


@pytest.mark.parametrize("end", ["os._exit(3)", "pass", "what_ifs.close()"])
def test_nothing_is_left_running_however_the_game_ends(end: str, tmp_path: Path) -> None:
    """The process has the output of the one that started it, which is at its end only when both are gone."""
    script = tmp_path / "ends.py"
    script.write_text(LEFT_ALONE.format(end=end), encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, timeout=100, check=False)
    assert (done.stdout.split(), done.stderr) == ([b"played"], b"")


def test_what_is_sent_is_small_and_has_no_journal() -> None:
    asked = answered(play(), question(*VARIATIONS, seeds=SEEDS))
    job = asked.origin.job(asked.forks, asked.question.measures, asked.end)
    assert job.base.moment().world.causes.count == 0
    assert not job.base.moment().world.journal
    assert job.base.tick == 20
    assert len(pickle.dumps(job)) < 100_000
