"""A table of link pairs: equal, apart, related."""

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.urls.normalise import PARTS, PLAIN, _read, canonical_url, link_key

REPO = "https://github.com/org/repo"

SAME_PAGE = [
    ("scheme", "http://example.com/a", "https://example.com/a"),
    ("www", "https://www.example.com", "https://example.com/"),
    ("host case", "https://Example.COM/a", "https://example.com/a"),
    ("path case matters elsewhere but not on GitHub", "https://github.com/Org/REPO", REPO),
    ("default port", "https://example.com:443/a", "https://example.com/a"),
    ("trailing slash", f"{REPO}/", REPO),
    ("double slash", "https://example.com//a", "https://example.com/a"),
    (".git", f"{REPO}.git", REPO),
    ("#readme", f"{REPO}#readme", REPO),
    ("readme tab", f"{REPO}?tab=readme-ov-file#readme-ov-file", REPO),
    ("default branch", f"{REPO}/tree/main", REPO),
    ("readme file", f"{REPO}/blob/master/README.md", REPO),
    ("readme in Chinese", f"{REPO}/blob/main/README_zh-CN.md", REPO),
    ("old and new default branch", f"{REPO}/tree/master/data", f"{REPO}/tree/main/data"),
    ("blob of a directory", f"{REPO}/blob/main/data", f"{REPO}/tree/main/data"),
    ("raw file", "https://raw.githubusercontent.com/org/repo/main/a.json", f"{REPO}/blob/main/a.json"),
    ("tracking", "https://example.com/a?utm_source=x&id=3&fbclid=9", "https://example.com/a?id=3"),
    ("order of questions", "https://example.com/?a=1&b=2", "https://example.com/?b=2&a=1"),
    ("short Hugging Face", "https://hf.co/org/model", "https://huggingface.co/org/model/tree/main"),
    ("Hugging Face mirror", "https://hf-mirror.com/datasets/org/data", "https://huggingface.co/datasets/Org/Data"),
    ("GitHub mirror", "https://kkgithub.com/Org/Repo", REPO),
    ("proxy before GitHub", f"https://ghproxy.com/{REPO}/", REPO),
    ("arXiv pdf", "https://arxiv.org/pdf/2304.08177.pdf", "https://arxiv.org/abs/2304.08177"),
    ("arXiv version", "http://arxiv.org/abs/2304.08177v3", "https://arxiv.org/abs/2304.08177"),
    ("arXiv mirror", "https://ar5iv.labs.arxiv.org/html/2304.08177", "https://arxiv.org/abs/2304.08177"),
    ("arXiv DOI", "https://doi.org/10.48550/arXiv.2304.08177", "https://arxiv.org/abs/2304.08177"),
    ("DOI", "http://dx.doi.org/10.1145/33.44", "https://doi.org/10.1145/33.44"),
    ("DOI at a publisher", "https://dl.acm.org/doi/pdf/10.1145/33.44", "https://doi.org/10.1145/33.44"),
    ("Gitee", "https://gitee.com/Org/Repo/tree/master", "https://gitee.com/org/repo"),
    ("GitLab", "https://gitlab.com/group/sub/repo/-/tree/main", "https://gitlab.com/group/sub/repo"),
    ("ModelScope", "https://www.modelscope.cn/models/org/m/summary", "https://modelscope.cn/models/org/m"),
    ("percent signs", "https://example.com/%E4%B8%AD%E6%96%87", "https://example.com/中文"),
    ("IDN", "https://xn--fsqu00a.com/", "https://例子.com"),
    ("full-width look-alikes", "https：／／github.com/org/repo", REPO),
    ("swallowed Chinese stop", f"{REPO}，一个项目", REPO),
    ("swallowed bracket", f"{REPO}）", REPO),
    ("swallowed comma", f"{REPO},", REPO),
    ("Chinese glued to the name", f"{REPO}是一个项目", REPO),
    ("Markdown escape", "https://github.com/org/open\\_repo", "https://github.com/org/open_repo"),
    ("pasted twice", f"{REPO}{REPO}", REPO),
    ("scheme twice", "https://https://example.com/a", "https://example.com/a"),
    ("no scheme", "github.com/org/repo", REPO),
    ("mobile", "https://m.example.com/a", "https://example.com/a"),
    ("mobile Wikipedia", "https://zh.m.wikipedia.org/wiki/X", "https://zh.wikipedia.org/zh-hans/X"),
    ("language", "https://example.com/zh-cn/docs", "https://example.com/en/docs"),
    ("language asked for", "https://example.com/docs?lang=zh", "https://example.com/docs?lang=en"),
    ("manual", "https://tool.readthedocs.org/zh_CN/latest/", "https://tool.readthedocs.io/en/stable/index.html"),
    ("index file", "https://example.com/index.html", "https://example.com"),
    ("leaving page", "https://link.zhihu.com/?target=https%3A//github.com/org/repo", REPO),
    ("short video", "https://youtu.be/abc?si=1", "https://www.youtube.com/watch?v=abc&feature=share"),
    ("paper review", "https://openreview.net/pdf?id=x1", "https://openreview.net/forum?id=x1"),
    ("forum case", "https://www.reddit.com/r/Golang/", "https://reddit.com/r/golang"),
    ("article id", "https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=1&sn=b&chksm=c", "https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=1&sn=b"),
]  # fmt: skip

