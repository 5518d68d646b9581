"""links.yml, run by act against a web on loopback: what a list's maintainers see of dead and moved links."""

from __future__ import annotations

import re
import shutil
from types import SimpleNamespace

import lists
import pytest
from runner import Runner
from standin import ELSEWHERE, MAINTAINER, OWNER

from bot.flows import regen
from bot.web.facts_format import facts_from
from tests.web.server import Web, page, status, to

DAYS = ("2026-11-01", "2026-11-06", "2026-11-09")
LATER = "2026-11-16"


@pytest.fixture
def weekly(hub_server, tmp_path):
    """A list whose Alpha was renamed and whose Beta is gone; `run(day)` is what the schedule does on that day."""
    with Web({"/beta": status(404)}) as web:
        root = lists.make_list(tmp_path / "list")
        path = root / "catalog" / "models" / "beta.yml"
        path.write_text(path.read_text("utf-8").replace("https://github.com/example/beta", web.url("/beta")), "utf-8")
        regen.write(root, regen.look(root), force=True)
        shutil.copy(lists.PROJECT / "action.yml", root)
        lists.push(hub_server, lists.files_of(root))
        hub_server.renamed("example/alpha", ELSEWHERE)
        hub_server.as_person(OWNER).add_to_collaborators(MAINTAINER, "maintain")
        runner = Runner(hub_server, root)

        def run(day, event="workflow_dispatch"):
            runner.tool_arguments(f"--today {day} --allow-loopback")
            payload = {"ref": "refs/heads/main", "sender": {"login": MAINTAINER, "type": "User"}}
            return runner.happens(event, payload, only="links.yml")

        yield SimpleNamespace(run=run, web=web, server=hub_server, owner=hub_server.as_person(OWNER))


def issues(weekly):
    return [one for one in weekly.owner.get_issues(state="all") if "/issues/" in one.html_url]


def writes(weekly):
    return [(one["method"], one["path"]) for one in weekly.server.log() if one["method"] != "GET"]


def facts(weekly):
    return facts_from(lists.texts_of(weekly.server, "curate/facts")["facts.json"].encode())


def test_from_the_first_look_to_all_is_well(weekly):
    weekly.run(DAYS[0])
    (issue,) = issues(weekly)
    (pull,) = weekly.owner.get_pulls(state="open")
    assert (issue.title, issue.user.type, issue.state) == ("链接巡检", "Bot", "open")
    assert f"#{pull.number}" in issue.body
    assert weekly.web.url("/beta") not in issue.body, "one look accuses nobody"
    assert (pull.head.ref, pull.draft) == ("curate/moved-alpha", False)
    main, branch = lists.tree_of(weekly.server), lists.tree_of(weekly.server, pull.head.ref)
    assert {path for path in main | branch if main.get(path) != branch.get(path)} == {
        "catalog/models/alpha.yml",
        "README.md",
    }
    assert f"https://github.com/{ELSEWHERE}" in lists.texts_of(weekly.server, "curate/moved-alpha")["README.md"]
    assert facts(weekly)[weekly.web.url("/beta")].looks == 1

    before = issue.body
    weekly.run(DAYS[1])
    (issue,) = issues(weekly)
    assert issue.body == before, "nothing has changed"

    ticked = re.sub(r"- \[ \]", "- [x]", issue.body)
    issue.edit(body=ticked)
    weekly.run(DAYS[2])
    (issue,) = issues(weekly)
    assert [*re.findall(r"#### (\S+)", issue.body)] == [DAYS[2], DAYS[0]], "what is new stands first"
    assert f"https://web.archive.org/web/{weekly.web.url('/beta')}" in issue.body
    assert re.findall(r"^- \[(.)\]", issue.body, re.MULTILINE) == [" ", "x"], "ticks are kept"
    assert len([*weekly.owner.get_pulls(state="all")]) == 1

    weekly.server.as_person(MAINTAINER).get_pull(pull.number).merge()
    weekly.web.pages["/beta"] = page("Beta")
    weekly.run(LATER)
    (issue,) = issues(weekly)
    assert issue.state == "closed"
    assert LATER in issue.body

    done = len(writes(weekly))
    weekly.run(LATER)
    again = writes(weekly)[done:]
    assert {path for _, path in again} <= {"/graphql"}, "the same day, the same facts: nothing is written"

    weekly.web.pages |= {"/beta": to("/new/beta"), "/new/beta": page("Beta")}
    weekly.run("2026-11-23")
    (issue,) = issues(weekly)
    assert issue.state == "open", "opened again, not doubled"


def test_a_pull_request_that_a_maintainer_closed_stays_closed(weekly):
    weekly.run(DAYS[0])
    (pull,) = weekly.owner.get_pulls(state="open")
    weekly.server.as_person(MAINTAINER).get_pull(pull.number).edit(state="closed")
    weekly.run(DAYS[1])
    assert not [*weekly.owner.get_pulls(state="open")]
    (issue,) = issues(weekly)
    assert f"#{pull.number} 已关闭，没有合并" in issue.body


def test_a_waiver_is_to_leave_it(weekly):
    weekly.run(DAYS[0])
    text = lists.texts_of(weekly.server)["catalog/models/alpha.yml"]
    lists.push(weekly.server, {"catalog/models/alpha.yml": f"{text}allow:\n  lnk013: 旧网址更好记\n"})
    asked = len(weekly.web.log)
    weekly.run(DAYS[0], "push")
    assert len(weekly.web.log) == asked, "a push makes nobody look"
    assert not [*weekly.owner.get_pulls(state="open")]
    (issue,) = issues(weekly)
    assert issue.state == "closed"
