/** The life of an element as a small machine: any order of what pages do leads to the state that a model expects. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { useBrowser } from "./session.mjs";
import { oneEngine } from "./tiers.mjs";
import { mount, SAMPLE } from "./widget.mjs";

const session = useBrowser();

const RUNS = { seed: 20260103, numRuns: 25, endOnFailure: true };
const STEPS = 12;
const FIRST_DAY = "2020-02-10";

/**
 * The datasets, each with its title, or null if it cannot be shown.
 * @type {Record<string, string|null>}
 */
const SOURCES = {
  [SAMPLE]: "How a ban spreads between neighbours",
  "/tests/widget/pages/tour.json": "A ban in three steps",
  "/tests/widget/pages/broken.json": null,
  "/tests/widget/pages/sample.json?status=404": null,
};

/**
 * What the model knows.
 * @typedef {object} Model
 * @property {boolean} there  whether the element is on the page
 * @property {string} src
 * @property {string|null} title  of the dataset that is shown; null if the element shows its fallback
 * @property {boolean} notice  whether there is a message
 * @property {number} errors
 * @property {string} scheme
 * @property {string|null} date  null before anybody has chosen one
 */

/** @typedef {{widget: Widget}} Real */

/**
 * A command: it changes the model, does the same to the element, and compares.
 * @param {string} name
 * @param {(model: Readonly<Model>) => boolean} check
 * @param {(model: Model) => void} change
 * @param {(widget: Widget) => Promise<unknown>} act
 * @returns {import("fast-check").AsyncCommand<Model, Real>}
 */
function command(name, check, change, act) {
  return {
    check,
    async run(model, { widget }) {
      change(model);
      await act(widget);
      await compare(model, widget);
    },
    toString: () => name,
  };
}

const isThere = ({ there = false }) => there;
const isAway = ({ there = false }) => !there;

/** The element loads what its address names. @param {Model} model */
function load(model) {
  const title = SOURCES[model.src];
  model.notice = title === null;
  if (title === null) model.errors += 1;
  else model.title = title;
}

const COMMANDS = [
  fc.constant(
    command(
      "remove",
      isThere,
      (model) => void (model.there = false),
      (widget) =>
        widget.run((host) => {
          window.away = host;
          host.remove();
          // A removed element ends a moment later.
          return new Promise((done) => setTimeout(done));
        }),
    ),
  ),
  fc.constant(
    command(
      "put back",
      isAway,
      (model) => {
        model.there = true;
        model.title = null;
        load(model);
      },
      ({ driver }) =>
        driver.executeScript(() => {
          // The last picture stays until there is a chart again. The model describes only what holds then.
          window.away.shadowRoot.querySelector(".root").dataset.state = "loading";
          document.getElementById("stage").append(window.away);
        }),
    ),
  ),
  fc.constant(
    command(
      "move",
      isThere,
      () => {},
      (widget) =>
        widget.run((host) => {
          const [stage, body] = [document.getElementById("stage"), document.body];
          if (host.parentElement === stage) body.prepend(host);
          else stage.append(host);
        }),
    ),
  ),
  fc.constantFrom(...Object.keys(SOURCES)).map((src) =>
    command(
      `load ${src}`,
      ({ there, src: old }) => there && old !== src,
      (model) => {
        model.src = src;
        load(model);
      },
      (widget) => widget.run((host, src) => void (host.src = src), src),
    ),
  ),
  fc.constantFrom("light", "dark").map((theme) =>
    command(
      `theme ${theme}`,
      isThere,
      (model) => void (model.scheme = theme),
      (widget) => widget.run((host, theme) => void Object.assign(host, { theme }), theme),
    ),
  ),
  fc.constantFrom("2020-03-01", "2020-06-15", "2020-09-30").map((date) =>
    command(
      `date ${date}`,
      isThere,
      (model) => void (model.date = date),
      (widget) => widget.run((host, date) => void (host.date = date), date),
    ),
  ),
];

/**
 * Waits until the element is in the state of the model.
 * @param {Model} model
 * @param {Widget} widget
 */
async function compare({ there, title, notice, errors, scheme, date }, widget) {
  if (!there) return assert.equal(await widget.state(), null);
  const wanted = { title, notice, errors, scheme, date: title === null ? null : date };
  /** @type {object} */
  let found = {};
  const holds = async (/** @type {State} */ state) => {
    const shown = state.state === "ready";
    const heard = (await widget.events("error")).length;
    found = {
      title: shown ? state.title : null,
      notice: state.notice !== "",
      errors: heard,
      scheme: state.scheme,
      date: shown && date !== null ? state.date : null,
    };
    return state.state !== "loading" && JSON.stringify(found) === JSON.stringify(wanted);
  };
  try {
    await widget.until("the element is in the state of the model", holds);
  } catch (error) {
    assert.deepEqual(found, wanted, /** @type {Error} */ (error).message);
    throw error;
  }
}

oneEngine("any order of what pages do leads to the state that a model expects", { timeout: 240_000 }, async () => {
  const claim = fc.asyncProperty(fc.commands(COMMANDS, { maxCommands: STEPS }), async (commands) => {
    const attributes = { src: SAMPLE, date: FIRST_DAY, theme: "light" };
    const widget = await mount(session.driver, { attributes, children: "<p>Two countries ban it.</p>" });
    const setup = () => {
      /** @type {Model} */
      const model = {
        there: true,
        src: SAMPLE,
        title: SOURCES[SAMPLE],
        notice: false,
        errors: 0,
        scheme: "light",
        date: FIRST_DAY,
      };
      return { model, real: { widget } };
    };
    await widget.ready();
    await fc.asyncModelRun(setup, commands);
  });
  await fc.assert(claim, RUNS);
});
