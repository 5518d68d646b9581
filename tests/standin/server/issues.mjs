// Permissions in GitHub's words, reactions, and errors the emulator words otherwise.
import { failure, forbidden, json } from "./http.mjs";

const PERMISSION = {
  admin: "admin",
  maintain: "write",
  push: "write",
  write: "write",
  triage: "read",
  pull: "read",
  read: "read",
};
const ROLE = { push: "write", pull: "read" };

export const routes = [
  ["GET", /^\/collaborators\/([^/]+)\/permission$/, permission],
  ["GET", /^\/issues\/comments\/(\d+)\/reactions$/, listReactions],
  ["POST", /^\/issues\/comments\/(\d+)\/reactions$/, react],
  ["POST", /^\/issues\/\d+\/labels$/, knownLabels],
  ["GET", /^\/issues$/, withPulls],
  ["PATCH", /^\/check-runs\/(\d+)$/, moreAnnotations],
];

// GitHub answers "read" for a stranger to a public repository, and folds maintain and triage into write and read.
async function permission({ world, repo, path, match, token }) {
  const user = world.store.users.findOneBy("login", match[1]);
  if (!user) return failure(404, `${match[1]} is not a user`);
  const { status, data } = await world.call("GET", path, token);
  const role = status === 200 ? data.permission : "read";
  return json({
    permission: PERMISSION[role],
    role_name: ROLE[role] ?? role,
    user: { login: user.login, id: user.id, type: user.type },
  });
}

function listReactions({ world, match }) {
  return json(world.reactions.filter((reaction) => reaction.comment === match[1]));
}

function react({ world, match, path, body, token }) {
  if (!world.may(token, "issues")) return forbidden(path);
  const { login, id, type } = world.viewer(token);
  const same = world.reactions.find(
    (r) => r.comment === match[1] && r.content === body.content && r.user.login === login,
  );
  if (same) return json(same);
  const made = {
    id: world.reactions.length + 1,
    node_id: `R${world.reactions.length}`,
    comment: match[1],
    user: { login, id, type },
    content: body.content,
    created_at: new Date().toISOString(),
  };
  world.reactions.push(made);
  return json(made, 201);
}

// The emulator makes missing labels up; GitHub does too, but grey and without a word: our bot must never rely on it.
function knownLabels({ world, repo, body, token }) {
  if (!world.isBot(token)) return;
  const known = world.store.labels.findBy("repo_id", repo.id).map((label) => label.name);
  const missing = (body.labels ?? body).filter((name) => !known.includes(name));
  if (missing.length) return failure(500, `the bot relies on GitHub making labels up: ${missing}`);
}

// GitHub lists pull requests among the issues; here on the last page, which is enough to see who filters them out.
async function withPulls({ world, repo, path, url, token }) {
  const response = await world.pass("GET", path + url.search, token);
  if (!response.ok || (response.headers.get("link") ?? "").includes('rel="next"')) return response;
  const creator = url.searchParams.get("creator");
  const open = url.searchParams.get("state") ?? "open";
  const pulls = world.pulls(repo).filter((pull) => open === "all" || pull.state === open);
  const rows = pulls.map((pull) => ({
    number: pull.number,
    url: `${world.base}${path}/${pull.number}`,
    html_url: `${world.base}/${repo.full_name}/pull/${pull.number}`,
    title: pull.title,
    user: world.store.users.get(pull.user_id),
    state: pull.state,
    labels: [],
    pull_request: { url: `${world.base}${path}/${pull.number}` },
  }));
  const data = [...(await response.json()), ...rows.filter((row) => !creator || row.user?.login === creator)];
  return new Response(JSON.stringify(data), { status: 200, headers: response.headers });
}

// GitHub adds the annotations of an update to those that are there; the emulator replaces them.
function moreAnnotations({ world, match, body }) {
  const run = world.store.checkRuns.get(Number(match[1]));
  if (run && body.output?.annotations) body.output.annotations.unshift(...run.output.annotations);
}
