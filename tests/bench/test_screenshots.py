"""The pictures of docs/adopting.md are made of what the program says."""

from pathlib import Path

from bench.screenshots import pages

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SAYS = {
    "check": ["LNK001", "LNK004", "LNK006", "DUP001", "评级（6 个条目）"],
    "comment": ["处需要修改", "ChatGLM2-6B"],
    "pull-request": ["收录 Label-Reader", "curate/issue-128", 'href="#">#128</a>', "catalog/models/label-reader.yml"],
}


def test_each_picture_shows_what_it_is_for():
    made = dict(pages())
    for name, words in SAYS.items():
        assert [word for word in words if word not in made[name]] == [], name
    assert made.keys() == SAYS.keys()


def test_every_picture_is_small_and_none_is_left_over():
    assert {path.stem for path in IMAGES.iterdir()} == set(SAYS)
    assert all(path.stat().st_size < 200_000 for path in IMAGES.iterdir())
