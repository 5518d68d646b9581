"""What is said of one record with its neighbours in the index is what a full check says of it."""

import random
import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.model import Catalog, Link, ListFile, Record, Relation, SectionEntry, display_order
from bot.edge.index import Index
from bot.lint.context import LintContext
from bot.lint.engine import run
from bot.lint.neighbours import evidence

TODAY = date(2024, 1, 1)
LIST = ListFile(
    "Awesome Linly 精选", sections=tuple(SectionEntry(name, name.upper()) for name in ("a", "b", "news", "index"))
)
NAMES = ["Linly", "Linly 2", "linly", "伶荔", "Linly（伶荔）", "OpenChat", "BayLing", "Open-Chat：a tool", "Falcon"]
URLS = [
    "https://github.com/CVI-SZU/Linly", "https://github.com/CVI-SZU/Linly/tree/main/data", "https://cvi-szu.github.io/Linly",
    "https://github.com/imoneoi/openchat", "https://github.com/imoneoi/linly", "https://linly.example", "https://x.example/a",
    "https://github.com/CVI-SZU", "https://github.com/fan/awesome-linly", "https://github.com/fan/awesome-linly/issues",
]  # fmt: skip
TEMPLATE = "权重、训练代码与评测脚本已全部开源，欢迎下载试用"
OWN = [
    "收集潮位站每小时的读数，剔除坏的传感器，整理成干净的表格供人训练预报模型",
    "听懂各地方言，把客服通话自动整理成工单",
]
TEXTS = [
    *(f"{own}。" for own in OWN), f"{OWN[0].replace('读数', '数据')}。", f"{OWN[0].replace('坏的', '')}！",
    f"{OWN[0]}。{TEMPLATE}。", f"{OWN[1]}。{TEMPLATE}。", f"2023年7月 {TEMPLATE}。",
    f"{TEMPLATE}。{TEMPLATE}。{TEMPLATE}。", "",
]  # fmt: skip


LABELS = ["", "", "Go!", "源码", "OpenChat"]


@st.composite
def catalogs(draw, least=2, most=14):
    size = draw(st.integers(least, most))
    made = [draw_record(draw, at, size) for at in range(size)]
    order = {section.id: at for at, section in enumerate(LIST.sections)}
    return Catalog(LIST, tuple(sorted(made, key=lambda r: (order[r.section], display_order(r)))))


def draw_record(draw, at, size):
    slug = f"r{at}" if draw(st.integers(0, 5)) else ["linly", "openchat", "falcon"][at % 3] + f"-{at // 3}" * (at > 2)
    section = draw(st.sampled_from(["a", "a", "a", "b", "b", "news", "index"]))
    pointed = draw(st.integers(0, 3 * size))
    relation = draw(st.sampled_from(["successor-of", "based-on"]))
    return Record(
        slug, section, draw(st.sampled_from(NAMES)),
        kind=draw(st.sampled_from(["model", "model", "dataset"])),
        aliases=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=1))),
        order=draw(st.none() | st.integers(1, 3)),
        added=draw(st.none() | st.sampled_from([date(2023, 1, 1), date(2023, 5, 1)])),
        status=draw(st.sampled_from(["active"] * 9 + ["withdrawn"])),
        links=tuple(
            Link(url, label=draw(st.sampled_from(LABELS))) for url in draw(st.lists(st.sampled_from(URLS), max_size=3))
        ),
        relations=(Relation(relation, f"r{pointed}"),) if pointed < size and pointed != at else (),
        description=draw(st.sampled_from(TEXTS)),
        allow={"dup001": "两处都要"} if not draw(st.integers(0, 9)) else {},
        file=f"catalog/{section}/{slug}.yml",
        lines={"description": 4},
    )  # fmt: skip


def index_of(catalog: Catalog) -> Index:
    index = Index(sqlite3.connect(":memory:", isolation_level=None), catalog.list, pytest.fail)
    index.fill(catalog)
    return index


def naming(slug, seen):
    return [one for one in run(seen) if slug in one.records]


@settings(max_examples=40, deadline=None)
@given(catalogs())
def test_what_is_said_of_each_record(catalog):
    everything = LintContext(catalog, catalog.records, today=TODAY)
    index = index_of(catalog)
    for record in catalog.records:
        assert naming(record.slug, evidence(record, index, TODAY)) == naming(record.slug, everything)


