"""What a line stands for where an option was to be chosen, and what is said where it stands for none."""

import pytest

from bot.submissions.dropdown import chosen, how_to_choose
from bot.submissions.form import FormField

ONE = FormField("kind", "dropdown", "类别", options=("语言模型", "多模态模型", "数据 集", "甲, 乙", "Yes"))
MANY = FormField("tags", "dropdown", "标签", multiple=True, options=("甲", "乙", "丙, 丁", "丙", "Big One"))
OTHERS = "“语言模型”、“多模态模型”、“数据 集”、“甲, 乙”、“Yes”"


@pytest.mark.parametrize(("field", "text", "answer"), [
    (ONE, "Yes", "Yes"), (ONE, "yes", "Yes"), (ONE, "数据集", "数据 集"), (ONE, "甲,乙", "甲, 乙"), (ONE, "甲, 乙", "甲, 乙"),
    (MANY, "甲", ("甲",)), (MANY, "big one", ("Big One",)), (MANY, "甲, 乙", ("甲", "乙")), (MANY, "丙, 丁, 丙", ("丙, 丁", "丙")),
    (MANY, "丙, 甲", ("丙", "甲")), (MANY, "甲, 甲", ("甲",)), (MANY, "甲, 乙, 丙, 丁, 丙, Big One", ("甲", "乙", "丙, 丁", "丙", "Big One")),
])  # fmt: skip
def test_chosen(field, text, answer):
    assert chosen(field, text) == (answer, "")


@pytest.mark.parametrize(("field", "text", "answer", "fault"), [
    (ONE, "咖啡", None, f"“类别”里没有“咖啡”这个选项；请把“### 类别”下面的那一行改成其中之一：{OTHERS}"),
    *((ONE, f"语言模型{mark}Yes", None, f"“类别”只能选一项，写的是“语言模型{mark}Yes”；请把“### 类别”下面的那一行改成其中最合适的一项")
      for mark in (", ", "，", "、", ";", "；")),
    (MANY, "甲, 戊己", ("甲",), "“标签”里没有“戊己”这个选项；请把“### 标签”下面的那一行改成其中之一：“甲”、“乙”、“丙, 丁”、“丙”、“Big One”"),
    (MANY, "甲, 戊己, 庚辛", ("甲",), "“标签”里没有“戊己、庚辛”这个选项；请把“### 标签”下面的那一行改成其中之一：“甲”、“乙”、“丙, 丁”、“丙”、“Big One”"),
    (MANY, "戊己, 庚辛", None, "“标签”里没有“戊己, 庚辛”这个选项；请把“### 标签”下面的那一行改成其中之一：“甲”、“乙”、“丙, 丁”、“丙”、“Big One”"),
])  # fmt: skip
def test_what_is_wrong(field, text, answer, fault):
    found, said = chosen(field, text)
    assert found == answer
    assert said == fault


def numbered(count: int) -> FormField:
    return FormField("a", "dropdown", "项", options=tuple(f"第{at:02}项" for at in range(count)))


@pytest.mark.parametrize(("count", "listed"), [(20, "“第19项”"), (21, "“第19项”等"), (22, "“第19项”等")])
def test_twenty_options_are_listed(count, listed):
    assert how_to_choose(numbered(count)).endswith(listed)


@pytest.mark.parametrize(("text", "said"), [
    ("模型", "最接近的“语言模型”或“多模态模型”，或者另选：“数据 集”、“甲, 乙”、“Yes”"),
    ("一种语言模型吧", "最接近的“语言模型”，或者另选："), ("模", "改成其中之一"), ("Yep", "最接近的“Yes”，"), ("语言", "最接近的“语言模型”，"),
])  # fmt: skip
def test_what_is_near(text, said):
    assert said in how_to_choose(ONE, text)


def test_two_near_ones_by_their_spelling():
    alike = FormField("a", "dropdown", "项", options=("kettles", "kettled", "kettlex", "pot"))
    assert how_to_choose(alike, "kettlz").count("kettle") == 3
    assert "或" in how_to_choose(alike, "kettlz").partition("，")[0]
    assert how_to_choose(alike, "kettlz").partition("，")[0].count("“kettle") == 2


def test_three_near_ones_at_most_and_none_besides():
    alike = FormField("a", "dropdown", "项", options=("甲乙一", "甲乙二", "甲乙三", "甲乙四"))
    assert how_to_choose(alike, "甲乙").endswith("最接近的“甲乙一”或“甲乙二”或“甲乙三”，或者另选：“甲乙四”")
    assert how_to_choose(FormField("a", "dropdown", "项", options=("甲乙一",)), "甲乙").endswith("最接近的“甲乙一”")
