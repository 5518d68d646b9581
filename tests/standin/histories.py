"""Random histories of five submissions, and what GitHub should show in the end whatever the history was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lists
from cmarkgfm import cmark, github_flavored_markdown_to_html
from deciding import is_query
from disturbed import picture
from github import GithubException
from hypothesis import strategies as st
from scenarios import Stage
from standin import Standin

from bot.submissions.comment_state import unmarked

NAMES = ("Gamma", "Delta", "Epsilon", "")  # several may submit the same thing; "" is one to mend
SUBMISSIONS = 5
PULL = re.compile(r"^PR：?[^\n]*\n\n|(?<=#)\d+", re.MULTILINE)
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
CALLS = re.compile(r"@octocat|@org|#777|GH-777|<img")
steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, SUBMISSIONS - 1), st.sampled_from(NAMES)),
        st.tuples(st.sampled_from(("deliver", "deliver", "merge", "shut")), st.integers(0, SUBMISSIONS - 1), st.none()),
        st.tuples(st.just("refresh"), st.none(), st.none()),
    ),
    max_size=14,
)
histories = st.tuples(st.lists(st.sampled_from(NAMES), min_size=SUBMISSIONS, max_size=SUBMISSIONS), steps)


@dataclass
class Play:
    """One history on the stand-in. `bodies`: issue → what its text names."""

    stage: Stage
    bodies: dict[int, str]

    @classmethod
    def start(cls, server: Standin, root: Path, names: list[str]) -> Play:
        stage = Stage(server, root)
        return cls(stage, {stage.open(name, f"author-{at // 4}"): name for at, name in enumerate(names)})

    def step(self, what: str, which: int | None, name: str | None) -> None:
        if what == "refresh":
            return self.stage.refresh()
        number = list(self.bodies)[which or 0]
        if what == "edit" and self.open(number):
            self.bodies[number] = name or ""
            self.stage.edit(number, name or "")
        elif what == "deliver":
            self.stage.submit(number)
        elif what in {"merge", "shut"} and (pull := self.stage.live_pull(number)):
            self.merge(pull) if what == "merge" else pull.edit(state="closed")
        return None

    def merge(self, pull: Any) -> None:
        """A maintainer tries; GitHub refuses drafts and conflicts."""
        try:
            pull.merge()
        except GithubException as error:
            assert error.status in {405, 422}  # noqa: PT017 - what is merged is not the test's business
            return

    def open(self, number: int) -> bool:
        return self.stage.author.get_issue(number).state == "open"

    def settle(self, order: list[int]) -> None:
        """Every event arrives in the end, again and again until nothing more is written.

        A submission waits on earlier ones alone, so each round brings at least one more to rest.
        """
        for _ in range(len(self.bodies) + 2):
            before = len(writes(self.stage.server))
            self.stage.refresh()
            for number in order:
                self.stage.submit(number)
            if len(writes(self.stage.server)) == before:
                return
        raise AssertionError("it never comes to rest")


def check(server: Standin, root: Path, names: list[str], history: list[tuple[Any, ...]]) -> None:
    """Play the history, and the same end from scratch; both must look alike."""
    play = Play.start(server, root, names)
    for step in history:
        play.step(*step)
    play.settle(sorted(play.bodies, reverse=True))
    seen = picture(server)
    ended = {number for number in play.bodies if any(over(p) for p in pulls(seen, number))}
    text = lists.texts_of(server)
    scratch = Play.start(server, root, list(play.bodies.values()))
    lists.push(server, {path: content for path, content in text.items() if path.startswith(("catalog/", "README"))})
    for number in ended:
        scratch.stage.author.get_issue(number).edit(state="closed")
    scratch.settle(sorted(play.bodies))
    fresh = picture(server)
    assert_calm(seen)
    for number in play.bodies:
        assert_one_of_each(seen, number)
        if number not in ended:
            assert shown(seen, number) == shown(fresh, number), number


def writes(server: Standin) -> list[tuple[str, str]]:
    """The bot's requests that changed something; a GraphQL query did not."""
    return [(e["method"], e["path"]) for e in server.log() if e["method"] != "GET" and not is_query(e)]


def pulls(seen: dict[str, Any], number: int) -> list[dict[str, Any]]:
    return [
        value for key, value in seen.items() if key.startswith("pull ") and value["head"] == f"curate/issue-{number}"
    ]


def over(pull: dict[str, Any]) -> bool:
    return pull["state"][0] == "closed"


def assert_one_of_each(seen: dict[str, Any], number: int) -> None:
    """One comment, at most one pull request, and in it one record and what is generated."""
    assert len(seen[f"issue {number}"]["comments"]) == 1
    assert len(pulls(seen, number)) <= 1
    for pull in pulls(seen, number):
        assert len(pull["commits"]) <= 1
        assert {path for path, *_ in pull["files"] if not path.startswith("catalog/models/")} <= {"README.md"}


def assert_calm(seen: dict[str, Any]) -> None:
    """Nothing that stands in a record calls anybody, closes an issue or loads a picture: see lists.CALLING."""
    for key, value in seen.items():
        texts = [text for _, text in value["comments"]] if key != "main" else []
        for text in [*texts, *value.get("text", ())] if key != "main" else ():
            live = CODE.sub("", github_flavored_markdown_to_html(text, cmark.Options.CMARK_OPT_UNSAFE))
            assert not CALLS.search(live), (key, text)


def shown(seen: dict[str, Any], number: int) -> dict[str, Any]:
    """What does not depend on the past, as do drafts (of what once was sound), numbers, and notes on pull requests."""
    issue = dict(seen[f"issue {number}"])
    issue["comments"] = [(who, PULL.sub("", unmarked(text))) for who, text in issue["comments"]]
    sound = [pull | {"comments": []} for pull in pulls(seen, number) if not pull["state"][2]]
    return {"issue": issue, "pull": sound}
