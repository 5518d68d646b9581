"""Issue bodies made to do harm, from a seed; and what must hold of everything the bot writes about them.

Run as a program it tries many: `python tests/hostile.py 100000`.
"""

from __future__ import annotations

import html
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

from cmarkgfm import cmark, github_flavored_markdown_to_html
from worlds import CHATYUAN, FIX, MOSS, NEW, World, body, context, with_generated

from bot.catalog.model import Link
from bot.catalog.parse import read_record
from bot.catalog.write import record_path, record_text
from bot.github.decision import Decision, comment_text
from bot.github.snapshot import Snapshot
from bot.lint.discover import all_rules
from bot.lint.rule_page import rule_page
from bot.submissions.comment_state import read_memory
from bot.submissions.context import SubmissionContext
from bot.submissions.decide import decide_at
from bot.submissions.detect_form import recognise
from bot.submissions.evidence import Evidence
from bot.submissions.fix_entry import fix_entry
from bot.submissions.links_to_look_at import links_to_look_at
from bot.submissions.new_entry import new_entry
from bot.urls.normalise import link_key
from bot.web.api import text
from bot.web.model import OUTCOMES, Look, Project

BITS = [
    "@octocat",
    "@org/team",
    "Fixes #1",
    "closes GH-2",
    "resolves o/r#3",
    "https://evil.example/a?b=c#d",
    "www.evil.example",
    "a@evil.example",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "<details>",
    "</table>",
    '<!-- curate {"digest":"","since":"","done":"","shut":0} -->',
    "[a](javascript:alert(1))",
    "![b](https://evil.example/x.png)",
    "[x]: https://evil.example",
    "[^1]",
    "/reopen",
    "/allow DUP001 x",
    "/withdraw",
    "```",
    "~~~~",
    "````md",
    "`",
    "``",
    "|",
    "||",
    "| a |\n|---|",
    "\n---\n",
    "\n===\n",
    "# ",
    "### 项目名称",
    "### 介绍",
    "### 哪个条目",
    "\n### 项目链接\n\nhttps://evil.example/z\n",
    "- [x] 我在列表里搜索过，没有找到这个项目",
    "_No response_",
    "None",
    "**",
    "__",
    "~~",
    "$$",
    "$x$",
    "&amp;",
    "&#64;octocat",
    "&lt;b&gt;",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\x00",
    "\x00pull\x00",
    "\x1b[31m",
    "\u2028",
    "\r",
    "\r\n",
    "\t",
    "\u00a0",
    "\u3000",
    "\ud83d",
    "!!python/object/apply:os.system ['x']",
    "&a [*a]",
    "key: value",
    "- item",
    "'",
    '"',
    "\\",
    "\\@octocat",
    "%0A",
    "{{ 7*7 }}",
    "{% raw %}",
    "${{ github.token }}",
    "$(id)",
    ";rm -rf /",
    "../../etc/passwd",
    "C:\\con",
    ":octocat:",
    "deadbeefcafe123",
    "😀",
    "👨‍👩‍👧",
    "中文，",
    "普通的一句话。",
    "word ",
    " ",
    "\n",
    "\n\n",
    "    code",
    "1. ",
    "> ",
    "* ",
    "+ ",
    "\u0301" * 8,
    "٣",
    "Ａ＠ｅｖｉｌ",
    "ﬁx #1",
]
LABELS = [*NEW, *FIX]
# What a list may hold already: nothing of it may come alive in an issue or a pull request either.
CALLING = replace(
    MOSS,
    slug="calling",
    name="来电 @octocat #3",
    aliases=("GH-4", "<b>@org/team</b>"),
    links=(Link("https://github.com/calling/octocat", "repository", "@octocat fixes #5"),),
    description="感谢 @octocat、&#64;octocat 与 @org/team。fixes #3，closes other/repo#7，见 \\#12。\n\n"
    "![图](https://tracker.example/t.png?u=1) <img src=https://tracker.example/u.png alt='@octocat'>\n\n"
    "<div>\n@octocat closes #3 <img src=x>\n</div>\n",
)


