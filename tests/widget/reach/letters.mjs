/** What is typed on the map begins and ends where readers think that it does. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

/** Longer than readers take between the letters of one word, in milliseconds. */
const PAUSE = 1100;

oneEngine("a vowel sign by itself goes nowhere", async () => {
  const widget = await mountSample(session.driver, { lang: "en" });
  await widget.focus(".tiles");
  await widget.type("fr", ({ focus }) => focus?.startsWith("France"));
  const { focus } = await widget.state();
  await new Promise((done) => setTimeout(done, PAUSE));
  await widget.run(({ shadowRoot }) => {
    shadowRoot.querySelector(".tiles").dispatchEvent(new KeyboardEvent("keydown", { key: "\u064e" }));
  });
  await widget.frames(3);
  assert.equal((await widget.state()).focus, focus);
});

oneEngine("an arrow ends what is being typed", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".tiles");
  await widget.press("f", Key.END, "r");
  await widget.frames(3);
  const { focus } = await widget.state();
  assert.doesNotMatch(focus, /^France/, "no name begins with r alone");
});
