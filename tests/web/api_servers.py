"""Stand-ins for the APIs, answering as the real ones document it."""

import json
import re

from tests.web.server import status

ALIAS = re.compile(r'(r\d+): repository\(owner: ("[^"]*"), name: ("[^"]*")\) \{ \.\.\.f (.*?) \}\n?(?=r\d+:|\}|$)')
OBJECT = re.compile(r'(\w+): object\(expression: ("(?:[^"\\]|\\.)*")\)')


def reply(data, code=200, **headers):
    return status(code, json.dumps(data).encode(), Content_Type="application/json", **headers)


def repository(name, number="R1", branch="main", files=(), **more):
    return {
        "id": number, "nameWithOwner": name, "isArchived": False, "isDisabled": False, "isFork": False, "parent": None,
        "homepageUrl": None, "description": None, "licenseInfo": {"spdxId": "MIT"}, "stargazerCount": 7,
        "createdAt": "2023-03-14T00:00:00Z", "pushedAt": "2024-06-01T00:00:00Z",
        "defaultBranchRef": {"name": branch} if branch else None, "files": set(files), **more,
    }  # fmt: skip


def asked_for(asked):
    query = json.loads(asked.body)["query"]
    found = [(alias, json.loads(owner) + "/" + json.loads(name), OBJECT.findall(rest))
             for alias, owner, name, rest in ALIAS.findall(query)]  # fmt: skip
    assert len(found) == query.count("repository(")
    return found


def github(repositories, remaining=900, token="good", most=100):
    """Answers GraphQL from `repositories` (name asked for → repository, None for one that breaks off)."""

    def answer(asked):
        if asked.headers.get("authorization") != f"bearer {token}":
            return reply({"message": "Bad credentials"}, 401)
        found = asked_for(asked)
        if len(found) > most:
            return status(502, b"<html>Bad gateway</html>")
        data, errors = {"rateLimit": {"cost": 1, "remaining": remaining, "resetAt": "2026-11-27T20:00:00Z"}}, []
        for alias, name, objects in found:
            there = repositories.get(name.lower(), "")
            data[alias] = _shown(there, objects) if there else None
            if there is None:
                errors.append({"message": "Something went wrong while executing your query.", "path": [alias]})
            elif not there:
                errors.append({"type": "NOT_FOUND", "path": [alias], "message": f"Could not resolve to {name}"})
        return reply({"data": data, "errors": errors} if errors else {"data": data})

    return answer


def _shown(there, objects):
    made = {key: value for key, value in there.items() if key != "files"}
    for alias, text in objects:
        made[alias] = {"__typename": "Blob"} if json.loads(text) in there["files"] else None
    return made


def paper(number, title="题目"):
    return f"""<entry><id>http://arxiv.org/abs/{number}v2</id><title>{title}</title>
    <published>2023-01-01T00:00:00Z</published><updated>2023-02-01T00:00:00Z</updated></entry>"""


def arxiv(papers):
    def answer(asked):
        numbers = re.search(r"id_list=([^&]*)", asked.path)[1].split(",")
        entries = "".join(paper(number) for number in numbers if number in papers)
        return status(200, f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode())

    return answer
