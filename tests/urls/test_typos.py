"""What looks mistyped in a URL by itself, beside its neighbour that does not."""

import pytest

from bot.urls.typos import url_typo

REPO = "https://github.com/org/repo"
HOSTS = {
    "a letter left out": ("https://gitlb.com/a", "error"),
    "a letter doubled": ("https://gitllab.com/a", "error"),
    "two letters swapped": ("https://gitlba.com/a", "error"),
    "another first letter": ("https://fitlab.com/a", "error"),
    ".cpm": ("https://lamp.cpm/a", "warning"),
    ".cm is Cameroon's": ("https://lamp.cm/a", "info"),
}
ENDINGS = ["cpm", "con", "ocm", "comm", "cmo", "vom", "ogr", "orgg", "rog", "nte", "ner", "ioo", "onlinel", "gihub"]
SOUND = {
    "another letter inside may be another site": "https://gitlob.com/a",
    "a letter put in may be another site": "https://gitlxab.com/a",
    "its last letter put before it": "https://mgitlab.com/a",
    "two slips": "https://gtlb.com/a",
    "the host itself": "https://gitlab.com/a",
    "a site of its own": "https://github.co/a",
    "a country": "https://lamp.co/a",
}


@pytest.mark.parametrize("url, severity", HOSTS.values(), ids=HOSTS)
def test_a_host_mistyped(url, severity):
    assert url_typo(url).severity == severity


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_that_no_host_has(ending):
    assert url_typo(f"https://lamp.{ending}/a").severity == "warning"


@pytest.mark.parametrize("url", SOUND.values(), ids=SOUND)
def test_a_host_of_its_own(url):
    assert url_typo(url) is None


PATHS = {
    "Chinese in a repository's name": ("https://codeberg.org/org/repo%E4%B8%AD", "odd-characters", {}),
    "a second address": (f"{REPO}/blob/main/https://x.org", "second-url", {"second": "https://x.org"}),
    "one without scheme": (f"{REPO}/blob/main/github.com/a/b", "second-url", {"second": "github.com/a/b"}),
    "three names": ("https://github.com/popstar/urbain/fzf-marks", "repaired-page", {
        "page": "fzf-marks", "meant": "https://github.com/urbain/fzf-marks"}),
    "a part left empty": ("https://github.com/org//repo/x", "repaired-page", {
        "page": "repo", "meant": "https://github.com/repo/x"}),
    "more than three": ("https://github.com/org/repo/one/two", "no-such-page", {"page": "one"}),
}  # fmt: skip


@pytest.mark.parametrize("url, what, parts", PATHS.values(), ids=PATHS)
def test_a_path_that_its_site_does_not_have(url, what, parts):
    typo = url_typo(url)
    assert (typo.what, typo.parts) == (what, parts)


_PAGES_OF_GITHUB = (
    "tree blob raw blame edit commits commit releases release issues pull pulls wiki actions projects discussions "
    "security network graphs stargazers watchers forks fork labels milestones milestone settings tags branches "
    "compare archive find new upload packages deployments pulse contributors subscription search suites runs "
    "zipball tarball files assets models community activity rules sponsors attestations codespaces invitations "
    "workflows tag downloads used-by dependents issue pages stats members codespace custom-properties Wiki "
    "commits.atom releases.atom"
)
PAGES_OF_GITHUB = _PAGES_OF_GITHUB.split()


@pytest.mark.parametrize("page", PAGES_OF_GITHUB)
def test_what_github_has_after_a_repository(page):
    assert url_typo(f"{REPO}/{page}") is None


@pytest.mark.parametrize("url", [
    REPO, f"{REPO}/", "https://github.com/", "https://github.com/orgs/org/repositories",
    "https://gitlab.com/group/sub/repo", "https://x.org/github.com/a/b", f"{REPO}/tree/main/github",
])  # fmt: skip
def test_a_path_that_its_site_has(url):
    assert url_typo(url) is None
