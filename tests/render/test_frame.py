"""A page made from a kept frame is the page the template engine makes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.load import load_sound
from bot.catalog.model import Catalog, ListFile, Record, SectionEntry
from bot.edge.cache import kept_text
from bot.errors import BadTemplate
from bot.readme.generate.page import page_bytes
from bot.render.book import Fresh
from bot.render.frame import prints_only

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
    "attribute": ("{% set ns = namespace() %}{% set ns.x = toc() %}{{ ns.x|length }}", False),
    "unpacked": ("{% set a, b = toc() %}{{ a }}", False),
    "own name": ("{% set toc = count %}{{ toc }}", False),
    "recursive loop": ("{% for s in sections recursive %}{{ entries(s.path) }}{% endfor %}", False),
    "block": ("{% block b %}{{ toc() }}{% endblock %}{{ self.b()|length }}", False),
    "with": ("{% with x = toc() %}{{ x|length }}{% endwith %}", False),
    "no text for a path": ("{{ entries(1) }}", True),
    "too deep to look through": ("{{ 1" + "|int" * 3000 + " }}{{ toc() }}", False),
    "list": ("{% set x = [toc()] %}{{ x[0]|upper }}", False),
}


@pytest.mark.parametrize(("template", "allowed"), TEMPLATES.values(), ids=TEMPLATES)
def test_which_templates_allow_a_frame(template, allowed):
    assert prints_only(template) is allowed


def book(title="清单", introduction="", section="models"):
    """One record in the first of two sections."""
    sections = (SectionEntry(section, "模型", "headings", ""), SectionEntry("none", "空的", "list", ""))
    record = Record("a", section, "X", description="介绍。\n")
    return Fresh(Catalog(ListFile(title, introduction=introduction, sections=sections), (record,)))


def outcomes(book, template):
    """What a run without a cache gives, the first run with one, and the next."""
    kept = {}

    def keep(key, make):
        return kept.setdefault(key, make())

    for cached in (None, keep, keep):
        try:
            yield page_bytes(book, template, cached)
        except BadTemplate as error:
            yield str(error)


def assert_same(book, template):
    assert len(set(outcomes(book, template))) == 1


@pytest.mark.parametrize("template", [template for template, _ in TEMPLATES.values()], ids=TEMPLATES)
def test_the_page_is_the_same(template):
    assert_same(book(), template)


def test_the_page_of_a_catalog_on_disk_is_the_same(tiny):
    template = (tiny / "README.template.md").read_text(encoding="utf-8")
    assert_same(Fresh(load_sound(tiny)), template)


PRINTED = [
    "toc()", "entries('models')", "entries('none')", "entries('nope')", "entries(1)", "entries()", "toc",
    "toc()|length", "toc() ~ x", "x", "x|length", "x is string", "ns.x", "ns.x|length", "ns", "count", "list.title",
    "sections", "heading(sections[0])", "m(toc())", "m(x)", "loop.index", "[toc()]|join", "namespace(x=toc()).x|length",
    "entries(path='models')", "entries(*['models'])", "'%s'|format(toc())", "(toc() if x else 1)", "'a' in toc()",
]  # fmt: skip
TAGS = [
    "{% set x = toc() %}", "{% set x = entries('none') %}", "{% set x = 'text' %}", "{% set x = x %}",
    "{% set x %}{{ toc() }}{% endset %}", "{% set ns = namespace(x=1) %}", "{% set ns.x = toc() %}",
    "{% set x, y = toc(), 1 %}", "{% set toc = entries %}", "{% macro m(a) %}{{ a|length }}{% endmacro %}",
]  # fmt: skip
AROUND = [
    "%s", "{%% if x %%}%s{%% endif %%}", "{%% if not toc() %%}-{%% else %%}%s{%% endif %%}",
    "{%% if entries('none') %%}-{%% elif toc() %%}%s{%% endif %%}", "{%% if toc()|length > 3 %%}%s{%% endif %%}",
    "{%% for s in sections %%}%s{%% endfor %%}", "{%% for x in [1, 2] %%}%s{%% endfor %%}",
    "{%% for toc in 'ab' %%}%s{%% endfor %%}", "{%% for c in toc() if x %%}%s{%% endfor %%}",
    "{%% filter upper %%}%s{%% endfilter %%}", "{%% with x = toc() %%}%s{%% endwith %%}",
    "{%% autoescape true %%}%s{%% endautoescape %%}", "{%% macro k() %%}%s{%% endmacro %%}{{ k()|length }}",
    "{%% set x %%}%s{%% endset %%}", "{%% call(a) m(1) %%}%s{%% endcall %%}",
]  # fmt: skip
LEAVES = st.sampled_from([*(f"{{{{ {one} }}}}" for one in PRINTED), *TAGS])
SHAPES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(st.sampled_from(AROUND), st.lists(inner, min_size=1, max_size=4)).map(
        lambda made: made[0] % "".join(made[1])
    ),
    max_leaves=6,
)


@given(st.lists(SHAPES, min_size=1, max_size=5).map("\n".join))
def test_any_template_gives_the_same_page_or_the_same_refusal(template):
    assert_same(book(), template)


MARKED = ["a\0foo\0b", "\0toc\0", "\0entries models\0", "\0", "\0" + "0" * 64 + " toc\0"]


@pytest.mark.parametrize("text", MARKED, ids=ascii)
@pytest.mark.parametrize("key", ["title", "introduction"])
def test_no_text_passes_for_a_hole(key, text):
    template = f"{{{{ list.{key} }}}}|{{{{ toc() }}}}"
    assert_same(book(**{key: text}), template)
    assert text.encode() in page_bytes(book(**{key: text}), template, lambda _, make: make())


def test_a_number_is_no_path():
    assert "entries 的括号里不是小节路径" in next(outcomes(book(section="1"), "{{ entries(1) }}"))
    assert_same(book(section="1"), "{{ entries(1) }}")


def test_a_text_is_made_again_only_when_what_it_depends_on_changes(tmp_path):
    made = []

    def make():
        made.append(1)
        return f"文字{len(made)}"

    assert kept_text(tmp_path, "x", b"a", make) == kept_text(tmp_path, "x", b"a", make) == "文字1"
    assert kept_text(tmp_path, "x", b"b", make) == "文字2"
