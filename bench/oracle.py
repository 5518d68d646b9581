"""Records all that the tool says and writes, so that two versions of it can be compared byte by byte.

It knows the tool by its command line only (and bench/synthetic.py), so that code may move between two records.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BODIES = Path(__file__).with_name("oracle_bodies")
PARTS = ("catalog", "README.md", "README.template.md", ".github/ISSUE_TEMPLATE")  # of a list, and nothing else
GROUPS = ("shipped", "tiny", "synthetic", "issues", "import", "wild", "fix")
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TZ": "UTC"}
BROKEN = ("https//", "https:/", "https:// ", "https://https://", "ttps://", "https;//")

Said = Iterator[tuple[str, bytes]]  # a file's name and what it holds


@dataclass(frozen=True)
class Desk:
    """A folder of its own, in which commands run one by one, each with an empty cache."""

    root: Path

    @property
    def list(self) -> Path:
        return self.root / "list"

    @property
    def records(self) -> list[Path]:
        return sorted(self.list.glob("catalog/*/**/*.yml"))

    def run(self, *args: str) -> bytes:
        """All that one command says, without what depends on the machine and the day."""
        with tempfile.TemporaryDirectory(dir=self.root) as home:
            command, env = [sys.executable, "-P", "-m", "bot", *args], {"HOME": home, "XDG_CACHE_HOME": home}
            done = subprocess.run(command, cwd=self.list, env=ENVIRONMENT | env, capture_output=True, check=False)
        out, err = (self._plain(stream.decode("utf-8", "backslashreplace")) for stream in (done.stdout, done.stderr))
        shown = self._plain(" ".join(args))
        return f"$ curate {shown}\nexit {done.returncode}\n==== stdout\n{_pretty(out)}==== stderr\n{err}".encode()

    def _plain(self, text: str) -> str:
        text = text.replace(str(self.root), "<FOLDER>").replace(str(ROOT), "<REPO>")
        now = datetime.now(UTC)
        for day in {(now + timedelta(hours=hours)).date() for hours in (0, 14)}:
            text = text.replace(day.isoformat(), "<TODAY>")
        return re.sub(r"(Traceback \(most.*\n)(?:  .*\n)+", r"\1", text)


@dataclass(frozen=True)
class Case:
    """What is recorded into one folder."""

    group: str
    name: str
    play: Callable[..., Said]
    inputs: tuple[Path, ...] = ()

    def record(self, target: Path) -> None:
        with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
            desk = Desk(Path(folder).resolve())
            desk.list.mkdir()
            for name, data in self.play(desk, *self.inputs):
                file = target / self.group / self.name / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)


def _pretty(text: str) -> str:
    if text.startswith(("{", "[")):
        with suppress(ValueError):
            return json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return text


def _tree(folder: Path) -> bytes:
    """Every file below a folder with its content, in one text."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    texts = ((f"==== {path.relative_to(folder).as_posix()}\n".encode(), path.read_bytes()) for path in files)
    return b"".join(head + data + (b"" if data.endswith(b"\n") else b"\n==== no end of line\n") for head, data in texts)


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        return b"no such file\n"
    return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()


def _lay(desk: Desk, source: Path) -> None:
    """A copy of a list; one without forms gets those of the project it lies in."""
    for part in PARTS:
        above = source.parents if part.startswith(".") else ()
        there = next((folder / part for folder in (source, *above) if (folder / part).exists()), source / part)
        here = desk.list / part
        here.parent.mkdir(exist_ok=True)
        if there.is_dir():
            shutil.copytree(there, here)
        elif there.exists():
            shutil.copy(there, here)


def _catalog(desk: Desk, source: Path) -> Said:
    _lay(desk, source)
    yield "regen-check.txt", desk.run("regen", "--check")
    for generated in ("README.md", "catalog/record.schema.json"):
        (desk.list / generated).unlink(missing_ok=True)
    yield "regen.txt", desk.run("regen", "--force")
    yield "page.md", _bytes(desk.list / "README.md")
    yield "forms.txt", desk.run("forms")
    yield "forms-check.txt", desk.run("forms", "--check")
    yield "tree.txt", _tree(desk.list)
    for form in ("text", "json", "github", "sarif"):
        yield f"check-{form}.txt", desk.run("check", "--format", form)
        yield f"check-page-{form}.txt", desk.run("check", "README.md", "--format", form)
    for record in desk.records[::5]:
        file = record.relative_to(desk.list).as_posix()
        yield f"check-record/{record.stem}.txt", desk.run("check", file, "--format", "json")
    yield from _absorbed(desk)
    yield "regen-after-edit.txt", desk.run("regen")


