// Opens every page of handbooks in a browser without a window and asks axe-core whether it meets WCAG 2.2 AA: in light and in dark, on a phone and at a desk. Ends with 1 when any page does not.
//
//   node accessibility.mjs FOLDER… [--pictures FOLDER]
//
// A page is opened once. At the desk axe-core is asked everything; on the phone only what a window or colours can change, unless other things are to be seen there than at the desk.
import { readFileSync, readdirSync, mkdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve, relative } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const ofWindowOrColours = { type: "rule", values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"] };
const desk = { name: "desk", size: { width: 1280, height: 900 }, colorScheme: "light" };
const phone = { name: "phone", size: { width: 390, height: 844 }, colorScheme: "dark" };

const folders = [];
let pictures = "";
for (let i = 2; i < process.argv.length; ++i) {
  if (process.argv[i] === "--pictures") pictures = process.argv[++i];
  else folders.push(resolve(process.argv[i]));
}
if (folders.length === 0 || pictures === undefined) {
  console.error("node accessibility.mjs FOLDER… [--pictures FOLDER]");
  process.exit(2);
}
if (pictures !== "") mkdirSync(pictures, { recursive: true });

const pages = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => ({ folder, path: join(folder, name), found: [] })),
);
if (pages.length === 0) {
  console.error("There are no pages in " + folders.join(", "));
  process.exit(2);
}

// What is drawn at all, an element a digit.
const drawn = () => [...document.body.querySelectorAll("*")].map((element) => Number(element.checkVisibility({ visibilityProperty: true }))).join("");
// Only violations in full: describing what is as it should be takes axe-core most of its time.
const ask = (asked) => globalThis.axe.run(document, { runOnly: asked, resultTypes: ["violations"], preload: false });
// Reflow (WCAG 1.4.10): nothing but drawings and tables, in their frames, is wider than the window.
const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

// Words of people, up to 20 letters, that a line ends within without a hyphen: letters of one word on two lines, none of which is behind a soft or hard hyphen or one that the browser set (only it knows where, so a word that may be hyphenated is
// looked at as if it may not).
const broken = () => {
  const out = [];
  const sheet = document.head.appendChild(document.createElement("style"));
  sheet.textContent = "* { hyphens: manual !important }";
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.parentElement.closest("code") !== null) continue;
    for (const word of text.data.matchAll(/(?<![\p{L}\p{N}_./:@#?&=%+-])\p{L}{2,20}(?![\p{L}\p{N}_./:@#?&=%+-]*[\p{N}_/:@#?&=%+-])/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1) out.push(word[0]);
    }
  }
  sheet.remove();
  return out;
};

async function look(tab, one) {
  const tell = (window, what) => one.found.push(`${one.path} (${window.name}): ${what}`);
  const change = async (window) => {
    await tab.setViewportSize(window.size);
    await tab.emulateMedia({ colorScheme: window.colorScheme });
  };
  const judge = async (window, asked) => {
    for (const violation of (await tab.evaluate(ask, asked)).violations)
      for (const node of violation.nodes) tell(window, `${violation.id}: ${violation.help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 200)}`);
    const pixels = await tab.evaluate(tooWide);
    if (pixels > 0) tell(window, `the page is ${pixels} pixels wider than the window`);
    for (const word of await tab.evaluate(broken)) tell(window, `the word '${word}' is broken`);
    if (pictures === "") return;
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    const path = join(pictures, `${window.name}-${relative(join(one.folder, ".."), one.path).replaceAll("/", "-")}.png`);
    await tab.screenshot({ path, fullPage: height < 8000 });   // of a longer one what the window shows
  };
  await change(desk);
  await tab.goto(pathToFileURL(one.path).href);
  await tab.evaluate(axe);
  const atDesk = await tab.evaluate(drawn);
  await judge(desk, everything);
  await change(phone);
  await judge(phone, (await tab.evaluate(drawn)) === atDesk ? ofWindowOrColours : everything);
}

const begun = Date.now();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const left = [...pages].sort((a, b) => statSync(a.path).size - statSync(b.path).size);   // the longest is taken first, from the end
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), pages.length) }, async () => {
    const tab = await (await browser.newContext()).newPage();   // a process of its own each
    tab.setDefaultTimeout(120000);
    for (let one = left.pop(); one !== undefined; one = left.pop()) await look(tab, one);
  }),
);
await browser.close();

const found = pages.flatMap((one) => one.found);
for (const one of found) console.log(one);
console.log(`${pages.length} pages, 2 windows: ${found.length} violations, ${Math.round((Date.now() - begun) / 1000)} seconds`);
process.exit(found.length > 0 ? 1 : 0);
