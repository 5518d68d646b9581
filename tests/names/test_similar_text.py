"""Near-identical texts are found, and only they."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.similar_text import alike, likeness, plain

TEXT = "本项目用五十万条人工撰写的中文对话微调一个七十亿参数的模型，可以在单张显卡上运行，权重与训练代码均已公开。"
OTHER = "这是一个比较各家模型数学能力的榜单，题目来自中学教材，每个月更新一次，并公布所有回答供大家核对。"


def edited(text: str, tenth: int, seed: int) -> str:
    rng, letters = random.Random(seed), list(text)
    for at in rng.sample(range(len(letters)), len(letters) // tenth):
        letters[at] = rng.choice(["", letters[at] * 2, rng.choice(text)])
    return "".join(letters)


@pytest.mark.parametrize("variant", [
    pytest.param(TEXT.replace("，", ",").replace("。", "."), id="width of marks"),
    pytest.param("（更新于2023年7月3日）" + TEXT, id="a date"),
    pytest.param("本專案" + TEXT[3:].replace("显卡", "顯卡").replace("训练", "訓練"), id="traditional characters"),
    *(pytest.param(edited(TEXT, 10, seed), id=f"a tenth of the characters, {seed}") for seed in range(20)),
])  # fmt: skip
def test_light_edits_are_found(variant):
    texts = [plain(OTHER), plain(TEXT), plain(variant)]
    assert [(a, b) for a, b, _ in alike(texts)] == [(1, 2)]


def test_other_texts_are_not_alike():
    assert list(alike([plain(TEXT), plain(OTHER)])) == []


def test_short_texts_say_nothing():
    assert list(alike(["模型", "模型"])) == []


def test_boilerplate_does_not_make_pairs_of_everything():
    texts = [plain(f"{'开放源代码，欢迎贡献' * 3}{word * 12}") for word in "甲乙丙丁戊己庚辛壬癸"]
    assert all(likeness(texts[a], texts[b]) >= 75 for a, b, _ in alike(texts))


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_texts_can_be_compared(texts):
    for one, other, score in alike([plain(text) for text in texts]):
        assert one < other
        assert 75 <= score <= 100
