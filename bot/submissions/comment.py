"""The bot's one comment in an issue: what was understood, what to mend and how, what the entry will look like."""

from __future__ import annotations

from collections.abc import Iterator

from bot.github.decision import PULL
from bot.lint.finding import Finding
from bot.lint.wording import for_maintainer
from bot.markdown.escape import shown
from bot.markdown.relocate_links import away
from bot.submissions import sentences
from bot.submissions.contributor_wording import for_contributor, kin_line, one_line, rivals
from bot.submissions.model import Report, Verdict

LONGEST = 60_000  # characters; GitHub takes 65 536, the mark and the pull request's number included
CELL, MOST, PREVIEW = 200, 20, 20_000


def comment(report: Report) -> str:
    """Markdown without the mark. Everything a submitter typed is escaped, cut, or both."""
    text = "\n\n".join(part for part in _parts(report, with_preview=True) if part)
    if len(text) > LONGEST:
        text = "\n\n".join(part for part in _parts(report, with_preview=False) if part)
    return text[:LONGEST]


def _parts(report: Report, *, with_preview: bool) -> Iterator[str]:
    verdict = report.verdict
    count = verdict.faults if verdict else 0
    formless = report.outcome == "mend" and report.form is None
    head = sentences.NO_FORM_HEAD if formless else sentences.HEADS[report.outcome].format(count=count)
    yield sentences.TITLE.format(kind=sentences.KINDS[report.form], head=head)
    yield _opening(report)
    open_to = verdict if report.outcome in {"ready", "waiting", "mend", "early", "held"} else None
    waits = open_to.submission.waits if open_to else ""
    yield "\n".join(f"- {shown(one)}" for one in (*report.says, waits) if one)
    if verdict and open_to:
        yield _problems(verdict, report)
        yield _unmet(verdict, report)
        yield _changes(verdict)
        yield preview(report, verdict, folded=True) if with_preview else sentences.PREVIEW_IS_LONG
        yield _remarks(verdict, report)
        yield _offers(verdict)
    if report.has_pull:
        yield sentences.PULL_REQUEST.format(pull=PULL)
    if verdict and open_to:
        yield _choices(verdict)
        yield _understood(verdict)
    if open_to or report.outcome == "refused":
        yield sentences.HELP


def _opening(report: Report) -> str:
    if report.outcome == "mend" and report.form is None:
        return ""  # what to do is the only problem
    fixed = report.outcome == "ready" and report.form == "fix-entry"
    return sentences.THANKS_FOR_FIX if fixed else sentences.OPENINGS[report.outcome]


def _choices(verdict: Verdict) -> str:
    """The order that a maintainer may give, ready to be copied."""
    rows = verdict.submission.choices
    lines = "\n".join(sentences.CHOICE.format(path=path, title=shown(title)) for title, path in rows)
    return sentences.CHOICES.format(lines=lines) if lines else ""


def _understood(verdict: Verdict) -> str:
    """What was read, folded: the preview shows most of it."""
    rows = [(label, _cell(value)) for label, value in verdict.submission.understood]
    lines = "\n".join(sentences.ANSWER_READ.format(question=shown(label), answer=text) for label, text in rows if text)
    return sentences.ANSWERS.format(answers=lines) if lines else ""


def _cell(value: str) -> str:
    flat = " ".join(value.split())
    return shown(flat if len(flat) <= CELL else flat[: CELL - 1] + "…")


def _problems(verdict: Verdict, report: Report) -> str:
    lines = [shown(problem.message[:500]) for problem in verdict.submission.problems]
    lines += [for_contributor(finding, report) for finding in verdict.blocking]
    lines += [kin_line(one, report) for one in verdict.kin if one.holds]
    if not lines:
        return ""
    if report.form is None:
        return "\n\n".join([*lines, sentences.FORMS.format(home=report.home) if report.home else ""])
    more = [sentences.MORE_TO_MEND.format(count=len(lines) - MOST)] if len(lines) > MOST else []
    numbered = [f"{number}. {line}" for number, line in enumerate(lines[:MOST], 1)]
    return "\n\n".join(["\n".join(numbered), *more])


def _unmet(verdict: Verdict, report: Report) -> str:
    """What has to come by itself; under a head of its own where there is something to mend as well."""
    lines = "\n".join(f"- {shown(one.message)}" for one in verdict.unmet)
    return lines if report.outcome == "early" or not lines else f"{sentences.UNMET}\n\n{lines}"


def _remarks(verdict: Verdict, report: Report) -> str:
    lines = [shown(note) for note in verdict.submission.notes]
    lines += [kin_line(one, report) for one in verdict.kin if not one.holds]
    lines += [for_contributor(finding, report) for finding in verdict.remarks]
    return "\n\n".join([sentences.REMARKS, "\n".join(f"- {line}" for line in lines[:MOST])]) if lines else ""


def _changes(verdict: Verdict) -> str:
    rows = [f"- {shown(label)}：{shown(value)}" for label, value in verdict.submission.changes]
    return "\n\n".join([sentences.CHANGES, "\n".join(rows)]) if rows else ""


def _offers(verdict: Verdict) -> str:
    rows = [f"- {shown(label)}：{shown(value)}" for label, value in verdict.submission.offers[:MOST]]
    return "\n\n".join([sentences.OFFERS, "\n".join(rows)]) if rows else ""


def finding_line(finding: Finding, report: Report) -> str:
    """For a maintainer: rule, sentence, fix, and the open submissions it is about, on one line."""
    return one_line(finding, for_maintainer(finding), rivals=rivals(finding, report))


def preview(report: Report, verdict: Verdict, *, folded: bool = False) -> str:
    """The entry as the page will show it, between two rules; before and after where it changes.

    How it is now can be `folded`: the changes are told in words.
    """
    before, after = (away(text, report.home) for text in (verdict.preview_before, verdict.preview))
    if not after and not before:
        return ""
    if not before or not after:
        what = sentences.NEW_ENTRY if after else sentences.ENTRY_NOW
        shape = sentences.PREVIEW if after or not folded else sentences.FOLDED
        return shape.format(what=what, entry=_cut(after or before))
    old = (sentences.FOLDED if folded else sentences.PREVIEW).format(what=sentences.BEFORE, entry=_cut(before))
    new = sentences.PREVIEW.format(what=sentences.AFTER, entry=_cut(after))
    return f"{new}\n\n{old}" if folded else f"{old}\n\n{new}"


def _cut(text: str) -> str:
    return text if len(text) <= PREVIEW else sentences.ENTRY_IS_LONG
