/** After this many actions a figure has had each action of `pages/soak.js` with each of its values, and they repeat. */
export const REPEATED = 12 * 14;
