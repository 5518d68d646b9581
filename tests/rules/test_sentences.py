"""What a maintainer reads: for each broken record the line, the sentence and the way out."""

from __future__ import annotations

from datetime import date

import pytest
from examples import evidence
from kinds import KINDS

from bot.lint.engine import run
from bot.lint.page_context import page_context
from bot.lint.wording import for_maintainer

RECORD = """\
name: ChatYuan
kind: model
added: 2023-04-06
links:
  - url: https://github.com/clue-ai/ChatYuan
    type: repository
description: |
  元语智能发布的对话模型。
"""

CASES = {
    "date-with-slashes": ("2023-04-06", "2023/4/6", "DAT001", 3, "“added”的日期“2023/4/6”无效", "应为 2023-04-06"),
    "chinese-date": ("2023-04-06", "2023年4月6日", "DAT001", 3, "“added”的日期“2023年4月6日”无效", "应为 2023-04-06"),
    "no-such-day": ("2023-04-06", "2023-02-30", "DAT001", 3, "“added”的日期“2023-02-30”无效",
                    "请写成年-月-日，如 2023-08-14"),
    "near-choice": ("kind: model", "kind: modle", "REC003", 2, "“kind”的值“modle”不在可选项里",
                    "是不是想写“model”？可选：" + "、".join(KINDS)),
    "near-field": ("links:", "link:", "REC002", 4, "不认识的字段“link”", "是不是想写“links”"),
    "section-words": (
        "description: |",
        "description: |\n  ## 简介\n",
        "TXT002",
        8,
        "介绍里有标题“## 简介”",
        "请改成加粗的文字（**…**），不要用“#”开头",
    ),
    "hidden-on-a-later-line": (
        "对话模型。",
        "对话模型。\n\n  可商用\u200b。",
        "TXT003",
        10,
        "介绍里有零宽字符 U+200B（第 3 行第 4 个字符，在“可商用”之后）",
        "请删去这个字符",
    ),
    "hidden-several-times": (
        "ChatYuan\n",
        '"Chat\\u200bYu\\u200ban"\n',
        "TXT003",
        1,
        "名称里有零宽字符 U+200B（第 5 个字符，在“Chat”之后，共 2 个）",
        "请删去这个字符",
    ),
    "url": (
        "https://github.com/clue-ai/ChatYuan",
        '"https://github.com/clue-ai/ChatYuan）。"',
        "LNK001",
        5,
        "网址“https://github.com/clue-ai/ChatYuan）。”末尾多了“）。”",
        "应为“https://github.com/clue-ai/ChatYuan”",
    ),
    "relation-to-itself": (
        "description:",
        "relations:\n  - type: part-of\n    record: example\ndescription:",
        "REC004",
        9,
        "relations 指向了自己",
        "请写另一条记录的文件名，或删去这一项",
    ),
    "tab": ("kind:", "\tkind:", "CAT001", 2, "缩进用了制表符（Tab）", "YAML 只能用空格缩进，请把 Tab 换成空格"),
    "long": ("对话模型。", "对话模型。" * 400, "TXT001", 7, "介绍有 2007 个字符，太长了",
             "请压缩到 1500 字以内，细节留给项目自己的页面"),
    "placeholder": (
        "元语智能发布的对话模型。",
        "暂无",
        "TXT001",
        7,
        "介绍只有“暂无”，等于没有写",
        "请写一两句：是什么、谁做的、有何特点",
    ),
}  # fmt: skip


@pytest.mark.parametrize("old, new, code, line, message, fix", CASES.values(), ids=CASES)
def test_what_is_said_and_where(old: str, new: str, code: str, line: int, message: str, fix: str):
    text = RECORD.replace(old, new, 1)
    assert text != RECORD
    found = [f for f in run(evidence({"text": text})) if f.code == code]
    assert [(f.place.line, for_maintainer(f).message, for_maintainer(f).fix) for f in found] == [(line, message, fix)]


@pytest.mark.parametrize(
    "path, message, fix",
    [
        pytest.param("catalog/modles/a.yml", "list.yml 里没有小节“modles”", "是不是想放进“models”", id="near"),
        pytest.param(
            "catalog/zzz/a.yml",
            "list.yml 里没有小节“zzz”",
            "请移到已有小节：models、corpora、corpora/rlhf",
            id="far",
        ),
    ],
)
def test_an_unknown_section(path: str, message: str, fix: str):
    (found,) = run(evidence({"file": path, "text": RECORD}))
    assert (found.code, for_maintainer(found).message, for_maintainer(found).fix) == ("SEC001", message, fix)


def test_a_section_where_the_list_has_none():
    found = [f for f in run(evidence({"sections": [], "text": RECORD})) if f.code == "SEC001"]
    assert [for_maintainer(f).fix for f in found] == ["请在 list.yml 的 sections 里写上它"]


def test_the_same_slug_as_a_record_that_cannot_be_read():
    seen = evidence({"record": {"name": "Example"}, "file": "catalog/corpora/example.yml", "text": "nmae: X"})
    found = [f for f in run(seen) if f.code == "SLG002"]
    assert [(f.place.file, for_maintainer(f).message) for f in found] == [
        ("catalog/corpora/example.yml", "slug“example”与 catalog/models/example.yml 重复")
    ]


def test_a_sound_record_says_nothing():
    assert run(evidence({"text": RECORD})) == []


@pytest.mark.parametrize("line, fix", [
    pytest.param("- [AMBERT]((https://arxiv.org/pdf/2008.11869.pdf) 模型。",
                 "请写成 [AMBERT](https://arxiv.org/pdf/2008.11869.pdf)", id="the author's address"),
    pytest.param("- [Foo] (https://en.wikipedia.org/wiki/Foo_(bar)) 百科。",
                 "请写成 [Foo](<https://en.wikipedia.org/wiki/Foo_(bar)>)", id="brackets in the address"),
])  # fmt: skip
def test_how_to_write_a_link_that_github_does_not_show(line: str, fix: str):
    found = run(page_context(f"# 列表\n\n## 条目\n\n{line}\n", "list.md", date(2026, 1, 1)))
    assert [(f.code, f.place.line, for_maintainer(f).fix) for f in found] == [("LNK004", 5, fix)]
