/** The message about a failure: one quiet line for readers, or the errors of a dataset for its editor. */

import { make } from "../base/dom.js";

/**
 * The maximal number of kinds of errors in the list. The rest are counted. Warnings are not listed, because they do not
 * prevent the chart.
 */
const MOST = 5;

/** The message on a page that was opened from a disk, for its author. Browsers give such a page no other files. */
const ON_DISK =
  'A page opened from a disk needs banspread.standalone.js and its data in the page (src="#id"), or the page that "banspread standalone" writes.';

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
  const disk = error.cause && location.protocol === "file:";
  root.lang = disk ? "en" : words.lang;
  if (error.code !== "invalid-dataset" || error.cause) {
    const text = disk ? ON_DISK : words.text(kept ? "not_loaded" : "failed");
    root.replaceChildren(make("p", { class: "quiet" }, text));
    return;
  }
  const faults = error.diagnostics.filter(({ severity }) => severity === "error");
  const kinds = groupAlike(faults).slice(0, MOST);
  const list = make("ol", { class: "findings" }, ...kinds.map((alike) => buildFinding(alike, words)));
  const rest = faults.length - kinds.flat().length;
  root.replaceChildren(
    make("p", { class: "fault" }, words.text(kept ? "refused" : "refused_first")),
    faults.length > 0 ? list : make("p", {}, error.message),
    ...(rest > 0 ? [make("p", { class: "quiet" }, words.count("more", rest))] : []),
  );
}

/**
 * Errors of one kind in one field that the same repair helps are alike, however they differ in numbers.
 * @param {import("../types.js").Diagnostic[]} faults
 */
function groupAlike(faults) {
  /** @type {Map<string, import("../types.js").Diagnostic[]>} */
  const kinds = new Map();
  for (const fault of faults) {
    const kind = [fault.code, fault.path, fault.help ?? fault.message].join(" ").replace(/\d/g, "");
    const alike = kinds.get(kind) ?? [];
    alike.push(fault);
    kinds.set(kind, alike);
  }
  return [...kinds.values()];
}

/**
 * `events[41].entity` (line 812, column 17): the first error, the suggestion, and how many are like it.
 * @param {import("../types.js").Diagnostic[]} alike
 * @param {import("../i18n/words.js").Words} words
 */
function buildFinding([{ path, line, column, message, help }, ...others], words) {
  const spot = [line ? words.fill("line", { n: line }) : "", line && column ? words.fill("column", { n: column }) : ""];
  const place = spot.filter(Boolean).join(", ");
  const found = make("li", {}, make("bdi", {}, make("code", {}, path)), `${place && ` (${place})`}: ${message}`);
  if (help) found.append(make("span", { class: "help" }, ` (${help})`));
  if (others.length > 0) found.append(` ${words.count("more", others.length)}`);
  return found;
}
