"""Each style reads back what it shows: `parse(render(record))` is the record, as far as the style shows it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds import KINDS, WORDS

from bot.catalog.model import Link, Record, Relation
from bot.catalog.words import LINKS, RELATIONS
from bot.markdown.escape import escape, flat, link, unescape
from bot.readme.styles import cards, headings, parts
from bot.readme.styles import list as items
from bot.readme.styles.pattern import Pattern

# No mark that divides one thing from the next where several stand in a row: `、`, ` · `, `。`.
NAMES = st.text(alphabet="aB1 甲乙-_*`[]()<>|#~$&:.!\\+/@“（）", min_size=1, max_size=12).map(flat).filter(
    lambda name: name.strip(" ·") and name == flat(name) and "`" not in name and not name.endswith("）")
)  # fmt: skip
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))
URLS = st.text(alphabet="ab1/-_.~%&=?()\\", max_size=8).map(lambda path: f"https://a.org/{path}")
TYPES = st.sampled_from(tuple(LINKS))
DESCRIPTIONS = st.sampled_from(
    ("", "烧水。", "烧水。\n\n炖。", "一行\n两行", "- 甲\n- 乙", "```\n# 码\n\n- x\n```", "见[甲](https://b.org) · 乙")
)
OTHERS = {"ding": "丁", "wu": "戊"}
ANCHORS = {(name, name): slug for slug, name in OTHERS.items()}


def told(record: Record) -> str:
    """As a page tells relations: those of one kind together."""
    groups = {kind: [one for one in record.relations if one.type == kind] for kind in RELATIONS}
    return " · ".join(
        f"{RELATIONS[kind]} " + "、".join(link(OTHERS[one.record], f"#{OTHERS[one.record]}") for one in ones)
        for kind, ones in groups.items() if ones
    )  # fmt: skip


@st.composite
def links(draw) -> Link:
    label = draw(st.just("") | NAMES.filter(lambda name: name not in LINKS.values()))
    url = draw(URLS)
    return Link(url, draw(TYPES), "") if not label else Link(url, parts.link_type(url), label)


RELATIONS_IN_ORDER = st.sets(st.tuples(st.sampled_from(tuple(RELATIONS)), st.sampled_from(tuple(OTHERS)))).map(
    lambda found: tuple(
        Relation(*one) for one in sorted(found, key=lambda one: (tuple(RELATIONS).index(one[0]), one[1]))
    )
)
RECORDS = st.builds(
    Record, slug=st.just(""), section=st.just(""), name=NAMES, added=DAYS, description=DESCRIPTIONS,
    links=st.lists(links(), max_size=3).map(tuple), relations=RELATIONS_IN_ORDER,
)  # fmt: skip


def gone(record: Record, reason: str) -> Record:
    return replace(record, status="withdrawn", reason=reason, added=None) if reason else record


@given(RECORDS, st.sampled_from(tuple(KINDS)), st.lists(st.sampled_from("甲乙丙"), unique=True, max_size=2),
       st.lists(st.sampled_from(["水壶x", "KET*", "壶 y"]), unique=True, max_size=2), DAYS, st.just("") | NAMES)  # fmt: skip
def test_headings(record, kind, makers, names, updated, reason):
    record = replace(record, kind=kind, organisations=tuple(makers), aliases=tuple(names), updated=updated)
    record = gone(record, reason)
    shown = replace(record, updated=None if updated == record.added else updated)
    assert headings.parse(headings.render(record, told(record), 3, WORDS), ANCHORS, WORDS) == shown


@given(RECORDS, st.lists(st.sampled_from(["水壶x", "KET*", "壶 y"]), unique=True, max_size=2), st.just("") | NAMES)
def test_list(record, names, reason):
    record = gone(replace(record, aliases=tuple(names)), reason)
    assert items.parse(items.render(record, told(record), 2), ANCHORS) == record


PATTERNS = (
    "- [{name}]({url}) - {description}", "* **[{name}]({url})**{: description}", "{number}. [{name}]({url}){ - description}{ (links, ...)}",
    "| [{name}]({url}) | {description} | {extra:星} |", "### [{name}]({url}){\n\ndescription}\n",
)  # fmt: skip
SAID = st.sampled_from(("烧水", "烧水，炖汤", "见[甲](https://b.org)吧", "a-b"))


@given(st.sampled_from(PATTERNS), NAMES.filter(lambda name: name.strip("~（）") == name), URLS, SAID, st.lists(NAMES, max_size=2),
       st.sampled_from(("", "803")), st.sampled_from(("", "停用", "换了 A*B")))  # fmt: skip
def test_pattern(show, name, url, said, labels, stars, reason):
    more = [
        Link(f"https://b.org/{at}", parts.link_type(f"https://b.org/{at}"), label) for at, label in enumerate(labels)
    ]
    more = [one for one in more if one.label not in LINKS.values()]
    extra = {"星": stars} if stars and "extra:" in show else {}
    first = Link(url, parts.link_type(url))
    record = Record("", "", name, links=(first, *more), description=said, extra=extra)
    record = gone(record, reason)
    assert Pattern(show).parse(Pattern(show).render(record, "", 2), {}) == record


@given(st.text(alphabet="aB1 甲-_*`[]()<>|#~$&;:.!\\+/@xwg", max_size=16))
def test_what_is_escaped_comes_back(text):
    assert unescape(escape(text)) == flat(text)


@pytest.mark.parametrize(("style", "text"), [
    pytest.param(headings, "- [Pilot](https://a.cn)", id="an item"),
    pytest.param(headings, "### Pilot\n\n说明。", id="no line of facts"),
    pytest.param(headings, "### Pilot\n\n**车**\n\n一辆车。", id="no such kind"),
    pytest.param(headings, f"### Pilot（2023-13-01）\n\n**{KINDS['method']}**\n\n说明。", id="no such day"),
    pytest.param(headings, f"### Pilot\n\n**{KINDS['method']}** · 甲 · 乙\n\n说明。", id="a part nobody knows"),
    pytest.param(headings, f"### Pilot\n\n**{KINDS['method']}** · 基于 [己](#己)\n\n说明。", id="a relation to what is not there"),
    pytest.param(items, "- Pilot：说明。", id="a name that is not bold"),
    pytest.param(items, "### Pilot\n\n**方法**\n\n说明。", id="a heading"),
])  # fmt: skip
def test_another_shape(style, text):
    assert style.parse(text, {}, WORDS) is None


@pytest.mark.parametrize("title", ["Pilot（已撤下）", "~~Pilot~~（已撤下）", "Pilot（2023-06-01）（已撤下）"])
def test_withdrawn_by_hand(title):
    read = headings.parse(f"### {title}\n\n**{KINDS['method']}**\n\n一种方法。", {}, WORDS)
    assert (read.name, read.status, read.added) == ("Pilot", "withdrawn", None)


@given(RECORDS, st.lists(st.sampled_from("甲乙丙"), unique=True, max_size=2),
       st.lists(st.sampled_from(["水壶x", "KET*", "壶 y"]), unique=True, max_size=2), DAYS, st.sampled_from((headings, cards)))  # fmt: skip
def test_a_list_without_kinds(record, makers, names, updated, style):
    record = replace(record, organisations=tuple(makers), aliases=tuple(names), updated=updated)
    shown = replace(record, updated=None if updated == record.added else updated)
    assert style.parse(style.render(record, told(record), 3), ANCHORS) == shown


def test_makers_are_told_from_a_description_by_their_word():
    (text, said) = ("### 壶\n\n机构 甲所\n\n烧水。", "### 壶\n\n甲所")
    assert headings.parse(text, {}).organisations == ("甲所",)
    assert headings.parse(said, {}).description == "甲所"
