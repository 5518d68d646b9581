"""The YAML examples in a rule's docstring → what rules look at, through the real loader.

An example is a mapping with
  record   fields of the record judged; what is absent gets a default, a field given as null is left out
  catalog  a list of such mappings: the other records of the list
  slug, section   inside a record mapping: where its file lies (default: made of the name, section `models`)
  file, text      a file's path and raw content, in place of (or beside) the record
  list     fields of catalog/list.yml that replace the default ones; `sections` alone does too
  markdown a whole README page, read as `curate check README.md` does, in place of all the above
  page     a hand-kept page in Markdown, read as `curate check README.md` would; then nothing else is given
  facts    address → what is remembered of it, as in a facts file; days and looks that are absent are made up
  files    the files of the git checkout that the list stands in; without them there is none
  template  the text of README.template.md
  today    the day up to which dates are past; stale: paths of generated files that are out of date
  unprinted  the sections that the template of the page leaves out
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import mistune
import yaml
from kinds import KINDS

from bot.catalog.arrange import LIST_FILE, assemble, unread
from bot.catalog.model import Mistake, Record
from bot.catalog.parse import read_list, read_record
from bot.lint.context import Checkout, LintContext, Page
from bot.lint.discover import Rule
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.lint.page_context import page_context
from bot.readme.importer.read import read_readme
from bot.urls.web_address import web_address
from bot.web.facts_format import Facts, facts_from

MARKDOWN = mistune.create_markdown(renderer=None)
PARTS = (
    "page", "record", "new", "catalog", "file", "text", "list", "sections", "markdown", "today", "stale", "facts",
    "unprinted", "files", "template",
)  # fmt: skip
SECTIONS = [
    {"id": "models", "title": "模型"},
    {"id": "corpora", "title": "语料", "show": "list", "sections": [{"id": "rlhf", "title": "人类反馈"}]},
]
# Unlike one another, so that no rule takes two default records for the same thing.
DESCRIPTIONS = (
    "由高校实验室发布，支持中英双语对话，可以在单张消费级显卡上运行。",
    "收录十万条人工撰写的指令，按任务分为十二类，仅限学术用途。",
    "企业团队维护的训练工具，提供断点续训、混合精度与多机并行。",
    "比较各家大模型数学与代码能力的榜单，每月更新一次。",
)


def examples(rule: Rule, heading: str) -> list[str]:
    """The YAML blocks below `## Flagged` or `## Fine`, as text."""
    found, below = [], ""
    for token in MARKDOWN(rule.doc):
        if token["type"] == "heading":
            below = token["children"][0]["raw"]
        elif token["type"] == "block_code" and token["attrs"]["info"] == "yaml" and below == heading:
            found.append(token["raw"])
    return found


def findings(text: str) -> list[Finding]:
    """What all rules say about one example."""
    return run(evidence(yaml.safe_load(text)))


def evidence(example: Mapping[str, Any]) -> LintContext:
    """The example as a rule sees it. Raises ValueError for a part it does not know, so that no typo passes."""
    if unknown := set(example) - set(PARTS):
        raise ValueError(f"unknown parts {sorted(unknown)}")
    if "markdown" in example:
        return _page(example)
    if "page" in example:
        checkout = Checkout(frozenset(example["files"])) if "files" in example else None
        return page_context(example["page"], "README.md", example.get("today", date.max), checkout)
    shown = {
        "title": "示例列表",
        "kinds": KINDS,
        "sections": example.get("sections", SECTIONS),
        **example.get("list", {}),
    }
    list_file, mistakes = read_list(_yaml(shown), LIST_FILE)
    if list_file is None:
        raise ValueError(mistakes)
    records, strays = [], []
    for path, data in _files(example):
        record, found = _read(path, data) if path.endswith(".yml") else (None, [])
        strays += [] if path.endswith(".yml") else [path]
        records += [record] if record else []
        mistakes += found
    catalog, last = assemble(list_file, records, strays, unread(mistakes, [record.file for record in records]))
    stale = example.get("stale", {})
    return LintContext(
        catalog=catalog,
        subjects=tuple(records[:1]) if "new" in example else catalog.records,
        mistakes=(*mistakes, *last),
        today=example.get("today", date.max),
        stale=dict.fromkeys(stale, "curate regen") if isinstance(stale, list) else stale,
        new="new" in example,
        facts=_facts(example.get("facts", {})),
        unprinted=frozenset(example.get("unprinted", ())),
        template=Page("README.template.md", example["template"]) if "template" in example else None,
        checkout=Checkout(frozenset(example["files"])) if "files" in example else None,
    )


def _facts(given: Mapping[str, Any]) -> Facts:
    return facts_from(json.dumps({"version": 1, "links": {
        web_address(url): {
            "first": "2026-11-01", "looked": "2026-11-18", "looks": 3, "outcome": "alive",
            **({"bad": ["2026-11-01", "2026-11-09", "2026-11-18"]} if fields.get("outcome") == "gone" else {}),
            **fields,
        }
        for url, fields in given.items()
    }}).encode())  # fmt: skip


def _page(example: Mapping[str, Any]) -> LintContext:
    read = read_readme(example["markdown"], "README.md")
    subjects = read.catalog.records + read.loose
    return LintContext(catalog=read.catalog, subjects=subjects, today=example.get("today", date.max))


def _files(example: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    given = [example[part] for part in ("new", "record") if part in example]
    for at, fields in enumerate([*given, *example.get("catalog", [])]):
        whole = {**_defaults(at), **fields}
        name = whole.get("name") or ""
        slug = whole.pop("slug", None) or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or f"entry-{at}"
        path = f"catalog/{whole.pop('section', 'models')}/{slug}.yml"
        yield path, _yaml({key: value for key, value in whole.items() if value is not None})
    if "text" in example:
        yield example.get("file", "catalog/models/example.yml"), example["text"].encode()


def _defaults(at: int) -> dict[str, Any]:
    return {
        "name": f"Sample{at}",
        "kind": "model",
        "added": date(2023, 3, 1),
        "links": [{"url": f"https://github.com/open-lab-{at}/sample-{at}", "type": "repository"}],
        "description": DESCRIPTIONS[at % len(DESCRIPTIONS)],
    }


def _read(path: str, data: bytes) -> tuple[Record | None, list[Mistake]]:
    record, found = read_record(data, path)
    return record, list(found)


def _yaml(value: Mapping[str, Any]) -> bytes:
    return yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False).encode()
