/** The page in a frame: one element, set up by the page's address, that tells the page around it what happens. */

import { Dialects } from "./embed/dialects.js";
import { Heights } from "./embed/heights.js";
import { Host } from "./embed/host.js";
import { obey } from "./embed/orders.js";
import { close } from "./embed/policy.js";
import { dress, point } from "./embed/query.js";
import { Refusal } from "./embed/refusal.js";

const { searchParams: query } = new URL(location.href);
const element = /** @type {import("./embed/orders.js").Widget} */ (document.querySelector("ban-spread"));

close();
document.documentElement.toggleAttribute("data-alone", parent === window);
start().catch(({ message }) => showLine(message));

async function start() {
  const host = new Host(query.get("origin"));
  const heights = new Heights(host, new Dialects(query));
  relay(host, heights);
  const defined = define();
  host.listen((data) => {
    if (!heights.hear(data)) defined.then(() => obey(data, element, host), () => {});
  });
  try {
    await defined;
    point(element, query);
  } catch (thrown) {
    showLine(thrown.message);
    heights.begin();
    host.tell("error", thrown.detail, null);
  }
}

/** The script is imported only now: were it missing, there would still be somebody to say so. */
async function define() {
  dress(element, query);
  await import("./banspread.js").catch(() => {
    throw new Refusal("engine-load", "unreachable", `${new URL("banspread.js", import.meta.url)} cannot be loaded.`);
  });
}

/**
 * What the page hears of the element goes to the page around it.
 * @param {Host} host
 * @param {Heights} heights
 */
function relay(host, heights) {
  for (const event of ["ready", "change", "select", "error"]) {
    element.addEventListener(`ban-spread-${event}`, (heard) => {
      const { detail } = /** @type {CustomEvent} */ (heard);
      host.tell(event, detail, element.state);
      // Until then the room that the host has kept is a better guess than ours.
      if (detail.code !== "bad-date") heights.begin();
    });
  }
}

/** @param {string} message */
function showLine(message) {
  const line = document.createElement("p");
  line.className = "refused";
  line.textContent = message;
  element.replaceWith(line);
}
