"""`curate setup`: from a README to a list with forms and workflows; nothing of anybody else's is touched."""

import json
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import HOME
from bot.adopt.repository import read_repository
from bot.cli.main import cli
from bot.files import installed
from bot.flows import setup, setup_files
from bot.flows.forms import forms
from bot.flows.import_ import plain
from bot.flows.setup_known import Choices, find_out
from bot.submissions.write_forms import section_options

LISTS = Path(__file__).parents[1] / "data" / "lists"
BIN = Path(sysconfig.get_paths()["scripts"])
ACTION = f"owner/curate@{'0123456789' * 4}"
WORKFLOWS = ("check", "links", "pages", "refresh", "submit")
NAMES = ("books", "apps", "tools")


def git(root, *words):
    subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)


def place(root, name="books", remote="git@github.com:someone/list.git"):
    """The list in an empty clone of its repository."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(LISTS / f"{name}.md", root / "README.md")
    git(root, "init", "-qb", "trunk")
    if remote:
        git(root, "remote", "add", "origin", remote)
    return root


def snapshot(root):
    return {
        p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file() and ".git/" not in str(p)
    }


@pytest.fixture(params=NAMES)
def done(request, tmp_path, curate):
    root = place(tmp_path / "list", request.param)
    said = curate("-C", root, "setup", "--yes", "--action", ACTION, "--pre-commit", "--license", "CC0 1.0")
    assert said.code == 0, said.err
    return root, said, (LISTS / f"{request.param}.md").read_text("utf-8")


def test_all_that_a_list_needs(done, curate):
    root, said, page = done
    files = snapshot(root)
    assert {f".github/workflows/{name}.yml" for name in WORKFLOWS} <= files.keys()
    assert {
        ".pre-commit-config.yaml",
        ".github/dependabot.yml",
        "CONTRIBUTING.md",
        "README.template.md",
    } <= files.keys()
    assert all(f"uses: {ACTION}" in files[f".github/workflows/{name}.yml"].decode() for name in WORKFLOWS)
    assert plain((root / "README.md").read_text("utf-8")).startswith(plain(page)), "not a letter of the page changes"
    assert "https://github.com/someone/list/settings/actions" in said.out
    assert "CC0 1.0" in files[".github/ISSUE_TEMPLATE/new-entry.yml"].decode()
    assert curate("-C", root, "check").code == 0
    assert curate("-C", root, "forms", "--check").code == 0


def test_a_second_run_changes_nothing(done, curate):
    root, _, _ = done
    before = snapshot(root)
    again = curate("-C", root, "setup", "--yes", "--pre-commit")
    assert "没有变化。" in again.out
    assert snapshot(root) == before


def test_the_files_pass_the_tools_of_others(done):
    root, _, _ = done
    issue_forms = sorted(map(str, (root / ".github/ISSUE_TEMPLATE").iterdir()))
    for command in (
        ("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *issue_forms),
        ("check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"),
        ("actionlint",),
        ("zizmor", "--offline", "--quiet", "--persona", "pedantic", ".github"),
    ):
        ran = subprocess.run([BIN / command[0], *command[1:]], cwd=root, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, (command[0], ran.stdout + ran.stderr)


SAID = {"books": "讲怎样把代码写得让人读得懂，例子多，读来轻松。", "apps": "把截图钉在屏幕上的小工具，占用内存很少。",
        "tools": "Counts words in any number of files, and nothing else."}  # fmt: skip
LINES = {
    "books": "- [新项目](https://github.com/fresh-things/fresh) - " + SAID["books"],
    "apps": "| [新项目](https://github.com/fresh-things/fresh) | " + SAID["apps"] + " |  |",
    "tools": "- [新项目](https://github.com/fresh-things/fresh) - " + SAID["tools"],
}


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_submission_is_ready_and_looks_like_its_neighbours(tmp_path, curate, name):
    root = place(tmp_path, name)
    assert curate("-C", root, "setup", "--yes", "--action", ACTION).code == 0
    asked = forms(root)["new-entry"].fields
    given = {
        "name": "新项目",
        "link": "https://github.com/fresh-things/fresh",
        "section": asked[2].options[0],
        "description": SAID[name],
    }
    parts = [
        f"### {field.label}\n\n" + (
            "\n".join(f"- [X] {one}" for one in field.options) if field.type == "checkboxes" else given.get(field.id, "_No response_")
        )
        for field in asked
    ]  # fmt: skip
    (root / "body.md").write_text("\n\n".join(parts), "utf-8")
    told = json.loads(
        curate("-C", root, "submit", "--issue-body", root / "body.md", "--dry-run", "--format", "json").out
    )
    assert (told["status"], told["problems"]) == ("ready", [])
    lines = told["pull_request"]["files"]["README.md"].splitlines()
    assert LINES[name] in lines
    assert lines[lines.index(LINES[name]) - 1][:3] == LINES[name][:3]


def test_a_dry_run_shows_all_and_writes_nothing(tmp_path, curate):
    root = place(tmp_path)
    before = snapshot(root)
    said = curate("-C", root, "setup", "--dry-run", "--action", ACTION)
    assert snapshot(root) == before
    assert "+++ b/.github/workflows/submit.yml" in said.out
    assert "没有写文件。" in said.out


def test_what_cannot_be_known_is_asked(tmp_path, curate, monkeypatch):
    root = place(tmp_path, remote="")
    monkeypatch.setattr(installed, "source", installed.Source)
    typed = f"https://github.com/a/b\nCC BY 4.0\n{ACTION}\ny\ny\ny\n"
    said = CliRunner().invoke(cli, ["-C", str(root), "setup"], input=typed)
    assert said.exit_code == 0, said.output
    listed = (root / "catalog/list.yml").read_text("utf-8")
    assert "repository: https://github.com/a/b\n" in listed
    assert "license: CC BY 4.0\n" in listed
    assert (root / "README.md").read_text("utf-8").count("template=new-entry.yml") == 1
    assert (root / ".pre-commit-config.yaml").is_file()
    assert curate("-C", root, "regen", "--check").code == 0


def test_the_licence_is_that_of_the_repository(tmp_path, curate):
    root = place(tmp_path)
    (root / "LICENSE").write_text("Creative Commons Attribution-ShareAlike 4.0 International\n", "utf-8")
    curate("-C", root, "setup", "--yes")
    assert "license: CC BY-SA 4.0\n" in (root / "catalog/list.yml").read_text("utf-8")


OWN = {
    ".github/workflows/check.yml": "on: push\n",
    ".github/ISSUE_TEMPLATE/new-entry.yml": "name: mine\nbody:\n  - type: input\n    id: a\n    attributes: {label: A}\n",
    ".github/dependabot.yml": "version: 2\nupdates: []\n",
    "CONTRIBUTING.md": "# Mine\n",
}


def test_what_is_not_ours_is_kept_and_named(tmp_path, curate):
    root = place(tmp_path)
    for path, text in OWN.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    said = curate("-C", root, "setup", "--yes", "--action", ACTION)
    assert {path: (root / path).read_text("utf-8") for path in OWN} == OWN
    assert all(f"{path}" in said.out and "保留不动" in said.out for path in OWN)
    assert f"uses: {ACTION}" in (root / ".github/workflows/curate-check.yml").read_text("utf-8")
    assert "没有变化。" in curate("-C", root, "setup", "--yes").out


def test_a_workflow_of_their_own_that_does_the_same_is_enough(tmp_path, curate):
    root = place(tmp_path)
    own = root / ".github/workflows/check.yml"
    own.parent.mkdir(parents=True)
    text = (
        f"on: pull_request\njobs:\n  a:\n    steps:\n      - uses: {ACTION}\n        with:\n          command: check\n"
    )
    own.write_text(text, "utf-8")
    said = curate("-C", root, "setup", "--yes")
    assert ".github/workflows/check.yml（工作流：检查别人提的 PR）：不是 curate setup 写的，保留不动" in said.out
    assert not (own.parent / "curate-check.yml").exists()
    assert f"uses: {ACTION}" in (own.parent / "submit.yml").read_text("utf-8"), "the others use the same bot"


def test_what_somebody_has_changed_is_kept_and_what_is_old_renewed(tmp_path, curate):
    root = place(tmp_path)
    curate("-C", root, "setup", "--yes", "--action", ACTION)
    changed, moved = root / ".github/workflows/submit.yml", root / ".github/workflows/check.yml"
    changed.write_text(changed.read_text("utf-8").replace("timeout-minutes: 10", "timeout-minutes: 20"), "utf-8")
    newer = ACTION.replace("0", "f")
    said = curate("-C", root, "setup", "--yes", "--action", newer)
    assert ".github/workflows/submit.yml（工作流：处理表单：评论、预览、PR）：写好以后被人改过，保留不动" in said.out
    assert "timeout-minutes: 20" in changed.read_text("utf-8")
    assert f"uses: {newer}" in moved.read_text("utf-8")


def test_a_run_that_was_killed_is_finished_by_the_next(tmp_path, curate, monkeypatch):
    whole = place(tmp_path / "whole")
    curate("-C", whole, "setup", "--yes", "--action", ACTION)
    for at in ("import", "rest"):
        root = place(tmp_path / at)
        choices = Choices(action=ACTION)
        made = setup.look(root, choices, find_out(root, choices))
        with monkeypatch.context() as patched:
            patched.setattr(
                setup.import_ if at == "import" else setup, "write" if at == "import" else "write_all", killed
            )
            with pytest.raises(KeyboardInterrupt):
                setup.write(root, made)
        curate("-C", root, "setup", "--yes", "--action", ACTION)
        assert snapshot(root) == snapshot(whole)
    (root / "README.md").write_bytes((LISTS / "books.md").read_bytes())  # the last file of the import
    curate("-C", root, "setup", "--yes")
    assert snapshot(root) == snapshot(whole)


def killed(*_):
    raise KeyboardInterrupt


@pytest.mark.parametrize(("files", "said"), [
    pytest.param({}, "这里没有 README.md。", id="no page"),
    pytest.param({"README.rst": "T\n=\n"}, "README.rst：列表是 reStructuredText", id="reStructuredText"),
    pytest.param({"docs/README.md": "# T\n"}, "请先运行 git mv docs/README.md README.md，并改好里面的相对链接", id="in docs"),
    pytest.param({"README.md": "# 空\n\n以后再写。\n"}, "README.md 里没有读到条目", id="no entry"),
    pytest.param({"README.md": "- [甲](https://a.cn)\n", "catalog/x.txt": "x"}, "catalog 文件夹里已有别的东西", id="another catalog"),
    pytest.param({"README.md": "- [甲](https://a.cn)\n", "README.template.md": "x"}, "这里有页面模板，却没有条目库", id="a template alone"),
])  # fmt: skip
def test_where_it_cannot_be_set_up(tmp_path, curate, files, said):
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    before = snapshot(tmp_path)
    told = curate("-C", tmp_path, "setup", "--yes")
    assert told.code == 2
    assert said in told.err
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(("arguments", "said"), [
    pytest.param(["--repository", "my list"], "“my list”不是仓库的网址", id="no address"),
    pytest.param(["--action", "o/r@main"], "“o/r@main”没有指明一个提交", id="a branch moves"),
])  # fmt: skip
def test_answers_that_cannot_be_meant(tmp_path, curate, arguments, said):
    told = curate("-C", place(tmp_path), "setup", "--yes", *arguments)
    assert told.code == 2
    assert said in told.err


def test_a_list_below_the_top_of_its_repository(tmp_path, curate):
    git(tmp_path, "init", "-q")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copy(LISTS / "books.md", tmp_path / name / "README.md")
        said = curate("-C", tmp_path / name, "setup", "--yes", "--action", ACTION)
        assert "这份列表不在仓库的最上层" in said.out
        assert not (tmp_path / name / ".github").exists()
        assert curate("-C", tmp_path / name, "check").code == 0


@pytest.mark.parametrize(("remote", "said"), [
    pytest.param("https://gitee.com/a/b.git", "仓库在 gitee.com，不是 GitHub", id="Gitee"),
    pytest.param("", "没有找到 GitHub 仓库", id="no remote"),
])  # fmt: skip
def test_where_the_list_does_not_live_on_github(tmp_path, curate, remote, said):
    root = place(tmp_path, remote=remote)
    told = curate("-C", root, "setup", "--yes", "--action", ACTION)
    assert said in told.out
    assert (root / "catalog/list.yml").is_file()
    assert (root / ".github").exists() is (remote == "")


def test_windows_line_ends_stay(tmp_path, curate):
    root = place(tmp_path)
    page = (LISTS / "books.md").read_bytes().replace(b"\n", b"\r\n")
    (root / "README.md").write_bytes(page)
    curate("-C", root, "setup", "--yes", "--action", ACTION, "--section")
    made = (root / "README.md").read_bytes()
    assert made.startswith(page.rstrip())
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert "没有变化。" in curate("-C", root, "setup", "--yes", "--section").out


def test_no_link_leads_out_of_the_list(tmp_path, curate):
    root, outside = place(tmp_path / "list"), tmp_path / "outside"
    outside.mkdir()
    (root / ".github").symlink_to(outside)
    told = curate("-C", root, "setup", "--yes", "--action", ACTION)
    assert told.code == 2
    assert "符号链接" in told.err
    assert not list(outside.iterdir())
    assert not (root / "catalog").exists(), "nothing was written"


def test_each_section_of_a_large_list_is_offered(tmp_path, curate):
    root = place(tmp_path)
    sections = [
        f"## 第 {n} 节\n\n" + "".join(f"- [书{n}-{k}](https://github.com/b{n}/k{k}) - 一本好书。\n" for k in range(30))
        for n in range(100)
    ]
    (root / "README.md").write_text("# 大书单\n\n" + "\n".join(sections), "utf-8")
    assert curate("-C", root, "setup", "--yes", "--action", ACTION).code == 0
    from bot.catalog.load import load_sound

    assert len(section_options(load_sound(root))) == 100
    assert len(forms(root)["new-entry"].fields[2].options) == 101


@pytest.mark.parametrize(("source", "action", "note"), [
    pytest.param(("https://github.com/o/curate", "0" * 40, True), f"o/curate@{'0' * 40}", "", id="pushed"),
    pytest.param(("https://github.com/o/curate", "0" * 40, False), f"o/curate@{'0' * 40}", "可能还没有推送", id="not yet"),
    pytest.param(("/srv/curate", "0" * 40, True), f"{read_repository(HOME).path}@{'0' * 40}", "可能还没有推送", id="a clone of a clone"),
    pytest.param(("", "", True), "", "没有写工作流", id="unknown"),
])  # fmt: skip
def test_the_action_is_the_program_that_runs(tmp_path, curate, monkeypatch, source, action, note):
    monkeypatch.setattr(installed, "source", lambda: installed.Source(*source))
    root = place(tmp_path)
    told = curate("-C", root, "setup", "--yes")
    assert note in told.out
    workflow = root / ".github/workflows/submit.yml"
    assert workflow.is_file() is bool(action)
    assert not action or f"uses: {action}\n" in workflow.read_text("utf-8")


@pytest.mark.parametrize("ending", ["yml", "yaml"])
def test_a_form_of_somebody_elses_is_told_which_questions_the_bot_needs(ending):
    path = f".github/ISSUE_TEMPLATE/new-entry.{ending}"
    assert setup_files._meanwhile(path, "id: name") == "；机器人要靠其中的 id（name、link、section、description）读它"
    assert setup_files._meanwhile(path, "name link section description") == ""
