/** The server of tests and demo: the files that it serves, and the faults that a query can inject. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect, createServer } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { faultsOf, fileOf, serve, typeOf } from "../server.mjs";

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => (server = await serve()));
after(() => server.close());

/** What the server answers to one request: head and body, as they come. @param {string} line @param {string} [headers] */
async function ask(line, headers = "") {
  const socket = connect(Number(new URL(server.origin).port), "127.0.0.1");
  socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`);
  let answer = "";
  socket.setEncoding("latin1").on("data", (text) => (answer += text));
  await once(socket, "close");
  return answer;
}

test("the root is the demo", () => {
  assert.equal(fileOf("/"), "demo/index.html");
});

test("served folders keep their names", () => {
  assert.equal(fileOf("/pkg/banspread.js"), "pkg/banspread.js");
  assert.equal(fileOf("/www/embed.html"), "www/embed.html");
  assert.equal(fileOf("/datasets/"), "datasets/index.html");
  assert.equal(fileOf("/tests/widget/page.html?x=1"), "tests/widget/page.html");
});

test("the small datasets, the gallery and the pages that tests make have other names", () => {
  assert.equal(fileOf("/figures/"), "demo/datasets/index.html");
  assert.equal(fileOf("/figures/euro.json"), "demo/datasets/euro.json");
  assert.equal(fileOf("/gallery/"), "tests/references/index.html");
  assert.equal(fileOf("/gallery/map-portrait.svg"), "tests/references/map-portrait.svg");
  assert.equal(fileOf("/made/site/index.html"), "target/made/site/index.html");
});

test("the make page is in the package", () => {
  assert.equal(fileOf("/make/"), "pkg/make.html");
  assert.equal(fileOf("/make/make/make.js"), "pkg/make/make.js");
  assert.equal(fileOf("/make/banspread.wasm"), "pkg/banspread.wasm");
});

test("other paths are files of the demo", () => {
  assert.equal(fileOf("/article.css"), "demo/article.css");
  assert.equal(fileOf("/target/secret"), "demo/target/secret");
});

test("encoded letters are decoded", () => {
  assert.equal(fileOf("/datasets/a%20b.json"), "datasets/a b.json");
  for (const url of ["/datasets/%zz", "/datasets/%+1", "/datasets/%2"]) assert.equal(fileOf(url), null, url);
});

test("no path leads out of the folders or to hidden files", () => {
  const urls = ["/../x", "/www/../../x", "/www/%2e%2e/x", "/www/..%2fx", "/.git/config", "//etc/passwd"];
  for (const url of [...urls, "/a%5c..%5cx", "/a%00", "x"]) assert.equal(fileOf(url), null, url);
});

test("a query without a known fault injects none", () => {
  for (const url of ["/", "/?again=1&x"]) assert.equal(faultsOf(url), undefined, url);
});

test("each fault is read from the query", () => {
  const query =
    "mime=text%2Fplain&status=404&delay=20&hold=a&held=b&release=c&cut=3&drop=2&length=5&pieces=4&encoding=gzip&redirect=%2Fy&cors=none" +
    "&csp=default-src%20'none'&report=img-src%20*";
  assert.deepEqual(faultsOf(`/x?${query}`), {
    type: "text/plain",
    status: 404,
    delay: 20,
    hold: "a",
    held: "b",
    release: "c",
    cut: 3,
    drop: 2,
    length: 5,
    pieces: 4,
    encoding: "gzip",
    redirect: "/y",
    closed: true,
    policy: "default-src 'none'",
    reported: "img-src *",
  });
});

test("an invalid fault is ignored", () => {
  assert.equal(faultsOf("/x?mime=a%0d%0ab&status=200&delay=-1&cut=x&drop=&cors=all&csp=%0a"), undefined);
});

test("a script is served as a script, and browsers check each time whether it is new", async () => {
  const answer = await ask("GET /www/banspread.js");
  assert.match(answer, /^HTTP\/1\.1 200 /);
  assert.match(answer, /\r\nContent-Type: text\/javascript; charset=utf-8\r\n/);
  assert.match(answer, /\r\nCache-Control: no-cache\r\n/);
  assert.match(answer, /\r\nX-Content-Type-Options: nosniff\r\n/);
});

test("modules have the types that browsers require, unknown files are bytes", () => {
  assert.equal(typeOf("pkg/banspread_bg.wasm"), "application/wasm");
  assert.equal(typeOf("tests/widget/session.mjs"), "text/javascript; charset=utf-8");
  assert.equal(typeOf("www/LICENSE"), "application/octet-stream");
});

test("a copy that is still valid is not sent again", async () => {
  const [, tag] = (await ask("GET /www/banspread.js")).match(/\r\nETag: (.*)\r\n/) ?? [];
  const answer = await ask("GET /www/banspread.js", `If-None-Match: ${tag}\r\n`);
  assert.match(answer, /^HTTP\/1\.1 304 /);
  assert.ok(answer.endsWith("\r\n\r\n"), answer);
  assert.match(await ask("GET /www/banspread.js", 'If-None-Match: "other"\r\n'), /^HTTP\/1\.1 200 /);
});

test("files can be kept for a while without a check, except pages that tests make", async () => {
  const other = await serve({ maxAge: 60 });
  const control = async (/** @type {string} */ path) => (await fetch(other.origin + path)).headers.get("Cache-Control");
  assert.equal(await control("/www/banspread.js"), "max-age=60");
  assert.equal(await control("/www/banspread.js?cut=3"), "no-store");
  assert.equal(await control("/made/nothing.html"), "no-cache");
  await other.close();
});

test("an answer with a fault is never kept", async () => {
  const answer = await ask("GET /www/banspread.js?delay=1", "If-None-Match: *\r\n");
  assert.match(answer, /^HTTP\/1\.1 200 /);
  assert.match(answer, /\r\nCache-Control: no-store\r\n/);
  assert.doesNotMatch(answer, /ETag/);
});

test("a file that is missing is not found", async () => {
  const answer = await ask("GET /pkg/<nothing>");
  assert.match(answer, /^HTTP\/1\.1 404 /);
  assert.ok(answer.includes("/pkg/&lt;nothing&gt;"), answer);
});

test("nothing outside of the served folders is served", async () => {
  for (const path of ["/www/../Cargo.toml", "/www/%2e%2e/Cargo.toml", "/www/..%2fCargo.toml", "/Cargo.toml", "/www"]) {
    assert.match(await ask(`GET ${path}`), /^HTTP\/1\.1 404 /, path);
  }
});

test("a query can inject a type and a failure", async () => {
  assert.match(await ask("GET /www/banspread.js?mime=text/plain"), /\r\nContent-Type: text\/plain\r\n/);
  assert.match(await ask("GET /www/banspread.js?status=503"), /^HTTP\/1\.1 503 /);
});

test("a query can inject a part of a file, with or without its announced length", async () => {
  const cut = await ask("GET /www/banspread.js?cut=10");
  assert.ok(cut.includes("\r\nContent-Length: 10\r\n") && cut.endsWith("\r\n\r\n/** Define"), cut);
  for (const [drop, body] of /** @type {const} */ ([
    [10, "/** Define"],
    [0, ""],
  ])) {
    const dropped = await ask(`GET /www/banspread.js?drop=${drop}`);
    assert.match(dropped, /\r\nContent-Length: \d{3,}\r\n/);
    assert.ok(dropped.endsWith(`\r\n\r\n${body}`), dropped);
  }
});

test("a query can inject a wrong length and a wrong encoding", async () => {
  const answer = await ask("GET /www/banspread.js?length=5&encoding=gzip");
  assert.match(await ask("GET /www/banspread.js?encoding=gzip"), /\r\nContent-Encoding: gzip\r\n/);
  assert.match(answer, /\r\nContent-Length: 5\r\n/);
  assert.ok(answer.split("\r\n\r\n")[1].length > 100, "the whole file follows");
});

test("a query can inject pieces, which are the whole file together", async () => {
  const [whole, pieces] = [await ask("GET /www/banspread.js"), await ask("GET /www/banspread.js?pieces=7")];
  assert.equal(pieces.split("\r\n\r\n")[1], whole.split("\r\n\r\n")[1]);
});

test("a query can inject a redirection", async () => {
  const answer = await ask("GET /www/banspread.js?redirect=%2Fwww%2Fclassic.js%3Fa");
  assert.match(answer, /^HTTP\/1\.1 302 /);
  assert.match(answer, /\r\nLocation: \/www\/classic.js\?a\r\n/);
  assert.match(await ask("GET /www/a.js?redirect=itself"), /\r\nLocation: \/www\/a.js\?redirect=itself\r\n/);
});

test("a query can inject a delay", async () => {
  const begun = performance.now();
  await ask("GET /www/banspread.js?delay=60");
  assert.ok(performance.now() - begun >= 59);
});

test("an answer that is held waits until it is released, and later ones do not wait", async () => {
  let answered = false;
  const answer = ask("GET /www/banspread.js?hold=one").then(() => (answered = true));
  await ask("GET /www/banspread.js?held=one");
  assert.equal(answered, false);
  await ask("GET /www/banspread.js?release=one");
  await answer;
  assert.match(await ask("GET /www/banspread.js?hold=one"), /^HTTP\/1\.1 200 /);
});

test("a query can inject other headers", async () => {
  const plain = await ask("GET /www/banspread.js");
  assert.match(plain, /\r\nAccess-Control-Allow-Origin: \*\r\n/);
  assert.doesNotMatch(plain, /Content-Security-Policy/);
  const answer = await ask("GET /www/banspread.js?cors=none&csp=default-src%20'none'&report=img-src%20*");
  assert.doesNotMatch(answer, /Access-Control-Allow-Origin/);
  assert.match(answer, /\r\nContent-Security-Policy: default-src 'none'\r\n/);
  assert.match(answer, /\r\nContent-Security-Policy-Report-Only: img-src \*\r\n/);
});

test("connections without a request keep nobody waiting", async () => {
  const idle = Array.from({ length: 20 }, () => connect(Number(new URL(server.origin).port), "127.0.0.1"));
  assert.match(await ask("GET /"), /^HTTP\/1\.1 200 /);
  for (const socket of idle) socket.destroy();
});

test("a connection serves many requests", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const reused = [];
  for (let n = 0; n < 3; n++) {
    const request = get(server.origin, { agent });
    const [response] = await once(request, "response");
    await once(response.resume(), "end");
    reused.push(request.reusedSocket);
  }
  agent.destroy();
  assert.deepEqual(reused, [false, true, true]);
});

test("a HEAD request gets no body", async () => {
  const answer = await ask("HEAD /www/banspread.js");
  assert.match(answer, /^HTTP\/1\.1 200 /);
  assert.ok(answer.endsWith("\r\n\r\n"), answer);
  assert.match(answer, /\r\nContent-Length: \d{3,}\r\n/);
});

test("nothing can be sent to the server", async () => {
  assert.match(await ask("POST /"), /^HTTP\/1\.1 405 /);
});

test("a closed server accepts no more connections", async () => {
  const other = await serve();
  assert.equal((await fetch(other.origin)).status, 200);
  await other.close();
  await assert.rejects(fetch(other.origin));
});

test("the error for a port in use names another one to try", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (taken.address());
  const child = spawn(process.execPath, [
    fileURLToPath(new URL("../server.mjs", import.meta.url)),
    "--port",
    String(port),
  ]);
  let words = "";
  child.stderr.on("data", (text) => (words += text));
  const [code] = await once(child, "close");
  taken.close();
  assert.equal(code, 1);
  assert.match(words, new RegExp(`port ${port} .*--port ${port + 1}`));
});
