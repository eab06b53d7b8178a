/**
 * The page for frames: one element, set up by the address of the page. It reports to the page around it what happens.
 */

import { Protocols } from "./embed/protocols.js";
import { Heights } from "./embed/heights.js";
import { Host } from "./embed/host.js";
import { dispatch } from "./embed/commands.js";
import { restrict } from "./embed/policy.js";
import { choose, setUp } from "./embed/query.js";
import { FAILED, Refusal } from "./embed/refusal.js";
import { readSetting } from "./embed/settings.js";

/** Errors after which the chart is still shown. */
const MILD = ["dataset-refresh", "invalid-date", "invalid-words", "messages-load", "supplement-load"];
const { searchParams: query } = new URL(location.href);
const element = /** @type {import("./embed/commands.js").Widget} */ (document.querySelector("ban-spread"));

// The policy comes first, so that it applies to everything that is loaded afterwards.
restrict();
document.documentElement.toggleAttribute("data-alone", parent === window);
start().catch(({ message }) => showLine(message));

async function start() {
  const host = new Host(query.get("origin"), readSetting("origins"));
  const heights = new Heights(host, new Protocols(query));
  relay(host, heights);
  const defined = define(host);
  host.listen((data) => {
    if (!heights.hear(data))
      defined.then(
        () => dispatch(data, element, host),
        () => {},
      );
  });
  try {
    await defined;
    choose(element, query, host);
  } catch (thrown) {
    const { message, detail } = /** @type {Refusal} */ (thrown);
    showLine(message);
    heights.begin();
    host.tell("error", detail);
  }
}

/**
 * Imports the script only now. If the script is missing, this page can still report it.
 * @param {Host} host
 */
async function define(host) {
  setUp(element, query, host);
  await import("./banspread.js").catch(async () => {
    throw await explain(new URL("banspread.js", import.meta.url).href);
  });
}

/**
 * Why a script could not be imported. The import does not say why, so the same file is requested.
 * @param {string} href
 */
async function explain(href) {
  const answer = await fetch(href).catch(() => null);
  if (!answer) return new Refusal("engine-load", "unreachable", `${href} cannot be loaded.`);
  if (!answer.ok) return new Refusal("engine-load", "not-found", `The server answered ${answer.status} for ${href}.`);
  return new Refusal("engine-load", "damaged", `${href} is damaged, or has the wrong media type.`);
}

/**
 * Passes the events of the element to the page around.
 * @param {Host} host
 * @param {Heights} heights
 */
function relay(host, heights) {
  for (const event of ["ready", "input", "change", "refresh", "error"]) {
    element.addEventListener(`ban-spread-${event}`, (heard) => {
      const { detail } = /** @type {CustomEvent} */ (heard);
      const mild = MILD.includes(detail.code);
      if (event === "error" && !host.trusted && !mild) {
        // The height of the findings would reveal something about them.
        heard.preventDefault();
        if (!element.state.date) showLine(FAILED);
      }
      if (event === "ready") document.querySelector(".refused")?.remove();
      host.relay(event, detail);
      // Until then, the height that the host has reserved is better than ours.
      if (!mild) heights.begin();
    });
  }
}

/**
 * Shows that there is no chart. Beside the fallback of a publisher's page readers see a general sentence. Without a
 * fallback the editor sees the reason.
 * @param {string} message
 */
function showLine(message) {
  document.querySelector(".refused")?.remove();
  const line = document.createElement("p");
  line.className = "refused";
  line.textContent = element.firstElementChild ? FAILED : message;
  element.before(line);
}
