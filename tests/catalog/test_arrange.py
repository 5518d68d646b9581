"""What no single file can tell: parts of parts, circles, stray files, slugs and sections that are near."""

import pytest

from bot.catalog.arrange import assemble, stray, unread
from bot.catalog.model import ListFile, Mistake, Record, Relation, SectionEntry

LIST = ListFile("试", sections=(SectionEntry("models", "模型"),))


def record(slug: str, whole: str = "", **changes) -> Record:
    relations = (Relation("part-of", whole, line=9),) if whole else ()
    return Record(
        slug, "models", slug, description="x", relations=relations, file=f"catalog/models/{slug}.yml", **changes
    )


def mistakes(*records: Record, **more) -> list[tuple[str, str, str]]:
    return [(one.file.rpartition("/")[2], one.message, one.fix) for one in assemble(LIST, records, **more)[1]]


def chain(length: int, **changes) -> list[Record]:
    """p0 holds p1 holds p2 …"""
    return [record(f"p{at}", f"p{at - 1}" if at else "", **changes) for at in range(length + 1)]


def test_parts_of_parts_may_be_four_deep():
    assert mistakes(*chain(4)) == []
    assert mistakes(*chain(5)) == [("p5.yml", "part-of 关系超过了 4 层", "请直接隶属于最上面的条目")]
    assert mistakes(*chain(5, body="- 原样")) == []


@pytest.mark.parametrize(("pairs", "round_"), [
    pytest.param([("a", "b"), ("b", "a")], ["a", "b"], id="two"),
    pytest.param([("a", "b"), ("b", "c"), ("c", "a")], ["a", "b", "c"], id="three"),
    pytest.param([("d", "a"), ("a", "b"), ("b", "a")], ["a", "b"], id="one that leads in is not in it"),
    pytest.param([("a", "b"), ("b", "")], [], id="none"),
])  # fmt: skip
def test_circles(pairs, round_):
    found = [file for file, message, _ in mistakes(*(record(*pair) for pair in pairs)) if "循环引用" in message]
    assert found == [f"{slug}.yml" for slug in round_]


def test_where_each_is_told():
    lines = {"relations": 7}
    loop = [record("a", "b", lines=lines), record("b", "a", lines=lines)]
    deep = [*chain(4), record("p5", "p4", lines=lines)]
    for records in (loop, deep):
        assert {(one.line, one.column) for one in assemble(LIST, records)[1]} == {(7, 1)}


@pytest.mark.parametrize(("wanted", "fix"), [
    pytest.param("lanterm", "是不是想写“lantern”", id="a slip of the pen"),
    pytest.param("mantern", "请写条目库里另一条记录的文件名（不含 .yml）", id="another first letter"),
    pytest.param("lanternabc", "是不是想写“lantern”", id="three letters longer"),
    pytest.param("lanternabcd", "请写条目库里另一条记录的文件名（不含 .yml）", id="four letters longer"),
])  # fmt: skip
def test_a_relation_to_nothing(wanted, fix):
    told = mistakes(record("lantern"), record("kettle", wanted))
    assert told == [("kettle.yml", f"relations 指向的“{wanted}”不存在", fix)]


def test_a_relation_to_itself():
    assert mistakes(record("lantern", "lantern")) == [
        ("lantern.yml", "relations 指向了自己", "请写另一条记录的文件名，或删去这一项")
    ]


def test_a_slug_that_is_none_is_told_once():
    assert mistakes(record("lantern", "灯笼")) == []


@pytest.mark.parametrize(("section", "fix"), [
    ("model", "是不是想放进“models”"), ("zzz", "请移到已有小节：models"),
])  # fmt: skip
def test_a_section_that_is_not_there(section, fix):
    stranger = Record("x", section, "X", description="x", file=f"catalog/{section}/x.yml")
    assert mistakes(stranger) == [("x.yml", f"list.yml 里没有小节“{section}”", fix)]


def test_no_section_at_all():
    stranger = Record("x", "models", "X", description="x", file="catalog/models/x.yml")
    assert assemble(ListFile("试"), [stranger])[1][0].fix == "请在 list.yml 的 sections 里写上它"


def test_a_section_listed_twice():
    twice = ListFile("试", sections=(SectionEntry("models", "模型"), SectionEntry("models", "模型")))
    assert [(one.file, one.message) for one in assemble(twice, [])[1]] == [("catalog/list.yml", "小节“models”列了两次")]


def test_slugs_that_differ_in_case_alone_or_not_at_all():
    other = Record("LANTERN", "models", "X", description="x", file="catalog/models/LANTERN.yml")
    assert mistakes(record("lantern"), other) == [
        ("lantern.yml", "slug“lantern”与 catalog/models/LANTERN.yml 重复", "请给其中一个文件改名")
    ]


@pytest.mark.parametrize(("path", "fix"), [
    ("catalog/models/x.yaml", "请把扩展名改为 .yml"), ("catalog/x.txt", "记录须放在“catalog/<小节>/<slug>.yml”；无用则删除"),
])  # fmt: skip
def test_stray_files(path, fix):
    assert (stray(path).kind, stray(path).file, stray(path).fix) == ("stray", path, fix)


def test_files_that_could_not_be_read():
    at = [Mistake("x", file, 1, 1, "", "") for file in
          ("catalog/m/b.yml", "catalog/m/a.yml", "catalog/list.yml", "catalog/m/x.txt", "catalog/m/c.yml")]  # fmt: skip
    assert unread(at, ["catalog/m/c.yml"]) == ["catalog/m/a.yml", "catalog/m/b.yml"]


def test_unknown_sections_come_last_in_order():
    strangers = [Record(name, name, name, description="x") for name in ("zz", "aa")]
    catalog, _ = assemble(LIST, [*strangers, record("lantern")])
    assert [one.slug for one in catalog.records] == ["lantern", "aa", "zz"]


def test_a_list_that_names_no_kinds_has_those_of_its_records():
    """As every list written before lists could name them."""
    plain = ListFile("试", sections=LIST.sections)
    catalog, mistakes = assemble(plain, [record("lantern", kind="tool"), record("kite", kind="")])
    assert not mistakes
    assert catalog.list.kinds == {"tool": "tool"}
