"""Whose turn it is: few requests to one host at a time, a pause between them, as long a one as the host asks for.

A worker stays with its host while that has addresses left (connections are used again), then goes to the one with the
most left for each worker it has: the longest queue ends soonest, and none holds up the others.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from bot.urls.web_address import host_of

AT_ONCE, PAUSE = 10, 0.05  # for one host, as lychee does
# Sites that turn away whoever asks for many pages: requests at once, seconds between them.
SLOW = {
    "github.com": (1, 1.0),
    "huggingface.co": (1, 3.0),
    "gitee.com": (1, 1.0),
    "arxiv.org": (1, 3.0),
    "web.archive.org": (1, 3.0),
}
LONGEST_WAIT = 30.0
REFUSALS = 3  # a host that asks for more, so many times in a row, is left for the next run


@dataclass(slots=True)
class Host:
    """One host's queue; `next_start` is when it may be asked again, `closed` that it is left for another day.

    `failures` and `refusals` count those in a row.
    """

    at_once: int
    pause: float
    queue: deque[str] = field(default_factory=deque)
    workers: int = 0
    next_start: float = 0.0
    failures: int = 0
    refusals: int = 0
    closed: bool = False


class Schedule:
    """`concurrency` requests at once; `pace` makes all pauses shorter in tests."""

    def __init__(self, concurrency: int, pace: float = 1.0) -> None:
        self.concurrency = concurrency
        self.pace = pace
        self._hosts: dict[str, Host] = {}
        self._heap: list[tuple[float, str]] = []

    def host(self, address: str) -> Host:
        name = host_of(address)
        if name not in self._hosts:
            self._hosts[name] = Host(*SLOW.get(name.removeprefix("www."), (AT_ONCE, PAUSE)))
        return self._hosts[name]

    async def run(self, addresses: Iterable[str], work: Callable[[str], Awaitable[None]]) -> None:
        """`work` for every address, except those of hosts that asked to be left alone for long."""
        queues: dict[str, list[str]] = defaultdict(list)
        for address in addresses:
            queues[host_of(address)].append(address)
        for name, queue in queues.items():
            self.host(queue[0]).queue.extend(queue)
            heappush(self._heap, (-float(len(queue)), name))
        total = sum(map(len, queues.values()))
        async with asyncio.TaskGroup() as group:
            for _ in range(min(self.concurrency, total)):
                group.create_task(self._worker(work))

    async def turn(self, address: str) -> None:
        """Wait until the host of the address may be asked."""
        host = self.host(address)
        now = asyncio.get_running_loop().time()
        start = max(now, host.next_start)
        host.next_start = start + host.pause * self.pace
        if start > now:
            await asyncio.sleep(start - now)

    def hold(self, address: str, seconds: float) -> bool:
        """The host asked for so much quiet. False where that is too long to wait for."""
        host = self.host(address)
        if seconds > LONGEST_WAIT:
            host.refusals += 1
            host.closed = host.refusals >= REFUSALS
            return False
        host.next_start = max(host.next_start, asyncio.get_running_loop().time() + seconds * self.pace)
        return True

    async def _worker(self, work: Callable[[str], Awaitable[None]]) -> None:
        while name := self._pick():
            host = self._hosts[name]
            while host.queue and not host.closed:
                await work(host.queue.popleft())
            host.workers -= 1
            if host.closed:
                host.queue.clear()

    def _pick(self) -> str:
        """The host with the most addresses for each of its workers; one more worker is counted for it."""
        while self._heap:
            _, name = heappop(self._heap)
            host = self._hosts[name]
            if host.queue and not host.closed and host.workers < host.at_once:
                host.workers += 1
                if host.workers < host.at_once:
                    heappush(self._heap, (-len(host.queue) / (host.workers + 1), name))
                return name
        return ""
