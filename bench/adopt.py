"""`curate setup` on whole lists of other people: does each have all it needs afterwards, and take a submission.

    python -m bench.adopt FOLDER     a folder with README files, *.md or *.md.gz

One line a list; exits 1 where anything is not as it should be. Nothing of the lists is kept.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bot.catalog.load import load_sound
from bot.catalog.model import Catalog
from bot.catalog.show import is_pattern
from bot.flows.forms import forms
from bot.flows.import_ import plain
from bot.submissions.form_template import language_of

BIN = Path(sysconfig.get_paths()["scripts"])
ACTION = f"owner/curate@{'0123456789' * 4}"
SAID = {
    "zh": "一个用来试验投稿流程的小工具，支持多种输入，可以直接运行，也可以嵌入别的程序。",
    "en": "A small tool to try submissions with, which reads many inputs and runs on its own or inside other programs.",
}


def run(root: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=root, capture_output=True, text=True, check=False)


def made(page: bytes, root: Path) -> Iterator[str]:
    """What is wrong with a list after setup; nothing where all is well."""
    (root / "README.md").write_bytes(page)
    run(root, "git", "init", "-qb", "trunk")
    run(root, "git", "remote", "add", "origin", "git@github.com:someone/list.git")
    done = run(root, BIN / "curate", "setup", "--yes", "--action", ACTION, "--pre-commit")
    if done.returncode:
        yield f"setup: {done.stderr.strip()[-200:]}"
        return
    if not plain((root / "README.md").read_text("utf-8")).startswith(plain(page.decode("utf-8-sig"))):
        yield "the page is another"
    again = run(root, BIN / "curate", "setup", "--yes", "--pre-commit")
    if "没有变化" not in again.stdout:
        yield f"not the same twice: {again.stdout[-200:]}{again.stderr[-200:]}"
    yield from tools(root)
    catalog = load_sound(root)
    leaves = [section for section in catalog.sections if not section.entry.sections]
    for section in dict.fromkeys((leaves[0].path, leaves[len(leaves) // 2].path, leaves[-1].path)):
        yield from submitted(root, catalog, section)


def tools(root: Path) -> Iterator[str]:
    issue_forms = sorted(map(str, (root / ".github/ISSUE_TEMPLATE").glob("*.yml")))
    for name, command in {
        "form schema": (BIN / "check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *issue_forms),
        "dependabot": (BIN / "check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"),
        "actionlint": (BIN / "actionlint",),
        "zizmor": (BIN / "zizmor", "--offline", "--quiet", "--persona", "pedantic", ".github"),
    }.items():
        done = run(root, *command)
        if done.returncode:
            yield f"{name}: {done.stdout[-300:]}{done.stderr[-300:]}"


def submitted(root: Path, catalog: Catalog, path: str) -> Iterator[str]:
    """A clean submission to a section: is it ready, and does its line look like its neighbours'."""
    (root / "body.md").write_text(body(root, catalog, path), "utf-8")
    done = run(root, BIN / "curate", "submit", "--issue-body", "body.md", "--dry-run", "--format", "json")
    told = json.loads(done.stdout or "{}")
    if told.get("status") != "ready":
        problems = [one["message"] for one in told.get("problems", [])]
        yield f"{path}: {told.get('status')}: {problems}{done.stderr[-200:]}"
        return
    old = (root / "README.md").read_text("utf-8").splitlines()
    new = told["pull_request"]["files"]["README.md"].splitlines()
    at = next(number for number, line in enumerate(new) if line.lower().count("tryout"))
    near = [line for line in new[max(0, at - 3) : at + 4] if line.strip() and "tryout" not in line.lower()]
    show = next(section.entry.show for section in catalog.sections if section.path == path)
    alike = any(line.lstrip()[:2] == new[at].lstrip()[:2] for line in near)
    if not alike:
        style = "pattern" if is_pattern(show) else show
        yield f"{path}: unlike its neighbours ({style}): {new[at]!r} beside {near[-1:]}"
    if len(new) - len(old) > 12:
        yield f"{path}: {len(new) - len(old)} lines more"


def body(root: Path, catalog: Catalog, path: str) -> str:
    from bot.submissions.write_forms import section_options

    chosen = next(option for option, section in section_options(catalog).items() if section == path)
    given = {"name": "Tryout", "link": "https://github.com/try-out-things/tryout", "section": chosen,
             "description": SAID[language_of(catalog)]}  # fmt: skip
    parts = []
    for field in forms(root)["new-entry"].fields:
        answer = given.get(field.id, "None" if field.type == "dropdown" else "_No response_")
        if field.type == "checkboxes":
            answer = "\n".join(f"- [X] {option}" for option in field.options)
        parts.append(f"### {field.label}\n\n{answer}")
    return "\n\n".join(parts)


def main(folder: Path) -> int:
    wrong = 0
    for file in sorted(folder.rglob("*.md*")):
        page = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        with tempfile.TemporaryDirectory() as name:
            began = time.monotonic()
            faults = list(made(page, Path(name)))
        wrong += bool(faults)
        print(f"{file.name:45} {time.monotonic() - began:5.1f} s  {'ok' if not faults else ''}", flush=True)
        for fault in faults:
            print(f"    {fault[:400]}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
