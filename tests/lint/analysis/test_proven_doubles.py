"""What the web proves of two entries, and what it does not."""

import pytest
import yaml
from examples import evidence

from bot.lint.analysis.proven_doubles import proofs

LANTERN, SEA = "https://github.com/lamp-lab/lantern", "https://github.com/sea-lab/hurricane"
MOVED = {"outcome": "moved", "why": "renamed", "moved_to": "https://github.com/moon-lab/moon"}


def home(url):
    return {"outcome": "alive", "project": {"kind": "repository", "homepage": url}}


@pytest.mark.parametrize(
    "other, facts, why",
    [
        pytest.param({}, {LANTERN: {**MOVED, "moved_to": SEA}}, "redirect", id="one leads to the other"),
        pytest.param({}, {SEA: {**MOVED, "moved_to": f"{LANTERN}.git"}}, "redirect", id="the other leads to the one"),
        pytest.param({}, {LANTERN: MOVED, SEA: MOVED}, "one-address", id="both lead to a third page"),
        pytest.param({}, {LANTERN: MOVED}, "", id="it leads to a page that is nobody's"),
        pytest.param({}, {LANTERN: {**MOVED, "outcome": "unsure", "why": "home", "moved_to": SEA}}, "", id="unsure"),
        pytest.param(
            {"relations": [{"type": "part-of", "record": "lantern"}]},
            {LANTERN: {**MOVED, "moved_to": SEA}},
            "",
            id="the list says that it is a part",
        ),
        pytest.param({"url": "https://chat-project.dev/sea"}, {LANTERN: home("http://www.chat-project.dev/sea/")},
                     "home-page", id="a home page"),
        pytest.param({"url": "https://sea-lab.cn"}, {LANTERN: home("https://sea-lab.cn/")}, "", id="a maker's"),
        pytest.param({"url": "https://lantern-lab.cn", "name": "Lantern Chat"},
                     {LANTERN: home("https://lantern-lab.cn/")}, "home-page", id="a first page of that name"),
        pytest.param({"url": "https://huggingface.co/sea-lab"}, {LANTERN: home("https://huggingface.co/sea-lab")}, "",
                     id="an account"),
        pytest.param({"url": f"{LANTERN}/wiki"}, {LANTERN: home(f"{LANTERN}/wiki")}, "", id="its own wiki"),
    ],
)  # fmt: skip
def test_what_is_proven(other, facts, why):
    second = {"name": "Hurricane", "slug": "hurricane", **other, "links": [{"url": other.get("url", SEA)}]}
    second.pop("url", None)
    example = {"record": {"name": "Lantern", "links": [{"url": LANTERN}]}, "catalog": [second], "facts": facts}
    assert [proof.why for proof in proofs(evidence(yaml.safe_load(yaml.safe_dump(example))))] == [why] * bool(why)
