"""What an address means on the sites a list links to most, word by word of their tables: the page, its project, its kind."""

import pytest

from bot.urls.normalise import link_key

REPO = "github.com/o/n"


@pytest.mark.parametrize(("path", "page"), [
    ("wiki/X", "wiki/X"), ("zh-cn/X", "wiki/X"), ("zh-hant/X_Y", "wiki/X_Y"), ("wiki/X%20Y", "wiki/X_Y"),
    ("wiki", "wiki"), ("zh-cn", ""), ("", ""), ("wiki/X/Y", "wiki/X/Y"), ("w/index.php?title=X", "w?title=X"), ("w/X", "w/X"),
])  # fmt: skip
def test_wikipedia(path, page):
    assert link_key(f"https://en.wikipedia.org/{path}").page == f"en.wikipedia.org/{page}".rstrip("/")


@pytest.mark.parametrize("file", [
    f"{name}.{end}" for name in ("index", "default", "INDEX") for end in ("html", "htm", "php", "asp", "aspx", "jsp")
] + ["home.html", "home.htm"])  # fmt: skip
def test_an_index_file_is_its_folder(file):
    assert link_key(f"https://a.org/x/{file}").page == "a.org/x"


@pytest.mark.parametrize("file", ["index.txt", "home.php", "myindex.html", "index.html.zip"])
def test_another_file_is_none(file):
    assert link_key(f"https://a.org/x/{file}").page == f"a.org/x/{file}"


@pytest.mark.parametrize("language", [
    "zh", "en", "ja", "ko", "fr", "de", "es", "ru", "EN", *(f"zh{join}{end}" for join in "-_" for end in
    ("cn", "hans", "hant", "tw", "hk", "us", "gb", "sg")),
])  # fmt: skip
def test_a_language_in_front(language):
    assert link_key(f"https://a.org/{language}/x").page == "a.org/x"


@pytest.mark.parametrize("word", ["it", "zh-xx", "english", "zhcn"])
def test_another_word_in_front(word):
    assert link_key(f"https://a.org/{word}/x").page == f"a.org/{word}/x"


@pytest.mark.parametrize(("path", "page"), [
    *((f"en/{version}/x", "/x") for version in ("latest", "stable", "main", "master")), ("en/v1/x", "/v1/x"), ("latest/x", "/x"),
    ("en/latest/index.html", ""), ("en/latest/x/index.html", "/x"), ("", ""),
])  # fmt: skip
def test_manuals(path, page):
    key = link_key(f"https://tool.readthedocs.io/{path}")
    assert (key.page, key.project, key.kind) == (f"tool.readthedocs.io{page}", "tool.readthedocs.io", "docs")


@pytest.mark.parametrize(("url", "page"), [
    *((f"https://www.youtube.com/{place}/abc", "youtube.com/watch?v=abc") for place in ("embed", "shorts", "live", "v")),
    ("https://youtu.be/abc", "youtube.com/watch?v=abc"), ("https://youtube.com/watch?v=abc&t=9", "youtube.com/watch?v=abc"),
    ("https://youtube.com/embed", "youtube.com/embed"), ("https://youtube.com/c/abc", "youtube.com/c/abc"),
    ("https://youtube.com/x?v=abc", "youtube.com/x?v=abc"), ("https://youtu.be/", "youtu.be"),
])  # fmt: skip
def test_videos(url, page):
    assert link_key(url).page == page


@pytest.mark.parametrize(("url", "page"), [
    *((f"https://arxiv.org/{place}/2304.08177{end}", "arxiv.org/abs/2304.08177") for place in ("abs", "pdf", "html")
      for end in ("", "v2", ".pdf", "v12.pdf")),
    ("https://arxiv.org/abs/2304.0817", "arxiv.org/abs/2304.0817"), ("https://arxiv.org/abs/cs/0112017", "arxiv.org/abs/cs/0112017"),
    ("https://arxiv.org/abs/math.GT/0309136v1", "arxiv.org/abs/math.GT/0309136"), ("https://arxiv.org/list/cs", "arxiv.org/list/cs"),
    ("https://arxiv.org/abs", "arxiv.org/abs"), ("https://doi.org/10.48550/arXiv.2304.08177", "arxiv.org/abs/2304.08177"),
    ("https://doi.org/10.1145/AB.1", "doi.org/10.1145/ab.1"),
    *((f"https://dl.acm.org/doi/{place}10.1145/3.4", "doi.org/10.1145/3.4")
      for place in ("", "abs/", "pdf/", "full/", "epdf/", "book/", "proceedings/")),
    ("https://dl.acm.org/doi/pdfx/10.1145/3.4", "dl.acm.org/doi/pdfx/10.1145/3.4"),
    ("https://dl.acm.org/doi/10.114/3.4", "dl.acm.org/doi/10.114/3.4"),
    ("https://openreview.net/pdf?id=x1", "openreview.net/forum?id=x1"), ("https://openreview.net/forum?id=x1&noteId=2", "openreview.net/forum?id=x1"),
    ("https://openreview.net/group?id=x1", "openreview.net/group?id=x1"), ("https://openreview.net/forum", "openreview.net/forum"),
    *((f"https://aclanthology.org/{number}{end}", f"aclanthology.org/{number}") for number in ("P19-1001", "N18-12345", "2023.acl-long.1")
      for end in ("", "/", ".pdf")),
    ("https://www.aclweb.org/anthology/P19-1001/", "aclanthology.org/P19-1001"), ("https://aclanthology.org/venues/acl", "aclanthology.org/venues/acl"),
    ("https://aclanthology.org/", "aclanthology.org"),
])  # fmt: skip
def test_papers(url, page):
    assert link_key(url).page == page