def _absorbed(desk: Desk) -> Said:
    """The page edited by hand here and there, and what absorb makes of it."""
    page = desk.list / "README.md"
    lines = _bytes(page).decode("utf-8", "surrogateescape").split("\n")
    linked = [at for at, line in enumerate(lines) if "](http" in line]
    for at in linked[5::40]:
        lines[at] = lines[at].replace("](http", "!](http", 1)
    for at in reversed(linked[25::40]):
        del lines[at]
    page.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    yield "absorb.txt", desk.run("absorb", "--dry-run")


def _synthetic(desk: Desk) -> Said:
    from bench.synthetic import write

    write(desk.list, 1000, seed=1)
    yield "regen.txt", desk.run("regen")
    yield "page.md", _bytes(desk.list / "README.md")
    yield "check-json.txt", desk.run("check", "--format", "json")


def _handbook(desk: Desk) -> Said:
    """What the tool says about itself."""
    yield "rules.txt", (rules := desk.run("rules"))
    yield "rules-written.txt", desk.run("rules", "--write", "rules.md")
    yield "rules.md", _bytes(desk.list / "rules.md")
    yield "manual.txt", desk.run("manual")
    for code in re.findall(r"^[A-Z]{3}\d{3}", rules.decode(), re.MULTILINE):
        yield f"explain/{code}.txt", desk.run("explain", code)


def _issue(desk: Desk, body: Path, shipped: Path) -> Said:
    _lay(desk, shipped)
    shutil.copy(body, desk.list / "body.md")
    kind = "fix" if "### 哪个条目".encode() in body.read_bytes() else "new"
    form = f".github/ISSUE_TEMPLATE/{kind}-entry.yml"
    yield "submit.txt", desk.run("submit", "--issue-body", "body.md", "--dry-run")
    yield "parsed.txt", desk.run("submit", "--issue-body", "body.md", "--form", form, "--parse-only")


def _import(desk: Desk, file: Path) -> Said:
    (desk.list / "page.md").write_bytes(_bytes(file))
    yield "check-page-json.txt", desk.run("check", "page.md", "--format", "json")
    yield "import.txt", desk.run("import", "page.md", "--into", ".")
    (desk.list / "page.md").unlink()
    yield "tree.txt", _tree(desk.list)
    yield "regen.txt", desk.run("regen")
    yield "page.md", _bytes(desk.list / "README.md")
    yield "check-json.txt", desk.run("check", "--format", "json")
    yield from _absorbed(desk)


