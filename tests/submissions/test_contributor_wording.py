"""What findings say to someone who filled in a form and has never seen a file of the catalog."""

import re
from typing import get_args

import pytest
import yaml
from examples import evidence, examples

from bot.lint.engine import all_rules, run
from bot.lint.finding import Finding, Place
from bot.submissions.contributor_wording import _ANY_FORM, _FIXES, for_contributor
from bot.submissions.model import FormName, Report

AT = Place("kite", "catalog/models/kite.yml", 4)
THERE = Place("lantern", "catalog/models/lantern.yml", 12)
ENTRIES = (("lantern", "[Lantern](https://github.com/o/r#lantern)"),)
# Of files, fields and commands; a link's address may hold any of it.
JARGON = re.compile(r"\.yml|第 \d+ 行的|\b(?:relations|part-of|organisation|links|curate|allow)\b|豁免|合成一条")
SAID = {
    "a-file": (
        Finding("“Kite”与“Lantern”（catalog/models/lantern.yml:12）重复", "请删去", AT, {}, (THERE,), "DUP001"),
        "new-entry",
        ("`DUP001` “Kite”与“Lantern”重复。是同一个项目的话，请关闭这个议题，要补充或更正它请改用“更正条目”表单；"
        "是另一个项目的话，请把“项目链接”换成它自己的页面，没有自己的页面时维护者可以放行。"
        "列表里的条目：[Lantern](https://github.com/o/r#lantern)。（另一份投稿 #3 尚未合并）"),
    ),
    "a-line-of-the-own-file": (
        Finding("“https://a.org”与第 7 行的“https://a.org/”是同一个页面", "请只留一处", AT, code="DUP008"),
        "fix-entry",
        "`DUP008` “`https://a.org`”与前面的“`https://a.org/`”是同一个页面。请只留一处。",
    ),
    "a-correction": (
        Finding("“Kite”与“Lantern”（第 3 行）重复", "请删去这里的条目", AT, code="DUP001"),
        "fix-entry",
        ("`DUP001` “Kite”与“Lantern”重复。两个条目是同一个项目的话，请把“有什么问题”改成“与另一个条目重复”；"
        "不是的话，请核对这次填的内容。"),
    ),
    "what-everyone-can-do": (
        Finding("介绍里有标题“## @a <b>”", "请改成加粗的文字", AT, code="TXT002"),
        "new-entry",
        "`TXT002` 介绍里有标题“## `@a` \\<b\\>”。请改成加粗的文字。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("finding", "form", "said"), SAID.values(), ids=SAID)
def test_said(finding, form, said):
    assert for_contributor(finding, Report("mend", form=form, rivals=(("lantern", 3),), entries=ENTRIES)) == said


def test_every_code_is_that_of_a_rule():
    assert {*_ANY_FORM, *(code for fixes in _FIXES.values() for code in fixes)} <= {rule.code for rule in all_rules()}


def submitted() -> dict[str, dict]:
    """The flagged examples that one submission could bring: entries that can be read, and no page.

    Unused waivers are a maintainer's, and told as such.
    """
    found = {
        f"{r.code}-{n}": yaml.safe_load(e)
        for r in all_rules()
        if r.code != "ALW001"
        for n, e in enumerate(examples(r, "Flagged"))
    }
    return {name: one for name, one in found.items() if one.keys() <= {"record", "new", "catalog", "sections", "today"}}


@pytest.mark.parametrize("example", submitted().values(), ids=submitted())
def test_no_rule_speaks_to_contributors_of_what_they_never_saw(example):
    seen = evidence(example)
    for finding in [] if seen.mistakes else run(seen):
        for form in get_args(FormName):
            said = re.sub(r"`[^`]*`", "", for_contributor(finding, Report("mend", form=form)))
            assert not JARGON.search(said), said
