"""Words in braces: those that look like a placeholder are told, the list's own are printed."""

import pkgutil
from importlib import import_module

import pytest

from bot.catalog.show import STYLES, strangers
from bot.readme import styles


@pytest.mark.parametrize(("word", "meant"), [
    pytest.param("Url", "url", id="in another case"),
    pytest.param("uri", "url", id="one letter off"),
    pytest.param("rul", "url", id="two letters exchanged"),
    pytest.param("nope", "name", id="two letters off"),
    pytest.param("desription", "description", id="a letter less"),
    pytest.param("title", "name", id="another word for it"),
    pytest.param("desc", "description", id="cut short"),
    pytest.param("added", "", id="a field of a record"),
    pytest.param("link", "", id="a field of a record without its s"),
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
    pytest.param("list", id="a style"),
])  # fmt: skip
def test_what_does_not(show):
    assert strangers(show) == []


def test_each_style_of_the_format_is_a_module():
    """`curate` knows by name what a list may say; what a page looks like stands in a file of that name."""
    modules = {module.name for module in pkgutil.iter_modules(styles.__path__)}
    assert {name for name in modules if hasattr(import_module(f"bot.readme.styles.{name}"), "render")} == set(STYLES)
