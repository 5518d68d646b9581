// GraphQL, run on GitHub's official schema: a query that GitHub would refuse is refused here.
import fs from "node:fs";
import path from "node:path";

import { failure, json } from "./http.mjs";

export const routes = [["POST", /^\/graphql$/, answer]];
let engine;

async function start(world) {
  const lib = await world.load("graphql/index.mjs");
  const text = fs.readFileSync(path.join(world.modules, "@octokit/graphql-schema/schema.graphql"), "utf8");
  return { ...lib, schema: lib.buildSchema(text, { assumeValidSDL: true }) };
}

async function answer({ world, body, token }) {
  if (!token) return failure(401, "Requires authentication");
  engine ??= await start(world);
  const document = engine.parse(body.query);
  const wrong = engine.validate(engine.schema, document);
  if (wrong.length) return json({ errors: wrong.map((error) => error.toJSON()) });
  const result = await engine.execute({
    schema: engine.schema,
    document,
    rootValue: root(world, token),
    variableValues: body.variables,
  });
  const errors = result.errors?.map(({ message, path: at, extensions }) => ({
    type: extensions?.type ?? "UNPROCESSABLE",
    path: at,
    message,
  }));
  return json({ data: result.data, ...(errors && { errors }) });
}

const refuse = (message, type) => new engine.GraphQLError(message, { extensions: { type } });

function root(world, token) {
  const viewer = world.viewer(token);
  const pullOf = (id) => world.store.pullRequests.all().find((pull) => pull.node_id === id);
  const setDraft =
    (draft) =>
    ({ input }) => {
      if (!world.may(token, "pull_requests") || !world.may(token, "contents"))
        throw refuse("Resource not accessible by integration", "FORBIDDEN");
      const pull = pullOf(input.pullRequestId);
      if (!pull)
        throw refuse(`Could not resolve to a node with the global id of '${input.pullRequestId}'`, "NOT_FOUND");
      if (draft && world.store.repos.all().find((row) => row.id === pull.repo_id)?.standin_has_no_drafts)
        throw refuse("Draft pull requests are not supported in this repository.", "UNPROCESSABLE");
      world.store.pullRequests.update(pull.id, { draft });
      return { pullRequest: { id: pull.node_id, number: pull.number, isDraft: draft } };
    };
  const setArmed =
    (auto_merge) =>
    ({ input }) => {
      const pull = pullOf(input.pullRequestId);
      if (!pull || (!auto_merge && !pull.auto_merge)) throw refuse("Can't disable auto-merge", "UNPROCESSABLE");
      world.store.pullRequests.update(pull.id, { auto_merge });
      return { clientMutationId: null };
    };
  return {
    nodes: ({ ids }) => ids.map((id) => comment(world, viewer, id)),
    repository: ({ owner, name }) => repository(world, `${owner}/${name}`, token),
    viewer: () => ({ login: viewer.login, databaseId: viewer.id, id: `U${viewer.id}` }),
    convertPullRequestToDraft: setDraft(true),
    markPullRequestReadyForReview: setDraft(false),
    enablePullRequestAutoMerge: setArmed({ merge_method: "merge" }),
    disablePullRequestAutoMerge: setArmed(null),
    updateRefs: ({ input }) => updateRefs(world, token, input),
  };
}

function repository(world, fullName, token) {
  const name = world.renamed[fullName] ?? fullName;
  const repo = world.repo(name);
  if (!repo && (name in world.elsewhere || name.startsWith("example/"))) return abroad(name, world.elsewhere[name]);
  if (!repo) throw refuse(`Could not resolve to a Repository with the name '${fullName}'.`, "NOT_FOUND");
  const tip = world.branch(repo, repo.default_branch);
  const ref = tip && { id: `B${tip.id}`, name: tip.name, target: commit(world, repo, tip.sha) };
  return {
    id: repo.node_id,
    nameWithOwner: repo.full_name,
    defaultBranchRef: ref,
    object: ({ expression }) => blobAt(world, repo, expression, token),
    pullRequest: ({ number }) => pullRequest(world, repo, number, token),
    isArchived: Boolean(repo.archived),
    isDisabled: false,
    isFork: Boolean(repo.fork),
    stargazerCount: 0,
    createdAt: repo.created_at,
  };
}

// A repository that nobody works in here: what a test says of it, null where it is not there. Those of `example` are.
function abroad(name, about = {}) {
  if (!about) throw refuse(`Could not resolve to a Repository with the name '${name}'.`, "NOT_FOUND");
  const usual = { isArchived: false, isDisabled: false, isFork: false, stargazerCount: 0, createdAt: "2023-01-01T00:00:00Z" };
  return { id: `R_${name}`, nameWithOwner: name, defaultBranchRef: { id: "B1", name: "main" }, ...usual, ...about };
}

