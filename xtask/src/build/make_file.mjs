// node make_file.mjs PKG SCRIPT WORKER FILE: writes the make page of the package as a single file. SCRIPT and WORKER are its
// scripts in the form for such a file. Each other file is in an element that names it: a text as it is if the page runs it,
// otherwise compressed with gzip, in base64.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { publishedNames } from "../../../make/data/package.js";

const [pkg, script, worker, file] = process.argv.slice(2);
/** The script of the element. It runs, and is a file of publications. */
const ELEMENT = "banspread.standalone.js";
const LIST = "integrity.json";

/** @param {string} name */
const read = (name) => readFileSync(join(pkg, name), "utf8");

/** A source of a policy that allows exactly this text. @param {string} text */
const hashSource = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Replaces a part of the page, which must be there once. @param {string} page @param {string} part @param {string} by */
function replaced(page, part, by) {
  const parts = page.split(part);
  if (parts.length !== 2) throw new Error(`make.html has ${parts.length - 1} times: ${part}`);
  return parts.join(by);
}

/** A text as the content of an element `script`, which must not end it. @param {string} text */
function harmless(text) {
  if (/<\/script|<!--/i.test(text)) throw new Error("a script would end its own element");
  return text;
}

/** A text as the content of an element `style`, which must not end it. @param {string} text */
function harmlessStyle(text) {
  if (/<\/style/i.test(text)) throw new Error("a style sheet would end its own element");
  return text;
}

/** @param {string} name */
function packed(name) {
  const content = gzipSync(readFileSync(join(pkg, name)), { level: 9 }).toString("base64");
  return `<script type="text/plain" data-file="${name}" data-packed>${content}</script>\n`;
}

const texts = { style: read("make/make.css"), element: read(ELEMENT), script: readFileSync(script, "utf8") };
const policy = [
  "default-src 'none'",
  `script-src ${hashSource(texts.element)} ${hashSource(texts.script)} 'wasm-unsafe-eval'`,
  "worker-src blob:",
  "connect-src http: https:",
  `style-src ${hashSource(texts.style)}`,
  "img-src data: blob:",
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default",
].join("; ");

const messages = readdirSync(join(pkg, "make/messages")).filter((name) => name !== "en.json");
const names = [
  LIST,
  ...publishedNames(JSON.parse(read(LIST))).filter((name) => name !== ELEMENT),
  ...messages.map((name) => `make/messages/${name}`),
].sort();
const parts = [
  `<script type="text/plain" data-file="make/worker.js">${harmless(readFileSync(worker, "utf8"))}</script>\n`,
  ...names.map(packed),
  `<script data-file="${ELEMENT}">${harmless(texts.element)}</script>\n`,
  `<script type="module">${harmless(texts.script)}</script>\n`,
];

const served = read("make.html");
const [, own] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(served) ?? [];
let page = replaced(served, own, policy);
page = replaced(page, '<link rel="stylesheet" href="make/make.css">', `<style>${harmlessStyle(texts.style)}</style>`);
for (const name of ["banspread.js", "make/make.js"]) {
  page = replaced(page, `  <script type="module" src="${name}"></script>\n`, "");
}
// The page is drawn into the body, in place of what is there.
writeFileSync(file, replaced(page, "</head>", `${parts.join("")}</head>`));
