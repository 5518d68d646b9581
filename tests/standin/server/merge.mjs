// Real three-way merges: what may be combined by file is, the rest goes through `git merge-file`.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

// → base: its commit; changes: tree entries that turn its tree into the merge, null when it has not moved;
//   conflicts: paths
export async function threeWay(world, repo, baseRef, head, token) {
  const at = `/repos/${repo.full_name}`;
  const { data: compared } = await world.call("GET", `${at}/compare/${baseRef}...${head}`, token);
  const base = compared.base_commit.sha;
  const common = compared.merge_base_commit.sha;
  const result = { base, compared, changes: null, conflicts: [] };
  if (common === base) return result;
  const [was, ours, theirs] = await Promise.all([common, base, head].map((sha) => filesOf(world, at, sha, token)));
  result.changes = [];
  for (const file of new Set([...was.keys(), ...theirs.keys()])) {
    const [a, b, c] = [was, ours, theirs].map((tree) => tree.get(file));
    if (c?.sha === a?.sha || c?.sha === b?.sha) continue;
    const entry = { path: file, mode: "100644", type: "blob" };
    if (a?.sha === b?.sha) result.changes.push({ ...entry, sha: c?.sha ?? null });
    else {
      const content = a && b && c && (await mergeText(world, at, [b.sha, a.sha, c.sha], token));
      if (typeof content === "string") result.changes.push({ ...entry, content });
      else result.conflicts.push(file);
    }
  }
  return result;
}

async function filesOf(world, at, sha, token) {
  const { data } = await world.call("GET", `${at}/git/trees/${sha}?recursive=1`, token);
  return new Map(data.tree.filter((entry) => entry.type === "blob").map((entry) => [entry.path, entry]));
}

async function mergeText(world, at, shas, token) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "standin-merge-"));
  try {
    const files = [];
    for (const [index, sha] of shas.entries()) {
      const { data } = await world.call("GET", `${at}/git/blobs/${sha}`, token);
      files.push(path.join(folder, String(index)));
      fs.writeFileSync(files[index], Buffer.from(data.content, "base64"));
    }
    return execFileSync("git", ["merge-file", "-p", ...files], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
