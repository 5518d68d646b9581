"""Every entry of the table of known hosts, each by an example that fails without it, beside a host nobody knows."""

import pytest
import yaml
from examples import evidence, findings

from bot.lint.analysis.mentions import is_named
from bot.urls.diagnose import url_problem
from bot.urls.hosts import HOSTS, TRAITS, site_name
from bot.urls.normalise import link_key
from bot.urls.typos import url_typo

UNKNOWN = "unlisted.dev"
WITH = {
    "known": "github.com gitlab.com gitee.com huggingface.co hf.co modelscope.cn arxiv.org openi.pcl.ac.cn kaggle.com "
    "colab.research.google.com raw.githubusercontent.com pypi.org openreview.net aclanthology.org paperswithcode.com "
    "medium.com zhihu.com zhuanlan.zhihu.com mp.weixin.qq.com bilibili.com youtube.com x.com twitter.com",
    "ascii": "github.com gitlab.com gitee.com huggingface.co modelscope.cn arxiv.org",
    "https": "github.com gist.github.com raw.githubusercontent.com gitlab.com gitee.com bitbucket.org codeberg.org "
    "huggingface.co modelscope.cn npmjs.com pypi.org arxiv.org doi.org openreview.net aclanthology.org wikipedia.org "
    "medium.com zhihu.com zhuanlan.zhihu.com bilibili.com youtube.com x.com reddit.com",
    "code": "github.com gitlab.com gitee.com bitbucket.org codeberg.org gitcode.com openi.pcl.ac.cn coding.net "
    "git.sr.ht notabug.org framagit.org",
    "mended": "github.com huggingface.co arxiv.org",
    "watched": "github.com github.io gitlab.com bitbucket.org huggingface.co npmjs.com readthedocs.io arxiv.org "
    "wikipedia.org medium.com youtube.com twitter.com",
    "genuine": "github.co medium.co",
    "people": "medium.com x.com weibo.com facebook.com linkedin.com instagram.com t.me",
}
EACH = [pytest.param(trait, host, id=f"{host}-{trait}") for trait, hosts in WITH.items() for host in hosts.split()]


def shows(trait, host):
    """Whether the tool treats the host as one that has the trait."""
    slip = f"{host[0]}{host[2:]}"
    match trait:
        case "known":
            return url_problem(f"{host}/a/b").repaired == f"https://{host}/a/b"
        case "ascii":
            return getattr(url_problem(f"https://{host}/a/b是一个项目"), "repaired", "") == f"https://{host}/a/b"
        case "https":
            return link_key(f"http://{host}/one/page").url.startswith("https://")
        case "code":
            return link_key(f"https://{host}/Org/Repo.git?tab=readme").page == f"{host}/org/repo"
        case "mended":
            return getattr(url_problem(f"https://{slip}/a/b"), "repaired", "") == f"https://{host}/a/b"
        case "watched":
            return url_typo(f"https://{slip}/a") is not None
        case "genuine":
            return url_typo(f"https://{host}/a") is None
        case "people":
            there = f"https://{host}/lantern"
            one, other = ({"name": "Lantern", "links": [{"url": url}]} for url in ("https://lantern.dev", there))
            example = {"record": one, "catalog": [other | {"slug": "lantern-2"}]}
            return "DUP002" not in {finding.code for finding in findings(yaml.safe_dump(example))}
    raise ValueError(trait)


@pytest.mark.parametrize("trait, host", EACH)
def test_a_host_is_treated_as_its_row_says(trait, host):
    assert shows(trait, host)


@pytest.mark.parametrize("trait", TRAITS)
def test_no_other_host_is(trait):
    assert not shows(trait, "gihub.com" if trait == "genuine" else UNKNOWN)
    assert set(WITH[trait].split()) == {host.name for host in HOSTS if trait in host.traits.split()}


SITES = {
    "kkgithub.com": "github.com",
    "bgithub.xyz": "github.com",
    "gitcode.net": "gitcode.com",
    "openi.org.cn": "openi.pcl.ac.cn",
    "git.openi.org.cn": "openi.pcl.ac.cn",
    "hf.co": "huggingface.co",
    "hf-mirror.com": "huggingface.co",
    "modelscope.com": "modelscope.cn",
    "export.arxiv.org": "arxiv.org",
    "cn.arxiv.org": "arxiv.org",
    "browse.arxiv.org": "arxiv.org",
    "xxx.lanl.gov": "arxiv.org",
    "ar5iv.org": "arxiv.org",
    "ar5iv.labs.arxiv.org": "arxiv.org",
    "alphaxiv.org": "arxiv.org",
    "dx.doi.org": "doi.org",
    "youtube-nocookie.com": "youtube.com",
    "twitter.com": "x.com",
    "old.reddit.com": "reddit.com",
    "np.reddit.com": "reddit.com",
    "weibo.cn": "weibo.com",
}


@pytest.mark.parametrize("alias, site", SITES.items(), ids=SITES)
def test_one_site_under_several_names(alias, site):
    assert link_key(f"https://{alias}/org/thing").host == link_key(f"https://{site}/org/thing").host == site


def test_no_site_has_another_name():
    assert {host.name: host.site for host in HOSTS if host.site} == SITES


@pytest.mark.parametrize("host, site", [
    ("www.github.com", "github.com"), ("m.github.com", "github.com"), ("mobile.twitter.com", "x.com"),
    ("m.weibo.cn", "weibo.com"), ("wap.x.org", "x.org"), ("3g.x.org", "x.org"), ("amp.x.org", "x.org"),
    ("zh.m.wikipedia.org", "zh.wikipedia.org"), ("tool.readthedocs.org", "tool.readthedocs.io"),
    ("m.org", "m.org"), ("en.m.x.org", "en.m.x.org"), ("mm.x.org", "mm.x.org"), ("readthedocs.org", "readthedocs.org"),
])  # fmt: skip
def test_a_prefix_for_small_screens_makes_no_other_site(host, site):
    assert site_name(host) == site


_CALLED = "github gitlab gitcode gitee 码云 抱抱脸 medium 知乎 youtube x twitter weibo 微博 facebook linkedin telegram discord"
CALLED = _CALLED.split()


def named(name):
    return is_named(evidence({"record": {"name": name}}).subjects[0])


@pytest.mark.parametrize("word", CALLED)
def test_what_a_site_is_called_is_no_name_of_an_entry(word):
    assert not named(f"{word} 博客")
    assert named(f"Lantern {word}")


def test_no_site_is_called_otherwise():
    assert sorted(word for host in HOSTS for word in host.called.split()) == sorted(CALLED)


def test_every_host_has_one_row_that_says_something():
    assert len({host.name for host in HOSTS}) == len(HOSTS)
    assert all(host.traits or host.site or host.called for host in HOSTS)
    assert {trait for host in HOSTS for trait in host.traits.split()} == set(TRAITS)
