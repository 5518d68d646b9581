"""Disturb every request of every event in every way, and play random histories: python -m bench.crash [--histories N]

A page of GitHub's answers holds five here, so that a dozen submissions are more than two pages of them, and one record
of the list is full of mentions, closing keywords and pictures. The test suite strikes a part of the same; this strikes
all of it. Needs the test extra, as the tests do.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "standin"))

import lists
from disturbed import FAULTS
from histories import NAMES, check
from scenarios import SCENARIOS, Trial
from standin import Standin

from bot.github import client, read_branches

WAYS = ("killed", "spent", *FAULTS)
PAGE = 5
MANY = (*NAMES, *(f"Gamma{letter}" for letter in "abcdefgh"), "Calling")


def strike(server: Standin, root: Path, scenarios: Sequence[str]) -> Iterator[str]:
    """A line for each disturbance that did not end where an undisturbed run ends."""
    for scenario in scenarios:
        trial, start = Trial(server, root, scenario), time.perf_counter()
        wrong = [
            f"{scenario}: {how} at request {number} {request['method']} {request['path']}"
            for number, request in enumerate(trial.requests, 1)
            for how in WAYS
            if trial.disturbed(how, number) != trial.expected
        ]
        count, seconds = len(trial.requests), time.perf_counter() - start
        said = f"{scenario}: {count} requests, {count * len(WAYS)} disturbances, {len(wrong)} wrong, {seconds:.0f} s"
        print(said, flush=True)
        yield from wrong


def play(server: Standin, root: Path, seed: int, submissions: int) -> Iterator[str]:
    """A line when the history made from `seed` ends otherwise than a fresh start."""
    chance = random.Random(seed)
    names = [chance.choice(MANY) for _ in range(submissions)]
    history = [step(chance, submissions) for _ in range(chance.randrange(3 * submissions))]
    try:
        check(server, root, names, history)
    except AssertionError as error:
        yield f"history {seed}: {names} {history}: {str(error)[:200]}"


def step(chance: random.Random, submissions: int) -> tuple[str, int, str | None]:
    what = chance.choice(("edit", "deliver", "deliver", "merge", "shut", "refresh"))
    return what, chance.randrange(submissions), chance.choice(MANY) if what == "edit" else None


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.crash", description=__doc__)
    parser.add_argument("--histories", type=int, default=50, help="how many random histories (default 50)")
    parser.add_argument("--seed", type=int, default=0, help="the first history's seed")
    parser.add_argument("--submissions", type=int, default=12, help="how many in a history (default 12)")
    parser.add_argument("--only", action="append", help="only this scenario; may be repeated")
    parser.add_argument("--no-strikes", action="store_true", help="only play histories")
    wanted = parser.parse_args()
    scenarios = [] if wanted.no_strikes else wanted.only or [*SCENARIOS, "crowded"]
    client.PER_PAGE = read_branches.AT_ONCE = PAGE
    server = Standin.start()
    with tempfile.TemporaryDirectory() as name:
        calling = lists.CALLING.format(slug="calling", name="Calling", added="2023-06-01")
        root = lists.make_list(Path(name, "list"), {"calling": calling})
        wrong = list(strike(server, root, scenarios))
        for seed in range(wanted.seed, wanted.seed + wanted.histories):
            wrong += play(server, root, seed, wanted.submissions)
    server.stop()
    print(f"{wanted.histories} histories; wrong in all: {len(wrong)}")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
