"""What should be on GitHub for one issue, from the context and the snapshot alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.catalog.arrange import section_and_slug
from bot.catalog.model import Record
from bot.catalog.write import record_path
from bot.github.decision import Decision
from bot.github.snapshot import Snapshot
from bot.markdown.relocate_links import home_of
from bot.submissions import sentences
from bot.submissions.comment_state import Memory, own_comment, text_digest
from bot.submissions.context import SubmissionContext
from bot.submissions.desired_state import Matter, wanted
from bot.submissions.detect_form import labelled, recognise
from bot.submissions.entry_links import SAME_PAGE, held_back, let_pass, pages
from bot.submissions.fix_entry import fix_entry
from bot.submissions.intake import CODES, undisclosed, unmet
from bot.submissions.issue_body import Answers, Problem
from bot.submissions.model import FormName, Outcome, Report, Submission, Verdict
from bot.submissions.new_entry import new_entry
from bot.submissions.open_submissions import earlier, records_of, rivals, same_file
from bot.submissions.orders import Orders, may_write, read_orders
from bot.submissions.review import judge
from bot.submissions.seen_links import in_the_light_of
from bot.submissions.status import Standing, read_standing


def decide_at(context: SubmissionContext, now: Snapshot) -> Decision:
    """Silent for bots, for issues that are no submission, and for those closed before the bot ever spoke."""
    return decided_at(context, now)[0]


def decided_at(context: SubmissionContext, now: Snapshot) -> tuple[Decision, Report | None]:
    """The decision, and what it was made of; None where the bot is silent."""
    shown = own_comment(now.comments, now.me)
    found = recognise(now.issue, context.forms)
    if now.issue.author.bot or not (found or shown or labelled(now.issue, context.forms)):
        return Decision(now.issue.number, sentences.NO_SUBMISSION.format(issue=now.issue.number)), None
    text = text_digest(now.issue.body)
    orders = read_orders(now, context.catalog, shown, text)
    standing = read_standing(now, orders, shown[1] if shown else Memory())
    if standing.stand == "closed" and not shown:
        return Decision(now.issue.number, sentences.ALREADY_CLOSED.format(issue=now.issue.number)), None
    if standing.stand == "withdrawn" and orders.reason:
        orders = replace(orders, says=(sentences.WITHDRAWN_BECAUSE.format(reason=orders.reason), *orders.says))
    report = _report(context, now, orders, standing, found)
    return wanted(Matter(now, shown, standing, text, frozenset(context.generated)), report, orders), report


def _report(
    context: SubmissionContext,
    now: Snapshot,
    orders: Orders,
    standing: Standing,
    found: tuple[FormName, Answers] | None,
) -> Report:
    if found is None:
        home = home_of(now.repository, context.catalog.list.repository)
        return Report(_outcome(standing, _no_form()), _no_form(), says=orders.says, home=home)
    if standing.stand == "active" and (reason := too_many(context, now)):
        return Report("refused", form=found[0], says=(reason,))
    verdict = _verdict(context, now, orders, *found)
    open_ones = rivals(earlier(now.others, now.issue.number), context.catalog)
    home = home_of(now.repository, context.catalog.list.repository)
    known = pages(verdict, context, home)
    return Report(_outcome(standing, verdict), verdict, found[0], orders.says, open_ones, home, known)


def day_of(moment: str) -> date:
    """The day in China at a moment of GitHub's ("2024-03-01T20:00:00Z" is the 2nd)."""
    return (datetime.fromisoformat(moment).astimezone(UTC) + timedelta(hours=8)).date()


def _no_form() -> Verdict:
    return Verdict(Submission("new-entry", problems=(Problem("", "not-a-form", sentences.NO_FORM),)))


def too_many(context: SubmissionContext, now: Snapshot) -> str:
    """Why this issue has to wait for its author's earlier ones, "" if it has not."""
    limit = context.catalog.list.submission_limit
    before = [issue for issue in now.open_by_author if issue.number < now.issue.number]
    if len(before) < limit or may_write(now, now.issue.author.login) or now.pull:
        return ""
    earlier = sum(recognise(issue, context.forms) is not None for issue in before)
    return sentences.TOO_MANY.format(limit=limit, open=earlier) if earlier >= limit else ""


def understood(
    context: SubmissionContext, now: Snapshot, form: FormName, answers: Answers, section: str = ""
) -> Submission:
    """What the answers propose, before anything is judged. `section` is a maintainer's order, or ""."""
    day = day_of(now.issue.created_at)
    if form == "new-entry":
        taken = {record.slug for record in records_of(earlier(now.others, now.issue.number))}
        return new_entry(answers, context, issue=now.issue.number, day=day, section=section, taken=taken)
    return fix_entry(answers, context, day=day, section=section)


def _verdict(context: SubmissionContext, now: Snapshot, orders: Orders, form: FormName, answers: Answers) -> Verdict:
    day, others = day_of(now.issue.created_at), records_of(earlier(now.others, now.issue.number))
    made = in_the_light_of(context.evidence, understood(context, now, form, answers, orders.section), context.forms)
    if untold := undisclosed(answers, made, now.issue.author.login, context.evidence):
        made = replace(made, problems=(*made.problems, untold))
    made = _deleted(made, context, now)
    if made.before and (also := same_file(now.others, record_path(made.before))):
        made = replace(made, notes=(*made.notes, sentences.ALSO_CHANGED.format(issues=also)))
    allow = {code: why for code, why in orders.allow.items() if code.upper() not in CODES}
    verdict = _allowed(made, allow, context, others, day)
    waiver = SAME_PAGE.lower()
    if any(one.holds for one in verdict.kin) and waiver in allow:
        rest = {code: why for code, why in allow.items() if code != waiver}  # no rule would make use of it
        verdict = let_pass(_allowed(made, rest, context, others, day))
    asked = unmet(made, context.catalog.list.intake, context.evidence)
    return replace(verdict, unmet=tuple(one for one in asked if one.code.lower() not in orders.allow))


def _deleted(made: Submission, context: SubmissionContext, now: Snapshot) -> Submission:
    """A correction whose entry is not in the list any more says so, instead of asking what was meant."""
    paths = now.branch.records if now.branch and made.form == "fix-entry" and not made.before else {}
    if not any(text and section_and_slug(path)[1] not in context.catalog.by_slug for path, text in paths.items()):
        return made
    rest = (problem for problem in made.problems if problem.field != "entry")
    return replace(made, problems=(Problem("entry", "refused", sentences.ENTRY_DELETED), *rest))


def _allowed(
    made: Submission, allow: Mapping[str, str], context: SubmissionContext, others: Sequence[Record], day: date
) -> Verdict:
    if made.after and allow:
        made = replace(made, after=replace(made.after, allow={**made.after.allow, **allow}))
    return held_back(judge(made, context, others, day + timedelta(days=1)), context, others)


def _outcome(standing: Standing, verdict: Verdict) -> Outcome:
    if standing.stand != "active":
        return standing.stand
    waits = verdict.submission.waits and not verdict.faults
    if verdict.unmet and not verdict.faults:
        return "early"
    return "ready" if verdict.sound else "waiting" if waits else "mend"
