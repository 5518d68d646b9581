"""`python -m bench.speed`: curate and hecat on the same made-up entries, as subprocesses, start-up included.

Prints Markdown tables. Nothing here asserts a time; it exits 1 only if the cache changed a byte of the page.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from bench import hecat, synthetic
from bench.measure import Cost, middle, rounds, run, typical
from bot.catalog.model import Record

CURATE = [sys.executable, "-c", "from bot.__main__ import main; main()"]  # as the installed `curate` starts
HERE = Path(__file__).resolve().parent.parent
HECAT = "hecat 导出"
REPEAT = {100: 9, 1_000: 9, 10_000: 3}


def main() -> None:
    asked = _arguments()
    scratch = Path(tempfile.mkdtemp(prefix="curate-bench-", dir=asked.scratch))
    print(f"帮助：{_words(typical(9, lambda: run([*CURATE, '--help'], HERE, cache(scratch / 'help'))))}\n")
    peer = None if asked.no_hecat else hecat.install(Path(asked.hecat))
    print("| 条数 | 什么 | 墙钟 秒 | 处理器 秒 | 峰值 MiB | hecat ÷ 它（墙钟） | （处理器） |")
    print("|---|---|---|---|---|---|---|")
    same = True
    for size in asked.sizes:
        made = synthetic.write(scratch / f"{size}", size, asked.seed)
        commands = _curate(scratch / f"{size}")
        if peer:
            commands = {HECAT: _hecat(peer, scratch / f"hecat-{size}", size, made), **commands}
        taken = rounds(REPEAT.get(size, 1), commands)
        for what, costs in taken.items():
            ratios = _ratios(taken[HECAT], costs) if HECAT in taken and what != HECAT else " | "
            print(f"| {size} | {what} | {_row(middle(costs))} | {ratios} |", flush=True)
        same = _same_bytes(scratch / f"{size}") and same
    print("\n有无缓存，README.md 逐字节相同。" if same else "\n缓存改变了 README.md！")
    sys.exit(0 if same else 1)


def _arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int, default=[100, 1_000, 10_000])
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--scratch", help="folder for the made-up lists (they are left there)")
    words.add_argument("--hecat", default=".hecat", help="folder of hecat's virtual environment")

    words.add_argument("--no-hecat", action="store_true")
    return words.parse_args()


def _curate(root: Path) -> dict[str, Callable[[], Cost]]:
    """Each command cold (a fresh cache folder each time) and again after one record changed."""
    kept = cache(root / ".kept")
    commands: dict[str, Callable[[], Cost]] = {}
    for command in ("regen", "check"):
        run([*CURATE, command], root, kept)
        commands[f"curate {command}，无缓存"] = partial(cold, root, command)
        commands[f"curate {command}，改一条后"] = partial(changed, root, command, kept)
    return commands


def cold(root: Path, command: str) -> Cost:
    if command == "regen":
        (root / "README.md").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as fresh:
        return run([*CURATE, command], root, cache(Path(fresh)))


def changed(root: Path, command: str, kept: dict[str, str]) -> Cost:
    record = min((root / "catalog").glob("*/*.yml"))
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text.rstrip()}又改了一处。\n", encoding="utf-8")
    return run([*CURATE, command], root, kept)


def _same_bytes(root: Path) -> bool:
    """The page made with a warm cache equals the one made with none."""
    changed(root, "regen", cache(root / ".kept"))
    page = root / "README.md"
    warm = hashlib.sha256(page.read_bytes()).digest()
    cold(root, "regen")
    return hashlib.sha256(page.read_bytes()).digest() == warm


def _hecat(command: Path, root: Path, size: int, made: list[Record]) -> Callable[[], Cost]:
    hecat.write(root, synthetic.list_file(size), made)
    return lambda: run([str(command.resolve()), "--log-level", "ERROR"], root, {})


def cache(folder: Path) -> dict[str, str]:
    return {"XDG_CACHE_HOME": str(folder), "PYTHONPATH": os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])}


def _words(cost: Cost) -> str:
    return f"墙钟 {cost.wall:.3f} 秒，处理器 {cost.cpu:.3f} 秒，峰值 {cost.peak:.0f} MiB"


def _row(cost: Cost) -> str:
    return f"{cost.wall:.3f} | {cost.cpu:.3f} | {cost.peak:.0f}"


def _ratios(others: list[Cost], costs: list[Cost]) -> str:
    """How many times as fast: the median over the rounds."""
    pairs = list(zip(others, costs, strict=True))
    return f"{median(o.wall / c.wall for o, c in pairs):.1f} | {median(o.cpu / c.cpu for o, c in pairs):.1f}"


if __name__ == "__main__":
    main()