@pytest.mark.parametrize(("url", "kind"), [
    ("https://arxiv.org/abs/2304.08177", "paper"), ("https://doi.org/10.1145/3.4", "paper"), ("https://openreview.net/forum?id=x", "paper"),
    ("https://aclanthology.org/P19-1001", "paper"), ("https://a.org/x.pdf", "paper"), ("https://a.org/x.PDF", "paper"), ("https://a.org/x", "homepage"),
    ("https://youtu.be/abc", "other"), (f"https://{REPO}", "repository"), (f"https://{REPO}/wiki", "docs"), ("https://gitlab.com/o/n/-/wikis/x", "docs"),
    (f"https://{REPO}/issues", "other"), (f"https://{REPO}/tree/main/x", "directory"), (f"https://{REPO}/tree/v2", "directory"),
    *((f"https://{REPO}/{view}/main/x.py", "file") for view in ("blob", "raw", "edit", "blame")), (f"https://{REPO}/src/main/x", "directory"),
    ("https://github.com/o", "organisation"), ("https://github.com/orgs/o", "organisation"), ("https://github.com/organizations/o", "organisation"),
    ("https://github.com/", "homepage"), ("https://github.com/features", "other"), ("https://huggingface.co/o", "organisation"),
    ("https://huggingface.co/o/m", "model"), ("https://huggingface.co/datasets/o/m", "dataset"), ("https://huggingface.co/spaces/o/m", "space"),
    ("https://huggingface.co/models/o/m", "model"), ("https://huggingface.co/spaces/o", "space"), ("https://huggingface.co/blog/x", "blog"),
    ("https://huggingface.co/docs/x", "docs"), ("https://huggingface.co/papers/2304.08177", "paper"), ("https://huggingface.co/papers", "other"),
    ("https://huggingface.co/", "homepage"), ("https://modelscope.cn/models/o/m", "model"), ("https://modelscope.cn/datasets/o/m", "dataset"),
    ("https://modelscope.cn/studios/o/m", "space"), ("https://modelscope.cn/organization/o", "organisation"), ("https://modelscope.cn/profile/o", "organisation"),
    ("https://o.github.io/n", "homepage"), ("https://tool.readthedocs.io/", "docs"),
])  # fmt: skip
def test_kinds(url, kind):
    assert link_key(url).kind == kind


@pytest.mark.parametrize("word", ["blog", "docs", "papers", "tasks", "learn", "pricing", "models", "datasets", "spaces", "chat", "join", "login", "settings", "posts", "search", "enterprise", "inference", "collections", "new", "support", "huggingface_hub"])  # fmt: skip
def test_pages_of_hugging_face_are_no_owners(word):
    assert link_key(f"https://huggingface.co/{word}").kind != "organisation"


@pytest.mark.parametrize("word", ["about", "account", "apps", "blog", "codespaces", "collections", "contact", "customer-stories", "dashboard", "enterprise", "events", "explore", "features", "home", "issues", "join", "login", "logout", "marketplace", "mobile", "new", "nonprofit", "notifications", "orgs", "organizations", "pricing", "pulls", "readme", "search", "security", "sessions", "settings", "signup", "site", "sponsors", "stars", "team", "topics", "trending", "users", "user-attachments", "copilot", "skills"])  # fmt: skip
def test_pages_of_github_are_no_owners(word):
    key = link_key(f"https://github.com/{word.upper()}")
    assert (key.kind, key.page) == ("other", f"github.com/{word}")