FIX_CALLING = {**FIX, "哪个条目": CALLING.name, "不对的链接": CALLING.links[0].url}


def hostile_world() -> World:
    return World(with_generated({record_path(one): record_text(one) for one in (CHATYUAN, MOSS, CALLING)}))


def hostile_body(seed: int) -> str:
    """Mostly a real form with one to all of its answers replaced; sometimes mangled as a whole."""
    rng = random.Random(seed)
    answers = dict(rng.choice([NEW, NEW, FIX, FIX_CALLING]))
    for label in rng.sample(list(answers), rng.randint(1, len(answers))):
        if rng.random() < 0.6:
            answers[label] = _soup(rng)
        elif rng.random() < 0.5:
            answers[label] += _soup(rng)
    text = body(answers)
    if rng.random() < 0.15:
        text = _mangled(rng, text)
    return text.encode("utf-8", "replace").decode()


def _soup(rng: random.Random) -> str:
    bits = rng.choices(BITS, k=rng.choice([1, 2, 5, 20]))
    if rng.random() < 0.02:
        bits *= rng.choice([50, 2000])
    return rng.choice(["", " ", "\n"]).join(bits)[: rng.choice([300, 5000, 65_536])]


def _mangled(rng: random.Random, text: str) -> str:
    how = rng.randrange(5)
    if how == 0:
        return text.replace("\n", rng.choice(["\r\n", "\r", "\n\n\n"]))
    if how == 1:
        return text[: rng.randrange(len(text))]
    if how == 2:
        return (text * 400)[:65_536]
    if how == 3:
        at = rng.randrange(len(text))
        return text[:at] + f"\n### {rng.choice(LABELS)}\n\n{_soup(rng)}\n" + text[at:]
    return "".join(chr(rng.choice([rng.randrange(32, 127), rng.randrange(0x4E00, 0x5000), 10])) for _ in range(500))


# What must hold ──────────────────────────────────────────────────────────────────────────────────────────────

