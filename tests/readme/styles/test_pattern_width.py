"""How far in the further lines of a description stand, by the pattern of its section."""

import pytest

from bot.readme.styles.pattern_slots import outdented, width


@pytest.mark.parametrize(("pattern", "columns"), [
    pytest.param("- [{name}]({url}){：description}", 2, id="item"),
    pytest.param("  * {name}", 2, id="item further in"),
    pytest.param("{number}. {name}", 3, id="numbered"),
    pytest.param("### {name}", 0, id="heading"),
    pytest.param("<li>{name}</li>", 0, id="html"),
    pytest.param("{name}：{description}", 0, id="line of text"),
    pytest.param("{name} | {description}", -1, id="row"),
    pytest.param("| {name} | {description} |", -1, id="row with edges"),
])  # fmt: skip
def test_width(pattern, columns):
    assert width(pattern) == columns


def test_a_description_is_kept_without_what_stands_before_its_lines():
    assert outdented("甲\n  乙\n    丙", "- {name}{：description}") == "甲\n乙\n  丙"
    assert outdented("甲\n  乙", "### {name}") == "甲\n  乙"
