/** What went wrong, in words: one quiet line for readers, the faults for the editor of a dataset. */

import { make } from "./dom.js";
import { WORDS } from "./words.js";

/** Faults that are spelled out; the rest are counted. Warnings alone would not have kept the chart away. */
const MOST = 5;

/** @param {HTMLElement} root */
export function clearNotice(root) {
  root.replaceChildren();
}

/**
 * @param {HTMLElement} root
 * @param {import("./errors.js").ShellError} error
 * @param {boolean} kept  an earlier chart is still there
 */
export function showNotice(root, error, kept) {
  if (error.code !== "invalid-dataset" || error.cause) {
    root.replaceChildren(make("p", { class: "quiet" }, kept ? WORDS.notLoaded : WORDS.failed));
    return;
  }
  const faults = error.diagnostics.filter(({ severity }) => severity === "error");
  const list = make("ol", { class: "findings" }, ...faults.slice(0, MOST).map(buildFinding));
  const rest = faults.length - MOST;
  root.replaceChildren(
    make("p", { class: "fault" }, kept ? WORDS.refused : WORDS.refusedFirst),
    faults.length > 0 ? list : make("p", {}, error.message),
    ...(rest > 0 ? [make("p", { class: "quiet" }, `+ ${rest} ${WORDS.more}`)] : []),
  );
}

/**
 * `events[41].entity` (line 812, column 17): what is wrong, what would be right
 * @param {import("./types.js").Diagnostic} diagnostic
 */
function buildFinding({ path, line, column, message, help }) {
  const spot = [line ? `${WORDS.line} ${line}` : "", line && column ? `${WORDS.column} ${column}` : ""];
  const place = spot.filter(Boolean).join(", ");
  const found = make("li", {}, make("code", {}, path), `${place && ` (${place})`}: ${message}`);
  if (help) found.append(make("span", { class: "help" }, ` (${help})`));
  return found;
}
