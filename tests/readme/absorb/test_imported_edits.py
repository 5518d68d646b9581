"""Hand edits of an imported list: its own kinds of lines, and what became of the records and of list.yml."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.catalog.load import load_sound
from bot.catalog.model import Catalog
from bot.cli.main import cli
from bot.flows import regen
from bot.markdown.page import page_lines

PAGE = """# 列表

前言。

## 工具

- [Lamp](https://lamp-lab.cn) - 灯。
- [Wick](https://wick-lab.cn) - 灯芯。
- [Oil](https://oil-lab.cn) - 油。

## 榜

| # | 仓库 | 星 |
|---|---|---|
| 1 | [alibaba/nacos](https://github.com/alibaba/nacos) | 30136 |
| 2 | [nutzam/nutz](https://github.com/nutzam/nutz) | 2530 |
| 3 | [a-lab/b](https://github.com/a-lab/b) | 2519 |

## 书

- 读《[风筝](https://kite-lab.cn)》 / [代码](https://kite-lab.cn/code)
- 读 [船](./boat.md)

### 旧书

1. [Raft](https://raft-lab.cn): 木筏。
2. [Oar](https://oar-lab.cn): 桨。
"""
OIL = "- [Oil](https://oil-lab.cn) - 油。"
NUTZ = "| 2 | [nutzam/nutz](https://github.com/nutzam/nutz) | 2530 |"
OLD = "### 旧书\n\n1. [Raft](https://raft-lab.cn): 木筏。\n2. [Oar](https://oar-lab.cn): 桨。\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(PAGE, encoding="utf-8")
    assert CliRunner().invoke(cli, ["import", str(tmp_path / "old.md"), "--into", str(tmp_path)]).exit_code == 0
    return tmp_path


def absorbed(home: Path, *changes: tuple[str, str]) -> Catalog:
    page = home / "README.md"
    text = page.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    page.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["-C", str(home), "absorb", "--yes"])
    assert done.exit_code == 0, done.exception
    assert page_lines(page.read_text(encoding="utf-8"))[:-1] == page_lines(text)[:-1]
    assert not regen.look(home).stale
    return load_sound(home)


def named(catalog: Catalog, name: str) -> dict:
    record = next(one for one in catalog.records if one.name == name)
    shown = {"links": [one.url for one in record.links], "description": record.description, "extra": dict(record.extra)}
    return shown | {"status": record.status, "reason": record.reason, "body": record.body}


EDITS = [
    pytest.param(OIL, "- ~~[Oil](https://oil-lab.cn)~~（已撤下：停产） - 油。", "Oil", {"status": "withdrawn", "reason": "停产", "description": "油。", "body": ""}, id="withdrawn"),
    pytest.param(OIL, f"{OIL} ⭐", "Oil", {"description": "油。 ⭐", "body": ""}, id="text behind"),
    pytest.param(NUTZ, NUTZ.replace("2530", "2600"), "nutzam/nutz", {"body": ""}, id="a cell"),
    pytest.param(NUTZ, NUTZ.replace("nutzam/nutz", "nutzam/nutz2"), "nutzam/nutz2", {"links": ["https://github.com/nutzam/nutz2"], "body": ""}, id="name and link of a row: another project"),
    pytest.param("[代码](https://kite-lab.cn/code)", "[代码](https://kite-lab.cn/code)，荐", "风筝", {"body": ""}, id="text behind a shape of its own"),
    pytest.param("读《[风筝]", "读《~~[风筝]", "风筝", {}, id="struck out by half"),
    pytest.param("[船](./boat.md)", "[大船](./boat.md)", "大船", {"links": []}, id="a name without a link of the web"),
    pytest.param("2. [Oar]", "2. [Paddle](https://paddle-lab.cn): 短桨。\n3. [Oar]", "Paddle", {"links": ["https://paddle-lab.cn"], "description": "短桨。", "body": ""}, id="a numbered line between"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "name", "fields"), EDITS)
def test_a_record_follows(home: Path, old: str, new: str, name: str, fields: dict):
    found = named(absorbed(home, (old, new)), name)
    assert {key: found[key] for key in fields} == fields


def test_the_name_of_a_page_of_this_site_is_edited_in_its_record(home: Path):
    before = {record.name: record.slug for record in load_sound(home).records}
    after = {record.name: record.slug for record in absorbed(home, ("[船](./boat.md)", "[大船](./boat.md)")).records}
    assert after["大船"] == before["船"]


def test_a_kept_text_is_struck_out_and_stays(home: Path):
    boat = next(one for one in load_sound(home).records if one.name == "船")
    (home / boat.file).write_text('name: 船\nbody: "- 读 [船](./boat.md)"\n', encoding="utf-8")
    regen.write(home, regen.look(home), force=True)
    struck = ("读 [船](./boat.md)", "读 ~~[船](./boat.md)~~（已撤下：沉了）")
    found = named(absorbed(home, struck), "船")
    assert (found["status"], found["reason"], found["body"]) == ("withdrawn", "沉了", "- 读 [船](./boat.md)")
    assert named(absorbed(home, struck[::-1]), "船")["status"] == "active"


ADDED = [
    pytest.param("榜", 15, {"description": "2525"}, "| 1 | [alibaba/nacos](https://github.com/alibaba/nacos) | 30136 |\n| 2 | [New](https://new-lab.cn) | 2525 |\n| 3 | [nutzam/nutz]", id="a row of a table"),
    pytest.param("旧书", 15, {"description": "新。"}, "1. [Raft](https://raft-lab.cn): 木筏。\n2. [New](https://new-lab.cn): 新。\n3. [Oar]", id="a numbered line"),
    pytest.param("工具", None, {}, "- [Oil](https://oil-lab.cn) - 油。\n- [New](https://new-lab.cn)\n\n## 榜", id="at the end, with nothing said"),
    pytest.param("工具", 5, {"status": "withdrawn", "reason": "停了"}, "## 工具\n\n- ~~[New](https://new-lab.cn)~~（已撤下：停了）\n- [Lamp]", id="withdrawn"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "order", "fields", "shown"), ADDED)
def test_a_record_added_by_hand_looks_like_its_neighbours(home: Path, title, order, fields, shown):
    path = next(section.path for section in load_sound(home).sections if section.entry.title == title)
    record = {"name": "New", "links": [{"url": "https://new-lab.cn"}], **fields, **({"order": order} if order else {})}
    (home / f"catalog/{path}/new.yml").write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    regen.write(home, regen.look(home), force=True)
    assert shown in (home / "README.md").read_text(encoding="utf-8")


def sections(catalog: Catalog) -> dict[str, list[str]]:
    return {
        section.entry.title: [one.name for one in catalog.by_section.get(section.path, ())]
        for section in catalog.sections
    }


def test_a_list_of_ones_does_not_count(home: Path):
    raft, paddle = "1. [Raft](https://raft-lab.cn): 木筏。", "1. [Paddle](https://paddle-lab.cn): 短桨。"
    file = next(home.glob("catalog/list.yml"))
    file.write_text(file.read_text(encoding="utf-8").replace('"{number}. [{name}]', '"1. [{name}]'), encoding="utf-8")
    regen.write(home, regen.look(home), force=True)
    catalog = absorbed(
        home,
        (f"{raft}\n", f"{raft}改！\n{paddle}\n"),
        ("1. [Oar](https://oar-lab.cn): 桨。", "1. [Oar](https://oar-lab.cn)（桨）"),
    )
    assert sections(catalog)["旧书"] == ["Raft", "Paddle", "Oar"]
    assert not any(record.body for record in catalog.records)


def test_relations_to_what_was_replaced_go_with_it(home: Path):
    lamp, wick = (next(one for one in load_sound(home).records if one.name == name) for name in ("Lamp", "Wick"))
    text = (home / lamp.file).read_text(encoding="utf-8")
    related = f"{text}relations:\n  - type: based-on\n    record: {wick.slug}\n"
    (home / lamp.file).write_text(related, encoding="utf-8")
    sail = "[Sail](https://sail-lab.cn) - 帆。"
    catalog = absorbed(home, ("[Wick](https://wick-lab.cn) - 灯芯。", sail))
    assert catalog.by_slug[lamp.slug].relations == ()
    assert sections(catalog)["工具"] == ["Lamp", "Sail", "Oil"]
    assert wick.slug not in catalog.by_slug


def test_a_new_section_is_put_into_the_list_and_its_template(home: Path):
    new = "## 新节\n\n导语。\n\n- [Star](https://star-lab.cn) - 星。\n- [Sun](https://sun-lab.cn) - 日。\n\n## 榜"
    catalog = absorbed(home, ("## 榜", new))
    assert list(sections(catalog)) == ["工具", "新节", "榜", "书", "旧书"]
    assert named(catalog, "Sun") == {
        "links": ["https://sun-lab.cn"], "description": "日。", "extra": {}, "status": "active", "reason": "", "body": "",
    }  # fmt: skip
    assert "Sun" not in (home / "README.template.md").read_text(encoding="utf-8")


def test_a_new_section_below_another_one(home: Path):
    catalog = absorbed(home, ("### 旧书", "### 新书\n\n- [Star](https://star-lab.cn) - 星。\n\n### 旧书"))
    assert [section.level for section in catalog.sections if section.entry.title == "新书"] == [2]


def test_a_section_removed(home: Path):
    catalog = absorbed(home, (f"\n{OLD}", ""))
    assert list(sections(catalog)) == ["工具", "榜", "书"]
    assert (home / "README.template.md").read_text(encoding="utf-8").count("entries(") == 3
    listed = yaml.safe_load((home / "catalog/list.yml").read_text(encoding="utf-8"))
    assert "sections" not in listed["sections"][-1]


def test_a_section_removed_with_those_below_it(home: Path):
    text = (home / "README.md").read_text(encoding="utf-8")
    books = text[text.index("## 书") : text.index("\n[//]")]
    assert list(sections(absorbed(home, (books, "")))) == ["工具", "榜"]


def test_a_section_emptied_stays(home: Path):
    assert sections(absorbed(home, (OLD.partition("\n\n")[2], "")))["旧书"] == []


def test_a_section_renamed(home: Path):
    assert next(iter(sections(absorbed(home, ("## 工具", "## 好工具"))))) == "好工具"


def test_blank_lines_between_entries_are_no_edit_of_them(home: Path):
    page = home / "README.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("- [Wick](https://wick-lab.cn) - 灯芯。\n", "\n"), encoding="utf-8")
    assert CliRunner().invoke(cli, ["-C", str(home), "absorb", "--yes"]).exit_code == 0
    catalog = load_sound(home)
    assert sections(catalog)["工具"] == ["Lamp", "Oil"]
    assert not any(record.body.endswith("\n") for record in catalog.records)
