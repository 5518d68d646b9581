"""Which mends of an address are beyond doubt, and which are a guess, however likely."""

import pytest

from bot.urls.diagnose import url_problem
from bot.urls.safe_repair import is_safe, same_letters

PAGE = "https://github.com/clue-ai/ChatYuan"
SURE = {
    "no colon": ("https//github.com/clue-ai/ChatYuan", PAGE),
    "one slash": ("https:/github.com/clue-ai/ChatYuan", PAGE),
    "no slash": ("https:github.com/clue-ai/ChatYuan", PAGE),
    "semicolon": ("https;//github.com/clue-ai/ChatYuan", PAGE),
    "letters of the scheme mixed up": ("hptts://github.com/clue-ai/ChatYuan", PAGE),
    "first letter lost": ("ttps://github.com/clue-ai/ChatYuan", PAGE),
    "http stays http": ("http//lmflow.com/docs", "http://lmflow.com/docs"),
    "twice": ("https://https://github.com/clue-ai/ChatYuan", PAGE),
    "no scheme, a site that has only one": ("github.com/clue-ai/ChatYuan", PAGE),
    "wide colon": ("https：//github.com/clue-ai/ChatYuan", PAGE),
    "wide letters": ("https://github.com/ｃｌｕｅ-ai/ChatYuan", PAGE),
    "stop in Chinese": (f"{PAGE}。", PAGE),
    "loose bracket": (f"{PAGE})", PAGE),
    "in brackets": (f"（{PAGE}）", PAGE),
    "zero width": (f"{PAGE}\u200b", PAGE),
    "blank after the scheme": ("https:// github.com/clue-ai/ChatYuan", PAGE),
    "blank encoded at the end": (f"{PAGE}%20", PAGE),
    "escape": (r"https://huggingface.co/datasets/kd\_conv", "https://huggingface.co/datasets/kd_conv"),
    "entity": ("https://x.org/?a=1&amp;b=2", "https://x.org/?a=1&b=2"),
    "encoded": ("https%3A%2F%2Fgithub.com%2Fclue-ai%2FChatYuan", PAGE),
    "encoded, on a site of its own": ("https%3A%2F%2Fkettle.dev%2Fa", "https://kettle.dev/a"),
    "for cloning": ("git@github.com:clue-ai/ChatYuan.git", PAGE),
}
DOUBTFUL = {
    "host misspelt": ("https://gihub.com/clue-ai/ChatYuan", PAGE),
    "host's ending misspelt": ("https://github.cpm/clue-ai/ChatYuan", PAGE),
    "no scheme, and the site may have either": ("www.lmflow.com/docs", "https://www.lmflow.com/docs"),
    "two schemes that differ": ("https://http://lmflow.com/docs", "http://lmflow.com/docs"),
    "a word stuck to the scheme": ("ithttps://github.com/clue-ai/ChatYuan", PAGE),
    "words after it": (f"{PAGE}，元语对话模型", PAGE),
    "words before it": (f"地址：{PAGE}", PAGE),
    "another address in it": ("[moss.fastnlp.top](https://t.co/NewB94G2uo)", "https://t.co/NewB94G2uo"),
    "a stop at the end of a query": ("https://apex.org/f?p=1:3:::", "https://apex.org/f?p=1:3"),
    "a stop at the end of a fragment": ("https://lmflow.com/a#:~:text=end.", "https://lmflow.com/a#:~:text=end"),
    "http made https": ("http://lmflow.com/", "https://lmflow.com/"),
    "www dropped": ("https://www.lmflow.com/", "https://lmflow.com/"),
    "another letter": ("https://github.com/clue-ai/ChatYuna", PAGE),
    "no web page": ("ftp：//lmflow.com", "ftp://lmflow.com"),
}


@pytest.mark.parametrize("url, repaired", SURE.values(), ids=SURE)
def test_sure(url, repaired):
    assert url_problem(url).repaired == repaired
    assert is_safe(url, repaired)


@pytest.mark.parametrize("url, repaired", DOUBTFUL.values(), ids=DOUBTFUL)
def test_doubtful(url, repaired):
    assert not is_safe(url, repaired)


@pytest.mark.parametrize("target, nearest, same", [
    pytest.param("maps-&-gps", "maps--gps", True, id="mark kept"),
    pytest.param("编译器、语言", "编译器语言", True, id="Chinese mark kept"),
    pytest.param("1.-views", "1-views", True, id="stop kept"),
    pytest.param("steams", "streams", False, id="letter missing"),
    pytest.param("c++", "c", True, id="plus kept"),
    pytest.param("+++", "", False, id="nothing left"),
])  # fmt: skip
def test_anchors(target, nearest, same):
    assert same_letters(target, nearest) is same
