"""How an address is asked for: files by their headers, pages by what they say."""

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.web.model import Exchange
from bot.web.probe import Prober
from bot.web.schedule import Schedule

FILES = [
    "pdf", "zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "whl", "jar", "exe", "dmg", "apk", "iso", "png", "jpg",
    "jpeg", "gif", "webp", "ico", "mp3", "mp4", "mov", "avi", "webm", "wav", "ogg", "bin", "pt", "pth", "ckpt", "onnx",
    "gguf", "safetensors", "parquet", "jsonl", "csv", "tsv", "xls", "xlsx", "doc", "docx", "ppt", "pptx", "epub", "PDF",
    "tar.gz",
]  # fmt: skip
PAGES = ["html", "htm", "md", "txt", "php", "json", "mp5", "pdfx", "pd", "py", "pthh", "7zz", "jpgg", "docs", "epub/"]


@dataclass
class Fetcher:
    """Answers by a table (method → status), 200 where it says nothing; `asked` holds what it was asked for."""

    statuses: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)

    async def fetch(self, url, *, method="GET", headers=None):
        self.asked.append((method, url))
        return Exchange(
            url, self.statuses.get(method, 200), {"content-type": "text/html"}, b"<title>x</title>", method=method
        )


def asked(address, **statuses):
    fetcher = Fetcher(statuses)
    asyncio.run(Prober(fetcher, Schedule(4, pace=0)).look(address))
    return [method for method, _ in fetcher.asked]


@pytest.mark.parametrize("ending", FILES)
def test_of_a_file_only_the_headers_are_asked_for(ending):
    assert asked(f"https://a.cn/x.{ending}") == ["HEAD"]
    assert asked(f"https://a.cn/x.{ending}?download=1") == ["HEAD"]


@pytest.mark.parametrize("ending", PAGES)
def test_a_page_is_read(ending):
    assert asked(f"https://a.cn/x.{ending}") == ["GET"]


@pytest.mark.parametrize("address", ["https://a.cn/pdf", "https://a.cn/?file=x.pdf", "https://a.cn/x.pdf/more"])
def test_what_only_mentions_a_file_is_a_page(address):
    assert asked(address) == ["GET"]


@pytest.mark.parametrize(("status", "methods"), [
    (200, ["HEAD"]), (206, ["HEAD"]), (299, ["HEAD"]), (403, ["HEAD", "GET"]), (404, ["HEAD", "GET"]),
    (405, ["HEAD", "GET"]), (300, ["HEAD", "GET"]),
])  # fmt: skip
def test_a_file_whose_headers_are_refused_is_asked_for_whole(status, methods):
    assert asked("https://a.cn/x.pdf", HEAD=status) == methods
