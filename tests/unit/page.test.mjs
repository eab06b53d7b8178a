/** The properties of the document, in spite of elements of the page that hide them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "./page.mjs";
import { pageOf, readNode } from "../../www/base/page.js";

/**
 * Hides properties in the way of a browser with `<img name="…">`.
 * @param {any} node
 * @param {string[]} names
 */
function hide(node, names) {
  for (const name of names) Object.defineProperty(node, name, { value: {}, configurable: true });
  return () => names.forEach((name) => delete node[name]);
}

test("methods and properties of the document are those of the browser", () => {
  stage("<p></p>");
  const { head } = document;
  const show = hide(document, ["head", "createElement", "createRange", "baseURI"]);
  const page = pageOf();
  try {
    assert.equal(page.head, head);
    assert.equal(page.createElement("b").localName, "b");
    assert.equal(page.createRange().collapsed, true);
    assert.equal(typeof page.baseURI, "string");
  } finally {
    show();
  }
});

test("properties of a form are those of the browser", () => {
  const form = stage("<form lang='de'></form>");
  hide(form, ["parentNode", "getAttribute"]);
  assert.equal(readNode(form, "parentNode"), document.body);
  assert.equal(readNode(form, "getAttribute").call(form, "lang"), "de");
});