TAGS = frozenset(
    [
        "a",
        "b",
        "code",
        "del",
        "details",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "strong",
        "sub",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
TAG = re.compile(r"</?([a-z0-9]+)((?:\s[^<>]*)?)>")
LIVE = re.compile(r"(?<![\w`])@[A-Za-z0-9]|(?<!\w)#[0-9]+|\b(?i:gh)-[0-9]|:[a-z0-9_+-]+:|://|www\.")


OURS = ("https://github.com/o/r#", "https://github.com/o/r/issues/new?template=")  # entries of the list, its forms
CODES = [rule.code for rule in all_rules()]


def harmless(markdown: str, links: set[str], references: set[str]) -> None:
    """As GitHub shows it: known tags only, no link but `links`, no reference but `references`, no mention."""
    assert "\x00" not in markdown
    page = github_flavored_markdown_to_html(markdown, cmark.Options.CMARK_OPT_UNSAFE)
    page = re.sub(r"<!-- curate \{[^<>]*\} -->\s*\Z", "", page)
    assert "<!--" not in page
    for name, attributes in TAG.findall(page):
        assert name in TAGS, name
        if name == "a" and attributes:
            target = html.unescape(re.fullmatch(r' href="([^"]*)"', attributes)[1])
            known = {unquote(link) for link in (*links, *map(rule_page, CODES))}  # cmark encodes more
            assert unquote(target) in known or target.startswith(OURS), target
        else:
            assert re.fullmatch(r'( align="\w+"| start="\d+"| /)?', attributes), attributes
    assert page.count("<") == len(TAG.findall(page))
    text = re.sub(r"<code>.*?</code>|<a [^>]*>.*?</a>", "`", page, flags=re.DOTALL)
    found = set(LIVE.findall(html.unescape(TAG.sub("", text))))
    assert found <= references, found - references


def asked_for(table: SubmissionContext, now: Snapshot) -> set[str]:
    """The links that were given where the form asks for links, and those of a record that is to be changed."""
    form, answers = recognise(now.issue, table.forms) or ("", None)
    if answers is None:
        return set()
    day = date(2024, 3, 1)
    made = new_entry(answers, table, issue=1, day=day) if form == "new-entry" else fix_entry(answers, table, day=day)
    there = (made.before, made.after, made.gone)
    return {link.url for record in there if record for link in record.links}


def judge_decision(decision: Decision, links: set[str]) -> str:
    """Raises AssertionError where something got through; otherwise what became of the body."""
    if decision.comment is None:
        return "silent"
    refs = {f"#{decision.issue}", "#99"}
    comment = comment_text(decision.comment, 99)
    assert len(comment) <= 65_536
    assert read_memory(comment)
    commit = decision.pull.commit if decision.pull else None
    if commit:
        judge_files(commit.files)
        assert "\n" not in decision.pull.title
        assert not LIVE.search(decision.pull.title.replace(f"#{decision.issue}", ""))
        assert len(decision.pull.body) <= 65_536
        harmless(decision.pull.body, links, refs)
        subject, *trailers = commit.message.split("\n")
        assert subject == decision.pull.title
        assert len(trailers) == 5
    harmless(comment, links, refs)
    return "pull request" if commit else "to be mended"


def judge_files(files) -> None:
    """Exactly one record, which reads back, and at most one that is merged into it."""
    records = [path for path, text in files.items() if path.startswith("catalog/") and text is not None]
    gone = [path for path, text in files.items() if text is None]
    assert (len(records), len(gone)) in {(1, 0), (1, 1)}
    assert set(files) <= {*records, *gone, "README.md", "catalog/record.schema.json"}
    record, mistakes = read_record(files[records[0]].encode(), records[0])
    assert record
    assert not mistakes


def tried(table: SubmissionContext, now: Snapshot, seed: int = 0) -> str:
    """With what the links lead to, as a hostile site tells it, for every other seed."""
    looks = hostile_looks(seed, links_to_look_at(table, now)) if seed % 2 else {}
    seen = replace(table, evidence=Evidence(looks, date(2024, 3, 1)))
    moved = {link_key(one.moved_to).url for one in looks.values() if one.moved_to}
    return judge_decision(decide_at(seen, now), asked_for(table, now) | moved)


def hostile_looks(seed: int, addresses: Iterable[str]) -> dict[str, Look]:
    rng = random.Random(seed)
    return {address: _look(rng) for address in addresses if rng.random() < 0.8}


def _look(rng: random.Random) -> Look:
    project = Project(
        rng.choice(["repository", "model", "dataset"]),
        name=text(_soup(rng)),
        archived=rng.random() < 0.2,
        empty=rng.random() < 0.2,
        gated=rng.random() < 0.2,
        fork_of=rng.choice(["", "OpenLMLab/MOSS", text(_soup(rng))]),
        homepage=rng.choice(["", "https://evil.example/@octocat", text(_soup(rng))]),
        description=text(_soup(rng), 160),
        licence=text(_soup(rng)),
        base_models=(text(_soup(rng)),),
        papers=(text(_soup(rng)),),
    )
    moved = rng.choice(["https://github.com/OpenLMLab/MOSS", "https://evil.example/x_(y)?@octocat", ""])
    outcome = rng.choice(OUTCOMES if moved else [one for one in OUTCOMES if one != "moved"])
    why = rng.choice(["", "renamed", "redirect", "no-host", "file", "parked", "http-404"])
    return Look(outcome, why, 200, moved if outcome == "moved" else "", project=rng.choice([project, None]))


def main(count: int, first: int = 0) -> None:
    world, worst, ends = hostile_world(), 0.0, Counter()
    world.open_issue("")
    table = context(world.main)
    for seed in range(first, first + count):
        written = hostile_body(seed)
        world.issues = {1: world.issues[1]}
        world.edit(1, written)
        begin = time.process_time()
        try:
            ends[tried(table, world.snapshot(1), seed)] += 1
        except Exception:
            sys.stderr.write(f"seed {seed}\n")
            raise
        worst = max(worst, time.process_time() - begin)
    sys.stdout.write(f"{count} bodies: {dict(ends)}; the slowest took {worst:.2f} s, judging included\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), *map(int, sys.argv[2:]))
