/** Properties of the element: how attributes follow them, and how early properties are set again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { give } from "./page.mjs";
import { reflect, upgrade } from "../../www/element/properties.js";

test("a property writes its attribute, and null removes it", () => {
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

test("a property that cannot be set keeps away no other, and the page hears of it", (t) => {
  const reported = t.mock.fn();
  give("reportError", reported);
  class Late {
    /** @type {unknown} */
    taken;
    set a(/** @type {unknown} */ value) {
      throw new Error(`no ${value}`);
    }
    set b(/** @type {unknown} */ value) {
      this.taken = value;
    }
  }
  const how = { configurable: true, enumerable: true, writable: true };
  const early = Object.defineProperties(new Late(), { a: { value: 1, ...how }, b: { value: 2, ...how } });
  upgrade(/** @type {any} */ (early));
  assert.equal(early.taken, 2);
  assert.deepEqual(
    reported.mock.calls.map(({ arguments: [{ message }] }) => message),
    ["no 1"],
  );
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
