"""Whose link it is, of two names that share one."""

import pytest

from bot.names.whose_url import contrast

CASES = {
    "nothing in common": ("BayLing", "OpenChat", "https://github.com/a-lab/openchat", (0, 1, True)),
    "half in common": ("Kettle FastCRUD", "Kettle CRUDRouter", "https://github.com/a/kettle-crudrouter", (0, 1, True)),
    "both stand in it": ("Kettle Steam", "Kettle Lid", "https://github.com/a/kettle-steam-lid", (1, 1, True)),
    "a word they share": ("kettle-tea", "kettle-pot", "https://github.com/a/kettle-pot", (0, 1, True)),
    "initials": ("Very Large Kettle", "Pot", "https://vlk-lab.cn/vlk", (1, 0, True)),
    "the rest explained": ("Kettle Cart", "Keep Clone with Kettle", "https://g.cn/a/kettle-keep", (0, 1, True)),
    "no letters to tell by": ("中文对话数据", "Calm-26M", "https://github.com/a-lab/Calm-26M", (0, 1, False)),
    "the number of a paper": ("Calm Decoding", "Loud Decoding", "https://arxiv.org/abs/2301.12345", (0, 0, True)),
}


@pytest.mark.parametrize(("name", "other", "url", "told"), CASES.values(), ids=CASES)
def test_contrast(name, other, url, told):
    assert tuple(contrast(name, other, url)) == told
