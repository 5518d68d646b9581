"""几个条目出自同一作者，名称又相近

同一个账号下名称相近的两个仓库，常是前后两代、上下游，也可能是改了仓库而旧的没有撤下。
一个机构有许多条目本来正常，所以只是提示：查整个列表时，只提名称完全相同的；评审一份新投稿时，
提列表里已有的、名称相近的，好让维护者想一想它们的关系。写明了关系（`relations`）的不再提。

## Flagged

同一作者的两个同名仓库：

```yaml
record: {name: 竹简, links: [{url: "https://github.com/bamboo-lab/zhujian"}]}
catalog: [{name: 竹简, slug: zhujian-2, links: [{url: "https://github.com/bamboo-lab/bamboo-slips"}]}]
```

大小写和连字符不算差别：

```yaml
record: {name: Calendar Days, links: [{url: "https://github.com/days-lab/python-days"}]}
catalog: [{name: calendar-days, slug: days-r, links: [{url: "https://github.com/days-lab/r-days"}]}]
```

两个小节里的同名条目：

```yaml
record: {name: 云图, kind: model, links: [{url: "https://huggingface.co/cloud-lab/yuntu-7b"}]}
catalog:
  - name: 云图
    slug: yuntu-data
    kind: dataset
    section: corpora
    links: [{url: "https://huggingface.co/datasets/cloud-lab/yuntu"}]
```

旧仓库和改写后的新仓库：

```yaml
record: {name: Telegraph, links: [{url: "https://github.com/wire-lab/telegraph"}]}
catalog: [{name: Telegraph, slug: telegraph-rs, links: [{url: "https://github.com/wire-lab/telegraph-rs"}]}]
```

Hugging Face 上的两份权重：

```yaml
record: {name: 山岚, links: [{url: "https://huggingface.co/mist-lab/shanlan-base", type: model}]}
catalog: [{name: 山岚, slug: shanlan-2, links: [{url: "https://huggingface.co/mist-lab/shanlan-lora", type: model}]}]
```

## Fine

同一机构的两个项目，名称不相干：

```yaml
record: {name: 望远镜, links: [{url: "https://github.com/star-lab/telescope"}]}
catalog:
  - {name: Kite, links: [{url: "https://github.com/star-lab/kite"}]}
  - {name: Sail, links: [{url: "https://github.com/harbor/sail"}]}
```

列表里早有的两代：

```yaml
record: {name: Kite 2, links: [{url: "https://github.com/kite-lab/kite2"}]}
catalog: [{name: Kite, links: [{url: "https://github.com/kite-lab/kite"}]}]
```

写明了关系：

```yaml
record:
  name: Telegraph
  slug: telegraph-rs
  links: [{url: "https://github.com/wire-lab/telegraph-rs"}]
  relations: [{type: successor-of, record: telegraph}]
catalog: [{name: Telegraph, slug: telegraph, links: [{url: "https://github.com/wire-lab/telegraph"}]}]
```

不同作者的同名仓库：

```yaml
record: {name: LightRoute, links: [{url: "https://github.com/alpha-lab/lightroute"}]}
catalog: [{name: LightRoute, slug: route-2, section: corpora, links: [{url: "https://github.com/beta-lab/LightRoute"}]}]
```

同一个仓库里的归 DUP006：

```yaml
record: {name: 画框, links: [{url: "https://github.com/frame-lab/frame"}]}
catalog: [{name: 画框文档, slug: frame-docs, links: [{url: "https://github.com/frame-lab/frame/tree/main/docs"}]}]
```
"""

from collections.abc import Iterator

from bot.lint.analysis.related_entries import alike, companies, note
from bot.lint.analysis.same_page import Entry
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.phrases import NOT_YOURS
from bot.lint.sentences import Sentence
from bot.names.normalise import same_name

SEVERITY: Severity = "info"
_FIX = "如果有先后或从属，可用 relations 写明；如果旧仓库已弃用，请只留新的；互不相干的不必改"
SENTENCES = {
    "same-name": Sentence("“{name:40}”与{others}名称相同，又出自同一作者 {url}", _FIX),
    "like-name": Sentence("“{name:40}”与{others}名称相近，又出自同一作者 {url}", _FIX),
}
CONTRIBUTOR_FIX = {
    "new-entry": f"如果是旧项目搬家，请用“更正条目”表单；否则{NOT_YOURS}",
    "fix-entry": NOT_YOURS,
}


def check(ctx: LintContext) -> Iterator[Finding]:
    for company in companies(ctx, owner, _near, _doubtful):
        same = all(_same_name(company.entry, other) for other in company.others)
        yield note(company, "same-name" if same else "like-name", f"https://{company.entry.key.owner}")


def owner(entry: Entry) -> str:
    """An account on a site of many; a site of its own is no account."""
    return entry.key.owner if entry.key.owner.count("/") == 1 else ""


def _near(one: Entry, other: Entry) -> bool:
    return one.key.project != other.key.project and alike(one, other)


def _doubtful(one: Entry, other: Entry) -> bool:
    return one.key.project != other.key.project and _same_name(one, other)


def _same_name(one: Entry, other: Entry) -> bool:
    return same_name(one.record.name, other.record.name)
