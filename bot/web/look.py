"""One run: every address is looked at by the API that knows it, else at its page."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.web.api import Api, Question, usable
from bot.web.ask import Asking
from bot.web.fetch import Fetcher, Limits
from bot.web.model import Look
from bot.web.probe import Prober
from bot.web.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Run:
    """`groups` of addresses, the longest not looked at first; `titles` of pages as they were when they were well.

    `budget` in seconds, 0 for as long as it takes; `pace` makes all pauses shorter in tests.
    """

    groups: Sequence[Sequence[str]]
    titles: Mapping[str, str]
    environment: Mapping[str, str]
    limits: Limits
    budget: float = 0.0
    pace: float = 1.0


def look(run: Run, learn: Callable[[str, Look], None]) -> bool:
    """Tell `learn` what was found; True where there was time for all. ^C comes through as KeyboardInterrupt."""
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:  # libcurl needs add_reader, on Windows too
        return runner.run(_look(run, learn))


async def _look(run: Run, learn: Callable[[str, Look], None]) -> bool:
    try:
        async with (
            asyncio.timeout(run.budget or None),
            Fetcher(run.limits) as fetcher,
            Fetcher(run.limits, guarded=False) as of_apis,
        ):
            await _all(run, fetcher, of_apis, learn)
    except TimeoutError:
        return False
    return True


async def _all(run: Run, fetcher: Fetcher, of_apis: Fetcher, learn: Callable[[str, Look], None]) -> None:
    """The pages and every API at once; then the pages of what an API could not answer."""
    schedule = Schedule(run.limits.concurrency, run.pace)
    prober = Prober(fetcher, schedule)
    questions, pages = _sorted(run, apis := usable(run.environment))

    async def probe(address: str) -> None:
        learn(address, await prober.look(address, run.titles.get(address, "")))

    async def ask(at: int) -> list[str]:
        asking = Asking(apis[at], of_apis, learn, run.pace)
        await asking.ask(questions[at])
        return asking.pages

    async def look_at_pages() -> list[str]:
        for group in pages:
            await schedule.run(group, probe)
        return []

    left = await asyncio.gather(look_at_pages(), *map(ask, questions))
    await schedule.run([address for part in left for address in part], probe)


def _sorted(run: Run, apis: Sequence[Api]) -> tuple[dict[int, list[Question]], list[list[str]]]:
    """What each API can answer, and group by group what none can."""
    questions: dict[int, list[Question]] = defaultdict(list)
    pages: list[list[str]] = []
    for group in run.groups:
        pages.append([])
        for address in group:
            asked = ((at, question) for at, api in enumerate(apis) if (question := api.understand(address)))
            if found := next(asked, None):
                questions[found[0]].append(found[1])
            else:
                pages[-1].append(address)
    return questions, pages
