/** axe-core finds nothing to mend, whatever state a figure is in. */

import assert from "node:assert/strict";
import { axe, COLORS, EVERYTHING } from "./axe.mjs";
import { useBrowser } from "./session.mjs";
import { rest, STATES } from "./states.mjs";
import { eachEngine } from "./tiers.mjs";
import { mount, SAMPLE } from "./widget.mjs";

const session = useBrowser();

const BROKEN = "/tests/widget/pages/broken.json";
const FALLBACK = "<table><caption>Bans</caption><tr><th scope='row'>France</th><td>2020</td></tr></table>";

/** What is laid out otherwise from right to left. */
const MIRRORED = ["ready", "selected", "comparing", "table"];

/** How a page may look: what is set on it, the rules that this can break, and in which states, if not in all. */
const LOOKS = {
  light: [{ scheme: "light", ground: "#ffffff", lang: "en", dir: "ltr" }, EVERYTHING],
  dark: [{ scheme: "dark", ground: "#16181d", lang: "en", dir: "ltr" }, COLORS],
  Arabic: [{ scheme: "light", ground: "#ffffff", lang: "ar", dir: "rtl" }, EVERYTHING, MIRRORED],
};

/** Runs in the page. */
function dress({ scheme, ground, lang, dir }) {
  Object.assign(document.documentElement, { lang, dir });
  document.documentElement.style.colorScheme = scheme;
  Object.assign(document.body.style, { background: ground, color: scheme === "dark" ? "#ffffff" : "#000000" });
}

/** What fades has no contrast of its own yet. */
async function settle(widget) {
  await widget.frames(3);
  await widget.faded();
}

/** Takes a page through all looks, and a figure on it each time through all states. */
async function assertClean(widget, states, begin = async () => {}) {
  const found = {};
  for (const [look, [page, rules, only = Object.keys(states)]] of Object.entries(LOOKS)) {
    await session.driver.executeScript(dress, page);
    await widget.until(
      `it looks ${look}`,
      ({ state, scheme, lang }) => state !== "ready" || (scheme === page.scheme && lang === page.lang),
    );
    for (const [state, enter] of Object.entries(states).filter(([state]) => only.includes(state))) {
      await begin(widget);
      await enter(widget);
      await settle(widget);
      const findings = await axe(session.driver, rules);
      if (findings.length > 0) found[`${look}: ${state}`] = findings;
    }
  }
  assert.deepEqual(found, {});
}

eachEngine("a figure has nothing to mend in any of its states", async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  await assertClean(widget, STATES, rest);
});

eachEngine("nor while it loads or has failed", async () => {
  const widget = await mount(session.driver, { attributes: { src: `${SAMPLE}?delay=60000` }, children: FALLBACK });
  const show = async (src) => {
    await widget.run((host, src) => (host.src = src), src);
    await widget.until("the notice is there", ({ notice }) => Boolean(notice) === (src === BROKEN));
  };
  await assertClean(widget, {
    loading: () => widget.until("the fallback stands in", ({ state }) => state === "loading"),
  });
  await assertClean(widget, { "failed, without a picture": () => show(BROKEN) });
  await show(SAMPLE);
  await widget.ready();
  await assertClean(widget, { "failed, with the picture kept": () => show(BROKEN) });
});
