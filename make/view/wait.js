/** What the page is busy with, how far it is, how to end it, and why it failed. */

/** @import {Page} from "./el.js" */

import { button, el } from "./el.js";

/**
 * @param {Page} page
 * @param {boolean} [isPublishing]  whether this is the place where publishing is told
 */
export function wait({ state: { busy, progress }, t, give }, isPublishing = false) {
  if (!busy || (busy === "publishing") !== isPublishing) return null;
  const { done, total } = progress ?? { done: 0, total: null };
  return el(
    "p",
    { class: "row wait" },
    el("span", null, t(busy)),
    el("progress", { "aria-label": t(busy), ...(total && { max: total, value: done }) }),
    button(t("cancel"), give.cancel),
  );
}

/**
 * Why the last work failed.
 * @param {Page} page
 * @param {boolean} [isPublishing]  whether this is the place where publishing is told
 */
export function trouble({ state: { error, failed }, t }, isPublishing = false) {
  if (!error || (failed === "publishing") !== isPublishing) return null;
  return el("p", { class: "error", role: "alert" }, t(error.key, error.values));
}
