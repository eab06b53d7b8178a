/**
 * Serves the repository to the tests and to the demo: `node tests/server.mjs --port 8080`.
 *
 * The query of an address can inject faults: `mime=text/plain`, `status=503`, `delay=500` (in ms), `hold=x` (the answer waits for
 * a request with `release=x`), `held=x` (the answer waits until another one is held), `cut=1000` (the file
 * is cut after 1000 bytes), `drop=1000` (the connection ends after 1000 bytes), `length=1000` (the announced length),
 * `pieces=20` (the file comes in 20 pieces), `encoding=gzip` (an encoding that the file does not have), `redirect=/other`
 * (an address, or `itself`), `cors=none`, and the policies `csp=default-src%20'none'` and `report=...`. Invalid values are
 * ignored.
 */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Gates } from "./gates.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** The folders of the repository with the same name on the server. All other paths are files of `demo`. */
const FOLDERS = ["datasets", "pkg", "tests", "www"];
/**
 * The folders with another name on the server: the demo's page of small datasets, the gallery of reference pictures,
 * pages that tests make, and the package around the make page.
 */
const ALIASES = new Map([
  ["figures", "demo/datasets"],
  ["gallery", "tests/references"],
  ["made", "target/made"],
  ["make", "pkg"],
]);
/** Pages of folders that are not called index.html. */
const INDEXES = new Map([["make", "make.html"]]);
const UTF8 = "; charset=utf-8";
/** @type {Record<string, string>} */
const TYPES = {
  ".html": `text/html${UTF8}`,
  ".js": `text/javascript${UTF8}`,
  ".mjs": `text/javascript${UTF8}`,
  ".css": `text/css${UTF8}`,
  ".json": `application/json${UTF8}`,
  ".map": `application/json${UTF8}`,
  ".csv": `text/csv${UTF8}`,
  ".md": `text/plain${UTF8}`,
  ".txt": `text/plain${UTF8}`,
  ".ts": `text/plain${UTF8}`,
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};
/** The time in ms after which the server closes an idle connection. Browsers reuse connections and close them earlier. */
const IDLE = 300_000;
/** The time in ms between two pieces of a file that comes in pieces. */
const PAUSE = 5;

/** @typedef {ReturnType<typeof faultsOf>} Faults */
/** @typedef {{status: number, type: string, body: Buffer}} Answer */

/**
 * Starts a server.
 * @param {object} [where]
 * @param {number} [where.port]  0 for any free port
 * @param {string} [where.host]
 * @param {number} [where.maxAge]  the number of seconds for which browsers keep a file that no test makes
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve({ port = 0, host = "127.0.0.1", maxAge = 0 } = {}) {
  const gates = new Gates();
  const server = createServer({ keepAliveTimeout: IDLE }, (request, response) => {
    // If the browser has closed the connection, nobody needs the answer.
    answer(request, response, maxAge, gates).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    });
  return { origin: `http://${host}:${address.port}`, close: /** @type {() => Promise<void>} */ (close) };
}

/**
 * The file for an address. `null` if the address cannot have a file.
 * @param {string} url
 * @returns {string|null}
 */
export function fileOf(url) {
  const path = decode(url.split("?")[0]);
  if (!path?.startsWith("/")) return null;
  const names = path.slice(1).split("/");
  if (names.at(-1) === "") names.splice(-1, 1, (names.length === 2 && INDEXES.get(names[0])) || "index.html");
  if (!names.every((name) => /^[^.\\:\0][^\\:\0]*$/.test(name))) return null;
  const alias = names.length > 1 && ALIASES.get(names[0]);
  if (alias) return [alias, ...names.slice(1)].join("/");
  const own = names.length > 1 && FOLDERS.includes(names[0]);
  return (own ? names : ["demo", ...names]).join("/");
}

/**
 * The media type for the extension of a file.
 * @param {string} file
 */
export function typeOf(file) {
  return TYPES[extname(file)] ?? "application/octet-stream";
}

/**
 * The faults in the query of an address. `undefined` if there are none.
 * @param {string} url
 */
export function faultsOf(url) {
  const pairs = (url.split("?")[1] ?? "").split("&").map((pair) => pair.split(/=(.*)/s));
  const text = (/** @type {string} */ name) => decode(pairs.find(([key]) => key === name)?.[1] ?? "") || undefined;
  const header = (/** @type {string} */ name) => (/^[ -~]+$/.test(text(name) ?? "") ? text(name) : undefined);
  const number = (/** @type {string} */ name) => (/^\d+$/.test(text(name) ?? "") ? Number(text(name)) : undefined);
  const status = number("status");
  const faults = {
    type: header("mime"),
    status: status && status >= 400 && status < 600 ? status : undefined,
    delay: number("delay"),
    hold: text("hold"),
    held: text("held"),
    release: text("release"),
    cut: number("cut"),
    drop: number("drop"),
    length: number("length"),
    pieces: number("pieces"),
    encoding: header("encoding"),
    redirect: header("redirect") === "itself" ? url : header("redirect"),
    closed: text("cors") === "none" || undefined,
    policy: header("csp"),
    reported: header("report"),
  };
  return Object.values(faults).some((fault) => fault !== undefined) ? faults : undefined;
}

