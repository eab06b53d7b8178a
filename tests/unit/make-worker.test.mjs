/** The scripts of the make page's worker that need no module. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { encodingsOf } from "../../make/worker/encoding.js";
import { sentenceOf } from "../../make/worker/faults.js";
import { settingsOf, takenIn } from "../../make/worker/taken.js";
import { filesOf } from "../../make/worker/zip.js";

/**
 * Texts as people keep them: the encoding in which spreadsheets wrote them, the text, its bytes as base64.
 * @type {[string, string, string][]}
 */
const TEXTS = JSON.parse(readFileSync(new URL("../data/encodings.json", import.meta.url), "utf8"));

test("an encoding from before Unicode is told by its letters", () => {
  for (const [name, text, base64] of TEXTS) {
    const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
    // Node.js decodes these bytes of windows-1252 as controls; the browser tests have the whole list.
    if (name === "windows-1252" && bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) continue;
    assert.equal(encodingsOf(bytes)[0], name, text);
  }
});

test("a text whose rows end as on an old Mac is in its encoding", () => {
  const bytes = (/** @type {string} */ end) =>
    Uint8Array.from(Buffer.from(["Land;Datum", "\x85sterreich;2020", "Fran\x8dais;2021", ""].join(end), "latin1"));
  assert.equal(encodingsOf(bytes("\r"))[0], "macintosh");
  const japanese = "\x82\xa0\x82\xa2\x82\xa4\x93\xfa\x96\x7b\r".repeat(3);
  assert.equal(encodingsOf(Uint8Array.from(Buffer.from(japanese, "latin1")))[0], "Shift_JIS");
  for (const end of ["\n", "\r\n"]) assert.ok(!encodingsOf(bytes(end)).includes("macintosh"));
});

test("a long line is not cut within a letter of two bytes", () => {
  const words = "\x82\xa0\x82\xa2\x82\xa4\x93\xfa\x96\x7b";
  for (const before of ["", "a"]) {
    const bytes = Uint8Array.from(Buffer.from(`${before}${`${words},`.repeat(2000)}`, "latin1"));
    assert.equal(encodingsOf(bytes)[0], "Shift_JIS");
  }
});

test("every text has an encoding, also one of odd bytes", () => {
  assert.deepEqual(encodingsOf(Uint8Array.of(0x81, 0x8d, 0x8f, 0x90, 0x9d)).slice(-1).length, 1);
});

test("an archive gives the files that it has, also those that it does not pack", async () => {
  const archive = zipSync({ "site/data.json": strToU8("{}"), "site/a.txt": [strToU8("é".repeat(999)), { level: 0 }] });
  const files = filesOf(archive);
  assert.deepEqual([...files.keys()], ["site/data.json", "site/a.txt"]);
  assert.equal(new TextDecoder().decode(await files.get("site/data.json")?.()), "{}");
  assert.equal(new TextDecoder().decode(await files.get("site/a.txt")?.()), "é".repeat(999));
});

test("an archive that is damaged or unpacks into too much is refused", async () => {
  const archive = zipSync({ "data.json": strToU8("x".repeat(5000)), bomb: new Uint8Array(120_000_000) });
  await assert.rejects(async () => filesOf(archive).get("bomb")?.(), /unpacks to more than 100 MB/);
  for (const size of [0, 30, archive.length - 30]) {
    assert.throws(() => filesOf(archive.subarray(0, size)), /damaged/);
  }
  const broken = archive.slice();
  broken.fill(0xff, 45, 70);
  await assert.rejects(async () => filesOf(broken).get("data.json")?.(), /damaged/);
});

const PAGE = `<!doctype html>
<html lang="de" dir="ltr">
  <title>Wer &amp; wann</title>
  <link rel="canonical" href="https://paper.example/story/">
  <meta property="og:site_name" content="The &quot;Tile&quot;">
  <ban-spread src="data.json" date="2020-03" view="lanes">
      <img src="figure.svg" width="720" height="400" alt="x">`;

test("what was published is taken in with its settings", async () => {
  const files = { "data.json": '{"a":1}', "index.html": PAGE, "make.json": '{"look":{}}' };
  const archive = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`site/${name}`, strToU8(text)])),
  );
  const found = await takenIn(new Blob([archive]), () => {});
  assert.deepEqual(found, {
    kind: "zip",
    text: '{"a":1}',
    settings: {
      title: "Wer & wann",
      date: "2020-03",
      lang: "de",
      view: "lanes",
      address: "https://paper.example/story/",
      provider: 'The "Tile"',
      width: 720,
    },
    project: '{"look":{}}',
  });
});

test("a page of many beginnings and no end is read in time that grows with its length", async () => {
  const page = '<!doctype html><html lang="en">' + "<ban-spread ".repeat(100_000);
  await assert.rejects(
    takenIn(page, () => {}),
    { message: /contains no dataset/ },
  );
  const beginnings = '<script type="application/json" id="events">\n'.repeat(50_000);
  await assert.rejects(
    takenIn(beginnings, () => {}),
    { message: /contains no dataset/ },
  );
  assert.equal(settingsOf(page).date, undefined);
});

test("live data is taken in with the time after which it is asked for again", async () => {
  const element = '<ban-spread src="https://live.example/a.csv?a=1&amp;b=2" fallback-src="data.json" refresh="300">';
  const index = PAGE.replace(/<ban-spread[^>]*>/, element);
  const found = await takenIn(zipSync({ "data.json": strToU8("{}"), "index.html": strToU8(index) }), () => {});
  const { live, refresh } = found?.settings ?? {};
  assert.deepEqual({ live, refresh }, { live: "https://live.example/a.csv?a=1&b=2", refresh: 300 });
});

test("a single file and a dataset are taken in", async () => {
  const single =
    '<!doctype html>\n<html lang="en">\n<script type="application/json" id="events">\n{"a":"\\u003c"}\n</script>';
  const bare = { settings: {}, project: null };
  assert.deepEqual(await takenIn(single, () => {}), { kind: "page", text: '{"a":"\\u003c"}', ...bare });
  assert.deepEqual(await takenIn('{"a":1}', () => {}), { kind: "dataset", text: '{"a":1}', ...bare });
  await assert.rejects(
    takenIn("<p>Hello</p>", () => {}),
    /contains no dataset/,
  );
  // A workbook is an archive too, also one that only its reader can unpack.
  for (const bytes of [zipSync({ "a.txt": strToU8("a") }), strToU8("PK, and no archive")]) {
    assert.equal(await takenIn(new Blob([bytes]), () => {}), null);
  }
});

test("what a module says is a sentence", () => {
  assert.equal(sentenceOf("the file is empty"), "The file is empty.");
  assert.equal(sentenceOf("Is it a table?"), "Is it a table?");
});
