/** An element on a page from the view of a reader: its state and its parts. */

import { readFileSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { open, pass, PATIENCE, waitUntil } from "./session.mjs";

/** A time longer than the pause between two letters of a word, in ms. */
export const PAUSE = 1100;
/** A time after which the figure counts as being at rest, in ms. */
const REST = 700;
/** The time by which the clock of the page advances after a failed check, in ms. It is longer if nothing changed. */
const [TICK, LEAP] = [20, 100];

export const STAGE = "/tests/widget/pages/stage.html";

/** What `readState` finds where there is an element. @typedef {NonNullable<ReturnType<typeof readState>>} State */

export class Widget {
  /**
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {number} [index]  which of the page's elements
   */
  constructor(driver, index = 0) {
    this.driver = driver;
    this.index = index;
  }

  /**
   * The current state of the element. It is null without an element. The type does not say so, because almost all tests
   * have an element.
   * @returns {Promise<State>}
   */
  state() {
    return /** @type {Promise<State>} */ (this.driver.executeScript(readState, this.index));
  }

  /**
   * Waits until the state of the element fulfils a condition, and returns the state.
   * @param {string} claim
   * @param {(state: State) => unknown} holds  may be asynchronous
   * @returns {Promise<State>}
   */
  async until(claim, holds) {
    let state = /** @type {State} */ ({});
    let [before, still] = ["", false];
    const check = async () => {
      state = await this.state();
      if (state !== null && (await holds(state))) return true;
      const now = JSON.stringify(state);
      still = now === before;
      before = now;
      return false;
    };
    const meanwhile = () => pass(this.driver, still ? LEAP : TICK);
    try {
      await waitUntil(check, claim, PATIENCE, meanwhile);
    } catch (error) {
      const errors = await this.events("error").catch(() => []);
      const presses = await this.run(() => window.watched.presses.join("\n")).catch(() => "");
      const shown = JSON.stringify(Object.assign({ errors }, state));
      throw new Error(`never came true: ${claim}\n${shown}\n${presses}`, { cause: error });
    }
    return state;
  }

  ready() {
    return this.until("the chart is there", ({ state }) => state === "ready");
  }

  /**
   * Runs a function in the page with the element as its first argument.
   * @template {unknown[]} Args
   * @template T
   * @param {InPage<Args, T>} run
   * @param {Args} args
   * @returns {Result<T>}
   */
  run(run, ...args) {
    const call = `return (${run})(document.querySelectorAll("ban-spread")[arguments[0]], ...arguments[1])`;
    return this.driver.executeScript(call, this.index, args);
  }

  /** The element itself. */
  host() {
    return this.run((host) => host);
  }

  /**
   * A part of the shadow root.
   * @param {string} selector
   */
  part(selector) {
    return this.run((host, selector) => host.shadowRoot.querySelector(selector), selector);
  }

  /**
   * The place of a part in the window. The part is scrolled to the middle and must stay in its place for a frame: a layout
   * after a change could move it before the press.
   * @param {string} selector
   */
  box(selector) {
    return this.run(async (host, selector) => {
      const part = host.shadowRoot.querySelector(selector);
      part.scrollIntoView({ block: "center", behavior: "instant" });
      const frame = window.counted?.frame ?? requestAnimationFrame;
      const place = () => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return { left, top, width, height };
      };
      for (let before = place(); ;) {
        await new Promise((done) => frame(() => setTimeout(done)));
        const now = place();
        if (JSON.stringify(now) === JSON.stringify(before)) return now;
        before = now;
      }
    }, selector);
  }

  /**
   * The middle of a part, in whole pixels of the window.
   * @param {string} selector
   */
  async middle(selector) {
    const { left, top, width, height } = await this.box(selector);
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  }

  /**
   * Gives a part the focus, as the key Tab does.
   * @param {string} selector
   */
  focus(selector) {
    return this.run((host, selector) => host.shadowRoot.querySelector(selector).focus(), selector);
  }

  /**
   * Puts a button after the element. After the last part of a page, Tab moves the focus to the controls of the browser. In
   * Firefox the page of the next test then does not have the focus either.
   */
  addButtonAfter() {
    return this.run((host) => host.after(document.createElement("button")));
  }

  /**
   * Clicks a part with the mouse. The mouse is over the part before the press: when the mouse leaves another part, a new
   * layout can move this one.
   * @param {string} selector
   */
  async click(selector) {
    const part = await this.part(selector);
    await this.box(selector);
    await this.driver.actions({ async: true }).move({ origin: part, duration: 0 }).perform();
    await this.box(selector);
    await part.click();
  }

  /** Shows the list of changes, which narrow figures fold. */
  unfold() {
    return this.run(({ shadowRoot }) => {
      const fold = shadowRoot.querySelector(".fold");
      if (fold.ariaExpanded === "false") fold.click();
    });
  }

  /**
   * The details of all events with a name that this element has fired.
   * @param {string} name
   */
  events(name) {
    return this.run((host, name) => {
      const heard = window.watched.events.filter((event) => event.name === name && event.id === host.id);
      return heard.map(({ detail }) => detail);
    }, name);
  }

  /**
   * Waits for a number of animation frames.
   * @param {number} count
   */
  frames(count) {
    return this.driver.executeAsyncScript((count, done) => {
      const frame = window.counted?.frame ?? requestAnimationFrame;
      const next = () => (count-- > 0 ? frame(next) : setTimeout(done));
      next();
    }, count);
  }

  /**
   * Advances the clock of the package's timers, which otherwise stands still: see `pages/clock.js`. The page draws before
   * and after.
   * @param {number} ms
   */
  async pass(ms) {
    const words = await this.driver.executeAsyncScript(passDrawn, ms);
    if (words) throw new Error(String(words));
  }

  /** Waits until all visible fades have ended. In a closed table, Firefox never ends a fade. */
  faded() {
    const fading = (/** @type {Host} */ { shadowRoot }) =>
      shadowRoot.getAnimations().some(({ playState, effect }) => {
        return playState === "running" && effect instanceof KeyframeEffect && effect.target?.checkVisibility();
      });
    return this.until("nothing fades", async () => !(await this.run(fading)));
  }

  /**
   * Presses keys. The element with the focus gets them.
   * @param {...string} keys
   */
  press(...keys) {
    return this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /**
   * Presses keys while Shift is held.
   * @param {...string} keys
   */
  pressShifted(...keys) {
    return this.driver
      .actions()
      .keyDown(Key.SHIFT)
      .sendKeys(...keys)
      .keyUp(Key.SHIFT)
      .perform();
  }

  /**
   * Types a new word on the map.
   * @param {string} word
   * @param {(state: State) => unknown} holds  may be asynchronous
   */
  async type(word, holds) {
    await this.pass(PAUSE);
    await this.press(...word);
    await this.until(`${word} leads to what is meant`, holds);
  }

  /**
   * Waits until the figure is at rest. At that moment the invisible table is updated, and announcements are made.
   */
  async rested() {
    await this.pass(REST);
    return this.until("the figure has come to rest", async ({ headline }) => (await this.caption()).includes(headline));
  }

  /** The caption of the table. It is empty until the table has loaded and the figure is at rest for the first time. */
  caption() {
    return this.run(({ shadowRoot }) =>
      (shadowRoot.querySelector("caption")?.textContent ?? "").replaceAll("\u00a0", " "),
    );
  }
}

/**
 * Puts one element on an empty page: the page of the test before, if it could be reset.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {Mounted & {fresh?: boolean}} [what]  `fresh` if the page must be loaded again
 */
export async function mount(driver, { fresh = false, ...what } = {}) {
  if (fresh || !(await reset(driver))) await open(driver, STAGE);
  return mountMore(driver, what);
}

/**
 * Resets the page of the tests. Returns false if this fails, or if another page is open.
 * @param {import("selenium-webdriver").WebDriver} driver
 */
async function reset(driver) {
  const found = await driver.executeAsyncScript((done) => {
    if (window.resetStage) window.resetStage().then(done, () => done());
    else done();
  });
  if (!found) return false;
  // These faults came after the check at the end of the test before.
  if (found.faults.length > 0) throw new Error(`left by what was on the page before: ${found.faults.join(", ")}`);
  // Otherwise the pointer would be over a part of the new element.
  if (found.moved) await driver.actions({ async: true }).move({ x: 0, y: 0, duration: 0 }).perform();
  return found.left.length === 0;
}

/**
 * Puts one more element on the page.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {Mounted} [what]
 */
export async function mountMore(driver, what = {}) {
  const index = await driver.executeScript((what) => {
    window.define();
    window.mount(what);
    return document.querySelectorAll("ban-spread").length - 1;
  }, what);
  return new Widget(driver, index);
}

/** The smallest dataset for most tests: two countries, a company, four changes. */
export const SAMPLE = "/tests/widget/pages/sample.json";
/** The dataset itself. */
export const SAMPLE_DATA = JSON.parse(readFileSync(new URL("pages/sample.json", import.meta.url), "utf8"));

/**
 * Shows the sample with one element on an empty page.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {Record<string, string>} [attributes]
 * @param {{fresh?: boolean}} [how]
 */
export async function mountSample(driver, attributes = {}, { fresh = false } = {}) {
  const widget = await mount(driver, { attributes: { src: SAMPLE, ...attributes }, fresh });
  await widget.ready();
  return widget;
}

/**
 * Runs in the page.
 * @param {number} ms
 * @param {(words?: string) => void} done
 */
function passDrawn(ms, done) {
  if (!window.clock) return done("this page has no clock: load pages/clock.js before the package");
  const frame = window.counted?.frame ?? requestAnimationFrame;
  /** @param {() => void} then */
  const draw = (then) => void frame(() => frame(() => setTimeout(then)));
  draw(() => {
    window.clock.pass(ms);
    draw(done);
  });
}

/**
 * Runs in the page.
 * @param {number} index
 */
function readState(index) {
  const host = document.querySelectorAll("ban-spread")[index];
  const root = host?.shadowRoot;
  if (!root) return null;
  /** @param {string} selector @returns {HTMLElement} */
  const find = (selector) => root.querySelector(selector);
  /** @param {string} selector @returns {HTMLInputElement} */
  const input = (selector) => root.querySelector(selector);
  /** @param {string} selector */
  const text = (selector) => find(selector).innerText.trim();
  /** @param {string} selector */
  const seen = (selector) => find(selector).getClientRects().length > 0;
  const range = input(".range");
  const focus = find(".tiles").getAttribute("aria-activedescendant");
  return {
    state: find(".root").dataset.state,
    scheme: find(".root").dataset.scheme,
    lang: find(".figure").lang,
    date: host.date ?? "",
    title: text(".title"),
    headline: text(".date > [aria-hidden]").replaceAll("\u00a0", " "),
    sentence: text(".sentence"),
    spoken: range.getAttribute("aria-valuetext"),
    range: { min: Number(range.min), max: Number(range.max), value: range.valueAsNumber },
    field: input(".field.day").value,
    comparing: seen(".field.compared") ? { date: host.compare ?? "", field: input(".field.compared").value } : null,
    play: text(".play"),
    previous: find(".previous").ariaDisabled !== "true",
    next: find(".next").ariaDisabled !== "true",
    legend: [...root.querySelectorAll(".status")].map((item) => ({
      id: item.dataset.status ?? "no-data",
      label: item.querySelector(".label").textContent,
      count: Number(item.querySelector(".count").textContent.split(" ").at(-1)),
      pressed: item.getAttribute("aria-pressed"),
    })),
    tiles: root.querySelectorAll("[role=option]").length,
    view: find(".figure").dataset.view,
    tabs: [...root.querySelectorAll("[role=tab]")].filter((tab) => tab.checkVisibility()).map((tab) => tab.textContent),
    tip: find(".tip").hasAttribute("data-shown")
      ? text(".tip")
          .split(/\n+/)
          .map((line) => line.trim())
      : null,
    ring: focus,
    focus: focus && find(`#${CSS.escape(focus)}`).ariaLabel,
    // Folded or not: in narrow figures a button shows the list.
    changes:
      seen(".latest") || seen(".fold")
        ? [...root.querySelectorAll(".latest .what-title")].map((row) => row.querySelector("bdi").textContent)
        : null,
    tour: seen(".start") ? [text(".start")] : seen(".open") ? text(".open").split(/\n+/) : null,
    history: seen(".history") ? { name: text(".name"), state: text(".state") } : null,
    related: seen(".related")
      ? [text(".related .heading"), ...[...root.querySelectorAll(".other")].map((other) => other.textContent)]
      : null,
    notes: seen(".notes")
      ? text(".notes")
          .split(/\n+/)
          .map((line) => line.trim())
          .filter(Boolean)
      : [],
    notice: text(".notice"),
  };
}
