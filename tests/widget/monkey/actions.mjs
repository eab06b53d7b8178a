/** What a monkey does to a figure or to its page: real input of a reader, calls of the page, changes of the page. */

import { Key } from "selenium-webdriver";
import { hover, stroke } from "../gestures.mjs";
import { engine } from "../session.mjs";

/**
 * A page with figures, and the random choices of the monkey.
 * @typedef {object} Game
 * @property {WebDriver} driver
 * @property {string} id  of the figure that the monkey plays with
 * @property {() => number} random
 * @property {<T>(values: readonly T[]) => T} choose
 * @property {(point?: {x: number, y: number}|null) => Promise<void>} touch  notes which figures an input can reach
 */

/** An action. It returns words for the report. @typedef {(game: Game) => Promise<string>} Action */

const PAGES = "/tests/widget/pages/";
export const SOURCES = ["sample", "tour", "groups", "times", "evidence"].map((name) => `${PAGES}${name}.json`);
export const WRONG = ["broken.json", "sample.json?status=404", "sample.json?cut=300", "faults.csv"].map(
  (file) => PAGES + file,
);
const TABLES = [`${PAGES}events.csv`, `${PAGES}names.csv`];

const DATES = ["2020-02-10", "2020-06", "2020", "1999-12-31", "2099-01-01", "2019-07-14", "nonsense", ""];
// No slash: after it Firefox searches the page, and what it finds in the table of another figure is shown.
const KEYS = [
  ...[Key.ARROW_LEFT, Key.ARROW_RIGHT, Key.ARROW_UP, Key.ARROW_DOWN, Key.HOME, Key.END, Key.PAGE_UP, Key.PAGE_DOWN],
  ...[Key.ENTER, Key.SPACE, Key.ESCAPE, Key.TAB, Key.DELETE, Key.BACK_SPACE],
  ...["g", "f", "z", "1", "é"],
];
/** The smallest window is that of a small phone, as far as the browser lets a window be so small. */
const SIZES = [
  [320, 600],
  [500, 400],
  [700, 900],
  [1100, 1000],
  [1500, 700],
];
/** The attributes of a figure with values for each; null removes the attribute. @type {Record<string, (string|null)[]>} */
const ATTRIBUTES = {
  date: [...DATES, null],
  compare: [...DATES, null],
  start: ["2020-03", null, "2021", "x"],
  end: ["2020-09", null, "2019", "x"],
  view: ["map", "lanes", "groups", "table", "x", null],
  weighted: ["", null],
  theme: ["light", "dark", "auto", null],
  patterns: ["", null],
  lang: ["de", "ar", "ja", "en", "xx", null],
  "heading-level": ["1", "3", null],
};
/** The properties of a figure with values for each. @type {Record<string, unknown[]>} */
const PROPERTIES = {
  date: DATES,
  compare: [...DATES, null],
  filter: ["banned", "permitted", "no-data", "x", null],
  selected: ["DE", "FR", "works", "x", null],
  step: [0, 1, 2, 99, -1, null],
  view: ["map", "lanes", "groups", "table"],
  weighted: [true, false],
  state: [{ date: "2020-06-01", filter: "banned" }, { firm: true }, { firm: false, selected: "DE" }, {}, null, "x"],
};
const CALLS = ["next", "previous", "play", "pause"];

/** @param {Game} game */
function anyPoint({ driver, id, random }) {
  return driver.executeScript((...at) => window.monkey.point(...at), id, random(), random());
}

/**
 * An action at a random point of the figure.
 * @param {string} name
 * @param {(game: Game, point: {x: number, y: number}) => Promise<unknown>} act
 * @returns {Action}
 */
function at(name, act) {
  return async (game) => {
    const point = await anyPoint(game);
    if (!point) return `${name}: the figure is away`;
    await game.touch(point);
    await act(game, point);
    await game.touch(point);
    return `${name} at ${point.x},${point.y}`;
  };
}

/**
 * A path from a point, inside of the window.
 * @param {Game} game
 * @param {{x: number, y: number}} from
 */
async function path({ driver, random }, from) {
  const [dx, dy] = [(random() - 0.5) * 300, (random() - 0.5) * 200];
  const points = [0, 0.5, 1].map((share) => ({ x: from.x + dx * share, y: from.y + dy * share }));
  return driver.executeScript((points) => points.map(window.monkey.inside), points);
}

/** @param {"mouse"|"touch"} [pointer] */
function drag(pointer) {
  return async (/** @type {Game} */ game, /** @type {{x: number, y: number}} */ point) =>
    stroke(game.driver, await path(game, point), pointer);
}

/** A wheel, in drivers that have one. @type {Action} */
const wheel = at("wheel", async ({ driver, choose }, { x, y }) => {
  await /** @type {any} */ (driver.actions()).scroll(x, y, 0, choose([-900, -120, 120, 900])).perform();
});

