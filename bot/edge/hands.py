"""Many pieces of work, done by several processes at once where the system can fork and has processors to spare."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from bot.edge.table import SPOILT, part, parts

MOST_HANDS = 4
MOST_TICKETS = 250  # one byte each


def shared(count: int, work: Callable[[int], Any], meanwhile: Callable[[], object] = lambda: None) -> Iterator[Any]:
    """`work(0)`, `work(1)` … in order; a result is what marshal can hold, `count` at most MOST_TICKETS.

    Everyone takes the next number from one pipe. What another process did not bring home (it was killed, memory
    was short) is done here. `meanwhile` is something else to do, once, while the others are at work.
    """
    hands = min(_processors(), MOST_HANDS, count)
    if hands < 2:
        meanwhile()
        yield from map(work, range(count))
        return
    tickets, end = os.pipe()
    os.write(end, bytes(range(count)))
    os.close(end)
    others = _others(hands - 1, tickets, work)
    done: dict[int, Any] = {}
    try:
        meanwhile()
        done |= _work(tickets, work)
    finally:
        os.read(tickets, MOST_TICKETS)  # some are left after a failure: nobody shall go on
        os.close(tickets)
        for process, file in others:
            os.waitpid(process, 0)
            with suppress(*SPOILT), file:
                done |= parts(file)
    for number in range(count):
        yield done.pop(number) if number in done else work(number)


def _processors() -> int:
    """How many processes may run at once; one where a fork is not known to be safe."""
    if sys.platform != "linux" or not hasattr(os, "memfd_create") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _work(tickets: int, work: Callable[[int], Any]) -> Iterator[tuple[int, Any]]:
    while ticket := os.read(tickets, 1):
        yield ticket[0], work(ticket[0])


def _others(count: int, tickets: int, work: Callable[[int], Any]) -> list[tuple[int, BinaryIO]]:
    started: list[tuple[int, BinaryIO]] = []
    with suppress(OSError):  # no more processes, no more memory: fewer hands will do
        for _ in range(count):
            started.append(_start(tickets, work))
    return started


def _start(tickets: int, work: Callable[[int], Any]) -> tuple[int, BinaryIO]:
    """A process that writes its results to a file in memory."""
    file = os.fdopen(os.memfd_create("curate"), "w+b")
    try:
        process = os.fork()
    except OSError:
        file.close()
        raise
    if process:
        return process, file
    try:
        for result in _work(tickets, work):
            file.writelines(part(result))
        file.flush()
    finally:
        os._exit(0)  # without a word, and without what the parent has yet to clean up: it looks at the file alone
