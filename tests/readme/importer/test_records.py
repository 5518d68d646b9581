"""What of an entry's links a catalog can hold."""

import pytest

from bot.catalog.model import Link, Record
from bot.readme.importer.records import storable

KEPT = ["https://a.cn", "http://a.cn/b?c#d", "HTTPS://A.cn", "https://a"]
DROPPED = ["docs/a.md", "#a", "mailto:a@b.cn", "ftp://a.cn", "https:///a", "https:// a", "https://a b", "https://", ""]


@pytest.mark.parametrize(("url", "kept"), [*((url, True) for url in KEPT), *((url, False) for url in DROPPED)])
def test_only_web_addresses_are_kept(url, kept):
    link = Link(url, "other", "文字", line=3)
    record = Record("a", "m", "A", links=(link,), description="说明", body="- A", lines={"name": 1}, file="README.md")
    stored = storable(record)
    assert stored.links == ((Link(url, "other", "文字"),) if kept else ())
    assert (stored.description, stored.body, stored.lines, stored.file) == ("", "- A", {}, "catalog/m/a.yml")
