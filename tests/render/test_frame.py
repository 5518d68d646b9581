"""A page made from a kept frame is the page the template engine makes."""

import pytest

from bot.edge.cache import kept_text
from bot.edge.catalog import load_sound
from bot.render.book import Fresh
from bot.render.frame import prints_only
from bot.render.readme import page_bytes, readme

TEMPLATES = {
    "printed": ("{{ toc() }}{% for s in sections %}{{ heading(s) }}\n{{ entries(s.path) }}{% endfor %}", True),
    "named and asked for": ("{% set x = entries('models') %}{% if x %}{{ x }}{% elif not toc() %}-{% endif %}", True),
    "none": ("{{ count }}{{ list.title|upper }}", True),
    "filtered": ("{{ entries('models')|upper }}", False),
    "filtered by name": ("{% set x = entries('models') %}{{ x|indent(2) }}", False),
    "filter block": ("{% filter upper %}{{ entries('models') }}{% endfilter %}", False),
    "set block": ("{% set x %}{{ entries('models') }}{% endset %}{{ x|upper }}", False),
    "measured": ("{% if entries('models')|length > 9 %}1{% endif %}", False),
    "joined": ("{{ entries('models') ~ '!' }}", False),
    "walked": ("{% for c in toc() %}{{ c }}.{% endfor %}", False),
    "passed on": ("{% set f = entries %}{{ f('models')|upper }}", False),
    "macro": ("{% macro m() %}{{ toc() }}{% endmacro %}{{ m()|upper }}", False),
    "two values": ("{% set x = toc() %}{% set x = x ~ x %}{{ x }}", False),
    "chosen": ("{{ toc() if toc() else '-' }}", False),
    "list": ("{% set x = [toc()] %}{{ x[0]|upper }}", False),
}


@pytest.mark.parametrize(("template", "allowed"), TEMPLATES.values(), ids=TEMPLATES)
def test_which_templates_allow_a_frame(template, allowed):
    assert prints_only(template) is allowed


@pytest.mark.parametrize("template", [template for template, _ in TEMPLATES.values()], ids=TEMPLATES)
def test_the_page_is_the_same(tiny, template):
    kept = {}

    def keep(key, make):
        return kept.setdefault(key, make())

    catalog = load_sound(tiny)
    book = Fresh(catalog)
    assert page_bytes(book, template, keep) == page_bytes(book, template, keep) == readme(catalog, template).encode()


def test_a_text_is_made_again_only_when_what_it_depends_on_changes(tmp_path):
    made = []

    def make():
        made.append(1)
        return f"文字{len(made)}"

    assert kept_text(tmp_path, "x", b"a", make) == kept_text(tmp_path, "x", b"a", make) == "文字1"
    assert kept_text(tmp_path, "x", b"b", make) == "文字2"
