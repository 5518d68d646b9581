// A GitHub for the tests: npm `emulate`, with what it lacks mended in front of it. Loopback only.
//   node server.mjs NODE_MODULES   (the seed comes as one line of JSON on stdin; {"url": …} goes to stdout)
// It ends when its stdin closes, so a killed pytest leaves nothing behind.
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { control, faultFor, remember } from "./control.mjs";
import { failure, forbidden } from "./http.mjs";
import { routes as gitRoutes } from "./git.mjs";
import { routes as graphqlRoutes } from "./graphql.mjs";
import { routes as issueRoutes } from "./issues.mjs";
import { routes as pullRoutes } from "./pulls.mjs";
import { World } from "./world.mjs";

const [modules] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(path.join(modules, file)).href);
const { createEmulator } = await load("emulate/dist/api.js");
// The bundle's GitHub service. The name holds a hash: it changes with the version that package-lock.json pins.
const { githubPlugin, getGitHubStore } = await load("emulate/dist/dist-DWLNEG6M.js");

// The emulator's times hold milliseconds, which Python drops where they are zero: such a time would sort as text wrongly.
const toISOString = Date.prototype.toISOString;
Date.prototype.toISOString = function () {
  return toISOString.call(this).replace(".000Z", ".001Z");
};

const routes = [...graphqlRoutes, ...gitRoutes, ...issueRoutes, ...pullRoutes];
let world;

async function answer(request) {
  const url = new URL(request.url);
  const text = ["GET", "HEAD"].includes(request.method) ? "" : await request.text();
  const body = text ? JSON.parse(text) : undefined;
  const call = { method: request.method, url, path: url.pathname, body, token: world.token(request) };
  if (url.pathname.startsWith("/_standin/")) return control(world, call, () => emulator.reset());
  const entry = remember(world, call);
  const fault = faultFor(world, call);
  if (fault && !fault.after) return fault.response();
  const response = await handle(call);
  entry.status = response.status;
  return fault ? fault.response() : response;
}

async function handle(call) {
  if (call.token && !world.knows(call.token)) return failure(401, "Bad credentials");
  const repo = world.repoIn(call.path);
  for (const [method, pattern, act] of routes) {
    const match =
      method === call.method && pattern.exec(repo ? call.path.replace(/^\/repos\/[^/]+\/[^/]+/, "") : call.path);
    const response = match && (await act({ ...call, world, repo, match }));
    if (response) return response;
  }
  const response = await world.pass(call.method, call.path + call.url.search, call.token, call.body);
  return response.status === 403 && world.isBot(call.token) ? forbidden(call.path) : response;
}

// One request at a time: what GitHub does atomically (moving a ref, opening a pull request) is atomic here too.
let last = Promise.resolve();
const inTurn = (request) =>
  (last = last.then(() => answer(request)).catch((error) => failure(500, String(error?.stack ?? error))));

const register = githubPlugin.register;
githubPlugin.register = function (app, store, webhooks, baseUrl, tokens) {
  register.call(this, app, store, webhooks, baseUrl, tokens);
  world = new World({
    store: getGitHubStore(store),
    rows: store,
    inner: app.fetch,
    base: baseUrl,
    tokens,
    modules,
    load,
  });
  app.fetch = inTurn;
};

const [line] = await createInterface({ input: process.stdin })
  [Symbol.asyncIterator]()
  .next()
  .then((r) => [r.value]);
const emulator = await createEmulator({ service: "github", port: 0, hostname: "127.0.0.1", seed: JSON.parse(line) });
console.log(JSON.stringify({ url: emulator.url }));
process.stdin
  .on("end", () => process.exit(0))
  .on("close", () => process.exit(0))
  .resume();
