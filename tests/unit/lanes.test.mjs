/** The rows of "Who, when": the menu for their order, and the list that scrolls. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { forever, send, sent } from "./page.mjs";
import { GERMAN, description, parts, words } from "./figure.mjs";
import { Listbox } from "../../www/a11y/listbox.js";
import { Lanes } from "../../www/panels/lanes.js";
import { Words } from "../../www/i18n/words.js";

const LEGEND = [
  { id: "banned", index: 0, label: "Banned" },
  { id: "review", index: 1, label: GERMAN },
  { id: "no-data", index: -1, label: "Not documented" },
];
const tile = (/** @type {string} */ id, /** @type {string} */ name, y = 0) => ({
  id,
  name,
  x: 0,
  y,
  width: 10,
  height: 24,
});

/** The rows in a view, in one language. @param {Words} [speech] */
function show(speech = words) {
  const listbox = new Listbox(parts.map.tiles);
  listbox.arrange([tile("ZM", "Zambia"), tile("AT", "Österreich", 24), tile("AE", "Emirate", 48)]);
  const lanes = new Lanes(parts, { send, listbox, words: speech, signal: forever });
  const { menu } = parts.order;
  return {
    menu,
    listbox,
    choose: (/** @type {number} */ place) => {
      menu.selectedIndex = place;
      menu.dispatchEvent(new Event("change"));
    },
    render: (/** @type {object} */ given = {}, fresh = false) =>
      lanes.render(description({ legend: LEGEND, focus: null, view: "lanes", ...given }), fresh),
  };
}

test("the menu has each status, the latest change and the name, and asks for what is chosen", () => {
  const { menu, choose, render } = show();
  render({}, true);
  const texts = [...menu.options].map(({ textContent }) => textContent);
  assert.deepEqual(texts, ["First date: Banned", "First date: Verbot", "Latest change", "Name"]);
  assert.deepEqual([menu.selectedIndex, sent.length], [0, 0], "the core begins with the first status");
  for (const place of [1, 2, 3, 0]) choose(place);
  assert.deepEqual(sent, [{ sort: ["review"] }, { sort: null }, { sort: ["AE", "AT", "ZM"] }, { sort: ["banned"] }]);
});

test("names have the order of the reader's language", () => {
  const swedish = new Words();
  swedish.speak("sv", {});
  const { choose, render } = show(swedish);
  render({}, true);
  choose(3);
  assert.deepEqual(sent, [{ sort: ["AE", "ZM", "AT"] }]);
});

test("the choice stays while words change, and is asked for again where the core may have forgotten it", () => {
  const { menu, choose, render } = show();
  render({}, true);
  choose(3);
  sent.length = 0;
  render();
  assert.deepEqual(sent, [], "nothing has changed");
  render({}, true);
  assert.deepEqual([menu.value, sent.splice(0)], ["name", [{ sort: ["AE", "AT", "ZM"] }]]);
  render({ view: "map" }, true);
  assert.deepEqual(sent, [], "no row is shown");
  render();
  assert.equal(sent.splice(0).length, 1);
  choose(1);
  sent.length = 0;
  render({ legend: [LEGEND[0], LEGEND[2]] }, true);
  assert.deepEqual([menu.selectedIndex, sent], [0, []], "a status that is gone");
});

test("the core hears how far the list is scrolled, and another order begins at the top", () => {
  const { choose, render, listbox } = show();
  render({}, true);
  listbox.root.scrollTop = 40;
  listbox.root.dispatchEvent(new Event("scroll"));
  assert.deepEqual(sent.splice(0), [{ scroll: 40 }]);
  choose(2);
  assert.equal(listbox.root.scrollTop, 0);
  listbox.root.scrollTop = 40;
  render({ view: "map" });
  choose(0);
  listbox.root.scrollTop = 40;
  render();
  assert.equal(listbox.root.scrollTop, 0, "so does a view that is shown again");
});

test("a press on a row leaves the focus where it is, and one on the scroll bar moves it", () => {
  const { listbox } = show();
  const press = (/** @type {Element} */ target) => {
    const event = new Event("mousedown", { bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.deepEqual([press(listbox.root.children[0]), press(listbox.root)], [true, false]);
});

test("a row that gets the focus is scrolled into sight, once", () => {
  const { render, listbox } = show();
  /** @type {string[]} */
  const shown = [];
  for (const option of listbox.root.children) option.scrollIntoView = () => void shown.push(option.id);
  for (const [focus, view] of /** @type {[string|null, string][]} */ ([
    ["ZM", "lanes"],
    ["ZM", "lanes"],
    ["AE", "lanes"],
    [null, "lanes"],
    ["gone", "lanes"],
    ["AE", "map"],
    ["AE", "lanes"],
  ])) {
    render({ focus, view });
  }
  assert.deepEqual(shown, ["tile-ZM", "tile-AE", "tile-AE"], "a reader may scroll on, and tiles do not scroll");
});
