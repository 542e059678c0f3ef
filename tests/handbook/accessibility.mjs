// Opens every page of handbooks in a browser without a window and asks axe-core whether it meets WCAG 2.2 AA: in light and in dark, on a phone and at a desk. Ends with 1 when any page does not.
//
//   node accessibility.mjs FOLDER… [--pictures FOLDER]
import { readFileSync, readdirSync, mkdirSync } from "node:fs";
import { join, resolve, relative } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const windows = [
  { name: "desk", width: 1280, height: 900, scheme: "light" },
  { name: "phone", width: 390, height: 844, scheme: "dark" },
];

const folders = [];
let pictures = "";
for (let i = 2; i < process.argv.length; ++i) {
  if (process.argv[i] === "--pictures") pictures = process.argv[++i];
  else folders.push(resolve(process.argv[i]));
}
if (folders.length === 0) {
  console.error("node accessibility.mjs FOLDER… [--pictures FOLDER]");
  process.exit(2);
}

const pages = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => ({ folder, name, path: join(folder, name) })),
);
if (pages.length === 0) {
  console.error("There are no pages in " + folders.join(", "));
  process.exit(2);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let found = 0;
for (const window of windows) {
  const context = await browser.newContext({ viewport: window, colorScheme: window.scheme });
  const page = await context.newPage();
  page.setDefaultTimeout(120000);
  const tell = (where, what) => {
    ++found;
    console.log(`${where} (${window.name}): ${what}`);
  };
  for (const one of pages) {
    await page.goto(pathToFileURL(one.path).href);
    await page.evaluate(axe);
    const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
    for (const violation of result.violations)
      for (const node of violation.nodes) tell(one.path, `${violation.id}: ${violation.help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 200)}`);
    // Reflow (WCAG 1.4.10): nothing but drawings and tables, in their frames, is wider than the window.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) tell(one.path, `the page is ${wide} pixels wider than the window`);
    if (pictures !== "") {
      mkdirSync(pictures, { recursive: true });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const path = join(pictures, `${window.name}-${relative(join(one.folder, ".."), one.path).replaceAll("/", "-")}.png`);
      await page.screenshot({ path, fullPage: height < 8000 });   // of a longer one what the window shows
    }
  }
  await context.close();
}
await browser.close();
console.log(`${pages.length} pages, ${windows.length} windows: ${found} violations`);
process.exit(found > 0 ? 1 : 0);
