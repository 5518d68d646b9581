"""A broken URL is compared by the very repair that is shown and written, in every rule and on every page."""

import pytest
import yaml
from broken_urls import PAGE, REPAIRED
from examples import evidence, examples, findings

from bot.flows.today import latest_today
from bot.lint.engine import all_rules, run
from bot.lint.page_context import page_context
from bot.urls.diagnose import url_problem
from bot.urls.normalise import link_key


def in_rules():
    """Every URL of every example in the rulebook."""
    for rule in all_rules():
        for text in examples(rule, "Flagged") + examples(rule, "Fine"):
            for record in evidence(yaml.safe_load(text)).catalog.records:
                yield from (link.url for link in record.links)


MORE = {
    "http://lmflow.com/docs": ("http//lmflow.com/docs", "htttp://www.lmflow.com/docs", "http：//lmflow.com/docs。"),
    "https://x.org/?a=1&b=2": ("https://x.org/?a=1&amp;b=2", "(https://x.org/?a=1&b=2)", "[x](https://x.org/?b=2&a=1)"),
    "https://codeberg.org/org/repo": ("git@codeberg.org:org/repo.git", "ssh://git@codeberg.org/org/repo"),
    "https://github.com/org/repo/tree/main/data": ("https;//github.com/org/repo/tree/master/data，",),
}


@pytest.mark.parametrize("url", sorted({*in_rules(), *(url for url, _ in REPAIRED.values())}))
def test_the_repair_shown_is_the_one_compared(url):
    problem = url_problem(url)
    if problem and problem.repaired:
        assert link_key(url) == link_key(problem.repaired)
    elif not problem:
        assert link_key(url) == link_key(url.strip())


@pytest.mark.parametrize("broken, sound", [(one, sound) for sound, many in MORE.items() for one in many])
def test_a_broken_url_leads_where_the_sound_one_does(broken, sound):
    assert url_problem(broken).repaired
    assert link_key(broken).page == link_key(sound).page


UNSURE = {
    "no scheme, unknown host": ("lmflow.com/docs/", "https://lmflow.com/docs"),
    "two glued": ("https://x.org/ahttps://x.org/b", "https://x.org/a"),
    "two with a blank": ("https://x.org/a https://x.org/b", "https://x.org/a"),
    "an owner and words": ("https://github.com/org，作者未公开", "https://github.com/org"),
    "one fault can be mended": ("https：//example.com/a，", "https://example.com/a"),
}


@pytest.mark.parametrize("url, likely", UNSURE.values(), ids=UNSURE)
def test_where_no_repair_is_certain_links_are_compared_by_the_likely_one(url, likely):
    assert url_problem(url).repaired == ""
    assert link_key(url).page == link_key(likely).page


APART = {
    "a file": ("README.md", "https://readme.md/"),
    "a paper": ("paxos-made-simple.pdf", "https://paxos-made-simple.pdf/"),
    "a path": ("docs/guide.md", "https://docs/guide.md"),
    "a title in a path": ("https://x.org/《甲》，乙.html", "https://x.org/"),
    "carried on purpose": ("https://x.org/?to=https://x.org/b", "https://x.org/?to="),
    "a stand-in": ("https://github.com/{owner}/{repo}", "https://github.com/owner/repo"),
}


@pytest.mark.parametrize("url, other", APART.values(), ids=APART)
def test_nothing_is_read_into_a_url(url, other):
    assert link_key(url) != link_key(other)


@pytest.mark.parametrize("url", [url for url, _ in REPAIRED.values()], ids=REPAIRED)
def test_a_double_is_told_before_its_link_is_mended(url):
    twin = {"name": "ChatYuan", "links": [{"url": PAGE}]}
    again = {"name": "ChatYuan", "slug": "chatyuan-2", "links": [{"url": url}]}
    told = {finding.code for finding in findings(yaml.safe_dump({"record": twin, "catalog": [again]}))}
    assert {"DUP001", "LNK001"} <= told


ON_A_PAGE = {
    "wide-colon": "- [ChatYuan](https：//github.com/clue-ai/ChatYuan) - 对话",
    "blank-before-wide-colon": "- [ChatYuan](https ：//github.com/clue-ai/ChatYuan) - 对话",
    "encoded": "- [ChatYuan](https%3A%2F%2Fgithub.com%2Fclue-ai%2FChatYuan) - 对话",
    "semicolon": "- [ChatYuan](https;//github.com/clue-ai/ChatYuan) - 对话",
    "chinese-stop-for-dot": "- [ChatYuan](https://github。com/clue-ai/ChatYuan) - 对话",
    "no-scheme": "- [ChatYuan](github.com/clue-ai/ChatYuan) - 对话",
    "doubled-letter": "- [ChatYuan](hhttps://github.com/clue-ai/ChatYuan) - 对话",
    "host-slip": "- [ChatYuan](https://gihub.com/clue-ai/ChatYuan) - 对话",
}


@pytest.mark.parametrize("line", ON_A_PAGE.values(), ids=ON_A_PAGE)
def test_a_double_on_a_page_is_told_before_its_link_is_mended(line):
    page = f"## 模型\n\n- [MOSS](https://github.com/OpenLMLab/MOSS) - 模型\n- [ChatYuan]({PAGE}) - 元语\n{line}\n"
    told = {finding.code: finding for finding in run(page_context(page, "README.md", latest_today()))}
    assert {told["DUP001"].place.line, *(place.line for place in told["DUP001"].related)} == {4, 5}
    assert told["LNK001"].place.line == 5
