"""`curate links` as it is typed: what it prints, how it ends."""

import json
import os
import pty
import subprocess
import sys

import pytest

from tests.web.server import Web, page, status, to

DAYS = ["2026-11-18", "2026-11-23", "2026-11-27"]
PAGES = {"/alive": page(), "/moved": to("/new"), "/new": page(), "/gone": status(404), "/busy": status(403)}


@pytest.fixture
def web(monkeypatch):
    for name in ("GITHUB_TOKEN", "GH_TOKEN", "HF_TOKEN", "GITEE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with Web(PAGES) as web:
        yield web


@pytest.fixture
def readme(tmp_path, web):
    path = tmp_path / "README.md"
    path.write_text(
        f"# 列表\n\n介绍见 <{web.url('/busy')}>。\n\n## 模型\n\n"
        f"- [甲]({web.url('/alive')}) - 第一个\n- [乙]({web.url('/moved#part')}) - 第二个\n"
        f"- [丙]({web.url('/gone')}) - 又见[甲]({web.url('/alive')})，本页[模型](#模型)，[邮箱](mailto:a@b.cn)\n",
        encoding="utf-8",
    )
    return path


def test_json(curate, readme, web):
    facts = readme.with_name("facts.json")
    for day in DAYS:
        found = curate("links", readme, "--facts", facts, "--today", day, "--allow-loopback", "--format", "json")
    said = json.loads(found.out)
    assert found.code == 1
    assert said["counts"] == {"alive": 1, "moved": 1, "archived": 0, "gone": 1, "blocked": 1, "unsure": 0}
    assert said["links"][0] == {
        "url": web.url("/busy"), "verdict": "blocked", "moved_to": None, "why": "http-403", "status": 403,
        "first_bad": None, "looks": 3, "records": [], "line": 3,
    }  # fmt: skip
    assert [(link["verdict"], link["line"]) for link in said["links"][1:]] == [("alive", 7), ("moved", 8), ("gone", 9)]
    assert said["links"][2]["moved_to"] == web.url("/new#part")
    assert (said["links"][3]["first_bad"], said["links"][3]["looks"]) == ("2026-11-18", 3)
    assert found.err == "看了 4 个网址，共 4 个。\n"


def test_text(curate, readme, web):
    facts = readme.with_name("facts.json")
    for day in DAYS:
        found = curate("links", readme, "--facts", facts, "--today", day, "--allow-loopback")
    assert found.out == (
        f"失效（1）\n  {readme}:9  {web.url('/gone')}  404，2026-11-18 起不在，看过 3 天\n\n"
        f"搬走（1）\n  {readme}:8  {web.url('/moved#part')} → {web.url('/new#part')}  永久重定向\n\n"
        "4 个网址：正常 1，搬走 1，失效 1，被拦 1。\n"
    )


def test_nothing_to_say(curate, readme, web):
    found = curate("links", readme, "--allow-loopback", "--only", web.url("/alive"), "--only", web.url("/gone"))
    assert (found.code, found.out) == (0, "2 个网址：正常 1，拿不准 1。\n")


def test_the_catalog(curate, tiny, web):
    record = next((tiny / "catalog").rglob("baihe.yml"))
    text = record.read_text(encoding="utf-8")
    start = text.index("https://")
    record.write_text(text[:start] + web.url("/moved") + text[text.index("\n", start) :], encoding="utf-8")
    found = curate("-C", tiny, "links", "--allow-loopback", "--only", web.url("/moved"), "--format", "json")
    [link] = json.loads(found.out)["links"]
    assert (found.code, link["records"], link["moved_to"]) == (1, ["baihe"], web.url("/new"))
    assert record.read_text(encoding="utf-8").splitlines()[link["line"] - 1].strip().endswith(web.url("/moved"))


WRONG = {
    "no such page": (["没有.md"], "找不到这个文件"),
    "budget": (["--budget", "soon"], "请写成 60s、5m 或 1h"),
    "part 0": (["--shard", "0/4"], "请写成 1/4"),
    "part 5 of 4": (["--shard", "5/4"], "请写成 1/4"),
    "no address": (["--only", "不是"], "不是网址"),
    "no day": (["--today", "昨天"], "昨天"),
    "a broken facts file": (["--facts", "README.md"], "事实文件无法解析"),
}


@pytest.mark.parametrize("options, words", WRONG.values(), ids=WRONG)
def test_cannot_run(curate, readme, options, words):
    page = [] if options[0].endswith(".md") else ["README.md"]
    found = curate("-C", readme.parent, "links", *page, *options, "--allow-loopback")
    assert (found.code, found.out) == (2, "")
    assert words in found.err


def test_a_bar_on_a_terminal(readme):
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "bot", "links", str(readme), "--allow-loopback"]
    subprocess.run(command, stdout=subprocess.PIPE, stderr=follower, check=False, timeout=60)
    os.close(follower)
    shown = os.read(leader, 1 << 16).decode()
    os.close(leader)
    assert "看网址" in shown
    assert "100%" in shown
