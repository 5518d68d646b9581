// What only tests may do: reset, read the log, mint tokens, order faults, change settings.
import { failure, json } from "./http.mjs";

export function control(world, { method, path, body }, reset) {
  const asked = `${method} ${path.slice("/_standin/".length)}`;
  if (asked === "POST reset") return (reset(), world.clear(), json(null, 204));
  if (asked === "POST save") return (world.save(), json(null, 204));
  if (asked === "POST restore") return (world.restore(), json(null, 204));
  if (asked === "GET log") return json(world.log);
  if (asked === "POST faults" && body.clear) return ((world.faults.length = 0), json(null, 204));
  if (asked === "POST faults") return (world.faults.push({ times: 1, skip: 0, ...body }), json(null, 204));
  if (asked === "POST tokens") return json({ token: world.mint(body.owner, body.permissions) }, 201);
  if (asked === "PATCH repo") return json(world.store.repos.update(world.repo(body.name).id, body.set));
  if (asked === "POST renamed") return ((world.renamed[body.from] = body.to), json(null, 204));
  if (asked === "POST elsewhere") return ((world.elsewhere[body.name] = body.about), json(null, 204));
  if (asked === "DELETE issue") return (removeIssue(world, body), json(null, 204));
  return failure(404, `The stand-in knows no "${asked}"`);
}

function removeIssue(world, { name, number }) {
  const repo = world.repo(name);
  const issue = world.store.issues.findBy("repo_id", repo.id).find((row) => row.number === number);
  world.store.issues.delete(issue.id);
}

export function remember(world, { method, path, url, body, token }) {
  const entry = {
    method,
    path,
    query: url.search.slice(1),
    body: structuredClone(body ?? null),
    bot: world.isBot(token),
    status: 0,
  };
  world.log.push(entry);
  return entry;
}

// A fault answers instead of the request, or (`after`) after it was carried out: the answer is lost.
export function faultFor(world, { method, path, token }) {
  const fault = world.faults.find(
    (f) =>
      f.times > 0 && (!f.method || f.method === method) && new RegExp(f.path ?? "").test(path) && world.isBot(token),
  );
  if (!fault || fault.skip-- > 0) return undefined;
  fault.times -= 1;
  const { status = 502, headers = {}, body: text = { message: "Server Error" } } = fault;
  return {
    after: fault.after,
    response: () =>
      new Response(JSON.stringify(text), { status, headers: { "content-type": "application/json", ...headers } }),
  };
}
