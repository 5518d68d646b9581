// GitHub is asked for one ref under /git/ref/ and names it under /git/refs/, where it is written; the emulator does not.
import { json } from "./http.mjs";

export const routes = [["GET", /^\/git\/ref\/.+$/, oneRef]];

async function oneRef({ world, path, token }) {
  const { status, data } = await world.call("GET", path, token);
  return json(status === 200 ? { ...data, url: data.url.replace("/git/ref/", "/git/refs/") } : data, status);
}
