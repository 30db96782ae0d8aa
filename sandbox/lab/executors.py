"""Where jobs are played: in this process, in others of this machine, or on a Dask cluster.

All are executors as of concurrent.futures, or None for this process; the numbers do not depend on which.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
from concurrent.futures import CancelledError, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Final

from sandbox import bootstrap
from sandbox.engine.explained import Explained
from sandbox.interrupts import answered, held, stop
from sandbox.lab.provenance import provenance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor, Future
    from contextlib import AbstractContextManager
    from typing import Any, ParamSpec, TypeVar

    Given = ParamSpec("Given")
    Result = TypeVar("Result")

MOST_WORKERS: Final = 60
"""Windows cannot wait for more processes at once."""
PATIENCE: Final = 10.0
"""Seconds in which a scheduler has to answer, and to have a worker."""
LOGGERS: Final = ("distributed", "distributed.client")
"""Those of Dask that have a level of their own."""


class ClusterError(Explained):
    """A cluster that is not there, or that plays something else."""


def processors() -> int:
    """Count the processors, as far as they can be used."""
    return min(os.cpu_count() or 1, MOST_WORKERS)


def players(scheduler: str | None = None) -> AbstractContextManager[Executor | None]:
    """Play on the cluster of a scheduler, or else in processes of this machine; raises as `cluster` does."""
    return cluster(scheduler) if scheduler else processes()


@contextmanager
def processes(workers: int | None = None) -> Iterator[Executor | None]:
    """Play in processes of this machine, which are ended with the context.

    Args:
        workers: how many, at most; as many as there are processors if left out. One is this process.
    """
    count = processors() if workers is None else workers
    with answered(stop):
        if count == 1:
            yield None
            return
        pool = _Processes(count, multiprocessing.get_context("spawn"), _go_quietly)
        try:
            yield pool
        except BaseException as error:
            interrupted = isinstance(error, KeyboardInterrupt)
            # Python complains of jobs that were taken back from processes that were ended.
            pool.shutdown(wait=False, cancel_futures=not interrupted)
            if interrupted:  # Only a terminal interrupts them, too.
                for child in multiprocessing.active_children():
                    child.terminate()
            raise
        pool.shutdown(wait=False)


class _Processes(ProcessPoolExecutor):
    """Starts its processes with the first jobs, and lets Ctrl+C wait meanwhile, which they would inherit."""

    def submit(self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        with held():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Play on the workers of a Dask cluster; what they have not begun by the end of the context they leave.

    Args:
        address: of its scheduler, such as "tcp://192.168.0.7:8786".

    Raises:
        ClusterError: if Dask is not installed here, nobody answers there, a worker plays another version, or all is
            lost meanwhile.
    """
    dask = _dask()
    with answered(stop), _unsaid(), _client(dask, address) as client:
        _check(client, address)
        executor = client.get_executor(pure=False)
        try:
            yield executor
        except dask.KilledWorker as error:
            raise ClusterError("cli.experiment.killed") from error
        except CancelledError as error:
            raise ClusterError("cli.cluster.lost", address=address) from error
        finally:
            executor.shutdown(wait=False)


def _dask() -> Any:  # noqa: ANN401 - it has no types
    """Import Dask, which takes a second, and which only clusters need."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise _missing() from error


def _client(dask: Any, address: str) -> Any:  # noqa: ANN401 - as above
    try:
        dask.comm.get_address_host_port(dask.comm.normalize_address(address), strict=True)
    except ValueError as error:
        raise ClusterError("cli.cluster.address", address=address) from error
    try:
        return dask.Client(address, timeout=PATIENCE, set_as_default=False)
    except OSError as error:
        raise ClusterError("cli.cluster.silent", address=address) from error


@contextmanager
def _unsaid() -> Iterator[None]:
    """Keep Dask from logging tracebacks of what we say in a sentence, or what it mends itself."""
    levels = {logger: logger.level for logger in map(logging.getLogger, LOGGERS)}
    for logger in levels:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in levels.items():
            logger.setLevel(level)


def _missing() -> ClusterError:
    if getattr(sys, "frozen", False):
        return ClusterError("cli.cluster.packaged")
    usual = bootstrap.wanted()
    wanted = [f'"{requirement}"' for requirement in bootstrap.wanted("lab") if requirement not in usual]
    return ClusterError("cli.cluster.missing", python=sys.executable, requirements=" ".join(wanted))


def _check(client: Any, address: str) -> None:  # noqa: ANN401 - as above
    """Raise ClusterError unless there are workers, and all of our provenance; who comes later sees for themselves."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise ClusterError("cli.cluster.idle", address=address) from error
    for worker, theirs in client.run(provenance, on_error="return").items():
        if isinstance(theirs, OSError):  # It has gone away meanwhile.
            continue
        if isinstance(theirs, Exception):
            raise ClusterError("cli.cluster.without", worker=worker) from theirs
        if theirs != provenance():
            raise ClusterError("cli.cluster.other", worker=worker, theirs=theirs, ours=provenance())


def _go_quietly() -> None:
    """End at an interruption without a word: the parent, which is interrupted too, says what is to be said."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
