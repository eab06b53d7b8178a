/** What the page hears outside of its fields: dropped files, pasted cells, keys of undo, the draft of its address. */

/** @import {Giver} from "./give.js" */
/** @import {Store} from "../state/store.js" */

import { pasted } from "../data/clipboard.js";

const FIELDS = "input:not([type=radio], [type=checkbox], [type=color]), textarea, select";

/**
 * @param {Store} store
 * @param {Giver} give
 * @param {() => string} pastedName
 */
export function hearPage(store, give, pastedName) {
  const isGiven = () => store.state().project.source !== null;
  addEventListener("dragover", (event) => {
    if (!isForField(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (isForField(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const source = file ? null : pasted(event.dataTransfer, pastedName());
    if (file) void give.file(file, isGiven());
    else if (source) void give.source(source, isGiven());
  });
  addEventListener("paste", (event) => {
    if (isField(event)) return;
    const source = pasted(event.clipboardData, pastedName());
    if (source) void give.source(source, isGiven());
  });
  addEventListener("keydown", (event) => {
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    const redoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "y";
    // Fields have an undo of their own.
    if ((!undoes && !redoes) || isField(event)) return;
    event.preventDefault();
    store.dispatch({ type: redoes || event.shiftKey ? "redo" : "undo" });
  });
  rememberDraft(store, give);
  takeSource(store, give);
}

/** Whether an event is about a field, also one inside the live figure. @param {Event} event */
function isField(event) {
  const [at] = event.composedPath();
  return at instanceof Element && at.matches(FIELDS);
}

/** Whether a field takes what is dropped. None takes a file. @param {DragEvent} event */
const isForField = (event) => isField(event) && !event.dataTransfer?.types.includes("Files");

/**
 * The address of the page names the draft, so that a page that is loaded again goes on with it.
 * @param {Store} store
 * @param {Giver} give
 */
function rememberDraft(store, give) {
  const [, id] = location.hash.match(/^#draft=(\d+)$/) ?? [];
  if (id) void give.draft(Number(id));
  store.subscribe(({ draft }, before) => {
    if (draft === before.draft) return;
    history.replaceState(null, "", draft === null ? location.pathname : `#draft=${draft}`);
  });
}

/**
 * A link such as `make.html?src=https://…` begins with that dataset or sheet.
 * @param {Store} store
 * @param {Giver} give
 */
function takeSource({ dispatch }, give) {
  const src = new URLSearchParams(location.search).get("src");
  if (!src || location.hash) return;
  if (URL.canParse(src, location.href)) void give.address(new URL(src, location.href).href);
  else dispatch({ type: "failed", error: { key: "address_refused" } });
}