APART = [
    ("path case", "https://example.com/A", "https://example.com/a"),
    ("port", "https://example.com:8080/", "https://example.com/"),
    ("directory", f"{REPO}/tree/main/one", f"{REPO}/tree/main/two"),
    ("directory and repository", f"{REPO}/tree/main/one", REPO),
    ("branch", f"{REPO}/tree/v2", f"{REPO}/tree/v3"),
    ("branch and default", f"{REPO}/tree/chinese", REPO),
    ("fragment that names a data set", f"{REPO}#dataset-zh", f"{REPO}#dataset-en"),
    ("route", "https://example.com/#/a", "https://example.com/#/b"),
    ("model and data set", "https://huggingface.co/org/x", "https://huggingface.co/datasets/org/x"),
    ("question", "https://example.com/?id=1", "https://example.com/?id=2"),
    ("Wikipedia in two languages", "https://zh.wikipedia.org/wiki/X", "https://en.wikipedia.org/wiki/X"),
    ("subdomain", "https://p2p.example.com", "https://sfu.example.com"),
    ("versions", "https://github.com/org/glm-6b", "https://github.com/org/glm2-6b"),
    ("wiki", f"{REPO}/wiki", REPO),
    ("carried address", "https://web.archive.org/web/2020/https://a.com/", "https://web.archive.org/web/2020/https://b.com/"),
]  # fmt: skip

SAME_PROJECT = [
    ("directory", f"{REPO}/tree/main/data", REPO),
    ("wiki", f"{REPO}/wiki/Home", REPO),
    ("fragment", f"{REPO}#dataset", REPO),
    ("branch", f"{REPO}/tree/dev", REPO),
    ("GitHub Pages", "https://org.github.io/repo/", REPO),
    ("GitHub Pages of the account", "https://org.github.io", "https://github.com/org/org.github.io"),
    ("paper page", "https://huggingface.co/papers/2304.08177", "https://arxiv.org/abs/2304.08177"),
    (
        "files of a model",
        "https://huggingface.co/org/m/blob/main/config.json",
        "https://huggingface.co/org/m",
    ),
]

CANONICAL = [
    ("http://github.com/Org/Repo.git", "https://github.com/Org/Repo"),
    (f"{REPO}/blob/main/README_zh.md", f"{REPO}/blob/main/README_zh.md"),
    (f"{REPO}/tree/main/data/", f"{REPO}/tree/main/data"),
    ("https://hf.co/org/model", "https://huggingface.co/org/model"),
    ("https://arxiv.org/pdf/2304.08177v2", "https://arxiv.org/abs/2304.08177"),
    ("http://www.example.com/a/?utm_source=x", "http://www.example.com/a/"),
    ("https://example.com/docs?lang=zh", "https://example.com/docs?lang=zh"),
    ("https://example.com/#/route", "https://example.com/#/route"),
    (f"{REPO}，说明", REPO),
    ("docs/guide.md", "docs/guide.md"),
    (" #anchor ", "#anchor"),
    ("javascript:alert(1)", "javascript:alert(1)"),
]


