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
  place,
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

test("a text node that is alone stays, so that a screen reader keeps its place", () => {
  const p = make("p", {}, "one");
  const [node] = p.childNodes;
  setText(p, "two");
  assert.deepEqual([p.textContent, p.firstChild], ["two", node]);
});

test("a text node with neighbours is replaced with them", () => {
  for (const children of [
    ["one", make("b", {}, "two")],
    [make("b", {}, "two"), "one"],
  ]) {
    const p = make("p", {}, ...children);
    setText(p, "three");
    assert.equal(p.innerHTML, "three");
  }
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

test("middle dots are read aloud as commas", () => {
  const p = document.createElement("p");
  setTaggedAttribute(p, "aria-label", "Ban · since May · two sources");
  assert.equal(p.getAttribute("aria-label"), "Ban, since May, two sources");
});

test("an element is placed over a rectangle", () => {
  const p = document.createElement("p");
  place(p, { x: 1, y: 2, width: 3.5, height: 4 });
  const { left, top, width, height } = p.style;
  assert.deepEqual([left, top, width, height], ["1px", "2px", "3.5px", "4px"]);
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

test("an icon is decoration, drawn by its path on 16 x 16 units", () => {
  const svg = icon("M0 0");
  const { namespaceURI } = svg;
  assert.equal(namespaceURI, "http://www.w3.org/2000/svg");
  const read = (/** @type {string} */ name) => svg.getAttribute(name);
  assert.deepEqual(["aria-hidden", "class", "viewBox"].map(read), ["true", "icon", "0 0 16 16"]);
  assert.equal(svg.querySelector("path")?.getAttribute("d"), "M0 0");
});
