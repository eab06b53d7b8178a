/** The page in a frame: its address, what it refuses, and what it can load. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { give, goTo, stage } from "./page.mjs";

const asks = new Set();
give("CSS", {
  supports: (/** @type {string} */ name, /** @type {string} */ value) => (asks.add(name), value !== "url(x)"),
});
give("origin", "https://paper.example");

const { readLink } = await import("../../www/base/link.js");
const { restrict } = await import("../../www/embed/policy.js");
const { choose, setAttribute, setUp } = await import("../../www/embed/query.js");
const { Refusal } = await import("../../www/embed/refusal.js");

/** Language tags with their directions. The tests of the command use the same table. @type {[string, string][]} */
const DIRECTIONS = JSON.parse(readFileSync(new URL("../data/language-tags.json", import.meta.url), "utf8")).directions;

const root = document.documentElement;
/** @type {any} */
let element;

beforeEach(() => {
  goTo("/embed.html");
  element = stage("<ban-spread></ban-spread>");
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
});

/** The page around the frame, with the same origin. @type {any} */
const own = { trusted: true, chosen: false };
/** @param {string} query */
const setUpWith = (query) => setUp(element, new URLSearchParams(query), own);
const attributes = () => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

for (const [query, set] of /** @type {[string, object][]} */ ([
  ["", {}],
  ["date=2020&compare=2019", { date: "2020", compare: "2019" }],
  ["start=2019&end=2020-06", { start: "2019", end: "2020-06" }],
  ["date=", {}],
  ["theme=dark&lang=de", { theme: "dark", lang: "de" }],
  ["src=data.json", { src: "data.json", "data-credentials": "omit" }],
  ["src=https://paper.example/a/data.csv", { src: "https://paper.example/a/data.csv", "data-credentials": "omit" }],
  ["src=%23inside", { src: "#inside", "data-credentials": "omit" }],
  [
    "onclick=alert(1)&id=x&style=x&crossorigin=use-credentials&data-credentials=include&engine=script&constructor=1",
    {},
  ],
  ["date=2020&date=2021", { date: "2020" }],
])) {
  test(`the address "?${query}" sets ${JSON.stringify(set)}`, () => {
    setUpWith(query);
    assert.deepEqual(attributes(), set);
  });
}

for (const src of [
  "https://stranger.example/data.json",
  "//stranger.example/data.json",
  "http://paper.example/data.json",
  "https://paper.example:8443/data.json",
  "https://paper.example@stranger.example/data.json",
  "data:application/json,{}",
  "blob:https://stranger.example/1",
  "javascript:alert(1)",
  "\\\\stranger.example/data.json",
  "https://",
]) {
  test(`a dataset of another origin is refused: ${src}`, () => {
    assert.throws(
      () => setUpWith(new URLSearchParams({ src }).toString()),
      (/** @type {any} */ thrown) => {
        assert.ok(thrown instanceof Refusal);
        assert.deepEqual(/** @type {any} */ (thrown).detail, {
          code: "dataset-load",
          cause: "policy",
          message: `This page shows only datasets from https://paper.example/.`,
          diagnostics: [],
        });
        return true;
      },
    );
    assert.equal(element.hasAttribute("src"), false);
  });
}

for (const [lang, dir] of DIRECTIONS) {
  test(`a page in ${lang} has the direction ${dir}, as the command writes it`, () => {
    setAttribute(element, "lang", lang, own);
    assert.equal(root.dir, dir);
  });
}

test("a page in a language of the package has the direction of its words", () => {
  const folder = new URL("../../www/messages/", import.meta.url);
  for (const file of readdirSync(folder)) {
    setAttribute(element, "lang", file.replace(".json", ""), own);
    const { words } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    assert.equal(root.dir, /[\u0590-\u08ff]/.test(words.play) ? "rtl" : "ltr", file);
  }
});

test("removing an attribute also resets the page", () => {
  for (const [name, value] of [
    ["theme", "dark"],
    ["lang", "ar"],
  ])
    setAttribute(element, name, value, own);
  assert.deepEqual([root.dataset.theme, root.dir], ["dark", "rtl"]);
  for (const name of ["theme", "lang", "src"]) setAttribute(element, name, null, own);
  assert.deepEqual([root.dataset.theme, root.dir], ["auto", "ltr"]);
  assert.deepEqual(attributes(), { "data-credentials": "omit" });
});

test("the background of the host is a colour or nothing", () => {
  // Browsers take any `var()` for a colour, also with a picture in it.
  for (const ground of ["url(x)", "var(--x,url(/x))", "env(--x,image-set(/x))"]) {
    setUpWith(`background=${ground}`);
    assert.equal(root.style.getPropertyValue("--ban-spread-background"), "", ground);
  }
  setUpWith("background=tomato");
  assert.equal(root.style.getPropertyValue("--ban-spread-background"), "tomato");
  assert.deepEqual([...asks], ["color"]);
});

