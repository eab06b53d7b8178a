/** The supplement, after it has arrived. `supplement.js` loads it. */

/** @type {import("../types.js").Supplement|undefined} */
export let supplement;

/** @param {import("../types.js").Supplement} script */
export function setSupplement(script) {
  supplement = script;
}
