/** What the page takes from the whole page, and what it leaves to fields. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearPage } from "../../make/effects/hear.js";
import { createStore } from "../../make/state/store.js";

class Part {
  /** @param {boolean} isField */
  constructor(isField) {
    this.isField = isField;
  }

  matches() {
    return this.isField;
  }
}

/** A page, and what it was given. @param {string} [search]  the search of its address */
function begin(search = "") {
  /** @type {Record<string, (event: any) => void>} */
  const heard = {};
  const given = /** @type {string[]} */ ([]);
  Object.assign(globalThis, {
    Element: Part,
    location: { hash: "", search, href: `https://a.example/make.html${search}`, pathname: "/make.html" },
    addEventListener: (/** @type {string} */ type, /** @type {() => void} */ listener) => (heard[type] = listener),
  });
  const store = createStore();
  const give = {
    file: (/** @type {{name: string}} */ { name }) => given.push(name),
    source: (/** @type {{text: string}} */ { text }) => given.push(text),
    address: (/** @type {string} */ address) => given.push(address),
  };
  hearPage(store, /** @type {any} */ (give), () => "Pasted");
  /** Sends an event from inside of the live figure, and says whether the page takes it. */
  const send = (/** @type {string} */ type, /** @type {boolean} */ toField, /** @type {object} */ values) => {
    let isTaken = false;
    const preventDefault = () => (isTaken = true);
    const path = [new Part(toField), new Part(false)];
    heard[type]({ target: path[1], composedPath: () => path, preventDefault, ...values });
    return isTaken;
  };
  return { store, given, send };
}

/** What is dropped or pasted. @param {string} text @param {string[]} [files] */
const data = (text, files = []) => ({
  getData: (/** @type {string} */ type) => (type === "text/plain" ? text : ""),
  files: files.map((name) => ({ name })),
  types: files.length > 0 ? ["Files"] : ["text/plain"],
});

test("cells that are pasted are taken, but not those of a field of the live figure", () => {
  const { given, send } = begin();
  send("paste", true, { clipboardData: data("France") });
  send("paste", false, { clipboardData: data("a,b") });
  assert.deepEqual(given, ["a,b"]);
});

test("keys of undo are those of the page, but in a field of the live figure", () => {
  const { store, send } = begin();
  store.dispatch({ type: "take", source: { name: "a.csv", text: "a" } });
  store.dispatch({ type: "choose", choices: { shape: "wide" } });
  const key = { key: "z", ctrlKey: true };
  assert.equal(send("keydown", true, key), false);
  assert.deepEqual(store.state().project.choices, { shape: "wide" });
  assert.equal(send("keydown", false, key), true);
  assert.deepEqual(store.state().project.choices, {});
});

test("a field takes dropped text, and the page takes files wherever they are dropped", () => {
  const { given, send } = begin();
  for (const type of ["dragover", "drop"]) {
    assert.equal(send(type, true, { dataTransfer: data("France") }), false);
    assert.equal(send(type, true, { dataTransfer: data("", ["a.csv"]) }), true);
    assert.equal(send(type, false, { dataTransfer: data("a,b") }), true);
  }
  assert.deepEqual(given, ["a.csv", "a,b"]);
});

test("an address in the link that is none is told, and another is loaded", () => {
  const { store, given } = begin("?src=http://");
  assert.deepEqual([given, store.state().error], [[], { key: "address_refused" }]);
  assert.deepEqual(begin("?src=data.json").given, ["https://a.example/data.json"]);
});
