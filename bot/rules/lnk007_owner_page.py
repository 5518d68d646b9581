"""链接是账号的主页，不是项目的

名称是一个项目，链接却停在 GitHub 的账号主页，读者还得自己在几十个仓库里找。
项目就是整个组织（几个仓库合起来才是它）时，这样写没有错，所以只是提示；停在网站首页的，多半是漏了后半截。

## Flagged

```yaml
record: {name: goreel, links: [{url: "https://github.com/goreel"}]}
```

账号名和项目名不同，项目是其中一个仓库：

```yaml
record: {name: go-retry, links: [{url: "https://github.com/hash-works/"}]}
```

Hugging Face 的组织页：

```yaml
record: {name: MPT-7B, links: [{url: "https://huggingface.co/mosaicml"}]}
```

“源码”指到了账号：

```yaml
record:
  name: Piper
  links: [{url: "https://piper-video.dev"}, {url: "https://github.com/TeamPiper", label: 源码}]
```

只有网站首页：

```yaml
record: {name: Another Desktop Manager, links: [{url: "https://github.com/"}]}
```

新投稿的类型是按网址猜的，不算写明：

```yaml
new: {name: 夜航, links: [{url: "https://github.com/night-lab", type: organisation}]}
catalog: [{name: 晨雾, links: [{url: "https://github.com/fog-lab/mist"}]}]
```

## Fine

```yaml
record: {name: goreel, links: [{url: "https://github.com/goreel/goreel"}]}
```

链接自己写明是组织：

```yaml
record: {name: MPT-7B, links: [{url: "https://huggingface.co/mosaicml", type: organisation}]}
```

介绍里写明它是那个组织的一部分，或者说的就是整个组织：

```yaml
record: {name: gofont, description: "Fonts for Go, part of GoDrawing.", links: [{url: "https://github.com/godrawing"}]}
```

```yaml
record:
  name: 灯笼
  description: 会聊天的灯，属于 LampLab。
  links: [{url: "https://github.com/lamplab"}, {url: "https://github.com/lamplab", label: LampLab}]
```

```yaml
record: {name: Kite, description: 风筝旗下的多个项目。, links: [{url: "https://github.com/kite-lab"}]}
```

文字是作者的名字：

```yaml
record:
  name: Lorry
  links: [{url: "https://github.com/lorry-lab/lorry"}, {url: "https://github.com/lake-labs", label: "@lake-labs"}]
```

```yaml
record: {name: TheAlgorithms, links: [{url: "https://github.com/TheAlgorithms/Python"}]}
```

网站本身就是条目：

```yaml
record: {name: GitHub, links: [{url: "https://github.com"}]}
```

```yaml
record: {name: 码云, links: [{url: "https://gitee.com"}]}
```
"""

import re
from collections.abc import Iterator

from bot.catalog.model import Link, Record
from bot.lint.analysis.link_syntax import form_problem
from bot.lint.analysis.mentions import is_passing
from bot.lint.context import LintContext
from bot.lint.finding import Clause, Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import has_own_file
from bot.names.normalise import name_key
from bot.urls.hosts import CODE_HOSTS, NAMES
from bot.urls.normalise import link_key

SEVERITY: Severity = "info"
# What names the account that the project is a part of, and what says that an account is meant.
_PART_OF = re.compile(
    r"(?:\b(?:part of|under|belongs? to)(?: the)?|属于|隶属于?|来自|出自)[ \t*_`\[“]*([A-Za-z0-9][\w-]+)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:github|gitlab|gitee|hugging ?face) org(?:ani[sz]ation)?s?\b|\borgani[sz]ation (?:page|account|with)\b"
    r"|\b(?:collection|family|suite|set|group) of (?:\w+ ){0,3}(?:repo|repositorie|project|librarie|tool|package)s\b"
    r"|(?:组织|账号|账户)(?:的?主页|页面)|(?:下|旗下)(?:有|的)?(?:多个|几个|一系列|全部|各个)(?:仓库|项目|模型)",
    re.IGNORECASE,
)
_FIX = "请换成“{name:40}”自己的页面；如果收录的就是整个组织，{keep}"
SENTENCES = {
    "site": Sentence("链接 {page} 只是 {host} 的首页", _FIX),
    "account": Sentence("链接 {page} 是账号的主页，不是一个项目", _FIX),
}
CLAUSES = {"page": "不必改", "record": "请把链接类型写成 organisation"}
CONTRIBUTOR_FIX = {"": "请换成项目自己的页面；如果收录的就是整个组织或账号，无须修改，由维护者确认"}


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        for link in record.links:
            key = link_key(link.url)
            if key.host not in CODE_HOSTS and key.host != "huggingface.co":
                continue
            if form_problem(record, link):
                continue  # told by LNK001
            if key.page == key.host and not is_passing(record, link) and not _about_site(record, key.host):
                yield _finding("site", record, link, "warning")
            elif key.kind == "organisation" and not _declared(record, link, ctx) and not _explained(record, link):
                yield _finding("account", record, link, "info")


def _about_site(record: Record, host: str) -> bool:
    """Whether the entry is the site; outside the entries any text that names it."""
    return same_site(record.name if record.section else re.sub(r"https?://\S+", "", record.body), host)


def same_site(name: str, host: str) -> bool:
    """Whether the name is the site's, in Latin letters or in Chinese: 码云 is gitee.com."""
    return (
        any(called in name.lower() for called in NAMES.get(host, ()))
        or name_key(name).full in name_key(host).full
        or name_key(host.partition(".")[0]).full in name_key(name).full
    )


def _explained(record: Record, link: Link) -> bool:
    """Whether the text of the link, or what the entry says, names the account as one."""
    if is_passing(record, link):
        return True
    account = name_key(link_key(link.url).page.rpartition("/")[2]).full
    if name_key(link.label).full == account != name_key(record.name).full:
        return True
    told = _PART_OF.findall(re.sub(r"https?://[^\s)>\]]+", " ", f"{record.description} {record.body}"))
    return any(name_key(name).full.startswith(account) for name in told) or bool(
        _ACCOUNT.search(record.description or record.body)
    )


def _declared(record: Record, link: Link, ctx: LintContext) -> bool:
    """Whether a person wrote that an organisation is meant; of a page's links and of a form's the type is a guess."""
    return link.type == "organisation" and record.file.endswith(".yml") and not ctx.new


def _finding(sentence: str, record: Record, link: Link, severity: Severity) -> Finding:
    key = link_key(link.url)
    keep = Clause("record" if has_own_file(record) else "page")
    parts = {"page": key.url, "host": key.host, "name": record.name, "keep": keep}
    return Finding(sentence, place(record, "links", link.line), {"url": link.url}, parts, severity=severity)
