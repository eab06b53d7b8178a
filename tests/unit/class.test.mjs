/** The class of the element: its properties, its name, and classes that extend it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { BanSpreadElement, ready, settle } from "./mounted.mjs";
import { goTo, stage } from "./page.mjs";
import { Engine } from "./engine.mjs";

test("properties mirror attributes, and attributes properties", async () => {
  const { host } = await ready('theme="dark"');
  for (const [name, value] of [
    ["theme", "light"],
    ["src", "#other"],
    ["engine", "script"],
    ["loading", "eager"],
  ]) {
    host[name] = value;
    assert.deepEqual([host.getAttribute(name), host[name]], [value, value]);
    host[name] = null;
    assert.equal(host.hasAttribute(name), false);
  }
  for (const value of ["", "blue", "LIGHT "]) {
    Object.assign(host, { theme: value, engine: value, loading: value });
    assert.deepEqual([host.theme, host.engine, host.loading], ["auto", "auto", "lazy"]);
  }
  Object.assign(host, { theme: "Dark", engine: "SCRIPT", loading: "Eager" });
  assert.deepEqual([host.theme, host.engine, host.loading], ["dark", "script", "eager"]);
  assert.equal(host.crossOrigin, null);
  for (const [value, known] of [
    ["", "anonymous"],
    ["include", "anonymous"],
    ["Use-Credentials", "use-credentials"],
  ]) {
    host.crossOrigin = value;
    assert.deepEqual([host.getAttribute("crossorigin"), host.crossOrigin], [value, known]);
  }
  host.crossOrigin = null;
  assert.equal(host.hasAttribute("crossorigin"), false);
  assert.deepEqual([host.src, host.wordsSrc], ["", ""]);
  host.wordsSrc = "#own";
  assert.equal(host.getAttribute("words-src"), "#own");
  host.words = { words: { play: "Los" } };
  assert.deepEqual(host.words, { words: { play: "Los" } });
  await settle();
  assert.equal(host.shadowRoot.querySelector(".play").textContent.includes("Los"), true);
});

test("a class is defined under one name, and defining it again under the same name does no harm", () => {
  assert.equal(BanSpreadElement.define(), BanSpreadElement);
  assert.equal(customElements.get("ban-spread"), BanSpreadElement);
});

test("a name of another class is not replaced", () => {
  class Other extends BanSpreadElement {}
  assert.throws(() => Other.define());
  assert.equal(customElements.get("ban-spread"), BanSpreadElement);
});

test("a class that extends the element has its own name and links, and inherits settings that it does not set", async (t) => {
  class Other extends BanSpreadElement {}
  assert.equal(Other.define("other-spread"), Other);
  t.after(() => (BanSpreadElement.limitFactor = 1));
  BanSpreadElement.limitFactor = 2;
  goTo("/article#other-spread=4");
  const first = stage('<other-spread loading="eager" date="3"></other-spread>');
  first.data = {};
  await settle();
  assert.deepEqual([first instanceof Other, first.date, Engine.all.at(-1)?.limitFactor], [true, "4", 2]);
  Other.limitFactor = 3;
  for (const [name, factor] of /** @type {const} */ ([
    ["other-spread", 3],
    ["ban-spread", 2],
  ])) {
    stage(`<${name} loading="eager"></${name}>`).data = {};
    await settle();
    assert.equal(Engine.all.at(-1)?.limitFactor, factor);
  }
});

test("a second copy of the script changes nothing", async () => {
  const again = /** @type {typeof import("../../www/banspread.js")} */ (
    await import(`../../www/${"banspread.js?again"}`)
  );
  assert.equal(again.BanSpreadElement, BanSpreadElement);
  assert.equal(customElements.get("ban-spread"), BanSpreadElement);
});
