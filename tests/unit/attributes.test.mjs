/** Attributes with a fixed set of values: which values are known, and what holds for others. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "./page.mjs";
import { readKnown } from "../../www/base/attributes.js";

for (const [name, values] of /** @type {[any, string[]][]} */ ([
  ["view", ["map", "lanes", "groups", "table"]],
  ["theme", ["auto", "light", "dark"]],
  ["loading", ["lazy", "eager"]],
  ["engine", ["auto", "script"]],
  ["heading-level", ["2", "1", "3", "4", "5", "6"]],
  ["crossorigin", ["anonymous", "use-credentials"]],
])) {
  /** @param {string} attributes */
  const read = (attributes) => readKnown(stage(`<ban-spread ${attributes}></ban-spread>`), name);

  test(`the values of ${name} are ${values.join(", ")}, in any case`, () => {
    for (const value of values) {
      assert.equal(read(`${name}="${value}"`), value);
      assert.equal(read(`${name}="${value.toUpperCase()}"`), value);
    }
  });

  test(`without ${name}, and with an unknown value of it, ${values[0]} holds`, () => {
    for (const attributes of ["", name, `${name}="other"`]) assert.equal(read(attributes), values[0], attributes);
  });
}
