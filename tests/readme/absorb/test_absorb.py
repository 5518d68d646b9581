"""`curate absorb`: what stood in README.md, what a person made of it, and what became of the catalog."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.cli.main import cli
from bot.errors import CurateError
from bot.flows import absorb as absorbing
from bot.flows import regen
from bot.markdown.page import mark_of, page_lines
from bot.readme.generate.page import edited_by_hand

PAGE = """# 工具

这里收集工具。

## 编辑器

- [甲](https://a.cn/jia) - 第一个编辑器
- [乙](https://a.cn/yi) - 第二个编辑器
- [丙](https://a.cn/bing) - 第三个编辑器，见[说明](https://a.cn/doc)

## 模型

### Alpha（更新于2023年4月1日）

一个模型：https://github.com/a/alpha

### Beta

另一个模型：https://github.com/b/beta
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(PAGE, encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", str(tmp_path / "old.md"), "--into", str(tmp_path / "list")])
    assert done.exit_code == 0, done.output
    return tmp_path / "list"


def edit(home: Path, change: Callable[[str], str]) -> None:
    page = home / "README.md"
    text = page.read_text(encoding="utf-8")
    assert change(text) != text
    page.write_text(change(text), encoding="utf-8")


def absorb(home: Path, *arguments: str):
    return CliRunner().invoke(cli, ["-C", str(home), "absorb", "--yes", *arguments])


def tree(home: Path) -> dict[str, str]:
    return {
        str(file.relative_to(home)): file.read_text(encoding="utf-8")
        for file in home.rglob("*.*")
        if file.is_file() and ".git" not in file.parts
    }


def record(home: Path, path: str) -> dict:
    return yaml.safe_load((home / "catalog" / path).read_text(encoding="utf-8"))


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def moved(line: str, before: str) -> Callable[[str], str]:
    return lambda text: text.replace(f"{line}\n", "", 1).replace(before, f"{line}\n{before}", 1)


JIA = "- [甲](https://a.cn/jia) - 第一个编辑器"
YI = "- [乙](https://a.cn/yi) - 第二个编辑器"
ALPHA = "### Alpha（更新于2023年4月1日）\n\n一个模型：https://github.com/a/alpha\n\n"

EDITS = {
    "a word": (swap("第一个编辑器", "第一种编辑器"), ["bian-ji-qi/jia.yml"]),
    "a link": (swap("https://a.cn/yi", "https://b.cn/yi"), ["bian-ji-qi/yi.yml"]),
    "a name": (swap("[甲]", "[甲乙丙]"), ["bian-ji-qi/jia.yml"]),
    "two records": (
        lambda text: swap("[甲]", "[丁]")(swap("第二个", "第二种")(text)),
        ["bian-ji-qi/jia.yml", "bian-ji-qi/yi.yml"],
    ),
    "a kept text": (swap("第三个", "第三种"), ["bian-ji-qi/bing.yml"]),
    "prose": (swap("这里收集工具。", "这里收集好用的工具。\n\n欢迎推荐。"), []),
    "a section's title": (swap("## 模型", "## 大模型"), ["list.yml"]),
    "a new item between": (swap(YI, f"- [丁](https://d.cn/ding) - 新的\n{YI}"), ["bian-ji-qi/ding.yml"]),
    "a new item first": (swap(JIA, f"- [丁](https://d.cn/ding) - 新的\n{JIA}"), ["bian-ji-qi/ding.yml"]),
    "a new heading last": (
        swap("b/beta\n", "b/beta\n\n### Gamma\n\n第三个：https://github.com/c/gamma\n"),
        ["mo-xing/gamma.yml"],
    ),
    "an item removed": (swap(f"{YI}\n", ""), ["bian-ji-qi/yi.yml"]),
    "a heading removed": (swap(ALPHA, ""), ["mo-xing/alpha.yml"]),
    "an item moved up": (moved(YI, JIA), ["bian-ji-qi/yi.yml"]),
    "braces": (swap("这里收集工具。", "{{ 工具 }} {% x %}"), []),
}


@pytest.mark.parametrize(("change", "touched"), [pytest.param(*case, id=name) for name, case in EDITS.items()])
def test_the_catalog_makes_the_edited_page(home: Path, change: Callable[[str], str], touched: list[str]):
    before = tree(home)
    edit(home, change)
    wanted = page_lines((home / "README.md").read_text(encoding="utf-8"))
    done = absorb(home)
    assert done.exit_code == 0, done.exception
    assert page_lines((home / "README.md").read_text(encoding="utf-8")) == wanted
    assert not regen.look(home).stale
    after = tree(home)
    changed = {path for path in before | after if before.get(path) != after.get(path)} - {"README.md"}
    assert {path.removeprefix("catalog/") for path in changed} - {"README.template.md"} == set(touched)


def test_fields_follow_where_the_pattern_shows_them(home: Path):
    edit(home, lambda text: swap("第一个编辑器", "一个编辑器")(swap("https://a.cn/jia", "https://b.cn/jia")(text)))
    absorb(home)
    found = record(home, "bian-ji-qi/jia.yml")
    assert (found["description"], found["links"][0]["url"]) == ("一个编辑器", "https://b.cn/jia")
    assert "body" not in found


def test_a_new_entry_is_read(home: Path):
    edit(home, swap("### Beta", "### Gamma伽马（更新于2023年9月1日）\n\n新的：https://github.com/c/gamma\n\n### Beta"))
    absorb(home)
    found = record(home, "mo-xing/gamma.yml")
    assert (found["name"], str(found["updated"]), found["aliases"]) == ("Gamma伽马", "2023-09-01", ["Gamma", "伽马"])
    assert found["links"][0]["url"] == "https://github.com/c/gamma"


def test_a_moved_record_stays_itself(home: Path):
    before = record(home, "bian-ji-qi/jia.yml")
    edit(home, lambda text: text.replace(f"{JIA}\n", "").replace(f"{YI}\n", f"{YI}\n{JIA}\n"))
    absorb(home)
    after = record(home, "bian-ji-qi/jia.yml")
    assert before | {"order": 0} == after | {"order": 0}


def test_what_is_computed_follows(home: Path):
    template = home / "README.template.md"
    template.write_text(
        template.read_text(encoding="utf-8").replace("这里", "共 {{ count }} 个。这里"), encoding="utf-8"
    )
    CliRunner().invoke(cli, ["-C", str(home), "regen", "--force"])
    edit(home, swap(f"{YI}\n", ""))
    done = absorb(home)
    assert "1 行由模板算出" in done.output
    assert "共 4 个。这里" in (home / "README.md").read_text(encoding="utf-8")


def test_an_edit_of_what_is_computed_is_refused(home: Path):
    template = home / "README.template.md"
    template.write_text(
        template.read_text(encoding="utf-8").replace("这里", "共 {{ count }} 个。这里"), encoding="utf-8"
    )
    CliRunner().invoke(cli, ["-C", str(home), "regen", "--force"])
    edit(home, lambda text: swap("共 5 个", "共 500 个")(swap("第一个", "第一种")(text)))
    before = tree(home)
    done = absorb(home)
    assert "第 3 行的改动无法写回 catalog/" in str(done.exception)
    assert tree(home) == before


def test_text_that_is_no_entry_is_refused_inside_a_section(home: Path):
    edit(home, swap(YI, f"\n中间插进来的一段话。\n\n{YI}"))
    before = tree(home)
    assert "无法写回 catalog/" in str(absorb(home).exception)
    assert tree(home) == before


def test_no_edit(home: Path):
    assert "没有手工改动" in absorb(home).output


def test_asked_before_writing(home: Path):
    edit(home, swap("第一个", "第一种"))
    before = tree(home)
    done = CliRunner().invoke(cli, ["-C", str(home), "absorb"], input="n\n")
    assert "+description: 第一种编辑器" in done.output
    assert tree(home) == before


def test_a_file_changed_while_it_was_asked_is_not_overwritten(home: Path):
    edit(home, swap("第一个编辑器", "第一种编辑器"))
    made = absorbing.look(home)
    rewrite(home, "bian-ji-qi/jia.yml", "第一个编辑器", "第一款编辑器")
    before = tree(home)
    with pytest.raises(CurateError, match="文件在检查之后又被改过，什么都没有写"):
        absorbing.write(home, made)
    assert tree(home) == before


def test_a_comment_in_a_record_is_seen_to_go(home: Path):
    rewrite(home, "bian-ji-qi/jia.yml", "name: 甲", "name: 甲  # 待定")
    edit(home, swap("第一个编辑器", "第一种编辑器"))
    assert "-name: 甲  # 待定" in absorb(home).output


def test_an_entry_made_the_same_as_another_is_told(home: Path):
    edit(home, swap(JIA, "- [甲甲](https://a.cn/yi) - 又一个"))
    done = absorb(home)
    assert "“甲甲”与“乙”（catalog/bian-ji-qi/yi.yml）的链接相同" in done.output
    assert record(home, "bian-ji-qi/yi.yml")["name"] == "乙"


def git(home: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@a.cn", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(home), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def kept(home: Path) -> Path:
    git(home, "init", "-q")
    git(home, "add", ".")
    git(home, "commit", "-qm", "start")
    return home


def rewrite(home: Path, path: str, old: str, new: str) -> None:
    file = home / "catalog" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_other_records_may_have_changed_meanwhile(kept: Path):
    rewrite(kept, "mo-xing/beta.yml", "另一个模型", "另一种模型")
    edit(kept, swap("第一个编辑器", "第一种编辑器"))
    assert absorb(kept).exit_code == 0
    text = (kept / "README.md").read_text(encoding="utf-8")
    assert "第一种编辑器" in text
    assert "另一种模型" in text
    assert not edited_by_hand(text)


def test_the_same_record_changed_meanwhile_is_shown_and_kept(kept: Path):
    rewrite(kept, "bian-ji-qi/jia.yml", "第一个编辑器", "第一款编辑器")
    edit(kept, swap("第一个编辑器", "第一种编辑器"))
    before = tree(kept)
    assert "第 7 行手工改过，对应的条目在 catalog/ 里也改过" in str(absorb(kept).exception)
    assert tree(kept) == before


def test_without_history_it_cannot_be_told_what_changed(home: Path):
    rewrite(home, "mo-xing/beta.yml", "另一个模型", "另一种模型")
    edit(home, swap("第一个编辑器", "第一种编辑器"))
    assert "分不清哪些是手工改动" in str(absorb(home).exception)


def test_a_page_whose_mark_was_lost(kept: Path):
    edit(kept, lambda text: swap("第一个", "第一种")(text).partition("\n[//]")[0])
    assert not mark_of((kept / "README.md").read_text(encoding="utf-8"))
    assert absorb(kept).exit_code == 0
    assert "第一种" in (kept / "README.md").read_text(encoding="utf-8")
