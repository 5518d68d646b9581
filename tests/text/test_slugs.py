"""What a file or a section is called: English where it tells, else pinyin."""

import subprocess
import sys

import pytest

from bot.text.slugs import spoken_slug, title_slug


@pytest.mark.parametrize(("title", "slug"), [
    ("Tools", "tools"), ("文本 Text", "text"), ("模型", "mo-xing"), ("重庆的银行", "chong-qing-de-yin-hang"), ("Java 序列化详解", "java-xu-lie-hua-xiang-jie"),
    ("C++ 入门", "cpp-ru-men"), ("C# 教程", "csharp-jiao-cheng"), ("AI 导航", "ai-dao-hang"), ("OSINT 手册", "osint"), ("《数学之美》", "shu-xue-zhi-mei"),
    ("14.2 人工智能", "ren-gong-zhi-neng"), ("二、新篇", "xin-pian"), ("2023 年", "2023-nian"), ("機器學習", "ji-qi-xue-xi"), ("Инструменты", ""), ("😀", ""),
    ("一" * 40, "-".join(["yi"] * 16)),
])  # fmt: skip
def test_a_title(title: str, slug: str):
    assert title_slug(title) == slug


def test_a_word_is_not_cut():
    assert spoken_slug("双" * 20) == "-".join(["shuang"] * 7)


def test_pinyin_is_loaded_for_names_in_chinese_alone():
    code = (
        "import sys; from bot.text.slugs import title_slug; title_slug('Tools'); assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    code = "import sys, bot.flows.regen, bot.cli.main, bot.flows.check; assert 'pypinyin' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
