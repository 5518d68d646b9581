"""What stands for an address still to be filled in, word by word, beside what only looks so."""

import pytest

from bot.urls.diagnose import LONGEST, relative_problem, url_problem


def told(url: str) -> str:
    problem = url_problem(url)
    return problem.message if problem else ""


@pytest.mark.parametrize("host", [
    "example.com", "example.org", "example.net", "www.example.com", "a.example", "a.test", "a.invalid", "a.local", "localhost", "a.localhost",
    "your-domain.com", "yourdomain.com", "domain.com", "mydomain.com", "xxx.com", "xxxx.com", "website.com",
])  # fmt: skip
def test_a_host_that_stands_in(host):
    assert told(f"https://{host}/a") in {f"里的“{host}”是占位用的", f"里的“{host.removeprefix('www.')}”是占位用的"}


@pytest.mark.parametrize(
    "host", ["example.dev", "myexample.com", "test.com", "domain.org", "xxxxx.org", "contest.org", "local.org"]
)
def test_a_host_that_does_not(host):
    assert told(f"https://{host}/a") == ""


OWNERS = [
    "yourname",
    "your-name",
    "your_name",
    "myname",
    "my-name",
    "yourorg",
    "youraccount",
    "yourrepo",
    "yourproject",
    "yourusername",
    "your-user-name",
    "username",
    "user-name",
    "user_name",
    "owner",
    "xx",
    "xxx",
    "user",
]
REPOS = [
    "yourrepo",
    "your-repo",
    "my_repo",
    "yourproject",
    "yourmodel",
    "your-repo-name",
    "yourmodelname",
    "repo",
    "repository",
    "repo-name",
    "repositoryname",
    "name",
    "xx",
    "xxx",
]


@pytest.mark.parametrize("owner", [*OWNERS, "YourName"])
def test_an_owner_that_stands_in(owner):
    assert told(f"https://github.com/{owner}/repo") == f"里的“{owner}/repo”是占位用的"


@pytest.mark.parametrize("repo", [*REPOS, "Repo.git"])
def test_a_repository_that_stands_in(repo):
    assert told(f"https://github.com/owner/{repo}") == f"里的“owner/{repo}”是占位用的"


@pytest.mark.parametrize("path", ["owner/kettle", "kettle/repo", "x/repo", "owners/repo", "owner/repos", "owner"])
def test_what_does_not_stand_in(path):
    assert told(f"https://github.com/{path}") == ""
    assert told(f"https://a.org/{path}") == ""


@pytest.mark.parametrize("name", [
    "用户名", "用户", "账号名", "账号", "作者名", "作者", "仓库名", "仓库", "项目名", "项目", "组织名", "组织", "你的用户名", "$USER",
])  # fmt: skip
def test_a_name_to_be(name):
    assert told(f"https://github.com/{name}/a") == f"里的“{name}”还没有填"


@pytest.mark.parametrize(("url", "what"), [
    ("https://a.org/{name}", "里的“{name}”还没有填"), ("https://a.org/<name>", "里的“<name>”还没有填"),
    ("https://a.org/" + "x" * (LONGEST - 14), ""), ("https://a.org/" + "x" * (LONGEST - 13), f"长达 {LONGEST + 1} 个字符"), ("", "是空的"), ("  ", "是空的"),
])  # fmt: skip
def test_templates_and_lengths(url, what):
    assert LONGEST == 2000
    assert told(url) == what


@pytest.mark.parametrize(("url", "kept"), [
    ("https://a.org/x'", "https://a.org/x"), ("https://a.org/'x'", None), ("https://a.org/it's'", None), ("https://github.com/o/it's'", "https://github.com/o/it's"),
    *((f"https://a.org/x{mark}", "https://a.org/x") for mark in '，。、；：“”‘’…》】」』,;:"`|<>'),
    ("https://a.org/x！", "https://a.org/x"), ("https://a.org/好！", None), ("https://a.org/x？", "https://a.org/x"),
    ("https://a.org/(x)", None), ("https://a.org/x)", "https://a.org/x"), ("https://a.org/x(", "https://a.org/x"), ("https://a.org/x()", None),
    ("https://github.com/o/x()", "https://github.com/o/x"), ("https://github.com/o/x#a()", None), ("https://a.org/x[y]", None), ("https://a.org/x】", "https://a.org/x"),
    ("https://a.org/x.", "https://a.org/x"), *((f"https://a.org/{word}.", None) for word in ("Inc", "Ltd", "Corp", "Co", "Jr", "Sr", "St", "Dr", "No", "vs", "etc", "U.S")),
    ("https://en.wikipedia.org/wiki/X.", None), ("https://github.com/o/x.", "https://github.com/o/x"), ("https://github.com/o/x*", "https://github.com/o/x"),
    ("https://a.org/x**", "https://a.org/x"), ("https://a.org/x*", None),
    *((f"https://a.org/x{code}", "https://a.org/x") for code in ("%20", "%0A", "%0D", "%09", "%E2%80%8B", "%E2%80%8F", "%EF%BB%BF", "%C2%A0", "%EF%BC%8C",
                                                                "%E3%80%81", "%E3%80%82", "%EF%BC%9B", "%20%0A")),
    ("https://a.org/x%21", None),
])  # fmt: skip
def test_what_is_left_at_the_end(url, kept):
    problem = url_problem(url)
    assert (problem.repaired if problem else None) == kept


@pytest.mark.parametrize("word", [
    "todo", "TBD", "tba", "fixme", "xx", "xxxx", "??", "...", "....", "…", "url", "link", "href", "http", "https", "http:", "https:/", "https://", "null", "none",
    "undefined", "n/a", "placeholder", "your-url", "the link", "insert_url_here", "add-link", "url here", "link-here", "coming soon", "coming-soon", "待补", "待补充",
    "待添加", "待填", "待填写", "待定", "待更新", "待完善", "待整理", "暂无", "暂无链接", "此处填写网址", "插入链接", "填地址", "网址", "<todo>", "[url]", "{link}", "(链接)", "【网址】",
])  # fmt: skip
def test_a_word_that_stands_for_an_address(word):
    assert relative_problem(word).message == "是占位的文字，不是网址"


@pytest.mark.parametrize("word", ["x", "?", "todos", "暂无消息", "linked", "ur"])
def test_a_word_that_does_not(word):
    assert relative_problem(word) is None


@pytest.mark.parametrize("around", ["()", "（）", "【】", "[]", "<>", '""', "''", "“”", "‘’", "``"])
def test_what_is_around_an_address(around):
    problem = url_problem(f"{around[0]}https://a.org/x{around[1]}")
    assert problem.repaired == "https://a.org/x"
    assert problem.message == ("外面包着引号" if around in {'""', "''", "“”", "‘’", "``"} else f"外面包着“{around}”")