@settings(max_examples=40, deadline=None)
@given(catalogs(), st.data())
def test_what_is_said_of_one_that_asks_to_be_let_in(catalog, data):
    record = data.draw(st.sampled_from(catalog.records))
    index = index_of(Catalog(LIST, tuple(one for one in catalog.records if one is not record)))
    before = contents(index)
    with index.trying([record]):
        assert contents(index) == contents(index_of(catalog))
        said = naming(record.slug, evidence(record, index, TODAY, alone=True))
    assert said == naming(record.slug, LintContext(catalog, (record,), today=TODAY, new=True))
    assert contents(index) == before


@settings(max_examples=40, deadline=None)
@given(catalogs(), st.data())
def test_a_index_changed_one_by_one_is_the_index_filled_afresh(catalog, data):
    index = index_of(catalog)
    changed = {record.slug: record for record in catalog.records}
    for record in data.draw(st.lists(st.sampled_from(catalog.records), max_size=6)):
        if data.draw(st.booleans()):
            index.remove(record.slug)
            changed.pop(record.slug, None)
        else:
            new = replace(record, description=data.draw(st.sampled_from(TEXTS)), order=data.draw(st.integers(1, 9)))
            index.put(new)
            changed[record.slug] = new
    order = {section.id: at for at, section in enumerate(LIST.sections)}
    records = sorted(changed.values(), key=lambda r: (order[r.section], display_order(r)))
    assert contents(index) == contents(index_of(Catalog(LIST, tuple(records))))


def contents(index):
    """All that is kept, places given by slugs: their order tells, not their numbers."""
    rows = "SELECT slug, path, section, page, rank FROM record ORDER BY at"
    words = "SELECT word, slug, times FROM word JOIN record USING (at) ORDER BY word, word.at"
    return [index.database.execute(question).fetchall() for question in (rows, words)]


def repeating(seed, size):
    """A list whose second section goes through the entries of the first again, more or less."""
    chance = random.Random(seed)
    records = []
    for at in range(size):
        for section in ("a", "b"):
            slug = f"r{at}" if section == "a" else f"again-{at}"
            link = Link(f"https://github.com/owner{at}/project{chance.choice([at, at, at, 0])}")
            records.append(Record(
                slug, section, f"Project {at}", order=chance.choice([None, at]), links=(link,),
                file=f"catalog/{section}/{slug}.yml", description=f"{OWN[at % 2]}。"
            ))  # fmt: skip
    return Catalog(LIST, tuple(sorted(records, key=lambda r: (r.section, display_order(r)))))


@pytest.mark.parametrize("seed", range(4))
def test_sections_that_repeat_each_other(seed):
    catalog = repeating(seed, 9)
    everything = run(LintContext(catalog, catalog.records, today=TODAY))
    index = index_of(catalog)
    for record in catalog.records:
        named = [one for one in everything if record.slug in one.records]
        assert naming(record.slug, evidence(record, index, TODAY)) == named


def crowded(seed, size):
    """A list in which many share a name, a page, a sentence or most of a text: more than rules look at."""
    chance = random.Random(seed)
    records = []
    for at in range(size):
        own = list(OWN[at % 2])
        for _ in range(chance.randrange(4)):
            own[chance.randrange(len(own))] = chance.choice("甲乙丙丁")
        text = "".join(own) + chance.choice(["。", f"。{TEMPLATE}。", f"。第{at // 2}次修订，补充了说明。"])
        section = chance.choice(["a", "b", "news", "index"])
        records.append(Record(
            f"r{at}", section, f"{chance.choice(NAMES)}{chance.choice(['', ' ' + str(chance.randrange(size))])}",
            order=chance.choice([None, at]), added=date(2023, 1, chance.randrange(1, 28)),
            links=tuple(Link(url + chance.choice(["", f"/tree/main/{at}"])) for url in chance.sample(URLS, 2)),
            description=text, file=f"catalog/{section}/r{at}.yml", lines={"description": 4},
        ))  # fmt: skip
    order = {section.id: at for at, section in enumerate(LIST.sections)}
    return Catalog(LIST, tuple(sorted(records, key=lambda r: (order[r.section], display_order(r)))))


@pytest.mark.parametrize("seed, size", [(1, 30), (2, 45)])
def test_crowds(seed, size):
    catalog = crowded(seed, size)
    everything = run(LintContext(catalog, catalog.records, today=TODAY))
    index = index_of(catalog)
    for record in catalog.records[::4]:
        named = [one for one in everything if record.slug in one.records]
        assert naming(record.slug, evidence(record, index, TODAY)) == named
        rest = index_of(Catalog(LIST, tuple(one for one in catalog.records if one is not record)))
        with rest.trying([record]):
            said = naming(record.slug, evidence(record, rest, TODAY, alone=True))
        assert said == naming(record.slug, LintContext(catalog, (record,), today=TODAY, new=True))
