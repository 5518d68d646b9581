"""What a finding says to someone who filled in a form: entries by name and link, and what they themselves can do.

`curate check` speaks to people with the files before them; who filled in a form has never seen one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.lint.finding import Finding
from bot.markdown.escape import shown
from bot.submissions.model import FormName, Report
from bot.text import zh

_FILE = re.compile(r"（(?:[^（）\s]*\.yml:\d+|第 \d+ 行)）")
_LINE = re.compile(r"第 \d+ 行的(?=“)")
_LINKS = "links（投稿时填在“其他链接”里）"
_IS_THERE = "是同一个项目的话，请关闭这个议题，要补充或更正它请改用“更正条目”表单"
_NOT_YOURS = "你不用改，维护者可以写明两者的关系"
_NAMED = f"{_IS_THERE}；不是的话，请在“项目名称”里写明区别，如加上机构或版本"
_CALLED = "你不用改，文件名由维护者决定"
_TWICE = "两个条目是同一个项目的话，请把“有什么问题”改成“与另一个条目重复”；不是的话，请核对这次填的内容"
# What stands in the rule is for those who keep the catalog; rules that are not here say it to everyone.
_FIXES: Mapping[FormName, Mapping[str, str]] = {
    "new-entry": {
        "DUP001": f"{_IS_THERE}；是另一个项目的话，请把“项目链接”换成它自己的页面，没有自己的页面时维护者可以放行",
        "DUP002": _NAMED,
        "DUP003": _NAMED,
        "DUP005": f"{_IS_THERE}；不是的话，请在“介绍”里写出它自己的特点",
        "DUP006": f"写的就是它的话，请改用“更正条目”表单；是其中一部分或各自独立的，{_NOT_YOURS}",
        "DUP007": f"旧项目换了地方的话，请改用“更正条目”表单；有先后或互不相干的，{_NOT_YOURS}",
        "DUP009": _NAMED,
    },
    "fix-entry": {
        **dict.fromkeys(("DUP001", "DUP002", "DUP003", "DUP005"), _TWICE),
        **dict.fromkeys(("DUP006", "DUP007"), _NOT_YOURS),
    },
}
_ANY_FORM = {
    "ALW001": "这是给维护者的提醒，你不用改",
    "LNK007": "请换成项目自己的页面；它就是整个组织或账号的话，你不用改，维护者可以确认",
    "REC004": "你不用改，条目之间的关系由维护者写",
    "REC005": "你不用改，维护者可以删去这些链接",
    "SLG001": _CALLED,
    "SLG002": _CALLED,
}


def for_contributor(finding: Finding, report: Report) -> str:
    """Rule, sentence, what to do, and the entries it is about, on one line of Markdown."""
    fixes = {**_ANY_FORM, **_FIXES[report.form or "new-entry"]}
    fix = fixes.get(finding.code, _plain(finding.fix)[:300])
    others = [page for slug, page in report.entries if slug in finding.records]
    there = f"列表里的条目：{zh.join(others)}。" if others else ""
    return f"`{finding.code}` {shown(_plain(finding.message)[:500])}。{shown(fix)}。{there}{rivals(finding, report)}"


def rivals(finding: Finding, report: Report) -> str:
    """The open submissions among those a finding is about."""
    issues = dict(report.rivals)
    found = [f"#{issues[slug]}" for slug in dict.fromkeys(finding.records) if slug in issues]
    return f"（另一份投稿 {zh.join(found)} 尚未合并）" if found else ""


def _plain(text: str) -> str:
    return _LINE.sub("前面的", _FILE.sub("", text)).replace(_LINKS, "“其他链接”")