def _spoilt(text: str, every: int) -> str:
    """Every so manieth address written wrong, in all the ways in turn."""
    start, *rest = text.split("https://")
    marks = ("https://" if at % every else BROKEN[at // every % len(BROKEN)] for at in range(len(rest)))
    return start + "".join(map("".join, zip(marks, rest, strict=True)))


def _fix_page(desk: Desk, file: Path) -> Said:
    page = desk.list / "page.md"
    page.write_bytes(_bytes(file))
    yield "fix.txt", desk.run("check", "page.md", "--fix")
    text = page.read_bytes().decode("utf-8", "surrogateescape").partition("[//]: # (curate:")[0]
    page.write_bytes(_spoilt(text, 7).encode("utf-8", "surrogateescape"))
    yield "fix-write.txt", desk.run("check", "page.md", "--fix", "--write")
    yield "page.md", page.read_bytes()


def _fix_catalog(desk: Desk, shipped: Path) -> Said:
    """The shipped catalog with wrong addresses, entries that stand twice and a link to nowhere in the page."""
    _lay(desk, shipped)
    for at, record in enumerate(desk.records):
        text = record.read_text("utf-8")
        if at % 6 == 0:
            record.write_text(text.replace("https://", BROKEN[at // 6 % len(BROKEN)], 1), "utf-8")
        if at % 15 == 1:
            again = re.sub(r"added: .*", "added: 2024-05-06", text) if at % 2 else text
            record.with_name(f"{record.stem}-again.yml").write_text(again, "utf-8")
    with (desk.list / "README.template.md").open("a", encoding="utf-8") as template:
        template.write("\n[上面](#一、自主模型篇) [别处](#nowhere) [大写](#Moss)\n")
    yield "before.txt", desk.run("check", "--format", "json")
    yield "fix.txt", desk.run("check", "--fix")
    yield "fix-json.txt", desk.run("check", "--fix", "--write", "--format", "json")
    yield "again.txt", desk.run("check", "--fix", "--write")
    yield "tree.txt", _tree(desk.list)


def _cases(source: Path, shared: Path | None) -> Iterator[Case]:
    """Long ones first."""
    yield Case("shipped", "handbook", _handbook)
    yield Case("shipped", "catalog", _catalog, (source,))
    yield Case("synthetic", "catalog", _synthetic)
    yield Case("tiny", "catalog", _catalog, (source / "tests/data/tiny",))
    yield Case("fix", "shipped-catalog", _fix_catalog, (source,))
    yield Case("fix", "shipped-page", _fix_page, (source / "README.md",))
    for group, play in (("import", _import), ("wild", _import), ("fix", _fix_page)):
        for file in _pages(shared, group.replace("fix", "wild")):
            yield Case(group, file.name.split(".md")[0], play, (file,))
    for body in sorted(BODIES.glob("*.md")):
        yield Case("issues", body.stem, _issue, (body, source))


def _pages(shared: Path | None, folder: str) -> list[Path]:
    return sorted((shared / folder / "files").iterdir()) if shared else []


def record(target: Path, cases: list[Case], jobs: int) -> int:
    if target.is_dir() and any(target.iterdir()):
        print(f"{target} is not empty")
        return 2
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(lambda case: case.record(target), cases))
    count = sum(file.is_file() for file in target.rglob("*"))
    print(f"recorded {count} cases from {len(cases)} inputs in {target}")
    return 0


def compare(before: Path, after: Path) -> int:
    files = {p.relative_to(root) for root in (before, after) for p in root.rglob("*") if p.is_file()}
    told = [difference for name in sorted(files) if (difference := _difference(name, before, after))]
    print("\n\n".join([*told, f"{len(told) or 'no'} difference{'s' * (len(told) > 1)} ({len(files)} cases)"]))
    return 0 if files and not told else 1


def _difference(name: Path, before: Path, after: Path) -> str:
    for root in (before, after):
        if not (root / name).is_file():
            return f"missing in {root}: {name}"
    old, new = (before / name).read_bytes(), (after / name).read_bytes()
    if old == new:
        return ""
    lines = [data.decode("utf-8", "backslashreplace").splitlines() for data in (old, new)]
    shown = list(islice(difflib.unified_diff(*lines, n=1, lineterm=""), 2, 22))  # the first 20 lines
    return "\n".join([f"differs: {name}", *(shown or ["only in line ends"])])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.oracle", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    recording = commands.add_parser("record", help="write one file a case below DIR")
    recording.add_argument("target", metavar="DIR", type=Path)
    folder = os.environ.get("CURATE_SHARED")
    recording.add_argument("--shared", type=Path, default=folder, help="wild/files, import/files (or: CURATE_SHARED)")
    recording.add_argument("--list", type=Path, default=ROOT, help="checkout with the lists (default: this one)")
    recording.add_argument("--jobs", type=int, default=2, help="inputs at a time (default 2)")
    recording.add_argument("--only", nargs="+", choices=GROUPS, default=list(GROUPS), metavar="GROUP", help=str(GROUPS))
    comparing = commands.add_parser("compare", help="name what differs between two records; exit 1 if anything does")
    comparing.add_argument("folders", metavar="DIR", nargs=2, type=Path)
    given = parser.parse_args()
    if given.command == "compare":
        return compare(*given.folders)
    if not given.shared:
        print("skipped: wild, import and the pages of fix (for want of --shared and CURATE_SHARED)")
    cases = _cases(given.list.resolve(), given.shared and given.shared.resolve())
    return record(given.target, [case for case in cases if case.group in given.only], given.jobs)


if __name__ == "__main__":
    sys.exit(main())
