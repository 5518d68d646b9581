"""A form or a file of answers cannot take more memory than its size."""

import pytest

from bot.errors import CurateError
from bot.submissions.answers_file import read_answers
from bot.submissions.form import read_form
from bot.submissions.plain_yaml import read_yaml

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
DEEP = "".join(" " * depth + "a:\n" for depth in range(900))
REFUSED = {
    "a billion laughs": (LAUGHS, "锚点"),
    "an alias": ("a: &x 1\nb: *x\n", "form.yml:1：这里用了 YAML 的锚点"),
    "nested mappings": (DEEP, "嵌套超过 20 层"),
    "nested lists": ("a: " + "[" * 500 + "]" * 500, "嵌套超过 20 层"),
}


@pytest.mark.parametrize(("text", "what"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("read", [read_form, read_answers], ids=["form", "answers"])
def test_what_grows_is_refused(read, text, what):
    with pytest.raises(CurateError, match=what):
        read(text, "form.yml")


def test_what_is_plain_is_read():
    assert read_yaml("a: 'no & anchor'\nb: [x, '*y']\n", "form.yml") == {"a": "no & anchor", "b": ["x", "*y"]}
