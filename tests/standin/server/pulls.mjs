// Pull requests that follow their branch, merge for real, close their issues and refuse what GitHub refuses.
import { failure, invalid, json } from "./http.mjs";
import { threeWay } from "./merge.mjs";

const CLOSES = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s*:?\s+#(\d+)\b/gi;

export const routes = [
  ["GET", /^\/pulls$/, followAll],
  ["POST", /^\/pulls$/, open],
  ["GET", /^\/pulls\/(\d+)$/, followOne],
  ["PATCH", /^\/pulls\/(\d+)$/, edit],
  ["PUT", /^\/pulls\/(\d+)\/merge$/, merge],
  ["DELETE", /^\/git\/refs\/heads\/(.+)$/, closeWithBranch],
];

// While it is open a pull request shows its branch; once closed it shows what it showed then.
function follow(world, repo, pull) {
  const head = world.branch(repo, pull.head_ref);
  const base = world.branch(repo, pull.base_ref);
  if (pull.state !== "open" || !head) return pull;
  return world.store.pullRequests.update(pull.id, { head_sha: head.sha, base_sha: base?.sha ?? pull.base_sha });
}

function followAll({ world, repo }) {
  for (const pull of world.pulls(repo)) follow(world, repo, pull);
}

async function followOne({ world, repo, match, token }) {
  const pull = world.pull(repo, match[1]);
  if (!pull || follow(world, repo, pull).state !== "open") return;
  const { conflicts, compared } = await threeWay(
    world,
    repo,
    pull.base_ref,
    world.pull(repo, match[1]).head_sha,
    token,
  );
  const state = conflicts.length
    ? { mergeable: false, mergeable_state: "dirty" }
    : { mergeable: true, mergeable_state: "clean" };
  world.store.pullRequests.update(pull.id, {
    ...state,
    changed_files: compared.files.length,
    commits: compared.total_commits,
  });
}

async function open({ world, repo, body, token }) {
  if (!world.may(token, "pull_requests")) return;
  if (world.isBot(token) && repo.standin_actions_may_not_open_pulls)
    return failure(403, "GitHub Actions is not permitted to create or approve pull requests.");
  const owner = repo.full_name.split("/")[0];
  const head = String(body?.head).replace(`${owner}:`, "");
  if (!world.branch(repo, head)) return invalid("PullRequest", { field: "head", code: "invalid" });
  if (!world.branch(repo, body.base)) return invalid("PullRequest", { field: "base", code: "invalid" });
  if (rival(world, repo, head, body.base))
    return invalid("PullRequest", { code: "custom", message: `A pull request already exists for ${owner}:${head}.` });
  const { data } = await world.call("GET", `/repos/${repo.full_name}/compare/${body.base}...${head}`, token);
  if (!data.ahead_by)
    return invalid("PullRequest", { code: "custom", message: `No commits between ${body.base} and ${head}` });
}

const rival = (world, repo, head, base) =>
  world.pulls(repo).find((pull) => pull.state === "open" && pull.head_ref === head && pull.base_ref === base);

function edit({ world, repo, match, body, token }) {
  const pull = world.pull(repo, match[1]);
  if (!pull || !world.may(token, "pull_requests")) return;
  if (body.state === "closed") follow(world, repo, pull);
  if (body.state !== "open" || pull.state === "open") return;
  const head = world.branch(repo, pull.head_ref);
  const why =
    (pull.merged && "The pull request cannot be reopened because it was merged.") ||
    (!head && `The ${pull.head_ref} branch was deleted.`) ||
    (!world.descends(repo, head.sha, pull.head_sha) && `The ${pull.head_ref} branch was force-pushed or recreated.`) ||
    (rival(world, repo, pull.head_ref, pull.base_ref) &&
      `There is already an open pull request from ${pull.head_ref} to ${pull.base_ref}.`);
  if (why)
    return invalid("PullRequest", { field: "state", code: "invalid", message: `state cannot be changed. ${why}` });
}

async function merge({ world, repo, match, body, token }) {
  let pull = world.pull(repo, match[1]);
  if (pull?.state !== "open" || pull.draft) return;
  pull = follow(world, repo, pull);
  if (body?.sha && body.sha !== pull.head_sha)
    return failure(409, "Head branch was modified. Review and try the merge again.");
  const { base, changes, conflicts } = await threeWay(world, repo, pull.base_ref, pull.head_sha, token);
  if (conflicts.length) return failure(405, "Pull Request is not mergeable");
  const head = pull.head_sha;
  const merged = changes ? await combine(world, repo, base, head, changes, token) : head;
  world.store.pullRequests.update(pull.id, { base_sha: base, head_sha: merged });
  const { status, data } = await world.call("PUT", `/repos/${repo.full_name}/pulls/${pull.number}/merge`, token, {
    merge_method: body?.merge_method,
  });
  world.store.pullRequests.update(pull.id, { head_sha: head });
  if (status === 200) await closeIssues(world, repo, pull, token);
  return json(data, status);
}

// The emulator's merge takes the head's tree as it is: give it a head that holds both sides.
async function combine(world, repo, base, head, changes, token) {
  const at = `/repos/${repo.full_name}/git`;
  const { data: commit } = await world.call("GET", `${at}/commits/${base}`, token);
  const { data: tree } = changes.length
    ? await world.call("POST", `${at}/trees`, token, { base_tree: commit.tree.sha, tree: changes })
    : { data: commit.tree };
  const { data } = await world.call("POST", `${at}/commits`, token, {
    message: "both sides",
    tree: tree.sha,
    parents: [head, base],
  });
  return data.sha;
}

async function closeIssues(world, repo, pull, token) {
  if (pull.base_ref !== repo.default_branch) return;
  for (const [, number] of (pull.body ?? "").matchAll(CLOSES)) {
    await world.call("PATCH", `/repos/${repo.full_name}/issues/${number}`, token, {
      state: "closed",
      state_reason: "completed",
    });
  }
}

async function closeWithBranch({ world, repo, match, token }) {
  const name = decodeURIComponent(match[1]);
  if (!world.may(token, "contents")) return;
  for (const pull of world.pulls(repo)) {
    if (pull.head_ref === name && pull.state === "open")
      await world.call("PATCH", `/repos/${repo.full_name}/pulls/${pull.number}`, token, { state: "closed" });
  }
}
