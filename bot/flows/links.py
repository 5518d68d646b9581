"""`curate links`: every address of a list looked at once, remembered, and judged by all that is remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from time import monotonic

from bot.errors import CurateError
from bot.flows.addresses import Use
from bot.urls.web_address import host_of
from bot.web.facts import FactsFile, merged, read_facts
from bot.web.facts_format import Facts
from bot.web.fetch import Limits
from bot.web.look import Run, look
from bot.web.model import OUTCOMES, Fact, Look, Verdict
from bot.web.verdict import learn, verdict

FORGOTTEN_AFTER = timedelta(days=90)  # an address that the list has no more
SAVE_EVERY = 5.0  # seconds, or longer where saving takes long
NO_NETWORK = 3  # hosts, none of which answers: it is us

Progress = Callable[[int, int], object]


@dataclass(frozen=True)
class Settings:
    """`only` are addresses, `part` is (1, 4) for the first quarter; `budget` None for as long as it takes."""

    today: date
    facts: tuple[Path, ...] = ()
    only: tuple[str, ...] = ()
    part: tuple[int, int] = (1, 1)
    budget: float | None = None
    limits: Limits = field(default_factory=Limits)
    environment: Mapping[str, str] = field(default_factory=dict)
    pace: float = 1.0  # of pauses; less in tests


@dataclass(frozen=True)
class LinkReport:
    """One address, where the list has it, and what is to be said of it."""

    use: Use
    verdict: Verdict

    @property
    def moved_to(self) -> str:
        """With the part of the page that the list points at."""
        target, fragment = self.verdict.moved_to, self.use.url.partition("#")[2]
        return f"{target}#{fragment}" if target and fragment and "#" not in target else target


@dataclass(frozen=True)
class Report:
    """`looked` addresses in this run; `complete` where there was time for all.

    `late` is the day the facts are from where the clock says an earlier one.
    """

    links: tuple[LinkReport, ...]
    looked: int
    complete: bool = True
    interrupted: bool = False
    late: date | None = None

    @property
    def counts(self) -> dict[str, int]:
        return {outcome: sum(link.verdict.outcome == outcome for link in self.links) for outcome in OUTCOMES}

    @property
    def speaks(self) -> bool:
        return any(link.verdict.speaks for link in self.links)


class Memory:
    """The facts of this run, saved as it goes where they have a file."""

    def __init__(self, settings: Settings, addresses: Mapping[str, Use], progress: Progress, total: int) -> None:
        self.file = FactsFile(settings.facts[0]) if settings.facts else None
        self.facts: Facts = self.file.facts if self.file else {}
        for path in settings.facts[1:]:
            self.facts = merged(self.facts, read_facts(path))
        newest = max((fact.looked for fact in self.facts.values()), default=settings.today)
        self.day = max(newest, settings.today)  # a clock that was set back makes no new day
        self.late = newest if newest > settings.today + timedelta(days=1) else None
        self.facts = {
            address: fact
            for address, fact in self.facts.items()
            if address in addresses or self.day - fact.looked < FORGOTTEN_AFTER
        }
        self.looked: set[str] = set()
        self.answered = False
        self._progress, self._total = progress, total
        self._next_save = monotonic() + SAVE_EVERY

    def learn(self, address: str, seen: Look) -> None:
        self.facts[address] = learn(self.facts.get(address), seen, self.day)
        self.looked.add(address)
        self.answered = self.answered or seen.status > 0
        self._progress(len(self.looked), self._total)
        if self.answered and monotonic() >= self._next_save:
            start = monotonic()
            self.save()
            self._next_save = monotonic() + max(SAVE_EVERY, 20 * (monotonic() - start))

    def save(self) -> None:
        if self.file:
            self.file.facts = self.facts
            self.file.save()
            self.facts = self.file.facts


def check_links(uses: Mapping[str, Use], settings: Settings, progress: Progress = lambda _, __: None) -> Report:
    """Look at the addresses of `uses` (address → where it stands) and judge them.

    Raises CurateError where nothing at all answers, and where the facts file is not to be used.
    """
    mine = dict(_chosen(uses, settings))
    memory = Memory(settings, uses, progress, len(mine))
    complete, interrupted = True, False
    if settings.budget is None or settings.budget > 0:
        try:
            complete = look(_run(list(mine), memory.facts, settings), memory.learn)
        except KeyboardInterrupt:
            complete, interrupted = False, True
        if not (memory.answered or interrupted) and len({host_of(one) for one in memory.looked}) >= NO_NETWORK:
            raise CurateError("没有一个网站有回应，什么都没有记下", "", "请检查这台机器的网络后重试")
    memory.save()
    links = tuple(LinkReport(use, verdict(memory.facts.get(address))) for address, use in mine.items())
    complete = complete and len(memory.looked) == len(mine)
    return Report(links, len(memory.looked), complete, interrupted, memory.late)


def _chosen(uses: Mapping[str, Use], settings: Settings) -> Iterator[tuple[str, Use]]:
    """Those asked for. All addresses of a host fall into one part, so that its limits hold for the parts together."""
    number, parts = settings.part
    for address, use in uses.items():
        digest = sha256(host_of(address).encode()).digest()
        if int.from_bytes(digest[:8], "big") % parts == number - 1 and (not settings.only or address in settings.only):
            yield address, use


def _run(addresses: Sequence[str], facts: Mapping[str, Fact], settings: Settings) -> Run:
    days: dict[str, date] = defaultdict(lambda: date.min, {one: facts[one].looked for one in addresses if one in facts})
    oldest_first = sorted(addresses, key=days.__getitem__)
    return Run(
        groups=[list(group) for _, group in groupby(oldest_first, key=days.__getitem__)],
        titles={address: facts[address].title for address in addresses if address in facts},
        environment=settings.environment,
        limits=replace(settings.limits, certificates=settings.environment.get("SSL_CERT_FILE", "")),
        budget=settings.budget or 0.0,
        pace=settings.pace,
    )
