"""The same entries as hecat keeps them (github.com/nodiscc/hecat), to time its `markdown_singlepage` export."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

from bot.catalog.model import Catalog, ListFile, Record

SOURCES = ("hecat", "git+https://github.com/nodiscc/hecat")
CONFIG = """steps:
  - name: export
    module: exporters/markdown_singlepage
    module_options: {source_directory: data, output_directory: ., output_file: README.md}
"""


def install(folder: Path, sources: Iterable[str] = SOURCES) -> Path | None:
    """hecat's command in a virtual environment of its own; None (with a word) where it cannot be had."""
    command = folder / "bin/hecat"
    if command.exists():
        return command
    venv.create(folder, with_pip=True)
    for source in sources:
        done = subprocess.run([folder / "bin/pip", "install", "-q", source], capture_output=True, check=False)
        if done.returncode == 0 and command.exists():
            return command
    print("hecat 装不上，略过对比。", file=sys.stderr)
    return None


def write(root: Path, list_file: ListFile, records: Iterable[Record]) -> None:
    """Names, addresses, text, section, kind: what a hecat entry has room for. JSON strings are YAML strings."""
    titles = {section.path: section.entry.title for section in Catalog(list_file).sections}
    for name in ("software", "tags", "platforms"):
        (root / "data" / name).mkdir(parents=True)
    (root / ".hecat.yml").write_text(CONFIG, encoding="utf-8")
    (root / "data/licenses.yml").write_text("- identifier: MIT\n  name: MIT\n  url: https://mit-license.org\n")
    for path, title in titles.items():
        tag = f"name: {_text(title)}\ndescription: {_text(title)}\n"
        (root / "data/tags" / f"{path.replace('/', '-')}.yml").write_text(tag, encoding="utf-8")
    for record in records:
        text = _entry(record, titles[record.section])
        (root / "data/software" / f"{record.slug}.yml").write_text(text, encoding="utf-8")


def _entry(record: Record, title: str) -> str:
    return (
        f"name: {_text(record.name)}\n"
        f"website_url: {record.links[-1].url}\n"
        f"source_code_url: {record.links[0].url}\n"
        f"description: {_text(' '.join(record.description.split()))}\n"
        f"licenses:\n  - MIT\nplatforms:\n  - {record.kind}\ntags:\n  - {_text(title)}\n"
        f'updated_at: "{record.updated or record.added}"\n'
    )


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
