"""What APIs say, asked for over loopback as their usual variables name them."""

from datetime import date

import pytest

from bot.flows.addresses import Use
from bot.flows.links import Settings, check_links
from bot.urls.web_address import web_address
from bot.web.apis import arxiv as arxiv_api
from bot.web.apis import gitee, hugging_face, modelscope
from bot.web.apis import github as github_api
from bot.web.facts import read_facts
from bot.web.fetch import Limits
from tests.web.api_servers import arxiv, github, reply, repository
from tests.web.server import Web, page, status

GITHUB = "https://github.com/"
TREE = ("main:docs/a.md", "HEAD:docs/a.md", "HEAD:old.md", "feature/x:b")
REPOSITORIES = {
    "a/alive": repository("a/alive", files=TREE),
    "a/case": repository("A/Case"),
    "a/old": repository("b/new", files=["main:src", "HEAD:src"]),
    "a/archived": repository("a/archived", isArchived=True),
    "a/old-archived": repository("b/archived", isArchived=True),
    "a/disabled": repository("a/disabled", isDisabled=True),
    "a/empty": repository("a/empty", branch=""),
    "a/fork": repository("a/fork", isFork=True, parent={"nameWithOwner": "x/source"}, homepageUrl="https://a.cn\u202e"),
    "a/master": repository("a/master", branch="trunk", files=["HEAD:x.py"]),
}
SAID_BY_GITHUB = {
    "repository": ("a/alive", "alive", "", ""),
    "other case": ("a/case", "alive", "", ""),
    "with .git": ("a/alive.git", "alive", "", ""),
    "renamed": ("a/old", "moved", "renamed", "b/new"),
    "renamed, within": ("a/old/tree/main/src", "moved", "renamed", "b/new/tree/main/src"),
    "renamed and archived": ("a/old-archived", "moved", "renamed", "b/archived"),
    "archived": ("a/archived", "archived", "archived", ""),
    "disabled": ("a/disabled", "blocked", "disabled", ""),
    "empty": ("a/empty", "alive", "", ""),
    "not there": ("a/nobody", "gone", "not-found", ""),
    "file": ("a/alive/blob/main/docs/a.md", "alive", "", ""),
    "branch with a slash": ("a/alive/tree/feature/x/b", "alive", "", ""),
    "no such file": ("a/alive/blob/main/docs/b.md", "gone", "file", ""),
    "default branch renamed": ("a/master/blob/master/x.py", "moved", "branch", "a/master/blob/trunk/x.py"),
    "other branch deleted": ("a/master/blob/dev/x.py", "gone", "file", ""),
    "issues": ("a/alive/issues/3", "alive", "", ""),
    "releases of a renamed one": ("a/old/releases", "moved", "renamed", "b/new/releases"),
}


def look(web, urls, days=(1,), facts=(), **variables):
    """The last day's report, by URL; every API leads to our web, and pages of other sites to nowhere."""
    environment = {
        "GITHUB_TOKEN": "good", "GITHUB_GRAPHQL_URL": web.url("/graphql"), "HF_ENDPOINT": web.url(""),
        "ARXIV_API_URL": web.url("/arxiv"), "GITEE_API_URL": web.url("/gitee"), "MODELSCOPE_ENDPOINT": web.url("/ms"),
        **variables,
    }  # fmt: skip
    hosts = ("github.com", "huggingface.co", "arxiv.org", "gitee.com", "modelscope.cn")
    away = tuple(f"{host}:443:127.0.0.1" for host in hosts)
    uses = {web_address(url): Use(url, (), "README.md", 1) for url in urls}
    limits = Limits(timeout=1.0, allow_loopback=True, resolve=away)
    for day in days:
        settings = Settings(date(2026, 11, day), tuple(facts), limits=limits, environment=environment, pace=0.001)
        report = check_links(uses, settings)
    return {link.use.url: link for link in report.links}


@pytest.fixture(scope="module")
def said_by_github(tmp_path_factory):
    facts = tmp_path_factory.mktemp("github") / "facts.json"
    with Web({"/graphql": github(REPOSITORIES)}) as web:
        urls = [GITHUB + path for path, *_ in SAID_BY_GITHUB.values()]
        yield look(web, urls, (1, 5, 9), [facts]), web


@pytest.mark.parametrize("path, verdict, why, moved_to", SAID_BY_GITHUB.values(), ids=SAID_BY_GITHUB)
def test_github(said_by_github, path, verdict, why, moved_to):
    link = said_by_github[0][GITHUB + path]
    assert (link.verdict.outcome, link.verdict.why) == (verdict, why)
    assert link.moved_to == (GITHUB + moved_to if moved_to else "")


def test_github_is_asked_once_for_all(said_by_github):
    assert len(said_by_github[1].log) == 3


