"""All questions to one API: in batches, within its budget; what is over it is left for the next run."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

from bot.web.api import Answer, Api, Question
from bot.web.fetch import Fetcher
from bot.web.model import Look

LONGEST_WAIT = 60.0
MOST_WAITS = 2
MOST_FAILURES = 4  # requests in a row that came to nothing: the service is down
Learn = Callable[[str, Look], None]


class Asking:
    """`pages` collects the addresses whose pages have to be looked at instead."""

    def __init__(self, api: Api, fetcher: Fetcher, learn: Learn, pace: float = 1.0) -> None:
        self.api = api
        self.fetcher = fetcher
        self.learn = learn
        self.pace = pace
        self.pages: list[str] = []
        self._batches: deque[list[Question]] = deque()
        self._turn = asyncio.Lock()
        self._waits = 0
        self._failures = 0

    async def ask(self, questions: Sequence[Question]) -> None:
        size = self.api.size
        self._batches.extend([*questions[at : at + size]] for at in range(0, len(questions), size))
        await asyncio.gather(*(self._worker() for _ in range(self.api.at_once)))

    async def _worker(self) -> None:
        while self._batches:
            batch = self._batches.popleft()
            async with self._turn:
                await asyncio.sleep(self.api.pause * self.pace)
            await self._one(batch)

    async def _one(self, batch: list[Question]) -> None:
        request = self.api.request(batch)
        exchange = await self.fetcher.fetch(
            request.url, method="POST" if request.send else "GET", headers=request.headers, send=request.send,
            most=self.api.largest,
        )  # fmt: skip
        answer = self.api.read(batch, exchange)
        for address, look in answer.looks.items():
            self.learn(address, look)
        left = [question for question in batch if question.address not in answer.looks]
        self._failures = self._failures + 1 if answer.trouble == "smaller" and not answer.looks else 0
        await self._go_on(answer, left)

    async def _go_on(self, answer: Answer, left: list[Question]) -> None:
        if answer.trouble == "smaller":
            half = (len(left) + 1) // 2
            self._batches.extendleft(part for part in (left[half:], left[:half]) if part)
            if self._failures >= MOST_FAILURES:
                self._batches.clear()
        elif answer.trouble == "unusable" or not answer.trouble:
            self.pages += [question.address for question in left]
            if answer.trouble and self.api.size > 1:
                self.pages += [question.address for batch in self._batches for question in batch]
                self._batches.clear()
        elif left:
            self._batches.appendleft(left)
        if answer.wait and self._batches:
            self._waits += 1
            if answer.wait > LONGEST_WAIT or self._waits > MOST_WAITS:
                self._batches.clear()
            await asyncio.sleep(answer.wait * self.pace if self._batches else 0)
