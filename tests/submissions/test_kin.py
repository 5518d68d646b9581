"""Which repositories have a name of their own."""

import pytest

from bot.submissions.kin import repository
from bot.urls.normalise import link_key


@pytest.mark.parametrize(("address", "name"), [
    pytest.param("github.com/o/abc", "abc", id="three letters"),
    pytest.param("github.com/o/ab", "", id="two"),
    pytest.param("github.com/o/docs", "", id="a word that many have"),
    pytest.param("huggingface.co/o/Kettle-7B", "kettle-7b", id="a model"),
    pytest.param("huggingface.co/datasets/o/kettle", "kettle", id="a data set"),
    pytest.param("github.com/kettle", "", id="an account"),
    pytest.param("kettle.dev/kettle", "", id="a site of its own"),
])  # fmt: skip
def test_what_a_repository_is_called(address, name):
    assert repository(link_key(f"https://{address}")) == name
