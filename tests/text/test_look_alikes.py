"""Which words pass for Latin ones, letter by letter, beside those that are honest."""

import subprocess
import sys

import pytest

from bot.text.look_alikes import as_address, folded, looks_like, mixed

MIXED = {
    "Cyrillic capital": ("ChatGL\u041c2-6B", "ChatGLM2-6B", "U+041C"),
    "Cyrillic small": ("p\u0430ypal", "paypal", "U+0430"),
    "after a digit": ("ChatGLM2-6\u0412", "ChatGLM2-6B", "U+0412"),
    "before digits": ("\u0410100 GPU", "A100 GPU", "U+0410"),
    "Greek capital": ("\u0391lphaGo", "AlphaGo", "U+0391"),
    "omicron": ("\u03bfpenChat", "openChat", "U+03BF"),
    "alpha in the middle": ("Ll\u03b1ma", "Llama", "U+03B1"),
    "Cherokee": ("\u13d4izard", "Wizard", "U+13D4"),
    "a word of its own": ("\u0420\u0443GPT", "PyGPT", "U+0420"),
}
HONEST = [
    "β-VAE", "μTransfer", "LLaMA-β", "νGPT", "αCLIP", "Σ-Net", "ΔLoRA", "λ", "Ω", "ρ-1", "τ-bench", "π0", "γ",
    "Привет мир", "СССР", "GPT-модель", "СберGPT", "ЯндексGPT", "Мощный Qwen2", "中文ChatGPT模型", "カタカナBERT",
    "한국어GPT", "Café", "Gıda", "ＣｈａｔＧＬＭ", "naïve Bayes", "ChatGLM2-6B", "", "ნიუს GPT",
]  # fmt: skip


@pytest.mark.parametrize("text, plain, code", MIXED.values(), ids=MIXED)
def test_a_word_that_passes_for_a_latin_one_is_seen_through(text, plain, code):
    assert folded(text) == plain
    assert next(mixed(text)).code == code
    assert text.replace(next(mixed(text)).word, next(mixed(text)).plain) == plain


@pytest.mark.parametrize("text", HONEST)
def test_honest_letters_are_no_imitation(text):
    assert list(mixed(text)) == []


def test_each_run_is_told_once_with_its_alphabet():
    one, other = mixed("\u0421hatGP\u03a4")
    assert (one.at, one.script, one.like, one.name) == (0, "西里尔字母", "C", False)
    assert (other.at, other.script, other.like) == (6, "希腊字母", "T")


WHOLE = {
    "looks Latin to the last letter": ("\u0430\u0440\u0440\u04cf\u0435", "apple"),
    "has a letter of its own": ("\u0440\u043e\u0437\u0430", "\u0440\u043e\u0437\u0430"),
    "a letter alone": ("\u0430", "\u0430"),
}


@pytest.mark.parametrize("text, plain", WHOLE.values(), ids=WHOLE)
def test_a_whole_word_is_compared_by_how_it_looks(text, plain):
    assert folded(text) == plain
    assert list(mixed(text)) == []


ADDRESSES = {
    "full width": ("ｇｉｔｈｕｂ．ｃｏｍ／a", "github.com/a"),
    "leader for a dot": ("github\u2024com/a", "github.com/a"),
    "Chinese full stop": ("github。com/a", "github.com/a"),
    "division slash in blanks": ("github.com \u2215 a", "github.com/a"),
    "blank after the scheme": ("https:// github.com/a", "https://github.com/a"),
    "Cyrillic": ("g\u0456thub.com", "github.com"),
    "Chinese stays": ("见 github.com/中文", "见 github.com/中文"),
    "a colon in a title": ("GPT: 说明", "GPT: 说明"),
}


@pytest.mark.parametrize("text, reads", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_read_as_it_looks(text, reads):
    assert as_address(text) == reads


def test_the_table_is_not_loaded_for_text_without_such_letters():
    code = (
        "import sys; from bot.names.normalise import name_key; from bot.text.look_alikes import mixed;"
        "name_key('开源ChatGLM2-6B'); list(mixed('中文 café'));"
        "print('confusable_homoglyphs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_letters_that_browsers_know_beside_the_table_of_unicode():
    assert {char: looks_like(char) for char in "\u04cf\u0430\u4e2d"} == {"\u04cf": "l", "\u0430": "a", "\u4e2d": ""}
