/** The publisher of the make page makes the files that the command writes, byte for byte. Each draws the PNGs itself. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { zipSync } from "fflate";
import { publishedNames } from "../../make/data/package.js";
import { buildCommand } from "../widget/command.mjs";
import { ROOT, startWorker } from "./core.mjs";

const PKG = join(ROOT, "pkg");
const made = mkdtempSync(join(tmpdir(), "banspread-"));
after(() => rmSync(made, { recursive: true }));
const { ask } = startWorker();

/** The files of the package that the page fetches. */
const names = publishedNames(JSON.parse(readFileSync(join(PKG, "integrity.json"), "utf8")));
const packed = [...names, "integrity.json"].map((name) => ({ name, bytes: readFileSync(join(PKG, name)) }));

/** @param {...string} words */
const command = (...words) => execFileSync(buildCommand(), words, { cwd: made, encoding: "utf8" });

/** All files of a folder, by path. @param {string} folder */
function filesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const found = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(found.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]));
}

const datasets = readdirSync(join(ROOT, "demo/datasets")).filter(
  (name) => name.endsWith(".json") || name.endsWith(".csv"),
);
assert.ok(datasets.length > 4);
const STORIES = [
  ...datasets.map((name) => ({
    file: join(ROOT, "demo/datasets", name),
    options: {},
    words: /** @type {string[]} */ ([]),
  })),
  {
    file: join(ROOT, "datasets/huawei.json"),
    options: {
      date: "2020-07-14",
      title: 'Who & "what"',
      lang: "ar",
      view: "lanes",
      width: 720,
      provider: "The <Tile>",
      framedBy: ["'self'", "https://*.paper.example"],
      live: "https://live.example/sheet.csv?gid=0&output=csv",
      refresh: 300,
    },
    words: [
      ...["--date", "2020-07-14", "--title", 'Who & "what"', "--lang", "ar", "--width", "720", "--view", "lanes"],
      ...["--live", "https://live.example/sheet.csv?gid=0&output=csv", "--refresh", "300"],
      ...["--provider", "The <Tile>", "--frame-ancestors", "'self',https://*.paper.example"],
    ],
  },
];

/** The options of the page that a single file has too. @param {string[]} words */
const shared = (words) => words.slice(0, 10);
/** The options of snippets. A frame shows the data of the page; its height follows the view. @param {string[]} words @param {string} form */
const ofSnippets = (words, form) => words.slice(0, form === "script" ? 14 : 10);

/** What the page makes of a file before it publishes. @param {string} file */
async function checked(file) {
  const { json } = await ask("check", readFileSync(file, "utf8"));
  assert.ok(json, file);
  return json;
}

const address = "https://paper.example/story/";
for (const { file, options, words } of STORIES) {
  test(`${file.replace(ROOT, "")} is published as by the command`, async () => {
    const out = join(made, "site");
    rmSync(out, { recursive: true, force: true });
    command("publish", file, "--url", address, "--out", out, "--package", PKG, ...words);
    const expected = filesIn(out);
    /** @type {{ path: string, bytes?: Uint8Array, svg?: string }[]} */
    const published = await ask("publish", { json: await checked(file), address, package: packed, ...options });
    assert.deepEqual(published.map(({ path }) => path).sort(), [...expected.keys()].sort());
    for (const { path, bytes, svg } of published) {
      const same = svg === undefined ? path : path.replace(".png", ".svg");
      const own = svg === undefined ? Buffer.from(bytes ?? []) : Buffer.from(svg);
      assert.ok(own.equals(/** @type {Buffer} */ (expected.get(same))), path);
    }
    assert.equal(published.at(-1)?.path, "index.html");
  });

  test(`${file.replace(ROOT, "")} becomes one file and snippets as by the command`, async () => {
    const out = join(made, "story.html");
    command("standalone", file, "--out", out, "--package", PKG, ...shared(words));
    const story = { json: await checked(file), package: packed, ...options };
    assert.equal(await ask("standalone", story), readFileSync(out, "utf8"));
    const snippets = await ask("snippets", { ...story, address });
    for (const form of ["iframe", "script", "wordpress", "amp"]) {
      const markup = command(
        "snippet",
        file,
        "--url",
        address,
        "--form",
        form,
        "--package",
        PKG,
        ...ofSnippets(words, form),
      );
      assert.equal(snippets[form], markup, form);
    }
  });
}