def named(rows):
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


@pytest.mark.parametrize(("one", "other"), named(SAME_PAGE))
def test_same_page(one, other):
    assert link_key(one).page == link_key(other).page


@pytest.mark.parametrize(("one", "other"), named(APART))
def test_not_the_same_page(one, other):
    assert link_key(one).page != link_key(other).page


@pytest.mark.parametrize(("one", "other"), named(SAME_PROJECT))
def test_same_project_other_page(one, other):
    assert link_key(one).page != link_key(other).page
    assert link_key(one).project == link_key(other).project


def test_same_owner_other_project():
    one, other = link_key("https://github.com/org/one"), link_key("https://github.com/Org/two")
    assert (one.project != other.project, one.owner == other.owner) == (True, True)


@pytest.mark.parametrize(("written", "canonical"), CANONICAL)
def test_canonical(written, canonical):
    assert canonical_url(written) == canonical


@pytest.mark.parametrize(("url", "kind"), [
    (REPO, "repository"), (f"{REPO}/tree/main/a", "directory"), (f"{REPO}/blob/main/a.json", "file"),
    ("https://github.com/org", "organisation"), ("https://github.com/orgs/org/repositories", "organisation"),
    ("https://huggingface.co/org", "organisation"), ("https://huggingface.co/org/m", "model"),
    ("https://huggingface.co/datasets/org/d", "dataset"), ("https://huggingface.co/spaces/org/s", "space"),
    ("https://arxiv.org/abs/2304.08177", "paper"), ("https://huggingface.co/blog/x", "blog"),
    ("https://tool.readthedocs.io", "docs"), ("https://example.com", "homepage"), ("#here", "other"),
])  # fmt: skip
def test_kind(url, kind):
    assert link_key(url).kind == kind


@given(st.text())
def test_any_text_has_a_key(text):
    assert link_key(text).page == link_key(text.strip()).page


WEB = (
    r"https?://(www\.)?[a-z]{1,8}\.(com|org|github\.io)(/[\w.~%-]{0,6}){0,4}"
    r"(\?[a-z]=\w{0,3})?(#\w{0,5})?"
)


@given(st.from_regex(WEB, fullmatch=True))
def test_the_canonical_form_is_a_fixed_point_and_the_same_page(url):
    canonical = canonical_url(url)
    assert canonical_url(canonical) == canonical
    assert link_key(canonical).page == link_key(url).page


def test_a_pages_host_with_one_label_too_many_is_a_page_like_any_other() -> None:
    key = link_key("https://someone.notes.github.io/one/")
    assert (key.host, key.page) == ("someone.notes.github.io", "someone.notes.github.io/one")


@given(
    st.from_regex(PLAIN, fullmatch=True)
    | st.from_regex(r"https?://[a-z.-]{1,9}\.[a-z]{2,4}(/[.a-zA-Z]{0,3}){0,4}", fullmatch=True)
)
def test_a_plain_address_is_read_as_browsers_read_it(url):
    try:
        expected = ada_url.parse_url(url, attributes=PARTS)
    except ValueError:
        expected = None
    try:
        found = _read(url)
    except ValueError:
        found = None
    assert found == expected


@pytest.mark.parametrize(("url", "canonical"), [
    ("https://a.org", "https://a.org/"), ("https://a.org/", "https://a.org/"), ("https://a.org/x/", "https://a.org/x/"), ("https://a.org/x", "https://a.org/x"),
])  # fmt: skip
def test_a_slash_at_the_end(url, canonical):
    assert canonical_url(url) == canonical


@pytest.mark.parametrize("query", ["q=a%20b", "q=a+b", "b=1&a=%E4%B8%AD"])
def test_a_query_that_says_something_stays_as_it_is_written(query):
    assert link_key(f"https://example.com/x?{query}").url == f"https://example.com/x?{query}"
