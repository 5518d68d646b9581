"""By what one can filter."""

import pytest
import site_lists as lists

from bot.site.entries import site_entries
from bot.site.facets import facets, size_groups


def made(catalog):
    return {one.key: one for one in facets(catalog, site_entries(catalog, {}, form=False))}


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        pytest.param(("7B",), ("3B 至 10B",), id="one"),
        pytest.param(("110M", "1.5B", "13B"), ("小于 3B", "小于 3B", "10B 至 30B"), id="several"),
        pytest.param(("8x7B",), ("30B 至 100B",), id="a mixture"),
        pytest.param(("1T", "100B"), ("100B 以上", "100B 以上"), id="the largest"),
        pytest.param(("3B", "大"), ("3B 至 10B",), id="words are none"),
    ],
)
def test_sizes_in_groups(sizes, groups):
    assert size_groups(sizes) == groups


def test_values_are_counted_and_point_at_entries():
    found = made(lists.full())
    assert found["section"].values == (("模型", 2), ("数据", 1), ("偏好", 1))
    assert found["section"].rows == ((0,), (0,), (1, 2))
    assert found["status"].values == (("正常", 2), ("已撤下", 1))
    assert found["base"].values == (("GPT-J", 1), ("鹤言", 1))


def test_what_tells_no_entries_apart_is_not_offered():
    assert made(lists.bare("甲", "乙")) == {}
