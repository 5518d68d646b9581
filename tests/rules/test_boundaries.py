"""Both sides of a line, for rules whose own examples stand on one: a page, and what is said of which of its lines."""

from datetime import UTC, date, datetime

import pytest
from examples import evidence

from bot.flows import today
from bot.lint.analysis.copied_links import common_labels
from bot.lint.engine import run
from bot.lint.page_context import page_context

FILE = "README.md"


def findings(page: str):
    return run(page_context(page, FILE, date(2026, 1, 1)))


def told(page: str) -> list[tuple[str, str, int]]:
    return [(one.code, one.severity, one.place.line) for one in findings(page)]


@pytest.mark.parametrize(("shown", "url", "differs"), [
    pytest.param("www.mast.dev", "https://www.spar.dev/a", True, id="one top-level domain"),
    pytest.param("www.mast.dev", "https://docs.mast.dev/a", False, id="two hosts of one domain"),
    pytest.param("https://mast.dev", "https://docs.mast.dev/a", False, id="a host below the domain"),
    *(pytest.param(f"www.sail.{second}.cn", f"https://www.other.{second}.cn/a", True, id=f"two domains of {second}.cn")
      for second in ("com", "org", "net", "co", "ac", "edu", "gov")),
    pytest.param("www.sail.com.cn", "https://docs.sail.com.cn/a", False, id="one domain of com.cn"),
    pytest.param("www.sail.xx.cn", "https://www.other.xx.cn/a", False, id="xx.cn is a domain"),
    pytest.param("www.sail.com.dev", "https://www.other.com.dev/a", False, id="com.dev is a domain"),
    pytest.param("www.com.cn", "https://docs.com.cn/a", True, id="two labels before a country's"),
    *(pytest.param("https://mast.dev/a", f"https://{short}/x", False, id=short) for short in (
        "t.co", "bit.ly", "goo.gl", "tinyurl.com", "git.io", "dwz.cn", "url.cn", "t.cn", "suo.im", "is.gd", "ow.ly", "amzn.to",
        "aka.ms", "lnkd.in", "fb.me", "hubs.la", "g.co", "buff.ly", "forms.gle", "discord.gg", "t.me", "b23.tv",
    )),
    pytest.param("https://mast.dev/a...", "https://mast.dev/abc", False, id="cut with three points"),
    pytest.param("https://mast.dev/a…", "https://mast.dev/abc", False, id="cut with an ellipsis"),
    pytest.param("https://mast.dev/b…", "https://mast.dev/abc", True, id="cut from another"),
    pytest.param("https://mast.dev/a..", "https://mast.dev/abc", True, id="two points are none"),
])  # fmt: skip
def test_text_that_shows_another_address(shown, url, differs):
    found = findings(f"# 列表\n\n- [{shown}]({url}) - 说明\n")
    assert [(one.code, one.evidence) for one in found if one.code == "LNK002"] == (
        [("LNK002", {"text": shown, "url": url})] if differs else []
    )


@pytest.mark.parametrize(("name", "url", "expected"), [
    pytest.param("Kite", "https://github.com/a/kit", [("LNK005", "info", 3)], id="three letters"),
    pytest.param("Kit", "https://github.com/a/ki", [], id="two letters"),
    pytest.param("Lantern", "https://github.com/a/lanten", [("LNK005", "info", 3)], id="one of seven left out"),
    pytest.param("Kettle", "https://github.com/a/kttle", [], id="one of six left out inside"),
])  # fmt: skip
def test_a_letter_apart(name, url, expected):
    assert told(f"# 列表\n\n- [{name}]({url}) - 说明\n") == expected


def test_a_weak_page_far_apart_is_a_duplicate():
    between = "".join(f"- [K{at}](https://github.com/x/k{at})\n" for at in range(4))
    page = f"# 列表\n\n- [Lantern](https://lantern.dev/) - 灯\n{between}- [Kettle](https://lantern.dev/) - 壶\n"
    assert told(page) == [("DUP001", "warning", 8)]


def test_a_role_is_no_name():
    page = (
        "# 列表\n\n- [Harbour](https://github.com/sea/harbour) - 港\n"
        "- [源码](https://github.com/sea/harbour) - 另一个项目的\n"
    )
    assert [(code, line) for code, _, line in told(page)] == [("DUP001", 4)]


def test_what_is_listed_again_names_every_place():
    again = "参见 [Lantern](https://github.com/lamp/lantern)\n"
    page = (
        "# 列表\n\n## 甲\n- [Lantern](https://github.com/lamp/lantern) - 灯\n\n"
        f"## 乙\n- [Wick](https://github.com/lamp/wick) - 灯芯\n\n{again}\n"
        f"## 丙\n- [Beacon](https://github.com/sea/beacon) - 指路的灯\n\n{again}"
    )
    (finding,) = findings(page)
    assert (finding.code, finding.severity, finding.place.line) == ("DUP001", "info", 14)
    assert [place.line for place in finding.related] == [4, 9]
    assert finding.evidence["names"] == ["Lantern"] * 3


