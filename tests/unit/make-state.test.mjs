/** The state of the make page: what actions change, undo and redo. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { INITIAL } from "../../make/state/initial.js";
import { reduce } from "../../make/state/reducer.js";

/** @import {Action} from "../../make/state/actions.js" */

/** @param {Action[]} actions */
const after = (...actions) => actions.reduce(reduce, INITIAL);

/** @type {Action} */
const TAKE = { type: "take", source: { name: "a.csv", text: "a,b" } };
/** @param {string} title @returns {Action} */
const titled = (title) => ({ type: "look", look: { title }, field: "title" });

test("choices are merged object by object, and null is an answer", () => {
  const { project } = after(
    TAKE,
    { type: "choose", choices: { places: { Congo: "CD" }, source: { title: "A" } } },
    { type: "choose", choices: { places: { World: null } } },
  );
  assert.deepEqual(project.choices, { places: { Congo: "CD", World: null }, source: { title: "A" } });
});

test("an answer that is taken back leaves no empty object", () => {
  const chosen = after(TAKE, { type: "choose", choices: { places: { Congo: "CD" }, shape: "wide" } });
  const { project } = reduce(chosen, { type: "unchoose", path: ["places", "Congo"] });
  assert.deepEqual(project.choices, { shape: "wide" });
});

test("an error of a publication goes when something about it is changed", () => {
  const failed = after(TAKE, { type: "busy", busy: "publishing" }, { type: "failed", error: { key: "No date." } });
  assert.equal(failed.error?.key, "No date.");
  assert.equal(reduce(failed, titled("One")).error, null);
  assert.equal(reduce(failed, { type: "publish", publishing: { width: "500" } }).error, null);
  const unread = after(TAKE, { type: "busy", busy: "reading" }, { type: "failed", error: { key: "No sheet." } });
  assert.equal(reduce(unread, titled("One")).error?.key, "No sheet.");
});

test("undo and redo go through the projects one by one", () => {
  const shapes = after(
    TAKE,
    { type: "choose", choices: { shape: "wide" } },
    { type: "choose", choices: { shape: "panel" } },
  );
  const undone = reduce(reduce(shapes, { type: "undo" }), { type: "undo" });
  assert.deepEqual(undone.project.choices, {});
  assert.deepEqual(reduce(undone, { type: "redo" }).project.choices, { shape: "wide" });
  assert.equal(reduce(after(TAKE), { type: "undo" }).project.source?.name, "a.csv");
});

test("a change after undo ends redo", () => {
  const undone = after(TAKE, titled("One"), { type: "undo" });
  const changed = reduce(undone, { type: "choose", choices: { shape: "wide" } });
  assert.deepEqual(changed.future, []);
});

test("the letters of one field are one step of undo", () => {
  const typed = after(TAKE, titled("W"), titled("Wh"), titled("Who"));
  assert.equal(typed.project.look.title, "Who");
  assert.deepEqual(reduce(typed, { type: "undo" }).project.look, {});
});

test("a text of the look can be emptied, and an empty setting takes the change back", () => {
  const look = /** @type {Action[]} */ ([
    { type: "look", look: { lang: "de", date: "2020" } },
    { type: "look", look: { lang: "", date: "" } },
  ]);
  assert.deepEqual(after(TAKE, titled("Who"), titled(""), ...look).project.look, { title: "" });
});

test("the looks of statuses are merged", () => {
  const { project } = after(
    TAKE,
    { type: "look", look: { statuses: { a: { label: "A" } } } },
    { type: "look", look: { statuses: { a: { light: "#000000" }, b: { dark: "#ffffff" } } } },
  );
  assert.deepEqual(project.look.statuses, { a: { label: "A", light: "#000000" }, b: { dark: "#ffffff" } });
});

test("a sheet that replaces another keeps choices and look, and a new one does not", () => {
  const decided = after(TAKE, { type: "choose", choices: { shape: "wide" } }, titled("Who"));
  const source = { name: "b.csv", text: "a,b" };
  const replaced = reduce(decided, { type: "replace", source });
  assert.deepEqual([replaced.project.choices, replaced.project.look], [{ shape: "wide" }, { title: "Who" }]);
  assert.deepEqual(reduce(decided, { type: "take", source }).project, {
    source,
    choices: {},
    look: {},
    publishing: {},
  });
});

test("what has changed from one sheet to another is not told after undo", () => {
  const differences = [{ key: "rows_new", values: { n: 1 } }];
  const replaced = after(
    TAKE,
    { type: "replace", source: { name: "b.csv", text: "a,b" } },
    { type: "understood", report: null, base: null, differences },
    titled("Who"),
  );
  const untitled = reduce(replaced, { type: "undo" });
  assert.deepEqual(untitled.differences, differences);
  const undone = reduce(untitled, { type: "undo" });
  assert.deepEqual([undone.project.source?.name, undone.differences, undone.before], ["a.csv", [], null]);
  assert.deepEqual(reduce(undone, { type: "redo" }).differences, []);
});

test("an error is told where its work was, until other work begins", () => {
  const failed = after(TAKE, { type: "busy", busy: "publishing" }, { type: "failed", error: { key: "It has ended." } });
  assert.deepEqual([failed.error, failed.failed, failed.busy], [{ key: "It has ended." }, "publishing", ""]);
  assert.equal(reduce(failed, { type: "busy", busy: "" }).error, failed.error);
  assert.equal(reduce(failed, { type: "busy", busy: "publishing" }).error, null);
});

test("a page that is left keeps its list of drafts and its preview", () => {
  const drafts = [{ id: 1, title: "A" }];
  const left = after({ type: "drafts", drafts }, { type: "preview", preview: { as: "dark" } }, TAKE, { type: "leave" });
  assert.deepEqual([left.drafts, left.preview.as, left.project.source], [drafts, "dark", null]);
});

test("a figure goes away with the answers that it needs", () => {
  const dataset = { statuses: [] };
  const shown = after(
    TAKE,
    { type: "understood", report: null, base: dataset },
    { type: "composed", dataset, problems: [] },
  );
  assert.equal(shown.dataset, dataset);
  assert.equal(reduce(shown, { type: "understood", report: null, base: null }).dataset, null);
});