def test_what_github_says_of_a_project(tmp_path):
    url, facts = GITHUB + "a/fork", tmp_path / "facts.json"
    with Web({"/graphql": github(REPOSITORIES)}) as web:
        look(web, [url], facts=[facts])
    project = read_facts(facts)[url].last.project
    assert (project.fork_of, project.licence, project.stars, project.pushed) == ("x/source", "MIT", 7, "2024-06-01")
    assert project.homepage == "https://a.cn"


def many(count):
    names = [f"a/r{number}" for number in range(count)]
    return {name: repository(name, number) for number, name in enumerate(names)}, [GITHUB + name for name in names]


def verdicts(links):
    return {url.removeprefix(GITHUB): (link.verdict.outcome, link.verdict.why) for url, link in links.items()}


def test_a_hundred_in_one_query_and_the_budget_is_kept():
    repositories, urls = many(350)
    with Web({"/graphql": github(repositories, remaining=40)}) as web:
        links = look(web, urls)
    assert len(web.log) == 1
    assert [link.verdict.why for link in links.values()] == [""] * 100 + ["never"] * 250


def test_what_was_over_the_budget_comes_first_next_time(tmp_path):
    repositories, urls = many(250)
    with Web({"/graphql": github(repositories, remaining=40)}) as web:
        links = look(web, urls, (1, 2, 3), [tmp_path / "facts.json"])
    assert {link.verdict.outcome for link in links.values()} == {"alive"}


def test_too_large_a_query_is_halved():
    repositories, urls = many(120)
    with Web({"/graphql": github(repositories, most=30)}) as web:
        links = look(web, urls)
    assert {link.verdict.outcome for link in links.values()} == {"alive"}


def test_a_partial_answer_is_used():
    repositories = {**REPOSITORIES, "a/broken": None}
    with Web({"/graphql": github(repositories)}) as web:
        links = look(web, [GITHUB + name for name in ("a/alive", "a/broken", "a/nobody")])
    assert verdicts(links) == {
        "a/alive": ("alive", ""), "a/broken": ("unsure", "never"), "a/nobody": ("unsure", "not-found"),
    }  # fmt: skip


