"""`python -m bench.walk [folder]`: how many files of ours a command enters, and how many of our modules it loads.

A reader who follows a command goes through the files it enters. Each command runs twice in a copy of the list (the
shipped one if no folder is given), first without a cache and then with the one that leaves.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PARTS = ("catalog", "README.md", "README.template.md", ".github")
ANSWERS = """name: Label-Reader
link: https://github.com/label-reader/label-reader
section: {}
kind: model
description: 把博物馆里的手写标签拍成照片，认出年代、产地和收藏编号，整理成可以检索的目录，志愿者在手机上就能核对。
"""
# What runs in the process measured: it counts the files whose functions are called, not those that are only loaded.
PROGRAM = """
import atexit, inspect, json, os, sys
bot, report, *words = sys.argv[1:]
entered = set()
def look(frame, event, _):
    code = frame.f_code
    if event == "call" and code.co_flags & inspect.CO_OPTIMIZED and code.co_filename.startswith(bot):  # a function's
        entered.add(code.co_filename)
def tell():
    sys.setprofile(None)
    loaded = [name for name in sys.modules if name == "bot" or name.startswith("bot.")]
    with open(report, "w") as file:
        json.dump([sorted(path[len(bot):] for path in entered), sorted(loaded)], file)
atexit.register(tell)
sys.argv = ["curate", *words]
from bot.__main__ import main
sys.setprofile(look)
main()
"""


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "list")
        _copy(source, root)
        print("| 命令 | 进入的文件 | 载入的模块 | 有缓存时 |\n|---|---|---|---|")
        for words in _commands(root):
            shutil.rmtree(Path(folder, "cache"), ignore_errors=True)
            (files, modules), (fewer, less) = (_walked(root, words, Path(folder)) for _ in range(2))
            shown = " ".join(Path(word).name if "/" in word else word for word in words)
            print(f"| {shown} | {len(files)} | {len(modules)} | {len(fewer)}，{len(less)} |", flush=True)
            if "-v" in sys.argv:
                print(*files, sep="\n")


def _copy(source: Path, root: Path) -> None:
    root.mkdir()
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, root / part)
        elif (source / part).exists():
            shutil.copy(source / part, root / part)


def _commands(root: Path) -> list[list[str]]:
    record = min((root / "catalog").glob("*/*.yml"))
    (root / "answers.yml").write_text(ANSWERS.format(record.parent.name), encoding="utf-8")
    body = root / "body.md"
    body.write_text(
        "### 项目名称\n\nLabel-Reader\n\n### 项目链接\n\nhttps://github.com/label-reader/label-reader\n", "utf-8"
    )
    return [
        ["regen"],
        ["check"],
        ["check", "README.md"],
        ["check", str(record)],
        ["submit", "--dry-run", "--issue-body", str(body)],
        ["new", "--from", "answers.yml"],
    ]


def _walked(root: Path, words: list[str], folder: Path) -> tuple[list[str], list[str]]:
    report = folder / "report.json"
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(HERE)}
    program = [sys.executable, "-c", PROGRAM, f"{HERE / 'bot'}{os.sep}", str(report), *words]
    subprocess.run(program, cwd=root, env=environment, capture_output=True, check=False)
    files, modules = json.loads(report.read_text(encoding="utf-8"))
    return files, modules


if __name__ == "__main__":
    main()
