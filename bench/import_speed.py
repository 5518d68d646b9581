"""`python -m bench.import_speed`: `curate import` and hecat's `markdown_awesome` importer on the same README.

The list is in hecat's own format, the only one it reads. Both run as subprocesses, start-up and files included.
Prints a Markdown table; nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

from bench import hecat
from bench.measure import Cost, run, typical

SECTION = 100
TEXT = "Keeps the notes of a team in plain files."
CONFIG = """steps:
  - name: import
    module: importers/markdown_awesome
    module_options: {source_file: README.md, output_directory: data}
"""


def page(entries: int) -> str:
    """A list of that many entries in sections of a hundred, about 160 bytes each."""
    lines = ["# List", ""]
    for number in range(entries):
        if number % SECTION == 0:
            lines += ["", f"### Section {number // SECTION}", "", "What this section holds.", ""]
        where = f"https://git.example.org/o{number % 97}/p{number}"
        lines.append(
            f"- [Project {number}](https://p{number}.example.org) - {TEXT} ([Source Code]({where})) `MIT` `Python`"
        )
    return "\n".join([*lines, "", "## List of Licenses", "", "- `MIT` - [MIT](https://mit-license.org)", ""])


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    words.add_argument("--times", type=int, default=3)
    words.add_argument("--hecat", default=".hecat", help="folder of hecat's virtual environment")
    asked = words.parse_args()
    peer = hecat.install(Path(asked.hecat))
    print("| 条数 | 字节 | 什么 | 墙钟 秒 | 处理器 秒 | 峰值 MiB |\n|---|---|---|---|---|---|")
    for size in asked.sizes:
        text = page(size)
        for what, once in (("hecat markdown_awesome", _hecat), ("curate import", _curate)):
            if peer or what.startswith("curate"):
                cost = typical(asked.times, partial(once, text, str(peer)))
                figures = f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f}"
                print(f"| {size} | {len(text.encode())} | {what} | {figures} |", flush=True)


def _curate(text: str, _peer: str) -> Cost:
    return _in_folder(text, [sys.executable, "-m", "bot", "import", "{}/README.md", "--into", "{}/list"])


def _hecat(text: str, peer: str) -> Cost:
    return _in_folder(text, [str(Path(peer).absolute()), "--config", "{}/.hecat.yml", "--log-level", "ERROR"])


def _in_folder(text: str, command: list[str]) -> Cost:
    root = Path(tempfile.mkdtemp(prefix="curate-import-"))
    try:
        (root / "README.md").write_text(text, encoding="utf-8")
        (root / ".hecat.yml").write_text(CONFIG, encoding="utf-8")
        for name in ("software", "tags", "platforms"):
            (root / "data" / name).mkdir(parents=True)
        here = str(Path(__file__).resolve().parent.parent)
        paths = {"PYTHONPATH": here, "PATH": os.environ["PATH"]}
        return run([part.replace("{}", str(root)) for part in command], root, paths)
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
