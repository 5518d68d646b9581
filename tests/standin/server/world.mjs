// The emulator's store and its own HTTP interface, as the mends use them.
const ACTIONS_APP = 15368; // the real id of GitHub Actions' app
const BOT = "github-actions[bot]";

export class World {
  constructor(parts) {
    // store (collections), rows (the same as one), inner (the emulator's fetch), base (its URL), tokens,
    // modules (a folder), load (an import from there)
    Object.assign(this, { ...parts, log: [], faults: [], reactions: [], renamed: {}, elsewhere: {}, bots: 0, sent: 0 });
  }

  clear() {
    for (const kept of [this.log, this.faults, this.reactions]) kept.length = 0;
    this.renamed = {};
    this.elsewhere = {};
  }

  // The emulator replaces rows when they change, so keeping the rows keeps the state.
  save() {
    this.saved = { rows: this.rows.snapshot(), reactions: [...this.reactions] };
  }

  restore() {
    this.clear();
    this.rows.restore(this.saved.rows);
    this.reactions.push(...this.saved.reactions);
  }

  token(request) {
    return (request.headers.get("authorization") ?? "").replace(/^(bearer|token)\s+/i, "").trim();
  }

  // Unknown tokens are the emulator's first user; on GitHub they are nobody.
  knows(token) {
    return this.tokens.has(token);
  }

  isBot(token) {
    return Boolean(this.tokens.get(token)?.installation);
  }

  may(token, permission) {
    const installation = this.tokens.get(token)?.installation;
    return !installation || installation.permissions[permission] === "write";
  }

  // What GITHUB_TOKEN is: a token of the app "github-actions" with the permissions of one job.
  mint(owner, permissions) {
    const account = this.store.users.findOneBy("login", owner);
    if (!this.store.apps.all().length)
      this.store.apps.insert({ app_id: ACTIONS_APP, slug: "github-actions", name: "GitHub Actions" });
    if (!this.store.users.findOneBy("login", BOT))
      this.store.users.insert({
        login: BOT,
        node_id: "BOT",
        avatar_url: "",
        gravatar_id: "",
        type: "Bot",
        site_admin: false,
        name: BOT,
        email: `${ACTIONS_APP}+${BOT}@users.noreply.github.com`,
      });
    const token = `ghs_standin${++this.bots}`;
    const installation = {
      installationId: 1,
      appId: ACTIONS_APP,
      accountId: account.id,
      accountType: "User",
      permissions,
      repositoryIds: [],
      repositorySelection: "all",
    };
    this.tokens.set(token, { login: owner, id: account.id, scopes: [], installation });
    return token;
  }

  viewer(token) {
    const { login, installation } = this.tokens.get(token);
    return this.store.users.findOneBy("login", installation ? BOT : login);
  }

  // The emulator lets a token make 5000 requests, and nothing gives it back: it gets to see another name before that.
  unlimited(token) {
    const alias = `${token}.${Math.floor(this.sent++ / 4000)}`;
    if (this.tokens.has(token)) this.tokens.set(alias, this.tokens.get(token));
    return alias;
  }

  async pass(method, path, token, body) {
    const headers = {
      "content-type": "application/json",
      ...(token && { authorization: `token ${this.unlimited(token)}` }),
    };
    return this.inner(
      new Request(this.base + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }),
    );
  }

  async call(method, path, token, body) {
    const response = await this.pass(method, path, token, body);
    const text = await response.text();
    return { status: response.status, data: text ? JSON.parse(text) : null };
  }

  repoIn(path) {
    const [, owner, name] = /^\/repos\/([^/]+)\/([^/]+)/.exec(path) ?? [];
    return owner && this.repo(`${owner}/${name}`);
  }

  repo(fullName) {
    return this.store.repos.all().find((repo) => repo.full_name.toLowerCase() === fullName.toLowerCase());
  }

  branch(repo, name) {
    return this.store.branches.findBy("repo_id", repo.id).find((branch) => branch.name === name);
  }

  pulls(repo) {
    return this.store.pullRequests.findBy("repo_id", repo.id);
  }

  pull(repo, number) {
    return this.pulls(repo).find((pull) => pull.number === Number(number));
  }

  descends(repo, child, ancestor) {
    const commits = new Map(this.store.commits.findBy("repo_id", repo.id).map((commit) => [commit.sha, commit]));
    const queue = [child];
    for (const sha of queue) {
      if (sha === ancestor) return true;
      for (const parent of commits.get(sha)?.parent_shas ?? []) if (!queue.includes(parent)) queue.push(parent);
    }
    return false;
  }
}
