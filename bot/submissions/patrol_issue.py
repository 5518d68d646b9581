"""The one issue of the patrol: what is wrong with the links, what is new first, a box to tick for each.

A hidden last line remembers since when each is listed: the text changes only where there is something to say.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.github.decision import TrackingIssue
from bot.github.snapshot import Issue
from bot.lint.finding import Finding
from bot.lint.wording import for_maintainer
from bot.markdown.escape import link, shown
from bot.submissions import sentences

TITLE = "链接巡检"
MOST = 150  # of one issue; GitHub takes 65,536 characters
_MARK = re.compile(r"<!-- curate-patrol (\{[^<>]*\}) -->\s*\Z")
_FOOT = re.compile(r"\n\n---\n[^\n]*\n\n<!-- curate-patrol .*\Z", re.DOTALL)
_TICKED = re.compile(r"^- \[[xX]\] .*<!-- ([0-9a-f]{10}) -->\s*$", re.MULTILINE)
_NOTES = frozenset({"LNK014"})  # told, but nothing that has to be done


@dataclass(frozen=True)
class Item:
    """A finding, and what identifies it from week to week."""

    key: str
    finding: Finding


def is_patrols(body: str) -> bool:
    return remembered(body) is not None


def remembered(body: str) -> Mapping[str, str] | None:
    """Key → the day it was listed first; None where the issue is not the patrol's."""
    match = _MARK.search(body.replace("\r\n", "\n"))
    try:
        found = json.loads(match[1]) if match else None
    except ValueError:
        return None
    return {str(key): str(day) for key, day in found.items()} if isinstance(found, dict) else None


def patrol_issue(
    findings: Sequence[Finding], pulls: Mapping[str, str], now: Issue | None, today: date
) -> TrackingIssue | None:
    """`pulls`: slug → what to say of its pull request. None: leave all as it is.

    What a person closed stays closed until there is something new.
    """
    items = [_item(finding) for finding in findings if finding.code not in _NOTES]
    notes = [finding for finding in findings if finding.code in _NOTES]
    memory = (remembered(now.body) if now else None) or {}
    if not items:
        if now is None or not (now.open or memory):
            return None
        return TrackingIssue(TITLE, f"{sentences.PATROL_WELL}{_foot({}, today)}", open=False)
    since = {item.key: memory.get(item.key, today.isoformat()) for item in items}
    if now and not now.open and since.keys() <= memory.keys():
        return None
    ticked = set(_TICKED.findall(now.body.replace("\r\n", "\n"))) if now else set()
    text = _text(items, notes, pulls, since, ticked)
    if now and now.open and _without_foot(now.body) == text:
        return None
    return TrackingIssue(TITLE, text + _foot(since, today), open=True)


def _item(finding: Finding) -> Item:
    told = f"{finding.code} {finding.evidence.get('url')} {finding.place.record}"
    return Item(hashlib.sha256(told.encode()).hexdigest()[:10], finding)


def _text(
    items: Sequence[Item],
    notes: Sequence[Finding],
    pulls: Mapping[str, str],
    since: Mapping[str, str],
    ticked: set[str],
) -> str:
    """What is listed since the last change stands first."""
    days = sorted({*since.values()}, reverse=True)
    parts = [sentences.PATROL_OPENING.format(count=len({*since}))]
    left = MOST
    for day in days:
        lines = [_line(item, pulls, item.key in ticked) for item in items if since[item.key] == day][:left]
        left -= len(lines)
        if lines:
            parts += [sentences.PATROL_DAY.format(day=day), "\n".join(dict.fromkeys(lines))]
    if len(items) > MOST:
        parts.append(sentences.PATROL_MORE.format(count=len(items) - MOST))
    if notes:
        told = "\n".join(f"- {shown(for_maintainer(note).message)}" for note in notes[:MOST])
        parts.append(sentences.PATROL_NOTES.format(count=len(notes), notes=told))
    return "\n\n".join(parts)


def _line(item: Item, pulls: Mapping[str, str], ticked: bool) -> str:
    finding, said = item.finding, for_maintainer(item.finding)
    links = [link("打开", str(finding.evidence.get("url", "")))]
    if archive := finding.evidence.get("archive"):
        links.append(link("存档", archive))
    if finding.code == "LNK013" and finding.place.record in pulls:
        links.append(pulls[finding.place.record])
    where = f"`{finding.place.file}:{finding.place.line}`"
    box = "x" if ticked else " "
    return f"- [{box}] {shown(said.message)}。{shown(said.fix)}。{where} · {' · '.join(links)} <!-- {item.key} -->"


def _foot(since: Mapping[str, str], today: date) -> str:
    memory = json.dumps(since, separators=(",", ":"), sort_keys=True)
    return f"\n\n---\n{sentences.PATROL_FOOT.format(day=today)}\n\n<!-- curate-patrol {memory} -->\n"


def _without_foot(body: str) -> str:
    return _FOOT.sub("", body.replace("\r\n", "\n"))
