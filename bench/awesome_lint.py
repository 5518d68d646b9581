"""awesome-lint's double-link rule (github.com/sindresorhus/awesome-lint) on the same pages, where npm is at hand."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

# The rule as awesome-lint's own configuration runs it, alone: the other rules ask for a repository and the network.
SCRIPT = """
import fs from 'node:fs';
import {remark} from 'remark';
import remarkGfm from 'remark-gfm';
import rule, {createAwesomeListIgnore} from 'awesome-lint/rules/double-link.js';
for (const name of fs.readdirSync('pages')) {
  const file = await remark().use(remarkGfm).use(rule, {shouldIgnore: createAwesomeListIgnore})
    .process(fs.readFileSync('pages/' + name, 'utf8'));
  const said = file.messages.map(m => [m.line ?? m.place?.start?.line ?? m.place?.line ?? null, m.reason]);
  console.log(JSON.stringify([name, said]));
}
"""


def double_links(pages: Mapping[str, str], folder: Path | None = None) -> tuple[dict[str, set[int]], str]:
    """Page → the lines it complains about; and why there is nothing, in Chinese, where it could not be run."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        return {}, "没有 npm 或 node"
    root = folder or Path(tempfile.mkdtemp(prefix="awesome-lint-"))
    if problem := _install(npm, root):
        return {}, problem
    (root / "pages").mkdir(exist_ok=True)
    for name, text in pages.items():
        (root / "pages" / name).write_text(text, encoding="utf-8")
    rules = root / "node_modules/awesome-lint/rules/double-link.js"
    script = SCRIPT.replace("'awesome-lint/rules/double-link.js'", json.dumps(rules.as_uri()))
    (root / "lines.mjs").write_text(script, encoding="utf-8")
    done = subprocess.run([node, "lines.mjs"], cwd=root, capture_output=True, text=True, check=False, timeout=1800)
    if done.returncode:
        return {}, f"运行失败：{done.stderr.strip()[-200:]}"
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: lines_of(found, pages[name]) for name, found in said}, ""


def lines_of(said: Iterable[tuple[int | None, str]], text: str) -> set[int]:
    """The lines that messages (line or None, "Duplicate link: URL") are about.

    remark gives a bare address no position; such a message is taken for every line that shows the address,
    which is more than a reader of awesome-lint's output is told.
    """
    found = {line for line, _ in said if line}
    lost = {reason.partition(": ")[2] for line, reason in said if not line} - {""}
    for at, line in enumerate(text.splitlines(), 1) if lost else ():
        if any(url in line or url.partition("://")[2] in line for url in lost):
            found.add(at)
    return found


def _install(npm: str, root: Path) -> str:
    if (root / "node_modules/awesome-lint").is_dir():
        return ""
    (root / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "awesome-lint@2"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=600)
    return f"装不上：{done.stderr.strip()[-200:]}" if done.returncode else ""
