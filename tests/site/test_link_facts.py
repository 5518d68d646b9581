"""What `curate links` remembers, beside the links."""

from dataclasses import replace
from datetime import date

import pytest
import site_lists as lists

from bot.site.entries import site_entries
from bot.site.link_facts import shown_links
from bot.site.pages import Settings, site_files
from bot.web.model import Fact, Look, Project

DAY = date(2022, 5, 6)
URL = lists.FULL.links[0].url


def fact(look, **more):
    return Fact(DAY, DAY, 1, look, **more)


GONE = {"bad": (date(2022, 4, 1), date(2022, 4, 5), date(2022, 5, 6))}


@pytest.mark.parametrize(
    ("known", "notes"),
    [
        pytest.param(
            fact(Look("archived", project=Project("repository", archived=True, stars=1234, pushed="2021-02-03T04:05:06Z"))),
            ("已归档", "★ 1234", "最后更新 2021-02-03"), id="archived",
        ),
        pytest.param(fact(Look("alive", project=Project("model"))), (), id="nothing to say"),
        pytest.param(fact(Look("gone")), (), id="not there once is no evidence"),
        pytest.param(fact(Look("gone"), **GONE), ("已失效",), id="gone for good"),
        pytest.param(fact(Look("moved", moved_to="https://a.example/")), ("已搬走",), id="moved"),
    ],
)  # fmt: skip
def test_notes(known, notes):
    assert shown_links(lists.FULL, {URL: known})[0].notes == notes


def test_their_day_stands_beside_them_and_the_script_tells_that_it_is_old():
    known = {URL: fact(Look("archived", project=Project("repository", archived=True)))}
    page = site_files(lists.full(), known, Settings())["entries/qing-que.html"]
    assert '（<time datetime="2022-05-06" data-old="，已超过一年">2022-05-06</time> 查看）' in page


def test_the_address_of_a_withdrawn_entry_is_text():
    (link,) = next(entry for entry in site_entries(lists.full(), {}, form=False) if entry.withdrawn).links
    assert (link.url, link.href) == ("https://example.org/gone", "")


def test_so_is_one_that_a_withdrawn_entry_names_in_its_text():
    text = "旧地址 `a.example/x` 已失效，`code.py` 也不在。\n"
    gone = replace(lists.GONE, links=(), description=text)
    assert [(link.url, link.href) for link in shown_links(gone, {})] == [("a.example/x", "")]
    assert shown_links(replace(gone, status="active"), {}) == ()
