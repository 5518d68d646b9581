"""链接指到的文件不在仓库里

指到仓库内文件的链接和图片，文件改了名、移了位置或没有提交，读者点开就是 404，图片也显示不出来。
在 git 仓库里检查时才查；路径区分大小写，和 GitHub 上一样。指到仓库之外（issue、百科）的不查。

## Flagged

文件名的大小写不同：

```yaml
page: |
  ## 灯
  - [灯笼](docs/lantern.md) - 会聊天的灯，见[说明](docs/Guide.md)
files: [README.md, docs/lantern.md, docs/guide.md]
```

图片没有提交：

```yaml
page: |
  ## 灯
  ![灯笼](images/lantern.png)

  - [灯笼](https://lantern-project.dev) - 会聊天的灯
files: [README.md]
```

文件名里的问号没有写成 %3F：

```yaml
page: |
  ## 灯
  - [灯为什么亮](docs/灯为什么亮?.md)
files: [README.md, "docs/灯为什么亮?.md"]
```

条目库的模板、介绍和导语里的图片：

```yaml
record: {name: 灯笼}
template: "# 灯\\n\\n<img src=\\"assets/logo.png\\">\\n\\n{{ entries(\\"models\\") }}\\n"
files: [README.md, README.template.md]
```

```yaml
record: {name: 灯笼, description: "会聊天的灯。![灯笼](images/lantern.png)"}
files: [README.md]
```

## Fine

```yaml
record: {name: 灯笼, description: "会聊天的灯。![灯笼](images/lantern.png)"}
template: "# 灯\\n\\n![标志](assets/logo.png)、[说明](docs/guide.md)、[模型](#模型)\\n"
files: [README.md, images/lantern.png, assets/logo.png, docs/guide.md]
```

```yaml
page: |
  ## 灯
  ![灯笼](images/lantern%20one.png)

  - [灯笼](docs/lantern.md#用法) - 会聊天的灯，见[目录](docs/)
files: [README.md, docs/lantern.md, images/lantern one.png]
```

不在 git 仓库里，无从得知：

```yaml
page: |
  ## 灯
  - [灯笼](docs/lantern.md) - 会聊天的灯
```

仓库的 issue 和百科：

```yaml
page: |
  ## 灯
  - [灯笼](../../wiki/lantern) - 会聊天的灯，有问题请[提出](../../issues)
files: [README.md]
```
"""

import re
from collections.abc import Iterator
from posixpath import normpath
from urllib.parse import unquote

from bot.lint.analysis.links_in_texts import text_links
from bot.lint.context import Checkout, LintContext
from bot.lint.finding import Clause, Finding, Place, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import Text, description, has_own_file, of_list
from bot.markdown.images import images
from bot.markdown.links import links
from bot.urls.shape import is_relative

SEVERITY: Severity = "warning"
SENTENCES = {
    "missing": Sentence("“{path:80}”不在仓库里{near}", "请改成现有文件的路径，或提交这个文件"),
}
CLAUSES = {"near": "，有的是“{file:80}”"}
# What GitHub shows of a repository beside its files, and what a site made of the files has.
_ELSEWHERE = re.compile(r"(?:blob|tree|raw|issues|wiki|releases|pulls?|discussions|actions|graphs|stargazers)(?:/|$)")
_PICTURE = re.compile(r"!\[|<img", re.IGNORECASE)
_ENDINGS = ("", ".md", "/index.md", "/README.md", ".markdown")


def check(ctx: LintContext) -> Iterator[Finding]:
    if ctx.checkout is None:
        return
    told = set()
    for url, there in _paths(ctx):
        path = re.split("[?#]", url, maxsplit=1)[0]
        if path and (path, there.line) not in told and _is_missing(unquote(path), ctx.checkout):
            told.add((path, there.line))
            near = _near(path, ctx.checkout)
            parts = {"near": Clause("near", {"file": near}) if near else None}
            yield Finding("missing", there, {"path": url}, parts)


def _paths(ctx: LintContext) -> Iterator[tuple[str, Place]]:
    """The relative links of the list, and the pictures of its page, template and texts, with their places."""
    for record in ctx.subjects if ctx.pages else ():
        yield from ((link.url, place(record, "links", link.line)) for link in record.links if is_relative(link.url))
    for page in ctx.pages:
        yield from ((url, Place("", page.file, line)) for url, line in images(page.text) if is_relative(url))
    yield from ((link.found.url, link.place) for link in text_links(ctx) if is_relative(link.found.url))
    for text in _texts(ctx):
        yield from ((url, text.place(line - 1)) for url, line in images(text.value) if is_relative(url))
    if ctx.template:
        at = ctx.template.file
        yield from ((url, Place("", at, line)) for url, line in images(ctx.template.text) if is_relative(url))
        yield from ((one.url, Place("", at, one.line)) for one in links(ctx.template.text, 1) if _is_path(one.url))


def _texts(ctx: LintContext) -> Iterator[Text]:
    """The texts of a catalog that may hold pictures."""
    if not ctx.pages:
        yield from (description(r) for r in ctx.subjects if _PICTURE.search(r.description) and has_own_file(r))
        yield from (text for text in of_list(ctx.catalog.list) if text.field == "introduction")


def _is_path(url: str) -> bool:
    return is_relative(url) and not url.startswith("#")


def _is_missing(path: str, checkout: Checkout) -> bool:
    if path.startswith("/"):
        tried = [path.strip("/"), f"{checkout.folder}{path.strip('/')}"]
    else:
        tried = [normpath(f"{checkout.folder}{path}")]
    if any(one.startswith("..") or _ELSEWHERE.match(one) for one in tried):
        return False
    bare = {*tried, *(re.sub(r"\.html?$", "", one) for one in tried)}
    return not any(f"{one}{ending}" in checkout.paths for one in bare for ending in _ENDINGS)


def _near(path: str, checkout: Checkout) -> str:
    """A file of that name in another case or another folder, where there is but one."""
    name = unquote(path).rpartition("/")[2].casefold()
    same = [file for file in checkout.files if file.rpartition("/")[2].casefold() == name]
    return same[0] if len(same) == 1 and name else ""
