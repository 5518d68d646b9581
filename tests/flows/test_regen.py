"""`curate regen` on a tiny list: what it writes, what it refuses, what a person reads."""

import os
from pathlib import Path

import pytest

SCHEMA = "catalog/record.schema.json"


@pytest.fixture
def made(tiny, curate):
    """The tiny list with its page generated."""
    assert curate("-C", tiny, "regen").code == 0
    return tiny


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_first_run_writes_the_page_and_the_schema(tiny, curate):
    before = files(tiny)
    said = curate("-C", tiny, "regen")
    assert said == (0, f"已写入 README.md、{SCHEMA}（9 条记录）。\n", "")
    assert set(files(tiny)) - set(before) == {"README.md", SCHEMA}


def test_the_second_run_touches_nothing(made, curate):
    before = (made / "README.md").stat()
    assert curate("-C", made, "regen") == (0, "没有变化（9 条记录）。\n", "")
    after = (made / "README.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_one_changed_record_changes_its_lines_only(made, curate):
    before = (made / "README.md").read_text(encoding="utf-8").splitlines()
    change(made / "catalog/models/heyan.yml", "以白鹤为基础", "以白鹤为底座")
    assert curate("-C", made, "regen").out == "已写入 README.md（9 条记录）。\n"
    after = (made / "README.md").read_text(encoding="utf-8").splitlines()
    different = [new for old, new in zip(before, after, strict=True) if old != new]
    assert different[:-1] == ["以白鹤为底座，接替青雀。"]
    assert different[-1].startswith("[//]: # (curate:sha256:")


def test_it_works_in_the_current_folder_too(made, curate, monkeypatch):
    monkeypatch.chdir(made)
    assert curate("regen").out == "没有变化（9 条记录）。\n"


def test_check_of_a_current_page(made, curate):
    assert curate("-C", made, "regen", "--check") == (0, "已是最新。\n", "")


def test_check_of_a_stale_page_shows_the_difference_and_writes_nothing(made, curate):
    change(made / "catalog/models/heyan.yml", "以白鹤为基础", "以白鹤为底座")
    before = files(made)
    said = curate("-C", made, "regen", "--check")
    assert said.code == 1
    assert said.out.startswith("--- a/README.md\n+++ b/README.md\n@@ ")
    assert "\n-以白鹤为基础，接替青雀。\n+以白鹤为底座，接替青雀。\n" in said.out
    assert said.err == "已过期：README.md。请运行 curate regen。\n"
    assert files(made) == before


def test_a_page_edited_by_hand_is_not_overwritten(made, curate):
    change(made / "README.md", "以白鹤为基础", "以青雀为基础")
    change(made / "catalog/models/heyan.yml", "2023-06-30", "2023-07-01")
    before = files(made)
    said = curate("-C", made, "regen")
    assert said.code == 2
    assert "\n-以青雀为基础，接替青雀。\n+以白鹤为基础，接替青雀。\n" in said.out
    assert "README.md 在生成之后被人直接改过" in said.err
    assert "--force" in said.err
    assert files(made) == before


def test_force_overwrites_it(made, curate):
    wanted = (made / "README.md").read_bytes()
    change(made / "README.md", "以白鹤为基础", "以青雀为基础")
    assert curate("-C", made, "regen", "--force").out == "已写入 README.md（9 条记录）。\n"
    assert (made / "README.md").read_bytes() == wanted


def test_a_page_that_was_never_generated_is_not_overwritten(tiny, curate):
    (tiny / "README.md").write_text("# 手写的页面\n", encoding="utf-8")
    said = curate("-C", tiny, "regen")
    assert said.code == 2
    assert "-# 手写的页面\n" in said.out
    assert (tiny / "README.md").read_text(encoding="utf-8") == "# 手写的页面\n"
    assert not (tiny / SCHEMA).exists()


def test_a_page_checked_out_with_crlf_is_current(made, curate):
    page = (made / "README.md").read_bytes().replace(b"\n", b"\r\n")
    (made / "README.md").write_bytes(page)
    assert curate("-C", made, "regen", "--check").code == 0
    assert curate("-C", made, "regen").out == "没有变化（9 条记录）。\n"
    assert (made / "README.md").read_bytes() == page


def test_a_whole_list_checked_out_with_crlf_makes_the_same_page(made, curate):
    wanted = (made / "README.md").read_text(encoding="utf-8")
    for path in made.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    change(made / "catalog/models/heyan.yml", "以白鹤为基础", "以白鹤为底座")
    assert curate("-C", made, "regen").code == 0
    text = (made / "README.md").read_bytes().decode()
    assert text.count("\r\n") == text.count("\n")
    text = text.replace("\r\n", "\n")
    assert text.split("[//]")[0] == wanted.replace("以白鹤为基础", "以白鹤为底座").split("[//]")[0]


def test_all_mistakes_are_told_at_once_and_nothing_is_written(made, curate):
    change(made / "catalog/models/heyan.yml", "kind: model", "kind: 模型")
    change(made / "catalog/models/baihe.yml", "https://", "")
    (made / "catalog/models/kong.yml").write_text("", encoding="utf-8")
    before = files(made)
    said = curate("-C", made, "regen")
    assert said.code == 2
    assert [line.split("：")[0] for line in said.err.splitlines()] == [
        "catalog/models/baihe.yml:6:10", "catalog/models/heyan.yml:3:1", "catalog/models/kong.yml:1:1",
    ]  # fmt: skip
    assert files(made) == before


# What may stand in the folder ────────────────────────────────────────────────────────────────────────────

RECORD = "name: N{0}\nkind: model\ndescription: 介绍。\n"


def link_to_secret(root: Path) -> None:
    (root / "secret").write_text("token: 1234\n", encoding="utf-8")
    (root / "catalog/models/x.yml").symlink_to(root / "secret")


def case_twins(root: Path) -> None:
    (root / "catalog/models/twin.yml").write_text(RECORD.format(1), encoding="utf-8")
    (root / "catalog/models/Twin.yml").write_text(RECORD.format(2), encoding="utf-8")


def put(path: str, text: str = RECORD.format(1)):
    def act(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return act


def edit(path: str, old: str, new: str):
    return lambda root: change(root / path, old, new)


def chain(root: Path) -> None:
    for number in range(1200):
        more = f"relations:\n  - type: part-of\n    record: c{number + 1}\n" if number < 1199 else ""
        put(f"catalog/models/c{number}.yml", RECORD.format(number) + more)(root)


PART_OF = "relations:\n  - type: part-of\n    record: "
STRANGE = [
    pytest.param(link_to_secret, "catalog/models/x.yml:1:1：这是符号链接或特殊文件，不会读取。", id="symbolic link to a file"),
    pytest.param(lambda root: (root / "catalog/models/x").symlink_to("/"), "models/x:1:1：这是符号链接", id="to a folder"),
    pytest.param(lambda root: (root / "catalog/models/x.yml").symlink_to("x.yml"), "这是符号链接", id="to itself"),
    pytest.param(lambda root: os.mkfifo(root / "catalog/models/x.yml"), "x.yml:1:1：这是符号链接或特殊文件", id="pipe"),
    pytest.param(case_twins, "文件名“Twin.yml”不合规", id="two names differing in case"),
    pytest.param(put("catalog/models/cafe\u0301.yml"), "不合规", id="decomposed name"),
    pytest.param(put("catalog/models/天鹰.yml"), "文件名“天鹰.yml”不合规", id="Chinese name"),
    pytest.param(put("catalog/models/a\nb.yml"), "catalog/models/a\\nb.yml:1:1：", id="line end in a name"),
    pytest.param(lambda root: (root / "catalog/models" / os.fsdecode(b"\xff.yml")).write_bytes(b"name: X\n"),
                 "catalog/models/\\udcff.yml:1:1：", id="name that is no text"),
    pytest.param(put("catalog/nosuch/x.yml"), "x.yml:1:1：list.yml 里没有小节“nosuch”。", id="unknown section"),
    pytest.param(put("catalog/models/deep/x.yml"), "list.yml 里没有小节“models/deep”。", id="section too deep"),
    pytest.param(put("catalog/x.yml"), "catalog/x.yml:1:1：条目库里不该有这个文件。记录须放在", id="beside the sections"),
    pytest.param(put("catalog/models/x.yaml"), "条目库里不该有这个文件。请把扩展名改为 .yml。", id="other ending"),
    pytest.param(put("catalog/models/notes.txt"), "条目库里不该有这个文件。", id="other file"),
    pytest.param(put("catalog/corpora/rlhf/heyan.yml"), "slug“heyan”与 catalog/models/heyan.yml 重复", id="slug twice"),
    pytest.param(put("catalog/models/x.yml", RECORD.format(1) + PART_OF + "heyam\n"),
                 "x.yml:6:13：relations 指向的“heyam”不存在。是不是想写“heyan”。", id="relation to nothing"),
    pytest.param(put("catalog/models/x.yml", RECORD.format(1) + PART_OF + "x\n"), "relations 指向了自己", id="to itself"),
    pytest.param(put("catalog/models/x.yml", RECORD.format(1) + PART_OF + "../heyan\n"), "x.yml:6:13：“record”的值“../heyan”不合规", id="upwards"),
    pytest.param(edit("catalog/models/qingque.yml", "links:", PART_OF + "qingque-lite\nlinks:"),
                 "part-of 关系循环引用", id="round in a circle"),
    pytest.param(chain, "part-of 关系超过了 4 层", id="parts of parts without end"),
    pytest.param(edit("catalog/list.yml", "show: list", "show: lists"),
                 "catalog/list.yml:12:11：小节“corpora”的 show 写了“lists”，没有这种显示方式。", id="unknown shape"),
    pytest.param(edit("catalog/list.yml", "show: list", "show: '- {name} {Url} {x}'"),
                 "list.yml:12:11：小节“corpora”的 show 里有“{Url}”，没有这个占位符。是不是想写“{url}”？可用：{name}、{url}、{label}、{description}、{links}、{updated}、{number}。",
                 id="unknown placeholder"),
    pytest.param(edit("catalog/list.yml", "show: list", "show: '- {Name} {added}'"),
                 "小节“corpora”的 show 里有“{added}”，没有这个占位符。可用：{name}、{url}、{label}、{description}、{links}、{updated}、{number}。",
                 id="a record's field that is no placeholder"),
    pytest.param(edit("catalog/list.yml", "id: rlhf", "id: dialogue"),
                 "catalog/list.yml:19:13：小节“corpora/dialogue”列了两次", id="section twice"),
    pytest.param(edit("catalog/list.yml", "id: models", "id: ../models"), "catalog/list.yml:6:9：“id”的值“../models”不合规",
                 id="section upwards"),
    pytest.param(edit("catalog/list.yml", "title: 小清单\n", ""), "list.yml:1:1：缺少必填字段“title”", id="list without title"),
    pytest.param(lambda root: (root / "catalog/list.yml").unlink(), "这里没有条目库（找不到 catalog/list.yml）", id="no list file"),
    pytest.param(lambda root: (root / "README.template.md").unlink(), "README.template.md：缺少页面模板", id="no template"),
    pytest.param(put("README.template.md", ""), "README.template.md：缺少页面模板，或者模板是空的", id="empty template"),
    pytest.param(put("README.template.md", " \n\t\n"), "README.template.md：缺少页面模板，或者模板是空的", id="blank template"),
    pytest.param(put("README.template.md", "x\n{{ nope }}\n"), "README.template.md:2：没有“nope”这个名称", id="template"),
    pytest.param(lambda root: (root / "README.template.md").write_bytes(b"x\n\xff"), "README.template.md:2：文件不是 UTF-8",
                 id="template that is no text"),
    pytest.param(lambda root: (root / "README.md").mkdir(), "README.md：这是文件夹，不是文件", id="page that is a folder"),
]  # fmt: skip


@pytest.mark.parametrize(("strange", "expected"), STRANGE)
def test_what_is_strange_is_named_with_its_place(tiny, curate, strange, expected):
    strange(tiny)
    said = curate("-C", tiny, "regen")
    assert said.code == 2
    assert expected in said.err
    assert "Traceback" not in said.err
    assert "token" not in said.err
    assert not (tiny / "README.md").is_file()


@pytest.mark.parametrize("hidden", [
    pytest.param(".DS_Store", id="Finder's"),
    pytest.param(".heyan.yml.swp", id="an editor's"),
    pytest.param("models/.git/config", id="a folder's"),
])  # fmt: skip
def test_hidden_files_are_nobody_s_business(tiny, curate, hidden):
    put(f"catalog/{hidden}", "x")(tiny)
    assert curate("-C", tiny, "regen").code == 0


NAMELESS = "nmae: N\nkind: model\ndescription: 介绍。\n"
TOLD = "不认识的字段“nmae”。是不是想写“name”。\n{0}:1:1：缺少必填字段“name”。请补上“name: …”（项目名称，按项目自己的写法）。\n"


@pytest.mark.parametrize(("path", "text", "also"), [
    pytest.param("catalog/models/baihe.yml", NAMELESS, "", id="that others point to"),
    pytest.param("catalog/corpora/rlhf/heyan.yml", NAMELESS,
                 "{0}:1:1：slug“heyan”与 catalog/models/heyan.yml 重复。请给其中一个文件改名。\n", id="slug twice"),
    pytest.param("catalog/modles/x.yml", NAMELESS, "{0}:1:1：list.yml 里没有小节“modles”。是不是想放进“models”。\n",
                 id="unknown section"),
])  # fmt: skip
def test_a_record_that_cannot_be_read_has_a_slug_and_a_section_still(tiny, curate, path, text, also):
    put(path, text)(tiny)
    said = curate("-C", tiny, "regen").err
    assert sorted(said.splitlines()) == sorted((f"{path}:1:1：" + TOLD + also).format(path).splitlines())


def test_a_list_file_that_cannot_be_used_hides_no_mistake_of_a_record(tiny, curate):
    change(tiny / "catalog/list.yml", "title: 小清单", "title: 小: 清单")
    put("catalog/models/baihe.yml", NAMELESS)(tiny)
    put("catalog/models/x.yml", RECORD.format(1) + PART_OF + "nosuch\n")(tiny)
    for command in ("regen", "check"):
        said = curate("-C", tiny, command)
        assert said.code == 2
        assert [line.split("：")[0] for line in said.err.splitlines()] == [
            "catalog/list.yml:1:9", "catalog/models/baihe.yml:1:1", "catalog/models/baihe.yml:1:1",
            "catalog/models/x.yml:6:13",
        ]  # fmt: skip


def test_where_a_section_cannot_be_read_its_records_are_not_accused(tiny, curate):
    change(tiny / "catalog/list.yml", "title: 一、模型篇", "titel: 一、模型篇")
    said = curate("-C", tiny, "regen").err
    assert "list.yml:7:5：不认识的字段“titel”。是不是想写“title”。" in said
    assert "没有小节" not in said


@pytest.mark.parametrize("name", ["README.md", SCHEMA, "README.template.md"])
def test_a_link_out_of_the_list_is_neither_read_nor_written(tiny, curate, tmp_path, name):
    """A branch someone else made must not make a maintainer's run write over the maintainer's own files."""
    outside = tmp_path / "mine"
    outside.write_text("mine\n", encoding="utf-8")
    (tiny / name).unlink(missing_ok=True)
    (tiny / name).symlink_to(outside)
    said = curate("-C", tiny, "regen", "--force")
    assert said.code == 2
    assert name in said.err
    assert "符号链接" in said.err
    assert outside.read_text(encoding="utf-8") == "mine\n"


def test_a_link_inside_the_list_is_followed_and_kept(made, curate):
    (made / "docs").mkdir()
    (made / "README.md").rename(made / "docs/page.md")
    (made / "README.md").symlink_to("docs/page.md")
    change(made / "catalog/models/heyan.yml", "以白鹤为基础", "以白鹤为底座")
    assert curate("-C", made, "regen").code == 0
    assert (made / "README.md").is_symlink()
    assert "以白鹤为底座" in (made / "docs/page.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe in a folder is POSIX")
@pytest.mark.parametrize("path", ["catalog/list.yml", "README.template.md", "README.md"])
def test_a_pipe_in_the_place_of_a_file_is_told_not_waited_for(tiny, curate, path):
    (tiny / path).unlink(missing_ok=True)
    os.mkfifo(tiny / path)
    said = curate("-C", tiny, "regen")
    assert said.code == 2
    assert f"{path}：这是管道或设备，不会读取。请换成普通文件。" in said.err
