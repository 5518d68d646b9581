"""Every shipped file cut and spoilt, and regen stopped in the middle: nothing may crash, every mistake has its place.

    python -m bench.fuzz_catalog [--flips 200] [--runs 300] [--kills 100] [--seed 1]

Prints one line per kind of damage and exits 1 if anything broke. `silent` counts damage that reads as a sound record
(a description cut short is one): nothing a loader could know.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from bot.__main__ import main as curate
from bot.catalog.arrange import LIST_FILE
from bot.catalog.model import Mistake
from bot.catalog.parse import read_list, read_record

REPOSITORY = Path(__file__).resolve().parents[1]
STEP = 50


def shipped() -> dict[str, bytes]:
    found = sorted((REPOSITORY / "catalog").rglob("*.yml"))
    return {path.relative_to(REPOSITORY).as_posix(): path.read_bytes() for path in found}


def cuts(data: bytes, _: random.Random, __: int) -> Iterator[bytes]:
    yield from (data[:end] for end in range(0, len(data), STEP))


def flips(data: bytes, dice: random.Random, times: int) -> Iterator[bytes]:
    for _ in range(times):
        spoilt = bytearray(data)
        for _ in range(dice.choice((1, 1, 1, 2, 8))):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        yield bytes(spoilt)


def moves(data: bytes, dice: random.Random, times: int) -> Iterator[bytes]:
    """A piece taken out, doubled, or put elsewhere: what a bad merge does."""
    for _ in range(times):
        start, end, to = (dice.randrange(len(data)) for _ in range(3))
        piece = data[min(start, end) : max(start, end)]
        rest = data[: min(start, end)] + data[max(start, end) :]
        yield dice.choice((rest, data[:to] + piece + data[to:], rest[:to] + piece + rest[to:]))


def sound(mistake: Mistake, path: str, data: bytes) -> bool:
    """Whether it is told of this file, in printable words, at a place where there is text."""
    text = data.decode("utf-8", "surrogateescape")
    lines = text.split("\n")[: text.rstrip().count("\n") + 1]
    there = 1 <= mistake.line <= len(lines) and 1 <= mistake.column <= len(lines[mistake.line - 1]) + 1
    words = mistake.message and mistake.fix and (mistake.message + mistake.fix).isprintable()
    return bool(mistake.file == path and there and words)


def read(path: str, data: bytes) -> str:
    """What became of the damage; "broken" where a promise did not hold."""
    try:
        _, mistakes = read_list(data) if path == LIST_FILE else read_record(data, path)
    except Exception as error:  # noqa: BLE001 - any is a finding
        return f"broken: {type(error).__name__}"
    if not mistakes:
        return "silent"
    return "told" if all(sound(one, path, data) for one in mistakes) else "broken: place or words"


def loader(
    kind: Callable[[bytes, random.Random, int], Iterator[bytes]], dice: random.Random, times: int
) -> Counter[str]:
    return Counter(read(path, bad) for path, data in shipped().items() for bad in kind(data, dice, times))


def run(*arguments: str) -> tuple[int | str, str]:
    """The command in this process: exit code and all it said."""
    said, code = io.StringIO(), 0
    ours = mock.patch.object(sys, "argv", ["curate", *arguments])
    with ours, contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            curate()
        except SystemExit as end:
            code = end.code or 0
    return code, said.getvalue()


def command(root: Path, dice: random.Random, times: int) -> Counter[str]:
    """One spoilt file in a whole list, then `curate regen`: exit 0 or 2, the file named, the page old or whole."""
    found: Counter[str] = Counter()
    files = shipped()
    for _ in range(times):
        path = dice.choice(list(files))
        kind = dice.choice((flips, moves))
        (root / path).write_bytes(next(kind(files[path], dice, 1)))
        before = (root / "README.md").read_bytes()
        code, said = run("-C", str(root), "regen")
        same = (root / "README.md").read_bytes() == before
        named = code == 0 or (path in said and same)
        found["broken" if code not in {0, 2} or "Traceback" in said or not named else f"exit {code}"] += 1
        (root / path).write_bytes(files[path])
        run("-C", str(root), "regen")
    return found


def kills(root: Path, dice: random.Random, times: int) -> Counter[str]:
    """SIGKILL at a random moment of a run that has the page to write."""
    found: Counter[str] = Counter()
    record = root / "catalog/list.yml"
    texts = [record.read_bytes(), record.read_bytes().replace(b"title: ", "title: 新".encode(), 1)]
    pages = []
    for text in (texts[1], texts[0]):
        record.write_bytes(text)
        run("-C", str(root), "regen")
        pages.insert(0, (root / "README.md").read_bytes())
    begin = time.perf_counter()
    start(root).wait()
    whole = time.perf_counter() - begin
    for number in range(times):
        record.write_bytes(texts[(number + 1) % 2])
        child = start(root)
        time.sleep(dice.uniform(0.5, 1.6) * whole)
        child.send_signal(signal.SIGKILL)
        child.wait()
        page = (root / "README.md").read_bytes()
        found[("old", "new")[page == pages[(number + 1) % 2]] if page in pages else "broken"] += 1
        run("-C", str(root), "regen")
    return found


def start(root: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "-C", str(root), "regen"], cwd=REPOSITORY,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def full_disk(root: Path) -> Counter[str]:
    """The list on a small tmpfs with no room for a second page; needs the right to mount."""
    place = root.parent / "small"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(place)], check=False).returncode:
        return Counter({"skipped: may not mount": 1})
    try:
        shutil.copytree(root, place / "list")
        with contextlib.suppress(OSError), (place / "fill").open("wb") as file:
            for _ in range(9999):
                file.write(b"\0" * 4096)
                file.flush()
        before = (place / "list/README.md").read_bytes()
        template = place / "list/README.template.md"
        template.write_bytes(b"X" + template.read_bytes()[1:])
        code, said = run("-C", str(place / "list"), "regen")
        fine = code == 2 and "磁盘已满" in said and (place / "list/README.md").read_bytes() == before
        return Counter({"told, page whole" if fine else f"broken: {code} {said[-200:]}": 1})
    finally:
        subprocess.run(["umount", str(place)], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, default in (("flips", 200), ("runs", 300), ("kills", 100), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "list")
        shutil.copytree(REPOSITORY / "catalog", root / "catalog")
        for name in ("README.md", "README.template.md"):
            shutil.copy(REPOSITORY / name, root / name)
        with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": f"{folder}/cache"}):
            results = {
                f"cut at every {STEP}th byte": loader(cuts, dice, 0),
                f"{chosen.flips} byte flips a file": loader(flips, dice, chosen.flips),
                f"{chosen.flips} moved pieces a file": loader(moves, dice, chosen.flips),
                f"{chosen.runs} runs of regen on a spoilt list": command(root, dice, chosen.runs),
                f"{chosen.kills} runs of regen killed": kills(root, dice, chosen.kills),
                "full disk": full_disk(root),
            }
    for name, counts in results.items():
        print(f"{name}: {', '.join(f'{what} {count}' for what, count in sorted(counts.items()))}")
    return int(any(what.startswith("broken") for counts in results.values() for what in counts))


if __name__ == "__main__":
    sys.exit(main())
