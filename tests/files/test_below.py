"""No command follows a link out of a list's folder, hangs on a pipe or swallows a file without end."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import CurateError
from bot.files import below

SECRET = "export TOKEN=1234\n"
PAGE = "# 列表\n\n## 模型\n\n- [鹤](https://github.com/a/crane) - 一只鹤。\n"
ANSWERS = """\
name: 新项目
link: https://github.com/new/project
section: models
kind: model
description: 一个刚刚发布的项目，用来对话。
"""


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret").write_text(SECRET, encoding="utf-8")
    return folder


@pytest.fixture
def clone(tmp_path, tiny, curate):
    """A list as a stranger offers it: a catalog, a page edited by hand, the forms."""
    shutil.copytree(Path(__file__).parents[2] / ".github/ISSUE_TEMPLATE", tiny / ".github/ISSUE_TEMPLATE")
    curate("-C", tiny, "regen")
    curate("-C", tiny, "forms")
    (tiny / "page.md").write_text(PAGE, encoding="utf-8")
    (tiny / "answers.yml").write_text(ANSWERS, encoding="utf-8")
    return tiny


COMMANDS = {
    "regen": ("regen", "--force"),
    "check": ("check",),
    "fix": ("check", "--fix", "--write"),
    "absorb": ("absorb", "--yes"),
    "merge": ("import", "page.md", "--merge"),
    "new": ("new", "--from", "answers.yml"),
    "forms": ("forms",),
    "submit": ("submit", "--issue-body", "page.md", "--dry-run", "--offline"),
    "links": ("links", "--budget", "0s", "--facts", "facts.json"),
}
PLACES = [
    "README.md", "README.template.md", "catalog", "catalog/list.yml", "catalog/models", "catalog/models/heyan.yml",
    "catalog/record.schema.json", ".github", ".github/ISSUE_TEMPLATE", ".github/ISSUE_TEMPLATE/new-entry.yml",
    "facts.json",
]  # fmt: skip


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def link_out(path: Path, outside: Path, *, dangling: bool) -> None:
    """A link in the place of `path`: to what was there, now elsewhere, or to nothing."""
    target = outside / path.name
    if path.exists():
        shutil.move(path, target)
    if dangling and target.is_dir():
        shutil.rmtree(target)
    elif dangling:
        target.unlink(missing_ok=True)
    elif not target.exists():
        target.write_text(SECRET, encoding="utf-8")
    path.symlink_to(target)


@pytest.mark.parametrize("dangling", [False, True], ids=["to what is there", "to nothing"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_follows_a_link_out_of_the_list(clone, curate, outside, command, place, dangling):
    if command == "absorb" and place != "README.md":
        page = clone / "README.md"
        page.write_text(page.read_text("utf-8").replace("鹤", "鹭"), encoding="utf-8")
    link_out(clone / place, outside, dangling=dangling)
    before = everything(outside)
    said = curate("-C", clone, *COMMANDS[command])
    assert everything(outside) == before
    assert said.code in {0, 1, 2}
    assert "TOKEN" not in said.out + said.err


@pytest.mark.parametrize("name", ["catalog", "README.template.md", "README.md"])
def test_an_import_follows_no_link_either(tmp_path, curate, outside, name):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "in" / name).symlink_to(outside / ".bash_aliases")
    said = curate("-C", tmp_path / "in", "import", "page.md")
    assert said.code == 2
    assert "符号链接指到了列表之外" in said.err or "这里已经有页面模板" in said.err
    assert sorted(path.name for path in outside.iterdir()) == ["secret"]
    assert sorted(path.name for path in (tmp_path / "in").iterdir()) == sorted({"page.md", name})


REFUSED = [
    pytest.param(lambda root: (root / "x").symlink_to("/etc/passwd"), "列表之外", id="a file elsewhere"),
    pytest.param(lambda root: (root / "x").symlink_to("../nothing"), "列表之外", id="nothing elsewhere"),
    pytest.param(lambda root: (root / "x").symlink_to("nothing"), "不存在", id="nothing here"),
    pytest.param(lambda root: (root / "x").symlink_to(".git/config"), "列表之外", id="git's own files"),
    pytest.param(lambda root: (root / "x").symlink_to("x"), "符号链接", id="itself"),
    pytest.param(lambda root: (root / "x").symlink_to("/dev/zero"), "列表之外", id="a device"),
    pytest.param(lambda root: os.mkfifo(root / "x"), "管道或设备", id="a pipe"),
    pytest.param(lambda root: (root / "x").mkdir(), "文件夹", id="a folder"),
    pytest.param(lambda root: os.truncate(os.open(root / "x", os.O_CREAT | os.O_RDWR), 3 << 30), "16 MB", id="3 GB"),
]


@pytest.mark.parametrize(("make", "what"), REFUSED)
def test_reading_refuses(tmp_path, make, what):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").touch()
    make(tmp_path)
    with pytest.raises(CurateError, match=what):
        below.text(tmp_path, "x")


@pytest.mark.parametrize("name", [".git", ".GIT", ".git.", ".Git ", ".git::$INDEX_ALLOCATION", "git~1"])
def test_gits_folder_is_known_by_every_name_that_some_file_system_takes_for_it(tmp_path, name):
    (tmp_path / name).mkdir()
    (tmp_path / name / "config").touch()
    with pytest.raises(CurateError, match="列表之外"):
        below.write(tmp_path, f"{name}/config", "x")


@pytest.mark.parametrize("name", [".github", "git", "x.git", ".gitignored"])
def test_other_folders_are_not_gits(tmp_path, name):
    assert below.write(tmp_path, f"{name}/config", "x")


def test_a_link_inside_the_list_is_followed(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("一", encoding="utf-8")
    (tmp_path / "README.md").symlink_to("docs/page.md")
    assert below.text(tmp_path, "README.md") == "一"


def test_a_hard_link_is_not_written_through(tmp_path, outside):
    os.link(outside / "secret", tmp_path / "README.md")
    assert below.write(tmp_path, "README.md", "一")
    assert (outside / "secret").read_text("utf-8") == SECRET


BAD = "- [鹤](https：//github.com/a/crane) - 一只鹤。\n"
LONG = PAGE + "".join(f"- [项目{n}](https://github.com/owner{n}/project{n}) - 第 {n} 个。\n" for n in range(3000)) + BAD


def piped(arguments: list[str], text: str, pause: float) -> subprocess.CompletedProcess[bytes]:
    """The command with {} replaced by a pipe to which the text is written in two parts."""
    program = (
        "import sys, time; text = open(sys.argv[1], encoding='utf-8').read(); sys.stdout.write(text[:40]); "
        "sys.stdout.flush(); time.sleep(float(sys.argv[2])); sys.stdout.write(text[40:])"
    )
    feed = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", program, text, str(pause)], stdout=subprocess.PIPE
    )  # fmt: skip
    handle = feed.stdout.fileno()
    given = [one.format(f"/dev/fd/{handle}") for one in arguments]
    done = subprocess.run(
        [sys.executable, "-m", "bot", *given], capture_output=True, check=False, pass_fds=[handle], timeout=60
    )  # fmt: skip
    feed.stdout.close()
    feed.wait()
    return done


@pytest.mark.parametrize(("text", "pause"), [
    pytest.param(PAGE + BAD, 0.5, id="short and slow"), pytest.param(LONG, 0, id="long"),
])  # fmt: skip
def test_a_pipe_is_read_to_its_end(tmp_path, curate, text, pause):
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    done = piped(["check", "{}"], str(page), pause)
    assert done.returncode == curate("check", page).code == 1
    assert "LNK001" in done.stdout.decode()


def test_an_import_takes_all_of_a_pipe(tmp_path, curate):
    page = tmp_path / "page.md"
    page.write_text(LONG, encoding="utf-8")
    done = piped(["import", "{}", "--into", str(tmp_path / "out")], str(page), 0)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out/README.md").read_text("utf-8").startswith(LONG)


def test_an_issue_body_takes_all_of_a_pipe(clone, curate):
    body = clone / "body.md"
    body.write_text(
        "### 项目名称\n\n" + "新" * 300 + "\n\n### 链接\n\nhttps://github.com/new/project\n", encoding="utf-8"
    )
    form = clone / ".github/ISSUE_TEMPLATE/new-entry.yml"
    as_file = curate("submit", "--issue-body", body, "--form", form, "--parse-only")
    done = piped(["submit", "--issue-body", "{}", "--form", str(form), "--parse-only"], str(body), 0.5)
    assert done.stdout.decode() == as_file.out


def test_what_never_ends_is_refused(curate):
    said = curate("check", "/dev/zero")
    assert (said.code, said.err) == (
        2,
        "/dev/zero：文件超过 16 MB 的上限，没有读取。请删去多余的内容，或拆成几个文件。\n",
    )


def test_a_record_too_large_is_a_finding(tiny, curate):
    with (tiny / "catalog/models/heyan.yml").open("a", encoding="utf-8") as file:
        file.write("# " + "x" * (1 << 20))
    said = curate("-C", tiny, "check")
    assert said.code == 1
    assert "文件超过 1 MB 的上限" in said.out
