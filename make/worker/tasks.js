/** What the worker does, by name. */

import { importer } from "./modules.js";
import { open, opened } from "./open.js";
import { publish, snippets, standalone, still } from "./publication.js";
import { settingsOf, takenIn } from "./taken.js";
import { Fault } from "./faults.js";

/** @typedef {import("./modules.js").Tell} Tell */

/** @type {Record<string, (argument: any, tell: Tell) => unknown>} */
export const tasks = {
  open,
  understand({ choices }, tell) {
    tell({ stage: "understanding", done: 0, total: null });
    const [report, json, findings] = understood(JSON.stringify(choices));
    return { report, json, findings: JSON.parse(findings) };
  },
  rows({ sheet, from, to }) {
    // A module reads memory that is not its own for a value of another type.
    if (typeof (sheet ?? "") !== "string") throw new Fault("choices", `A sheet has a name, and not ${sheet}.`);
    return JSON.parse(opened().rows(sheet, from, to));
  },
  marks: ({ choices, from, to }) => JSON.parse(opened().marks(JSON.stringify(choices), from, to)),
  check: async (text, tell) => checkedOf((await importer(tell)).check(text)),
  async takeIn(input, tell) {
    const taken = await takenIn(input, tell);
    if (!taken) return null;
    const { text, ...found } = taken;
    tell({ stage: "checking", done: 0, total: null });
    return { ...found, ...checkedOf((await importer(tell)).check(text)) };
  },
  settings: (html) => settingsOf(html),
  publish,
  standalone,
  snippets,
  still,
  csv: async (json, tell) => (await importer(tell)).csv(json),
  async colors(pairs, tell) {
    /** @type {import("../core/types.d.ts").Pair[]} */
    const listed = pairs;
    const list = listed.flatMap(({ light, dark }) => [light, dark]);
    return JSON.parse((await importer(tell)).colors(list));
  },
  places: async ({ query, grid }, tell) => JSON.parse((await importer(tell)).places(query, grid)),
};

/** @param {[string | null, string]} parts */
function checkedOf([json, findings]) {
  return { json, findings: JSON.parse(findings) };
}

/** @param {string} choices */
function understood(choices) {
  const open = opened();
  try {
    return open.understand(choices);
  } catch (error) {
    if (typeof error === "string") throw new Fault("choices", error);
    throw error;
  }
}
