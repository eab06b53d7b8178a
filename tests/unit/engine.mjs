/** What stands in for the core's own script: it only notes how it was started. */

/** @type {unknown[]} */
export const started = [];

export class Engine {}

/** @param {unknown} input */
export default async function init(input) {
  started.push(input);
}
