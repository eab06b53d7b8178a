/**
 * The page in a frame from its address on: what it sets up, what it passes on, and what it shows if there is no script.
 */

import assert from "node:assert/strict";
import { register } from "node:module";
import { beforeEach, test } from "node:test";
import { give, goTo, stage } from "./page.mjs";

// The script of the page is empty or fails, depending on the address of the page's module.
const hook = `
  export const resolve = (name, context, next) => {
    if (name !== "./banspread.js") return next(name, context);
    const source = "ran();" + (context.parentURL.includes("?broken") ? "throw new Error();" : "") + "//" + context.parentURL;
    return { url: "data:text/javascript," + encodeURIComponent(source), shortCircuit: true };
  };
`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

give("origin", "https://paper.example");
give("CSS", { supports: () => true });
give("innerHeight", 1000);
give("innerWidth", 500);
give("requestAnimationFrame", (/** @type {() => void} */ run) => void setImmediate(run));
/** Reports that the size of the page has changed. @type {() => void} */
let resized = () => {};
give(
  "ResizeObserver",
  class {
    /** @param {() => void} changed */
    constructor(changed) {
      resized = changed;
    }
    observe() {}
  },
);
document.documentElement.getBoundingClientRect = () => /** @type {any} */ ({ width: 500, height: 640 });

/** The messages to the page around. @type {any[]} */
let told = [];
const parent = { postMessage: (/** @type {any} */ message) => void told.push(message) };
/** @type {((event: object) => void)[]} */
let listeners = [];
give("addEventListener", (/** @type {string} */ name, /** @type {any} */ heard) => {
  if (name === "message") listeners.push(heard);
});
/** @param {unknown} data */
const say = (data) => listeners.forEach((heard) => heard({ data, source: parent, origin: "https://a.example" }));
const settle = async () => {
  for (let n = 0; n < 20; n++) await new Promise(setImmediate);
};

beforeEach(() => {
  told = [];
  listeners = [];
  resized = () => {};
  give("parent", parent);
});

let copies = 0;

/**
 * Opens the page at an address, and returns its element.
 * @param {string} query
 * @param {object} [how]
 * @param {boolean} [how.broken]  whether its script cannot be imported
 * @param {boolean} [how.refused]  whether its script is not even requested
 * @param {string} [how.children]  the fallback of a publisher
 */
async function open(query, { broken = false, refused = false, children = "" } = {}) {
  goTo(`/embed.html${query}`);
  const element = stage(`<ban-spread>${children}</ban-spread>`);
  /** @type {any[]} */
  const states = [];
  Object.defineProperty(element, "state", {
    get: () => ({ date: "2020" }),
    set(state) {
      states.push(state);
    },
  });
  const ran = new Promise((resolve) => give("ran", () => resolve(undefined)));
  await import(`../../www/embed.js?${broken ? "broken" : "works"}=${copies++}`);
  if (!refused) await ran;
  await settle();
  return { element, states, line: () => document.querySelector(".refused")?.textContent };
}

/** The messages about one event. @param {string} name */
const heard = (name) => told.filter(({ event }) => event === name).map(({ detail }) => detail);

test("the address sets up the element, and sets the view after the element is defined", async () => {
  const { element, line } = await open("?date=2020&lang=ar&selected=GB&filter=banned");
  assert.deepEqual([element.getAttribute("date"), element.getAttribute("lang")], ["2020", "ar"]);
  assert.deepEqual([element.selected, element.filter, line()], ["GB", "banned", undefined]);
  assert.equal(document.documentElement.hasAttribute("data-alone"), false);
});

test("a page by itself marks this for its style sheet, and sends nothing", async () => {
  give("parent", window);
  const { element } = await open("");
  element.dispatchEvent(new CustomEvent("ban-spread-ready", { detail: { date: "2020" } }));
  assert.equal(document.documentElement.hasAttribute("data-alone"), true);
  assert.deepEqual(told, []);
});

for (const [name, detail, begins] of /** @type {[string, object, boolean][]} */ ([
  ["ready", { date: "2020" }, true],
  ["change", { date: "2021" }, true],
  ["input", { date: "2021" }, true],
  ["error", { code: "engine-load", cause: "not-found", diagnostics: [] }, true],
  ["error", { code: "invalid-date", diagnostics: [] }, false],
  ["error", { code: "invalid-words", diagnostics: [] }, false],
  ["error", { code: "messages-load", diagnostics: [] }, false],
])) {
  test(`${name} ${JSON.stringify(detail)} is reported, and ${begins ? "the height" : "no height"} after it`, async () => {
    const { element } = await open("");
    element.dispatchEvent(new CustomEvent(`ban-spread-${name}`, { detail }));
    assert.deepEqual(heard(name), [detail]);
    resized();
    await settle();
    assert.equal(heard("height").length, begins ? 1 : 0);
  });
}

test("commands of the page around are executed, questions about the height are answered", async () => {
  const { element, states } = await open("");
  element.dispatchEvent(new CustomEvent("ban-spread-ready", { detail: {} }));
  say({ type: "ban-spread", set: { date: "2021" } });
  say({ type: "ban-spread", get: "height" });
  say({ type: "ban-spread", get: "state" });
  await settle();
  assert.deepEqual(states, [{ date: "2021" }]);
  assert.deepEqual([heard("height").length, heard("state")], [1, [{ date: "2020" }]]);
});

for (const [
  what,
  fetched,
  cause,
  message,
] of /** @type {[string, () => Response|Promise<Response>, string, RegExp][]} */ ([
  ["is out of reach", () => Promise.reject(new TypeError()), "unreachable", /banspread\.js cannot be loaded\.$/],
  [
    "is not there",
    () => new Response("", { status: 404 }),
    "not-found",
    /^The server answered 404 for .*banspread\.js\.$/,
  ],
  ["is broken", () => new Response(""), "damaged", /banspread\.js is damaged, or has the wrong media type\.$/],
])) {
  test(`a page whose script ${what} tells the editor and the page around, and accepts no commands`, async () => {
    give("fetch", async () => fetched());
    const { line, states } = await open("", { broken: true });
    assert.match(line() ?? "", message);
    const [{ code, cause: why }, ...more] = heard("error");
    assert.deepEqual([code, why, more], ["engine-load", cause, []]);
    say({ type: "ban-spread", set: { date: "2021" } });
    await settle();
    assert.deepEqual(states, []);
    resized();
    await settle();
    assert.equal(heard("height").length, 1, "the line has a height");
  });
}

test("readers of a publisher's page see a general sentence above the picture", async () => {
  give("fetch", async () => new Response("", { status: 404 }));
  const { element, line } = await open("", { broken: true, children: "<p>Two countries ban it.</p>" });
  assert.equal(line(), "The interactive chart could not be loaded.");
  assert.equal(element.previousElementSibling?.className, "refused");
});

test("a dataset of another origin is refused before the script is requested", async () => {
  const { element, line } = await open("?src=https://stranger.example/a.json", { refused: true });
  assert.match(line() ?? "", /^This page shows only datasets from https:\/\/paper\.example/);
  assert.equal(element.hasAttribute("src"), false);
  assert.equal(heard("error")[0].cause, "policy");
});

test("an address with an invalid origin is refused, and no message is sent", async () => {
  const { line } = await open("?origin=nobody", { refused: true });
  assert.match(line() ?? "", /^The parameter "origin" is not an origin/);
  assert.deepEqual([told, listeners], [[], []]);
});
