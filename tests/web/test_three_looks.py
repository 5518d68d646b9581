"""The whole of `curate links` against a web of our own: three looks in nine days, at every way a server may behave."""

from datetime import date

import pytest

from bot.flows.addresses import of_page
from bot.flows.links import Settings, check_links
from bot.web.fetch import Limits
from tests.web.cases import CASES, GONE, build
from tests.web.server import HOSTS, Web

DAYS = [date(2026, 11, 18), date(2026, 11, 23), date(2026, 11, 27)]
FAST = Limits(timeout=0.7, body_time=0.3, allow_loopback=True)


def place(web, at):
    """The cases share thirty hosts."""
    return web.url(CASES[at].address, HOSTS[at % len(HOSTS)])


@pytest.fixture(scope="module")
def looks(tmp_path_factory):
    """What was reported on each day: address → verdict; and the web."""
    folder = tmp_path_factory.mktemp("links")
    with Web() as web:
        build(web)
        lines = [f"- [项目{at}]({place(web, at)}) - 介绍" for at in range(len(CASES))]
        (folder / "README.md").write_text("# 列表\n\n## 一\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
        reports = []
        for web.day, today in enumerate(DAYS):
            settings = Settings(today, (folder / "facts.json",), limits=FAST, pace=0.01)
            reports.append(check_links(of_page(folder / "README.md"), settings))
        yield web, [{link.use.url: link for link in report.links} for report in reports]


def test_there_are_many_and_each_is_named_once():
    assert len(CASES) >= 150
    assert len({case.id for case in CASES}) == len({case.address for case in CASES}) == len(CASES)


@pytest.mark.parametrize("at", range(len(CASES)), ids=[case.id for case in CASES])
def test_after_three_looks(looks, at):
    web, reports = looks
    case, link = CASES[at], reports[-1][place(web, at)]
    host = place(web, at).removesuffix(case.address)
    moved_to = host + case.moved_to.replace("{id}", case.id) if case.moved_to else ""
    assert (link.verdict.outcome, link.verdict.why, link.moved_to) == (case.verdict, case.why, moved_to)


def test_nobody_is_gone_before_the_third_look(looks):
    web, reports = looks
    for report in reports[:2]:
        assert not [link.use.url for link in report.values() if link.verdict.outcome == "gone"]
    early = reports[1][place(web, CASES.index(GONE[0]))].verdict
    assert (early.outcome, early.first_bad, early.looks) == ("unsure", DAYS[0], 2)


def test_what_servers_saw(looks):
    web, _ = looks
    assert not [asked for asked in web.log if "cookie" in asked.headers or "authorization" in asked.headers]
    assert {asked.headers["user-agent"] for asked in web.log} == {
        "Mozilla/5.0 (compatible; curate-links; +https://github.com/chenking2020/FindTheChatGPTer)"
    }
