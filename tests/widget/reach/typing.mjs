/** Letters on the map: they find a tile by its name in the reader's language, or by its code. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample, PAUSE } from "../widget.mjs";

const session = useBrowser();

const TYPED = /** @type {const} */ ([
  [eachEngine, "en", "ger", "DE", "the beginning of a name"],
  [oneEngine, "en", "GER", "DE", "in capitals"],
  [oneEngine, "en", "united k", "GB", "with a space in it"],
  [oneEngine, "en", "niger", "NE", "a whole name before a longer one"],
  [oneEngine, "en", "gb", "GB", "a code"],
  [oneEngine, "fr", "egy", "EG", "without its accents"],
  [oneEngine, "de", "os", "AT", "in German"],
  [oneEngine, "de", "Öst", "AT", "with its accents"],
  [eachEngine, "ar", "الم", "DE", "in Arabic"],
  [oneEngine, "ar", "ال\u0645\u064e", "DE", "in Arabic with a vowel sign"],
  [oneEngine, "he", "צרפ", "FR", "in Hebrew"],
  [oneEngine, "hi", "जर्म", "DE", "in Hindi"],
  [oneEngine, "ru", "гер", "DE", "in Russian"],
]);

for (const [claim, lang, typed, id, what] of TYPED) {
  claim(`typing ${what} goes to its tile: ${typed}`, async () => {
    const widget = await mountSample(session.driver, { lang });
    await widget.focus(".tiles");
    await widget.type(typed, ({ ring }) => ring === `tile-${id}`);
    assert.equal((await widget.state()).history, null, "a space that is typed opens nothing");
  });
}

oneEngine("the same letter again goes from name to name that begins with it", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  const seen = [];
  for (let n = 0; n < 3; n++) {
    await widget.press("j");
    const isNew = ({ focus, ring }) => focus?.startsWith("J") && !seen.includes(ring);
    seen.push((await widget.until("another tile has the ring", isNew)).ring);
  }
  assert.deepEqual(seen.sort(), ["tile-JM", "tile-JO", "tile-JP"]);
});

oneEngine("after a pause a letter begins anew, and Space opens", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  await widget.type("fr", ({ focus }) => focus?.startsWith("France"));
  await widget.type("works", ({ focus }) => focus.startsWith("Example Works"));
  await session.driver.sleep(PAUSE);
  await widget.press(Key.SPACE);
  await widget.until("its history is open", ({ history }) => history?.name === "Example Works");
});

oneEngine("letters that name nothing leave the ring where it is, and combinations are the browser's", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  await widget.type("frqq", ({ focus }) => focus?.startsWith("France"));
  const takes = ({ shadowRoot }, held) => {
    const event = new KeyboardEvent("keydown", { key: "b", [held]: true, cancelable: true });
    return !shadowRoot.querySelector(".tiles").dispatchEvent(event);
  };
  for (const held of ["altKey", "ctrlKey", "metaKey"]) assert.equal(await widget.run(takes, held), false, held);
  await widget.frames(3);
  assert.match((await widget.state()).focus, /^France/);
  assert.equal(await widget.run(takes, "shiftKey"), true);
});

eachEngine("Escape returns from a history to the tile that it was opened from, and so does Tab", async () => {
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
