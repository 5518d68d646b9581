"""Disturb every request of every event in every way, and play random histories: python -m bench.crash [--histories N]

The test suite strikes a part of the same; this strikes all of it. Needs the test extra, as the tests do.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "standin"))

import lists
from disturbed import FAULTS
from histories import NAMES, SUBMISSIONS, check
from scenarios import SCENARIOS, Trial
from standin import Standin

WAYS = ("killed", *FAULTS)


def strike(server: Standin, root: Path) -> Iterator[str]:
    """A line for each disturbance that did not end where an undisturbed run ends."""
    for scenario in SCENARIOS:
        trial, start = Trial(server, root, scenario), time.perf_counter()
        wrong = [
            f"{scenario}: {how} at request {number} {request['method']} {request['path']}"
            for number, request in enumerate(trial.requests, 1)
            for how in WAYS
            if trial.disturbed(how, number) != trial.expected
        ]
        count, seconds = len(trial.requests), time.perf_counter() - start
        print(f"{scenario}: {count} requests, {count * len(WAYS)} disturbances, {len(wrong)} wrong, {seconds:.0f} s")
        yield from wrong


def play(server: Standin, root: Path, seed: int) -> Iterator[str]:
    """A line when the history made from `seed` ends otherwise than a fresh start."""
    chance = random.Random(seed)
    names = [chance.choice(NAMES) for _ in range(SUBMISSIONS)]
    history = [step(chance) for _ in range(chance.randrange(15))]
    try:
        check(server, root, names, history)
    except AssertionError as error:
        yield f"history {seed}: {names} {history}: {str(error)[:200]}"


def step(chance: random.Random) -> tuple[str, int, str | None]:
    what = chance.choice(("edit", "deliver", "deliver", "merge", "shut", "refresh"))
    return what, chance.randrange(SUBMISSIONS), chance.choice(NAMES) if what == "edit" else None


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.crash", description=__doc__)
    parser.add_argument("--histories", type=int, default=50, help="how many random histories (default 50)")
    parser.add_argument("--seed", type=int, default=0, help="the first history's seed")
    parser.add_argument("--no-strikes", action="store_true", help="only play histories")
    wanted = parser.parse_args()
    server = Standin.start()
    with tempfile.TemporaryDirectory() as name:
        root = lists.make_list(Path(name, "list"))
        wrong = [] if wanted.no_strikes else list(strike(server, root))
        for seed in range(wanted.seed, wanted.seed + wanted.histories):
            wrong += play(server, root, seed)
    server.stop()
    print(f"{wanted.histories} histories; wrong in all: {len(wrong)}")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
