/** The message about a failure: one quiet line for readers, or the errors of a dataset for its editor. */

import { make } from "../base/dom.js";

/**
 * The maximal number of errors in the list. The rest are counted. Warnings are not listed, because they do not prevent
 * the chart.
 */
const MOST = 5;

/** @param {HTMLElement} root */
export function clearNotice(root) {
  root.replaceChildren();
}

/**
 * @param {HTMLElement} root
 * @param {import("../base/errors.js").ShellError} error
 * @param {boolean} kept  whether an earlier chart is still visible
 * @param {import("../i18n/words.js").Words} words
 */
export function showNotice(root, error, kept, words) {
  root.lang = words.lang;
  if (error.code !== "invalid-dataset" || error.cause) {
    root.replaceChildren(make("p", { class: "quiet" }, words.text(kept ? "not_loaded" : "failed")));
    return;
  }
  const faults = error.diagnostics.filter(({ severity }) => severity === "error");
  const list = make("ol", { class: "findings" }, ...faults.slice(0, MOST).map((fault) => buildFinding(fault, words)));
  const rest = faults.length - MOST;
  root.replaceChildren(
    make("p", { class: "fault" }, words.text(kept ? "refused" : "refused_first")),
    faults.length > 0 ? list : make("p", {}, error.message),
    ...(rest > 0 ? [make("p", { class: "quiet" }, words.count("more", rest))] : []),
  );
}

/**
 * `events[41].entity` (line 812, column 17): the error, and the suggestion.
 * @param {import("../types.js").Diagnostic} diagnostic
 * @param {import("../i18n/words.js").Words} words
 */
function buildFinding({ path, line, column, message, help }, words) {
  const spot = [line ? words.fill("line", { n: line }) : "", line && column ? words.fill("column", { n: column }) : ""];
  const place = spot.filter(Boolean).join(", ");
  const found = make("li", {}, make("bdi", {}, make("code", {}, path)), `${place && ` (${place})`}: ${message}`);
  if (help) found.append(make("span", { class: "help" }, ` (${help})`));
  return found;
}
