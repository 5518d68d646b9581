"""Words in braces: those that look like a placeholder are told, the list's own are printed."""

import pytest

from bot.catalog.model import ListFile, SectionEntry
from bot.catalog.show import show_mistakes, strangers


@pytest.mark.parametrize(("word", "meant"), [
    pytest.param("Url", "url", id="in another case"),
    pytest.param("uri", "url", id="one letter off"),
    pytest.param("rul", "url", id="two letters exchanged"),
    pytest.param("nope", "name", id="two letters off"),
    pytest.param("desription", "description", id="a letter less"),
    pytest.param("title", "name", id="another word for it"),
    pytest.param("desc", "description", id="cut short"),
    pytest.param("added", "", id="a field of a record"),
    pytest.param("link", "links", id="a placeholder without its s"),
    pytest.param("date", "", id="another word for a field"),
])  # fmt: skip
def test_what_looks_like_a_placeholder(word, meant):
    assert strangers(f"- [{{name}}]({{url}}) {{{word}}}") == [(word, meant)]


@pytest.mark.parametrize("show", [
    pytest.param("- [{name}]({url}) - {description}", id="all of them"),
    pytest.param("- {name} {x}", id="a letter"),
    pytest.param("- {name} $\\mathbf{x}_{max}$", id="a formula"),
    pytest.param("- {name}{:target=_blank}", id="an attribute"),
    pytest.param("- {name} { url }", id="with blanks"),
    pytest.param("- {name} {名称}", id="Chinese"),
    pytest.param("- {name} {stars}", id="a word unlike any"),
    pytest.param("- {{name}}", id="in two braces"),
    pytest.param("list", id="a shape"),
])  # fmt: skip
def test_what_does_not(show):
    assert strangers(show) == []


@pytest.mark.parametrize(("show", "said"), [
    pytest.param("- {name} {uri}", ("小节“models”的 show 里有“{uri}”，没有这个占位符",
                                    "是不是想写“{url}”？可用：{name}、{url}、{label}、{description}、{links}、{updated}、{number}"), id="one letter off"),
    pytest.param("- {name} {added}", ("小节“models”的 show 里有“{added}”，没有这个占位符", "可用：{name}、{url}、{label}、{description}、{links}、{updated}、{number}"), id="a field"),
    pytest.param("table", ("小节“models”的 show 写了“table”，没有这种显示方式", "可选：headings、list、cards、folded"), id="no such style"),
    *(pytest.param(show, None, id=show) for show in ("list", "headings", "cards", "folded", "- {name}", "{name}：{stars}")),
])  # fmt: skip
def test_what_is_said_of_it(show, said):
    section = SectionEntry("models", "模型", show=show)
    assert [(one.message, one.fix) for one in show_mistakes(ListFile("试", sections=(section,)))] == (
        [said] if said else []
    )


@pytest.mark.parametrize(("word", "meant"), [
    ("nam", "name"), ("nm", "name"), ("na", "name"), ("nx", None), ("urll", "url"), ("ulr", "url"), ("ux", None), ("descripti", "description"),
    ("descript", None),
])  # fmt: skip
def test_how_far_off_a_placeholder_may_be(word, meant):
    assert strangers(f"- {{name}} {{{word}}}") == ([(word, meant)] if meant else [])
