"""Change the code at random and see which changes no test notices: python -m bench.mutants --sample 50 --seed 1

Each mutant lives in a copy of the tree and meets the tests that reach its line, the tests of its own module first.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bench.mutations import Mutant, mutants

ROOT = Path(__file__).parents[1]
Reach = dict[str, dict[int, set[str]]]  # file → line → tests
OPTIONS = ("-q", "-p", "no:cacheprovider", "--tb=no", "-W", "ignore::pytest.PytestAssertRewriteWarning")
# What the tests load beside bot/.
WARM = ("hypothesis", "cmarkgfm", "rapidfuzz.fuzz", "opencc", "yaml", "jinja2", "click.testing", "ada_url", "difflib")


def copied(folder: Path) -> Path:
    """A copy of the tree as it stands in the working directory, whose compiled files hold as long as the text does."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    compiled = (sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "bot")
    subprocess.run(compiled, cwd=folder, check=True)
    return folder


def _environment(folder: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


def reach(cache: Path, folders: Sequence[str] = ()) -> Reach:
    """Which tests (of these folders) run which line; recorded once for a state of the tree: as long as they take."""
    kept = cache / f"{_digest()}{''.join(folders).replace('/', '-')}.json"
    if not kept.exists():
        print("recording which test reaches which line …", flush=True)
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            kept.write_text(json.dumps(_recorded(copied(Path(folder)), folders)), "utf-8")
    read = json.loads(kept.read_text("utf-8"))
    names = read["tests"]
    return {
        file: {int(line): {names[one] for one in tests} for line, tests in lines.items()}
        for file, lines in read["files"].items()
    }


def _digest() -> str:
    texts = [path.read_bytes() for folder in ("bot", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]


def _recorded(folder: Path, folders: Sequence[str]) -> dict[str, object]:
    from coverage import CoverageData

    wanted = ("--cov=bot", "--cov-context=test", "--cov-report=", "--ignore=tests/standin")
    command = (sys.executable, "-m", "pytest", *OPTIONS, *wanted, *folders)
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **_environment(folder)}, check=False, text=True, capture_output=True
    )
    failed = set(re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE))
    if failed:
        print("these fail on the unchanged tree and judge nothing:", *sorted(failed), sep="\n  ", flush=True)
    elif done.returncode:
        raise SystemExit(f"the tests could not be run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    data = CoverageData(str(folder / ".coverage"))
    data.read()
    tests: dict[str, int] = {}
    files: dict[str, dict[int, list[int]]] = {}
    for path in data.measured_files():
        lines = files[Path(path).relative_to(folder).as_posix()] = {}
        for line, contexts in data.contexts_by_lineno(path).items():
            names = sorted({context.rpartition("|")[0] for context in contexts if context} - failed)
            lines[line] = [tests.setdefault(name, len(tests)) for name in names]
    return {"tests": list(tests), "files": files}


class Uses:
    """Which lines mention a name, so that a table is tested by those who read it."""

    def __init__(self) -> None:
        self.lines: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self.tables: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for path in sorted((ROOT / "bot").rglob("*.py")):
            self._read(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8")).body)

    def _read(self, file: str, body: Sequence[ast.stmt]) -> None:
        for statement in body:
            if isinstance(statement, ast.ClassDef):
                self._read(file, statement.body)
                continue
            inside = isinstance(statement, ast.FunctionDef)
            defined = [] if inside else [n.id for n in ast.walk(statement) if _stored(n)]
            for node in ast.walk(statement):
                if name := getattr(node, "id", "") or getattr(node, "attr", ""):
                    self.lines[name] |= {(file, node.lineno)} if inside else set()
                    self.tables[name] |= {(file, target) for target in defined if target != name}

    def of(self, file: str, names: Sequence[str]) -> set[tuple[str, int]]:
        """Where functions mention one of the names, or a name made from one; private ones in their own file only."""
        seen, waiting = set(names), [(file, name) for name in names]
        found: set[tuple[str, int]] = set()
        while waiting:
            home, name = waiting.pop()
            found |= {use for use in self.lines[name] if not name.startswith("_") or use[0] == home}
            for place, target in self.tables[name]:
                if target not in seen and (not name.startswith("_") or place == home):
                    seen.add(target)
                    waiting.append((place, target))
        return found


def _stored(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def tests_of(mutant: Mutant, reached: Reach, uses: Uses) -> list[str]:
    """The tests that may notice it, nearest first; those of its room where no line of it is known to be reached."""
    places = uses.of(mutant.file, mutant.names) if mutant.names else {(mutant.file, at) for at in mutant.lines}
    tests = set().union(*(reached.get(file, {}).get(line, set()) for file, line in places))
    if not tests and mutant.names:
        tests = set().union(*reached.get(mutant.file, {}).values())
    room, module = Path(mutant.file).parent.relative_to("bot"), Path(mutant.file).stem
    near = (f"tests/{room}/test_{module}.py", f"tests/{room}/", f"tests/{mutant.room}/")
    order = sorted(tests, key=lambda test: ([test.startswith(place) for place in near], test), reverse=True)
    return order or [place for place in near[1:] if (ROOT / place).exists()][:1]


def own_tests(room: str) -> list[str]:
    """The folders of a room's tests; rules and what they share are tested together."""
    rooms = ["lint", "rules"] if room in {"lint", "rules"} else [room]
    return [f"tests/{one}" for one in rooms if (ROOT / "tests" / one).is_dir()]


def drawn(pool: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """A room by its size, a kind of change whatever its size, then any mutant of them."""
    chance = random.Random(seed)
    rest = defaultdict(lambda: defaultdict(list))
    for mutant in pool:
        rest[mutant.room][mutant.kind].append(mutant)
    found = []
    while len(found) < min(count, len(pool)):
        rooms = [room for room in rest if rest[room]]
        sizes = [sum(map(len, rest[room].values())) for room in rooms]
        kinds = rest[chance.choices(rooms, sizes)[0]]
        kind = chance.choice(sorted(kinds))
        found.append(kinds[kind].pop(chance.randrange(len(kinds[kind]))))
        if not kinds[kind]:
            del kinds[kind]
    return found


def judged(chosen: Sequence[Mutant], choice: Sequence[Sequence[str]], jobs: int, timeout: float) -> Iterator[str]:
    """For each in its order whether it is "noticed", "unnoticed" or "endless".

    pytest is loaded once: a process is forked for each mutant.
    """
    for module in WARM:
        importlib.import_module(module)
    with tempfile.TemporaryDirectory() as home:
        free = [copied(Path(home) / str(number)) for number in range(jobs)]
        texts = {file: (free[0] / file).read_text("utf-8") for file in {each.file for each in chosen}}
        running: dict[int, tuple[int, Path, float]] = {}
        results: dict[int, str] = {}
        waiting = list(range(len(chosen)))[::-1]
        for number in range(len(chosen)):
            while number not in results:
                while waiting and free:
                    at, folder = waiting.pop(), free.pop()
                    running[_started(folder, chosen[at], choice[at])] = (at, folder, time.monotonic() + timeout)
                for pid in list(running):
                    at, folder, end = running[pid]
                    ended, status = os.waitpid(pid, os.WNOHANG)
                    if not ended and time.monotonic() < end:
                        continue
                    results[at] = ("noticed" if status else "unnoticed") if ended else "endless"
                    if not ended:
                        os.killpg(pid, signal.SIGKILL)
                        os.waitpid(pid, 0)
                    free.append(folder)
                    del running[pid]
                    (folder / chosen[at].file).write_text(texts[chosen[at].file], "utf-8")
                time.sleep(0.02)
            yield results[number]


def _started(folder: Path, mutant: Mutant, tests: Sequence[str]) -> int:
    """The process that runs the tests against the mutant."""
    path, listing = folder / mutant.file, folder / ".tests"
    text = path.read_text("utf-8")
    path.write_text(text[: mutant.start] + mutant.new + text[mutant.end :], "utf-8")
    listing.write_text("".join(f"{test}\n" for test in tests), "utf-8")
    if pid := os.fork():
        return pid
    code = 3
    try:
        os.setpgid(0, 0)
        os.chdir(folder)
        os.environ |= _environment(folder)
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(folder))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        code = int(pytest.main([*OPTIONS, "-x", f"@{listing}"]))
    finally:
        os._exit(code)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="how many mutants (default 50; all of them with --at)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same mutants of the same tree")
    parser.add_argument("--room", action="append", default=[], help="only this package of bot/; may be repeated")
    parser.add_argument("--at", action="append", default=[], metavar="FILE[:LINE]", help="only there; may be repeated")
    parser.add_argument("--tests", action="append", default=[], help="these tests instead of those that reach the line")
    parser.add_argument("--own", action="store_true", help="only the tests of the rooms that are asked for")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (default 2)")
    parser.add_argument("--timeout", type=float, default=300, help="seconds until a mutant counts as endless")
    wanted = parser.parse_args()
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(ROOT.glob("bot/**/*.py"))}
    asked = {at.partition(":")[0] for at in wanted.at} or files.keys()
    pool = [each for file, text in files.items() if file in asked for each in mutants(file, text)]
    pool = [each for each in pool if not wanted.room or each.room in wanted.room]
    if wanted.at:
        pool = [each for each in pool if {each.file, f"{each.file}:{each.line}"} & set(wanted.at)]
    chosen = drawn(pool, wanted.sample or (len(pool) if wanted.at else 50), wanted.seed)
    if not chosen:
        raise SystemExit("nothing to change there")
    own = [folder for room in sorted({each.room for each in chosen}) if wanted.own for folder in own_tests(room)]
    reached, uses = ({}, None) if wanted.tests else (reach(ROOT / ".cache" / "mutants", own), Uses())
    choice = [wanted.tests or tests_of(each, reached, uses) for each in chosen]
    unchanged = replace(chosen[0], start=0, end=0, new="")
    if next(judged([unchanged], choice, 1, wanted.timeout)) == "noticed":
        raise SystemExit(f"these tests fail on the unchanged tree: {' '.join(choice[0][:20])}")
    done, dead = Counter(each.room for each in chosen), Counter()
    for mutant, tests, result in zip(chosen, choice, judged(chosen, choice, wanted.jobs, wanted.timeout), strict=True):
        dead[mutant.room] += result == "noticed"
        if result != "noticed":
            print(f"{mutant}  ({result}, {len(tests)} tests)", flush=True)
    for room in sorted(done):
        print(f"{room}: {dead[room]} of {done[room]} noticed")
    print(f"all: {dead.total()} of {done.total()} noticed, {dead.total() / max(1, done.total()):.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
