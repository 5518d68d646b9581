"""One command run as a user runs it, start-up included: wall clock, processor time, peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Cost:
    """Seconds of wall clock, seconds of processor (user + system), MiB at the peak."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Raises RuntimeError with the command's words when it exits above 1 (1 says: findings)."""
    whole = {**os.environ, **environment}
    whole.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's installation is compiled, hecat's too
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=whole, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        words = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{command}: {words.decode(errors='replace')[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def rounds(times: int, commands: Mapping[str, Callable[[], Cost]]) -> dict[str, list[Cost]]:
    """All commands in turn, `times` times: a machine that slows down or speeds up in between does so for all."""
    taken = [{what: once() for what, once in commands.items()} for _ in range(times)]
    return {what: [costs[what] for costs in taken] for what in commands}


def typical(times: int, once: Callable[[], Cost]) -> Cost:
    return middle([once() for _ in range(times)])


def middle(costs: Sequence[Cost]) -> Cost:
    """Each figure's median; other jobs on the machine disturb a median least."""
    return Cost(median(c.wall for c in costs), median(c.cpu for c in costs), max(c.peak for c in costs))
