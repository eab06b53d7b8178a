/** The buttons for sharing: links and pictures. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { forever, give, stage } from "./page.mjs";
import { description, parts, words } from "./figure.mjs";
import { Share } from "../../www/panels/share.js";

/** @param {object} [navigator] @param {boolean} [coarse] */
function sharing(navigator = {}, coarse = false) {
  give("navigator", navigator);
  give("matchMedia", () => ({ matches: coarse }));
  /** @type {string[]} */
  const said = [];
  const shown = description({ title: "Who bans? Äpfel & 文字/../x", iso: "2020-07-14" });
  new Share(parts.controls, {
    host: stage("<ban-spread></ban-spread>"),
    describe: () => shown,
    draw: () => {},
    say: (text) => void said.push(text),
    words,
    signal: forever,
  });
  return said;
}
const settled = () => new Promise(setImmediate);
const LINK = "https://paper.example/article#ban-spread=2020-07-14";

test("a link is copied, and this is announced", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const copied = [];
  const said = sharing({ clipboard: { writeText: async (/** @type {string} */ text) => void copied.push(text) } });
  parts.controls.share.click();
  await settled();
  assert.deepEqual([copied, said, parts.controls.share.dataset.said], [[LINK], ["Link copied"], "Link copied"]);
});

test("a finger gets the share dialog of the system, and can cancel it", async () => {
  /** @type {any[]} */
  const shared = [];
  const said = sharing(
    {
      share: async (/** @type {any} */ what) => {
        shared.push(what);
        throw Object.assign(new Error("no"), { name: "AbortError" });
      },
    },
    true,
  );
  parts.controls.share.click();
  await settled();
  assert.deepEqual([shared, said, parts.controls.link.hidden], [[{ url: LINK }], [], true]);
});

test("if copying is forbidden, the link is in a field until the field is left", async () => {
  const said = sharing({});
  parts.controls.share.click();
  await settled();
  assert.deepEqual([parts.controls.link.hidden, parts.controls.link.value, said], [false, LINK, ["Copy this link"]]);
  parts.controls.link.dispatchEvent(new Event("blur"));
  assert.equal(parts.controls.link.hidden, true);
});

for (const [what, toBlob, name, answer] of /** @type {[string, any, string|undefined, string|undefined][]} */ ([
  [
    "has a name that any system takes",
    (/** @type {any} */ done) => done({}),
    "banspread-who-bans-äpfel-文字-x-2020-07-14.png",
    undefined,
  ],
  [
    "that cannot be made is told",
    (/** @type {any} */ done) => done(null),
    undefined,
    "The picture could not be created.",
  ],
  [
    "that a page may not have is told",
    () => {
      throw new Error("tainted");
    },
    undefined,
    "The picture could not be created.",
  ],
])) {
  test(`a picture ${what}`, (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const Canvas = /** @type {any} */ (document.createElement("canvas").constructor);
    Canvas.prototype.toBlob = toBlob;
    give("origin", "https://paper.example");
    /** @type {any[]} */
    const revoked = [];
    t.mock.method(URL, "createObjectURL", () => "blob:1");
    t.mock.method(URL, "revokeObjectURL", (/** @type {string} */ href) => void revoked.push(href));
    /** @type {string|undefined} */
    let saved;
    const Link = /** @type {any} */ (document.createElement("a").constructor);
    /** @this {HTMLAnchorElement} */
    function click() {
      saved = this.download;
    }
    t.mock.method(Link.prototype, "click", click);
    const said = sharing();
    parts.controls.download.click();
    assert.deepEqual([saved, said], [name, answer ? [answer] : []]);
    t.mock.timers.tick(10_000);
    assert.deepEqual(revoked, name ? ["blob:1"] : []);
  });
}
