"""别名或链接文字是别的东西的名称

照着邻近的文件写新条目，最容易忘记改的除了网址，还有别名和链接文字：“MOSS 代码仓库”留在 InternLM 的链接上，
读者点开却是 InternLM。别名写成了另一个条目的名称，查找时就会找错；写成了开发机构的名称，等于没有写，
还会和这家机构的其他项目混在一起。写明了关系（`relations`）的条目之间不查，“中文”“讲义”这样不是名称的词也不查；
导入的条目照原来的页面写，也不查。

## Flagged

照抄邻近的文件，链接文字没有改：

```yaml
record:
  name: InternLM
  links: [{url: "https://github.com/InternLM/InternLM", type: repository, label: MOSS 代码仓库}]
catalog: [{name: MOSS, links: [{url: "https://github.com/OpenLMLab/MOSS"}]}]
```

别名是另一个条目的名称：

```yaml
record: {name: Lantern, aliases: [灯塔], links: [{url: "https://github.com/lamp-lab/lantern"}]}
catalog: [{name: 灯塔（Beacon）, slug: beacon, links: [{url: "https://github.com/sea-lab/beacon"}]}]
```

别名就是机构：

```yaml
record: {name: Lantern, aliases: [灯火实验室], organisations: [灯火实验室]}
```

代码仓库写成了项目主页：

```yaml
record: {name: Lantern, links: [{url: "https://github.com/lamp-lab/lantern", type: homepage, label: 项目主页}]}
```

## Fine

项目的仓库就叫仓库，主页在 GitHub Pages 上：

```yaml
record:
  name: Lantern
  links:
    - {url: "https://github.com/lamp-lab/lantern", type: repository, label: 代码仓库}
    - {url: "https://lamp-lab.github.io/lantern", type: homepage, label: 项目主页}
```

链接文字提到另一个项目，链接也是那个项目的：

```yaml
record:
  name: InternLM
  links:
    - {url: "https://github.com/InternLM/InternLM", type: repository, label: InternLM 代码仓库}
    - {url: "https://github.com/OpenLMLab/MOSS", type: other, label: MOSS}
    - {url: "https://github.com/OpenLMLab/MOSS/blob/main/data.md", type: other, label: MOSS 数据}
catalog: [{name: MOSS, links: [{url: "https://github.com/OpenLMLab/MOSS"}]}]
```

写明了关系：

```yaml
record:
  name: Lantern 语料
  aliases: [Lantern]
  links: [{url: "https://github.com/lamp-lab/lantern/tree/main/data"}]
  relations: [{type: part-of, record: lantern}]
catalog: [{name: Lantern, slug: lantern, links: [{url: "https://github.com/lamp-lab/lantern"}]}]
```

正好有一个条目就叫“讲义”，它说的是链接的内容：

```yaml
record: {name: 算法课, links: [{url: "https://algo-course.cn"}, {url: "https://algo-course.cn/s.html", label: 讲义}]}
catalog: [{name: 讲义, slug: slides, links: [{url: "https://another-course.cn/slides"}]}]
```

导入的条目：

```yaml
record: {name: Lantern, added: null, links: [{url: "https://github.com/lamp-lab/lantern", label: 官网}]}
list: {sections: [{id: models, title: 模型, show: "- {name}：[{label}]({url})"}]}
```

与机构同名的项目：

```yaml
record: {name: 智谱清言, aliases: [清言], organisations: [智谱]}
```
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.catalog.model import Link, Record
from bot.lint.analysis.mentions import SAID, is_named
from bot.lint.analysis.same_page import everything
from bot.lint.context import LintContext
from bot.lint.finding import EntryRef, Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import has_own_file
from bot.names.match_url import fit
from bot.names.normalise import name_key
from bot.urls.hosts import CODE_HOSTS
from bot.urls.normalise import link_key

SEVERITY: Severity = "warning"
SENTENCES = {
    "label": Sentence(
        "链接文字“{label:40}”说的是{other}，链接 {url} 却是本条目的",
        "请把链接文字改成“{name:40}”的，或换成那个项目的网址",
    ),
    "alias": Sentence(
        "别名“{alias:40}”是{other}的名称",
        "不是它的别名，请删去；两者有关系的，请用 relations 写明",
        "不是它的别名，请删去；两者有关系的，你不用改，维护者可以写明",
    ),
    "repository": Sentence("链接文字写的是“{label:40}”，{url} 却是代码仓库", "请改成“代码仓库”，类型写 repository"),
    "organisation": Sentence("别名“{alias:40}”是开发机构的名称，不是项目的", "请删去这个别名"),
}
HOME = frozenset(
    {"项目主页", "主页", "官网", "官方网站", "官方主页", "homepage", "home page", "official site", "website"}
)
SHORTEST = 2  # letters of a name that tells one project from others


def check(ctx: LintContext) -> Iterator[Finding]:
    names = ctx.once("records by name", _by_name)
    for record in ctx.subjects:
        if has_own_file(record) and record.status == "active" and not ctx.stood_so(record):
            yield from _aliases(record, names)
            yield from _labels(record, names)
            yield from _repositories(record)


def _by_name(ctx: LintContext) -> Mapping[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in filter(is_named, everything(ctx)):
        for form in name_key(record.name).forms:
            if len(form) >= SHORTEST:
                found[form].append(record)
    return found


def _aliases(record: Record, names: Mapping[str, list[Record]]) -> Iterator[Finding]:
    own, makers = name_key(record.name).forms, {name_key(maker).full for maker in record.organisations}
    for alias in record.aliases:
        full = name_key(alias).full
        if full in makers - own:
            yield Finding("organisation", place(record, "aliases"), {"alias": alias}, severity="info")
        elif other := _another(record, names.get(full, ())):
            there = place(other)
            evidence, parts = {"alias": alias, "names": [other.name]}, {"other": EntryRef(other.name, there)}
            yield Finding("alias", place(record, "aliases"), evidence, parts, (there,), severity="info")


def _labels(record: Record, names: Mapping[str, list[Record]]) -> Iterator[Finding]:
    for link in record.links:
        called = name_key(SAID.sub("", link.label)).full if link.label else ""
        other = _another(record, names.get(called, ())) if called else None
        if other and fit(record.name, link.url) > fit(other.name, link.url) and not _leads_to(link, other):
            there = place(other)
            evidence = {"label": link.label, "url": link.url, "names": [other.name]}
            parts = {"other": EntryRef(other.name, there), "name": record.name}
            yield Finding("label", place(record, "links", link.line), evidence, parts, (there,))


def _repositories(record: Record) -> Iterator[Finding]:
    for link in filter(_is_called_home, record.links):
        shown = {"label": link.label, "url": link.url}
        yield Finding("repository", place(record, "links", link.line), shown, severity="info")


def _is_called_home(link: Link) -> bool:
    if link.label.strip().lower() not in HOME:
        return False
    key = link_key(link.url)
    return key.host in CODE_HOSTS and key.kind == "repository"


def _another(record: Record, found: tuple[Record, ...] | list[Record]) -> Record | None:
    """The one entry of that name, where it is another one and nothing ties the two together."""
    others = [other for other in found if other.slug != record.slug]
    if len(others) != 1 or len(found) != len(others):
        return None
    related = {relation.record for relation in (*record.relations, *others[0].relations)}
    return others[0] if related.isdisjoint({record.slug, others[0].slug}) else None


def _leads_to(link: Link, other: Record) -> bool:
    """Whether the link is one of the other entry's projects' pages."""
    project = link_key(link.url).project
    return any(link_key(own.url).project == project for own in other.links)
