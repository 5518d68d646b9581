"""Each text that has a limit, at its limit and one character beyond."""

import pytest
import yaml
from examples import findings

from bot.catalog.limits import LONGEST


def example(field, text):
    """A list in which one text is as given."""
    match field:
        case "title":
            return {"record": {"name": "灯"}, "sections": [{"id": "models", "title": text}]}
        case "label":
            return {"record": {"links": [{"url": "https://lantern-project.dev", "label": text}]}}
        case "name":
            return {"record": {"name": text, "slug": "long"}}
    return {"record": {"name": "灯", field: [text]}}


@pytest.mark.parametrize("field", LONGEST)
def test_one_character_more_than_fits_is_told_with_both_numbers(field):
    most = LONGEST[field]
    fits, beyond = (findings(yaml.safe_dump(example(field, "字" * n))) for n in (most, most + 1))
    assert [one for one in fits if one.code == "REC003"] == []
    (found,) = [one for one in beyond if one.code == "REC003"]
    assert found.evidence == {"length": most + 1, "most": most}
    assert found.severity == "error"
