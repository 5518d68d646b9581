"""feed.xml, sitemap.xml and llms.txt."""

import re
from xml.etree import ElementTree as ET

import feedparser
import pytest
import site_lists as lists

from bot.site.pages import Settings, pages_address, site_files

ATOM = "{http://www.w3.org/2005/Atom}"


def files(catalog, address=""):
    return site_files(catalog, {}, Settings(address))


def feed(catalog):
    return ET.fromstring(files(catalog)["feed.xml"])


def test_the_feed_begins_with_what_changed_last():
    root = feed(lists.full())
    assert [one.findtext(f"{ATOM}title") for one in root.iter(f"{ATOM}entry")] == ["青雀 QingQue-7B", "海市（已撤下）"]
    assert root.findtext(f"{ATOM}updated") == "2023-08-14T00:00:00Z"
    first = root.find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}published") == "2023-03-23T00:00:00Z"
    assert first.find(f"{ATOM}link").get("href") == "https://owner.github.io/List/entries/qing-que.html"
    assert "<strong>对话</strong>" in first.findtext(f"{ATOM}content")


def test_the_feed_has_all_that_atom_asks_for():
    for node in (feed(lists.full()), *feed(lists.full()).iter(f"{ATOM}entry")):
        assert all(node.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    ids = [one.text for one in feed(lists.full()).iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)


@pytest.mark.parametrize("catalog", [lists.full(), lists.hostile(), lists.many(300)], ids=["full", "hostile", "many"])
def test_a_feed_reader_reads_it(catalog):
    read = feedparser.parse(files(catalog, "https://a.example/list/")["feed.xml"].encode())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.title
    assert all(one.id and one.title and one.updated_parsed and one.link.startswith("https://") for one in read.entries)


def test_a_feed_reader_shows_nothing_harmful():
    read = feedparser.parse(files(lists.hostile())["feed.xml"].encode(), sanitize_html=False)
    shown = " ".join(part.value for one in read.entries for part in one.get("content", ()))
    assert read.entries
    assert shown
    assert "<script" not in shown
    assert "javascript:" not in re.sub(r">[^<]*<", "><", shown)


def test_harm_is_text_in_xml():
    contents = [one.findtext(f"{ATOM}content") for one in feed(lists.hostile()).iter(f"{ATOM}entry")]
    assert contents
    assert not [one for one in contents if re.search(r"<(script|img|a href=.?javascript)", one)]


def test_a_list_without_dates_has_no_feed_and_one_without_an_address_no_map():
    made = files(lists.bare("甲"))
    assert not {"feed.xml", "sitemap.xml"} & made.keys()
    assert "feed.xml" not in made["index.html"]


def test_the_map_names_every_page():
    made = files(lists.full(), "https://a.example/list/")
    pages = re.findall("<loc>(.*?)</loc>", made["sitemap.xml"])
    assert ET.fromstring(made["sitemap.xml"]) is not None
    assert pages[0] == "https://a.example/list/"
    assert {page.removeprefix(pages[0]) for page in pages[1:]} == {name for name in made if name.startswith("entries/")}


def test_language_models_are_given_sections_of_links():
    text = files(lists.full())["llms.txt"]
    assert text.startswith(
        "# 清单\n\n> 可以试用的清单。\n\n## 模型\n\n- [青雀 QingQue-7B](https://owner.github.io/List/entries/qing-que.html): 支持对话"
    )
    assert "海市" not in text


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/Owner/List", "https://owner.github.io/List/"),
        ("https://github.com/Owner/owner.github.io", "https://owner.github.io/"),
        ("https://gitee.com/a/b", ""),
        ("https://github.com/a", ""),
        ("", ""),
    ],
)
def test_where_github_publishes(repository, address):
    assert pages_address(repository) == address
