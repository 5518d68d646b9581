"""Near-identical descriptions: light edits are found, in a whole list and for one new entry alike."""

import random
from datetime import date

import pytest

from bot.catalog.model import Catalog, Link, ListFile, Record
from bot.lint.context import LintContext
from bot.rules import dup005_same_words

TEXT = "用五十万条人工撰写的客服对话微调一个小模型，能听懂各地方言，并把通话自动整理成工单，单张显卡即可运行。"
ENGLISH = (
    "Collects hourly tide gauge readings from coastal stations, removes faulty sensors, and turns the rest into clean "
    "tables for training forecasting models on a single machine."
)
FILLERS = [
    f"第{number}条：{words}，与其他条目没有相同之处。"
    for number, words in enumerate(["收录古籍", "绘制星图", "识别鸟鸣", "预测潮汐", "翻译碑文", "标注病历"])
]


def record(slug, description, name=""):
    link = Link(f"https://github.com/{slug}-lab/{slug}")
    return Record(slug, "models", name or slug.title(), links=(link,), description=description, added=date(2023, 5, 1))


def found(one, other, *, alone=False):
    """What the rule says about two texts in a list of others, all judged or only the last."""
    records = [record("heron", one), *(record(f"filler{n}", text) for n, text in enumerate(FILLERS)),
               record("eagle", other)]  # fmt: skip
    catalog = Catalog(ListFile("列表"), tuple(records))
    subjects = catalog.records[-1:] if alone else catalog.records
    return list(dup005_same_words.check(LintContext(catalog, subjects)))


def edited(text, share, seed):
    chance, letters = random.Random(seed), list(text)
    for at in chance.sample(range(len(letters)), int(len(letters) * share)):
        letters[at] = chance.choice(["", letters[at] * 2, "的"])
    return "".join(letters)


@pytest.mark.parametrize("alone", [False, True], ids=["whole list", "one new entry"])
@pytest.mark.parametrize("text", [TEXT, ENGLISH], ids=["Chinese", "English"])
@pytest.mark.parametrize("seed", range(5))
def test_light_edits_are_found(text, seed, alone):
    (one,) = found(text, edited(text, 0.08, seed), alone=alone)
    assert one.place.record == "eagle"
    assert one.related[0].record == "heron"


@pytest.mark.parametrize("one, other, severity", [
    pytest.param(TEXT, TEXT, "warning", id="copied"),
    pytest.param(TEXT, f"（更新于2023年7月3日）{TEXT}".replace("，", ","), "warning", id="date and marks"),
    pytest.param(f"Heron {ENGLISH}", f"Eagle {ENGLISH}", "warning", id="each with its own name"),
    pytest.param(TEXT, TEXT.replace("客服对话", "法庭记录").replace("方言", "外语"), None, id="another subject"),
    pytest.param(TEXT, TEXT.replace("五十万", "三百万").replace("一个", "八个"), None, id="other numbers"),
    pytest.param(TEXT[:20], TEXT[:20], None, id="short"),
    pytest.param(TEXT, ENGLISH, None, id="nothing alike"),
    pytest.param("", "", None, id="nothing said"),
])  # fmt: skip
def test_what_is_said_of_two_texts(one, other, severity):
    assert [finding.severity for finding in found(one, other)] == ([severity] if severity else [])


def test_a_sentence_of_many_entries_is_a_template():
    said = "该项目已将权重、训练代码与评测脚本全部开源，欢迎下载试用，并在社区里反馈问题。"
    assert found(said, said)
    catalog = Catalog(ListFile("列表"), tuple(record(f"bird{n}", said) for n in range(3)))
    assert list(dup005_same_words.check(LintContext(catalog, catalog.records))) == []
