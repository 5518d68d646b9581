"""Addresses among words: where each begins and ends, and what is left."""

import pytest

from bot.submissions.typed_links import addresses


@pytest.mark.parametrize(("text", "found", "words"), [
    ("https://a.org/x", ("https://a.org/x",), ""),
    ("HTTPS：//a.org/x 论文", ("HTTPS：//a.org/x",), "论文"),
    *((f"https://a.org/x{mark}", ("https://a.org/x",), "") for mark in "、,，;；:：—-*•()（）<>"),
    ("https://a.org/x https://b.org/y", ("https://a.org/x", "https://b.org/y"), ""),
    ("https://a.org/xhttps://b.org/y", ("https://a.org/x", "https://b.org/y"), ""),
    *((f"https://a.org/{mark}https://b.org/y", (f"https://a.org/{mark}https://b.org/y",), "") for mark in "/=:?&#%"),
    ("https://a.org/x https://a.org/x/", ("https://a.org/x",), ""),
    ("![图](https://a.org/x)", ("https://a.org/x",), "图"),
    ("[甲](<https://a.org/x>)", ("https://a.org/x",), "甲"),
    ("[甲](https://a.org/x_(y))", ("https://a.org/x_(y",), "甲"),
    ("<https://a.org/x> 权重（底座 甲）", ("https://a.org/x",), "权重（底座 甲）"),
    ("论文（）https://a.org/x", ("https://a.org/x",), "论文"),
    ("（https://a.org/x）论文", ("https://a.org/x",), ""),
    ("论文() https://a.org/x", ("https://a.org/x",), "论文"), ("论文<> https://a.org/x", ("https://a.org/x",), "论文"),
    ("(论文) https://a.org/x", ("https://a.org/x",), "论文"),
    ("甲（乙）丙 https://a.org/x", ("https://a.org/x",), "甲（乙）丙"),
    ("甲（乙 https://a.org/x", ("https://a.org/x",), "甲（乙"),
    ("（乙 https://a.org/x", ("https://a.org/x",), "乙"),
    ("• 论文：https://a.org/x", ("https://a.org/x",), "论文"),
    *((f"https://a.org/x{mark}很好", ("https://a.org/x",), "") for mark in "，。；、！？：“”‘’（）《》「」『』【】…"),
    ("https://zh.wikipedia.org/wiki/轻音少女！，好", ("https://zh.wikipedia.org/wiki/轻音少女！，好",), ""),
    ("github.com/a/b 镜像", ("github.com/a/b",), "镜像"),
    ("a.org b.org", ("a.org",), "b.org"),
    ("a.org/ b.org/x", ("b.org/x",), "a.org/"),
    ("没有", (), "没有"),
])  # fmt: skip
def test_addresses(text, found, words):
    assert addresses(text) == (found, words)
