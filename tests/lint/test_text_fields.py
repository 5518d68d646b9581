"""On which line of its file a text begins, however YAML has it there."""

import pytest

from bot.catalog.parse import read_record
from bot.lint.text_fields import description


@pytest.mark.parametrize(("written", "first"), [
    pytest.param("description: 一句话\nkind: model", 2, id="on the line of its key"),
    pytest.param("description: |\n  甲\n  乙\nkind: model", 3, id="a block, and another key"),
    pytest.param("description: |\n  甲\n  乙", 3, id="a block at the end"),
    pytest.param("description: |-\n  甲\n  乙\nkind: model", 3, id="a block without a line end"),
    pytest.param('description: "甲\\n乙\\n"\nkind: model', 2, id="line ends in quotes"),
])  # fmt: skip
def test_where_a_description_begins(written, first):
    record, _ = read_record(f"name: X\n{written}\n".encode(), "catalog/a/x.yml")
    text = description(record)
    assert text.first == first
    assert text.place(1).line == first + 1
