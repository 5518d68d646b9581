"""A form filled in from any record of the shipped list, in whatever spelling and dress, gives that record back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import ALICE, ME, ROOT

from bot.catalog.words import words_of
from bot.flows.submit import submission_context
from bot.github.snapshot import Issue, Snapshot
from bot.markdown.escape import paragraphs
from bot.submissions.decide import understood
from bot.submissions.detect_form import recognise
from bot.submissions.write_forms import section_options
from bot.urls.normalise import canonical_url, link_key

WIDE = {code: code + 0xFEE0 for code in (*range(ord("0"), ord("9") + 1), *range(ord("A"), ord("Z") + 1))}
FIELDS = ("name", "kind", "section", "aliases", "organisations", "description")


@cache
def whole():
    return submission_context(ROOT)


@cache
def askable():
    """The records that the form can ask for: plain text, links that the form writes as they are."""
    records = whole().catalog.records
    known = [one for one in records if one.links and one.status == "active" and said(one) and not one.extra]
    return [one for one in known if len({link_key(link.url).page for link in one.links}) == len(one.links)]


def said(record):
    """What somebody would type as the description; "" where it holds Markdown that nobody types."""
    plain = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", record.description.strip())
    same = paragraphs(plain) == record.description.strip()
    return plain if same and not re.search(r"[`*_\[\]<>#|~]|https?:|^\d+\.|^- ", plain, re.MULTILINE) else ""


def dressed(text, draw):
    """Some letters and digits in their wide form, blanks doubled, a word in bold."""
    if draw(st.booleans()):
        text = re.sub(r"(?<=[一-鿿])\d+(?=[一-鿿])", lambda found: found[0].translate(WIDE), text)
    if draw(st.booleans()):
        text = re.sub(r"(?<=[一-鿿])([一-鿿]{2,4})(?=[，。])", r"**\1**", text, count=1)
    return text


def name_of(text, draw):
    shape = draw(st.sampled_from(["{}", " {} ", "**{}**", "`{}`", "　{}"]))
    wide = draw(st.booleans()) and text.isascii()
    return shape.format(text.translate(WIDE) if wide else text.replace(" ", draw(st.sampled_from([" ", "  "]))))


def address(url, draw):
    head, slashes, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    host = host.upper() if draw(st.booleans()) else host
    typed = f"{draw(st.sampled_from([head, head.upper()]))}{slashes}{host}{slash}{path}"
    return draw(st.sampled_from(["{}", " {} ", "<{}>", "{}　"])).format(typed)


def filled(record, draw):
    context = whole()
    sections = {path: title for title, path in section_options(context.catalog).items()}
    main, *more = record.links
    more = draw(st.permutations(more))
    joined = draw(st.sampled_from(["、", "，", ", ", " ； "]))
    lines = [f"{draw(st.sampled_from(['', '- ', '* ']))}{address(one.url, draw)} {one.label}" for one in more]
    answers = {
        "name": name_of(record.name, draw),
        "link": address(main.url, draw),
        "section": sections[record.section],
        "kind": words_of(context.catalog.list).kinds[record.kind],
        "aliases": joined.join(record.aliases),
        "organisations": joined.join(record.organisations),
        "more-links": "\n".join(lines),
        "description": dressed(said(record), draw),
    }
    blank = draw(st.sampled_from(["\n\n", "\n", "\n\n\n"]))
    parts = []
    for field in context.forms["new-entry"].fields:
        ticks = "\n".join(f"- [{draw(st.sampled_from('xX'))}] {option}" for option in field.options)
        answer = ticks if field.type == "checkboxes" else answers.get(field.id) or "_No response_"
        parts.append(f"### {field.label}{draw(st.sampled_from(['', ' ', '：']))}{blank}{answer}{blank}")
    return draw(st.sampled_from(["", "\ufeff"])) + "".join(parts).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def named(links):
    return {(canonical_url(one.url), one.label) for one in links}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_record_comes_back(data):
    record = data.draw(st.sampled_from(askable()))
    context = whole()
    others = tuple(one for one in context.catalog.records if one.slug != record.slug)
    known = replace(context, catalog=replace(context.catalog, records=others), memo={})
    issue = Issue(1, "", filled(record, data.draw), ALICE, created_at="2026-11-28T00:00:00Z")
    form, answers = recognise(issue, known.forms)
    made = understood(known, Snapshot("o/r", "main", "1", ME, issue), form, answers)
    after = made.after
    assert not made.problems
    assert {name: getattr(after, name) for name in FIELDS} == {name: getattr(record, name) for name in FIELDS}
    assert after.links[0].url == canonical_url(record.links[0].url)
    assert named(after.links[1:]) == named(record.links[1:])
    assert after.added == date(2026, 11, 28)


def test_a_kind_that_the_section_does_not_have_is_remarked_upon():
    record = next(one for one in whole().catalog.records if one.kind == "dataset")
    sections = {path: title for title, path in section_options(whole().catalog).items()}
    for section, remarked in ((record.section, False), ("models", True)):
        answers = {"name": "新数据", "link": "https://github.com/o/new", "section": sections[section], "kind": "数据集"}
        body = "\n\n".join(f"### {one.label}\n\n{answers.get(one.id, '')}" for one in whole().forms["new-entry"].fields)
        issue = Issue(1, "", body, ALICE, created_at="2026-11-28T00:00:00Z")
        made = understood(whole(), Snapshot("o/r", "main", "1", ME, issue), *recognise(issue, whole().forms))
        assert any("里没有数据集，列表里的数据集多在“六、语料篇" in note for note in made.notes) == remarked
