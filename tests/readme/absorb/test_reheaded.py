"""A new entry copied from the shape of its neighbours comes back into fields; anything else does not."""

import pytest

from bot.readme.absorb.reheaded import headed

FULL = """### Pilot（2023-06-01）

**智能体** · 甲实验室、乙公司

[代码](https://github.com/x/pilot) · [论文](https://arxiv.org/abs/2306.00001)

拆分任务的智能体。

第二段。"""


def test_every_field():
    record = headed(FULL, "agi")
    assert record is not None
    assert (record.name, record.kind, str(record.added)) == ("Pilot", "agent", "2023-06-01")
    assert record.organisations == ("甲实验室", "乙公司")
    assert [(link.label, link.type) for link in record.links] == [("代码", "repository"), ("论文", "paper")]
    assert record.description == "拆分任务的智能体。\n\n第二段。\n"


def test_without_links():
    record = headed("### Pilot\n\n**训练方法**\n\n一种方法。", "agi")
    assert record is not None
    assert (record.kind, record.added, record.links, record.description) == ("method", None, (), "一种方法。\n")


@pytest.mark.parametrize(
    "text",
    [
        "- [Pilot](https://a.cn)",
        "### Pilot\n\n说明。",
        "### Pilot\n\n**车**\n\n一辆车。",
        FULL.replace("06-01", "13-01"),
    ],
    ids=["an-item", "too-short", "no-such-kind", "no-such-day"],
)
def test_another_shape(text: str):
    assert headed(text, "agi") is None
