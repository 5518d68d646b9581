"""What is said after which looks: one letter a look, one number a day."""

from datetime import date, timedelta
from functools import reduce
from itertools import permutations

import pytest

from bot.web.model import Look
from bot.web.verdict import learn, merge, verdict

START = date(2026, 11, 1)
LOOKS = {
    "a": Look("alive", "", 200),
    "g": Look("gone", "http-404", 404),
    "n": Look("gone", "no-host"),
    "b": Look("blocked", "http-403", 403),
    "t": Look("unsure", "timeout"),
    "h": Look("unsure", "home", 200),
    "m": Look("moved", "redirect", 200, "https://new.example/"),
    "x": Look("archived", "archived", 200),
}


def after(story):
    """`g0 g4 g7` → the fact after three looks that found nothing, on these days."""
    looks = [(LOOKS[word[0]], START + timedelta(int(word[1:]))) for word in story.split()]
    return reduce(lambda fact, seen: learn(fact, *seen), looks, None)


STORIES = {
    "never": ("", "unsure", None),
    "alive": ("a0", "alive", None),
    "one bad look": ("g0", "unsure", 0),
    "three on one day": ("g0 g0 g0", "unsure", 0),
    "three in six days": ("g0 g3 g6", "unsure", 0),
    "two in seven days": ("g0 g7", "unsure", 0),
    "three in seven days": ("g0 g3 g7", "gone", 0),
    "three in a year": ("g0 g100 g365", "gone", 0),
    "no host, then 404": ("n0 n3 g7", "gone", 0),
    "it came back": ("g0 g3 a5 g7", "unsure", 7),
    "it came back and went again": ("g0 a1 g2 g5 g9", "gone", 2),
    "blocked between": ("g0 b3 g5 g7", "gone", 0),
    "time-outs are no looks": ("g0 t3 g7", "unsure", 0),
    "a time-out does not bring it back": ("g0 g3 g7 t8", "gone", 0),
    "a home page is no proof": ("g0 g3 g7 h8", "unsure", 0),
    "nor is a refusal": ("g0 g3 g7 b8", "blocked", 0),
    "it moved": ("g0 g3 m7", "moved", None),
    "it was archived": ("a0 x3", "archived", None),
    "long gone": (" ".join(f"g{day}" for day in range(40)), "gone", 0),
    "the clock was set back": ("g5 g5 a0", "unsure", 5),
}


@pytest.mark.parametrize("story, outcome, first_bad", STORIES.values(), ids=STORIES)
def test_verdict(story, outcome, first_bad):
    said = verdict(after(story))
    assert said.outcome == outcome
    assert said.first_bad == (None if first_bad is None else START + timedelta(first_bad))


def test_looks_are_counted_by_day():
    assert verdict(after("g0 g0 g3 g7")).looks == 3


@pytest.mark.parametrize("words", [*permutations(["g0", "g3", "a5", "g7"])], ids=" ".join)
def test_runs_may_be_put_together_in_any_order(words):
    whole = reduce(merge, [after(word) for word in words])
    assert (whole.bad, whole.alive, whole.last) == (
        (START + timedelta(7),), START + timedelta(5), LOOKS["g"],
    )  # fmt: skip
    assert merge(whole, whole) == whole


def test_another_project_under_the_same_name():
    fact = learn(None, Look("alive", id="1"), START)
    fact = learn(fact, Look("alive", id="2"), START + timedelta(3))
    said = verdict(fact)
    assert (said.outcome, said.why, said.speaks) == ("unsure", "taken-over", True)
    page_only = learn(fact, Look("alive"), START + timedelta(4))
    assert verdict(page_only).why == "taken-over"
    assert verdict(learn(fact, Look("alive", id="1"), START + timedelta(5))).outcome == "alive"


def test_a_renamed_project_keeps_its_id():
    fact = learn(learn(None, Look("alive", id="1"), START), Look("moved", "renamed", 200, "https://x/", id="1"), START)
    assert verdict(fact).outcome == "moved"