@pytest.mark.parametrize(("line", "written", "url"), [
    ("- [甲](https://a.org/x - 乙", "[甲](https://a.org/x", "https://a.org/x"),
    ("- 见 [乙] (https://b.org/y)", "[乙] (https://b.org/y)", "https://b.org/y"),
])  # fmt: skip
def test_broken_markup_is_quoted_from_its_first_character(line, written, url):
    assert [one.evidence for one in findings(f"# 列表\n\n{line}\n") if one.code == "LNK004"] == [
        {"written": written, "url": url}
    ]


@pytest.mark.parametrize(
    ("url", "severity"), [("https://github.com/", "warning"), ("https://github.com/someone", "info")]
)
def test_the_page_of_an_owner(url, severity):
    (finding,) = findings(f"# 列表\n\n- [甲乙]({url}) - 说明\n")
    assert (finding.code, finding.severity, finding.evidence) == ("LNK007", severity, {"url": url})


@pytest.mark.parametrize(("times", "common"), [(4, frozenset()), (5, {"Go!"}), (6, {"Go!"})])
def test_a_text_on_five_links_is_nobodys_name(times, common):
    page = "# 列表\n\n" + "".join(f"- **Lamp {at}**：[Go!](https://github.com/lab/lamp-{at})\n" for at in range(times))
    assert common_labels(page_context(page, FILE, date(2026, 1, 1))) == common


class _Clock(datetime):
    moment = datetime(2026, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz=None):
        return cls.moment.astimezone(tz)


@pytest.mark.parametrize(
    ("hour", "day"), [("09:59", date(2026, 1, 1)), ("10:00", date(2026, 1, 2)), ("23:59", date(2026, 1, 2))]
)
def test_the_day_begins_in_the_east(hour, day, monkeypatch):
    monkeypatch.setattr(_Clock, "moment", datetime.fromisoformat(f"2026-01-01T{hour}+00:00"))
    monkeypatch.setattr(today, "datetime", _Clock)
    assert today.latest_today() == day


@pytest.mark.parametrize(("heading", "url", "missing"), [
    pytest.param("杂项", "杂项", True, id="the heading's name"),
    pytest.param("License", "LICENSE", False, id="a file called so"),
    pytest.param("Makefile", "makefile", False, id="another file"),
    pytest.param("杂项", "./杂项", False, id="a path"),
    pytest.param("杂项", "杂项/", False, id="a folder"),
])  # fmt: skip
def test_an_anchor_without_its_mark(heading, url, missing):
    page = f"# 列表\n\n## {heading}\n\n## 甲\n- [{heading}]({url}) - 说明\n"
    assert any(one.sentence == "no-mark" for one in findings(page)) is missing


@pytest.mark.parametrize(("url", "level"), [
    pytest.param("https://x.com/lamp", "info", id="a person's page"),
    pytest.param("https://lamp.dev/kettle", "warning", id="any other"),
])  # fmt: skip
def test_two_names_over_one_page(url, level):
    page = f"# 列表\n\n## 甲\n- [Lantern Oil]({url}) - 灯油\n- [Kettle]({url}) - 水壶\n"
    assert [severity for _, severity, _ in told(page)] == [level]


@pytest.mark.parametrize(("other", "sentence", "severity"), [
    pytest.param({}, "in-use", "info", id="in the list"),
    pytest.param({"status": "withdrawn", "reason": "已下线", "links": None}, "withdrawn", "warning", id="withdrawn"),
])  # fmt: skip
def test_a_new_name_that_another_entry_has(other, sentence, severity):
    there = {
        "name": "Beacon",
        "slug": "beacon",
        "aliases": ["灯塔"],
        "links": [{"url": "https://github.com/sea-lab/beacon"}],
    }
    new = {"name": "灯塔", "links": [{"url": "https://lamp.dev"}]}
    found = run(evidence({"new": new, "catalog": [{**there, **other}]}))
    assert [(one.sentence, one.severity) for one in found if one.code == "DUP009"] == [(sentence, severity)]


@pytest.mark.parametrize(("repository", "sentence"), [
    pytest.param("https://github.com/lamp-lab/list", "own-file", id="of the list itself"),
    pytest.param("https://github.com/lamp-lab/other", "gone", id="of another repository"),
    pytest.param("", "gone", id="of a list that names none"),
])  # fmt: skip
def test_a_file_that_is_gone(repository, sentence):
    url = "https://github.com/lamp-lab/list/blob/main/lantern.md"
    facts = {url: {"outcome": "gone", "why": "file", "status": 200}}
    found = run(
        evidence(
            {"list": {"repository": repository}, "record": {"name": "灯笼", "links": [{"url": url}]}, "facts": facts}
        )
    )
    assert [one.sentence for one in found if one.code == "LNK012"] == [sentence]
