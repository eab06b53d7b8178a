/** The switch that leaves out weak statuses. It is only there if the dataset has both firm and weak ones. */

/**
 * @param {import("../types.js").Parts["firm"]} parts
 * @param {import("../types.js").Send} send
 * @param {AbortSignal} signal
 */
export function listenFirm({ box }, send, signal) {
  box.addEventListener("change", () => send({ firm: box.checked }), { signal });
}

/**
 * @param {import("../types.js").Parts["firm"]} parts
 * @param {import("../types.js").Description} description
 * @param {import("../types.js").Info} info
 */
export function renderFirm({ root, box }, { firm }, { bases }) {
  root.hidden = !bases;
  box.checked = firm;
}