/** @type {Action} */
async function press(game) {
  const { driver, id, random } = game;
  const point = await driver.executeScript((...part) => window.monkey.part(...part), id, random());
  if (!point) return "press: nothing to press";
  await game.touch(point);
  await stroke(driver, [point]);
  await game.touch(point);
  return `press at ${point.x},${point.y}`;
}

/** @type {Action} */
async function type(game) {
  const { driver, id, random, choose } = game;
  if (random() < 0.6) await driver.executeScript((...part) => window.monkey.focus(...part), id, random());
  const keys = Array.from({ length: 1 + Math.floor(random() * 4) }, () => choose(KEYS));
  for (const key of keys) {
    await game.touch();
    await driver.actions().sendKeys(key).perform();
  }
  await game.touch();
  return `keys ${JSON.stringify(keys.join(""))}`;
}

/** @type {Action} */
async function resize({ driver, choose }) {
  const [width, height] = choose(SIZES);
  await driver.manage().window().setRect({ x: 0, y: 0, width, height });
  return `window of ${width} x ${height}`;
}

/** @type {Action} */
async function restyle({ driver, choose }) {
  // With zoom, this driver of WebKit tells places in pixels of its own.
  const zooms = engine === "webkit" ? [] : ["zoom: 0.6", "zoom: 1.5", "zoom: 3"];
  const style = choose([
    "",
    "color-scheme: dark",
    "color-scheme: light",
    "font-size: 24px",
    "font-size: 10px",
    ...zooms,
  ]);
  await driver.executeScript((style) => void (document.documentElement.style.cssText = style), style);
  return `page with the style "${style}"`;
}

/** @type {Action} */
async function turn({ driver, choose }) {
  const dir = choose(["ltr", "rtl"]);
  await driver.executeScript((dir) => void (document.dir = dir), dir);
  return `page from ${dir}`;
}

/** @type {Action} */
async function print({ driver }) {
  await driver.executeScript(() => {
    for (const name of ["beforeprint", "afterprint"]) dispatchEvent(new Event(name));
  });
  return "print";
}

/** @type {Action} */
async function move({ driver, id, choose }) {
  const [way, other] = [choose(["remove", "insert", "move"]), `n${choose([0, 3, 6, 9])}`];
  await driver.executeScript(
    (way, id, other) => {
      if (way !== "insert") window.monkey.remove(id);
      if (way !== "remove") window.monkey.insert(id, other);
    },
    way,
    id,
    other,
  );
  return `${way} before ${other}`;
}

/** @type {Action} */
async function hide({ driver, id, choose }) {
  const display = choose(["none", "", "block"]);
  await driver.executeScript((id, style) => window.monkey.write(id, "style", style), id, `display: ${display}`);
  return `display ${display}`;
}

/** @type {Action} */
async function load({ driver, id, choose }) {
  const src = choose([...SOURCES, ...SOURCES, ...TABLES, ...WRONG, ""]);
  await driver.executeScript((id, src) => window.monkey.set(id, "src", src), id, src);
  return `src ${src}`;
}

/** @type {Action} */
async function write({ driver, id, choose }) {
  const name = choose(Object.keys(ATTRIBUTES));
  const value = choose(ATTRIBUTES[name]);
  await driver.executeScript((...what) => window.monkey.write(...what), id, name, value);
  return `attribute ${name} ${JSON.stringify(value)}`;
}

/** @type {Action} */
async function set({ driver, id, choose }) {
  const name = choose(Object.keys(PROPERTIES));
  const value = choose(PROPERTIES[name]);
  await driver.executeScript((id, name, value) => window.monkey.set(id, name, value), id, name, value);
  return `property ${name} ${JSON.stringify(value)}`;
}

/** @type {Action} */
async function call({ driver, id, choose }) {
  const name = choose(CALLS);
  await driver.executeScript((...what) => window.monkey.call(...what), id, name);
  return `${name}()`;
}

/** @type {Action} */
async function follow({ driver, id, choose }) {
  const hash = `ban-spread-${id}=${choose(DATES)}${choose(["", "/lanes", "/table", ",DE", "/x,y"])}`;
  await driver.executeScript((hash) => void (location.hash = hash), hash);
  return `link #${hash}`;
}

/** Each action as often as it is chosen among all. @type {Action[]} */
export const ACTIONS = [
  ...[press, press, press, press, type, type, type],
  at("hover", ({ driver }, point) => hover(driver, point)),
  at("drag", drag()),
  at("drag", drag()),
  at("touch", drag("touch")),
  at("tap", ({ driver }, point) => stroke(driver, [point], "touch")),
  ...(engine === "webkit" ? [] : [wheel, wheel]),
  ...[resize, restyle, turn, print, move, move, hide, load, write, write, set, set, set, call, call, follow],
];
