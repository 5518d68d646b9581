"""One spelling for what a reader takes for one."""

import pytest

from bot.site.fold import fold, squeeze


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("機器學習", "机器学习", id="traditional"),
        pytest.param("ＣｈａｔＧＬＭ２", "chatglm2", id="full width"),
        pytest.param(" LLaMA  2\n", "llama 2", id="case and blanks"),
        pytest.param("青雀🎉", "青雀🎉", id="the rest stays"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_squeeze_joins_the_parts_of_a_name():
    assert {squeeze(fold(name)) for name in ("Llama 2", "LLaMA-2", "llama_2")} == {"llama2"}
    assert squeeze("c++") == "c++"
