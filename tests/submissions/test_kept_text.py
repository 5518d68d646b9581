"""A correction of an entry whose text is kept to the letter."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalog.model import Link, Record
from bot.catalog.words import PLAIN, Words
from bot.lint.context import LintContext
from bot.rules import rec006_body_says_otherwise as rule
from bot.submissions.fix_entry import link_changes
from bot.submissions.kept_text import followed

KETTLE = Record(
    "kettle", "tools", "Kettle", links=(Link("https://a.cn"),), updated=date(2023, 4, 1), file="catalog/tools/kettle.yml",
    body="- [Kettle](https://a.cn)（更新于2023年4月1日）",
)  # fmt: skip
ROW = replace(KETTLE, body="| [Kettle](https://a.cn) | 烧水。 |", updated=None)
PAPER = Link("https://b.cn/x.pdf", "paper")
ENGLISH = Words(links={"paper": "Paper"})


@pytest.mark.parametrize(("before", "after", "body"), [
    pytest.param(KETTLE, replace(KETTLE, name="Kettle*2"), "- [Kettle\\*2](https://a.cn)（更新于2023年4月1日）", id="a name"),
    pytest.param(KETTLE, replace(KETTLE, updated=date(2024, 12, 5)), "- [Kettle](https://a.cn)（更新于2024年12月5日）", id="a day"),
    pytest.param(KETTLE, replace(KETTLE, links=(*KETTLE.links, PAPER)), "- [Kettle](https://a.cn)（更新于2023年4月1日） [论文](https://b.cn/x.pdf)", id="a link"),
    pytest.param(ROW, replace(ROW, links=(*ROW.links, PAPER)), "| [Kettle](https://a.cn) | 烧水。 [论文](https://b.cn/x.pdf) |", id="a link in a row"),
    pytest.param(replace(KETTLE, body="### Kettle\n\nhttps://a.cn"), replace(KETTLE, body="### Kettle\n\nhttps://a.cn", links=(*KETTLE.links, PAPER)), "### Kettle\n\nhttps://a.cn\n\n[论文](https://b.cn/x.pdf)", id="a link below a heading"),
    pytest.param(KETTLE, replace(KETTLE, body=""), "", id="no text any more"),
])  # fmt: skip
def test_the_text_follows(before: Record, after: Record, body: str):
    made = followed(before, after, PLAIN)
    assert made.body == body
    assert not list(rule.check(LintContext(None, (made,))))  # type: ignore[arg-type]


def test_a_new_link_is_called_what_the_list_calls_it():
    after = replace(KETTLE, links=(*KETTLE.links, PAPER))
    assert followed(KETTLE, after, ENGLISH).body.endswith(" [Paper](https://b.cn/x.pdf)")
    assert link_changes(KETTLE, after, ENGLISH) == (("新增链接", "https://b.cn/x.pdf（Paper）"),)
