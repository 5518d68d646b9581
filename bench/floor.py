"""`python -m bench.floor [N…]`: curate beside the least that any tool must do, which is to read the files as YAML.

Whole processes, start-up included, taken in turns in the same run: only the ratios say much. The targets are those of
ours: at 1,000 records a regen without a cache in 1.8 times the floor, the next one after a change in
1.0 times; a check of 1,000 within a second and of 10,000 within ten; `--help` in 0.2 s. Nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from bench import synthetic
from bench.measure import Cost, middle, rounds, run, typical
from bench.speed import CURATE, HERE, cache, changed, cold

FLOOR = "只读 YAML"
READ = """
import os, sys, yaml
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".yml"):
            with open(os.path.join(folder, name), "rb") as file:
                yaml.load(file, Loader=yaml.CSafeLoader)
"""
REPEAT = {1_000: 9, 10_000: 3}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int, default=[115, 1_000, 10_000])
    asked = words.parse_args()
    print(f"帮助：墙钟 {typical(9, lambda: run([*CURATE, '--help'], HERE, {})).wall:.3f} 秒\n")
    print("| 条数 | 什么 | 墙钟 秒 | 处理器 秒 | ÷ 只读 YAML（墙钟） | （处理器） |\n|---|---|---|---|---|---|")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            for what, costs in _taken(Path(folder), size).items():
                cost = middle(costs[0])
                print(f"| {size} | {what} | {cost.wall:.3f} | {cost.cpu:.3f} | {_ratios(*costs)} |", flush=True)


def _taken(folder: Path, size: int) -> dict[str, tuple[list[Cost], list[Cost]]]:
    """Each command with its costs, and the costs of the floor in the same rounds."""
    root, kept = folder / "list", cache(folder / "kept")
    synthetic.write(root, size)
    commands = {FLOOR: partial(run, [sys.executable, "-c", READ, str(root / "catalog")], root, {})}
    for command in ("regen", "check"):
        changed(root, command, kept)
        commands[f"curate {command}，无缓存"] = partial(cold, root, command)
        commands[f"curate {command}，改一条后"] = partial(changed, root, command, kept)
    taken = rounds(REPEAT.get(size, 9), commands)
    return {what: (costs, taken[FLOOR]) for what, costs in taken.items()}


def _ratios(costs: list[Cost], floor: list[Cost]) -> str:
    pairs = list(zip(costs, floor, strict=True))
    return f"{median(c.wall / f.wall for c, f in pairs):.2f} | {median(c.cpu / f.cpu for c, f in pairs):.2f}"


if __name__ == "__main__":
    main()
