/** Links of any kind: each is read as a state, or as no link. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { goTo, stage } from "./page.mjs";
import { runs } from "./runs.mjs";
import { VIEWS } from "../../www/base/attributes.js";
import { readLink, writeLink } from "../../www/base/link.js";
import { restore } from "../../www/chart/state.js";

const RUNS = runs(20260101, 2000);

const text = fc.string({ unit: "binary", maxLength: 60 });
const marks = fc.string({ unit: fc.constantFrom(..."0129-./,;&=#%+ \u200f"), maxLength: 30 });
const day = fc.constantFrom("2020-07-14", "1999-12-31", "-0044-03-15", "2020-02-29");
const word = fc.oneof(fc.constantFrom(...VIEWS, "weighted", "counted", ""), marks);
/** The part of an address after the name of the element: mostly nearly a link. */
const value = fc.oneof(
  text,
  marks,
  fc
    .tuple(fc.option(day), day, fc.array(word, { maxLength: 3 }), fc.option(text))
    .map(([compare, date, words, entity]) => {
      const days = compare === null ? date : `${compare}..${date}`;
      return [days, ...words].join("/") + (entity === null ? "" : `,${encodeURIComponent(entity.toWellFormed())}`);
    }),
);
/** A state as the core describes it. */
const description = fc.record({
  iso: day,
  compare: fc.option(day.map((iso) => ({ iso }))),
  selected: fc.option(fc.string({ unit: "grapheme", minLength: 1 }).map((id) => ({ id }))),
  view: fc.constantFrom(...VIEWS),
  weighted: fc.boolean(),
});

/** @param {string|null} found */
const isText = (found) => typeof found === "string" && found !== "";

test("any text in the address is a link with all its parts, or none", () => {
  const host = stage("<ban-spread></ban-spread>");
  const claim = fc.property(fc.constantFrom("ban-spread", "ban-spread-2", ""), value, (name, value) => {
    goTo(`/article#${name}=${value}`);
    const link = readLink(host);
    if (link === null) return;
    assert.equal(name, "ban-spread");
    assert.ok(isText(link.date));
    assert.ok(link.entity === null || isText(link.entity));
    assert.ok([true, false, undefined].includes(link.weighted));
  });
  fc.assert(claim, RUNS);
});

test("any link leads to intents that the core knows", () => {
  const host = stage("<ban-spread></ban-spread>");
  const claim = fc.property(value, (value) => {
    goTo(`/article#ban-spread=${value}`);
    const link = readLink(host);
    if (link === null) return;
    /** @type {any[]} */
    const sent = [];
    const chart = { apply: (/** @type {any} */ intent) => void sent.push(intent), setDate: () => true };
    restore({ view: /** @type {any} */ (link.view), weighted: link.weighted, selected: link.entity }, chart);
    for (const intent of sent) {
      const [[name, value]] = Object.entries(intent);
      const known = { view: VIEWS.includes(value), weighted: typeof value === "boolean" };
      assert.ok(known[/** @type {"view"} */ (name)] ?? (value === null || typeof value === "string"), name);
    }
  });
  fc.assert(claim, RUNS);
});

test("any state is read from its link as it was", () => {
  for (const markup of ["<ban-spread></ban-spread>", '<ban-spread view="lanes" weighted></ban-spread>']) {
    const host = stage(markup);
    const claim = fc.property(description, (shown) => {
      goTo("/article");
      goTo(writeLink(host, /** @type {any} */ (shown)));
      const link = readLink(host);
      assert.deepEqual(
        [link?.date, link?.compare, link?.entity],
        [shown.iso, shown.compare?.iso ?? null, shown.selected?.id ?? null],
      );
      assert.equal(link?.view ?? (host.getAttribute("view") || "map"), shown.view);
      assert.equal(link?.weighted ?? host.hasAttribute("weighted"), shown.weighted);
    });
    fc.assert(claim, RUNS);
  }
});

test("a link that is read and written again stays the same", () => {
  const host = stage("<ban-spread></ban-spread>");
  const claim = fc.property(description, (shown) => {
    goTo("/article");
    const first = writeLink(host, /** @type {any} */ (shown));
    goTo(first);
    const link = readLink(host);
    const again = {
      iso: link?.date,
      compare: link?.compare ? { iso: link.compare } : null,
      selected: link?.entity ? { id: link.entity } : null,
      view: link?.view ?? "map",
      weighted: link?.weighted ?? false,
    };
    assert.equal(writeLink(host, /** @type {any} */ (again)), first);
  });
  fc.assert(claim, RUNS);
});