test("what is published is taken in again with its settings", async () => {
  const { file, options } = STORIES[STORIES.length - 1];
  const story = { json: await checked(file), package: packed, ...options };
  const published = await ask("publish", { ...story, address });
  /** @type {{ path: string, bytes?: Uint8Array }[]} */
  const listed = published;
  const archive = zipSync(Object.fromEntries(listed.map(({ path, bytes }) => [path, bytes ?? new Uint8Array()])));
  const own = { title: 'Who & "what"', date: "2020-07-14", view: "lanes", lang: "ar", width: 720 };
  const taken = await ask("takeIn", new Blob([archive]));
  assert.deepEqual(
    [taken.kind, taken.settings],
    ["zip", { ...own, address, provider: "The <Tile>", live: /** @type {any} */ (options).live, refresh: 300 }],
  );
  const page = await ask("takeIn", await ask("standalone", story));
  assert.deepEqual([page.kind, page.settings], ["page", own]);
  assert.equal(JSON.stringify(JSON.parse(page.json)), JSON.stringify(JSON.parse(taken.json)));
});

test("a picture is that of the command", async () => {
  const file = join(ROOT, "datasets/huawei.json");
  const json = await checked(file);
  for (const [options, ...words] of /** @type {[object, ...string[]][]} */ ([
    [{}],
    [{ width: 480, theme: "dark", date: "2020-07" }, "--width", "480", "--theme", "dark", "--date", "2020-07"],
    [{ theme: "print", view: "years" }, "--theme", "print", "--view", "years"],
    [{ view: "history" }, "--view", "history"],
    [{ view: "lanes", start: "2019", end: "2021" }, "--view", "lanes", "--start", "2019", "--end", "2021"],
    [{ compare: "2019", weighted: true }, "--compare", "2019", "--weighted"],
  ])) {
    const out = join(made, "figure.svg");
    command("render", file, "--out", out, ...words);
    assert.equal(await ask("still", { json, ...options }), readFileSync(out, "utf8"), words.join(" "));
  }
});

test("with the words of a language, pictures are in this language, and sentences of the dataset in its own", async () => {
  const json = await checked(join(ROOT, "datasets/huawei.json"));
  const { words } = JSON.parse(readFileSync(join(PKG, "messages/de.json"), "utf8"));
  const spoken = { json, lang: "de", words, date: "2020-07-14" };
  assert.match(await ask("still", spoken), /14\. Juli 2020/);
  assert.doesNotMatch(await ask("still", { json, lang: "de", date: "2020-07-14" }), /Juli/);
  /** @type {{ path: string, bytes?: Uint8Array, svg?: string }[]} */
  const files = await ask("publish", { ...spoken, address, package: packed });
  const text = (/** @type {string} */ path) =>
    Buffer.from(files.find((file) => file.path === path)?.bytes ?? []).toString();
  assert.match(text("figure.svg"), /14\. Juli 2020/);
  assert.match(files.find(({ path }) => path === "figure.png")?.svg ?? "", /14\. Juli 2020/);
  // A sentence with words of the dataset is in their language.
  assert.match(text("index.html"), /<meta name="description" content="14 July 2020\. 4 governments ban/);
  // The table is for readers without scripts, and in English.
  assert.match(text("index.html"), /<details lang="en">[^]*14 July 2020/);
});

test("options and files that are wrong are told in sentences", async () => {
  const json = await checked(join(ROOT, "datasets/huawei.json"));
  const story = { json, address, package: packed };
  const refused = (/** @type {string} */ task, /** @type {object} */ wrong, /** @type {RegExp} */ why) =>
    assert.rejects(ask(task, { ...story, ...wrong }), (/** @type {any} */ error) => why.test(error.message));
  await refused("publish", { address: "paper.example" }, /^The address does not begin with https/);
  await refused("publish", { date: "soon" }, /^"soon" is not a date/);
  await refused("publish", { date: "1999" }, /^1999-01-01 is outside the timeline/);
  await refused("publish", { width: 9 }, /^The width is a number from 280 to 2000/);
  await refused("publish", { title: " " }, /^The text is blank/);
  await refused("publish", { view: "pie" }, /^The view is map, lanes, groups or table/);
  await refused(
    "publish",
    { view: "groups", json: await checked(join(ROOT, "demo/datasets/death-penalty.json")) },
    /^All entities are on the map/,
  );
  await refused("publish", { lang: "x y" }, /^"x y" is not a language tag/);
  await refused("publish", { framedBy: ["'none'", "'self'"] }, /cannot be combined/);
  await refused("publish", { live: "sheet.csv" }, /^Write the address of a dataset/);
  const live = "https://live.example/sheet.csv";
  await refused("publish", { live, refresh: 5 }, /^Live data is asked for again after 15 to 86400 seconds/);
  await refused("publish", { live: live.replace("https", "http") }, /^Pages with https load live data only with https/);
  await refused("publish", { package: packed.slice(1) }, /of the package is missing/);
  const changed = packed.map(({ name, bytes }, place) => ({ name, bytes: place ? bytes : bytes.subarray(1) }));
  await refused("publish", { package: changed }, /is not the file in integrity\.json/);
  await refused("still", { view: "groups", json: "{}" }, /^The dataset has errors/);
  await refused("still", { view: "pie" }, /^The view is map, lanes/);
});
