"""What is no description, and what advertises."""

from dataclasses import replace

import pytest
from worlds import LIST, World, context

from bot.catalog.model import Catalog, Record
from bot.submissions.unfit_text import advertising, foreign, is_chinese, password, shapes, shortest, too_little

ADVERTISES = {
    "wechat": "欢迎加微信：lantern_88",
    "wechat-abbreviated": "VX: lantern88",
    "qq-group": "QQ群 123456789",
    "group-number": "交流群：123456789",
    "gift": "注册即送 100 元额度",
    "coupon": "下单用优惠码",
    "invited": "https://a.org/?invite=AB12CD",
    "affiliate": "https://a.org/?x=1&aff=991",
    "referral": "https://a.org/?referral_code=x1",
    "ref-code": "https://a.org/?ref=AB12CD",
    "scan": "扫码关注公众号",
}
HARMLESS = {
    "wechat-team": "腾讯微信团队发布的多模态模型，可用于公众号问答",
    "wechat-tool": "把模型接入微信、QQ 和飞书的框架",
    "wechat-project": "基于 wechaty 的聊天机器人",
    "numbers": "用 123456789 条对话训练，QQ 与微信数据除外",
    "branch": "https://gitee.com/a/b?ref=main",
    "blog": "https://a.org/?ref=blog.langchain.dev",
    "free": "权重免费商用，注册后可下载",
    "invitation-only": "需邀请注册的内测产品",
}


@pytest.mark.parametrize("text", ADVERTISES.values(), ids=ADVERTISES)
def test_advertising(text):
    assert advertising(text)


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_no_advertising(text):
    assert advertising(text) == ""


SHAPES = {
    "heading": ("# 介绍\n文字。", "标题"),
    "underlined-heading": ("介绍\n====\n文字。", "标题"),
    "html-heading": ("<h2>介绍</h2>", "标题"),
    "table": ("规模：\n| 7B | 13B |", "表格"),
    "fence": ("```\n甲\n```", "代码"),
    "prompt": (">>> import a", "代码"),
    "struck-out": ("~~旧~~的模型。", "删除线"),
    "page": ("# 甲\n\n## 乙\n\n## 丙\n", "整篇 README"),
    "seven-signs": ("####### 介绍\n文字。", ""),
    "sentence": ("A* 算法，a < b，甲|乙，C# [1]（见 a_b_c）。", ""),
    "dollar": ("价格 $5，用 import 语句。", ""),
}


@pytest.mark.parametrize("case", SHAPES.values(), ids=SHAPES)
def test_what_no_entry_can_hold(case):
    text, name = case
    assert (name in shapes(text)) if name else shapes(text) == ""


@pytest.mark.parametrize("text", ["https://a.org/x", "见：https://a.org", "新的架构", "字" * 19])
def test_too_little(text):
    assert too_little(text)


@pytest.mark.parametrize("text", ["字" * 20, "", "A chat model of seven billion parameters."])
def test_enough(text):
    assert too_little(text) == ""


@pytest.mark.parametrize(("lengths", "least"), [
    pytest.param([300, 200, 100], 20, id="a list of paragraphs"),
    pytest.param([12, 9, 14, 30], 9, id="a list of one-liners"),
    pytest.param([1, 2, 3], 4, id="a list of single words"),
    pytest.param([5, 5], 20, id="too few to tell"),
    pytest.param([4, *[30] * 19], 20, id="one that is short among many"),
])  # fmt: skip
def test_a_terse_list_takes_terse_descriptions(lengths, least):
    records = tuple(Record(f"r{at}", "models", f"N{at}", description="字" * size) for at, size in enumerate(lengths))
    assert shortest(Catalog(LIST, records)) == least
    assert too_little("字" * least, least) == ""
    assert too_little("字" * (least - 1), least)


def test_the_language_of_the_list():
    chinese = context(World().main).catalog
    english = Catalog(replace(LIST, title="Awesome", sections=()))
    assert (is_chinese(chinese), is_chinese(english)) == (True, False)
    assert foreign("A chat model.", chinese)
    assert foreign("A 模型", chinese) == foreign("A chat model.", english) == foreign("", chinese) == ""


@pytest.mark.parametrize("text, code", [
    ("https://pan.baidu.com/s/1a 提取码: 1234", "1234"),
    ("https://pan.baidu.com/s/1a 密码ab12", "ab12"),
    ("https://pan.baidu.com/s/1a?pwd=1234", ""),
    ("https://github.com/a/b 密码学工具", ""),
])  # fmt: skip
def test_the_code_of_a_share(text, code):
    assert password(text) == code
