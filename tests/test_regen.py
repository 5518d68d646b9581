"""`curate regen` on a tiny list: what it writes, what it refuses, how it ends."""

import pytest

from bot.flows.regen import look


@pytest.fixture
def page(tiny, curate):
    """The tiny list with its README.md generated."""
    assert curate("-C", tiny, "regen").code == 0
    return tiny


def test_pages(tiny, golden):
    texts = look(tiny).texts
    golden("tiny.md", texts["README.md"])
