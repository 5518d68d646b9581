"""How long a template may run and how much memory it may take: it is written by whoever opens a pull request.

Only where the system can say so (POSIX, and the main thread); a template that needs more is told, not waited for.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from bot.errors import BadTemplate

SECONDS = 10.0  # of the processor; a page of 10,000 records takes less than one
AGAIN = 1.0  # for whoever catches the first alarm
MEMORY = 2 << 30  # bytes of the whole process


@contextmanager
def limited() -> Iterator[None]:
    """Raises BadTemplate after too long a time, MemoryError for too large a thing."""
    if find_spec("resource") is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource  # noqa: PLC0415 - not on Windows

    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGVTALRM, _too_long)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_least(MEMORY, *before), before[1]))
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)
        resource.setrlimit(resource.RLIMIT_AS, before)


def _least(*limits: int) -> int:
    """Negative ones are no limit."""
    return min(limit for limit in limits if limit >= 0)


def _too_long(*_: object) -> None:
    raise BadTemplate("模板算了太久还没有算完", "", "请检查这里的循环、宏和算式")
