/** Elements, attributes and texts: what is written, and that a text is never markup. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { GERMAN } from "./figure.mjs";
import {
  icon,
  inline,
  interpolate,
  interpolatePlain,
  make,
  plain,
  setAttribute,
  setTaggedAttribute,
  setTaggedText,
  setText,
} from "../../www/base/dom.js";

test("texts are written only if they differ", () => {
  const node = /** @type {any} */ ({
    writes: 0,
    get textContent() {
      return "same";
    },
    set textContent(_) {
      this.writes++;
    },
  });
  setText(node, "same");
  assert.equal(node.writes, 0);
  setText(node, "other");
  assert.equal(node.writes, 1);
});

test("attributes are written only if they differ", () => {
  const node = /** @type {any} */ ({ writes: 0, getAttribute: () => "same", setAttribute: () => void node.writes++ });
  setAttribute(node, "a", "same");
  setAttribute(node, "a", "other");
  assert.equal(node.writes, 1);
});

test("a text has a lang attribute only while its language is not that of the figure", () => {
  const p = document.createElement("p");
  setTaggedText(p, GERMAN);
  assert.equal(p.outerHTML, '<p lang="de">Verbot</p>');
  setTaggedText(p, "Ban");
  assert.equal(p.outerHTML, "<p>Ban</p>");
  setTaggedAttribute(p, "aria-label", GERMAN);
  assert.deepEqual([p.getAttribute("aria-label"), p.lang], ["Verbot", "de"]);
});

for (const said of ["Ban", "$& <b>", ""]) {
  test(`"${said}" replaces {text}, and no part of it is a pattern`, () => {
    assert.equal(make("p", {}, ...interpolate("{text}, May", said)).textContent, `${said}, May`);
    assert.equal(interpolatePlain("{text}, May", said), `${said}, May`);
    assert.equal(interpolatePlain("no slot", said), "no slot");
  });
}

test("a text in another language is isolated from its neighbours", () => {
  const p = make("p", {}, ...interpolate("Note: {text}.", GERMAN), inline("!"));
  assert.equal(p.innerHTML, 'Note: <bdi lang="de">Verbot</bdi>.<bdi>!</bdi>');
  assert.equal(plain(GERMAN), "Verbot");
});

test("of thousands of marks on one letter thirty are shown", () => {
  for (const mark of ["\u0301", "\u20d7", "\u064e", "\u{1d167}"]) {
    const shown = (/** @type {number} */ count) => plain(`a${mark.repeat(count)}b`).length - 2;
    assert.deepEqual([30, 31, 4_999].map(shown), Array(3).fill(30 * mark.length), mark);
  }
});

test("children that are texts are no markup, whatever they hold", () => {
  assert.equal(make("p", { title: '"><script>' }, "<img src=x onerror=alert(1)>").children.length, 0);
});

test("an icon is decoration", () => assert.equal(icon("M0 0").getAttribute("aria-hidden"), "true"));