TROUBLE = {
    "rate limited, said with 200": reply({"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]}),
    "secondary limit, said with 200": reply({"message": "You have exceeded a secondary rate limit"}),
    "rate limited": reply({"message": "API rate limit exceeded"}, 403, X_RateLimit_Remaining=0),
    "429": reply({}, 429, Retry_After=3000),
    "502": status(502, b"<html>"),
    "no JSON": status(200, b"<html>maintenance</html>"),
    "a list": reply([]),
    "nothing": reply({"data": None}),
    "errors are text": reply({"data": None, "errors": "no"}),
    "too deep": status(200, b"[" * 100_000),
    "closed": lambda _: _nothing(),
}


async def _nothing():
    yield b""


@pytest.mark.parametrize("answer", TROUBLE.values(), ids=TROUBLE)
def test_trouble_proves_nothing(answer):
    with Web({"/graphql": answer, "/a": page()}) as web:
        links = look(web, [GITHUB + "a/alive", GITHUB + "a/nobody", web.url("/a")])
    assert {link.verdict.outcome for url, link in links.items() if url.startswith(GITHUB)} == {"unsure"}
    assert len(web.log) < 20


def test_without_a_good_token_pages_are_looked_at():
    for token in ("expired", ""):
        with Web({"/graphql": github(REPOSITORIES), "/a": page()}) as web:
            links = look(web, [GITHUB + "a/alive", web.url("/a")], GITHUB_TOKEN=token)
        assert links[GITHUB + "a/alive"].verdict.why in {"connect", "tls"}  # the page, which leads nowhere here


def test_a_token_goes_to_its_own_host_only():
    pages = {"/graphql": github(REPOSITORIES), "/api/models/o/m": reply({"id": "o/m", "_id": "1"}), "/a": page()}
    with Web(pages) as web:
        look(web, [GITHUB + "a/alive", "https://huggingface.co/o/m", web.url("/a")], HF_TOKEN="hf")
    sent = {asked.path: asked.headers.get("authorization") for asked in web.log}
    assert sent == {"/graphql": "bearer good", "/api/models/o/m": "Bearer hf", "/a": None}


HF = "https://huggingface.co/"
MODEL = {
    "_id": "64", "id": "o/m", "likes": 5, "createdAt": "2023-01-02T00:00:00Z", "gated": "auto",
    "cardData": {"license": "apache-2.0", "base_model": ["x/base"]}, "tags": ["arxiv:2301.00001", 3],
    "siblings": [{"rfilename": "config.json"}],
}  # fmt: skip
OTHERS = {
    "/api/models/o/m": reply(MODEL),
    "/api/datasets/o/d": reply({**MODEL, "id": "o/d"}),
    "/api/spaces/o/s": reply({**MODEL, "id": "o/s"}),
    "/api/models/o/old": status(307, Location="/api/models/n/new"),
    "/api/models/o/older": reply({**MODEL, "id": "n/newer"}),
    "/api/models/o/gone": reply({"error": "Repository not found"}, 404),
    "/api/models/o/hidden": reply({"error": "Invalid username or password."}, 401, X_Error_Code="RepoNotFound"),
    "/api/models/o/off": reply({**MODEL, "id": "o/off", "disabled": True}),
    "/api/models/o/busy": reply({}, 500),
    "/arxiv/query": arxiv({"2301.00001", "cs/0112017"}),
    "/gitee/repos/a/b": reply({"id": 3, "full_name": "a/b", "stargazers_count": 2}),
    "/gitee/repos/a/old": reply({"id": 4, "full_name": "a/new"}),
    "/ms/api/v1/models/a/b": reply({"Code": 200, "Data": {"Id": 5, "License": "MIT"}}),
    "/ms/api/v1/datasets/a/odd": reply({"Code": 10010, "Data": None}),
}
SAID_BY_OTHERS = {
    "model": (HF + "o/m", "alive", "", ""),
    "file of a model": (HF + "o/m/blob/main/config.json", "alive", "", ""),
    "no such file": (HF + "o/m/resolve/main/x.bin", "gone", "file", ""),
    "file of another revision": (HF + "o/m/blob/v1/x.bin", "alive", "", ""),
    "data set": (HF + "datasets/o/d", "alive", "", ""),
    "space": (HF + "spaces/o/s", "alive", "", ""),
    "renamed model": (HF + "o/old", "moved", "renamed", HF + "n/new"),
    "renamed model, no redirect": (HF + "o/older", "moved", "renamed", HF + "n/newer"),
    "no such model": (HF + "o/gone", "gone", "not-found", ""),
    "no such model, to strangers": (HF + "o/hidden", "gone", "not-found", ""),
    "disabled model": (HF + "o/off", "blocked", "disabled", ""),
    "hub in trouble": (HF + "o/busy", "unsure", "never", ""),
    "paper": ("https://arxiv.org/abs/2301.00001v3", "alive", "", ""),
    "paper as PDF": ("https://arxiv.org/pdf/2301.00001.pdf", "alive", "", ""),
    "old paper": ("https://arxiv.org/abs/cs/0112017", "alive", "", ""),
    "no such paper": ("https://arxiv.org/abs/2399.99999", "gone", "not-found", ""),
    "gitee": ("https://gitee.com/a/b", "alive", "", ""),
    "gitee, renamed": ("https://gitee.com/a/old", "moved", "renamed", "https://gitee.com/a/new"),
    "gitee, not there": ("https://gitee.com/a/nobody", "gone", "not-found", ""),
    "modelscope": ("https://modelscope.cn/models/a/b", "alive", "", ""),
    "modelscope, not there": ("https://modelscope.cn/models/a/nobody/summary", "gone", "not-found", ""),
    "modelscope, odd answer": ("https://modelscope.cn/datasets/a/odd", "unsure", "connect", ""),
}


@pytest.fixture(scope="module")
def said_by_others(tmp_path_factory):
    with Web(OTHERS) as web:
        urls = [url for url, *_ in SAID_BY_OTHERS.values()]
        yield look(web, urls, (1, 5, 9), [tmp_path_factory.mktemp("others") / "facts.json"])


@pytest.mark.parametrize("url, verdict, why, moved_to", SAID_BY_OTHERS.values(), ids=SAID_BY_OTHERS)
def test_the_others(said_by_others, url, verdict, why, moved_to):
    link = said_by_others[url]
    assert (link.verdict.outcome, link.verdict.why, link.moved_to) == (verdict, why, moved_to)


NOT_ASKED = [
    GITHUB, GITHUB + "a", GITHUB + "topics/llm", GITHUB + "orgs/a/people", GITHUB + "a/b c", "https://gist.github.com/a/b",
    HF, HF + "o", HF + "docs/hub", HF + "blog/a/b", HF + "datasets/o", "https://arxiv.org/list/cs.CL/recent",
    "https://arxiv.org/abs/nonsense", "https://gitee.com/a", "https://gitee.com/a/b/tree/master",
    "https://modelscope.cn/studios/a/b", "https://github.com.evil.cn/a/b", "https://a.cn/github.com/a/b",
]  # fmt: skip


@pytest.mark.parametrize("url", NOT_ASKED)
def test_pages_that_no_api_knows(url):
    apis = (github_api, hugging_face, arxiv_api, gitee, modelscope)
    assert not [api for api in apis if api.understand(web_address(url))]
