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
    "half by length": ("Kettle Lamp Rope", "Kettle Pot", "https://x.org/lamp", (0.5, 0, True)),
    "two letters as a word": ("Kettle QX", "Kettle Pot", "https://x.org/a/qx", (1, 0, True)),
    "two letters within a word": ("Kettle QX", "Kettle Pot", "https://x.org/a/qxa", (0, 0, True)),
    "one letter tells nothing": ("Kettle Q", "Kettle Pot", "https://x.org/a/q", (0, 0, False)),
    "a number tells nothing": ("Kettle 2lid", "Kettle Pot", "https://x.org/a/7", (0, 0, True)),
    "three letters at the start": ("Kettle Pan", "Kettle Pot", "https://x.org/pancake", (1, 0, True)),
    "three letters at the end": ("Kettle Pan", "Kettle Pot", "https://x.org/saucepan", (1, 0, True)),
    "three letters in the middle": ("Kettle Pan", "Kettle Pot", "https://x.org/apanx", (0, 0, True)),
    "five letters in the middle": ("Kettle Lamps", "Kettle Pot", "https://x.org/aalampsxx", (0, 0, True)),
    "six letters in the middle": ("Kettle Lantrn", "Kettle Pot", "https://x.org/aalantrnxx", (1, 0, True)),
    "a slip of the pen": ("Kettle Lantern", "Kettle Pot", "https://x.org/lamtern", (1, 0, True)),
    "a letter more than a word of four": ("Kettle Lamps", "Kettle Pot", "https://x.org/lamp", (1, 0, True)),
    "a letter more than a word of three": ("Kettle Lamp", "Kettle Pot", "https://x.org/lam", (0, 0, True)),
    "two slips of the pen": ("Kettle Lantern", "Kettle Pot", "https://x.org/lamterm", (0, 0, True)),
    "words of the host": ("Kettle Lamp", "Kettle Pot", "https://rose-lamp.org/x", (1, 0, True)),
    "as its spelling divides it": ("Kettle Pro Lid", "Kettle Pot", "https://x.org/RoseLid", (1, 0, True)),
    "the last part says only the other": ("Kettle Lamp", "Rose Pot", "https://x.org/lamp/rose", (0.4, 1, True)),
    "or nothing new": ("Kettle Lamp", "Rose Pot", "https://x.org/lamp", (0.4, 0, True)),
    "or more than the other says": ("Kettle Lamp", "Rose Pot", "https://x.org/rose-vase", (0, 4 / 7, True)),
    "the end of the address counts, not the slash": ("Kettle Lamp", "Rose Pot", "https://x.org/a/rose/", (0, 1, True)),
    "a query's word": ("Kettle Lamp", "Rose Pot", "https://x.org/lamp?rose", (0.4, 1, True)),
    "an anchor's word": ("Kettle Lamp", "Rose Pot", "https://x.org/lamp#rose", (0.4, 1, True)),
    "the whole name in one word": ("Mini Lid", "Mini Lid Pot", "https://x.org/minilid", (1, 0, False)),
    "a short whole name says less": ("A Bc", "Rose", "https://x.org/xabcy", (0, 0, True)),
    "an alias": ("白泽 Baize", "白泽 Lamp", "https://x.org/abaize1", (1, 0, True)),
    "initials of two words": ("Rose Lamp", "Pot", "https://x.org/rl", (1, 0, True)),
    "initials with a number": ("Rose 4 Lamp", "Pot", "https://x.org/r4l", (1, 0, True)),
    "initials of a mixed word": ("RoseLampKettle", "Pot", "https://x.org/rlk", (1, 0, True)),
    "some of the initials": ("Rose Lamp Kettle Vase", "Pot", "https://x.org/rlk", (1, 0, True)),
    "two of many initials": ("Rose Lamp Kettle Vase", "Pot", "https://x.org/rl", (0, 0, True)),
    "one initial": ("Rose", "Pot", "https://x.org/r", (0, 0, True)),
    "the number of a paper": ("Calm Decoding", "Loud Decoding", "https://arxiv.org/abs/2301.12345", (0, 0, True)),
}


@pytest.mark.parametrize(("name", "other", "url", "told"), CASES.values(), ids=CASES)
def test_contrast(name, other, url, told):
    assert tuple(contrast(name, other, url)) == pytest.approx(told)
