"""`curate check` of a whole catalog sees the page that it makes."""

import pytest

from bot.flows.check import check


@pytest.fixture
def leaping(tiny, curate):
    """A list whose template leads to a heading that is not there."""
    template = tiny / "README.template.md"
    template.write_text(template.read_text("utf-8") + "\n回到[目录](#mulu)\n", encoding="utf-8")
    curate("-C", tiny, "regen")
    return tiny


def found(root):
    return [(one.code, one.place.file) for one in check(root).findings if one.code in {"LNK006", "GEN001"}]


def test_a_link_within_the_page_that_leads_nowhere(leaping, curate):
    assert found(leaping) == [("LNK006", "README.md")]
    of_page = curate("-C", leaping, "check", "README.md").out
    assert "“#mulu”没有对应的标题" in of_page
    line = (leaping / "README.md").read_text("utf-8").splitlines().index("回到[目录](#mulu)") + 1
    assert f"\n  {line}: " in of_page
    assert f"README.md\n  {line}: " in curate("-C", leaping, "check").out


def test_a_page_that_is_not_the_catalogs_is_not_judged(leaping):
    page = leaping / "README.md"
    page.write_text(page.read_text("utf-8").replace("回到", "回"), encoding="utf-8")
    assert found(leaping) == [("GEN001", "README.md")]


def test_a_list_without_a_page(leaping):
    (leaping / "README.md").unlink()
    assert ("LNK006", "README.md") not in found(leaping)