test("an address selects, filters and shows a view, unless a link says more", () => {
  choose(element, new URLSearchParams("selected=GB&filter=banned&view=table"), own);
  assert.deepEqual([element.selected, element.filter, element.view], ["GB", "banned", "table"]);
  element.view = undefined;
  choose(element, new URLSearchParams("view=rows"), own);
  assert.equal(element.view, undefined, "there is no such view");
  choose(element, new URLSearchParams("view=lanes"), own);
  assert.deepEqual([element.view, element.weighted], ["lanes", undefined]);
  choose(element, new URLSearchParams("weighted"), own);
  assert.equal(element.weighted, true);
  const other = stage("<ban-spread></ban-spread>");
  goTo("/embed.html#ban-spread=2020");
  choose(other, new URLSearchParams("selected=GB&filter=banned"), own);
  assert.deepEqual([other.selected, other.filter], [undefined, undefined]);
});

test("a stranger's address, link or earlier choice does not tell by the height what is in a dataset", () => {
  const stranger = /** @type {any} */ ({
    trusted: false,
    chosen: false,
    get secret() {
      return this.chosen;
    },
  });
  const query = new URLSearchParams(
    "src=data.json&date=2020&compare=2019&selected=GB&filter=banned&view=table&weighted",
  );
  goTo(`/embed.html?${query}#ban-spread=2020,GB`);
  setUp(element, query, stranger);
  assert.deepEqual(attributes(), { "data-credentials": "omit", "data-link": "ignore", src: "data.json", date: "2020" });
  choose(element, query, stranger);
  assert.deepEqual(
    [element.selected, element.filter, element.view, element.weighted, readLink(element)],
    [undefined, undefined, undefined, undefined, null],
  );
  assert.deepEqual(element.state, {
    compare: null,
    filter: null,
    firm: false,
    selected: null,
    step: null,
    view: "map",
    weighted: false,
  });
  const later = stage('<ban-spread compare="2019"></ban-spread>');
  setAttribute(later, "src", "data.json", stranger);
  assert.deepEqual([later.hasAttribute("compare"), later.state.selected], [false, null]);
});

for (const [what, sources] of [
  ["nothing but files of its own origin", ""],
  ["live data of its publisher", "https://live.example"],
]) {
  test(`the page may load ${what}`, () => {
    const meta = document.createElement("meta");
    meta.name = "ban-spread-sources";
    meta.content = sources;
    document.head.append(meta);
    restrict();
    const { content } = /** @type {HTMLMetaElement} */ (document.head.querySelector("meta:last-child"));
    meta.remove();
    assert.equal(
      content,
      "default-src 'none'; script-src https://paper.example 'wasm-unsafe-eval'; style-src https://paper.example; " +
        `img-src https://paper.example; connect-src https://paper.example ${sources}`,
    );
  });
}

test("an address that names another dataset leaves nothing of the live data", () => {
  const element = stage(
    '<ban-spread src="https://live.example/a.csv" fallback-src="data.json" refresh="60"></ban-spread>',
  );
  const host = /** @type {any} */ ({ trusted: true, chosen: false });
  setAttribute(element, "src", "other.json", host);
  const left = ["src", "fallback-src", "refresh"].map((name) => element.getAttribute(name));
  assert.deepEqual(left, ["other.json", null, null]);
});

for (const [src, shown] of /** @type {[string, boolean][]} */ ([
  ["/data/a.json", true],
  ["data/deep/a.csv", true],
  ["/data/../secret.json", false],
  ["/data/..%2fsecret.json", false],
  ["/data/%2e%2e/secret.json", false],
  ["/data/..\\secret.json", false],
  ["/database.json", false],
  ["/echo?of=/data/", false],
  ["//stranger.example/data/a.json", false],
])) {
  test(`if a publisher names a folder, a dataset ${shown ? "in it is shown" : "elsewhere is refused"}: ${src}`, () => {
    const meta = document.createElement("meta");
    meta.name = "ban-spread-datasets";
    meta.content = "/data/";
    document.head.append(meta);
    const set = () => setUpWith(new URLSearchParams({ src }).toString());
    if (shown) set();
    else assert.throws(set, Refusal);
    meta.remove();
    assert.equal(element.hasAttribute("src"), shown);
  });
}

test("a page of another origin causes only requests without cookies, whatever the address contains", () => {
  setUp(element, new URLSearchParams("date=2020"), /** @type {any} */ ({ trusted: false }));
  assert.equal(element.getAttribute("data-credentials"), "omit");
});
