/** Letters on the map find a tile by its name in the reader's language, or by its code. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample, PAUSE } from "../widget.mjs";

const session = useBrowser();

// Unit tests of the typeahead prove which letters mean which name.
const TYPED = /** @type {const} */ ([
  [eachEngine, "en", "ger", "DE", "the beginning of a name"],
  [oneEngine, "en", "united k", "GB", "with a space in it"],
  [eachEngine, "ar", "الم", "DE", "in Arabic"],
]);

for (const [claim, lang, typed, id, what] of TYPED) {
  claim(`typing ${what} goes to its tile: ${typed}`, async () => {
    const widget = await mountSample(session.driver, { lang });
    await widget.focus(".tiles");
    await widget.type(typed, ({ ring }) => ring === `tile-${id}`);
    assert.equal((await widget.state()).history, null, "a space that is typed opens nothing");
  });
}

oneEngine("after a pause typing starts again, and Space opens the history", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  await widget.type("fr", ({ focus }) => focus?.startsWith("France"));
  await widget.type("ger", ({ focus }) => focus?.startsWith("Germany"));
  await widget.pass(PAUSE);
  await widget.press(Key.SPACE);
  await widget.until("its history is open", ({ history }) => history?.name === "Germany");
});

oneEngine("an arrow ends the typing", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  await widget.press("f", Key.END, "r");
  await widget.until("the ring is on a name that begins with r", ({ focus }) => focus?.startsWith("R"));
});

oneEngine("letters without a match leave the focus where it is, and combinations belong to the browser", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  await widget.type("frqq", ({ focus }) => focus?.startsWith("France"));
  const takes = (/** @type {Host} */ { shadowRoot }, /** @type {string} */ held) => {
    const event = new KeyboardEvent("keydown", { key: "b", [held]: true, cancelable: true });
    return !shadowRoot.querySelector(".tiles").dispatchEvent(event);
  };
  for (const held of ["altKey", "ctrlKey", "metaKey"]) assert.equal(await widget.run(takes, held), false, held);
  await widget.frames(3);
  assert.match(`${(await widget.state())?.focus}`, /^France/);
  assert.equal(await widget.run(takes, "shiftKey"), true);
});

eachEngine("Escape returns from a history to the tile that has opened it, and so does Tab", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  await widget.type("germ", ({ focus }) => focus?.startsWith("Germany"));
  await widget.press(Key.ENTER);
  await widget.until("the history is open", ({ history, focus }) => history?.name === "Germany" && !focus);
  await widget.press(Key.ESCAPE);
  await widget.until("the ring is back", ({ history, focus }) => !history && focus?.startsWith("Germany"));
  await widget.focus(".play");
  await widget.until("the ring is gone", ({ focus }) => !focus);
  await widget.focus(".tiles");
  await widget.until("the ring is where it was", ({ focus }) => focus?.startsWith("Germany"));
});
