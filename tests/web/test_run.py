"""A whole run: how fast, in which order, how long; and what is kept when it is broken off."""

import os
import signal
import threading
import time
from collections import Counter
from datetime import date

import pytest

from bot.errors import CurateError
from bot.flows.addresses import Use
from bot.flows.links import Settings, check_links
from bot.web.facts import read_facts
from bot.web.fetch import Limits
from bot.web.schedule import AT_ONCE
from tests.web.server import HOSTS, Web, page, status

DAY = date(2026, 11, 27)


def uses(urls):
    return {url: Use(url, (), "README.md", 1) for url in urls}


def settings(**given):
    limits = Limits(timeout=2.0, body_time=0.2, allow_loopback=True)
    return Settings(**{"today": DAY, "limits": limits, "pace": 0.001, **given})


def pages(count, host=HOSTS[0]):
    return lambda web: [web.url(f"/{number}", host) for number in range(count)]


def everywhere(web):
    web.pages.update({f"/{number}": page() for number in range(2000)})
    return web


def test_a_thousand_links_on_one_host():
    with everywhere(Web(latency=0.01)) as web:
        report = check_links(uses(pages(1000)(web)), settings())
    assert report.counts["alive"] == 1000
    assert 1 < web.most <= AT_ONCE


def test_a_pause_between_two_requests_to_a_host():
    import time

    with everywhere(Web()) as web:
        start = time.monotonic()
        check_links(uses(pages(11)(web)), settings(pace=1.0))
    assert time.monotonic() - start >= 0.5


def test_each_address_once():
    with everywhere(Web()) as web:
        check_links(uses(pages(50)(web)), settings())
    assert set(Counter(asked.path for asked in web.log).values()) == {1}


def test_the_budget_holds_and_the_rest_comes_first_next_time(tmp_path):
    facts = tmp_path / "facts.json"
    with everywhere(Web(latency=0.1)) as web:
        given = settings(facts=(facts,), budget=0.35)
        first = check_links(uses(pages(60)(web)), given)
        assert 0 < first.looked < 60
        assert not first.complete
        seen = set(read_facts(facts))
        web.log.clear()
        check_links(uses(pages(60)(web)), settings(facts=(facts,), budget=0.15, today=date(2026, 11, 28)))
        assert web.log
        assert not {web.url(asked.path) for asked in web.log} & seen


def test_budget_0_only_reads(tmp_path):
    facts = tmp_path / "facts.json"
    with everywhere(Web()) as web:
        check_links(uses(pages(3)(web)), settings(facts=(facts,)))
        web.log.clear()
        report = check_links(uses(pages(4)(web)), settings(facts=(facts,), budget=0.0))
    assert not web.log
    assert report.counts == {"alive": 3, "moved": 0, "archived": 0, "gone": 0, "blocked": 0, "unsure": 1}


def test_parts_are_apart_and_whole_and_keep_a_host_together():
    parts = []
    with everywhere(Web()) as web:
        urls = [web.url(f"/{number}", host) for host in HOSTS for number in range(3)]
        for part in range(1, 4):
            report = check_links(uses(urls), settings(part=(part, 3)))
            parts.append({link.use.url for link in report.links})
    assert sorted(url for part in parts for url in part) == sorted(urls)
    assert all(len({url.rpartition("/")[0] for url in part}) * 3 == len(part) for part in parts)
    assert all(parts)


def test_parts_are_put_together(tmp_path):
    with everywhere(Web()) as web:
        urls = [web.url("/1", host) for host in HOSTS]
        for part in (1, 2):
            check_links(uses(urls), settings(part=(part, 2), facts=(tmp_path / f"{part}.json",)))
        report = check_links(
            uses(urls), settings(facts=tuple(tmp_path / f"{name}.json" for name in ("all", 1, 2)), budget=0.0)
        )
    assert report.counts["alive"] == len(urls) == len(read_facts(tmp_path / "all.json"))


def _press_once_some_came(web):
    """^C, once some requests are answered; those that come later wait for an answer, however slow this machine is."""
    while len(web.log) - web.working < 30:
        time.sleep(0.01)
    web.latency = 60.0
    os.kill(os.getpid(), signal.SIGINT)


def test_a_break_keeps_what_is_known(tmp_path):
    facts = tmp_path / "facts.json"
    with everywhere(Web(latency=0.05)) as web:
        threading.Thread(target=_press_once_some_came, args=(web,), daemon=True).start()
        report = check_links(uses(pages(500)(web)), settings(facts=(facts,)))
    assert report.interrupted
    assert 0 < len(read_facts(facts)) == report.looked < 500


def test_no_network_is_no_evidence(tmp_path):
    facts = tmp_path / "facts.json"
    urls = [f"http://nobody-{number}.invalid/" for number in range(3)]
    with pytest.raises(CurateError, match="没有一个网站有回应"):
        check_links(uses(urls), settings(facts=(facts,)))
    assert not facts.exists()


def test_a_host_that_asks_for_a_day_is_left_alone():
    with everywhere(Web()) as web:
        web.pages = {f"/{number}": status(429, Retry_After=86400) for number in range(100)}
        report = check_links(uses(pages(100)(web)), settings())
    assert len(web.log) < 30
    assert report.counts["alive"] == 0


def test_a_clock_that_was_set_back(tmp_path):
    facts = tmp_path / "facts.json"
    with Web({"/a": page(), "/b": status(404)}) as web:
        urls = uses([web.url("/a"), web.url("/b")])
        for day in (date(2026, 11, 20), date(2026, 11, 24), date(2019, 1, 1)):
            report = check_links(urls, settings(facts=(facts,), today=day))
    assert report.late == date(2026, 11, 24)
    assert [link.verdict.outcome for link in report.links] == ["alive", "unsure"]


def test_an_address_the_list_has_no_more_is_forgotten_in_time(tmp_path):
    facts = tmp_path / "facts.json"
    with everywhere(Web()) as web:
        both = uses(pages(2)(web))
        check_links(both, settings(facts=(facts,), today=date(2026, 1, 1)))
        one = dict([*both.items()][:1])
        check_links(one, settings(facts=(facts,), today=date(2026, 3, 1)))
        assert len(read_facts(facts)) == 2
        check_links(one, settings(facts=(facts,), today=date(2026, 4, 2)))
        assert len(read_facts(facts)) == 1
