// Opens a site in Chromium and says what is seen there, as JSON. The tests of test_browser.py judge it.
//   node browse.mjs NODE_MODULES SITE QUERIES.json [FOLDER FOR SCREENSHOTS]
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, site, queriesFile, pictures] = process.argv.slice(2);
const require = createRequire(join(modules, "here.js"));
const load = async (name) => (await import(pathToFileURL(require.resolve(name)))).default;
const chromium = await load("@sparticuz/chromium");
const puppeteer = await load("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json" };

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://here").pathname)).replace(/\/$/, "/index.html");
  try {
    const data = readFileSync(join(site, path));
    response.writeHead(200, { "content-type": `${TYPES[extname(path)] ?? "text/plain"}; charset=utf-8` }).end(data);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const home = `http://127.0.0.1:${server.address().port}/`;
const browser = await puppeteer.launch({
  args: [...chromium.args, "--lang=zh-CN"],
  executablePath: await chromium.executablePath(),
  headless: "shell",
});

const complaints = [];
const elsewhere = [];
async function open(address = "", { width = 1200, height = 900, dark = false, script = true } = {}) {
  const page = await browser.newPage();
  page.on("console", (said) => ["error", "warn"].includes(said.type()) && complaints.push(said.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => (complaints.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (one) => !/^data:/.test(one.url()) && !one.url().startsWith(home) && elsewhere.push(one.url()));
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(new URL(address, home).href, { waitUntil: "load" });
  return page;
}
const picture = async (page, name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });
const settled = (page) => page.waitForFunction(() => !document.getElementById("state").textContent.startsWith("正在"));
const results = (page) =>
  page.evaluate(() => {
    const list = document.getElementById("results");
    return list.hidden ? null : [...list.querySelectorAll("li > a")].map((a) => a.getAttribute("href").slice(8, -5));
  });
const state = async (page) => ({
  results: await results(page),
  address: await page.evaluate(() => decodeURIComponent(location.search)),
  query: await page.$eval("#q", (q) => q.value),
  said: await page.$eval("#state", (one) => one.textContent),
  all: await page.$eval("#all", (one) => !one.hidden),
});
const serious = (page) =>
  page.evaluate(
    async (source) => {
      (0, eval)(source);
      const { violations, passes } = await axe.run();
      if (passes.length < 10) return ["axe looked at nothing"];
      return violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes[0].html}`);
    },
    axe,
  );
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const seen = { queries: {}, axe: {}, wide: {} };
const given = JSON.parse(readFileSync(queriesFile, "utf8"));

let page = await open();
await picture(page, "desktop");
const type = async (text) => {
  await page.$eval("#q", (q, value) => ((q.value = value), q.dispatchEvent(new Event("input", { bubbles: true }))), text);
  await settled(page);
};
for (const query of given.queries) {
  await type(query);
  seen.queries[query] = await results(page);
}
await picture(page, "results");

page = await open();
await page.focus("#q");
await page.keyboard.type(given.typed);
await settled(page);
seen.typed = await state(page);
for (const [key, value] of Object.entries(given.choices)) await page.select(`select[name=${key}]`, value);
await settled(page);
seen.chosen = await state(page);
await picture(page, "filters");
await page.goBack();
seen.back = await state(page);
for (const _ of Object.keys(given.choices)) await page.goBack();
seen.start = await state(page);
await page.goForward();
seen.forward = await state(page);
await page.goto(`${home}index.html?${new URLSearchParams({ q: given.word, ...given.choices })}`, { waitUntil: "load" });
await settled(page);
seen.restored = await state(page);
await page.click("#results li a");
await page.waitForSelector("article");
await page.goBack({ waitUntil: "load" });
await settled(page);
seen.returned = await state(page);
await page.click("#clear");
seen.cleared = await state(page);

page = await open("", { script: false });
seen.plain = { shown: (await page.$$("#all li[data-at]")).length, form: await page.$eval("#search", (form) => form.checkVisibility()) };

page = await open("index.html", { dark: true });
seen.dark = await page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
await picture(page, "dark");
page = await open("index.html", { width: 360, height: 740 });
seen.wide.index = await wide(page);
await picture(page, "phone");
for (const slug of given.pages) {
  page = await open(`entries/${slug}.html`, { width: 360, height: 740 });
  seen.wide[slug] = await wide(page);
  await picture(page, `phone-${slug}`);
}
for (const dark of [false, true]) {
  for (const address of ["index.html", `index.html?q=${given.typed}`, ...given.pages.map((slug) => `entries/${slug}.html`)]) {
    page = await open(address, { dark });
    if (address.includes("?")) await settled(page);
    if (dark && address.startsWith("entries")) await picture(page, `dark-${address.slice(8, -5)}`);
    seen.axe[`${address} ${dark ? "dark" : "light"}`] = await serious(page);
  }
}
page = await browser.newPage();
await page.goto(pathToFileURL(join(site, "index.html")).href);
await page.$eval("#q", (q, value) => ((q.value = value), q.dispatchEvent(new Event("input", { bubbles: true }))), given.typed);
await settled(page);
seen.disk = await results(page);

seen.complaints = complaints;
seen.elsewhere = elsewhere;
console.log(JSON.stringify(seen));
await browser.close();
server.close();
