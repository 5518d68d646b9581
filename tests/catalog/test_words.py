"""What the kinds of a list are called."""

import pytest

from bot.catalog.words import Words


@pytest.mark.parametrize(("kinds", "usual"), [
    ({}, ""), ({"model": "模型"}, "model"), ({"model": "模型", "corpus": "语料"}, "corpus"),
    ({"model": "模型", "other": "其他", "corpus": "语料"}, "other"), ({"other": "其他"}, "other"),
])  # fmt: skip
def test_the_usual_kind(kinds, usual):
    assert Words(kinds, {}).usual_kind == usual
