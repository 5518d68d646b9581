"""Near-identical texts are found, and only they."""

import random
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names.similar_text import alike, likeness, plain, sketch

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


@pytest.mark.parametrize(("text", "expected"), [
    ("Kettle_Pot, 2!", "kettlepot2"), ("支援中英雙語（2023-07-03）。", "支援中英双语"), ("（1999-07-03）", ""), ("ＡＢＣ", "abc"),
    ("a①b", "a1b"), ("2023 年没有日子", "2023年没有日子"),
])  # fmt: skip
def test_plain(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(("one", "other", "expected"), [("abcd", "abcd", 100), ("abcd", "abcx", 75), ("ab", "xy", 0)])
def test_likeness(one, other, expected):
    assert likeness(one, other) == expected


@pytest.mark.parametrize(("text", "marks"), [
    pytest.param("甲" * 11, 0, id="eleven letters say too little"),
    pytest.param("甲乙丙丁戊己庚辛壬癸子丑", 10, id="twelve characters: ten threes"),
    pytest.param("abcdefghijkl", 8, id="twelve letters: eight fives"),
    pytest.param("甲乙丙丁戊己庚辛壬癸子丑寅卯", 12, id="fourteen characters: twelve threes"),
    pytest.param("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳", 12, id="never more than twelve"),
    pytest.param("甲乙丙abcdefghi", 8, id="a quarter Chinese: as Latin"),
    pytest.param("甲乙丙丁abcdefgh", 10, id="a third Chinese: as Chinese"),
])  # fmt: skip
def test_sketch(text, marks):
    assert len(sketch(text)) == marks
    assert sketch(text) == sorted(sketch(text))


@pytest.mark.parametrize(("one", "other", "pairs"), [
    pytest.param(TEXT[:20], TEXT[:20], [(0, 1, 100.0)], id="to the letter"),
    pytest.param("甲乙丙丁戊己庚辛壬癸子丑", "甲乙丙丁戊己庚辛壬子丑寅", [(0, 1, 100 * 22 / 24)], id="a letter left out"),
    pytest.param("甲乙丙丁戊己庚辛壬癸子丑", "甲乙丙丁戊己庚辛壬卯辰巳", [(0, 1, 75.0)], id="three quarters"),
    pytest.param("甲乙丙丁戊己庚辛壬癸子丑", "甲乙丙丁戊己庚辛午卯辰巳", [], id="two thirds"),
])  # fmt: skip
def test_alike_at_the_line(one, other, pairs):
    assert list(alike([one, other])) == [(a, b, pytest.approx(score)) for a, b, score in pairs]


def test_what_more_than_a_crowd_says_is_boilerplate():
    assert len(list(alike([TEXT] * 24))) == 24 * 23 / 2
    assert len(list(alike([TEXT] * 26))) == 24 * 23 / 2


@pytest.mark.parametrize(("text", "width"), [("abcdefghijkl", 5), ("甲乙丙丁戊己庚辛壬癸子丑", 3)])
def test_what_is_hashed(text, width):
    pieces = [text[at : at + width] for at in range(len(text) - width + 1)]
    assert sketch(text) == sorted(crc32(piece.encode("utf-16-le")) for piece in pieces)