/**
 * A text with its percent-encoded bytes decoded. `null` if the bytes are not valid text.
 * @param {string} text
 */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {number} maxAge
 * @param {Gates} gates
 */
async function answer({ method, url = "", headers }, response, maxAge, gates) {
  if (method !== "GET" && method !== "HEAD") {
    return send(response, page(405, "Only GET and HEAD are answered here."));
  }
  const faults = faultsOf(url);
  const found = await find(url, faults);
  if (faults) return sendFaulty(response, found, faults, gates);
  if (found.status !== 200) return send(response, found);
  // Otherwise a browser asks each time whether its copy is still valid, so that readers of the demo see a new build at
  // once.
  if (maxAge && !url.startsWith("/made/")) response.setHeader("Cache-Control", `max-age=${maxAge}`);
  const tag = `"${createHash("sha1").update(found.body).digest("base64url")}"`;
  response.setHeader("ETag", tag);
  return send(response, headers["if-none-match"] === tag ? { ...found, status: 304 } : found);
}

/**
 * @param {string} url
 * @param {Faults} faults
 * @returns {Promise<Answer>}
 */
async function find(url, faults) {
  if (faults?.status) return page(faults.status, "This answer was asked for.");
  const file = fileOf(url);
  const body = file && (await readFile(join(ROOT, file)).catch(() => null));
  if (!body) return page(404, `There is nothing at ${escape(url.split("?")[0])}.`);
  const type = faults?.type ?? typeOf(file);
  return { status: 200, type, body: body.subarray(0, faults?.cut) };
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {Answer} found
 * @param {NonNullable<Faults>} faults
 * @param {Gates} gates
 */
async function sendFaulty(response, found, faults, gates) {
  const { delay, hold, held, release, drop, length, pieces, closed, policy, reported, encoding, redirect } = faults;
  if (delay) await setTimeout(delay);
  if (hold) await gates.hold(hold);
  if (held) await gates.held(held);
  if (release) gates.release(release);
  response.setHeader("Cache-Control", "no-store");
  if (policy) response.setHeader("Content-Security-Policy", policy);
  if (reported) response.setHeader("Content-Security-Policy-Report-Only", reported);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  if (redirect) return send(response.setHeader("Location", redirect), { ...found, status: 302 }, !closed);
  if (pieces) return sendInPieces(response, found, pieces, !closed);
  if (length !== undefined) return sendMisannounced(response, found, length, !closed);
  if (drop === undefined || drop >= found.body.length) return send(response, found, !closed);
  writeHead(response, found, !closed);
  response.flushHeaders();
  if (drop > 0) response.write(found.body.subarray(0, drop));
  response.socket?.destroySoon();
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {Answer} found
 * @param {number} pieces
 * @param {boolean} open
 */
async function sendInPieces(response, found, pieces, open) {
  writeHead(response, found, open);
  const size = Math.ceil(found.body.length / pieces);
  for (let start = 0; start < found.body.length; start += size) {
    response.write(found.body.subarray(start, start + size));
    await setTimeout(PAUSE);
  }
  response.end();
}

/**
 * Announces another length than that of the file. The connection ends afterwards, because nothing can follow on it.
 * @param {import("node:http").ServerResponse} response
 * @param {Answer} found
 * @param {number} length
 * @param {boolean} open
 */
function sendMisannounced(response, found, length, open) {
  response.setHeader("Connection", "close");
  writeHead(response, found, open, length);
  response.write(found.body);
  response.socket?.destroySoon();
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {Answer} found
 * @param {boolean} [open]  whether pages of other origins may read it
 */
function send(response, found, open = true) {
  writeHead(response, found, open);
  response.end(found.status === 304 ? undefined : found.body);
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {Answer} found
 * @param {boolean} open
 * @param {number} [length]  the announced length
 */
function writeHead(response, { status, type, body }, open, length = body.length) {
  if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-cache");
  if (open) response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (status !== 304) response.setHeader("Content-Type", type).setHeader("Content-Length", length);
  response.writeHead(status);
}

/**
 * A page with one sentence.
 * @param {number} status
 * @param {string} sentence
 * @returns {Answer}
 */
function page(status, sentence) {
  const html =
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${status}</title>` +
    `<h1>${status}</h1><p>${sentence} <a href="/">To the demo</a></p></html>\n`;
  return { status, type: TYPES[".html"], body: Buffer.from(html) };
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8080" } } });
  const port = Number(values.port);
  try {
    const { origin } = await serve({ port });
    console.log(
      `The demo is at ${origin}/, the make page at ${origin}/make/, the gallery of references at ${origin}/gallery/ (Ctrl+C ends it)`,
    );
  } catch (error) {
    const other = port === 65_535 ? port - 1 : port + 1;
    console.error(
      `cannot serve on port ${port} (${/** @type {Error} */ (error).message}): end the program that uses it, ` +
        `or choose another with --port ${other}`,
    );
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
