"""A GitHub small enough to hold in the head: issues, comments, bot branches, pull requests, and a main to merge into.

It does what the edge promises to do with a decision, so that the decision can be tested over many runs without a
server (the edge itself is tested against the stand-in).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from kinds import KINDS

from bot.catalog.arrange import assemble
from bot.catalog.model import Catalog, Link, ListFile, Record, SectionEntry
from bot.catalog.parse import read_record
from bot.catalog.write import record_path, record_text
from bot.flows import refresh as refreshing
from bot.github.decision import Decision, PullRequest, comment_text
from bot.github.snapshot import Branch, BranchCommit, Issue, IssueComment, OpenWork, Pull, Snapshot, User, branch_of
from bot.readme.generate.page import generated
from bot.submissions.context import SubmissionContext
from bot.submissions.decide import decide_at
from bot.submissions.form import Form, read_form
from bot.submissions.write_forms import filled

ROOT = Path(__file__).parent.parent
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
ME = User("github-actions[bot]", 41898282, bot=True)
ALICE, BOB, MAINTAINER = User("alice", 7), User("bob", 8), User("maintainer", 9)
TEMPLATE = """# {{ list.title }}

{% for section in sections %}
{{ heading(section) }}

{{ entries(section.path) }}

{% endfor %}
"""
LIST = ListFile(
    "示例列表",
    kinds=KINDS,
    sections=(
        SectionEntry("models", "一、模型"),
        SectionEntry("data", "二、数据", show="list", sections=(SectionEntry("chat", "对话", show="list"),)),
    ),
)
CHATYUAN = Record(
    slug="chatyuan",
    section="models",
    name="ChatYuan",
    kind="model",
    aliases=("元语",),
    added=date(2023, 4, 7),
    links=(Link("https://github.com/clue-ai/ChatYuan", "repository"),),
    description="元语智能发布的对话模型，以 PromptCLUE 为基础，用大量中文对话数据训练而成，可以问答、写作和闲聊。\n",
)
MOSS = Record(
    slug="moss",
    section="models",
    name="MOSS",
    kind="model",
    added=date(2023, 4, 21),
    links=(
        Link("https://github.com/OpenLMLab/MOSS", "repository"),
        Link("https://txsun1997.github.io/blogs/moss.html", "blog"),
    ),
    description="复旦大学发布的 160 亿参数对话模型，支持中英双语和多种插件，数据与权重一并公开。\n",
)

NEW = {
    "项目名称": "Baichuan-7B",
    "项目链接": "https://github.com/baichuan-inc/Baichuan-7B",
    "所属栏目": "一、模型",
    "类别": "语言模型",
    "其他名称": "百川",
    "开发机构": "百川智能",
    "请确认": "- [x] 我在列表里搜索过，没有找到这个项目\n- [x] 介绍是我自己写的，同意以 CC BY 4.0 许可收录",
    "其他链接": "https://huggingface.co/baichuan-inc/Baichuan-7B 模型权重",
    "介绍": "百川智能发布的 70 亿参数中英双语模型，用 1.2 万亿词元训练，上下文长度 4096，代码以 Apache-2.0 许可开放。",
}
FIX = {
    "哪个条目": "MOSS",
    "有什么问题": "链接不对",
    "不对的链接": "https://txsun1997.github.io/blogs/moss.html",
    "正确的链接": "https://huggingface.co/fnlp/moss-moon-003-sft",
    "与哪个条目重复": "_No response_",
    "依据": "博客已经打不开，模型页仍在维护。",
    "新的介绍": "_No response_",
}


def body(answers: dict[str, str]) -> str:
    return "\n\n".join(f"### {label}\n\n{text}" for label, text in answers.items()) + "\n"


@cache
def forms() -> dict[str, Form]:
    names = ("new-entry", "fix-entry")
    return {name: read_form(filled((FORMS / f"{name}.yml").read_text(), Catalog(LIST)), name) for name in names}


def context(files: dict[str, str]) -> SubmissionContext:
    """What submissions are judged by, for a main that holds these files."""
    return _context(tuple(sorted(files.items())))


@lru_cache(8)
def _context(pairs: tuple[tuple[str, str], ...]) -> SubmissionContext:
    files = dict(pairs)
    records = [read_record(text.encode(), path)[0] for path, text in files.items() if path.startswith("catalog/")]
    catalog, mistakes = assemble(LIST, [record for record in records if record])
    assert not mistakes
    there = {path: files.get(path, "") for path in generated(catalog, TEMPLATE)}
    return SubmissionContext(catalog, forms(), TEMPLATE, there)


def with_generated(files: dict[str, str]) -> dict[str, str]:
    return {**files, **generated(context(files).catalog, TEMPLATE)}


@dataclass
class World:
    """`main` path → text; branches as (parent, commits, files)."""

    main: dict[str, str] = field(
        default_factory=lambda: with_generated({record_path(r): record_text(r) for r in (CHATYUAN, MOSS)})
    )
    commits: int = 1
    clock: int = 0
    issues: dict[int, Issue] = field(default_factory=dict)
    comments: dict[int, list[IssueComment]] = field(default_factory=dict)
    branches: dict[str, tuple[str, tuple[BranchCommit, ...], dict[str, str | None]]] = field(default_factory=dict)
    pulls: dict[int, Pull] = field(default_factory=dict)
    permissions: dict[str, str] = field(default_factory=lambda: {"maintainer": "write"})
    numbers: int = 0
    writes: int = 0

    # What people do ──────────────────────────────────────────────────────────────

    def tick(self) -> str:
        self.clock += 1
        return f"2024-03-01T{self.clock // 3600:02}:{self.clock // 60 % 60:02}:{self.clock % 60:02}Z"

    def number(self) -> int:
        self.numbers += 1
        return self.numbers

    def open_issue(self, text: str, author: User = ALICE, labels: tuple[str, ...] = ()) -> int:
        number = self.number()
        self.issues[number] = Issue(number, "", text, author, labels=frozenset(labels), created_at=self.tick())
        self.comments[number] = []
        return number

    def edit(self, number: int, text: str) -> None:
        self.tick()
        self.issues[number] = replace(self.issues[number], body=text)

    def say(self, number: int, text: str, author: User = MAINTAINER) -> int:
        made = IssueComment(1000 + self.number(), author, text, self.tick(), "")
        self.comments[number].append(replace(made, updated_at=made.created_at))
        return made.id

    def set_open(self, number: int, *, opened: bool) -> None:
        closed = "" if opened else self.tick()
        self.issues[number] = replace(self.issues[number], open=opened, closed_at=closed)

    def close_pull(self, number: int) -> None:
        self.pulls[number] = replace(self.pulls[number], open=False, closed_at=self.tick())

    def reopen_pull(self, number: int) -> None:
        self.pulls[number] = replace(self.pulls[number], open=True, closed_at="")

    def merge(self, number: int) -> None:
        """Merge, refusing what GitHub would call a conflict: main moved since the branch was built."""
        pull = self.pulls[number]
        parent, _, files = self.branches[pull.head]
        assert parent == self.base, "a conflict: the branch was not rebuilt on main"
        for path, text in files.items():
            self.main.pop(path, None)
            if text is not None:
                self.main[path] = text
        self.commits += 1
        self.pulls[number] = replace(pull, open=False, merged=True, closed_at=self.tick())
        issue = pull.issue
        if f"Closes #{issue}" in pull.body:
            self.set_open(issue, opened=False)

    def push(self, head: str, author: User) -> None:
        """Someone commits to a bot branch."""
        parent, commits, files = self.branches[head]
        self.branches[head] = (parent, (*commits, BranchCommit("x", author.login, "手改")), files)

    # What the edge reads ─────────────────────────────────────────────────────────

    @property
    def base(self) -> str:
        return f"main-{self.commits}"

    def branch(self, name: str) -> Branch | None:
        if name not in self.branches:
            return None
        parent, commits, files = self.branches[name]
        records = {path: text for path, text in files.items() if path.startswith("catalog/")}
        others = tuple(path for path in files if not path.startswith("catalog/"))
        return Branch(name, commits[-1].sha, parent, commits, records, others)

    def full(self, pull: Pull) -> Pull:
        return replace(pull, branch=self.branch(pull.head), comments=tuple(self.comments.get(pull.number, ())))

    def snapshot(self, number: int) -> Snapshot:
        issue, own = self.issues[number], branch_of(number)
        mine = [pull for pull in self.pulls.values() if pull.head == own]
        pull = max(mine, key=lambda p: (p.open, p.number), default=None)
        return Snapshot(
            repository="o/r",
            default_branch="main",
            base=self.base,
            me=ME,
            issue=issue,
            comments=tuple(self.comments[number]),
            permissions=self.permissions,
            branch=self.branch(own),
            pull=self.full(pull) if pull else None,
            others=tuple(self.full(p) for p in self.pulls.values() if p.open and p.head != own),
            open_by_author=tuple(i for i in self.issues.values() if i.open and i.author == issue.author),
        )

    def open_work(self) -> OpenWork:
        return OpenWork("o/r", "main", self.base, ME, tuple(self.full(p) for p in self.pulls.values() if p.open))

    # What the edge does ──────────────────────────────────────────────────────────

    def run(self, number: int) -> Decision:
        decision = decide_at(context(self.main), self.snapshot(number))
        self.apply(decision)
        return decision

    def refresh(self) -> None:
        for wanted in refreshing.decide_at(context(self.main), self.open_work()):
            self.settle(wanted.pull)
            if wanted.note:
                self.sticky(wanted.pull.number, wanted.note)

    def apply(self, decision: Decision) -> None:
        number = decision.issue
        issue = self.issues[number]
        if decision.state and decision.state.open != issue.open:
            self.set_open(number, opened=decision.state.open)
            self.writes += 1
        pull = self.snapshot(number).pull
        if decision.pull:
            pull = self.settle(decision.pull)
        if decision.labels:
            kept = self.issues[number].labels - decision.labels.managed
            names = kept | {label.name for label in decision.labels.wanted}
            self.writes += names != self.issues[number].labels
            self.issues[number] = replace(self.issues[number], labels=names)
        for at, comment in enumerate(self.comments[number]):
            if (mine := decision.reactions.get(comment.id)) and mine not in comment.own_reactions:
                reactions = comment.own_reactions | {mine}
                self.comments[number][at] = replace(comment, own_reactions=reactions)
                self.writes += 1
        if decision.comment:
            text = comment_text(decision.comment, pull.number if pull else None)
            self.sticky(number, replace(decision.comment, text=text))

    def sticky(self, number: int, wanted) -> None:
        there = self.comments.setdefault(number, [])
        if wanted.id is None:
            self.say(number, wanted.text, ME)
            self.writes += 1
        for at, comment in enumerate(there):
            if comment.id == wanted.id and comment.body != wanted.text:
                there[at] = replace(comment, body=wanted.text, updated_at=self.tick())
                self.writes += 1

    def settle(self, wanted: PullRequest) -> Pull | None:
        if wanted.commit:
            made = BranchCommit("", ME.login, wanted.commit.message)
            made = replace(made, sha=f"{wanted.commit.parent}:{hash(made.message)}")
            new = (wanted.commit.parent, (made,), dict(wanted.commit.files))
            self.writes += self.branches.get(wanted.branch) != new
            self.branches[wanted.branch] = new
        if wanted.number is None:
            if not wanted.open:
                return None
            number = self.number()
            self.pulls[number] = Pull(number, wanted.branch, wanted.title, wanted.body, ME, draft=wanted.draft)
            self.writes += 1
            return self.pulls[number]
        old = self.pulls[wanted.number]
        new = replace(
            old,
            open=wanted.open,
            draft=wanted.draft if wanted.open else old.draft,
            title=wanted.title if wanted.title is not None else old.title,
            body=wanted.body if wanted.body is not None else old.body,
            closed_at="" if wanted.open else old.closed_at or self.tick(),
        )
        self.writes += new != old
        self.pulls[wanted.number] = new
        return new

    # What a test looks at ────────────────────────────────────────────────────────

    def pull_of(self, issue: int) -> Pull | None:
        return self.snapshot(issue).pull

    def told(self, issue: int) -> str:
        """The bot's one comment."""
        mine = [comment for comment in self.comments[issue] if comment.author == ME]
        assert len(mine) == 1, "one comment, never two"
        return mine[0].body
