"""What findings say to someone who filled in a form and has never seen a file of the catalog."""

import re
from dataclasses import replace
from typing import get_args

import pytest
import yaml
from examples import evidence, examples

from bot.lint.discover import all_rules
from bot.lint.engine import run
from bot.lint.finding import EntryRef, Finding, Place
from bot.lint.rule_page import rule_page
from bot.submissions.contributor_wording import for_contributor
from bot.submissions.model import FormName, Report

AT = Place("kite", "catalog/models/kite.yml", 4)
THERE = Place("lantern", "catalog/models/lantern.yml", 12)
OWN = Place("kite", "catalog/models/kite.yml", 7)
ENTRIES = (("lantern", "[Lantern](https://github.com/o/r#lantern)"),)
# Of files, fields and commands; a link's address may hold any of it.
JARGON = re.compile(r"\.yml|第 \d+ 行的|\b(?:relations|part-of|organisation|links|curate|allow)\b|豁免|忽略|合并成一条")
DOUBLE = Finding(
    "same-link",
    AT,
    {"url": "https://kite.org"},
    {"name": "Kite", "others": (EntryRef("Lantern", THERE),), "kept": EntryRef("Lantern", THERE)},
    (THERE,),
    "DUP001",
)
TWICE = Finding("link", AT, {"url": "https://a.org", "first": "https://a.org/"}, {"there": OWN}, code="DUP008")
HEADING = {"field": "介绍", "fault": "里有标题“## @a <b>”", "repair": "请改成加粗的文字"}
SAID = {
    "an-entry-of-the-list": (
        DOUBLE,
        "new-entry",
        ("`DUP001` “Kite”与“Lantern”重复，都指向 `https://kite.org`。"
        "如果是同一个项目，请关闭本 issue，要补充或更正请用“更正条目”表单；"
        "如果是另一个项目，请把“项目链接”换成它自己的页面，没有独立页面的请说明，由维护者处理。"
        "列表里的条目：[Lantern](https://github.com/o/r#lantern)。（另一份投稿 #3 尚未合并）"),
    ),
    "a-line-of-the-own-file": (
        TWICE,
        "fix-entry",
        ("`DUP008` “`https://a.org`”与前面的“`https://a.org/`”是同一个页面。"
        "请只留一处；想指到页面里的某一部分，请写那个文件夹、文件或锚点的网址。"),
    ),
    "a-correction": (
        replace(DOUBLE, related=()),
        "fix-entry",
        ("`DUP001` “Kite”与“Lantern”重复，都指向 `https://kite.org`。"
        "如果两个条目是同一个项目，请把“有什么问题”改成“与另一个条目重复”；如果不是，请核对这次填的内容。"),
    ),
    "what-everyone-can-do": (
        Finding("breaks-page", AT, {}, HEADING, code="TXT002"),
        "new-entry",
        "`TXT002` 介绍里有标题“## `@a` \\<b\\>”。请改成加粗的文字。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("finding", "form", "said"), SAID.values(), ids=SAID)
def test_said(finding, form, said):
    told = for_contributor(finding, Report("mend", form=form, rivals=(("lantern", 3),), entries=ENTRIES))
    assert told.replace(f"[`{finding.code}`]({rule_page(finding.code)})", f"`{finding.code}`", 1) == said


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
