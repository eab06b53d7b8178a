/** What `SECURITY.md` promises about the scripts of the package. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/**
 * The scripts of a folder and of its folders.
 * @param {string} folder
 * @returns {string[]}
 */
function scripts(folder) {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return paths.flatMap((path) => (statSync(path).isDirectory() ? scripts(path) : path.endsWith(".js") ? [path] : []));
}

/** The scripts, each with its path. @type {[path: string, source: string][]} */
const SOURCES = scripts("www").map((path) => [path.replaceAll("\\", "/"), readFileSync(path, "utf8")]);

/** The paths of the scripts in which the pattern is. @param {RegExp} pattern */
const naming = (pattern) => SOURCES.filter(([, source]) => pattern.test(source)).map(([path]) => path);

test("no script stores anything", () => {
  const stores =
    /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|caches\.open|navigator\.storage)\b|\.cookie\b/u;
  assert.ok(SOURCES.length > 100);
  assert.deepEqual(naming(stores), []);
});

test("only two scripts ask the network, and none sends anything", () => {
  assert.deepEqual(naming(/\bfetch\(/u).sort(), ["www/embed.js", "www/loading/request.js"]);
  assert.deepEqual(
    naming(/\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/u),
    [],
  );
  assert.deepEqual(naming(/method:\s*["'](?:POST|PUT|PATCH)/u), []);
});

test("no script makes markup or code from text", () => {
  const makes = /\b(?:(?:innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|document\.write|eval\(|new Function\()/u;
  assert.deepEqual(naming(makes), []);
});
