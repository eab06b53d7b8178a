/** The files of data beside the module. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { give, stage } from "./page.mjs";
import { EDITION, HASHES } from "./resolve.mjs";

give("origin", "https://paper.example");
stage("<p></p>");

/** The requests to the browser. @type {any[]} */
let asked = [];
let answer = "";
let copies = 0;

beforeEach(() => {
  asked = [];
  answer = `${EDITION}AFAL`;
  give("fetch", async (/** @type {string} */ href, /** @type {object} */ init) => {
    asked.push({ href, ...init });
    return new Response(answer);
  });
});

/** @param {object} [given] @returns {any} */
const loading = (given) => ({ timeout: 0, engine: "auto", integrity: false, ...given });
/** The script as a new page has it. @returns {Promise<typeof import("../../www/loading/data.js")>} */
const fresh = () => import(`../../www/loading/data.js?${++copies}`);

test("each file is requested once, without the edition before it", async () => {
  const { loadDefault, loadPlaces } = await fresh();
  assert.deepEqual(await Promise.all([loadPlaces(loading()), loadPlaces(loading())]), ["AFAL", "AFAL"]);
  assert.equal(await loadDefault(loading()), "AFAL");
  const names = asked.map(({ href }) => href.split("/").at(-1));
  assert.deepEqual(names, ["banspread-places.txt", "banspread-data.txt"]);
});

test("a file of another edition is damaged, and the right one is taken afterwards", async () => {
  const { loadPlaces } = await fresh();
  answer = "anotherAFAL";
  await assert.rejects(loadPlaces(loading()), {
    cause: "damaged",
    message: /banspread-places\.txt is damaged, incomplete, or of another version: upload it again/,
  });
  answer = `${EDITION}AL`;
  assert.equal(await loadPlaces(loading()), "AL");
});

test("the files are in the folder of the page, and have hashes if it asks for them", async () => {
  const { loadDefault } = await fresh();
  await loadDefault(loading({ assetsUrl: "/files?v=2", integrity: true }));
  const [{ href, integrity }] = asked;
  const wanted = ["https://paper.example/files/banspread-data.txt?v=2", HASHES["banspread-data.txt"]];
  assert.deepEqual([href, integrity], wanted);
});

test("a web page in place of a file is of another type", async () => {
  const { loadDefault } = await fresh();
  give("fetch", async () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } }));
  await assert.rejects(loadDefault(loading()), { cause: "type" });
});
