"""How findings become sentences: what each part looks like, to whom, and that every rule's sentences can be made."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from examples import examples, findings

from bot.lint.discover import Rule, all_rules
from bot.lint.finding import Clause, EntryRef, Finding, Place
from bot.lint.sentences import Filler
from bot.lint.wording import for_contributor, for_maintainer, identity
from bot.submissions.fix_entry import FORM as FIX_ENTRY
from bot.submissions.new_entry import FORM as NEW_ENTRY

BOT = Path(__file__).resolve().parents[2] / "bot"
SEARCHES = {"match", "fullmatch", "search", "sub", "split", "findall", "finditer"}
HERE = Place("kite", "catalog/models/kite.yml", 4)
LOWER = Place("kite", "catalog/models/kite.yml", 9)
THERE = Place("lantern", "catalog/models/lantern.yml", 12)
LANTERN = EntryRef("Lantern", THERE)
CLAUSES = {"more": "，共 {count} 个"}
PARTS = {
    "text": ("{x}", "a b", "a b", "a b"),
    "text-in-braces-is-no-hole": ("{x}", "{y}", "{y}", "{y}"),
    "long-text-is-cut": ("“{x:4}”", "abcdef", "“abc…”", "“abc…”"),
    "text-that-moves-the-cursor": ("{x}", "a\x1b[2J\nb", "a\\x1b[2J\\nb", "a\\x1b[2J\\nb"),
    "number": ("{x} 个", 3, "3 个", "3 个"),
    "date": ("{x}", date(2024, 3, 1), "2024-03-01", "2024-03-01"),
    "place-in-this-file": ("与{x}的", LOWER, "与第 9 行的", "与前面的"),
    "place-in-another-file": ("与{x}的", THERE, "与catalog/models/lantern.yml:12的", "与前面的"),
    "place-in-brackets": ("条目{x:（）}同名", LOWER, "条目（第 9 行）同名", "条目同名"),
    "entry": ("与{x}重复", LANTERN, "与“Lantern”（catalog/models/lantern.yml:12）重复", "与“Lantern”重复"),
    "entries": ("{x}", (LANTERN, EntryRef("Kite", LOWER)),
                "“Lantern”（catalog/models/lantern.yml:12）、“Kite”（第 9 行）", "“Lantern”、“Kite”"),
    "six-texts": ("{x}", tuple("abcdef"), "“a”、“b”、“c”、“d”、“e”、“f”", "“a”、“b”、“c”、“d”、“e”、“f”"),
    "seven-texts": ("{x}", tuple("abcdefg"), "“a”、“b”、“c”、“d”、“e”、“f”等 7 处",
                    "“a”、“b”、“c”、“d”、“e”、“f”等 7 处"),
    "clause": ("字{x}", Clause("more", {"count": 2}), "字，共 2 个", "字，共 2 个"),
    "no-clause": ("字{x}", None, "字", "字"),
}  # fmt: skip


@pytest.mark.parametrize("template, part, maintainer, contributor", PARTS.values(), ids=PARTS)
def test_a_part_in_its_hole(template: str, part: object, maintainer: str, contributor: str):
    assert Filler(CLAUSES, HERE).fill(template, {"x": part}) == maintainer
    assert Filler(CLAUSES, HERE, contributor=True).fill(template, {"x": part}) == contributor


def rules() -> list[object]:
    return [pytest.param(rule, id=rule.code.lower()) for rule in all_rules()]


@pytest.mark.parametrize("rule", rules())
def test_every_sentence_of_a_finding_can_be_made(rule: Rule):
    for text in examples(rule, "Flagged"):
        for finding in findings(text):
            said = [for_maintainer(finding), *(for_contributor(finding, form) for form in (NEW_ENTRY, FIX_ENTRY))]
            assert all(message and fix for message, fix in said)


@pytest.mark.parametrize("rule", rules())
def test_what_a_rule_says_is_well_formed(rule: Rule):
    for sentence in rule.sentences.values():
        for template in filter(None, sentence):
            assert not template.endswith("。")
            assert all(hole is None or hole.isidentifier() for _, hole, _, _ in Formatter().parse(template))
    assert set(rule.contributor_fix) <= {"", NEW_ENTRY, FIX_ENTRY}


# Who may turn findings into words: those who show them, and the engine, which puts them in order.
SHOW = {
    "cli/commands/new.py",
    "lint/engine.py",
    "lint/report/formats/github.py",
    "lint/report/formats/markdown.py",
    "lint/report/formats/json.py",
    "lint/report/formats/sarif.py",
    "lint/report/formats/text.py",
    "submissions/comment.py",
    "submissions/contributor_wording.py",
    "submissions/decision_json.py",
    "submissions/patrol_issue.py",
    "submissions/pull_request.py",
}


def test_findings_become_words_only_where_they_are_shown():
    calls = re.compile(r"(?<!def )\bfor_(?:maintainer|contributor)\(")
    assert {
        file.relative_to(BOT).as_posix() for file in BOT.rglob("*.py") if calls.search(file.read_text("utf-8"))
    } == SHOW


def asked(file: Path) -> list[str]:
    """Where a message is compared, searched or taken apart."""
    return [f"{file.relative_to(BOT)}:{node.lineno}" for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if (isinstance(node, ast.Compare) and any(map(is_message, (node.left, *node.comparators))))
            or (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                and (is_message(node.func.value) or (node.func.attr in SEARCHES and any(map(is_message, node.args)))))
            ]  # fmt: skip


def is_message(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "message"


def test_no_code_asks_what_a_sentence_says():
    """On GitHub, commits have messages too."""
    assert [line for file in BOT.rglob("*.py") if file.parent.name != "github" for line in asked(file)] == []


DOUBLE = Finding(
    "same-link",
    HERE,
    {"url": "https://kite.org", "text_likeness": 90},
    {"name": "Kite", "others": (LANTERN,), "kept": LANTERN},
    (THERE,),
    "DUP001",
)
OTHERS = {
    "moved": (replace(DOUBLE, place=LOWER), True),
    "the-other-moved": (replace(DOUBLE, parts={**DOUBLE.parts, "others": (EntryRef("Lantern", LOWER),)}), True),
    "other-evidence": (replace(DOUBLE, evidence={**DOUBLE.evidence, "text_likeness": 20}), True),
    "another-entry": (replace(DOUBLE, parts={**DOUBLE.parts, "others": (EntryRef("Lamp", THERE),)}), False),
    "another-link": (replace(DOUBLE, evidence={"url": "https://lamp.org"}), False),
    "another-rule": (replace(DOUBLE, code="DUP002", sentence="same-name",
                             parts={"name": "Kite", "other": LANTERN, "why": Clause("one-title")}), False),
}  # fmt: skip


@pytest.mark.parametrize("other, same", OTHERS.values(), ids=OTHERS)
def test_findings_are_compared_by_what_they_say_and_not_where(other: Finding, same: bool):
    assert (identity(DOUBLE) == identity(other)) == same
