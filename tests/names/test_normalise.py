"""A table of name pairs: spellings of one name, and names that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.normalise import name_key, same_name


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