const CHANGES = { added: "ADDED", modified: "MODIFIED", removed: "DELETED", renamed: "RENAMED" };

// What it shows of its branch: commits that the base lacks, and the files they change.
async function pullRequest(world, repo, number, token) {
  const pull = world.pull(repo, number);
  if (!pull) throw refuse(`Could not resolve to a PullRequest with the number of ${number}.`, "NOT_FOUND");
  const head = world.branch(repo, pull.head_ref)?.sha ?? pull.head_sha;
  const { data } = await world.call("GET", `/repos/${repo.full_name}/compare/${pull.base_ref}...${head}`, token);
  const connection = (rows, make) => ({ first }) => ({ totalCount: rows.length, nodes: rows.slice(0, first).map(make) });
  return {
    id: pull.node_id,
    number,
    headRefOid: head,
    comments: { totalCount: world.store.comments.all().filter((row) => row.issue_number === number && row.repo_id === repo.id).length },
    commits: connection(data.commits, (one) => ({
      commit: {
        oid: one.sha,
        message: one.commit.message,
        author: { email: one.commit.author.email, user: one.author && { login: one.author.login } },
        parents: connection(one.parents, (parent) => ({ oid: parent.sha })),
      },
    })),
    files: connection(data.files, (file) => ({ path: file.filename, changeType: CHANGES[file.status] })),
  };
}

async function blobAt(world, repo, expression, token) {
  const [, sha, file] = /^([^:]+):(.+)$/.exec(expression) ?? [];
  if (!file) return blob(world, repo, expression);
  const { data } = await world.call("GET", `/repos/${repo.full_name}/git/trees/${sha}?recursive=1`, token);
  const entry = data.tree?.find((one) => one.path === file && one.type === "blob");
  return entry ? blob(world, repo, entry.sha) : null;
}

function commit(world, repo, sha) {
  const row = world.store.commits.findBy("repo_id", repo.id).find((one) => one.sha === sha);
  return { __typename: "Commit", id: sha, oid: sha, tree: { __typename: "Tree", id: row.tree_sha, oid: row.tree_sha } };
}

// `text` is null for bytes that are no UTF-8, as on GitHub.
function blob(world, repo, oid) {
  const row = world.store.blobs.findBy("repo_id", repo.id).find((one) => one.sha === oid);
  if (!row) return null;
  const bytes = Buffer.from(row.content, row.encoding === "base64" ? "base64" : "utf8");
  const text = bytes.toString("utf8");
  return { __typename: "Blob", id: oid, oid, isTruncated: false, text: Buffer.from(text).equals(bytes) ? text : null };
}

const REACTIONS = { "+1": "THUMBS_UP", "-1": "THUMBS_DOWN", confused: "CONFUSED", eyes: "EYES", rocket: "ROCKET" };

function comment(world, viewer, id) {
  const row = world.store.comments.all().find((one) => one.node_id === id);
  if (!row) throw refuse(`Could not resolve to a node with the global id of '${id}'`, "NOT_FOUND");
  const mine = world.reactions
    .filter((one) => one.comment === String(row.id) && one.user.login === viewer.login)
    .map((one) => one.content);
  const groups = Object.entries(REACTIONS).map(([word, content]) => ({
    content,
    viewerHasReacted: mine.includes(word),
  }));
  return { __typename: "IssueComment", id, databaseId: row.id, reactionGroups: groups };
}

async function updateRefs(world, token, { repositoryId, refUpdates }) {
  const repo = world.store.repos.all().find((row) => row.node_id === repositoryId);
  if (!repo) throw refuse(`Could not resolve to a node with the global id of '${repositoryId}'`, "NOT_FOUND");
  for (const { name, beforeOid } of refUpdates) {
    const now = world.branch(repo, name.replace("refs/heads/", ""))?.sha ?? "0".repeat(40);
    if (beforeOid && beforeOid !== now)
      throw refuse(`Reference cannot be updated: ${name} is at ${now} but expected ${beforeOid}`, "UNPROCESSABLE");
  }
  for (const { name, beforeOid, afterOid, force } of refUpdates) {
    const made = /^0+$/.test(beforeOid ?? "");
    const [method, at, body] = made
      ? ["POST", "refs", { ref: name, sha: afterOid }]
      : ["PATCH", name, { sha: afterOid, force }];
    const { status, data } = await world.call(method, `/repos/${repo.full_name}/git/${at}`, token, body);
    if (status >= 400) throw refuse(data.message, status === 403 ? "FORBIDDEN" : "UNPROCESSABLE");
  }
  return { clientMutationId: null };
}
