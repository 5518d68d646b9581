"""A table of name pairs: spellings of one name, and names that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.normalise import BRACKETED, fold, name_key, same_name, simplify, uncounted


@pytest.mark.parametrize(("one", "other"), [
    pytest.param("Open Food Network", "OpenFoodNetwork", id="spaces"),
    pytest.param("CCleaner", "Ccleaner", id="case"),
    pytest.param("stanford_alpaca", "Stanford-Alpaca", id="punctuation"),
    pytest.param("ＧＬＭ－１３０Ｂ", "GLM-130B", id="width"),
    pytest.param("機器學習", "机器学习", id="traditional"),
    pytest.param("Baize（白泽）", "Baize", id="second name in brackets"),
    pytest.param("白泽 Baize", "Baize", id="second name beside"),
    pytest.param("Baize白泽", "白泽", id="second name alone"),
    pytest.param("Dolly 2.0", "Dolly v2", id="spellings of a version"),
    pytest.param("MOSS（更新于2023年4月21日）", "MOSS", id="date"),
    pytest.param("Node.js", "NodeJS", id="point in a name"),
])  # fmt: skip
def test_same_name(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), [
    pytest.param("ChatGLM-6B", "ChatGLM2-6B", id="version"),
    pytest.param("ChatGLM2-6B", "ChatGLM-26B", id="version and size"),
    pytest.param("Dolly", "Dolly 2.0", id="successor"),
    pytest.param("LLaMA", "LLaMA 2", id="successor with a space"),
    pytest.param("Baichuan-7B", "Baichuan-13B", id="size"),
    pytest.param("Qwen1.5-32B", "Qwen-1.53-2B", id="digits keep their groups"),
    pytest.param("C", "C++", id="signs that are the name"),
    pytest.param("C#", "C++", id="sharp"),
    pytest.param("中文Alpaca数据集", "Alpaca数据集", id="qualifier"),
    pytest.param("autovenv (one)", "autovenv (two)", id="told apart in brackets"),
    pytest.param("ShareGPT", "ShareChat", id="one word apart"),
    pytest.param("!!!", "???", id="nothing to compare"),
])  # fmt: skip
def test_other_name(one, other):
    assert not same_name(one, other)


@pytest.mark.parametrize(("name", "base"), [
    ("ChatGLM2-6B", "chatglm"), ("LLaMA 2", "llama"), ("Qwen1.5-MoE-A2.7B", "qwenmoea"), ("12306", "12306"),
])  # fmt: skip
def test_base(name, base):
    assert name_key(name).base == base


@given(st.text())
def test_any_text_has_a_name_key(text):
    assert "" not in name_key(text).forms


# A kind beside a Latin name qualifies it: Kettle（榜） has no second name; Kettle（青雀） has.
COMMON = [
    "数据",
    "语料",
    "模型",
    "榜",
    "中文",
    "英文",
    "中英",
    "版",
    "项目",
    "教程",
    "课程",
    "指南",
    "手册",
    "文档",
    "论文",
    "博客",
    "官网",
    "官方",
    "系列",
    "平台",
    "工具",
    "框架",
    "社区",
    "论坛",
    "网站",
    "入门",
    "实战",
    "算法",
    "笔记",
    "源码",
    "开源",
    "量化",
    "库",
    "翻译",
    "编程",
    "语言",
    "的",
    "与",
    "和",
    "及",
]


@pytest.mark.parametrize("word", [*(f"青{word}雀" for word in COMMON), "青雀集"])
def test_a_kind_is_no_second_name(word):
    assert name_key(f"Kettle（{word}）").aliases == frozenset()
    assert name_key(f"{word} Kettle").aliases == frozenset()


@pytest.mark.parametrize(("name", "aliases"), [
    pytest.param("Kettle（青雀）", {"青雀", "kettle青雀"}, id="round"),
    pytest.param("Kettle(青雀)", {"青雀", "kettle青雀"}, id="half width"),
    pytest.param("Kettle【青雀】", {"青雀", "kettle青雀"}, id="lenticular"),
    pytest.param("Kettle[青雀]", {"青雀", "kettle青雀"}, id="square"),
    pytest.param("Kettle「青雀」", {"青雀", "kettle青雀"}, id="corner"),
    pytest.param("Kettle『青雀』", {"青雀", "kettle青雀"}, id="double corner"),
    pytest.param("Kettle《青雀》", {"青雀", "kettle青雀"}, id="title"),
    pytest.param("青雀（Kettle）", {"kettle", "青雀kettle"}, id="the other way round"),
    pytest.param("Kettle（集青雀）", {"集青雀", "kettle集青雀"}, id="a kind only at its end"),
    pytest.param("Kettle 青雀", {"青雀", "kettle"}, id="beside"),
    pytest.param("Kettle 青", set(), id="one character is no name"),
    pytest.param("Kettle 青雀青雀青雀", {"青雀青雀青雀", "kettle"}, id="six characters"),
    pytest.param("Kettle 青雀青雀青雀青", set(), id="seven are a sentence"),
    pytest.param("K 青雀", set(), id="one letter is no name"),
    pytest.param("青雀 Kettle 白泽", set(), id="two Chinese names"),
    pytest.param("青雀·白泽 Kettle", set(), id="a point between"),
    *(pytest.param(f"Kettle（{part}）", set(), id=f"a part: {part}") for part in (
        "第一期", "上部", "中篇", "下章", "续讲", "终节", "零集", "二卷", "三季", "四回", "五", "六", "七", "八", "九", "十", "百期",
        "第1期", "上",
    )),
    *(pytest.param(f"青雀（{part}）", set(), id=f"a number: {part}") for part in ("v2", "r2", "2.0", "ii", "iv", "x", "part2")),
    pytest.param("青雀（pot2）", {"pot2", "青雀pot2"}, id="no number"),
])  # fmt: skip
def test_second_names(name, aliases):
    assert name_key(name).aliases == aliases


@pytest.mark.parametrize(("name", "full", "base"), [
    ("Kettle 7B", "kettle7b", "kettle"), ("Kettle 130M", "kettle130m", "kettle"), ("Kettle 32K", "kettle32k", "kettle"),
    ("Kettle 7bits", "kettle7bits", "kettlebits"), ("Kettle 1.5.2", "kettle1.5.2", "kettle"), ("7B", "7b", "7b"),
    ("Kettle-2-3", "kettle2-3", "kettle"), ("-", "", ""),
])  # fmt: skip
def test_full_and_base(name, full, base):
    assert (name_key(name).full, name_key(name).base) == (full, base)


@pytest.mark.parametrize(("text", "expected"), [
    ("kettle v2", "kettle2"), ("kettle ver2", "kettle2"), ("kettle version 2", "kettle2"), ("kettle v. 2", "kettle2"),
    ("kettle-v2", "kettle2"), ("kettle_v2", "kettle2"), ("mkv2", "mkv2"), ("kettle 2.0", "kettle2"), ("kettle 2.0.1", "kettle2.0.1"),
    ("kettle 2.01", "kettle2.01"), ("kettle 0.0", "kettle0"), ("a.b", "ab"), (".net", "net"), ("1. kettle", "1kettle"), ("c++ c#", "c++c#"),
    ("qwen 1.5 32b", "qwen1.5-32b"), ("a_b", "ab"), ("1_2", "1-2"), ("1—2", "1-2"), ("2.", "2"),
])  # fmt: skip
def test_fold(text, expected):
    assert fold(text) == expected


@pytest.mark.parametrize(("written", "shown"), [
    *((f"kettle {sign} 1.5k", "kettle") for sign in "★☆⭐⧗🌟"), ("kettle ⭐\ufe0f 3,201", "kettle"),
    ("kettle :star:", "kettle"), ("kettle :man-in_suit+1:", "kettle"), ("kettle: pot", "kettle: pot"), ("kettle★", "kettle"),
])  # fmt: skip
def test_counts_and_shortcodes(written, shown):
    assert uncounted(written).strip() == shown


@pytest.mark.parametrize("date", [
    "2023-07-03", "2023/7/3", "2023.7", "2023年7月3日", "1999年7月", "更新于2023-07-03", "发布于2023-07-03", "update 2023-07-03",
    "updated 2023-07-03", "2023 - 07 - 03", "2023-07-03日",
])  # fmt: skip
def test_dates_are_no_part_of_a_name(date):
    assert name_key(f"Kettle {date}").full == "kettle"


@pytest.mark.parametrize("number", ["1899-07-03", "2123-07-03", "2023"])
def test_other_numbers_are(number):
    assert name_key(f"Kettle {number}").full != "kettle"


@pytest.mark.parametrize(
    ("text", "expected"), [("ＫＥＴＴＬＥ", "kettle"), ("Kettle", "kettle"), ("É", "é"), ("軟體", "软体"), ("㐀", "㐀")]
)
def test_simplify(text, expected):
    assert simplify(text) == expected


@pytest.mark.parametrize("part", ["第一期", "下篇", "ii", "part2"])
def test_the_same_part_of_two_projects_is_not_one_name(part):
    one, other = ("青雀", "白泽") if part.isascii() else ("Kettle", "Lantern")
    assert not same_name(f"{one}（{part}）", f"{other}（{part}）")


@pytest.mark.parametrize("bracket", "()[]【】「」『』《》")
def test_no_bracket_holds_another(bracket):
    """Of two openings the inner one counts, and the first closing ends it, whichever kind they are."""
    opens = bracket in "([【「『《"
    inner = BRACKETED.findall(f"(甲{bracket}乙)" if opens else f"(甲{bracket}乙")
    assert inner == (["乙"] if opens else ["甲"])
