/** Properties of the element: how attributes follow them, and how early ones are set again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.mjs";
import { reflect, upgrade } from "../../www/element/properties.js";

test("a property writes its attribute, and nothing takes it away", () => {
  const element = document.createElement("p");
  reflect(element, "lang", "de");
  assert.equal(element.getAttribute("lang"), "de");
  reflect(element, "lang", "");
  assert.equal(element.getAttribute("lang"), "");
  for (const nothing of [null, undefined]) {
    reflect(element, "lang", "de");
    reflect(element, "lang", nothing);
    assert.equal(element.hasAttribute("lang"), false);
  }
});

test("properties that were set too early are set again, in order, and others stay", () => {
  /** @type {any[]} */
  const set = [];
  class Late {
    set b(/** @type {unknown} */ value) {
      set.push(["b", value]);
    }
    set a(/** @type {unknown} */ value) {
      set.push(["a", value]);
    }
  }
  const early = Object.defineProperties(new Late(), {
    b: { value: 1, configurable: true, enumerable: true, writable: true },
    own: { value: 2, configurable: true, enumerable: true },
    a: { value: 3, configurable: true, enumerable: true, writable: true },
  });
  upgrade(/** @type {any} */ (early));
  assert.deepEqual(
    [set, Object.keys(early)],
    [
      [
        ["b", 1],
        ["a", 3],
      ],
      ["own"],
    ],
  );
});
