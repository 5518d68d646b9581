"""Facts as they are remembered after some looks."""

from datetime import date

from bot.web.model import Fact, Look

DAYS = (date(2026, 11, 1), date(2026, 11, 9), date(2026, 11, 18))


def gone(why="http-404", status=404):
    return Fact(DAYS[0], DAYS[-1], 3, Look("gone", why, status), bad=DAYS)


def moved(target, why="redirect"):
    return Fact(DAYS[0], DAYS[-1], 3, Look("moved", why, 200, target), alive=DAYS[-1])
