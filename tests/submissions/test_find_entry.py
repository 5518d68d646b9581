"""An entry is found by its slug, its links and whatever it is or was called."""

import pytest

from bot.catalog.model import Catalog, Link, ListFile, Record
from bot.submissions.find_entry import candidates

CATALOG = Catalog(ListFile("列表"), (
    Record(
        "chatlaw", "models", "ChatLaw", "model", aliases=("法律大模型",), includes=("ChatLaw-13B",),
        search_names=("ChatLow",), links=(Link("https://github.com/example/ChatLaw"),),
    ),
    Record("moss", "models", "MOSS", "model", base=("法律底座",)),
))  # fmt: skip


@pytest.mark.parametrize(("wanted", "found"), [
    ("chatlaw", ["chatlaw"]), ("https://github.com/example/chatlaw/", ["chatlaw"]), ("ChatLaw", ["chatlaw"]),
    ("法律大模型", ["chatlaw"]), ("chatlaw 13b", ["chatlaw"]), ("ChatLow", ["chatlaw"]), ("法律底座", []),
])  # fmt: skip
def test_candidates(wanted, found):
    assert [record.slug for record in candidates(wanted, CATALOG)] == found
