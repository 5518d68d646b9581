"""How two names stand to each other, pair by pair."""

import pytest

from bot.names.compare import kinship


@pytest.mark.parametrize(("one", "other", "expected"), [
    pytest.param("Reverse Interview", "reverse-interview questions", "same", id="a word that says what it is"),
    pytest.param("2017-Front End Handbook", "Front End Handbook", "same", id="a year in front"),
    pytest.param("gauge ★ 502 ⧗ 0", "Gauge ★ 267 ⧗ 3", "same", id="counts of stars"),
    pytest.param("wepy-mask：给小程序用的模板", "wepy-mask: a template", "same", id="explained after a colon"),
    pytest.param("Codebox", "Codebox.io", "same", id="a domain"),
    pytest.param("imrpess.js", "impress.js", "near", id="a slip of the pen"),
    pytest.param("Dolly", "Dolly 2.0", "variant", id="successor"),
    pytest.param("Kite-7B", "Kite-13B", "variant", id="sizes"),
    pytest.param("CS25: Transformers United V4", "CS25: Transformers United V5", "variant", id="years of a course"),
    pytest.param("Qin", "Qin Creator", "part", id="a product of the product"),
    pytest.param("DuReader-checklist", "DuReader-robust", "siblings", id="two of a family"),
    pytest.param("BayLing", "OpenChat", "strangers", id="nothing in common"),
])  # fmt: skip
def test_kinship(one, other, expected):
    assert kinship(one, other) == expected
    assert kinship(other, one) == expected
