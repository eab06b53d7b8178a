/** The states of a figure, each reached from rest by actions of a reader or a page. */

import { isDeepStrictEqual } from "node:util";
import { hover } from "./gestures.mjs";

/** The start of every state: one day, nothing chosen. @type {import("../../pkg/element.js").BanSpreadState} */
const REST = {
  step: null,
  date: "2020-07-14",
  compare: null,
  filter: null,
  firm: false,
  selected: null,
  view: "map",
  weighted: false,
  playing: false,
};

/**
 * By name, how each state is reached in a figure of the built-in dataset at rest.
 * @type {Record<string, (widget: Widget) => Promise<unknown>>}
 */
export const STATES = {
  ready: async () => {},
  "tooltip of a tile": async (widget) => {
    const { left, top, width, height } = await widget.box("#tile-GB");
    await hover(widget.driver, { x: left + width / 2, y: top + height / 2 });
    await widget.until("there is a tooltip", ({ tip }) => tip);
  },
  "tooltip of the timeline": async (widget) => {
    await hover(widget.driver, await widget.middle(".range"));
    await widget.until("there is a tooltip", ({ tip }) => tip);
  },
  "tile focused": async (widget) => {
    await widget.focus(".tiles");
    await widget.until("a tile has the focus", ({ focus }) => focus);
  },
  selected: async (widget) => {
    await widget.run((host) => (host.selected = "NO"));
    await widget.until("a history is open", ({ history, related }) => history && related);
  },
  comparing: async (widget) => {
    await widget.run((host) => (host.compare = "2019-10-20"));
    await widget.until("two days are compared", ({ comparing, changes }) => comparing && changes && changes.length > 3);
  },
  filtered: async (widget) => {
    await widget.run((host) => (host.filter = "banned"));
    await widget.until("one status is shown", ({ legend }) => legend.some(({ pressed }) => pressed === "true"));
  },
  tour: async (widget) => {
    await widget.run((host) => (host.step = 2));
    await widget.until("the third step is shown", () => widget.run((host) => host.step === 2));
  },
  table: async (widget) => {
    await widget.run(press, ".table-tab");
    await widget.until("the table is shown", () => widget.run(isSeen, ".table tbody tr"));
  },
  "table with nothing in it": async (widget) => {
    await widget.run(press, ".table-tab");
    await widget.until("the table is shown", () => widget.run(isSeen, ".table tbody tr"));
    await widget.run((host) => {
      /** @type {HTMLInputElement} */
      const search = host.shadowRoot.querySelector(".search");
      search.value = "Atlantis";
      search.dispatchEvent(new Event("input"));
    });
    await widget.until("nothing is found", () => widget.run(isSeen, ".nobody"));
  },
  groups: async (widget) => {
    await widget.run(press, ".groups-tab");
    await widget.until("the groups are shown", ({ view }) => view === "groups");
  },
  lanes: async (widget) => {
    await widget.run(press, ".lanes-tab");
    await widget.until("the rows are shown", ({ view }) => view === "lanes");
  },
  weighted: async (widget) => {
    await widget.run(press, ".choice:last-child");
    await widget.until("people are counted", () => widget.run((host) => host.weighted));
  },
  "link to copy": async (widget) => {
    await widget.run((host) => {
      // The reader must allow access to the clipboard.
      Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
      host.shadowRoot.querySelector(".share").click();
    });
    await widget.until("the link is there", () => widget.run(isSeen, ".link"));
  },
  playing: async (widget) => {
    await widget.run((host) => host.play());
    await widget.until("the date runs", () => widget.run((host) => host.playing));
  },
};

/**
 * Runs in the page.
 * @param {Host} host
 * @param {string} selector
 */
function press(host, selector) {
  host.shadowRoot.querySelector(selector).click();
}

/**
 * Runs in the page.
 * @param {Host} host
 * @param {string} selector
 */
function isSeen(host, selector) {
  return host.shadowRoot.querySelector(selector)?.checkVisibility() ?? false;
}

/**
 * Returns a figure to the start of every state.
 * @param {Widget} widget
 */
export async function rest(widget) {
  await hover(widget.driver, { x: 2, y: 2 });
  await widget.run((host, state) => {
    const focused = /** @type {HTMLElement|null} */ (host.shadowRoot.activeElement);
    focused?.blur();
    host.state = state;
    // There is none before the table has loaded.
    const search = /** @type {HTMLInputElement|null} */ (host.shadowRoot.querySelector(".search"));
    if (search) search.value = "";
    search?.dispatchEvent(new Event("input"));
  }, REST);
  await widget.until(
    "the figure is at rest",
    async ({ tip, focus }) => !tip && !focus && isDeepStrictEqual(await widget.run((host) => host.state), REST),
  );
}