@pytest.mark.parametrize(("path", "page"), [
    *((f"{view}/main/x", "/x") for view in ("tree", "blob", "raw", "resolve", "edit", "blame", "src", "file", "files")),
    *((f"tree/{branch}/x", "/x") for branch in ("main", "master", "HEAD")), ("tree/dev/x", "/@dev/x"), ("tree/dev", "/@dev"),
    ("src/branch/dev/x", "/@dev/x"), ("src/tag/v1/x", "/@v1/x"), ("tree/main", ""), ("-/tree/main/x", "/x"),
    *((f"blob/main/{name}", "") for name in ("README.md", "readme", "README_zh.md", "README-EN.md", "README.zh-cn.md", "cn_README.md", "README_chs.rst",
                                            "README_english.md", "README_chinese.md", "README_zh_hans.md", "README_ja.md", "README_ko.md", "README_tw.md",
                                            "README_cht.md", "README_ch.md", "README_hant.md")),
    ("blob/main/README_fr.md", "/README_fr.md"), ("blob/main/x/README.md", "/x/README.md"), ("file", "/file"), ("files", "/files"), ("tree", ""),
    ("issues/1", "/issues/1"),
])  # fmt: skip
def test_inside_a_repository(path, page):
    assert link_key(f"https://{REPO}/{path}").page == f"{REPO}{page}"


@pytest.mark.parametrize(("url", "project", "owner"), [
    ("https://gitlab.com/g/s/n", "gitlab.com/g/s/n", "gitlab.com/g"), ("https://gitlab.com/g/s/n/-/tree/main/x", "gitlab.com/g/s/n", "gitlab.com/g"),
    ("https://gitlab.com/g/n/wikis/x", "gitlab.com/g/n", "gitlab.com/g"), ("https://gitlab.com/g/n/issues/1", "gitlab.com/g/n", "gitlab.com/g"),
    ("https://gitlab.com/g/n/merge_requests/1", "gitlab.com/g/n", "gitlab.com/g"), ("https://github.com/g/n/s", "github.com/g/n", "github.com/g"),
    ("https://gitlab.com/g/-/x", "gitlab.com/g/-", "gitlab.com/g"),
    ("https://o.github.io/n/x", "github.com/o/n", "github.com/o"), ("https://o.github.io/", "github.com/o/o.github.io", "github.com/o"),
    ("https://o.github.io/x.html", "github.com/o/o.github.io", "github.com/o"), ("https://o.gitee.io/n", "gitee.com/o/n", "gitee.com/o"),
    ("https://o.gitlab.io/n", "gitlab.com/o/n", "gitlab.com/o"), ("https://o.gitbook.io/n", "github.com/o/n", "github.com/o"),
    ("https://a.o.github.io/n", "a.o.github.io/n", "a.o.github.io"), ("https://raw.githubusercontent.com/o/n/main/x", "github.com/o/n", "github.com/o"),
    ("https://raw.githubusercontent.com/o/n/refs/heads/main/x", "github.com/o/n", "github.com/o"),
    ("https://huggingface.co/datasets/O/N/tree/main", "huggingface.co/datasets/o/n", "huggingface.co/o"),
    ("https://huggingface.co/organizations/o", "huggingface.co/o", "huggingface.co/o"), ("https://huggingface.co/papers/2304.08177", "arxiv.org/abs/2304.08177", "huggingface.co"),
    ("https://git.sr.ht/~o/n", "git.sr.ht/~o/n", "git.sr.ht/~o"), ("https://gitlab.lab.org/g/s/n", "gitlab.lab.org/g/s/n", "gitlab.lab.org/g"),
    ("https://git.lab.org/o/n/x", "git.lab.org/o/n", "git.lab.org/o"), ("https://modelscope.cn/models/O/N/files", "modelscope.cn/models/o/n", "modelscope.cn/o"),
])  # fmt: skip
def test_projects_and_owners(url, project, owner):
    assert (link_key(url).project, link_key(url).owner) == (project, owner)


@pytest.mark.parametrize(("url", "page"), [
    *((f"https://modelscope.cn/models/o/n/{view}", "modelscope.cn/models/o/n") for view in ("summary", "files", "intro", "quickstart")),
    ("https://modelscope.cn/models/o/n/x", "modelscope.cn/models/o/n/x"), ("https://modelscope.cn/models/o", "modelscope.cn/models/o"),
    ("https://huggingface.co/o/n/blob/main/x", "huggingface.co/o/n/x"), ("https://huggingface.co/o/n/tree/dev", "huggingface.co/o/n/@dev"),
    ("https://huggingface.co/o/n/discussions", "huggingface.co/o/n/discussions"), ("https://huggingface.co/docs/x/zh/y", "huggingface.co/docs/x/y"),
    ("https://huggingface.co/docs/zh/x", "huggingface.co/docs/zh/x"),
    *((f"https://{host}/A/B", f"{host}/a/b") for host in ("reddit.com", "x.com", "npmjs.com", "pypi.org", "crates.io", "packagist.org")),
    ("https://a.org/A", "a.org/A"), ("https://github.com/O/N.git", REPO), ("https://github.com/o/n是", REPO), ("https://github.com/o是/n", "github.com/o"),
])  # fmt: skip
def test_pages(url, page):
    assert link_key(url).page == page
