"""The files of a site."""

import gzip
import json
import re
from html.parser import HTMLParser

import pytest
import site_lists as lists

from bot.site.pages import Settings, site_files


def files(catalog):
    return site_files(catalog, {}, Settings(form=True))


class Page(HTMLParser):
    """Tags with their attributes, and where links lead."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.ids = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.links += [value for name, value in attrs if name in {"href", "src"}]
        self.ids += [value for name, value in attrs if name == "id"]


CASES = {
    "full": lists.full,
    "bare": lambda: lists.bare("甲/乙#丙%", "🎉"),
    "empty": lists.bare,
    "hostile": lists.hostile,
}


@pytest.mark.parametrize("name", CASES)
def test_every_link_inside_the_site_leads_somewhere(name):
    made = files(CASES[name]())
    for path, text in made.items():
        if not path.endswith(".html"):
            continue
        for link in Page(text).links:
            if re.match("(?i)https?:|data:,", link):
                continue
            target, _, fragment = link.partition("#")
            whole = (
                path
                if not target
                else target.removeprefix("../")
                if path.startswith("entries/") and target.startswith("../")
                else f"entries/{target}"
                if path.startswith("entries/")
                else target
            )
            assert whole in made, link
            assert not fragment or fragment in Page(made[whole]).ids


@pytest.mark.parametrize("name", CASES)
def test_ids_are_given_once_and_only_our_scripts_run(name):
    for path, text in files(CASES[name]()).items():
        if path.endswith(".html"):
            page = Page(text)
            assert len(set(page.ids)) == len(page.ids)
            scripts = [attrs for tag, attrs in page.tags if tag == "script"]
            assert all("src" in one or one["type"] == "application/ld+json" for one in scripts)
            assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)]
            assert not [tag for tag, _ in page.tags if tag in {"img", "iframe", "object", "style", "base"}]
            assert not [link for link in page.links if re.match(r"(?i)\s*javascript:", link)]


def test_the_index_holds_every_entry():
    page = Page(files(lists.full())["index.html"])
    assert {attrs["data-at"] for tag, attrs in page.tags if tag == "li" and "data-at" in attrs} == {"0", "1", "2"}


def test_a_page_says_all_that_its_record_says():
    text = files(lists.full())["entries/qing-que.html"]
    for words in (
        "青雀小杯",
        "QingQue",
        "示例大学",
        "7B、8x7B",
        "GPT-J",
        "中文、英文",
        "32768 token",
        "1 TB",
        "登记后可商用",
        "MIT",
        "自定",
        "CC0-1.0",
        "6 GB",
        "2022-12-01",
        "2023-03-23",
        "2023-08-14",
        "论文 &lt;1&gt;",
    ):
        assert words in text
    assert "清雀" not in text
    data = json.loads(re.search('<script type="application/ld.json">(.*?)</script>', text)[1])
    assert (data["@type"], data["name"]) == ("CreativeWork", "青雀 QingQue-7B")


def test_a_withdrawn_entry_says_why_and_its_address_is_text():
    made = files(lists.full())
    assert "从未公开。" in made["index.html"]
    page = made["entries/gone.html"]
    assert "<code>https://example.org/gone</code>" in page
    assert 'href="https://example.org/gone"' not in page


def test_nothing_depends_on_the_order_of_making():
    assert files(lists.full()) == files(lists.full())


def test_ten_thousand_entries_make_a_page_that_loads():
    index = files(lists.many(10_000))["index.html"]
    assert len(gzip.compress(index.encode())) < 1_000_000
