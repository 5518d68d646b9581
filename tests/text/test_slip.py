"""One slip of the keyboard, and no more."""

import pytest

from bot.text.slip import is_one_slip


@pytest.mark.parametrize("word, slip", [
    pytest.param("ithub", True, id="first letter dropped"),
    pytest.param("gihub", True, id="letter dropped"),
    pytest.param("githu", True, id="last letter dropped"),
    pytest.param("ggithub", True, id="letter doubled"),
    pytest.param("githubs", True, id="letter added at the end"),
    pytest.param("gitbub", True, id="letter changed"),
    pytest.param("githuv", True, id="last letter changed"),
    pytest.param("igthub", True, id="first two swapped"),
    pytest.param("githbu", True, id="last two swapped"),
    pytest.param("github", False, id="equal"),
    pytest.param("gitbuh", False, id="swapped over another one"),
    pytest.param("gthb", False, id="two dropped"),
    pytest.param("gitlab", False, id="two changed"),
    pytest.param("igthbu", False, id="swapped twice"),
    pytest.param("", False, id="empty"),
])  # fmt: skip
def test_one_slip(word, slip):
    assert is_one_slip(word, "github") is slip
    assert is_one_slip("github", word) is slip


def test_of_the_shortest_words():
    assert is_one_slip("", "a")
    assert not is_one_slip("", "")
    assert not is_one_slip("", "ab")
