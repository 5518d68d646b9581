"""`python -m bench.one_record [N…]`: what one record costs beside N others, start-up included: checked, and submitted.

The record checked is new, and shares its page with one entry, its name with another and its text with a third. What is
said of it is compared with what a check of the whole catalog says; exits 1 where that differs. Asserts no time. Of two
submissions one is refused, which takes no more than judging, and one is written, with the page it makes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from bench import synthetic
from bench.measure import Cost, run, typical
from bench.speed import CURATE, HERE, cache
from bot.catalog.model import Link
from bot.catalog.write import record_path, record_text

NEW = "in-question"
ANSWERS = """name: {0.name}
link: {0.links[0].url}
section: {0.section}
kind: model
description: 把博物馆里的手写标签拍成照片，认出年代、产地和收藏编号，整理成可以检索的目录，志愿者在手机上就能核对。
"""
FORMS = ".github/ISSUE_TEMPLATE"


def main() -> None:
    asked = _arguments()
    print("| 条数 | 什么 | 墙钟 秒 | 处理器 秒 | 峰值 MiB |\n|---|---|---|---|---|")
    same = True
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(dir=asked.scratch) as folder:
            root = Path(folder, "list")
            path = _write(root, size)
            kept = cache(Path(folder, "cache"))
            for what, cost in _costs(root, path, kept):
                print(f"| {size} | {what} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} |", flush=True)
            same = _agree(root, path, kept) and same
            (root / path).unlink()
            for what, cost in _submissions(root, kept):
                print(f"| {size} | {what} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} |", flush=True)
    print("\n与检查整个目录时所说的相同。" if same else "\n与检查整个目录时所说的不同！")
    sys.exit(0 if same else 1)


def _arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    words.add_argument("--scratch", help="folder for the made-up lists")
    return words.parse_args()


def _write(root: Path, size: int) -> str:
    """A catalog and the path of the record in question."""
    made = synthetic.write(root, size)
    one, two, three = made[size // 4], made[size // 2], made[3 * size // 4]
    new = replace(one, slug=NEW, links=two.links[:1], description=three.description, relations=(), allow={})
    (root / record_path(new)).write_text(record_text(new), encoding="utf-8")
    shutil.copytree(HERE / FORMS, root / FORMS)
    fresh = replace(one, name="Label-Reader", links=(Link("https://github.com/label-reader/label-reader"),))
    for name, record in (("refused", two), ("sound", fresh)):
        (root / f"{name}.yml").write_text(ANSWERS.format(record), encoding="utf-8")
    return record_path(new)


def _costs(root: Path, path: str, kept: dict[str, str]) -> Iterator[tuple[str, Cost]]:
    check = partial(run, [*CURATE, "check", path], root, kept)
    yield "curate check 一条，没有索引", check()
    yield "curate check 一条，有索引", typical(5, check)
    yield "curate check 一条，这一条刚改过", typical(5, lambda: (_touch(root / path), check())[1])


def _submissions(root: Path, kept: dict[str, str]) -> Iterator[tuple[str, Cost]]:
    for command in ("forms", "regen"):
        run([*CURATE, command], root, kept)
    new = [*CURATE, "new", "--from"]
    yield "curate new，被拒绝（只判断）", typical(5, partial(run, [*new, "refused.yml"], root, kept))
    yield "curate new，写入（连同页面）", run([*new, "sound.yml"], root, kept)


def _touch(path: Path) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}又改了一处。\n", encoding="utf-8")


def _agree(root: Path, path: str, kept: dict[str, str]) -> bool:
    one, everything = (_findings(root, kept, *file) for file in ((path,), ()))
    named = [one for one in everything if NEW in {one["record"], *(other["record"] for other in one["related"])}]
    print(f"\n{len(named)} 个问题：{'、'.join(one['code'] for one in named)}")
    return one == named and bool(one)


def _findings(root: Path, kept: dict[str, str], *file: str) -> list[dict[str, Any]]:
    command, environment = [*CURATE, "check", "--format", "json", *file], {**os.environ, **kept}
    told = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    found: list[dict[str, Any]] = json.loads(told.stdout)["findings"]
    return found


if __name__ == "__main__":
    main()
